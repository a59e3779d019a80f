//! Why no plan meets more, or keeps more of the minimums, shown by counting: so much is wanted in one part of
//! the network, and no more than so much can get there.

use crate::{
    plan::{Plan, ShortOf},
    problem::{GiverIndex, GroupIndex, Pair, Problem, TakerIndex},
};
use network::{Network, Spot};
use std::collections::BTreeSet;

mod network;
mod text;

pub use text::{LoadEntry, WitnessEntry};

/// A part of the network where more is wanted than can be had.
///
/// Every pair that counts towards something in `wanted` counts at least as often towards something in `most`,
/// and nothing in `most` can be exceeded. So in every plan at least [`Witness::shortfall`] of the wanted units
/// are lacking. [`Witness::holds`] adds this up from the problem alone.
///
/// # Shape
/// Both lists by [`Load`], each load once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Demands, minimums and required pairs, with the units that are wanted there.
    pub wanted: Vec<Share>,
    /// Capacities, limits of groups and pairs, with the units that there are at most.
    pub most: Vec<Share>,
}

/// Units of one load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// Which load.
    pub of: Load,
    /// How many.
    pub units: u32,
}

/// Units that count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Load {
    /// All that a giver gives.
    Giver(GiverIndex),
    /// All that a group of givers gives.
    GiverGroup(GroupIndex),
    /// All that a giver gives to a team: one unit at most.
    GiverInTeam(GiverIndex, GroupIndex),
    /// What one pair gives: one unit at most.
    Pair(GiverIndex, TakerIndex),
    /// All that a taker receives.
    Taker(TakerIndex),
    /// All that a group of takers receives.
    TakerGroup(GroupIndex),
}

impl From<ShortOf> for Load {
    fn from(short: ShortOf) -> Self {
        match short {
            ShortOf::Giver(giver) => Self::Giver(giver),
            ShortOf::Taker(taker) => Self::Taker(taker),
            ShortOf::GiverGroup(group) => Self::GiverGroup(group),
            ShortOf::TakerGroup(group) => Self::TakerGroup(group),
            ShortOf::Pair(giver, taker) => Self::Pair(giver, taker),
        }
    }
}

impl Witness {
    /// Units that are wanted.
    pub fn wanted_units(&self) -> u64 {
        self.wanted.iter().map(|share| u64::from(share.units)).sum()
    }

    /// Units that can be had.
    pub fn most_units(&self) -> u64 {
        self.most.iter().map(|share| u64::from(share.units)).sum()
    }

    /// Units that are lacking whatever the plan.
    pub fn shortfall(&self) -> u64 {
        self.wanted_units().saturating_sub(self.most_units())
    }

    /// Whether it proves something of `problem`: each figure is the problem's own, no pair counts more often
    /// towards what is wanted than towards what can be had, and something is lacking.
    ///
    /// # Complexity
    /// O(pairs · groups about one pair · log).
    pub fn holds(&self, problem: &Problem) -> bool {
        let all = |shares: &[Share]| shares.iter().map(|share| share.of).collect::<BTreeSet<_>>();
        let (wanted, most) = (all(&self.wanted), all(&self.most));
        let counts = |loads: &BTreeSet<Load>, pair: &Pair| {
            let of_pair = loads_of(problem, pair);
            of_pair.filter(|load| loads.contains(load)).count()
        };
        wanted.len() == self.wanted.len()
            && self.wanted.iter().all(|it| it.units <= wanted_of(problem, it.of))
            && self.most.iter().all(|it| it.units >= most_of(problem, it.of))
            && problem
                .pairs()
                .all(|pair| counts(&wanted, &pair) <= counts(&most, &pair))
            && self.shortfall() > 0
    }
}

