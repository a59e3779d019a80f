//! A plan over all needs together, those that are helped included, which changes no more than it is worth.

use super::{Need, Run, RunFailed};
use crate::{
    office::RoundFailed,
    policy::Placement,
    rows::Rows,
    view::{GiverHandle, NeedHandle},
};
use collegium_engine::{
    candidates::ScoreParts,
    matching::{
        objective::Objective,
        problem::{Problem, ProblemFaults},
        score::Score,
        solve::solve,
    },
};
use collegium_model::{candidate::CandidateRules, id::SchoolId};
use std::collections::{BTreeMap, BTreeSet};

/// Help of one giver with one need, by their numbers.
type Pair = (u32, u32);

impl Run<'_> {
    /// Plans for all needs, and for all that givers have, as if none of it were taken; help that is at work
    /// counts `price` more where it stays. Help that is not in the plan is ended and its need waits again; then what
    /// is new in the plan is placed.
    ///
    /// A round of the engine plans for needs that wait and for what is free, so nothing here is one: the plan is
    /// the matching engine's, and each end and each placement a command that the engine judges by itself.
    pub(super) fn plan_anew(
        &mut self,
        rules: &CandidateRules,
        price: Score,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let at_work = self.pairs_at_work();
        let planned = self
            .planned_anew(&at_work, rules, price)
            .map_err(RoundFailed::from)?;
        for (pair, help) in &at_work {
            if !planned.contains(pair) {
                self.break_off(*help, rows)?;
            }
        }
        for (need, giver) in planned {
            if !at_work.contains_key(&(need, giver)) {
                let (need, giver) = (NeedHandle(need), GiverHandle(giver));
                self.place(Placement { need, giver }, None, rows)?;
            }
        }
        Ok(())
    }

    fn pairs_at_work(&self) -> BTreeMap<Pair, u32> {
        let helps = self.at_work.iter().flatten();
        helps
            .filter_map(|help| {
                let it = self.helps.get(*help as usize)?;
                Some(((it.need, it.giver), *help))
            })
            .collect()
    }

    fn planned_anew(
        &self,
        at_work: &BTreeMap<Pair, u32>,
        rules: &CandidateRules,
        price: Score,
    ) -> Result<BTreeSet<Pair>, ProblemFaults> {
        let waiting = self.waiting.iter().map(|it| it.need.number());
        let needs: BTreeSet<_> = waiting.chain(at_work.keys().map(|(need, _)| *need)).collect();
        let mut builder = Problem::builder();
        builder.change_price(price);
        let (mut takers, mut givers) = (BTreeMap::new(), BTreeMap::new());
        for (number, id) in (0..).zip(self.lenders.ids()) {
            let Some(lender) = self.lenders.get(number) else {
                continue;
            };
            let id = text(id);
            builder.giver(&id, u32::from(lender.at_once.max(lender.held)));
            givers.insert(id, number);
        }
        for number in needs {
            let Some(need) = self.needs.get(number as usize) else {
                continue;
            };
            let taker = need.id.uuid().to_string();
            let units = need.helps.len() + usize::from(need.lacks);
            builder.taker(&taker, u32::try_from(units).unwrap_or(u32::MAX));
            for (giver, id) in (0..).zip(self.lenders.ids()) {
                let stays = at_work.contains_key(&(number, giver));
                if !stays && !self.could_move(need, giver) {
                    continue;
                }
                let score = self.worth(need, id, rules);
                if let Some(score) = score.or(stays.then_some(Score::ZERO)) {
                    builder.pair(&text(id), &taker, score);
                }
                if stays {
                    builder.present(&text(id), &taker);
                }
            }
            takers.insert(taker, number);
        }
        let problem = builder.build()?;
        let plan = solve(&problem, Objective::LeastChange);
        let pairs = plan.assignments().iter().filter_map(|pair| {
            let taker = takers.get(problem.taker(pair.taker).id)?;
            Some((*taker, *givers.get(problem.giver(pair.giver).id)?))
        });
        Ok(pairs.collect())
    }

    /// Whether a giver that does not help with a need could. One that holds more than it has takes nothing new. One
    /// that was tried may be again only where the need would be reported anew: where the one that helps leaves.
    fn could_move(&self, need: &Need, giver: u32) -> bool {
        let condition = self.conditions.get(need.condition as usize);
        let (Some(lender), Some(condition)) = (self.lenders.get(giver), condition) else {
            return false;
        };
        let is_reported_anew = need.helps.len() == 1 && need.lacks == 0;
        lender.held <= lender.at_once
            && (is_reported_anew || !need.tried.contains(&giver))
            && self.lenders.reaches(giver, condition.school)
    }

    /// What the engine counts for a giver; none where the rules leave it out.
    fn worth(&self, need: &Need, giver: SchoolId, rules: &CandidateRules) -> Option<Score> {
        let network = self.network();
        let state = network.cycles.get(&need.cycle)?.needs.get(&need.id)?;
        let (taker, giver) = (network.member(state.need.school)?, network.member(giver)?);
        ScoreParts::of(rules, taker, giver, &state.need).ok()?.total()
    }
}

fn text(school: SchoolId) -> String {
    school.uuid().to_string()
}
