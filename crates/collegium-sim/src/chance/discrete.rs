//! One of several, by weight.

use super::Law;
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// A choice among places 0, 1, 2 … by weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrete {
    /// The share of all weight up to and with each place; the last is 1.
    reached: Vec<f64>,
}

impl Discrete {
    /// Place `i` with a chance in proportion to `weights[i]`. Weights are 0 or above and not all 0.
    pub fn new(weights: &[f64]) -> Result<Self, Faults> {
        let total = weights.iter().fold(0.0, |sum, weight| sum + weight);
        let mut check = Check::default();
        for (place, &weight) in weights.iter().enumerate() {
            check = check.not_negative(format!("weights[{place}]"), weight);
        }
        check
            .that(
                total > 0.0 && total.is_finite(),
                "the sum of weights",
                total,
                "be above 0 and finite",
            )
            .done()?;
        let reached = weights
            .iter()
            .scan(0.0, |sum, weight| {
                *sum += weight;
                Some(*sum / total)
            })
            .collect();
        Ok(Self { reached })
    }

    fn moment(&self, about: f64, order: i32) -> f64 {
        let mut before = 0.0;
        let mut sum = 0.0;
        for (place, &reached) in (0_u64..).zip(&self.reached) {
            sum += (reached - before) * (float(place) - about).powi(order);
            before = reached;
        }
        sum
    }
}

impl Law for Discrete {
    type Sample = usize;

    /// In O(log places). A place without weight is never drawn.
    fn quantile(&self, share: f64) -> usize {
        let place = self.reached.partition_point(|&reached| reached < share);
        place.min(self.reached.len() - 1)
    }

    fn mean(&self) -> f64 {
        self.moment(0.0, 1)
    }

    fn variance(&self) -> f64 {
        self.moment(self.mean(), 2)
    }
}
