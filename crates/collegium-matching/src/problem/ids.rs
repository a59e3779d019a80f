//! Numbers ids as they come. A pair costs two look-ups, so this weighs as much as solving: a hash table
//! of our own, whose order nobody sees.

use super::count;

#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// All ids one after the other, and where each of them ends.
    text: String,
    ends: Vec<usize>,
    /// Open addressing, a power of two long, at most half full.
    slots: Vec<Slot>,
    /// Tables are mostly sorted by one side, so that the id is that of the line before.
    last: u32,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    fingerprint: u32,
    number: u32,
}

const EMPTY: Slot = Slot {
    fingerprint: 0,
    number: u32::MAX,
};

impl Ids {
    /// The number of `id`, a new one if it is new.
    pub(super) fn number(&mut self, id: &str) -> u32 {
        if !self.ends.is_empty() && self.text(self.last) == id {
            return self.last;
        }
        if self.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (mut at, fingerprint) = self.home(id);
        self.last = loop {
            let slot = self.slots[at];
            if slot.number == EMPTY.number {
                let number = count(self.len());
                self.slots[at] = Slot { fingerprint, number };
                self.text.push_str(id);
                self.ends.push(self.text.len());
                break number;
            }
            if slot.fingerprint == fingerprint && self.text(slot.number) == id {
                break slot.number;
            }
            at = (at + 1) & (self.slots.len() - 1);
        };
        self.last
    }

    /// The number of `id`, if it has one.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let (mut at, fingerprint) = self.home(id);
        loop {
            let slot = self.slots[at];
            if slot.number == EMPTY.number {
                return None;
            }
            if slot.fingerprint == fingerprint && self.text(slot.number) == id {
                return Some(slot.number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The id of a number.
    pub(super) fn text(&self, number: u32) -> &str {
        let start = number
            .checked_sub(1)
            .map_or(0, |before| self.ends[before as usize]);
        &self.text[start..self.ends[number as usize]]
    }

    /// How many ids there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All numbers in the order of their ids.
    pub(super) fn sorted(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..count(self.len())).collect();
        numbers.sort_unstable_by(|&a, &b| self.text(a).cmp(self.text(b)));
        numbers
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; (self.slots.len() * 2).max(16)];
        for number in 0..count(self.len()) {
            let (mut at, fingerprint) = self.home(self.text(number));
            while self.slots[at].number != EMPTY.number {
                at = (at + 1) & (self.slots.len() - 1);
            }
            self.slots[at] = Slot { fingerprint, number };
        }
    }

    /// Where to look for `id` first, and what to tell it apart by.
    fn home(&self, id: &str) -> (usize, u32) {
        let hash = hash(id.as_bytes());
        let low = usize::try_from(hash & u64::from(u32::MAX)).unwrap_or(0);
        let high = u32::try_from(hash >> 32).unwrap_or(0);
        (low & (self.slots.len() - 1), high)
    }
}

/// Eight bytes at a time, each folded in by one multiplication of 64 by 64 bits (Wang Yi's *wyhash* mixes so).
/// Not against somebody who makes ids that collide: such a table is read slowly, and rightly.
fn hash(bytes: &[u8]) -> u64 {
    const ODD: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9];
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut hash = fold(bytes.len() as u64 ^ ODD[0], ODD[1]);
    for word in words.iter().chain(std::iter::once(&last)) {
        hash = fold(hash ^ u64::from_le_bytes(*word), ODD[0]);
    }
    fold(hash, ODD[1])
}

/// Both halves of the product, one upon the other.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    let low = u64::try_from(product & u128::from(u64::MAX)).unwrap_or(0);
    low ^ u64::try_from(product >> 64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn numbers_are_those_of_an_ordered_map(texts in proptest::collection::vec("[ab]{0,5}", 0..200)) {
            let mut ids = Ids::default();
            let mut map: BTreeMap<String, u32> = BTreeMap::new();
            for text in &texts {
                let next = count(map.len());
                let expected = *map.entry(text.clone()).or_insert(next);
                prop_assert_eq!(ids.number(text), expected);
                prop_assert_eq!(ids.text(expected), text);
            }
            prop_assert_eq!(ids.sorted(), map.into_values().collect::<Vec<_>>());
        }
    }
}
