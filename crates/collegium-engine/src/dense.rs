//! Numbers for ids: the first id gets 0, the next 1, and so on, so that what belongs to it can lie in a row.

use collegium_model::uuid::Uuid;
use std::{collections::BTreeMap, ops::RangeBounds};

/// How many places an id may have. Where all are taken, it is looked up in the tree.
const PLACES: usize = 8;

/// Ids with their numbers. To find one takes the same short time however many there are; no choice of ids makes
/// it longer than a search in a tree.
#[derive(Clone, Debug)]
pub(crate) struct Dense<Id> {
    /// All of them, in order.
    tree: BTreeMap<Id, u32>,
    /// Most of them, each where its bits say or shortly after; a power of two, at least half of it empty.
    table: Vec<Option<(Id, u32)>>,
}

impl<Id> Default for Dense<Id> {
    fn default() -> Self {
        Self {
            tree: BTreeMap::new(),
            table: Vec::new(),
        }
    }
}

impl<Id: Copy + Ord + Into<Uuid>> Dense<Id> {
    /// The number of an id.
    pub(crate) fn number(&self, id: Id) -> Option<usize> {
        for at in self.places(id) {
            match self.table.get(at) {
                Some(Some((found, number))) if *found == id => return usize::try_from(*number).ok(),
                Some(Some(_)) => {}
                Some(None) | None => return None,
            }
        }
        let number = self.tree.get(&id)?;
        usize::try_from(*number).ok()
    }

    /// The number of an id, which gets the next one where it has none yet.
    pub(crate) fn number_or_next(&mut self, id: Id) -> usize {
        if let Some(number) = self.number(id) {
            return number;
        }
        let next = self.tree.len();
        // More than 2³² ids do not fit into memory.
        let number = u32::try_from(next).unwrap_or(u32::MAX);
        self.tree.insert(id, number);
        if self.tree.len() * 2 > self.table.len() {
            self.grow();
        } else {
            self.put(id, number);
        }
        next
    }

    /// All of them in the order of ids.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (&Id, usize)> {
        self.tree.iter().map(in_full)
    }

    /// Those of a range.
    pub(crate) fn range(
        &self,
        bounds: impl RangeBounds<Id>,
    ) -> impl DoubleEndedIterator<Item = (&Id, usize)> {
        self.tree.range(bounds).map(in_full)
    }

    fn grow(&mut self) {
        let size = (self.tree.len() * 4).next_power_of_two().max(PLACES);
        self.table = vec![None; size];
        let mut by_number: Vec<_> = self.tree.iter().map(|(id, number)| (*number, *id)).collect();
        by_number.sort_unstable();
        for (number, id) in by_number {
            self.put(id, number);
        }
    }

    fn put(&mut self, id: Id, number: u32) {
        for at in self.places(id) {
            if let Some(place @ None) = self.table.get_mut(at) {
                *place = Some((id, number));
                return;
            }
        }
    }

    fn places(&self, id: Id) -> impl Iterator<Item = usize> + use<Id> {
        let (first, last) = (scattered(id.into()), self.table.len().wrapping_sub(1));
        (0..PLACES).map(move |step| first.wrapping_add(step) & last)
    }
}

fn in_full<'a, Id>((id, number): (&'a Id, &u32)) -> (&'a Id, usize) {
    (id, usize::try_from(*number).unwrap_or(usize::MAX))
}

/// Bits of an id, so mixed that ids in a row lie far apart.
fn scattered(id: Uuid) -> usize {
    let (high, low) = id.as_u64_pair();
    let mixed = (high.rotate_left(32) ^ low).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Dense, PLACES, scattered};
    use collegium_model::{id::NeedId, uuid::Uuid};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn id(high: u64, low: u64) -> NeedId {
        NeedId::new(Uuid::from_u64_pair(high, low))
    }

    proptest! {
        #[test]
        fn it_answers_as_a_tree_would(ids in prop::collection::vec((0..3_u64, 0..400_u64), 0..600)) {
            let (mut dense, mut tree) = (Dense::default(), BTreeMap::new());
            for (high, low) in ids {
                let id = id(high, low);
                prop_assert_eq!(dense.number(id), tree.get(&id).copied());
                let next = tree.len();
                let number = *tree.entry(id).or_insert(next);
                prop_assert_eq!(dense.number_or_next(id), number);
            }
            prop_assert!(dense.iter().eq(tree.iter().map(|(id, number)| (id, *number))));
            let from = id(1, 200);
            prop_assert!(dense.range(from..).eq(tree.range(from..).map(|(id, number)| (id, *number))));
        }
    }

    #[test]
    fn ids_that_all_want_one_place_are_found_in_the_tree() {
        // The two halves cancel out.
        let alike = |number: u64| id(number, number.rotate_left(32));
        let mut dense = Dense::default();
        for number in 0..1_000 {
            assert_eq!(scattered(alike(number).uuid()), scattered(alike(0).uuid()));
            assert_eq!(u64::try_from(dense.number_or_next(alike(number))), Ok(number));
        }
        assert_eq!(dense.table.iter().flatten().count(), PLACES);
        for number in 0..1_000 {
            assert_eq!(dense.number(alike(number)), usize::try_from(number).ok());
        }
        assert_eq!(dense.number(alike(1_000)), None);
    }
}
