//! How many tries until one succeeds.

use super::Law;
use crate::{
    counts::whole,
    parameter::{Check, Faults},
};

/// The geometric law: tries up to and with the first success, from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometric {
    chance: f64,
    log_failure: f64,
}

impl Geometric {
    /// Each try succeeds with `chance`, above 0 and up to 1.
    pub fn new(chance: f64) -> Result<Self, Faults> {
        Check::default()
            .that(
                chance > 0.0 && chance <= 1.0,
                "chance",
                chance,
                "be above 0, up to 1",
            )
            .done()?;
        let log_failure = libm::log1p(-chance);
        Ok(Self { chance, log_failure })
    }
}

impl Law for Geometric {
    type Sample = u64;

    fn quantile(&self, share: f64) -> u64 {
        whole(libm::ceil(libm::log1p(-share) / self.log_failure)).max(1)
    }

    fn mean(&self) -> f64 {
        1.0 / self.chance
    }

    fn variance(&self) -> f64 {
        (1.0 - self.chance) / (self.chance * self.chance)
    }
}
