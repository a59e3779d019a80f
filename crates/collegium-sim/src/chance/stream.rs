//! A stream of random numbers, fixed by its key, with a place for each number.

use super::philox::{philox, split};
use crate::random::fnv1a;
use serde::{Deserialize, Serialize};

/// What a stream is for, such as `relapse`. Part of the format: another name gives other numbers.
///
/// Kept as a hash, so that a key is small and a name in a `const` costs nothing. Source: FNV-1a, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StreamName(u64);

impl StreamName {
    /// The name `text`.
    pub const fn new(text: &str) -> Self {
        Self(fnv1a(text))
    }
}

/// Which stream: two keys that differ anywhere give streams that have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StreamKey {
    /// The root seed of the study.
    pub seed: u64,
    /// Which replication, from 0.
    pub replication: u32,
    /// What is drawn.
    pub name: StreamName,
    /// For whom it is drawn: the dense number of a school, a person, a need.
    pub entity: u64,
}

/// A stream of random numbers. The number at a place is a pure function of the key and the place.
///
/// # Determinism
/// Integer arithmetic only: the same on every machine, in every build. A snapshot is the key and how many
/// numbers were drawn; what is read back goes on as if nothing had happened.
///
/// # Complexity
/// Two blocks of Philox4x32-10 to make one, one block for each number, in any order.
///
/// # Independence
/// Seed, name and entity are mixed into 128 bits, of which 96 and the whole replication key the stream. So
/// streams of one study are told apart by their replication, or with a chance of 1 − 2⁻⁹⁶ for each pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Snapshot", into = "Snapshot")]
pub struct Stream {
    key: StreamKey,
    drawn: u64,
    mixed: [u32; 3],
}

impl Stream {
    /// The stream of `key`, at its first number.
    pub fn new(key: StreamKey) -> Self {
        Self::at(key, 0)
    }

    /// The stream of `key` from which `drawn` numbers were taken already.
    pub fn at(key: StreamKey, drawn: u64) -> Self {
        let [seed_high, seed_low] = split(key.seed);
        let [name_high, name_low] = split(key.name.0);
        let [entity_high, entity_low] = split(key.entity);
        let counter = [entity_low, entity_high, name_low, name_high];
        let [first, second, third, _] = philox(counter, [seed_low, seed_high]);
        let mixed = [first, second, third];
        Self { key, drawn, mixed }
    }

    /// Which stream this is.
    pub const fn key(&self) -> StreamKey {
        self.key
    }

    /// How many numbers were drawn.
    pub const fn drawn(&self) -> u64 {
        self.drawn
    }

    /// The 64 bits at a place, from 0; the stream itself stays where it is.
    pub fn bits_at(&self, place: u64) -> u64 {
        let [first, second, third] = self.mixed;
        let [high, low] = split(place);
        let block = philox([low, high, self.key.replication, third], [first, second]);
        u64::from(block[0]) << 32 | u64::from(block[1])
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let bits = self.bits_at(self.drawn);
        self.drawn = self.drawn.wrapping_add(1);
        bits
    }

    /// The next number strictly between 0 and 1, a multiple of 2⁻⁵³ (zero itself becomes 2⁻⁵⁴).
    pub fn uniform(&mut self) -> f64 {
        inside(self.bits())
    }

    /// The number strictly between 0 and 1 at a place, from 0; the stream itself stays where it is.
    pub fn uniform_at(&self, place: u64) -> f64 {
        inside(self.bits_at(place))
    }

    /// The next number below `bound`; none where `bound` is zero. Unbiased to `bound` in 2⁶⁴.
    pub fn below(&mut self, bound: u64) -> Option<u64> {
        let wide = u128::from(self.bits()) * u128::from(bound);
        u64::try_from(wide >> 64).ok().filter(|_| bound > 0)
    }
}

/// The upper 53 bits as a number strictly between 0 and 1.
fn inside(bits: u64) -> f64 {
    let [high, low] = split(bits >> 11);
    let steps = f64::from(high) * TWO_TO_32 + f64::from(low);
    steps.max(0.5) * STEP
}

const TWO_TO_32: f64 = 4_294_967_296.0;
const STEP: f64 = f64::EPSILON / 2.0;

