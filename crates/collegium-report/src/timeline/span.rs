//! The stretch of days that timelines show, and where each day lies on them.

use chrono::{Datelike, Months, NaiveDate};

use super::{Band, Tick};
use crate::reading::Reading;
use crate::view::Period;
use crate::wording;

/// The least room that the name of a month needs.
const MONTH_ROOM: i64 = 64;
/// Width of a letter in the name of a period.
const LETTER: i64 = 8;

/// Days from first to last, drawn from left to right.
pub(super) struct Span {
    first: NaiveDate,
    days: i64,
    width: i64,
}

impl Span {
    /// The days of the round and of the half terms it touches.
    pub(super) fn of(reading: &Reading<'_>, width: i64) -> Self {
        let origin = &reading.round.origin;
        let (start, end) = (origin.start.min(origin.end), origin.end.max(origin.start));
        let touched = reading
            .round
            .calendar
            .half_terms
            .iter()
            .filter(|period| period.first <= end && period.last >= start);
        let (first, last) = touched.fold((start, end), |(first, last), period| {
            (first.min(period.first), last.max(period.last))
        });
        Self {
            first,
            days: (last - first).num_days() + 1,
            width,
        }
    }

    /// Where a day begins; days outside the span lie on its edges.
    pub(super) fn x(&self, date: NaiveDate) -> i64 {
        ((date - self.first).num_days() * self.width / self.days).clamp(0, self.width)
    }

    /// Where a period lies.
    pub(super) fn band(&self, period: &Period) -> Band {
        let (start, end) = (period.first.min(period.last), period.last.max(period.first));
        let x = self.x(start);
        let width = self.x(end.succ_opt().unwrap_or(end)) - x;
        let letters = i64::try_from(period.label.chars().count()).unwrap_or(i64::MAX);
        let label = (letters.saturating_mul(LETTER) <= width).then(|| period.label.clone());
        Band { x, width, label }
    }

    /// The beginnings of months, as many as there is room for.
    pub(super) fn months(&self) -> Vec<Tick> {
        let room = u32::try_from(self.days * MONTH_ROOM / self.width / 30 + 1).unwrap_or(u32::MAX);
        let next = |month: NaiveDate| month.checked_add_months(Months::new(room));
        std::iter::successors(self.first.with_day(1), |&month| next(month))
            .skip_while(|&month| month < self.first)
            .take_while(|&month| (month - self.first).num_days() < self.days)
            .map(|month| Tick {
                x: self.x(month),
                label: wording::month(month),
            })
            .filter(|tick| tick.x + MONTH_ROOM <= self.width + 8)
            .collect()
    }
}
