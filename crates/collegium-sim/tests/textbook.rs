//! The simulator beside theory: every oracle with few replications, a control that must be found out, and the
//! same queue in three kernels.
#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::type_complexity,
    reason = "what is asked is written here"
)]

use collegium_sim::{
    kernel::{Customer, waits_by_events, waits_by_recursion},
    model::chrono::NaiveDate,
    oracle::{Effort, ORACLES, Oracle},
    policy::FirstCome,
    run::{Key, run},
    scenario::{
        Capacity, Choosing, Dynamics, Joining, Noticing, Parameter, Scenario, SchoolKind, Support, Time, Unit,
    },
};

fn effort(replications: u32) -> Effort {
    Effort {
        replications,
        ..Effort::default()
    }
}

#[test]
fn every_oracle_is_reproduced() {
    for oracle in ORACLES {
        // Four standard errors of four values are not rare; where an oracle compares many, it takes more.
        let replications = if oracle.name.starts_with("exchange") {
            10
        } else {
            4
        };
        let verdict = oracle.ask(&[], effort(replications)).unwrap();
        assert!(verdict.accepted, "{verdict:#?}");
    }
}

#[test]
fn so_are_they_at_other_parameters() {
    let asked: [(&str, &[(&str, &[f64])]); 9] = [
        (
            "erlang-c",
            &[("servers", &[1.0]), ("arrival", &[0.02]), ("service", &[0.05])],
        ),
        (
            "erlang-a",
            &[("servers", &[2.0]), ("arrival", &[5.0]), ("abandonment", &[2.0])],
        ),
        (
            "pollaczek-khinchine",
            &[("stages", &[1.0]), ("arrival", &[30.0]), ("service", &[50.0])],
        ),
        (
            "cobham",
            &[("servers", &[2.0]), ("arrivals", &[0.3, 0.2, 0.5, 0.4])],
        ),
        (
            "endogenous",
            &[
                ("schools", &[12.0]),
                ("ratio", &[1.0]),
                ("relapse", &[0.5]),
                ("alone", &[0.02]),
            ],
        ),
        ("monitoring-delay", &[("detection", &[0.6])]),
        ("exchange-greedy", &[("arrivals", &[5.0]), ("degree", &[2.0])]),
        ("exchange-patient", &[("arrivals", &[5.0]), ("degree", &[2.0])]),
        (
            "exchange-easy-and-hard",
            &[("hard", &[3.0]), ("easy", &[9.0]), ("compatible", &[0.2])],
        ),
    ];
    for (name, parameters) in asked {
        let parameters: Vec<_> = parameters
            .iter()
            .map(|(name, values)| ((*name).to_owned(), values.to_vec()))
            .collect();
        let verdict = Oracle::named(name).unwrap().ask(&parameters, effort(4)).unwrap();
        assert!(verdict.accepted, "{verdict:#?}");
    }
}

#[test]
fn what_is_three_percent_off_is_found_out() {
    let tampered = Effort {
        tampered: 1.03,
        replications: 40,
        ..Effort::default()
    };
    let parameters = [("schools".to_owned(), vec![20.0])];
    let verdict = Oracle::named("finite-source")
        .unwrap()
        .ask(&parameters, tampered)
        .unwrap();
    assert!(!verdict.accepted, "{verdict:#?}");
}

#[test]
fn what_makes_no_sense_is_told() {
    let ask = |name: &str, parameters: &[(&str, f64)]| {
        let parameters: Vec<_> = parameters
            .iter()
            .map(|(name, value)| ((*name).to_owned(), vec![*value]))
            .collect();
        Oracle::named(name)
            .unwrap()
            .ask(&parameters, effort(2))
            .unwrap_err()
            .to_string()
    };
    assert!(ask("erlang-c", &[("arrival", 4.0)]).contains("arrival is 4"));
    assert!(ask("erlang-c", &[("arrival", -1.0), ("service", 0.0)]).contains("; "));
    assert!(ask("erlang-c", &[("server", 4.0)]).contains("has no parameter \"server\""));
    assert!(ask("two-state", &[("decline", 1.5)]).contains("decline"));
    assert!(ask("exchange-greedy", &[("degree", 101.0)]).contains("degree is 101"));
    assert!(Oracle::named("erlang").is_none());
}

/// The engine's queue, an event loop over a plain heap, and a recursion without any events: the same waits, to
/// the tick.
#[test]
fn three_kernels_agree_to_the_last_bit() {
    let rate = |value: f64| Parameter::assumed(value, Unit::PerDay);
    for (servers, arrival) in [(1_u32, 0.8), (3, 2.4), (10, 9.0)] {
        let (arrives, helped) = (rate(arrival), rate(1.0));
        let scenario = Scenario {
            name: "a queue".to_owned(),
            question: String::new(),
            time: Time {
                start: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
                length: Parameter::assumed(1_500.0, Unit::Days),
                warm_up: None,
                discount: None,
            },
            schools: vec![SchoolKind {
                name: "school".to_owned(),
                count: 0,
                areas: 1,
                pupils: None,
                in_need_at_start: None,
                dynamics: Dynamics::Rates {
                    relapse: rate(0.0),
                    alone: rate(0.0),
                    helped: helped.clone(),
                    relapse_varies: None,
                    recovery_varies: None,
                    recovery_stages: 1,
                    strain: None,
                },
                turnover: None,
            }],
            joining: Some(Joining {
                rate: arrives.clone(),
                kind: "school".to_owned(),
                also: Vec::new(),
                leaves_once_helped: true,
                gives_up: None,
            }),
            severities: None,
            noticing: Noticing::AtOnce {},
            capacity: Capacity::CentralTeam {
                at_once: Parameter::assumed(f64::from(servers), Unit::Deployments),
            },
            support: Support::default(),
            land: None,
            choosing: Choosing::AtOnce,
        };
        let key = Key {
            seed: 7,
            replication: 1,
        };
        let found = run(&scenario, Box::new(FirstCome), key, &mut ()).unwrap();
        let waits: Vec<_> = found
            .waits
            .iter()
            .map(|wait| u64::try_from(wait.ticks).unwrap())
            .collect();
        assert!(waits.len() > 1_000);
        // The same luck, drawn here from the streams by name.
        let span = |share: f64, rate: &Parameter| (-libm::log1p(-share) / rate.per_tick()).ceil() as u64;
        let mut joining = key.stream("joining", 0);
        let mut now = 0;
        let customers: Vec<_> = (0..waits.len())
            .map(|school| {
                now += span(joining.uniform(), &arrives);
                let service = span(key.stream("sojourn", school as u64).uniform(), &helped);
                Customer {
                    arrives: now,
                    service,
                    class: 0,
                }
            })
            .collect();
        let expected: Vec<_> = waits.into_iter().map(Some).collect();
        assert_eq!(waits_by_events(servers, &customers), expected);
        assert_eq!(waits_by_recursion(servers, &customers), expected);
    }
}
