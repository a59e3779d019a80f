//! Mean and variance of values that come one by one, none of which is kept.

use crate::counts::float;
use serde::{Deserialize, Serialize};

/// Count, mean and variance so far. A value that is no finite number makes mean and variance none, too.
///
/// # Determinism
/// The last bits depend on the order of values and of merges: for the same bits, merge in a fixed order, such
/// as that of the replications, and not in the order in which threads are done.
///
/// # Source
/// Welford (1962), doi:10.1080/00401706.1962.10490022; the merge is that of Chan, Golub & `LeVeque` (1979).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Running {
    count: u64,
    mean: f64,
    squares: f64,
}

impl Running {
    /// Takes a value in.
    pub fn push(&mut self, value: f64) {
        self.count += 1;
        let away = value - self.mean;
        self.mean += away / float(self.count);
        self.squares += away * (value - self.mean);
    }

    /// Takes all values of another in, as if they had come one by one.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        let together = self.count + other.count;
        let away = other.mean - self.mean;
        let share = float(other.count) / float(together);
        self.squares += other.squares + away * away * float(self.count) * share;
        self.mean += away * share;
        self.count = together;
    }

    /// How many values there were.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// Their mean; none of none.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// Their variance, with n − 1; none of fewer than two.
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / float(self.count - 1))
    }

    /// The standard error of the mean; none of fewer than two.
    pub fn standard_error(&self) -> Option<f64> {
        self.variance().map(|it| (it / float(self.count)).sqrt())
    }
}

impl Extend<f64> for Running {
    fn extend<T: IntoIterator<Item = f64>>(&mut self, values: T) {
        values.into_iter().for_each(|it| self.push(it));
    }
}

impl FromIterator<f64> for Running {
    fn from_iter<T: IntoIterator<Item = f64>>(values: T) -> Self {
        let mut running = Self::default();
        running.extend(values);
        running
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_passes_and_any_cut_agree(
            values in prop::collection::vec(-1e3..1e3_f64, 2..60), cut in 0_usize..60, offset in -1e6..1e6_f64,
        ) {
            let values: Vec<_> = values.into_iter().map(|it| it + offset).collect();
            let count = crate::counts::length(&values);
            let mean = values.iter().sum::<f64>() / count;
            let variance = values.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (count - 1.0);
            let whole: Running = values.iter().copied().collect();
            let (left, right) = values.split_at(cut.min(values.len()));
            let mut merged: Running = left.iter().copied().collect();
            merged.merge(&right.iter().copied().collect());
            for running in [whole, merged] {
                prop_assert!((running.mean().unwrap() - mean).abs() < 1e-8);
                prop_assert!((running.variance().unwrap() - variance).abs() < 1e-6 * (1.0 + variance));
                prop_assert_eq!(running.count(), whole.count());
            }
        }
    }

    #[test]
    fn nothing_has_no_mean() {
        let mut running = Running::default();
        assert_eq!((running.mean(), running.variance()), (None, None));
        running.push(3.0);
        assert_eq!((running.mean(), running.variance()), (Some(3.0), None));
        running.merge(&Running::default());
        assert_eq!(running.count(), 1);
    }
}
