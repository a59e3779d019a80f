//! Lowers the prices of over-demanded givers to what one more unit of each would really add.
//!
//! Inserting givers leaves their prices as high as a proof allows. The lowest are as good a proof and
//! say more. They follow from the takers whose demand is not met in full, at price 0: a giver is worth
//! no less than such a taker would gain by it, and a taker pays no more than what it has of its givers.
//! How far those bounds let prices move, from taker to giver along unused pairs and on along used ones,
//! are shortest paths.

use super::{Solved, most_units::Split, placing::Amount};
use crate::{
    plan::Price,
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::{Score, Total},
};
use std::{cmp::Reverse, collections::BinaryHeap};

/// Lowers the prices of over-demanded givers as far as a proof allows, and raises those of their takers.
///
/// # Complexity
/// O(pairs · log pairs) of the over-demanded at worst.
///
/// # Source
/// Dijkstra (1959), doi:10.1007/BF01386390, with the prices at hand as potentials; that the lowest
/// prices are what one more unit adds: Leonard (1983), doi:10.1086/261154.
pub(super) fn lower(problem: &Problem, scores: (Score, Score), split: &Split, solved: &mut Solved) {
    if split.takers.contains(&true) {
        lower_in::<i32>(problem, scores, split, solved)
            .or_else(|| lower_in::<i64>(problem, scores, split, solved))
            .or_else(|| lower_in::<i128>(problem, scores, split, solved))
            .expect("no sum needs more than 128 bits");
    }
}

/// Nothing, and nothing has changed, if a sum exceeds the limit.
fn lower_in<A: Amount>(
    problem: &Problem,
    (least, most): (Score, Score),
    split: &Split,
    solved: &mut Solved,
) -> Option<()> {
    // A step adds three of these to a distance.
    let is_narrow = |micros: i128| micros.abs() <= A::LIMIT.into() / 4;
    let scores = [least, most].map(|score| score.micros().into());
    let prices = solved.giver_prices.iter().chain(&solved.taker_prices);
    let mut numbers = scores.into_iter().chain(prices.map(|price| price.score.micros()));
    if !numbers.all(is_narrow) {
        return None;
    }
    let mut search = Search::<A>::new(problem, split, solved);
    search.run();
    let (givers, takers) = (search.givers, search.takers);
    // All in the block can be reached; whoever was not is beyond the limit.
    if givers.iter().chain(&takers).any(|node| node.moved == A::LIMIT) {
        return None;
    }
    for (price, node) in solved.giver_prices.iter_mut().zip(givers) {
        price.score = Total::from_micros(price.score.micros() - node.moved.into());
    }
    for (price, node) in solved.taker_prices.iter_mut().zip(takers) {
        price.score = Total::from_micros(price.score.micros() + node.moved.into());
    }
    Some(())
}

struct Search<'a, A: Amount> {
    problem: &'a Problem,
    split: &'a Split,
    assignments: &'a [Pair],
    /// Where each taker's assignments start and the last one's end.
    rows: Vec<u32>,
    /// Taker and score of each assignment by giver; where each giver's start and the last one's end.
    held: Vec<(u32, A)>,
    columns: Vec<u32>,
    givers: Vec<Node<A>>,
    takers: Vec<Node<A>>,
    /// Twice a giver, or twice a taker plus 1, by distance.
    queue: BinaryHeap<Reverse<A::Queued>>,
    /// The same, as near as what is at hand.
    tied: Vec<u32>,
}

/// A price, and how far it moves: down for a giver, up for a taker.
#[derive(Clone, Copy)]
struct Node<A> {
    price: A,
    moved: A,
}

impl<'a, A: Amount> Search<'a, A> {
    fn new(problem: &'a Problem, split: &'a Split, solved: &'a Solved) -> Self {
        let assignments = solved.assignments.as_slice();
        let (mut rows, mut columns) = (vec![0; split.takers.len() + 1], vec![0; split.givers.len() + 1]);
        for pair in assignments {
            rows[pair.taker.at() + 1] += 1;
            columns[pair.giver.at() + 1] += 1;
        }
        for starts in [&mut rows, &mut columns] {
            for at in 1..starts.len() {
                starts[at] += starts[at - 1];
            }
        }
        let mut next = columns.clone();
        let mut held = vec![(0, A::default()); assignments.len()];
        for pair in assignments {
            let place: &mut u32 = &mut next[pair.giver.at()];
            held[*place as usize] = (pair.taker.0, amount(pair.score.micros()));
            *place += 1;
        }
        let mut search = Self {
            problem,
            split,
            assignments,
            rows,
            held,
            columns,
            givers: nodes(&solved.giver_prices, &split.givers),
            takers: nodes(&solved.taker_prices, &split.takers),
            queue: BinaryHeap::new(),
            tied: Vec::new(),
        };
        for taker in problem.takers().filter(|taker| split.has_taker(taker.index)) {
            if search.row(taker.index).len() < taker.demand as usize {
                search.takers[taker.index.at()].moved = A::default();
                search.tied.push((taker.index.0 << 1) | 1);
            }
        }
        search
    }

