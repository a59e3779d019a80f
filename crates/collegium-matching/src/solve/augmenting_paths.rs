//! Successive shortest augmenting paths on a sparse transport problem with at most one unit per arc.
//!
//! One side ("left") is inserted unit by unit. Each unit looks for the cheapest way to a free place:
//! directly, or by moving others along, or by giving up a unit that is worth less. Prices of the other
//! side ("right") only rise. That makes three shortcuts exact:
//!
//! - each left node keeps its unused arcs sorted by worth less price *as last seen*; such a key never
//!   flatters, so a search looks at the best one alone, and puts it right where it is stale;
//! - a search ends at the first place it finds, and at the distance at which giving up is as good;
//! - only nodes nearer than that end change their price.
//!
//! Invariant, with p an arc's worth, u and v its prices: an unused arc has p ≤ u + v, a used one
//! p ≥ u + v; u > 0 only where the right node is full, v > 0 only where no inserted unit of the left
//! node is unplaced. That is complementary slackness, so the plan is best at every step for the units
//! inserted so far.

use super::number;
use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    ops::{Add, Neg, Sub},
};

/// An exact integer wide enough for a problem's distances.
pub(super) trait Amount:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
}

impl Amount for i64 {}
impl Amount for i128 {}

/// What an arc stores of its worth: the part above a base that all arcs share. Half as wide an arc is
/// a quarter less time.
pub(super) trait Part: Copy + Default {}

impl Part for u32 {}
impl Part for i64 {}

/// What to solve: rows of arcs, one row per left node in order.
pub(super) struct Instance<A, P> {
    lefts: Vec<Left<A>>,
    /// What every arc is worth at least.
    base: A,
    /// Units and arcs of each right node.
    right_units: Vec<(u32, u32)>,
    arcs: Vec<Arc<A, P>>,
    rows: usize,
}

/// What came of it.
pub(super) struct Outcome<A> {
    /// Left and right node of each arc used, in no particular order.
    pub(super) used: Vec<(u32, u32)>,
    pub(super) left_prices: Vec<A>,
    pub(super) right_prices: Vec<A>,
}

struct Left<A> {
    price: A,
    units: u32,
    /// The unused arcs, in `arcs[start..end]`; the best one last.
    start: u32,
    end: u32,
    // What follows belongs to the search of that number.
    reached: u32,
    settled: u32,
    /// One past the best arc not yet looked at.
    cursor: u32,
    distance: A,
    /// The slot whose unit this node would lose.
    lost: SlotOf,
}

/// What a look at an arc needs of its right node; apart, because most of the time goes there.
#[derive(Clone, Copy)]
struct Head<A> {
    price: A,
    /// The number of the last search that settled this node.
    settled: u32,
    free: u32,
}

struct Right<A> {
    slot_start: u32,
    slot_count: u32,
    /// Who would gain a unit here, and by which arc.
    left: u32,
    arc: u32,
    distance: A,
}

#[derive(Clone, Copy, Default)]
struct SlotOf {
    right: u32,
    slot: u32,
}

#[derive(Clone, Copy, Default)]
struct Arc<A, P> {
    /// Price as last seen, less worth: never more than it is now.
    key: A,
    worth: P,
    right: u32,
}

impl<A: Amount, P: Part> Arc<A, P> {
    /// Whether `self` stands before `other` in a row, where the best comes last.
    fn is_worse_than(&self, other: &Self) -> bool {
        (self.key, self.right) > (other.key, other.right)
    }
}

/// A unit placed.
#[derive(Clone, Copy, Default)]
struct Slot<P> {
    worth: P,
    left: u32,
}

impl<A: Amount + From<P>, P: Part> Instance<A, P> {
    pub(super) fn new(
        left_units: impl Iterator<Item = u32>,
        right_units: impl Iterator<Item = u32>,
        base: A,
        most_arcs: usize,
    ) -> Self {
        let left = |units| Left {
            price: A::default(),
            units,
            start: 0,
            end: 0,
            reached: 0,
            settled: 0,
            cursor: 0,
            distance: A::default(),
            lost: SlotOf::default(),
        };
        Self {
            lefts: left_units.map(left).collect(),
            base,
            right_units: right_units.map(|units| (units, 0)).collect(),
            arcs: Vec::with_capacity(most_arcs),
            rows: 0,
        }
    }

    /// Adds an arc to the row at hand, unless it cannot be of use.
    pub(super) fn arc(&mut self, right: u32, part: P) {
        let (units, degree) = &mut self.right_units[right as usize];
        let worth = self.base + part.into();
        if worth > A::default() && *units > 0 {
            *degree += 1;
            self.arcs.push(Arc {
                key: -worth,
                worth: part,
                right,
            });
        }
    }

    /// Ends the row at hand.
    pub(super) fn end_row(&mut self) {
        let start = self.rows.checked_sub(1).map_or(0, |row| self.lefts[row].end);
        let end = number(self.arcs.len());
        let row = &mut self.lefts[self.rows];
        (row.start, row.end) = (start, end);
        self.arcs[start as usize..].sort_unstable_by_key(|arc| Reverse((arc.key, arc.right)));
        self.rows += 1;
    }
}

