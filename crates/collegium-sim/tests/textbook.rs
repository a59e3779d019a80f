//! Scenarios reduced to what textbooks solve, through the real engine.

use collegium_sim::{
    policy::{FirstCome, Index, IndexPolicy},
    run::{Key, MEASURES, run},
    scenario::*,
};
use std::time::Instant;

fn per_day(value: f64) -> Parameter {
    Parameter::assumed(value, Unit::PerDay)
}
fn share(value: f64) -> Parameter {
    Parameter::assumed(value, Unit::Share)
}

fn queue(servers: f64, arrival: f64, service: f64, days: f64) -> Scenario {
    Scenario {
        name: "M/M/c".into(),
        question: String::new(),
        time: Time {
            start: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            length: Parameter::assumed(days, Unit::Days),
            warm_up: Some(Parameter::assumed(100.0, Unit::Days)),
            discount: None,
        },
        schools: vec![SchoolKind {
            name: "joiner".into(),
            count: 0,
            areas: 1,
            pupils: None,
            in_need_at_start: None,
            dynamics: Dynamics::Rates {
                relapse: per_day(0.0),
                alone: per_day(0.0),
                helped: per_day(service),
                relapse_varies: None,
                recovery_varies: None,
                recovery_stages: 1,
                strain: None,
            },
            turnover: None,
        }],
        joining: Some(Joining {
            rate: per_day(arrival),
            kind: "joiner".into(),
            leaves_once_helped: true,
        }),
        severities: None,
        noticing: Noticing::AtOnce {},
        capacity: Capacity::CentralTeam {
            at_once: Parameter::assumed(servers, Unit::Deployments),
        },
        support: Support::default(),
        land: None,
        choosing: Choosing::AtOnce,
    }
}

fn closed(n: u32, relapse: f64, alone: f64, capacity: Capacity, days: f64) -> Scenario {
    let mut it = queue(1.0, 1.0, 1.0, days);
    it.joining = None;
    it.capacity = capacity;
    it.schools[0].count = n;
    it.schools[0].dynamics = Dynamics::Rates {
        relapse: per_day(relapse),
        alone: per_day(alone),
        helped: per_day(1.0),
        relapse_varies: None,
        recovery_varies: None,
        recovery_stages: 1,
        strain: None,
    };
    it
}

fn show(name: &str, scenario: &Scenario, reps: u32, worst: bool) {
    let start = Instant::now();
    let mut sums = vec![0.0; MEASURES.len()];
    let mut applied = 0;
    for replication in 0..reps {
        let policy: Box<dyn collegium_sim::policy::Policy> = if worst {
            Box::new(IndexPolicy(Index::worst_first()))
        } else {
            Box::new(FirstCome)
        };
        let summary = run(scenario, policy, Key { seed: 1, replication }, &mut ()).unwrap();
        assert_eq!(summary.little, 0);
        applied += summary.applied;
        for (sum, value) in sums.iter_mut().zip(&summary.values) {
            *sum += value;
        }
    }
    let spent = start.elapsed().as_secs_f64();
    println!(
        "{name}: {:.2} M events/s, {applied} events",
        applied as f64 / spent / 1e6
    );
    for (measure, sum) in MEASURES.iter().zip(&sums) {
        print!("  {} {:.4}", measure.name, sum / f64::from(reps));
    }
    println!();
}

#[test]
fn oracles() {
    show(
        "M/M/3 expect Wq 1.0787 Lq 2.589",
        &queue(3.0, 2.4, 1.0, 2_000.0),
        10,
        false,
    );
    show(
        "finite source expect L 5.686 Lq 2.108",
        &closed(
            20,
            0.25,
            0.0,
            Capacity::CentralTeam {
                at_once: Parameter::assumed(4.0, Unit::Deployments),
            },
            1_000.0,
        ),
        10,
        false,
    );
    for (r, l) in [(3.0, 0.2), (4.0, 0.2)] {
        let capacity = Capacity::Schools {
            reading: Reading::Pooled,
            ratio: Parameter::assumed(r, Unit::Ratio),
            called_home: true,
        };
        show(
            "endogenous 3: 3.926 .7906 .2122; 4: 5.458 2.833 .5566",
            &closed(20, l, 0.1, capacity, 1_000.0),
            10,
            false,
        );
    }
    let mut priority = queue(3.0, 2.4, 1.0, 2_000.0);
    priority.severities = Some(Severities {
        low: share(0.0),
        moderate: share(0.375),
        high: share(0.375),
        urgent: share(0.25),
    });
    show("priority", &priority, 10, true);
}

