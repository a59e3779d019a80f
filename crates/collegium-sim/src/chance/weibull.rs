//! How long until something whose chance grows or falls with age.

use super::Law;
use crate::parameter::{Check, Faults};

/// The Weibull law: below a shape of 1 what has lasted goes on lasting, above it what has lasted ends soon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weibull {
    shape: f64,
    scale: f64,
}

impl Weibull {
    /// With `shape` and `scale` above 0; the scale is the time by which 1 − 1/e of all have ended.
    ///
    /// A shape so small that the variance is no finite number is a fault: from about 0.012 on it is one.
    pub fn new(shape: f64, scale: f64) -> Result<Self, Faults> {
        let law = Self { shape, scale };
        Check::default()
            .positive("shape", shape)
            .positive("scale", scale)
            .that(
                shape.is_nan() || shape <= 0.0 || !scale.is_finite() || law.variance().is_finite(),
                "shape",
                shape,
                "be so large that the variance is finite",
            )
            .done()?;
        Ok(law)
    }

    fn moment(&self, order: f64) -> f64 {
        libm::tgamma(1.0 + order / self.shape)
    }
}

impl Law for Weibull {
    type Sample = f64;

    fn quantile(&self, share: f64) -> f64 {
        self.scale * libm::pow(-libm::log1p(-share), 1.0 / self.shape)
    }

    fn mean(&self) -> f64 {
        self.scale * self.moment(1.0)
    }

    fn variance(&self) -> f64 {
        let first = self.moment(1.0);
        self.scale * self.scale * (self.moment(2.0) - first * first)
    }
}
