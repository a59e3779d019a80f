//! Scenarios that the simulator is timed on, and the customers of a queue as any other simulator can take them.

use collegium::sim::{
    chance::{Exponential, Law},
    kernel::Customer,
    model::chrono::NaiveDate,
    policy::FirstCome,
    run::{Key, Summary, run},
    scenario::{
        Capacity, Choosing, Dynamics, Joining, Noticing, Parameter, Scenario, SchoolKind, Support, Time, Unit,
    },
};

/// The luck of every run that is timed.
pub const KEY: Key = Key {
    seed: 2026,
    replication: 0,
};

fn rate(value: f64) -> Parameter {
    Parameter::assumed(value, Unit::PerDay)
}

/// Schools that a central team helps at once, each to recover in a day; without help they never do.
fn network(days: f64, schools: u32, relapse: f64, teams: u32) -> Scenario {
    Scenario {
        name: "timed".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"),
            length: Parameter::assumed(days, Unit::Days),
            warm_up: None,
            discount: None,
        },
        schools: vec![SchoolKind {
            name: "school".to_owned(),
            count: schools,
            areas: 1,
            pupils: None,
            in_need_at_start: None,
            dynamics: Dynamics::Rates {
                relapse: rate(relapse),
                alone: rate(0.0),
                helped: rate(1.0),
                relapse_varies: None,
                recovery_varies: None,
                recovery_stages: 1,
                strain: None,
            },
            turnover: None,
        }],
        joining: None,
        severities: None,
        noticing: Noticing::AtOnce {},
        capacity: Capacity::CentralTeam {
            at_once: Parameter::assumed(f64::from(teams), Unit::Deployments),
        },
        support: Support::default(),
        land: None,
        choosing: Choosing::AtOnce,
    }
}

/// Machine repair: so many schools that nobody joins or leaves, a team for every five.
pub fn closed(days: f64, schools: u32) -> Scenario {
    network(days, schools, 0.25, schools.div_ceil(5))
}

/// M/M/c: schools join with a need, wait for one of so many teams, recover and leave.
pub fn queue(days: f64, teams: u32, arrivals: f64) -> Scenario {
    Scenario {
        joining: Some(Joining {
            rate: rate(arrivals),
            kind: "school".to_owned(),
            also: Vec::new(),
            leaves_once_helped: true,
            gives_up: None,
        }),
        ..network(days, 0, 0.0, teams)
    }
}

/// A run that helps whoever has waited longest.
///
/// # Panics
/// Never for a scenario of this file.
pub fn first_come(scenario: &Scenario) -> Summary {
    run(scenario, Box::new(FirstCome), KEY, &mut ()).expect("a run")
}

/// The first so many customers of a [`queue`], drawn from the same luck: they wait as long in any simulator.
///
/// # Panics
/// Never where `arrivals` is above none.
pub fn customers(arrivals: f64, count: usize) -> Vec<Customer> {
    let law = |value| Exponential::new(rate(value).per_tick()).expect("a rate above none");
    let (arrives, helped) = (law(arrivals), law(1.0));
    let mut joining = KEY.stream("joining", 0);
    let mut now = 0;
    (0..count as u64)
        .map(|school| {
            now += whole(arrives.sample(&mut joining));
            let service = whole(helped.sample(&mut KEY.stream("sojourn", school)));
            Customer {
                arrives: now,
                service,
                class: 0,
            }
        })
        .collect()
}

/// Ticks, rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a span is positive and far below 2⁵³"
)]
fn whole(ticks: f64) -> u64 {
    ticks.ceil() as u64
}
