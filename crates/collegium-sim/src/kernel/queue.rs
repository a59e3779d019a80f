//! One queue in two ways that share nothing: by events, and by a recursion. The same customers must wait the
//! same ticks in both, and in any other kernel that claims to be this queue.

use super::FutureEvents;
use std::collections::BTreeSet;

/// Who comes when, and for how long a server is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The tick of arrival.
    pub arrives: u64,
    /// How long the service takes, in ticks.
    pub service: u64,
    /// The class: lower numbers are served first, each class in order of arrival.
    pub class: u8,
}

enum Event {
    Arrival(usize),
    Departure,
}

/// How long each customer waits for one of `servers`, by an event list: a free server takes the lowest class
/// that waits, and whoever is served is served to the end. None for those who are never served.
///
/// # Shape
/// `customers` in any order; of one tick the first listed comes first. The result is in their order.
///
/// # Determinism
/// Integers only. Who leaves at a tick makes room for who comes at it.
pub fn waits_by_events(servers: u32, customers: &[Customer]) -> Vec<Option<u64>> {
    let mut events = FutureEvents::default();
    for (place, customer) in customers.iter().enumerate() {
        put(&mut events, customer.arrives, 1, Event::Arrival(place));
    }
    let mut waits = vec![None; customers.len()];
    let mut waiting = BTreeSet::new();
    let mut free = servers;
    while let Some(now) = events.take() {
        match now.event {
            Event::Arrival(place) => {
                waiting.insert((customers[place].class, now.tick, place));
            }
            Event::Departure => free += 1,
        }
        while free > 0
            && let Some((_, _, place)) = waiting.pop_first()
        {
            free -= 1;
            waits[place] = Some(now.tick - customers[place].arrives);
            let end = now.tick.saturating_add(customers[place].service);
            put(&mut events, end, 0, Event::Departure);
        }
    }
    waits
}

fn put(events: &mut FutureEvents<Event>, tick: u64, priority: u8, event: Event) {
    events
        .schedule(tick, priority, event)
        .expect("nobody arrives before the clock starts, and a service ends after it began");
}

