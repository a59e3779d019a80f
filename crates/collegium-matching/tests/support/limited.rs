//! Problems with limits to judge the solver by, and all subsets of their pairs.

use collegium_matching::{
    objective::Objective,
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::Score,
};
use proptest::prelude::*;

/// A problem with limits as plain numbers. A minimum is cut to what it bounds.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    pub(crate) givers: Vec<(u32, u32, Option<usize>)>,
    pub(crate) takers: Vec<(u32, u32, Option<usize>)>,
    pub(crate) giver_groups: Vec<(u32, u32, bool)>,
    pub(crate) taker_groups: Vec<(u32, u32, bool, bool)>,
    pub(crate) pairs: Vec<(usize, usize, i64, bool)>,
    /// Which of the pairs are at work now, bit by bit, and what a change costs.
    pub(crate) present: (u32, i64),
}

impl Sketch {
    pub(crate) fn build(&self) -> Problem {
        let mut builder = Problem::builder();
        for (at, &(capacity, minimum, group)) in self.givers.iter().enumerate() {
            let id = format!("g{at}");
            builder
                .giver(&id, capacity)
                .giver_minimum(&id, minimum.min(capacity));
            if let Some(group) = group.filter(|group| *group < self.giver_groups.len()) {
                builder.giver_in(&id, &format!("G{group}"));
            }
        }
        for (at, &(demand, minimum, group)) in self.takers.iter().enumerate() {
            let id = format!("t{at}");
            builder.taker(&id, demand).taker_minimum(&id, minimum.min(demand));
            if let Some(group) = group.filter(|group| *group < self.taker_groups.len()) {
                builder.taker_in(&id, &format!("T{group}"));
            }
        }
        for (at, &(capacity, minimum, nested)) in self.giver_groups.iter().enumerate() {
            let id = format!("G{at}");
            builder
                .giver_group(&id, capacity)
                .giver_minimum(&id, minimum.min(capacity));
            if nested && at > 0 {
                builder.giver_in(&id, "G0");
            }
        }
        for (at, &(demand, minimum, nested, is_team)) in self.taker_groups.iter().enumerate() {
            let id = format!("T{at}");
            if is_team {
                builder.team(&id, demand);
            } else {
                builder.taker_group(&id, demand);
            }
            builder.taker_minimum(&id, minimum.min(demand));
            if nested && at > 0 {
                builder.taker_in(&id, "T0");
            }
        }
        let (present, price) = self.present;
        builder.change_price(Score::from_micros(price).expect("a small price"));
        for (at, &(giver, taker, micros, required)) in self.pairs.iter().enumerate() {
            let (giver, taker) = (format!("g{giver}"), format!("t{taker}"));
            let score = Score::from_micros(micros).expect("a small score");
            builder.pair(&giver, &taker, score);
            if required {
                builder.require(&giver, &taker);
            }
            if present >> at & 1 == 1 {
                builder.present(&giver, &taker);
            }
        }
        builder.build().expect("a sketch names only what it has")
    }
}

pub(crate) fn sketches() -> impl Strategy<Value = Sketch> {
    let group = prop_oneof![2 => Just(None), 3 => (0..3_usize).prop_map(Some)];
    let minimum = prop_oneof![2 => Just(0_u32), 1 => 0..=2_u32];
    let member = (0..=3_u32, minimum.clone(), group);
    let score = prop_oneof![
        -2..=3_i64,
        Just(0),
        -900_000_000_000_000..=900_000_000_000_000_i64
    ];
    let cell = (0..10_u32, score, 0..8_u32);
    (0..=4_usize, 0..=4_usize).prop_flat_map(move |(givers, takers)| {
        (
            prop::collection::vec(member.clone(), givers),
            prop::collection::vec(member.clone(), takers),
            prop::collection::vec((0..=4_u32, minimum.clone(), any::<bool>()), 0..=3),
            prop::collection::vec((0..=4_u32, minimum.clone(), any::<bool>(), any::<bool>()), 0..=3),
            prop::collection::vec(cell.clone(), givers * takers),
            (any::<u32>(), prop_oneof![0..=3_i64, Just(50_000_000_000_000)]),
        )
            .prop_map(
                move |(givers, takers, giver_groups, taker_groups, cells, present)| Sketch {
                    pairs: cells
                        .into_iter()
                        .enumerate()
                        .filter(|(_, (dice, ..))| *dice < 6)
                        .map(|(at, (_, score, required))| {
                            (at / takers.len(), at % takers.len(), score, required == 0)
                        })
                        .take(11)
                        .collect(),
                    present,
                    givers,
                    takers,
                    giver_groups,
                    taker_groups,
                },
            )
    })
}

