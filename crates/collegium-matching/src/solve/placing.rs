//! Places the units of one side at the least cost: all of them where that is known to be possible, else
//! those that cost less than to stay without a place.
//!
//! Successive shortest augmenting paths on a sparse transport problem with at most one unit an arc. One
//! side ("left") is inserted unit by unit; each unit takes the cheapest way to a free place of the other
//! side ("right"), moving others along, or one of them gives its unit up. Prices only rise, which makes
//! three shortcuts exact:
//!
//! - each left node keeps its unused arcs sorted by cost plus price *as last seen*; such a key never
//!   exceeds what it would be now, so a search looks at the best one alone, and puts it right where it
//!   is stale;
//! - a search ends at the first free place it finds, and at the distance at which giving up is as good;
//! - only nodes nearer than that end change their price.
//!
//! Invariant, with c an arc's cost, y and u the prices of its left and right node, and s what it costs to
//! stay without a place: an unused arc has y ≤ c + u, a used one y ≥ c + u; u > 0 only where the right
//! node is full; y ≤ s, and y = s where an inserted unit of the left node is unplaced. That is
//! complementary slackness, so the plan is best at every step for the units inserted so far. No price
//! exceeds s, so where every unit must be placed s is the highest number to count with.

use super::number;
use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    ops::{Add, Range, Sub},
};

mod balanced;

/// An exact integer that costs, prices and distances are counted in.
pub(super) trait Amount:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + TryFrom<i64> + TryFrom<i128> + Into<i128>
{
    /// Costs, prices and distances do not exceed this; sums of three of them still fit.
    const LIMIT: Self;
    /// A distance and a step in one, compared in that order.
    type Queued: Copy + Ord;

    fn queued(self, step: u32) -> Self::Queued;
    fn unqueued(queued: Self::Queued) -> (Self, u32);
}

impl Amount for i32 {
    const LIMIT: Self = 1 << 29;
    type Queued = u64;

    fn queued(self, step: u32) -> u64 {
        (u64::from(self.cast_unsigned()) << 32) | u64::from(step)
    }

    #[expect(clippy::cast_possible_truncation, reason = "the halves are taken apart")]
    fn unqueued(queued: u64) -> (Self, u32) {
        (((queued >> 32) as u32).cast_signed(), queued as u32)
    }
}

impl Amount for i64 {
    const LIMIT: Self = 1 << 61;
    type Queued = (i64, u32);

    fn queued(self, step: u32) -> (i64, u32) {
        (self, step)
    }

    fn unqueued(queued: (i64, u32)) -> (Self, u32) {
        queued
    }
}

impl Amount for i128 {
    const LIMIT: Self = 1 << 125;
    type Queued = (i128, u32);

    fn queued(self, step: u32) -> (i128, u32) {
        (self, step)
    }

    fn unqueued(queued: (i128, u32)) -> (Self, u32) {
        queued
    }
}

/// The number of a search that never ends: for who is crowded.
const CROWDED: u32 = u32::MAX;

/// What to solve: rows of arcs, one row per left node. That is the order of insertion, too, so nodes that
/// share arcs should stand together on both sides.
pub(super) struct Instance<A: Amount> {
    lefts: Vec<Left<A>>,
    rights: Vec<Right<A>>,
    /// How many arcs lead to each right node.
    degrees: Vec<u32>,
    arcs: Vec<Arc<A>>,
    /// What a unit without a place costs.
    stay: A,
    /// Cost and right node of each arc of the row at hand.
    row: Vec<A::Queued>,
}

/// What came of it.
pub(super) struct Outcome<A> {
    /// Every unit placed, by right node, without those of crowded left nodes.
    pub(super) placed: Vec<Placed<A>>,
    pub(super) left_prices: Vec<A>,
    pub(super) right_prices: Vec<A>,
    /// Who is crowded, where each unit should have a place.
    pub(super) crowded_lefts: Vec<bool>,
    pub(super) crowded_rights: Vec<bool>,
}

/// A unit placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed<A> {
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) cost: A,
}

#[derive(Clone, Copy, Default)]
struct Left<A> {
    price: A,
    units: u32,
    /// The unused arcs, in `arcs[start..end]`; the best one last.
    start: u32,
    end: u32,
    // What follows belongs to the search of that number.
    reached: u32,
    /// One past the best arc not yet looked at.
    cursor: u32,
    distance: A,
    /// The slot whose unit this node would lose.
    lost: SlotOf,
}

