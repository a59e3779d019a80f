//! How fast is a log folded, from entries and from JSON, or restored from a snapshot, and judged again line by line?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::{
    cycle::{protocol::Protocol, rules::Rules},
    engine::{check::Check, entry::Reader, network::Network},
};
use collegium_benches::{lines, year};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn replay(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("replay");
    group.sample_size(20);
    let rules = Rules::compile(Protocol::standard()).expect("the standard protocol holds");
    for schools in [60, 600] {
        let played = year(schools);
        let lines = lines(&played);
        group.throughput(Throughput::Elements(lines.len() as u64));
        group.bench_function(format!("fold entries, {schools} schools"), |bencher| {
            bencher.iter(|| {
                let mut network = Network::new(rules.clone());
                for entry in &played.entries {
                    network.evolve(entry);
                }
                black_box(network.position())
            });
        });
        group.bench_function(format!("fold JSON, {schools} schools"), |bencher| {
            bencher.iter(|| {
                let (mut network, mut reader) = (Network::new(rules.clone()), Reader::default());
                for line in &lines {
                    network.evolve(&reader.line(line).expect("an entry"));
                }
                black_box(network.position())
            });
        });
        let mut network = Network::new(rules.clone());
        played.entries.iter().for_each(|entry| network.evolve(entry));
        let kept = network.snapshot().expect("every state has a JSON form");
        group.bench_function(format!("restore a snapshot, {schools} schools"), |bencher| {
            bencher.iter(|| {
                let restored = Network::restore(rules.clone(), [], &kept);
                black_box(restored.expect("a snapshot of this software").position())
            });
        });
        group.bench_function(format!("judge again, {schools} schools"), |bencher| {
            bencher.iter(|| {
                let mut check = Check::new(rules.clone());
                for line in &lines {
                    check.line(line).expect("a line that could have happened");
                }
                black_box(check.network().position())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, replay);
criterion_main!(benches);
