//! How events are kept, and how kept events are read.

pub mod envelope;
pub mod upcast;
