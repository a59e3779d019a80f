//! What happens to a school, whoever likes it or not. A report of it is always taken; what it raises is
//! computed from what is kept here.

use crate::child::addressed;
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::{Area, Role},
    id::{HandoverId, PersonId, SchoolId},
    quantity::Units,
    short_code::OutcomeCode,
    urn::Urn,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was reported of the school, as the cycle keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SchoolRecord {
    /// Concerns for children that were handed to the designated safeguarding lead: when, and to which role.
    pub handovers: BTreeMap<HandoverId, (NaiveDate, Role)>,
    /// Posts that are vacant, and since when.
    pub vacancies: BTreeMap<Post, NaiveDate>,
    /// Who was appointed to which post last.
    pub appointed: BTreeMap<Post, PersonId>,
    /// When the school last converted or moved to another responsible body: consents are asked again.
    pub converted: Option<NaiveDateTime>,
    /// The school it merged into, and when.
    pub merged: Option<(SchoolId, NaiveDate)>,
    /// When it closed.
    pub closed: Option<NaiveDate>,
    /// Inspections, in the order in which they were reported.
    pub inspections: Vec<Inspection>,
    /// Strikes, in the order in which they were reported.
    pub strikes: Vec<Strike>,
    /// Givers who can lend less than they did, and how many deployments they can still lend here.
    pub falls: BTreeMap<SchoolId, Units>,
    /// Interests declared: who has a tie to which school.
    pub interests: Vec<Interest>,
}

/// A post of leadership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Post {
    /// The head, or head of school.
    #[serde(rename = "head")]
    Head,
    /// The executive leader above a head of school.
    #[serde(rename = "executive_leader")]
    ExecutiveLeader,
}

impl Post {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Head, Self::ExecutiveLeader];

    /// The post as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Head => "Head",
            Self::ExecutiveLeader => "Executive leader",
        }
    }
}

/// That a concern for a child went to the designated safeguarding lead. Nothing of its content is ever kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HandedOver {
    /// The hand-over.
    pub handover: HandoverId,
    /// The role it went to.
    pub to: Role,
    /// When.
    pub on: NaiveDate,
}

/// A post that became vacant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vacancy {
    /// The post.
    pub post: Post,
    /// The first day without anybody in it.
    pub since: NaiveDate,
}

/// An appointment, which is the responsible body's own decision; the engine records it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appointment {
    /// The post.
    pub post: Post,
    /// Who has it now.
    pub person: PersonId,
    /// Whether for a time only.
    #[serde(default)]
    pub interim: bool,
}

/// A conversion, or a move to another responsible body: the school's number changes, its history stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conversion {
    /// Its number before.
    pub from: Urn,
    /// Its number now; the same where only the responsible body changed.
    pub to: Urn,
    /// When.
    pub on: NaiveDate,
}

/// A merger into another school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Merger {
    /// The school that goes on.
    pub into: SchoolId,
    /// When.
    pub on: NaiveDate,
}

/// The closure of the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Closure {
    /// Its last day.
    pub on: NaiveDate,
}

/// An inspection with what it judged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Inspection {
    /// When.
    pub on: NaiveDate,
    /// Its judgements; grades of different years belong to different vocabularies.
    pub judgements: Vec<Judgement>,
    /// Whether it overtakes the peers' own challenge: an intervention follows by law.
    #[serde(default)]
    pub intervention: bool,
}

/// One judgement of an inspection.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// What of the school it is about; none for an overall grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    /// The vocabulary its grade belongs to.
    pub vocabulary: OutcomeCode,
    /// The grade.
    pub grade: OutcomeCode,
}

/// Days on which the school does not work.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Strike {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
}

/// A giver who can lend less to this school than it did.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapacityFall {
    /// The giver.
    pub giver: SchoolId,
    /// How many deployments it can still lend here.
    pub still: Units,
}

/// A tie between a person and a school, declared before anybody is asked to do anything.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interest {
    /// Who has it.
    pub person: PersonId,
    /// To which school.
    pub school: SchoolId,
}

addressed!(HandedOver, Vacancy, Appointment, Conversion, Merger, Closure, Inspection, Strike, CapacityFall, Interest => Cycle);
