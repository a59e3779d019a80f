//! Student's t: how far a mean of few values may stray.

use crate::{
    bisection::crossing,
    parameter::{Check, Faults},
};

/// The chance that Student's t with `degrees` of freedom exceeds `t`.
///
/// # Units
/// `degrees` is from 1; it need not be whole.
///
/// # Complexity
/// A continued fraction, of some tens of terms, and about √`degrees` for many degrees; constant beyond a
/// million.
///
/// # Precision
/// Some 13 digits for few degrees, 9 near a million, for tails that matter (|t| below 6).
///
/// # Source
/// P(T > t) = Iₓ(ν/2, 1/2) / 2 for t ≥ 0 with x = ν/(ν + t²); the incomplete beta function by the continued
/// fraction DLMF 8.17.22, evaluated after Lentz (1976).
pub fn student_tail(t: f64, degrees: f64) -> Result<f64, Faults> {
    Check::default()
        .that(!t.is_nan(), "t", t, "be a number")
        .that(
            degrees >= 1.0 && degrees.is_finite(),
            "degrees",
            degrees,
            "be 1 or more",
        )
        .done()?;
    let tail = upper_tail(t.abs(), degrees);
    Ok(if t < 0.0 { 1.0 - tail } else { tail })
}

/// The value that Student's t with `degrees` of freedom stays below with a chance of `share`: 2.262 for 0.975
/// and 9 degrees.
///
/// # Units
/// `share` is above 0 and below 1, `degrees` from 1.
///
/// # Complexity
/// Some 60 evaluations of [`student_tail`], by bisection.
pub fn student_quantile(share: f64, degrees: f64) -> Result<f64, Faults> {
    Check::default()
        .inner_chance("share", share)
        .that(
            degrees >= 1.0 && degrees.is_finite(),
            "degrees",
            degrees,
            "be 1 or more",
        )
        .done()?;
    let tail = share.min(1.0 - share);
    let exceeds = |t: f64| upper_tail(t, degrees) > tail;
    let mut high = 1.0;
    while exceeds(high) && high < f64::MAX / 4.0 {
        high *= 2.0;
    }
    // The median itself would be looked for among ever smaller numbers.
    let t = if tail < 0.5 {
        crossing(0.0, high, exceeds)
    } else {
        0.0
    };
    Ok(t.copysign(share - 0.5))
}

/// Beyond it the fraction loses more digits than the normal law's first correction.
const MANY_DEGREES: f64 = 1e6;

/// P(T > t) for t ≥ 0.
fn upper_tail(t: f64, degrees: f64) -> f64 {
    let square = t * t / degrees;
    if degrees > MANY_DEGREES {
        if square.is_infinite() {
            return 0.0;
        }
        // Abramowitz & Stegun 26.7.8.
        let z = t * (1.0 - 0.25 / degrees) / (1.0 + square / 2.0).sqrt();
        return libm::erfc(z * std::f64::consts::FRAC_1_SQRT_2) / 2.0;
    }
    let half = degrees / 2.0;
    let outer = 1.0 / (1.0 + square);
    let (inner, log_outer) = if square.is_finite() {
        (square / (1.0 + square), -libm::log1p(square))
    } else {
        (1.0, libm::log(degrees) - 2.0 * libm::log(t))
    };
    // outer^half · inner^½ / B(half, ½), which both sides below share.
    let front = libm::exp(log_inverse_beta(half) + half * log_outer) * inner.sqrt();
    if outer < (half + 1.0) / (half + 2.5) {
        front / half * continued_fraction(half, 0.5, outer) / 2.0
    } else {
        0.5 - front * continued_fraction(0.5, half, inner)
    }
}

/// −ln B(a, ½).
///
/// # Source
/// Γ(a + ½)/Γ(a) as a series in 1/a (DLMF 5.11.13), where the difference of two large logarithms would lose
/// digits.
fn log_inverse_beta(a: f64) -> f64 {
    let log_ratio = if a < 50.0 {
        libm::lgamma(a + 0.5) - libm::lgamma(a)
    } else {
        let inverse = 1.0 / a;
        let square = inverse * inverse;
        0.5 * libm::log(a)
            - inverse
                * (1.0 / 8.0 - square * (1.0 / 192.0 - square * (1.0 / 640.0 - square * 17.0 / 14336.0)))
    };
    log_ratio - 0.5 * libm::log(std::f64::consts::PI)
}

