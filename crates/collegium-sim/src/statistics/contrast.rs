//! How two policies differ that were given the same luck.

use super::{Interval, Running};
use crate::{
    counts::length,
    parameter::{Check, Faults},
};

/// Two policies, replication by replication under common random numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    difference: Interval,
    separate_variance: f64,
    paired_variance: f64,
}

impl Contrast {
    /// `left` − `right`, place by place; as many of each, at least two.
    pub fn paired(left: &[f64], right: &[f64], confidence: f64) -> Result<Self, Faults> {
        let differences: Running = left.iter().zip(right).map(|(left, right)| left - right).collect();
        Check::default()
            .that(
                left.len() == right.len(),
                "the number of values on the right",
                length(right),
                format!("be {}, as many as on the left", left.len()),
            )
            .done()?;
        let difference = Interval::of(&differences, confidence)?;
        let variance = |values: &[f64]| values.iter().copied().collect::<Running>().variance();
        Ok(Self {
            difference,
            separate_variance: variance(left).unwrap_or(0.0) + variance(right).unwrap_or(0.0),
            paired_variance: differences.variance().unwrap_or(0.0),
        })
    }

    /// The mean difference, left − right, with its interval.
    pub const fn difference(&self) -> &Interval {
        &self.difference
    }

    /// How many times the variance of the difference would be had the two runs had luck of their own: how
    /// many times more replications that would have wanted. Below 1 the common luck did harm.
    ///
    /// None where nothing varies; infinite where only the two together vary.
    pub fn variance_ratio(&self) -> Option<f64> {
        (self.separate_variance > 0.0).then(|| self.separate_variance / self.paired_variance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_by_hand() {
        let contrast = Contrast::paired(&[3.0, 5.0, 7.0], &[1.0, 4.0, 4.0], 0.95).unwrap();
        // Differences 2, 1, 3; variances 4 and 3 apart, 1 together.
        assert!((contrast.difference().mean() - 2.0).abs() < 1e-12);
        assert!((contrast.variance_ratio().unwrap() - 7.0).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_vary_has_no_ratio() {
        let contrast = Contrast::paired(&[1.0, 1.0], &[2.0, 2.0], 0.95).unwrap();
        assert_eq!(contrast.variance_ratio(), None);
        let moved = Contrast::paired(&[1.0, 2.0], &[2.0, 3.0], 0.95).unwrap();
        assert_eq!(moved.variance_ratio(), Some(f64::INFINITY));
        assert!(Contrast::paired(&[1.0, 2.0], &[2.0], 0.95).is_err());
        assert!(Contrast::paired(&[1.0], &[2.0], 0.95).is_err());
    }
}
