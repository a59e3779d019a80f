//! Random streams, keyed: what one entity draws for one purpose does not depend on what others draw, so two
//! runs that differ in one decision see the same luck elsewhere.

use chacha20::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};
use collegium_model::uuid::Uuid;

/// A stream of random numbers, fixed by a seed, a purpose and an entity. The same on every machine.
#[derive(Debug)]
pub struct RandomStream(ChaCha8Rng);

impl RandomStream {
    /// The stream of `entity` for `purpose` under `seed`.
    pub fn new(seed: u64, purpose: &str, entity: Uuid) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&fnv1a(purpose).to_le_bytes());
        key[16..].copy_from_slice(entity.as_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below `bound`; none where `bound` is zero. Unbiased to one in 2³².
    pub fn below(&mut self, bound: u32) -> u32 {
        let wide = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(wide >> 32).unwrap_or(0)
    }

    /// True with a chance of `per_mille` in a thousand.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of several, or none of none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let count = u32::try_from(of.len()).unwrap_or(u32::MAX);
        of.get(usize::try_from(self.below(count)).unwrap_or(0))
    }

    /// A UUID of version 8.
    pub fn uuid(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        Uuid::new_v8(bytes)
    }
}

/// Source: Fowler, Noll & Vo, FNV-1a with 64 bits.
pub(crate) const fn fnv1a(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_fixed_for_ever() {
        let mut stream = RandomStream::new(7, "test", Uuid::from_u128(1));
        let drawn: Vec<_> = (0..4).map(|_| stream.below(1000)).collect();
        assert_eq!(drawn, [460, 202, 81, 820]);
        for other in [
            RandomStream::new(8, "test", Uuid::from_u128(1)),
            RandomStream::new(7, "tests", Uuid::from_u128(1)),
            RandomStream::new(7, "test", Uuid::from_u128(2)),
        ] {
            let mut other = other;
            assert_ne!(drawn, (0..4).map(|_| other.below(1000)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn bounds_hold() {
        let mut stream = RandomStream::new(1, "bounds", Uuid::nil());
        assert!((0..1000).all(|_| stream.below(3) < 3));
        assert_eq!(stream.below(0), 0);
        assert!((0..100).all(|_| !stream.chance(0)) && (0..100).all(|_| stream.chance(1000)));
        assert_eq!(stream.pick::<u8>(&[]), None);
    }
}
