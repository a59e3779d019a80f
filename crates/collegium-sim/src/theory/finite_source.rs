//! A network of a fixed number of schools that relapse, and teams that help.

use super::BirthDeath;
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// Beyond it a chain would not fit in memory comfortably.
pub(super) const MOST_SCHOOLS: u32 = 10_000_000;

/// Machine repair (M/M/c//N): `schools` in good order relapse, `teams` help one school each.
#[derive(Clone, Debug, PartialEq)]
pub struct FiniteSource {
    teams: u32,
    chain: BirthDeath,
}

impl FiniteSource {
    /// Each school in good order falls into need at rate `relapse`; each team ends a need at rate `recovery`.
    ///
    /// # Source
    /// Palm (1947), machine interference; p(n+1)/p(n) = (N − n)λ / (min(n + 1, c)μ).
    pub fn new(schools: u32, teams: u32, relapse: f64, recovery: f64) -> Result<Self, Faults> {
        Check::default()
            .at_most(MOST_SCHOOLS, "schools", schools)
            .at_least(1, "teams", teams)
            .not_negative("relapse", relapse)
            .positive("recovery", recovery)
            .done()?;
        let births: Vec<_> = (0..schools)
            .map(|in_need| f64::from(schools - in_need) * relapse)
            .collect();
        let deaths: Vec<_> = (1..=schools)
            .map(|in_need| f64::from(in_need.min(teams)) * recovery)
            .collect();
        let chain = BirthDeath::new(&births, &deaths)?;
        Ok(Self { teams, chain })
    }

    /// How many schools are in need on average, L.
    pub fn mean_in_need(&self) -> f64 {
        self.chain.mean()
    }

    /// How many schools in need have no team on average, Lq.
    pub fn mean_unsupported(&self) -> f64 {
        let teams = u64::from(self.teams);
        self.chain.mean_of(|in_need| float(in_need.saturating_sub(teams)))
    }

    /// The long-run share of time with 0, 1, 2 … schools in need.
    pub fn shares(&self) -> &[f64] {
        self.chain.shares()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::TwoStateSchool;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_team_for_each_makes_schools_independent(schools in 1_u32..40, relapse in 0.01..2.0_f64) {
            let network = FiniteSource::new(schools, schools, relapse, 1.0).unwrap();
            let in_need = f64::from(schools) * relapse / (1.0 + relapse);
            prop_assert!((network.mean_in_need() / in_need - 1.0).abs() < 1e-9);
            prop_assert!(network.mean_unsupported() < 1e-9);
        }

        #[test]
        fn needs_begin_as_often_as_they_end(schools in 1_u32..40, teams in 1_u32..10, relapse in 0.01..2.0_f64) {
            let network = FiniteSource::new(schools, teams, relapse, 0.7).unwrap();
            let begun = (f64::from(schools) - network.mean_in_need()) * relapse;
            let ended = (network.mean_in_need() - network.mean_unsupported()) * 0.7;
            prop_assert!((begun / ended - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn one_school_is_a_two_state_school() {
        let network = FiniteSource::new(1, 1, 0.3, 0.9).unwrap();
        let school = TwoStateSchool::new(0.03, 0.09).unwrap();
        assert!((1.0 - network.mean_in_need() - school.share_good()).abs() < 1e-12);
        assert_eq!(FiniteSource::new(5, 0, -1.0, 0.0).unwrap_err().iter().count(), 3);
        assert_eq!(FiniteSource::new(0, 1, 1.0, 1.0).unwrap().shares(), [1.0]);
    }
}
