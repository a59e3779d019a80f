//! How long until something that may happen at any time alike.

use super::Law;
use crate::parameter::{Check, Faults};

/// The exponential law: waiting for what has the same chance in every moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    rate: f64,
}

impl Exponential {
    /// With `rate` events in a unit of time, above 0.
    pub fn new(rate: f64) -> Result<Self, Faults> {
        Check::default().positive("rate", rate).done()?;
        Ok(Self { rate })
    }

    /// With one event in `mean` units of time, above 0.
    pub fn with_mean(mean: f64) -> Result<Self, Faults> {
        Check::default()
            .positive("mean", mean)
            .that(
                !mean.is_finite() || mean <= 0.0 || (1.0 / mean).is_finite(),
                "mean",
                mean,
                "have a finite inverse",
            )
            .done()?;
        Ok(Self { rate: 1.0 / mean })
    }
}

impl Law for Exponential {
    type Sample = f64;

    fn quantile(&self, share: f64) -> f64 {
        -libm::log1p(-share) / self.rate
    }

    fn mean(&self) -> f64 {
        1.0 / self.rate
    }

    fn variance(&self) -> f64 {
        1.0 / (self.rate * self.rate)
    }
}
