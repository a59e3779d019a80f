//! What does it cost to ask why nobody is sent, who else could be, and what would have to change?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::matching::{
    explain::Explainer,
    objective::Objective,
    remedy::{Lack, remedies},
    shortlist::Shortlist,
    solve::solve,
    what_if::{Choice, what_if},
    witness::witness,
};
use collegium_benches::builder;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn questions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("questions");
    group.sample_size(10);
    for takers in [100, 1_000] {
        // Capacity for nine tenths of demand, so that there is something to ask.
        let problem = builder(takers, 30, 90).build().expect("a sound problem");
        let plan = solve(&problem, Objective::Coverage);
        let unmet = plan.unmet()[0].taker;
        group.bench_function(format!("why nobody is sent, {takers} takers"), |bencher| {
            bencher.iter(|| black_box(witness(&problem, &plan, unmet)));
        });
        let explainer = Explainer::new(&problem, &plan);
        group.bench_function(
            format!("five givers to choose among, {takers} takers"),
            |bencher| {
                bencher.iter(|| black_box(Shortlist::of(&explainer, unmet, 5)));
            },
        );
        let used = plan.assignments()[0];
        group.bench_function(format!("what if not this pair, {takers} takers"), |bencher| {
            bencher.iter(|| black_box(what_if(&problem, &plan, used.giver, used.taker, Choice::Without)));
        });
        group.bench_function(format!("what would have to change, {takers} takers"), |bencher| {
            bencher.iter(|| black_box(remedies(&problem, &plan, Lack::Demand(unmet), 5)));
        });
    }
    group.finish();
}

criterion_group!(benches, questions);
criterion_main!(benches);