#[derive(Clone, Copy, Default)]
struct Right<A> {
    price: A,
    free: u32,
    slot_start: u32,
    slot_end: u32,
    // What follows belongs to the search of that number.
    settled: u32,
    distance: A,
    /// Who would gain a unit here, and by which arc.
    left: u32,
    arc: u32,
}

#[derive(Clone, Copy, Default)]
struct SlotOf {
    right: u32,
    slot: u32,
}

#[derive(Clone, Copy, Default)]
struct Arc<A> {
    /// Cost plus price as last seen: never more than it is now.
    key: A,
    cost: A,
    right: u32,
}

impl<A: Amount> Arc<A> {
    /// Whether `self` stands before `other` in a row, where the best comes last.
    fn is_worse_than(&self, other: &Self) -> bool {
        self.key > other.key
    }
}

#[derive(Clone, Copy, Default)]
struct Slot<A> {
    cost: A,
    left: u32,
}

impl<A: Amount> Instance<A> {
    /// Empty, with room for so many left nodes and arcs. A unit without a place costs `stay`; nothing: each must
    /// have one.
    pub(super) fn new(stay: Option<A>, lefts: usize, arcs: usize) -> Self {
        Self {
            lefts: Vec::with_capacity(lefts),
            rights: Vec::new(),
            degrees: Vec::new(),
            // An eighth more is for stand-ins.
            arcs: Vec::with_capacity(arcs + arcs / 8),
            stay: stay.unwrap_or(A::LIMIT),
            row: Vec::new(),
        }
    }

    /// Adds a right node with that many places; its number.
    pub(super) fn right(&mut self, free: u32) -> u32 {
        self.degrees.push(0);
        self.rights.push(Right {
            free,
            ..Right::default()
        });
        number(self.rights.len() - 1)
    }

    /// Adds an arc to the row at hand, unless it cannot be of use. Costs are not negative.
    pub(super) fn arc(&mut self, right: u32, cost: A) {
        if cost < self.stay {
            self.degrees[right as usize] += 1;
            self.row.push(cost.queued(right));
        }
    }

    /// Ends the row at hand, that of a left node with so many units.
    pub(super) fn end_row(&mut self, units: u32) {
        self.row.sort_unstable();
        let start = number(self.arcs.len());
        self.arcs.extend(self.row.drain(..).rev().map(|queued| {
            let (cost, right) = A::unqueued(queued);
            Arc {
                key: cost,
                cost,
                right,
            }
        }));
        self.lefts.push(Left {
            units,
            start,
            end: number(self.arcs.len()),
            ..Left::default()
        });
    }
}

/// Places units of the left side at the least cost. Nothing if a price would reach the limit.
///
/// # Complexity
/// Units × one search that is cut short at the first free place; at worst O(units · arcs · log arcs).
///
/// # Source
/// Successive shortest paths with potentials: Ahuja, Magnanti & Orlin, *Network Flows* (1993), §9.7; the
/// search of one augmentation after Jonker & Volgenant (1987), doi:10.1007/BF02278710.
pub(super) fn place<A: Amount>(instance: Instance<A>) -> Option<Outcome<A>> {
    let mut solver = Solver::new(instance);
    if !(solver.is_nearly_balanced() && solver.place_balanced()) {
        solver.place_all(0..solver.lefts.len())?;
    }
    Some(solver.outcome())
}

struct Solver<A: Amount> {
    lefts: Vec<Left<A>>,
    rights: Vec<Right<A>>,
    arcs: Vec<Arc<A>>,
    slots: Vec<Slot<A>>,
    /// The number of the search at hand; marks of other searches do not count.
    search: u32,
    queue: BinaryHeap<Reverse<A::Queued>>,
    settled_lefts: Vec<u32>,
    settled_rights: Vec<u32>,
    stay: A,
    /// The nearest end that was seen, and how far it is.
    end: End,
    nearest: A,
}

/// Where a search ends.
#[derive(Clone, Copy)]
enum End {
    /// At a right node with a free place.
    Free(u32),
    /// At a left node that gives up a unit.
    GivenUp(u32),
}

/// A step and how far it leads. The step is twice a left node, plus 1 where it would lose a unit and is
/// to be settled; else its best arc is to be followed.
type Step<A> = (A, u32);

impl<A: Amount> Solver<A> {
    fn new(instance: Instance<A>) -> Self {
        let mut rights = instance.rights;
        let mut slots = 0;
        for (right, degree) in rights.iter_mut().zip(instance.degrees) {
            right.free = right.free.min(degree);
            (right.slot_start, right.slot_end) = (slots, slots);
            slots += right.free;
        }
        Self {
            slots: vec![Slot::default(); slots as usize],
            lefts: instance.lefts,
            rights,
            arcs: instance.arcs,
            search: 0,
            queue: BinaryHeap::new(),
            settled_lefts: Vec::new(),
            settled_rights: Vec::new(),
            stay: instance.stay,
            end: End::GivenUp(0),
            nearest: A::default(),
        }
    }

