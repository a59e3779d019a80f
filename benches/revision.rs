//! What does one change of a solved plan cost, beside solving anew?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::matching::{objective::Objective, revision::Revision, score::Score, solve::solve};
use collegium_benches::problem;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn revision(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("revision");
    group.sample_size(10);
    for takers in [1_000, 20_000] {
        let problem = problem(takers, 30);
        group.bench_function(format!("solve anew, {takers} takers"), |bencher| {
            bencher.iter(|| black_box(solve(&problem, Objective::Coverage).value()));
        });
        let mut revision = Revision::of(&problem, Objective::Coverage).expect("no limits");
        let demands: Vec<_> = problem.takers().map(|taker| (taker.id, taker.demand)).collect();
        let mut changes = demands.iter().cycle();
        group.bench_function(
            format!("a unit of demand away and back, {takers} takers"),
            |bencher| {
                bencher.iter(|| {
                    let Some(&(taker, demand)) = changes.next() else {
                        return;
                    };
                    black_box(revision.set_demand(taker, demand.saturating_sub(1))).expect("it is there");
                    black_box(revision.set_demand(taker, demand)).expect("it is there");
                });
            },
        );
        let pairs: Vec<_> = problem.pairs().collect();
        let mut changes = (0..pairs.len()).cycle().step_by(7_919);
        group.bench_function(format!("another score for a pair, {takers} takers"), |bencher| {
            bencher.iter(|| {
                let Some((at, pair)) = changes.next().map(|at| (at, pairs[at])) else {
                    return;
                };
                let (giver, taker) = (problem.giver(pair.giver).id, problem.taker(pair.taker).id);
                let micros = i64::try_from(at * 104_729 % 1_000_000).unwrap_or(0);
                let score = Score::from_micros(micros).expect("a small score");
                black_box(revision.set_score(giver, taker, score)).expect("it is there");
            });
        });
    }
    group.finish();
}

criterion_group!(benches, revision);
criterion_main!(benches);
