//! What may be done now, and what may not and why: the buttons of a page.

use crate::{
    acts::Act,
    child::{Child, Machine, is_made_by},
    context::Context,
    cycle::Cycle,
    decide::Fit,
    guard::{Asked, Once},
    refusal::Blocked,
    rules::Rules,
};
use serde::Serialize;

/// An act with what stands in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// The act.
    pub act: Act,
    /// What it is about; none where it would make something new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub child: Option<Child>,
    /// What stands in its way; empty where it is allowed, as far as this can be told without a payload.
    pub blockers: Vec<Blocked>,
}

impl Action {
    /// Whether nothing stands in its way.
    pub fn is_allowed(&self) -> bool {
        self.blockers.is_empty()
    }
}

impl Cycle {
    /// Every act whose step begins where the cycle or one of its machines stands, allowed or blocked. Acts
    /// that the protocol leaves out are not among them, reports of fact always are.
    ///
    /// It reads the same tables and guards as [`Cycle::decide`]: an act that is blocked here is refused
    /// there with the same blockers, whatever its payload.
    ///
    /// Complexity: machines of the cycle × acts of each.
    pub fn actions(&self, context: &Context<'_>, rules: &Rules) -> Vec<Action> {
        let once = Once::default();
        let mut actions = Vec::new();
        let mut add = |act, child, shown| {
            let asked = Asked {
                cycle: self,
                act,
                child,
                command: None,
                context,
                rules,
                once: &once,
            };
            actions.push(Action {
                act,
                child: shown,
                blockers: asked.judge(Fit::Known),
            });
        };
        self.children().for_each(|child| {
            let possible = rules.possible(child.machine());
            self.beginning(child, possible, |act| add(act, child, Some(child)));
        });
        for machine in Machine::ALL {
            let making = rules.possible(*machine).iter().filter(|act| is_made_by(**act));
            for act in making {
                if *machine == Machine::Task {
                    let untouched = rules.protocol().tasks.iter().map(|task| task.code);
                    for code in untouched.filter(|code| !self.tasks.contains_key(code)) {
                        add(*act, Child::Task(code), Some(Child::Task(code)));
                    }
                    continue;
                }
                // Any id would do: the judgement of a new thing does not depend on it.
                let child = nobody(*machine);
                if self.stands(child).is_none() {
                    add(*act, child, None);
                }
            }
        }
        actions
    }
}

/// A machine of a kind whose id nothing bears.
#[allow(
    clippy::match_same_arms,
    reason = "one line a machine; tasks have a reason of their own"
)]
fn nobody(machine: Machine) -> Child {
    use collegium_model::{id, uuid::Uuid};
    match machine {
        Machine::Cycle => Child::Cycle,
        Machine::Need => Child::Need(id::NeedId::new(Uuid::max())),
        Machine::SelfEvaluation => Child::SelfEvaluation(id::SelfEvaluationId::new(Uuid::max())),
        Machine::Review => Child::Review(id::ReviewId::new(Uuid::max())),
        Machine::Enquiry => Child::Enquiry(id::EnquiryId::new(Uuid::max())),
        Machine::Workshop => Child::Workshop(id::WorkshopId::new(Uuid::max())),
        Machine::Request => Child::Request(id::RequestId::new(Uuid::max())),
        Machine::Deployment => Child::Deployment(id::DeploymentId::new(Uuid::max())),
        Machine::Objective => Child::Objective(id::ObjectiveId::new(Uuid::max())),
        Machine::ProgressReview => Child::ProgressReview(id::ProgressReviewId::new(Uuid::max())),
        Machine::Concern => Child::Concern(id::ConcernId::new(Uuid::max())),
        Machine::Challenge => Child::Challenge(id::ChallengeId::new(Uuid::max())),
        Machine::Decision => Child::Decision(id::DecisionId::new(Uuid::max())),
        Machine::Approval => Child::Approval(id::ApprovalId::new(Uuid::max())),
        Machine::Coaching => Child::Coaching(id::CoachingId::new(Uuid::max())),
        Machine::DueDiligence => Child::DueDiligence(id::DueDiligenceId::new(Uuid::max())),
        // Tasks are named by the protocol, each by its own code.
        Machine::Task => Child::Cycle,
    }
}
