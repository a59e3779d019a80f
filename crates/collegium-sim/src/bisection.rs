//! Where a falling function crosses zero.

/// The place between `low` and `high` up to which `is_above` holds, to the last bit.
///
/// # Determinism
/// Halves until two neighbouring floating-point numbers are left, at most about 1,100 times; the result is
/// the upper of the two.
pub(crate) fn crossing(mut low: f64, mut high: f64, is_above: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high || !middle.is_finite() {
            return high;
        }
        if is_above(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
}
