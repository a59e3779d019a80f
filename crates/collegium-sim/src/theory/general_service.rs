//! Queues whose service is not exponential: exact for one giver, a rule of thumb for several.

use super::ErlangC;
use crate::parameter::{Check, Faults};

/// The queue M/G/1: requests come at random, one giver, services of any law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PollaczekKhinchine {
    arrival: f64,
    mean: f64,
    variance: f64,
}

impl PollaczekKhinchine {
    /// With requests arriving at rate `arrival` and services of `mean` and `variance`, in one unit of time.
    /// More must be served than arrives: arrival × mean below 1.
    ///
    /// # Source
    /// Pollaczek (1930), Khinchine (1932); Wq = λE\[S²\] / (2(1 − ρ)).
    pub fn new(arrival: f64, mean: f64, variance: f64) -> Result<Self, Faults> {
        Check::default()
            .positive("arrival", arrival)
            .positive("mean", mean)
            .that(
                !(mean > 0.0 && arrival * mean >= 1.0),
                "arrival",
                arrival,
                format!("be below 1 / mean, {}", 1.0 / mean),
            )
            .not_negative("variance", variance)
            .done()?;
        Ok(Self {
            arrival,
            mean,
            variance,
        })
    }

    /// The share of time for which the giver is busy, ρ.
    pub fn utilisation(&self) -> f64 {
        self.arrival * self.mean
    }

    /// The mean wait before service, Wq.
    pub fn mean_wait(&self) -> f64 {
        let second_moment = self.variance + self.mean * self.mean;
        self.arrival * second_moment / (2.0 * (1.0 - self.utilisation()))
    }

    /// The mean stay, wait and service, W.
    pub fn mean_stay(&self) -> f64 {
        self.mean_wait() + self.mean
    }

    /// How many wait on average, Lq.
    pub fn mean_queue(&self) -> f64 {
        self.arrival * self.mean_wait()
    }

    /// How many are there on average, L.
    pub fn mean_present(&self) -> f64 {
        self.arrival * self.mean_stay()
    }
}

/// How far a simulated M/G/c may lie from [`lee_longton_wait`] before something is wrong: a tenth.
pub const LEE_LONGTON_BAND: f64 = 0.1;

/// The mean wait in M/G/c, approximately: that of `queue` times (1 + variation²) / 2.
///
/// Exact for one server and for exponential services. Otherwise a check of sanity, within
/// [`LEE_LONGTON_BAND`], not an oracle.
///
/// # Units
/// `variation` is the coefficient of variation of a service: standard deviation / mean, 0 or above.
///
/// # Source
/// Lee & Longton (1959), doi:10.1057/jors.1959.5.
pub fn lee_longton_wait(queue: &ErlangC, variation: f64) -> Result<f64, Faults> {
    Check::default().not_negative("variation", variation).done()?;
    Ok(queue.mean_wait() * (1.0 + variation * variation) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_server_agrees_with_both_neighbours(busy in 0.05..0.95_f64, service in 0.2..4.0_f64, variation in 0.0..3.0_f64) {
            let mean = 1.0 / service;
            let queue = ErlangC::new(1, busy * service, service).unwrap();
            let exponential = PollaczekKhinchine::new(busy * service, mean, mean * mean).unwrap();
            prop_assert!((exponential.mean_wait() / queue.mean_wait() - 1.0).abs() < 1e-10);
            prop_assert!((exponential.mean_present() / queue.mean_present() - 1.0).abs() < 1e-10);
            let general = PollaczekKhinchine::new(busy * service, mean, (variation * mean).powi(2)).unwrap();
            let thumb = lee_longton_wait(&queue, variation).unwrap();
            prop_assert!((general.mean_wait() / thumb - 1.0).abs() < 1e-10);
            prop_assert!((general.mean_queue() / general.mean_wait() - busy * service).abs() < 1e-10);
        }
    }

    #[test]
    fn a_constant_service_halves_the_wait() {
        let queue = PollaczekKhinchine::new(0.8, 1.0, 0.0).unwrap();
        assert!((queue.mean_wait() - 2.0).abs() < 1e-12);
        let told = PollaczekKhinchine::new(1.0, 1.0, -1.0).unwrap_err().to_string();
        assert_eq!(
            told,
            "arrival is 1 and must be below 1 / mean, 1; variance is -1 and must be 0 or above and finite"
        );
    }
}
