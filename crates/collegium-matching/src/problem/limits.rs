//! What a problem asks beyond capacities, demands and pairs: minimum loads, groups that share a limit, pairs
//! that must be used.
//!
//! Groups of one side lie within one another or apart, never across (a *laminar* family). So every problem is
//! still a network flow, and every plan can be proven best.

use super::{GiverIndex, Pair, Problem, TakerIndex, count};
use crate::{objective::Objective, score::Score};
use std::collections::BTreeSet;

/// The number of a group: its rank by id among the groups of its side, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIndex(pub u32);

impl GroupIndex {
    /// The same number, to index a slice with.
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// Givers, or takers, that share a limit: the people of one school, the slots of one team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// Its number among the groups of its side.
    pub index: GroupIndex,
    /// Its id, as given.
    pub id: &'a str,
    /// Units that all its members together should have at least.
    pub minimum: u32,
    /// Units that all its members together can have at most.
    pub maximum: u32,
    /// The group in which it lies.
    pub within: Option<GroupIndex>,
    /// Whether a giver serves at most one of its members: a team, whose members are slots.
    pub is_team: bool,
}

/// Groups of one side, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Groups {
    pub(super) ids: Vec<Box<str>>,
    pub(super) minimums: Vec<u32>,
    pub(super) maximums: Vec<u32>,
    pub(super) within: Vec<Option<GroupIndex>>,
    pub(super) is_team: Vec<bool>,
    /// The group of each giver, or taker; empty where there is no group.
    pub(super) of: Vec<Option<GroupIndex>>,
}

impl Groups {
    fn get(&self, index: GroupIndex) -> Group<'_> {
        let at = index.at();
        Group {
            index,
            id: &self.ids[at],
            minimum: self.minimums[at],
            maximum: self.maximums[at],
            within: self.within[at],
            is_team: self.is_team[at],
        }
    }

    pub(super) fn all(&self) -> impl ExactSizeIterator<Item = Group<'_>> {
        (0..count(self.ids.len())).map(|at| self.get(GroupIndex(at)))
    }

    fn of(&self, member: u32) -> Option<GroupIndex> {
        self.of.get(member as usize).copied().flatten()
    }

    /// The group and those it lies within, the innermost first.
    fn chain(&self, group: Option<GroupIndex>) -> impl Iterator<Item = Group<'_>> {
        std::iter::successors(group.map(|it| self.get(it)), |it| {
            it.within.map(|it| self.get(it))
        })
    }
}

/// Minimum loads, groups and required pairs; empty in a plain problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Limits {
    /// One a giver; empty where nobody has one.
    pub(super) giver_minimums: Vec<u32>,
    /// One a taker; empty where nobody has one.
    pub(super) taker_minimums: Vec<u32>,
    pub(super) giver_groups: Groups,
    pub(super) taker_groups: Groups,
    /// By taker, then giver.
    pub(super) required: BTreeSet<(u32, u32)>,
}

/// The plan that is at work now, and what each change of it costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Present {
    /// By taker, then giver.
    pub(super) pairs: BTreeSet<(u32, u32)>,
    pub(super) price: Score,
}

impl Limits {
    pub(super) fn giver_minimum(&self, giver: GiverIndex) -> u32 {
        self.giver_minimums.get(giver.at()).copied().unwrap_or(0)
    }

    pub(super) fn taker_minimum(&self, taker: TakerIndex) -> u32 {
        self.taker_minimums.get(taker.at()).copied().unwrap_or(0)
    }
}

impl Problem {
    /// Whether it asks for nothing beyond capacities, demands and pairs.
    pub fn is_plain(&self) -> bool {
        self.limits == Limits::default()
    }

    /// All groups of givers, by id.
    pub fn giver_groups(&self) -> impl ExactSizeIterator<Item = Group<'_>> {
        self.limits.giver_groups.all()
    }

    /// All groups of takers, by id.
    pub fn taker_groups(&self) -> impl ExactSizeIterator<Item = Group<'_>> {
        self.limits.taker_groups.all()
    }

    /// The group of givers of that number. Panics on a number of another problem, as a slice does.
    pub fn giver_group(&self, index: GroupIndex) -> Group<'_> {
        self.limits.giver_groups.get(index)
    }

    /// The group of takers of that number. Panics on a number of another problem, as a slice does.
    pub fn taker_group(&self, index: GroupIndex) -> Group<'_> {
        self.limits.taker_groups.get(index)
    }

    /// The groups of a giver, the innermost first.
    pub fn groups_of_giver(&self, giver: GiverIndex) -> impl Iterator<Item = Group<'_>> {
        let groups = &self.limits.giver_groups;
        groups.chain(groups.of(giver.0))
    }

    /// The groups of a taker, the innermost first.
    pub fn groups_of_taker(&self, taker: TakerIndex) -> impl Iterator<Item = Group<'_>> {
        let groups = &self.limits.taker_groups;
        groups.chain(groups.of(taker.0))
    }

    /// The team in which a taker is a slot: the outermost of its groups that is one.
    pub fn team_of(&self, taker: TakerIndex) -> Option<GroupIndex> {
        let teams = self.groups_of_taker(taker).filter(|group| group.is_team);
        teams.last().map(|team| team.index)
    }

    /// Whether a pair must be used.
    pub fn is_required(&self, giver: GiverIndex, taker: TakerIndex) -> bool {
        !self.limits.required.is_empty() && self.limits.required.contains(&(taker.0, giver.0))
    }

    /// The pairs that must be used, by taker, then giver.
    pub fn required_pairs(&self) -> impl ExactSizeIterator<Item = (GiverIndex, TakerIndex)> {
        let required = self.limits.required.iter();
        required.map(|&(taker, giver)| (GiverIndex(giver), TakerIndex(taker)))
    }

    /// The pairs of the present plan that are still possible, by taker, then giver.
    pub fn present_pairs(&self) -> impl ExactSizeIterator<Item = (GiverIndex, TakerIndex)> {
        let present = self.present.pairs.iter();
        present.map(|&(taker, giver)| (GiverIndex(giver), TakerIndex(taker)))
    }

    /// What it counts, under [`Objective::LeastChange`], when a pair of the present plan stays.
    pub fn change_price(&self) -> Score {
        self.present.price
    }

    /// What a pair adds to the score that an objective counts.
    pub(crate) fn counted(&self, objective: Objective, pair: &Pair) -> Score {
        let stays = objective == Objective::LeastChange
            && !self.present.pairs.is_empty()
            && self.present.pairs.contains(&(pair.taker.0, pair.giver.0));
        if !stays {
            return pair.score;
        }
        // The builder has seen to it that this is a score.
        Score::from_micros(pair.score.micros() + self.present.price.micros()).unwrap_or(pair.score)
    }

    /// The same problem with the scores that [`Objective::LeastChange`] counts.
    pub(crate) fn as_counted(&self) -> Self {
        let mut problem = self.clone();
        let counted = self
            .pairs()
            .map(|pair| self.counted(Objective::LeastChange, &pair));
        problem.pair_scores = counted.collect();
        problem
    }
}
