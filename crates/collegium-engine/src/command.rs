//! What can be asked of a network, or reported to it.

use crate::{
    event::Event,
    round::{OfRound, OpenedRound, ProposedPlan},
};
use collegium_cycle::{
    acts::{Command as CycleCommand, NotACommand, payload},
    serde_json::Value,
};
use collegium_model::{
    calendar::SchoolCalendar,
    id::{CycleId, NetworkId, SchoolId},
    offer::Offer,
    place::Place,
    quantity::{HalfDays, Units},
    school::{EducationPhase, School, SchoolReference},
};
use serde::{Deserialize, Serialize};

/// A command to a network. As in a cycle, an accepted command is recorded whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "NetworkCommand")
)]
#[serde(tag = "type", content = "data")]
#[non_exhaustive]
pub enum Command {
    /// Open the network with its calendar and schools: the first command of every log.
    #[serde(rename = "open_network")]
    OpenNetwork(OpenedNetwork),
    /// Declare what a school can lend; a later declaration takes the place of an earlier one.
    #[serde(rename = "declare_capacity")]
    DeclareCapacity(DeclaredCapacity),
    /// Report that a school can lend less than it declared. A fact: recorded even where more is held.
    #[serde(rename = "report_capacity_fall")]
    ReportCapacityFall(FallenCapacity),
    /// Open a round of matching.
    #[serde(rename = "open_round")]
    OpenRound(OpenedRound),
    /// Put a plan forward, with its certificate.
    #[serde(rename = "propose_plan")]
    ProposePlan(ProposedPlan),
    /// Confirm a plan; another person than the one who put it forward.
    #[serde(rename = "confirm_plan")]
    ConfirmPlan(OfRound),
    /// Close a round.
    #[serde(rename = "close_round")]
    CloseRound(OfRound),
    /// Erase a closed cycle once its retention is over.
    #[serde(rename = "erase_cycle")]
    EraseCycle(OfCycle),
    /// A command to one cycle.
    #[serde(rename = "in_cycle")]
    InCycle(InCycle),
}

impl Command {
    /// The event that records it once it is accepted.
    pub fn event(&self) -> Event {
        match self.clone() {
            Self::OpenNetwork(it) => Event::NetworkOpened(it),
            Self::DeclareCapacity(it) => Event::CapacityDeclared(it),
            Self::ReportCapacityFall(it) => Event::CapacityFell(it),
            Self::OpenRound(it) => Event::RoundOpened(it),
            Self::ProposePlan(it) => Event::PlanProposed(it),
            Self::ConfirmPlan(it) => Event::PlanConfirmed(it),
            Self::CloseRound(it) => Event::RoundClosed(it),
            Self::EraseCycle(it) => Event::CycleErased(it),
            Self::InCycle(it) => Event::InCycle(it.cycle, it.command.event()),
        }
    }

    /// Reads a command from its wire code and payload.
    ///
    /// # Errors
    /// [`NotACommand`]: an unknown code, a payload that has not the shape of the code, or every field that
    /// the code does not know.
    pub fn read(code: &str, data: &Value) -> Result<Self, NotACommand> {
        match code {
            "open_network" => payload(code, data).map(Self::OpenNetwork),
            "declare_capacity" => payload(code, data).map(Self::DeclareCapacity),
            "report_capacity_fall" => payload(code, data).map(Self::ReportCapacityFall),
            "open_round" => payload(code, data).map(Self::OpenRound),
            "propose_plan" => payload(code, data).map(Self::ProposePlan),
            "confirm_plan" => payload(code, data).map(Self::ConfirmPlan),
            "close_round" => payload(code, data).map(Self::CloseRound),
            "erase_cycle" => payload(code, data).map(Self::EraseCycle),
            "in_cycle" => payload(code, data).map(Self::InCycle),
            _ => Err(NotACommand::UnknownType {
                code: code.to_owned(),
            }),
        }
    }

    /// A command to one cycle.
    pub fn in_cycle(cycle: CycleId, command: CycleCommand) -> Self {
        Self::InCycle(InCycle { cycle, command })
    }
}

/// A network as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedNetwork {
    /// The network.
    pub network: NetworkId,
    /// The calendar by which its deadlines count.
    pub calendar: SchoolCalendar,
    /// Its schools.
    pub members: Vec<Member>,
}

/// A school as a network's log knows it: no name, and nothing about its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// Its id.
    pub school: SchoolId,
    /// What files and plans call it.
    pub reference: SchoolReference,
    /// The stage of education it serves.
    pub education_phase: EducationPhase,
    /// Where it stands, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl From<&School> for Member {
    fn from(school: &School) -> Self {
        let School {
            id,
            reference,
            education_phase,
            place,
            ..
        } = *school;
        Self {
            school: id,
            reference,
            education_phase,
            place,
        }
    }
}

/// A cycle, whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfCycle {
    /// The cycle.
    pub cycle: CycleId,
}

/// What a school can lend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeclaredCapacity {
    /// The offer.
    pub offer: Offer,
}

/// What a school can still lend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FallenCapacity {
    /// The school.
    pub school: SchoolId,
    /// Deployments at once.
    pub at_once: Units,
    /// Working time a term.
    pub per_term: HalfDays,
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
