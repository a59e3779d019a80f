//! Who can help whom: exact best plans with proofs, explained.
//!
//! Givers offer units of support, takers need them, and pairs say who could help whom and how good that
//! would be. From a [`problem::Problem`] this crate finds a best [`plan::Plan`] under an
//! [`objective::Objective`], with prices that prove it. [`verify`] checks a stored plan without trusting
//! the solver; [`explain`] says why it is as it is, [`shortlist`] whom a head could choose instead, [`what_if`]
//! what another choice would cost, [`witness`] why no plan meets more, and [`remedy`] what would have to change. A
//! [`revision`] follows changes.
//! [`score_model`] makes a score of what is known of a pair. [`support_network`] measures what many plans
//! add up to: who helped whom, who stands apart, where the network would fall apart.
//!
//! What it leaves to others: where pairs and scores come from, what a unit is in half-days, who decides
//! on a recommendation, and files, clocks and printing. It knows nothing of cycles or protocols. Units of
//! different size are not part of a problem here.
//!
//! Everything is exact integer arithmetic: the same problem gives the same plan, byte for byte, on every
//! platform and in whatever order it was put together.
//!
//! ```
//! use collegium_matching::{objective::Objective, problem::Problem, solve::solve, verify::verify};
//!
//! let problem = Problem::builder()
//!     .giver("901234", 1)
//!     .giver("901240", 2)
//!     .taker("900017/attendance", 1)
//!     .taker("900021/mathematics", 2)
//!     .pair("901234", "900017/attendance", "0.92".parse()?)
//!     .pair("901234", "900021/mathematics", "0.95".parse()?)
//!     .pair("901240", "900021/mathematics", "0.4".parse()?)
//!     .forbid("901240", "900017/attendance")
//!     .build()?;
//!
//! let plan = solve(&problem, Objective::Coverage);
//! assert_eq!((plan.value().units, plan.value().score.to_string()), (2, "1.35".to_owned()));
//!
//! // What is stored and handed on carries its own proof.
//! let stored = plan.to_file(&problem).to_json();
//! let read = collegium_matching::plan::file::PlanFile::from_json(stored.as_bytes())?;
//! assert!(verify(&problem, &read).is_ok());
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub mod explain;
pub mod objective;
pub mod plan;
pub mod problem;
pub mod remedy;
pub mod revision;
pub mod score;
pub mod score_model;
pub mod shortlist;
pub mod solve;
pub mod support_network;
pub mod table;
pub mod verify;
pub mod what_if;
pub mod witness;
