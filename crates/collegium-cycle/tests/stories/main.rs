//! Stories: real programmes under their presets, and the rows of the domain, each named after its id.

#![allow(
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    clippy::similar_names,
    clippy::match_same_arms,
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod play;
mod programmes;
mod rows;
#[path = "../shared/who_may.rs"]
mod who_may;
