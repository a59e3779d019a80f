//! A typical English school year, where no authority's own dates are at hand.

use super::{CalendarDays, InvalidCalendar, SchoolCalendar, Term, TermName, days, is_weekday};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// School days in a year (an assumption: 39 weeks of five days, less five training days).
const SCHOOL_DAYS: usize = 190;

impl SchoolCalendar {
    /// Typical English school years from the autumn of `first_autumn` on, `years` of them.
    ///
    /// An assumption, not any authority's calendar: autumn from the first Tuesday to Thursday of
    /// September (else the Monday after) to the Friday on or before 20 December, spring from the first
    /// Monday on or after 3 January to the Thursday or Friday a week before Easter, summer from the
    /// second Monday after Easter until 190 school days are full; half terms in the weeks of the last
    /// Monday in October, of the Monday nearest 15 February, and of the last Monday in May. Bank
    /// holidays are England's, with their substitute days.
    ///
    /// # Errors
    /// [`InvalidCalendar`] without years, with more than forty, or beyond the dates chrono can hold.
    pub fn typical_england(first_autumn: i32, years: u8) -> Result<Self, InvalidCalendar> {
        let calendars = (0..i32::from(years)).map_while(|year| school_year(first_autumn.checked_add(year)?));
        let mut given = CalendarDays {
            terms: Vec::new(),
            bank_holidays: Vec::new(),
            closures: Vec::new(),
            windows: Vec::new(),
        };
        for year in calendars {
            given.terms.extend(year.terms);
            given.bank_holidays.extend(year.bank_holidays);
        }
        Self::new(given)
    }
}

fn school_year(autumn: i32) -> Option<CalendarDays> {
    let date = NaiveDate::from_ymd_opt;
    let spring = autumn.checked_add(1)?;
    let easter = easter_sunday(spring)?;
    let bank_holidays: Vec<_> = [bank_holidays(autumn)?, bank_holidays(spring)?]
        .into_iter()
        .flatten()
        .collect();

    let mut from = date(autumn, 9, 1)?;
    while !matches!(
        from.weekday(),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu
    ) {
        from = from.succ_opt()?;
    }
    let autumn_term = Term {
        name: TermName::Autumn,
        from,
        to: weekday_to(date(autumn, 12, 20)?, Weekday::Fri)?,
        half_term: Some(week_of(weekday_to(date(autumn, 10, 31)?, Weekday::Mon)?)?),
    };
    let spring_term = Term {
        name: TermName::Spring,
        from: weekday_from(date(spring, 1, 3)?, Weekday::Mon)?,
        to: easter.checked_sub_signed(TimeDelta::days(9))?,
        half_term: Some(week_of(weekday_to(date(spring, 2, 18)?, Weekday::Mon)?)?),
    };
    let from = easter.checked_add_signed(TimeDelta::days(8))?;
    let half_term = week_of(weekday_to(date(spring, 5, 31)?, Weekday::Mon)?)?;
    let unfinished = Term {
        name: TermName::Summer,
        from,
        to: date(spring, 7, 31)?,
        half_term: Some(half_term),
    };

    let taught = |term: &Term| {
        let term = *term;
        let holidays = &bank_holidays;
        days(term.from, term.to)
            .filter(move |day| term.teaches_on(*day) && is_weekday(*day) && !holidays.contains(day))
            .collect::<Vec<_>>()
    };
    let before = taught(&autumn_term).len() + taught(&spring_term).len();
    let summer_days = taught(&unfinished);
    let last = summer_days
        .get(SCHOOL_DAYS.checked_sub(before + 1)?)
        .or(summer_days.last())?;
    let summer_term = Term {
        to: *last,
        ..unfinished
    };
    let in_year = autumn_term.from..date(spring, 9, 1)?;
    Some(CalendarDays {
        terms: vec![autumn_term, spring_term, summer_term],
        bank_holidays: bank_holidays
            .into_iter()
            .filter(|day| in_year.contains(day))
            .collect(),
        closures: Vec::new(),
        windows: Vec::new(),
    })
}

