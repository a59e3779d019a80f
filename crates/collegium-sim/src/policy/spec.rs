//! Policies by name, as a command line and a study have them.

use super::{Clairvoyant, FirstCome, Index, IndexPolicy, Nearest, OptimalBatch, Policy, Random};
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
    /// See [`Index::myopic`].
    #[serde(rename = "myopic")]
    Myopic,
    /// See [`Index::whittle`].
    #[serde(rename = "whittle")]
    Whittle,
    /// See [`Clairvoyant`].
    #[serde(rename = "clairvoyant")]
    Clairvoyant,
    /// Figures as data.
    #[serde(rename = "index")]
    Index(Index),
    /// Another, in which whoever has waited for so many days goes before all others.
    #[serde(rename = "bounded")]
    Bounded(Box<Bounded>),
    /// A process that is asked over a pipe; whoever holds the pipe makes it.
    #[serde(rename = "process")]
    Process(Process),
}

/// A policy of figures with a bound on how long somebody waits while others are helped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounded {
    /// The policy.
    pub policy: Spec,
    /// Who has waited so many days goes before all others.
    pub days: f64,
    /// The name of both.
    pub name: String,
}

/// A process that is asked over a pipe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// What people call the policy.
    pub name: String,
    /// The command with its arguments.
    pub command: Vec<String>,
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
            Self::Myopic => "myopic",
            Self::Whittle => "whittle",
            Self::Clairvoyant => "clairvoyant",
            Self::Index(index) => &index.name,
            Self::Bounded(bounded) => &bounded.name,
            Self::Process(process) => &process.name,
        }
    }

    /// Whether it sees how schools truly fare.
    pub const fn is_clairvoyant(&self) -> bool {
        matches!(self, Self::Clairvoyant)
    }

    /// The figures that it goes by; none where it goes by something else.
    fn index(&self, scenario: &Scenario) -> Option<Index> {
        match self {
            Self::WorstFirst => Some(Index::worst_first()),
            Self::Myopic => Some(Index::myopic(scenario)),
            Self::Whittle => Some(Index::whittle(scenario)),
            Self::Index(index) => Some(index.clone()),
            Self::Bounded(bounded) => Some(Index {
                name: bounded.name.clone(),
                no_longer_than_days: Some(bounded.days),
                ..bounded.policy.index(scenario)?
            }),
            _ => None,
        }
    }

    /// The policy, for one run.
    ///
    /// # Errors
    /// The process, where it is one: whoever holds the pipe makes it.
    pub fn make(&self, scenario: &Scenario, key: Key) -> Result<Box<dyn Policy>, &Process> {
        if let Some(index) = self.index(scenario) {
            return Ok(Box::new(IndexPolicy(index)));
        }
        match self {
            Self::Random => Ok(Box::new(Random::new(key))),
            Self::Nearest => Ok(Box::new(Nearest)),
            Self::Optimal => Ok(Box::new(OptimalBatch::new(scenario))),
            Self::Clairvoyant => Ok(Box::new(Clairvoyant)),
            Self::Process(process) => Err(process),
            _ => Ok(Box::new(FirstCome)),
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
            "myopic" => Ok(Self::Myopic),
            "whittle" => Ok(Self::Whittle),
            "optimal" => Ok(Self::Optimal),
            "clairvoyant" => Ok(Self::Clairvoyant),
            _ => bounded(text).ok_or_else(|| UnknownPolicy {
                found: text.to_owned(),
            }),
        }
    }
}

/// A policy of figures with a bound in days, as in `worst_first@180`.
fn bounded(text: &str) -> Option<Spec> {
    let (policy, days) = text.split_once('@')?;
    let policy: Spec = policy.parse().ok()?;
    let goes_by_figures = matches!(policy, Spec::WorstFirst | Spec::Myopic | Spec::Whittle);
    let days = days
        .parse()
        .ok()
        .filter(|days: &f64| *days >= 0.0 && goes_by_figures)?;
    let name = text.to_owned();
    Some(Spec::Bounded(Box::new(Bounded { policy, days, name })))
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
