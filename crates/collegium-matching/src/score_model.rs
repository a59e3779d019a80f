//! How good a pair is, from what the domain knows of it: fit of area and stage, the way between the two,
//! severity of the need, continuity, and whom the help would reach with what effect.
//!
//! Weights are data; [`DEFAULTS`] says where each default comes from. A score is the sum of its parts, each
//! with the fact behind it, so that nobody has to believe a number.
//!
//! **Small schools.** Reach counts the school's *own* teachers and pupils, as a share: 40 of 40 pupils reached
//! are worth as much as 1,400 of 1,400. Size by itself never enters a score.
//!
//! **Rounding.** Each part is points × share, cut to whole millionths towards zero; nothing else is rounded.
//! Checked weights leave no room for overflow, whatever the facts.
//!
//! What it leaves to others: which facts to trust, and whether a pair is forbidden (a conflict is no matter of
//! points). A score is about a pair; added up by school it says nothing about schools.

use crate::score::Score;
use nearness::falling;
use portion::share_of;
use serde::{Deserialize, Serialize};

mod facts;
mod nearness;
mod pairs;
mod portion;
mod scored;
mod text;
mod weights;

pub use facts::{Months, PairFacts, Terms};
pub(crate) use nearness::Exactly;
pub use nearness::{Apart, Beyond, Falling, Metres, Minutes, TooFar};
pub use pairs::{ScoredPairs, TakerScores};
pub use portion::{NotAPortion, Portion};
pub use scored::{NotASum, Part, Scored, Term, Why};
pub use weights::{DEFAULTS, DefaultWeight, Source, WeightFault, WeightFaults, Weights};

/// Weights that were checked.
///
/// # Example
/// ```
/// # use collegium_matching::{problem::Problem, score_model::{Metres, PairFacts, Portion, ScoreModel}};
/// let model = ScoreModel::default();
/// let near = PairFacts {
///     same_phase: Some(true),
///     distance: Some(Metres(12_500)),
///     severity: Some(Portion::new(3, 4)?),
///     ..PairFacts::default()
/// };
/// let scored = model.candidate(&near)?;
/// assert_eq!(scored.total().to_string(), "120"); // 30 + 30 + 60
/// assert_eq!(
///     scored.parts()[2].to_string(),
///     "30 of 40 for distance: 12.5 km apart, where 50 km is the limit"
/// );
///
/// let far = PairFacts { distance: Some(Metres(62_000)), ..near };
/// let too_far = model.candidate(&far).unwrap_err();
/// assert_eq!(too_far.to_string(), "62 km apart, farther than 50 km");
///
/// // What comes into question becomes a pair.
/// let mut builder = Problem::builder();
/// builder.giver("901234", 1).taker("900017/attendance", 1);
/// builder.pair("901234", "900017/attendance", scored.total());
/// assert!(builder.build().is_ok());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Weights", into = "Weights")]
pub struct ScoreModel {
    weights: Weights,
}

impl ScoreModel {
    /// A model with those weights.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn new(weights: Weights) -> Result<Self, WeightFaults> {
        let faults = weights.faults();
        if faults.is_empty() {
            Ok(Self { weights })
        } else {
            Err(WeightFaults(faults))
        }
    }

    /// How much each term counts.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What speaks for a pair that comes into question.
    ///
    /// Of distance and travel time, what the model limits and the facts tell must be within its limit. Where
    /// the model limits something and the facts tell nothing of what it limits, the pair is no candidate.
    ///
    /// # Errors
    /// [`TooFar`] with every limit that is not kept.
    pub fn candidate(&self, facts: &PairFacts) -> Result<Scored, TooFar> {
        let limit = Apart {
            distance: self.weights.distance.map(|falling| falling.limit),
            travel_time: self.weights.travel_time.map(|falling| falling.limit),
        };
        let apart = Apart {
            distance: facts.distance,
            travel_time: facts.travel_time,
        };
        apart.within(limit).map(|()| self.score(facts))
    }

    /// What speaks for a pair, however far apart the two are. Terms without weight are left out.
    pub fn score(&self, facts: &PairFacts) -> Scored {
        let parts = self.weights.points().into_iter();
        let parts = parts.filter(|(_, most)| *most > Score::ZERO);
        let parts = parts.map(|(term, most)| {
            let why = self.why(term, facts);
            Part {
                term,
                amount: amount(most, &why),
                most,
                why,
            }
        });
        Scored::of_checked_weights(parts.collect())
    }

    /// The fact behind a term.
    fn why(&self, term: Term, facts: &PairFacts) -> Why {
        let Weights {
            distance,
            travel_time,
            continuity_full_after: full_after,
            full_effect,
            ..
        } = self.weights;
        let reached = |people| Why::Reached {
            people,
            effect: facts.effect,
            full_effect,
        };
        let why = match term {
            Term::Area => facts.area.map(Why::Share),
            Term::Phase => facts.same_phase.map(Why::SamePhase),
            Term::Distance => facts
                .distance
                .zip(distance)
                .map(|(found, falling)| Why::Distance {
                    found,
                    limit: falling.limit,
                }),
            Term::TravelTime => facts
                .travel_time
                .zip(travel_time)
                .map(|(found, falling)| Why::TravelTime {
                    found,
                    limit: falling.limit,
                }),
            Term::Severity => facts.severity.map(Why::Share),
            Term::Continuity => facts.together.map(|found| Why::Together { found, full_after }),
            Term::Teachers => facts.teachers.map(reached),
            Term::Pupils => facts.pupils.map(reached),
        };
        why.unwrap_or(Why::NotKnown)
    }
}

/// What a fact adds, of `most` points.
fn amount(most: Score, why: &Why) -> Score {
    match *why {
        Why::NotKnown | Why::SamePhase(false) | Why::Reached { effect: None, .. } => Score::ZERO,
        Why::SamePhase(true) => most,
        Why::Share(portion) => share_of(most, portion.part().into(), portion.of().into()),
        Why::Distance { found, limit } => falling(most, found.0, limit.0),
        Why::TravelTime { found, limit } => falling(most, found.0, limit.0),
        Why::Together { found, full_after } => {
            share_of(most, found.min(full_after).0.into(), full_after.0.into())
        }
        Why::Reached {
            people,
            effect: Some(effect),
            full_effect,
        } => {
            // A stronger effect than the full one counts no more, for better or worse.
            let full = i64::from(full_effect.0);
            let effect = i64::from(effect.0).clamp(-full.max(0), full.max(0));
            share_of(
                most,
                i64::from(people.part()) * effect,
                i64::from(people.of()) * full,
            )
        }
    }
}

impl TryFrom<Weights> for ScoreModel {
    type Error = WeightFaults;

    fn try_from(weights: Weights) -> Result<Self, WeightFaults> {
        Self::new(weights)
    }
}

impl From<ScoreModel> for Weights {
    fn from(model: ScoreModel) -> Self {
        model.weights
    }
}
