//! Covers as much demand as can be, at the best score: the over-demanded takers and givers apart from
//! the rest, each block from the side whose units all find a place.
//!
//! Among the over-demanded every giver's unit is placed, elsewhere every taker's unit is. So neither
//! block has to weigh a unit against a score. A price is one unit and a score on the side whose units
//! are all placed, a mere score on the other. Pairs between an over-demanded taker and a giver outside
//! are used by every plan of the most units (they gain a unit, their prices hold none); those between
//! an over-demanded giver and a taker outside by none (they gain one unit, their prices hold two). No
//! score can contradict that, so the prices of both blocks together prove the whole plan.
//!
//! There are two ways to the blocks. Where a greedy start places nearly all, everything is solved as one
//! block, and whoever turns out to be crowded there is the other. Else searches from the crowded side would
//! drive prices up for nothing, and the split is found first, from a plan of the most units.

use super::{
    Solved,
    block::{Block, Costs, Inserted, Settled},
    by_taker,
    lowest_prices::lower,
    most_units::{Flow, Greedy, Split},
    placing::Amount,
};
use crate::{
    plan::Price,
    problem::{Pair, Problem},
    score::Total,
};

/// The best plan under coverage, and its prices.
///
/// # Complexity
/// That of [`Flow::over_demanded`], [`Block::solve`] and [`lower`].
pub(super) fn solve(problem: &Problem) -> Solved {
    let costs = costs(problem);
    let greedy = Greedy::of(problem);
    let (split, mut solved) = if greedy.is_nearly_full() {
        solve_at_once(problem, costs)
    } else {
        solve_by_split(problem, costs, Flow::of(&greedy).over_demanded())
    };
    // Where capacity is short everywhere, high prices tell those that go without what a unit of theirs
    // would take from others; elsewhere low ones tell what one more unit of a giver adds.
    if problem.demand() <= problem.capacity() {
        lower(problem, costs.scores, &split, &mut solved);
    }
    solved
}

/// What a pair lacks of the highest score.
fn costs(problem: &Problem) -> Costs {
    Costs {
        factor: 1,
        scores: problem.score_range(),
        stay: None,
    }
}

/// All as one block, inserted from the side with fewer units; the other block is who is crowded there.
fn solve_at_once(problem: &Problem, costs: Costs) -> (Split, Solved) {
    solve_at_once_in::<i32>(problem, costs)
        .or_else(|| solve_at_once_in::<i64>(problem, costs))
        .or_else(|| solve_at_once_in::<i128>(problem, costs))
        .expect("no sum needs more than 128 bits")
}

fn solve_at_once_in<A: Amount>(problem: &Problem, costs: Costs) -> Option<(Split, Solved)> {
    let takers_first = problem.demand() <= problem.capacity();
    let everybody = Split {
        takers: vec![!takers_first; problem.taker_count() as usize],
        givers: vec![!takers_first; problem.giver_count() as usize],
    };
    let all = Blocks::new(problem, &everybody, costs);
    let first = if takers_first { all.rest } else { all.over }.solve::<A>()?;
    let mut split = first.crowded.clone();
    if !takers_first {
        for taker in problem.takers() {
            let over = &mut split.takers[taker.index.at()];
            *over = !*over && taker.demand > 0;
        }
        for giver in problem.givers() {
            let over = &mut split.givers[giver.index.at()];
            *over = !*over && giver.capacity > 0;
        }
    }
    let blocks = Blocks::new(problem, &split, costs);
    let solved = if takers_first {
        blocks.solved(&first, &blocks.over.solve()?)
    } else {
        blocks.solved(&blocks.rest.solve()?, &first)
    };
    Some((split, solved))
}

/// The blocks first, then each by itself.
fn solve_by_split(problem: &Problem, costs: Costs, split: Split) -> (Split, Solved) {
    let blocks = Blocks::new(problem, &split, costs);
    let solved = blocks
        .solve::<i32>()
        .or_else(|| blocks.solve::<i64>())
        .or_else(|| blocks.solve::<i128>())
        .expect("no sum needs more than 128 bits");
    (split, solved)
}