    /// Inserts all units of some left nodes, in that order. Nothing if a price would reach the limit.
    fn place_all(&mut self, lefts: Range<usize>) -> Option<()> {
        for left in lefts {
            for _ in 0..self.lefts[left].units {
                match self.place(left) {
                    End::GivenUp(_) if self.stay == A::LIMIT => {
                        self.set_crowd_apart()?;
                        break;
                    }
                    // The next unit would end here too.
                    End::GivenUp(who) if who as usize == left => break,
                    End::Free(_) | End::GivenUp(_) => {}
                }
            }
        }
        Some(())
    }

    /// Inserts one more unit of `root`.
    fn place(&mut self, root: usize) -> End {
        self.search += 1;
        let node = &mut self.lefts[root];
        node.cursor = node.end;
        let best = self.best_arc(root, self.stay);
        // No unit of this node is placed at a higher price, and no unused arc is below this one.
        let node = &mut self.lefts[root];
        node.price = node.price.max(best.map_or(self.stay, |arc| arc.key));
        if let Some(Arc { right, .. }) = best
            && self.rights[right as usize].free > 0
        {
            let end = &mut self.rights[right as usize];
            (end.left, end.arc) = (number(root), node.cursor - 1);
            self.take_free(right);
            return End::Free(right);
        }
        self.find_end(root);
        let mut left = match self.end {
            End::Free(right) => {
                self.raise_prices();
                self.take_free(right)
            }
            End::GivenUp(_) if self.stay == A::LIMIT => return self.end,
            End::GivenUp(left) => {
                self.raise_prices();
                left as usize
            }
        };
        while left != root {
            let lost = self.lefts[left].lost;
            let cost = self.slots[lost.slot as usize].cost;
            let next = self.gain(lost);
            self.put_back(left, lost.right, cost);
            left = next;
        }
        self.end
    }

    /// The best arc below the cursor of `left` that is not stale and leads to a right node not settled;
    /// puts stale ones right on the way. Nothing if its key would not be below `limit`.
    fn best_arc(&mut self, left: usize, limit: A) -> Option<Arc<A>> {
        let node = &mut self.lefts[left];
        let row = &mut self.arcs[node.start as usize..node.cursor as usize];
        let mut length = row.len();
        let best = loop {
            let Some(arc) = row[..length].last().filter(|arc| arc.key < limit) else {
                break None;
            };
            let right = &self.rights[arc.right as usize];
            let key = right.price + arc.cost;
            if right.settled >= self.search {
                length -= 1;
            } else if key == arc.key {
                break Some(*arc);
            } else {
                let arc = Arc { key, ..*arc };
                let mut place = length - 1;
                while place > 0 && arc.is_worse_than(&row[place - 1]) {
                    row[place] = row[place - 1];
                    place -= 1;
                }
                row[place] = arc;
            }
        };
        node.cursor = node.start + number(length);
        best
    }

    /// Finds the nearest end for one more unit of `root`.
    fn find_end(&mut self, root: usize) {
        self.queue.clear();
        self.settled_lefts.clear();
        self.settled_rights.clear();
        self.nearest = self.stay - self.lefts[root].price;
        self.end = End::GivenUp(number(root));
        let mut next = self.settle_left(root, A::default());
        while let Some((distance, step)) = next.filter(|next| next.0 < self.nearest) {
            let left = (step >> 1) as usize;
            let then = if step & 1 == 0 {
                let arc = self.lefts[left].cursor - 1;
                self.lefts[left].cursor = arc;
                let right = self.arcs[arc as usize].right;
                if self.rights[right as usize].settled != self.search {
                    self.settle_right(right, distance, number(left), arc);
                }
                self.best_step(left)
            } else if self.lefts[left].distance == distance {
                self.settle_left(left, distance)
            } else {
                None
            };
            next = self.nearest_step(then);
        }
    }

    /// Takes the nearest step of the queue and `step`, and leaves the others queued.
    fn nearest_step(&mut self, step: Option<Step<A>>) -> Option<Step<A>> {
        let Some((distance, to)) = step else {
            return self.queue.pop().map(|Reverse(queued)| A::unqueued(queued));
        };
        let step = Reverse(distance.queued(to));
        let nearest = match self.queue.peek_mut() {
            Some(mut top) if *top > step => std::mem::replace(&mut *top, step),
            _ => step,
        };
        Some(A::unqueued(nearest.0))
    }

