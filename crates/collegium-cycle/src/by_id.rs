//! Machines of one kind by their ids. A cycle has few of each, most of them one or two, so they lie in a row in
//! the order of their ids: no room is kept for more, and to look through them is to read on.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, marker::PhantomData, ops::Index};

/// Machines of one kind in the order of their ids. It travels as an object, as a map does.
///
/// Complexity: to find one O(log n), to add one O(n), where its id is the last O(1).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ById<Id, State>(Vec<(Id, State)>);

impl<Id, State> Default for ById<Id, State> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Id, State> ById<Id, State> {
    /// All in the order of their ids.
    pub fn iter(&self) -> Iter<'_, Id, State> {
        self.into_iter()
    }

    /// The ids in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Id> + ExactSizeIterator + Clone {
        self.0.iter().map(|(id, _)| id)
    }

    /// The machines in the order of their ids.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &State> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, state)| state)
    }

    /// All in the order of their ids, to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&Id, &mut State)> + ExactSizeIterator {
        self.0.iter_mut().map(|(id, state)| (&*id, state))
    }

    /// Leaves none.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps those for which `keeps` holds.
    pub fn retain(&mut self, mut keeps: impl FnMut(&Id, &State) -> bool) {
        self.0.retain(|(id, state)| keeps(id, state));
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<Id: Ord, State> ById<Id, State> {
    /// One of them.
    pub fn get(&self, id: &Id) -> Option<&State> {
        let at = self.place(id).ok()?;
        self.0.get(at).map(|(_, state)| state)
    }

    /// Whether there is such a one.
    pub fn contains_key(&self, id: &Id) -> bool {
        self.place(id).is_ok()
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: &Id) -> Option<&mut State> {
        let at = self.place(id).ok()?;
        self.0.get_mut(at).map(|(_, state)| state)
    }

    /// Puts one in; it takes the place of one with the same id.
    pub fn insert(&mut self, id: Id, state: State) {
        match self.place(&id) {
            Ok(at) => self.0[at].1 = state,
            Err(at) => {
                if self.0.is_empty() {
                    self.0.reserve_exact(1);
                }
                self.0.insert(at, (id, state));
            }
        }
    }

    fn place(&self, id: &Id) -> Result<usize, usize> {
        self.0.binary_search_by(|(at, _)| at.cmp(id))
    }
}

/// All in the order of their ids.
#[derive(Debug)]
pub struct Iter<'a, Id, State>(std::slice::Iter<'a, (Id, State)>);

impl<Id, State> Clone for Iter<'_, Id, State> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<'a, Id, State> Iterator for Iter<'a, Id, State> {
    type Item = (&'a Id, &'a State);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(id, state)| (id, state))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<Id, State> DoubleEndedIterator for Iter<'_, Id, State> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(id, state)| (id, state))
    }
}

impl<Id, State> ExactSizeIterator for Iter<'_, Id, State> {}

impl<'a, Id, State> IntoIterator for &'a ById<Id, State> {
    type Item = (&'a Id, &'a State);
    type IntoIter = Iter<'a, Id, State>;

    fn into_iter(self) -> Self::IntoIter {
        Iter(self.0.iter())
    }
}

impl<Id: Ord, State> FromIterator<(Id, State)> for ById<Id, State> {
    fn from_iter<I: IntoIterator<Item = (Id, State)>>(all: I) -> Self {
        let mut by_id = Self::default();
        all.into_iter().for_each(|(id, state)| by_id.insert(id, state));
        by_id
    }
}

impl<Id: Ord, State> Index<&Id> for ById<Id, State> {
    type Output = State;

    /// # Panics
    /// Where there is no such one, as a map does.
    fn index(&self, id: &Id) -> &State {
        self.get(id).expect("a machine that is there")
    }
}

impl<Id: fmt::Debug, State: fmt::Debug> fmt::Debug for ById<Id, State> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<Id: Serialize, State: Serialize> Serialize for ById<Id, State> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, Id: Deserialize<'de> + Ord, State: Deserialize<'de>> Deserialize<'de> for ById<Id, State> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<Id, State>(PhantomData<(Id, State)>);

        impl<'de, Id: Deserialize<'de> + Ord, State: Deserialize<'de>> de::Visitor<'de> for Object<Id, State> {
            type Value = ById<Id, State>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object by ids")
            }

            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut by_id = ById::default();
                while let Some((id, state)) = map.next_entry()? {
                    by_id.insert(id, state);
                }
                Ok(by_id)
            }
        }

        deserializer.deserialize_map(Object(PhantomData))
    }
}

#[cfg(feature = "schema")]
impl<Id: schemars::JsonSchema, State: schemars::JsonSchema> schemars::JsonSchema for ById<Id, State> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Map::<Id, State>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Map::<Id, State>::json_schema(generator)
    }
}

/// As what it travels.
#[cfg(feature = "schema")]
type Map<Id, State> = std::collections::BTreeMap<Id, State>;

#[cfg(test)]
mod tests {
    use super::ById;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_is_what_a_map_is(pairs in prop::collection::vec((0..40_u8, any::<u16>()), 0..60)) {
            let (by_id, map): (ById<_, _>, BTreeMap<_, _>) = (pairs.iter().copied().collect(), pairs.iter().copied().collect());
            prop_assert!(by_id.iter().eq(&map) && by_id.iter().rev().eq(map.iter().rev()));
            prop_assert!(by_id.keys().eq(map.keys()) && by_id.values().eq(map.values()));
            prop_assert_eq!((by_id.len(), by_id.is_empty()), (map.len(), map.is_empty()));
            let mut changed = by_id.clone();
            for id in 0..41 {
                prop_assert_eq!(by_id.get(&id), map.get(&id));
                prop_assert_eq!(by_id.contains_key(&id), map.contains_key(&id));
                if let Some(state) = changed.get_mut(&id) {
                    prop_assert_eq!(*state, by_id[&id]);
                    *state = 0;
                }
            }
            prop_assert!(changed.values().all(|state| *state == 0));
            prop_assert_eq!(format!("{by_id:?}"), format!("{map:?}"));
            let (mut few, mut of_map) = (by_id.clone(), map.clone());
            few.retain(|id, state| id % 2 == 0 && *state > 9);
            of_map.retain(|id, state| id % 2 == 0 && *state > 9);
            prop_assert!(few.iter().eq(&of_map));
            few.iter_mut().for_each(|(id, state)| *state = u16::from(*id));
            prop_assert!(few.iter().all(|(id, state)| *state == u16::from(*id)));
            few.clear();
            prop_assert!(few.is_empty());
            let json = serde_json::to_string(&by_id).unwrap();
            prop_assert_eq!(&json, &serde_json::to_string(&map).unwrap());
            prop_assert_eq!(serde_json::from_str::<ById<u8, u16>>(&json).unwrap(), by_id);
        }
    }
}
