//! What every run keeps, whatever the scenario and the policy.
#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::too_many_lines,
    clippy::format_push_string,
    reason = "scenarios are drawn from small numbers"
)]

use collegium_sim::{
    chance::Stream,
    model::chrono::NaiveDate,
    policy::{Policy, Spec},
    rows::{AllocationRow, EventRow, PanelRow, Rows},
    run::{Key, MEASURES, Run, run},
    scenario::{
        AlsoJoins, Between, Capacity, Choosing, Dynamics, Joining, Land, Noticing, Parameter, Reading,
        Scenario, SchoolKind, Severities, Support, Time, Turnover, Unit, Watching,
    },
};
use proptest::prelude::*;

fn assumed(value: f64, unit: Unit) -> Parameter {
    Parameter::assumed(value, unit)
}

fn some(is: bool, value: f64, unit: Unit) -> Option<Parameter> {
    is.then(|| assumed(value, unit))
}

/// A small scenario with everything in it that the draws ask for.
fn scenario(luck: &mut Stream) -> Scenario {
    let mut draw = |least: f64, most: f64| least + (most - least) * luck.uniform();
    let mut coin = || draw(0.0, 1.0) < 0.5;
    let [
        joins,
        watched,
        has_land,
        central,
        severe,
        turns,
        set_up,
        bound,
        paired,
    ] = std::array::from_fn(|_| coin());
    let kind = |name: &str, count: f64, draw: &mut dyn FnMut(f64, f64) -> f64| SchoolKind {
        name: name.to_owned(),
        count: count as u32,
        areas: draw(1.0, 3.99) as u8,
        pupils: Some(assumed(draw(50.0, 900.0), Unit::Pupils)),
        in_need_at_start: Some(assumed(draw(0.0, 0.5), Unit::Share)),
        dynamics: Dynamics::Rates {
            relapse: assumed(draw(0.1, 2.0), Unit::PerYear),
            alone: assumed(draw(0.0, 0.5), Unit::PerYear),
            helped: assumed(draw(0.5, 6.0), Unit::PerYear),
            relapse_varies: Some(assumed(draw(0.0, 1.0), Unit::Times)),
            recovery_varies: Some(assumed(draw(0.0, 1.0), Unit::Times)),
            recovery_stages: draw(1.0, 3.99) as u8,
            strain: Some(assumed(draw(0.5, 2.0), Unit::Times)),
        },
        turnover: turns.then(|| Turnover {
            rate: assumed(draw(0.1, 2.0), Unit::PerYear),
            unsettled: assumed(draw(0.0, 1.0), Unit::Years),
            relapse: assumed(draw(1.0, 3.0), Unit::Times),
        }),
    };
    let count = draw(6.0, 14.0);
    let schools = vec![kind("one", count, &mut draw), kind("other", 3.0, &mut draw)];
    let watching = |draw: &mut dyn FnMut(f64, f64) -> f64| Watching {
        every: assumed(draw(5.0, 200.0), Unit::Days),
        sees: assumed(draw(0.4, 1.0), Unit::Share),
        false_alarm: assumed(draw(0.0, 0.3), Unit::Share),
        delay: some(draw(0.0, 1.0) < 0.5, draw(0.0, 30.0), Unit::Days),
        staggered: draw(0.0, 1.0) < 0.5,
    };
    let readings = [
        Reading::Pooled,
        Reading::Membership,
        Reading::Team,
        Reading::OneIn,
    ];
    let choosings = [Choosing::AtOnce, Choosing::EachMonth, Choosing::EachTerm];
    Scenario {
        name: "drawn".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            length: assumed(3.0, Unit::Years),
            warm_up: some(draw(0.0, 1.0) < 0.5, 0.7, Unit::Years),
            discount: None,
        },
        schools,
        joining: joins.then(|| Joining {
            rate: assumed(draw(0.5, 4.0), Unit::PerYear),
            kind: "other".to_owned(),
            also: vec![AlsoJoins {
                kind: "one".to_owned(),
                share: assumed(draw(0.0, 1.0), Unit::Share),
            }],
            leaves_once_helped: draw(0.0, 1.0) < 0.5,
            gives_up: some(draw(0.0, 1.0) < 0.7, draw(0.5, 12.0), Unit::PerYear),
        }),
        severities: severe.then(|| Severities {
            low: assumed(0.25, Unit::Share),
            moderate: assumed(0.25, Unit::Share),
            high: assumed(0.25, Unit::Share),
            urgent: assumed(0.25, Unit::Share),
        }),
        noticing: if watched {
            Noticing::Channels {
                data_check: Some(watching(&mut draw)),
                informal_visit: None,
                formal_review: Some(watching(&mut draw)),
                greens_to_close: draw(1.0, 3.99) as u8,
            }
        } else {
            Noticing::AtOnce {}
        },
        capacity: if paired {
            Capacity::Pairs {
                compatible: assumed(draw(0.0, 1.0), Unit::Share),
                between: vec![Between {
                    one: "other".to_owned(),
                    other: "one".to_owned(),
                    compatible: assumed(draw(0.0, 1.0), Unit::Share),
                }],
                asked_by: (draw(0.0, 1.0) < 0.3).then(|| "other".to_owned()),
            }
        } else if central {
            Capacity::CentralTeam {
                at_once: assumed(draw(0.0, 4.0), Unit::Deployments),
            }
        } else {
            Capacity::Schools {
                reading: readings[draw(0.0, 3.99) as usize],
                ratio: assumed(draw(1.0, 4.0).floor(), Unit::Ratio),
                called_home: draw(0.0, 1.0) < 0.5,
            }
        },
        support: Support {
            set_up: some(set_up, draw(0.0, 60.0), Unit::Days),
            at_most: some(bound, draw(30.0, 300.0), Unit::Days),
        },
        land: (has_land && !paired).then(|| Land {
            side: assumed(draw(10.0, 60.0), Unit::Kilometres),
            farthest: assumed(draw(1.0, 50.0), Unit::Kilometres),
        }),
        choosing: choosings[draw(0.0, 2.99) as usize],
    }
}

