//! The tasks that a protocol asks for, in an order that is a graph. What is stored is what somebody did;
//! what that makes of every task and milestone is computed.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::short_code::{OutcomeCode, TaskCode};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a task stands, once somebody has touched it.
    TaskPhase {
        /// Somebody has begun.
        InProgress "in_progress" "In progress",
        /// It is done.
        Complete "complete" "Complete",
        /// It was dropped with the cycle.
        Dropped "dropped" "Dropped",
    }
}

use TaskPhase as P;

/// The task machine.
pub const TABLE: &[Transition<TaskPhase>] = &[
    Transition::makes(Act::StartTask, P::InProgress),
    Transition::makes(Act::CompleteTask, P::Complete),
    Transition::moves(Act::CompleteTask, &[P::InProgress], P::Complete),
    Transition::moves(Act::ReopenTask, &[P::Complete], P::InProgress),
];

/// A task that somebody has touched.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskState {
    /// Where it stands.
    pub phase: TaskPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// What it came to, where the protocol asks for that.
    pub outcome: Option<OutcomeCode>,
}

kept!(TaskState: TaskPhase, TABLE, open: P::InProgress, ended: Some(P::Dropped),
made(phase, recorded) {
    let outcome = match recorded.event {
        Event::TaskCompleted(it) => it.outcome,
        _ => None,
    };
    Some(Self { phase, since: recorded.at, outcome })
}, note(this, recorded) {
    match recorded.event {
        Event::TaskCompleted(it) => this.outcome = it.outcome,
        Event::TaskReopened(_) => this.outcome = None,
        _ => {}
    }
});

bare_payload! {
    /// Names a task of the protocol.
    OfTask {
        /// The task.
        task: TaskCode
    } => Task
}

/// A task that is done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompletedTask {
    /// The task.
    pub task: TaskCode,
    /// What it came to; needed where the protocol lists outcomes for it, and nowhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeCode>,
}
addressed!(CompletedTask.task => Task);
