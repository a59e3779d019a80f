//! Between counts and floating-point numbers, in one place, with what each way may lose.

/// A count as a floating-point number, exact up to 2⁵³.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of a simulation stay below 2^53"
)]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// How long a list is, as a floating-point number.
#[expect(clippy::cast_precision_loss, reason = "no list has 2^53 entries")]
pub(crate) const fn length<T>(list: &[T]) -> f64 {
    list.len() as f64
}

/// The whole part of a number; zero below zero and for what is no number, the largest count beyond it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is what is wanted"
)]
pub(crate) const fn whole(number: f64) -> u64 {
    number as u64
}
