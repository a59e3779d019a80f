//! A recommendation by the rule, put forward by the adviser; a decision by the commissioner.

use super::{StandIn, StandInError, Task, habits};
use collegium_engine::cycle::{
    acts::Command,
    decision::{Decided, Outcome, Recommended},
};
use collegium_model::id::{CycleId, DecisionId, NeedId};

impl StandIn<'_> {
    pub(super) fn recommend(&mut self, cycle: CycleId, need: NeedId) -> Result<(), StandInError> {
        let Some(state) = self.cycle(cycle) else {
            return Ok(());
        };
        if !state.is_watched(need) {
            return Ok(());
        }
        let Some(recommendation) = state.recommend(need, self.network().rules()) else {
            return Ok(());
        };
        let decision = self.ids.next(DecisionId::new);
        let (outcome, reasons) = (recommendation.outcome, recommendation.reasons);
        let adviser = self.serving("adviser");
        let recommended = Recommended {
            decision,
            need,
            outcome,
            reasons,
        };
        self.ask(&adviser, cycle, Command::RecommendReallocation(recommended))?;
        self.in_working_days(1, 14, Task::Decide(cycle, need, decision))
    }

    pub(super) fn decide(
        &mut self,
        cycle: CycleId,
        need: NeedId,
        decision: DecisionId,
    ) -> Result<(), StandInError> {
        let recommended = self.cycle(cycle).and_then(|cycle| cycle.decisions.get(&decision));
        let Some(recommended) = recommended.map(|it| it.recommended.outcome) else {
            return Ok(());
        };
        let otherwise = self
            .luck("decision", decision.uuid())
            .chance(habits::DECIDES_OTHERWISE);
        let outcome = if otherwise { Outcome::Continue } else { recommended };
        let commissioner = self.serving("commissioner");
        let decided = Decided {
            decision,
            outcome,
            conditions: Vec::new(),
        };
        self.ask(&commissioner, cycle, Command::DecideReallocation(decided))?;
        // A new giver this late in the year would leave as soon as they came.
        let in_time = self
            .support_ends()
            .and_then(|end| self.school_days_before(end, habits::TOO_LATE));
        let lacks = self
            .cycle(cycle)
            .is_some_and(|cycle| cycle.open_units(need).0 > 0);
        if lacks && in_time.is_some_and(|last| self.now.date() < last) {
            self.in_school_days(2, 10, Task::OpenRound)?;
        }
        Ok(())
    }
}
