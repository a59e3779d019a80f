//! Deployments.

use crate::page::Section;
use crate::reading::Reading;

pub(crate) fn section(_reading: &Reading<'_>) -> Section {
    Section {
        id: "deployments",
        heading: "All deployments",
        after_the_plan: true,
        body: String::new(),
    }
}
