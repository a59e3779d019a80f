//! The most units that any plan can place, whatever the scores, and what all such plans have in common.
//!
//! Once no further unit finds a place, follow the unplaced ones: from a taker along its unused pairs,
//! from a giver on to the takers it helps. Whoever is reached is *over-demanded*: these takers ask for
//! more than all the givers they could have, these givers are full. Every plan of that many units uses
//! each pair of an over-demanded taker with a giver outside, and no pair of an over-demanded giver with
//! a taker outside; so the two sides of the split can be solved apart.

use super::{by_first_partner, number};
use crate::problem::{self, GiverIndex, Pair, Problem, TakerIndex};
use std::{cmp::Reverse, collections::BinaryHeap};

/// The two sides of the split, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
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

const UNREACHED: u32 = u32::MAX;
/// Who has no number yet, and who takes no part.
const UNMET: u32 = u32::MAX;
const APART: u32 = u32::MAX - 1;

/// A start that takes no look at scores: each taker in turn goes to the givers with the most free places.
pub(super) struct Greedy<'a> {
    problem: &'a Problem,
    /// How many places each giver has left.
    free: Vec<u32>,
    /// Who gives to each taker, by number, and where each one's end.
    placed: Vec<u32>,
    ends: Vec<usize>,
}

impl<'a> Greedy<'a> {
    /// # Complexity
    /// O(pairs · log demand of one taker).
    pub(super) fn of(problem: &'a Problem) -> Self {
        let mut free: Vec<u32> = problem.givers().map(|giver| giver.capacity).collect();
        let mut placed = Vec::new();
        let mut ends = Vec::with_capacity(problem.taker_count() as usize);
        // So many as are wanted of those with the most free places, of whom the least is on top.
        let mut best: BinaryHeap<(Reverse<u32>, u32)> = BinaryHeap::new();
        for taker in problem.takers() {
            for Pair { giver, .. } in problem.pairs_of(taker.index) {
                let free = free[giver.at()];
                if best.len() < taker.demand as usize {
                    if free > 0 {
                        best.push((Reverse(free), giver.0));
                    }
                } else if best.peek().is_some_and(|(least, _)| free > least.0) {
                    best.pop();
                    best.push((Reverse(free), giver.0));
                }
            }
            let start = placed.len();
            placed.extend(best.drain().map(|(_, giver)| giver));
            placed[start..].sort_unstable();
            for &giver in &placed[start..] {
                free[giver as usize] -= 1;
            }
            ends.push(placed.len());
        }
        Self {
            problem,
            free,
            placed,
            ends,
        }
    }

    /// Whether no more than one unit in fifty could still find a place by moving others.
    pub(super) fn is_nearly_full(&self) -> bool {
        let most = self.problem.demand().min(self.problem.capacity());
        (most - self.placed.len() as u64) * 50 <= most
    }

    fn givers_of(&self, taker: TakerIndex) -> &[u32] {
        let start = taker.at().checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.placed[start..self.ends[taker.at()]]
    }
}

/// Which pairs are used, whatever their scores.
///
/// Takers stand by their first givers, givers as they are met, so that neighbours are found together in a cache.
pub(super) struct Flow<'a> {
    problem: &'a Problem,
    taker_order: Vec<u32>,
    giver_order: Vec<GiverIndex>,
    takers: Vec<Taker>,
    givers: Vec<Giver>,
    /// The giver of each pair, by taker, the used ones first. Pairs that can never be used are left out.
    pairs: Vec<u32>,
    /// The taker of each unit placed, by giver.
    slots: Vec<u32>,
    /// How many places each giver has left.
    free: Vec<u32>,
    /// How many steps each is away from a free place, as last counted.
    taker_levels: Vec<u32>,
    giver_levels: Vec<u32>,
}

struct Taker {
    unplaced: u32,
    /// Its pairs: from `start` on those it uses, from `unused` on the others.
    start: u32,
    unused: u32,
    end: u32,
    /// The next pair whose giver may have a free place; places only fill up.
    ahead: u32,
    // What follows belongs to one pass.
    reached: bool,
    /// The next pair that a path tries.
    cursor: u32,
}

struct Giver {
    slot_start: u32,
    slot_end: u32,
    // What follows belongs to one pass.
    reached: bool,
    /// The next slot that a path tries.
    cursor: u32,
}

