//! Who sees what: secrets are marked, everything that can be shown is written out, and the marks are looked
//! for under every role, every pair of roles and none.

#![allow(
    clippy::match_same_arms,
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

#[allow(
    dead_code,
    reason = "the world of the cycle's own tests has more than is needed here"
)]
#[path = "../cycle/world.rs"]
mod world;

mod marks;
