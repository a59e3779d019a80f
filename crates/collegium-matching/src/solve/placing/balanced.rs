//! A faster way to place the units where nearly every place is needed.
//!
//! There the last units would drive up the prices of thousands of nodes each. So rough prices come first, from
//! an auction; the insertion starts from them and has little left to correct. A place that stays free must
//! cost nothing, though, and nobody knows yet which these are: stand-ins that are placed at no cost take
//! part, one for each spare place, so that all places are taken at any prices. In the end the places of
//! the stand-ins are the free ones; they cost the same and no other place costs less, so all prices can
//! be lowered until those cost nothing.

use super::{Amount, Arc, Left, Slot, Solver, number};
use std::{
    cmp::Reverse,
    collections::{BinaryHeap, VecDeque},
};

/// A place in the auction that nobody has.
const NOBODY: u32 = u32::MAX;

impl<A: Amount> Solver<A> {
    /// Whether each unit must have a place, there are many, and at most one place in two hundred is spare.
    pub(super) fn is_nearly_balanced(&self) -> bool {
        let (units, places) = (self.units(), self.slots.len());
        let few_to_a_node = places <= 16 * self.rights.len();
        self.stay == A::LIMIT
            && units >= 1_000
            && few_to_a_node
            && (units..=units + units / 200).contains(&places)
    }

    /// Places all units; whether that came to a proof.
    ///
    /// # Complexity
    /// At most 16 bids a unit, each linear in a row, then that of a plain insertion.
    ///
    /// # Source
    /// The auction: Bertsekas (1988), doi:10.1007/BF02186476.
    pub(super) fn place_balanced(&mut self) -> bool {
        let spare = self.slots.len() - self.units();
        self.hold_auction();
        self.sort_rows();
        let real = self.lefts.len();
        self.add_stand_ins(spare);
        let known = self.place_all(real..self.lefts.len()).is_some() && self.place_all(0..real).is_some();
        let all_placed = known && self.rights.iter().all(|node| node.free == 0);
        let level = self.lefts[real..].iter().map(|node| node.price).max();
        let level = level.unwrap_or_default();
        self.dismiss_stand_ins(real);
        // A stand-in does not know all places; one that it would rather have is no proof.
        if !all_placed || self.rights.iter().any(|node| node.price < level) {
            self.start_again();
            return false;
        }
        self.lower_prices();
        true
    }

    fn units(&self) -> usize {
        self.lefts.iter().map(|node| node.units as usize).sum()
    }

    /// Prices at which nearly all units would find a place: each in turn bids for the best, up to what the second
    /// best is worth and a step more, and whoever is outbid bids again.
    fn hold_auction(&mut self) {
        let Some(step) = self.step() else {
            return;
        };
        let mut firsts = Vec::with_capacity(self.lefts.len());
        let mut waiting = VecDeque::with_capacity(self.slots.len());
        for (at, node) in (0u32..).zip(&self.lefts) {
            firsts.push(waiting.len());
            waiting.extend(std::iter::repeat_n(at, node.units as usize));
        }
        let mut held = vec![NOBODY; waiting.len()];
        let mut bids = vec![(A::default(), NOBODY); self.slots.len()];
        for _ in 0..16 * held.len() {
            let Some(left) = waiting.pop_front() else {
                break;
            };
            let node = &self.lefts[left as usize];
            let first = firsts[left as usize];
            let own = first..first + node.units as usize;
            let mut best: Option<(A, &Arc<A>)> = None;
            let mut second = self.stay;
            for arc in self.arcs[node.start as usize..node.end as usize].iter().rev() {
                if arc.cost >= second {
                    break;
                }
                let key = arc.cost + self.rights[arc.right as usize].price;
                if key >= second || held[own.clone()].contains(&arc.right) {
                    continue;
                }
                match best {
                    Some((least, _)) if least <= key => second = key,
                    _ => {
                        second = best.map_or(second, |(key, _)| key);
                        best = Some((key, arc));
                    }
                }
            }
            let Some((_, &Arc { right, cost, .. })) = best else {
                continue;
            };
            let node = &mut self.rights[right as usize];
            let places = &mut bids[node.slot_start as usize..(node.slot_start + node.free) as usize];
            let least = |places: &[(A, u32)]| {
                let nobody_first = |(at, bid): (usize, &(A, u32))| (bid.1 != NOBODY, bid.0, at);
                places.iter().enumerate().map(nobody_first).min()
            };
            let Some((_, _, place)) = least(places) else {
                continue;
            };
            let (_, loser) =
                std::mem::replace(&mut places[place], (self.stay.min(second - cost + step), left));
            if let Some((true, bid, _)) = least(places) {
                node.price = bid;
            }
            if loser != NOBODY {
                let first = firsts[loser as usize];
                release(
                    &mut held[first..first + self.lefts[loser as usize].units as usize],
                    right,
                );
                waiting.push_back(loser);
            }
            let vacant = held[own].iter_mut().find(|right| **right == NOBODY);
            *vacant.expect("a unit that bids has no place") = right;
        }
    }