/// Where a path goes on.
enum Onward {
    /// To the taker that would lose this slot.
    Through(u32),
    /// To a free place, by this pair.
    Place(u32),
    Nowhere,
}

impl<'a> Flow<'a> {
    pub(super) fn of(greedy: &Greedy<'a>) -> Self {
        let problem = greedy.problem;
        let first = |taker| problem.pairs_of(taker).next().map(|pair| pair.giver.0);
        let takers = problem.takers().filter(|taker| taker.demand > 0);
        let firsts: Vec<_> = takers.map(|taker| (first(taker.index), taker.index.0)).collect();
        let taker_order = by_first_partner(&firsts, problem.giver_count() as usize);
        let number_of = |giver: problem::Giver<'_>| if giver.capacity > 0 { UNMET } else { APART };
        let mut numbers: Vec<u32> = problem.givers().map(number_of).collect();
        let (mut giver_order, mut degrees) = (Vec::new(), Vec::new());
        let mut pairs = Vec::with_capacity(problem.pair_count() as usize);
        let mut takers = Vec::with_capacity(taker_order.len());
        for taker in taker_order.iter().map(|taker| TakerIndex(*taker)) {
            let start = pairs.len();
            let mut unused = start;
            let mut placed = greedy.givers_of(taker).iter().peekable();
            for Pair { giver, .. } in problem.pairs_of(taker) {
                let at = &mut numbers[giver.at()];
                if *at == UNMET {
                    *at = number(giver_order.len());
                    giver_order.push(giver);
                    degrees.push(0);
                }
                if *at != APART {
                    degrees[*at as usize] += 1;
                    pairs.push(*at);
                }
                if placed.next_if_eq(&&giver.0).is_some() {
                    let last = pairs.len() - 1;
                    pairs.swap(unused, last);
                    unused += 1;
                }
            }
            let (start, unused) = (number(start), number(unused));
            takers.push(Taker {
                unplaced: problem.taker(taker).demand - (unused - start),
                start,
                unused,
                end: number(pairs.len()),
                ahead: unused,
                reached: false,
                cursor: unused,
            });
        }
        let mut slots = 0;
        let giver = |(giver, &degree): (&GiverIndex, &u32)| {
            let start = slots;
            slots += problem.giver(*giver).capacity.min(degree);
            Giver {
                slot_start: start,
                slot_end: start,
                reached: false,
                cursor: start,
            }
        };
        let givers: Vec<Giver> = giver_order.iter().zip(&degrees).map(giver).collect();
        let mut flow = Self {
            problem,
            taker_levels: vec![UNREACHED; takers.len()],
            giver_levels: vec![UNREACHED; givers.len()],
            takers,
            givers,
            pairs,
            slots: vec![0; slots as usize],
            free: giver_order.iter().map(|giver| greedy.free[giver.at()]).collect(),
            taker_order,
            giver_order,
        };
        for taker in 0..flow.takers.len() {
            for pair in flow.takers[taker].start..flow.takers[taker].unused {
                let giver = flow.pairs[pair as usize];
                flow.take_slot(giver, number(taker));
            }
        }
        flow
    }

    /// Who is over-demanded; the same for every plan of the most units.
    ///
    /// # Complexity
    /// O(pairs · √units) at worst; in practice a few passes over part of the pairs, since the greedy start
    /// leaves little to do.
    ///
    /// # Source
    /// First depth-first searches from the unplaced units, after Pothen & Fan (1990),
    /// doi:10.1145/98267.98287, while they place most of what is left; then Hopcroft & Karp (1973),
    /// doi:10.1137/0202019, with levels counted from the free places and capacities as in Dinic (1970).
    /// The split: Dulmage & Mendelsohn (1958), doi:10.4153/CJM-1958-052-0.
    pub(super) fn over_demanded(mut self) -> Split {
        // Searches from the units without a place, while they fall off steeply or place most of what is left.
        let mut before = u64::MAX;
        let mut placed = self.place_by_moving();
        while placed > 0 && (placed <= before / 8 || placed > self.unplaced()) {
            before = placed;
            placed = self.place_by_moving();
        }
        if placed > 0 {
            let columns = Columns::of(&self);
            while self.counts_levels(&columns) {
                self.place_along_levels();
            }
            // Finds nothing any more, but sees all that the unplaced units can reach.
            self.place_by_moving();
        }
        let mut split = Split {
            takers: vec![false; self.problem.taker_count() as usize],
            givers: vec![false; self.problem.giver_count() as usize],
        };
        for (index, taker) in self.taker_order.iter().zip(&self.takers) {
            split.takers[*index as usize] = taker.reached;
        }
        for (index, giver) in self.giver_order.iter().zip(&self.givers) {
            split.givers[index.at()] = giver.reached;
        }
        split
    }

