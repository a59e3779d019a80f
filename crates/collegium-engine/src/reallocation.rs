//! Moving help to where it is needed next, seen over the whole network: for every need that is watched, what
//! the rule recommends and why, what that would free or ask for, and whom it would touch.
//!
//! All of it is a question to the state. Nothing is recorded: a person recommends in their own name with
//! `recommend_reallocation`, with the rule or against it, and another decides.

mod change;
mod touched;

use crate::{candidates::runs, network::Network};
use change::Change;
use collegium_cycle::{
    counterfactual::{Counterfactuals, NotObserved, Supposition},
    cycle::Cycle,
    decision::Recommended,
    recommend::Recommendation,
};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, DecisionId, NeedId, SchoolId},
    need::Severity,
    short_code::PressureCode,
    support::SupportKind,
};
use serde::Serialize;

pub use change::{Asked, Freed, Room, When};
pub use touched::{Displaced, InQuestion, Waiting};

/// What should become of the help for one need, and what would follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reallocation {
    /// The cycle.
    pub cycle: CycleId,
    /// The school that is helped.
    pub school: SchoolId,
    /// The need.
    pub need: NeedId,
    /// How severe it is.
    pub severity: Severity,
    /// What the rule recommends, with its reasons, the weightiest first.
    pub recommended: Recommendation,
    /// Whose capacity would be free again.
    pub frees: Vec<Freed>,
    /// What more would be asked for; none where nothing would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<Asked>,
    /// How the pressure on the school would change; none where it would not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pressure: Option<Pressure>,
}

/// A level of pressure with the support that comes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pressure {
    /// The level; none where pressure ends.
    pub level: Option<PressureCode>,
    /// The kinds of support to which it entitles.
    pub entitles_to: Vec<SupportKind>,
}

impl Reallocation {
    /// It as a person would recommend it who agrees with the rule.
    pub fn as_recommended(&self, decision: DecisionId) -> Recommended {
        Recommended {
            decision,
            need: self.need,
            outcome: self.recommended.outcome,
            reasons: self.recommended.reasons.clone(),
        }
    }
}

impl Network {
    /// What the rule recommends for every need that is watched in a cycle that runs, and what would follow.
    /// Needs on which nothing was observed since their help began are left out: there is nothing to recommend
    /// on. Which givers come into question, `candidates` says, as in a round.
    ///
    /// # Complexity
    /// For each need watched: the givers, or the needs that wait for each giver whose capacity would be free.
    ///
    /// # Determinism
    /// By cycle and need. Ties among givers and needs go by id.
    pub fn reallocation(&self, candidates: &CandidateRules) -> Vec<Reallocation> {
        let needs = self.cycles.values().flat_map(|cycle| cycle.needs.keys());
        needs
            .filter_map(|need| self.reallocation_of(*need, candidates))
            .collect()
    }

    /// The same for one need; none where it is not watched, or nothing was observed.
    pub fn reallocation_of(&self, need: NeedId, candidates: &CandidateRules) -> Option<Reallocation> {
        let (id, cycle) = self.asked_about(need)?;
        let recommended = cycle.recommend(need, self.rules_under(cycle))?;
        self.change(id, cycle, need, recommended, candidates)
    }

    /// The same had something else been observed: the rule runs again over the same state with that one
    /// change.
    ///
    /// # Errors
    /// [`NotObserved`] where the supposition speaks of what was never observed.
    pub fn reallocation_supposing(
        &self,
        need: NeedId,
        supposed: &Supposition,
        candidates: &CandidateRules,
    ) -> Result<Option<Reallocation>, NotObserved> {
        let Some((id, cycle)) = self.asked_about(need) else {
            return Ok(None);
        };
        let recommended = cycle.recommend_supposing(need, supposed, self.rules_under(cycle))?;
        Ok(recommended.and_then(|it| self.change(id, cycle, need, it, candidates)))
    }

    /// What would have had to be observed otherwise for another recommendation, each confirmed by a run of
    /// the rule; none where nothing is recommended.
    pub fn counterfactuals(&self, need: NeedId) -> Option<Counterfactuals> {
        let (_, cycle) = self.asked_about(need)?;
        cycle.counterfactuals(need, self.rules_under(cycle))
    }

    /// The cycle of a need for which something can be recommended: it is watched, and its cycle runs.
    fn asked_about(&self, need: NeedId) -> Option<(CycleId, &Cycle)> {
        let id = *self.needs.get(&need)?;
        let cycle = self.cycles.get(&id)?;
        (runs(cycle) && cycle.is_watched(need)).then_some((id, cycle))
    }

    fn change(
        &self,
        id: CycleId,
        cycle: &Cycle,
        need: NeedId,
        recommended: Recommendation,
        candidates: &CandidateRules,
    ) -> Option<Reallocation> {
        let state = cycle.needs.get(&need)?;
        let outcome = recommended.outcome;
        let Change { frees, asks } = self.change_by(outcome, cycle, state, candidates);
        let rules = self.rules_under(cycle);
        let pressure = cycle.pressure_change(need, outcome, rules).map(|it| {
            let levels = &rules.protocol().pressure;
            let then = levels.iter().find(|level| Some(level.code) == it.level);
            Pressure {
                level: it.level,
                entitles_to: then.map_or_else(Vec::new, |level| level.entitles_to.clone()),
            }
        });
        Some(Reallocation {
            cycle: id,
            school: cycle.school()?,
            need,
            severity: state.need.severity,
            recommended,
            frees,
            asks,
            pressure,
        })
    }
}
