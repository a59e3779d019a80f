//! The school calendar: which days are school days, and how far a span of time reaches.
//!
//! A deadline of "three days" is ambiguous until its unit is said. [`Span`] says it, and
//! [`SchoolCalendar::after`] counts it over weekends, bank holidays, half terms and closures.

mod england;
mod span;
mod term;

pub use span::Span;
pub use term::{Term, TermName};

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// Terms with their half terms, bank holidays and closures, over one or more school years.
///
/// Lookups are binary searches over sorted days: O(log days).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarDays", into = "CalendarDays")]
pub struct SchoolCalendar {
    given: CalendarDays,
    school_days: Vec<NaiveDate>,
    working_days: Vec<NaiveDate>,
}

/// A calendar as it travels: what was given, before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarDays {
    /// Terms, the earliest first.
    pub terms: Vec<Term>,
    /// Days on which nobody works.
    pub bank_holidays: Vec<NaiveDate>,
    /// Further days on which these schools are closed although a term runs, such as training days.
    pub closures: Vec<NaiveDate>,
}

/// What is wrong with a calendar. [`InvalidCalendar`] carries all of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarFault {
    /// There is no term.
    #[error("a calendar needs at least one term")]
    NoTerm,
    /// A term ends before it begins.
    #[error("{term} ends on {to}, before it begins on {from}")]
    TermBackwards {
        /// The term.
        term: TermName,
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
    },
    /// A half term is not inside its term, or ends before it begins.
    #[error("the half term of {term}, {from} to {to}, does not lie inside the term")]
    HalfTermOutside {
        /// The term.
        term: TermName,
        /// The first day of the break.
        from: NaiveDate,
        /// The last day of the break.
        to: NaiveDate,
    },
    /// A term begins before the one listed above it has ended.
    #[error("{term} begins on {from}, before the term above it has ended on {ended}")]
    TermsOverlap {
        /// The later term.
        term: TermName,
        /// Its first day.
        from: NaiveDate,
        /// The last day of the term above.
        ended: NaiveDate,
    },
    /// The calendar spans more years than any plan needs.
    #[error("the calendar reaches over {days} days; at most {most} are allowed")]
    TooLong {
        /// Days from the first term's start to the last term's end.
        days: i64,
        /// The most that is allowed.
        most: i64,
    },
}

/// A calendar that cannot be: all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the calendar does not hold: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidCalendar {
    /// Every fault, in the order of the terms.
    pub faults: Vec<CalendarFault>,
}

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
    /// The longest calendar, in days: forty years.
    pub const MOST_DAYS: i64 = 14_610;

    /// Checks the days given; reports every fault at once.
    pub fn new(mut given: CalendarDays) -> Result<Self, InvalidCalendar> {
        let faults = faults(&given.terms);
        if !faults.is_empty() {
            return Err(InvalidCalendar { faults });
        }
        given.bank_holidays.sort_unstable();
        given.bank_holidays.dedup();
        given.closures.sort_unstable();
        given.closures.dedup();
        let (from, to) = ends(&given.terms);
        let working_days: Vec<_> = days(from, to)
            .filter(|day| is_weekday(*day) && given.bank_holidays.binary_search(day).is_err())
            .collect();
        let school_days = working_days
            .iter()
            .copied()
            .filter(|day| given.closures.binary_search(day).is_err())
            .filter(|day| given.terms.iter().any(|term| term.teaches_on(*day)))
            .collect();
        Ok(Self {
            given,
            school_days,
            working_days,
        })
    }

    /// The terms, the earliest first.
    pub fn terms(&self) -> &[Term] {
        &self.given.terms
    }

    /// Days on which nobody works, in order.
    pub fn bank_holidays(&self) -> &[NaiveDate] {
        &self.given.bank_holidays
    }

    /// The first day of the first term.
    pub fn first_day(&self) -> NaiveDate {
        ends(&self.given.terms).0
    }

    /// The last day of the last term.
    pub fn last_day(&self) -> NaiveDate {
        ends(&self.given.terms).1
    }

    /// Every school day, in order.
    pub fn school_days(&self) -> &[NaiveDate] {
        &self.school_days
    }

    /// Whether schools teach on `day`.
    pub fn is_school_day(&self, day: NaiveDate) -> bool {
        self.school_days.binary_search(&day).is_ok()
    }

    /// The first school day on or after `day`, if the calendar has one.
    pub fn school_day_from(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.school_days
            .get(self.school_days.partition_point(|school_day| *school_day < day))
            .copied()
    }

    /// The term that holds `day`, or the next to begin.
    pub fn term_at(&self, day: NaiveDate) -> Option<&Term> {
        self.given.terms.iter().find(|term| day <= term.to)
    }

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

    fn school_day_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let earlier = self.school_days.partition_point(|school_day| *school_day < day);
        self.school_days.get(earlier.checked_sub(1)?).copied()
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

