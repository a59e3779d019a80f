//! What every law of chance can do.

use super::Stream;

/// A distribution, sampled through its inverse.
///
/// One number of a stream gives one sample, and a larger number never gives a smaller sample: two runs on
/// the same streams stay in step whatever the laws' parameters (common random numbers).
pub trait Law {
    /// What is drawn.
    type Sample;

    /// The smallest sample whose distribution function reaches `share`.
    ///
    /// # Units
    /// `share` is strictly between 0 and 1, as [`Stream::uniform`] gives it. Beyond, the result has no
    /// meaning, but there is one.
    fn quantile(&self, share: f64) -> Self::Sample;

    /// The next sample: one number is drawn.
    fn sample(&self, stream: &mut Stream) -> Self::Sample {
        self.quantile(stream.uniform())
    }

    /// The expected sample.
    fn mean(&self) -> f64;

    /// The expected squared distance from the mean.
    fn variance(&self) -> f64;
}
