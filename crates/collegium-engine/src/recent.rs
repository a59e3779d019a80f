//! The last commands that were taken, so that one that comes again is answered with what it brought.
//!
//! A ring with chains by a few bits of the id: to note a command and to find one take the same short time
//! however long a log is. What an id's bits are decides only how fast it is found.

use collegium_model::id::CommandId;
use std::ops::RangeInclusive;

/// How many commands are remembered.
const REMEMBERED: usize = 1024;
const CHAINS: usize = 2 * REMEMBERED;
const NONE: u16 = u16::MAX;

/// A command with the entries that it brought.
#[derive(Clone, Debug)]
struct Taken {
    command: CommandId,
    entries: RangeInclusive<u64>,
    /// The next of its chain.
    next: u16,
}

/// The last commands, up to 1,024.
#[derive(Clone, Debug)]
pub(crate) struct Recent {
    ring: Vec<Taken>,
    /// Where the next one goes.
    at: usize,
    /// The first of each chain.
    chains: Vec<u16>,
}

impl Default for Recent {
    fn default() -> Self {
        Self {
            ring: Vec::new(),
            at: 0,
            chains: vec![NONE; CHAINS],
        }
    }
}

impl Recent {
    /// Notes that a command brought an entry at that position.
    pub(crate) fn note(&mut self, command: CommandId, position: u64) {
        let last = self.at.checked_sub(1).unwrap_or(REMEMBERED - 1);
        if let Some(last) = self.ring.get_mut(last).filter(|last| last.command == command) {
            last.entries = *last.entries.start()..=position;
            return;
        }
        let taken = Taken {
            command,
            entries: position..=position,
            next: self.chain(command),
        };
        let place = u16::try_from(self.at).unwrap_or(NONE);
        match self
            .ring
            .get(self.at)
            .map(|forgotten| (forgotten.command, forgotten.next))
        {
            None => self.ring.push(taken),
            Some((forgotten, next)) => {
                self.unchain(forgotten, place, next);
                let next = self.chain(command);
                if let Some(slot) = self.ring.get_mut(self.at) {
                    *slot = Taken { next, ..taken };
                }
            }
        }
        if let Some(first) = self.chains.get_mut(chain_of(command)) {
            *first = place;
        }
        self.at = (self.at + 1) % REMEMBERED;
    }

    /// The entries that a command brought, if it is among the last.
    pub(crate) fn entries(&self, command: CommandId) -> Option<RangeInclusive<u64>> {
        let mut place = self.chain(command);
        while let Some(taken) = self.ring.get(usize::from(place)) {
            if taken.command == command {
                return Some(taken.entries.clone());
            }
            place = taken.next;
        }
        None
    }

    /// All that are remembered, the oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (CommandId, &RangeInclusive<u64>)> {
        let (newer, older) = self.ring.split_at(self.at.min(self.ring.len()));
        older.iter().chain(newer).map(|it| (it.command, &it.entries))
    }

    fn chain(&self, command: CommandId) -> u16 {
        self.chains.get(chain_of(command)).copied().unwrap_or(NONE)
    }

    /// Takes the one at `place`, which `next` follows, out of its chain.
    fn unchain(&mut self, command: CommandId, place: u16, next: u16) {
        let mut before = match self.chains.get_mut(chain_of(command)) {
            Some(first) if *first == place => {
                *first = next;
                return;
            }
            Some(first) => *first,
            None => return,
        };
        while let Some(taken) = self.ring.get_mut(usize::from(before)) {
            if taken.next == place {
                taken.next = next;
                return;
            }
            before = taken.next;
        }
    }
}

fn chain_of(command: CommandId) -> usize {
    let (high, low) = command.uuid().as_u64_pair();
    let folded = (high ^ low).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48;
    usize::try_from(folded).unwrap_or(0) % CHAINS
}

#[cfg(test)]
mod tests {
    use super::{CommandId, REMEMBERED, Recent};
    use collegium_model::uuid::Uuid;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_answers_as_a_plain_list_of_the_last_would(ids in prop::collection::vec(0..4_000_u64, 0..6_000), few in 1..40_u64) {
            let mut recent = Recent::default();
            let mut list: Vec<(CommandId, u64, u64)> = Vec::new();
            for (position, id) in (1..).zip(&ids) {
                // Most come once; some bring several entries in turn.
                let id = CommandId::new(Uuid::from_u64_pair(id / few, 7));
                let known = list.iter().rev().take(REMEMBERED).find(|(it, ..)| *it == id).copied();
                prop_assert_eq!(recent.entries(id), known.map(|(_, from, to)| from..=to));
                match list.last_mut().filter(|last| last.0 == id) {
                    Some(last) => last.2 = position,
                    None if known.is_some() => continue,
                    None => list.push((id, position, position)),
                }
                recent.note(id, position);
            }
        }
    }
}
