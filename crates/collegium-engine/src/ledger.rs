//! One giver's capacity: what was declared, and what holds it.

mod recorded;
mod terms;

pub use recorded::{
    Commitment, DeclaredCapacity, FallenCapacity, LapsedPromise, OfHold, Promised, Reservation,
};
pub use terms::{InTerm, Terms, When};

use crate::{network::Opened, reviewers::Reviewer, supply::Person};
use chrono::NaiveDate;
use collegium_cycle::deployment::Proposal;
use collegium_model::{
    id::{DeploymentId, NeedId, PersonId, RoundId},
    offer::{Limit, Offer},
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one giver declared, and what holds part of it. A giver in two partnerships of a network has one
/// ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// What was declared last; none where nothing ever was.
    pub offer: Option<Offer>,
    /// Terms in which it is another amount, by their index in the calendar.
    pub in_terms: BTreeMap<usize, Limit>,
    /// The people who can be lent, where they are known by name (a pseudonym).
    pub people: BTreeMap<PersonId, Person>,
    /// The people who review other schools.
    pub reviewers: BTreeMap<PersonId, Reviewer>,
    /// Deployments that hold capacity, from proposal to their end.
    pub holds: BTreeMap<DeploymentId, Hold>,
    /// Placements of a confirmed plan that are not proposed yet.
    #[serde(with = "collegium_cycle::pairs")]
    pub promises: BTreeMap<Promise, HeldPromise>,
    /// The most that was ever held at once, reservations and promises included.
    pub peak: Units,
    /// The most that was ever agreed at once.
    pub peak_committed: Units,
}

/// Capacity held by a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hold {
    /// Working time a term.
    pub half_days: HalfDays,
    /// Whether it is agreed; before, it is only reserved.
    pub committed: bool,
    /// Who is lent, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The first day from which it is held.
    pub from: NaiveDate,
    /// The last day of work, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The terms of those days.
    #[serde(skip)]
    pub terms: Terms,
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

/// Capacity held by a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPromise {
    /// Working time a term.
    pub half_days: HalfDays,
    /// The first day for which it is promised, where the round plans for later.
    pub from: Option<NaiveDate>,
    /// The terms from that day on, or from that of the promise.
    pub terms: Terms,
}

/// How much of a limit is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Places.
    pub units: Units,
    /// Working time a term.
    pub half_days: HalfDays,
}

/// Something that holds capacity.
#[derive(Clone, Copy)]
struct Held {
    person: Option<PersonId>,
    half_days: HalfDays,
    terms: Terms,
}

impl Taken {
    fn of(held: impl Iterator<Item = Held>) -> Self {
        held.fold(Self::default(), |sum, held| Self {
            units: Units(sum.units.0.saturating_add(1)),
            half_days: sum.half_days.plus(held.half_days),
        })
    }

    /// Whether it is no more than a limit.
    fn fits(self, limit: Limit) -> bool {
        self.units <= limit.at_once && self.half_days <= limit.per_term
    }
}

impl Ledger {
    /// All that is held, promises included, in whatever term.
    pub fn taken(&self) -> Taken {
        Taken::of(self.held(None))
    }

    /// What of it counts in one term, seen from the term `now`.
    pub fn taken_in(&self, term: usize, now: usize) -> Taken {
        Taken::of(self.held(None).filter(|held| held.terms.count_in(term, now)))
    }

    /// How much it lends in a term.
    pub fn limit_in(&self, term: usize) -> Limit {
        self.in_terms
            .get(&term)
            .copied()
            .or_else(|| self.offer.as_ref().map(Offer::limit))
            .unwrap_or_default()
    }

    /// How many more deployments of `size` it can take: the least of all terms that are asked for.
    ///
    /// Complexity: what holds capacity, for each term at which something begins or the amount changes.
    pub fn free(&self, size: HalfDays, when: When) -> Units {
        self.free_beside(size, when, None)
    }

    /// The same, where a promise is about to be kept and so does not count.
    pub(crate) fn free_beside(&self, size: HalfDays, when: When, kept: Option<Promise>) -> Units {
        let held = || self.held(kept);
        self.room(when, |term| self.limit_in(term), held, size)
    }

