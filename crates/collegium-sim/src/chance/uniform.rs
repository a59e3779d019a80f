//! Any number between two, alike.

use super::Law;
use crate::parameter::{Check, Faults};

/// The uniform law between two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uniform {
    low: f64,
    width: f64,
}

impl Uniform {
    /// From `low` to `high`, which is not below it.
    pub fn new(low: f64, high: f64) -> Result<Self, Faults> {
        let width = high - low;
        Check::default()
            .finite("low", low)
            .finite("high", high)
            .that(
                !low.is_finite() || !high.is_finite() || (width.is_finite() && width >= 0.0),
                "high",
                high,
                format!("be {low} or above, and not infinitely far from it"),
            )
            .done()?;
        Ok(Self { low, width })
    }
}

impl Law for Uniform {
    type Sample = f64;

    fn quantile(&self, share: f64) -> f64 {
        self.low + share * self.width
    }

    fn mean(&self) -> f64 {
        self.low + self.width / 2.0
    }

    fn variance(&self) -> f64 {
        self.width * self.width / 12.0
    }
}
