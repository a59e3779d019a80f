//! Whom a policy leaves behind: the mean hides it.

use crate::{
    counts::{float, length, whole},
    parameter::{Check, Faults},
};

/// The longest of some waits; none of none.
pub fn longest(waits: &[f64]) -> Option<f64> {
    waits.iter().copied().max_by(f64::total_cmp)
}

/// The mean burden of the worst-off `share` of all, such as a tenth; at least one of them.
///
/// # Units
/// `burdens`, at least one, are finite and larger is worse. `share` is above 0 and up to 1; the number of
/// the worst off is rounded up.
pub fn worst_off(burdens: &[f64], share: f64) -> Result<f64, Faults> {
    Check::default()
        .values(1, burdens)
        .that(share > 0.0 && share <= 1.0, "share", share, "be above 0, up to 1")
        .done()?;
    let mut sorted = burdens.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let count = whole(libm::ceil(length(burdens) * share)).max(1);
    sorted.truncate(usize::try_from(count).unwrap_or(usize::MAX));
    Ok(sorted.iter().sum::<f64>() / length(&sorted))
}

/// Gini's coefficient: 0 where all have the same, near 1 where one has it all; 0 where nobody has anything.
///
/// # Units
/// `values`, at least one, are finite and 0 or above.
///
/// # Complexity
/// n·log n.
///
/// # Source
/// Gini (1912): half the mean difference of two values, beside their mean; from sorted values x₁ ≤ x₂ ≤ …,
/// Σ(2i − n − 1)xᵢ / (n·Σxᵢ).
pub fn gini(values: &[f64]) -> Result<f64, Faults> {
    let mut check = Check::default().values(1, values);
    for (place, &value) in values.iter().enumerate().filter(|(_, value)| value.is_finite()) {
        check = check.not_negative(format!("values[{place}]"), value);
    }
    check.done()?;
    let largest = longest(values).unwrap_or(0.0);
    if largest == 0.0 {
        return Ok(0.0);
    }
    // Beside the largest, so that no sum overflows.
    let mut sorted: Vec<_> = values.iter().map(|value| value / largest).collect();
    sorted.sort_by(f64::total_cmp);
    let count = length(values);
    let all: f64 = sorted.iter().sum();
    let weighted: f64 = (1..)
        .zip(&sorted)
        .map(|(rank, value)| (2.0 * float(rank) - count - 1.0) * value)
        .sum();
    Ok(weighted / (count * all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_pair_comes_to_the_same_gini(values in prop::collection::vec(0.0..100.0_f64, 1..20)) {
            let count = length(&values);
            let all: f64 = values.iter().sum();
            let apart: f64 =
                values.iter().flat_map(|a| values.iter().map(move |b| (a - b).abs())).sum();
            prop_assume!(all > 0.0);
            let expected = apart / (2.0 * count * all);
            prop_assert!((gini(&values).unwrap() - expected).abs() < 1e-12);
        }

        #[test]
        fn the_worst_off_are_between_the_mean_and_the_worst(
            values in prop::collection::vec(-9.0..9.0_f64, 1..20), share in 0.01..1.0_f64,
        ) {
            let worst = worst_off(&values, share).unwrap();
            let mean = worst_off(&values, 1.0).unwrap();
            prop_assert!(worst <= longest(&values).unwrap() && worst >= mean - 1e-12);
        }
    }

    #[test]
    fn worked_by_hand() {
        assert!((gini(&[f64::MAX, f64::MAX, 0.0]).unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert!((gini(&[0.0, 0.0, 0.0, 8.0]).unwrap() - 0.75).abs() < 1e-12);
        assert!(gini(&[3.0; 5]).unwrap().abs() < 1e-12 && gini(&[0.0; 2]).unwrap().abs() < 1e-12);
        assert!((worst_off(&[1.0, 5.0, 2.0, 4.0, 3.0], 0.3).unwrap() - 4.5).abs() < 1e-12);
        assert_eq!(longest(&[]), None);
        let told = gini(&[-1.0, f64::NAN]).unwrap_err().to_string();
        assert_eq!(
            told,
            "values[1] is NaN and must be a finite number; values[0] is -1 and must be 0 or above and finite"
        );
        assert_eq!(worst_off(&[], 0.0).unwrap_err().iter().count(), 2);
    }
}
