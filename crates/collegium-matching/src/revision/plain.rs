//! A plain problem: after each change one or two searches from where it was.

use super::{
    Difference, Moved, NoChange,
    state::{End, Links},
};
use crate::{
    objective::Objective,
    plan::{Plan, Price, Value, unmet_demand},
    problem::{GiverIndex, Pair, Problem, ProblemFaults, TakerIndex, Ways},
    score::Score,
    solve::solve,
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
pub(super) struct Plain {
    objective: Objective,
    links: Links,
    giver_ids: Vec<Box<str>>,
    taker_ids: Vec<Box<str>>,
    giver_numbers: BTreeMap<Box<str>, u32>,
    taker_numbers: BTreeMap<Box<str>, u32>,
    /// Taker, giver, and the score they would have.
    forbidden: BTreeMap<(u32, u32), Score>,
    ways: Ways,
}

impl Plain {
    pub(super) fn of(problem: &Problem, objective: Objective) -> Result<Self, NoChange> {
        let mut revision = Self::unsolved(problem, objective);
        match objective {
            // The prices of such a plan say all of it.
            Objective::Coverage => revision.take_over(&solve(problem, objective)),
            // Prices of score alone do not say which of two equal scores has more units.
            Objective::LeastChange => return Err(NoChange::OtherObjective),
            Objective::Score => {
                for taker in problem.takers() {
                    revision.links.price_alone(End::Taker, taker.index.0);
                }
                for taker in problem.takers() {
                    revision.links.set_limit(End::Taker, taker.index.0, taker.demand);
                }
            }
        }
        revision.links.take_flips();
        Ok(revision)
    }

    fn unsolved(problem: &Problem, objective: Objective) -> Self {
        let mut revision = Self {
            objective,
            links: Links::new(objective),
            giver_ids: problem.givers().map(|giver| giver.id.into()).collect(),
            taker_ids: problem.takers().map(|taker| taker.id.into()).collect(),
            giver_numbers: problem
                .givers()
                .map(|giver| (giver.id.into(), giver.index.0))
                .collect(),
            taker_numbers: problem
                .takers()
                .map(|taker| (taker.id.into(), taker.index.0))
                .collect(),
            forbidden: problem
                .forbidden_pairs()
                .map(|pair| ((pair.taker.0, pair.giver.0), pair.score))
                .collect(),
            ways: problem.ways().clone(),
        };
        for giver in problem.givers() {
            revision.links.add(End::Giver);
            revision
                .links
                .set_limit(End::Giver, giver.index.0, giver.capacity);
        }
        for _ in problem.takers() {
            revision.links.add(End::Taker);
        }
        for pair in problem.pairs() {
            revision.links.join(pair.giver.0, pair.taker.0, pair.score);
        }
        revision
    }

    fn take_over(&mut self, plan: &Plan) {
        for (giver, price) in (0..).zip(&plan.giver_prices) {
            self.links.set_price(End::Giver, giver, *price);
        }
        for (taker, price) in (0..).zip(&plan.taker_prices) {
            self.links.set_price(End::Taker, taker, *price);
        }
        let mut loads = vec![0_u32; self.taker_ids.len()];
        for pair in plan.assignments() {
            self.links.start(pair.giver.0, pair.taker.0);
            loads[pair.taker.at()] += 1;
        }
        for unmet in plan.unmet() {
            loads[unmet.taker.at()] += unmet.units;
        }
        for (taker, demand) in (0..).zip(loads) {
            self.links.limit(End::Taker, taker, demand);
        }
    }

    pub(super) fn value(&self) -> Value {
        self.links.value()
    }

    pub(super) fn set_capacity(&mut self, giver: &str, capacity: u32) -> Result<Difference, NoChange> {
        let giver = self.giver(giver)?;
        Ok(self.changed(|links| links.set_limit(End::Giver, giver, capacity)))
    }

    pub(super) fn set_demand(&mut self, taker: &str, demand: u32) -> Result<Difference, NoChange> {
        let taker = self.taker(taker)?;
        Ok(self.changed(|links| links.set_limit(End::Taker, taker, demand)))
    }

    pub(super) fn set_score(
        &mut self,
        giver: &str,
        taker: &str,
        score: Score,
    ) -> Result<Difference, NoChange> {
        let ends = (self.giver(giver)?, self.taker(taker)?);
        if giver == taker || self.forbidden.contains_key(&(ends.1, ends.0)) {
            let (giver, taker) = (giver.to_owned(), taker.to_owned());
            return Err(NoChange::Forbidden { giver, taker });
        }
        if let Err(too_far) = self.ways.apart((ends.1, ends.0)).within(self.ways.limit) {
            let (giver, taker) = (giver.to_owned(), taker.to_owned());
            return Err(NoChange::TooFar {
                giver,
                taker,
                too_far,
            });
        }
        Ok(self.changed(|links| links.set_score(ends.0, ends.1, score)))
    }

    pub(super) fn remove_pair(&mut self, giver: &str, taker: &str) -> Result<Difference, NoChange> {
        let ends = (self.giver(giver)?, self.taker(taker)?);
        let mut found = true;
        let difference = self.changed(|links| found = links.part(ends.0, ends.1));
        if found {
            Ok(difference)
        } else {
            let (giver, taker) = (giver.to_owned(), taker.to_owned());
            Err(NoChange::NotAPair { giver, taker })
        }
    }

    pub(super) fn add_giver(&mut self, id: &str, capacity: u32) -> Result<(), NoChange> {
        let number = self.links.count(End::Giver);
        if id.is_empty() || self.giver_numbers.contains_key(id) {
            return Err(NoChange::IdTaken { id: id.to_owned() });
        }
        self.giver_numbers.insert(id.into(), number);
        self.giver_ids.push(id.into());
        self.links.add(End::Giver);
        self.links.set_limit(End::Giver, number, capacity);
        Ok(())
    }

    pub(super) fn add_taker(&mut self, id: &str, demand: u32) -> Result<(), NoChange> {
        let number = self.links.count(End::Taker);
        if id.is_empty() || self.taker_numbers.contains_key(id) {
            return Err(NoChange::IdTaken { id: id.to_owned() });
        }
        self.taker_numbers.insert(id.into(), number);
        self.taker_ids.push(id.into());
        self.links.add(End::Taker);
        self.links.set_limit(End::Taker, number, demand);
        Ok(())
    }

    pub(super) fn plan(&self) -> Result<(Problem, Plan), ProblemFaults> {
        let mut builder = Problem::builder();
        for (giver, id) in (0..).zip(&self.giver_ids) {
            builder.giver(id, self.links.limit_of(End::Giver, giver));
        }
        for (taker, id) in (0..).zip(&self.taker_ids) {
            builder.taker(id, self.links.limit_of(End::Taker, taker));
        }
        let ids =
            |giver: u32, taker: u32| (&*self.giver_ids[giver as usize], &*self.taker_ids[taker as usize]);
        let beyond = self.forbidden.iter().chain(&self.ways.too_far);
        let beyond = beyond.map(|(&(taker, giver), &score)| (giver, taker, score));
        let possible = self
            .links
            .pairs()
            .map(|(giver, taker, score, _)| (giver, taker, score));
        for (giver, taker, score) in possible.chain(beyond) {
            let apart = self.ways.apart((taker, giver));
            let (giver, taker) = ids(giver, taker);
            builder.pair(giver, taker, score).apart(giver, taker, apart);
        }
        for &(taker, giver) in self.forbidden.keys() {
            let (giver, taker) = ids(giver, taker);
            builder.forbid(giver, taker);
        }
        builder.within(self.ways.limit);
        let problem = builder.build()?;

        let giver_ranks = ranks(&self.giver_numbers);
        let taker_ranks = ranks(&self.taker_numbers);
        let used = self.links.pairs().filter(|(.., used)| *used);
        let mut assignments: Vec<Pair> = used
            .map(|(giver, taker, score, _)| Pair {
                taker: TakerIndex(taker_ranks[taker as usize]),
                giver: GiverIndex(giver_ranks[giver as usize]),
                score,
            })
            .collect();
        assignments.sort_unstable();
        let mut plan = Plan {
            objective: self.objective,
            value: self.value(),
            assignments,
            unmet: Vec::new(),
            giver_prices: self.prices(End::Giver, &self.giver_numbers),
            taker_prices: self.prices(End::Taker, &self.taker_numbers),
            short: Vec::new(),
            giver_group_prices: Vec::new(),
            taker_group_prices: Vec::new(),
        };
        plan.unmet = unmet_demand(&problem, &plan);
        Ok((problem, plan))
    }

    /// Prices by id.
    fn prices(&self, end: End, numbers: &BTreeMap<Box<str>, u32>) -> Vec<Price> {
        numbers
            .values()
            .map(|number| self.links.price(end, *number))
            .collect()
    }

    fn changed(&mut self, change: impl FnOnce(&mut Links)) -> Difference {
        let before = self.value();
        change(&mut self.links);
        let (mut begun, mut ended) = (BTreeSet::new(), BTreeSet::new());
        for (giver, taker, used) in self.links.take_flips() {
            // What began and ended on the way was no change.
            let (to, from) = if used {
                (&mut begun, &mut ended)
            } else {
                (&mut ended, &mut begun)
            };
            if !from.remove(&(taker, giver)) {
                to.insert((taker, giver));
            }
        }
        let moved = |pairs: BTreeSet<(u32, u32)>| {
            let mut moved: Vec<_> = pairs
                .into_iter()
                .map(|(taker, giver)| Moved {
                    taker: self.taker_ids[taker as usize].to_string(),
                    giver: self.giver_ids[giver as usize].to_string(),
                })
                .collect();
            moved.sort_unstable();
            moved
        };
        Difference {
            before,
            after: self.value(),
            begun: moved(begun),
            ended: moved(ended),
        }
    }

    fn giver(&self, id: &str) -> Result<u32, NoChange> {
        let number = self.giver_numbers.get(id).copied();
        number.ok_or_else(|| NoChange::UnknownGiver { id: id.to_owned() })
    }

    fn taker(&self, id: &str) -> Result<u32, NoChange> {
        let number = self.taker_numbers.get(id).copied();
        number.ok_or_else(|| NoChange::UnknownTaker { id: id.to_owned() })
    }
}

/// The rank by id of each number.
fn ranks(numbers: &BTreeMap<Box<str>, u32>) -> Vec<u32> {
    let mut ranks = vec![0; numbers.len()];
    for (rank, number) in (0..).zip(numbers.values()) {
        ranks[*number as usize] = rank;
    }
    ranks
}
