//! Whether a run's own books agree with the engine's and with one another.

use super::Run;
use crate::{
    scenario::Choosing,
    view::{Asking, View, Waiting},
};
use collegium_engine::cycle::need::NeedPhase;

impl Run<'_> {
    /// What does not agree; nothing, ever.
    ///
    /// Complexity: schools, needs and givers. For tests and for whoever doubts a result.
    pub fn disagreements(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut expect = |what: String, agrees: bool| {
            if !agrees {
                found.push(what);
            }
        };
        for (number, id) in (0..).zip(self.lenders.ids()) {
            let Some(lender) = self.lenders.get(number) else {
                continue;
            };
            let ledger = self.network().ledgers.get(&id);
            let taken = ledger.map_or(0, |it| it.taken().units.0);
            let offered = ledger
                .and_then(|it| it.offer.as_ref())
                .map_or(0, |it| it.at_once.0);
            expect(
                format!("giver {number} holds {} and {taken} in the ledger", lender.held),
                taken == lender.held,
            );
            expect(
                format!("giver {number} has {} and offers {offered}", lender.at_once),
                offered == lender.at_once,
            );
            let at_work = self.at_work.get(number as usize).map_or(0, Vec::len);
            expect(
                format!("giver {number} has {at_work} at work"),
                at_work == usize::from(lender.held),
            );
        }
        let open = self.needs.iter().filter(|need| need.is_open);
        for need in open.clone() {
            let state = self
                .network()
                .cycles
                .get(&need.cycle)
                .and_then(|it| it.needs.get(&need.id));
            let phase = state.map(|it| it.phase);
            let is_fit = match phase {
                Some(NeedPhase::Matching) => need.lacks > 0,
                Some(NeedPhase::Deployment) => !need.helps.is_empty(),
                _ => false,
            };
            expect(format!("a need that lacks {} is {phase:?}", need.lacks), is_fit);
            let asked = usize::from(self.scenario.units_of_need());
            expect(
                "a need has what it lacks and what it has".to_owned(),
                need.helps.len() + usize::from(need.lacks) == asked,
            );
            let known = self.open.get(need.condition as usize).copied().flatten();
            let known = known.and_then(|it| self.needs.get(it as usize)).map(|it| it.id);
            expect(
                "an open need is the one of its area".to_owned(),
                known == Some(need.id),
            );
        }
        let lacking = open.filter(|need| need.lacks > 0).count();
        expect(
            format!("{lacking} needs lack help, {} wait", self.waiting.len()),
            lacking == self.waiting.len(),
        );
        let in_order = self.waiting.is_sorted_by_key(|it| it.since);
        expect(
            "who waits longest is first".to_owned(),
            in_order || self.scenario.choosing == Choosing::EachStep,
        );
        let summary = self.summary();
        expect(
            format!("waiting is {} ticks off arrivals times mean wait", summary.little),
            summary.little == 0,
        );
        found
    }

    /// Needs that wait although a giver within reach has room: none after a choice by a policy that leaves nobody
    /// idle.
    pub fn idle_although_needed(&self) -> usize {
        let view = View {
            now: self.now,
            waiting: &self.waiting,
            lenders: &self.lenders,
            needs: &self.needs,
            pairs: self.pairs.as_ref(),
            asking: Asking::Anybody,
            truth: None,
        };
        let could = |it: &&Waiting| view.givers_for(it).next().is_some();
        self.waiting.iter().filter(could).count()
    }
}
