//! What a school needs help with.

use crate::{
    code::{Area, RuleId},
    id::{NeedId, SchoolId},
    quantity::Units,
};
use serde::{Deserialize, Serialize};

/// A need of one school in one area. Its phase is kept by the cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// The school that needs help.
    pub school: SchoolId,
    /// What the help is about.
    pub area: Area,
    /// How serious it is.
    pub severity: Severity,
    /// How many deployments it asks for; at least one.
    pub units: Units,
    /// The year group it is about, 0 for reception, where it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_group: Option<u8>,
    /// What made it known.
    pub source: NeedSource,
}

/// What made a need known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", deny_unknown_fields)]
#[non_exhaustive]
pub enum NeedSource {
    /// Published signals under a named rule; no diagnosis.
    #[serde(rename = "signals")]
    Signals {
        /// The rule of the derivation that fired; of several, the most severe.
        rule: RuleId,
    },
    /// The school itself, or its responsible body.
    #[serde(rename = "reported")]
    Reported,
    /// A review.
    #[serde(rename = "review")]
    Review,
}

/// How serious a need is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// Help would be welcome.
    #[serde(rename = "low")]
    Low,
    /// Help is needed this year.
    #[serde(rename = "moderate")]
    Moderate,
    /// Help is needed this term.
    #[serde(rename = "high")]
    High,
    /// Help is needed now.
    #[serde(rename = "urgent")]
    Urgent,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Moderate, Self::High, Self::Urgent];

    /// Its rank from 1, low, to 4, urgent.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Moderate => 2,
            Self::High => 3,
            Self::Urgent => 4,
        }
    }

    /// The severity as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::Urgent => "Urgent",
        }
    }
}
