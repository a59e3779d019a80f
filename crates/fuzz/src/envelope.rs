//! One line of a log.

use crate::{story, upcaster::same};
use collegium_cycle::{envelope::Envelope, people::entries_of};
use collegium_engine::{
    acts::Event,
    entry::{Entry, Reader},
    network::Network,
};

/// Reads an envelope and the entry in it, and applies the entry to a network without judging it.
///
/// # Panics
/// Where a law does not hold: an envelope is written and read again as the same, to the byte; so is an
/// entry; any entry can be applied, and what the network then holds can be asked for, kept and restored; a reader of a log reads a line as the
/// envelope alone is read.
pub fn envelope(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    read_both_ways(text);
    let Ok(envelope) = serde_json::from_str::<Envelope>(text) else {
        return;
    };
    let written = envelope.line().expect("an envelope that was read can be written");
    let again: Envelope = serde_json::from_str(&written)
        .unwrap_or_else(|error| panic!("what was written cannot be read: {error}\n{written}"));
    let twice = serde_json::to_string(&again).expect("an envelope that was read can be written");
    assert_eq!(twice, written, "an envelope is written as another");
    let spoken_of = entries_of(envelope.actor, std::slice::from_ref(&envelope));
    assert!(!spoken_of.is_empty(), "the actor is not among those spoken of");
    let read = Entry::read(envelope);
    assert_eq!(read, Entry::read(again), "an envelope is read as another entry");
    let entry = match read {
        Ok(entry) => entry,
        Err(fault) => return assert!(!fault.to_string().is_empty(), "a fault without a word"),
    };
    rewritten(&entry);
    if let Event::InCycle(_, event) = &entry.event {
        same(event);
    }
    for network in [story::empty(), story::check_after(usize::MAX).network().clone()] {
        applied(network, &entry);
    }
}

/// A reader of a log reads the same entry as is read of the envelope alone, or tells the same fault.
fn read_both_ways(text: &str) {
    let mut reader = Reader::default();
    let alone = serde_json::from_str::<Envelope>(text).map_err(|fault| fault.to_string());
    let alone = alone.and_then(|envelope| Entry::read(envelope).map_err(|fault| fault.to_string()));
    for _ in 0..2 {
        let read = reader.line(text).map_err(|fault| fault.to_string());
        assert_eq!(read, alone, "a line is read as another entry, or fault");
    }
}

/// An entry is written and read again as the same.
pub(crate) fn rewritten(entry: &Entry) -> String {
    let line = entry.line().expect("an entry that was read can be written");
    let again: Envelope = serde_json::from_str(&line)
        .unwrap_or_else(|error| panic!("what was written cannot be read: {error}\n{line}"));
    assert_eq!(
        Entry::read(again).as_ref(),
        Ok(entry),
        "an entry is written as another"
    );
    line
}

fn applied(mut network: Network, entry: &Entry) {
    network.evolve(entry);
    let _ = network.violations();
    let kept = network.snapshot().expect("any state has a JSON form");
    let restored = Network::restore(network.rules().clone(), [], &kept)
        .unwrap_or_else(|stale| panic!("what was kept cannot be restored: {stale}"));
    let again = restored.snapshot().expect("any state has a JSON form");
    assert_eq!(again, kept, "a snapshot is restored as another network");
    let calendar = network.opened().map(|opened| &opened.calendar);
    for (id, cycle) in network.cycles.iter() {
        story::answers(
            cycle,
            network.rules_of(*id),
            entry.recorded,
            calendar.unwrap_or(story::calendar()),
        );
    }
}
