//! Problems with minimum loads, groups or required pairs, as a circulation: from a hub through the givers'
//! groups to the givers, over the pairs to the takers, and through their groups back to the hub.
//!
//! - A limit is the arc between somebody and the group it lies in, or the hub. Up to its minimum each unit
//!   gains more than all units and scores could make up for, beyond that nothing.
//! - A pair is an arc for one unit. Pairs of one giver with several slots of a team share a node between,
//!   into which one unit goes.
//! - A required pair gains as much more as a unit of a minimum.
//!
//! Prices are differences of potentials, and a group's price is counted on top of its members'.

use super::network_simplex::{Arc, Circulation, Gain, HUB, solve};
use crate::{
    objective::Objective,
    plan::{Price, Short, short::short},
    problem::{Group, GroupIndex, Pair, Problem},
    score::Total,
};
use std::collections::BTreeMap;

mod again;

pub(crate) use again::Basis;
pub(super) use again::solve_again;

/// What a best plan is made of.
pub(super) struct Outcome {
    /// The pairs used, by taker, then giver.
    pub(super) assignments: Vec<Pair>,
    /// Minimums and required pairs that are not kept.
    pub(super) short: Vec<Short>,
    pub(super) giver_prices: Vec<Price>,
    pub(super) taker_prices: Vec<Price>,
    pub(super) giver_group_prices: Vec<Price>,
    pub(super) taker_group_prices: Vec<Price>,
}

/// The best plan under all limits.
pub(super) fn solve_with_limits(problem: &Problem, objective: Objective) -> Outcome {
    let layout = Layout::of(problem);
    let levels = Levels::of(problem, objective, &layout);
    if i64::try_from(levels.widest()).is_ok() {
        solve_in::<i64>(problem, levels, &layout)
    } else {
        solve_in::<i128>(problem, levels, &layout)
    }
}

fn solve_in<G: Gain + TryFrom<i128> + Into<i128>>(
    problem: &Problem,
    levels: Levels,
    layout: &Layout,
) -> Outcome {
    let (arcs, pair_arcs) = arcs::<G>(problem, levels, layout, false);
    let circulation = solve(layout.node_count, arcs, narrowed(levels.ruin()));
    outcome(problem, levels, layout, &pair_arcs, circulation)
}

fn outcome<G: Gain + Into<i128>>(
    problem: &Problem,
    levels: Levels,
    layout: &Layout,
    pair_arcs: &[u32],
    Circulation { flows, potentials }: Circulation<G>,
) -> Outcome {
    let potentials: Vec<Price> = potentials.into_iter().map(|it| levels.price(it.into())).collect();
    let assignments: Vec<Pair> = problem
        .pairs()
        .zip(pair_arcs)
        .filter(|(_, arc)| flows[**arc as usize] > 0)
        .map(|(pair, _)| pair)
        .collect();
    let mut outcome = Outcome {
        short: short(problem, &assignments),
        assignments,
        giver_prices: Vec::new(),
        taker_prices: Vec::new(),
        giver_group_prices: Vec::new(),
        taker_group_prices: Vec::new(),
    };
    price(problem, levels.objective, layout, &potentials, &mut outcome);
    outcome
}

/// How what is kept of minimums, units and score make one number, and how they are read out of it again.
///
/// A potential is the gain of a simple path from the hub. On such a path givers and takers alternate, so that
/// its units are -1, 0 or 1; its score is that of at most as many pairs as there are nodes.
#[derive(Clone, Copy)]
struct Levels {
    objective: Objective,
    /// A unit of demand, under coverage; under score the score stands above it.
    unit: i128,
    /// A unit of a minimum.
    kept: i128,
    /// How many of the latter a path can gain at most.
    most_kept: i128,
}

impl Levels {
    fn of(problem: &Problem, objective: Objective, layout: &Layout) -> Self {
        let nodes = i128::from(layout.node_count) + 2;
        let (least, most) = problem.score_range();
        let score = i128::from(least.micros().abs().max(most.micros().abs()));
        let unit = 4 * nodes * (score + 1);
        let pairs = match objective {
            Objective::Coverage | Objective::LeastChange => unit,
            Objective::Score => 4 * nodes * (4 * score + 4),
        };
        let minimums = problem.givers().filter(|it| it.minimum > 0).count()
            + problem.takers().filter(|it| it.minimum > 0).count()
            + problem.giver_groups().filter(|it| it.minimum > 0).count()
            + problem.taker_groups().filter(|it| it.minimum > 0).count()
            + problem.required_pairs().len();
        Self {
            objective,
            unit,
            kept: 8 * pairs,
            most_kept: 2 * minimums as i128 + 2,
        }
    }

