//! Queues for one of several givers: Erlang's formulas.

use crate::parameter::{Check, Faults};

/// Beyond it the recursion would run for minutes.
const MOST_SERVERS: u32 = 10_000_000;

/// Erlang B: the share of requests that find every one of `servers` busy, where nobody waits.
///
/// # Units
/// `load` is the offered load: the rate of arrivals times the mean service, 0 or above.
///
/// # Complexity
/// One step for each server.
///
/// # Source
/// Erlang (1917); the recursion b₀ = 1, bₖ = a·bₖ₋₁ / (k + a·bₖ₋₁).
pub fn erlang_b(servers: u32, load: f64) -> Result<f64, Faults> {
    Check::default()
        .at_most(MOST_SERVERS, "servers", servers)
        .not_negative("load", load)
        .done()?;
    Ok(blocked(servers, load))
}

fn blocked(servers: u32, load: f64) -> f64 {
    (1..=servers).fold(1.0, |blocked, server| {
        let odds = load * blocked;
        odds / (f64::from(server) + odds)
    })
}

/// The queue M/M/c: requests come at random, any of `servers` gives an exponential service, nobody leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErlangC {
    servers: u32,
    arrival: f64,
    service: f64,
    wait_chance: f64,
}

impl ErlangC {
    /// With `servers` from 1, requests arriving at rate `arrival` and each server working at rate `service`,
    /// both in one unit of time. More must be served than arrives.
    ///
    /// # Source
    /// Erlang (1917); C = B / (1 − ρ(1 − B)).
    pub fn new(servers: u32, arrival: f64, service: f64) -> Result<Self, Faults> {
        let capacity = f64::from(servers) * service;
        Check::default()
            .at_least(1, "servers", servers)
            .at_most(MOST_SERVERS, "servers", servers)
            .positive("arrival", arrival)
            .positive("service", service)
            .that(
                !(capacity > 0.0 && arrival >= capacity),
                "arrival",
                arrival,
                format!("be below servers × service, {capacity}"),
            )
            .done()?;
        let busy = arrival / capacity;
        let blocked = blocked(servers, arrival / service);
        let wait_chance = blocked / (1.0 - busy * (1.0 - blocked));
        Ok(Self {
            servers,
            arrival,
            service,
            wait_chance,
        })
    }

    /// The share of time for which a server is busy, ρ.
    pub fn utilisation(&self) -> f64 {
        self.arrival / (f64::from(self.servers) * self.service)
    }

    /// The share of requests that must wait: Erlang C.
    pub fn wait_chance(&self) -> f64 {
        self.wait_chance
    }

    /// The mean wait before service, Wq, of all requests.
    pub fn mean_wait(&self) -> f64 {
        self.wait_chance / self.spare()
    }

    /// The mean stay, wait and service, W.
    pub fn mean_stay(&self) -> f64 {
        self.mean_wait() + 1.0 / self.service
    }

    /// How many wait on average, Lq.
    pub fn mean_queue(&self) -> f64 {
        self.arrival * self.mean_wait()
    }

    /// How many are there on average, waiting or served, L.
    pub fn mean_present(&self) -> f64 {
        self.arrival * self.mean_stay()
    }

    /// The share of requests that wait longer than `time` when served in order of arrival; 1 below 0.
    pub fn wait_beyond(&self, time: f64) -> f64 {
        if time < 0.0 {
            return 1.0;
        }
        self.wait_chance * libm::exp(-self.spare() * time)
    }

    /// How many servers there are.
    pub fn servers(&self) -> u64 {
        u64::from(self.servers)
    }

    fn spare(&self) -> f64 {
        f64::from(self.servers) * self.service - self.arrival
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{counts::float, theory::BirthDeath};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_chain_of_all_states_agrees(servers in 1_u32..12, busy in 0.05..0.9_f64, service in 0.2..4.0_f64) {
            let arrival = busy * f64::from(servers) * service;
            let queue = ErlangC::new(servers, arrival, service).unwrap();
            let deaths: Vec<_> = (1..=600).map(|n: u32| f64::from(n.min(servers)) * service).collect();
            let chain = BirthDeath::new(&[arrival; 600], &deaths).unwrap();
            prop_assert!((chain.mean() / queue.mean_present() - 1.0).abs() < 1e-9);
            let waits = chain.mean_of(|n| f64::from(u8::from(n >= queue.servers())));
            prop_assert!((waits - queue.wait_chance()).abs() < 1e-9);
            let waiting = chain.mean_of(|n| float(n.saturating_sub(queue.servers())));
            prop_assert!((waiting - queue.mean_queue()).abs() < 1e-8);
        }

        #[test]
        fn one_server_is_the_textbook_queue(busy in 0.01..0.99_f64) {
            let queue = ErlangC::new(1, busy, 1.0).unwrap();
            prop_assert!((queue.wait_chance() - busy).abs() < 1e-12);
            prop_assert!((queue.mean_stay() - 1.0 / (1.0 - busy)).abs() < 1e-9);
            prop_assert!((queue.wait_beyond(0.0) - busy).abs() < 1e-12);
        }
    }

    #[test]
    fn limits_of_erlang_b() {
        let blocked = |servers, load| erlang_b(servers, load).unwrap();
        assert!((blocked(0, 3.0) - 1.0).abs() < 1e-15);
        assert!((blocked(1, 3.0) - 0.75).abs() < 1e-15);
        assert!(blocked(5, 0.0) < 1e-300);
        assert!((blocked(3, 1e12) - 1.0).abs() < 1e-11);
        assert!(blocked(1000, 10.0) < 1e-200);
    }

    #[test]
    fn every_fault_at_once() {
        let told = ErlangC::new(0, -1.0, 0.0).unwrap_err().to_string();
        assert_eq!(
            told,
            "servers is 0 and must be 1 or more; arrival is -1 and must be above 0 and finite; \
             service is 0 and must be above 0 and finite"
        );
        let told = ErlangC::new(3, 3.0, 1.0).unwrap_err().to_string();
        assert_eq!(told, "arrival is 3 and must be below servers × service, 3");
    }
}
