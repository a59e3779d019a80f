//! Where the start of a run stops to matter.

use super::Running;
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// How much of a series to leave out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WarmUp {
    /// How many values to leave out at the beginning, a multiple of five.
    pub left_out: usize,
    /// Whether that is no more than half of the series. If not, the run is too short to tell.
    pub is_settled: bool,
}

const BATCH: usize = 5;
/// Over the last few batches the statistic is small by chance.
const LEAST_BATCHES: usize = 5;
const LEAST_VALUES: u32 = 50;

/// Leaves out as much of the beginning as makes the standard error of the rest's mean smallest (MSER-5).
///
/// # Shape
/// At least fifty finite values in order of time, equally spaced; they are averaged in fives, what is over at the
/// end is left out.
///
/// # Complexity
/// Linear. Of equal minima the first, which leaves out least.
///
/// # Source
/// White (1997), doi:10.1177/003754979706900601; White, Cobb & Spratt (2000), batches of five.
pub fn mser_5(series: &[f64]) -> Result<WarmUp, Faults> {
    let batches: Vec<f64> = series
        .chunks_exact(BATCH)
        .map(|batch| batch.iter().sum::<f64>() / 5.0)
        .collect();
    Check::default().values(LEAST_VALUES, series).done()?;
    let mut kept = Running::default();
    let mut best = (f64::INFINITY, 0);
    for (left_out, batch) in batches.iter().enumerate().rev() {
        kept.push(*batch);
        let Some(variance) = kept.variance() else { continue };
        let count = float(kept.count());
        // Σ(Y − Ȳ)² / n²
        let statistic = variance * (count - 1.0) / (count * count);
        if batches.len() - left_out >= LEAST_BATCHES && statistic <= best.0 {
            best = (statistic, left_out);
        }
    }
    let (_, left_out) = best;
    Ok(WarmUp {
        left_out: left_out * BATCH,
        is_settled: 2 * left_out <= batches.len(),
    })
}
