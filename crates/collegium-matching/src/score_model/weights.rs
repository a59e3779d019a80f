//! How much each term of a score counts, as data, and where the defaults come from.

use super::{Falling, Metres, Minutes, Months, Term, Terms};
use crate::score::{Score, Total};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much each term counts: the points that it gives at most. [`super::ScoreModel::new`] checks them.
///
/// # Units
/// Points, exact to six places. What a point is worth is for those to agree who weigh.
///
/// # Shape
/// A field that is left out on reading has its default, an unknown one is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// For help in every area that the need asks for.
    pub area: Score,
    /// For serving the same stage of education.
    pub same_phase: Score,
    /// For being near; none where distance does not matter.
    pub distance: Option<Falling<Metres>>,
    /// For a short way; none where travel time does not matter.
    pub travel_time: Option<Falling<Minutes>>,
    /// For the most severe need; a lower rank has its share.
    pub severity: Score,
    /// For having worked together for `continuity_full_after`; a shorter time has its share.
    pub continuity: Score,
    /// From when on more time together counts no more.
    pub continuity_full_after: Terms,
    /// For reaching all teachers of the school with the full effect.
    pub teachers: Score,
    /// For reaching all pupils of the school with the full effect.
    pub pupils: Score,
    /// The expected effect that counts in full; a larger one counts no more.
    pub full_effect: Months,
}

/// Where a default comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Source {
    /// A public page says so.
    #[serde(rename = "public")]
    Public,
    /// An assumption of ours.
    #[serde(rename = "assumption")]
    Assumption,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Public => "public",
            Self::Assumption => "assumption",
        })
    }
}

/// One default and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DefaultWeight {
    /// The field of [`Weights`].
    pub weight: &'static str,
    /// Its value, in words.
    pub value: &'static str,
    /// Where it comes from.
    pub source: Source,
    /// Why it is as it is.
    pub why: &'static str,
}

/// Every field of [`Weights::default`], in their order, with its source.
pub const DEFAULTS: [DefaultWeight; 10] = [
    DefaultWeight {
        weight: "area",
        value: "40 points",
        source: Source::Assumption,
        why: "help in the right area counts as much as help next door",
    },
    DefaultWeight {
        weight: "same_phase",
        value: "30 points",
        source: Source::Assumption,
        why: "as in the default derivation",
    },
    DefaultWeight {
        weight: "distance",
        value: "40 points, limit 50 km",
        source: Source::Assumption,
        why: "as in the default derivation, in a straight line",
    },
    DefaultWeight {
        weight: "travel_time",
        value: "none",
        source: Source::Assumption,
        why: "travel times are seldom at hand",
    },
    DefaultWeight {
        weight: "severity",
        value: "80 points",
        source: Source::Assumption,
        why: "as in the default derivation, 20 for each of four ranks: no other term outweighs it",
    },
    DefaultWeight {
        weight: "continuity",
        value: "20 points",
        source: Source::Assumption,
        why: "trust that has grown is worth keeping, and less than help in the right area",
    },
    DefaultWeight {
        weight: "continuity_full_after",
        value: "3 terms",
        source: Source::Assumption,
        why: "a school year; a pair that never parts is no aim in itself",
    },
    DefaultWeight {
        weight: "teachers",
        value: "30 points",
        source: Source::Assumption,
        why: "teachers and pupils count alike",
    },
    DefaultWeight {
        weight: "pupils",
        value: "30 points",
        source: Source::Assumption,
        why: "teachers and pupils count alike",
    },
    DefaultWeight {
        weight: "full_effect",
        value: "12 months",
        source: Source::Public,
        why: "the public table from effect size to months of progress ends there",
    },
];

impl Default for Weights {
    /// See [`DEFAULTS`].
    fn default() -> Self {
        Self {
            area: points(40),
            same_phase: points(30),
            distance: Some(Falling {
                limit: Metres(50_000),
                points: points(40),
            }),
            travel_time: None,
            severity: points(80),
            continuity: points(20),
            continuity_full_after: Terms(3),
            teachers: points(30),
            pupils: points(30),
            full_effect: Months(12),
        }
    }
}

fn points(whole: u16) -> Score {
    Score::from_micros(i64::from(whole) * 1_000_000).expect("a few points are within the limit of a score")
}

impl Weights {
    /// What each term gives at most, in the order in which a score's parts are told.
    pub(super) fn points(&self) -> [(Term, Score); 8] {
        let falling = |points: Option<Score>| points.unwrap_or(Score::ZERO);
        [
            (Term::Area, self.area),
            (Term::Phase, self.same_phase),
            (Term::Distance, falling(self.distance.map(|it| it.points))),
            (Term::TravelTime, falling(self.travel_time.map(|it| it.points))),
            (Term::Severity, self.severity),
            (Term::Continuity, self.continuity),
            (Term::Teachers, self.teachers),
            (Term::Pupils, self.pupils),
        ]
    }

    /// Everything that is wrong with them.
    pub(super) fn faults(&self) -> Vec<WeightFault> {
        let mut faults = Vec::new();
        for (term, points) in self.points() {
            if points < Score::ZERO {
                faults.push(WeightFault::BelowZero { term, points });
            }
        }
        let total: Total = self.points().into_iter().map(|(_, points)| points).sum();
        if Score::try_from(total).is_err() {
            faults.push(WeightFault::TooMuchTogether { total });
        }
        if self.distance.is_some_and(|it| it.limit.0 == 0) {
            faults.push(WeightFault::NoWay { term: Term::Distance });
        }
        if self.travel_time.is_some_and(|it| it.limit.0 == 0) {
            faults.push(WeightFault::NoWay {
                term: Term::TravelTime,
            });
        }
        if self.continuity_full_after.0 == 0 {
            faults.push(WeightFault::NoTime);
        }
        if self.full_effect.0 < 1 {
            faults.push(WeightFault::NoEffect {
                found: self.full_effect,
            });
        }
        faults
    }
}

/// One thing that is wrong with weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeightFault {
    /// A term would count against what it speaks for.
    #[error("{}: {points} points are below zero", term.weight())]
    BelowZero {
        /// Whose points.
        term: Term,
        /// How many.
        points: Score,
    },
    /// A pair for which everything speaks would have no exact score.
    #[error("all points together are {total}, more than a score can be")]
    TooMuchTogether {
        /// Their sum.
        total: Total,
    },
    /// A limit of zero leaves no way in which points could fall.
    #[error("{}: the limit is zero", term.weight())]
    NoWay {
        /// Whose limit.
        term: Term,
    },
    /// Continuity would count in full before it began.
    #[error("continuity_full_after: it is zero")]
    NoTime,
    /// The effect that counts in full is none.
    #[error("full_effect: {found} is no gain")]
    NoEffect {
        /// What was given.
        found: Months,
    },
}

impl WeightFault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::BelowZero { .. } => "write 0 for a term that should not count",
            Self::TooMuchTogether { .. } => "use a larger unit: all points together are at most 1000000000",
            Self::NoWay { .. } => {
                "write a limit of at least 1, or leave the term out where it should not count"
            }
            Self::NoTime => "write at least 1 term; for no continuity at all give it 0 points",
            Self::NoEffect { .. } => "write at least 1 month",
        }
    }
}

/// Everything that is wrong with weights.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct WeightFaults(pub(super) Vec<WeightFault>);

impl WeightFaults {
    /// The faults; never empty.
    pub fn faults(&self) -> &[WeightFault] {
        &self.0
    }
}