    fn ruin(self) -> i128 {
        self.most_kept * self.kept
    }

    /// Beyond any sum that the solver makes.
    fn widest(self) -> i128 {
        4 * (self.ruin() + self.kept)
    }

    /// What a pair gains.
    fn gain(self, pair: &Pair) -> i128 {
        let score = i128::from(pair.score.micros());
        match self.objective {
            Objective::Coverage | Objective::LeastChange => self.unit + score,
            Objective::Score => 4 * score + 1,
        }
    }

    fn price(self, potential: i128) -> Price {
        let (kept, rest) = level(potential, self.kept);
        let (units, score) = match self.objective {
            Objective::Coverage | Objective::LeastChange => level(rest, self.unit),
            Objective::Score => (0, level(rest, 4).0),
        };
        let count = |level: i128| i64::try_from(level).expect("a path has fewer arcs than 2^63");
        Price {
            kept: count(kept),
            units: count(units),
            score: Total::from_micros(score),
        }
    }
}

/// The nearest multiple of `base`, and what is left.
fn level(value: i128, base: i128) -> (i128, i128) {
    let times = (value + base / 2).div_euclid(base);
    (times, value - times * base)
}

fn narrowed<G: TryFrom<i128>>(gain: i128) -> G {
    G::try_from(gain)
        .ok()
        .expect("the widest gain was checked to fit")
}

/// Which node is whose.
struct Layout {
    giver_groups: u32,
    givers: u32,
    takers: u32,
    taker_groups: u32,
    taker_group_count: u32,
    /// Between a giver and a team: the first pair's place among all pairs, and where its node is.
    between: BTreeMap<(u32, u32), u32>,
    node_count: u32,
}

impl Layout {
    fn of(problem: &Problem) -> Self {
        let giver_groups = HUB + 1;
        let givers = giver_groups + number(problem.giver_groups().len());
        let takers = givers + problem.giver_count();
        let taker_groups = takers + problem.taker_count();
        let taker_group_count = number(problem.taker_groups().len());
        let mut node_count = taker_groups + taker_group_count;
        let mut slots: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for pair in problem.pairs() {
            if let Some(team) = problem.team_of(pair.taker) {
                *slots.entry((pair.giver.0, team.0)).or_default() += 1;
            }
        }
        slots.retain(|_, slots| *slots > 1);
        for node in slots.values_mut() {
            *node = node_count;
            node_count += 1;
        }
        Self {
            giver_groups,
            givers,
            takers,
            taker_groups,
            taker_group_count,
            between: slots,
            node_count,
        }
    }

    fn giver_group(&self, group: Option<GroupIndex>) -> u32 {
        group.map_or(HUB, |group| self.giver_groups + group.0)
    }

    fn taker_group(&self, group: Option<GroupIndex>) -> u32 {
        group.map_or(HUB, |group| self.taker_groups + group.0)
    }
}

/// All arcs, and for each pair which is its own. With `all` a limit has both its arcs even where one of them carries
/// nothing, so that each has a place of its own.
fn arcs<G: Gain + TryFrom<i128>>(
    problem: &Problem,
    levels: Levels,
    layout: &Layout,
    all: bool,
) -> (Vec<Arc<G>>, Vec<u32>) {
    let mut arcs: Vec<Arc<G>> = Vec::new();
    let kept: G = narrowed(levels.kept);
    let mut limit = |from: u32, to: u32, minimum: u32, most: u32| {
        let minimum = minimum.min(most);
        let parts = [(minimum, kept), (most - minimum, G::default())];
        let parts = parts.into_iter().filter(|(capacity, _)| all || *capacity > 0);
        arcs.extend(parts.map(|(capacity, gain)| Arc {
            from,
            to,
            capacity,
            gain,
        }));
    };
    for group in problem.giver_groups() {
        let node = layout.giver_groups + group.index.0;
        limit(
            layout.giver_group(group.within),
            node,
            group.minimum,
            group.maximum,
        );
    }
    for giver in problem.givers() {
        let group = problem
            .groups_of_giver(giver.index)
            .next()
            .map(|group| group.index);
        let node = layout.givers + giver.index.0;
        limit(layout.giver_group(group), node, giver.minimum, giver.capacity);
    }
    for taker in problem.takers() {
        let group = problem
            .groups_of_taker(taker.index)
            .next()
            .map(|group| group.index);
        let node = layout.takers + taker.index.0;
        limit(node, layout.taker_group(group), taker.minimum, taker.demand);
    }
    for group in problem.taker_groups() {
        let node = layout.taker_groups + group.index.0;
        limit(
            node,
            layout.taker_group(group.within),
            group.minimum,
            group.maximum,
        );
    }
    for (&(giver, _), &node) in &layout.between {
        limit(layout.givers + giver, node, 0, 1);
    }
    let pair_arcs = (0..problem.pair_count())
        .map(|pair| number(arcs.len()) + pair)
        .collect();
    for pair in problem.pairs() {
        let team = problem.team_of(pair.taker);
        let between = team.and_then(|team| layout.between.get(&(pair.giver.0, team.0)));
        let required = i128::from(problem.is_required(pair.giver, pair.taker));
        arcs.push(Arc {
            from: between.copied().unwrap_or(layout.givers + pair.giver.0),
            to: layout.takers + pair.taker.0,
            capacity: 1,
            gain: narrowed(levels.gain(&pair) + required * levels.kept),
        });
    }
    (arcs, pair_arcs)
}