    /// How many more deployments of `size` one of its people can take.
    pub fn free_of(&self, person: PersonId, size: HalfDays, when: When) -> Units {
        self.free_of_beside(person, size, when, None)
    }

    pub(crate) fn free_of_beside(
        &self,
        person: PersonId,
        size: HalfDays,
        when: When,
        kept: Option<Promise>,
    ) -> Units {
        let Some(limit) = self.people.get(&person).and_then(Person::lendable) else {
            return Units(0);
        };
        let held = || self.held(kept).filter(|held| held.person == Some(person));
        self.room(when, |_| limit, held, size)
    }

    fn room<H: Iterator<Item = Held>>(
        &self,
        when: When,
        limit: impl Fn(usize) -> Limit,
        held: impl Fn() -> H,
        size: HalfDays,
    ) -> Units {
        let rooms = self.turning_points(when).map(|term| {
            let taken = Taken::of(held().filter(|it| it.terms.count_in(term, when.now)));
            limit(term).room(taken.units, taken.half_days, size)
        });
        rooms.min().unwrap_or_default()
    }

    /// Terms that are asked for and at which there can be less room than before: the first, those at which
    /// something begins, and those at which the amount changes.
    fn turning_points(&self, when: When) -> impl Iterator<Item = usize> {
        let amounts = self
            .in_terms
            .keys()
            .flat_map(|term| [*term, term.saturating_add(1)]);
        let begins = self.held(None).map(|held| held.terms.from);
        let later = amounts.chain(begins).filter(move |term| *term > when.terms.from);
        [when.terms.from]
            .into_iter()
            .chain(later.filter(move |term| when.asks_about(*term)))
    }

    /// The promise that a proposal would keep: one to that person, or one that leaves the person open.
    pub(crate) fn promise_kept(&self, proposal: &Proposal) -> Option<(Promise, HeldPromise)> {
        let to = |person| {
            let promise = Promise {
                round: proposal.round?,
                need: proposal.need,
                person,
            };
            self.promises.get(&promise).map(|held| (promise, *held))
        };
        to(proposal.person).or_else(|| to(None))
    }

    /// Whether agreeing to a deployment for these terms keeps what is committed within what is declared.
    /// Reservations of others do not count: they may yet be declined.
    pub fn can_commit(&self, deployment: DeploymentId, when: When) -> bool {
        self.offer.is_some()
            && self.turning_points(when).all(|term| {
                let committed = self.committed_in(term, when.now, Some(deployment));
                committed.fits(self.limit_in(term))
            })
    }

    /// The first term from `now` on in which more is held than is declared: capacity has fallen below
    /// commitments, or help goes on past its last term.
    pub fn overdrawn_in(&self, now: usize) -> Option<usize> {
        let over = |term: &usize| !self.taken_in(*term, now).fits(self.limit_in(*term));
        self.turning_points(When::from(now)).filter(over).min()
    }

    /// Who is at work or promised although they can be lent no longer, or not so much.
    pub fn overdrawn_people(&self, now: usize) -> impl Iterator<Item = PersonId> {
        let over = move |id: &PersonId, person: &Person| {
            let limit = person.lendable().unwrap_or_default();
            self.turning_points(When::from(now)).any(|term| {
                let held = self.held(None).filter(|it| it.person == Some(*id));
                !Taken::of(held.filter(|it| it.terms.count_in(term, now))).fits(limit)
            })
        };
        self.people
            .iter()
            .filter(move |(id, person)| over(id, person))
            .map(|(id, _)| *id)
    }

    /// It as it would be without some of its deployments.
    pub(crate) fn without(&self, deployments: &[DeploymentId]) -> Self {
        let mut after = self.clone();
        after.holds.retain(|id, _| !deployments.contains(id));
        after
    }

