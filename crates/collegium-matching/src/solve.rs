//! Finds the best plan, exactly.
//!
//! The problem is a transport problem with at most one unit per pair, so a best plan has whole units
//! and prices that prove it. Both objectives become one exact integer worth per pair: under
//! [`Objective::Coverage`] a unit is worth more than any difference in score that one exchange can
//! make, under [`Objective::Score`] a millionth of score is worth more than any difference in units.

use crate::{
    objective::Objective,
    plan::{Plan, Price, Value, unmet_demand},
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::{Score, Total},
};
use augmenting_paths::{Amount, Instance, Outcome};

mod augmenting_paths;

/// A best plan for `problem`, with the prices that prove it.
///
/// # Complexity
/// Units × one search that is cut short at the first free place; linear in practice while capacity
/// exceeds demand, at worst O(units · pairs · log pairs). Space is linear in pairs.
///
/// # Determinism
/// Exact integers throughout; ties fall by id. The order of the input does not change the plan, and
/// renaming ids changes neither units nor score.
///
/// # Source
/// Successive shortest paths with potentials: Ahuja, Magnanti & Orlin, *Network Flows* (1993), §9.7;
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
    let worths = Worths::of(problem, objective);
    if worths.fit_64_bits() {
        solve_with::<i64>(problem, objective, worths)
    } else {
        solve_with::<i128>(problem, objective, worths)
    }
}

fn solve_with<A: Amount>(problem: &Problem, objective: Objective, worths: Worths) -> Plan {
    // Whoever is inserted unit by unit should be the scarce side: its units find places.
    let takers_first = problem.demand() <= problem.capacity();
    let instance = if takers_first {
        by_taker::<A>(problem, worths)
    } else {
        by_giver::<A>(problem, worths)
    };
    let outcome = augmenting_paths::solve(instance);
    read_back(problem, objective, worths, takers_first, &outcome)
}

/// How units and score make one number, and how they are read out of it again.
#[derive(Clone, Copy, Debug)]
enum Worths {
    /// `unit` + score: a score never makes up for a unit.
    Coverage { unit: i128 },
    /// 4 · score + 1: units only break a tie of score.
    Score { largest: i128 },
}

impl Worths {
    fn of(problem: &Problem, objective: Objective) -> Self {
        let scores = || problem.pairs().map(|pair| i128::from(pair.score.micros()));
        let (least, most) = (scores().min().unwrap_or(0), scores().max().unwrap_or(0));
        let largest = most.abs().max(least.abs());
        match objective {
            Objective::Score => Self::Score { largest },
            Objective::Coverage => {
                // An exchange, and so a price, runs along a path that alternates between the two sides
                // and visits nobody twice: its score is that of one pair and of at most `exchanges`
                // differences of two. A sum of a pair's score and two prices must not reach a unit.
                let exchanges = i128::from(problem.giver_count().min(problem.taker_count()));
                let unit = 4 * (exchanges * (most - least) + largest + 1);
                Self::Coverage { unit }
            }
        }
    }

    /// A distance is at most the worth of a pair and a price; sums of a few of them must fit.
    fn fit_64_bits(self) -> bool {
        let largest = match self {
            Self::Coverage { unit } => 2 * unit,
            Self::Score { largest } => 4 * largest + 1,
        };
        largest < i128::from(i64::MAX / 16)
    }

    fn worth(self, score: Score) -> i128 {
        let score = i128::from(score.micros());
        match self {
            Self::Coverage { unit } => unit + score,
            Self::Score { .. } => 4 * score + 1,
        }
    }

    fn price(self, worth: i128) -> Price {
        let (units, score) = match self {
            Self::Coverage { unit } => {
                let units = (worth + unit / 2).div_euclid(unit);
                (units, worth - units * unit)
            }
            Self::Score { .. } => (0, worth.div_euclid(4)),
        };
        Price {
            units: i64::try_from(units).expect("a price holds at most one unit"),
            score: Total::from_micros(score),
        }
    }

    /// What a pair adds, as a price is counted.
    fn gain(self, score: Score) -> Price {
        Price {
            units: i64::from(matches!(self, Self::Coverage { .. })),
            score: score.into(),
        }
    }
}

/// Takers are inserted; pairs that can never be used are left out.
fn by_taker<A: Amount>(problem: &Problem, worths: Worths) -> Instance<A> {
    let mut instance = Instance::new(
        problem.takers().map(|taker| taker.demand),
        problem.givers().map(|giver| giver.capacity),
        problem.pair_count() as usize,
    );
    for taker in problem.takers() {
        if taker.demand > 0 {
            for pair in problem.pairs_of(taker.index) {
                instance.arc(pair.giver.0, A::from_i128(worths.worth(pair.score)));
            }
        }
        instance.end_row();
    }
    instance
}

/// Givers are inserted.
fn by_giver<A: Amount>(problem: &Problem, worths: Worths) -> Instance<A> {
    let mut instance = Instance::new(
        problem.givers().map(|giver| giver.capacity),
        problem.takers().map(|taker| taker.demand),
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
                instance.arc(taker, A::from_i128(worths.worth(score)));
            }
        }
        instance.end_row();
    }
    instance
}

fn read_back<A: Amount>(
    problem: &Problem,
    objective: Objective,
    worths: Worths,
    takers_first: bool,
    outcome: &Outcome<A>,
) -> Plan {
    let prices = |amounts: &[A]| -> Vec<Price> {
        amounts
            .iter()
            .map(|amount| worths.price(amount.to_i128()))
            .collect()
    };
    let (mut taker_prices, mut giver_prices) = (prices(&outcome.left_prices), prices(&outcome.right_prices));
    if !takers_first {
        std::mem::swap(&mut taker_prices, &mut giver_prices);
    }
    price_the_empty(problem, worths, &mut giver_prices, &mut taker_prices);

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
    let mut plan = Plan {
        objective,
        value: Value {
            units: assignments.len() as u64,
            score: assignments.iter().map(|pair| pair.score).sum(),
        },
        assignments,
        unmet: Vec::new(),
        giver_prices,
        taker_prices,
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
    for pair in problem.pairs() {
        if problem.giver(pair.giver).capacity == 0 {
            let price = &mut giver_prices[pair.giver.at()];
            *price = excess(&pair, taker_prices[pair.taker.at()]).max(*price);
        }
    }
    for pair in problem.pairs() {
        if problem.taker(pair.taker).demand == 0 {
            let price = &mut taker_prices[pair.taker.at()];
            *price = excess(&pair, giver_prices[pair.giver.at()]).max(*price);
        }
    }
}
