//! How schools are watched, and what follows from what is seen.

use super::is_default;
use crate::monitoring::Channel;
use collegium_model::{
    calendar::Span,
    short_code::{CategoryCode, PressureCode},
    support::SupportKind,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Thresholds of the rule that recommends what becomes of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReallocationRule {
    /// How many of the latest observations count.
    pub window: u16,
    /// Channels that must have spoken among them before anything but *continue* is recommended.
    pub least_channels: u16,
    /// Green ones among them that let help fade.
    pub greens_to_taper: u16,
    /// Green ones among them that close a need.
    pub greens_to_close: u16,
    /// Red ones among them that change the giver rather than add one.
    pub reds_to_switch: u16,
}

/// A category of monitoring with its own cadences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its code.
    pub code: CategoryCode,
    /// What people call it.
    pub label: String,
    /// How often each channel watches a school in it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cadences: BTreeMap<Channel, Span>,
}

/// A level of pressure on a school, with the support that it entitles to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PressureLevel {
    /// Its code.
    pub code: PressureCode,
    /// What people call it.
    pub label: String,
    /// The kinds of support to which it entitles; pressure without support is no protocol.
    pub entitles_to: Vec<SupportKind>,
}
