//! What counts as evidence. Numbers say what happened; observation, surveys and conversation say why.

use super::is_default;
use collegium_model::short_code::EvidenceKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What counts as evidence, and when there is enough of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceRule {
    /// Kinds of evidence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinds: BTreeMap<EvidenceKind, EvidenceKindRule>,
    /// How many kinds an answer rests on at least.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to_answer: u16,
    /// How many kinds make a finding triangulated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to_triangulate: u16,
    /// Whether an answer needs both what happened and why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub both_sides: bool,
}

/// A kind of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EvidenceKindRule {
    /// What people call it.
    pub label: String,
    /// What it tells.
    pub says: Side,
    /// What it counts for; a kind that counts for nothing can never matter.
    pub counts_for: Vec<EvidenceUse>,
    /// Whether it can show that something is the cause of something.
    #[serde(default, skip_serializing_if = "is_default")]
    pub causal: bool,
}

/// What evidence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Side {
    /// What happened.
    #[serde(rename = "what")]
    What,
    /// Why.
    #[serde(rename = "why")]
    Why,
}

/// What evidence counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EvidenceUse {
    /// It answers an enquiry.
    #[serde(rename = "answer")]
    Answer,
    /// It makes a finding triangulated.
    #[serde(rename = "triangulation")]
    Triangulation,
}
