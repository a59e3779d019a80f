//! A simulation study as one HTML page, for people who are no statisticians: how many schools that lend for each
//! that is helped, and which way of choosing.
//!
//! The page is of the same make as that of a round: it loads nothing, needs no script, and every drawing has a
//! table or a text beside it. What is reckoned comes with the [`StudyView`]; what the page adds is wording, and
//! the restraint to call no difference one that chance explains.

pub mod view;

mod assumed;
mod axis;
mod comparison;
mod figures;
mod line;
mod made;
mod map;
mod over_time;
mod reading;
mod short;
mod waiting;

use askama::Template;

use self::reading::Reading;
use self::view::StudyView;
use crate::notice::Notice;
use crate::page::{Section, html};
use crate::{palette, plain_text, wording};

#[derive(Template)]
#[template(path = "study.html")]
struct Page<'a> {
    study: &'a StudyView,
    title: &'a str,
    notice: Notice,
    custom_properties: String,
    days: String,
    cut: Option<String>,
    sections: Vec<Section>,
}

impl Page<'_> {
    /// No section is nearer to the truth than the page as a whole, which says what it is at its top.
    #[expect(clippy::unused_self, reason = "the frame of every page asks it")]
    const fn reminds(&self, _: &Section) -> bool {
        false
    }
}

/// The HTML page of a study.
///
/// # Determinism
/// The same view gives the same bytes: no clock, no chance, and all geometry in integers.
///
/// # Complexity
/// Linear in the view, but for the points and schools beyond what a page can show, which it counts only.
///
/// # Example
/// ```
/// use collegium_report::study::{render_study, view::StudyView};
/// let study = StudyView { name: "A county that is made up".to_owned(), ..StudyView::default() };
/// let page = render_study(&study);
/// assert!(page.contains("A county that is made up") && page.contains("Simulated"));
/// ```
pub fn render_study(study: &StudyView) -> String {
    let reading = Reading::of(study);
    let page = Page {
        study,
        title: Some(study.name.trim())
            .filter(|name| !name.is_empty())
            .unwrap_or("Simulation study"),
        notice: Notice::SIMULATED,
        custom_properties: palette::custom_properties(),
        days: wording::number(u64::from(study.origin.days)),
        cut: reading.cut(),
        sections: vec![
            short::section(&reading),
            comparison::section(&reading),
            waiting::section(&reading),
            over_time::section(&reading),
            map::section(&reading),
            assumed::section(&reading),
            made::section(&reading),
        ],
    };
    plain_text::without_control_characters(&html(&page))
}
