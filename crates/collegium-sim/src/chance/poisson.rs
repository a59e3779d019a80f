//! How often something happens in a while that may happen at any time alike.

use super::{Discrete, Law};
use crate::{
    counts::{float, whole},
    parameter::{Check, Faults},
};

/// The Poisson law: a count.
#[derive(Clone, Debug, PartialEq)]
pub struct Poisson {
    mean: f64,
    least: u64,
    above_least: Discrete,
}

/// Counts whose weight beside the likeliest count's is below this are left out: a number of 53 bits cannot
/// reach them.
const NEGLIGIBLE: f64 = 1e-20;
const LARGEST_MEAN: f64 = 1e6;

impl Poisson {
    /// With `mean` from 0 to a million.
    ///
    /// # Complexity
    /// A table of about 20·√mean counts, made once; a sample is a search in it.
    pub fn new(mean: f64) -> Result<Self, Faults> {
        Check::default()
            .that(
                (0.0..=LARGEST_MEAN).contains(&mean),
                "mean",
                mean,
                "be from 0 to a million",
            )
            .done()?;
        // Weights beside that of the likeliest count: no factorial is needed and nothing underflows.
        let likeliest = whole(mean);
        let mut least = likeliest;
        let mut weights = Vec::new();
        let mut weight = 1.0;
        while least > 0 {
            weight *= float(least) / mean;
            if weight < NEGLIGIBLE {
                break;
            }
            weights.push(weight);
            least -= 1;
        }
        weights.reverse();
        weight = 1.0;
        for count in likeliest.. {
            if weight < NEGLIGIBLE {
                break;
            }
            weights.push(weight);
            weight *= mean / float(count + 1);
        }
        let above_least = Discrete::new(&weights)?;
        Ok(Self {
            mean,
            least,
            above_least,
        })
    }
}

impl Law for Poisson {
    type Sample = u64;

    fn quantile(&self, share: f64) -> u64 {
        let above = u64::try_from(self.above_least.quantile(share)).expect("a table is shorter than 2^64");
        self.least + above
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.mean
    }
}
