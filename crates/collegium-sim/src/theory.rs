//! Exact values for small, idealised cases of support: what a simulator must reproduce when its scenario is
//! reduced to them.
//!
//! Nothing here is simulated and nothing is random. Each family is a type whose constructor checks its
//! parameters, all faults at once; `docs/simulation-theory.md` tells which is for what. Times and rates share
//! one unit, the caller's: years, weeks, days.
//!
//! ```
//! use collegium_sim::theory::ErlangC;
//!
//! // Three givers; 2.4 requests arrive in the time that one support takes.
//! let queue = ErlangC::new(3, 2.4, 1.0)?;
//! assert!((queue.wait_chance() - 0.647).abs() < 0.001);
//! assert!((queue.mean_wait() - 1.079).abs() < 0.001);
//! # Ok::<_, collegium_sim::parameter::Faults>(())
//! ```

mod abandonment;
mod assignment;
mod birth_death;
mod delay;
mod dynamic_matching;
mod easy_and_hard;
mod endogenous_capacity;
mod erlang;
mod finite_source;
mod general_service;
mod one_side_asks;
mod pair_market;
mod priority;
mod restless;
mod sparse_matching;
mod team;
mod two_state;

pub use abandonment::ErlangA;
pub use assignment::{
    partial_assignment_cost, random_assignment_cost, serial_dictatorship_rank, stable_proposals_bound,
};
pub use birth_death::BirthDeath;
pub use delay::MonitoringDelay;
pub use dynamic_matching::DynamicMatching;
pub use easy_and_hard::{EasyAndHard, Fate};
pub use endogenous_capacity::EndogenousCapacity;
pub use erlang::{ErlangC, erlang_b};
pub use finite_source::FiniteSource;
pub use general_service::{LEE_LONGTON_BAND, PollaczekKhinchine, lee_longton_wait};
pub use one_side_asks::OneSideAsks;
pub use pair_market::PairMarket;
pub use priority::Cobham;
pub use restless::{RestlessSchool, WhittleIndex};
pub use sparse_matching::sparse_matching_share;
pub use team::{OneTeam, TeamPolicy};
pub use two_state::TwoStateSchool;
