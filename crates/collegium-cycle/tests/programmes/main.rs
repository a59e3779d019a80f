//! Real programmes, each run under its preset from start to end, with its branches and side processes.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

mod cluster;
mod joiner;
mod named;
mod play;
mod quality_assurance;
mod targeted;
