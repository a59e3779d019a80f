//! What a school said it could offer, and what was asked of it.

use serde::Serialize;

use super::SchoolIndex;

/// Declared and used capacity of a school that offers support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Capacity {
    /// The school.
    pub school: SchoolIndex,
    /// The areas it offers support in.
    pub areas: Vec<String>,
    /// Deployments it can hold at once.
    pub at_once_declared: u32,
    /// Deployments it held on the last day of the round.
    pub at_once_at_end: u32,
    /// The most deployments it held on any one day.
    pub at_once_peak: u32,
    /// Half-days it declared for the round.
    pub half_days_declared: u32,
    /// Half-days it committed in agreements.
    pub half_days_committed: u32,
}
