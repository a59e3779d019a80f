//! Finds the best plan, exactly.
//!
//! The problem is a transport problem with at most one unit per pair, so a best plan has whole units
//! and prices that prove it. Under [`Objective::Coverage`] the most units are found first, whatever the
//! scores; they split the problem into two blocks in which nothing but scores is left to weigh
//! (`blocks.rs`). Else both objectives become one exact integer worth per pair: under coverage a unit is
//! worth more than any difference in score that one exchange can make, under [`Objective::Score`] a
//! millionth of score is worth more than any difference in units.
//!
//! A problem with minimum loads, groups or required pairs goes to a general solver of network flows.

use crate::{
    objective::Objective,
    plan::{Plan, Price, Value, unmet_demand},
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::{Score, Total},
};
use augmenting_paths::{Amount, Instance, Outcome, Part};
pub(crate) use with_limits::Basis;

mod augmenting_paths;
mod blocks;
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
    let worths = Worths::of(problem, objective);
    if objective == Objective::Coverage
        && let Some(solved) = blocks::solve(problem, worths)
    {
        return plan_of(problem, worths, solved);
    }
    solve_by_worth(problem, worths)
}

/// With units and score in one number.
fn solve_by_worth(problem: &Problem, worths: Worths) -> Plan {
    let narrow = i64::try_from(worths.widest()).is_ok();
    if narrow && u32::try_from(worths.part(worths.most)).is_ok() {
        solve_with::<i64, u32>(problem, worths)
    } else if narrow {
        solve_with::<i64, i64>(problem, worths)
    } else {
        solve_with::<i128, i64>(problem, worths)
    }
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

fn solve_with<A, P>(problem: &Problem, worths: Worths) -> Plan
where
    A: Amount + From<P> + TryFrom<i128> + Into<i128>,
    P: Part + TryFrom<i128>,
{
    // Whoever is inserted unit by unit should be the scarce side: its units find places.
    let takers_first = problem.demand() <= problem.capacity();
    let instance = if takers_first {
        by_taker::<A, P>(problem, worths)
    } else {
        by_giver::<A, P>(problem, worths)
    };
    let outcome = augmenting_paths::solve(instance);
    read_back(problem, worths, takers_first, &outcome)
}

/// How units and score make one number, the worth, and how they are read out of it again.
///
/// Under [`Objective::Coverage`] a worth is `unit` + score, and a score never makes up for a unit; under
/// [`Objective::Score`] it is 4 · score + 1, and units only break a tie of score.
#[derive(Clone, Copy, Debug)]
struct Worths {
    objective: Objective,
    unit: i128,
    /// The lowest score and the highest.
    least: Score,
    most: Score,
}

impl Worths {
    fn of(problem: &Problem, objective: Objective) -> Self {
        let (least, most) = problem.score_range();
        let (low, high) = (i128::from(least.micros()), i128::from(most.micros()));
        // An exchange, and so a price, runs along a path that alternates between the two sides and
        // visits nobody twice: its score is that of one pair and of at most `exchanges` differences of
        // two. A sum of a pair's score and two prices must not reach a unit.
        let exchanges = i128::from(problem.giver_count().min(problem.taker_count()));
        let unit = 4 * (exchanges * (high - low) + high.abs().max(low.abs()) + 1);
        Self {
            objective,
            unit,
            least,
            most,
        }
    }

    /// Beyond any sum that the solver makes: a distance is at most the worth of a pair and a price, and
    /// both are at most that of a pair.
    fn widest(self) -> i128 {
        16 * self.worth(self.least).abs().max(self.worth(self.most).abs())
    }

    fn worth(self, score: Score) -> i128 {
        let score = i128::from(score.micros());
        match self.objective {
            Objective::Coverage | Objective::LeastChange => self.unit + score,
            Objective::Score => 4 * score + 1,
        }
    }

    /// A worth less that of the lowest score.
    fn part(self, score: Score) -> i128 {
        self.worth(score) - self.worth(self.least)
    }

    fn price(self, worth: i128) -> Price {
        let (units, score) = match self.objective {
            Objective::Coverage | Objective::LeastChange => {
                let units = (worth + self.unit / 2).div_euclid(self.unit);
                (units, worth - units * self.unit)
            }
            Objective::Score => (0, worth.div_euclid(4)),
        };
        Price {
            kept: 0,
            units: i64::try_from(units).expect("a price holds at most one unit"),
            score: Total::from_micros(score),
        }
    }

    /// What a pair adds, as a price is counted.
    fn gain(self, score: Score) -> Price {
        Price {
            kept: 0,
            units: i64::from(self.objective.puts_units_first()),
            score: score.into(),
        }
    }
}

fn narrowed<N: TryFrom<i128>>(amount: i128) -> N {
    N::try_from(amount)
        .ok()
        .expect("the widest amount was checked to fit")
}

/// Takers are inserted; pairs that can never be used are left out.
fn by_taker<A, P>(problem: &Problem, worths: Worths) -> Instance<A, P>
where
    A: Amount + From<P> + TryFrom<i128>,
    P: Part + TryFrom<i128>,
{
    let mut instance = Instance::new(
        problem.takers().map(|taker| taker.demand),
        problem.givers().map(|giver| giver.capacity),
        narrowed(worths.worth(worths.least)),
        problem.pair_count() as usize,
    );
    for taker in problem.takers() {
        if taker.demand > 0 {
            for pair in problem.pairs_of(taker.index) {
                instance.arc(pair.giver.0, narrowed(worths.part(pair.score)));
            }
        }
        instance.end_row();
    }
    instance
}

/// Givers are inserted.
fn by_giver<A, P>(problem: &Problem, worths: Worths) -> Instance<A, P>
where
    A: Amount + From<P> + TryFrom<i128>,
    P: Part + TryFrom<i128>,
{
    let mut instance = Instance::new(
        problem.givers().map(|giver| giver.capacity),
        problem.takers().map(|taker| taker.demand),
        narrowed(worths.worth(worths.least)),
        problem.pair_count() as usize,
    );
    let givers = problem.giver_count() as usize;
    let mut starts = vec![0usize; givers + 1];
    for pair in problem.pairs() {
        starts[pair.giver.at() + 1] += 1;
    }
    for giver in 0..givers {
        starts[giver + 1] += starts[giver];
    }
    let mut next = starts.clone();
    let mut columns = vec![(0u32, Score::ZERO); starts[givers]];
    for pair in problem.pairs() {
        columns[next[pair.giver.at()]] = (pair.taker.0, pair.score);
        next[pair.giver.at()] += 1;
    }
    for giver in problem.givers() {
        if giver.capacity > 0 {
            let row = starts[giver.index.at()]..starts[giver.index.at() + 1];
            for &(taker, score) in &columns[row] {
                instance.arc(taker, narrowed(worths.part(score)));
            }
        }
        instance.end_row();
    }
    instance
}

fn read_back<A: Amount + Into<i128>>(
    problem: &Problem,
    worths: Worths,
    takers_first: bool,
    outcome: &Outcome<A>,
) -> Plan {
    let prices = |amounts: &[A]| -> Vec<Price> {
        amounts
            .iter()
            .map(|amount| worths.price((*amount).into()))
            .collect()
    };
    let (mut taker_prices, mut giver_prices) = (prices(&outcome.left_prices), prices(&outcome.right_prices));
    if !takers_first {
        std::mem::swap(&mut taker_prices, &mut giver_prices);
    }
    let mut used: Vec<(TakerIndex, GiverIndex)> = outcome
        .used
        .iter()
        .map(|&(left, right)| {
            if takers_first {
                (left, right)
            } else {
                (right, left)
            }
        })
        .map(|(taker, giver)| (TakerIndex(taker), GiverIndex(giver)))
        .collect();
    used.sort_unstable();
    let assignments: Vec<Pair> = used
        .into_iter()
        .map(|(taker, giver)| Pair {
            taker,
            giver,
            score: problem
                .score(giver, taker)
                .expect("the solver uses only pairs of the problem"),
        })
        .collect();
    let solved = Solved {
        assignments,
        giver_prices,
        taker_prices,
    };
    plan_of(problem, worths, solved)
}

/// What a solver hands back.
#[derive(Debug, PartialEq, Eq)]
struct Solved {
    /// The pairs used, by taker, then giver.
    assignments: Vec<Pair>,
    giver_prices: Vec<Price>,
    taker_prices: Vec<Price>,
}

fn plan_of(problem: &Problem, worths: Worths, mut solved: Solved) -> Plan {
    price_the_empty(
        problem,
        worths,
        &mut solved.giver_prices,
        &mut solved.taker_prices,
    );
    let mut plan = Plan {
        objective: worths.objective,
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
    worths: Worths,
    giver_prices: &mut [Price],
    taker_prices: &mut [Price],
) {
    let excess = |pair: &Pair, other: Price| worths.gain(pair.score).minus(other);
    if problem.givers().any(|giver| giver.capacity == 0) {
        for pair in problem.pairs() {
            let is_asked = problem.taker(pair.taker).demand > 0;
            if problem.giver(pair.giver).capacity == 0 && is_asked {
                let price = &mut giver_prices[pair.giver.at()];
                *price = excess(&pair, taker_prices[pair.taker.at()]).max(*price);
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

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a problem numbers its givers, takers and pairs in 32 bits")
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn every_width_gives_the_same_plan() {
        let problem = wide_problem(1_000_000);
        for objective in [Objective::Coverage, Objective::Score] {
            let worths = Worths::of(&problem, objective);
            let plan = solve_with::<i64, u32>(&problem, worths);
            assert_eq!(plan, solve_with::<i64, i64>(&problem, worths));
            assert_eq!(plan, solve_with::<i128, i64>(&problem, worths));
            // By blocks, ties may fall otherwise.
            assert_eq!(plan.value(), solve(&problem, objective).value());
        }
    }

    #[test]
    fn sums_beyond_64_bits_are_proven_too() {
        let problem = wide_problem(Score::LIMIT.micros());
        assert!(i64::try_from(Worths::of(&problem, Objective::Coverage).widest()).is_err());
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            let verdict = crate::verify::verify(&problem, &plan.to_file(&problem));
            assert_eq!(verdict.map(|verified| verified.value), Ok(plan.value()));
        }
    }
}
