//! Distributions by inverse transform: one number in, one out, rising with it, so that two runs with the same
//! luck stay together. All on `libm`, for the same bits on every machine.

use super::normal_quantile;

/// Numbers of which no distribution can be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{parameter} is {found}, and must be {must}")]
pub struct NotADistribution {
    /// Which number.
    pub parameter: &'static str,
    /// What it is.
    pub found: f64,
    /// What it must be.
    pub must: &'static str,
}

fn at_least(
    parameter: &'static str,
    found: f64,
    is_fit: bool,
    must: &'static str,
) -> Result<(), NotADistribution> {
    if is_fit {
        Ok(())
    } else {
        Err(NotADistribution {
            parameter,
            found,
            must,
        })
    }
}

/// Time to an event that comes at a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    rate: f64,
}

impl Exponential {
    /// With mean 1: hazard that is used up.
    pub const UNIT: Self = Self { rate: 1.0 };

    /// Events a unit of time, above none.
    ///
    /// # Errors
    /// [`NotADistribution`] for a rate that is not positive and finite.
    pub fn new(rate: f64) -> Result<Self, NotADistribution> {
        let is_fit = rate > 0.0 && rate.is_finite();
        at_least("the rate", rate, is_fit, "above 0 and finite")?;
        Ok(Self { rate })
    }

    /// What a number between 0 and 1 stands for.
    pub fn quantile(self, uniform: f64) -> f64 {
        -libm::log1p(-uniform) / self.rate
    }
}

/// A positive factor whose logarithm is normal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    location: f64,
    scale: f64,
}

impl Lognormal {
    /// With a mean and a coefficient of variation; without variation it is the mean itself.
    ///
    /// # Errors
    /// [`NotADistribution`] for a mean that is not positive and finite, or a variation that is negative or not
    /// finite.
    pub fn new(mean: f64, variation: f64) -> Result<Self, NotADistribution> {
        at_least(
            "the mean",
            mean,
            mean > 0.0 && mean.is_finite(),
            "above 0 and finite",
        )?;
        let is_fit = variation >= 0.0 && variation.is_finite();
        at_least(
            "the coefficient of variation",
            variation,
            is_fit,
            "0 or more and finite",
        )?;
        let variance = libm::log1p(variation * variation);
        Ok(Self {
            location: libm::log(mean) - variance / 2.0,
            scale: libm::sqrt(variance),
        })
    }

    /// What a number between 0 and 1 stands for.
    pub fn quantile(self, uniform: f64) -> f64 {
        libm::exp(self.location + self.scale * normal_quantile(uniform))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Stream;

    /// Mean and variance of 200,000 numbers, against what they should be, within five standard errors.
    fn moments(name: &str, quantile: impl Fn(f64) -> f64, mean: f64, variance: f64, of_squares: f64) {
        let stream = Stream::new(1, 0, name, 0);
        let numbers: Vec<_> = (0..200_000).map(|at| quantile(stream.at(at))).collect();
        let count = 200_000.0;
        let found = numbers.iter().sum::<f64>() / count;
        assert!(
            (found - mean).abs() < 5.0 * (variance / count).sqrt(),
            "{name}: mean {found}"
        );
        let spread = numbers.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / count;
        assert!(
            (spread - variance).abs() < 5.0 * (of_squares / count).sqrt(),
            "{name}: variance {spread}"
        );
    }

    #[test]
    fn moments_are_right() {
        let exponential = Exponential::new(2.0).unwrap();
        // Fourth central moment 9/λ⁴, so the variance of a squared deviation is 8/λ⁴.
        moments(
            "exponential",
            |it| exponential.quantile(it),
            0.5,
            0.25,
            8.0 / 16.0,
        );
        let factor = Lognormal::new(3.0, 0.2).unwrap();
        // Kurtosis of a lognormal: w⁴ + 2w³ + 3w² − 3 with w = 1 + cv².
        let (w, variance) = (1.04_f64, 0.36_f64);
        let kurtosis = w.powi(4) + 2.0 * w.powi(3) + 3.0 * w.powi(2) - 3.0;
        moments(
            "lognormal",
            |it| factor.quantile(it),
            3.0,
            variance,
            (kurtosis - 1.0) * variance * variance,
        );
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(Exponential::new(rate).is_err());
            assert!(Lognormal::new(rate, 1.0).is_err());
        }
        assert!(Lognormal::new(1.0, -0.1).is_err());
        assert!((Lognormal::new(2.0, 0.0).unwrap().quantile(0.9) - 2.0).abs() < 1e-12);
    }
}
