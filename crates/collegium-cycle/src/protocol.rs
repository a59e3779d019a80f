//! The rules by which cycles run, as data: what somebody writes, before it is checked and compiled.
//!
//! Which phases a machine has is fixed by its table. A protocol says who moves it, under which guards and by
//! when, which tasks and decisions of its own it asks for, and what all that rests on. It is a file, in TOML
//! or JSON; [`Protocol::from_toml`] and [`Protocol::from_json`] read it,
//! [`Rules::compile`](crate::rules::Rules::compile) checks it whole.

mod approval;
pub mod check;
mod deadline;
pub mod diff;
mod evidence;
mod guard;
pub mod hash;
mod monitoring;
mod moving_on;
mod order;
mod preset;
mod step;
mod text;
mod workload;

pub use approval::ApprovalRule;
pub use deadline::{ClosedAfter, Deadline, PauseClocks};
pub use evidence::{EvidenceKindRule, EvidenceRule, EvidenceUse, Side};
pub use guard::{ApprovalIs, Guard};
pub use monitoring::{Category, PressureLevel, ReallocationRule};
pub use moving_on::{Leaving, MovingOn};
pub use order::{Branch, Milestone, Task};
pub use preset::Preset;
pub use step::{LAWS, Override, Step, laws};
pub use text::{NotAProtocol, TextFault, line_of};
pub use workload::{FirstWeeksRule, MidTermRule, TeamRule, VisitRule, Workload};

use crate::{
    acts::{Act, Kind},
    child::Machine,
    monitoring::Channel,
    need::NeedPhase,
};
use collegium_model::{
    calendar::Span,
    code::{Area, ReasonCode, Role, Roles, RuleId},
    quantity::HalfDays,
    short_code::{AccreditationCode, ActivityCode, ApprovalKind, FactName, OutcomeCode, PartCode},
    support::SupportKind,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A protocol as somebody wrote it, before it is compiled to [`Rules`](crate::rules::Rules).
///
/// A step that it does not mention is left out: nobody may do it. What has a default may be left out, and a
/// default that is written out is the same protocol, with the same hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// Its name, stable over versions.
    pub id: RuleId,
    /// Its version, from 1.
    pub version: u32,
    /// What people call it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// Where its facts and numbers come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sources: Vec<String>,
    /// Who takes part: every role that the protocol speaks of, with its label.
    pub roles: BTreeMap<Role, String>,
    /// Why something can be done: the codes among which a reason is chosen, each with its label. None where
    /// any code will do.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reasons: BTreeMap<ReasonCode, String>,
    /// What an objective can be about, each area with its label. None where it can be about any.
    #[serde(default, skip_serializing_if = "is_default")]
    pub areas: BTreeMap<Area, String>,
    /// Facts that the embedder's own rules establish, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub facts: BTreeMap<FactName, String>,
    /// The phases that a need goes through; one that is left out is passed over.
    #[serde(default = "every_phase", skip_serializing_if = "is_every_phase")]
    pub phases: Vec<NeedPhase>,
    /// Who may do what, under which conditions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub steps: BTreeMap<Act, Step>,
    /// Tasks of its own, in the order in which people read them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tasks: Vec<Task>,
    /// Milestones of its own; their order is a graph.
    #[serde(default, skip_serializing_if = "is_default")]
    pub milestones: Vec<Milestone>,
    /// Decisions of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approvals: BTreeMap<ApprovalKind, ApprovalRule>,
    /// Who makes up a review team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub team: TeamRule,
    /// How long a review visit takes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visit: VisitRule,
    /// Roles whose consent a deployment needs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consents: Roles,
    /// Whether one person can give one consent only, whatever roles they hold.
    #[serde(default, skip_serializing_if = "is_default")]
    pub consents_by_different_people: bool,
    /// The size of one deployment in a term, by kind; kinds that are not named are not deployed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sizes: BTreeMap<SupportKind, HalfDays>,
    /// What a person holds before they are deployable, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accreditations: BTreeMap<AccreditationCode, String>,
    /// How many schools an executive leader leads at most, if that is limited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub executive_span: Option<u16>,
    /// What is watched in the first weeks of support.
    #[serde(default, skip_serializing_if = "is_default")]
    pub first_weeks: FirstWeeksRule,
    /// What is seen half-way through a deployment.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mid_term: Option<MidTermRule>,
    /// Ways in which a deployment comes to its end, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exits: BTreeMap<OutcomeCode, String>,
    /// Kinds of work within a deployment, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activities: BTreeMap<ActivityCode, String>,
    /// What is due after what.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deadlines: Vec<Deadline>,
    /// What a pause does to clocks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub on_pause: PauseClocks,
    /// How often each channel watches a need that is being helped, where no category says otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cadences: BTreeMap<Channel, Span>,
    /// Categories of monitoring, from the strongest school to the weakest.
    #[serde(default, skip_serializing_if = "is_default")]
    pub categories: Vec<Category>,
    /// How often the school is put into a category anew.
    #[serde(default, skip_serializing_if = "is_default")]
    pub categorised_every: Option<Span>,
    /// How progress is found in a progress review, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub progress: BTreeMap<OutcomeCode, String>,
    /// On which branches progress can be found so; on all where an outcome is not named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub progress_when: BTreeMap<OutcomeCode, Vec<Branch>>,
    /// When a recommendation follows from what was seen.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reallocation: Option<ReallocationRule>,
    /// Levels of pressure, the lightest first, each with the support that it entitles to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pressure: Vec<PressureLevel>,
    /// Powers that can be used after an escalation, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub powers: BTreeMap<OutcomeCode, String>,
    /// What counts as evidence, and when there is enough of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: EvidenceRule,
    /// Parts of the due diligence on a joiner, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parts: BTreeMap<PartCode, String>,
    /// How much is asked of a school at most, and when it is left alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub workload: Workload,
    /// What closing something does to what is open in it, where the default does not do.
    #[serde(default, skip_serializing_if = "is_default")]
    pub moving_on: MovingOn,
    /// Who sees machines of a kind; kinds that are not named are seen by every role of the cycle.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visibility: BTreeMap<Machine, Roles>,
    /// How many years a closed cycle is kept; none where it is kept until somebody decides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub retention_years: Option<u16>,
}

