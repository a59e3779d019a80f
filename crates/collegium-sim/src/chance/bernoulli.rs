//! Yes or no.

use super::Law;
use crate::parameter::{Check, Faults};

/// The Bernoulli law: true with a given chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bernoulli {
    chance: f64,
}

impl Bernoulli {
    /// True with `chance`, from 0 to 1.
    pub fn new(chance: f64) -> Result<Self, Faults> {
        Check::default().chance("chance", chance).done()?;
        Ok(Self { chance })
    }
}

impl Law for Bernoulli {
    type Sample = bool;

    /// True for the largest shares: what is true stays true where the chance grows.
    fn quantile(&self, share: f64) -> bool {
        share > 1.0 - self.chance
    }

    fn mean(&self) -> f64 {
        self.chance
    }

    fn variance(&self) -> f64 {
        self.chance * (1.0 - self.chance)
    }
}