    fn row(&self, taker: TakerIndex) -> &'a [Pair] {
        let (start, end) = (self.rows[taker.at()], self.rows[taker.at() + 1]);
        &self.assignments[start as usize..end as usize]
    }

    fn run(&mut self) {
        let mut distance = A::default();
        loop {
            while let Some(node) = self.tied.pop() {
                let at = node >> 1;
                if node & 1 == 1 {
                    self.follow_unused(TakerIndex(at), distance);
                } else {
                    self.follow_used(GiverIndex(at), distance);
                }
            }
            let Some(Reverse(queued)) = self.queue.pop() else {
                break;
            };
            let (next, node) = A::unqueued(queued);
            let side = if node & 1 == 1 { &self.takers } else { &self.givers };
            if side[(node >> 1) as usize].moved == next {
                self.tied.push(node);
            }
            distance = next;
        }
    }

    /// From a taker that pays so much more, to the givers that it does not use.
    fn follow_unused(&mut self, taker: TakerIndex, distance: A) {
        let mut used = self.row(taker).iter().map(|pair| pair.giver).peekable();
        let offset = distance + self.takers[taker.at()].price;
        for pair in self.problem.pairs_of(taker) {
            if used.next_if_eq(&pair.giver).is_some() || !self.split.has_giver(pair.giver) {
                continue;
            }
            let giver = &mut self.givers[pair.giver.at()];
            let further = offset + giver.price - amount(pair.score.micros());
            reach(
                giver,
                pair.giver.0 << 1,
                further,
                distance,
                &mut self.queue,
                &mut self.tied,
            );
        }
    }

    /// From a giver that is that much cheaper, to the takers that use it.
    fn follow_used(&mut self, giver: GiverIndex, distance: A) {
        let (start, end) = (self.columns[giver.at()], self.columns[giver.at() + 1]);
        let offset = distance - self.givers[giver.at()].price;
        for &(number, score) in &self.held[start as usize..end as usize] {
            let taker = &mut self.takers[number as usize];
            let further = offset + score - taker.price;
            let node = (number << 1) | 1;
            reach(taker, node, further, distance, &mut self.queue, &mut self.tied);
        }
    }
}

fn reach<A: Amount>(
    node: &mut Node<A>,
    number: u32,
    further: A,
    distance: A,
    queue: &mut BinaryHeap<Reverse<A::Queued>>,
    tied: &mut Vec<u32>,
) {
    if further < node.moved {
        node.moved = further;
        if further == distance {
            tied.push(number);
        } else {
            queue.push(Reverse(further.queued(number)));
        }
    }
}

/// The scores of the prices, not yet moved; those outside the block stay as they are.
fn nodes<A: Amount>(prices: &[Price], block: &[bool]) -> Vec<Node<A>> {
    let node = |(price, &inside): (&Price, &bool)| Node {
        price: amount(price.score.micros()),
        moved: if inside { A::LIMIT } else { A::default() },
    };
    prices.iter().zip(block).map(node).collect()
}

fn amount<A: Amount>(micros: impl Into<i128>) -> A {
    A::try_from(micros.into())
        .ok()
        .expect("scores and prices were checked to fit")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{objective::Objective, solve::solve};

    /// One place, three takers that want it, in scores of any width.
    #[test]
    fn a_giver_is_worth_what_the_best_of_those_that_go_without_would_gain() {
        for tenth in [100_000, 100_000_000_000, Score::LIMIT.micros() / 10] {
            let score = |tenths: i64| Score::from_micros(tenths * tenth).expect("within the limit");
            let mut builder = Problem::builder();
            builder.giver("popular", 1).giver("quiet", 1);
            for (taker, gain) in [("ash", 9), ("elm", 5), ("oak", 2)] {
                builder.taker(taker, 1).pair("popular", taker, score(gain));
            }
            builder
                .giver("spare", 5)
                .taker("yew", 1)
                .pair("spare", "yew", score(1));
            let problem = builder.build().expect("the problem is sound");
            let plan = solve(&problem, Objective::Coverage);
            let giver = |id| plan.giver_price(problem.find_giver(id).expect("it is there"));
            let taker = |id| plan.taker_price(problem.find_taker(id).expect("it is there"));
            let price = |units, tenths| Price {
                kept: 0,
                units,
                score: Total::from(score(tenths)),
            };
            assert_eq!(giver("popular"), price(1, 5));
            assert_eq!(taker("ash"), price(0, 4));
            assert_eq!(taker("elm"), price(0, 0));
        }
    }
}
