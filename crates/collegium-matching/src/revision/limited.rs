//! A problem with minimums, groups or required pairs: the network simplex goes on from the tree at which it ended.
//!
//! Of the plan that was, those pairs stay that no limit rules out now, the better first; that is a flow within all
//! limits. From there, and with the tree that was, few pivots lead to a best plan. Where somebody is
//! new, or a team has a node more, it begins without the tree.

use super::{Difference, Moved, NoChange};
use crate::{
    objective::Objective,
    plan::{Plan, Value},
    problem::{GiverEntry, GiverIndex, Pair, Problem, ProblemFile, TakerEntry, TakerIndex},
    score::Score,
    solve::{Basis, solve_again},
};
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub(super) struct Limited {
    problem: Problem,
    plan: Plan,
    basis: Basis,
}

impl Limited {
    pub(super) fn of(problem: &Problem, objective: Objective) -> Self {
        let (plan, basis) = solve_again(problem, objective, &[], None);
        Self {
            problem: problem.clone(),
            plan,
            basis,
        }
    }

    pub(super) fn value(&self) -> Value {
        self.plan.value()
    }

    pub(super) fn set_capacity(&mut self, giver: &str, capacity: u32) -> Result<Difference, NoChange> {
        let index = self.giver(giver)?;
        let minimum = self.problem.giver(index).minimum;
        at_least(giver, minimum, capacity)?;
        Ok(self.changed(|problem| problem.set_capacity(index, capacity)))
    }

    pub(super) fn set_demand(&mut self, taker: &str, demand: u32) -> Result<Difference, NoChange> {
        let index = self.taker(taker)?;
        let minimum = self.problem.taker(index).minimum;
        at_least(taker, minimum, demand)?;
        Ok(self.changed(|problem| problem.set_demand(index, demand)))
    }

    pub(super) fn set_score(
        &mut self,
        giver: &str,
        taker: &str,
        score: Score,
    ) -> Result<Difference, NoChange> {
        let (giver_index, taker_index) = (self.giver(giver)?, self.taker(taker)?);
        let ids = || (giver.to_owned(), taker.to_owned());
        let mut forbidden = self.problem.forbidden_pairs_of(taker_index);
        let is_forbidden = forbidden.any(|pair| pair.giver == giver_index);
        drop(forbidden);
        if giver == taker || is_forbidden {
            let (giver, taker) = ids();
            return Err(NoChange::Forbidden { giver, taker });
        }
        let apart = self.problem.apart(giver_index, taker_index);
        if let Err(too_far) = apart.within(self.problem.within()) {
            let (giver, taker) = ids();
            return Err(NoChange::TooFar {
                giver,
                taker,
                too_far,
            });
        }
        Ok(self.changed(|problem| problem.set_score(giver_index, taker_index, score)))
    }

    pub(super) fn remove_pair(&mut self, giver: &str, taker: &str) -> Result<Difference, NoChange> {
        let (giver_index, taker_index) = (self.giver(giver)?, self.taker(taker)?);
        let (giver, taker) = (giver.to_owned(), taker.to_owned());
        if self.problem.is_required(giver_index, taker_index) {
            return Err(NoChange::Required { giver, taker });
        }
        if self.problem.score(giver_index, taker_index).is_none() {
            return Err(NoChange::NotAPair { giver, taker });
        }
        Ok(self.changed(|problem| *problem = problem.without_pair(giver_index, taker_index)))
    }

    pub(super) fn add_giver(&mut self, id: &str, capacity: u32) -> Result<(), NoChange> {
        self.grown(id, |file| {
            file.givers.push(GiverEntry {
                id: id.to_owned(),
                capacity,
                minimum: 0,
                within: None,
            });
        })
    }

    pub(super) fn add_taker(&mut self, id: &str, demand: u32) -> Result<(), NoChange> {
        self.grown(id, |file| {
            file.takers.push(TakerEntry {
                id: id.to_owned(),
                demand,
                minimum: 0,
                within: None,
            });
        })
    }

    pub(super) fn plan(&self) -> (Problem, Plan) {
        (self.problem.clone(), self.plan.clone())
    }

