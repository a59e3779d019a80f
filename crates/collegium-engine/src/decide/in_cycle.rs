//! What only the network can see about a command to one cycle, and what the cycle's events do to ledgers.

use super::{Allowed, UNOPENED, refusal};
use crate::{
    acts::{Command, Event, InCycle},
    context::Context,
    ledger::{Commitment, Ledger, OfHold, Promise, Reservation, When},
    network::{Network, Opened},
    refusal::{Blocker, Refusal},
    round::{Placement, Stage},
    supply,
};
use collegium_cycle::{
    acts::{Command as CycleCommand, Event as CycleEvent},
    cycle::Cycle,
    deployment::{Agreed, Proposal},
    refusal::Refusal as CycleRefusal,
};
use collegium_model::{
    code::Area,
    id::{CycleId, DeploymentId, PersonId},
    quantity::{HalfDays, Units},
    support::SupportKind,
};
use std::collections::BTreeSet;

impl Network {
    pub(super) fn allowed_in_cycle<'a>(
        &'a self,
        it: &'a InCycle,
        command: &'a Command,
        context: &'a Context,
        blockers: &mut Vec<Blocker>,
    ) -> Result<Allowed<'a>, Refusal> {
        let Some(opened) = &self.opened else {
            blockers.push(Blocker::NetworkNotOpen);
            return Err(refusal(blockers));
        };
        let cycle = self.cycles.get(&it.cycle).unwrap_or(&UNOPENED);
        self.judge_in_network(it, cycle, opened, context, blockers);
        let rules = self.rules_under(cycle);
        let moving_to = match &it.command {
            CycleCommand::MigrateCycle(it) => self.protocol(&it.to),
            _ => None,
        };
        let seen = context.in_cycle(&opened.calendar, moving_to);
        let in_cycle = cycle.explain(&it.command, &seen, rules);
        if !(in_cycle.is_empty() && blockers.is_empty()) {
            let mut all = CycleRefusal { blockers: in_cycle }.map(Blocker::InCycle);
            all.blockers.extend(refusal(blockers).blockers);
            return Err(all);
        }
        Ok(Allowed {
            network: self,
            command,
            context,
            cycle,
            rules,
            role: cycle.recorded_role(&it.command, &seen, rules),
        })
    }

    /// Hands on an event of a cycle, then what it does to ledgers.
    pub(super) fn record_in_cycle(
        &self,
        id: CycleId,
        cycle: &Cycle,
        event: CycleEvent,
        record: &mut impl FnMut(Event),
    ) {
        let held = self.on_the_ledger(cycle, &event);
        let visits = self.visits_after(id, cycle, &event);
        record(Event::InCycle(id, event));
        if let Some(held) = held {
            record(held);
        }
        visits.into_iter().for_each(record);
    }

    /// What only the network can see about a cycle's command.
    fn judge_in_network(
        &self,
        InCycle { cycle: id, command }: &InCycle,
        cycle: &Cycle,
        opened: &Opened,
        context: &Context,
        blockers: &mut Vec<Blocker>,
    ) {
        let id = *id;
        if self.is_erased(id) {
            blockers.push(Blocker::CycleErased { cycle: id });
        }
        match command {
            CycleCommand::OpenCycle(it) => {
                let school = it.school;
                if !opened.members.contains_key(&school) {
                    blockers.push(Blocker::NotAMember { school });
                }
                self.judge_presence(school, blockers);
                if self.is_central_team(school) {
                    blockers.push(Blocker::CentralTeam { school });
                }
                if let Some((cycle, _)) = self.open_cycle(school).filter(|(cycle, _)| *cycle != id) {
                    blockers.push(Blocker::CycleOpenAlready { school, cycle });
                }
            }
            CycleCommand::ReportNeed(it) => {
                let elsewhere = self.needs.get(&it.need.id).filter(|cycle| **cycle != id);
                blockers.extend(elsewhere.map(|cycle| Blocker::IdInUse { cycle: *cycle }));
            }
            CycleCommand::ProposeDeployment(it) => {
                self.judge_proposal((id, cycle), it, opened, context, blockers);
            }
            CycleCommand::FormTeam(it) => {
                let term = opened.term_of(context.recorded.date());
                self.judge_team(id, it, term, blockers);
            }
            CycleCommand::ScheduleReview(it) => self.judge_day(id, it, opened, blockers),
            CycleCommand::AgreeDeployment(it) => self.judge_commitment(cycle, it, opened, context, blockers),
            _ => {}
        }
    }

    /// What an event of a cycle does to the giver's ledger.
    fn on_the_ledger(&self, cycle: &Cycle, event: &CycleEvent) -> Option<Event> {
        let giver = |deployment: DeploymentId| cycle.deployments.get(&deployment).map(|it| it.proposal.giver);
        let released = |deployment: DeploymentId| {
            Some(Event::CapacityReleased(OfHold {
                giver: giver(deployment)?,
                deployment,
            }))
        };
        match event {
            CycleEvent::DeploymentProposed(it) => {
                let Proposal {
                    giver,
                    deployment,
                    half_days,
                    person,
                    from,
                    to,
                    ..
                } = *it;
                let ledger = self.ledgers.get(&giver);
                let kept = ledger.and_then(|ledger| ledger.promise_kept(it));
                Some(Event::CapacityReserved(Reservation {
                    giver,
                    deployment,
                    half_days,
                    person,
                    keeps: kept.map(|(promise, _)| promise),
                    from: from.or(kept.and_then(|(_, held)| held.from)),
                    to,
                }))
            }
            CycleEvent::DeploymentAgreed(it) => {
                let deployment = it.deployment;
                Some(Event::CapacityCommitted(Commitment {
                    giver: giver(deployment)?,
                    deployment,
                    from: Some(it.agreement.from),
                    to: Some(it.agreement.to),
                }))
            }
            CycleEvent::DeploymentDeclined(it) => released(it.deployment),
            CycleEvent::DeploymentCompleted(it)
            | CycleEvent::DeploymentWithdrawn(it)
            | CycleEvent::DeploymentCancelled(it) => released(it.deployment),
            _ => None,
        }
    }

    /// Capacity may have fallen since the deployment was proposed.
    fn judge_commitment(
        &self,
        cycle: &Cycle,
        it: &Agreed,
        opened: &Opened,
        context: &Context,
        blockers: &mut Vec<Blocker>,
    ) {
        let deployment = it.deployment;
        let proposed = cycle.deployments.get(&deployment);
        let Some(giver) = proposed.map(|it| it.proposal.giver) else {
            return;
        };
        let Some(ledger) = self.ledgers.get(&giver) else {
            return;
        };
        let (from, to) = (it.agreement.from, it.agreement.to);
        let when = opened.when(context.recorded.date(), Some(from), Some(to));
        if !ledger.can_commit(deployment, when) {
            let declared = ledger.offer.as_ref().map_or(Units(0), |offer| offer.at_once);
            blockers.push(Blocker::CapacityExceeded {
                giver,
                declared,
                free: Units(0),
            });
        }
        let held = ledger.holds.get(&deployment);
        if let Some(held) = held.filter(|held| !held.terms.hold(when.terms)) {
            blockers.push(Blocker::BeyondProposal {
                giver,
                from: held.from,
                to: held.to,
            });
        }
    }

    fn judge_proposal(
        &self,
        (id, cycle): (CycleId, &Cycle),
        proposal: &Proposal,
        opened: &Opened,
        context: &Context,
        blockers: &mut Vec<Blocker>,
    ) {
        let giver = proposal.giver;
        if !opened.members.contains_key(&giver) {
            blockers.push(Blocker::NotAMember { school: giver });
            return;
        }
        self.judge_presence(giver, blockers);
        if let Some(taker) = cycle.school() {
            self.judge_presence(taker, blockers);
        }
        let elsewhere = self
            .deployments
            .get(&proposal.deployment)
            .filter(|cycle| **cycle != id);
        blockers.extend(elsewhere.map(|cycle| Blocker::IdInUse { cycle: *cycle }));
        let ledger = self.ledgers.get(&giver);
        let kept = ledger.and_then(|ledger| ledger.promise_kept(proposal));
        let from = proposal.from.or(kept.and_then(|(_, held)| held.from));
        let asked = Room {
            size: proposal.half_days,
            when: opened.when(context.recorded.date(), from, proposal.to),
            kept: kept.map(|(promise, _)| promise),
        };
        let free = |ledger: &Ledger| ledger.free_beside(asked.size, asked.when, asked.kept);
        let offer = ledger.and_then(|ledger| ledger.offer.as_ref());
        if ledger.map_or(Units(0), free) == Units(0) {
            let declared = offer.map_or(Units(0), |offer| offer.at_once);
            blockers.push(Blocker::CapacityExceeded {
                giver,
                declared,
                free: Units(0),
            });
        }
        let mut areas = offer.map_or(&[][..], |offer| &offer.areas);
        if let Some((person, ledger)) = proposal
            .person
            .zip(ledger)
            .filter(|(_, it)| !it.people.is_empty())
        {
            areas = judge_person(person, asked, ledger, blockers);
        }
        let need = cycle.needs.get(&proposal.need).map(|state| &state.need);
        if let Some(need) = need.filter(|need| !areas.contains(&need.area)) {
            let area = need.area.clone();
            blockers.push(Blocker::AreaNotOffered { giver, area });
        }
        self.judge_span(proposal, blockers);
        let Some(round) = proposal.round else { return };
        let placement = Placement::with(giver, proposal.person, proposal.need);
        // A plan that names no person leaves the choice to the giver.
        let of_school = Placement::with(giver, None, proposal.need);
        let is_planned = match self.rounds.get(&round).map(|round| &round.stage) {
            Some(Stage::Confirmed { plan }) => {
                plan.placements.contains_key(&placement) || plan.placements.contains_key(&of_school)
            }
            _ => false,
        };
        if !is_planned {
            blockers.push(Blocker::NotInPlan { round });
        }
    }

    /// An executive leader cannot be said to lead fewer schools than the network sees.
    fn judge_span(&self, proposal: &Proposal, blockers: &mut Vec<Blocker>) {
        let (SupportKind::ExecutiveLeader, Some(person)) = (proposal.kind, proposal.person) else {
            return;
        };
        let holds = self
            .ledgers
            .get(&proposal.giver)
            .into_iter()
            .flat_map(|it| &it.holds);
        let led = holds.filter_map(|(id, hold)| {
            let cycle = self.cycles.get(self.deployments.get(id)?)?;
            let found = &cycle.deployments.get(id)?.proposal;
            let leads = hold.person == Some(person) && found.kind == SupportKind::ExecutiveLeader;
            leads.then(|| cycle.school())
        });
        let found = led.collect::<BTreeSet<_>>().len() + 1;
        if proposal.leads.is_some_and(|said| usize::from(said) < found) {
            blockers.push(Blocker::LeadsMore { person, found });
        }
    }
}

/// The room for which a proposal asks.
#[derive(Clone, Copy)]
struct Room {
    size: HalfDays,
    when: When,
    /// The promise that it would keep, which does not count.
    kept: Option<Promise>,
}

/// Whether a person whom the giver names can be lent; their areas.
fn judge_person<'a>(
    id: PersonId,
    asked: Room,
    ledger: &'a Ledger,
    blockers: &mut Vec<Blocker>,
) -> &'a [Area] {
    let Some(person) = ledger.people.get(&id) else {
        blockers.push(Blocker::UnknownPerson { person: id });
        return &[];
    };
    if person.lendable().is_none() {
        let (person, now) = (id, person.stage);
        let needed = &[supply::Stage::Deployable];
        blockers.push(Blocker::WrongPersonStage { person, now, needed });
    } else if ledger.free_of_beside(id, asked.size, asked.when, asked.kept) == Units(0) {
        blockers.push(Blocker::PersonBusy { person: id });
    }
    &person.areas
}