    fn take_slot(&mut self, giver: u32, taker: u32) {
        let giver = &mut self.givers[giver as usize];
        self.slots[giver.slot_end as usize] = taker;
        giver.slot_end += 1;
    }

    fn unplaced(&self) -> u64 {
        self.takers.iter().map(|taker| u64::from(taker.unplaced)).sum()
    }

    fn start_pass(&mut self) {
        for taker in &mut self.takers {
            (taker.reached, taker.cursor) = (false, taker.unused);
        }
        for giver in &mut self.givers {
            (giver.reached, giver.cursor) = (false, giver.slot_start);
        }
    }

    /// Places units by moving others along, each taker moving at most once; how many. Where that is none,
    /// all that can be reached was.
    fn place_by_moving(&mut self) -> u64 {
        let before = self.unplaced();
        self.start_pass();
        self.place_each(Self::onward);
        before - self.unplaced()
    }

    /// Places units along the levels until no more can be.
    fn place_along_levels(&mut self) {
        self.place_each(Self::onward_by_level);
    }

    fn place_each(&mut self, onward: impl Fn(&mut Self, u32) -> Onward) {
        let mut path = Vec::new();
        for root in 0..number(self.takers.len()) {
            while self.takers[root as usize].unplaced > 0 && self.finds_a_place(root, &onward, &mut path) {
                self.takers[root as usize].unplaced -= 1;
            }
        }
    }

    /// Places a unit of `root`, if there is a way; `path` is scratch.
    fn finds_a_place(
        &mut self,
        root: u32,
        onward: impl Fn(&mut Self, u32) -> Onward,
        path: &mut Vec<(u32, u32)>,
    ) -> bool {
        path.clear();
        let mut taker = root;
        loop {
            match onward(self, taker) {
                Onward::Place(pair) => {
                    self.move_along(path, taker, pair);
                    return true;
                }
                Onward::Through(slot) => {
                    path.push((taker, slot));
                    taker = self.slots[slot as usize];
                }
                Onward::Nowhere => {
                    let Some((previous, _)) = path.pop() else {
                        return false;
                    };
                    taker = previous;
                }
            }
        }
    }

    /// Gives the slots of a path to its takers, and the free place of a pair to who is last.
    fn move_along(&mut self, path: &[(u32, u32)], last: u32, pair: u32) {
        let mut lost = None;
        for &(taker, slot) in path {
            self.slots[slot as usize] = taker;
            lost = Some(self.swap(taker, self.takers[taker as usize].cursor, lost));
        }
        let giver = self.swap(last, pair, lost);
        self.free[giver as usize] -= 1;
        self.take_slot(giver, last);
    }

    /// Uses a pair of a taker, in the place of the giver that it lost, if it did; who gives now.
    fn swap(&mut self, taker: u32, pair: u32, lost: Option<u32>) -> u32 {
        let node = &mut self.takers[taker as usize];
        let mut place = node.start;
        if let Some(giver) = lost {
            while self.pairs[place as usize] != giver {
                place += 1;
            }
        } else {
            place = node.unused;
            node.unused += 1;
        }
        self.pairs.swap(pair as usize, place as usize);
        self.pairs[place as usize]
    }

    /// The next step from `taker`: a free place, else anybody who was not asked yet.
    fn onward(&mut self, taker: u32) -> Onward {
        let node = &mut self.takers[taker as usize];
        node.reached = true;
        while node.ahead < node.end {
            let pair = node.ahead;
            if self.free[self.pairs[pair as usize] as usize] > 0 {
                return Onward::Place(pair);
            }
            node.ahead += 1;
        }
        let (cursor, end) = (node.cursor.max(node.unused), node.end);
        for pair in cursor..end {
            let giver = &mut self.givers[self.pairs[pair as usize] as usize];
            if giver.cursor == giver.slot_end && giver.reached {
                continue;
            }
            giver.reached = true;
            while giver.cursor < giver.slot_end {
                let slot = giver.cursor;
                giver.cursor += 1;
                if !self.takers[self.slots[slot as usize] as usize].reached {
                    self.takers[taker as usize].cursor = pair;
                    return Onward::Through(slot);
                }
            }
        }
        self.takers[taker as usize].cursor = end;
        Onward::Nowhere
    }

