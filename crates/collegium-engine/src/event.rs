//! What happens in a network, under stable wire codes.

use crate::{
    command::{Command, DeclaredCapacity, FallenCapacity, InCycle, OfCycle, OpenedNetwork},
    round::{OfRound, OpenedRound, ProposedPlan},
    stream::Stream,
};
use collegium_cycle::{
    acts::{Event as CycleEvent, Payload as CyclePayload},
    upcast::Unreadable,
};
use collegium_model::{
    id::{CycleId, DeploymentId, SchoolId},
    quantity::HalfDays,
};
use serde::{Deserialize, Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::{RawValue, to_raw_value};

/// An event of a network, its cycles included.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "NetworkEvent", tag = "type", content = "data")
)]
#[non_exhaustive]
pub enum Event {
    /// The network was opened.
    #[cfg_attr(feature = "schema", schemars(rename = "network_opened"))]
    NetworkOpened(OpenedNetwork),
    /// A school declared what it can lend.
    #[cfg_attr(feature = "schema", schemars(rename = "capacity_declared"))]
    CapacityDeclared(DeclaredCapacity),
    /// A school can lend less than it declared.
    #[cfg_attr(feature = "schema", schemars(rename = "capacity_fell"))]
    CapacityFell(FallenCapacity),
    /// A proposed deployment holds capacity.
    #[cfg_attr(feature = "schema", schemars(rename = "capacity_reserved"))]
    CapacityReserved(Reservation),
    /// An agreed deployment holds capacity.
    #[cfg_attr(feature = "schema", schemars(rename = "capacity_committed"))]
    CapacityCommitted(OfHold),
    /// A deployment holds capacity no longer.
    #[cfg_attr(feature = "schema", schemars(rename = "capacity_released"))]
    CapacityReleased(OfHold),
    /// A round was opened.
    #[cfg_attr(feature = "schema", schemars(rename = "round_opened"))]
    RoundOpened(OpenedRound),
    /// A plan was put forward.
    #[cfg_attr(feature = "schema", schemars(rename = "plan_proposed"))]
    PlanProposed(ProposedPlan),
    /// A plan was confirmed.
    #[cfg_attr(feature = "schema", schemars(rename = "plan_confirmed"))]
    PlanConfirmed(OfRound),
    /// A round was closed.
    #[cfg_attr(feature = "schema", schemars(rename = "round_closed"))]
    RoundClosed(OfRound),
    /// A cycle is not part of the state any more, and its entries may be taken out of the log.
    #[cfg_attr(feature = "schema", schemars(rename = "cycle_erased"))]
    CycleErased(OfCycle),
    /// Something happened in a cycle.
    #[cfg_attr(feature = "schema", schemars(untagged, with = "CycleEvent"))]
    InCycle(CycleId, CycleEvent),
}

/// Capacity that a proposal holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reservation {
    /// The giver.
    pub giver: SchoolId,
    /// The deployment.
    pub deployment: DeploymentId,
    /// Working time a term.
    pub half_days: HalfDays,
}

/// Names capacity that a deployment holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfHold {
    /// The giver.
    pub giver: SchoolId,
    /// The deployment.
    pub deployment: DeploymentId,
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