struct Blocks<'a> {
    split: &'a Split,
    /// The pairs that every plan of the most units uses.
    forced: Vec<Pair>,
    over: Block<'a>,
    rest: Block<'a>,
}

impl<'a> Blocks<'a> {
    fn new(problem: &'a Problem, split: &'a Split, costs: Costs) -> Self {
        let of_givers = |over: bool| {
            let units = problem.givers().zip(&split.givers);
            units.map(move |(giver, is_over)| if *is_over == over { giver.capacity } else { 0 })
        };
        let of_takers = |over: bool| {
            let units = problem.takers().zip(&split.takers);
            units.map(move |(taker, is_over)| if *is_over == over { taker.demand } else { 0 })
        };
        let block = |over: bool, inserted: Inserted| Block {
            problem,
            inserted,
            costs,
            capacities: of_givers(over).collect(),
            demands: of_takers(over).collect(),
        };
        let mut blocks = Self {
            split,
            forced: Vec::new(),
            over: block(true, Inserted::Givers),
            rest: block(false, Inserted::Takers),
        };
        for taker in problem.takers().filter(|taker| split.has_taker(taker.index)) {
            for pair in problem.pairs_of(taker.index) {
                if !split.has_giver(pair.giver) && problem.giver(pair.giver).capacity > 0 {
                    blocks.rest.capacities[pair.giver.at()] -= 1;
                    blocks.over.demands[pair.taker.at()] -= 1;
                    blocks.forced.push(pair);
                }
            }
        }
        blocks
    }

    fn solve<A: Amount>(&self) -> Option<Solved> {
        let rest = self.rest.solve::<A>()?;
        let over = self.over.solve::<A>()?;
        Some(self.solved(&rest, &over))
    }

    fn solved<A: Amount>(&self, rest: &Settled<A>, over: &Settled<A>) -> Solved {
        let pairs = [self.forced.as_slice(), &rest.pairs, &over.pairs].concat();
        let (giver_prices, taker_prices) = self.prices(rest, over);
        Solved {
            assignments: by_taker(&pairs, self.split.takers.len()),
            giver_prices,
            taker_prices,
        }
    }

    /// Those of the givers and of the takers.
    fn prices<A: Amount>(&self, rest: &Settled<A>, over: &Settled<A>) -> (Vec<Price>, Vec<Price>) {
        let most = i128::from(self.rest.costs.scores.1.micros());
        let placed = |cost: A| Price {
            kept: 0,
            units: 1,
            score: Total::from_micros(most - cost.into()),
        };
        let hosts = |cost: A| Price {
            kept: 0,
            units: 0,
            score: Total::from_micros(cost.into()),
        };
        let problem = self.rest.problem;
        let mut taker_prices = Vec::with_capacity(self.split.takers.len());
        for taker in problem.takers() {
            let at = taker.index.at();
            taker_prices.push(if self.split.has_taker(taker.index) {
                hosts(over.taker_prices[at])
            } else if taker.demand > 0 {
                placed(rest.taker_prices[at])
            } else {
                Price::default()
            });
        }
        let mut giver_prices = Vec::with_capacity(self.split.givers.len());
        for giver in problem.givers() {
            let at = giver.index.at();
            giver_prices.push(if self.split.has_giver(giver.index) {
                placed(over.giver_prices[at])
            } else {
                hosts(rest.giver_prices[at])
            });
        }
        self.price_the_closed(&mut giver_prices, &taker_prices);
        (giver_prices, taker_prices)
    }

