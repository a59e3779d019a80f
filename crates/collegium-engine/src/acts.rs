//! The catalogue of a network: every command with the event that records it, under its stable wire code.
//!
//! As in a cycle, an accepted command is recorded **whole**, its event carrying the same payload; what follows
//! from it on another stream is recorded as further events beside it. A command to one cycle travels as
//! `in_cycle`, and is recorded by the cycle's own event.

use crate::{
    becoming::{GoneSchool, NewReference},
    erase::OfCycle,
    ledger::{Commitment, DeclaredCapacity, FallenCapacity, LapsedPromise, OfHold, Promised, Reservation},
    opening::{EnrolledMember, OpenedNetwork},
    partnership::{AdoptedCharter, FormedPartnership, OfMembership},
    reviewers::{BookedVisit, FreedVisit, NamedReviewer, OfReviewer},
    round::{AnsweredPlacement, OfRound, OpenedRound, ProposedPlan},
    stream::{InStream, Stream},
    supply::{AccreditedPerson, IdentifiedPerson, OfPerson},
};
use collegium_cycle::{
    acts::{
        Command as CycleCommand, Event as CycleEvent, Kind, NotACommand, Payload as CyclePayload, payload,
    },
    serde_json::Value,
    upcast::{self, Unreadable},
};
use collegium_model::id::CycleId;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::fmt;

/// The broker of the network, who brings schools together.
pub const BROKER: &str = "broker";
/// Whoever commissions support.
pub const COMMISSIONER: &str = "commissioner";
/// Who answers for the people that a school lends.
pub const EMPLOYER: &str = "releasing_employer";
/// The head of a school that would be helped.
pub const HOST_HEAD: &str = "host_head";

/// What an event says, without its type and version.
#[derive(Clone, Copy, Debug)]
pub struct Payload<'a>(pub &'a Event);