impl Event {
    /// Its stable wire code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NetworkOpened(_) => "network_opened",
            Self::CapacityDeclared(_) => "capacity_declared",
            Self::CapacityFell(_) => "capacity_fell",
            Self::CapacityReserved(_) => "capacity_reserved",
            Self::CapacityCommitted(_) => "capacity_committed",
            Self::CapacityReleased(_) => "capacity_released",
            Self::RoundOpened(_) => "round_opened",
            Self::PlanProposed(_) => "plan_proposed",
            Self::PlanConfirmed(_) => "plan_confirmed",
            Self::RoundClosed(_) => "round_closed",
            Self::CycleErased(_) => "cycle_erased",
            Self::InCycle(_, event) => event.code(),
        }
    }

    /// The version of its payload's shape.
    pub fn version(&self) -> u16 {
        match self {
            Self::InCycle(_, event) => event.version(),
            _ => 1,
        }
    }

    /// The stream it belongs to.
    pub const fn stream(&self) -> Stream {
        match self {
            Self::NetworkOpened(_) | Self::CycleErased(_) => Stream::Network,
            Self::CapacityDeclared(it) => Stream::Ledger(it.offer.school),
            Self::CapacityFell(it) => Stream::Ledger(it.school),
            Self::CapacityReserved(it) => Stream::Ledger(it.giver),
            Self::CapacityCommitted(it) | Self::CapacityReleased(it) => Stream::Ledger(it.giver),
            Self::RoundOpened(it) => Stream::Round(it.round),
            Self::PlanProposed(it) => Stream::Round(it.round),
            Self::PlanConfirmed(it) | Self::RoundClosed(it) => Stream::Round(it.round),
            Self::InCycle(cycle, _) => Stream::Cycle(*cycle),
        }
    }

    /// The command that it records; none where it only follows from another event.
    pub fn command(&self) -> Option<Command> {
        Some(match self.clone() {
            Self::NetworkOpened(it) => Command::OpenNetwork(it),
            Self::CapacityDeclared(it) => Command::DeclareCapacity(it),
            Self::CapacityFell(it) => Command::ReportCapacityFall(it),
            Self::RoundOpened(it) => Command::OpenRound(it),
            Self::PlanProposed(it) => Command::ProposePlan(it),
            Self::PlanConfirmed(it) => Command::ConfirmPlan(it),
            Self::RoundClosed(it) => Command::CloseRound(it),
            Self::CycleErased(it) => Command::EraseCycle(it),
            Self::InCycle(cycle, event) => Command::InCycle(InCycle {
                cycle,
                command: event.command()?,
            }),
            Self::CapacityReserved(_) | Self::CapacityCommitted(_) | Self::CapacityReleased(_) => {
                return None;
            }
        })
    }

    /// The payload as JSON text.
    pub fn payload(&self) -> Result<Box<RawValue>, serde_json::Error> {
        to_raw_value(&Payload(self))
    }

    /// Reads a payload under its stream, type and version.
    pub fn read(stream: Stream, code: &str, version: u16, data: &RawValue) -> Result<Self, EventFault> {
        let unknown = || EventFault::UnknownType {
            code: code.to_owned(),
            stream,
        };
        if let Stream::Cycle(cycle) = stream {
            let event = CycleEvent::read(code, version, data).ok_or_else(unknown)??;
            return Ok(Self::InCycle(cycle, event));
        }
        let reader = Reader { code, version, data };
        let event = match code {
            "network_opened" => Self::NetworkOpened(reader.payload()?),
            "cycle_erased" => Self::CycleErased(reader.payload()?),
            "capacity_declared" => Self::CapacityDeclared(reader.payload()?),
            "capacity_fell" => Self::CapacityFell(reader.payload()?),
            "capacity_reserved" => Self::CapacityReserved(reader.payload()?),
            "capacity_committed" => Self::CapacityCommitted(reader.payload()?),
            "capacity_released" => Self::CapacityReleased(reader.payload()?),
            "round_opened" => Self::RoundOpened(reader.payload()?),
            "plan_proposed" => Self::PlanProposed(reader.payload()?),
            "plan_confirmed" => Self::PlanConfirmed(reader.payload()?),
            "round_closed" => Self::RoundClosed(reader.payload()?),
            _ => return Err(unknown()),
        };
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

/// What an event says, without its type and version.
#[derive(Clone, Copy, Debug)]
pub struct Payload<'a>(pub &'a Event);

impl Serialize for Payload<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Event::NetworkOpened(it) => it.serialize(serializer),
            Event::CapacityDeclared(it) => it.serialize(serializer),
            Event::CapacityFell(it) => it.serialize(serializer),
            Event::CapacityReserved(it) => it.serialize(serializer),
            Event::CapacityCommitted(it) | Event::CapacityReleased(it) => it.serialize(serializer),
            Event::RoundOpened(it) => it.serialize(serializer),
            Event::PlanProposed(it) => it.serialize(serializer),
            Event::PlanConfirmed(it) | Event::RoundClosed(it) => it.serialize(serializer),
            Event::CycleErased(it) => it.serialize(serializer),
            Event::InCycle(_, event) => CyclePayload(event).serialize(serializer),
        }
    }
}

struct Reader<'a> {
    code: &'a str,
    version: u16,
    data: &'a RawValue,
}

impl Reader<'_> {
    fn payload<T: DeserializeOwned>(&self) -> Result<T, Unreadable> {
        let unreadable = |why| Unreadable {
            code: self.code.to_owned(),
            version: self.version,
            why,
        };
        if self.version != 1 {
            return Err(unreadable("this software knows version 1 of it".to_owned()));
        }
        serde_json::from_str(self.data.get()).map_err(|error| unreadable(error.to_string()))
    }
}
