//! What do minimum loads, groups, required pairs and scarce capacity cost beside a plain problem?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::matching::{
    objective::Objective,
    problem::{Problem, ProblemBuilder},
    score::Score,
    solve::solve,
};
use collegium_benches::{builder, giver};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Givers in groups of ten, which together lend so many units and no more.
fn in_groups(builder: &mut ProblemBuilder, givers: u32, capacity: u32) {
    for group in 0..givers / 10 {
        let name = format!("area {group}");
        builder.giver_group(&name, capacity);
        for number in group * 10..(group + 1) * 10 {
            builder.giver_in(&giver(number), &name);
        }
    }
}

/// What is present in a first plan, so that a change has a price.
fn with_present(mut builder: ProblemBuilder) -> Problem {
    let before = builder.build().expect("a sound problem");
    let plan = solve(&before, Objective::Coverage);
    for pair in plan.assignments().iter().step_by(2) {
        builder.present(before.giver(pair.giver).id, before.taker(pair.taker).id);
    }
    builder.change_price(Score::from_micros(250_000).expect("a small price"));
    builder.build().expect("a sound problem")
}

/// A problem of so many takers, thirty givers for each.
fn limited(takers: u32, limits: impl Fn(&mut ProblemBuilder, u32)) -> Problem {
    let mut builder = builder(takers, 30, 110);
    limits(&mut builder, takers * 3 / 4);
    builder.build().expect("a sound problem")
}

fn limits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("limits");
    group.sample_size(10);
    for takers in [100, 1_000] {
        let coverage = Objective::Coverage;
        let cases = [
            ("none", coverage, limited(takers, |_, _| {})),
            (
                "capacity for nine tenths",
                coverage,
                builder(takers, 30, 90).build().expect("a sound problem"),
            ),
            (
                "groups of ten givers",
                coverage,
                limited(takers, |it, givers| in_groups(it, givers, 27)),
            ),
            (
                "a minimum for every giver",
                coverage,
                limited(takers, |it, givers| {
                    for number in 0..givers {
                        it.giver_minimum(&giver(number), 1);
                    }
                }),
            ),
            (
                "a required pair for one taker in ten",
                coverage,
                limited(takers, |it, _| {
                    for taker in (0..takers).step_by(10) {
                        it.require(&giver(taker * 3 / 4), &format!("t{taker:07}"));
                    }
                }),
            ),
            (
                "a price for each change",
                Objective::LeastChange,
                with_present(builder(takers, 30, 110)),
            ),
        ];
        for (name, objective, problem) in &cases {
            group.throughput(Throughput::Elements(u64::from(problem.pair_count())));
            group.bench_function(format!("{name}, {takers} takers"), |bencher| {
                bencher.iter(|| black_box(solve(problem, *objective).value()));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, limits);
criterion_main!(benches);
