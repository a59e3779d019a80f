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
    let named = match &entry.event {
        Event::InCycle(_, event) => people(event),
        // Named one by one, so that a new event that names people cannot be forgotten here.
        Event::NetworkOpened(_)
        | Event::MemberEnrolled(_)
        | Event::PartnershipFormed(_)
        | Event::CharterAdopted(_)
        | Event::SchoolAdmitted(_)
        | Event::SchoolReleased(_)
        | Event::DepartureReported(_)
        | Event::CapacityDeclared(_)
        | Event::CapacityFell(_)
        | Event::CapacityReserved(_)
        | Event::CapacityCommitted(_)
        | Event::CapacityReleased(_)
        | Event::RoundOpened(_)
        | Event::PlanProposed(_)
        | Event::PlanConfirmed(_)
        | Event::RoundClosed(_)
        | Event::CycleErased(_) => Vec::new(),
    };
    roles_of(person, entry.actor, entry.on_behalf_of, named)
}
