//! Givers and takers that are solved together, apart from all others: one side is inserted, the other has
//! the places.
//!
//! Either side is numbered anew for the solver: whoever is inserted by its first partner, the others as
//! they are met. So those that share partners stand together, and are found together in a cache.

use super::{
    by_first_partner,
    most_units::Split,
    placing::{Amount, Instance, place},
};
use crate::{
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::Score,
};

/// Which side is inserted unit by unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inserted {
    Takers,
    Givers,
}

/// What a pair costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    /// A cost is so many times what a pair lacks of the highest score.
    pub(super) factor: i64,
    /// The lowest score and the highest; to find them takes a look at each pair, so that is done once.
    pub(super) scores: (Score, Score),
    /// What a unit costs that stays without a place; nothing: each should have one.
    pub(super) stay: Option<i64>,
}

/// Who is solved together.
pub(super) struct Block<'a> {
    pub(super) problem: &'a Problem,
    pub(super) inserted: Inserted,
    pub(super) costs: Costs,
    /// The units of each giver and taker of the problem; none where it takes no part.
    pub(super) capacities: Vec<u32>,
    pub(super) demands: Vec<u32>,
}

/// What came of a block.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settled<A> {
    /// The pairs used, in no particular order; none of crowded ones of the inserted side.
    pub(super) pairs: Vec<Pair>,
    /// Prices by giver and taker of the problem, 0 where one takes no part: a unit inserted costs no more
    /// than its price, and none would cost less than that less the price of the place.
    pub(super) giver_prices: Vec<A>,
    pub(super) taker_prices: Vec<A>,
    /// Where each unit inserted should have a place: those whose units have too few places, and who has
    /// these places.
    pub(super) crowded: Split,
}

