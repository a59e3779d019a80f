//! How events are kept.

pub mod envelope;
