//! Covers as much demand as can be, at the best score: the over-demanded takers and givers apart from
//! the rest, each block from the side whose units all find a place.
//!
//! Among the over-demanded every giver's unit is placed, elsewhere every taker's unit is. So neither
//! block has to weigh a unit against a score. A price is one unit and a score on the side whose units
//! are all placed, a mere score on the other. Pairs between an over-demanded taker and a giver outside
//! are used by every plan of the most units (they gain a unit, their prices hold none); those between
//! an over-demanded giver and a taker outside by none (they gain one unit, their prices hold two). No
//! score can contradict that, so the prices of both blocks together prove the whole plan.

use super::{
    Solved, Worths,
    lowest_prices::lower,
    most_units::{Split, over_demanded},
    placing::{Amount, Instance, Outcome, place_all},
};
use crate::{
    plan::Price,
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::{Score, Total},
};

/// The best plan under coverage, and its prices; nothing if a sum does not fit in 62 bits.
///
/// # Complexity
/// That of [`over_demanded`], [`place_all`] and [`lower`].
pub(super) fn solve(problem: &Problem, worths: Worths) -> Option<Solved> {
    let blocks = Blocks::new(problem, worths.most);
    let mut solved = blocks.solve::<i32>().or_else(|| blocks.solve::<i64>())?;
    // Where capacity is short everywhere, high prices tell those that go without what a unit of theirs
    // would take from others; elsewhere low ones tell what one more unit of a giver adds.
    if problem.demand() <= problem.capacity() {
        lower(problem, &blocks.split, &mut solved, worths.unit)?;
    }
    Some(solved)
}

struct Blocks<'a> {
    problem: &'a Problem,
    split: Split,
    /// What a pair lacks of the highest score is its cost.
    most: Score,
    /// The pairs that every plan of the most units uses.
    forced: Vec<Pair>,
    /// Capacity and demand beside those.
    capacities: Vec<u32>,
    demands: Vec<u32>,
    /// Where givers and takers stand in the order of the split.
    giver_ranks: Vec<u32>,
    taker_ranks: Vec<u32>,
}

impl<'a> Blocks<'a> {
    fn new(problem: &'a Problem, most: Score) -> Self {
        let split = over_demanded(problem);
        let mut capacities: Vec<u32> = problem.givers().map(|giver| giver.capacity).collect();
        let mut demands: Vec<u32> = problem.takers().map(|taker| taker.demand).collect();
        let mut forced = Vec::new();
        for taker in problem.takers().filter(|taker| split.has_taker(taker.index)) {
            for pair in problem.pairs_of(taker.index) {
                if !split.has_giver(pair.giver) && problem.giver(pair.giver).capacity > 0 {
                    capacities[pair.giver.at()] -= 1;
                    demands[pair.taker.at()] -= 1;
                    forced.push(pair);
                }
            }
        }
        Self {
            giver_ranks: ranks(capacities.len(), &split.giver_order),
            taker_ranks: ranks(demands.len(), &split.taker_order),
            problem,
            split,
            most,
            forced,
            capacities,
            demands,
        }
    }

    fn solve<A: Amount>(&self) -> Option<Solved> {
        let rest = place_all(self.rest::<A>()?)?;
        let over = place_all(self.over::<A>()?)?;
        let mut assignments = self.forced.clone();
        let pair = |taker: u32, giver: u32, cost: A| Pair {
            taker: TakerIndex(self.split.taker_order[taker as usize]),
            giver: GiverIndex(self.split.giver_order[giver as usize]),
            score: self.score(cost),
        };
        assignments.extend(
            rest.placed
                .iter()
                .map(|unit| pair(unit.left, unit.right, unit.cost)),
        );
        assignments.extend(
            over.placed
                .iter()
                .map(|unit| pair(unit.right, unit.left, unit.cost)),
        );
        let (giver_prices, taker_prices) = self.prices(&rest, &over);
        Some(Solved {
            assignments: by_taker(&assignments, self.demands.len()),
            giver_prices,
            taker_prices,
        })
    }

    /// The takers that are not over-demanded are inserted.
    fn rest<A: Amount>(&self) -> Option<Instance<A>> {
        let most_arcs = self.problem.pair_count() as usize;
        let mut instance = Instance::new(self.takers(false), self.givers(false), most_arcs);
        let mut ranks = vec![u32::MAX; self.capacities.len()];
        for (rank, (&giver, units)) in (0u32..).zip(self.split.giver_order.iter().zip(self.givers(false))) {
            if units > 0 {
                ranks[giver as usize] = rank;
            }
        }
        for &taker in &self.split.taker_order {
            if !self.split.takers[taker as usize] {
                for pair in self.problem.pairs_of(TakerIndex(taker)) {
                    let giver = ranks[pair.giver.at()];
                    if giver != u32::MAX {
                        instance.arc(giver, self.cost(pair.score)?);
                    }
                }
            }
            instance.end_row();
        }
        Some(instance)
    }

