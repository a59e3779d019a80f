//! The cycle as its users meet it: stories of the domain's rows, and promises that every history keeps.

#![allow(
    clippy::match_same_arms,
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod promises;
mod stories;
mod world;
