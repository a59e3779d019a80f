//! A protocol, checked and compiled to dense tables.

use crate::{
    acts::Act,
    child::{Child, Kept, Machine, for_each_child},
    monitoring::Channel,
    need::NeedPhase,
    protocol::{
        ApprovalRule, Deadline, Guard, Milestone, Override, Protocol, ReallocationRule, Step, Task,
        check::{InvalidProtocol, faults},
        hash::hash,
        laws,
    },
    table::{self, RowView},
};
use collegium_model::{
    calendar::Span,
    code::{Roles, RuleId},
    quantity::HalfDays,
    short_code::{ApprovalKind, CategoryCode, TaskCode},
    support::SupportKind,
};
use petgraph::{
    algo::toposort,
    graph::{DiGraph, NodeIndex},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

/// Which protocol a cycle runs under; pinned when the network is opened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The protocol's name.
    pub id: RuleId,
    /// Its version.
    pub version: u32,
    /// Its [hash][crate::protocol::hash], in hex.
    pub hash: String,
}

/// A compiled protocol: dense tables that every judgement reads. A copy shares them.
#[derive(Clone, Debug)]
pub struct Rules(Arc<Tables>);

#[derive(Debug)]
struct Tables {
    pin: Arc<Pin>,
    steps: Vec<CompiledStep>,
    protocol: Protocol,
    tasks: BTreeMap<TaskCode, usize>,
    order: Vec<Point>,
    milestone_order: Vec<usize>,
    /// Acts that the protocol does not leave out, by machine.
    possible: Vec<Vec<Act>>,
    /// The roles of what nobody may do.
    nobody: Roles,
}

/// A step with everything that is asked about it looked up.
#[derive(Clone, Debug)]
struct CompiledStep {
    step: Step,
    /// The conditions of the law, then those of the protocol.
    guards: Vec<Guard>,
    /// Deadlines that the act meets, as indexes.
    deadlines: Vec<usize>,
}

impl Rules {
    /// Checks a protocol whole and compiles it.
    ///
    /// # Errors
    /// [`InvalidProtocol`] with every fault and its place.
    ///
    /// # Panics
    /// Never: a protocol always has a JSON form.
    pub fn compile(protocol: Protocol) -> Result<Self, InvalidProtocol> {
        let faults = faults(&protocol);
        if !faults.is_empty() {
            return Err(InvalidProtocol { faults });
        }
        let compiled = |act: &Act| {
            let step = protocol.steps.get(act).cloned().unwrap_or_default();
            let own = step.guards.iter().filter(|guard| !laws(*act).contains(guard));
            let guards = laws(*act).iter().chain(own).copied().collect();
            let deadlines = protocol.deadlines.iter().enumerate();
            let deadlines = deadlines
                .filter(|(_, it)| it.awaits == *act)
                .map(|(index, _)| index);
            CompiledStep {
                guards,
                deadlines: deadlines.collect(),
                step,
            }
        };
        Ok(Self(Arc::new(Tables {
            pin: Arc::new(Pin {
                id: protocol.id.clone(),
                version: protocol.version,
                hash: hash(&protocol),
            }),
            steps: Act::ALL.iter().map(compiled).collect(),
            tasks: protocol
                .tasks
                .iter()
                .enumerate()
                .map(|(index, task)| (task.code, index))
                .collect(),
            possible: Machine::ALL
                .iter()
                .map(|machine| {
                    let of_machine = Act::ALL.iter().filter(|act| act.machine() == *machine);
                    of_machine.copied().filter(|act| protocol.allows(*act)).collect()
                })
                .collect(),
            nobody: Roles::default(),
            order: order(&protocol),
            milestone_order: in_order(protocol.milestones.len(), |index| {
                let milestones = &protocol.milestones;
                let before = milestones.get(index).map_or(&[][..], |it| &it.after);
                let position = |code| milestones.iter().position(|it| it.code == code);
                before.iter().copied().filter_map(position).collect()
            }),
            protocol,
        })))
    }

    /// Which protocol this is.
    pub fn pin(&self) -> &Pin {
        &self.0.pin
    }

    /// Which protocol this is, to be kept beside what was judged under it.
    pub fn shared_pin(&self) -> Arc<Pin> {
        Arc::clone(&self.0.pin)
    }

    /// The protocol as it was written.
    pub fn protocol(&self) -> &Protocol {
        &self.0.protocol
    }

    fn compiled(&self, act: Act) -> Option<&CompiledStep> {
        self.0.steps.get(act as usize)
    }

    /// Roles that may do `act`, whatever it is about. Tasks and approvals name their own: see
    /// [`Rules::roles_for`].
    pub fn roles(&self, act: Act) -> &Roles {
        self.compiled(act).map_or(&self.0.nobody, |it| &it.step.roles)
    }

