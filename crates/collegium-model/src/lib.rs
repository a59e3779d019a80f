//! The words of a review cycle, as types that cannot hold nonsense.
//!
//! What is here: ids and register numbers, schools, places on the national grid, responsible bodies,
//! needs, offers, kinds of support, severity, codes whose vocabulary is data (areas, roles, reasons),
//! versioned vocabularies and catalogues of interventions, quantities with their unit in the type, and
//! the school calendar with its explicit units of time, its protected windows and its frozen clocks. All
//! of it is value and validation; how a cycle moves, who is matched with whom and what a network allows live in the
//! crates that import this one.
//!
//! Every type has a stable wire form under serde, and what is read from outside is checked on the way
//! in: a place off the grid or a term that ends before it begins does not deserialise.
//!
//! ```
//! use collegium_model::{calendar::SchoolCalendar, calendar::Span, chrono::NaiveDate};
//!
//! let calendar = SchoolCalendar::typical_england(2026, 1)?;
//! let friday = NaiveDate::from_ymd_opt(2026, 10, 23).ok_or("no such day")?;
//! // Half term lies between: one school day later is the Monday after next.
//! let due = calendar.after(friday, Span::SchoolDays(1))?;
//! assert_eq!(due, NaiveDate::from_ymd_opt(2026, 11, 2).ok_or("no such day")?);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub mod calendar;
pub mod candidate;
pub mod code;
pub mod id;
mod inline;
pub mod inspection;
pub mod intervention;
pub mod need;
pub mod neighbourhood;
pub mod offer;
pub mod place;
pub mod quantity;
pub mod school;
pub mod short_code;
pub mod support;
pub mod urn;
pub mod vocabulary;

pub use chrono;
pub use uuid;
