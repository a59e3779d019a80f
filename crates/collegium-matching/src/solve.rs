//! Finds the best plan, exactly.
//!
//! The problem is a transport problem with at most one unit per pair, so a best plan has whole units
//! and prices that prove it. Under [`Objective::Coverage`] the most units are found first, whatever the
//! scores; they split the problem into two blocks in which nothing but scores is left to weigh
//! (`blocks.rs`). Under [`Objective::Score`] a millionth of score is worth more than any difference in
//! units that one exchange can make, and all is one block (`by_score.rs`). Either way a block is solved by
//! one search (`placing.rs`).
//!
//! A problem with minimum loads, groups or required pairs goes to a general solver of network flows.

use crate::{
    objective::Objective,
    plan::{Plan, Price, Value, unmet_demand},
    problem::{Pair, Problem},
};
pub(crate) use with_limits::Basis;

mod block;
mod blocks;
mod by_score;
mod lowest_prices;
mod most_units;
mod network_simplex;
mod placing;
mod with_limits;

/// A best plan for `problem`, with the prices that prove it.
///
/// Minimum loads and required pairs are kept as far as any plan keeps them, before anything else; what is not
/// kept is told by [`Plan::short`].
///
/// # Complexity
/// For a plain problem: units × one search that is cut short at the first free place; linear in practice
/// while capacity exceeds demand, at worst O(units · pairs · log pairs). With minimums, groups or required pairs a network
/// simplex, without such a bound. Space is linear in pairs.
///
/// # Determinism
/// Exact integers throughout; ties fall by number, and numbers follow from ids. The order of the input does
/// not change the plan, and renaming ids changes neither units nor score.
///
/// # Source
/// The split by what all plans of the most units share: Dulmage & Mendelsohn (1958),
/// doi:10.4153/CJM-1958-052-0. Successive shortest paths with potentials: Ahuja, Magnanti & Orlin, *Network Flows* (1993), §9.7;
/// the search of one augmentation after Jonker & Volgenant (1987), doi:10.1007/BF02278710.
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, solve::solve};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .giver("south", 1)
///     .taker("hill", 1)
///     .taker("vale", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("south", "hill", "0.8".parse()?)
///     .pair("north", "vale", "0.3".parse()?)
///     .build()?;
/// // The best pair alone is north with hill; but then nobody is left for vale.
/// let plan = solve(&problem, Objective::Coverage);
/// assert_eq!(plan.value().units, 2);
/// assert_eq!(plan.value().score.to_string(), "1.1");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn solve(problem: &Problem, objective: Objective) -> Plan {
    if objective == Objective::LeastChange {
        return least_change(problem);
    }
    if !problem.is_plain() {
        return solve_with_limits(problem, objective);
    }
    let solved = if objective.puts_units_first() {
        blocks::solve(problem)
    } else {
        by_score::solve(problem)
    };
    plan_of(problem, objective, solved)
}

/// The best plan for coverage, where a present pair that stays counts more.
fn least_change(problem: &Problem) -> Plan {
    let mut plan = solve(&problem.as_counted(), Objective::Coverage);
    plan.objective = Objective::LeastChange;
    for pair in &mut plan.assignments {
        pair.score = problem.score(pair.giver, pair.taker).unwrap_or(pair.score);
    }
    plan
}

/// A problem with minimums, groups or required pairs.
fn solve_with_limits(problem: &Problem, objective: Objective) -> Plan {
    plan_within(
        problem,
        objective,
        with_limits::solve_with_limits(problem, objective),
    )
}

/// The same from a plan that breaks no limit, and where it fits from where the solver ended before.
pub(crate) fn solve_again(
    problem: &Problem,
    objective: Objective,
    assignments: &[Pair],
    basis: Option<&Basis>,
) -> (Plan, Basis) {
    let (outcome, basis) = with_limits::solve_again(problem, objective, assignments, basis);
    (plan_within(problem, objective, outcome), basis)
}

fn plan_within(problem: &Problem, objective: Objective, outcome: with_limits::Outcome) -> Plan {
    let short = outcome.short.iter().map(|it| u64::from(it.minimum - it.found));
    let mut plan = Plan {
        objective,
        value: Value {
            short: short.sum(),
            units: outcome.assignments.len() as u64,
            score: outcome.assignments.iter().map(|pair| pair.score).sum(),
        },
        assignments: outcome.assignments,
        unmet: Vec::new(),
        giver_prices: outcome.giver_prices,
        taker_prices: outcome.taker_prices,
        short: outcome.short,
        giver_group_prices: outcome.giver_group_prices,
        taker_group_prices: outcome.taker_group_prices,
    };
    plan.unmet = unmet_demand(problem, &plan);
    plan
}

