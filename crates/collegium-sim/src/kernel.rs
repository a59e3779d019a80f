//! What comes next in virtual time, and a small queue that other simulations are held to.

mod future_events;
mod queue;

pub use future_events::{FutureEvents, InThePast, Scheduled, SnapshotError};
pub use queue::{Customer, waits_by_events, waits_by_recursion};
