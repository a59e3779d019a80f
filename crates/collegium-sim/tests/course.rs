//! The course of a run: what it adds up to, and a beginning that differs from the rest.

use collegium_sim::{
    policy::FirstCome,
    run::{COURSES, Key, MEASURES, course, run},
    scenario::{Parameter, Scenario, Unit},
    statistics::{Running, WarmUp, mser_5},
};
use std::num::NonZeroU32;

fn days(days: u32) -> NonZeroU32 {
    NonZeroU32::new(days).expect("above none")
}

fn key(replication: u32) -> Key {
    Key {
        seed: 2026,
        replication,
    }
}

#[test]
fn its_spans_add_up_to_what_is_measured() {
    let text = include_str!("../../collegium-cli/tests/simulate/small.toml");
    let mut scenario = Scenario::from_toml(text).expect("a scenario");
    scenario.time.length = Parameter::assumed(15.0 * 73.0, Unit::Days);
    // The warm-up of the scenario is no part of a course.
    let course = course(&scenario, Box::new(FirstCome), key(0), days(73)).expect("a course");
    scenario.time.warm_up = None;
    let summary = run(&scenario, Box::new(FirstCome), key(0), &mut ()).expect("a run");
    for (name, means) in COURSES.iter().zip(&course) {
        // Nothing is left over.
        assert_eq!(means.len(), 15);
        let place = MEASURES
            .iter()
            .position(|it| it.name == *name)
            .expect("a measure");
        let mean = means.iter().sum::<f64>() / 15.0;
        assert!((mean - summary.values[place]).abs() < 1e-9, "{name}: {mean}");
    }
    let varied = course
        .iter()
        .filter(|means| means.windows(2).any(|two| (two[0] - two[1]).abs() > 1e-9));
    assert!(varied.count() >= 5);
}

/// Two hundred schools that nobody helps, of which one in three is in need in the long run; from a beginning that
/// is forgotten with a mean life of 1 / (0.005 + 0.01) = 67 days.
fn looked_at(in_need_at_start: f64) -> WarmUp {
    let text = include_str!("forgetful.toml");
    let mut scenario = Scenario::from_toml(text).expect("a scenario");
    scenario.schools[0].in_need_at_start = Some(Parameter::assumed(in_need_at_start, Unit::Share));
    let mut means = vec![Running::default(); 400];
    for replication in 0..10 {
        let [in_need, ..] =
            course(&scenario, Box::new(FirstCome), key(replication), days(10)).expect("a course");
        means
            .iter_mut()
            .zip(in_need)
            .for_each(|(mean, value)| mean.push(value));
    }
    let series: Vec<_> = means.iter().filter_map(Running::mean).collect();
    mser_5(&series).expect("four hundred values")
}

#[test]
fn a_planted_transient_is_found() {
    // After three mean lives a twentieth is left of it.
    for start in [0.0, 1.0] {
        let found = looked_at(start);
        let days = found.left_out * 10;
        assert!(
            found.is_settled && (130..=400).contains(&days),
            "from {start}: {days} days"
        );
    }
}

#[test]
fn where_none_is_planted_little_is_left_out() {
    let found = looked_at(1.0 / 3.0);
    assert!(found.is_settled && found.left_out * 10 < 130, "{found:?}");
}