    /// Settles a left node; the step from there.
    fn settle_left(&mut self, left: usize, distance: A) -> Option<Step<A>> {
        let node = &mut self.lefts[left];
        node.reached = self.search;
        node.distance = distance;
        node.cursor = node.end;
        let given_up = distance + (self.stay - node.price);
        if given_up < self.nearest {
            self.nearest = given_up;
            self.end = End::GivenUp(number(left));
        }
        self.settled_lefts.push(number(left));
        self.best_step(left)
    }

    /// Along the best arc of a settled left node, unless that is an end, or beyond the nearest.
    fn best_step(&mut self, left: usize) -> Option<Step<A>> {
        let node = &self.lefts[left];
        let offset = node.distance - node.price;
        let arc = self.best_arc(left, self.nearest - offset)?;
        let distance = offset + arc.key;
        let right = &mut self.rights[arc.right as usize];
        if right.free == 0 {
            return Some((distance, number(left) << 1));
        }
        (right.left, right.arc) = (number(left), self.lefts[left].cursor - 1);
        self.nearest = distance;
        self.end = End::Free(arc.right);
        None
    }

    /// Settles a right node that is full.
    fn settle_right(&mut self, right: u32, distance: A, left: u32, arc: u32) {
        let node = &mut self.rights[right as usize];
        node.settled = self.search;
        (node.distance, node.left, node.arc) = (distance, left, arc);
        self.settled_rights.push(right);
        let offset = distance - node.price;
        for slot in node.slot_start..node.slot_end {
            let Slot { cost, left } = self.slots[slot as usize];
            let node = &mut self.lefts[left as usize];
            let further = offset + (node.price - cost);
            if further >= self.nearest || (node.reached >= self.search && further >= node.distance) {
                continue;
            }
            node.reached = self.search;
            node.distance = further;
            node.lost = SlotOf { right, slot };
            let step = if further == distance {
                self.settle_left(left as usize, distance)
            } else {
                Some((further, (left << 1) | 1))
            };
            if let Some((distance, step)) = step {
                self.queue.push(Reverse(distance.queued(step)));
            }
        }
    }

    /// After a search without an end: whoever it settled is crowded, and out of reach from now on. Nothing
    /// if the search did not see all that it leads to.
    fn set_crowd_apart(&mut self) -> Option<()> {
        for &left in &self.settled_lefts {
            let node = &mut self.lefts[left as usize];
            if node.cursor > node.start {
                return None;
            }
            (node.reached, node.distance) = (CROWDED, A::default() - A::LIMIT);
        }
        for &right in &self.settled_rights {
            let node = &mut self.rights[right as usize];
            node.settled = CROWDED;
            let slots = &self.slots[node.slot_start as usize..node.slot_end as usize];
            if slots
                .iter()
                .any(|slot| self.lefts[slot.left as usize].reached < CROWDED)
            {
                return None;
            }
        }
        Some(())
    }

    /// Moves the prices of settled nodes by how much nearer than the end they are; no settled node is
    /// further.
    fn raise_prices(&mut self) {
        for &left in &self.settled_lefts {
            let node = &mut self.lefts[left as usize];
            node.price = node.price + (self.nearest - node.distance);
        }
        for &right in &self.settled_rights {
            let node = &mut self.rights[right as usize];
            node.price = node.price + (self.nearest - node.distance);
        }
    }

    /// Gives a free place to the left node from which the search came; that node.
    fn take_free(&mut self, right: u32) -> usize {
        let node = &mut self.rights[right as usize];
        let slot = node.slot_end;
        node.slot_end += 1;
        node.free -= 1;
        self.gain(SlotOf { right, slot })
    }

    /// Gives a slot to the left node from which the search came to its right node; that node.
    fn gain(&mut self, SlotOf { right, slot }: SlotOf) -> usize {
        let Right { left, arc, .. } = self.rights[right as usize];
        let row = &mut self.lefts[left as usize];
        let cost = self.arcs[arc as usize].cost;
        self.arcs
            .copy_within(arc as usize + 1..row.end as usize, arc as usize);
        row.end -= 1;
        self.slots[slot as usize] = Slot { cost, left };
        left as usize
    }

