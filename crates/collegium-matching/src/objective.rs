//! What "best" means.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a plan is best at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Objective {
    /// The most units of demand met; among those plans the highest score.
    #[default]
    #[serde(rename = "coverage")]
    Coverage,
    /// The highest score, whatever the units; among those plans the most units.
    #[serde(rename = "score")]
    Score,
    /// The most units; among those plans the highest score, where each pair of the present plan that stays
    /// counts the price of a change more ([`crate::problem::ProblemBuilder::change_price`]).
    #[serde(rename = "least_change")]
    LeastChange,
}

impl Objective {
    /// Its stable code, as on the wire and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Score => "score",
            Self::LeastChange => "least_change",
        }
    }

    /// Whether more units come before any score.
    pub const fn puts_units_first(self) -> bool {
        matches!(self, Self::Coverage | Self::LeastChange)
    }
}

impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