    /// An eighth of what an arc costs on average; nothing where that is nothing.
    fn step(&self) -> Option<A> {
        let total: i128 = self.arcs.iter().map(|arc| arc.cost.into()).sum();
        let step = total / (8 * self.arcs.len().max(1) as i128);
        A::try_from(step).ok().filter(|step| *step > A::default())
    }

    /// Puts all rows right by the prices at hand.
    fn sort_rows(&mut self) {
        for arc in &mut self.arcs {
            arc.key = arc.cost + self.rights[arc.right as usize].price;
        }
        for node in &self.lefts {
            self.arcs[node.start as usize..node.end as usize]
                .sort_unstable_by_key(|arc| Reverse((arc.key, arc.right)));
        }
    }

    /// Adds left nodes of one unit that know the cheapest right nodes: as many as take little memory.
    fn add_stand_ins(&mut self, count: usize) {
        let arc = |(at, node): (u32, &super::Right<A>)| Arc {
            key: node.price,
            cost: A::default(),
            right: at,
        };
        let mut row: Vec<Arc<A>> = (0u32..).zip(&self.rights).map(arc).collect();
        row.sort_unstable_by_key(|arc| (arc.key, arc.right));
        row.truncate(self.arcs.len() / (8 * count.max(1)));
        row.reverse();
        for _ in 0..count {
            let start = number(self.arcs.len());
            self.arcs.extend_from_slice(&row);
            self.lefts.push(Left {
                units: 1,
                start,
                end: number(self.arcs.len()),
                ..Left::default()
            });
        }
    }

    /// Takes the stand-ins, which begin at `real`, out of their places.
    fn dismiss_stand_ins(&mut self, real: usize) {
        self.lefts.truncate(real);
        for node in &mut self.rights {
            let mut slot = node.slot_start;
            while slot < node.slot_end {
                if self.slots[slot as usize].left as usize >= real {
                    node.slot_end -= 1;
                    node.free += 1;
                    self.slots[slot as usize] = self.slots[node.slot_end as usize];
                } else {
                    slot += 1;
                }
            }
        }
    }

    /// Nobody is placed, and nothing has a price.
    fn start_again(&mut self) {
        for right in 0..self.rights.len() {
            let node = self.rights[right];
            for slot in node.slot_start..node.slot_end {
                let Slot { cost, left } = self.slots[slot as usize];
                self.put_back(left as usize, number(right), cost);
            }
            let node = &mut self.rights[right];
            node.free += node.slot_end - node.slot_start;
            (node.slot_end, node.price) = (node.slot_start, A::default());
            node.settled = 0;
        }
        for node in &mut self.lefts {
            (node.price, node.reached) = (A::default(), 0);
        }
        self.sort_rows();
    }

