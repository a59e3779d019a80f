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

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    ops::{Add, Neg, Sub},
};

/// An exact integer wide enough for a problem's distances.
pub(super) trait Amount:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
    fn from_i128(amount: i128) -> Self;
    fn to_i128(self) -> i128;
}

impl Amount for i64 {
    fn from_i128(amount: i128) -> Self {
        Self::try_from(amount).expect("worths were checked to fit in 64 bits")
    }

    fn to_i128(self) -> i128 {
        self.into()
    }
}

impl Amount for i128 {
    fn from_i128(amount: i128) -> Self {
        amount
    }

    fn to_i128(self) -> i128 {
        self
    }
}

/// What to solve: rows of arcs, one row per left node in order.
pub(super) struct Instance<A> {
    lefts: Vec<Left<A>>,
    rights: Vec<Right<A>>,
    arcs: Vec<Arc<A>>,
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
    // What follows belongs to the search numbered `reached`.
    reached: u32,
    settled: u32,
    distance: A,
    /// The slot whose unit this node would lose.
    lost: SlotOf,
    /// One past the best arc not yet looked at.
    cursor: u32,
}

struct Right<A> {
    price: A,
    units: u32,
    slot_start: u32,
    slot_count: u32,
    slot_end: u32,
    // What follows belongs to the search numbered `settled`.
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
    /// Price as last seen, less worth: never more than it is now.
    key: A,
    worth: A,
    right: u32,
}

/// A unit placed.
#[derive(Clone, Copy, Default)]
struct Slot<A> {
    worth: A,
    left: u32,
}

impl<A: Amount> Instance<A> {
    pub(super) fn new(left_units: impl Iterator<Item = u32>, right_units: impl Iterator<Item = u32>) -> Self {
        let left = |units| Left {
            price: A::default(),
            units,
            start: 0,
            end: 0,
            reached: 0,
            settled: 0,
            distance: A::default(),
            lost: SlotOf::default(),
            cursor: 0,
        };
        let right = |units| Right {
            price: A::default(),
            units,
            slot_start: 0,
            slot_count: 0,
            slot_end: 0,
            settled: 0,
            distance: A::default(),
            left: 0,
            arc: 0,
        };
        Self {
            lefts: left_units.map(left).collect(),
            rights: right_units.map(right).collect(),
            arcs: Vec::new(),
            rows: 0,
        }
    }

    /// Adds an arc to the row at hand, unless it cannot be of use.
    pub(super) fn arc(&mut self, right: u32, worth: A) {
        let head = &mut self.rights[right as usize];
        if worth > A::default() && head.units > 0 {
            head.slot_end += u32::from(head.slot_end < head.units);
            self.arcs.push(Arc {
                key: -worth,
                worth,
                right,
            });
        }
    }

    /// Ends the row at hand.
    pub(super) fn end_row(&mut self) {
        let start = self.rows.checked_sub(1).map_or(0, |row| self.lefts[row].end);
        let end = u32::try_from(self.arcs.len()).expect("a problem numbers its pairs in 32 bits");
        let row = &mut self.lefts[self.rows];
        (row.start, row.end) = (start, end);
        let arcs = &mut self.arcs[start as usize..end as usize];
        arcs.sort_unstable_by_key(|arc| Reverse((arc.key, arc.right)));
        self.rows += 1;
    }
}

/// Inserts every unit of the left side.
pub(super) fn solve<A: Amount>(mut instance: Instance<A>) -> Outcome<A> {
    let mut slots = 0;
    for right in &mut instance.rights {
        let most = right.slot_end;
        right.slot_start = slots;
        slots += most;
        right.slot_end = slots;
    }
    let mut solver = Solver {
        slots: vec![Slot::default(); slots as usize],
        lefts: instance.lefts,
        rights: instance.rights,
        arcs: instance.arcs,
        search: 0,
        queue: BinaryHeap::new(),
        settled_lefts: Vec::new(),
        settled_rights: Vec::new(),
        exit: (A::default(), 0),
    };
    for left in 0..solver.lefts.len() {
        solver.insert(left);
    }
    solver.outcome()
}

struct Solver<A> {
    lefts: Vec<Left<A>>,
    rights: Vec<Right<A>>,
    arcs: Vec<Arc<A>>,
    slots: Vec<Slot<A>>,
    /// The number of the search at hand; marks of other searches do not count.
    search: u32,
    queue: BinaryHeap<Reverse<(A, Step)>>,
    settled_lefts: Vec<u32>,
    settled_rights: Vec<u32>,
    /// The cheapest unit to give up that was seen, and whose it is.
    exit: (A, u32),
}

/// What a search does next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Looks at the best arc of a settled left node.
    Follow(u32),
    /// Settles a left node that would lose a unit.
    Settle(u32),
}

/// Where a search ended.
enum End {
    /// At a right node with a free place.
    Free(u32),
    /// At a left node that gives up a unit.
    GivenUp(u32),
}

impl<A: Amount> Solver<A> {
    fn insert(&mut self, left: usize) {
        let best = self.best_key(left, self.lefts[left].end);
        self.lefts[left].price = best.map_or(A::default(), |key| (-key).max(A::default()));
        for _ in 0..self.lefts[left].units {
            let (end, distance) = self.search(left);
            self.raise_prices(distance);
            self.augment(&end, left);
            if matches!(end, End::GivenUp(who) if who as usize == left) {
                // The next unit would end here too.
                break;
            }
        }
    }

