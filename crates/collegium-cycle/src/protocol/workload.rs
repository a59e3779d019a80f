//! Limits on what is asked of people, and what is watched when help begins.

use super::is_default;
use crate::{deployment::Stakeholder, monitoring::Channel};
use collegium_model::{calendar::Span, code::WindowCode, short_code::ExpectationCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much is asked of a school at most, and when it is left alone. What is not set is not limited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Workload {
    /// Visits in a term.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visits_in_term: Option<u16>,
    /// Visits in a school year, which begins with August.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visits_in_year: Option<u16>,
    /// Visits in a term in which one person is lead or peer, within this cycle.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visits_in_term_each: Option<u16>,
    /// Requests that wait for an answer at once.
    #[serde(default, skip_serializing_if = "is_default")]
    pub open_requests: Option<u16>,
    /// How long before a visit its day is told.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notice: Option<Span>,
    /// Windows of the calendar in which there is no visit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub protected: Vec<WindowCode>,
    /// School days at the end of each term in which there is no visit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub end_of_term: u16,
}

/// Who makes up a review team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TeamRule {
    /// Peers beside the lead, at least.
    #[serde(default, skip_serializing_if = "is_default")]
    pub least_peers: u16,
    /// Peers beside the lead, at most, if that is limited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub most_peers: Option<u16>,
    /// Whether no two of them may come from one school.
    #[serde(default, skip_serializing_if = "is_default")]
    pub different_schools: bool,
}

/// How long a review visit takes, in school days. One that is told without a last day takes one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VisitRule {
    /// School days, at least.
    #[serde(default, skip_serializing_if = "is_default")]
    pub least_days: u16,
    /// School days, at most, if that is limited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub most_days: Option<u16>,
}

/// What is seen half-way through a deployment, between its agreed first and last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MidTermRule {
    /// The channel that looks at its need.
    pub channel: Channel,
    /// By when, counted from the day half-way; an observation from that day on counts.
    pub within: Span,
}

/// What is watched in the first weeks of support.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstWeeksRule {
    /// Baseline expectations, each with its label.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expectations: BTreeMap<ExpectationCode, String>,
    /// With whom there is contact.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contacts: Vec<Stakeholder>,
    /// By when, counted from the day on which the work started.
    #[serde(default, skip_serializing_if = "is_default")]
    pub within: Option<Span>,
}
