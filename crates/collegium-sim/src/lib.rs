//! People and schools played from a seed, through the same commands that a portal would send.
//!
//! The [`standin`] answers for heads, employers, reviewers and commissioners, so that a whole round can be
//! seen without any of them. It has no way round the engine: what the engine refuses does not happen. All
//! of its habits are assumptions, and none says anything about real people.
//!
//! The simulator of policies stands on four rooms, none of which knows a school: [`chance`] is luck,
//! [`kernel`] the order of events, [`theory`] what a simulator must reproduce, [`statistics`] what may be said
//! from its results.

pub mod agenda;
mod bisection;
pub mod chance;
mod counts;
pub mod description;
pub mod ids;
pub mod kernel;
pub mod office;
pub mod oracle;
pub mod parameter;
pub mod people;
pub mod policy;
pub mod random;
pub mod rows;
pub mod run;
pub mod scenario;
pub mod standin;
pub mod statistics;
pub mod study;
pub mod theory;
pub mod tick;
pub mod view;

pub use collegium_engine as engine;
pub use collegium_model as model;