    /// Roles that may do `act` about `child`, which is of `approval` where it is an approval.
    pub fn roles_for(&self, act: Act, child: Child, approval: Option<ApprovalKind>) -> &Roles {
        let rule = approval.and_then(|kind| self.approval(kind));
        match (act, child) {
            (_, Child::Task(code)) => self.task(code).map_or(&self.0.nobody, |task| &task.roles),
            (Act::RecommendApproval, _) => rule.map_or(&self.0.nobody, |rule| &rule.recommended_by),
            (Act::DecideApproval | Act::RevokeApproval, _) => {
                rule.map_or(&self.0.nobody, |rule| &rule.decided_by)
            }
            _ => self.roles(act),
        }
    }

    /// Conditions of `act`: those of the law first.
    pub fn guards(&self, act: Act) -> &[Guard] {
        self.compiled(act).map_or(&[], |it| &it.guards)
    }

    /// The step as the protocol writes it.
    pub fn step(&self, act: Act) -> Option<&Step> {
        self.0.protocol.steps.get(&act)
    }

    /// What an urgent override of `act` lifts, and for whom; none where the protocol has none.
    pub(crate) fn urgent(&self, act: Act) -> Option<&Override> {
        self.compiled(act)?.step.urgent.as_ref()
    }

    /// Acts of a machine that the protocol does not leave out.
    pub fn possible(&self, machine: Machine) -> &[Act] {
        self.0.possible.get(machine as usize).map_or(&[], Vec::as_slice)
    }

    /// Roles that are told when `act` was done.
    pub fn notified(&self, act: Act) -> &Roles {
        self.compiled(act).map_or(&self.0.nobody, |it| &it.step.notify)
    }

    /// Deadlines that `act` meets.
    pub fn deadlines_of(&self, act: Act) -> impl Iterator<Item = &Deadline> {
        let indexes = self.compiled(act).map_or(&[][..], |it| &it.deadlines);
        let deadlines = &self.0.protocol.deadlines;
        indexes.iter().filter_map(|index| deadlines.get(*index))
    }

    /// Roles whose consent a deployment needs.
    pub fn consents(&self) -> &Roles {
        &self.0.protocol.consents
    }

    /// The size of one deployment of a kind in a term; none where that kind is not deployed.
    pub fn size(&self, kind: SupportKind) -> Option<HalfDays> {
        self.0.protocol.sizes.get(&kind).copied()
    }

    /// The size of the deployments that rounds match: those of specialist and middle leaders, or of the
    /// first kind that the protocol deploys.
    pub fn deployment_size(&self) -> HalfDays {
        self.size(self.matched_kind()).unwrap_or_default()
    }

    /// The kind of help that rounds match.
    pub fn matched_kind(&self) -> SupportKind {
        let sizes = &self.0.protocol.sizes;
        if sizes.contains_key(&SupportKind::SpecialistLeader) {
            return SupportKind::SpecialistLeader;
        }
        let first = sizes.keys().next().copied();
        first.unwrap_or(SupportKind::SpecialistLeader)
    }

    /// What is due after what.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.0.protocol.deadlines
    }

    /// How often each channel watches a school in a category, or outside of any.
    pub fn cadences(&self, category: Option<CategoryCode>) -> &BTreeMap<Channel, Span> {
        let categories = &self.0.protocol.categories;
        let of = category.and_then(|code| categories.iter().find(|it| it.code == code));
        of.map_or(&self.0.protocol.cadences, |category| &category.cadences)
    }

    /// When a recommendation follows; none where the protocol has no such rule.
    pub fn reallocation(&self) -> Option<ReallocationRule> {
        self.0.protocol.reallocation
    }

    /// Where a task stands in the protocol's list.
    pub(crate) fn task_index(&self, code: TaskCode) -> Option<usize> {
        self.0.tasks.get(&code).copied()
    }

    /// The tasks and decisions, each after those it waits for.
    pub(crate) fn order(&self) -> &[Point] {
        &self.0.order
    }

    /// The milestones, as indexes, each after those it waits for.
    pub(crate) fn milestone_order(&self) -> &[usize] {
        &self.0.milestone_order
    }

    /// A task of the protocol.
    pub fn task(&self, code: TaskCode) -> Option<&Task> {
        self.0.protocol.tasks.get(*self.0.tasks.get(&code)?)
    }

    /// A decision of the protocol.
    pub fn approval(&self, kind: ApprovalKind) -> Option<&ApprovalRule> {
        self.0.protocol.approvals.get(&kind)
    }

    /// The milestones of the protocol.
    pub fn milestones(&self) -> &[Milestone] {
        &self.0.protocol.milestones
    }

    /// The phase in which a need stands that would enter `phase`: the first at or after it that the
    /// protocol does not leave out.
    pub fn stands_in(&self, phase: NeedPhase) -> NeedPhase {
        let after = NeedPhase::ALL.iter().filter(|it| **it >= phase);
        let mut kept = after.filter(|it| self.0.protocol.phases.contains(it));
        kept.next().copied().unwrap_or(NeedPhase::Closed)
    }

    /// The table of a machine, in words.
    pub fn table(machine: Machine) -> &'static [RowView] {
        macro_rules! views {
            ($($(#[$doc:meta])* $machine:ident $code:literal $words:literal ($id:ty) $field:ident $state:ty;)*) => {
                static TABLES: LazyLock<Vec<Vec<RowView>>> = LazyLock::new(|| {
                    vec![
                        table::view(crate::cycle::TABLE),
                        $(table::view(<$state as Kept>::TABLE),)*
                    ]
                });
            };
        }
        for_each_child!(views);
        TABLES.get(machine as usize).map_or(&[], Vec::as_slice)
    }
}