fn faults(terms: &[Term]) -> Vec<CalendarFault> {
    let mut faults = Vec::new();
    let mut ended: Option<NaiveDate> = None;
    for term in terms {
        let Term {
            name,
            from,
            to,
            half_term,
        } = *term;
        if to < from {
            faults.push(CalendarFault::TermBackwards { term: name, from, to });
        }
        if let Some((first, last)) = half_term
            && (first <= from || last >= to || last < first)
        {
            faults.push(CalendarFault::HalfTermOutside {
                term: name,
                from: first,
                to: last,
            });
        }
        if let Some(ended) = ended.filter(|ended| from <= *ended) {
            faults.push(CalendarFault::TermsOverlap {
                term: name,
                from,
                ended,
            });
        }
        ended = ended.max(Some(to));
    }
    if terms.is_empty() {
        faults.push(CalendarFault::NoTerm);
    } else {
        let (from, to) = ends(terms);
        let days = to.signed_duration_since(from).num_days();
        if days > SchoolCalendar::MOST_DAYS {
            faults.push(CalendarFault::TooLong {
                days,
                most: SchoolCalendar::MOST_DAYS,
            });
        }
    }
    faults
}

/// The first and last day of terms in order; a calendar without terms is never made.
fn ends(terms: &[Term]) -> (NaiveDate, NaiveDate) {
    let from = terms.first().map_or(NaiveDate::MIN, |term| term.from);
    let to = terms.last().map_or(NaiveDate::MIN, |term| term.to);
    (from, to)
}

fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl TryFrom<CalendarDays> for SchoolCalendar {
    type Error = InvalidCalendar;

    fn try_from(given: CalendarDays) -> Result<Self, InvalidCalendar> {
        Self::new(given)
    }
}

impl From<SchoolCalendar> for CalendarDays {
    fn from(calendar: SchoolCalendar) -> Self {
        calendar.given
    }
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

    #[test]
    fn every_fault_of_a_calendar_is_told_at_once() {
        let term = |name, from, to, half_term| Term {
            name,
            from: date(from),
            to: date(to),
            half_term,
        };
        let outside = Some((date("2026-12-20"), date("2026-12-24")));
        let given = CalendarDays {
            terms: vec![
                term(TermName::Autumn, "2026-09-01", "2026-12-18", outside),
                term(TermName::Spring, "2026-12-01", "2026-11-01", None),
            ],
            bank_holidays: vec![],
            closures: vec![],
        };
        let faults = SchoolCalendar::new(given).unwrap_err().faults;
        assert_eq!(faults.len(), 3, "{faults:?}");
    }

    #[test]
    fn travels_as_what_was_given() {
        let json = serde_json::to_string(&calendar()).unwrap();
        assert_eq!(serde_json::from_str::<SchoolCalendar>(&json).unwrap(), calendar());
        assert!(
            serde_json::from_str::<SchoolCalendar>(r#"{"terms":[],"bank_holidays":[],"closures":[]}"#)
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
