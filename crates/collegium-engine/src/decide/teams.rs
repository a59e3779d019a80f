//! Teams of reviewers that a round has planned: who is booked for what, once the plan is confirmed.

use crate::{
    acts::Event,
    ledger::When,
    network::Network,
    reviewers::{BookedVisit, FreedVisit, OfReview},
    round::{Basis, Placement, Planned, Round, Taker},
};
use collegium_model::id::{PersonId, RoundId};
use std::collections::{BTreeMap, BTreeSet};

impl Network {
    /// Places in teams for which nobody can be asked any more, or that are taken.
    pub(super) fn places_outdated(&self, plan: &Planned, when: When) -> Vec<Placement> {
        let assigned = self.assigned(plan, when.terms.from);
        let outdated = assigned.into_iter().filter(|(_, _, person)| person.is_none());
        outdated.map(|(placement, _, _)| placement).collect()
    }

    /// What the ledgers record of a plan of teams that is confirmed.
    pub(super) fn visits_promised(
        &self,
        id: RoundId,
        round: &Round,
        plan: &Planned,
        when: When,
    ) -> Vec<Event> {
        let assigned = self.assigned(plan, when.terms.from);
        let booked = assigned.into_iter().filter_map(|(placement, of, person)| {
            Some(Event::VisitBooked(BookedVisit {
                giver: placement.giver,
                person: person?,
                of,
                leads: round.opened.basis == Basis::Leads,
                on: round.opened.from,
                promised_by: Some(id),
            }))
        });
        booked.collect()
    }

    /// Visits that are promised and for which no team was formed, once the peers' round is closed. A lead who is
    /// in view stays so until then.
    pub(super) fn visits_lapsed(&self, round: &Round) -> Vec<Event> {
        if round.opened.basis == Basis::Leads {
            return Vec::new();
        }
        let reviewers = self.ledgers.iter().flat_map(|(giver, ledger)| {
            let reviewers = ledger.reviewers.iter();
            reviewers.map(move |(person, it)| (*giver, *person, it))
        });
        let lapsed = reviewers.flat_map(|(giver, person, it)| {
            let promised = it
                .booked
                .iter()
                .filter(|(_, booking)| booking.promised_by.is_some());
            promised.map(move |(of, _)| {
                Event::VisitFreed(FreedVisit {
                    giver,
                    person,
                    of: *of,
                })
            })
        });
        lapsed.collect()
    }

    /// Who takes each place: whom the plan names, or of the school whoever has most visits free, then by id; none
    /// where the review waits no longer, or nobody has one free.
    fn assigned(&self, plan: &Planned, term: usize) -> Vec<(Placement, OfReview, Option<PersonId>)> {
        let waiting: BTreeSet<_> = self.without_team().map(|(_, of)| of).collect();
        let mut asked: BTreeMap<PersonId, u16> = BTreeMap::new();
        let in_turn = plan
            .placements
            .keys()
            .filter_map(|placement| match placement.taker {
                Taker::Review(of) => Some((*placement, of)),
                Taker::Need(_) => None,
            });
        let assigned = in_turn.map(|(placement, of)| {
            let reviewers = self
                .ledgers
                .get(&placement.giver)
                .into_iter()
                .flat_map(|it| &it.reviewers);
            let free = reviewers.filter_map(|(person, it)| {
                let asked = asked.get(person).copied().unwrap_or(0);
                let left = it.free_in(term, Some(of)).saturating_sub(asked);
                let named = placement.person.is_none_or(|named| named == *person);
                let is_free = named && left > 0 && !it.booked.contains_key(&of);
                is_free.then_some((left, *person))
            });
            let person = free.max_by_key(|(left, person)| (*left, std::cmp::Reverse(*person)));
            let person = person.map(|(_, person)| person).filter(|_| waiting.contains(&of));
            if let Some(person) = person {
                *asked.entry(person).or_default() += 1;
            }
            (placement, of, person)
        });
        assigned.collect()
    }
}
