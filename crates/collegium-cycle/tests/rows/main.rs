//! The rows of the domain as stories: what must be accepted, what is refused and for which reasons, and a
//! case on each side of every limit.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod awaited;
mod conditions;
mod deadlines;
mod desks;
mod faults;
mod four_rules;
mod lives;
mod malformed;
mod migration;
mod moving_on;
mod of_protocol;
mod own_steps;
mod privacy;
mod proposals;
mod reallocation;
mod reversals;
mod roles;
mod violations;
mod withheld;
mod words;
mod world;
