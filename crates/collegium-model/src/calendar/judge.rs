//! The judge of the counting: made-up calendars, and a twin that walks them one day at a time.

use super::{CalendarDays, SchoolCalendar, Span, Term, TermName};
use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::{collection::vec, option, prelude::*};

/// Calendars of one to six terms, some very short, with breaks, bank holidays and closures anywhere.
pub(super) fn calendars() -> impl Strategy<Value = SchoolCalendar> {
    let term = (1_i64..90, 1_i64..50, option::of((1_i64..45, 0_i64..10)));
    let days = || vec(0_i64..500, 0..40);
    (vec(term, 1..7), 0_i64..7, days(), days(), 0_i64..20).prop_map(
        |(lengths, first, holidays, closures, shut)| {
            let begin = NaiveDate::from_ymd_opt(2027, 8, 30).unwrap() + TimeDelta::days(first);
            let mut from = begin;
            let mut terms = Vec::new();
            for (length, gap, half_term) in lengths {
                let to = from + TimeDelta::days(length);
                let half_term = half_term
                    .map(|(after, more)| {
                        (
                            from + TimeDelta::days(after),
                            from + TimeDelta::days(after + more),
                        )
                    })
                    .filter(|(_, last)| *last < to);
                terms.push(Term {
                    name: TermName::Autumn,
                    from,
                    to,
                    half_term,
                });
                from = to + TimeDelta::days(gap);
            }
            let on = |offsets: Vec<i64>| {
                offsets
                    .into_iter()
                    .map(|days| begin + TimeDelta::days(days))
                    .collect()
            };
            let closures = closures.into_iter().chain(60..60 + shut).collect();
            SchoolCalendar::new(CalendarDays {
                terms,
                bank_holidays: on(holidays),
                windows: Vec::new(),
                closures: on(closures),
            })
            .unwrap()
        },
    )
}

/// The same count in every unit.
pub(super) fn spans(count: u16) -> [Span; 6] {
    [
        Span::Days(count),
        Span::WorkingDays(count),
        Span::SchoolDays(count),
        Span::SchoolWeeks(count),
        Span::HalfTerms(count),
        Span::Terms(count),
    ]
}

/// What [`SchoolCalendar::after`] should find, by walking; none where it should refuse.
pub(super) fn walked(calendar: &SchoolCalendar, start: NaiveDate, span: Span) -> Option<NaiveDate> {
    let count = usize::from(span.count());
    if matches!(span, Span::Days(_)) {
        return start.iter_days().nth(count);
    }
    if count == 0 {
        return Some(start);
    }
    if start < calendar.first_day() {
        return None;
    }
    let later = || walk(calendar, start).skip(1);
    match span {
        Span::Days(_) => None,
        Span::WorkingDays(_) => later().filter(|day| working(calendar, *day)).nth(count - 1),
        Span::SchoolDays(_) => later()
            .filter(|day| half_of(calendar, *day).is_some())
            .nth(count - 1),
        Span::SchoolWeeks(_) => {
            let next = walk(calendar, start).find(|day| half_of(calendar, *day).is_some())?;
            let due = same_weekday(calendar, next, count)?;
            if next == start {
                return Some(due);
            }
            let before = walk(calendar, start).take_while(|day| *day < due);
            before
                .filter(|day| day.weekday().number_from_monday() <= 5)
                .last()
        }
        Span::HalfTerms(_) => end_of(calendar, start, count, |half| half),
        Span::Terms(_) => end_of(calendar, start, count, |(term, _)| (term, false)),
    }
}

fn walk(calendar: &SchoolCalendar, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(|day| *day <= calendar.last_day())
}

/// Whether people work on `day`.
pub(super) fn working(calendar: &SchoolCalendar, day: NaiveDate) -> bool {
    day.weekday().number_from_monday() <= 5 && !calendar.given.bank_holidays.contains(&day)
}

/// The term that teaches on `day`, and whether after its break; none where there is no school.
pub(super) fn half_of(calendar: &SchoolCalendar, day: NaiveDate) -> Option<(usize, bool)> {
    if !working(calendar, day) || calendar.given.closures.contains(&day) {
        return None;
    }
    calendar
        .given
        .terms
        .iter()
        .enumerate()
        .find_map(|(at, term)| match term.half_term {
            _ if day < term.from || day > term.to => None,
            Some((first, last)) if first <= day && day <= last => None,
            Some((_, last)) => Some((at, day > last)),
            None => Some((at, false)),
        })
}

fn same_weekday(calendar: &SchoolCalendar, from: NaiveDate, count: usize) -> Option<NaiveDate> {
    let weeks = walk(calendar, from).step_by(7).skip(1).filter(|day| {
        let monday = *day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
        monday
            .iter_days()
            .take(7)
            .any(|day| half_of(calendar, day).is_some())
    });
    weeks.take(count).nth(count - 1)
}

/// The last school day of the `count`th part after the one that the coming school day is in.
fn end_of<P: PartialEq>(
    calendar: &SchoolCalendar,
    start: NaiveDate,
    count: usize,
    part: impl Fn((usize, bool)) -> P,
) -> Option<NaiveDate> {
    let mut left = count;
    let mut within: Option<P> = None;
    let mut end = None;
    for day in walk(calendar, start) {
        let Some(now) = half_of(calendar, day).map(&part) else {
            continue;
        };
        if within.as_ref().is_some_and(|before| *before != now) {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        within = Some(now);
        end = Some(day);
    }
    end.filter(|_| left == 0)
}
