//! A quantile of values, with an interval that supposes nothing of their law.

use crate::{
    counts::{float, length, whole},
    parameter::{Check, Faults},
};

/// A sample quantile between two values that hold it with at least the wanted confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    /// The smallest value that the share of all do not exceed.
    pub value: f64,
    /// The lower end; none where there are too few values to have one.
    pub low: Option<f64>,
    /// The upper end; none where there are too few values to have one.
    pub high: Option<f64>,
}

/// The quantile of `share` of independent `values`, at least one, with an interval from their order.
///
/// # Units
/// `share` and `confidence` are above 0 and below 1. Each side may miss with (1 − confidence)/2.
///
/// # Complexity
/// n·log n for the sorting. No value may be infinite or no number.
///
/// # Source
/// How many values lie below the quantile is binomial: David & Nagaraja (2003), Order Statistics, 7.1.
pub fn quantile(values: &[f64], share: f64, confidence: f64) -> Result<Quantile, Faults> {
    Check::default()
        .values(1, values)
        .inner_chance("share", share)
        .inner_chance("confidence", confidence)
        .done()?;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = whole(libm::ceil(length(values) * share)).max(1);
    let at_rank = |rank: usize| rank.checked_sub(1).and_then(|place| sorted.get(place)).copied();
    let miss = (1.0 - confidence) / 2.0;
    let below = chances_below(values.len(), share);
    // The value of rank r lies above the quantile if fewer than r values lie below it.
    let low = below.partition_point(|&fewer| fewer <= miss);
    let high = below.partition_point(|&fewer| fewer < 1.0 - miss) + 1;
    Ok(Quantile {
        value: usize::try_from(rank).ok().and_then(at_rank).unwrap_or(f64::NAN),
        low: at_rank(low),
        high: at_rank(high),
    })
}

/// P(B ≤ k) for k = 0 … n − 1, where B counts successes of n tries with chance `share`.
fn chances_below(tries: usize, share: f64) -> Vec<f64> {
    let count = float(u64::try_from(tries).unwrap_or(u64::MAX));
    let (log_yes, log_no) = (libm::log(share), libm::log1p(-share));
    let all = libm::lgamma(count + 1.0);
    let mut sum = 0.0;
    (0..tries)
        .map(|successes| {
            let k = float(u64::try_from(successes).unwrap_or(u64::MAX));
            let ways = all - libm::lgamma(k + 1.0) - libm::lgamma(count - k + 1.0);
            sum += libm::exp(ways + k * log_yes + (count - k) * log_no);
            sum
        })
        .collect()
}
