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
    score::{Score, Total},
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

/// A giver or taker: what a search sees of it, in one line of a cache.
#[derive(Clone, Debug, Default)]
#[repr(align(64))]
struct Node {
    /// Capacity or demand.
    limit: u32,
    load: u32,
    /// So many used ones first as the load says: a search looks either at these or at the others.
    links: Vec<Link>,
    /// Twice the number of the last search that reached it, and 1 more once that search settled it.
    reached: u64,
    distance: i128,
    /// From whom the search came, and by which of their links.
    from: u32,
    by: u32,
}

/// A pair, seen from one end, in twelve bytes: most of a search is waiting for these.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// The number of the other end.
    other: u32,
    /// The score in millionths, in two halves.
    score: [u32; 2],
}

impl Link {
    fn new(other: u32, score: Score) -> Self {
        let micros = score.micros().cast_unsigned();
        let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        Self {
            other,
            score: [half(micros), half(micros >> 32)],
        }
    }

    fn micros(self) -> i64 {
        let [low, high] = self.score.map(u64::from);
        (low | high << 32).cast_signed()
    }

    fn score(self) -> Score {
        Score::from_micros(self.micros()).expect("it was a score")
    }
}

#[derive(Clone, Debug)]
pub(super) struct Links {
    objective: Objective,
    givers: Vec<Node>,
    takers: Vec<Node>,
    /// The place of each link of a node among those of its other end; apart, for a search does without.
    giver_twins: Vec<Vec<u32>>,
    taker_twins: Vec<Vec<u32>>,
    /// Apart from the rest, for a search reads many more prices than it reaches nodes.
    giver_prices: Vec<i128>,
    taker_prices: Vec<i128>,
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
            giver_twins: Vec::new(),
            taker_twins: Vec::new(),
            giver_prices: Vec::new(),
            taker_prices: Vec::new(),
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

    fn twins(&mut self, end: End, at: u32) -> &mut Vec<u32> {
        match end {
            End::Giver => &mut self.giver_twins[at as usize],
            End::Taker => &mut self.taker_twins[at as usize],
        }
    }

    fn price_of(&mut self, end: End, at: u32) -> &mut i128 {
        match end {
            End::Giver => &mut self.giver_prices[at as usize],
            End::Taker => &mut self.taker_prices[at as usize],
        }
    }

    pub(super) fn count(&self, end: End) -> u32 {
        u32::try_from(self.side(end).len()).expect("ids are numbered in 32 bits")
    }

    pub(super) fn value(&self) -> Value {
        Value {
            short: 0,
            units: self.units,
            score: Total::from_micros(self.score),
        }
    }

    pub(super) fn limit_of(&self, end: End, at: u32) -> u32 {
        self.side(end)[at as usize].limit
    }

