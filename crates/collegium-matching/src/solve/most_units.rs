//! The most units that any plan can place, whatever the scores, and what all such plans have in common.
//!
//! Once no further unit finds a place, follow the unplaced ones: from a taker along its unused pairs,
//! from a giver on to the takers it helps. Whoever is reached is *over-demanded*: these takers ask for
//! more than all the givers they could have, these givers are full. Every plan of that many units uses
//! each pair of an over-demanded taker with a giver outside, and no pair of an over-demanded giver with
//! a taker outside; so the two sides of the split can be solved apart.

use super::number;
use crate::problem::{GiverIndex, Problem, TakerIndex};

/// The two sides of the split, by number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// Whether a taker is over-demanded.
    pub(super) takers: Vec<bool>,
    /// Whether a giver is over-demanded.
    pub(super) givers: Vec<bool>,
}

impl Split {
    pub(super) fn has_taker(&self, taker: TakerIndex) -> bool {
        self.takers[taker.at()]
    }

    pub(super) fn has_giver(&self, giver: GiverIndex) -> bool {
        self.givers[giver.at()]
    }
}

/// Who is over-demanded; the same for every plan of the most units.
///
/// # Complexity
/// O(pairs · √units) at worst; a few passes over part of the pairs in practice.
///
/// # Source
/// Hopcroft & Karp (1973), doi:10.1137/0202019, with blocking flows over capacities after Dinic (1970);
/// the split: Dulmage & Mendelsohn (1958), doi:10.4153/CJM-1958-052-0.
pub(super) fn over_demanded(problem: &Problem) -> Split {
    let mut flow = Flow::new(problem);
    flow.place_greedily();
    while flow.reaches_a_free_giver() {
        flow.place_along_levels();
    }
    Split {
        takers: flow.takers.iter().map(|taker| taker.level != UNREACHED).collect(),
        givers: flow.givers.iter().map(|giver| giver.level != UNREACHED).collect(),
    }
}

const UNREACHED: u32 = u32::MAX;

struct Flow {
    takers: Vec<Taker>,
    givers: Vec<Giver>,
    /// By pair: who gives, and whether it is used. Pairs that can never be used are left out.
    pairs: Vec<u32>,
    used: Vec<bool>,
    slots: Vec<Slot>,
    /// The takers of one level.
    frontier: Vec<u32>,
}

struct Taker {
    unplaced: u32,
    level: u32,
    start: u32,
    end: u32,
    /// The next pair that a path tries.
    cursor: u32,
}

struct Giver {
    free: u32,
    level: u32,
    slot_start: u32,
    slot_end: u32,
    /// The next slot that a path tries.
    cursor: u32,
}

/// A unit placed.
#[derive(Clone, Copy, Default)]
struct Slot {
    taker: u32,
    pair: u32,
}

/// Where a path goes on.
enum Onward {
    /// To the taker that would lose this slot.
    Through(u32),
    /// To a free place.
    Place,
    Nowhere,
}

impl Flow {
    fn new(problem: &Problem) -> Self {
        let mut pairs = Vec::with_capacity(problem.pair_count() as usize);
        let mut degrees = vec![0u32; problem.giver_count() as usize];
        let capacities: Vec<u32> = problem.givers().map(|giver| giver.capacity).collect();
        let mut takers = Vec::with_capacity(problem.taker_count() as usize);
        for taker in problem.takers() {
            let start = number(pairs.len());
            if taker.demand > 0 {
                for pair in problem.pairs_of(taker.index) {
                    if capacities[pair.giver.at()] > 0 {
                        degrees[pair.giver.at()] += 1;
                        pairs.push(pair.giver.0);
                    }
                }
            }
            takers.push(Taker {
                unplaced: taker.demand,
                level: UNREACHED,
                start,
                end: number(pairs.len()),
                cursor: start,
            });
        }
        let mut slots = 0;
        let giver = |(&capacity, &degree): (&u32, &u32)| {
            let start = slots;
            slots += capacity.min(degree);
            Giver {
                free: capacity.min(degree),
                level: UNREACHED,
                slot_start: start,
                slot_end: start,
                cursor: start,
            }
        };
        let givers = capacities.iter().zip(&degrees).map(giver).collect();
        Self {
            takers,
            givers,
            used: vec![false; pairs.len()],
            pairs,
            slots: vec![Slot::default(); slots as usize],
            frontier: Vec::new(),
        }
    }