    /// Puts the arcs below `cursor` right until the best of them is not stale; its key.
    fn best_key(&mut self, left: usize, cursor: u32) -> Option<A> {
        let start = self.lefts[left].start as usize;
        let last = (cursor as usize).checked_sub(1).filter(|last| *last >= start)?;
        loop {
            let mut arc = self.arcs[last];
            let key = self.rights[arc.right as usize].price - arc.worth;
            if key == arc.key {
                return Some(key);
            }
            arc.key = key;
            let below = &self.arcs[start..last];
            let place = start + below.partition_point(|other| (other.key, other.right) > (key, arc.right));
            self.arcs.copy_within(place..last, place + 1);
            self.arcs[place] = arc;
        }
    }
}

impl<A: Amount> Solver<A> {
    /// Finds the cheapest end for one more unit of `root`, and how far it is.
    fn search(&mut self, root: usize) -> (End, A) {
        self.search += 1;
        self.queue.clear();
        self.settled_lefts.clear();
        self.settled_rights.clear();
        self.exit = (self.lefts[root].price, number(root));
        self.settle_left(root, A::default());
        while let Some(Reverse((distance, step))) = self.queue.pop() {
            if distance >= self.exit.0 {
                break;
            }
            match step {
                Step::Settle(left) => {
                    if self.lefts[left as usize].settled != self.search {
                        self.settle_left(left as usize, distance);
                    }
                }
                Step::Follow(left) => {
                    let arc = self.lefts[left as usize].cursor - 1;
                    let right = self.arcs[arc as usize].right;
                    self.lefts[left as usize].cursor = arc;
                    if self.rights[right as usize].settled != self.search
                        && self.settle_right(right, distance, left, arc)
                    {
                        return (End::Free(right), distance);
                    }
                    self.queue_best_arc(left as usize);
                }
            }
        }
        (End::GivenUp(self.exit.1), self.exit.0)
    }

    fn settle_left(&mut self, left: usize, distance: A) {
        let node = &mut self.lefts[left];
        node.settled = self.search;
        node.distance = distance;
        node.cursor = node.end;
        let exit = distance + node.price;
        if exit < self.exit.0 {
            self.exit = (exit, number(left));
        }
        self.settled_lefts.push(number(left));
        self.queue_best_arc(left);
    }

    /// Queues the best arc of a settled left node that leads to a right node not yet settled.
    fn queue_best_arc(&mut self, left: usize) {
        while let Some(key) = self.best_key(left, self.lefts[left].cursor) {
            let node = &mut self.lefts[left];
            let distance = node.distance + node.price + key;
            if distance >= self.exit.0 {
                return;
            }
            let right = self.arcs[node.cursor as usize - 1].right;
            if self.rights[right as usize].settled != self.search {
                self.queue.push(Reverse((distance, Step::Follow(number(left)))));
                return;
            }
            node.cursor -= 1;
        }
    }

    /// Settles a right node; true if it has a free place.
    fn settle_right(&mut self, right: u32, distance: A, left: u32, arc: u32) -> bool {
        let node = &mut self.rights[right as usize];
        node.settled = self.search;
        node.distance = distance;
        node.left = left;
        node.arc = arc;
        let (price, first, end) = (node.price, node.slot_start, node.slot_start + node.slot_count);
        self.settled_rights.push(right);
        if end < self.rights[right as usize].slot_end {
            return true;
        }
        for slot in first..end {
            let Slot { worth, left } = self.slots[slot as usize];
            let node = &mut self.lefts[left as usize];
            if node.settled == self.search {
                continue;
            }
            let distance = distance + (worth - price - node.price);
            if distance < self.exit.0 && (node.reached != self.search || distance < node.distance) {
                node.reached = self.search;
                node.distance = distance;
                node.lost = SlotOf { right, slot };
                self.queue.push(Reverse((distance, Step::Settle(left))));
            }
        }
        false
    }

    fn raise_prices(&mut self, end: A) {
        for &left in &self.settled_lefts {
            let node = &mut self.lefts[left as usize];
            node.price = node.price - (end - node.distance);
        }
        for &right in &self.settled_rights {
            let node = &mut self.rights[right as usize];
            node.price = node.price + (end - node.distance);
        }
    }

    /// Moves units along the path that leads from `root` to `end`.
    fn augment(&mut self, end: &End, root: usize) {
        let mut left = match *end {
            End::GivenUp(left) => left as usize,
            End::Free(right) => {
                let node = &mut self.rights[right as usize];
                let slot = node.slot_start + node.slot_count;
                node.slot_count += 1;
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

    /// Gives a slot to the left node from which the search settled its right node.
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
    fn put_back(&mut self, left: usize, right: u32, worth: A) {
        let key = self.rights[right as usize].price - worth;
        let row = &mut self.lefts[left];
        let (start, end) = (row.start as usize, row.end as usize);
        row.end += 1;
        let unused = &self.arcs[start..end];
        let place = start + unused.partition_point(|other| (other.key, other.right) > (key, right));
        self.arcs.copy_within(place..end, place + 1);
        self.arcs[place] = Arc { key, worth, right };
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
            right_prices: self.rights.iter().map(|node| node.price).collect(),
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a problem numbers its givers and takers in 32 bits")
}