/// What a solver hands back.
#[derive(Debug, PartialEq, Eq)]
struct Solved {
    /// The pairs used, by taker, then giver.
    assignments: Vec<Pair>,
    giver_prices: Vec<Price>,
    taker_prices: Vec<Price>,
}

fn plan_of(problem: &Problem, objective: Objective, mut solved: Solved) -> Plan {
    price_the_empty(
        problem,
        objective,
        &mut solved.giver_prices,
        &mut solved.taker_prices,
    );
    let mut plan = Plan {
        objective,
        value: Value {
            short: 0,
            units: solved.assignments.len() as u64,
            score: solved.assignments.iter().map(|pair| pair.score).sum(),
        },
        assignments: solved.assignments,
        unmet: Vec::new(),
        giver_prices: solved.giver_prices,
        taker_prices: solved.taker_prices,
        short: Vec::new(),
        giver_group_prices: Vec::new(),
        taker_group_prices: Vec::new(),
    };
    plan.unmet = unmet_demand(problem, &plan);
    plan
}

/// Who has no unit at all costs nothing at any price; theirs is what a first unit would gain, which
/// keeps every pair's score below its two prices.
fn price_the_empty(
    problem: &Problem,
    objective: Objective,
    giver_prices: &mut [Price],
    taker_prices: &mut [Price],
) {
    let excess = |pair: &Pair, other: Price| {
        let gain = Price {
            kept: 0,
            units: i64::from(objective.puts_units_first()),
            score: pair.score.into(),
        };
        gain.minus(other)
    };
    let is_empty: Vec<bool> = problem.givers().map(|giver| giver.capacity == 0).collect();
    if is_empty.contains(&true) {
        for taker in problem.takers().filter(|taker| taker.demand > 0) {
            for pair in problem
                .pairs_of(taker.index)
                .filter(|pair| is_empty[pair.giver.at()])
            {
                let price = &mut giver_prices[pair.giver.at()];
                *price = excess(&pair, taker_prices[taker.index.at()]).max(*price);
            }
        }
    }
    for taker in problem.takers().filter(|taker| taker.demand == 0) {
        let price = &mut taker_prices[taker.index.at()];
        for pair in problem.pairs_of(taker.index) {
            *price = excess(&pair, giver_prices[pair.giver.at()]).max(*price);
        }
    }
}

/// The same pairs by taker, of whom there are so many, then giver.
fn by_taker(pairs: &[Pair], takers: usize) -> Vec<Pair> {
    let mut starts = vec![0; takers + 1];
    for pair in pairs {
        starts[pair.taker.at() + 1] += 1;
    }
    for at in 0..takers {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut sorted = pairs.to_vec();
    for pair in pairs {
        let place: &mut usize = &mut next[pair.taker.at()];
        sorted[*place] = *pair;
        *place += 1;
    }
    for row in starts.windows(2) {
        sorted[row[0]..row[1]].sort_unstable_by_key(|pair| pair.giver);
    }
    sorted
}

/// Nodes, given by number behind the first partner of each, by that partner, of whom there are so many; those
/// without one last. So whoever shares partners stands together, and is found together in a cache.
fn by_first_partner(nodes: &[(Option<u32>, u32)], partners: usize) -> Vec<u32> {
    let key = |first: Option<u32>| first.map_or(partners, |first| first as usize);
    let mut next = vec![0; partners + 2];
    for (first, _) in nodes {
        next[key(*first) + 1] += 1;
    }
    for at in 0..=partners {
        next[at + 1] += next[at];
    }
    let mut sorted = vec![0; nodes.len()];
    for (first, node) in nodes {
        let place: &mut usize = &mut next[key(*first)];
        sorted[*place] = *node;
        *place += 1;
    }
    sorted
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a problem numbers its givers, takers and pairs in 32 bits")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Score;

    /// Scores spread so widely over so many that sums do not fit in 64 bits.
    fn wide_problem(limit: i64) -> Problem {
        let mut builder = Problem::builder();
        for node in 0..2_000i64 {
            builder.giver(&format!("g{node}"), u32::from(node % 4 != 0));
            builder.taker(&format!("t{node}"), u32::from(node % 5 != 0));
            for step in 1..9 {
                let micros = (node * 7919 + step * step * 104_729) % 1_999 - 999;
                let score = Score::from_micros(micros * (limit / 1_000)).expect("within the limit");
                let giver = (node + step * step) % 2_000;
                builder.pair(&format!("g{giver}"), &format!("t{node}"), score);
            }
        }
        builder.build().expect("the problem is sound")
    }

    #[test]
    fn sums_beyond_64_bits_are_proven_too() {
        let problem = wide_problem(Score::LIMIT.micros());
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            let verdict = crate::verify::verify(&problem, &plan.to_file(&problem));
            assert_eq!(verdict.map(|verified| verified.value), Ok(plan.value()));
        }
    }
}
