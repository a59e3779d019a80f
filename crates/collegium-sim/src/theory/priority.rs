//! Who is in greater need goes first: Cobham's waits.

use super::ErlangC;
use crate::{
    counts::length,
    parameter::{Check, Faults},
};

/// The queue M/M/c with classes of need: a free giver takes the most urgent that waits, and goes on with
/// whom it has.
#[derive(Clone, Debug, PartialEq)]
pub struct Cobham {
    arrivals: Vec<f64>,
    waits: Vec<f64>,
}

impl Cobham {
    /// With `servers` from 1, classes arriving at the rates `arrivals`, the most urgent first, and each
    /// server working at rate `service` for every class. More must be served than arrives.
    ///
    /// # Source
    /// Cobham (1954), doi:10.1287/opre.2.1.70; Wqₖ = (C/(cμ)) / ((1 − sₖ₋₁)(1 − sₖ)), sₖ = Σ_{i≤k} λᵢ/(cμ).
    pub fn new(servers: u32, arrivals: &[f64], service: f64) -> Result<Self, Faults> {
        let mut check = Check::default().that(
            !arrivals.is_empty(),
            "the number of arrivals",
            length(arrivals),
            "be 1 or more",
        );
        for (class, &rate) in arrivals.iter().enumerate() {
            check = check.positive(format!("arrivals[{class}]"), rate);
        }
        let capacity = f64::from(servers) * service;
        let together: f64 = arrivals.iter().sum();
        check
            .at_least(1, "servers", servers)
            .positive("service", service)
            .that(
                !(capacity > 0.0 && together >= capacity),
                "the sum of arrivals",
                together,
                format!("be below servers × service, {capacity}"),
            )
            .done()?;
        let queue = ErlangC::new(servers, together, service)?;
        let mut taken = 0.0;
        let waits = arrivals
            .iter()
            .map(|rate| {
                let more_urgent = taken;
                taken += rate / capacity;
                queue.wait_chance() / capacity / ((1.0 - more_urgent) * (1.0 - taken))
            })
            .collect();
        Ok(Self {
            arrivals: arrivals.to_vec(),
            waits,
        })
    }

    /// The mean wait before service of each class, the most urgent first.
    pub fn waits(&self) -> &[f64] {
        &self.waits
    }

    /// The mean wait of all requests: the same as in order of arrival (conservation).
    pub fn mean_wait(&self) -> f64 {
        let together: f64 = self.arrivals.iter().sum();
        let weighted: f64 = self
            .arrivals
            .iter()
            .zip(&self.waits)
            .map(|(rate, wait)| rate * wait)
            .sum();
        weighted / together
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn waits_are_conserved_and_rise(
            servers in 1_u32..10, shares in prop::collection::vec(0.05..1.0_f64, 1..6), busy in 0.1..0.95_f64,
        ) {
            let all: f64 = shares.iter().sum();
            let arrivals: Vec<_> =
                shares.iter().map(|it| it / all * busy * f64::from(servers)).collect();
            let classes = Cobham::new(servers, &arrivals, 1.0).unwrap();
            let in_order = ErlangC::new(servers, busy * f64::from(servers), 1.0).unwrap();
            prop_assert!((classes.mean_wait() / in_order.mean_wait() - 1.0).abs() < 1e-9);
            prop_assert!(classes.waits().is_sorted());
        }
    }

    #[test]
    fn every_fault_at_once() {
        let told = Cobham::new(1, &[0.5, -1.0, 2.0], 1.0).unwrap_err().to_string();
        assert_eq!(
            told,
            "arrivals[1] is -1 and must be above 0 and finite; \
             the sum of arrivals is 1.5 and must be below servers × service, 1"
        );
        assert_eq!(Cobham::new(0, &[], 0.0).unwrap_err().iter().count(), 3);
    }
}