/// What a stream is written as.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Snapshot {
    key: StreamKey,
    drawn: u64,
}

impl From<Snapshot> for Stream {
    fn from(snapshot: Snapshot) -> Self {
        Self::at(snapshot.key, snapshot.drawn)
    }
}

impl From<Stream> for Snapshot {
    fn from(stream: Stream) -> Self {
        Self {
            key: stream.key,
            drawn: stream.drawn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn key(seed: u64, replication: u32, name: &str, entity: u64) -> StreamKey {
        StreamKey {
            seed,
            replication,
            name: StreamName::new(name),
            entity,
        }
    }

    #[test]
    fn streams_are_fixed_for_ever() {
        let mut stream = Stream::new(key(7, 1, "relapse", 12));
        let drawn: Vec<_> = (0..3).map(|_| stream.bits()).collect();
        assert_eq!(
            drawn,
            [
                6_302_882_658_553_381_537,
                17_780_514_032_282_082_509,
                4_678_072_645_414_016_650
            ]
        );
    }

    #[test]
    fn every_part_of_the_key_matters() {
        let keys = [
            key(7, 1, "relapse", 12),
            key(8, 1, "relapse", 12),
            key(7 + (1 << 32), 1, "relapse", 12),
            key(7, 2, "relapse", 12),
            key(7, 1, "relapses", 12),
            key(7, 1, "relapse", 13),
            key(7, 1, "relapse", 12 + (1 << 32)),
        ];
        let firsts: BTreeSet<_> = keys.iter().map(|&key| Stream::new(key).bits()).collect();
        assert_eq!(firsts.len(), keys.len());
    }

    #[test]
    fn neighbours_are_not_alike() {
        // Half of all bits differ between neighbours in entity, replication, seed and place.
        let stream = Stream::new(key(1, 0, "x", 0));
        let mut differing = [0_u32; 4];
        for step in 0..1000 {
            let here = stream.bits_at(0);
            let others = [
                Stream::new(key(1, 0, "x", step + 1)).bits(),
                Stream::new(key(1, u32::try_from(step).unwrap() + 1, "x", 0)).bits(),
                Stream::new(key(step + 2, 0, "x", 0)).bits(),
                stream.bits_at(step + 1),
            ];
            for (count, other) in differing.iter_mut().zip(others) {
                *count += (here ^ other).count_ones();
            }
        }
        // 64,000 bits, standard deviation 126.
        assert!(
            differing.iter().all(|&it| it.abs_diff(32_000) < 600),
            "{differing:?}"
        );
    }

    #[test]
    fn bounds_hold() {
        let mut stream = Stream::new(key(1, 0, "bounds", 0));
        assert!((0..1000).all(|_| stream.below(3).is_some_and(|it| it < 3)));
        assert_eq!(stream.below(0), None);
        assert_eq!(stream.below(1), Some(0));
        assert_eq!(stream.drawn(), 1002);
        assert!((0..1000).map(|_| stream.uniform()).all(|u| u > 0.0 && u < 1.0));
    }

    #[test]
    fn neither_end_is_reached_and_the_order_is_kept() {
        assert!((inside(0) / STEP - 0.5).abs() < 1e-12);
        assert!((1.0 - inside(u64::MAX) - STEP).abs() < STEP * 1e-12);
        assert!((inside(1 << 63) - 0.5).abs() < 1e-300);
        assert!(inside(0) < inside(1 << 11) && inside(1 << 11) < inside(1 << 12));
    }

    proptest! {
        #[test]
        fn any_place_is_reached_by_drawing_and_by_asking(
            seed: u64, replication: u32, entity: u64, name in "[a-z-]{0,12}", drawn in 0_u64..40,
        ) {
            let mut stream = Stream::new(key(seed, replication, &name, entity));
            let (asked, number) = (stream.bits_at(drawn), stream.uniform_at(drawn));
            for _ in 0..drawn {
                stream.bits();
            }
            let written = serde_json::to_string(&stream).unwrap();
            let mut read: Stream = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &stream);
            prop_assert_eq!(read.clone().uniform().to_bits(), number.to_bits());
            prop_assert_eq!(read.bits(), asked);
            prop_assert_eq!(stream.bits(), asked);
        }
    }
}
