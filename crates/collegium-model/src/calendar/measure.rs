//! How much school lies between days.

use super::{SchoolCalendar, SchoolTerm};
use chrono::NaiveDate;

impl SchoolCalendar {
    /// The index in [`terms`](Self::terms) of the term that holds `day`, or of the next to begin.
    pub fn term_index_at(&self, day: NaiveDate) -> Option<usize> {
        let index = self.terms().partition_point(|term| term.to < day);
        (index < self.terms().len()).then_some(index)
    }

    /// The index in [`terms`](Self::terms) of a term named by its year; none where the calendar has no such
    /// term.
    pub fn term_index(&self, named: SchoolTerm) -> Option<usize> {
        self.terms().iter().position(|term| term.named() == named)
    }

    /// How many school days come after `earlier`, up to and including `later`; none where `later` is no
    /// later. Beyond its ends the calendar knows of no school days.
    ///
    /// This is the notice that someone has who hears on `earlier` of something on `later`, and undoes
    /// [`after`](Self::after) with school days.
    pub fn school_days_between(&self, earlier: NaiveDate, later: NaiveDate) -> u16 {
        let up_to = |day: NaiveDate| self.school_days.partition_point(|school_day| *school_day <= day);
        // A calendar of forty years has fewer school days than the type holds.
        u16::try_from(up_to(later).saturating_sub(up_to(earlier))).unwrap_or(u16::MAX)
    }

    /// How many school days remain in the term that holds `day`, that day counted: 1 on the last one.
    /// None between terms.
    pub fn school_days_to_term_end(&self, day: NaiveDate) -> Option<u16> {
        let term = self.term_at(day).filter(|term| term.from <= day)?;
        let today = u16::from(self.is_school_day(day));
        Some(today.saturating_add(self.school_days_between(day, term.to)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{
        Span,
        judge::{calendars, half_of},
    };
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_school_day_of_a_term_is_the_first_from_its_end() {
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let left = |day| calendar.school_days_to_term_end(date(day));
        assert_eq!(left("2026-12-18"), Some(1));
        assert_eq!(left("2026-12-17"), Some(2));
        // A Sunday has what the Monday has.
        assert_eq!(left("2026-12-13"), left("2026-12-14"));
        // Half term is part of its term.
        assert_eq!(left("2026-10-26"), left("2026-11-02"));
        assert_eq!(left("2026-12-19"), None);
        assert_eq!(left("2026-08-31"), None);
        assert_eq!(left("2028-01-01"), None);
    }

    #[test]
    fn notice_is_counted_in_school_days() {
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let between = |earlier, later| calendar.school_days_between(date(earlier), date(later));
        assert_eq!(between("2026-10-23", "2026-11-02"), 1);
        assert_eq!(between("2026-10-22", "2026-10-23"), 1);
        assert_eq!(between("2026-10-23", "2026-10-23"), 0);
        assert_eq!(between("2026-11-02", "2026-10-23"), 0);
        assert_eq!(between("2020-01-01", "2040-01-01"), 190);
    }

    #[test]
    fn terms_hold_their_ends() {
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let at = |day| calendar.term_index_at(date(day));
        assert_eq!((at("2020-01-01"), at("2026-12-18")), (Some(0), Some(0)));
        assert_eq!((at("2026-12-19"), at("2027-01-04")), (Some(1), Some(1)));
        assert_eq!(at("2027-08-31"), None);
        assert_eq!(calendar.term_at(date("2026-12-19")), Some(&calendar.terms()[1]));
    }

    proptest! {
        #[test]
        fn measures_agree_with_walking_the_days(calendar in calendars(), offset in -5_i64..500, more in 0_i64..300) {
            let start = calendar.first_day() + TimeDelta::days(offset);
            let end = start + TimeDelta::days(more);
            let taught = |from: NaiveDate, to: NaiveDate| {
                let days = from.iter_days().take_while(|day| *day <= to);
                days.filter(|day| half_of(&calendar, *day).is_some()).count()
            };
            prop_assert_eq!(usize::from(calendar.school_days_between(start, end)), taught(start.succ_opt().unwrap(), end));
            let terms = calendar.terms();
            let holding = terms.iter().position(|term| term.from <= start && start <= term.to);
            prop_assert_eq!(
                calendar.school_days_to_term_end(start).map(usize::from),
                holding.map(|at| taught(start, terms[at].to))
            );
            prop_assert_eq!(calendar.term_index_at(start), terms.iter().position(|term| start <= term.to));
        }

        #[test]
        fn between_undoes_after(calendar in calendars(), offset in 0_i64..500, count in 1_u16..60) {
            let start = calendar.first_day() + TimeDelta::days(offset);
            if let Ok(due) = calendar.after(start, Span::SchoolDays(count)) {
                prop_assert_eq!(calendar.school_days_between(start, due), count);
            }
        }
    }
}
