//! Whom a change would touch: needs that wait, givers in question, and help for others that stands in the way.

use super::change::Room;
use crate::{
    candidates::{Giver, RuledOut, runs},
    ledger::{Ledger, When},
    network::Network,
    opening::Member,
};
use collegium_cycle::{cycle::Cycle, need::NeedState};
use collegium_matching::score::Score;
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, DeploymentId, NeedId, SchoolId},
    need::Severity,
    quantity::{HalfDays, Units},
};
use serde::Serialize;
use std::cmp::Reverse;

/// A need that waits for a giver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Waiting {
    /// Its cycle.
    pub cycle: CycleId,
    /// The school.
    pub school: SchoolId,
    /// The need.
    pub need: NeedId,
    /// How severe it is.
    pub severity: Severity,
    /// What speaks for the pair.
    pub score: Score,
}

/// A giver that comes into question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InQuestion {
    /// The giver.
    pub giver: SchoolId,
    /// What speaks for the pair.
    pub score: Score,
    /// How many deployments it has free for the need.
    pub free: Units,
    /// Where it has no room: help that it gives for less severe needs, the least severe first. To end it is a
    /// decision about those needs, and nobody's here.
    pub displaces: Vec<Displaced>,
}

/// Help for another need that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Displaced {
    /// The deployment.
    pub deployment: DeploymentId,
    /// Its cycle.
    pub cycle: CycleId,
    /// The school that it helps.
    pub school: SchoolId,
    /// The need.
    pub need: NeedId,
    /// How severe that need is.
    pub severity: Severity,
    /// Working time a term that it holds.
    pub half_days: HalfDays,
    /// Whether its end alone would make room.
    pub makes_room: bool,
}

/// The need for which somebody is sought.
struct Sought<'a> {
    taker: &'a Member,
    state: &'a NeedState,
    /// Who was proposed for it before.
    tried: Vec<SchoolId>,
    candidates: &'a CandidateRules,
    size: HalfDays,
    when: When,
}

impl Sought<'_> {
    /// What speaks for a giver, and its room for this need; none where it does not come into question.
    fn from(&self, giver: &Member, ledger: &Ledger) -> Option<(Score, Units)> {
        let supplies = Giver::of(giver, ledger, self.size, self.when).into_iter();
        let in_question = supplies.filter_map(|it| {
            let mut ruled_out = RuledOut::default();
            let (taker, need) = (self.taker, &self.state.need);
            let score = it.score(taker, need, &self.tried, self.candidates, &mut ruled_out)?;
            Some((score, it.units))
        });
        let (score, units) = in_question.reduce(|(score, units), (_, more)| {
            // Whom of its people a school lends makes no difference to the score.
            (score, Units(units.0.saturating_add(more.0)))
        })?;
        Some((score, units.min(ledger.free(self.size, self.when))))
    }
}

impl Network {
    /// Givers that come into question for a need, those with room first, then by what speaks for them.
    pub(super) fn in_question(
        &self,
        cycle: &Cycle,
        state: &NeedState,
        candidates: &CandidateRules,
    ) -> Vec<InQuestion> {
        let Some(sought) = self.sought(cycle, state, candidates) else {
            return Vec::new();
        };
        let in_question = self.ledgers.iter().filter_map(|(giver, ledger)| {
            let member = self.opened.as_ref()?.present(*giver)?;
            let (score, free) = sought.from(member, ledger)?;
            let displaces = if free == Units(0) {
                self.in_the_way(member, ledger, &sought)
            } else {
                Vec::new()
            };
            let giver = *giver;
            Some(InQuestion {
                giver,
                score,
                free,
                displaces,
            })
        });
        let mut givers: Vec<_> = in_question.collect();
        givers.sort_by_key(|it| (it.free == Units(0), Reverse(it.score), it.giver));
        givers
    }

    /// Help of a giver without room that goes to less severe needs.
    fn in_the_way(&self, giver: &Member, ledger: &Ledger, sought: &Sought<'_>) -> Vec<Displaced> {
        let less_severe = ledger.holds.iter().filter_map(|(deployment, hold)| {
            let cycle_id = self.cycle_of(*deployment)?;
            let cycle = self.cycles.get(&cycle_id)?;
            let need = cycle.deployments.get(deployment)?.proposal.need;
            let severity = cycle.needs.get(&need)?.need.severity;
            (severity < sought.state.need.severity).then_some(())?;
            let room = sought.from(giver, &ledger.without(&[*deployment]));
            Some(Displaced {
                deployment: *deployment,
                cycle: cycle_id,
                school: cycle.school()?,
                need,
                severity,
                half_days: hold.half_days,
                makes_room: room.is_some_and(|(_, free)| free > Units(0)),
            })
        });
        let mut displaced: Vec<_> = less_severe.collect();
        displaced.sort_by_key(|it| (it.severity, it.deployment));
        displaced
    }

    /// The room that a giver would have without some of its deployments, and whom it could serve.
    pub(super) fn room_without(
        &self,
        giver: SchoolId,
        ending: &[DeploymentId],
        candidates: &CandidateRules,
    ) -> Option<Room> {
        let (member, ledger) = (self.member(giver)?, self.ledgers.get(&giver)?);
        let (size, when) = (self.rules().deployment_size(), self.from_now_on());
        let after = ledger.without(ending);
        let could_serve = self.cycles.iter().flat_map(|(id, cycle)| {
            let waits = |need: &NeedId| runs(cycle) && cycle.open_units(*need) > Units(0);
            let waiting = cycle.needs.iter().filter(move |(need, _)| waits(need));
            let after = &after;
            waiting.filter_map(move |(need, state)| {
                let sought = self.sought(cycle, state, candidates)?;
                let (score, free) = sought.from(member, after)?;
                (free > Units(0)).then_some(Waiting {
                    cycle: *id,
                    school: sought.taker.school,
                    need: *need,
                    severity: state.need.severity,
                    score,
                })
            })
        });
        let mut could_serve: Vec<_> = could_serve.collect();
        could_serve.sort_by_key(|it| (Reverse(it.severity), Reverse(it.score), it.need));
        Some(Room {
            now: ledger.free(size, when),
            then: after.free(size, when),
            could_serve,
        })
    }

    fn sought<'a>(
        &'a self,
        cycle: &'a Cycle,
        state: &'a NeedState,
        candidates: &'a CandidateRules,
    ) -> Option<Sought<'a>> {
        Some(Sought {
            taker: self.member(cycle.school()?)?,
            tried: cycle.tried_for(state.need.id),
            state,
            candidates,
            size: self.rules().deployment_size(),
            when: self.from_now_on(),
        })
    }
}