    /// Each taker in turn goes to the givers with the most free places.
    fn place_greedily(&mut self) {
        let mut choice: Vec<(u32, u32)> = Vec::new();
        for taker in 0..self.takers.len() {
            let Taker {
                start, end, unplaced, ..
            } = self.takers[taker];
            let row = start..end;
            choice.clear();
            choice.extend(
                row.map(|pair| (self.givers[self.pairs[pair as usize] as usize].free, pair))
                    .filter(|&(free, _)| free > 0),
            );
            let wanted = (unplaced as usize).min(choice.len());
            if wanted < choice.len() && wanted > 0 {
                choice.select_nth_unstable_by(wanted - 1, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            }
            for &(_, pair) in &choice[..wanted] {
                self.place(number(taker), pair);
            }
            self.takers[taker].unplaced -= number(wanted);
        }
    }

    /// Uses a pair whose giver has a free place.
    fn place(&mut self, taker: u32, pair: u32) {
        let giver = &mut self.givers[self.pairs[pair as usize] as usize];
        giver.free -= 1;
        self.slots[giver.slot_end as usize] = Slot { taker, pair };
        giver.slot_end += 1;
        self.used[pair as usize] = true;
    }

    /// Numbers takers and givers by how many moves away from unplaced units they are, up to the first
    /// free place.
    fn reaches_a_free_giver(&mut self) -> bool {
        self.frontier.clear();
        for (at, taker) in self.takers.iter_mut().enumerate() {
            taker.cursor = taker.start;
            taker.level = if taker.unplaced > 0 { 0 } else { UNREACHED };
            if taker.unplaced > 0 {
                self.frontier.push(number(at));
            }
        }
        for giver in &mut self.givers {
            (giver.level, giver.cursor) = (UNREACHED, giver.slot_start);
        }
        let mut found = false;
        let mut level = 0;
        let mut next = Vec::new();
        while !found && !self.frontier.is_empty() {
            for &taker in &self.frontier {
                let Taker { start, end, .. } = self.takers[taker as usize];
                for pair in start as usize..end as usize {
                    let giver = &mut self.givers[self.pairs[pair] as usize];
                    if giver.level != UNREACHED || self.used[pair] {
                        continue;
                    }
                    giver.level = level;
                    found |= giver.free > 0;
                    for slot in &self.slots[giver.slot_start as usize..giver.slot_end as usize] {
                        let other = &mut self.takers[slot.taker as usize];
                        if other.level == UNREACHED {
                            other.level = level + 1;
                            next.push(slot.taker);
                        }
                    }
                }
            }
            std::mem::swap(&mut self.frontier, &mut next);
            next.clear();
            level += 1;
        }
        found
    }

    /// Places units along shortest paths until none is left.
    fn place_along_levels(&mut self) {
        let mut path: Vec<(u32, u32)> = Vec::new();
        for root in 0..number(self.takers.len()) {
            while self.takers[root as usize].unplaced > 0 {
                path.clear();
                let mut taker = root;
                let found = loop {
                    match self.onward(taker) {
                        Onward::Place => break true,
                        Onward::Through(slot) => {
                            path.push((taker, slot));
                            taker = self.slots[slot as usize].taker;
                        }
                        Onward::Nowhere => {
                            self.takers[taker as usize].level = UNREACHED;
                            let Some((previous, _)) = path.pop() else {
                                break false;
                            };
                            taker = previous;
                        }
                    }
                };
                if !found {
                    break;
                }
                let pair = self.takers[taker as usize].cursor;
                self.place(taker, pair);
                for &(taker, slot) in &path {
                    let pair = self.takers[taker as usize].cursor;
                    let slot = &mut self.slots[slot as usize];
                    self.used[slot.pair as usize] = false;
                    self.used[pair as usize] = true;
                    *slot = Slot { taker, pair };
                }
                self.takers[root as usize].unplaced -= 1;
            }
        }
    }

    /// The next step from `taker`, by the pair at its cursor.
    fn onward(&mut self, taker: u32) -> Onward {
        let Taker {
            level, cursor, end, ..
        } = self.takers[taker as usize];
        let unused = (cursor..end).filter(|&pair| !self.used[pair as usize]);
        for pair in unused {
            let giver = &mut self.givers[self.pairs[pair as usize] as usize];
            if giver.level != level {
                continue;
            }
            self.takers[taker as usize].cursor = pair;
            if giver.free > 0 {
                return Onward::Place;
            }
            while giver.cursor < giver.slot_end {
                let slot = giver.cursor;
                let deeper = self.takers[self.slots[slot as usize].taker as usize].level == level + 1;
                if deeper {
                    return Onward::Through(slot);
                }
                giver.cursor += 1;
            }
        }
        self.takers[taker as usize].cursor = end;
        Onward::Nowhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the split says must stay unmet: all that its takers ask for, less all that its givers have
    /// and one unit for each pair that leads elsewhere.
    fn shortfall(problem: &Problem, split: &Split) -> u64 {
        let takers = problem.takers().filter(|taker| split.has_taker(taker.index));
        let asked: u64 = takers.map(|taker| u64::from(taker.demand)).sum();
        let givers = problem.givers().filter(|giver| split.has_giver(giver.index));
        let offered: u64 = givers.map(|giver| u64::from(giver.capacity)).sum();
        let elsewhere = problem.pairs().filter(|pair| {
            let leaves = split.has_taker(pair.taker) && !split.has_giver(pair.giver);
            leaves && problem.giver(pair.giver).capacity > 0
        });
        asked - offered - elsewhere.count() as u64
    }

    /// A long chain, whose free place is at the far end, beside a crowd around one giver.
    #[test]
    fn a_crowd_is_over_demanded_and_a_chain_is_not() {
        let mut builder = Problem::builder();
        let score = crate::score::Score::ZERO;
        for link in 0..50 {
            builder.giver(&format!("host{link:02}"), 1);
            builder.taker(&format!("chain{link:02}"), 1);
            builder.pair(&format!("host{link:02}"), &format!("chain{link:02}"), score);
            if link > 0 {
                builder.pair(&format!("host{:02}", link - 1), &format!("chain{link:02}"), score);
            }
        }
        builder.giver("popular", 2);
        for member in 0..5 {
            builder.taker(&format!("crowd{member}"), 1);
            builder.pair("popular", &format!("crowd{member}"), score);
        }
        builder.giver("spare", 1);
        builder.pair("spare", "chain49", score);
        let problem = builder.build().expect("the problem is sound");
        let split = over_demanded(&problem);
        assert_eq!(shortfall(&problem, &split), 3);
        for taker in problem.takers() {
            assert_eq!(split.has_taker(taker.index), taker.id.starts_with("crowd"));
        }
        for giver in problem.givers() {
            assert_eq!(split.has_giver(giver.index), giver.id == "popular");
        }
    }
}