    /// Givers that the forced pairs fill took no part; they cost what the others lack of them.
    fn price_the_closed(&self, giver_prices: &mut [Price], taker_prices: &[Price]) {
        let problem = self.rest.problem;
        let mut is_closed = vec![false; giver_prices.len()];
        for pair in &self.forced {
            is_closed[pair.giver.at()] = self.rest.capacities[pair.giver.at()] == 0;
        }
        if !is_closed.contains(&true) {
            return;
        }
        for taker in problem.takers() {
            if taker.demand > 0 && !self.split.has_taker(taker.index) {
                for pair in problem.pairs_of(taker.index) {
                    if is_closed[pair.giver.at()] {
                        let gain = Price {
                            kept: 0,
                            units: 1,
                            score: pair.score.into(),
                        };
                        let price = &mut giver_prices[pair.giver.at()];
                        *price = gain.minus(taker_prices[taker.index.at()]).max(*price);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objective::Objective,
        score::Score,
        solve::{plan_of, with_limits::solve_with_limits},
        verify::verify,
    };
    use proptest::prelude::*;

    /// Two regions, each with its own share of capacity, and a few pairs across.
    fn problems() -> impl Strategy<Value = Problem> {
        let scores = prop_oneof![Just(1i64), Just(3), Just(1_000_000), Just(Score::LIMIT.micros())];
        let nodes = (0usize..40, 0usize..40);
        (nodes, (0u32..5, 0u32..5), 1u32..4, 1u64..12, scores, any::<u64>()).prop_map(
            |((givers, takers), (west, east), demand, degree, spread, seed)| {
                let mut state = seed;
                let mut dice = move |sides: u64| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 33) % sides
                };
                let mut builder = Problem::builder();
                for giver in 0..givers {
                    let most = if giver % 2 == 0 { west } else { east };
                    let capacity = u32::try_from(dice(u64::from(most) + 1)).unwrap();
                    builder.giver(&format!("g{giver}"), capacity);
                }
                for taker in 0..takers {
                    let asked = u32::try_from(dice(u64::from(demand) + 1)).unwrap();
                    builder.taker(&format!("t{taker}"), asked);
                    for giver in 0..givers {
                        let chance = if giver % 2 == taker % 2 { degree } else { 1 };
                        if dice(20) < chance {
                            let micros = i64::try_from(dice(spread.unsigned_abs())).unwrap() - spread / 3;
                            let score = Score::from_micros(micros).unwrap();
                            builder.pair(&format!("g{giver}"), &format!("t{taker}"), score);
                        }
                    }
                }
                builder.build().unwrap()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn both_ways_come_to_what_a_network_simplex_comes_to(problem in problems()) {
            let twin = solve_with_limits(&problem, Objective::Coverage).assignments;
            let split = Flow::of(&Greedy::of(&problem)).over_demanded();
            for (found, solved) in [solve_at_once(&problem, costs(&problem)), solve_by_split(&problem, costs(&problem), split.clone())] {
                if problem.demand() <= problem.capacity() {
                    prop_assert_eq!(found, split.clone());
                }
                let plan = plan_of(&problem, Objective::Coverage, solved);
                prop_assert_eq!(plan.value().units, twin.len() as u64);
                prop_assert_eq!(plan.value().score, twin.iter().map(|pair| pair.score).sum());
                let verdict = verify(&problem, &plan.to_file(&problem));
                prop_assert_eq!(verdict.map(|verified| verified.value), Ok(plan.value()));
            }
        }

        #[test]
        fn every_width_gives_the_same_solution(problem in problems()) {
            let split = Flow::of(&Greedy::of(&problem)).over_demanded();
            let blocks = Blocks::new(&problem, &split, costs(&problem));
            let wide = blocks.solve::<i128>().expect("128 bits are enough");
            let narrower = [blocks.solve::<i64>(), blocks.solve::<i32>()];
            for narrow in narrower.into_iter().flatten() {
                prop_assert_eq!(&narrow, &wide);
            }
            let wide = solve_at_once_in::<i128>(&problem, costs(&problem)).expect("128 bits are enough");
            let narrower = [solve_at_once_in::<i64>(&problem, costs(&problem)), solve_at_once_in::<i32>(&problem, costs(&problem))];
            for narrow in narrower.into_iter().flatten() {
                prop_assert_eq!(&narrow, &wide);
            }
        }
    }
}
