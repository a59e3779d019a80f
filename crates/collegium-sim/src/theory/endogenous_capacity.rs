//! A network that must carry its own: schools in good order support those in need.

use super::{BirthDeath, finite_source::MOST_SCHOOLS};
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// One reading of the rule of ratio, an assumption: `carriers` schools in good order carry one in need, and
/// a school in need carries none. The more are in need, the fewer can help.
#[derive(Clone, Debug, PartialEq)]
pub struct EndogenousCapacity {
    schools: u32,
    carriers: u32,
    chain: BirthDeath,
}

impl EndogenousCapacity {
    /// Each of `schools` in good order falls into need at rate `relapse`; a need ends at rate `supported`
    /// with support and at rate `unsupported`, above 0, without. `carriers` is from 1.
    ///
    /// # Source
    /// k(n) = min(n, ⌊(N − n)/r⌋); p(n+1)/p(n) = (N − n)λ / (k(n+1)μ + (n + 1 − k(n+1))μ₀). Ours, from the
    /// balance of a birth-and-death chain.
    pub fn new(
        schools: u32,
        carriers: u32,
        relapse: f64,
        supported: f64,
        unsupported: f64,
    ) -> Result<Self, Faults> {
        Check::default()
            .at_most(MOST_SCHOOLS, "schools", schools)
            .at_least(1, "carriers", carriers)
            .not_negative("relapse", relapse)
            .positive("supported", supported)
            .positive("unsupported", unsupported)
            .done()?;
        let births: Vec<_> = (0..schools)
            .map(|in_need| f64::from(schools - in_need) * relapse)
            .collect();
        let deaths: Vec<_> = (1..=schools)
            .map(|in_need| {
                let carried = carried(schools, carriers, in_need);
                f64::from(carried) * supported + f64::from(in_need - carried) * unsupported
            })
            .collect();
        let chain = BirthDeath::new(&births, &deaths)?;
        Ok(Self {
            schools,
            carriers,
            chain,
        })
    }

    /// How many schools are in need on average.
    pub fn mean_in_need(&self) -> f64 {
        self.chain.mean()
    }

    /// How many schools in need are not carried on average.
    pub fn mean_unsupported(&self) -> f64 {
        self.chain.mean_of(|in_need| float(self.not_carried(in_need)))
    }

    /// The share of time in which some school in need is not carried.
    pub fn shortage_chance(&self) -> f64 {
        self.chain
            .mean_of(|in_need| f64::from(u8::from(self.not_carried(in_need) > 0)))
    }

    /// The long-run share of time with 0, 1, 2 … schools in need.
    pub fn shares(&self) -> &[f64] {
        self.chain.shares()
    }

    fn not_carried(&self, in_need: u64) -> u64 {
        let able = u64::from(self.schools).saturating_sub(in_need) / u64::from(self.carriers);
        in_need.saturating_sub(able)
    }
}

/// How many of those in need the others can carry, k(n).
fn carried(schools: u32, carriers: u32, in_need: u32) -> u32 {
    in_need.min((schools - in_need) / carriers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::FiniteSource;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn needs_begin_as_often_as_they_end(
            schools in 1_u32..40, carriers in 1_u32..6, relapse in 0.01..1.0_f64, alone in 0.01..0.5_f64,
        ) {
            let network = EndogenousCapacity::new(schools, carriers, relapse, 1.0, alone).unwrap();
            let begun = (f64::from(schools) - network.mean_in_need()) * relapse;
            let carried = network.mean_in_need() - network.mean_unsupported();
            let ended = carried + network.mean_unsupported() * alone;
            prop_assert!((begun / ended - 1.0).abs() < 1e-9);
        }

        #[test]
        fn support_without_effect_makes_schools_independent(schools in 1_u32..40, rate in 0.1..2.0_f64) {
            let network = EndogenousCapacity::new(schools, 3, 0.2, rate, rate).unwrap();
            let free = FiniteSource::new(schools, schools, 0.2, rate).unwrap();
            prop_assert!((network.mean_in_need() / free.mean_in_need() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn every_fault_at_once() {
        let faults = EndogenousCapacity::new(20, 0, -0.1, 0.0, 0.0).unwrap_err();
        assert_eq!(faults.iter().count(), 4);
    }
}
