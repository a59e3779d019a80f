//! Rounds of matching: what may be planned, and who confirms it.

use crate::{
    context::Context,
    network::Network,
    refusal::Blocker,
    round::{Basis, OpenedRound, ProposedPlan, Round, Stage},
};
use collegium_model::id::RoundId;

impl Network {
    pub(super) fn judge_round(&self, it: &OpenedRound, blockers: &mut Vec<Blocker>) {
        if self.rounds.contains_key(&it.round) {
            blockers.push(Blocker::RoundExistsAlready { round: it.round });
        }
        let open = self
            .rounds
            .iter()
            .find(|(_, round)| !matches!(round.stage, Stage::Closed { .. }));
        blockers.extend(open.map(|(round, _)| Blocker::RoundStillOpen { round: *round }));
    }

    pub(super) fn judge_plan(&self, it: &ProposedPlan, blockers: &mut Vec<Blocker>) {
        let Some(round) = self.round(it.round, blockers) else {
            return;
        };
        if !matches!(round.stage, Stage::Open) {
            let (round, now) = (it.round, round.code());
            blockers.push(Blocker::WrongStage {
                round,
                now,
                needed: "open",
            });
            return;
        }
        let rejections = match self.candidates(&round.opened.candidates, round.opened.basis) {
            Err(faults) => vec![faults.to_string()],
            Ok(candidates) => match collegium_matching::verify::verify(&candidates.problem, &it.plan) {
                Err(rejections) => rejections.reasons().iter().map(ToString::to_string).collect(),
                Ok(_) if it.plan.objective != round.opened.objective => {
                    vec!["the plan has another objective than the round".to_owned()]
                }
                Ok(_) if it.needs != candidates.need_ids() => {
                    vec!["the plan's takers are not the needs of this moment".to_owned()]
                }
                Ok(_) => return,
            },
        };
        blockers.push(Blocker::PlanNotProven { rejections });
    }

    pub(super) fn judge_confirmation(&self, id: RoundId, context: &Context, blockers: &mut Vec<Blocker>) {
        let Some(round) = self.round(id, blockers) else {
            return;
        };
        if round.opened.basis == Basis::Reported {
            blockers.push(Blocker::OnlyIndicative { round: id });
        }
        match &round.stage {
            Stage::Proposed { by, .. } if *by == context.actor || context.on_behalf_of == Some(*by) => {
                blockers.push(Blocker::SamePerson);
            }
            Stage::Proposed { .. } => {}
            _ => {
                let now = round.code();
                blockers.push(Blocker::WrongStage {
                    round: id,
                    now,
                    needed: "proposed",
                });
            }
        }
    }

    pub(super) fn judge_closing(&self, id: RoundId, blockers: &mut Vec<Blocker>) {
        let Some(round) = self.round(id, blockers) else {
            return;
        };
        if matches!(round.stage, Stage::Closed { .. }) {
            let now = round.code();
            blockers.push(Blocker::WrongStage {
                round: id,
                now,
                needed: "open, proposed or confirmed",
            });
        }
    }

    fn round(&self, id: RoundId, blockers: &mut Vec<Blocker>) -> Option<&Round> {
        let round = self.rounds.get(&id);
        if round.is_none() {
            blockers.push(Blocker::UnknownRound { round: id });
        }
        round
    }
}