    /// Lowers all prices as far as a proof allows; a plain insertion ends there by itself. Whoever is placed
    /// at a right node falls no further than it by so much as their arc is not tight, and likewise a right
    /// node with an unused arc no further than the left one.
    ///
    /// # Source
    /// Dijkstra (1959), doi:10.1007/BF01386390, with the prices at hand as potentials.
    fn lower_prices(&mut self) {
        let whole = |(at, node): (u32, &super::Right<A>)| Reverse(node.price.queued(at << 1));
        self.queue = (0u32..).zip(&self.rights).map(whole).collect();
        for node in &mut self.rights {
            node.distance = node.price;
        }
        for node in &mut self.lefts {
            node.distance = node.price;
        }
        while let Some(Reverse(queued)) = self.queue.pop() {
            let (distance, step) = A::unqueued(queued);
            let at = (step >> 1) as usize;
            if step & 1 == 0 {
                let node = self.rights[at];
                if node.distance == distance {
                    for slot in &self.slots[node.slot_start as usize..node.slot_end as usize] {
                        let left = &mut self.lefts[slot.left as usize];
                        let further = distance + (left.price - slot.cost - node.price);
                        reach(&mut left.distance, further, (slot.left << 1) | 1, &mut self.queue);
                    }
                }
            } else if self.lefts[at].distance == distance {
                let node = self.lefts[at];
                for arc in &self.arcs[node.start as usize..node.end as usize] {
                    let right = &mut self.rights[arc.right as usize];
                    let further = distance + (arc.cost + right.price - node.price);
                    reach(&mut right.distance, further, arc.right << 1, &mut self.queue);
                }
            }
        }
        for node in &mut self.rights {
            node.price = node.price - node.distance;
        }
        for node in &mut self.lefts {
            node.price = node.price - node.distance;
        }
    }
}

fn reach<A: Amount>(distance: &mut A, further: A, step: u32, queue: &mut BinaryHeap<Reverse<A::Queued>>) {
    if further < *distance {
        *distance = further;
        queue.push(Reverse(further.queued(step)));
    }
}

fn release(held: &mut [u32], right: u32) {
    let place = held.iter_mut().find(|other| **other == right);
    *place.expect("whoever is outbid held that place") = NOBODY;
}

#[cfg(test)]
mod tests {
    use super::super::{Instance, Outcome, place};
    use super::*;
    use proptest::prelude::*;

    /// Each left node could have the right node of its number, and some others.
    fn instance(nodes: u32, spare: u32, degree: u64, spread: u64, seed: u64) -> Instance<i64> {
        let mut state = seed;
        let mut dice = move |sides: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) % sides
        };
        let mut instance = Instance::new(None, 0, 0);
        let units = |node: u32| 1 + node % 2;
        for right in 0..nodes + spare {
            instance.right(if right < nodes { units(right) } else { 1 });
        }
        for left in 0..nodes {
            let other = (left + 2) % nodes;
            for right in 0..nodes + spare {
                if right == left || right == other || dice(u64::from(nodes)) < degree {
                    instance.arc(right, i64::try_from(dice(spread)).unwrap());
                }
            }
            instance.end_row(units(left));
        }
        instance
    }

    fn cost(outcome: &Outcome<i64>) -> i64 {
        outcome.placed.iter().map(|unit| unit.cost).sum()
    }

    #[test]
    fn a_large_one_is_placed_so() {
        let mut solver = Solver::new(instance(700, 4, 10, 1_000_000, 7));
        assert!(solver.is_nearly_balanced());
        assert!(solver.place_balanced());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn it_comes_to_what_a_plain_insertion_comes_to(
            (nodes, spare, degree) in (4u32..60, 0u32..4, 0u64..20),
            spread in prop_oneof![Just(1u64), Just(4), Just(1_000_000)],
            seed in any::<u64>(),
        ) {
            let plain = place(instance(nodes, spare, degree, spread, seed)).expect("no sum is wide");
            let mut solver = Solver::new(instance(nodes, spare, degree, spread, seed));
            if solver.place_balanced() {
                let balanced = solver.outcome();
                prop_assert_eq!(balanced.placed.len(), plain.placed.len());
                prop_assert_eq!(cost(&balanced), cost(&plain));
                prop_assert_eq!(&balanced.right_prices, &plain.right_prices);
                prop_assert_eq!(&balanced.left_prices, &plain.left_prices);
                for unit in &balanced.placed {
                    let place = plain.right_prices[unit.right as usize];
                    prop_assert!(balanced.left_prices[unit.left as usize] >= unit.cost + place);
                }
            } else {
                solver.place_all(0..solver.lefts.len()).expect("no sum is wide");
                let again = solver.outcome();
                prop_assert_eq!(cost(&again), cost(&plain));
                prop_assert_eq!(again.right_prices, plain.right_prices);
            }
        }
    }
}
