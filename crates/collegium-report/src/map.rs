//! Map.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "map",
        heading: "Map of the schools",
        after_the_plan: true,
        body: String::new(),
    }
}