/// The fraction of DLMF 8.17.22 for Iₓ(a, b): 1/(1 + d₁/(1 + d₂/(1 + …))).
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const MOST_TERMS: u32 = 1_000_000;
    const TINY: f64 = 1e-300;
    let away_from_zero = |it: f64| if it.abs() < TINY { TINY } else { it };
    let (mut denominator, mut above, mut below) = (1.0, 1.0, 0.0);
    for term in 1..=MOST_TERMS {
        let pair = f64::from(term / 2);
        let coefficient = if term % 2 == 0 {
            pair * (b - pair) * x / ((a + 2.0 * pair - 1.0) * (a + 2.0 * pair))
        } else {
            -(a + pair) * (a + b + pair) * x / ((a + 2.0 * pair) * (a + 2.0 * pair + 1.0))
        };
        above = away_from_zero(1.0 + coefficient / above);
        below = 1.0 / away_from_zero(1.0 + coefficient * below);
        let step: f64 = above * below;
        denominator *= step;
        if (step - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    1.0 / denominator
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::standard_normal_quantile;
    use proptest::prelude::*;

    /// P(T > t) for whole degrees by the finite series of Abramowitz & Stegun 26.7.3 and 26.7.4.
    fn by_series(t: f64, degrees: u32) -> f64 {
        let angle = (t / f64::from(degrees).sqrt()).atan();
        let (sine, cosine) = angle.sin_cos();
        let is_odd = degrees % 2 == 1;
        let mut term = if is_odd { cosine } else { 1.0 };
        let mut sum = 0.0;
        let mut at = if is_odd { 3 } else { 2 };
        while at <= degrees {
            sum += term;
            term *= cosine * cosine * f64::from(at - 1) / f64::from(at);
            at += 2;
        }
        let central = if is_odd {
            (angle + sine * sum) * std::f64::consts::FRAC_2_PI
        } else {
            sine * sum
        };
        (1.0 - central) / 2.0
    }

    proptest! {
        #[test]
        fn the_finite_series_agrees(t in 0.0..30.0_f64, degrees in 1_u32..400) {
            let tail = student_tail(t, f64::from(degrees)).unwrap();
            prop_assert!((tail - by_series(t, degrees)).abs() < 1e-13, "{tail}");
        }

        #[test]
        fn quantile_and_tail_undo_each_other(share in 0.001..0.999_f64, degrees in 1.0..1e4_f64) {
            let t = student_quantile(share, degrees).unwrap();
            prop_assert!((1.0 - student_tail(t, degrees).unwrap() - share).abs() < 1e-13);
        }
    }

    #[test]
    fn the_published_table() {
        // Critical values as in every printed table, three places.
        for (degrees, share, t) in [
            (1.0, 0.975, 12.706),
            (1.0, 0.995, 63.657),
            (2.0, 0.95, 2.920),
            (2.0, 0.975, 4.303),
            (4.0, 0.995, 4.604),
            (5.0, 0.90, 1.476),
            (9.0, 0.975, 2.262),
            (10.0, 0.999, 4.144),
            (19.0, 0.975, 2.093),
            (29.0, 0.995, 2.756),
            (30.0, 0.95, 1.697),
            (60.0, 0.975, 2.000),
            (120.0, 0.975, 1.980),
            (1000.0, 0.975, 1.962),
        ] {
            let quantile = student_quantile(share, degrees).unwrap();
            assert!((quantile - t).abs() <= 0.000_501, "{degrees} {share}: {quantile}");
            let below = student_quantile(1.0 - share, degrees).unwrap();
            assert!((quantile + below).abs() < 1e-9 * t);
        }
    }

    #[test]
    fn many_degrees_keep_their_digits() {
        // By 40-digit arithmetic.
        for (t, degrees, tail) in [
            (1.96, 1e4, 0.025_011_760_115_916_5),
            (1.96, 1e5, 0.024_999_281_597_150_8),
            (1.96, 1e6, 0.024_998_033_792_634_9),
            (6.0, 1e5, 9.899_647_278_008_81e-10),
            (6.0, 1e6, 9.869_249_066_171_77e-10),
            (1.0, 1e6, 0.158_655_374_916_789),
            (1.96, 4e6, 0.024_997_929_809_314_1),
            (6.0, 4e6, 9.866_719_510_146_34e-10),
        ] {
            let ratio = student_tail(t, degrees).unwrap() / tail - 1.0;
            assert!(ratio.abs() < 1e-9, "{t} {degrees}: {ratio}");
        }
    }

    #[test]
    fn many_degrees_are_normal() {
        for (degrees, within) in [(1e6, 1e-5), (1e9, 1e-8), (1e12, 1e-9)] {
            let t = student_quantile(0.975, degrees).unwrap();
            let normal = standard_normal_quantile(0.975);
            assert!((t - normal).abs() < within, "{degrees}: {t}");
        }
        assert!(student_quantile(0.5, 3.0).unwrap().abs() < 1e-300);
        assert!(student_quantile(1e-300, 1.0).unwrap() < -1e299);
        assert_eq!(student_quantile(1.0, 0.5).unwrap_err().iter().count(), 2);
        assert_eq!(student_tail(f64::NAN, 0.0).unwrap_err().iter().count(), 2);
        for degrees in [3.0, 1e9] {
            assert!(student_tail(f64::INFINITY, degrees).unwrap() < 1e-300);
            assert!(student_tail(1e200, degrees).unwrap() < 1e-300);
        }
    }
}
