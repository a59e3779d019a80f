//! The network as its users meet it: a giver, two takers and a round, and what the engine refuses.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod allocation;
mod becoming;
mod consultation;
mod interleavings;
mod log;
mod overdue;
mod partnerships;
mod reallocation;
mod small_world;
mod stories;
mod supply;
mod teams;
mod terms;
mod world;
