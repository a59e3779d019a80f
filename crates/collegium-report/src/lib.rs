//! What people look at: a whole review round as one self-contained HTML page.
//!
//! [`render`] turns a [`RoundView`] into the text of an HTML file that loads nothing from anywhere, works
//! without a script, on a phone, in print, without colour vision and with a screen reader, and that is the same,
//! byte for byte, whenever the view is the same. A round of more than [`WHOLE_ROUND_LIMIT`] schools or needs is
//! aggregated, and the page says at each place what it leaves out.
//!
//! The crate takes plain data and leaves to others where the data come from, what an audience may see, and
//! where the file goes.
//!
//! # Example
//! ```
//! use collegium_report::view::{Calendar, Nature, Origin, Protocol, RoundView};
//! # let day = |month, day| chrono::NaiveDate::from_ymd_opt(2025, month, day).expect("a real day");
//! let round = RoundView {
//!     title: "Autumn round".to_owned(),
//!     subtitle: "A network without schools".to_owned(),
//!     nature: Nature::Fictional,
//!     origin: Origin {
//!         seed: Some(1),
//!         start: day(9, 1),
//!         end: day(12, 19),
//!         register: "none".to_owned(),
//!         rules: "none".to_owned(),
//!         protocol: Protocol { id: "default".to_owned(), version: "1".to_owned(), hash: "00".to_owned() },
//!         software: "Collegium 0.1.0".to_owned(),
//!     },
//!     calendar: Calendar::default(),
//!     schools: vec![],
//!     needs: vec![],
//!     capacity: vec![],
//!     deployments: vec![],
//!     reallocations: vec![],
//!     attention: vec![],
//!     figures: vec![],
//!     skipped: vec![],
//!     derivation: vec![],
//!     assumptions: vec![],
//!     proof: None,
//! };
//! let page = collegium_report::render(&round);
//! assert!(page.starts_with("<!DOCTYPE html>"));
//! assert!(page.contains("Autumn round"));
//! ```

pub mod diagram;
pub mod material;
pub mod study;
pub mod view;

mod capacity;
mod declined;
mod deployments;
mod explanation;
mod map;
mod notice;
mod origin;
mod page;
mod palette;
mod plain_text;
mod reading;
mod reallocation;
mod severity;
mod summary;
mod timeline;
mod wording;

pub use chrono;
pub use reading::WHOLE_ROUND_LIMIT;
pub use view::RoundView;

/// The HTML page of a round.
///
/// # Determinism
/// The same view gives the same bytes: no clock, no chance, and all geometry in integers.
///
/// # Complexity
/// Linear in the view, but for sorting.
pub fn render(round: &RoundView) -> String {
    page::render(&reading::Reading::of(round))
}
