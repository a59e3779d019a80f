//! Reallocation.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "changes",
        heading: "What changed and why",
        after_the_plan: true,
        body: String::new(),
    }
}
