//! What can be said from simulated values, and how surely.
//!
//! A replication is one value; replications are independent and their values go into a [`Running`] mean. An
//! [`Interval`] says how well the mean is known, [`LookAhead`] when there are enough replications, a
//! [`Contrast`] how two policies differ on the same luck. Within one replication [`mser_5`] cuts the warm-up
//! off, a [`StepArea`] averages over time in integers and [`LittleCheck`] holds the books against each other.
//!
//! ```
//! use collegium_sim::statistics::{Interval, Running};
//!
//! let waits: Running = [4.0, 6.0, 5.0, 9.0].into_iter().collect();
//! let interval = Interval::of(&waits, 0.95)?;
//! assert_eq!(interval.mean(), 6.0);
//! assert!(interval.covers(5.0) && !interval.covers(10.0));
//! # Ok::<_, collegium_sim::parameter::Faults>(())
//! ```

mod contrast;
mod fairness;
mod interval;
mod little;
mod quantile;
mod regret;
mod running;
mod step_area;
mod stopping;
mod student;
mod warm_up;

pub use contrast::Contrast;
pub use fairness::{gini, longest, worst_off};
pub use interval::Interval;
pub use little::{Little, LittleCheck, LittleError};
pub use quantile::{Quantile, quantile};
pub use regret::{Regret, best_in_hindsight};
pub use running::Running;
pub use step_area::{Backwards, StepArea};
pub(crate) use stopping::LEAST;
pub use stopping::{LookAhead, Patience, Precision, Verdict};
pub use student::{student_quantile, student_tail};
pub use warm_up::{WarmUp, mser_5};
