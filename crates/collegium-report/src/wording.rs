//! How numbers, days and distances are written.
//!
//! Templates hand over references and code hands over values, so what a template calls takes either.

use std::borrow::Borrow;

use chrono::NaiveDate;

/// A whole number with commas: 22,000.
pub(crate) fn number(value: impl Borrow<u64>) -> String {
    let digits = value.borrow().to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// How many there are, with commas.
pub(crate) fn count(items: impl Borrow<usize>) -> String {
    number(u64::try_from(*items.borrow()).unwrap_or(u64::MAX))
}

/// A number with its noun: *1 school*, *22,000 schools*.
pub(crate) fn some(value: impl Borrow<u64>, one: &str, many: &str) -> String {
    let value = *value.borrow();
    format!("{} {}", number(value), if value == 1 { one } else { many })
}

/// How many there are, with the noun.
pub(crate) fn several(items: impl Borrow<usize>, one: &str, many: &str) -> String {
    some(u64::try_from(*items.borrow()).unwrap_or(u64::MAX), one, many)
}

/// A day in full: *3 November 2025*.
pub(crate) fn day(date: impl Borrow<NaiveDate>) -> String {
    date.borrow().format("%-d %B %Y").to_string()
}

/// A day in short, kept on one line: *3 Nov 2025*.
pub(crate) fn short_day(date: impl Borrow<NaiveDate>) -> String {
    date.borrow().format("%-d\u{a0}%b\u{a0}%Y").to_string()
}

/// A month in short: *Nov 2025*.
pub(crate) fn month(date: impl Borrow<NaiveDate>) -> String {
    date.borrow().format("%b %Y").to_string()
}

/// A day for machines: *2025-11-03*.
pub(crate) fn machine_day(date: impl Borrow<NaiveDate>) -> String {
    date.borrow().format("%Y-%m-%d").to_string()
}

/// A distance in miles with one decimal: *12.4 miles*; below a tenth of a mile in metres.
pub(crate) fn distance(metres: impl Borrow<u32>) -> String {
    const TENTH_OF_A_MILE_IN_MILLIMETRES: u64 = 160_934;
    let metres = u64::from(*metres.borrow());
    if metres < 161 {
        return some(metres, "metre", "metres");
    }
    let tenths = (metres * 1_000 + TENTH_OF_A_MILE_IN_MILLIMETRES / 2) / TENTH_OF_A_MILE_IN_MILLIMETRES;
    let written = format!("{}.{}", number(tenths / 10), tenths % 10);
    if tenths == 10 {
        format!("{written} mile")
    } else {
        format!("{written} miles")
    }
}

#[cfg(test)]
mod tests {
    use super::{day, distance, number, some};
    use chrono::NaiveDate;

    #[test]
    fn numbers_have_commas_and_nouns() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(22_000), "22,000");
        assert_eq!(number(u64::MAX), "18,446,744,073,709,551,615");
        assert_eq!(some(1, "school", "schools"), "1 school");
        assert_eq!(some(0, "school", "schools"), "0 schools");
    }

    #[test]
    fn distances_are_in_miles_unless_very_short() {
        assert_eq!(distance(0), "0 metres");
        assert_eq!(distance(160), "160 metres");
        assert_eq!(distance(1_609), "1.0 mile");
        assert_eq!(distance(432_920), "269.0 miles");
    }

    #[test]
    fn days_are_written_in_full() {
        assert_eq!(
            NaiveDate::from_ymd_opt(2025, 11, 3).map(day),
            Some("3 November 2025".to_owned())
        );
    }
}
