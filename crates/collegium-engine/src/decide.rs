//! Judging a command to a network: what the network sees beside the cycle, all blockers at once.

use crate::{
    command::{Command, DeclaredCapacity, FallenCapacity, InCycle, OpenedNetwork},
    context::Context,
    event::{Event, OfHold, Reservation},
    network::{Network, Opened},
    refusal::{Blocked, Blocker, Refusal},
    round::{Basis, OpenedRound, ProposedPlan, Round, Stage},
};
use chrono::{Months, NaiveDate};
use collegium_cycle::{
    acts::{Command as CycleCommand, Event as CycleEvent},
    cycle::{Cycle, CyclePhase},
    decide::Effect,
    deployment::Proposal,
};
use collegium_model::{
    code::Role,
    id::{CycleId, DeploymentId, RoundId},
    quantity::{HalfDays, Units},
};
use std::{collections::BTreeSet, sync::LazyLock};

/// A command that is allowed. Nothing has changed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The command's own event first, then what follows from it.
    pub events: Vec<Event>,
    /// What is to be done outside: the host does it, or not.
    pub effects: Vec<Effect>,
}

/// What a cycle is before it is opened.
static UNOPENED: LazyLock<Cycle> = LazyLock::new(Cycle::default);

const BROKER: &str = "broker";
const COMMISSIONER: &str = "commissioner";
const EMPLOYER: &str = "releasing_employer";

impl Command {
    /// Roles that may ask this of a network, its cycles' commands apart: those are the protocol's.
    const fn roles(&self) -> &'static [&'static str] {
        match self {
            Self::OpenNetwork(_)
            | Self::OpenRound(_)
            | Self::ProposePlan(_)
            | Self::CloseRound(_)
            | Self::EraseCycle(_) => &[BROKER],
            Self::DeclareCapacity(_) | Self::ReportCapacityFall(_) => &[EMPLOYER],
            Self::ConfirmPlan(_) => &[COMMISSIONER],
            Self::InCycle(_) => &[],
        }
    }
}

impl Network {
    /// Judges a command and changes nothing; returns the events that would record it.
    ///
    /// # Errors
    /// [`Refusal`] with every blocker.
    pub fn decide(&self, command: &Command, context: &Context) -> Result<Accepted, Refusal> {
        let mut blockers = self.moved_on(context);
        if context.recorded < context.at {
            blockers.push(Blocker::NotYetEffective);
        }
        if let Some(last) = self.last_recorded().filter(|last| context.recorded < *last) {
            blockers.push(Blocker::RecordedBackwards { last });
        }
        if let Command::InCycle(InCycle { cycle, command }) = command {
            return self.decide_in_cycle(*cycle, command, context, blockers);
        }
        let needed = command.roles();
        let is_fact = matches!(command, Command::ReportCapacityFall(_));
        if !is_fact && !context.roles.iter().any(|role| needed.contains(&role.as_str())) {
            blockers.push(Blocker::RoleMissing {
                needed: needed.to_vec(),
            });
        }
        match (command, &self.opened) {
            (Command::OpenNetwork(it), opened) => self.judge_opening(it, opened.is_some(), &mut blockers),
            (_, None) => blockers.push(Blocker::NetworkNotOpen),
            (Command::DeclareCapacity(it), Some(opened)) => self.judge_declaration(it, opened, &mut blockers),
            (Command::ReportCapacityFall(it), Some(opened)) => self.judge_fall(it, opened, &mut blockers),
            (Command::OpenRound(it), Some(_)) => self.judge_round(it, &mut blockers),
            (Command::ProposePlan(it), Some(_)) => self.judge_plan(it, &mut blockers),
            (Command::ConfirmPlan(it), Some(_)) => self.judge_confirmation(it.round, context, &mut blockers),
            (Command::CloseRound(it), Some(_)) => self.judge_closing(it.round, &mut blockers),
            (Command::EraseCycle(it), Some(_)) => self.judge_erasing(it.cycle, context, &mut blockers),
            (Command::InCycle(_), Some(_)) => {}
        }
        if blockers.is_empty() {
            Ok(Accepted {
                events: vec![command.event()],
                effects: Vec::new(),
            })
        } else {
            Err(refusal(blockers))
        }
    }

