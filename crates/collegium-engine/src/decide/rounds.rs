//! Rounds of matching: what may be planned, and who confirms it.

use crate::{
    acts::Event,
    context::Context,
    ledger::{LapsedPromise, Promised, When},
    network::Network,
    refusal::Blocker,
    round::{AnsweredPlacement, Basis, OpenedRound, Placement, Planned, ProposedPlan, Round, Side, Stage},
};
use collegium_model::id::{NeedId, RoundId};
use std::collections::BTreeMap;

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
        if !round.awaits_plan() {
            blockers.push(wrong_stage(
                it.round,
                round,
                "open, or proposed with a placement declined",
            ));
            return;
        }
        let rejections = match self.candidates_of(round) {
            Err(faults) => vec![faults.to_string()],
            Ok(candidates) => match collegium_matching::verify::verify(&candidates.problem, &it.plan) {
                Err(rejections) => rejections.reasons().iter().map(ToString::to_string).collect(),
                Ok(_) if it.plan.objective != round.objective() => {
                    vec![format!(
                        "the plan has another objective than {}",
                        round.objective()
                    )]
                }
                Ok(_) if it.needs != candidates.need_ids() => {
                    vec!["the plan's takers are not the needs of this moment".to_owned()]
                }
                Ok(_) if it.reviews != candidates.reviews => {
                    vec!["the plan's takers are not the reviews of this moment".to_owned()]
                }
                Ok(_) if it.people != candidates.people_ids() => {
                    vec!["the plan's givers are not the people of this moment".to_owned()]
                }
                Ok(_) => return,
            },
        };
        blockers.push(Blocker::PlanNotProven { rejections });
    }

    pub(super) fn judge_answer(
        &self,
        it: &AnsweredPlacement,
        context: &Context,
        blockers: &mut Vec<Blocker>,
    ) {
        let Some(round) = self.round(it.round, blockers) else {
            return;
        };
        let Stage::Proposed { plan, .. } = &round.stage else {
            blockers.push(wrong_stage(it.round, round, "proposed"));
            return;
        };
        if !round.opened.consults.contains(&it.side) {
            blockers.push(Blocker::NotConsulted { round: it.round });
        }
        match plan.placements.get(&it.placement) {
            None => blockers.push(Blocker::NotInPlan { round: it.round }),
            Some(answers) if answers.contains_key(&it.side) => {
                blockers.push(Blocker::AnsweredAlready { round: it.round });
            }
            Some(_) => {}
        }
        let of_side = match it.side {
            Side::Giver => Some(it.placement.giver),
            Side::Taker => self.school_of(it.placement.taker),
        };
        if let Some((school, _)) = of_side.zip(context.school).filter(|(of, from)| of != from) {
            blockers.push(Blocker::OfAnotherSchool { school });
        }
        if !it.accepts && context.reason.is_none() {
            blockers.push(Blocker::NoReason);
        }
    }

    pub(super) fn judge_confirmation(&self, id: RoundId, context: &Context, blockers: &mut Vec<Blocker>) {
        let Some(round) = self.round(id, blockers) else {
            return;
        };
        let is_indicative = round.opened.basis == Basis::Reported;
        if is_indicative {
            blockers.push(Blocker::OnlyIndicative { round: id });
        }
        let Stage::Proposed { plan, by } = &round.stage else {
            blockers.push(wrong_stage(id, round, "proposed"));
            return;
        };
        if *by == context.actor || context.on_behalf_of == Some(*by) {
            blockers.push(Blocker::SamePerson);
        }
        let awaited = plan.awaited(&round.opened.consults);
        if awaited > 0 {
            blockers.push(Blocker::AnswersAwaited { round: id, awaited });
        }
        let declined = plan.declined().count();
        if declined > 0 {
            blockers.push(Blocker::PlacementsDeclined { round: id, declined });
        }
        let outdated = match round.opened.basis {
            Basis::Reported => Vec::new(),
            Basis::Diagnosed => self.outdated(plan, self.planned_for(round, context)),
            Basis::Leads | Basis::Peers => self.places_outdated(plan, self.planned_for(round, context)),
        };
        let outdated = outdated.into_iter();
        blockers.extend(outdated.map(|placement| Blocker::PlacementOutdated { placement }));
    }

    /// The terms for which a round plans, as seen today.
    fn planned_for(&self, round: &Round, context: &Context) -> When {
        self.opened.as_ref().map_or_else(When::default, |opened| {
            opened.when(context.recorded.date(), Some(round.from), None)
        })
    }

    /// Placements for which there is no room any more, or no need.
    fn outdated(&self, plan: &Planned, when: When) -> Vec<Placement> {
        let size = self.rules().deployment_size();
        let (mut of_giver, mut of_person, mut of_need) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let is_outdated = |placement: &Placement, need| {
            let ledger = self.ledgers.get(&placement.giver);
            let by_giver = next(&mut of_giver, placement.giver);
            let by_need = next(&mut of_need, need);
            let has_room = ledger.is_some_and(|ledger| {
                by_giver <= ledger.free(size, when).0
                    && placement.person.is_none_or(|person| {
                        next(&mut of_person, (placement.giver, person))
                            <= ledger.free_of(person, size, when).0
                    })
            });
            !has_room || by_need > self.open_units(need)
        };
        let help = plan.placements.keys().filter_map(|it| Some((it, it.need()?)));
        let mut is_outdated = is_outdated;
        help.filter(|(placement, need)| is_outdated(placement, *need))
            .map(|(placement, _)| *placement)
            .collect()
    }

    /// How many more deployments a need could take.
    fn open_units(&self, need: NeedId) -> u16 {
        let cycle = self.needs.get(&need).and_then(|cycle| self.cycles.get(cycle));
        cycle.map_or(0, |cycle| cycle.open_units(need).0)
    }

    /// What the ledgers record of a plan that is confirmed.
    pub(super) fn promises(&self, id: RoundId, context: &Context) -> Vec<Event> {
        let Some((round, plan)) = self.rounds.get(&id).and_then(|it| Some((it, it.planned()?))) else {
            return Vec::new();
        };
        if round.opened.basis.is_of_reviews() {
            return self.visits_promised(id, round, plan, self.planned_for(round, context));
        }
        let (half_days, from) = (self.rules().deployment_size(), round.opened.from);
        let promised = plan.placements.keys().filter_map(|placement| {
            Some(Event::CapacityPromised(Promised {
                giver: placement.giver,
                promise: placement.promise(id)?,
                half_days,
                from,
            }))
        });
        promised.collect()
    }

    /// What the ledgers record of promises that a closed round leaves.
    pub(super) fn lapses(&self, id: RoundId) -> Vec<Event> {
        let Some((round, plan)) = self.rounds.get(&id).and_then(|it| Some((it, it.planned()?))) else {
            return Vec::new();
        };
        if round.opened.basis.is_of_reviews() {
            return self.visits_lapsed(round);
        }
        let lapsed = plan.placements.keys().filter_map(|placement| {
            let (giver, promise) = (placement.giver, placement.promise(id)?);
            let is_open = self.ledgers.get(&giver)?.promises.contains_key(&promise);
            is_open.then_some(Event::PromiseLapsed(LapsedPromise { giver, promise }))
        });
        lapsed.collect()
    }

    pub(super) fn judge_closing(&self, id: RoundId, blockers: &mut Vec<Blocker>) {
        let Some(round) = self.round(id, blockers) else {
            return;
        };
        if matches!(round.stage, Stage::Closed { .. }) {
            blockers.push(wrong_stage(id, round, "open, proposed or confirmed"));
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

fn wrong_stage(id: RoundId, round: &Round, needed: &'static str) -> Blocker {
    Blocker::WrongStage {
        round: id,
        now: round.code(),
        needed,
    }
}

/// Counts one more of a key.
fn next<K: Ord>(counts: &mut BTreeMap<K, u16>, key: K) -> u16 {
    let count = counts.entry(key).or_default();
    *count += 1;
    *count
}
