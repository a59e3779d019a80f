//! Clocks that stand still: how far a span reaches where some days do not count.

use super::{OutsideCalendar, SchoolCalendar, Span};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod promises;

/// A stretch of days that a clock does not count: it stands still from `from` on and counts again on
/// the day it resumes.
///
/// Frozen and resumed on the same day, it covers nothing; nor does one that resumes before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Freeze {
    /// The first day that does not count.
    pub from: NaiveDate,
    /// The day that counts again; none while the clock stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Freeze {
    /// Whether `day` does not count.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

impl SchoolCalendar {
    /// The day a span is due that begins with `start`, like [`after`](Self::after), where days in a
    /// freeze do not count; none where the clock stands still before it is due.
    ///
    /// Freezes may overlap and come in any order; two that touch are one. Nothing is due on a frozen day:
    /// where a week would end on a frozen day without school, it ends on the next school day that counts.
    /// Only a count of none is due on `start` itself, frozen or not.
    ///
    /// # Units
    /// Days, working days and school days count where they are not frozen. School weeks, half terms and
    /// terms are due as many school days later as were frozen between `start` and the due day: the
    /// unfrozen due day first, then, as the stretch it moves over can hold frozen days as well, until the
    /// day no longer moves. That is the day on which as many unfrozen school days have passed since the
    /// unfrozen due day as were frozen up to it.
    ///
    /// # Errors
    /// [`OutsideCalendar`] as for [`after`](Self::after), and where the frozen days move the due day
    /// beyond the calendar. A clock that stands still from a day on the calendar is no error.
    ///
    /// # Complexity
    /// That of [`after`](Self::after), and O(freezes · (log freezes + log days)).
    pub fn after_frozen(
        &self,
        start: NaiveDate,
        span: Span,
        frozen: &[Freeze],
    ) -> Result<Option<NaiveDate>, OutsideCalendar> {
        if span.count() == 0 || (start < self.first_day() && !matches!(span, Span::Days(_))) {
            return self.after(start, span).map(Some);
        }
        let frozen = Frozen::new(frozen, start);
        let found = match span {
            Span::Days(count) => frozen.days_after(start, count),
            Span::WorkingDays(count) => self.unfrozen_after(&self.working_days, start, count, &frozen),
            Span::SchoolDays(count) => self.unfrozen_after(&self.school_days, start, count, &frozen),
            Span::SchoolWeeks(_) | Span::HalfTerms(_) | Span::Terms(_) => match self.after(start, span) {
                Ok(due) => self.moved_on(due, &frozen),
                Err(_) => self.never_resumes(&frozen),
            },
        };
        found.map_err(|BeyondCalendar| self.outside(start, span))
    }

    /// The day on which `count` of `days` after `start` have passed unfrozen.
    fn unfrozen_after(
        &self,
        days: &[NaiveDate],
        start: NaiveDate,
        count: u16,
        frozen: &Frozen,
    ) -> Result<Option<NaiveDate>, BeyondCalendar> {
        let before = |day: NaiveDate| days.partition_point(|other| *other < day);
        let first = days.partition_point(|day| *day <= start);
        let mut due = (first + usize::from(count))
            .checked_sub(1)
            .ok_or(BeyondCalendar)?;
        for stretch in &frozen.0 {
            let begins = before(stretch.from).max(first);
            if begins > due {
                break;
            }
            match stretch.until {
                Some(until) => due = due.saturating_add(before(until).saturating_sub(begins)),
                None => return self.never_resumes(frozen),
            }
        }
        days.get(due).copied().map(Some).ok_or(BeyondCalendar)
    }

    /// `due` moved on by the school days that were frozen up to it and, from there, are frozen again.
    fn moved_on(&self, due: NaiveDate, frozen: &Frozen) -> Result<Option<NaiveDate>, BeyondCalendar> {
        let Some(lost) = self.frozen_school_days_to(due, frozen) else {
            return Ok(None);
        };
        // A due day without school can lie in a freeze that takes no school day before it.
        let lost = if lost == 0 && frozen.holds(due) { 1 } else { lost };
        match u16::try_from(lost) {
            Ok(0) => Ok(Some(due)),
            Ok(lost) => self.unfrozen_after(&self.school_days, due, lost, frozen),
            Err(_) => Err(BeyondCalendar),
        }
    }

    /// The frozen school days up to `due`; none where the clock stands still by then.
    fn frozen_school_days_to(&self, due: NaiveDate, frozen: &Frozen) -> Option<usize> {
        let before = |day: NaiveDate| self.school_days.partition_point(|other| *other < day);
        let begun = frozen.0.iter().take_while(|stretch| stretch.from <= due);
        begun
            .map(|stretch| {
                let until = stretch.until?.min(due.succ_opt()?);
                Some(before(until).saturating_sub(before(stretch.from)))
            })
            .sum()
    }

    /// That there is no due day, where the clock stands still for good within the calendar.
    fn never_resumes(&self, frozen: &Frozen) -> Result<Option<NaiveDate>, BeyondCalendar> {
        let stands_still = frozen
            .0
            .last()
            .is_some_and(|last| last.until.is_none() && last.from <= self.last_day());
        if stands_still {
            Ok(None)
        } else {
            Err(BeyondCalendar)
        }
    }
}

/// That the calendar, or the count of days, does not reach so far.
struct BeyondCalendar;

/// Freezes after a start: in order, apart from each other, none of them empty.
struct Frozen(Vec<Freeze>);

