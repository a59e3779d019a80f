//! What every count keeps, against a twin that walks the days.

use super::*;
use crate::calendar::judge::{calendars, spans, walked};
use proptest::prelude::*;

proptest! {
    #[test]
    fn every_unit_agrees_with_walking_the_days(calendar in calendars(), offset in -5_i64..500, count in 0_u16..40) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        for span in spans(count).into_iter().chain(spans(count % 4)) {
            prop_assert_eq!(calendar.after(start, span).ok(), walked(&calendar, start, span), "{}", span);
        }
    }

    #[test]
    fn later_starts_are_never_due_earlier(calendar in calendars(), offset in 0_i64..500, count in 0_u16..5) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        for span in spans(count) {
            let (one, next) = (calendar.after(start, span), calendar.after(start.succ_opt().unwrap(), span));
            if let (Ok(one), Ok(next)) = (one, next) { prop_assert!(one <= next, "{:?}", span); }
        }
    }

    #[test]
    fn more_is_due_later(calendar in calendars(), offset in 0_i64..500, count in 0_u16..5) {
        let start = calendar.first_day() + TimeDelta::days(offset);
        for (less, more) in spans(count).into_iter().zip(spans(count + 1)) {
            if let (Ok(less), Ok(more)) = (calendar.after(start, less), calendar.after(start, more)) {
                prop_assert!(less < more, "{less} {more}");
            }
        }
    }
}
