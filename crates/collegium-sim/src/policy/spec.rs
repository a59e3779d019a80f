//! Policies by name, as a command line and a study have them.

use super::{FirstCome, Index, IndexPolicy, Nearest, OptimalBatch, Policy, Random};
use crate::{run::Key, scenario::Scenario};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A policy by name, before it is made for a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "policy", content = "of")]
#[non_exhaustive]
pub enum Spec {
    /// See [`Random`].
    #[serde(rename = "random")]
    Random,
    /// See [`FirstCome`].
    #[serde(rename = "first_come")]
    FirstCome,
    /// See [`Nearest`].
    #[serde(rename = "nearest")]
    Nearest,
    /// The most severe first, however long others have waited.
    #[serde(rename = "worst_first")]
    WorstFirst,
    /// See [`OptimalBatch`].
    #[serde(rename = "optimal")]
    Optimal,
    /// Figures as data.
    #[serde(rename = "index")]
    Index(Index),
}

/// Every policy that has a name of its own, with what it does.
pub const NAMED: &[(&str, &str)] = &[
    ("random", "an order drawn anew each time"),
    ("first_come", "who has waited longest first"),
    ("nearest", "the nearest two first, then the next nearest"),
    (
        "worst_first",
        "the most severe first; of those alike, who has waited longest",
    ),
    (
        "optimal",
        "a round of matching in the engine: most needs met, then the best score",
    ),
];

/// A name that no policy has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no policy is named {found:?}; there are {}", NAMED.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "))]
pub struct UnknownPolicy {
    /// The name as it was found.
    pub found: String,
}

impl Spec {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Random => "random",
            Self::FirstCome => "first_come",
            Self::Nearest => "nearest",
            Self::WorstFirst => "worst_first",
            Self::Optimal => "optimal",
            Self::Index(index) => &index.name,
        }
    }

    /// Whether it sees how schools truly fare.
    pub const fn is_clairvoyant(&self) -> bool {
        false
    }

    /// The policy, for one run.
    pub fn make(&self, scenario: &Scenario, key: Key) -> Box<dyn Policy> {
        match self {
            Self::Random => Box::new(Random::new(key.seed, key.replication)),
            Self::FirstCome => Box::new(FirstCome),
            Self::Nearest => Box::new(Nearest),
            Self::WorstFirst => Box::new(IndexPolicy(Index::worst_first())),
            Self::Optimal => Box::new(OptimalBatch::new(scenario)),
            Self::Index(index) => Box::new(IndexPolicy(index.clone())),
        }
    }
}

impl FromStr for Spec {
    type Err = UnknownPolicy;

    fn from_str(text: &str) -> Result<Self, UnknownPolicy> {
        match text {
            "random" => Ok(Self::Random),
            "first_come" => Ok(Self::FirstCome),
            "nearest" => Ok(Self::Nearest),
            "worst_first" => Ok(Self::WorstFirst),
            "optimal" => Ok(Self::Optimal),
            _ => Err(UnknownPolicy {
                found: text.to_owned(),
            }),
        }
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
