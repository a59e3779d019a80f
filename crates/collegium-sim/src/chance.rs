//! Luck: streams of random numbers that are fixed by what they are for, and distributions made of them.
//!
//! A number is a pure function of (seed, replication, name, entity, counter). So what one school draws for one
//! purpose depends on nothing that others draw, two policies see the same luck, and any number can be asked
//! for without those before it.

mod distribution;
mod normal;
mod philox;

pub use distribution::{Exponential, Lognormal, NotADistribution};
pub use normal::normal_quantile;

use philox::block;
use serde::{Deserialize, Serialize};

/// A stream of random numbers. Making one is cheap; a copy goes on from the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stream {
    key: [u32; 2],
    entity: u64,
    counter: u64,
}

impl Stream {
    /// The stream of `entity` for the purpose of `name`.
    ///
    /// Determinism: the same on every machine, for ever; see the test that pins it.
    pub fn new(seed: u64, replication: u32, name: &str, entity: u64) -> Self {
        let mixed = mix(seed ^ mix(fnv1a(name) ^ mix(u64::from(replication))));
        Self {
            key: halves(mixed),
            entity,
            counter: 0,
        }
    }

    /// The number at a place, strictly between 0 and 1, with 52 random bits.
    pub fn at(&self, counter: u64) -> f64 {
        let ([c0, c1], [e0, e1]) = (halves(counter), halves(self.entity));
        let [low, high, ..] = block([c0, c1, e0, e1], self.key);
        inside(u64::from(high) << 32 | u64::from(low))
    }

    /// The next number, strictly between 0 and 1.
    pub fn uniform(&mut self) -> f64 {
        let at = self.at(self.counter);
        self.counter = self.counter.wrapping_add(1);
        at
    }
}

/// The two halves, the low one first.
#[expect(clippy::cast_possible_truncation, reason = "the low half is what is meant")]
const fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

/// The upper 52 bits as a number in the middle of one of 2⁵² equal parts of the unit interval.
#[expect(clippy::cast_precision_loss, reason = "52 bits fit")]
fn inside(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// Source: the finaliser of SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
const fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ number >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ number >> 31
}

/// Source: Fowler, Noll & Vo, FNV-1a with 64 bits.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_fixed_for_ever() {
        let mut stream = Stream::new(7, 1, "test", 3);
        let drawn: Vec<_> = (0..3).map(|_| stream.uniform().to_bits()).collect();
        assert_eq!(
            drawn,
            [
                4_602_978_962_777_833_575,
                4_594_070_147_911_550_924,
                4_600_092_898_827_586_922
            ]
        );
        let others = [
            Stream::new(8, 1, "test", 3),
            Stream::new(7, 2, "test", 3),
            Stream::new(7, 1, "tests", 3),
            Stream::new(7, 1, "test", 4),
        ];
        assert!(others.iter().all(|other| other.at(0).to_bits() != drawn[0]));
    }

    #[test]
    fn a_number_does_not_depend_on_those_before_it() {
        let mut stream = Stream::new(1, 0, "order", 0);
        let in_turn: Vec<_> = (0..100).map(|_| stream.uniform().to_bits()).collect();
        let backwards: Vec<_> = (0..100).rev().map(|at| stream.at(at).to_bits()).collect();
        assert!(in_turn.iter().eq(backwards.iter().rev()));
    }

    #[test]
    fn the_ends_are_never_reached() {
        assert!(inside(0) > 0.0 && inside(u64::MAX) < 1.0);
    }

    /// Chi-square over 64 cells of each of 64 entities' first numbers, and of one entity's numbers: the bounds
    /// are the 0.0001 and 0.9999 quantiles with 63 degrees of freedom.
    #[test]
    fn numbers_are_even_within_a_stream_and_across_entities() {
        let chi_square = |numbers: &mut dyn Iterator<Item = f64>| {
            let mut cells = [0_u32; 64];
            let mut count = 0.0;
            for number in numbers {
                cells[(number * 64.0) as usize] += 1;
                count += 1.0;
            }
            let expected = count / 64.0;
            cells
                .iter()
                .map(|it| (f64::from(*it) - expected).powi(2) / expected)
                .sum::<f64>()
        };
        let stream = Stream::new(1, 0, "even", 5);
        let within = chi_square(&mut (0..64_000).map(|at| stream.at(at)));
        let across = chi_square(&mut (0..64_000).map(|entity| Stream::new(1, 0, "even", entity).at(0)));
        let replications = chi_square(&mut (0..64_000).map(|it| Stream::new(1, it, "even", 5).at(0)));
        for found in [within, across, replications] {
            assert!((27.7..116.9).contains(&found), "{found}");
        }
    }
}