    /// The role in which a command is recorded: the first of the actor's that may do it.
    pub(crate) fn recorded_role(&self, command: &Command, context: &Context) -> Option<Role> {
        let Command::InCycle(InCycle { cycle: id, command }) = command else {
            let needed = command.roles();
            return context
                .roles
                .iter()
                .find(|role| needed.contains(&role.as_str()))
                .cloned();
        };
        let opened = self.opened.as_ref()?;
        let cycle = self.cycles.get(id).unwrap_or(&UNOPENED);
        let context = context.in_cycle(&opened.calendar, None);
        cycle
            .recorded_role(command, &context, self.rules_under(cycle))
            .cloned()
    }

    /// Streams that hold another number of entries than the sender has seen.
    fn moved_on(&self, context: &Context) -> Vec<Blocker> {
        let expected = context.expected.iter();
        let moved = expected.map(|(stream, expected)| (*stream, *expected, self.seq(*stream)));
        moved
            .filter(|(_, expected, found)| expected != found)
            .map(|(stream, expected, found)| Blocker::StreamMovedOn {
                stream: stream.to_string(),
                expected,
                found,
            })
            .collect()
    }

    fn judge_opening(&self, it: &OpenedNetwork, is_open: bool, blockers: &mut Vec<Blocker>) {
        if is_open || self.position() > 0 {
            blockers.push(Blocker::NetworkOpenAlready);
        }
        let (mut ids, mut references) = (BTreeSet::new(), BTreeSet::new());
        for member in &it.members {
            if !ids.insert(member.school) {
                blockers.push(Blocker::MemberTwice {
                    school: member.school,
                });
            }
            if !references.insert(member.reference) {
                blockers.push(Blocker::ReferenceTwice {
                    reference: member.reference.to_string(),
                });
            }
        }
    }

    fn judge_declaration(&self, it: &DeclaredCapacity, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let offer = &it.offer;
        if !opened.members.contains_key(&offer.school) {
            blockers.push(Blocker::NotAMember { school: offer.school });
        }
        if offer.areas.is_empty() || offer.at_once == Units(0) || offer.per_term == HalfDays(0) {
            blockers.push(Blocker::EmptyOffer);
        }
        let held = self
            .ledgers
            .get(&offer.school)
            .map(|ledger| (ledger.running(), ledger.lent()));
        if let Some((running, lent)) =
            held.filter(|(running, lent)| *running > offer.at_once || *lent > offer.per_term)
        {
            blockers.push(Blocker::DeclaredBelowHeld {
                school: offer.school,
                running,
                lent,
            });
        }
    }

    fn judge_fall(&self, it: &FallenCapacity, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let school = it.school;
        if !opened.members.contains_key(&school) {
            blockers.push(Blocker::NotAMember { school });
            return;
        }
        match self.ledgers.get(&school).and_then(|ledger| ledger.offer.as_ref()) {
            None => blockers.push(Blocker::NothingDeclared { school }),
            Some(offer) if it.at_once > offer.at_once || it.per_term > offer.per_term => {
                blockers.push(Blocker::NotAFall { school });
            }
            Some(_) => {}
        }
    }

    fn judge_round(&self, it: &OpenedRound, blockers: &mut Vec<Blocker>) {
        if self.rounds.contains_key(&it.round) {
            blockers.push(Blocker::RoundExistsAlready { round: it.round });
        }
        let open = self
            .rounds
            .iter()
            .find(|(_, round)| !matches!(round.stage, Stage::Closed { .. }));
        blockers.extend(open.map(|(round, _)| Blocker::RoundStillOpen { round: *round }));
    }

