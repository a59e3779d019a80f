//! Which minimums a plan does not keep.

use super::{Short, ShortOf};
use crate::problem::{GiverIndex, Pair, Problem, TakerIndex};

/// Whose minimum, and which required pair, the assignments do not keep.
pub(crate) fn short(problem: &Problem, assignments: &[Pair]) -> Vec<Short> {
    let mut loads = Loads::of(problem, assignments);
    let mut short = Vec::new();
    let mut tell = |of: ShortOf, minimum: u32, found: u32| {
        if found < minimum {
            short.push(Short { of, minimum, found });
        }
    };
    for giver in problem.givers() {
        tell(
            ShortOf::Giver(giver.index),
            giver.minimum,
            loads.givers[giver.index.at()],
        );
    }
    for taker in problem.takers() {
        tell(
            ShortOf::Taker(taker.index),
            taker.minimum,
            loads.takers[taker.index.at()],
        );
    }
    for group in problem.giver_groups() {
        tell(
            ShortOf::GiverGroup(group.index),
            group.minimum,
            loads.giver_groups[group.index.at()],
        );
    }
    for group in problem.taker_groups() {
        tell(
            ShortOf::TakerGroup(group.index),
            group.minimum,
            loads.taker_groups[group.index.at()],
        );
    }
    loads.used.sort_unstable();
    for (giver, taker) in problem.required_pairs() {
        let used = loads.used.binary_search(&(giver, taker)).is_ok();
        tell(ShortOf::Pair(giver, taker), 1, u32::from(used));
    }
    short
}

/// How many units everybody has.
pub(crate) struct Loads {
    pub(crate) givers: Vec<u32>,
    takers: Vec<u32>,
    pub(crate) giver_groups: Vec<u32>,
    pub(crate) taker_groups: Vec<u32>,
    used: Vec<(GiverIndex, TakerIndex)>,
}

impl Loads {
    pub(crate) fn of(problem: &Problem, assignments: &[Pair]) -> Self {
        let mut loads = Self {
            givers: vec![0; problem.giver_count() as usize],
            takers: vec![0; problem.taker_count() as usize],
            giver_groups: vec![0; problem.giver_groups().len()],
            taker_groups: vec![0; problem.taker_groups().len()],
            used: assignments.iter().map(|pair| (pair.giver, pair.taker)).collect(),
        };
        for pair in assignments {
            loads.givers[pair.giver.at()] += 1;
            loads.takers[pair.taker.at()] += 1;
            for group in problem.groups_of_giver(pair.giver) {
                loads.giver_groups[group.index.at()] += 1;
            }
            for group in problem.groups_of_taker(pair.taker) {
                loads.taker_groups[group.index.at()] += 1;
            }
        }
        loads
    }
}
