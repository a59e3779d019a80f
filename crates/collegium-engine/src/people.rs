//! What a network's log keeps of one person, so that they can be told.

use crate::{acts::Event, entry::Entry};
use collegium_cycle::people::{As, people, roles_of};
use collegium_model::id::PersonId;

/// Every entry that speaks of a person, with as what, in the order of the log.
///
/// Complexity: linear in the entries.
pub fn entries_of<'a>(
    person: PersonId,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> impl Iterator<Item = (&'a Entry, Vec<As>)> {
    entries.into_iter().filter_map(move |entry| {
        let roles = appears(person, entry);
        (!roles.is_empty()).then_some((entry, roles))
    })
}

fn appears(person: PersonId, entry: &Entry) -> Vec<As> {
    let deployed = |person: Option<PersonId>| Vec::from_iter(person.map(|person| (person, As::Deployed)));
    let reviewing = |person| vec![(person, As::PeerReviewer)];
    let named = match &entry.event {
        Event::InCycle(_, event) => people(event),
        Event::PersonIdentified(it) => deployed(Some(it.person)),
        Event::PersonAccredited(it) => deployed(Some(it.person)),
        Event::PersonDeveloped(it) | Event::PersonOffered(it) | Event::PersonStoodDown(it) => {
            deployed(Some(it.person))
        }
        Event::PlanProposed(it) => it
            .people
            .values()
            .flat_map(|person| deployed(Some(*person)))
            .collect(),
        Event::ReviewerNamed(it) => reviewing(it.person),
        Event::ReviewerStoodDown(it) => reviewing(it.person),
        Event::VisitBooked(it) if it.leads => vec![(it.person, As::LeadReviewer)],
        Event::VisitBooked(it) => reviewing(it.person),
        Event::VisitFreed(it) => reviewing(it.person),
        Event::PlacementAnswered(it) => deployed(it.placement.person),
        Event::CapacityReserved(it) => deployed(it.person),
        Event::CapacityPromised(it) => deployed(it.promise.person),
        Event::PromiseLapsed(it) => deployed(it.promise.person),
        // Named one by one, so that a new event that names people cannot be forgotten here.
        Event::NetworkOpened(_)
        | Event::MemberEnrolled(_)
        | Event::NewReferenceReported(_)
        | Event::SchoolGoneReported(_)
        | Event::PartnershipFormed(_)
        | Event::CharterAdopted(_)
        | Event::SchoolAdmitted(_)
        | Event::SchoolReleased(_)
        | Event::DepartureReported(_)
        | Event::CapacityDeclared(_)
        | Event::CapacityFell(_)
        | Event::CapacityCommitted(_)
        | Event::CapacityReleased(_)
        | Event::RoundOpened(_)
        | Event::PlanConfirmed(_)
        | Event::RoundClosed(_)
        | Event::CycleErased(_) => Vec::new(),
    };
    roles_of(person, entry.actor, entry.on_behalf_of, named)
}