impl Protocol {
    /// Everything on which it puts conditions: the place, the act, and the conditions.
    fn guarded(&self) -> impl Iterator<Item = (String, Act, &[Guard])> {
        let steps = self.steps.iter();
        let steps = steps.map(|(act, step)| (format!("steps.{act}"), *act, step.guards.as_slice()));
        let tasks = self.tasks.iter().enumerate();
        let tasks = tasks.map(|(index, task)| {
            let place = format!("tasks[{index}]");
            (place, Act::CompleteTask, task.guards.as_slice())
        });
        steps.chain(tasks)
    }

    /// Whether a decision that came to `outcome` leads nowhere, while one that came to something else would lead
    /// on: no branch and no condition waits for it.
    pub(crate) fn leads_nowhere(&self, kind: ApprovalKind, outcome: OutcomeCode) -> bool {
        let tasks = self.tasks.iter().flat_map(|it| &it.when);
        let approvals = self.approvals.values().flat_map(|it| &it.when);
        let milestones = self
            .milestones
            .iter()
            .flat_map(|it| it.when.iter().chain(&it.needs));
        let progress = self.progress_when.values().flatten();
        let branches = tasks.chain(approvals).chain(milestones).chain(progress);
        let on_branches = branches
            .filter(|branch| branch.approval == Some(kind))
            .flat_map(|branch| branch.is.iter().copied());
        let guards = self.guarded().flat_map(|(_, _, guards)| guards);
        let on_guards = guards.filter_map(|guard| match guard {
            Guard::Approved(it) if it.approval == kind => Some(it.is),
            _ => None,
        });
        let awaited: BTreeSet<_> = on_branches.chain(on_guards).collect();
        !awaited.is_empty() && !awaited.contains(&outcome)
    }

    /// Whether somebody may do an act at all, or anybody may report it.
    pub fn allows(&self, act: Act) -> bool {
        let step = || self.steps.contains_key(&act);
        match act {
            Act::StartTask | Act::CompleteTask => !self.tasks.is_empty(),
            Act::ReopenTask => !self.tasks.is_empty() && step(),
            Act::RecommendApproval | Act::DecideApproval => !self.approvals.is_empty(),
            Act::RevokeApproval => !self.approvals.is_empty() && step(),
            _ => act.kind() == Kind::Fact || step(),
        }
    }
}

/// Whether a value is its type's default, and so left out of what is written and hashed.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn every_phase() -> Vec<NeedPhase> {
    NeedPhase::ALL.to_vec()
}

fn is_every_phase(phases: &[NeedPhase]) -> bool {
    phases == NeedPhase::ALL
}