    /// Returns an arc to the unused ones of its row.
    fn put_back(&mut self, left: usize, right: u32, cost: A) {
        let key = self.rights[right as usize].price + cost;
        let arc = Arc { key, cost, right };
        let row = &mut self.lefts[left];
        let (start, end) = (row.start as usize, row.end as usize);
        row.end += 1;
        let place = start + self.arcs[start..end].partition_point(|other| other.is_worse_than(&arc));
        self.arcs.copy_within(place..end, place + 1);
        self.arcs[place] = arc;
    }

    fn outcome(self) -> Outcome<A> {
        let mut placed = Vec::with_capacity(self.slots.len());
        for (right, node) in (0u32..).zip(&self.rights) {
            let slots = &self.slots[node.slot_start as usize..node.slot_end as usize];
            let kept = slots
                .iter()
                .filter(|slot| self.lefts[slot.left as usize].reached < CROWDED);
            placed.extend(kept.map(|&Slot { cost, left }| Placed { left, right, cost }));
        }
        Outcome {
            placed,
            left_prices: self.lefts.iter().map(|node| node.price).collect(),
            right_prices: self.rights.iter().map(|node| node.price).collect(),
            crowded_lefts: self.lefts.iter().map(|node| node.reached == CROWDED).collect(),
            crowded_rights: self.rights.iter().map(|node| node.settled == CROWDED).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row holds places and costs, for one unit.
    fn place_in(places: u32, rows: &[&[(u32, i32)]], stay: Option<i32>) -> Option<Outcome<i32>> {
        let mut instance = Instance::new(stay, 0, 0);
        for _ in 0..places {
            instance.right(1);
        }
        for row in rows {
            for &(right, cost) in *row {
                instance.arc(right, cost);
            }
            instance.end_row(1);
        }
        place(instance)
    }

    #[test]
    fn the_last_one_moves_nobody_for_more_than_it_costs() {
        // Everybody would rather have the place of the one before.
        let rows: [&[_]; 5] = [
            &[(0, 0)],
            &[(0, 0), (1, 3)],
            &[(1, 0), (2, 3)],
            &[(2, 0), (3, 3)],
            &[(3, 0), (4, 3)],
        ];
        let outcome = place_in(5, &rows, None).expect("there is a place for each");
        let cost: i32 = outcome.placed.iter().map(|unit| unit.cost).sum();
        assert_eq!((outcome.placed.len(), cost), (5, 12));
        for unit in &outcome.placed {
            let (left, right) = (unit.left as usize, unit.right as usize);
            assert!(outcome.left_prices[left] >= unit.cost + outcome.right_prices[right]);
        }
    }

    #[test]
    fn a_crowd_is_set_apart_and_the_others_keep_away() {
        // Two for the first place; one of them has a second unit elsewhere, which nobody takes from it.
        let rows: [&[_]; 3] = [&[(0, 5), (1, 5)], &[(0, 1)], &[(0, 0), (1, 1), (2, 9)]];
        let mut instance = Instance::new(None, 0, 0);
        for _ in 0..3 {
            instance.right(1);
        }
        for (row, units) in rows.into_iter().zip([2, 1, 1]) {
            for &(right, cost) in row {
                instance.arc(right, cost);
            }
            instance.end_row(units);
        }
        let outcome: Outcome<i32> = place(instance).expect("no sum is wide");
        assert_eq!(outcome.crowded_lefts, [true, true, false]);
        assert_eq!(outcome.crowded_rights, [true, false, false]);
        let placed: Vec<_> = outcome
            .placed
            .iter()
            .map(|unit| (unit.left, unit.right))
            .collect();
        assert_eq!(placed, [(2, 2)]);
    }

    #[test]
    fn a_price_beyond_the_limit_is_no_outcome() {
        let cost = i32::LIMIT - 1;
        assert!(place_in(2, &[&[(0, cost)], &[(0, cost), (1, cost)]], None).is_some());
        // Whoever moves the others along would have to pay more than can be counted.
        let rows: [&[_]; 3] = [&[(0, 0), (1, cost)], &[(1, 0), (2, cost)], &[(0, 0)]];
        assert!(place_in(3, &rows, None).is_none());
    }

    #[test]
    fn a_unit_is_given_up_for_one_that_gains_more() {
        // Without a place a unit costs 10.
        let outcome = place_in(1, &[&[(0, 7)], &[(0, 4)]], Some(10)).expect("units may stay");
        let placed = Placed {
            left: 1,
            right: 0,
            cost: 4,
        };
        assert_eq!(outcome.placed, [placed]);
        // Whoever wants that place, too, must gain 3 at least.
        assert_eq!((outcome.left_prices[0], outcome.right_prices[0]), (10, 3));
    }
}
