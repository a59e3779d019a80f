//! A witness by ids, in data for machines and in plain English for people.

use super::{Load, Share, Witness};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A [`Witness`] by ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WitnessEntry {
    /// What is wanted: demands, minimums, required pairs.
    pub wanted: Vec<LoadEntry>,
    /// What can be had for it at most: capacities, limits of groups, pairs.
    pub most: Vec<LoadEntry>,
    /// Units that are lacking whatever the plan.
    pub shortfall: u64,
}

/// Units of one load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "of", deny_unknown_fields)]
pub enum LoadEntry {
    /// All that a giver gives.
    #[serde(rename = "giver")]
    Giver {
        /// Its id.
        id: String,
        /// How many units.
        units: u32,
    },
    /// All that a group of givers gives.
    #[serde(rename = "giver_group")]
    GiverGroup {
        /// Its id.
        id: String,
        /// How many units.
        units: u32,
    },
    /// All that a giver gives to a team.
    #[serde(rename = "giver_in_team")]
    GiverInTeam {
        /// The giver's id.
        giver: String,
        /// The team's id.
        team: String,
        /// How many units.
        units: u32,
    },
    /// What a pair gives.
    #[serde(rename = "pair")]
    Pair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// How many units.
        units: u32,
    },
    /// All that a taker receives.
    #[serde(rename = "taker")]
    Taker {
        /// Its id.
        id: String,
        /// How many units.
        units: u32,
    },
    /// All that a group of takers receives.
    #[serde(rename = "taker_group")]
    TakerGroup {
        /// Its id.
        id: String,
        /// How many units.
        units: u32,
    },
}

impl Witness {
    /// The same by ids. `problem` must be the one it was found in.
    pub fn told(&self, problem: &Problem) -> WitnessEntry {
        let entries = |shares: &[Share]| shares.iter().map(|share| entry(problem, *share)).collect();
        WitnessEntry {
            wanted: entries(&self.wanted),
            most: entries(&self.most),
            shortfall: self.shortfall(),
        }
    }
}

fn entry(problem: &Problem, Share { of, units }: Share) -> LoadEntry {
    let text = str::to_owned;
    match of {
        Load::Giver(giver) => LoadEntry::Giver {
            id: text(problem.giver(giver).id),
            units,
        },
        Load::GiverGroup(group) => LoadEntry::GiverGroup {
            id: text(problem.giver_group(group).id),
            units,
        },
        Load::GiverInTeam(giver, team) => LoadEntry::GiverInTeam {
            giver: text(problem.giver(giver).id),
            team: text(problem.taker_group(team).id),
            units,
        },
        Load::Pair(giver, taker) => LoadEntry::Pair {
            giver: text(problem.giver(giver).id),
            taker: text(problem.taker(taker).id),
            units,
        },
        Load::Taker(taker) => LoadEntry::Taker {
            id: text(problem.taker(taker).id),
            units,
        },
        Load::TakerGroup(group) => LoadEntry::TakerGroup {
            id: text(problem.taker_group(group).id),
            units,
        },
    }
}

impl LoadEntry {
    fn units(&self) -> u32 {
        match self {
            Self::Giver { units, .. }
            | Self::GiverGroup { units, .. }
            | Self::GiverInTeam { units, .. }
            | Self::Pair { units, .. }
            | Self::Taker { units, .. }
            | Self::TakerGroup { units, .. } => *units,
        }
    }
}

impl fmt::Display for LoadEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Giver { id, units } => write!(f, "{units} from {id}"),
            Self::GiverGroup { id, units } => write!(f, "{units} from all of {id}"),
            Self::GiverInTeam { giver, team, units } => write!(f, "{units} from {giver} for the team {team}"),
            Self::Pair { giver, taker, units } => write!(f, "{units} from {giver} for {taker}"),
            Self::Taker { id, units } => write!(f, "{units} for {id}"),
            Self::TakerGroup { id, units } => write!(f, "{units} for all of {id}"),
        }
    }
}

impl fmt::Display for WitnessEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lacking = if self.shortfall == 1 {
            "1 unit is".to_owned()
        } else {
            format!("{} units are", self.shortfall)
        };
        write!(f, "In every plan at least {lacking} lacking here. Wanted: ")?;
        write_loads(f, &self.wanted)?;
        f.write_str(" To be had for it, at most: ")?;
        write_loads(f, &self.most)
    }
}

fn write_loads(f: &mut fmt::Formatter<'_>, loads: &[LoadEntry]) -> fmt::Result {
    if loads.is_empty() {
        return f.write_str("nothing.");
    }
    for (at, load) in loads.iter().enumerate() {
        write!(f, "{}{load}", if at == 0 { "" } else { ", " })?;
    }
    if loads.len() > 1 {
        let all: u64 = loads.iter().map(|load| u64::from(load.units())).sum();
        write!(f, "; together {all}")?;
    }
    f.write_str(".")
}
