//! Who helped whom: building, measures, conversions and pictures of a support network.
#![allow(clippy::unwrap_used)] // Helpers of tests may stumble as tests do.

#[path = "../support/mod.rs"]
mod support;

mod building;
mod conversions;
mod judge;
mod measures;
mod picture;
mod records;
