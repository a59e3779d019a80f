//! A score in its parts, each with what it is for.

use super::{Metres, Minutes, Months, Portion, Terms};
use crate::score::{Score, ScoreError, Total};
use serde::{Deserialize, Serialize};

/// What can speak for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Term {
    /// The giver offers help in the area of the need.
    #[serde(rename = "area")]
    Area,
    /// Both serve the same stage of education.
    #[serde(rename = "phase")]
    Phase,
    /// They are near.
    #[serde(rename = "distance")]
    Distance,
    /// The way is short.
    #[serde(rename = "travel_time")]
    TravelTime,
    /// The need is severe.
    #[serde(rename = "severity")]
    Severity,
    /// They have worked together.
    #[serde(rename = "continuity")]
    Continuity,
    /// Teachers reached, with what effect.
    #[serde(rename = "teachers")]
    Teachers,
    /// Pupils reached, with what effect.
    #[serde(rename = "pupils")]
    Pupils,
}

impl Term {
    /// The field of [`super::Weights`] that says how much it counts.
    pub const fn weight(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Phase => "same_phase",
            Self::Distance => "distance",
            Self::TravelTime => "travel_time",
            Self::Severity => "severity",
            Self::Continuity => "continuity",
            Self::Teachers => "teachers",
            Self::Pupils => "pupils",
        }
    }
}

/// One term of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is for.
    pub term: Term,
    /// What it adds.
    pub amount: Score,
    /// What it can add at most.
    pub most: Score,
    /// Why it adds that much.
    pub why: Why,
}

/// The fact behind an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", deny_unknown_fields)]
#[non_exhaustive]
pub enum Why {
    /// The fact is not known, so it counts nothing.
    #[serde(rename = "not_known")]
    NotKnown,
    /// That share of the points: areas that fit, or the rank of a severity.
    #[serde(rename = "share")]
    Share(Portion),
    /// Whether both serve the same stage.
    #[serde(rename = "same_phase")]
    SamePhase(bool),
    /// How far apart they are.
    #[serde(rename = "distance")]
    Distance {
        /// How far.
        found: Metres,
        /// Where the points have fallen to none.
        limit: Metres,
    },
    /// How long the way takes.
    #[serde(rename = "travel_time")]
    TravelTime {
        /// How long.
        found: Minutes,
        /// Where the points have fallen to none.
        limit: Minutes,
    },
    /// How long they have worked together.
    #[serde(rename = "together")]
    Together {
        /// How long.
        found: Terms,
        /// From when on more counts no more.
        full_after: Terms,
    },
    /// Who is reached, and with what effect.
    #[serde(rename = "reached")]
    Reached {
        /// Of the school's own.
        people: Portion,
        /// What is expected; an effect without evidence counts nothing.
        effect: Option<Months>,
        /// What counts in full.
        full_effect: Months,
    },
}

/// What speaks for a pair, part by part; the parts add up to the total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "ScoredRecord")]
pub struct Scored {
    parts: Vec<Part>,
    total: Score,
}

/// A score as it is read.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ScoredRecord {
    parts: Vec<Part>,
    total: Score,
}

/// Why a score in parts does not add up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotASum {
    /// The parts add up to something else.
    #[error("the parts add up to {sum}, the total says {total}")]
    OtherTotal {
        /// What they add up to.
        sum: Total,
        /// What it says.
        total: Score,
    },
    /// The parts add up to more than a score can be.
    #[error(transparent)]
    NoScore(#[from] ScoreError),
}

impl Scored {
    /// Adds the parts up.
    ///
    /// # Errors
    /// [`ScoreError`] where the sum is beyond what a score can be.
    pub fn of(parts: Vec<Part>) -> Result<Self, ScoreError> {
        let total = Score::try_from(sum(&parts))?;
        Ok(Self { parts, total })
    }

    pub(super) fn of_checked_weights(parts: Vec<Part>) -> Self {
        Self::of(parts).expect("checked weights add up to a score at most, and no part exceeds its own")
    }

    /// The terms that the model weighs, in the order of [`Term`].
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The score of the pair.
    pub fn total(&self) -> Score {
        self.total
    }
}

impl TryFrom<ScoredRecord> for Scored {
    type Error = NotASum;

    fn try_from(record: ScoredRecord) -> Result<Self, NotASum> {
        let scored = Self::of(record.parts)?;
        if scored.total == record.total {
            Ok(scored)
        } else {
            Err(NotASum::OtherTotal {
                sum: scored.total.into(),
                total: record.total,
            })
        }
    }
}

fn sum(parts: &[Part]) -> Total {
    parts.iter().map(|part| part.amount).sum()
}
