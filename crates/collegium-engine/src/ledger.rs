//! One giver's capacity: what was declared, and what holds it.

use crate::{
    stream::{InStream, Stream},
    supply::Person,
};
use collegium_cycle::deployment::Proposal;
use collegium_model::{
    id::{DeploymentId, NeedId, PersonId, RoundId, SchoolId},
    offer::{Limit, Offer},
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one giver declared, and what holds part of it. A giver in two partnerships of a network has one
/// ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// What was declared last; none where nothing ever was.
    pub offer: Option<Offer>,
    /// The people who can be lent, where they are known by name (a pseudonym).
    pub people: BTreeMap<PersonId, Person>,
    /// Deployments that hold capacity, from proposal to their end.
    pub holds: BTreeMap<DeploymentId, Hold>,
    /// Placements of a confirmed plan that are not proposed yet.
    pub promises: BTreeMap<Promise, HalfDays>,
    /// The most that was ever held at once, reservations and promises included.
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
    /// Who is lent, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// A placement that a confirmed plan promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Promise {
    /// The round.
    pub round: RoundId,
    /// The need.
    pub need: NeedId,
    /// Who would be lent, where the plan says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// How much of a limit is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Places.
    pub units: Units,
    /// Working time a term.
    pub half_days: HalfDays,
}

impl Taken {
    fn of(held: impl Iterator<Item = HalfDays>) -> Self {
        held.fold(Self::default(), |sum, half_days| Self {
            units: Units(sum.units.0.saturating_add(1)),
            half_days: sum.half_days.plus(half_days),
        })
    }

    /// Whether it is no more than a limit.
    fn fits(self, limit: Limit) -> bool {
        self.units <= limit.at_once && self.half_days <= limit.per_term
    }
}

impl Ledger {
    /// All that is held, promises included.
    pub fn taken(&self) -> Taken {
        Taken::of(self.held(None).map(|(_, half_days)| half_days))
    }

    /// How many more deployments of `size` it can take.
    pub fn free(&self, size: HalfDays) -> Units {
        self.free_beside(size, None)
    }

    /// The same, where a promise is about to be kept and so does not count.
    pub(crate) fn free_beside(&self, size: HalfDays, kept: Option<Promise>) -> Units {
        let taken = Taken::of(self.held(kept).map(|(_, half_days)| half_days));
        self.limit().room(taken.units, taken.half_days, size)
    }

    /// How many more deployments of `size` one of its people can take.
    pub fn free_of(&self, person: PersonId, size: HalfDays) -> Units {
        self.free_of_beside(person, size, None)
    }

    pub(crate) fn free_of_beside(&self, person: PersonId, size: HalfDays, kept: Option<Promise>) -> Units {
        let Some(limit) = self.people.get(&person).and_then(Person::lendable) else {
            return Units(0);
        };
        let held = self.held(kept).filter(|(by, _)| *by == Some(person));
        let taken = Taken::of(held.map(|(_, half_days)| half_days));
        limit.room(taken.units, taken.half_days, size)
    }

    /// The promise that a proposal would keep: one to that person, or one that leaves the person open.
    pub(crate) fn promise_kept(&self, proposal: &Proposal) -> Option<Promise> {
        let to = |person| {
            let promise = Promise {
                round: proposal.round?,
                need: proposal.need,
                person,
            };
            self.promises.contains_key(&promise).then_some(promise)
        };
        to(proposal.person).or_else(|| to(None))
    }

    /// Whether agreeing to a deployment that holds capacity keeps what is committed within what is
    /// declared. Reservations of others do not count: they may yet be declined.
    pub fn can_commit(&self, deployment: DeploymentId) -> bool {
        let mut committed = self.holds.iter();
        let committed = committed
            .by_ref()
            .filter(|(id, hold)| hold.committed || **id == deployment);
        let taken = Taken::of(committed.map(|(_, hold)| hold.half_days));
        self.offer.is_some() && taken.fits(self.limit())
    }

    /// Whether more is held than is declared: capacity has fallen below commitments.
    pub fn is_overdrawn(&self) -> bool {
        !self.taken().fits(self.limit())
    }

    /// Who is at work or promised although they can be lent no longer, or not so much.
    pub fn overdrawn_people(&self) -> impl Iterator<Item = PersonId> {
        let people = self.people.iter();
        let over = people.filter(|(id, person)| {
            let held = self.held(None).filter(|(by, _)| *by == Some(**id));
            let taken = Taken::of(held.map(|(_, half_days)| half_days));
            !taken.fits(person.lendable().unwrap_or_default())
        });
        over.map(|(id, _)| *id)
    }

    /// It as it would be without some of its deployments.
    pub(crate) fn without(&self, deployments: &[DeploymentId]) -> Self {
        let mut after = self.clone();
        after.holds.retain(|id, _| !deployments.contains(id));
        after
    }

    fn limit(&self) -> Limit {
        self.offer.as_ref().map(Offer::limit).unwrap_or_default()
    }

    fn held(&self, kept: Option<Promise>) -> impl Iterator<Item = (Option<PersonId>, HalfDays)> {
        let holds = self.holds.values().map(|hold| (hold.person, hold.half_days));
        let promises = self
            .promises
            .iter()
            .filter(move |(promise, _)| Some(**promise) != kept);
        holds.chain(promises.map(|(promise, half_days)| (promise.person, *half_days)))
    }

    pub(crate) fn commit(&mut self, deployment: DeploymentId) {
        if let Some(hold) = self.holds.get_mut(&deployment) {
            hold.committed = true;
        }
        let committed = self.holds.values().filter(|hold| hold.committed).count();
        let committed = Units(u16::try_from(committed).unwrap_or(u16::MAX));
        self.peak_committed = self.peak_committed.max(committed);
    }

    pub(crate) fn reserve(&mut self, it: &Reservation) {
        if let Some(promise) = &it.keeps {
            self.promises.remove(promise);
        }
        let hold = Hold {
            half_days: it.half_days,
            committed: false,
            person: it.person,
        };
        self.holds.insert(it.deployment, hold);
        self.peak = self.peak.max(self.taken().units);
    }

    pub(crate) fn promise(&mut self, it: &Promised) {
        self.promises.insert(it.promise, it.half_days);
        self.peak = self.peak.max(self.taken().units);
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
    /// Who would be lent, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The promise of a plan that it keeps, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps: Option<Promise>,
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

macro_rules! on_ledger {
    ($($payload:ident),*) => {$(
        impl InStream for $payload {
            fn stream(&self) -> Stream {
                Stream::Ledger(self.giver)
            }
        }
    )*};
}

on_ledger!(Reservation, Promised, LapsedPromise, OfHold);