impl Block<'_> {
    /// The best for this block, counted in `A`; nothing if a sum exceeds its limit.
    ///
    /// # Complexity
    /// Linear to build, then that of [`place`].
    pub(super) fn solve<A: Amount>(&self) -> Option<Settled<A>> {
        let narrow = |amount: i64| A::try_from(amount).ok().filter(|it| *it < A::LIMIT);
        let (least, _) = self.costs.scores;
        narrow(self.costs.of(least))?;
        let stay = match self.costs.stay {
            Some(stay) => Some(narrow(stay)?),
            None => None,
        };
        match self.inserted {
            Inserted::Takers => self.solve_rows(stay, |taker| {
                let pairs = self.problem.pairs_of(TakerIndex(taker));
                pairs.map(|pair| (pair.giver.0, self.cost(pair.score)))
            }),
            Inserted::Givers => {
                let columns = Columns::of(self);
                self.solve_rows(stay, |giver| columns.of_giver(giver).iter().copied())
            }
        }
    }

    /// `row` gives partners and costs of whoever is inserted.
    fn solve_rows<A: Amount, Row: Iterator<Item = (u32, A)>>(
        &self,
        stay: Option<A>,
        row: impl Fn(u32) -> Row,
    ) -> Option<Settled<A>> {
        let (left_units, right_units) = match self.inserted {
            Inserted::Takers => (&self.demands, &self.capacities),
            Inserted::Givers => (&self.capacities, &self.demands),
        };
        let lefts = (0u32..).zip(left_units).filter(|&(_, units)| *units > 0);
        let firsts: Vec<_> = lefts
            .map(|(left, _)| (row(left).next().map(|(right, _)| right), left))
            .collect();
        let lefts = by_first_partner(&firsts, right_units.len());
        let mut rights = Vec::with_capacity(right_units.len());
        let number = |units: &u32| if *units > 0 { UNMET } else { APART };
        let mut numbers: Vec<u32> = right_units.iter().map(number).collect();
        let mut instance = Instance::new(stay, lefts.len(), self.problem.pair_count() as usize);
        for &left in &lefts {
            for (right, cost) in row(left) {
                let number = &mut numbers[right as usize];
                if *number == UNMET {
                    *number = instance.right(right_units[right as usize]);
                    rights.push(right);
                }
                if *number != APART {
                    instance.arc(*number, cost);
                }
            }
            instance.end_row(left_units[left as usize]);
        }
        let outcome = place(instance)?;
        let pairs = outcome.placed.iter().map(|unit| {
            let (left, right) = (lefts[unit.left as usize], rights[unit.right as usize]);
            let (giver, taker) = match self.inserted {
                Inserted::Takers => (right, left),
                Inserted::Givers => (left, right),
            };
            Pair {
                taker: TakerIndex(taker),
                giver: GiverIndex(giver),
                score: self.score(unit.cost),
            }
        });
        let pairs = pairs.collect();
        let mut left_prices = vec![A::default(); left_units.len()];
        let mut crowded_lefts = vec![false; left_units.len()];
        for (at, left) in lefts.iter().enumerate() {
            left_prices[*left as usize] = outcome.left_prices[at];
            crowded_lefts[*left as usize] = outcome.crowded_lefts[at];
        }
        let mut right_prices = vec![A::default(); right_units.len()];
        let mut crowded_rights = vec![false; right_units.len()];
        for (at, right) in rights.iter().enumerate() {
            right_prices[*right as usize] = outcome.right_prices[at];
            crowded_rights[*right as usize] = outcome.crowded_rights[at];
        }
        Some(match self.inserted {
            Inserted::Takers => Settled {
                pairs,
                giver_prices: right_prices,
                taker_prices: left_prices,
                crowded: Split {
                    givers: crowded_rights,
                    takers: crowded_lefts,
                },
            },
            Inserted::Givers => Settled {
                pairs,
                giver_prices: left_prices,
                taker_prices: right_prices,
                crowded: Split {
                    givers: crowded_lefts,
                    takers: crowded_rights,
                },
            },
        })
    }

    fn cost<A: Amount>(&self, score: Score) -> A {
        let cost = A::try_from(self.costs.of(score)).ok();
        cost.expect("the widest was checked to fit")
    }

    fn score<A: Amount>(&self, cost: A) -> Score {
        let cost = i64::try_from(cost.into()).expect("a cost was made of 64 bits");
        let (_, most) = self.costs.scores;
        Score::from_micros(most.micros() - cost / self.costs.factor).expect("a cost is that of a pair")
    }
}

impl Costs {
    fn of(self, score: Score) -> i64 {
        let (_, most) = self.scores;
        self.factor * (most.micros() - score.micros())
    }
}

/// Who has no number yet, and who takes no part.
const UNMET: u32 = u32::MAX;
const APART: u32 = u32::MAX - 1;

/// Takers and costs by giver.
struct Columns<A> {
    /// Where each giver's end.
    ends: Vec<usize>,
    pairs: Vec<(u32, A)>,
}

impl<A: Amount> Columns<A> {
    fn of(block: &Block<'_>) -> Self {
        let takers = || (0u32..).zip(&block.demands).filter(|&(_, units)| *units > 0);
        let mut ends = vec![0; block.capacities.len()];
        for (taker, _) in takers() {
            for pair in block.problem.pairs_of(TakerIndex(taker)) {
                ends[pair.giver.at()] += usize::from(block.capacities[pair.giver.at()] > 0);
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        // While columns fill, an end is where the next pair goes.
        let mut pairs = vec![(0, A::default()); total];
        for (taker, _) in takers() {
            for pair in block.problem.pairs_of(TakerIndex(taker)) {
                if block.capacities[pair.giver.at()] > 0 {
                    let place = &mut ends[pair.giver.at()];
                    pairs[*place] = (taker, block.cost(pair.score));
                    *place += 1;
                }
            }
        }
        Self { ends, pairs }
    }

    fn of_giver(&self, giver: u32) -> &[(u32, A)] {
        let start = giver
            .checked_sub(1)
            .map_or(0, |before| self.ends[before as usize]);
        &self.pairs[start..self.ends[giver as usize]]
    }
}