/// How long each customer waits for one of `servers` in order of arrival, whatever the class, by the
/// recursion of the servers' remaining work. None for those who are never served.
///
/// # Shape
/// As [`waits_by_events`], with which it agrees to the tick where there is one class.
///
/// # Complexity
/// One step a customer, linear in servers.
///
/// # Source
/// Kiefer & Wolfowitz (1955), doi:10.1090/S0002-9947-1955-0066587-3; for one server Lindley (1952).
pub fn waits_by_recursion(servers: u32, customers: &[Customer]) -> Vec<Option<u64>> {
    let mut order: Vec<usize> = (0..customers.len()).collect();
    order.sort_by_key(|&place| customers[place].arrives);
    let servers = usize::try_from(servers).unwrap_or(usize::MAX);
    // More servers than customers never matter.
    let mut left = vec![0_u64; servers.min(customers.len())];
    let mut waits = vec![None; customers.len()];
    let mut now = 0;
    for place in order {
        let Customer { arrives, service, .. } = customers[place];
        for work in &mut left {
            *work = work.saturating_sub(arrives - now);
        }
        now = arrives;
        let Some(next_free) = left.iter_mut().min() else {
            break;
        };
        waits[place] = Some(*next_free);
        *next_free = next_free.saturating_add(service);
    }
    waits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chance::{Exponential, Law, Stream, StreamKey, StreamName},
        counts::{float, whole},
        statistics::{Interval, LittleCheck, Running},
        theory::{Cobham, ErlangC},
    };
    use proptest::prelude::*;

    fn customer() -> impl Strategy<Value = Customer> {
        (0_u64..60, 0_u64..20).prop_map(|(arrives, service)| Customer {
            arrives,
            service,
            class: 0,
        })
    }

    proptest! {
        #[test]
        fn both_ways_agree_to_the_tick(
            servers in 0_u32..5, customers in prop::collection::vec(customer(), 0..60),
        ) {
            prop_assert_eq!(waits_by_events(servers, &customers), waits_by_recursion(servers, &customers));
        }
    }

    #[test]
    fn who_leaves_makes_room_before_who_comes_at_the_same_tick() {
        let customer = |arrives, class| Customer {
            arrives,
            service: 5,
            class,
        };
        // The second waits since tick 1 and begins at 5, at which somebody more urgent comes.
        let customers = [customer(0, 1), customer(1, 1), customer(5, 0)];
        assert_eq!(waits_by_events(1, &customers), [Some(0), Some(4), Some(5)]);
    }

    const TICKS_A_UNIT: f64 = 1e6;
    const CUSTOMERS: usize = 6000;

    /// Classes with Poisson arrivals at `rates`, services of mean 1 / `service`.
    fn drawn(rates: &[f64], service: f64, replication: u32) -> Vec<Customer> {
        let mut customers = Vec::new();
        let together: f64 = rates.iter().sum();
        for (class, &rate) in (0_u8..).zip(rates) {
            let stream = |name| {
                Stream::new(StreamKey {
                    seed: 2026,
                    replication,
                    name: StreamName::new(name),
                    entity: u64::from(class),
                })
            };
            let (mut gaps, mut services) = (stream("arrival"), stream("service"));
            let ticks = |law: &Exponential, stream: &mut Stream| {
                whole(libm::round(law.sample(stream) * TICKS_A_UNIT))
            };
            let (gap, service) = (
                Exponential::new(rate).unwrap(),
                Exponential::new(service).unwrap(),
            );
            let mut arrives = 0;
            for _ in 0..whole(float(CUSTOMERS as u64) * rate / together) {
                arrives += ticks(&gap, &mut gaps);
                let service = ticks(&service, &mut services);
                customers.push(Customer {
                    arrives,
                    service,
                    class,
                });
            }
        }
        customers.sort_by_key(|it| it.arrives);
        customers
    }

    /// The mean wait of one class after the warm-up, in units of time, with its interval over replications.
    fn mean_wait(rates: &[f64], service: f64, class: u8) -> Interval {
        let means: Running = (0..30)
            .map(|replication| {
                let customers = drawn(rates, service, replication);
                let waits: Running = waits_by_events(3, &customers)
                    .into_iter()
                    .zip(&customers)
                    .skip(CUSTOMERS / 10)
                    .filter(|(_, it)| it.class == class)
                    .map(|(wait, _)| float(wait.unwrap()) / TICKS_A_UNIT)
                    .collect();
                waits.mean().unwrap()
            })
            .collect();
        Interval::of(&means, 0.95).unwrap()
    }

    #[test]
    fn the_queue_is_erlangs_and_a_server_three_percent_off_is_not() {
        let exact = ErlangC::new(3, 2.4, 1.0).unwrap().mean_wait();
        let z = mean_wait(&[2.4], 1.0, 0).standard_errors_above(exact);
        assert!(z.abs() <= 4.0, "{z}");
        let slow = mean_wait(&[2.4], 0.97, 0).standard_errors_above(exact);
        assert!(slow > 4.0, "{slow}");
    }

    #[test]
    fn classes_wait_as_cobham_says() {
        let rates = [0.6, 0.9, 0.9];
        let exact = Cobham::new(3, &rates, 1.0).unwrap();
        for (class, &wait) in (0_u8..).zip(exact.waits()) {
            let z = mean_wait(&rates, 1.0, class).standard_errors_above(wait);
            assert!(z.abs() <= 4.0, "class {class}: {z}");
        }
    }

    #[test]
    fn littles_law_holds_to_the_tick() {
        let customers = drawn(&[0.6, 1.8], 1.0, 0);
        let stays: Vec<_> = waits_by_events(3, &customers)
            .into_iter()
            .zip(&customers)
            .map(|(wait, it)| (it.arrives, it.arrives + wait.unwrap() + it.service))
            .collect();
        let end = customers[CUSTOMERS / 2].arrives;
        let mut moves: Vec<_> = stays
            .iter()
            .flat_map(|&(came, went)| [(came, None), (went, Some(came))])
            .filter(|&(tick, _)| tick <= end)
            .collect();
        moves.sort_by_key(|&(tick, left)| (tick, left.is_some()));
        let mut books = LittleCheck::new(0);
        for (tick, left) in moves {
            match left {
                None => books.arrive(tick).unwrap(),
                Some(came) => books.depart(came, tick).unwrap(),
            }
        }
        let present = stays.iter().filter(|&&(came, went)| came <= end && went > end);
        let little = books.balance(end, present.map(|&(came, _)| came)).unwrap();
        assert!(little.holds() && little.arrived > 2500, "{little:?}");
    }
}
