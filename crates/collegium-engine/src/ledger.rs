//! One giver's capacity: what was declared, and what holds it.

use crate::stream::{InStream, Stream};
use collegium_model::{
    id::{DeploymentId, SchoolId},
    offer::Offer,
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one giver declared, and which deployments hold part of it. A giver in two partnerships of a network
/// has one ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// What was declared last; none where nothing ever was.
    pub offer: Option<Offer>,
    /// Deployments that hold capacity, from proposal to their end.
    pub holds: BTreeMap<DeploymentId, Hold>,
    /// The most that was ever held at once, reservations included.
    pub peak: Units,
    /// The most that was ever agreed at once.
    pub peak_committed: Units,
}

/// Capacity held by a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hold {
    /// Working time a term.
    pub half_days: HalfDays,
    /// Whether it is agreed; before, it is only reserved.
    pub committed: bool,
}

impl Ledger {
    /// Deployments that hold capacity.
    pub fn running(&self) -> Units {
        Units(u16::try_from(self.holds.len()).unwrap_or(u16::MAX))
    }

    /// Working time a term that is held.
    pub fn lent(&self) -> HalfDays {
        self.holds
            .values()
            .fold(HalfDays(0), |sum, hold| sum.plus(hold.half_days))
    }

    /// How many more deployments of `size` it can take.
    pub fn free(&self, size: HalfDays) -> Units {
        self.offer
            .as_ref()
            .map_or(Units(0), |offer| offer.room(self.running(), self.lent(), size))
    }

    /// Whether agreeing to a deployment that holds capacity keeps what is committed within what is
    /// declared. Reservations of others do not count: they may yet be declined.
    pub fn can_commit(&self, deployment: DeploymentId) -> bool {
        let committed = self
            .holds
            .iter()
            .filter(|(id, hold)| hold.committed || **id == deployment);
        let (units, half_days) = committed.fold((0_usize, HalfDays(0)), |(units, half_days), (_, hold)| {
            (units + 1, half_days.plus(hold.half_days))
        });
        self.offer
            .as_ref()
            .is_some_and(|offer| units <= usize::from(offer.at_once.0) && half_days <= offer.per_term)
    }

    /// Whether more is held than is declared: capacity has fallen below commitments.
    pub fn is_overdrawn(&self) -> bool {
        let (at_once, per_term) = self
            .offer
            .as_ref()
            .map_or((Units(0), HalfDays(0)), |offer| (offer.at_once, offer.per_term));
        self.running() > at_once || self.lent() > per_term
    }

    pub(crate) fn commit(&mut self, deployment: DeploymentId) {
        if let Some(hold) = self.holds.get_mut(&deployment) {
            hold.committed = true;
        }
        let committed = self.holds.values().filter(|hold| hold.committed).count();
        let committed = Units(u16::try_from(committed).unwrap_or(u16::MAX));
        self.peak_committed = self.peak_committed.max(committed);
    }

    pub(crate) fn hold(&mut self, deployment: DeploymentId, half_days: HalfDays) {
        self.holds.insert(
            deployment,
            Hold {
                half_days,
                committed: false,
            },
        );
        self.peak = self.peak.max(self.running());
    }
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

impl InStream for Reservation {
    fn stream(&self) -> Stream {
        Stream::Ledger(self.giver)
    }
}

impl InStream for OfHold {
    fn stream(&self) -> Stream {
        Stream::Ledger(self.giver)
    }
}
