//! How late a decline is seen where schools are looked at now and then.

use crate::parameter::{Check, Faults};

/// A school in good order declines at any time alike; it is looked at at fixed intervals, and each look sees
/// a decline with a given chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonitoringDelay {
    decline: f64,
    interval: f64,
    detection: f64,
}

impl MonitoringDelay {
    /// Declines at rate `decline`, a look every `interval`, in one unit of time; a look sees a decline with
    /// chance `detection`, above 0.
    ///
    /// # Source
    /// Ours: the memoryless decline lies in an interval T with density in proportion to e^{−λt}, so it waits
    /// T/(1 − e^{−λT}) − 1/λ for the next look, and T(1 − q)/q more for looks that miss.
    pub fn new(decline: f64, interval: f64, detection: f64) -> Result<Self, Faults> {
        Check::default()
            .positive("decline", decline)
            .positive("interval", interval)
            .that(
                detection > 0.0 && detection <= 1.0,
                "detection",
                detection,
                "be above 0, up to 1",
            )
            .done()?;
        Ok(Self {
            decline,
            interval,
            detection,
        })
    }

    /// The mean time from a decline to the look that sees it.
    pub fn mean(&self) -> f64 {
        self.to_next_look() + self.for_misses()
    }

    /// The mean time from a decline to the next look.
    pub fn to_next_look(&self) -> f64 {
        let declines = self.decline * self.interval;
        if declines < SERIES_BELOW {
            // The two terms below would cancel: their difference as a series, the next term beyond 16 digits.
            let share = 0.5 + declines / 12.0 - declines * declines * declines / 720.0;
            return self.interval * share;
        }
        -self.interval / libm::expm1(-declines) - 1.0 / self.decline
    }

    /// The mean time that looks cost which miss the decline.
    pub fn for_misses(&self) -> f64 {
        self.interval * (1.0 - self.detection) / self.detection
    }
}

const SERIES_BELOW: f64 = 1e-2;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_integral_agrees(decline in 0.001..5.0_f64, interval in 0.01..3.0_f64) {
            // Simpson's rule over where in the interval the decline lies.
            let steps = 2000_u32;
            let width = interval / f64::from(steps);
            let (mut waited, mut all) = (0.0, 0.0);
            for step in 0..=steps {
                let at = f64::from(step) * width;
                let weight = match step {
                    0 => 1.0,
                    _ if step == steps => 1.0,
                    _ if step % 2 == 1 => 4.0,
                    _ => 2.0,
                };
                let density = weight * (-decline * at).exp();
                waited += density * (interval - at);
                all += density;
            }
            let delay = MonitoringDelay::new(decline, interval, 1.0).unwrap();
            prop_assert!((delay.mean() / (waited / all) - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn the_two_ways_meet() {
        let at = |declines| MonitoringDelay::new(declines, 1.0, 1.0).unwrap().mean();
        assert!((at(SERIES_BELOW * 0.999_999_9) - at(SERIES_BELOW)).abs() < 1e-9);
        assert!((at(1e-12) - 0.5).abs() < 1e-12);
        let missing = MonitoringDelay::new(1.0, 1.0, 0.25).unwrap();
        assert!((missing.mean() - missing.to_next_look() - 3.0).abs() < 1e-12);
        assert_eq!(
            MonitoringDelay::new(0.0, -1.0, 0.0).unwrap_err().iter().count(),
            3
        );
    }
}
