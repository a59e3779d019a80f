//! Why more demand cannot be met, shown by counting: some takers reach only so much capacity.

use crate::{
    plan::Plan,
    problem::{GiverIndex, Problem, TakerIndex},
};
use std::collections::BTreeSet;

/// A part of the network that asks for more than it can reach.
///
/// Whoever serves `takers`, it is one of `givers`, or one of the `outside` pairs, each with one unit at
/// most. So `demand` − `capacity` − `outside` units of these takers stay unmet in every plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// These takers, by number,
    pub takers: Vec<TakerIndex>,
    /// which ask for so much together,
    pub demand: u64,
    /// and these givers, by number,
    pub givers: Vec<GiverIndex>,
    /// which have so much together;
    pub capacity: u64,
    /// and so many pairs of these takers with other givers.
    pub outside: u64,
}

impl Witness {
    /// Units that stay unmet whatever the plan.
    pub fn shortfall(&self) -> u64 {
        self.demand
            .saturating_sub(self.capacity)
            .saturating_sub(self.outside)
    }
}

/// Shows that the demand which `plan` leaves unmet around `taker` cannot be met by any plan; nothing if
/// `taker` lacks nothing, or if some plan meets more (which a plan made for coverage rules out).
///
/// # Complexity
/// O(pairs · log givers).
///
/// # Source
/// The reachable side of a residual network is a least cut: Ford & Fulkerson (1956),
/// doi:10.4153/CJM-1956-045-5.
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
/// assert_eq!((witness.demand, witness.capacity, witness.shortfall()), (2, 1, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn witness(problem: &Problem, plan: &Plan, taker: TakerIndex) -> Option<Witness> {
    plan.unmet()
        .binary_search_by_key(&taker, |unmet| unmet.taker)
        .ok()?;
    let mut held: Vec<(GiverIndex, TakerIndex)> = plan
        .assignments()
        .iter()
        .map(|pair| (pair.giver, pair.taker))
        .collect();
    held.sort_unstable();

    let mut takers = BTreeSet::from([taker]);
    let mut givers = BTreeSet::new();
    let mut open = vec![taker];
    while let Some(taker) = open.pop() {
        let used = plan.assignments_of(taker);
        for pair in problem.pairs_of(taker) {
            let is_used = used.binary_search_by_key(&pair.giver, |used| used.giver).is_ok();
            if is_used || !givers.insert(pair.giver) {
                continue;
            }
            let start = held.partition_point(|(giver, _)| *giver < pair.giver);
            let length = held[start..].partition_point(|(giver, _)| *giver == pair.giver);
            if (length as u64) < u64::from(problem.giver(pair.giver).capacity) {
                return None;
            }
            for &(_, holder) in &held[start..start + length] {
                if takers.insert(holder) {
                    open.push(holder);
                }
            }
        }
    }
    let pairs = takers.iter().flat_map(|taker| problem.pairs_of(*taker));
    Some(Witness {
        demand: takers.iter().map(|at| u64::from(problem.taker(*at).demand)).sum(),
        capacity: givers
            .iter()
            .map(|at| u64::from(problem.giver(*at).capacity))
            .sum(),
        outside: pairs.filter(|pair| !givers.contains(&pair.giver)).count() as u64,
        takers: takers.into_iter().collect(),
        givers: givers.into_iter().collect(),
    })
}
