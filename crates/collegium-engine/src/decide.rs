//! Judging a command to a network: what the network sees beside the cycle, all blockers at once.

mod capacity;
mod erasing;
mod in_cycle;
mod opening;
mod partnerships;
mod rounds;
mod supply;
mod teams;

use crate::{
    acts::{BROKER, COMMISSIONER, Command, EMPLOYER, Event, InCycle},
    context::Context,
    network::Network,
    refusal::{Blocked, Blocker, Refusal},
};
use collegium_cycle::{
    acts::Kind,
    cycle::Cycle,
    decide::Effect,
    rules::{Pin, Rules},
};
use collegium_model::code::Role;
use std::sync::{Arc, LazyLock};

/// A command that is allowed. Nothing has changed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The command's own event first, then what follows from it.
    pub events: Vec<Event>,
    /// What is to be done outside: the host does it, or not.
    pub effects: Vec<Effect>,
}

/// A command that is allowed. Nothing has changed yet; its events are made when they are asked for.
pub(crate) struct Allowed<'a> {
    network: &'a Network,
    command: &'a Command,
    context: &'a Context,
    /// The cycle that it is about, as it stands.
    cycle: &'a Cycle,
    /// The rules under which it was judged.
    rules: &'a Rules,
    /// The role in which it is recorded: the first of the actor's that may do it.
    pub(crate) role: Option<&'a Role>,
}

/// What a cycle is before it is opened.
static UNOPENED: LazyLock<Cycle> = LazyLock::new(Cycle::default);

impl Network {
    /// Judges a command and changes nothing; returns the events that would record it.
    ///
    /// # Errors
    /// [`Refusal`] with every blocker.
    pub fn decide(&self, command: &Command, context: &Context) -> Result<Accepted, Refusal> {
        let allowed = self.allowed(command, context)?;
        let mut events = Vec::with_capacity(2);
        allowed.record(&mut |event| events.push(event));
        let mut effects = Vec::new();
        allowed.add_effects(&mut effects);
        Ok(Accepted { events, effects })
    }

    /// The same before its events are made.
    pub(crate) fn allowed<'a>(
        &'a self,
        command: &'a Command,
        context: &'a Context,
    ) -> Result<Allowed<'a>, Refusal> {
        let mut blockers = self.moved_on(context);
        if context.recorded < context.at {
            blockers.push(Blocker::NotYetEffective);
        }
        if let Some(last) = self.last_recorded().filter(|last| context.recorded < *last) {
            blockers.push(Blocker::RecordedBackwards { last });
        }
        if let Command::InCycle(it) = command {
            return self.allowed_in_cycle(it, command, context, &mut blockers);
        }
        blockers.extend(role_missing(command, context));
        self.judge(command, context, &mut blockers);
        if !blockers.is_empty() {
            return Err(refusal(&mut blockers));
        }
        let (needed, mut held) = (command.roles(), context.roles.iter());
        Ok(Allowed {
            network: self,
            command,
            context,
            cycle: &UNOPENED,
            rules: self.rules(),
            role: held.find(|role| needed.contains(&role.as_str())),
        })
    }

    fn judge(&self, command: &Command, context: &Context, blockers: &mut Vec<Blocker>) {
        match (command, &self.opened) {
            (Command::OpenNetwork(it), opened) => self.judge_opening(it, opened.is_some(), blockers),
            (_, None) => blockers.push(Blocker::NetworkNotOpen),
            (Command::EnrolMember(it), Some(opened)) => partnerships::judge_enrolment(it, opened, blockers),
            (Command::ReportNewReference(it), Some(opened)) => {
                Self::judge_new_reference(it, opened, blockers);
            }
            (Command::ReportSchoolGone(it), Some(opened)) => Self::judge_going(it, opened, blockers),
            (Command::FormPartnership(it), Some(opened)) => self.judge_forming(it, opened, blockers),
            (Command::AdoptCharter(it), Some(_)) => self.judge_charter(it, blockers),
            (Command::AdmitSchool(it), Some(opened)) => self.judge_admission(it, opened, blockers),
            (Command::ReleaseSchool(it), Some(_)) => self.judge_release(it, blockers),
            (Command::ReportDeparture(it), Some(_)) => {
                self.is_in(it, blockers);
            }
            (Command::DeclareCapacity(it), Some(opened)) => {
                self.judge_declaration(it, opened, context, blockers);
            }
            (Command::ReportCapacityFall(it), Some(opened)) => self.judge_fall(it, opened, blockers),
            (Command::IdentifyPerson(it), Some(opened)) => self.judge_identification(it, opened, blockers),
            (Command::DevelopPerson(it), Some(_)) => self.judge_development(it, blockers),
            (Command::AccreditPerson(it), Some(_)) => self.judge_accreditation(it, blockers),
            (Command::OfferPerson(it), Some(_)) => self.judge_offering(it, blockers),
            (Command::StandPersonDown(it), Some(_)) => self.judge_standing_down(it, blockers),
            (Command::NameReviewer(it), Some(opened)) => self.judge_naming(it, opened, blockers),
            (Command::StandReviewerDown(it), Some(_)) => self.judge_reviewer_standing_down(it, blockers),
            (Command::OpenRound(it), Some(_)) => self.judge_round(it, blockers),
            (Command::ProposePlan(it), Some(_)) => self.judge_plan(it, blockers),
            (Command::AnswerPlacement(it), Some(_)) => self.judge_answer(it, context, blockers),
            (Command::ConfirmPlan(it), Some(_)) => self.judge_confirmation(it.round, context, blockers),
            (Command::CloseRound(it), Some(_)) => self.judge_closing(it.round, blockers),
            (Command::EraseCycle(it), Some(_)) => self.judge_erasing(it.cycle, context, blockers),
            (Command::InCycle(_), Some(_)) => {}
        }
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
}

