//! The school calendar: which days are school days, and how far a span of time reaches.
//!
//! A deadline of "three days" is ambiguous until its unit is said. [`Span`] says it, and
//! [`SchoolCalendar::after`] counts it over weekends, bank holidays, half terms and closures.

mod counting;
mod england;
mod fault;
mod freeze;
#[cfg(test)]
mod judge;
mod measure;
mod span;
mod term;
mod window;

pub use counting::OutsideCalendar;
pub use fault::{CalendarFault, InvalidCalendar};
pub use freeze::Freeze;
pub use span::Span;
pub use term::{SchoolTerm, Term, TermName};
pub use window::Window;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Terms with their half terms, bank holidays and closures, over one or more school years.
///
/// Lookups are binary searches over sorted days: O(log days).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "CalendarDays", into = "CalendarDays")]
pub struct SchoolCalendar {
    given: CalendarDays,
    school_days: Vec<NaiveDate>,
    working_days: Vec<NaiveDate>,
}

/// A calendar as it travels: what was given, before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarDays {
    /// Terms, the earliest first.
    pub terms: Vec<Term>,
    /// Days on which nobody works.
    pub bank_holidays: Vec<NaiveDate>,
    /// Further days on which these schools are closed although a term runs, such as training days.
    pub closures: Vec<NaiveDate>,
    /// Stretches that are kept free of visits and requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
}

impl SchoolCalendar {
    /// The longest calendar, in days: forty years.
    pub const MOST_DAYS: i64 = 14_610;

    /// Checks the days given; reports every fault at once.
    pub fn new(mut given: CalendarDays) -> Result<Self, InvalidCalendar> {
        let faults = fault::faults(&given);
        if !faults.is_empty() {
            return Err(InvalidCalendar { faults });
        }
        given.bank_holidays.sort_unstable();
        given.bank_holidays.dedup();
        given.closures.sort_unstable();
        given.closures.dedup();
        given.windows.sort_unstable();
        given.windows.dedup();
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
        self.given.terms.get(self.term_index_at(day)?)
    }

    fn school_day_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let earlier = self.school_days.partition_point(|school_day| *school_day < day);
        self.school_days.get(earlier.checked_sub(1)?).copied()
    }
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

    fn calendar() -> SchoolCalendar {
        SchoolCalendar::typical_england(2026, 2).unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Three weeks of September, the second Monday a bank holiday, and a break from its Thursday on.
    fn fortnight() -> CalendarDays {
        CalendarDays {
            terms: vec![Term {
                name: TermName::Autumn,
                from: date("2026-09-07"),
                to: date("2026-09-25"),
                half_term: Some((date("2026-09-17"), date("2026-09-18"))),
            }],
            bank_holidays: vec![date("2026-09-14"), date("2026-09-09"), date("2026-09-14")],
            closures: vec![date("2026-09-15"), date("2026-09-08"), date("2026-09-15")],
            windows: Vec::new(),
        }
    }

    #[test]
    fn what_was_given_is_kept_in_order_and_once() {
        let calendar = SchoolCalendar::new(fortnight()).unwrap();
        assert_eq!(calendar.bank_holidays(), [date("2026-09-09"), date("2026-09-14")]);
        let closures = CalendarDays::from(calendar).closures;
        assert_eq!(closures, [date("2026-09-08"), date("2026-09-15")]);
    }

    #[test]
    fn a_half_term_that_is_cut_short_ends_on_its_last_school_day() {
        let calendar = SchoolCalendar::new(fortnight()).unwrap();
        // The break begins on Thursday the 17th; the day before it is the last of the first half.
        let ends = [date("2026-09-16"), date("2026-09-25")];
        assert_eq!(calendar.half_term_ends(), ends);
        assert_eq!(
            calendar.school_day_before(date("2026-09-16")),
            Some(date("2026-09-11"))
        );
        assert_eq!(calendar.school_day_before(date("2026-09-07")), None);
        assert_eq!(
            calendar.school_day_from(date("2026-09-17")),
            Some(date("2026-09-21"))
        );
        assert_eq!(calendar.school_day_from(date("2026-09-26")), None);
    }

    #[test]
    fn travels_as_what_was_given() {
        let json = serde_json::to_string(&calendar()).unwrap();
        assert_eq!(serde_json::from_str::<SchoolCalendar>(&json).unwrap(), calendar());
        assert!(!json.contains("windows"), "{json}");
        assert!(
            serde_json::from_str::<SchoolCalendar>(r#"{"terms":[],"bank_holidays":[],"closures":[]}"#)
                .is_err()
        );
    }
}
