//! Declined.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "declined",
        heading: "Declined and not met",
        after_the_plan: true,
        body: String::new(),
    }
}