/// Everything that a pair counts towards.
fn loads_of(problem: &Problem, pair: &Pair) -> impl Iterator<Item = Load> {
    let &Pair { giver, taker, .. } = pair;
    let giver_groups = problem.groups_of_giver(giver);
    let taker_groups = problem.groups_of_taker(taker);
    let in_team = problem.team_of(taker).map(|team| Load::GiverInTeam(giver, team));
    [Load::Giver(giver), Load::Pair(giver, taker), Load::Taker(taker)]
        .into_iter()
        .chain(in_team)
        .chain(giver_groups.map(|group| Load::GiverGroup(group.index)))
        .chain(taker_groups.map(|group| Load::TakerGroup(group.index)))
}

/// What the problem wants of a load at most: a demand, which no minimum exceeds, a minimum or a required pair.
fn wanted_of(problem: &Problem, load: Load) -> u32 {
    match load {
        Load::Giver(giver) => problem.giver(giver).minimum,
        Load::GiverGroup(group) => problem.giver_group(group).minimum,
        Load::GiverInTeam(..) => 0,
        Load::Pair(giver, taker) => u32::from(problem.is_required(giver, taker)),
        Load::Taker(taker) => problem.taker(taker).demand,
        Load::TakerGroup(group) => problem.taker_group(group).minimum,
    }
}

/// What the problem lets a load be.
fn most_of(problem: &Problem, load: Load) -> u32 {
    match load {
        Load::Giver(giver) => problem.giver(giver).capacity,
        Load::GiverGroup(group) => problem.giver_group(group).maximum,
        Load::GiverInTeam(..) | Load::Pair(..) => 1,
        Load::Taker(taker) => problem.taker(taker).demand,
        Load::TakerGroup(group) => problem.taker_group(group).maximum,
    }
}

/// Shows that the demand which `plan` leaves unmet around `taker` cannot be met by any plan that keeps as much of
/// the minimums there; nothing if `taker` lacks nothing, or if some plan meets more (which a plan made for
/// coverage, or for least change, rules out).
///
/// # Complexity
/// O(pairs).
///
/// # Source
/// The part of a residual network from which a node can be reached is a least cut: Ford & Fulkerson (1956),
/// doi:10.4153/CJM-1956-045-5; with minimums: Hoffman (1960), *Some recent applications of the theory of linear
/// inequalities to extremal combinatorial analysis*.
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, solve::solve, witness::witness};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .taker("hill", 1)
///     .taker("vale", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("north", "vale", "0.8".parse()?)
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let witness = witness(&problem, &plan, plan.unmet()[0].taker).ok_or("all is met")?;
/// assert_eq!((witness.wanted_units(), witness.most_units(), witness.shortfall()), (2, 1, 1));
/// assert!(witness.holds(&problem));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn witness(problem: &Problem, plan: &Plan, taker: TakerIndex) -> Option<Witness> {
    plan.unmet()
        .binary_search_by_key(&taker, |unmet| unmet.taker)
        .ok()?;
    Network::of(problem, plan, true).cut(Spot::Demand(taker))
}

/// Shows that what `plan` is short of, a minimum or a required pair, cannot be kept by any plan without loss of
/// another minimum there; nothing if it is kept. Whatever the objective.
///
/// # Complexity
/// O(pairs).
///
/// # Source
/// As for [`witness`].
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, plan::ShortOf, problem::Problem, solve::solve};
/// # use collegium_matching::witness::witness_of_short;
/// let problem = Problem::builder()
///     .giver("north", 3)
///     .giver_minimum("north", 2)
///     .taker("hill", 2)
///     .pair("north", "hill", "0.9".parse()?)
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let witness = witness_of_short(&problem, &plan, plan.short()[0].of).ok_or("it is kept")?;
/// // North should give two, and its one pair takes no more than one.
/// assert_eq!((witness.wanted_units(), witness.most_units()), (2, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn witness_of_short(problem: &Problem, plan: &Plan, short: ShortOf) -> Option<Witness> {
    if !plan.short().iter().any(|it| it.of == short) {
        return None;
    }
    Network::of(problem, plan, false).cut(Spot::Limit(short.into()))
}
