//! What was assumed: every number of the scenario with its source, those that nobody has measured first.

use askama::Template;

use super::reading::Reading;
use super::view::Number;
use crate::page::{Section, html};
use crate::wording;

#[derive(Template)]
#[template(path = "study_assumed.html")]
struct Assumed<'a> {
    readings: &'a [String],
    chosen: Vec<&'a Number>,
    sourced: Vec<&'a Number>,
    total: usize,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let numbers = &reading.study.numbers;
    let (assumed, sourced) = numbers.iter().partition(|it| it.is_assumption);
    let body = html(&Assumed {
        readings: &reading.study.readings,
        chosen: assumed,
        sourced,
        total: numbers.len(),
    });
    Section {
        id: "assumed",
        heading: "What was assumed",
        after_the_plan: false,
        body,
    }
}
