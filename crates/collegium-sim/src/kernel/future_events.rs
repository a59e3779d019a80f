//! Events that are still to happen, in the one order in which they will.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::SerializeStruct};
use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeSet, BinaryHeap},
};

/// An event with its place in the order: the earlier tick first, of one tick the lower priority number, of
/// those what was scheduled first.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheduled<T> {
    /// When it happens.
    pub tick: u64,
    /// Its rank among events of one tick; 0 comes first.
    pub priority: u8,
    /// How many were scheduled before it.
    pub sequence: u64,
    /// What happens.
    pub event: T,
}

/// An event was to happen before the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event is scheduled for tick {tick}, but it is tick {now} already")]
pub struct InThePast {
    /// When it was to happen.
    pub tick: u64,
    /// The present.
    pub now: u64,
}

impl InThePast {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "schedule it for the present tick or a later one"
    }
}

/// What in a snapshot cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// An event lies before the present.
    #[error(transparent)]
    InThePast(#[from] InThePast),
    /// A place in the order is held twice, or was not given out yet.
    #[error("the place {sequence} in the order is held twice, or not given out yet")]
    Place {
        /// The place.
        sequence: u64,
    },
}

/// The future-event list of a simulation.
///
/// # Determinism
/// The order is total: (tick, priority, sequence). It does not depend on how the heap came to be. A snapshot
/// lists events in that order, so equal lists give equal bytes.
///
/// # Complexity
/// Logarithmic in events for each one put in or taken out.
#[derive(Clone, Debug)]
pub struct FutureEvents<T> {
    heap: BinaryHeap<Reverse<Scheduled<T>>>,
    now: u64,
    sequence: u64,
}

impl<T> Default for FutureEvents<T> {
    fn default() -> Self {
        Self {
            heap: BinaryHeap::new(),
            now: 0,
            sequence: 0,
        }
    }
}

impl<T> FutureEvents<T> {
    /// Puts an event in, for the present tick or a later one.
    pub fn schedule(&mut self, tick: u64, priority: u8, event: T) -> Result<(), InThePast> {
        let now = self.now;
        if tick < now {
            return Err(InThePast { tick, now });
        }
        self.heap.push(Reverse(Scheduled {
            tick,
            priority,
            sequence: self.sequence,
            event,
        }));
        self.sequence += 1;
        Ok(())
    }

    /// Takes the next event out; its tick is now the present.
    pub fn take(&mut self) -> Option<Scheduled<T>> {
        let Reverse(next) = self.heap.pop()?;
        self.now = next.tick;
        Some(next)
    }

    /// The next event, which stays.
    pub fn peek(&self) -> Option<&Scheduled<T>> {
        self.heap.peek().map(|Reverse(next)| next)
    }

    /// The tick of the latest event that was taken; 0 before the first.
    pub const fn now(&self) -> u64 {
        self.now
    }

    /// How many events are still to happen.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// Whether nothing is still to happen.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }
}

impl<T> Scheduled<T> {
    const fn place(&self) -> (u64, u8, u64) {
        (self.tick, self.priority, self.sequence)
    }
}

impl<T> PartialEq for Scheduled<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl<T> Eq for Scheduled<T> {}

impl<T> PartialOrd for Scheduled<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Scheduled<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl<T: Serialize> Serialize for FutureEvents<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut events: Vec<_> = self.heap.iter().map(|Reverse(event)| event).collect();
        events.sort();
        let mut snapshot = serializer.serialize_struct("FutureEvents", 3)?;
        snapshot.serialize_field("now", &self.now)?;
        snapshot.serialize_field("sequence", &self.sequence)?;
        snapshot.serialize_field("events", &events)?;
        snapshot.end()
    }
}

/// What [`FutureEvents`] are read from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Snapshot<T> {
    now: u64,
    sequence: u64,
    events: Vec<Scheduled<T>>,
}

impl<T> TryFrom<Snapshot<T>> for FutureEvents<T> {
    type Error = SnapshotError;

    fn try_from(snapshot: Snapshot<T>) -> Result<Self, SnapshotError> {
        let Snapshot {
            now,
            sequence,
            events,
        } = snapshot;
        let mut places = BTreeSet::new();
        for event in &events {
            if event.tick < now {
                let tick = event.tick;
                return Err(InThePast { tick, now }.into());
            }
            if event.sequence >= sequence || !places.insert(event.sequence) {
                return Err(SnapshotError::Place {
                    sequence: event.sequence,
                });
            }
        }
        let heap = events.into_iter().map(Reverse).collect();
        Ok(Self { heap, now, sequence })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for FutureEvents<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Snapshot::deserialize(deserializer)?
            .try_into()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drained(mut events: FutureEvents<usize>) -> Vec<usize> {
        std::iter::from_fn(|| events.take()).map(|it| it.event).collect()
    }

    proptest! {
        #[test]
        fn a_stable_sort_comes_to_the_same_order(
            wished in prop::collection::vec((0_u64..5, 0_u8..3), 0..40), taken in 0_usize..10,
        ) {
            let mut events = FutureEvents::default();
            for (place, &(tick, priority)) in wished.iter().enumerate() {
                events.schedule(tick, priority, place).unwrap();
            }
            let mut expected: Vec<_> = (0..wished.len()).collect();
            expected.sort_by_key(|&place| wished[place]);
            prop_assert_eq!(drained(events.clone()), expected);

            for _ in 0..taken {
                events.take();
            }
            let written = serde_json::to_string(&events).unwrap();
            let read: FutureEvents<usize> = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
            prop_assert_eq!((read.now(), read.len()), (events.now(), events.len()));
            prop_assert_eq!(drained(read), drained(events));
        }
    }

    #[test]
    fn the_past_is_closed() {
        let mut events = FutureEvents::default();
        events.schedule(4, 0, "first").unwrap();
        assert_eq!(events.peek().map(|it| it.event), Some("first"));
        events.take();
        assert_eq!(events.schedule(3, 0, "late"), Err(InThePast { tick: 3, now: 4 }));
        events.schedule(4, 0, "now").unwrap();
        assert!(events.take().is_some() && events.is_empty() && events.take().is_none());
    }

    #[test]
    fn a_snapshot_that_cannot_be_is_refused() {
        let read = |text: &str| serde_json::from_str::<FutureEvents<u8>>(text).map_err(|it| it.to_string());
        let event = r#"{"tick":5,"priority":0,"sequence":1,"event":7}"#;
        let of = |now: u64, sequence: u64, events: &str| {
            format!(r#"{{"now":{now},"sequence":{sequence},"events":[{events}]}}"#)
        };
        assert!(read(&of(5, 2, event)).is_ok());
        assert!(
            read(&of(6, 2, event))
                .unwrap_err()
                .contains("tick 5, but it is tick 6")
        );
        assert!(read(&of(5, 1, event)).unwrap_err().contains("place 1"));
        assert!(
            read(&of(5, 2, &format!("{event},{event}")))
                .unwrap_err()
                .contains("twice")
        );
    }
}
