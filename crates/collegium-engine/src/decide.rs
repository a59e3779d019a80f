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
use collegium_cycle::{acts::Kind, cycle::Cycle, decide::Effect, rules::Pin};
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

/// A command that is allowed, with what its entries say beside the events.
pub(crate) struct Judged {
    pub(crate) accepted: Accepted,
    /// The role in which it is recorded: the first of the actor's that may do it.
    pub(crate) role: Option<Role>,
    /// The protocol under which it was judged.
    pub(crate) protocol: Arc<Pin>,
}

/// What a cycle is before it is opened.
static UNOPENED: LazyLock<Cycle> = LazyLock::new(Cycle::default);

impl Network {
    /// Judges a command and changes nothing; returns the events that would record it.
    ///
    /// # Errors
    /// [`Refusal`] with every blocker.
    pub fn decide(&self, command: &Command, context: &Context) -> Result<Accepted, Refusal> {
        self.judged(command, context).map(|judged| judged.accepted)
    }

    /// The same with what its entries say beside the events.
    pub(crate) fn judged(&self, command: &Command, context: &Context) -> Result<Judged, Refusal> {
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
        blockers.extend(role_missing(command, context));
        self.judge(command, context, &mut blockers);
        if !blockers.is_empty() {
            return Err(refusal(blockers));
        }
        let mut events = vec![command.event()];
        match command {
            Command::ConfirmPlan(it) => events.extend(self.promises(it.round, context)),
            Command::CloseRound(it) => events.extend(self.lapses(it.round)),
            Command::ReportNewReference(it) => events.extend(self.conversion(it)),
            _ => {}
        }
        let (needed, mut held) = (command.roles(), context.roles.iter());
        Ok(Judged {
            accepted: Accepted {
                events,
                effects: Vec::new(),
            },
            role: held.find(|role| needed.contains(&role.as_str())).cloned(),
            protocol: self.rules().shared_pin(),
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

fn role_missing(command: &Command, context: &Context) -> Option<Blocker> {
    command.act().filter(|act| act.kind() == Kind::Wish)?;
    let needed = command.roles();
    let is_missing = !context.roles.iter().any(|role| needed.contains(&role.as_str()));
    is_missing.then(|| Blocker::RoleMissing {
        needed: needed.to_vec(),
    })
}

fn refusal(blockers: Vec<Blocker>) -> Refusal {
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
        blockers: blockers.into_iter().map(blocked).collect(),
    }
}
