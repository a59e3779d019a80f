//! How well a mean is known.

use super::{Running, student_quantile};
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// A mean with Student's confidence interval.
///
/// The confidence is exact for independent normal values. Means of few, very skewed values are covered less
/// often than it says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    mean: f64,
    standard_error: f64,
    half_width: f64,
    confidence: f64,
}

impl Interval {
    /// The interval of at least two independent values; `confidence` is above 0 and below 1, such as 0.95.
    pub fn of(values: &Running, confidence: f64) -> Result<Self, Faults> {
        let count = values.count();
        let unknown = (f64::NAN, f64::NAN);
        let (mean, standard_error) = values.mean().zip(values.standard_error()).unwrap_or(unknown);
        Check::default()
            .that(count >= 2, "the number of values", float(count), "be 2 or more")
            .that(
                count < 2 || standard_error.is_finite(),
                "the standard error of the values",
                standard_error,
                "be a finite number, as every value must",
            )
            .inner_chance("confidence", confidence)
            .done()?;
        let quantile = student_quantile(f64::midpoint(1.0, confidence), float(count - 1))?;
        Ok(Self {
            mean,
            standard_error,
            half_width: quantile * standard_error,
            confidence,
        })
    }

    /// The mean.
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// How far the interval reaches to each side.
    pub const fn half_width(&self) -> f64 {
        self.half_width
    }

    /// Its lower end.
    pub fn low(&self) -> f64 {
        self.mean - self.half_width
    }

    /// Its upper end.
    pub fn high(&self) -> f64 {
        self.mean + self.half_width
    }

    /// With which confidence it was made.
    pub const fn confidence(&self) -> f64 {
        self.confidence
    }

    /// Whether `value` lies in it, ends included.
    pub fn covers(&self, value: f64) -> bool {
        self.low() <= value && value <= self.high()
    }

    /// How many standard errors the mean lies above `expected`: z. Infinite, or 0 if it is met, where all
    /// values are equal.
    pub fn standard_errors_above(&self, expected: f64) -> f64 {
        let away = self.mean - expected;
        if away == 0.0 {
            0.0
        } else {
            away / self.standard_error
        }
    }

    /// The half-width beside the mean; 0 where both are 0.
    pub fn relative_half_width(&self) -> f64 {
        if self.half_width == 0.0 {
            0.0
        } else {
            self.half_width / self.mean.abs()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_by_hand() {
        // Mean 5, variance 10, n = 5: standard error √2, t(0.975, 4) = 2.776445.
        let values: Running = [1.0, 3.0, 5.0, 7.0, 9.0].into_iter().collect();
        let interval = Interval::of(&values, 0.95).unwrap();
        assert!((interval.half_width() - 2.776_445_1 * 2.0_f64.sqrt()).abs() < 1e-6);
        assert!((interval.high() - interval.low() - 2.0 * interval.half_width()).abs() < 1e-12);
        assert!((interval.standard_errors_above(3.0) - 2.0_f64.sqrt()).abs() < 1e-12);
        assert!((interval.relative_half_width() - interval.half_width() / 5.0).abs() < 1e-12);
        assert!(interval.covers(interval.low()) && !interval.covers(9.0));
    }

    #[test]
    fn equal_values_and_too_few() {
        let equal: Running = [2.0; 4].into_iter().collect();
        let interval = Interval::of(&equal, 0.9).unwrap();
        assert!(interval.covers(2.0) && !interval.covers(2.1));
        assert!(interval.standard_errors_above(2.0).abs() < 1e-300);
        assert!(interval.standard_errors_above(3.0) < f64::MIN);
        let infinite: Running = [1.0, f64::INFINITY].into_iter().collect();
        assert!(Interval::of(&infinite, 0.9).is_err());
        let told = Interval::of(&[1.0].into_iter().collect(), 1.0)
            .unwrap_err()
            .to_string();
        assert_eq!(
            told,
            "the number of values is 1 and must be 2 or more; confidence is 1 and must be above 0 and below 1"
        );
    }
}
