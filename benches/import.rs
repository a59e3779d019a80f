//! How fast is a register read with its signals, and needs and offers derived from it?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::{model::uuid::Uuid, register::derivation::Derivation, sim::ids::Ids};
use collegium_benches::{fictional, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn import(criterion: &mut Criterion) {
    let derivation = Derivation::shipped().expect("what ships is sound");
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    for schools in [350, 22_000] {
        let files = fictional(schools);
        let bytes = files.gias.len() + files.signals.len();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(format!("read, {schools} schools"), |bencher| {
            bencher.iter(|| black_box(read(&files).rows()));
        });
        let register = read(&files);
        group.throughput(Throughput::Elements(u64::from(schools)));
        group.bench_function(format!("derive, {schools} schools"), |bencher| {
            bencher.iter(|| {
                let mut ids = Ids::new(1, "needs and offers");
                let derived = derivation
                    .derive(&register, &mut || ids.next(Uuid::from))
                    .expect("columns");
                black_box(derived.needs.len())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