/// Inserts every unit of the left side.
pub(super) fn solve<A: Amount + From<P>, P: Part>(instance: Instance<A, P>) -> Outcome<A> {
    let mut solver = Solver::new(instance);
    for left in 0..solver.lefts.len() {
        solver.insert(left);
    }
    solver.outcome()
}

struct Solver<A, P> {
    lefts: Vec<Left<A>>,
    heads: Vec<Head<A>>,
    rights: Vec<Right<A>>,
    arcs: Vec<Arc<A, P>>,
    slots: Vec<Slot<P>>,
    base: A,
    /// The number of the search at hand; marks of other searches do not count.
    search: u32,
    queue: BinaryHeap<Queued<A>>,
    settled_lefts: Vec<u32>,
    settled_rights: Vec<u32>,
    /// How far the nearest end is that was seen.
    nearest: A,
    end: End,
}

/// A step and how far it leads; the nearest is the greatest.
type Queued<A> = Reverse<(A, Step)>;

/// What a search does next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Follows the best arc of a settled left node.
    Follow(u32),
    /// Settles a left node that would lose a unit.
    Settle(u32),
}

/// Where a search ends.
#[derive(Clone, Copy)]
enum End {
    /// At a right node with a free place.
    Free(u32),
    /// At a left node that gives up a unit.
    GivenUp(u32),
}

impl<A: Amount + From<P>, P: Part> Solver<A, P> {
    fn new(instance: Instance<A, P>) -> Self {
        let mut slots = 0;
        let (mut heads, mut rights) = (Vec::new(), Vec::new());
        for &(units, degree) in &instance.right_units {
            let free = units.min(degree);
            heads.push(Head {
                price: A::default(),
                settled: 0,
                free,
            });
            rights.push(Right {
                slot_start: slots,
                slot_count: 0,
                left: 0,
                arc: 0,
                distance: A::default(),
            });
            slots += free;
        }
        Self {
            slots: vec![Slot::default(); slots as usize],
            lefts: instance.lefts,
            heads,
            rights,
            arcs: instance.arcs,
            base: instance.base,
            search: 0,
            queue: BinaryHeap::new(),
            settled_lefts: Vec::new(),
            settled_rights: Vec::new(),
            nearest: A::default(),
            end: End::GivenUp(0),
        }
    }

    fn insert(&mut self, left: usize) {
        self.search += 1;
        self.lefts[left].cursor = self.lefts[left].end;
        let best = self.best_arc(left, A::default());
        self.lefts[left].price = best.map_or(A::default(), |arc| -arc.key);
        for _ in 0..self.lefts[left].units {
            self.search(left);
            self.raise_prices();
            self.augment(left);
            if matches!(self.end, End::GivenUp(who) if who as usize == left) {
                // The next unit would end here too.
                break;
            }
        }
    }

