//! The page as a whole: header, notice, contents, sections, footer.

use askama::Template;

use crate::notice::Notice;
use crate::reading::{Reading, WHOLE_ROUND_LIMIT};
use crate::view::{Nature, RoundView};
use crate::{
    capacity, declined, deployments, explanation, map, origin, palette, plain_text, reallocation, severity,
    summary, timeline, wording,
};

/// A part of the page with its own heading.
pub(crate) struct Section {
    /// Its id, and the target of the list of contents.
    pub(crate) id: &'static str,
    pub(crate) heading: &'static str,
    /// Whether it tells, among other things, what happened after the plan.
    pub(crate) after_the_plan: bool,
    /// Its content, as HTML.
    pub(crate) body: String,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    round: &'a RoundView,
    title: &'a str,
    notice: Notice,
    custom_properties: String,
    aggregation: Option<String>,
    summary: String,
    sections: Vec<Section>,
}

impl Page<'_> {
    /// Whether a section begins with the reminder of how true it is.
    fn reminds(&self, section: &Section) -> bool {
        match self.round.nature {
            Nature::Fictional => false,
            Nature::PublicRegister => true,
            Nature::Invented => section.after_the_plan,
        }
    }
}

/// The whole page.
pub(crate) fn render(reading: &Reading<'_>) -> String {
    let page = Page {
        round: reading.round,
        title: Some(reading.round.title.trim())
            .filter(|title| !title.is_empty())
            .unwrap_or("Review round"),
        notice: Notice::of(reading.round.nature),
        custom_properties: palette::custom_properties(),
        aggregation: aggregation(reading),
        summary: summary::render(reading),
        sections: vec![
            map::section(reading),
            severity::section(reading),
            timeline::section(reading),
            capacity::section(reading),
            explanation::section(reading),
            deployments::section(reading),
            reallocation::section(reading),
            declined::section(reading),
            origin::section(reading),
        ],
    };
    plain_text::without_control_characters(&html(&page))
}

/// The text of a template.
pub(crate) fn html(template: &impl Template) -> String {
    template.render().expect("writing to a string cannot fail")
}

fn aggregation(reading: &Reading<'_>) -> Option<String> {
    reading.aggregated.then(|| {
        format!(
            "This round has {} and {}. Above {} of either, the page groups schools on the map and shows the most \
             pressing needs in detail; each place says what it leaves out.",
            wording::several(reading.round.schools.len(), "school", "schools"),
            wording::several(reading.round.needs.len(), "need", "needs"),
            wording::count(WHOLE_ROUND_LIMIT),
        )
    })
}