    /// Numbers takers and givers by how many steps away from a free place they are; whether an unplaced
    /// unit is among them.
    fn counts_levels(&mut self, columns: &Columns) -> bool {
        self.start_pass();
        self.taker_levels.fill(UNREACHED);
        let mut frontier: Vec<u32> = Vec::new();
        for ((at, free), level) in (0u32..).zip(&self.free).zip(&mut self.giver_levels) {
            *level = if *free > 0 { 0 } else { UNREACHED };
            if *free > 0 {
                frontier.push(at);
            }
        }
        let mut found = false;
        let mut level = 0;
        let mut next = Vec::new();
        // Nearly all that is looked at was numbered before: a byte of each is all that has to be at hand.
        let mut is_far = vec![true; self.takers.len()];
        while !frontier.is_empty() {
            for giver in frontier.drain(..) {
                for &taker in columns.of_giver(giver) {
                    if !is_far[taker as usize] {
                        continue;
                    }
                    let node = &self.takers[taker as usize];
                    let used = &self.pairs[node.start as usize..node.unused as usize];
                    if used.contains(&giver) {
                        continue;
                    }
                    is_far[taker as usize] = false;
                    self.taker_levels[taker as usize] = level + 1;
                    found |= node.unplaced > 0;
                    for &giver in used {
                        let giver_level = &mut self.giver_levels[giver as usize];
                        if *giver_level == UNREACHED {
                            *giver_level = level + 2;
                            next.push(giver);
                        }
                    }
                }
            }
            std::mem::swap(&mut frontier, &mut next);
            level += 2;
        }
        found
    }

    /// The next step from `taker` towards a free place.
    fn onward_by_level(&mut self, taker: u32) -> Onward {
        let Taker {
            cursor, unused, end, ..
        } = self.takers[taker as usize];
        let level = self.taker_levels[taker as usize];
        if level == UNREACHED {
            return Onward::Nowhere;
        }
        for pair in cursor.max(unused)..end {
            let giver = self.pairs[pair as usize] as usize;
            if self.giver_levels[giver].wrapping_add(1) != level {
                continue;
            }
            if self.free[giver] > 0 {
                self.takers[taker as usize].cursor = pair + 1;
                return Onward::Place(pair);
            }
            let giver = &mut self.givers[giver];
            while giver.cursor < giver.slot_end {
                let slot = giver.cursor;
                giver.cursor += 1;
                let next = self.taker_levels[self.slots[slot as usize] as usize];
                if Some(next) == level.checked_sub(2) {
                    self.takers[taker as usize].cursor = pair;
                    return Onward::Through(slot);
                }
            }
        }
        self.takers[taker as usize].cursor = end;
        Onward::Nowhere
    }
}

/// The takers of all pairs, by giver.
struct Columns {
    starts: Vec<u32>,
    takers: Vec<u32>,
}

impl Columns {
    fn of(flow: &Flow) -> Self {
        let mut starts = vec![0u32; flow.givers.len() + 1];
        for &giver in &flow.pairs {
            starts[giver as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut takers = vec![0; flow.pairs.len()];
        for (at, taker) in (0u32..).zip(&flow.takers) {
            for &giver in &flow.pairs[taker.start as usize..taker.end as usize] {
                let place = &mut next[giver as usize];
                takers[*place as usize] = at;
                *place += 1;
            }
        }
        Self { starts, takers }
    }

    fn of_giver(&self, giver: u32) -> &[u32] {
        let (start, end) = (self.starts[giver as usize], self.starts[giver as usize + 1]);
        &self.takers[start as usize..end as usize]
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
        let split = Flow::of(&Greedy::of(&problem)).over_demanded();
        assert_eq!(shortfall(&problem, &split), 3);
        for taker in problem.takers() {
            assert_eq!(split.has_taker(taker.index), taker.id.starts_with("crowd"));
        }
        for giver in problem.givers() {
            assert_eq!(split.has_giver(giver.index), giver.id == "popular");
        }
    }
}
