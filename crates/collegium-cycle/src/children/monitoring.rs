//! The three channels that watch whether help helps.

use crate::child::addressed;
use chrono::NaiveDate;
use collegium_model::id::NeedId;
use serde::{Deserialize, Serialize};

/// How something comes on, with its direction left to the next note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rating {
    /// Off course.
    #[serde(rename = "red")]
    Red,
    /// Partly on course.
    #[serde(rename = "amber")]
    Amber,
    /// On course.
    #[serde(rename = "green")]
    Green,
}

impl Rating {
    /// Every rating, the worst first.
    pub const ALL: [Self; 3] = [Self::Red, Self::Amber, Self::Green];

    /// The rating as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
        }
    }
}

/// Where things are heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Direction {
    /// For the better.
    #[serde(rename = "improving")]
    Improving,
    /// No change.
    #[serde(rename = "steady")]
    Steady,
    /// For the worse.
    #[serde(rename = "declining")]
    Declining,
}

/// A way of watching, with a cadence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Channel {
    /// Assessment data.
    #[serde(rename = "data_check")]
    DataCheck,
    /// An informal visit.
    #[serde(rename = "informal_visit")]
    InformalVisit,
    /// A formal review.
    #[serde(rename = "formal_review")]
    FormalReview,
}

impl Channel {
    /// All three.
    pub const ALL: [Self; 3] = [Self::DataCheck, Self::InformalVisit, Self::FormalReview];

    /// The channel as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::DataCheck => "Data check",
            Self::InformalVisit => "Informal visit",
            Self::FormalReview => "Formal review",
        }
    }
}

/// What one channel showed on one day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonitoringRecord {
    /// The need that was watched.
    pub need: NeedId,
    /// How.
    pub channel: Channel,
    /// When.
    pub on: NaiveDate,
    /// What was seen.
    pub rating: Rating,
}
addressed!(MonitoringRecord.need => Need);

/// A record as a need keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Observation {
    /// How it was made.
    pub channel: Channel,
    /// When.
    pub on: NaiveDate,
    /// What was seen.
    pub rating: Rating,
}
