//! How does solving grow with the problem, and what do verifying and explaining cost beside it?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::matching::{explain::Explainer, objective::Objective, solve::solve, verify::verify};
use collegium_benches::problem;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn matching(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("matching");
    group.sample_size(10);
    for takers in [100, 1_000, 10_000] {
        let problem = problem(takers, 30);
        let plan = solve(&problem, Objective::Coverage);
        let file = plan.to_file(&problem);
        group.throughput(Throughput::Elements(u64::from(problem.pair_count())));
        for objective in [Objective::Coverage, Objective::Score] {
            group.bench_function(format!("solve {objective}, {takers} takers"), |bencher| {
                bencher.iter(|| black_box(solve(&problem, objective).value()));
            });
        }
        group.bench_function(format!("verify, {takers} takers"), |bencher| {
            bencher.iter(|| black_box(verify(&problem, &file).is_ok()));
        });
        group.bench_function(format!("explain every taker, {takers} takers"), |bencher| {
            bencher.iter(|| {
                let explainer = Explainer::new(&problem, &plan);
                problem
                    .takers()
                    .map(|taker| explainer.taker(taker.index).chosen.len())
                    .sum::<usize>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, matching);
criterion_main!(benches);
