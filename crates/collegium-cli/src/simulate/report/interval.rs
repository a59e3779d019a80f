//! How far a mean over a few runs may be off by luck.

use collegium::sim::statistics::{Interval, Running};

/// Half the width of the 95 % interval around the mean of independent observations; infinite below two, for one
/// tells nothing of chance.
pub(super) fn half_width(observations: &[f64]) -> f64 {
    let values: Running = observations.iter().copied().collect();
    Interval::of(&values, 0.95).map_or(f64::INFINITY, |interval| interval.half_width())
}

/// The mean; 0 of nothing.
pub(super) fn mean(observations: &[f64]) -> f64 {
    let values: Running = observations.iter().copied().collect();
    values.mean().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::{half_width, mean};

    #[test]
    fn one_observation_tells_nothing_of_chance() {
        assert!(half_width(&[]).is_infinite() && half_width(&[3.0]).is_infinite());
        assert!(half_width(&[3.0, 3.0, 3.0]).abs() < f64::EPSILON);
        // Two observations that differ by 2: 12.706 · √(2 / 2).
        assert!((half_width(&[4.0, 6.0]) - 12.706).abs() < 1e-3);
        assert!(mean(&[]).abs() < f64::EPSILON && (mean(&[4.0, 6.0]) - 5.0).abs() < f64::EPSILON);
    }
}