/// Units short, units and score of one subset, in the order in which they are compared; none where it breaks
/// a limit.
pub(crate) fn worth(problem: &Problem, used: &[Pair], objective: Objective) -> Option<(i128, i128, i128)> {
    let count =
        |is_one: &dyn Fn(&Pair) -> bool| u32::try_from(used.iter().filter(|pair| is_one(pair)).count());
    let given = |giver: GiverIndex| count(&|pair| pair.giver == giver).expect("a few pairs");
    let taken = |taker: TakerIndex| count(&|pair| pair.taker == taker).expect("a few pairs");
    let mut short = 0;
    let mut within = |load: u32, minimum: u32, most: u32| {
        short += i128::from(minimum.saturating_sub(load));
        load <= most
    };
    let mut possible = true;
    for giver in problem.givers() {
        possible &= within(given(giver.index), giver.minimum, giver.capacity);
    }
    for taker in problem.takers() {
        possible &= within(taken(taker.index), taker.minimum, taker.demand);
    }
    for group in problem.giver_groups() {
        let members = problem.givers().filter(|it| {
            problem
                .groups_of_giver(it.index)
                .any(|of| of.index == group.index)
        });
        possible &= within(
            members.map(|it| given(it.index)).sum(),
            group.minimum,
            group.maximum,
        );
    }
    for group in problem.taker_groups() {
        let members = problem.takers().filter(|it| {
            problem
                .groups_of_taker(it.index)
                .any(|of| of.index == group.index)
        });
        possible &= within(
            members.map(|it| taken(it.index)).sum(),
            group.minimum,
            group.maximum,
        );
        let is_in = |taker: TakerIndex| problem.groups_of_taker(taker).any(|of| of.index == group.index);
        for giver in problem.givers().filter(|_| group.is_team) {
            possible &= used
                .iter()
                .filter(|pair| pair.giver == giver.index && is_in(pair.taker))
                .count()
                <= 1;
        }
    }
    for (giver, taker) in problem.required_pairs() {
        short += i128::from(!used.iter().any(|pair| (pair.giver, pair.taker) == (giver, taker)));
    }
    let units = i128::try_from(used.len()).expect("a few pairs");
    let stays = |pair: &&Pair| {
        problem
            .present_pairs()
            .any(|present| present == (pair.giver, pair.taker))
    };
    let kept = i128::try_from(used.iter().filter(stays).count()).expect("a few pairs");
    let mut score: i128 = used.iter().map(|pair| i128::from(pair.score.micros())).sum();
    if objective == Objective::LeastChange {
        score += kept * i128::from(problem.change_price().micros());
    }
    possible.then_some(match objective {
        Objective::Score => (-short, score, units),
        _ => (-short, units, score),
    })
}

/// Every subset of the pairs that is a plan.
pub(crate) fn plans(problem: &Problem) -> impl Iterator<Item = Vec<Pair>> {
    let pairs: Vec<Pair> = problem.pairs().collect();
    let used = move |subset: u32| -> Vec<Pair> {
        let chosen = pairs.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
        chosen.map(|(_, pair)| *pair).collect()
    };
    let subsets = (0_u32..1 << problem.pair_count()).map(used);
    subsets.filter(|used| worth(problem, used, Objective::Coverage).is_some())
}

pub(crate) fn by_brute_force(problem: &Problem, objective: Objective) -> (i128, i128, i128) {
    let worths = plans(problem).filter_map(|used| worth(problem, &used, objective));
    worths.max().expect("nobody helping anybody is possible")
}
