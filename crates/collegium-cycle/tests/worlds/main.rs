//! Small worlds, visited whole through the real `decide` and `evolve`: every pair of child kinds, pauses and
//! stops, moments before and after what is due. What is proved is told in `docs/small-worlds.md`.
//!
//! `cargo test -p collegium-cycle --test worlds -- --nocapture` prints the counts.

#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that panics has failed, and the counts are for people"
)]

mod kinds;
mod pairs;
mod paths;
mod planted;
mod roles;
mod watch;
#[path = "../shared/who_may.rs"]
mod who_may;
