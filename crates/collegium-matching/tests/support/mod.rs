//! Slow, obvious judges of the solver, and problems to judge it by.

#![allow(dead_code)] // Each test file uses its own part of this.

use collegium_matching::{
    objective::Objective,
    problem::{Pair, Problem},
    score::Score,
};
use proptest::prelude::*;

pub(crate) mod generated;
pub(crate) mod generated_limits;
pub(crate) mod limited;
pub(crate) mod random;

/// A problem as plain numbers: capacities, demands, and pairs of giver, taker and score in millionths.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    pub(crate) capacities: Vec<u32>,
    pub(crate) demands: Vec<u32>,
    pub(crate) pairs: Vec<(usize, usize, i64)>,
}

impl Sketch {
    pub(crate) fn build(&self) -> Problem {
        self.build_named(|giver| format!("g{giver:03}"), |taker| format!("t{taker:03}"))
    }

    pub(crate) fn build_named(
        &self,
        giver_id: impl Fn(usize) -> String,
        taker_id: impl Fn(usize) -> String,
    ) -> Problem {
        let mut builder = Problem::builder();
        for (giver, &capacity) in self.capacities.iter().enumerate() {
            builder.giver(&giver_id(giver), capacity);
        }
        for (taker, &demand) in self.demands.iter().enumerate() {
            builder.taker(&taker_id(taker), demand);
        }
        for &(giver, taker, micros) in &self.pairs {
            let score = Score::from_micros(micros).expect("the strategies keep to the limits");
            builder.pair(&giver_id(giver), &taker_id(taker), score);
        }
        builder.build().expect("a sketch names only what it has")
    }
}

/// Problems of up to so many givers and takers; each pair is there with that chance in ten.
pub(crate) fn sketches(
    givers: usize,
    takers: usize,
    chance: u32,
    scores: impl Strategy<Value = i64> + Clone + 'static,
) -> impl Strategy<Value = Sketch> {
    (0..=givers, 0..=takers).prop_flat_map(move |(givers, takers)| {
        let units = prop_oneof![4 => 0u32..=3, 1 => Just(u32::MAX)];
        let cell = (0..10u32, scores.clone());
        (
            proptest::collection::vec(units.clone(), givers),
            proptest::collection::vec(units, takers),
            proptest::collection::vec(cell, givers * takers),
        )
            .prop_map(move |(capacities, demands, cells)| Sketch {
                pairs: cells
                    .into_iter()
                    .enumerate()
                    .filter(|(_, (dice, _))| *dice < chance)
                    .map(|(at, (_, score))| (at / takers, at % takers, score))
                    .collect(),
                capacities,
                demands,
            })
    })
}

/// Scores with many ties, some below zero.
pub(crate) fn few_scores() -> impl Strategy<Value = i64> + Clone {
    prop_oneof![3 => -2i64..=3, 1 => Just(0), 1 => Just(1_000_000)]
}

/// Scores up to both limits.
pub(crate) fn wild_scores() -> impl Strategy<Value = i64> + Clone {
    let limit = Score::LIMIT.micros();
    prop_oneof![-5i64..=5, -limit..=limit, Just(limit), Just(-limit)]
}

/// Units and score, in the order in which the objective compares them.
pub(crate) fn rank(objective: Objective, units: i128, score: i128) -> (i128, i128) {
    match objective {
        Objective::Score => (score, units),
        _ => (units, score),
    }
}

/// The best of all subsets of the pairs.
pub(crate) fn by_brute_force(problem: &Problem, objective: Objective) -> (i128, i128) {
    let pairs: Vec<Pair> = problem.pairs().collect();
    let mut capacities: Vec<u32> = problem.givers().map(|giver| giver.capacity).collect();
    let mut demands: Vec<u32> = problem.takers().map(|taker| taker.demand).collect();
    best_of(objective, &pairs, &mut capacities, &mut demands, 0, 0)
}

fn best_of(
    objective: Objective,
    pairs: &[Pair],
    capacities: &mut [u32],
    demands: &mut [u32],
    units: i128,
    score: i128,
) -> (i128, i128) {
    let Some((pair, rest)) = pairs.split_first() else {
        return rank(objective, units, score);
    };
    let without = best_of(objective, rest, capacities, demands, units, score);
    let (giver, taker) = (pair.giver.at(), pair.taker.at());
    if capacities[giver] == 0 || demands[taker] == 0 {
        return without;
    }
    capacities[giver] -= 1;
    demands[taker] -= 1;
    let added = i128::from(pair.score.micros());
    let with = best_of(objective, rest, capacities, demands, units + 1, score + added);
    capacities[giver] += 1;
    demands[taker] += 1;
    with.max(without)
}

/// Bellman–Ford on the whole residual network, one unit at a time, lengths compared component by
/// component; stops when no path gains.
pub(crate) fn by_bellman_ford(problem: &Problem, objective: Objective) -> (i128, i128) {
    let givers = problem.giver_count() as usize;
    let takers = problem.taker_count() as usize;
    let (source, sink) = (givers + takers, givers + takers + 1);
    // From, to, capacity, gain; the reverse arc of 2k is 2k + 1.
    let mut arcs: Vec<(usize, usize, u32, (i128, i128))> = Vec::new();
    let mut arc = |from, to, capacity, gain: (i128, i128)| {
        arcs.push((from, to, capacity, gain));
        arcs.push((to, from, 0, (-gain.0, -gain.1)));
    };
    for taker in problem.takers() {
        arc(source, givers + taker.index.at(), taker.demand, (0, 0));
    }
    for giver in problem.givers() {
        arc(giver.index.at(), sink, giver.capacity, (0, 0));
    }
    for pair in problem.pairs() {
        let gain = rank(objective, 1, pair.score.micros().into());
        arc(givers + pair.taker.at(), pair.giver.at(), 1, gain);
    }
    let mut total = (0, 0);
    loop {
        let mut gains: Vec<Option<(i128, i128)>> = vec![None; givers + takers + 2];
        let mut came_by = vec![usize::MAX; gains.len()];
        gains[source] = Some((0, 0));
        let mut changed = true;
        while changed {
            changed = false;
            for (at, &(from, to, capacity, gain)) in arcs.iter().enumerate() {
                let Some(reached) = gains[from].filter(|_| capacity > 0) else {
                    continue;
                };
                let candidate = (reached.0 + gain.0, reached.1 + gain.1);
                if gains[to].is_none_or(|known| candidate > known) {
                    gains[to] = Some(candidate);
                    came_by[to] = at;
                    changed = true;
                }
            }
        }
        match gains[sink] {
            Some(gain) if gain > (0, 0) => total = (total.0 + gain.0, total.1 + gain.1),
            _ => return total,
        }
        let mut node = sink;
        while node != source {
            let at = came_by[node];
            arcs[at].2 -= 1;
            arcs[at ^ 1].2 += 1;
            node = arcs[at].0;
        }
    }
}
