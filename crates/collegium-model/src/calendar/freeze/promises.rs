//! What every frozen clock keeps, against a twin that walks the days.

use super::*;
use crate::calendar::judge::{calendars, half_of, walked, working};
use proptest::{collection::vec, option, prelude::*};

/// By the words of the rule, a day at a time; what cannot be known is told apart from what stands still.
fn judged(
    calendar: &SchoolCalendar,
    start: NaiveDate,
    span: Span,
    freezes: &[Freeze],
) -> Result<Option<NaiveDate>, ()> {
    let still = |day: NaiveDate| freezes.iter().any(|freeze| freeze.holds(day));
    let open = freezes.iter().filter(|freeze| freeze.until.is_none());
    let opened = open
        .map(|freeze| freeze.from.max(start.succ_opt().unwrap()))
        .min();
    let stops = opened.map(|mut day| {
        while still(day.pred_opt().unwrap()) && day.pred_opt().unwrap() > start {
            day = day.pred_opt().unwrap();
        }
        day
    });
    let for_good = |day: NaiveDate| stops.is_some_and(|stops| stops <= day);
    let known = |day: NaiveDate| matches!(span, Span::Days(_)) || day <= calendar.last_day();
    let teaches = |day: NaiveDate| half_of(calendar, day).is_some();
    if span.count() == 0 {
        return Ok(Some(start));
    }
    if start < calendar.first_day() && !matches!(span, Span::Days(_)) {
        return Err(());
    }
    let counts = |day: NaiveDate| match span {
        Span::Days(_) => true,
        Span::WorkingDays(_) => working(calendar, day),
        _ => teaches(day),
    };
    let walk = |from: NaiveDate, count: usize, skip_frozen: bool| {
        let mut left = count;
        let mut day = from;
        while left > 0 {
            day = day.succ_opt().ok_or(())?;
            if skip_frozen && for_good(day) && (known(day) || for_good(calendar.last_day())) {
                return Ok(None);
            }
            if !known(day) {
                return Err(());
            }
            if counts(day) && !(skip_frozen && still(day)) {
                left -= 1;
            }
        }
        Ok(Some(day))
    };
    if matches!(span, Span::Days(_) | Span::WorkingDays(_) | Span::SchoolDays(_)) {
        return walk(start, usize::from(span.count()), true);
    }
    let stuck = |result: Result<Option<NaiveDate>, ()>| match result {
        Ok(Some(day)) if for_good(day) => Ok(None),
        Err(()) if for_good(calendar.last_day()) => Ok(None),
        other => other,
    };
    let Some(first) = walked(calendar, start, span) else {
        return stuck(Err(()));
    };
    let mut day = first;
    loop {
        if for_good(day) {
            return Ok(None);
        }
        let lost = start.iter_days().skip(1).take_while(|at| *at <= day);
        let lost = lost.filter(|at| teaches(*at) && still(*at)).count();
        match walk(first, lost, false) {
            Ok(Some(moved)) if moved == day => break,
            Ok(Some(moved)) => day = moved,
            other => return stuck(other),
        }
    }
    if still(day) {
        walk(day, 1, true)
    } else {
        Ok(Some(day))
    }
}

fn some_freezes() -> impl Strategy<Value = Vec<(i64, Option<i64>)>> {
    vec((-20_i64..300, option::weighted(0.9, -2_i64..60)), 0..6)
}

fn spans(count: u16) -> [Span; 6] {
    let few = count % 4;
    [
        Span::Days(count),
        Span::WorkingDays(count),
        Span::SchoolDays(count),
        Span::SchoolWeeks(few),
        Span::HalfTerms(few),
        Span::Terms(few),
    ]
}

fn freezes(start: NaiveDate, given: &[(i64, Option<i64>)]) -> Vec<Freeze> {
    let freeze = |(from, length): &(i64, Option<i64>)| {
        let from = start + TimeDelta::days(*from);
        let until = length.map(|length| from + TimeDelta::days(length));
        Freeze { from, until }
    };
    given.iter().map(freeze).collect()
}

