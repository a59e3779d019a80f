//! A term and its half term.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One term: its first and last day, and the break in its middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Which term of the school year.
    pub name: TermName,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The first and last day of the half-term break, both inside the term.
    pub half_term: Option<(NaiveDate, NaiveDate)>,
}

/// A term of one school year, as people name it: the spring term of 2026/27.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchoolTerm {
    /// The calendar year in which the school year begins.
    pub school_year: i32,
    /// Which term of it.
    pub term: TermName,
}

impl Term {
    /// It as people name it.
    pub fn named(&self) -> SchoolTerm {
        let year = self.from.year();
        SchoolTerm {
            school_year: if self.name == TermName::Autumn {
                year
            } else {
                year - 1
            },
            term: self.name,
        }
    }

    /// Whether `day` lies in the term and not in its break; weekends and holidays are not asked about.
    pub fn teaches_on(&self, day: NaiveDate) -> bool {
        let in_break = self
            .half_term
            .is_some_and(|(from, to)| (from..=to).contains(&day));
        (self.from..=self.to).contains(&day) && !in_break
    }
}

/// A term of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TermName {
    /// September to December.
    #[serde(rename = "autumn")]
    Autumn,
    /// January to Easter.
    #[serde(rename = "spring")]
    Spring,
    /// Easter to July.
    #[serde(rename = "summer")]
    Summer,
}

impl fmt::Display for SchoolTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let next = (i64::from(self.school_year) + 1).rem_euclid(100);
        write!(f, "{} of {}/{next:02}", self.term, self.school_year)
    }
}

impl fmt::Display for TermName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Autumn => "autumn term",
            Self::Spring => "spring term",
            Self::Summer => "summer term",
        })
    }
}
