//! Stretches of the year that are protected from visits and requests.

use super::SchoolCalendar;
use crate::code::WindowCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A stretch that is kept free, such as tests or exams; what it keeps out, the protocol says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Why it is protected. Several windows can bear one name: exams come back every year.
    pub name: WindowCode,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, still protected.
    pub to: NaiveDate,
}

impl Window {
    /// Whether `day` is protected.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl SchoolCalendar {
    /// Every protected window, by name and then by its first day.
    pub fn windows(&self) -> &[Window] {
        &self.given.windows
    }

    /// The windows that protect `day`: all of them, as windows may overlap.
    pub fn windows_on(&self, day: NaiveDate) -> impl Iterator<Item = &Window> {
        self.windows().iter().filter(move |window| window.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::CalendarDays;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn window(name: &str, from: &str, to: &str) -> Window {
        Window {
            name: WindowCode::new(name).unwrap(),
            from: date(from),
            to: date(to),
        }
    }

    fn calendar(windows: Vec<Window>) -> SchoolCalendar {
        let days = CalendarDays::from(SchoolCalendar::typical_england(2026, 1).unwrap());
        SchoolCalendar::new(CalendarDays { windows, ..days }).unwrap()
    }

    #[test]
    fn a_window_protects_from_its_first_day_to_its_last() {
        let calendar = calendar(vec![
            window("tests", "2027-05-10", "2027-05-13"),
            window("exams", "2027-05-13", "2027-06-16"),
        ]);
        let on = |day| {
            let names = calendar.windows_on(date(day)).map(|window| window.name.as_str());
            names.collect::<Vec<_>>()
        };
        assert!(on("2027-05-09").is_empty());
        assert_eq!(on("2027-05-10"), ["tests"]);
        assert_eq!(on("2027-05-13"), ["exams", "tests"]);
        assert_eq!(on("2027-06-16"), ["exams"]);
        assert!(on("2027-06-17").is_empty());
    }

    #[test]
    fn windows_travel_and_their_order_does_not_matter() {
        let (tests, day) = (
            window("tests", "2027-05-10", "2027-05-13"),
            window("mocks", "2027-01-11", "2027-01-11"),
        );
        let one = calendar(vec![tests.clone(), day.clone()]);
        assert_eq!(one, calendar(vec![day.clone(), tests.clone(), day]));
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!(serde_json::from_str::<SchoolCalendar>(&json).unwrap(), one);
        let backwards = json.replace("2027-05-13", "2027-05-01");
        assert!(serde_json::from_str::<SchoolCalendar>(&backwards).is_err());
        let unknown = json.replace(r#""name":"tests""#, r#""name":"tests","why":"""#);
        assert!(serde_json::from_str::<SchoolCalendar>(&unknown).is_err());
    }
}
