//! Queues that people leave: Erlang A.

use super::BirthDeath;
use crate::{
    counts::float,
    parameter::{Check, Faults},
};

/// The queue M/M/c+M: as [`super::ErlangC`], and whoever waits may give up at any time alike.
#[derive(Clone, Debug, PartialEq)]
pub struct ErlangA {
    servers: u32,
    arrival: f64,
    abandonment: f64,
    chain: BirthDeath,
}

/// Queues longer than this are not followed.
const MOST_STATES: u32 = 10_000_000;
/// States whose weight is e⁻⁵⁰ of the likeliest one's or less are left out.
const NEGLIGIBLE: f64 = -50.0;

impl ErlangA {
    /// With `servers` from 1, requests arriving at rate `arrival`, each server working at rate `service`, and
    /// each that waits leaving at rate `abandonment`, in one unit of time. Stable whatever arrives.
    ///
    /// # Complexity
    /// Linear in the longest queue that matters, about (arrival − servers × service) / abandonment and some
    /// standard deviations; beyond ten million it is a fault.
    ///
    /// # Source
    /// Palm (1957); Garnett, Mandelbaum & Reiman (2002), doi:10.1287/msom.4.3.208.7753.
    pub fn new(servers: u32, arrival: f64, service: f64, abandonment: f64) -> Result<Self, Faults> {
        Check::default()
            .at_least(1, "servers", servers)
            .at_most(MOST_STATES, "servers", servers)
            .positive("arrival", arrival)
            .positive("service", service)
            .positive("abandonment", abandonment)
            .done()?;
        let mut deaths = Vec::new();
        let mut weight = 0.0;
        let mut largest: f64 = 0.0;
        for present in 1..=MOST_STATES {
            let waiting = present.saturating_sub(servers);
            let death = f64::from(present.min(servers)) * service + f64::from(waiting) * abandonment;
            deaths.push(death);
            weight += libm::log(arrival / death);
            largest = largest.max(weight);
            if arrival < death && weight - largest < NEGLIGIBLE {
                break;
            }
        }
        Check::default()
            .that(
                weight - largest < NEGLIGIBLE,
                "abandonment",
                abandonment,
                "be large enough that no more than ten million wait",
            )
            .done()?;
        let births = vec![arrival; deaths.len()];
        Ok(Self {
            servers,
            arrival,
            abandonment,
            chain: BirthDeath::new(&births, &deaths)?,
        })
    }

    /// How many wait on average, Lq.
    pub fn mean_queue(&self) -> f64 {
        self.chain
            .mean_of(|present| float(present.saturating_sub(u64::from(self.servers))))
    }

    /// How many are there on average, L.
    pub fn mean_present(&self) -> f64 {
        self.chain.mean()
    }

    /// The share of requests that leave unserved.
    pub fn abandonment_chance(&self) -> f64 {
        self.abandonment * self.mean_queue() / self.arrival
    }

    /// The mean wait of all requests, those that leave included.
    pub fn mean_wait(&self) -> f64 {
        self.mean_queue() / self.arrival
    }

    /// The share of requests that find every server busy.
    pub fn wait_chance(&self) -> f64 {
        let servers = u64::from(self.servers);
        self.chain
            .mean_of(|present| f64::from(u8::from(present >= servers)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::ErlangC;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_arrives_is_served_or_leaves(
            servers in 1_u32..8, arrival in 0.1..20.0_f64, service in 0.2..4.0_f64, abandonment in 0.05..3.0_f64,
        ) {
            let queue = ErlangA::new(servers, arrival, service, abandonment).unwrap();
            let served = (queue.mean_present() - queue.mean_queue()) * service;
            let left = queue.abandonment_chance() * arrival;
            prop_assert!(((served + left) / arrival - 1.0).abs() < 1e-9);
            prop_assert!(queue.mean_queue() <= queue.mean_wait() * arrival + 1e-12);
        }

        #[test]
        fn patience_without_end_is_erlang_c(servers in 1_u32..8, busy in 0.1..0.8_f64) {
            let arrival = busy * f64::from(servers);
            let patient = ErlangA::new(servers, arrival, 1.0, 1e-9).unwrap();
            let endless = ErlangC::new(servers, arrival, 1.0).unwrap();
            prop_assert!((patient.mean_wait() / endless.mean_wait() - 1.0).abs() < 1e-6);
            prop_assert!((patient.wait_chance() / endless.wait_chance() - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn leaving_at_the_rate_of_service_is_a_queue_without_end() {
        // Then each that is there goes at the same rate, waiting or not: a Poisson count, mean λ/μ.
        let queue = ErlangA::new(3, 5.0, 1.0, 1.0).unwrap();
        assert!((queue.mean_present() - 5.0).abs() < 1e-9);
        assert!(ErlangA::new(1, 100.0, 1.0, 1e-9).is_err());
        assert_eq!(ErlangA::new(0, 0.0, 0.0, 0.0).unwrap_err().iter().count(), 4);
    }
}
