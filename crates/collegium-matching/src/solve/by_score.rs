//! The best score, and among those plans the most units.
//!
//! One number a pair: four times its score in millionths, plus 1. A millionth outweighs every difference in
//! units that one exchange makes, and a pair is of use only where its number is above zero. All are solved
//! as one block, in which a unit may stay without a place for what the best pair gains.

use super::{
    Solved,
    block::{Block, Costs, Inserted, Settled},
    by_taker,
    placing::Amount,
};
use crate::{plan::Price, problem::Problem, score::Total};

const FACTOR: i64 = 4;

/// The best plan under score, and its prices.
///
/// # Complexity
/// That of [`Block::solve`].
pub(super) fn solve(problem: &Problem) -> Solved {
    let scores = problem.score_range();
    let stay = (FACTOR * scores.1.micros() + 1).max(0);
    // The units of the scarce side find places.
    let inserted = if problem.demand() <= problem.capacity() {
        Inserted::Takers
    } else {
        Inserted::Givers
    };
    let block = Block {
        problem,
        inserted,
        costs: Costs {
            factor: FACTOR,
            scores,
            stay: Some(stay),
        },
        capacities: problem.givers().map(|giver| giver.capacity).collect(),
        demands: problem.takers().map(|taker| taker.demand).collect(),
    };
    let narrow = block.solve::<i32>().map(|settled| solved(&block, stay, &settled));
    narrow.unwrap_or_else(|| {
        let settled = block.solve::<i64>().expect("four scores fit in 61 bits");
        solved(&block, stay, &settled)
    })
}

fn solved<A: Amount>(block: &Block<'_>, stay: i64, settled: &Settled<A>) -> Solved {
    let price = |gain: i128| Price {
        kept: 0,
        units: 0,
        score: Total::from_micros(gain.div_euclid(FACTOR.into())),
    };
    // One more unit of the inserted side saves what it costs without a place, and costs its price.
    let prices = |side: Inserted, prices: &[A], units: &[u32]| -> Vec<Price> {
        let prices = prices.iter().map(|&price| price.into());
        let gains = prices.zip(units).map(|(cost, units)| match *units {
            0 => 0,
            _ if side == block.inserted => i128::from(stay) - cost,
            _ => cost,
        });
        gains.map(price).collect()
    };
    Solved {
        assignments: by_taker(&settled.pairs, block.demands.len()),
        giver_prices: prices(Inserted::Givers, &settled.giver_prices, &block.capacities),
        taker_prices: prices(Inserted::Takers, &settled.taker_prices, &block.demands),
    }
}
