//! Pairs, prices and searches of a plan that follows changes.
//!
//! Both ends of a pair are alike, so there is one search for four needs. It starts at somebody who must place
//! a unit (one more of demand, or of capacity) or must give one up (one less), goes over unused pairs from the
//! *seeking* end to the other and back over used ones, and stops at the nearest of: room at the other end, or a
//! unit at the seeking end that is better left unplaced. Distances are what all together lose; prices move by
//! how much nearer than the stop somebody is, as in successive shortest paths.
//!
//! Between two changes: an unused pair is worth at most its two prices, a used one at least that; a price
//! above 0 has only who has no room. So the plan is best (complementary slackness).
//!
//! Source: Ahuja, Magnanti & Orlin, *Network Flows* (1993), §9.7 and §9.11 (sensitivity). Complexity: nodes
//! nearer than the stop × their pairs, with a heap. Deterministic.

use crate::{
    objective::Objective,
    plan::{Price, Value},
    score::Score,
};
use std::{cmp::Reverse, collections::BinaryHeap};

/// One of the two ends of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Giver,
    Taker,
}

impl End {
    const fn other(self) -> Self {
        match self {
            Self::Giver => Self::Taker,
            Self::Taker => Self::Giver,
        }
    }
}

/// Under coverage what a unit is worth: more than the score of any path.
const UNIT: i128 = 1 << 90;
/// Under score what a millionth is worth: more than the units of any path.
const MICRO: i128 = 1 << 36;

/// A giver or taker.
#[derive(Clone, Debug, Default)]
struct Node {
    price: i128,
    /// Capacity or demand.
    limit: u32,
    load: u32,
    links: Vec<Link>,
    /// The number of the last search that reached it, and that settled it.
    reached: u64,
    settled: u64,
    distance: i128,
    /// From whom the search came, and by which of their links.
    from: u32,
    by: u32,
}

/// A pair, seen from one end.
#[derive(Clone, Copy, Debug)]
struct Link {
    other: u32,
    /// Its place among the links of the other end.
    twin: u32,
    score: Score,
    used: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Links {
    objective: Objective,
    givers: Vec<Node>,
    takers: Vec<Node>,
    units: u64,
    score: i128,
    search: u64,
    queue: BinaryHeap<Reverse<(i128, End, u32)>>,
    settled: Vec<(End, u32)>,
    /// Giver, taker, and whether the pair came into use.
    flips: Vec<(u32, u32, bool)>,
}

impl Links {
    pub(super) fn new(objective: Objective) -> Self {
        Self {
            objective,
            givers: Vec::new(),
            takers: Vec::new(),
            units: 0,
            score: 0,
            search: 0,
            queue: BinaryHeap::new(),
            settled: Vec::new(),
            flips: Vec::new(),
        }
    }

    fn side(&self, end: End) -> &[Node] {
        match end {
            End::Giver => &self.givers,
            End::Taker => &self.takers,
        }
    }

    fn node(&mut self, end: End, at: u32) -> &mut Node {
        match end {
            End::Giver => &mut self.givers[at as usize],
            End::Taker => &mut self.takers[at as usize],
        }
    }

    pub(super) fn count(&self, end: End) -> u32 {
        u32::try_from(self.side(end).len()).expect("ids are numbered in 32 bits")
    }

    pub(super) fn value(&self) -> Value {
        Value {
            short: 0,
            units: self.units,
            score: super::total(self.score),
        }
    }

    pub(super) fn limit_of(&self, end: End, at: u32) -> u32 {
        self.side(end)[at as usize].limit
    }

    /// Giver, taker, score, and whether it is used.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32, Score, bool)> {
        let takers = (0_u32..).zip(&self.takers);
        takers.flat_map(|(taker, node)| {
            node.links
                .iter()
                .map(move |link| (link.other, taker, link.score, link.used))
        })
    }

    pub(super) fn take_flips(&mut self) -> Vec<(u32, u32, bool)> {
        std::mem::take(&mut self.flips)
    }

    fn worth(&self, score: Score) -> i128 {
        worth(self.objective, score.micros().into())
    }

    pub(super) fn price(&self, end: End, at: u32) -> Price {
        let price = self.side(end)[at as usize].price;
        let nearest = |base: i128| (price + base / 2).div_euclid(base);
        let (units, score) = match self.objective {
            Objective::Coverage => (nearest(UNIT), price - nearest(UNIT) * UNIT),
            Objective::Score => (0, nearest(MICRO)),
        };
        Price {
            kept: 0,
            units: i64::try_from(units).expect("a price holds few units"),
            score: super::total(score),
        }
    }

    /// A price of a plan made for coverage.
    pub(super) fn set_price(&mut self, end: End, at: u32, price: Price) {
        self.node(end, at).price = i128::from(price.units) * UNIT + price.score.micros();
    }