    fn held(&self, kept: Option<Promise>) -> impl Iterator<Item = Held> {
        let promises = self
            .promises
            .iter()
            .filter(move |(promise, _)| Some(**promise) != kept);
        let promises = promises.map(|(promise, held)| Held {
            person: promise.person,
            half_days: held.half_days,
            terms: held.terms,
        });
        self.holds.values().map(Hold::held).chain(promises)
    }

    /// What is agreed and counts in one term, as if one deployment more were agreed for it.
    fn committed_in(&self, term: usize, now: usize, with: Option<DeploymentId>) -> Taken {
        let committed = self
            .holds
            .iter()
            .filter(|(id, hold)| Some(**id) == with || (hold.committed && hold.terms.count_in(term, now)));
        Taken::of(committed.map(|(_, hold)| hold.held()))
    }

    /// The most places that are taken at once in any of these terms.
    fn most_in(&self, when: When, taken: impl Fn(usize) -> Taken) -> Units {
        let in_turn = self.turning_points(when);
        in_turn.map(|term| taken(term).units).max().unwrap_or_default()
    }

    pub(crate) fn declare(&mut self, it: &DeclaredCapacity, opened: &Opened) {
        self.offer = Some(it.offer.clone());
        let by_index = it.in_terms.iter().filter_map(|it| {
            let index = opened.calendar.term_index(it.term)?;
            Some((index, it.limit()))
        });
        self.in_terms = by_index.collect();
    }

    pub(crate) fn fall(&mut self, it: &FallenCapacity, opened: &Opened) {
        let fallen = it.limit();
        if let Some(term) = it.term {
            self.in_terms
                .extend(opened.calendar.term_index(term).map(|term| (term, fallen)));
            return;
        }
        if let Some(offer) = &mut self.offer {
            (offer.at_once, offer.per_term) = (fallen.at_once, fallen.per_term);
        }
        for limit in self.in_terms.values_mut() {
            limit.at_once = limit.at_once.min(fallen.at_once);
            limit.per_term = limit.per_term.min(fallen.per_term);
        }
    }

    pub(crate) fn reserve(&mut self, it: &Reservation, today: NaiveDate, opened: &Opened) {
        if let Some(promise) = &it.keeps {
            self.promises.remove(promise);
        }
        let from = it.from.unwrap_or(today);
        let hold = Hold {
            half_days: it.half_days,
            committed: false,
            person: it.person,
            from,
            to: it.to,
            terms: opened.terms(from, it.to),
        };
        self.holds.insert(it.deployment, hold);
        self.note_peak(opened.term_of(today), hold.terms);
    }

    pub(crate) fn promise(&mut self, it: &Promised, today: NaiveDate, opened: &Opened) {
        let held = HeldPromise {
            half_days: it.half_days,
            from: it.from,
            terms: opened.terms(it.from.unwrap_or(today), None),
        };
        self.promises.insert(it.promise, held);
        self.note_peak(opened.term_of(today), held.terms);
    }

    pub(crate) fn commit(&mut self, it: &Commitment, today: NaiveDate, opened: &Opened) {
        let Some(hold) = self.holds.get_mut(&it.deployment) else {
            return;
        };
        hold.committed = true;
        if let Some(from) = it.from {
            (hold.from, hold.to, hold.terms) = (from, it.to, opened.terms(from, it.to));
        }
        let (now, terms) = (opened.term_of(today), hold.terms);
        let committed = self.most_in(When { now, terms }, |term| self.committed_in(term, now, None));
        self.peak_committed = self.peak_committed.max(committed);
    }

    /// The terms of its holds, which follow from their days.
    pub(crate) fn place_in_terms(&mut self, opened: &Opened) {
        for hold in self.holds.values_mut() {
            hold.terms = opened.terms(hold.from, hold.to);
        }
    }

    fn note_peak(&mut self, now: usize, terms: Terms) {
        let taken = self.most_in(When { now, terms }, |term| self.taken_in(term, now));
        self.peak = self.peak.max(taken);
    }
}

impl Hold {
    const fn held(&self) -> Held {
        Held {
            person: self.person,
            half_days: self.half_days,
            terms: self.terms,
        }
    }
}