impl Frozen {
    fn new(freezes: &[Freeze], start: NaiveDate) -> Self {
        let Some(first) = start.succ_opt() else {
            return Self(Vec::new());
        };
        let mut given: Vec<_> = freezes
            .iter()
            .map(|freeze| Freeze {
                from: freeze.from.max(first),
                until: freeze.until,
            })
            .filter(|freeze| freeze.until.is_none_or(|until| freeze.from < until))
            .collect();
        given.sort_unstable();
        let mut apart: Vec<Freeze> = Vec::with_capacity(given.len());
        for freeze in given {
            match apart.last_mut() {
                Some(last) if last.until.is_none_or(|until| freeze.from <= until) => {
                    last.until = last.until.and_then(|until| Some(until.max(freeze.until?)));
                }
                _ => apart.push(freeze),
            }
        }
        Self(apart)
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.0.iter().any(|stretch| stretch.holds(day))
    }

    /// The day on which `count` days after `start` have passed unfrozen.
    fn days_after(&self, start: NaiveDate, count: u16) -> Result<Option<NaiveDate>, BeyondCalendar> {
        let mut due = start
            .checked_add_signed(TimeDelta::days(i64::from(count)))
            .ok_or(BeyondCalendar)?;
        for stretch in &self.0 {
            if stretch.from > due {
                break;
            }
            let Some(until) = stretch.until else {
                return Ok(None);
            };
            let still = until.signed_duration_since(stretch.from);
            due = due.checked_add_signed(still).ok_or(BeyondCalendar)?;
        }
        Ok(Some(due))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn frozen(from: &str, until: Option<&str>) -> Freeze {
        Freeze {
            from: date(from),
            until: until.map(date),
        }
    }

    fn after(start: &str, span: Span, freezes: &[Freeze]) -> String {
        let calendar = SchoolCalendar::typical_england(2026, 2).unwrap();
        let due = calendar.after_frozen(date(start), span, freezes).unwrap();
        due.map_or("stands still".to_owned(), |due| due.to_string())
    }

    #[test]
    fn the_day_of_freezing_does_not_count_and_the_day_of_resuming_does() {
        let week = [frozen("2026-09-09", Some("2026-09-14"))];
        // Tuesday, then Monday and Tuesday.
        assert_eq!(after("2026-09-07", Span::SchoolDays(1), &week), "2026-09-08");
        assert_eq!(after("2026-09-07", Span::SchoolDays(2), &week), "2026-09-14");
        assert_eq!(after("2026-09-07", Span::WorkingDays(3), &week), "2026-09-15");
        assert_eq!(after("2026-09-07", Span::Days(2), &week), "2026-09-14");
    }

    #[test]
    fn a_clock_that_stands_still_has_no_due_day() {
        let open = [frozen("2026-09-10", None)];
        assert_eq!(after("2026-09-07", Span::SchoolDays(2), &open), "2026-09-09");
        for span in [
            Span::SchoolDays(3),
            Span::Days(3),
            Span::SchoolWeeks(1),
            Span::Terms(1),
        ] {
            assert_eq!(after("2026-09-07", span, &open), "stands still", "{span}");
        }
        // What would be due beyond the calendar stands still on it.
        assert_eq!(after("2026-09-07", Span::Terms(60), &open), "stands still");
        assert_eq!(after("2026-09-07", Span::SchoolDays(600), &open), "stands still");
        assert_eq!(after("2026-09-07", Span::Terms(0), &open), "2026-09-07");
    }

    #[test]
    fn weeks_and_terms_give_back_the_school_days_that_were_lost() {
        let days = [frozen("2026-09-09", Some("2026-09-11"))];
        assert_eq!(after("2026-09-07", Span::SchoolWeeks(1), &days), "2026-09-16");
        // Two school days after the last one before Christmas lie in January.
        assert_eq!(after("2026-09-07", Span::HalfTerms(1), &days), "2027-01-05");
        // A holiday frozen loses nothing.
        let half_term = [frozen("2026-10-24", Some("2026-11-02"))];
        assert_eq!(
            after("2026-10-20", Span::SchoolWeeks(1), &half_term),
            "2026-11-03"
        );
        // The days moved over can be frozen as well.
        let twice = [days[0], frozen("2026-09-15", Some("2026-09-17"))];
        assert_eq!(after("2026-09-07", Span::SchoolWeeks(1), &twice), "2026-09-18");
    }

    #[test]
    fn nothing_is_due_on_a_frozen_holiday() {
        // A week from Monday ends on a bank holiday; frozen over it without losing a school day.
        assert_eq!(after("2027-04-26", Span::SchoolWeeks(1), &[]), "2027-05-03");
        let weekend = [frozen("2027-05-01", Some("2027-05-04"))];
        assert_eq!(after("2027-04-26", Span::SchoolWeeks(1), &weekend), "2027-05-04");
    }

    #[test]
    fn frozen_days_can_move_what_is_due_beyond_the_calendar() {
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let start = calendar.last_day() - TimeDelta::days(8);
        let freeze = Freeze {
            from: start,
            until: start.checked_add_days(chrono::Days::new(30)),
        };
        for span in [Span::SchoolDays(2), Span::SchoolWeeks(1)] {
            assert!(calendar.after(start, span).is_ok());
            let error = calendar.after_frozen(start, span, &[freeze]).unwrap_err();
            assert_eq!((error.start, error.span), (start, span));
        }
        let ends = NaiveDate::MAX;
        let never = Freeze {
            from: ends,
            until: Some(ends),
        };
        assert!(calendar.after_frozen(ends, Span::Days(1), &[never]).is_err());
    }
}