    pub(super) fn add(&mut self, end: End) {
        match end {
            End::Giver => self.givers.push(Node::default()),
            End::Taker => self.takers.push(Node::default()),
        }
    }

    /// The price at which somebody without a unit seeks none: what the best pair would gain.
    pub(super) fn price_alone(&mut self, end: End, at: u32) {
        let gains = self.side(end)[at as usize]
            .links
            .iter()
            .map(|link| self.worth(link.score));
        let most = gains.fold(0, i128::max);
        self.node(end, at).price = most;
    }

    /// Notes a limit, without a look at the plan.
    pub(super) fn limit(&mut self, end: End, at: u32, limit: u32) {
        self.node(end, at).limit = limit;
    }

    /// Notes that a pair is used, without a look at prices.
    pub(super) fn start(&mut self, giver: u32, taker: u32) {
        if let Some(link) = self.find(giver, taker) {
            self.flip(End::Taker, taker, link);
        }
    }

    /// Adds a pair that is not used.
    pub(super) fn join(&mut self, giver: u32, taker: u32, score: Score) -> usize {
        let (at_giver, at_taker) = (
            self.givers[giver as usize].links.len(),
            self.takers[taker as usize].links.len(),
        );
        let link = |other: u32, twin: usize| Link {
            other,
            twin: u32::try_from(twin).expect("pairs are numbered in 32 bits"),
            score,
            used: false,
        };
        self.givers[giver as usize].links.push(link(taker, at_taker));
        self.takers[taker as usize].links.push(link(giver, at_giver));
        at_taker
    }

    /// The place of a pair among its taker's links.
    fn find(&self, giver: u32, taker: u32) -> Option<usize> {
        self.takers[taker as usize]
            .links
            .iter()
            .position(|link| link.other == giver)
    }

    /// Sets a capacity or demand, and makes the plan best again.
    pub(super) fn set_limit(&mut self, end: End, at: u32, limit: u32) {
        while self.node(end, at).limit > limit {
            self.lower(end, at, limit);
        }
        while self.node(end, at).limit < limit {
            let node = self.node(end, at);
            if node.price <= 0 && node.load < node.limit {
                // The last unit found no place that is worth it, and neither would the next.
                node.limit = limit;
                return;
            }
            node.limit += 1;
            self.restore(end, end, at);
        }
    }

    /// Takes units of a limit away, down to `limit`: those that nobody uses at once, else one.
    fn lower(&mut self, end: End, at: u32, limit: u32) {
        let node = self.node(end, at);
        if node.load < node.limit {
            node.limit = limit.max(node.load);
        } else {
            self.restore(end.other(), end, at);
            self.node(end, at).limit -= 1;
        }
    }

    /// Gives a pair its score; the two become a pair if they were none.
    pub(super) fn set_score(&mut self, giver: u32, taker: u32, score: Score) {
        let link = self
            .find(giver, taker)
            .unwrap_or_else(|| self.join(giver, taker, score));
        let Link {
            used,
            twin,
            score: before,
            ..
        } = self.takers[taker as usize].links[link];
        self.takers[taker as usize].links[link].score = score;
        self.givers[giver as usize].links[twin as usize].score = score;
        if used {
            self.score += i128::from(score.micros()) - i128::from(before.micros());
        }
        let prices = self.givers[giver as usize].price + self.takers[taker as usize].price;
        let worth = self.worth(score);
        if used && worth < prices {
            self.stop(giver, taker, link);
        } else if !used && worth > prices {
            self.flip(End::Taker, taker, link);
            // Whoever has a unit too many has a place more until it is given up.
            let ends = [(End::Giver, giver), (End::Taker, taker)];
            let over = ends.map(|(end, at)| {
                let node = self.node(end, at);
                let over = node.load > node.limit;
                node.limit += u32::from(over);
                over
            });
            for ((end, at), _) in ends.into_iter().zip(over).filter(|(_, over)| *over) {
                let limit = self.node(end, at).limit - 1;
                self.lower(end, at, limit);
            }
        }
    }

    /// Takes a pair out; whether there was one.
    pub(super) fn part(&mut self, giver: u32, taker: u32) -> bool {
        let Some(link) = self.find(giver, taker) else {
            return false;
        };
        let used = self.takers[taker as usize].links[link].used;
        if used {
            self.flip(End::Taker, taker, link);
        }
        let twin = self.takers[taker as usize].links[link].twin as usize;
        for (end, at, place) in [(End::Taker, taker, link), (End::Giver, giver, twin)] {
            let links = &mut self.node(end, at).links;
            links.swap_remove(place);
            if let Some(moved) = links.get(place).copied() {
                let place = u32::try_from(place).expect("pairs are numbered in 32 bits");
                self.node(end.other(), moved.other).links[moved.twin as usize].twin = place;
            }
        }
        if used {
            self.place_again(giver, taker);
        }
        true
    }