/// The last two leave somebody idle.
const POLICIES: [&str; 13] = [
    "random",
    "first_come",
    "nearest",
    "worst_first",
    "myopic",
    "whittle",
    "optimal",
    "clairvoyant",
    "worst_first@90",
    "least_change",
    "least_change@0",
    "on_arrival",
    "on_leaving",
];

fn policy<'a>(name: &str, scenario: &'a Scenario, key: Key) -> Box<dyn Policy + 'a> {
    // A round lends one way.
    let swaps = matches!(scenario.capacity, Capacity::Pairs { .. });
    let name = if swaps && (name == "optimal" || name.starts_with("least_change")) {
        "first_come"
    } else {
        name
    };
    name.parse::<Spec>().unwrap().make(scenario, key).unwrap()
}

/// Keeps every row as text.
#[derive(Default, PartialEq, Debug)]
struct Text(String);

impl Rows for Text {
    fn event(&mut self, row: &EventRow) {
        self.0 += &format!("{row:?}\n");
    }
    fn allocation(&mut self, row: &AllocationRow) {
        self.0 += &format!("{row:?}\n");
    }
    fn panel(&mut self, row: &PanelRow) {
        self.0 += &format!("{row:?}\n");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn books_agree_after_every_step(seed in any::<u64>(), which in 0..POLICIES.len()) {
        let scenario = scenario(&mut Key { seed, replication: 0 }.stream("scenario", 0));
        prop_assert!(scenario.check().is_ok(), "{:?}", scenario.check());
        let key = Key { seed, replication: 0 };
        let mut of = Run::new(&scenario, policy(POLICIES[which], &scenario, key), key).unwrap();
        let mut steps = 0_u32;
        while of.step(&mut ()).unwrap() {
            steps += 1;
            if steps.is_multiple_of(7) {
                let found = of.disagreements();
                prop_assert!(found.is_empty(), "{} {}: {found:?}", POLICIES[which], of.now());
            }
        }
        let found = of.disagreements();
        prop_assert!(found.is_empty(), "{found:?}");
        let summary = of.summary();
        let value = |name: &str| summary.values[MEASURES.iter().position(|it| it.name == name).unwrap()];
        prop_assert!(summary.values.iter().all(|it| it.is_finite()));
        prop_assert!((0.0..=1.0).contains(&value("good")), "good {}", value("good"));
        prop_assert!((0.0..=1.0).contains(&value("shortage")), "shortage {}", value("shortage"));
        prop_assert!((0.0..=1.0).contains(&value("gini_of_waits")));
        prop_assert!(value("wait_median") <= value("wait_p90") && value("wait_p90") <= value("wait_longest"));
    }

    #[test]
    fn the_same_key_gives_the_same_rows(seed in any::<u64>(), which in 0..POLICIES.len()) {
        let scenario = scenario(&mut Key { seed, replication: 0 }.stream("scenario", 0));
        let key = Key { seed, replication: 3 };
        let once = || {
            let mut rows = Text::default();
            let summary = run(&scenario, policy(POLICIES[which], &scenario, key), key, &mut rows).unwrap();
            (rows, summary)
        };
        prop_assert_eq!(once(), once());
    }

    #[test]
    fn nobody_is_idle_who_could_help(seed in any::<u64>(), which in 0..POLICIES.len() - 2) {
        let mut scenario = scenario(&mut Key { seed, replication: 0 }.stream("scenario", 0));
        scenario.choosing = Choosing::AtOnce;
        let key = Key { seed, replication: 0 };
        let mut of = Run::new(&scenario, policy(POLICIES[which], &scenario, key), key).unwrap();
        while of.step(&mut ()).unwrap() {
            if of.is_settled() {
                prop_assert_eq!(of.idle_although_needed(), 0, "{} {}", POLICIES[which], of.now());
            }
        }
    }

    #[test]
    fn a_scenario_reads_back(seed in any::<u64>()) {
        let scenario = scenario(&mut Key { seed, replication: 0 }.stream("scenario", 0));
        prop_assert_eq!(Scenario::from_toml(&scenario.to_toml().unwrap()).unwrap(), scenario);
    }
}
