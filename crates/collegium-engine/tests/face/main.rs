//! The JSON face: the conformance pack through it, what it promises, what it shows to whom, and lines of all
//! kinds.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod callers;
mod eyes;
mod kept;
mod ledgers;
mod lines;
mod moving;
mod pack;
mod promises;
mod stored;
