//! The rows of the domain as stories: what must be accepted, what is refused and for which reasons, and a
//! case on each side of every limit.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod deadlines;
mod four_rules;
mod moving_on;
mod privacy;
mod reversals;
mod world;
