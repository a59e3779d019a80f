//! The stretch of days that timelines show, and where each day lies on them.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};

use super::{Band, Tick};
use crate::reading::Reading;
use crate::view::{Calendar, Period};
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

    /// Half terms in white on grey, with closures in grey, as a gradient from left to right.
    pub(super) fn shading(&self, calendar: &Calendar) -> String {
        let edges = |period: &Period| {
            let band = self.band(period);
            (band.x, band.x + band.width)
        };
        let open: Vec<_> = calendar.half_terms.iter().map(edges).collect();
        let closed: Vec<_> = calendar.closures.iter().map(edges).collect();
        let mut bounds: BTreeSet<i64> = [0, self.width].into();
        bounds.extend(open.iter().chain(&closed).flat_map(|&(start, end)| [start, end]));
        let within =
            |bands: &[(i64, i64)], x: i64| bands.iter().any(|&(start, end)| (start..end).contains(&x));
        let bounds: Vec<_> = bounds.into_iter().collect();
        let stops: Vec<_> = bounds
            .windows(2)
            .map(|bounds| {
                let teaching = (open.is_empty() || within(&open, bounds[0])) && !within(&closed, bounds[0]);
                let colour = if teaching { "paper" } else { "holiday" };
                format!(
                    "var(--{colour}) {} {}",
                    self.percent(bounds[0]),
                    self.percent(bounds[1])
                )
            })
            .collect();
        format!("linear-gradient(to right,{})", stops.join(","))
    }

    fn percent(&self, x: i64) -> String {
        let per_mille = x * 1_000 / self.width;
        format!("{}.{}%", per_mille / 10, per_mille % 10)
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
