//! A protocol's own tasks and milestones. Their order is a graph, with branches.

use super::{Guard, is_default};
use collegium_model::{
    calendar::Span,
    code::Roles,
    short_code::{ApprovalKind, MilestoneCode, OutcomeCode, TaskCode},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A task of a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its code.
    pub code: TaskCode,
    /// What people call it.
    pub label: String,
    /// Roles that may do it.
    pub roles: Roles,
    /// The milestone it belongs to, if it belongs to one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub milestone: Option<MilestoneCode>,
    /// Tasks that come before it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Vec<TaskCode>,
    /// Branches on which it is asked for; on all where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Vec<Branch>,
    /// What it can come to, each with its label; none where it is only done or not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcomes: BTreeMap<OutcomeCode, String>,
    /// When it is due, counted from the day on which it could first be done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Span>,
    /// How much later it still counts as done in time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub grace: Option<Span>,
    /// When reminders go out, counted from the same day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remind: Vec<Span>,
    /// Conditions that must hold before it is done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub guards: Vec<Guard>,
    /// Whether a milestone is reached without it, too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub optional: bool,
}

/// A condition on what was decided, or on what a task came to. Exactly one of the two is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// The decision.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approval: Option<ApprovalKind>,
    /// The task.
    #[serde(default, skip_serializing_if = "is_default")]
    pub task: Option<TaskCode>,
    /// The outcomes that lead here.
    pub is: Vec<OutcomeCode>,
}

/// A milestone: reached once every task and decision of it is done or not required, and what it needs came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its code.
    pub code: MilestoneCode,
    /// What people call it.
    pub label: String,
    /// Milestones that come before it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Vec<MilestoneCode>,
    /// Branches on which it is on the way; on all where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Vec<Branch>,
    /// What must have come about for it to be reached: where a decision came to something else, it stays ahead
    /// until another is made.
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs: Vec<Branch>,
}
