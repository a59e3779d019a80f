//! Policies by name, as a command line and a study have them.

use super::{
    Clairvoyant, FirstCome, Index, IndexPolicy, LeastChange, Nearest, OnlyWhoAsks, OptimalBatch, Policy,
    Random,
};
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
    /// See [`OnlyWhoAsks::on_arrival`]; who has waited longest first.
    #[serde(rename = "on_arrival")]
    OnArrival,
    /// See [`OnlyWhoAsks::on_leaving`]; who has waited longest first.
    #[serde(rename = "on_leaving")]
    OnLeaving,
    /// See [`Nearest`].
    #[serde(rename = "nearest")]
    Nearest,
    /// See [`OptimalBatch`].
    #[serde(rename = "optimal")]
    Optimal,
    /// See [`LeastChange`]; at its own price.
    #[serde(rename = "least_change")]
    LeastChange,
    /// The same at another price.
    #[serde(rename = "priced")]
    Priced(Priced),
    /// See [`Clairvoyant`].
    #[serde(rename = "clairvoyant")]
    Clairvoyant,
    /// The need with the highest figure first.
    #[serde(rename = "figures")]
    Figures(Figures),
    /// The same, but whoever has waited for so many days goes before all others.
    #[serde(rename = "bounded")]
    Bounded(Bounded),
    /// A process that is asked over a pipe; whoever holds the pipe makes it.
    #[serde(rename = "process")]
    Process(Process),
}

/// Where the figures of needs come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "from", content = "table")]
#[non_exhaustive]
pub enum Figures {
    /// See [`Index::worst_first`].
    #[serde(rename = "worst_first")]
    WorstFirst,
    /// See [`Index::myopic`].
    #[serde(rename = "myopic")]
    Myopic,
    /// See [`Index::whittle`].
    #[serde(rename = "whittle")]
    Whittle,
    /// A table of points.
    #[serde(rename = "table")]
    Table(Index),
}

/// Figures with a bound on how long somebody waits while others are helped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounded {
    /// What people call the policy.
    pub name: String,
    /// Who has waited so many days goes before all others.
    pub days: f64,
    /// The figures.
    pub figures: Figures,
}

/// Least change at a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priced {
    /// What people call the policy.
    pub name: String,
    /// Points that a move must be worth; help is never moved where none are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
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
pub static NAMED: [(Spec, &str); 11] = [
    (Spec::Random, "an order drawn anew each time"),
    (Spec::FirstCome, "who has waited longest first"),
    (
        Spec::OnArrival,
        "helps whoever has just become known, and never later: greedy matching, where schools swap help",
    ),
    (
        Spec::OnLeaving,
        "helps whoever is about to give up, and never sooner: patient matching, where schools swap help",
    ),
    (Spec::Nearest, "the nearest two first, then the next nearest"),
    (
        Spec::Figures(Figures::WorstFirst),
        "the most severe first; of those alike, who has waited longest",
    ),
    (
        Spec::Figures(Figures::Myopic),
        "where help gains most until the next choice, by the rates that the scenario says",
    ),
    (
        Spec::Figures(Figures::Whittle),
        "where help does most good in the long run (Whittle's index), by the rates that the scenario says",
    ),
    (
        Spec::Optimal,
        "a round of matching in the engine: most needs met, then the best score",
    ),
    (
        Spec::LeastChange,
        "plans anew for all needs, those that are helped included: most needs met, then the best score, in which help that stays counts 20 points more",
    ),
    (
        Spec::Clairvoyant,
        "whoever will be well soonest with help; knows how schools truly fare, so it is no policy for real use",
    ),
];