/// A task or a decision of the protocol, by its place in it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Point {
    /// A task, by its place in the list.
    Task(usize),
    /// A decision.
    Approval(ApprovalKind),
}

/// The tasks and decisions of a protocol, each after those it waits for.
fn order(protocol: &Protocol) -> Vec<Point> {
    let kinds: Vec<_> = protocol.approvals.keys().copied().collect();
    let tasks = protocol.tasks.len();
    let task_at = |code: &TaskCode| protocol.tasks.iter().position(|it| it.code == *code);
    let approval_at = |kind: &ApprovalKind| Some(tasks + kinds.iter().position(|it| it == kind)?);
    let before = |index: usize| -> Vec<usize> {
        let rule = |index: usize| protocol.approvals.get(kinds.get(index.checked_sub(tasks)?)?);
        let (after, when) = match (protocol.tasks.get(index), rule(index)) {
            (Some(task), _) => (&task.after, &task.when),
            (None, Some(rule)) => (&rule.after, &rule.when),
            (None, None) => return Vec::new(),
        };
        let on_tasks = after.iter().chain(when.iter().filter_map(|it| it.task.as_ref()));
        let on_approvals = when.iter().filter_map(|it| it.approval.as_ref());
        on_tasks
            .filter_map(task_at)
            .chain(on_approvals.filter_map(approval_at))
            .collect()
    };
    let point = |index: usize| match index.checked_sub(tasks) {
        None => Some(Point::Task(index)),
        Some(at) => kinds.get(at).copied().map(Point::Approval),
    };
    in_order(tasks + kinds.len(), before)
        .into_iter()
        .filter_map(point)
        .collect()
}

/// `count` things, each after those before it. Things in a circle, which a check has refused, are left out.
fn in_order(count: usize, before: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut graph = DiGraph::<usize, ()>::new();
    let nodes: Vec<_> = (0..count).map(|index| graph.add_node(index)).collect();
    for (index, to) in nodes.iter().enumerate() {
        for from in before(index).into_iter().filter_map(|index| nodes.get(index)) {
            graph.update_edge(*from, *to, ());
        }
    }
    let order = toposort(&graph, None).unwrap_or_default();
    order.into_iter().map(NodeIndex::index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dense_order_is_that_of_the_catalogue() {
        for (index, act) in Act::ALL.iter().enumerate() {
            assert_eq!(*act as usize, index);
        }
    }

    #[test]
    fn a_row_exists_for_every_act_and_only_in_its_machine() {
        for (index, machine) in Machine::ALL.iter().enumerate() {
            assert_eq!(*machine as usize, index);
            let rows = Rules::table(*machine);
            assert!(rows.iter().all(|row| row.act.machine() == *machine));
            let mut acts = Act::ALL.iter().filter(|act| act.machine() == *machine);
            assert!(acts.all(|act| rows.iter().any(|row| row.act == *act)));
        }
    }

    #[test]
    fn a_round_matches_specialist_leaders_or_else_the_first_kind_that_is_deployed() {
        let mut protocol = Protocol::standard();
        let matched = |protocol: &Protocol| {
            let rules = Rules::compile(protocol.clone()).unwrap();
            (rules.matched_kind(), rules.deployment_size())
        };
        assert_eq!(matched(&protocol), (SupportKind::SpecialistLeader, HalfDays(10)));
        protocol.pressure.clear();
        protocol.sizes = [
            (SupportKind::Coach, HalfDays(2)),
            (SupportKind::CpdlProgramme, HalfDays(6)),
        ]
        .into();
        assert_eq!(matched(&protocol), (SupportKind::Coach, HalfDays(2)));
    }

    #[test]
    fn a_condition_of_the_law_that_a_protocol_repeats_is_asked_once() {
        let mut protocol = Protocol::standard();
        let own = [Guard::NotOwnSchool, Guard::DecidedByAnother];
        let step = protocol.steps.get_mut(&Act::DecideReallocation).unwrap();
        step.guards = own.to_vec();
        let rules = Rules::compile(protocol).unwrap();
        assert_eq!(
            rules.guards(Act::DecideReallocation),
            [
                Guard::DecidedByAnother,
                Guard::LeadershipKept,
                Guard::NotOwnSchool
            ]
        );
        assert_eq!(rules.step(Act::DecideReallocation).unwrap().guards, own);
        assert_eq!(rules.step(Act::PlanProgressReview), None);
    }
}