macro_rules! acts {
    (
        acts { $($(#[doc = $doc:literal])* $kind:ident $roles:expr, $command:ident $command_code:literal
            => $event:ident $event_code:literal ($payload:ty);)* }
        consequences { $($(#[$cdoc:meta])* $consequence:ident $consequence_code:literal ($cpayload:ty);)* }
    ) => {
        /// The name of a network's own command, without its payload.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NetworkAct"))]
        #[non_exhaustive]
        pub enum Act { $($(#[doc = $doc])* #[serde(rename = $command_code)] $command,)* }

        impl Act {
            /// Every act of a network.
            pub const ALL: &[Self] = &[$(Self::$command),*];

            /// The stable wire code of the command.
            pub const fn code(self) -> &'static str { match self { $(Self::$command => $command_code),* } }

            /// What it does, in one sentence.
            pub const fn says(self) -> &'static str { match self { $(Self::$command => first_line(&[$($doc),*])),* } }

            /// The stable wire code of the event that records it.
            pub const fn event_code(self) -> &'static str { match self { $(Self::$command => $event_code),* } }

            /// Wish or report of fact.
            pub const fn kind(self) -> Kind { match self { $(Self::$command => Kind::$kind),* } }

            /// The roles that may ask it; whoever reports a fact needs none.
            pub const fn roles(self) -> &'static [&'static str] { match self { $(Self::$command => &$roles),* } }
        }

        /// A command to a network.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NetworkCommand"))]
        #[serde(tag = "type", content = "data")]
        #[non_exhaustive]
        pub enum Command {
            $($(#[doc = $doc])* #[serde(rename = $command_code)] $command($payload),)*
            /// A command to one cycle.
            #[serde(rename = "in_cycle")]
            InCycle(InCycle),
        }

        impl Command {
            /// Its name without the payload; none for a command to a cycle, which has its own.
            pub const fn act(&self) -> Option<Act> {
                match self { $(Self::$command(_) => Some(Act::$command),)* Self::InCycle(_) => None }
            }

            /// The event that records it once it is accepted.
            pub fn event(&self) -> Event {
                match self {
                    $(Self::$command(it) => Event::$event(it.clone()),)*
                    Self::InCycle(it) => Event::InCycle(it.cycle, it.command.event()),
                }
            }

            /// Reads a command from its wire code and payload.
            ///
            /// # Errors
            /// [`NotACommand`]: an unknown code, a payload that has not the shape of the code, or every field
            /// that the code does not know.
            pub fn read(code: &str, data: &Value) -> Result<Self, NotACommand> {
                match code {
                    $($command_code => payload(code, data).map(Self::$command),)*
                    "in_cycle" => payload(code, data).map(Self::InCycle),
                    _ => Err(NotACommand::UnknownType { code: code.to_owned() }),
                }
            }
        }

        /// An event of a network, its cycles included.
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(rename = "NetworkEvent", tag = "type", content = "data")
        )]
        #[non_exhaustive]
        pub enum Event {
            $(#[doc = concat!("Records [`Command::", stringify!($command), "`].")]
              #[cfg_attr(feature = "schema", schemars(rename = $event_code))] $event($payload),)*
            $($(#[$cdoc])* #[cfg_attr(feature = "schema", schemars(rename = $consequence_code))] $consequence($cpayload),)*
            /// Something happened in a cycle.
            #[cfg_attr(feature = "schema", schemars(untagged, with = "CycleEvent"))]
            InCycle(CycleId, CycleEvent),
        }

        impl Event {
            /// The stable wire codes of a network's own events.
            pub const CODES: &[&str] = &[$($event_code,)* $($consequence_code,)*];

            /// Its stable wire code.
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$event(_) => $event_code,)*
                    $(Self::$consequence(_) => $consequence_code,)*
                    Self::InCycle(_, event) => event.code(),
                }
            }

            /// The stream it belongs to.
            pub fn stream(&self) -> Stream {
                match self {
                    $(Self::$event(it) => it.stream(),)*
                    $(Self::$consequence(it) => it.stream(),)*
                    Self::InCycle(cycle, _) => Stream::Cycle(*cycle),
                }
            }

            /// The command that it records; none where it only follows from another event.
            pub fn command(&self) -> Option<Command> {
                match self {
                    $(Self::$event(it) => Some(Command::$command(it.clone())),)*
                    $(Self::$consequence(_) => None,)*
                    Self::InCycle(cycle, event) => event.command().map(|command| Command::in_cycle(*cycle, command)),
                }
            }

            fn read_own(code: &str, version: u16, data: &RawValue) -> Option<Result<Self, Unreadable>> {
                Some(match code {
                    $($event_code => upcast::read(code, version, data).map(Self::$event),)*
                    $($consequence_code => upcast::read(code, version, data).map(Self::$consequence),)*
                    _ => return None,
                })
            }
        }

        impl Serialize for Payload<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.0 {
                    $(Event::$event(it) => it.serialize(serializer),)*
                    $(Event::$consequence(it) => it.serialize(serializer),)*
                    Event::InCycle(_, event) => CyclePayload(event).serialize(serializer),
                }
            }
        }
    };
}

acts! {
    acts {
        /// Open the network with its calendar and schools: the first command of every log.
        Wish [BROKER], OpenNetwork "open_network" => NetworkOpened "network_opened" (OpenedNetwork);
        /// Take a school or a central team into the network.
        Wish [BROKER], EnrolMember "enrol_member" => MemberEnrolled "member_enrolled" (EnrolledMember);

        /// Report that a school has another number, as when it converts; its history stays, consents are asked again.
        Fact [BROKER], ReportNewReference "report_new_reference" => NewReferenceReported "new_reference_reported" (NewReference);
        /// Report that a school closed, or became part of another: nothing new is begun with it.
        Fact [BROKER], ReportSchoolGone "report_school_gone" => SchoolGoneReported "school_gone_reported" (GoneSchool);

        /// Form a partnership of members of the network.
        Wish [BROKER], FormPartnership "form_partnership" => PartnershipFormed "partnership_formed" (FormedPartnership);
        /// Adopt a charter of a partnership; a later version takes the place of an earlier one.
        Wish [COMMISSIONER], AdoptCharter "adopt_charter" => CharterAdopted "charter_adopted" (AdoptedCharter);
        /// Accept a member of the network into a partnership.
        Wish [COMMISSIONER], AdmitSchool "admit_school" => SchoolAdmitted "school_admitted" (OfMembership);
        /// Let a school go from a partnership that asks to leave it.
        Wish [COMMISSIONER], ReleaseSchool "release_school" => SchoolReleased "school_released" (OfMembership);
        /// Report that a school has left a partnership.
        Fact [COMMISSIONER], ReportDeparture "report_departure" => DepartureReported "departure_reported" (OfMembership);

        /// Declare what a school can lend; a later declaration takes the place of an earlier one.
        Wish [EMPLOYER], DeclareCapacity "declare_capacity" => CapacityDeclared "capacity_declared" (DeclaredCapacity);
        /// Report that a school can lend less than it declared, in one term or from now on. A fact: recorded even where more is held.
        Fact [EMPLOYER], ReportCapacityFall "report_capacity_fall" => CapacityFell "capacity_fell" (FallenCapacity);
        /// Name a person who could be lent, under a pseudonym, with their areas and how much of them.
        Wish [EMPLOYER], IdentifyPerson "identify_person" => PersonIdentified "person_identified" (IdentifiedPerson);
        /// Record that a person has been prepared to be lent.
        Wish [EMPLOYER], DevelopPerson "develop_person" => PersonDeveloped "person_developed" (OfPerson);
        /// Record what a person holds that shows they can be deployed.
        Wish [COMMISSIONER], AccreditPerson "accredit_person" => PersonAccredited "person_accredited" (AccreditedPerson);
        /// Say that a person can be lent from now on.
        Wish [EMPLOYER], OfferPerson "offer_person" => PersonOffered "person_offered" (OfPerson);
        /// Report that a person can be lent no longer.
        Fact [EMPLOYER], StandPersonDown "stand_person_down" => PersonStoodDown "person_stood_down" (OfPerson);

        /// Name somebody who reviews other schools, under a pseudonym, with how often they can be asked.
        Wish [EMPLOYER], NameReviewer "name_reviewer" => ReviewerNamed "reviewer_named" (NamedReviewer);
        /// Report that somebody reviews no longer.
        Fact [EMPLOYER], StandReviewerDown "stand_reviewer_down" => ReviewerStoodDown "reviewer_stood_down" (OfReviewer);

        /// Open a round of matching.
        Wish [BROKER], OpenRound "open_round" => RoundOpened "round_opened" (OpenedRound);
        /// Put a plan forward, with its certificate; once a placement is declined, the next one.
        Wish [BROKER], ProposePlan "propose_plan" => PlanProposed "plan_proposed" (ProposedPlan);
        /// Accept or decline a placement of the plan, for the giver or the taker; to decline takes a reason code.
        Wish [HOST_HEAD, EMPLOYER], AnswerPlacement "answer_placement" => PlacementAnswered "placement_answered" (AnsweredPlacement);
        /// Confirm a plan; another person than the one who put it forward.
        Wish [COMMISSIONER], ConfirmPlan "confirm_plan" => PlanConfirmed "plan_confirmed" (OfRound);
        /// Close a round.
        Wish [BROKER], CloseRound "close_round" => RoundClosed "round_closed" (OfRound);

        /// Erase a closed cycle once its retention is over.
        Wish [BROKER], EraseCycle "erase_cycle" => CycleErased "cycle_erased" (OfCycle);
    }
    consequences {
        /// A proposed deployment holds capacity.
        CapacityReserved "capacity_reserved" (Reservation);
        /// A confirmed plan holds capacity until its placement is proposed.
        CapacityPromised "capacity_promised" (Promised);
        /// A placement of a confirmed plan was not proposed before its round was closed.
        PromiseLapsed "promise_lapsed" (LapsedPromise);
        /// An agreed deployment holds capacity.
        CapacityCommitted "capacity_committed" (Commitment);
        /// A deployment holds capacity no longer.
        CapacityReleased "capacity_released" (OfHold);
        /// A visit is booked for a reviewer, or booked for another day.
        VisitBooked "visit_booked" (BookedVisit);
        /// A visit is booked for a reviewer no longer.
        VisitFreed "visit_freed" (FreedVisit);
    }
}

/// A command to one cycle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InCycle {
    /// The cycle.
    pub cycle: CycleId,
    /// What is asked of it.
    pub command: CycleCommand,
}

/// An event type that this software does not know, or a payload that is not of its shape.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EventFault {
    /// The type is unknown on this stream.
    #[error("no event {code:?} is known on stream {stream}")]
    UnknownType {
        /// The type.
        code: String,
        /// The stream.
        stream: Stream,
    },
    /// The payload cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

impl Command {
    /// The roles that may ask it: those of its act, and for an answer that of the side which answers. Those of a
    /// command to a cycle are the protocol's.
    pub const fn roles(&self) -> &'static [&'static str] {
        match self {
            Self::AnswerPlacement(it) => it.side.roles(),
            _ => match self.act() {
                Some(act) => act.roles(),
                None => &[],
            },
        }
    }

    /// A command to one cycle.
    pub fn in_cycle(cycle: CycleId, command: CycleCommand) -> Self {
        Self::InCycle(InCycle { cycle, command })
    }
}

impl Event {
    /// The version of its payload's shape.
    pub fn version(&self) -> u16 {
        upcast::newest(self.code())
    }

    /// The payload as JSON text.
    pub fn payload(&self) -> Result<Box<RawValue>, serde_json::Error> {
        to_raw_value(&Payload(self))
    }

    /// Reads a payload under its stream, type and version.
    ///
    /// # Errors
    /// [`EventFault`]: a type that is not known on the stream, or a payload that has not its shape.
    pub fn read(stream: Stream, code: &str, version: u16, data: &RawValue) -> Result<Self, EventFault> {
        let unknown = || EventFault::UnknownType {
            code: code.to_owned(),
            stream,
        };
        if let Stream::Cycle(cycle) = stream {
            let event = CycleEvent::read(code, version, data).ok_or_else(unknown)??;
            return Ok(Self::InCycle(cycle, event));
        }
        let event = Self::read_own(code, version, data).ok_or_else(unknown)??;
        if event.stream() == stream {
            Ok(event)
        } else {
            let why = format!("its payload belongs to stream {}", event.stream());
            Err(Unreadable {
                code: code.to_owned(),
                version,
                why,
            }
            .into())
        }
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The first line of a doc comment, without the blank before it.
const fn first_line(lines: &[&'static str]) -> &'static str {
    match lines.first() {
        Some(line) => line.trim_ascii_start(),
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_code_is_used_twice() {
        let events: BTreeSet<_> = Event::CODES.iter().chain(CycleEvent::CODES).collect();
        assert_eq!(events.len(), Event::CODES.len() + CycleEvent::CODES.len());
        let acts: BTreeSet<_> = Act::ALL.iter().map(|act| act.code()).collect();
        assert_eq!(acts.len(), Act::ALL.len());
    }
}
