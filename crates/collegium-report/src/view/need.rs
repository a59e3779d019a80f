//! Needs, what happened to each, and how it was watched.

use chrono::NaiveDate;
use serde::Serialize;

use super::SchoolIndex;

/// A position in [`RoundView::needs`](crate::RoundView::needs), from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct NeedIndex(pub u32);

/// What a school needs help with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Need {
    /// A short key that people can quote, such as *N-014*.
    pub key: String,
    /// The school that has the need.
    pub school: SchoolIndex,
    /// What it is about, such as *Mathematics, Year 6*.
    pub area: String,
    /// How pressing it is.
    pub severity: Severity,
    /// Which rule or finding it comes from, in plain words.
    pub derived_by: Option<String>,
    /// Deployments asked for.
    pub units_asked: u32,
    /// Deployments the plan gives.
    pub units_met: u32,
    /// Where the need stands at the end of the round, such as *Monitoring*.
    pub phase_at_end: String,
    /// Why this school got what it got: one plain paragraph each.
    pub explanation: Vec<String>,
    /// What else could have been done, and what it would have cost.
    pub alternatives: Vec<Alternative>,
    /// Why nobody could be found, where that is so.
    pub why_nobody: Option<String>,
    /// What happened, in any order; the page sorts by date.
    pub moments: Vec<Moment>,
    /// How progress was watched, in any order; the page sorts by date.
    pub checks: Vec<Check>,
}

/// How pressing a need is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 1 of 4.
    Low,
    /// 2 of 4.
    Moderate,
    /// 3 of 4.
    High,
    /// 4 of 4.
    Urgent,
}

impl Severity {
    /// All severities, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Urgent, Self::High, Self::Moderate, Self::Low];

    /// The severity of a rank from 1 (low) to 4 (urgent).
    pub const fn from_rank(rank: u8) -> Option<Self> {
        match rank {
            1 => Some(Self::Low),
            2 => Some(Self::Moderate),
            3 => Some(Self::High),
            4 => Some(Self::Urgent),
            _ => None,
        }
    }

    /// Its rank, from 1 (low) to 4 (urgent).
    pub const fn rank(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Moderate => 2,
            Self::High => 3,
            Self::Urgent => 4,
        }
    }

    /// The word on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::Urgent => "Urgent",
        }
    }
}

/// Something that could have been done instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// What it is, such as the school that could have offered support.
    pub label: String,
    /// How well it fits, as it is to be read, such as *0.84*.
    pub score: Option<String>,
    /// What it would cost everyone, in plain words.
    pub cost: String,
}

/// Something that happened to a need on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// What sort of thing.
    pub kind: MomentKind,
    /// One plain sentence.
    pub text: String,
}

/// What sort of thing happened. Each has its own shape on the timelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MomentKind {
    /// The school looked at itself, or was visited, and the need was agreed.
    Diagnosis,
    /// Support was looked for, found, or not found.
    Matching,
    /// Something was agreed, or turned down.
    Agreement,
    /// Support began, changed or ended.
    Support,
    /// A concern was raised or resolved.
    Concern,
    /// Someone decided something: a reallocation, or an approval.
    Decision,
    /// The need was closed.
    Closed,
}

impl MomentKind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 7] = [
        Self::Diagnosis,
        Self::Matching,
        Self::Agreement,
        Self::Support,
        Self::Concern,
        Self::Decision,
        Self::Closed,
    ];

    /// The word on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Diagnosis => "Diagnosis",
            Self::Matching => "Matching",
            Self::Agreement => "Agreement",
            Self::Support => "Support",
            Self::Concern => "Concern",
            Self::Decision => "Decision",
            Self::Closed => "Closed",
        }
    }
}

/// One look at how things are going.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The day.
    pub date: NaiveDate,
    /// How it was looked at.
    pub channel: Channel,
    /// How it was rated.
    pub rating: Rating,
    /// Which way things were moving.
    pub direction: Direction,
}

/// How progress is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Assessment data.
    DataCheck,
    /// An informal visit.
    InformalVisit,
    /// A periodic formal review.
    FormalReview,
    /// A note on an objective of the plan.
    ProgressNote,
}

impl Channel {
    /// All channels, in the order of the legend.
    pub const ALL: [Self; 4] = [
        Self::DataCheck,
        Self::InformalVisit,
        Self::FormalReview,
        Self::ProgressNote,
    ];

    /// The words on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::DataCheck => "Data check",
            Self::InformalVisit => "Informal visit",
            Self::FormalReview => "Formal review",
            Self::ProgressNote => "Progress note",
        }
    }
}

/// How a check was rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// Not going to plan.
    Red,
    /// Going partly to plan.
    Amber,
    /// Going to plan.
    Green,
    /// Looked at, without a rating.
    Unrated,
}

impl Rating {
    /// The word on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
            Self::Unrated => "Not rated",
        }
    }
}

/// Which way things move between two checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Improving.
    Up,
    /// No change.
    Level,
    /// Getting worse.
    Down,
    /// Too early to say, or not asked.
    Unknown,
}

impl Direction {
    /// The words on the page; empty where the direction is unknown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Up => "improving",
            Self::Level => "no change",
            Self::Down => "getting worse",
            Self::Unknown => "",
        }
    }
}
