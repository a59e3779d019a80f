//! What was done is taken back only while nothing rests on it.

use super::{Asked, unless};
use crate::{
    acts::Act,
    child::{Child, Machine},
    decide::CONSEQUENT_MOVES,
    need::NeedPhase,
    protocol::{Branch, Guard, laws},
    refusal::Blocker,
    review::ReviewPhase,
    rules::Rules,
    table::RowView,
    task::TaskPhase,
    workshop::WorkshopPhase,
};
use collegium_model::{
    id::ReviewId,
    short_code::{ApprovalKind, TaskCode},
};
use std::collections::BTreeSet;

impl Asked<'_> {
    pub(super) fn nothing_rests_on_it(&self) -> Vec<Blocker> {
        let children = match self.child {
            Child::Need(need) => {
                let live = self.cycle.live_deployments(need);
                live.map(|(id, _)| Child::Deployment(id)).collect()
            }
            Child::SelfEvaluation(_) => {
                let begun = |phase| {
                    !matches!(
                        phase,
                        ReviewPhase::Planned
                            | ReviewPhase::TeamFormed
                            | ReviewPhase::Scheduled
                            | ReviewPhase::Cancelled
                    )
                };
                let reviews = self.cycle.reviews.iter().filter(|(_, it)| begun(it.phase));
                reviews.map(|(id, _)| Child::Review(*id)).collect()
            }
            Child::Review(id) => {
                let diagnosed = self.diagnosed_since(None).into_iter();
                diagnosed.chain(self.taken_up_in_workshops(id)).collect()
            }
            Child::Enquiry(id) => {
                let need = self.cycle.enquiries.get(&id).and_then(|it| it.need);
                self.diagnosed_since(need)
            }
            Child::Approval(id) => {
                let kind = self.cycle.approvals.get(&id).map(|it| it.kind);
                kind.map_or_else(Vec::new, |kind| {
                    let asks = |guard: &Guard| matches!(guard, Guard::Approved(it) if it.approval == kind);
                    let waiting = self.resting_on(Some(kind), None).into_iter();
                    let found = self.found_on_branch(kind);
                    waiting.chain(self.taken_because_of(asks)).chain(found).collect()
                })
            }
            Child::Task(code) => {
                let asks = |guard: &Guard| *guard == Guard::TaskComplete(code);
                let waiting = self.resting_on(None, Some(code)).into_iter();
                waiting.chain(self.taken_because_of(asks)).collect()
            }
            _ => Vec::new(),
        };
        unless(children.is_empty(), Blocker::RestedUpon { children })
    }

    /// Needs whose diagnosis was agreed since the machine entered its phase.
    fn diagnosed_since(&self, only: Option<collegium_model::id::NeedId>) -> Vec<Child> {
        let Some((_, since)) = self.cycle.stands(self.child) else {
            return Vec::new();
        };
        let needs = self
            .cycle
            .needs
            .iter()
            .filter(|(id, _)| only.is_none_or(|only| only == **id));
        let agreed =
            needs.filter(|(_, it)| it.phase >= NeedPhase::Matching && it.is_open() && it.since >= since);
        agreed.map(|(id, _)| Child::Need(*id)).collect()
    }

    /// Workshops that turned the findings of a review into actions, or are about to.
    fn taken_up_in_workshops(&self, review: ReviewId) -> impl Iterator<Item = Child> {
        let of_review = self
            .cycle
            .workshops
            .iter()
            .filter(move |(_, it)| it.review == Some(review));
        let held =
            of_review.filter(|(_, it)| !matches!(it.phase, WorkshopPhase::Called | WorkshopPhase::Cancelled));
        held.map(|(id, _)| Child::Workshop(*id))
    }

    /// Machines that stand, since this was done, where a step led that the protocol lets be taken only then.
    fn taken_because_of(&self, asks: impl Fn(&Guard) -> bool) -> BTreeSet<Child> {
        let Some((_, done)) = self.cycle.stands(self.child) else {
            return BTreeSet::new();
        };
        let asked = |act: &&Act| self.rules.guards(**act).iter().any(&asks);
        let acts = Act::ALL.iter().filter(|act| act.machine() != Machine::Cycle);
        let led = acts.filter(asked).flat_map(|act| {
            let onward = onward_from(*act);
            self.cycle.children().filter(move |child| {
                let stands = self.cycle.stands(*child);
                let there = |(phase, since)| onward.contains(phase) && since >= done;
                child.machine() == act.machine() && *child != self.child && stands.is_some_and(there)
            })
        });
        led.collect()
    }

    /// Progress reviews that found, since it was decided, what can only be found on a branch of the decision.
    fn found_on_branch(&self, kind: ApprovalKind) -> impl Iterator<Item = Child> {
        let decided = self.cycle.stands(self.child).map(|(_, since)| since);
        let when = &self.rules.protocol().progress_when;
        let reviews = self.cycle.progress_reviews.iter();
        let found = reviews.filter(move |(_, it)| {
            let branches = it.overall.and_then(|overall| when.get(&overall));
            let hangs = branches.is_some_and(|it| it.iter().any(|branch| branch.approval == Some(kind)));
            hangs && decided.is_some_and(|decided| it.since >= decided)
        });
        found.map(|(id, _)| Child::ProgressReview(*id))
    }

    /// Tasks that were touched and approvals that were recommended although they wait for this. Where it is itself
    /// a task, one that was only begun does not count: whether it is asked for is judged again before it is done.
    fn resting_on(&self, approval: Option<ApprovalKind>, code: Option<TaskCode>) -> Vec<Child> {
        let waits = |after: &[TaskCode], when: &[Branch]| {
            let on_task = code.is_some_and(|code| after.contains(&code));
            let on_branch = |branch: &Branch| {
                (approval.is_some() && branch.approval == approval) || (code.is_some() && branch.task == code)
            };
            on_task || when.iter().any(on_branch)
        };
        let asks = |guard: &Guard| match guard {
            Guard::Approved(it) => approval == Some(it.approval),
            Guard::TaskComplete(of) => code == Some(*of),
            _ => false,
        };
        let protocol = self.rules.protocol();
        let touched = protocol.tasks.iter().filter(|task| {
            let waits = waits(&task.after, &task.when) || task.guards.iter().any(asks);
            let state = self.cycle.tasks.get(&task.code);
            waits && state.is_some_and(|it| code.is_none() || it.phase == TaskPhase::Complete)
        });
        let recommended = self.cycle.approvals.iter().filter(|(_, it)| {
            // What was turned down stands in nobody's way: it is put forward anew.
            if it
                .outcome
                .is_some_and(|outcome| protocol.leads_nowhere(it.kind, outcome))
            {
                return false;
            }
            let rule = self.rules.approval(it.kind);
            rule.is_some_and(|rule| waits(&rule.after, &rule.when))
        });
        let touched = touched.map(|task| Child::Task(task.code));
        touched
            .chain(recommended.map(|(id, _)| Child::Approval(*id)))
            .collect()
    }
}

/// Where an act leads and what follows from there, but for steps that need a reason: they take back, or break
/// off.
fn onward_from(act: Act) -> BTreeSet<&'static str> {
    let machine = act.machine();
    let rows = || Rules::table(machine).iter();
    let goes_on = |act: Act| !laws(act).contains(&Guard::ReasonGiven);
    let mut reached: BTreeSet<_> = rows()
        .filter(|row| row.act == act)
        .filter_map(|row| row.to)
        .collect();
    loop {
        let before = reached.len();
        let begins = |row: &&RowView| row.from.iter().any(|from| reached.contains(from));
        let next: Vec<_> = rows()
            .filter(begins)
            .filter(|row| goes_on(row.act))
            .filter_map(|row| row.to)
            .collect();
        let followed: Vec<_> = CONSEQUENT_MOVES
            .iter()
            .filter(|(act, of, from, _)| {
                machine == Machine::Need && *of == machine && reached.contains(from) && goes_on(*act)
            })
            .map(|(.., to)| *to)
            .collect();
        reached.extend(next.into_iter().chain(followed));
        if reached.len() == before {
            return reached;
        }
    }
}
