//! Decisions that a protocol asks for.

use super::{Branch, is_default};
use collegium_model::{
    code::Roles,
    short_code::{MilestoneCode, OutcomeCode, TaskCode},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A decision: one role recommends, another decides, two different people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalRule {
    /// What people call it.
    pub label: String,
    /// What it can come to, each with its label.
    pub outcomes: BTreeMap<OutcomeCode, String>,
    /// Roles that may recommend.
    pub recommended_by: Roles,
    /// Roles that may decide; none of them may recommend.
    pub decided_by: Roles,
    /// Tasks that come before the recommendation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: Vec<TaskCode>,
    /// Branches on which it is asked for; on all where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: Vec<Branch>,
    /// The milestone it belongs to, if it belongs to one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub milestone: Option<MilestoneCode>,
    /// Whether conditions can be set with the decision.
    #[serde(default, skip_serializing_if = "is_default")]
    pub with_conditions: bool,
}
