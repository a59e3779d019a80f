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
}

impl Objective {
    /// Its stable code, as on the wire and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Score => "score",
        }
    }
}

impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
