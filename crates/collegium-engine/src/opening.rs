//! A network as it is opened, and its schools as its log knows them.

use crate::stream::{InStream, Stream};
use collegium_model::{
    calendar::SchoolCalendar,
    id::{NetworkId, SchoolId},
    place::Place,
    school::{EducationPhase, School, SchoolReference},
};
use serde::{Deserialize, Serialize};

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

impl InStream for OpenedNetwork {
    fn stream(&self) -> Stream {
        Stream::Network
    }
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
    /// What it is; a school where nothing is said.
    #[serde(default, skip_serializing_if = "MemberKind::is_school")]
    pub kind: MemberKind,
}

/// What a member of a network is. Both kinds of supply lend through one ledger and one matching.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MemberKind {
    /// A school.
    #[default]
    #[serde(rename = "school")]
    School,
    /// A central team that lends people and has no cycle of its own.
    #[serde(rename = "central_team")]
    CentralTeam,
}

impl MemberKind {
    /// Whether it is a school.
    #[expect(clippy::trivially_copy_pass_by_ref)] // Serde asks by reference.
    fn is_school(&self) -> bool {
        *self == Self::School
    }
}

/// A school or central team that comes to an open network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnrolledMember {
    /// The member.
    pub member: Member,
}

impl InStream for EnrolledMember {
    fn stream(&self) -> Stream {
        Stream::Network
    }
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
            kind: MemberKind::School,
        }
    }
}
