//! Ids from a seed, in the order in which they are asked for.

use crate::random::RandomStream;
use collegium_model::uuid::Uuid;

/// A source of UUIDs: the same seed gives the same ids in the same order.
#[derive(Debug)]
pub struct Ids(RandomStream);

impl Ids {
    /// A source under `seed`, for one purpose.
    pub fn new(seed: u64, purpose: &str) -> Self {
        Self(RandomStream::new(seed, purpose, Uuid::nil()))
    }

    /// The next id, wrapped by an id type's `new`.
    pub fn next<T>(&mut self, wrap: fn(Uuid) -> T) -> T {
        wrap(self.0.uuid())
    }
}
