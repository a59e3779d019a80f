//! What is known of one pair, in plain numbers.

use super::{Metres, Minutes, Portion};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a score is made of. What is not known counts nothing, for or against, and is told as such; only how far
/// apart the two are must be known where the model has a limit.
///
/// # Example
/// ```
/// # use collegium_matching::score_model::{Metres, PairFacts, Portion};
/// let facts = PairFacts {
///     same_phase: Some(true),
///     distance: Some(Metres(12_000)),
///     severity: Some(Portion::new(3, 4)?),
///     ..PairFacts::default()
/// };
/// # Ok::<_, collegium_matching::score_model::NotAPortion>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PairFacts {
    /// Of the areas in which the need asks for help, those in which the giver offers it.
    pub area: Option<Portion>,
    /// Whether both serve the same stage of education.
    pub same_phase: Option<bool>,
    /// How far apart they are.
    pub distance: Option<Metres>,
    /// How long the way takes.
    pub travel_time: Option<Minutes>,
    /// How severe the need is: its rank on its scale, 1 of 4 to 4 of 4 where there are four.
    pub severity: Option<Portion>,
    /// For how long the two have worked together; 0 for not yet.
    pub together: Option<Terms>,
    /// Of the taker's own teachers, those whom the help would reach.
    pub teachers: Option<Portion>,
    /// Of the taker's own pupils, those whom the help would reach.
    pub pupils: Option<Portion>,
    /// What the help is expected to bring those whom it reaches; none where there is no evidence.
    pub effect: Option<Months>,
}

/// School terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Terms(pub u16);

/// An effect in months of progress; below zero where pupils fall behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Months(pub i16);

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} term{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = if self.0.unsigned_abs() == 1 { "" } else { "s" };
        write!(f, "{} month{s}", self.0)
    }
}
