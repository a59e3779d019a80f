//! Chance for the simulator: streams of random numbers, and laws that turn a number into a duration, a
//! count or a choice.
//!
//! A [`Stream`] is named by a key and has a place for each number, so what one school draws for one purpose
//! depends on nothing that anybody else draws. Every law takes **one** number from its stream for each
//! sample and is its own inverse distribution function: a larger number never gives a smaller sample. Two
//! policies that are given the same streams therefore see the same luck, sample by sample, even where they
//! change the parameters of a law.
//!
//! The same key gives the same samples on every machine: the generator is integer arithmetic, and the laws
//! call `libm` and never the platform's own logarithm.
//!
//! ```
//! use collegium_sim::chance::{Exponential, Law, Stream, StreamKey, StreamName};
//!
//! let mut relapses = Stream::new(StreamKey {
//!     seed: 7,
//!     replication: 0,
//!     name: StreamName::new("relapse"),
//!     entity: 12,
//! });
//! let until_relapse = Exponential::new(0.25)?; // a year
//! assert!(until_relapse.sample(&mut relapses) > 0.0);
//! assert_eq!(until_relapse.mean(), 4.0);
//! # Ok::<_, collegium_sim::parameter::Faults>(())
//! ```

mod bernoulli;
mod discrete;
mod erlang;
mod exponential;
mod geometric;
mod law;
mod lognormal;
mod normal;
mod philox;
mod poisson;
mod stream;
mod uniform;
mod weibull;

pub use bernoulli::Bernoulli;
pub use discrete::Discrete;
pub use erlang::Erlang;
pub use exponential::Exponential;
pub use geometric::Geometric;
pub use law::Law;
pub use lognormal::Lognormal;
pub use normal::{Normal, standard_normal_quantile};
pub use poisson::Poisson;
pub use stream::{Stream, StreamKey, StreamName};
pub use uniform::Uniform;
pub use weibull::Weibull;
