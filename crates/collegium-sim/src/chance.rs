//! Stand-in until the room of chances is built.
use crate::random::RandomStream;
use collegium_model::uuid::Uuid;
/// A stream.
#[derive(Clone, Debug)]
pub struct Stream {
    key: (u64, u32, &'static str, u64),
    counter: u64,
}
impl Stream {
    /// New.
    pub fn new(seed: u64, replication: u32, name: &'static str, entity: u64) -> Self {
        Self {
            key: (seed, replication, name, entity),
            counter: 0,
        }
    }
    /// At.
    pub fn at(&self, counter: u64) -> f64 {
        let mut it = RandomStream::new(
            self.key.0 ^ (u64::from(self.key.1) << 40),
            self.key.2,
            Uuid::from_u128(u128::from(self.key.3) << 64 | u128::from(counter)),
        );
        (f64::from(it.below(u32::MAX)) + 0.5) / f64::from(u32::MAX)
    }
    /// Next.
    pub fn uniform(&mut self) -> f64 {
        self.counter += 1;
        self.at(self.counter)
    }
}
