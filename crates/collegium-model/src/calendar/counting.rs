//! How far a span of time reaches.

use super::{SchoolCalendar, Span};
use chrono::{NaiveDate, TimeDelta, Weekday};

/// A date, or a span from it, that the calendar does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{span} after {start} is not on the calendar, which reaches from {from} to {to}")]
pub struct OutsideCalendar {
    /// Where counting began.
    pub start: NaiveDate,
    /// What was counted.
    pub span: Span,
    /// The calendar's first day.
    pub from: NaiveDate,
    /// The calendar's last day.
    pub to: NaiveDate,
}

impl SchoolCalendar {
    /// The last day of a span that begins with `start`: the day something is due.
    ///
    /// # Units
    /// [`Span::Days`], [`Span::WorkingDays`] and [`Span::SchoolDays`] count days of their kind after
    /// `start`, which itself is not counted. [`Span::SchoolWeeks`] counts weeks that hold a school day,
    /// from the last school day up to `start`, and ends on that day's weekday. [`Span::HalfTerms`] and [`Span::Terms`] end on the last school
    /// day of that many (half) terms after the one that holds `start`; between terms, the coming one
    /// is the first.
    ///
    /// # Errors
    /// [`OutsideCalendar`] where the calendar does not reach that far: an answer made up for unknown
    /// holidays would be wrong.
    pub fn after(&self, start: NaiveDate, span: Span) -> Result<NaiveDate, OutsideCalendar> {
        let found = match span {
            Span::Days(count) => start.checked_add_signed(TimeDelta::days(i64::from(count))),
            Span::WorkingDays(count) => self.nth_after(&self.working_days, start, count),
            Span::SchoolDays(count) => self.nth_after(&self.school_days, start, count),
            Span::SchoolWeeks(count) => self.school_weeks_after(start, count),
            Span::HalfTerms(count) => nth_end(&self.half_term_ends(), start, count),
            Span::Terms(count) => nth_end(&self.term_ends(), start, count),
        };
        found.ok_or_else(|| OutsideCalendar {
            start,
            span,
            from: self.first_day(),
            to: self.last_day(),
        })
    }

    /// The last school day of each half term, in order.
    pub fn half_term_ends(&self) -> Vec<NaiveDate> {
        let halves = self.given.terms.iter().flat_map(|term| {
            let first = term.half_term.map(|(from, _)| from);
            first.into_iter().chain(term.to.succ_opt())
        });
        halves.filter_map(|after| self.school_day_before(after)).collect()
    }

    /// The last school day of each term, in order.
    pub fn term_ends(&self) -> Vec<NaiveDate> {
        let ends = self.given.terms.iter().filter_map(|term| term.to.succ_opt());
        ends.filter_map(|after| self.school_day_before(after)).collect()
    }

    fn nth_after(&self, days: &[NaiveDate], start: NaiveDate, count: u16) -> Option<NaiveDate> {
        if count == 0 {
            return Some(start);
        }
        if start < self.first_day() {
            return None;
        }
        let first = days.partition_point(|day| *day <= start);
        days.get(first + usize::from(count) - 1).copied()
    }

    fn school_weeks_after(&self, start: NaiveDate, count: u16) -> Option<NaiveDate> {
        if count == 0 {
            return Some(start);
        }
        let mut day = self.school_day_before(start.succ_opt()?)?;
        let mut left = count;
        while left > 0 {
            day = day.checked_add_signed(TimeDelta::days(7))?;
            if day > self.last_day() {
                return None;
            }
            let week = day.week(Weekday::Mon);
            if self.school_day_from(week.checked_first_day()?)? <= week.checked_last_day()? {
                left -= 1;
            }
        }
        Some(day)
    }
}

fn nth_end(ends: &[NaiveDate], start: NaiveDate, count: u16) -> Option<NaiveDate> {
    if count == 0 {
        return Some(start);
    }
    let holding = ends.partition_point(|end| *end < start);
    ends.get(holding + usize::from(count)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar() -> SchoolCalendar {
        SchoolCalendar::typical_england(2026, 2).unwrap()
    }

    fn after(start: &str, span: Span) -> String {
        calendar().after(date(start), span).unwrap().to_string()
    }

    #[test]
    fn three_working_days_pass_over_a_weekend_and_a_bank_holiday() {
        // Good Friday is 26 March and Easter Monday 29 March in 2027.
        assert_eq!(after("2027-03-24", Span::WorkingDays(1)), "2027-03-25");
        assert_eq!(after("2027-03-24", Span::WorkingDays(2)), "2027-03-30");
        assert_eq!(after("2027-03-24", Span::Days(3)), "2027-03-27");
    }

    #[test]
    fn school_days_pass_over_half_term() {
        assert_eq!(after("2026-10-22", Span::SchoolDays(1)), "2026-10-23");
        assert_eq!(after("2026-10-22", Span::SchoolDays(2)), "2026-11-02");
        assert_eq!(after("2026-10-22", Span::SchoolWeeks(1)), "2026-11-05");
    }

    #[test]
    fn a_term_ends_with_its_last_school_day() {
        // Counting starts after the (half) term that holds the start.
        assert_eq!(after("2026-09-10", Span::HalfTerms(1)), "2026-12-18");
        assert_eq!(after("2026-09-10", Span::HalfTerms(2)), "2027-02-12");
        assert_eq!(
            after("2026-12-18", Span::Terms(1)),
            calendar().term_ends()[1].to_string()
        );
        // In the Christmas holiday the spring term is the one that holds the start.
        assert_eq!(
            after("2026-12-25", Span::Terms(1)),
            calendar().term_ends()[2].to_string()
        );
    }

    #[test]
    fn beyond_the_calendar_is_an_error_and_not_a_guess() {
        let error = calendar()
            .after(date("2028-07-01"), Span::SchoolDays(60))
            .unwrap_err();
        assert!(
            error.to_string().starts_with("60 school days after 2028-07-01"),
            "{error}"
        );
        assert!(
            calendar()
                .after(date("2020-01-01"), Span::WorkingDays(1))
                .is_err()
        );
    }

    proptest! {
        /// The judge counts day by day.
        #[test]
        fn days_of_a_kind_agree_with_counting(offset in 0_i64..600, count in 1_u16..40) {
            let calendar = calendar();
            let start = calendar.first_day() + TimeDelta::days(offset);
            let mut day = start;
            let mut left = count;
            while left > 0 && day < calendar.last_day() {
                day = day.succ_opt().unwrap();
                if calendar.is_school_day(day) { left -= 1; }
            }
            let found = calendar.after(start, Span::SchoolDays(count));
            if left == 0 { prop_assert_eq!(found, Ok(day)); } else { prop_assert!(found.is_err()); }
        }

        #[test]
        fn later_starts_are_never_due_earlier(offset in 0_i64..500, count in 0_u16..5) {
            let calendar = calendar();
            let start = calendar.first_day() + TimeDelta::days(offset);
            let spans = [Span::Days(count), Span::WorkingDays(count), Span::SchoolDays(count),
                Span::SchoolWeeks(count), Span::HalfTerms(count), Span::Terms(count)];
            for span in spans {
                let (one, next) = (calendar.after(start, span), calendar.after(start.succ_opt().unwrap(), span));
                if let (Ok(one), Ok(next)) = (one, next) { prop_assert!(one <= next, "{:?}", span); }
            }
        }
    }
}
