//! One school's review cycle, as machines that judge and apply.
//!
//! A [`Protocol`](protocol::Protocol) says by whom, under which conditions and by when things are done. It
//! is compiled to [`Rules`](rules::Rules). With them [`Cycle::decide`](cycle::Cycle::decide) judges a
//! [`Command`](acts::Command) and changes nothing; [`Cycle::evolve`](cycle::Cycle::evolve) applies an
//! [`Event`](acts::Event) and cannot fail. What may be done now is answered by
//! [`Cycle::actions`](cycle::Cycle::actions), why something may not by
//! [`Cycle::explain`](cycle::Cycle::explain), what is due by [`Cycle::clocks`](cycle::Cycle::clocks); all of
//! them read the same tables, one for each machine, so that they cannot disagree.
//!
//! The crate knows nothing of other schools, of capacity or of matching, and it touches no clock, file or
//! network: time, calendar and ids are arguments.
//!
//! ```
//! use collegium_cycle::{acts::Command, context::Context, cycle::{Cycle, OpenedCycle}, protocol::Protocol};
//! use collegium_cycle::{chrono::NaiveDate, rules::Rules};
//! use collegium_model::{calendar::SchoolCalendar, code::Role, id::*, uuid::Uuid};
//!
//! let rules = Rules::compile(Protocol::standard())?;
//! let calendar = SchoolCalendar::typical_england(2026, 1)?;
//! let now = NaiveDate::from_ymd_opt(2026, 9, 7).and_then(|day| day.and_hms_opt(9, 0, 0)).ok_or("no such day")?;
//! let roles = [Role::new("host_head")?];
//! let context = Context::new(PersonId::new(Uuid::from_u128(1)), &roles, now, &calendar);
//! let open = Command::OpenCycle(OpenedCycle { school: SchoolId::new(Uuid::from_u128(2)), turn: 1 });
//!
//! let mut cycle = Cycle::default();
//! let refusal = cycle.decide(&open, &context, &rules).expect_err("a head does not open cycles");
//! assert_eq!(refusal.blockers.len(), 1);
//! assert_eq!(refusal.to_string(), "acting as host_head; this takes broker or responsible_body");
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub mod actions;
pub mod acts;
pub mod by_id;
pub mod child;
mod children;
pub mod clock;
mod conflict;
pub mod context;
pub mod counterfactual;
pub mod cycle;
pub mod decide;
pub mod facts;
mod guard;
pub mod kit;
mod log;
pub mod pairs;
pub mod protocol;
pub mod recommend;
pub mod redact;
pub mod refusal;
pub mod rules;
pub mod standing;
pub mod table;
pub mod todo;
pub mod violation;

pub use children::{
    approval, challenge, coaching, concern, decision, deployment, due_diligence, enquiry, monitoring, need,
    objective, progress_review, request, review, self_evaluation, task, workshop,
};
pub use log::{chain, envelope, people, snapshot, upcast};

pub use chrono;
pub use serde_json;
