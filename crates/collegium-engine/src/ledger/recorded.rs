//! What a giver's ledger records.

use super::{InTerm, Promise};
use crate::stream::{InStream, Stream, on_ledger};
use chrono::NaiveDate;
use collegium_model::{
    calendar::SchoolTerm,
    id::{DeploymentId, PersonId, SchoolId},
    offer::{Limit, Offer},
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};

/// What a school can lend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeclaredCapacity {
    /// The offer.
    pub offer: Offer,
    /// Terms in which it is another amount.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_terms: Vec<InTerm>,
}

impl DeclaredCapacity {
    /// The same in every term.
    pub const fn always(offer: Offer) -> Self {
        let in_terms = Vec::new();
        Self { offer, in_terms }
    }
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
    /// The term in which it is so; none where it is so from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<SchoolTerm>,
}

impl FallenCapacity {
    /// How much it still lends.
    pub(crate) const fn limit(&self) -> Limit {
        Limit {
            at_once: self.at_once,
            per_term: self.per_term,
        }
    }
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
    /// Who would be lent, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The promise of a plan that it keeps, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps: Option<Promise>,
    /// The first day of work, where it is known; held from today otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of work, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// Capacity that a confirmed plan holds until its placement is proposed, or its round closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promised {
    /// The giver.
    pub giver: SchoolId,
    /// What is promised.
    pub promise: Promise,
    /// Working time a term.
    pub half_days: HalfDays,
    /// The first day for which it is promised, where the round plans for later; held from today otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

/// A promise that is not kept: its round was closed before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LapsedPromise {
    /// The giver.
    pub giver: SchoolId,
    /// What was promised.
    pub promise: Promise,
}

/// Capacity that an agreed deployment holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Commitment {
    /// The giver.
    pub giver: SchoolId,
    /// The deployment.
    pub deployment: DeploymentId,
    /// The first day of work; not said by entries from before capacity was kept by term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of work; not said by entries from before capacity was kept by term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
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

impl InStream for DeclaredCapacity {
    fn stream(&self) -> Stream {
        Stream::Ledger(self.offer.school)
    }
}

impl InStream for FallenCapacity {
    fn stream(&self) -> Stream {
        Stream::Ledger(self.school)
    }
}

on_ledger!(Reservation, Promised, LapsedPromise, Commitment, OfHold);
