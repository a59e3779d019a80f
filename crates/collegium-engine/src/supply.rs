//! The people whom a giver lends: identified, developed, deployable.

use crate::stream::on_ledger;
use collegium_model::{
    code::Area,
    id::{PersonId, SchoolId},
    offer::Limit,
    short_code::AccreditationCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One of a giver's people, under a pseudonym.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// How far they have come.
    pub stage: Stage,
    /// The areas in which they can help.
    pub areas: Vec<Area>,
    /// How much of them can be lent in one term, within what the giver lends in all.
    pub limit: Limit,
    /// What they hold.
    pub accreditations: BTreeSet<AccreditationCode>,
}

/// How far a person has come towards being lent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Stage {
    /// Somebody sees in them who could help others.
    #[serde(rename = "identified")]
    Identified,
    /// They have been prepared for it.
    #[serde(rename = "developed")]
    Developed,
    /// They can be lent.
    #[serde(rename = "deployable")]
    Deployable,
    /// They can be lent no longer.
    #[serde(rename = "stood_down")]
    StoodDown,
}

impl Stage {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Identified => "identified",
            Self::Developed => "developed",
            Self::Deployable => "deployable",
            Self::StoodDown => "stood down",
        }
    }
}

impl Person {
    /// How much of them can be lent; none before they are deployable.
    pub fn lendable(&self) -> Option<Limit> {
        (self.stage == Stage::Deployable).then_some(self.limit)
    }
}

/// A person as they are identified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IdentifiedPerson {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The person.
    pub person: PersonId,
    /// The areas in which they could help.
    pub areas: Vec<Area>,
    /// How much of them could be lent in one term.
    pub limit: Limit,
}

/// An accreditation of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccreditedPerson {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The person.
    pub person: PersonId,
    /// What they now hold.
    pub accreditation: AccreditationCode,
}

/// Names one of a giver's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfPerson {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The person.
    pub person: PersonId,
}

on_ledger!(IdentifiedPerson, AccreditedPerson, OfPerson);
