//! What a policy leaves on the table.

use super::{Interval, Running};
use crate::{
    counts::length,
    parameter::{Check, Faults},
};

/// By how much a policy fell short of a benchmark, replication by replication on the same luck.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regret {
    /// The mean shortfall with its interval, in the unit of the values.
    pub mean: Interval,
    /// The largest shortfall.
    pub largest: f64,
    /// The smallest; below 0 where the benchmark was beaten, which a clairvoyant one never is.
    pub smallest: f64,
}

impl Regret {
    /// `benchmark` − `policy`, place by place, where more is better; as many of each, at least two.
    pub fn of(policy: &[f64], benchmark: &[f64], confidence: f64) -> Result<Self, Faults> {
        Check::default()
            .that(
                policy.len() == benchmark.len(),
                "the number of the benchmark's values",
                length(benchmark),
                format!("be {}, as many as the policy's", policy.len()),
            )
            .done()?;
        let shortfalls = || policy.iter().zip(benchmark).map(|(own, best)| best - own);
        let mean = Interval::of(&shortfalls().collect::<Running>(), confidence)?;
        Ok(Self {
            mean,
            largest: shortfalls().fold(f64::NEG_INFINITY, f64::max),
            smallest: shortfalls().fold(f64::INFINITY, f64::min),
        })
    }
}

/// The best of several policies in each replication, where more is better: a benchmark that no single policy
/// may reach. As many values as the shortest has.
pub fn best_in_hindsight(policies: &[&[f64]]) -> Vec<f64> {
    let replications = policies.iter().map(|it| it.len()).min().unwrap_or(0);
    (0..replications)
        .map(|at| policies.iter().map(|it| it[at]).fold(f64::NEG_INFINITY, f64::max))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_by_hand() {
        let (left, right) = ([1.0, 5.0, 3.0], [2.0, 4.0, 9.0]);
        let best = best_in_hindsight(&[&left, &right]);
        assert!(
            best.iter()
                .zip([2.0, 5.0, 9.0])
                .all(|(a, b)| (a - b).abs() < 1e-12)
        );
        let regret = Regret::of(&left, &best, 0.95).unwrap();
        assert!((regret.mean.mean() - 7.0 / 3.0).abs() < 1e-12);
        assert!((regret.largest - 6.0).abs() < 1e-12 && regret.smallest.abs() < 1e-12);
        let beaten = Regret::of(&right, &left, 0.95).unwrap();
        assert!((beaten.smallest + 6.0).abs() < 1e-12);
        assert!(Regret::of(&left, &right[..2], 0.95).is_err());
        assert!(best_in_hindsight(&[]).is_empty());
    }
}
