//! The wire form of a problem, `problem.json`: everything that the builder can be told.

use super::{Problem, ProblemBuilder};
use crate::score::Score;
use serde::{Deserialize, Serialize};

/// A problem as it is stored; [`ProblemFile::to_builder`] and [`ProblemBuilder::build`] check it.
///
/// # Shape
/// The lists in any order; unknown fields are refused on reading.
///
/// # Example
/// ```
/// # use collegium_matching::problem::ProblemFile;
/// let json = br#"{
///     "givers": [{"id": "901234", "capacity": 2}],
///     "takers": [{"id": "900017", "demand": 1}],
///     "pairs": [{"giver": "901234", "taker": "900017", "score": 0.8}]
/// }"#;
/// let problem = ProblemFile::from_json(json)?.to_builder().build()?;
/// assert_eq!(ProblemFile::of(&problem).to_builder().build()?.hash(), problem.hash());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemFile {
    /// Who can give how much.
    pub givers: Vec<GiverEntry>,
    /// Who needs how much.
    pub takers: Vec<TakerEntry>,
    /// Which pairs are possible.
    pub pairs: Vec<PairEntry>,
    /// Which pairs must not be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<ForbiddenEntry>,
}

/// A giver and its capacity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GiverEntry {
    /// Its id.
    pub id: String,
    /// Units it can give at once.
    pub capacity: u32,
}

/// A taker and its demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakerEntry {
    /// Its id.
    pub id: String,
    /// Units it asks for, each from a different giver.
    pub demand: u32,
}

/// A possible pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PairEntry {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
    /// How good the pair is.
    pub score: Score,
}

/// A forbidden pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForbiddenEntry {
    /// The giver's id.
    pub giver: String,
    /// The taker's id.
    pub taker: String,
}

impl ProblemFile {
    /// The wire form of `problem`, all lists by id. Forbidden pairs are among the pairs, too.
    pub fn of(problem: &Problem) -> Self {
        let ids = |pair: &super::Pair| {
            let giver = problem.giver(pair.giver).id.to_owned();
            (giver, problem.taker(pair.taker).id.to_owned())
        };
        let pairs = problem.pairs().chain(problem.forbidden_pairs()).map(|pair| {
            let (giver, taker) = ids(&pair);
            PairEntry {
                giver,
                taker,
                score: pair.score,
            }
        });
        let forbidden = problem.forbidden_pairs().map(|pair| {
            let (giver, taker) = ids(&pair);
            ForbiddenEntry { giver, taker }
        });
        let giver = |giver: super::Giver<'_>| GiverEntry {
            id: giver.id.to_owned(),
            capacity: giver.capacity,
        };
        let taker = |taker: super::Taker<'_>| TakerEntry {
            id: taker.id.to_owned(),
            demand: taker.demand,
        };
        Self {
            givers: problem.givers().map(giver).collect(),
            takers: problem.takers().map(taker).collect(),
            pairs: pairs.collect(),
            forbidden: forbidden.collect(),
        }
    }

    /// Reads a problem's wire form from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, ProblemUnreadable> {
        serde_json::from_slice(json).map_err(|error| ProblemUnreadable {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })
    }

    /// A builder that was told all of it; a fault's place is the list and the record in it.
    pub fn to_builder(&self) -> ProblemBuilder {
        let mut builder = Problem::builder();
        for giver in &self.givers {
            builder.giver(&giver.id, giver.capacity);
        }
        for taker in &self.takers {
            builder.taker(&taker.id, taker.demand);
        }
        for pair in &self.pairs {
            builder.pair(&pair.giver, &pair.taker, pair.score);
        }
        for pair in &self.forbidden {
            builder.forbid(&pair.giver, &pair.taker);
        }
        builder
    }
}

/// JSON that is no problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no problem: {message}")]
pub struct ProblemUnreadable {
    /// The line, from 1; 0 where it cannot be told.
    pub line: usize,
    /// The column, from 1; 0 where it cannot be told.
    pub column: usize,
    /// What the reader stumbled over, in English, with the place.
    pub message: String,
}

impl ProblemUnreadable {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "write `givers`, `takers` and `pairs`, and `forbidden` where there are any; nothing else"
    }
}
