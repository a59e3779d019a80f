//! Where nothing can differ, nothing is found to differ more often than said: the simulator's own intervals over
//! its own runs.
#![expect(
    clippy::print_stdout,
    reason = "`docs/simulation-theory.md` quotes what is measured here"
)]

use collegium_sim::{
    model::chrono::NaiveDate,
    policy::{FirstCome, Policy, Spec},
    run::{Key, MEASURES, run},
    scenario::{
        Capacity, Choosing, Dynamics, Noticing, Parameter, Scenario, SchoolKind, Support, Time, Unit,
    },
    statistics::{Contrast, Interval},
};

const SCHOOLS: u32 = 6;
const RELAPSE: f64 = 0.25;
const ALONE: f64 = 1.0;

/// Schools that come into need and out of it within days, and so many teams that help them.
fn network(teams: u32, alone: f64, helped: f64) -> Scenario {
    let rate = |value| Parameter::assumed(value, Unit::PerDay);
    Scenario {
        name: "zero effect".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"),
            length: Parameter::assumed(40.0, Unit::Days),
            warm_up: Some(Parameter::assumed(10.0, Unit::Days)),
            discount: None,
        },
        schools: vec![SchoolKind {
            name: "school".to_owned(),
            count: SCHOOLS,
            areas: 1,
            pupils: None,
            in_need_at_start: None,
            dynamics: Dynamics::Rates {
                relapse: rate(RELAPSE),
                alone: rate(alone),
                helped: rate(helped),
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

/// How many schools are in need in the mean over time.
fn in_need(scenario: &Scenario, policy: Box<dyn Policy>, key: Key) -> f64 {
    let summary = run(scenario, policy, key, &mut ()).expect("a run");
    let place = MEASURES
        .iter()
        .position(|it| it.name == "in_need")
        .expect("a measure");
    summary.values[place]
}

const REPETITIONS: u64 = 1_000;

/// So many runs with a seed.
fn arm(scenario: &Scenario, policy: &Spec, runs: u32, seed: u64) -> Vec<f64> {
    let keys = (0..runs).map(|replication| Key { seed, replication });
    let policy = |key| policy.make(scenario, key).expect("no program");
    keys.map(|key| in_need(scenario, policy(key), key)).collect()
}

/// Of so many intervals of 95 % those that cover: within three standard deviations of what is expected.
fn is_nominal(covered: u64) -> bool {
    covered.abs_diff(950) <= 21
}

#[test]
fn support_without_effect_changes_nothing_on_the_same_luck() {
    let [few, many] = [1, 4].map(|teams| network(teams, ALONE, ALONE));
    for replication in 0..20 {
        let key = Key {
            seed: 2026,
            replication,
        };
        let expected = in_need(&few, Box::new(FirstCome), key);
        for policy in [Spec::FirstCome, Spec::Random] {
            let found = in_need(&many, policy.make(&many, key).expect("no program"), key);
            // A school whose pace is taken anew may change a tick earlier or later.
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }
}

#[test]
fn support_without_effect_is_found_to_have_one_no_more_often_than_said() {
    let [few, many] = [1, 4].map(|teams| network(teams, ALONE, ALONE));
    // A school in need recovers as fast with help as without: each is a chain of two states.
    let exact = f64::from(SCHOOLS) * RELAPSE / (RELAPSE + ALONE);
    let (mut exact_covered, mut none_covered) = (0, 0);
    for repetition in 0..REPETITIONS {
        let less = arm(&few, &Spec::FirstCome, 5, 2 * repetition);
        let more = arm(&many, &Spec::FirstCome, 5, 2 * repetition + 1);
        let mean = Interval::of(&less.iter().copied().collect(), 0.95).expect("an interval");
        let contrast = Contrast::paired(&more, &less, 0.95).expect("an interval");
        exact_covered += u64::from(mean.covers(exact));
        none_covered += u64::from(contrast.difference().covers(0.0));
    }
    println!("the exact mean is covered by {exact_covered} of {REPETITIONS}");
    println!("no effect is covered by {none_covered} of {REPETITIONS}");
    assert!(is_nominal(exact_covered), "{exact_covered}");
    assert!(is_nominal(none_covered), "{none_covered}");
}

#[test]
fn policies_that_cannot_differ_are_found_to_differ_no_more_often_than_said() {
    // Whom a team helps first changes who is in need, but not how many: all recover alike.
    let scenario = network(1, 0.0, ALONE);
    let covers = |one: &[f64], other: &[f64]| {
        let contrast = Contrast::paired(one, other, 0.95).expect("an interval");
        u64::from(contrast.difference().covers(0.0))
    };
    let (mut apart, mut together) = (0, 0);
    let mut random_before = arm(&scenario, &Spec::Random, 5, REPETITIONS);
    for repetition in 0..REPETITIONS {
        let first_come = arm(&scenario, &Spec::FirstCome, 5, repetition);
        let random = arm(&scenario, &Spec::Random, 5, repetition);
        assert_ne!(random, first_come, "the policies choose alike: nothing is tested");
        together += covers(&random, &first_come);
        apart += covers(&random_before, &first_come);
        random_before = random;
    }
    println!("no difference is covered by {apart} of {REPETITIONS} apart, {together} on the same luck");
    assert!(is_nominal(apart), "{apart}");
    // On the same luck many runs differ by next to nothing and a few by much, for which Student's interval is wide.
    assert!(together >= 929, "{together}");
}

#[test]
fn support_with_an_effect_is_found_out() {
    let [few, many] = [1, 4].map(|teams| network(teams, 0.1, 2.0));
    let found = (0..100).filter(|repetition| {
        let less = arm(&few, &Spec::FirstCome, 12, 2 * repetition);
        let more = arm(&many, &Spec::FirstCome, 12, 2 * repetition + 1);
        let contrast = Contrast::paired(&more, &less, 0.95).expect("an interval");
        contrast.difference().high() < 0.0
    });
    let found = found.count();
    println!("an effect is found in {found} of 100");
    assert!(found >= 90, "{found}");
}