    /// Giver, taker, score, and whether it is used.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32, Score, bool)> {
        let takers = (0_u32..).zip(&self.takers);
        takers.flat_map(|(taker, node)| {
            (0..)
                .zip(&node.links)
                .map(move |(place, link)| (link.other, taker, link.score(), place < node.load))
        })
    }

    pub(super) fn take_flips(&mut self) -> Vec<(u32, u32, bool)> {
        std::mem::take(&mut self.flips)
    }

    fn worth(&self, score: Score) -> i128 {
        worth(self.objective, score.micros().into())
    }

    pub(super) fn price(&self, end: End, at: u32) -> Price {
        let price = match end {
            End::Giver => self.giver_prices[at as usize],
            End::Taker => self.taker_prices[at as usize],
        };
        let nearest = |base: i128| (price + base / 2).div_euclid(base);
        let (units, score) = match self.objective {
            Objective::Coverage | Objective::LeastChange => (nearest(UNIT), price - nearest(UNIT) * UNIT),
            Objective::Score => (0, nearest(MICRO)),
        };
        Price {
            kept: 0,
            units: i64::try_from(units).expect("a price holds few units"),
            score: Total::from_micros(score),
        }
    }

    /// A price of a plan made for coverage.
    pub(super) fn set_price(&mut self, end: End, at: u32, price: Price) {
        *self.price_of(end, at) = i128::from(price.units) * UNIT + price.score.micros();
    }

    pub(super) fn add(&mut self, end: End) {
        match end {
            End::Giver => {
                self.givers.push(Node::default());
                self.giver_twins.push(Vec::new());
                self.giver_prices.push(0);
            }
            End::Taker => {
                self.takers.push(Node::default());
                self.taker_twins.push(Vec::new());
                self.taker_prices.push(0);
            }
        }
    }

    /// The price at which somebody without a unit seeks none: what the best pair would gain.
    pub(super) fn price_alone(&mut self, end: End, at: u32) {
        let gains = self.side(end)[at as usize]
            .links
            .iter()
            .map(|link| self.worth(link.score()));
        let most = gains.fold(0, i128::max);
        *self.price_of(end, at) = most;
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
        for (end, at, other, twin) in [
            (End::Giver, giver, taker, at_taker),
            (End::Taker, taker, giver, at_giver),
        ] {
            self.node(end, at).links.push(Link::new(other, score));
            self.twins(end, at).push(number(twin));
        }
        at_taker
    }

    /// A link, and its place at the other end.
    fn link(&self, end: End, at: u32, place: usize) -> (Link, usize) {
        let twins = match end {
            End::Giver => &self.giver_twins[at as usize],
            End::Taker => &self.taker_twins[at as usize],
        };
        (self.side(end)[at as usize].links[place], twins[place] as usize)
    }

    /// The place of a pair among its taker's links.
    fn find(&self, giver: u32, taker: u32) -> Option<usize> {
        self.takers[taker as usize]
            .links
            .iter()
            .position(|link| link.other == giver)
    }

    fn is_used(&self, taker: u32, link: usize) -> bool {
        link < self.takers[taker as usize].load as usize
    }

    /// Sets a capacity or demand, and makes the plan best again.
    pub(super) fn set_limit(&mut self, end: End, at: u32, limit: u32) {
        while self.node(end, at).limit > limit {
            self.lower(end, at, limit);
        }
        while self.node(end, at).limit < limit {
            let price = *self.price_of(end, at);
            let node = self.node(end, at);
            if price <= 0 && node.load < node.limit {
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
        let (before, twin) = self.link(End::Taker, taker, link);
        let used = self.is_used(taker, link);
        for (end, at, place) in [(End::Taker, taker, link), (End::Giver, giver, twin)] {
            let kept = &mut self.node(end, at).links[place];
            kept.score = Link::new(0, score).score;
        }
        if used {
            self.score += i128::from(score.micros()) - i128::from(before.micros());
        }
        let prices = self.giver_prices[giver as usize] + self.taker_prices[taker as usize];
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
        let Some(mut link) = self.find(giver, taker) else {
            return false;
        };
        let used = self.is_used(taker, link);
        if used {
            self.flip(End::Taker, taker, link);
            link = self.takers[taker as usize].load as usize;
        }
        let (_, twin) = self.link(End::Taker, taker, link);
        for (end, at, place) in [(End::Taker, taker, link), (End::Giver, giver, twin)] {
            let links = &mut self.node(end, at).links;
            links.swap_remove(place);
            let moved = links.get(place).copied();
            self.twins(end, at).swap_remove(place);
            if let Some(moved) = moved {
                let twin = self.twins(end, at)[place] as usize;
                self.twins(end.other(), moved.other)[twin] = number(place);
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
        let (before, twin) = self.link(end, at, link);
        let other = before.other;
        let now = link >= self.node(end, at).load as usize;
        for (end, at, place) in [(end, at, link), (end.other(), other, twin)] {
            let node = self.node(end, at);
            let border = if now { node.load } else { node.load - 1 };
            node.load = if now { node.load + 1 } else { node.load - 1 };
            self.swap(end, at, place, border as usize);
        }
        let micros = i128::from(before.micros());
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

    /// Swaps two links of somebody.
    fn swap(&mut self, end: End, at: u32, one: usize, two: usize) {
        if one == two {
            return;
        }
        self.node(end, at).links.swap(one, two);
        self.twins(end, at).swap(one, two);
        for place in [one, two] {
            let (link, twin) = self.link(end, at, place);
            self.twins(end.other(), link.other)[twin] = number(place);
        }
    }

    /// Places a unit of `root`, where it stands at the `seeking` end; else takes one away from it. Then the plan
    /// is best again.
    fn restore(&mut self, seeking: End, root_end: End, root: u32) {
        self.search += 2;
        self.queue.clear();
        self.settled.clear();
        let search = self.search;
        let start = self.node(root_end, root);
        (start.reached, start.distance) = (search, 0);
        let mut stop = (root_end == seeking).then_some(Stop {
            distance: *self.price_of(root_end, root),
            end: root_end,
            at: root,
        });
        self.queue.push(Reverse((0, root_end, root)));
        while let Some(Reverse((distance, end, at))) = self.queue.pop() {
            if stop.is_some_and(|stop| distance >= stop.distance) {
                break;
            }
            let node = self.node(end, at);
            if node.reached == search && distance == node.distance {
                node.reached = search + 1;
                self.settled.push((end, at));
                stop = self.look_around(seeking, end, at, distance, stop);
            }
        }
        let Some(Stop {
            distance: nearest,
            mut end,
            mut at,
        }) = stop
        else {
            return;
        };
        for &(end, at) in &self.settled {
            let (node, price) = match end {
                End::Giver => (&self.givers[at as usize], &mut self.giver_prices[at as usize]),
                End::Taker => (&self.takers[at as usize], &mut self.taker_prices[at as usize]),
            };
            let nearer = nearest - node.distance;
            *price = if end == seeking {
                *price - nearer
            } else {
                *price + nearer
            };
        }
        while (end, at) != (root_end, root) {
            let Node { from, by, .. } = *self.node(end, at);
            (end, at) = (end.other(), from);
            self.flip(end, at, by as usize);
        }
    }

    /// Reaches those who could take over from somebody settled: over unused pairs from the seeking end, over
    /// used ones from the other. The nearest stop, if one of them is nearer.
    fn look_around(
        &mut self,
        seeking: End,
        end: End,
        at: u32,
        distance: i128,
        mut stop: Option<Stop>,
    ) -> Option<Stop> {
        let (search, objective) = (self.search, self.objective);
        let (own, own_price, others, prices) = match end {
            End::Giver => (
                &self.givers[at as usize],
                self.giver_prices[at as usize],
                &mut self.takers,
                &self.taker_prices,
            ),
            End::Taker => (
                &self.takers[at as usize],
                self.taker_prices[at as usize],
                &mut self.givers,
                &self.giver_prices,
            ),
        };
        let over_unused = end == seeking;
        let (used, unused) = own.links.split_at(own.load as usize);
        let (first, links) = if over_unused {
            (own.load, unused)
        } else {
            (0, used)
        };
        for (by, link) in (first..).zip(links) {
            let price = prices[link.other as usize];
            let slack = own_price + price - worth(objective, link.micros().into());
            let further = distance + if over_unused { slack } else { -slack };
            if stop.is_some_and(|stop| further >= stop.distance) {
                continue;
            }
            let other = &mut others[link.other as usize];
            if other.reached >= search && other.distance <= further {
                continue;
            }
            (other.reached, other.distance, other.from, other.by) = (search, further, at, by);
            // A place for the unit, or a unit that is left without one.
            let (ends, beyond) = if over_unused {
                (other.load < other.limit, further)
            } else {
                (true, further + price)
            };
            if ends && stop.is_none_or(|stop| beyond < stop.distance) {
                let (end, at) = (end.other(), link.other);
                stop = Some(Stop {
                    distance: beyond,
                    end,
                    at,
                });
            }
            if beyond > further || !ends {
                self.queue.push(Reverse((further, end.other(), link.other)));
            }
        }
        stop
    }
}

/// Where a search ends.
#[derive(Clone, Copy)]
struct Stop {
    distance: i128,
    end: End,
    at: u32,
}

/// What a pair adds, as one number.
fn worth(objective: Objective, micros: i128) -> i128 {
    match objective {
        Objective::Coverage | Objective::LeastChange => UNIT + micros,
        Objective::Score => micros * MICRO + 1,
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).expect("pairs are numbered in 32 bits")
}
