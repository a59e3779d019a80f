//! Spans of time with their unit said.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A span of time in one explicit unit, counted by
/// [`SchoolCalendar::after`](super::SchoolCalendar::after).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "unit", content = "count", deny_unknown_fields)]
pub enum Span {
    /// Calendar days.
    #[serde(rename = "days")]
    Days(u16),
    /// Mondays to Fridays that are no bank holidays.
    #[serde(rename = "working_days")]
    WorkingDays(u16),
    /// Days on which schools teach.
    #[serde(rename = "school_days")]
    SchoolDays(u16),
    /// Weeks that hold a school day.
    #[serde(rename = "school_weeks")]
    SchoolWeeks(u16),
    /// Halves of a term, up to their last school day.
    #[serde(rename = "half_terms")]
    HalfTerms(u16),
    /// Terms, up to their last school day.
    #[serde(rename = "terms")]
    Terms(u16),
}

impl Span {
    /// How many of its unit.
    pub const fn count(self) -> u16 {
        match self {
            Self::Days(count)
            | Self::WorkingDays(count)
            | Self::SchoolDays(count)
            | Self::SchoolWeeks(count)
            | Self::HalfTerms(count)
            | Self::Terms(count) => count,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match *self {
            Self::Days(count) => (count, "day"),
            Self::WorkingDays(count) => (count, "working day"),
            Self::SchoolDays(count) => (count, "school day"),
            Self::SchoolWeeks(count) => (count, "school week"),
            Self::HalfTerms(count) => (count, "half term"),
            Self::Terms(count) => (count, "term"),
        };
        write!(f, "{count} {unit}{}", if count == 1 { "" } else { "s" })
    }
}
