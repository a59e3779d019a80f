//! How do the measures of a support network grow with it?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::matching::support_network::{Measures, cut_schools, reach};
use collegium_benches::help;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn network_measures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("network measures");
    group.sample_size(10);
    for schools in [220, 2_200, 22_000] {
        let builder = help(schools, 3);
        let network = builder.build().expect("sound records");
        group.throughput(Throughput::Elements(network.ties().len() as u64));
        group.bench_function(format!("build, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(builder.build()));
        });
        group.bench_function(format!("all, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(Measures::of(&network)));
        });
        group.bench_function(format!("reach, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(reach(&network)));
        });
        group.bench_function(format!("cut schools, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(cut_schools(&network)));
        });
        group.bench_function(format!("DOT, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(network.to_dot()));
        });
    }
    group.finish();
}

criterion_group!(benches, network_measures);
criterion_main!(benches);
