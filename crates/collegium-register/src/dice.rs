//! Chance from a seed, in integers.

use chacha20::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};

/// A stream of random integers that is the same on every machine.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below `bound`, and 0 where that is 0. The bias of the multiplication, at most one in
    /// 2^32 / `bound`, does not matter here.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        let product = u64::from(self.0.next_u32()) * u64::from(bound);
        u32::try_from(product >> 32).unwrap_or_default()
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = u32::try_from(most - least + 1).unwrap_or_default();
        least + i64::from(self.below(width))
    }

    /// A number around 0, from -`reach` to `reach`, near 0 more often: the mean of two.
    pub(crate) fn around(&mut self, reach: i64) -> i64 {
        i64::midpoint(self.between(-reach, reach), self.between(-reach, reach))
    }

    /// Whether something with a chance of `in_thousand` happens.
    pub(crate) fn happens(&mut self, in_thousand: u32) -> bool {
        self.below(1000) < in_thousand
    }

    pub(crate) fn index(&mut self, length: usize) -> usize {
        let bound = u32::try_from(length).unwrap_or(u32::MAX);
        usize::try_from(self.below(bound)).unwrap_or_default()
    }

    /// Draws an index by weight.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total = weights
            .iter()
            .fold(0_u32, |sum, &weight| sum.saturating_add(weight));
        let mut left = self.below(total);
        for (index, &weight) in weights.iter().enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// Puts the items in random order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.index(last + 1));
        }
    }
}
