//! Matching where both sides come and go: at once, or only when somebody is about to leave.

use crate::{
    bisection::crossing,
    parameter::{Check, Faults},
};

/// The mean field of a large market: agents arrive at rate m, stay a time of mean 1 and any two are
/// compatible with chance `degree` / m. What does not find a partner in time is lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DynamicMatching {
    degree: f64,
}

impl DynamicMatching {
    /// With `degree` above 0: how many agents that arrive in one stay are compatible with one, on average.
    ///
    /// # Source
    /// Akbarpour, Li & Oveis Gharan (2020), doi:10.1086/704761; the balance equations as m grows.
    pub fn new(degree: f64) -> Result<Self, Faults> {
        Check::default().positive("degree", degree).done()?;
        Ok(Self { degree })
    }

    /// The share of agents lost where each is matched at once if it can be: z with 2e^{−dz} = 1 + z, which is
    /// also how many wait, in units of m.
    pub fn greedy_loss(&self) -> f64 {
        crossing(0.0, 1.0, |pool| 2.0 * self.lonely(pool) > 1.0 + pool)
    }

    /// The share of agents lost where each is matched only when about to leave: z·e^{−dz}.
    pub fn patient_loss(&self) -> f64 {
        let pool = self.patient_pool();
        pool * self.lonely(pool)
    }

    /// How many wait under the patient rule, in units of m: z with z(2 − e^{−dz}) = 1.
    pub fn patient_pool(&self) -> f64 {
        crossing(0.0, 1.0, |pool| pool * (2.0 - self.lonely(pool)) < 1.0)
    }

    /// The chance that nobody of a pool is compatible with one.
    fn lonely(self, pool: f64) -> f64 {
        libm::exp(-self.degree * pool)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_balance_holds(degree in 0.01..100.0_f64) {
            let market = DynamicMatching::new(degree).unwrap();
            let greedy = market.greedy_loss();
            prop_assert!((2.0 * (-degree * greedy).exp() - 1.0 - greedy).abs() < 1e-12);
            let pool = market.patient_pool();
            prop_assert!((pool * (2.0 - (-degree * pool).exp()) - 1.0).abs() < 1e-12);
            prop_assert!(market.patient_loss() <= greedy);
        }
    }

    #[test]
    fn the_ends() {
        let nobody = DynamicMatching::new(1e-9).unwrap();
        assert!((nobody.greedy_loss() - 1.0).abs() < 1e-8 && (nobody.patient_loss() - 1.0).abs() < 1e-8);
        let everybody = DynamicMatching::new(1e9).unwrap();
        assert!(everybody.greedy_loss() < 1e-8 && everybody.patient_loss() < 1e-8);
        assert!(DynamicMatching::new(f64::INFINITY).is_err());
    }
}