/// A name that no policy has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no policy is named {found:?}; there are {}", NAMED.iter().map(|(spec, _)| spec.name()).collect::<Vec<_>>().join(", "))]
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
            Self::OnArrival => "on_arrival",
            Self::OnLeaving => "on_leaving",
            Self::Nearest => "nearest",
            Self::Optimal => "optimal",
            Self::LeastChange => "least_change",
            Self::Priced(priced) => &priced.name,
            Self::Clairvoyant => "clairvoyant",
            Self::Figures(figures) => figures.name(),
            Self::Bounded(bounded) => &bounded.name,
            Self::Process(process) => &process.name,
        }
    }

    /// What it does.
    pub fn says(&self) -> String {
        match self {
            Self::Figures(Figures::Table(_)) => "the need with the highest sum of points first".to_owned(),
            Self::Bounded(it) => format!(
                "{}; but who has waited {} days goes before all others",
                Self::Figures(it.figures.clone()).says(),
                it.days
            ),
            Self::Priced(it) => match it.points {
                Some(points) => format!("as least_change, but help that stays counts {points} points more"),
                None => "as least_change, but help that is at work is never moved: as optimal".to_owned(),
            },
            Self::Process(process) => format!("another program: {}", process.command.join(" ")),
            named => NAMED
                .iter()
                .find(|(spec, _)| spec == named)
                .map_or_else(String::new, |(_, says)| (*says).to_owned()),
        }
    }

    /// Whether it sees how schools truly fare.
    pub const fn is_clairvoyant(&self) -> bool {
        matches!(self, Self::Clairvoyant)
    }

    /// Whether it plans rounds of matching, in which a giver lends and takes nothing in return.
    pub const fn goes_one_way(&self) -> bool {
        matches!(self, Self::Optimal | Self::LeastChange | Self::Priced(_))
    }

    /// The policy, for one run.
    ///
    /// # Errors
    /// The process, where it is one: whoever holds the pipe makes it.
    pub fn make(&self, scenario: &Scenario, key: Key) -> Result<Box<dyn Policy>, &Process> {
        Ok(match self {
            Self::Random => Box::new(Random::new(key)),
            Self::FirstCome => Box::new(FirstCome),
            Self::OnArrival => Box::new(OnlyWhoAsks::on_arrival(Box::new(FirstCome))),
            Self::OnLeaving => Box::new(OnlyWhoAsks::on_leaving(Box::new(FirstCome))),
            Self::Nearest => Box::new(Nearest),
            Self::Optimal => Box::new(OptimalBatch::new(scenario)),
            Self::LeastChange => Box::new(LeastChange::new(scenario, Some(LeastChange::PRICE))),
            Self::Priced(it) => Box::new(LeastChange::new(scenario, it.points)),
            Self::Clairvoyant => Box::new(Clairvoyant),
            Self::Figures(figures) => Box::new(IndexPolicy(figures.index(scenario))),
            Self::Bounded(it) => Box::new(IndexPolicy(Index {
                name: it.name.clone(),
                no_longer_than_days: Some(it.days),
                ..it.figures.index(scenario)
            })),
            Self::Process(process) => return Err(process),
        })
    }
}

impl Figures {
    fn name(&self) -> &str {
        match self {
            Self::WorstFirst => "worst_first",
            Self::Myopic => "myopic",
            Self::Whittle => "whittle",
            Self::Table(index) => &index.name,
        }
    }

    fn index(&self, scenario: &Scenario) -> Index {
        match self {
            Self::WorstFirst => Index::worst_first(),
            Self::Myopic => Index::myopic(scenario),
            Self::Whittle => Index::whittle(scenario),
            Self::Table(index) => index.clone(),
        }
    }
}

impl FromStr for Spec {
    type Err = UnknownPolicy;

    /// Reads a name, alone, with a bound in days, as in `worst_first@180`, or with a price in points, as in
    /// `least_change@100` and `least_change@inf`.
    fn from_str(text: &str) -> Result<Self, UnknownPolicy> {
        let found = named(text).or_else(|| bounded(text)).or_else(|| priced(text));
        found.ok_or_else(|| UnknownPolicy {
            found: text.to_owned(),
        })
    }
}

fn named(text: &str) -> Option<Spec> {
    let mut all = NAMED.iter().map(|(spec, _)| spec);
    all.find(|spec| spec.name() == text).cloned()
}

fn bounded(text: &str) -> Option<Spec> {
    let (policy, days) = text.split_once('@')?;
    let Spec::Figures(figures) = named(policy)? else {
        return None;
    };
    let days = days.parse().ok().filter(|days: &f64| *days >= 0.0)?;
    let name = text.to_owned();
    Some(Spec::Bounded(Bounded { name, days, figures }))
}

fn priced(text: &str) -> Option<Spec> {
    let points: f64 = text.strip_prefix("least_change@")?.parse().ok()?;
    let name = text.to_owned();
    if points == f64::INFINITY {
        return Some(Spec::Priced(Priced { name, points: None }));
    }
    let points = Some(points).filter(|it| (0.0..=LeastChange::DEAREST).contains(it));
    points.map(|_| Spec::Priced(Priced { name, points }))
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_and_says_what_it_does() {
        for (spec, says) in &NAMED {
            assert_eq!(spec.name().parse().as_ref(), Ok(spec));
            assert_eq!(spec.says(), *says);
        }
    }

    #[test]
    fn least_change_has_a_price() {
        for (text, points) in [
            ("least_change@0", Some(0.0)),
            ("least_change@2.5", Some(2.5)),
            ("least_change@inf", None),
        ] {
            let spec: Spec = text.parse().unwrap();
            assert_eq!(spec.name(), text);
            let Spec::Priced(priced) = &spec else {
                panic!("{spec:?}")
            };
            assert_eq!(priced.points, points);
            let json = serde_json::to_string(&spec).unwrap();
            assert_eq!(serde_json::from_str::<Spec>(&json).unwrap(), spec);
        }
    }

    #[test]
    fn only_figures_can_be_bounded() {
        let bounded: Spec = "whittle@90".parse().unwrap();
        assert_eq!(bounded.name(), "whittle@90");
        assert!(
            bounded
                .says()
                .ends_with("who has waited 90 days goes before all others")
        );
        for text in [
            "random@90",
            "whittle@",
            "whittle@-1",
            "whittle@NaN",
            "@90",
            "best",
            "least_change@",
            "least_change@-1",
            "least_change@NaN",
            "least_change@2e6",
            "optimal@3",
        ] {
            assert_eq!(text.parse::<Spec>().unwrap_err().found, text);
        }
    }
}
