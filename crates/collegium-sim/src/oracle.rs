//! Is the simulator right where theory says what right is? Each oracle reduces a scenario to a case with an
//! exact answer, runs it through the real engine, and compares.
//!
//! The exact values come from [`crate::theory`], which is tested by itself and knows nothing of runs.

mod brokerage;
mod closed;
mod exchange;
mod fixed;
mod reduced;
mod restless;

use crate::{
    parameter::Faults,
    run::RunFailed,
    statistics::{Interval, Running},
};
use std::collections::BTreeMap;

/// A parameter of an oracle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it is where nothing is said: one number, or several.
    pub default: &'static [f64],
    /// What it is.
    pub says: &'static str,
}

/// A case with an exact answer.
#[derive(Clone, Copy, Debug)]
pub struct Oracle {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub says: &'static str,
    /// What can be asked of it.
    pub parameters: &'static [Parameter],
    reckon: fn(&Asked) -> Result<Vec<Compared>, Unanswered>,
}

/// Every oracle.
pub const ORACLES: &[Oracle] = &[
    brokerage::ERLANG_C,
    brokerage::ERLANG_A,
    brokerage::POLLACZEK_KHINCHINE,
    brokerage::COBHAM,
    closed::FINITE_SOURCE,
    closed::ENDOGENOUS,
    closed::TWO_STATE,
    closed::DELAY,
    restless::WHITTLE,
    fixed::ASSIGNMENT,
    fixed::PARTIAL_ASSIGNMENT,
    fixed::SPARSE_MATCHING,
    exchange::GREEDY,
    exchange::PATIENT,
    exchange::ONE_SIDE,
    exchange::EASY_AND_HARD,
];

/// What is asked of an oracle.
#[derive(Clone, Debug)]
pub struct Asked {
    parameters: BTreeMap<&'static str, Vec<f64>>,
    effort: Effort,
}

/// How much is simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// The root seed.
    pub seed: u64,
    /// Independent replications.
    pub replications: u32,
    /// How many times as fast recovery is in the simulation as the oracle is told: 1, or something else for a
    /// control that must be found out.
    pub tampered: f64,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            seed: 2026,
            replications: 30,
            tampered: 1.0,
        }
    }
}

/// What theory says beside what was simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What is compared.
    pub quantity: String,
    /// The exact value.
    pub analytic: f64,
    /// The mean over replications.
    pub simulated: f64,
    /// Half the width of its 95 % interval.
    pub half_width: f64,
    /// How many standard errors apart they are.
    pub z: f64,
    /// What the exact value tends to as the case grows, where that is known: told, and not compared.
    pub limit: Option<f64>,
}

/// What an oracle came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The oracle.
    pub oracle: &'static str,
    /// The parameters that it was asked with.
    pub parameters: BTreeMap<&'static str, Vec<f64>>,
    /// What was compared.
    pub results: Vec<Compared>,
    /// Whether none is more than four standard errors off.
    pub accepted: bool,
}

/// An oracle that cannot be asked so.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unanswered {
    /// A parameter has no meaning for it.
    #[error(transparent)]
    Parameters(#[from] Faults),
    /// A parameter that it does not have.
    #[error("{oracle} has no parameter {found:?}; it has {}", .known.join(", "))]
    Unknown {
        /// The oracle.
        oracle: &'static str,
        /// The name as it was found.
        found: String,
        /// Names of those it has.
        known: Vec<&'static str>,
    },
    /// One number is needed, or some.
    #[error("{name} is {found} numbers, and must be {must}")]
    Count {
        /// The parameter.
        name: &'static str,
        /// How many were given.
        found: usize,
        /// How many there must be.
        must: &'static str,
    },
    /// The run could not be made.
    #[error(transparent)]
    Run(#[from] RunFailed),
}

/// No more standard errors than that.
pub const ACCEPTED_Z: f64 = 4.0;

impl Oracle {
    /// The oracle of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ORACLES.iter().find(|it| it.name == name)
    }

    /// Reckons and simulates.
    ///
    /// Determinism: parameters and effort give the verdict, to the last bit.
    ///
    /// # Errors
    /// [`Unanswered`] for parameters that it does not have or that make no sense.
    pub fn ask(&self, parameters: &[(String, Vec<f64>)], effort: Effort) -> Result<Verdict, Unanswered> {
        let defaults = self.parameters.iter().map(|it| (it.name, it.default.to_vec()));
        let mut all: BTreeMap<_, _> = defaults.collect();
        for (name, values) in parameters {
            let Some(known) = self.parameters.iter().find(|it| it.name == name) else {
                return Err(Unanswered::Unknown {
                    oracle: self.name,
                    found: name.clone(),
                    known: self.parameters.iter().map(|it| it.name).collect(),
                });
            };
            let is_one = known.default.len() == 1;
            if values.is_empty() || (is_one && values.len() != 1) {
                return Err(Unanswered::Count {
                    name: known.name,
                    found: values.len(),
                    must: if is_one { "one" } else { "at least one" },
                });
            }
            all.insert(known.name, values.clone());
        }
        let asked = Asked {
            parameters: all,
            effort,
        };
        let results = (self.reckon)(&asked)?;
        Ok(Verdict {
            oracle: self.name,
            parameters: asked.parameters,
            accepted: results.iter().all(|it| it.z.abs() <= ACCEPTED_Z),
            results,
        })
    }
}

impl Asked {
    /// A parameter that is one number.
    fn one(&self, name: &str) -> f64 {
        self.all(name).first().copied().unwrap_or(f64::NAN)
    }

    /// A parameter that counts something; too large a number where it is none.
    fn count(&self, name: &str) -> u32 {
        let value = self.one(name);
        if value.fract() == 0.0 && (0.0..=1e6).contains(&value) {
            u32::try_from(crate::counts::whole(value)).unwrap_or(u32::MAX)
        } else {
            u32::MAX
        }
    }

    /// A parameter that is several numbers.
    fn all(&self, name: &str) -> &[f64] {
        self.parameters.get(name).map_or(&[], Vec::as_slice)
    }
}

impl Compared {
    /// Compares an exact value with what each replication found.
    ///
    /// # Errors
    /// Where there are fewer than two replications, or one found no number.
    fn new(quantity: impl Into<String>, analytic: f64, found: &[f64]) -> Result<Self, Faults> {
        let interval = Interval::of(&found.iter().copied().collect::<Running>(), 0.95)?;
        Ok(Self {
            quantity: quantity.into(),
            analytic,
            simulated: interval.mean(),
            half_width: interval.half_width(),
            z: interval.standard_errors_above(analytic),
            limit: None,
        })
    }

    /// Tells what the exact value tends to as the case grows.
    fn tending_to(self, limit: f64) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }
}
