//! What may be done now, and what may not and why: the buttons of a page.

use crate::{
    acts::Act,
    child::{Child, Machine},
    context::Context,
    cycle::Cycle,
    decide::refusal,
    guard::Asked,
    refusal::Blocked,
    rules::Rules,
    table::Misfit,
};
use serde::Serialize;

/// An act with what stands in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Every act whose step begins where the cycle or one of its machines stands, allowed or blocked.
    ///
    /// It reads the same tables and guards as [`Cycle::decide`]: an act that is blocked here is refused
    /// there with the same blockers, whatever its payload.
    ///
    /// Complexity: acts × machines of the cycle.
    pub fn actions(&self, context: &Context<'_>, rules: &Rules) -> Vec<Action> {
        let mut actions = Vec::new();
        for child in self.children() {
            for act in Act::ALL
                .iter()
                .copied()
                .filter(|act| act.machine() == child.machine())
            {
                if self.fit(act, child).is_ok() {
                    actions.push(self.action(act, child, Some(child), context, rules));
                }
            }
        }
        for act in Act::ALL.iter().copied().filter(|act| makes_something(*act)) {
            // Any id would do: the judgement of a new thing does not depend on it.
            let child = nobody(act.machine());
            if self.stands(child).is_none() {
                actions.push(self.action(act, child, None, context, rules));
            }
        }
        actions
    }

    fn action(
        &self,
        act: Act,
        child: Child,
        shown: Option<Child>,
        context: &Context<'_>,
        rules: &Rules,
    ) -> Action {
        let asked = Asked {
            cycle: self,
            child,
            command: None,
            context,
            rules,
        };
        Action {
            act,
            child: shown,
            blockers: refusal(asked.judge(act), rules).blockers,
        }
    }
}

/// Whether the act's row begins with nothing.
fn makes_something(act: Act) -> bool {
    Cycle::default().fit(act, nobody(act.machine())) != Err(Misfit::Unknown)
}

fn nobody(machine: Machine) -> Child {
    use collegium_model::{id, uuid::Uuid};
    match machine {
        Machine::Cycle => Child::Cycle,
        Machine::Need => Child::Need(id::NeedId::new(Uuid::max())),
        Machine::SelfEvaluation => Child::SelfEvaluation(id::SelfEvaluationId::new(Uuid::max())),
        Machine::Review => Child::Review(id::ReviewId::new(Uuid::max())),
        Machine::Request => Child::Request(id::RequestId::new(Uuid::max())),
        Machine::Deployment => Child::Deployment(id::DeploymentId::new(Uuid::max())),
        Machine::Objective => Child::Objective(id::ObjectiveId::new(Uuid::max())),
        Machine::Decision => Child::Decision(id::DecisionId::new(Uuid::max())),
    }
}
