//! How far a span of time reaches.

use super::{SchoolCalendar, Span};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

#[cfg(test)]
mod promises;

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
    /// `start`, which itself is not counted. [`Span::SchoolWeeks`] counts weeks that hold a school day
    /// and ends on the weekday on which it began, school or not; from a day without school it ends on
    /// the weekday before the one that the next school day would be given, so that a holiday uses up none
    /// of the time. [`Span::HalfTerms`] and [`Span::Terms`] end on the last school day of that many
    /// (half) terms after the one that holds `start`; between terms, the coming one is the first. A count
    /// of none is due on `start` itself.
    ///
    /// # Errors
    /// [`OutsideCalendar`] where the calendar does not reach that far, or `start` lies before it: an
    /// answer made up for unknown holidays would be wrong. Calendar days need no calendar.
    ///
    /// # Complexity
    /// Days of a kind: O(log days). Weeks, half terms, terms: O(what is counted · log days).
    pub fn after(&self, start: NaiveDate, span: Span) -> Result<NaiveDate, OutsideCalendar> {
        self.found_after(start, span)
            .ok_or_else(|| self.outside(start, span))
    }

    /// The last school day of each half term that has one, in order.
    pub fn half_term_ends(&self) -> Vec<NaiveDate> {
        let halves = self.terms().iter().flat_map(|term| {
            let first = term.half_term.map(|(from, _)| from);
            first.into_iter().chain(term.to.succ_opt())
        });
        self.last_school_days_before(halves)
    }

    /// The last school day of each term that has one, in order.
    pub fn term_ends(&self) -> Vec<NaiveDate> {
        self.last_school_days_before(self.terms().iter().filter_map(|term| term.to.succ_opt()))
    }

    pub(super) fn outside(&self, start: NaiveDate, span: Span) -> OutsideCalendar {
        OutsideCalendar {
            start,
            span,
            from: self.first_day(),
            to: self.last_day(),
        }
    }

    fn found_after(&self, start: NaiveDate, span: Span) -> Option<NaiveDate> {
        if let Span::Days(count) = span {
            return start.checked_add_signed(TimeDelta::days(i64::from(count)));
        }
        if span.count() == 0 {
            return Some(start);
        }
        if start < self.first_day() {
            return None;
        }
        match span {
            Span::Days(_) => None,
            Span::WorkingDays(count) => nth_after(&self.working_days, start, count),
            Span::SchoolDays(count) => nth_after(&self.school_days, start, count),
            Span::SchoolWeeks(count) => self.school_weeks_after(start, count),
            Span::HalfTerms(count) => nth_end(&self.half_term_ends(), start, count),
            Span::Terms(count) => nth_end(&self.term_ends(), start, count),
        }
    }

    fn last_school_days_before(&self, days: impl Iterator<Item = NaiveDate>) -> Vec<NaiveDate> {
        let mut ends: Vec<_> = days.filter_map(|day| self.school_day_before(day)).collect();
        // A (half) term without a school day finds the end of the one before it again.
        ends.dedup();
        ends
    }

    fn school_weeks_after(&self, start: NaiveDate, count: u16) -> Option<NaiveDate> {
        let next = self.school_day_from(start)?;
        let due = self.school_weeks_on(next, count)?;
        let days_before = match due.weekday() {
            _ if next == start => 0,
            Weekday::Mon => 3,
            _ => 1,
        };
        due.checked_sub_signed(TimeDelta::days(days_before))
    }

    /// The same weekday, `count` weeks with a school day later.
    fn school_weeks_on(&self, mut day: NaiveDate, count: u16) -> Option<NaiveDate> {
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

fn nth_after(days: &[NaiveDate], start: NaiveDate, count: u16) -> Option<NaiveDate> {
    let first = days.partition_point(|day| *day <= start);
    days.get((first + usize::from(count)).checked_sub(1)?).copied()
}

fn nth_end(ends: &[NaiveDate], start: NaiveDate, count: u16) -> Option<NaiveDate> {
    let holding = ends.partition_point(|end| *end < start);
    ends.get(holding + usize::from(count)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{CalendarDays, judge::spans};

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

    #[test]
    fn a_friday_before_a_bank_holiday_gives_no_time_away() {
        // Early May: Monday 3 May 2027 is a bank holiday within term.
        assert_eq!(after("2027-04-30", Span::Days(3)), "2027-05-03");
        assert_eq!(after("2027-04-30", Span::WorkingDays(1)), "2027-05-04");
        assert_eq!(after("2027-04-30", Span::SchoolDays(3)), "2027-05-06");
        assert_eq!(after("2027-04-30", Span::SchoolWeeks(1)), "2027-05-07");
        // From the holiday itself a school week ends on the Monday after, after four school days.
        assert_eq!(after("2027-05-03", Span::SchoolWeeks(1)), "2027-05-10");
        assert_eq!(after("2027-05-04", Span::SchoolWeeks(1)), "2027-05-11");
    }

    #[test]
    fn christmas_moves_to_its_substitute_days() {
        // In 2027 Christmas falls on a Saturday: Monday and Tuesday stand in.
        assert_eq!(after("2027-12-24", Span::WorkingDays(1)), "2027-12-29");
        assert_eq!(after("2027-12-31", Span::WorkingDays(1)), "2028-01-04");
    }

    #[test]
    fn a_leap_day_is_a_day() {
        assert_eq!(after("2028-02-28", Span::Days(1)), "2028-02-29");
        assert_eq!(after("2028-02-28", Span::SchoolDays(2)), "2028-03-01");
        assert_eq!(after("2027-02-26", Span::SchoolDays(1)), "2027-03-01");
        assert_eq!(after("2028-02-29", Span::SchoolWeeks(1)), "2028-03-07");
        assert_eq!(after("2028-02-29", Span::Days(366)), "2029-03-01");
    }

    #[test]
    fn a_start_in_the_holidays_counts_from_the_first_day_of_school() {
        let calendar = calendar();
        let first = calendar.terms()[3].from;
        assert_eq!(first.to_string(), "2027-09-01");
        assert_eq!(after("2027-08-10", Span::SchoolDays(1)), "2027-09-01");
        assert_eq!(after("2027-08-31", Span::SchoolDays(1)), "2027-09-01");
        assert_eq!(after("2027-09-01", Span::SchoolDays(1)), "2027-09-02");
        // Five school days from Wednesday on, wherever in the holidays the week was given.
        assert_eq!(after("2027-08-10", Span::SchoolWeeks(1)), "2027-09-07");
        assert_eq!(after("2027-08-31", Span::SchoolWeeks(1)), "2027-09-07");
        assert_eq!(after("2027-09-01", Span::SchoolWeeks(1)), "2027-09-08");
    }

    #[test]
    fn school_weeks_from_a_holiday_stay_weeks_apart_over_closures() {
        // Closed from one Wednesday to the next Tuesday, so that both weeks hold a school day.
        let mut given = CalendarDays::from(calendar());
        let closed = date("2027-09-08").iter_days().take(7);
        given.closures.extend(closed);
        let calendar = SchoolCalendar::new(given).unwrap();
        let after = |count| calendar.after(date("2027-08-31"), Span::SchoolWeeks(count));
        assert_eq!(after(1), Ok(date("2027-09-07")));
        assert_eq!(after(2), Ok(date("2027-09-14")));
    }

    #[test]
    fn terms_turn_on_their_last_school_day() {
        assert_eq!(after("2026-10-23", Span::HalfTerms(1)), "2026-12-18");
        assert_eq!(after("2026-10-24", Span::HalfTerms(1)), "2027-02-12");
        assert_eq!(after("2026-12-18", Span::HalfTerms(1)), "2027-02-12");
        assert_eq!(
            after("2026-12-19", Span::Terms(1)),
            after("2027-01-04", Span::Terms(1))
        );
        assert_eq!(
            after("2026-12-18", Span::Terms(1)),
            after("2026-09-01", Span::Terms(1))
        );
    }

    #[test]
    fn the_calendar_answers_to_its_edges_and_no_further() {
        let calendar = calendar();
        let (first, last) = (calendar.first_day(), calendar.last_day());
        for span in spans(1).into_iter().skip(1) {
            assert!(calendar.after(first, span).is_ok(), "{span}");
            assert!(calendar.after(first.pred_opt().unwrap(), span).is_err(), "{span}");
            assert!(calendar.after(last, span).is_err(), "{span}");
        }
        assert_eq!(
            calendar.after(last.pred_opt().unwrap(), Span::SchoolDays(1)),
            Ok(last)
        );
        for span in spans(0) {
            assert_eq!(calendar.after(NaiveDate::MIN, span), Ok(NaiveDate::MIN));
        }
        assert!(calendar.after(NaiveDate::MAX, Span::Days(1)).is_err());
        for span in spans(u16::MAX).into_iter().skip(1) {
            assert!(calendar.after(first, span).is_err(), "{span}");
        }
    }

    #[test]
    fn a_term_without_a_school_day_does_not_count() {
        let mut given = CalendarDays::from(calendar());
        let spring = given.terms[1];
        given
            .closures
            .extend(spring.from.iter_days().take_while(|day| *day <= spring.to));
        let closed = SchoolCalendar::new(given).unwrap();
        let ends = calendar().term_ends();
        assert_eq!(closed.after(date("2026-09-10"), Span::Terms(1)), Ok(ends[2]));
        assert_eq!(closed.term_ends().len(), 5);
        assert_eq!(closed.half_term_ends().len(), 10);
    }
}