    /// Somebody more; refused where the id is not free.
    fn grown(&mut self, id: &str, grow: impl FnOnce(&mut ProblemFile)) -> Result<(), NoChange> {
        let mut file = ProblemFile::of(&self.problem);
        grow(&mut file);
        let taken = |_| NoChange::IdTaken { id: id.to_owned() };
        let problem = file.to_builder().build().map_err(taken)?;
        // Numbers follow from ids. A plan that is best already stays.
        let again = |pair: &Pair| {
            Some(Pair {
                giver: problem.find_giver(self.problem.giver(pair.giver).id)?,
                taker: problem.find_taker(self.problem.taker(pair.taker).id)?,
                score: pair.score,
            })
        };
        let start: Vec<Pair> = self.plan.assignments().iter().filter_map(again).collect();
        (self.plan, self.basis) = solve_again(&problem, self.plan.objective(), &start, None);
        self.problem = problem;
        Ok(())
    }

    fn changed(&mut self, change: impl FnOnce(&mut Problem)) -> Difference {
        change(&mut self.problem);
        let start = still_possible(&self.problem, self.plan.assignments());
        let objective = self.plan.objective();
        let (plan, basis) = solve_again(&self.problem, objective, &start, Some(&self.basis));
        let before = std::mem::replace(&mut self.plan, plan);
        self.basis = basis;
        Difference {
            before: before.value(),
            after: self.plan.value(),
            begun: self.only_in(&self.plan, &before),
            ended: self.only_in(&before, &self.plan),
        }
    }

    /// The pairs of one plan that another does not use, by ids. Numbers have the order of ids.
    fn only_in(&self, plan: &Plan, other: &Plan) -> Vec<Moved> {
        let key = |pair: &Pair| (pair.taker, pair.giver);
        let is_used = |pair: &&Pair| other.assignments().binary_search_by_key(&key(pair), key).is_ok();
        let only = plan.assignments().iter().filter(|pair| !is_used(pair));
        let moved = only.map(|pair| Moved {
            taker: self.problem.taker(pair.taker).id.to_owned(),
            giver: self.problem.giver(pair.giver).id.to_owned(),
        });
        moved.collect()
    }

    fn giver(&self, id: &str) -> Result<GiverIndex, NoChange> {
        let found = self.problem.find_giver(id);
        found.ok_or_else(|| NoChange::UnknownGiver { id: id.to_owned() })
    }

    fn taker(&self, id: &str) -> Result<TakerIndex, NoChange> {
        let found = self.problem.find_taker(id);
        found.ok_or_else(|| NoChange::UnknownTaker { id: id.to_owned() })
    }
}

fn at_least(id: &str, minimum: u32, most: u32) -> Result<(), NoChange> {
    if most >= minimum {
        return Ok(());
    }
    let id = id.to_owned();
    Err(NoChange::BelowMinimum { id, minimum, most })
}

/// Of pairs that were used those that can be together: required ones first, then the better before the worse.
fn still_possible(problem: &Problem, used: &[Pair]) -> Vec<Pair> {
    let score = |pair: &Pair| problem.score(pair.giver, pair.taker);
    let mut pairs: Vec<(bool, Score, Pair)> = used
        .iter()
        .filter_map(|pair| Some((problem.is_required(pair.giver, pair.taker), score(pair)?, *pair)))
        .collect();
    pairs.sort_unstable_by_key(|it| std::cmp::Reverse(*it));
    let mut left: BTreeMap<Limit, u32> = BTreeMap::new();
    let mut kept = Vec::new();
    for (_, _, pair) in pairs {
        let limits = [
            (Limit::Giver(pair.giver), problem.giver(pair.giver).capacity),
            (Limit::Taker(pair.taker), problem.taker(pair.taker).demand),
        ];
        let giver_groups = problem.groups_of_giver(pair.giver);
        let giver_groups = giver_groups.map(|group| (Limit::GiverGroup(group.index.0), group.maximum));
        let taker_groups = problem.groups_of_taker(pair.taker);
        let taker_groups = taker_groups.map(|group| (Limit::TakerGroup(group.index.0), group.maximum));
        let limits: Vec<(Limit, u32)> = limits
            .into_iter()
            .chain(giver_groups)
            .chain(taker_groups)
            .collect();
        let has_room = |(limit, most): &(Limit, u32)| left.get(limit).unwrap_or(most) > &0;
        if limits.iter().all(has_room) {
            for (limit, most) in limits {
                *left.entry(limit).or_insert(most) -= 1;
            }
            kept.push(pair);
        }
    }
    kept
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Limit {
    Giver(GiverIndex),
    Taker(TakerIndex),
    GiverGroup(u32),
    TakerGroup(u32),
}
