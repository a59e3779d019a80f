//! Time of a simulation: whole milliseconds from its first day, so that nothing is rounded twice.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A moment, in milliseconds from midnight of the first day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tick(pub i64);

impl Tick {
    /// The end of time: what never happens.
    pub const NEVER: Self = Self(i64::MAX);
    /// Ticks in a day.
    pub const DAY: i64 = 86_400_000;

    /// The moment of a tick that is counted without a sign; the end of time where it is beyond.
    pub fn of(tick: u64) -> Self {
        i64::try_from(tick).map_or(Self::NEVER, Self)
    }

    /// The tick without a sign; none below zero.
    pub fn number(self) -> u64 {
        u64::try_from(self.0).unwrap_or(0)
    }

    /// The moment so many ticks later; never where that is beyond the end of time.
    #[must_use]
    pub const fn after(self, ticks: i64) -> Self {
        Self(self.0.saturating_add(ticks))
    }

    /// Ticks since another moment.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Days since the first midnight.
    #[expect(clippy::cast_precision_loss, reason = "a run is far shorter than 2⁵³ ms")]
    pub fn days(self) -> f64 {
        self.0 as f64 / Self::DAY as f64
    }

    /// The first midnight of a day that lies so many days after the first.
    pub const fn of_day(day: i64) -> Self {
        Self(day.saturating_mul(Self::DAY))
    }

    /// Civil time, where the first day is `start`; the last that chrono can hold where it is beyond.
    pub fn civil(self, start: NaiveDate) -> NaiveDateTime {
        start
            .and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::milliseconds(self.0))
            .unwrap_or(NaiveDateTime::MAX)
    }

    /// The first midnight of a date.
    pub fn of_date(date: NaiveDate, start: NaiveDate) -> Self {
        Self::of_day(date.signed_duration_since(start).num_days())
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "day {:.3}", self.days())
    }
}