    /// The givers that are over-demanded are inserted.
    fn over<A: Amount>(&self) -> Option<Instance<A>> {
        let takers = || {
            let takers = self.problem.takers().map(|taker| taker.index);
            takers.filter(|&taker| self.split.has_taker(taker))
        };
        // Where each giver's column ends; while columns fill, where its next pair goes.
        let mut ends = vec![0; self.capacities.len()];
        for taker in takers() {
            for pair in self.problem.pairs_of(taker) {
                ends[pair.giver.at()] += usize::from(self.split.has_giver(pair.giver));
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut columns = vec![(0, A::default()); total];
        for taker in takers() {
            for pair in self.problem.pairs_of(taker) {
                if self.split.has_giver(pair.giver) {
                    let place = &mut ends[pair.giver.at()];
                    columns[*place] = (self.taker_ranks[taker.at()], self.cost(pair.score)?);
                    *place += 1;
                }
            }
        }
        let mut instance = Instance::new(self.givers(true), self.takers(true), total);
        for &giver in &self.split.giver_order {
            if self.split.givers[giver as usize] {
                let start = giver.checked_sub(1).map_or(0, |before| ends[before as usize]);
                for &(taker, cost) in &columns[start..ends[giver as usize]] {
                    instance.arc(taker, cost);
                }
            }
            instance.end_row();
        }
        Some(instance)
    }

    /// What the takers of one block ask for; nothing the others.
    fn takers(&self, over: bool) -> impl Iterator<Item = u32> {
        let units = |&taker: &u32| (self.split.takers[taker as usize], self.demands[taker as usize]);
        self.split
            .taker_order
            .iter()
            .map(units)
            .map(move |units| of_block(over, units))
    }

    /// What the givers of one block have to give; nothing the others.
    fn givers(&self, over: bool) -> impl Iterator<Item = u32> {
        let units = |&giver: &u32| (self.split.givers[giver as usize], self.capacities[giver as usize]);
        self.split
            .giver_order
            .iter()
            .map(units)
            .map(move |units| of_block(over, units))
    }

    /// Nothing if it is beyond what is counted with.
    fn cost<A: Amount>(&self, score: Score) -> Option<A> {
        let cost = A::try_from(self.most.micros() - score.micros()).ok();
        cost.filter(|&cost| cost < A::LIMIT)
    }

    fn score<A: Amount>(&self, cost: A) -> Score {
        Score::from_micros(self.most.micros() - cost.into()).expect("a cost is that of a pair")
    }

    /// Those of the givers and of the takers.
    fn prices<A: Amount>(&self, rest: &Outcome<A>, over: &Outcome<A>) -> (Vec<Price>, Vec<Price>) {
        let at_rank = |prices: &[A], rank: u32| prices.get(rank as usize).copied().unwrap_or_default();
        let placed = |cost: A| Price {
            kept: 0,
            units: 1,
            score: Total::from_micros(i128::from(self.most.micros()) - i128::from(cost.into())),
        };
        let hosts = |cost: A| Price {
            kept: 0,
            units: 0,
            score: Total::from_micros(cost.into().into()),
        };
        let mut taker_prices = Vec::with_capacity(self.demands.len());
        for taker in self.problem.takers() {
            let rank = self.taker_ranks[taker.index.at()];
            taker_prices.push(if self.split.has_taker(taker.index) {
                hosts(at_rank(&over.right_prices, rank))
            } else if taker.demand > 0 {
                placed(at_rank(&rest.left_prices, rank))
            } else {
                Price::default()
            });
        }
        let mut giver_prices = Vec::with_capacity(self.capacities.len());
        for giver in self.problem.givers() {
            let rank = self.giver_ranks[giver.index.at()];
            giver_prices.push(if self.split.has_giver(giver.index) {
                placed(at_rank(&over.left_prices, rank))
            } else {
                hosts(at_rank(&rest.right_prices, rank))
            });
        }
        self.price_the_closed(&mut giver_prices, &taker_prices);
        (giver_prices, taker_prices)
    }

    /// Givers that the forced pairs fill took no part; they cost what the others lack of them.
    fn price_the_closed(&self, giver_prices: &mut [Price], taker_prices: &[Price]) {
        let is_closed =
            |giver: GiverIndex| self.capacities[giver.at()] == 0 && self.problem.giver(giver).capacity > 0;
        if !self.forced.iter().any(|pair| is_closed(pair.giver)) {
            return;
        }
        for taker in self.problem.takers() {
            if taker.demand > 0 && !self.split.has_taker(taker.index) {
                for pair in self.problem.pairs_of(taker.index) {
                    if is_closed(pair.giver) && !self.split.has_giver(pair.giver) {
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

fn of_block(over: bool, (is_over, units): (bool, u32)) -> u32 {
    if is_over == over { units } else { 0 }
}

/// Where each of so many stands in that order; past its end where nowhere.
fn ranks(count: usize, order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![u32::MAX; count];
    for (rank, &at) in (0u32..).zip(order) {
        ranks[at as usize] = rank;
    }
    ranks
}

/// By taker, then giver.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        objective::Objective,
        solve::{Worths, plan_of, solve_by_worth},
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
        fn blocks_come_to_what_worths_come_to(problem in problems()) {
            let worths = Worths::of(&problem, Objective::Coverage);
            let twin = solve_by_worth(&problem, worths);
            let plan = plan_of(&problem, worths, solve(&problem, worths).expect("the sums fit"));
            prop_assert_eq!(plan.value(), twin.value());
            let verdict = verify(&problem, &plan.to_file(&problem));
            prop_assert_eq!(verdict.map(|verified| verified.value), Ok(twin.value()));
        }

        #[test]
        fn every_width_gives_the_same_solution(problem in problems()) {
            let blocks = Blocks::new(&problem, problem.score_range().1);
            let wide = blocks.solve::<i64>().expect("64 bits are enough for few scores");
            if let Some(narrow) = blocks.solve::<i32>() {
                prop_assert_eq!(narrow, wide);
            }
        }
    }
}
