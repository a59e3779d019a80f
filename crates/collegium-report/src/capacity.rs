//! Capacity.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "capacity",
        heading: "Capacity used against declared",
        after_the_plan: true,
        body: String::new(),
    }
}