    /// The best arc below the cursor of `left` that is not stale and leads to a right node not settled;
    /// puts stale ones right on the way. Nothing if its key would not be below `limit`.
    fn best_arc(&mut self, left: usize, limit: A) -> Option<Arc<A, P>> {
        let node = &mut self.lefts[left];
        let row = &mut self.arcs[node.start as usize..node.cursor as usize];
        let mut length = row.len();
        let best = loop {
            let Some(arc) = row[..length].last().filter(|arc| arc.key < limit) else {
                break None;
            };
            let head = self.heads[arc.right as usize];
            let key = head.price - self.base - arc.worth.into();
            if head.settled == self.search {
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
    fn search(&mut self, root: usize) {
        self.search += 1;
        self.queue.clear();
        self.settled_lefts.clear();
        self.settled_rights.clear();
        self.nearest = self.lefts[root].price;
        self.end = End::GivenUp(number(root));
        let mut next = self.settle_left(root, A::default());
        while let Some(Reverse((distance, step))) = next.filter(|next| next.0.0 < self.nearest) {
            let then = match step {
                Step::Settle(left) if self.lefts[left as usize].settled == self.search => None,
                Step::Settle(left) => self.settle_left(left as usize, distance),
                Step::Follow(left) => {
                    let arc = self.lefts[left as usize].cursor - 1;
                    self.lefts[left as usize].cursor = arc;
                    let right = self.arcs[arc as usize].right;
                    if self.heads[right as usize].settled != self.search {
                        self.settle_right(right, distance, left, arc);
                    }
                    self.best_step(left as usize)
                }
            };
            next = self.nearest_step(then);
        }
    }

    /// Takes the nearest step of the queue and `step`, and leaves the others queued.
    fn nearest_step(&mut self, step: Option<Queued<A>>) -> Option<Queued<A>> {
        let Some(step) = step else {
            return self.queue.pop();
        };
        match self.queue.peek_mut() {
            Some(mut top) if *top > step => Some(std::mem::replace(&mut *top, step)),
            _ => Some(step),
        }
    }

    /// Settles a left node; the step from there.
    fn settle_left(&mut self, left: usize, distance: A) -> Option<Queued<A>> {
        let node = &mut self.lefts[left];
        node.settled = self.search;
        node.distance = distance;
        node.cursor = node.end;
        let given_up = distance + node.price;
        if given_up < self.nearest {
            self.nearest = given_up;
            self.end = End::GivenUp(number(left));
        }
        self.settled_lefts.push(number(left));
        self.best_step(left)
    }

    /// Along the best arc of a settled left node, unless that is an end, or beyond the nearest.
    fn best_step(&mut self, left: usize) -> Option<Queued<A>> {
        let node = &self.lefts[left];
        let offset = node.distance + node.price;
        let arc = self.best_arc(left, self.nearest - offset)?;
        let distance = offset + arc.key;
        if self.heads[arc.right as usize].free == 0 {
            return Some(Reverse((distance, Step::Follow(number(left)))));
        }
        let node = &mut self.rights[arc.right as usize];
        (node.left, node.arc) = (number(left), self.lefts[left].cursor - 1);
        self.nearest = distance;
        self.end = End::Free(arc.right);
        None
    }

    /// Settles a right node that is full.
    fn settle_right(&mut self, right: u32, distance: A, left: u32, arc: u32) {
        let head = &mut self.heads[right as usize];
        head.settled = self.search;
        let price = head.price;
        let node = &mut self.rights[right as usize];
        (node.distance, node.left, node.arc) = (distance, left, arc);
        self.settled_rights.push(right);
        for slot in node.slot_start..node.slot_start + node.slot_count {
            let Slot { worth, left } = self.slots[slot as usize];
            let node = &mut self.lefts[left as usize];
            if node.settled == self.search {
                continue;
            }
            let further = distance + (self.base + worth.into() - price - node.price);
            if further >= self.nearest || (node.reached == self.search && further >= node.distance) {
                continue;
            }
            node.reached = self.search;
            node.distance = further;
            node.lost = SlotOf { right, slot };
            if further == distance {
                let step = self.settle_left(left as usize, distance);
                self.queue.extend(step);
            } else {
                self.queue.push(Reverse((further, Step::Settle(left))));
            }
        }
    }

    /// Moves the prices of settled nodes by how much nearer than the end they are; no settled node is
    /// further.
    fn raise_prices(&mut self) {
        for &left in &self.settled_lefts {
            let node = &mut self.lefts[left as usize];
            node.price = node.price - (self.nearest - node.distance);
        }
        for &right in &self.settled_rights {
            let head = &mut self.heads[right as usize];
            head.price = head.price + (self.nearest - self.rights[right as usize].distance);
        }
    }

    /// Moves units along the path that leads from `root` to the end of the search.
    fn augment(&mut self, root: usize) {
        let mut left = match self.end {
            End::GivenUp(left) => left as usize,
            End::Free(right) => {
                let node = &mut self.rights[right as usize];
                let slot = node.slot_start + node.slot_count;
                node.slot_count += 1;
                self.heads[right as usize].free -= 1;
                self.gain(SlotOf { right, slot })
            }
        };
        while left != root {
            let lost = self.lefts[left].lost;
            let worth = self.slots[lost.slot as usize].worth;
            let next = self.gain(lost);
            self.put_back(left, lost.right, worth);
            left = next;
        }
    }

    /// Gives a slot to the left node from which the search came to its right node.
    fn gain(&mut self, SlotOf { right, slot }: SlotOf) -> usize {
        let Right { left, arc, .. } = self.rights[right as usize];
        let row = &mut self.lefts[left as usize];
        let worth = self.arcs[arc as usize].worth;
        self.arcs
            .copy_within(arc as usize + 1..row.end as usize, arc as usize);
        row.end -= 1;
        self.slots[slot as usize] = Slot { worth, left };
        left as usize
    }

    /// Returns an arc to the unused ones of its row.
    fn put_back(&mut self, left: usize, right: u32, worth: P) {
        let key = self.heads[right as usize].price - self.base - worth.into();
        let arc = Arc { key, worth, right };
        let row = &mut self.lefts[left];
        let (start, end) = (row.start as usize, row.end as usize);
        row.end += 1;
        let place = start + self.arcs[start..end].partition_point(|other| other.is_worse_than(&arc));
        self.arcs.copy_within(place..end, place + 1);
        self.arcs[place] = arc;
    }

    fn outcome(self) -> Outcome<A> {
        let mut used = Vec::new();
        for (right, node) in self.rights.iter().enumerate() {
            let first = node.slot_start as usize;
            let slots = &self.slots[first..first + node.slot_count as usize];
            used.extend(slots.iter().map(|slot| (slot.left, number(right))));
        }
        Outcome {
            used,
            left_prices: self.lefts.iter().map(|node| node.price).collect(),
            right_prices: self.heads.iter().map(|head| head.price).collect(),
        }
    }
}
