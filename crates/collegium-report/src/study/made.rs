//! How the study was made, and how to make it again.

use askama::Template;

use super::reading::Reading;
use super::view::StudyOrigin;
use crate::page::{Section, html};
use crate::wording;

#[derive(Template)]
#[template(path = "study_made.html")]
struct Made<'a> {
    origin: &'a StudyOrigin,
    policies: usize,
    points: usize,
    replications: String,
    days: String,
    warm_up: String,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let origin = &reading.study.origin;
    let number = |number: u32| wording::number(u64::from(number));
    let body = html(&Made {
        origin,
        replications: match origin.most_replications {
            1 => "1 time".to_owned(),
            _ => format!("{} times", origin.repeated()),
        },
        days: number(origin.days),
        warm_up: number(origin.warm_up_days),
        policies: reading.study.policies.len(),
        points: reading.study.points.len(),
    });
    Section {
        id: "made",
        heading: "How it was done",
        after_the_plan: false,
        body,
    }
}
