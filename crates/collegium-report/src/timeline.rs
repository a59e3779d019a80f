//! Timelines.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "timelines",
        heading: "Timelines",
        after_the_plan: true,
        body: String::new(),
    }
}
