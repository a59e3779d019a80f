//! What can be wrong with a calendar.

use super::{CalendarDays, SchoolCalendar, Term, TermName, ends};
use crate::code::WindowCode;
use chrono::NaiveDate;

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
    /// A protected window ends before it begins.
    #[error("the window {window} ends on {to}, before it begins on {from}")]
    WindowBackwards {
        /// The window.
        window: WindowCode,
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        to: NaiveDate,
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
    /// Every fault: those of the terms in their order, then those of the windows.
    pub faults: Vec<CalendarFault>,
}

/// All that is wrong with the days given.
pub(super) fn faults(given: &CalendarDays) -> Vec<CalendarFault> {
    let mut faults = term_faults(&given.terms);
    let backwards = given.windows.iter().filter(|window| window.to < window.from);
    faults.extend(backwards.map(|window| CalendarFault::WindowBackwards {
        window: window.name.clone(),
        from: window.from,
        to: window.to,
    }));
    faults
}

fn term_faults(terms: &[Term]) -> Vec<CalendarFault> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Window;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Terms of these days, one after the other.
    fn of(terms: &[(NaiveDate, NaiveDate)]) -> Result<SchoolCalendar, InvalidCalendar> {
        let term = |(from, to): &(NaiveDate, NaiveDate)| Term {
            name: TermName::Autumn,
            from: *from,
            to: *to,
            half_term: None,
        };
        SchoolCalendar::new(CalendarDays {
            terms: terms.iter().map(term).collect(),
            bank_holidays: vec![],
            closures: vec![],
            windows: vec![],
        })
    }

    #[test]
    fn a_term_has_a_day_and_begins_after_the_one_before_it() {
        let (one, next) = (date("2026-09-07"), date("2026-09-08"));
        assert!(of(&[(one, one), (next, next)]).is_ok());
        assert!(of(&[(next, one)]).is_err());
        assert!(of(&[(one, next), (next, next)]).is_err());
    }

    #[test]
    fn a_half_term_leaves_a_day_of_its_term_on_either_side() {
        let lies = |first, last| {
            let (from, to) = (date("2026-09-07"), date("2026-09-11"));
            let half_term = Some((date(first), date(last)));
            let name = TermName::Autumn;
            let terms = [Term {
                name,
                from,
                to,
                half_term,
            }];
            term_faults(&terms).is_empty()
        };
        assert!(lies("2026-09-08", "2026-09-10") && lies("2026-09-09", "2026-09-09"));
        assert!(!lies("2026-09-07", "2026-09-09"));
        assert!(!lies("2026-09-09", "2026-09-11"));
        assert!(!lies("2026-09-10", "2026-09-09"));
    }

    #[test]
    fn a_calendar_reaches_as_far_as_it_may_and_no_day_further() {
        let from = date("2026-09-07");
        let to = from + chrono::TimeDelta::days(SchoolCalendar::MOST_DAYS);
        assert!(of(&[(from, to)]).is_ok());
        let (days, most) = (SchoolCalendar::MOST_DAYS + 1, SchoolCalendar::MOST_DAYS);
        let faults = vec![CalendarFault::TooLong { days, most }];
        let beyond = of(&[(from, to + chrono::TimeDelta::days(1))]);
        assert_eq!(beyond.unwrap_err().faults, faults);
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
            windows: vec![Window {
                name: WindowCode::new("exams").unwrap(),
                from: date("2026-12-02"),
                to: date("2026-12-01"),
            }],
        };
        let error = SchoolCalendar::new(given).unwrap_err();
        assert_eq!(error.faults.len(), 4, "{error}");
        let backwards = "spring term ends on 2026-11-01, before it begins on 2026-12-01";
        assert!(error.to_string().contains(backwards), "{error}");
        assert!(
            error
                .to_string()
                .ends_with("the window exams ends on 2026-12-01, before it begins on 2026-12-02"),
            "{error}"
        );
    }
}
