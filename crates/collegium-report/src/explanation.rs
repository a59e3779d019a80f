//! Explanations.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "support",
        heading: "Support for each school",
        after_the_plan: true,
        body: String::new(),
    }
}
