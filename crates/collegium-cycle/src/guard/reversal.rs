//! What was done is taken back only while nothing rests on it.

use super::{Asked, unless};
use crate::{child::Child, need::NeedPhase, protocol::Branch, refusal::Blocker, review::ReviewPhase};
use collegium_model::short_code::{ApprovalKind, TaskCode};

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
            Child::Review(_) => self.diagnosed_since(None),
            Child::Enquiry(id) => {
                let need = self.cycle.enquiries.get(&id).and_then(|it| it.need);
                self.diagnosed_since(need)
            }
            Child::Approval(id) => {
                let kind = self.cycle.approvals.get(&id).map(|it| it.kind);
                kind.map_or_else(Vec::new, |kind| self.resting_on(Some(kind), None))
            }
            Child::Task(code) => self.resting_on(None, Some(code)),
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

    /// Tasks that were touched and approvals that were recommended although they wait for this.
    fn resting_on(&self, approval: Option<ApprovalKind>, code: Option<TaskCode>) -> Vec<Child> {
        let waits = |after: &[TaskCode], when: &[Branch]| {
            let on_task = code.is_some_and(|code| after.contains(&code));
            let on_branch = |branch: &Branch| {
                (approval.is_some() && branch.approval == approval) || (code.is_some() && branch.task == code)
            };
            on_task || when.iter().any(on_branch)
        };
        let protocol = self.rules.protocol();
        let touched = protocol
            .tasks
            .iter()
            .filter(|task| self.cycle.tasks.contains_key(&task.code) && waits(&task.after, &task.when));
        let recommended = self.cycle.approvals.iter().filter(|(_, it)| {
            let rule = self.rules.approval(it.kind);
            rule.is_some_and(|rule| waits(&rule.after, &rule.when))
        });
        let touched = touched.map(|task| Child::Task(task.code));
        touched
            .chain(recommended.map(|(id, _)| Child::Approval(*id)))
            .collect()
    }
}