    /// A used pair is to be used no longer, and stays a pair.
    fn stop(&mut self, giver: u32, taker: u32, link: usize) {
        self.flip(End::Taker, taker, link);
        self.place_again(giver, taker);
    }

    /// Each of the two has a unit without a place: first the taker's, while the giver offers none for it.
    fn place_again(&mut self, giver: u32, taker: u32) {
        self.givers[giver as usize].limit -= 1;
        self.restore(End::Taker, End::Taker, taker);
        self.givers[giver as usize].limit += 1;
        self.restore(End::Giver, End::Giver, giver);
    }

    /// Uses a pair, or no longer; prices are not looked at.
    fn flip(&mut self, end: End, at: u32, link: usize) {
        let node = self.node(end, at);
        let Link {
            other,
            twin,
            score,
            used,
        } = node.links[link];
        let now = !used;
        node.links[link].used = now;
        self.node(end.other(), other).links[twin as usize].used = now;
        for (end, at) in [(end, at), (end.other(), other)] {
            let load = &mut self.node(end, at).load;
            *load = if now { *load + 1 } else { *load - 1 };
        }
        let micros = i128::from(score.micros());
        if now {
            self.units += 1;
            self.score += micros;
        } else {
            self.units -= 1;
            self.score -= micros;
        }
        let (giver, taker) = if end == End::Giver {
            (at, other)
        } else {
            (other, at)
        };
        self.flips.push((giver, taker, now));
    }

    /// Places a unit of `root`, where it stands at the `seeking` end; else takes one away from it. Then the plan
    /// is best again.
    fn restore(&mut self, seeking: End, root_end: End, root: u32) {
        self.search += 1;
        self.queue.clear();
        self.settled.clear();
        let search = self.search;
        let mut nearest: Option<(i128, End, u32)> = None;
        let start = self.node(root_end, root);
        (start.reached, start.distance) = (search, 0);
        self.queue.push(Reverse((0, root_end, root)));
        while let Some(Reverse((distance, end, at))) = self.queue.pop() {
            if nearest.is_some_and(|(nearest, ..)| distance >= nearest) {
                break;
            }
            let is_root = (end, at) == (root_end, root);
            let node = self.node(end, at);
            if node.settled == search || distance > node.distance {
                continue;
            }
            node.settled = search;
            let (price, has_room) = (node.price, node.load < node.limit);
            self.settled.push((end, at));
            let stop = if end == seeking {
                Some(distance + price)
            } else {
                (has_room && !is_root).then_some(distance)
            };
            if let Some(stop) = stop
                && nearest.is_none_or(|(nearest, ..)| stop < nearest)
            {
                nearest = Some((stop, end, at));
                if stop == distance {
                    break;
                }
            }
            self.look_around(seeking, end, at, distance, nearest.map(|(nearest, ..)| nearest));
        }
        let Some((nearest, mut end, mut at)) = nearest else {
            return;
        };
        for &(end, at) in &self.settled {
            let node = match end {
                End::Giver => &mut self.givers[at as usize],
                End::Taker => &mut self.takers[at as usize],
            };
            let nearer = nearest - node.distance;
            node.price = if end == seeking {
                node.price - nearer
            } else {
                node.price + nearer
            };
        }
        while (end, at) != (root_end, root) {
            let Node { from, by, .. } = *self.node(end, at);
            (end, at) = (end.other(), from);
            self.flip(end, at, by as usize);
        }
    }

    /// Reaches those who could take over from somebody settled: over unused pairs from the seeking end, over
    /// used ones from the other.
    fn look_around(&mut self, seeking: End, end: End, at: u32, distance: i128, nearest: Option<i128>) {
        let (search, objective) = (self.search, self.objective);
        let (own, others) = match end {
            End::Giver => (&self.givers[at as usize], &mut self.takers),
            End::Taker => (&self.takers[at as usize], &mut self.givers),
        };
        let over_unused = end == seeking;
        for (by, link) in (0_u32..).zip(&own.links) {
            let other = &mut others[link.other as usize];
            if link.used == over_unused || other.settled == search {
                continue;
            }
            let micros = i128::from(link.score.micros());
            let worth = worth(objective, micros);
            let slack = own.price + other.price - worth;
            let further = distance + if over_unused { slack } else { -slack };
            if nearest.is_some_and(|nearest| further >= nearest)
                || (other.reached == search && other.distance <= further)
            {
                continue;
            }
            (other.reached, other.distance, other.from, other.by) = (search, further, at, by);
            self.queue.push(Reverse((further, end.other(), link.other)));
        }
    }
}

/// What a pair adds, as one number.
fn worth(objective: Objective, micros: i128) -> i128 {
    match objective {
        Objective::Coverage => UNIT + micros,
        Objective::Score => micros * MICRO + 1,
    }
}
