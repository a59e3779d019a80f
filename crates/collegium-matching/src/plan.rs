//! A best plan: who helps whom, what stays unmet and why, and prices that prove that no plan is better.

use crate::{
    objective::Objective,
    problem::{GiverIndex, GroupIndex, Pair, Problem, TakerIndex},
    score::Total,
};
use serde::{Deserialize, Serialize};

pub mod file;
pub(crate) mod short;
mod unmet;

pub(crate) use unmet::unmet_demand;

/// What a plan achieves, or what no plan can exceed.
///
/// Minimum loads and required pairs come first: the fewer units short, the better. Then, under
/// [`Objective::Coverage`], more units come before any score; under [`Objective::Score`] a higher score
/// comes before any units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Units by which minimum loads are missed, and required pairs that are not used.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub short: u64,
    /// Units of demand met.
    pub units: u64,
    /// Sum of the scores of the pairs used; under [`Objective::LeastChange`] each pair that stays counts the
    /// price of a change more.
    pub score: Total,
}

/// What one more unit of a giver's capacity, or of a taker's demand, would add to the best plan at most.
///
/// Ordered by minimums kept, then units, then score. Under [`Objective::Score`] the units are always 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// Units of minimum loads and required pairs: 1 where one more unit here would let one more of them be
    /// kept, -1 where one is used here only because a minimum asks for it.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub kept: i64,
    /// Units of demand: 1 where capacity here would let one more need be met.
    pub units: i64,
    /// Score; negative only where something before it is positive, or where a minimum binds.
    pub score: Total,
}

fn is_nothing<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

impl Price {
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            kept: self.kept + other.kept,
            units: self.units + other.units,
            score: Total::from_micros(self.score.micros() + other.score.micros()),
        }
    }

    pub(crate) fn minus(self, other: Self) -> Self {
        Self {
            kept: self.kept - other.kept,
            units: self.units - other.units,
            score: Total::from_micros(self.score.micros() - other.score.micros()),
        }
    }
}

/// Why some of a taker's demand stays unmet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum UnmetReason {
    /// No pair names this taker.
    #[serde(rename = "no_candidate")]
    NoCandidate,
    /// Pairs name this taker, but every one that is left is forbidden.
    #[serde(rename = "forbidden")]
    Forbidden,
    /// Pairs name this taker, but in every one that is left, and not forbidden, the two are too far apart.
    #[serde(rename = "too_far")]
    TooFar,
    /// Every possible giver helps already, and gives at most one unit.
    #[serde(rename = "too_few_candidates")]
    TooFewCandidates,
    /// The possible givers that do not help yet have no capacity at all.
    #[serde(rename = "no_capacity")]
    NoCapacity,
    /// A group that the taker lies in receives all that it can together.
    #[serde(rename = "group_full")]
    GroupFull,
    /// Everybody who could still help serves the same team already, and nobody serves twice in one.
    #[serde(rename = "in_team_already")]
    InTeamAlready,
    /// Those who could still help have capacity left, and none within a group that they share with others.
    #[serde(rename = "shared_capacity_taken")]
    SharedCapacityTaken,
    /// The capacity of the other possible givers goes to needs that gain more from it.
    #[serde(rename = "capacity_taken")]
    CapacityTaken,
    /// The pairs left would lower the score; under [`Objective::Score`] only.
    #[serde(rename = "no_gain")]
    NoGain,
}

/// Demand that a plan does not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Who goes without.
    pub taker: TakerIndex,
    /// How many units.
    pub units: u32,
    /// Why.
    pub reason: UnmetReason,
}

/// A minimum that a plan does not keep, because no plan keeps more of all of them together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Whose it is.
    pub of: ShortOf,
    /// Units that there should be at least.
    pub minimum: u32,
    /// Units that there are.
    pub found: u32,
}

/// Whose minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShortOf {
    /// A giver's.
    Giver(GiverIndex),
    /// A taker's.
    Taker(TakerIndex),
    /// That of a group of givers.
    GiverGroup(GroupIndex),
    /// That of a group of takers.
    TakerGroup(GroupIndex),
    /// A required pair.
    Pair(GiverIndex, TakerIndex),
}

/// A best plan for one [`Problem`], as [`crate::solve::solve`] makes it.
///
/// # Shape
/// Assignments by taker, then giver; unmet demand by taker; one price per giver and taker, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub(crate) objective: Objective,
    pub(crate) assignments: Vec<Pair>,
    pub(crate) unmet: Vec<Unmet>,
    pub(crate) value: Value,
    pub(crate) giver_prices: Vec<Price>,
    pub(crate) taker_prices: Vec<Price>,
    /// What a problem with limits has beside; all empty for a plain one.
    pub(crate) short: Vec<Short>,
    pub(crate) giver_group_prices: Vec<Price>,
    pub(crate) taker_group_prices: Vec<Price>,
}

impl Plan {
    /// What the plan is best at.
    pub fn objective(&self) -> Objective {
        self.objective
    }

    /// The pairs used, by taker, then giver.
    pub fn assignments(&self) -> &[Pair] {
        &self.assignments
    }

    /// The pairs used for one taker, by giver. Logarithmic.
    pub fn assignments_of(&self, taker: TakerIndex) -> &[Pair] {
        let start = self.assignments.partition_point(|pair| pair.taker < taker);
        let length = self.assignments[start..].partition_point(|pair| pair.taker == taker);
        &self.assignments[start..start + length]
    }

    /// The demand left unmet, by taker.
    pub fn unmet(&self) -> &[Unmet] {
        &self.unmet
    }

    /// Minimum loads and required pairs that are not kept: givers, takers, groups of givers, groups of takers,
    /// pairs.
    pub fn short(&self) -> &[Short] {
        &self.short
    }

    /// The sum of the scores of the pairs used. Under [`Objective::LeastChange`] the objective counts more.
    pub fn score(&self) -> Total {
        self.assignments.iter().map(|pair| pair.score).sum()
    }

    /// What the plan achieves; the prices prove that no plan achieves more.
    pub fn value(&self) -> Value {
        self.value
    }

    /// What one more unit of that giver's capacity would add at most; where it lies in groups, their prices
    /// come on top.
    pub fn giver_price(&self, giver: GiverIndex) -> Price {
        self.giver_prices[giver.at()]
    }

    /// What one more unit of that taker's demand would add at most; where it lies in groups, their prices come
    /// on top.
    pub fn taker_price(&self, taker: TakerIndex) -> Price {
        self.taker_prices[taker.at()]
    }

    /// What one more unit for a group of givers would add at most.
    pub fn giver_group_price(&self, group: GroupIndex) -> Price {
        self.giver_group_prices[group.at()]
    }

    /// What one more unit for a group of takers would add at most.
    pub fn taker_group_price(&self, group: GroupIndex) -> Price {
        self.taker_group_prices[group.at()]
    }

    /// The plan as it is written to `plan.json`. `problem` must be the one that was solved.
    pub fn to_file(&self, problem: &Problem) -> file::PlanFile {
        file::PlanFile::new(self, problem)
    }
}
