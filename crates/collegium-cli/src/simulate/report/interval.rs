//! How far a mean over a few runs may be off by luck.

/// 0.975 quantiles of Student's t distribution with 1 to 29 degrees of freedom.
const STUDENT: [f64; 29] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045,
];

/// The same of the normal distribution.
const NORMAL: f64 = 1.960;

/// Half the width of the 95 % interval around the mean of independent observations.
///
/// Up to 30 observations it is Student's t interval, beyond them that of the normal distribution. It is
/// infinite below two observations: one tells nothing of chance.
///
/// # Source
/// Student (1908), doi:10.2307/2331554. The quantiles are to three decimals, as in any printed table.
pub(super) fn half_width(observations: &[f64]) -> f64 {
    let Some(freedom) = observations.len().checked_sub(1).filter(|it| *it > 0) else {
        return f64::INFINITY;
    };
    let mean = mean(observations);
    let squares: f64 = observations.iter().map(|it| (it - mean) * (it - mean)).sum();
    let quantile = STUDENT.get(freedom - 1).copied().unwrap_or(NORMAL);
    quantile * (squares / count(freedom) / count(observations.len())).sqrt()
}

/// The mean; 0 of nothing.
pub(super) fn mean(observations: &[f64]) -> f64 {
    observations.iter().sum::<f64>() / count(observations.len().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2⁵³")]
const fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn it_is_as_a_textbook_has_it() {
        // Mean 3, standard deviation √2.5, five observations: 2.776 · √(2.5 / 5).
        assert!((half_width(&[1.0, 2.0, 3.0, 4.0, 5.0]) - 1.963).abs() < 1e-3);
        // Two observations that differ by 2: 12.706 · √(2 / 2).
        assert!((half_width(&[4.0, 6.0]) - 12.706).abs() < 1e-9);
        // Thirty still have their own quantile, thirty-one have the normal one.
        let alternating = |number: u32| (0..number).map(|it| f64::from(it % 2)).collect::<Vec<_>>();
        assert!((half_width(&alternating(30)) - 2.045 * (7.5_f64 / 29.0 / 30.0).sqrt()).abs() < 1e-9);
        assert!((half_width(&alternating(32)) - 1.960 * (8.0_f64 / 31.0 / 32.0).sqrt()).abs() < 1e-9);
    }

    #[test]
    fn one_observation_tells_nothing_of_chance() {
        assert!(half_width(&[]).is_infinite() && half_width(&[3.0]).is_infinite());
        assert!(half_width(&[3.0, 3.0, 3.0]).abs() < f64::EPSILON);
    }
}