/// The prices, each at least what it can be without making the bound worse.
fn price(
    problem: &Problem,
    objective: Objective,
    layout: &Layout,
    potentials: &[Price],
    outcome: &mut Outcome,
) {
    let at = |node: u32| potentials[node as usize];
    // Nobody without a minimum is worth less than nothing; a minimum is worth a unit of itself at most.
    let raised = |price: Price, minimum: u32| {
        let least = Price {
            kept: -i64::from(minimum > 0),
            ..Price::default()
        };
        price.max(least)
    };
    let group_price = |group: Group<'_>, price: Price| {
        if group.maximum == 0 {
            Price::default()
        } else {
            raised(price, group.minimum)
        }
    };
    outcome.giver_group_prices = problem
        .giver_groups()
        .map(|group| {
            let price = at(layout.giver_group(group.within)).minus(at(layout.giver_groups + group.index.0));
            group_price(group, price)
        })
        .collect();
    outcome.taker_group_prices = problem
        .taker_groups()
        .map(|group| {
            let price = at(layout.taker_groups + group.index.0).minus(at(layout.taker_group(group.within)));
            group_price(group, price)
        })
        .collect();
    outcome.giver_prices = problem
        .givers()
        .map(|giver| {
            let group = problem
                .groups_of_giver(giver.index)
                .next()
                .map(|group| group.index);
            let price = at(layout.giver_group(group)).minus(at(layout.givers + giver.index.0));
            if giver.capacity == 0 {
                Price::default()
            } else {
                raised(price, giver.minimum)
            }
        })
        .collect();
    outcome.taker_prices = problem
        .takers()
        .map(|taker| {
            let group = problem
                .groups_of_taker(taker.index)
                .next()
                .map(|group| group.index);
            let price = at(layout.takers + taker.index.0).minus(at(layout.taker_group(group)));
            if taker.demand == 0 {
                Price::default()
            } else {
                raised(price, taker.minimum)
            }
        })
        .collect();
    price_the_empty(problem, objective, outcome);
}

/// Who can have no unit at all costs nothing at any price; theirs is what a first unit would gain, which keeps
/// every pair's worth below its prices.
fn price_the_empty(problem: &Problem, objective: Objective, outcome: &mut Outcome) {
    let mut prices = Vec::new();
    for pair in problem.pairs() {
        prices.clear();
        prices.extend([
            outcome.giver_prices[pair.giver.at()],
            outcome.taker_prices[pair.taker.at()],
        ]);
        let giver_groups = problem.groups_of_giver(pair.giver);
        let taker_groups = problem.groups_of_taker(pair.taker);
        let empty_giver_group =
            giver_groups.inspect(|group| prices.push(outcome.giver_group_prices[group.index.at()]));
        let empty_giver_group = empty_giver_group.filter(|group| group.maximum == 0).last();
        let empty_taker_group =
            taker_groups.inspect(|group| prices.push(outcome.taker_group_prices[group.index.at()]));
        let empty_taker_group = empty_taker_group.filter(|group| group.maximum == 0).last();
        let price = if problem.giver(pair.giver).capacity == 0 {
            &mut outcome.giver_prices[pair.giver.at()]
        } else if problem.taker(pair.taker).demand == 0 {
            &mut outcome.taker_prices[pair.taker.at()]
        } else if let Some(group) = empty_giver_group {
            &mut outcome.giver_group_prices[group.index.at()]
        } else if let Some(group) = empty_taker_group {
            &mut outcome.taker_group_prices[group.index.at()]
        } else {
            continue;
        };
        let worth = Price {
            kept: i64::from(problem.is_required(pair.giver, pair.taker)),
            units: i64::from(objective.puts_units_first()),
            score: pair.score.into(),
        };
        let excess = prices.iter().fold(worth, |excess, price| excess.minus(*price));
        if excess > Price::default() {
            *price = price.plus(excess);
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a problem numbers its pairs and groups in 32 bits")
}
