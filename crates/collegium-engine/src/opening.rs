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
