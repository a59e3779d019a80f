//! Why a taker has units unmet, read off the problem and the assignments alone.
//!
//! The first that holds of: nobody is left for it; whoever is left has no capacity at all; a limit on its own side is
//! reached; whoever is left serves its team already; their groups are full while they are not; nothing would be
//! gained; somebody else has the capacity.

use crate::{
    objective::Objective,
    plan::UnmetReason,
    problem::{GiverIndex, GroupIndex, Problem, TakerIndex},
};
use std::collections::{BTreeMap, BTreeSet};

/// What the assignments take up.
pub(super) struct TakenUp<'a> {
    problem: &'a Problem,
    objective: Objective,
    used: &'a BTreeSet<(GiverIndex, TakerIndex)>,
    /// The units of each giver and group, with limits only.
    of_givers: BTreeMap<GiverIndex, u32>,
    of_giver_groups: BTreeMap<GroupIndex, u32>,
    of_taker_groups: BTreeMap<GroupIndex, u32>,
    in_teams: BTreeSet<(GiverIndex, GroupIndex)>,
}

impl<'a> TakenUp<'a> {
    pub(super) fn by(
        used: &'a BTreeSet<(GiverIndex, TakerIndex)>,
        problem: &'a Problem,
        objective: Objective,
    ) -> Self {
        let mut taken_up = Self {
            problem,
            objective,
            used,
            of_givers: BTreeMap::new(),
            of_giver_groups: BTreeMap::new(),
            of_taker_groups: BTreeMap::new(),
            in_teams: BTreeSet::new(),
        };
        let limited = used.iter().filter(|_| !problem.is_plain());
        for &(giver, taker) in limited {
            *taken_up.of_givers.entry(giver).or_default() += 1;
            for group in problem.groups_of_giver(giver) {
                *taken_up.of_giver_groups.entry(group.index).or_default() += 1;
            }
            for group in problem.groups_of_taker(taker) {
                *taken_up.of_taker_groups.entry(group.index).or_default() += 1;
            }
            let team = problem.team_of(taker);
            taken_up.in_teams.extend(team.map(|team| (giver, team)));
        }
        taken_up
    }

    /// Why `taker` has less than it asks for.
    pub(super) fn reason(&self, taker: TakerIndex) -> UnmetReason {
        let problem = self.problem;
        let is_used = |giver| self.used.contains(&(giver, taker));
        let mut left = problem
            .pairs_of(taker)
            .filter(|pair| !is_used(pair.giver))
            .peekable();
        if left.peek().is_none() {
            return self.nobody_left(taker);
        }
        let can_give = |giver: GiverIndex| {
            let no_more = problem.groups_of_giver(giver).any(|group| group.maximum == 0);
            problem.giver(giver).capacity > 0 && !no_more
        };
        let mut open = left.filter(|pair| can_give(pair.giver)).peekable();
        if open.peek().is_none() {
            return UnmetReason::NoCapacity;
        }
        if problem.is_plain() && self.objective != Objective::Score {
            return UnmetReason::CapacityTaken;
        }
        let open: Vec<_> = open.collect();
        let units = |of: &BTreeMap<GroupIndex, u32>, group| of.get(&group).copied().unwrap_or_default();
        let mut own = problem.groups_of_taker(taker);
        if own.any(|group| units(&self.of_taker_groups, group.index) >= group.maximum) {
            return UnmetReason::GroupFull;
        }
        let team = problem.team_of(taker);
        let serves = |giver| team.is_some_and(|team| self.in_teams.contains(&(giver, team)));
        if open.iter().all(|pair| serves(pair.giver)) {
            return UnmetReason::InTeamAlready;
        }
        let is_held_by_a_group = |giver| {
            let own = self.of_givers.get(&giver).copied().unwrap_or_default();
            let mut groups = problem.groups_of_giver(giver);
            own < problem.giver(giver).capacity
                && groups.any(|group| units(&self.of_giver_groups, group.index) >= group.maximum)
        };
        if open.iter().all(|pair| is_held_by_a_group(pair.giver)) {
            return UnmetReason::SharedCapacityTaken;
        }
        let loses = open.iter().all(|pair| pair.score.micros() < 0);
        if self.objective == Objective::Score && loses {
            UnmetReason::NoGain
        } else {
            UnmetReason::CapacityTaken
        }
    }

    /// Why no possible pair of `taker` is left.
    fn nobody_left(&self, taker: TakerIndex) -> UnmetReason {
        let problem = self.problem;
        if problem.forbidden_pairs_of(taker).next().is_some() {
            UnmetReason::Forbidden
        } else if problem.too_far_pairs_of(taker).next().is_some() {
            UnmetReason::TooFar
        } else if problem.pairs_of(taker).len() == 0 {
            UnmetReason::NoCandidate
        } else {
            UnmetReason::TooFewCandidates
        }
    }
}
