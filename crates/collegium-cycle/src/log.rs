//! How events are kept, and how kept events are read.

pub mod chain;
pub mod envelope;
pub mod people;
pub mod snapshot;
pub mod upcast;
