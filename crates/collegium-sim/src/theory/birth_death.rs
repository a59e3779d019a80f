//! Chains that go up and down by one: the long-run share of time in each state.

use crate::{
    counts::{float, length},
    parameter::{Check, Faults},
};

/// The stationary law of a finite birth-and-death chain: how likely it is that there are 0, 1, 2 …
#[derive(Clone, Debug, PartialEq)]
pub struct BirthDeath {
    shares: Vec<f64>,
}

impl BirthDeath {
    /// `births[n]` is the rate from n to n + 1, `deaths[n]` the rate from n + 1 back to n.
    ///
    /// # Units
    /// Rates share one unit. Births are 0 or above, deaths above 0; there are as many of each.
    ///
    /// # Complexity
    /// Linear in states. Sums of logarithms, so that long chains neither overflow nor vanish.
    ///
    /// # Source
    /// Balance across each cut: p(n+1) · deaths\[n\] = p(n) · births\[n\].
    pub fn new(births: &[f64], deaths: &[f64]) -> Result<Self, Faults> {
        let mut check = Check::default();
        for (state, &rate) in births.iter().enumerate() {
            check = check.not_negative(format!("births[{state}]"), rate);
        }
        for (state, &rate) in deaths.iter().enumerate() {
            check = check.positive(format!("deaths[{state}]"), rate);
        }
        check
            .that(
                births.len() == deaths.len(),
                "the number of deaths",
                length(deaths),
                format!("be {}, as many as births", births.len()),
            )
            .done()?;
        let mut weights = vec![0.0];
        let mut weight = 0.0;
        for (birth, death) in births.iter().zip(deaths) {
            weight += libm::log(*birth) - libm::log(*death);
            weights.push(weight);
        }
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let mut shares: Vec<_> = weights.iter().map(|weight| libm::exp(weight - largest)).collect();
        let total: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= total;
        }
        Ok(Self { shares })
    }

    /// The long-run share of time in each state, from state 0 on.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The mean of what a state is worth.
    pub fn mean_of(&self, worth: impl Fn(u64) -> f64) -> f64 {
        (0..)
            .zip(&self.shares)
            .map(|(state, share)| worth(state) * share)
            .sum()
    }

    /// The mean state.
    pub fn mean(&self) -> f64 {
        self.mean_of(float)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Solves the balance equations as they stand, by Gaussian elimination.
    fn by_elimination(births: &[f64], deaths: &[f64]) -> Vec<f64> {
        let states = births.len() + 1;
        // Row n: what flows into n less what flows out; the last row: all shares make 1.
        let mut rows = vec![vec![0.0; states + 1]; states];
        for (lower, (birth, death)) in births.iter().zip(deaths).enumerate() {
            rows[lower][lower] -= birth;
            rows[lower + 1][lower] += birth;
            rows[lower + 1][lower + 1] -= death;
            rows[lower][lower + 1] += death;
        }
        rows[states - 1] = vec![1.0; states + 1];
        for pivot in 0..states {
            let best = (pivot..states)
                .max_by(|&a, &b| rows[a][pivot].abs().total_cmp(&rows[b][pivot].abs()))
                .unwrap();
            rows.swap(pivot, best);
            let chosen = rows[pivot].clone();
            for (at, row) in rows.iter_mut().enumerate() {
                if at != pivot {
                    let times = row[pivot] / chosen[pivot];
                    for (entry, other) in row.iter_mut().zip(&chosen) {
                        *entry -= times * other;
                    }
                }
            }
        }
        (0..states).map(|at| rows[at][states] / rows[at][at]).collect()
    }

    proptest! {
        #[test]
        fn shares_balance(rates in prop::collection::vec((0.05..5.0_f64, 0.05..5.0_f64), 1..12)) {
            let (births, deaths): (Vec<_>, Vec<_>) = rates.into_iter().unzip();
            let chain = BirthDeath::new(&births, &deaths).unwrap();
            for (share, expected) in chain.shares().iter().zip(by_elimination(&births, &deaths)) {
                prop_assert!((share - expected).abs() < 1e-9, "{share} {expected}");
            }
            prop_assert!((chain.mean_of(|_| 1.0) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn long_and_cut_chains_hold() {
        let chain = BirthDeath::new(&[1e300; 2000], &[1e-300; 2000]).unwrap();
        assert!((chain.mean() - 2000.0).abs() < 1e-9);
        let cut = BirthDeath::new(&[1.0, 0.0, 1.0], &[1.0, 1.0, 1.0]).unwrap();
        assert_eq!(cut.shares(), [0.5, 0.5, 0.0, 0.0]);
        let none = BirthDeath::new(&[], &[]).unwrap();
        assert_eq!(none.shares(), [1.0]);
        let faults = BirthDeath::new(&[-1.0], &[0.0, 1.0]).unwrap_err();
        assert_eq!(faults.iter().count(), 3);
    }
}
