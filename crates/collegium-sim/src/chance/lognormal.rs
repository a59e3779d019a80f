//! What many small factors make together: durations with a long tail.

use super::{Law, standard_normal_quantile};
use crate::parameter::{Check, Faults};

/// The lognormal law, by its own mean and coefficient of variation (not those of its logarithm).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    mean: f64,
    variation: f64,
    log_mean: f64,
    log_deviation: f64,
}

impl Lognormal {
    /// With `mean` above 0 and `variation` = standard deviation / mean, 0 or above.
    pub fn new(mean: f64, variation: f64) -> Result<Self, Faults> {
        Check::default()
            .positive("mean", mean)
            .not_negative("variation", variation)
            .that(
                !variation.is_finite() || (variation * variation).is_finite(),
                "variation",
                variation,
                "have a finite square",
            )
            .done()?;
        let log_variance = libm::log1p(variation * variation);
        Ok(Self {
            mean,
            variation,
            log_mean: libm::log(mean) - log_variance / 2.0,
            log_deviation: log_variance.sqrt(),
        })
    }
}

impl Law for Lognormal {
    type Sample = f64;

    fn quantile(&self, share: f64) -> f64 {
        libm::exp(self.log_mean + self.log_deviation * standard_normal_quantile(share))
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        let deviation = self.mean * self.variation;
        deviation * deviation
    }
}