fn england(count: u32, years: f64, choosing: Choosing) -> Scenario {
    let mut it = closed(
        count,
        0.0,
        0.0,
        Capacity::Schools {
            reading: Reading::OneIn,
            ratio: Parameter::assumed(4.0, Unit::Ratio),
            called_home: true,
        },
        years * 365.25,
    );
    let year = |v| Parameter::assumed(v, Unit::PerYear);
    it.schools[0].dynamics = Dynamics::Rates {
        relapse: year(0.08),
        alone: year(0.15),
        helped: year(0.8),
        relapse_varies: None,
        recovery_varies: None,
        recovery_stages: 1,
        strain: None,
    };
    it.schools[0].in_need_at_start = Some(share(0.1));
    it.land = Some(Land {
        side: Parameter::assumed((f64::from(count) / 22_000.0).sqrt() * 360.0, Unit::Kilometres),
        farthest: Parameter::assumed(30.0, Unit::Kilometres),
    });
    it.choosing = choosing;
    it
}

#[test]
fn large() {
    use collegium_sim::policy::OptimalBatch;
    for (count, years) in [(20, 10.0), (250, 10.0), (2_000, 10.0), (22_000, 10.0)] {
        let scenario = england(count, years, Choosing::EachTerm);
        for optimal in [false, true] {
            let start = Instant::now();
            let policy: Box<dyn collegium_sim::policy::Policy> = if optimal {
                Box::new(OptimalBatch::new(&scenario))
            } else {
                Box::new(FirstCome)
            };
            let s = run(
                &scenario,
                policy,
                Key {
                    seed: 1,
                    replication: 0,
                },
                &mut (),
            )
            .unwrap();
            assert_eq!(s.little, 0);
            println!(
                "{count} {optimal}: {:.1} ms, {} events",
                start.elapsed().as_secs_f64() * 1e3,
                s.applied
            );
            for (measure, sum) in MEASURES.iter().zip(&s.values) {
                print!("  {} {:.4}", measure.name, sum);
            }
            println!();
        }
    }
}

#[test]
fn whittle() {
    let mut it = closed(
        0,
        0.0,
        0.0,
        Capacity::CentralTeam {
            at_once: Parameter::assumed(1.0, Unit::Deployments),
        },
        160.0,
    );
    it.time.warm_up = None;
    it.time.discount = Some(share(0.9));
    it.choosing = Choosing::EachStep;
    it.schools = [
        ("a", 0.10, 0.85, 0.50, 0.95),
        ("b", 0.25, 0.75, 0.75, 0.95),
        ("c", 0.05, 0.70, 0.30, 0.90),
    ]
    .map(|(name, p0, p1, a0, a1)| SchoolKind {
        name: name.into(),
        count: 1,
        areas: 1,
        pupils: None,
        in_need_at_start: Some(share(1.0)),
        turnover: None,
        dynamics: Dynamics::Steps {
            every: Parameter::assumed(1.0, Unit::Days),
            need_alone: share(p0),
            need_helped: share(a0),
            good_alone: share(p1),
            good_helped: share(a1),
        },
    })
    .to_vec();
    for (name, expected) in [
        ("whittle", 15.68257138),
        ("myopic", 15.51297418),
        ("worst_first", 15.33856235),
        ("random", 13.71031364),
        ("first_come", 0.0),
    ] {
        let spec: collegium_sim::policy::Spec = name.parse().unwrap();
        let (mut sum, mut squares) = (0.0, 0.0);
        let n = 1000;
        for replication in 0..n {
            let key = Key { seed: 3, replication };
            let s = run(&it, spec.make(&it, key).unwrap(), key, &mut ()).unwrap();
            let d = s.values[MEASURES.iter().position(|it| it.name == "discounted").unwrap()];
            sum += d;
            squares += d * d;
        }
        let mean = sum / f64::from(n);
        let se = ((squares / f64::from(n) - mean * mean) / f64::from(n)).sqrt();
        println!(
            "{name} {mean:.4} ± {:.4} expected {expected}: z {:.2}",
            1.96 * se,
            (mean - expected) / se
        );
    }
}