/// England's bank holidays of one calendar year, substitute days included, one-off days not.
fn bank_holidays(year: i32) -> Option<Vec<NaiveDate>> {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let easter = easter_sunday(year)?;
    let new_year = substitute(date(1, 1)?, &[])?;
    let christmas = substitute(date(12, 25)?, &[])?;
    let boxing_day = substitute(date(12, 26)?, &[christmas])?;
    Some(vec![
        new_year,
        easter.checked_sub_signed(TimeDelta::days(2))?,
        easter.succ_opt()?,
        weekday_from(date(5, 1)?, Weekday::Mon)?,
        weekday_to(date(5, 31)?, Weekday::Mon)?,
        weekday_to(date(8, 31)?, Weekday::Mon)?,
        christmas,
        boxing_day,
    ])
}

/// The first weekday on or after `day` that is not taken.
fn substitute(mut day: NaiveDate, taken: &[NaiveDate]) -> Option<NaiveDate> {
    while !is_weekday(day) || taken.contains(&day) {
        day = day.succ_opt()?;
    }
    Some(day)
}

/// Easter Sunday in the Gregorian calendar, 1583 to 4099.
///
/// Source: the anonymous algorithm of 1876, as in Meeus, *Astronomical Algorithms* (1991), ch. 8.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    if !(1583..=4099).contains(&year) {
        return None;
    }
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let month_shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * month_shift + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(sum / 31).ok()?,
        u32::try_from(sum % 31 + 1).ok()?,
    )
}

fn weekday_from(mut day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    while day.weekday() != weekday {
        day = day.succ_opt()?;
    }
    Some(day)
}

fn weekday_to(mut day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    while day.weekday() != weekday {
        day = day.pred_opt()?;
    }
    Some(day)
}

/// Monday to Friday of the week that begins with `monday`.
fn week_of(monday: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    Some((monday, monday.checked_add_signed(TimeDelta::days(4))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_as_printed() {
        // The first and the last day it can fall on, both exceptions of the epact, and several centuries.
        for easter in [
            "1583-04-10",
            "1818-03-22",
            "1886-04-25",
            "1900-04-15",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
            "2285-03-22",
            "2353-03-22",
            "3000-04-13",
            "4099-04-19",
        ] {
            let easter: NaiveDate = easter.parse().unwrap();
            assert_eq!(easter_sunday(easter.year()), Some(easter));
        }
        assert_eq!((easter_sunday(1582), easter_sunday(4100)), (None, None));
    }

    #[test]
    fn bank_holidays_as_published() {
        let published = [
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-03",
            "2027-05-31",
            "2027-08-30",
            "2027-12-27",
            "2027-12-28",
        ];
        let days: Vec<_> = bank_holidays(2027)
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(days, published);
    }

    #[test]
    fn a_school_year_has_the_bank_holidays_from_its_first_day_to_the_end_of_august() {
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let days: Vec<_> = calendar.bank_holidays().iter().map(ToString::to_string).collect();
        let expected = [
            "2026-12-25",
            "2026-12-28",
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-03",
            "2027-05-31",
            "2027-08-30",
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn every_year_has_three_terms_and_190_days() {
        for year in 2020..2060 {
            let calendar = SchoolCalendar::typical_england(year, 1).unwrap();
            assert_eq!(calendar.terms().len(), 3, "{year}");
            assert_eq!(
                calendar.school_days().len(),
                190,
                "{year}: {:?}",
                calendar.terms()
            );
            assert_eq!(calendar.half_term_ends().len(), 6, "{year}");
        }
    }

    #[test]
    fn no_years_or_too_many_are_refused() {
        assert!(SchoolCalendar::typical_england(2026, 0).is_err());
        assert!(SchoolCalendar::typical_england(2026, 41).is_err());
        assert!(SchoolCalendar::typical_england(i32::MAX, 1).is_err());
    }
}