    fn judge_plan(&self, it: &ProposedPlan, blockers: &mut Vec<Blocker>) {
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

    fn judge_confirmation(&self, id: RoundId, context: &Context, blockers: &mut Vec<Blocker>) {
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

    fn judge_closing(&self, id: RoundId, blockers: &mut Vec<Blocker>) {
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

    /// A closed cycle is erased once its retention is over; where none is set, with a reason.
    fn judge_erasing(&self, id: CycleId, context: &Context, blockers: &mut Vec<Blocker>) {
        let Some(opened) = self.cycles.get(&id).and_then(|cycle| cycle.opened.as_ref()) else {
            blockers.push(if self.is_erased(id) {
                Blocker::CycleErased { cycle: id }
            } else {
                Blocker::UnknownCycle { cycle: id }
            });
            return;
        };
        let is_open = self
            .cycles
            .get(&id)
            .is_some_and(|cycle| cycle.open_children().next().is_some());
        if opened.phase != CyclePhase::Closed || is_open {
            blockers.push(Blocker::CycleNotClosed { cycle: id });
            return;
        }
        match self.rules_of(id).protocol().retention_years {
            None if context.reason.is_none() => blockers.push(Blocker::NoRetentionSet),
            None => {}
            Some(years) => {
                let closed = opened.since.date();
                // On 29 February the year ends with the month.
                let until = closed.checked_add_months(Months::new(u32::from(years) * 12));
                let until = until.unwrap_or(NaiveDate::MAX);
                if context.at.date() < until {
                    blockers.push(Blocker::Retained { cycle: id, until });
                }
            }
        }
    }

    fn round(&self, id: RoundId, blockers: &mut Vec<Blocker>) -> Option<&Round> {
        let round = self.rounds.get(&id);
        if round.is_none() {
            blockers.push(Blocker::UnknownRound { round: id });
        }
        round
    }

    fn decide_in_cycle(
        &self,
        id: CycleId,
        command: &CycleCommand,
        context: &Context,
        mut blockers: Vec<Blocker>,
    ) -> Result<Accepted, Refusal> {
        let Some(opened) = &self.opened else {
            blockers.push(Blocker::NetworkNotOpen);
            return Err(refusal(blockers));
        };
        self.judge_in_network(id, command, opened, &mut blockers);
        let cycle = self.cycles.get(&id).unwrap_or(&UNOPENED);
        let moving_to = match command {
            CycleCommand::MigrateCycle(it) => self.protocol(&it.to),
            _ => None,
        };
        match cycle.decide(
            command,
            &context.in_cycle(&opened.calendar, moving_to),
            self.rules_under(cycle),
        ) {
            Ok(accepted) if blockers.is_empty() => {
                let mut events = Vec::with_capacity(accepted.events.len());
                for event in accepted.events {
                    let holds = on_the_ledger(cycle, &event);
                    events.push(Event::InCycle(id, event));
                    events.extend(holds);
                }
                let effects = accepted.effects;
                Ok(Accepted { events, effects })
            }
            Ok(_) => Err(refusal(blockers)),
            Err(in_cycle) => {
                let mut all = in_cycle.map(Blocker::InCycle);
                all.blockers.extend(refusal(blockers).blockers);
                Err(all)
            }
        }
    }

    /// What only the network can see about a cycle's command.
    fn judge_in_network(
        &self,
        id: CycleId,
        command: &CycleCommand,
        opened: &Opened,
        blockers: &mut Vec<Blocker>,
    ) {
        if self.is_erased(id) {
            blockers.push(Blocker::CycleErased { cycle: id });
        }
        match command {
            CycleCommand::OpenCycle(it) => {
                let school = it.school;
                if !opened.members.contains_key(&school) {
                    blockers.push(Blocker::NotAMember { school });
                }
                if let Some((cycle, _)) = self.open_cycle(school).filter(|(cycle, _)| *cycle != id) {
                    blockers.push(Blocker::CycleOpenAlready { school, cycle });
                }
            }
            CycleCommand::ReportNeed(it) => {
                let elsewhere = self.needs.get(&it.need.id).filter(|cycle| **cycle != id);
                blockers.extend(elsewhere.map(|cycle| Blocker::IdInUse { cycle: *cycle }));
            }
            CycleCommand::ProposeDeployment(it) => self.judge_proposal(id, it, opened, blockers),
            CycleCommand::AgreeDeployment(it) => self.judge_commitment(id, it.deployment, blockers),
            _ => {}
        }
    }

    /// Capacity may have fallen since the deployment was proposed.
    fn judge_commitment(&self, id: CycleId, deployment: DeploymentId, blockers: &mut Vec<Blocker>) {
        let proposed = self
            .cycles
            .get(&id)
            .and_then(|cycle| cycle.deployments.get(&deployment));
        let Some(giver) = proposed.map(|it| it.proposal.giver) else {
            return;
        };
        let Some(ledger) = self.ledgers.get(&giver) else {
            return;
        };
        if !ledger.can_commit(deployment) {
            let declared = ledger.offer.as_ref().map_or(Units(0), |offer| offer.at_once);
            blockers.push(Blocker::CapacityExceeded {
                giver,
                declared,
                free: Units(0),
            });
        }
    }

    fn judge_proposal(&self, id: CycleId, proposal: &Proposal, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let giver = proposal.giver;
        let Some(member) = opened.members.get(&giver) else {
            blockers.push(Blocker::NotAMember { school: giver });
            return;
        };
        let elsewhere = self
            .deployments
            .get(&proposal.deployment)
            .filter(|cycle| **cycle != id);
        blockers.extend(elsewhere.map(|cycle| Blocker::IdInUse { cycle: *cycle }));
        let ledger = self.ledgers.get(&giver);
        let free = ledger.map_or(Units(0), |ledger| ledger.free(proposal.half_days));
        let offer = ledger.and_then(|ledger| ledger.offer.as_ref());
        if free == Units(0) {
            let declared = offer.map_or(Units(0), |offer| offer.at_once);
            blockers.push(Blocker::CapacityExceeded {
                giver,
                declared,
                free,
            });
        }
        let cycle = self.cycles.get(&id);
        let need = cycle
            .and_then(|cycle| cycle.needs.get(&proposal.need))
            .map(|state| &state.need);
        if let Some(need) = need
            && !offer.is_some_and(|offer| offer.areas.contains(&need.area))
        {
            blockers.push(Blocker::AreaNotOffered {
                giver,
                area: need.area.clone(),
            });
        }
        let Some(round) = proposal.round else { return };
        let planned = match self.rounds.get(&round).map(|round| &round.stage) {
            Some(Stage::Confirmed { proposed }) => {
                let giver = member.reference.to_string();
                proposed.plan.assignments.iter().any(|pair| {
                    pair.giver == giver && proposed.needs.get(&pair.taker) == Some(&proposal.need)
                })
            }
            _ => false,
        };
        if !planned {
            blockers.push(Blocker::NotInPlan { round });
        }
    }
}

fn refusal(blockers: Vec<Blocker>) -> Refusal {
    let liftable_by = |blocker: &Blocker| {
        let roles: &[&str] = match blocker {
            Blocker::RoleMissing { needed } => needed,
            Blocker::NetworkNotOpen | Blocker::UnknownRound { .. } | Blocker::RoundStillOpen { .. } => {
                &[BROKER]
            }
            Blocker::PlanNotProven { .. } | Blocker::NotInPlan { .. } => &[BROKER],
            Blocker::SamePerson => &[COMMISSIONER],
            Blocker::NothingDeclared { .. }
            | Blocker::AreaNotOffered { .. }
            | Blocker::CapacityExceeded { .. } => &[EMPLOYER],
            _ => &[],
        };
        roles.iter().filter_map(|role| Role::new(role).ok()).collect()
    };
    let blocked = |blocker: Blocker| Blocked {
        liftable_by: liftable_by(&blocker),
        blocker,
    };
    Refusal {
        blockers: blockers.into_iter().map(blocked).collect(),
    }
}

/// What an event of a cycle does to the giver's ledger.
fn on_the_ledger(cycle: &Cycle, event: &CycleEvent) -> Option<Event> {
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
                ..
            } = *it;
            Some(Event::CapacityReserved(Reservation {
                giver,
                deployment,
                half_days,
            }))
        }
        CycleEvent::DeploymentAgreed(it) => {
            let deployment = it.deployment;
            Some(Event::CapacityCommitted(OfHold {
                giver: giver(deployment)?,
                deployment,
            }))
        }
        CycleEvent::DeploymentDeclined(it) => released(it.deployment),
        CycleEvent::DeploymentCompleted(it)
        | CycleEvent::DeploymentWithdrawn(it)
        | CycleEvent::DeploymentCancelled(it) => released(it.deployment),
        _ => None,
    }
}