/// How late an answer is: no due day is later than any.
fn lateness(answer: &Result<Option<NaiveDate>, OutsideCalendar>) -> NaiveDate {
    answer.as_ref().ok().copied().flatten().unwrap_or(NaiveDate::MAX)
}

/// Days at the ends of time and on the calendar.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    let on_calendar = NaiveDate::from_ymd_opt(2027, 8, 30).unwrap();
    let near = prop_oneof![Just(NaiveDate::MIN), Just(NaiveDate::MAX), Just(on_calendar)];
    (near, -400_i64..400).prop_map(|(day, away)| day.checked_add_signed(TimeDelta::days(away)).unwrap_or(day))
}

proptest! {
    #[test]
    fn no_day_is_too_far_to_be_asked_about(
        calendar in calendars(), start in any_day(), end in any_day(), count in any::<u16>(),
        given in vec((any_day(), option::of(any_day())), 0..4),
    ) {
        let freezes: Vec<_> = given.into_iter().map(|(from, until)| Freeze { from, until }).collect();
        for span in spans(count) {
            let due = calendar.after_frozen(start, span, &freezes);
            prop_assert!(due.is_err() || due.ok().flatten().is_none_or(|due| start <= due));
            prop_assert!(calendar.after(start, span).is_ok_and(|due| start <= due) || calendar.after(start, span).is_err());
            prop_assert!(span.bounds().0 <= span.bounds().1);
        }
        prop_assert!(calendar.school_days_between(start, end) == 0 || start < end);
        prop_assert!(calendar.school_days_to_term_end(start).is_none() || calendar.term_index_at(start).is_some());
    }

    #[test]
    fn frozen_clocks_agree_with_walking_the_days(
        calendar in calendars(), offset in -5_i64..400, count in 0_u16..40, given in some_freezes(),
    ) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        let freezes = freezes(start, &given);
        for span in spans(count) {
            let found = calendar.after_frozen(start, span, &freezes);
            let judged = judged(&calendar, start, span, &freezes);
            prop_assert_eq!(found.map_err(|_| ()), judged, "{} {:?}", span, freezes);
        }
    }

    #[test]
    fn without_a_frozen_day_nothing_changes(
        calendar in calendars(), offset in -5_i64..400, count in 0_u16..40, at in vec(-20_i64..300, 0..4),
    ) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        let same_day: Vec<_> = at.into_iter().map(|at| (at, Some(0))).collect();
        for span in spans(count) {
            let plain = calendar.after(start, span).map(Some);
            prop_assert_eq!(calendar.after_frozen(start, span, &[]), plain);
            prop_assert_eq!(calendar.after_frozen(start, span, &freezes(start, &same_day)), plain);
        }
    }

    #[test]
    fn a_longer_freeze_never_brings_the_due_day_forward(
        calendar in calendars(), offset in -5_i64..400, count in 0_u16..40, given in some_freezes(),
        more in option::of(0_i64..40), which in 0_usize..6,
    ) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        let mut longer = given.clone();
        let at = which.min(longer.len().saturating_sub(1));
        if let Some((_, length)) = longer.get_mut(at) {
            *length = length.zip(more).map(|(length, more)| length + more);
        }
        for span in spans(count) {
            let before = calendar.after_frozen(start, span, &freezes(start, &given));
            let after = calendar.after_frozen(start, span, &freezes(start, &longer));
            prop_assert!(lateness(&before) <= lateness(&after), "{span}: {before:?} {after:?}");
            prop_assert!(calendar.after(start, span).is_err()
                || calendar.after(start, span).unwrap_or(start) <= lateness(&before));
        }
    }

    #[test]
    fn the_order_of_freezes_does_not_matter(
        calendar in calendars(), offset in -5_i64..400, count in 1_u16..40, given in some_freezes(),
    ) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        let mut freezes = freezes(start, &given);
        for span in spans(count) {
            let one = calendar.after_frozen(start, span, &freezes);
            freezes.reverse();
            prop_assert_eq!(one, calendar.after_frozen(start, span, &freezes));
            if let Ok(Some(due)) = one && span.count() > 0 {
                prop_assert!(!freezes.iter().any(|freeze| freeze.holds(due)), "due on a frozen day");
            }
        }
    }
}
