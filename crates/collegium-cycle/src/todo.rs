//! What is on a person's desk: everything that waits for somebody in one of their roles.

use crate::{
    acts::Act,
    child::Child,
    clock::{Awaits, Clock},
    context::Context,
    cycle::Cycle,
    decide::acting_role,
    rules::Rules,
    standing::{Standing, TaskStatus},
    violation::Violation,
};
use chrono::NaiveDate;
use serde::Serialize;

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Todo {
    /// What it is about.
    pub child: Child,
    /// What is to be done.
    pub what: What,
    /// When it is due, where a clock runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Whether it is late.
    pub overdue: bool,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of")]
pub enum What {
    /// An act.
    #[serde(rename = "act")]
    Act(Act),
    /// An observation, or another day that has come.
    #[serde(rename = "clock")]
    Clock(Awaits),
    /// Something that stands although it should not.
    #[serde(rename = "violation")]
    Settle(Violation),
}

impl Cycle {
    /// Everything that waits for whoever the context speaks of, the soonest first: steps under a deadline
    /// and tasks of the protocol in their roles, decisions that they may take, and what stands and was told
    /// to one of their roles.
    pub fn todos(&self, context: &Context<'_>, rules: &Rules) -> Vec<Todo> {
        let mut todos = Vec::new();
        let theirs = |act, child, approval| {
            let theirs = acting_role(context.roles, rules.roles_for(act, child, approval)).is_some();
            let decides = matches!(act, Act::DecideReallocation | Act::DecideApproval);
            theirs && !(decides && self.was_recommended_by(child, context))
        };
        let clocks = self.clocks(context.at, context.calendar, rules);
        for clock in &clocks {
            match &clock.awaits {
                Awaits::Step { act, .. } if theirs(*act, clock.child, None) => {
                    todos.push(todo(clock.child, What::Act(*act), Some(clock)));
                }
                Awaits::Step { .. } => {}
                awaits if Self::is_watched_by(context, rules) => {
                    todos.push(todo(clock.child, What::Clock(awaits.clone()), Some(clock)));
                }
                _ => {}
            }
        }
        let standing = Standing::of(self, rules);
        for (task, status) in standing.tasks() {
            let child = Child::Task(task.code);
            let can = matches!(status, TaskStatus::NotStarted | TaskStatus::InProgress);
            let listed = todos.iter().any(|it| it.child == child);
            if can && !listed && theirs(Act::CompleteTask, child, None) {
                todos.push(todo(child, What::Act(Act::CompleteTask), None));
            }
        }
        for (id, approval) in self.approvals.iter().filter(|(_, it)| it.is_open()) {
            let child = Child::Approval(*id);
            if theirs(Act::DecideApproval, child, Some(approval.kind)) {
                todos.push(todo(child, What::Act(Act::DecideApproval), None));
            }
        }
        for violation in self.check(context.at.date(), rules) {
            let told = violation.raised_by().map_or(&[][..], |act| rules.notified(act));
            if acting_role(context.roles, told).is_some() {
                todos.push(todo(Child::Cycle, What::Settle(violation), None));
            }
        }
        todos.sort_by_key(|it| (it.due.is_none(), it.due));
        todos
    }

    /// Whether the actor is one of those who open cycles here: they see to what no role is named for.
    fn is_watched_by(context: &Context<'_>, rules: &Rules) -> bool {
        acting_role(context.roles, rules.roles(Act::OpenCycle)).is_some()
    }
}

fn todo(child: Child, what: What, clock: Option<&Clock>) -> Todo {
    Todo {
        child,
        what,
        due: clock.and_then(|clock| clock.due),
        overdue: clock.is_some_and(Clock::is_overdue),
    }
}