impl Allowed<'_> {
    /// Hands on the command's own event, then what follows from it.
    pub(crate) fn record(&self, record: &mut impl FnMut(Event)) {
        if let Command::InCycle(InCycle { cycle, command }) = self.command {
            self.cycle.record(command, self.rules, &mut |event| {
                self.network.record_in_cycle(*cycle, self.cycle, event, record);
            });
            return;
        }
        record(self.command.event());
        match self.command {
            Command::ConfirmPlan(it) => self
                .network
                .promises(it.round, self.context)
                .into_iter()
                .for_each(record),
            Command::CloseRound(it) => self.network.lapses(it.round).into_iter().for_each(record),
            Command::ReportNewReference(it) => self.network.conversion(it).into_iter().for_each(record),
            _ => {}
        }
    }

    /// Adds what is to be done outside.
    pub(crate) fn add_effects(&self, effects: &mut Vec<Effect>) {
        if let Command::InCycle(it) = self.command {
            Cycle::add_effects(&it.command, self.rules, effects);
        }
    }

    /// The protocol that an entry of it names. A cycle may have been moved to another than the network's.
    pub(crate) fn protocol(&self, event: &Event) -> Arc<Pin> {
        let rules = match (self.command, event) {
            (Command::InCycle(_), Event::InCycle(..)) => self.rules,
            _ => self.network.rules_of_event(event),
        };
        rules.shared_pin()
    }
}

fn role_missing(command: &Command, context: &Context) -> Option<Blocker> {
    command.act().filter(|act| act.kind() == Kind::Wish)?;
    let needed = command.roles();
    let is_missing = !context.roles.iter().any(|role| needed.contains(&role.as_str()));
    is_missing.then(|| Blocker::RoleMissing {
        needed: needed.to_vec(),
    })
}

fn refusal(blockers: &mut Vec<Blocker>) -> Refusal {
    let liftable_by = |blocker: &Blocker| {
        let roles: &[&str] = match blocker {
            Blocker::RoleMissing { needed } => needed,
            Blocker::NetworkNotOpen | Blocker::UnknownRound { .. } | Blocker::RoundStillOpen { .. } => {
                &[BROKER]
            }
            Blocker::PlanNotProven { .. }
            | Blocker::NotInPlan { .. }
            | Blocker::UnknownPartnership { .. } => &[BROKER],
            Blocker::SamePerson | Blocker::BelowRatio { .. } | Blocker::NotOnboarded { .. } => {
                &[COMMISSIONER]
            }
            Blocker::NothingDeclared { .. }
            | Blocker::AreaNotOffered { .. }
            | Blocker::PersonBusy { .. }
            | Blocker::WrongPersonStage { .. }
            | Blocker::UnknownPerson { .. }
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
        blockers: blockers.drain(..).map(blocked).collect(),
    }
}
