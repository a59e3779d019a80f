//! How fast are allocation policies tried, and what does the real engine cost beside a bare queue?
//!
//! Through the engine every change is a command that is judged, and an event that is applied to a ledger; the
//! bare kernels keep nothing but a clock and a line. Their waits are the same, to the tick, and are compared
//! before anything is timed. For other simulators on the same customers see `peers/`.
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::sim::{
    kernel::{waits_by_events, waits_by_recursion},
    policy::Spec,
    run::run,
    scenario::{Parameter, Scenario, Unit},
};
use collegium_benches::simulated::{KEY, closed, customers, first_come, queue};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Customers a second.
fn beside_a_bare_queue(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("a queue");
    group.sample_size(10);
    for (teams, arrivals) in [(3, 2.4), (10, 9.0)] {
        let scenario = queue(2_000.0, teams, arrivals);
        let found = first_come(&scenario).waits;
        let waits: Vec<_> = found.iter().map(|it| u64::try_from(it.ticks).ok()).collect();
        let customers = customers(arrivals, waits.len());
        assert_eq!(waits_by_events(teams, &customers), waits);
        assert_eq!(waits_by_recursion(teams, &customers), waits);
        group.throughput(Throughput::Elements(waits.len() as u64));
        group.bench_function(format!("through the engine, {teams} teams"), |bencher| {
            bencher.iter(|| black_box(first_come(&scenario)));
        });
        group.bench_function(format!("bare, by events, {teams} teams"), |bencher| {
            bencher.iter(|| black_box(waits_by_events(teams, &customers)));
        });
        group.bench_function(format!("bare, by recursion, {teams} teams"), |bencher| {
            bencher.iter(|| black_box(waits_by_recursion(teams, &customers)));
        });
    }
    group.finish();
}

/// Domain events that the engine has applied, a second.
fn applied(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("applied events");
    group.sample_size(10);
    let cases = [
        ("20 schools that stay", closed(1_200.0, 20)),
        ("200 schools that stay", closed(120.0, 200)),
        ("schools that join and leave", queue(2_000.0, 3, 2.4)),
    ];
    for (name, scenario) in cases {
        group.throughput(Throughput::Elements(first_come(&scenario).applied));
        group.bench_function(name, |bencher| bencher.iter(|| black_box(first_come(&scenario))));
    }
    group.finish();
}

/// Twenty schools of the county in `examples/study`, for its ten years.
fn ten_years(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("20 schools, 10 years");
    group.sample_size(10);
    let county = include_str!("../examples/study/county.toml");
    let mut scenario = Scenario::from_toml(county).expect("a scenario");
    for (kind, count) in scenario.schools.iter_mut().zip([16, 4]) {
        kind.count = count;
    }
    scenario.land.as_mut().expect("land").farthest = Parameter::assumed(100.0, Unit::Kilometres);
    for (name, spec) in [
        ("who has waited longest first", Spec::FirstCome),
        ("a round of matching each term", Spec::Optimal),
    ] {
        let once = || {
            let policy = spec.make(&scenario, KEY).expect("no program");
            run(&scenario, policy, KEY, &mut ()).expect("a run")
        };
        group.throughput(Throughput::Elements(once().applied));
        group.bench_function(name, |bencher| bencher.iter(|| black_box(once())));
    }
    group.finish();
}

criterion_group!(benches, beside_a_bare_queue, applied, ten_years);
criterion_main!(benches);
