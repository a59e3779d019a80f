//! What a plan leaves unmet, and why.

use super::{Plan, Unmet, UnmetReason, short::Loads};
use crate::{
    objective::Objective,
    problem::{GiverIndex, GroupIndex, Pair, Problem, TakerIndex},
};
use std::collections::BTreeSet;

/// What the assignments of `plan` leave unmet, by taker, and why.
pub(crate) fn unmet_demand(problem: &Problem, plan: &Plan) -> Vec<Unmet> {
    let limits = (!problem.is_plain()).then(|| Full::of(problem, plan));
    let mut assigned = plan.assignments.as_slice();
    let mut unmet = Vec::new();
    for taker in problem.takers() {
        let own = assigned.iter().take_while(|pair| pair.taker == taker.index);
        let (used, rest) = assigned.split_at(own.count());
        assigned = rest;
        let units = taker.demand - u32::try_from(used.len()).unwrap_or(taker.demand);
        if units > 0 {
            unmet.push(Unmet {
                taker: taker.index,
                units,
                reason: reason(problem, plan.objective, limits.as_ref(), taker.index, used),
            });
        }
    }
    unmet
}

/// Why `taker` has less than it asks for, seen from the pairs that `used` does not hold.
fn reason(
    problem: &Problem,
    objective: Objective,
    full: Option<&Full<'_>>,
    taker: TakerIndex,
    used: &[Pair],
) -> UnmetReason {
    let is_used = |pair: &Pair| used.iter().any(|other| other.giver == pair.giver);
    let mut left = problem.pairs_of(taker).filter(|pair| !is_used(pair)).peekable();
    if left.peek().is_none() {
        return if problem.forbidden_pairs_of(taker).next().is_some() {
            UnmetReason::Forbidden
        } else if problem.too_far_pairs_of(taker).next().is_some() {
            UnmetReason::TooFar
        } else if used.is_empty() {
            UnmetReason::NoCandidate
        } else {
            UnmetReason::TooFewCandidates
        };
    }
    let has_capacity = |pair: &Pair| {
        let mut groups = problem.groups_of_giver(pair.giver);
        problem.giver(pair.giver).capacity > 0 && groups.all(|group| group.maximum > 0)
    };
    let mut open = left.filter(has_capacity).peekable();
    if open.peek().is_none() {
        return UnmetReason::NoCapacity;
    }
    if let Some(full) = full {
        let open: Vec<Pair> = open.collect();
        if let Some(reason) = full.reason(taker, &open) {
            return reason;
        }
        return beyond_limits(objective, open.into_iter());
    }
    beyond_limits(objective, open)
}

/// Nothing but what a pair gains keeps it from being used.
fn beyond_limits(objective: Objective, mut open: impl Iterator<Item = Pair>) -> UnmetReason {
    if objective == Objective::Score && open.all(|pair| pair.score.micros() < 0) {
        UnmetReason::NoGain
    } else {
        UnmetReason::CapacityTaken
    }
}

/// Which limits a plan fills.
struct Full<'a> {
    problem: &'a Problem,
    loads: Loads,
    /// Who serves in which team.
    in_teams: BTreeSet<(GiverIndex, GroupIndex)>,
}

impl<'a> Full<'a> {
    fn of(problem: &'a Problem, plan: &Plan) -> Self {
        let pairs = plan.assignments.iter();
        Self {
            problem,
            loads: Loads::of(problem, &plan.assignments),
            in_teams: pairs
                .filter_map(|pair| Some((pair.giver, problem.team_of(pair.taker)?)))
                .collect(),
        }
    }

    /// The limit that keeps every one of the `open` pairs from being used, if it is one for all.
    fn reason(&self, taker: TakerIndex, open: &[Pair]) -> Option<UnmetReason> {
        let mut groups = self.problem.groups_of_taker(taker);
        if groups.any(|group| self.loads.taker_groups[group.index.at()] >= group.maximum) {
            return Some(UnmetReason::GroupFull);
        }
        let team = self.problem.team_of(taker);
        let serves = |pair: &Pair| team.is_some_and(|team| self.in_teams.contains(&(pair.giver, team)));
        if open.iter().all(serves) {
            return Some(UnmetReason::InTeamAlready);
        }
        let only_together = |pair: &Pair| {
            let mut groups = self.problem.groups_of_giver(pair.giver);
            let is_full = groups.any(|group| self.loads.giver_groups[group.index.at()] >= group.maximum);
            is_full && self.loads.givers[pair.giver.at()] < self.problem.giver(pair.giver).capacity
        };
        open.iter()
            .all(only_together)
            .then_some(UnmetReason::SharedCapacityTaken)
    }
}
