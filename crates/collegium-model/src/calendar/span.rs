//! Spans of time with their unit said.

use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt, mem::discriminant};

/// A span of time in one explicit unit, counted by
/// [`SchoolCalendar::after`](super::SchoolCalendar::after).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    /// The least and the most calendar days between a start and the day on which the span, counted from
    /// it by an unfrozen clock, is due.
    ///
    /// They tell of deadlines that contradict each other whatever the dates, such as one that closes
    /// before it is due: that is so where the most of the one is less than the least of the other.
    ///
    /// # Units
    /// A count of none is no day in every unit. Otherwise, from the shortest unit to the longest:
    ///
    /// - Days are themselves.
    /// - Working days: at least two days of weekend after every five. At most, five bank holidays at
    ///   once and one more in every twenty working days, which is above England's eight a year.
    /// - School days: at least what working days need. At most, a break of ten weeks and then two
    ///   calendar days for each: 183 school days a year, below England's 190.
    /// - School weeks: at least a week each, less a weekend that they were begun on. At most, a break of
    ///   ten weeks and then ten days for each: 36 a year.
    /// - Half terms: at least two weeks each. At most a hundred days each and for the one that is under
    ///   way, breaks included.
    /// - Terms: at least four weeks each. At most two hundred days each and for the one that is under
    ///   way, breaks included, which leaves room for a year of two terms.
    ///
    /// What days, working days, school days and school weeks take at least holds on every calendar; all
    /// else is an assumption about school years, met by typical English ones with room to spare, and a
    /// calendar can be made up that breaks it.
    pub fn bounds(self) -> (u32, u32) {
        const BREAK: u32 = 70;
        let count = u32::from(self.count());
        if count == 0 {
            return (0, 0);
        }
        let weekdays_at_least = count + 2 * ((count - 1) / 5);
        match self {
            Self::Days(_) => (count, count),
            Self::WorkingDays(_) => {
                let weekdays = count + 5 + count / 20;
                (weekdays_at_least, weekdays + 2 * weekdays.div_ceil(5))
            }
            Self::SchoolDays(_) => (weekdays_at_least, BREAK + 2 * count),
            Self::SchoolWeeks(_) => (7 * count - 2, BREAK + 10 * count),
            Self::HalfTerms(_) => (14 * count, 100 * (count + 1)),
            Self::Terms(_) => (28 * count, 200 * (count + 1)),
        }
    }

    /// Whether both count in one unit, so that their counts can be compared.
    pub fn same_unit(self, other: Self) -> bool {
        discriminant(&self) == discriminant(&other)
    }

    /// Which of two spans from one start is due first; none where that depends on the dates.
    ///
    /// Of one unit, the counts say; of two, their [`bounds`](Self::bounds) where they lie apart.
    /// (The order of the type itself sorts by unit first, and says nothing about time.)
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.same_unit(other) {
            return Some(self.count().cmp(&other.count()));
        }
        let ((least, most), (other_least, other_most)) = (self.bounds(), other.bounds());
        if most < other_least {
            Some(Ordering::Less)
        } else if least > other_most {
            Some(Ordering::Greater)
        } else {
            (least == other_most && most == other_least).then_some(Ordering::Equal)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{
        SchoolCalendar,
        judge::{calendars, spans},
    };
    use chrono::{NaiveDate, TimeDelta};
    use proptest::prelude::*;

    fn taken(calendar: &SchoolCalendar, start: NaiveDate, span: Span) -> Option<u32> {
        let due = calendar.after(start, span).ok()?;
        u32::try_from(due.signed_duration_since(start).num_days()).ok()
    }

    #[test]
    fn english_years_stay_within_the_bounds() {
        let calendar = SchoolCalendar::typical_england(2026, 9).unwrap();
        let days = calendar.first_day().iter_days().take(8 * 365);
        for start in days.step_by(3) {
            for span in [1, 2, 3, 5, 6, 7, 11, 20, 39].into_iter().flat_map(spans) {
                let (least, most) = span.bounds();
                if let Some(taken) = taken(&calendar, start, span) {
                    assert!((least..=most).contains(&taken), "{span} from {start}: {taken}");
                }
            }
        }
    }

    #[test]
    fn bounds_as_reckoned() {
        assert_eq!(Span::Days(7).bounds(), (7, 7));
        // From a Sunday to Friday; a sixth lies behind a weekend.
        assert_eq!(Span::WorkingDays(5).bounds().0, 5);
        assert_eq!(Span::WorkingDays(6).bounds().0, 8);
        // At most five bank holidays at once, one more in every twenty days, and the weekends between.
        assert_eq!(Span::WorkingDays(5).bounds(), (5, 14));
        assert_eq!(Span::WorkingDays(19).bounds(), (25, 34));
        assert_eq!(Span::WorkingDays(20).bounds(), (26, 38));
        assert_eq!(Span::SchoolDays(1).bounds(), (1, 72));
        assert_eq!(Span::SchoolDays(11).bounds(), (15, 92));
        assert_eq!(Span::HalfTerms(2).bounds(), (28, 300));
        assert_eq!(Span::SchoolWeeks(3).bounds(), (19, 100));
        assert_eq!(Span::SchoolWeeks(1).bounds(), (5, 80));
        assert_eq!(Span::Terms(1).bounds(), (28, 400));
        assert_eq!(Span::Terms(2).bounds(), (56, 600));
        assert!(spans(0).into_iter().all(|span| span.bounds() == (0, 0)));
    }

    #[test]
    fn spans_compare_where_the_dates_do_not_matter() {
        assert!(Span::Days(1).same_unit(Span::Days(9)) && !Span::Days(1).same_unit(Span::Terms(1)));
        assert_eq!(Span::Terms(1).compare(Span::Terms(2)), Some(Ordering::Less));
        assert_eq!(
            Span::SchoolDays(5).compare(Span::SchoolDays(5)),
            Some(Ordering::Equal)
        );
        // Eleven working days take 15 calendar days at least.
        assert_eq!(
            Span::WorkingDays(11).compare(Span::Days(14)),
            Some(Ordering::Greater)
        );
        assert_eq!(Span::WorkingDays(11).compare(Span::Days(15)), None);
        assert_eq!(
            Span::Days(14).compare(Span::WorkingDays(11)),
            Some(Ordering::Less)
        );
        assert_eq!(Span::WorkingDays(5).compare(Span::SchoolDays(5)), None);
        assert_eq!(Span::Days(0).compare(Span::Terms(0)), Some(Ordering::Equal));
        assert_eq!(Span::Days(0).compare(Span::Terms(1)), Some(Ordering::Less));
    }

    proptest! {
        #[test]
        fn the_least_holds_on_any_calendar(calendar in calendars(), offset in -3_i64..500, count in 0_u16..40) {
            let start = calendar.first_day() + TimeDelta::days(offset);
            for span in spans(count).into_iter().take(4) {
                if let Some(taken) = taken(&calendar, start, span) {
                    prop_assert!(span.bounds().0 <= taken, "{span}: {taken}");
                }
            }
        }

        #[test]
        fn more_never_takes_less(count in 0_u16..u16::MAX) {
            for (less, more) in spans(count).into_iter().zip(spans(count + 1)) {
                let ((least, most), (least_more, most_more)) = (less.bounds(), more.bounds());
                prop_assert!(least <= most && least <= least_more && most <= most_more, "{more}");
            }
        }

        #[test]
        fn what_compares_is_due_in_that_order(offset in 0_i64..600, one in 0_u16..30, other in 0_u16..30) {
            let calendar = SchoolCalendar::typical_england(2026, 3).unwrap();
            let start = calendar.first_day() + TimeDelta::days(offset);
            for first in spans(one) {
                for second in spans(other) {
                    prop_assert_eq!(first.compare(second), second.compare(first).map(Ordering::reverse));
                    if let (Ok(a), Ok(b), Some(order)) =
                        (calendar.after(start, first), calendar.after(start, second), first.compare(second))
                    {
                        prop_assert_eq!(a.cmp(&b), order, "{} {}", first, second);
                    }
                }
            }
        }
    }
}
