//! What does one command to a cycle, and one through the network's journal, cost?
#![allow(missing_docs, reason = "criterion's macros")]

use collegium::{
    cycle::{
        acts::Command as CycleCommand,
        context::{Context as CycleContext, Recorded},
        cycle::{Cycle, OpenedCycle},
        kit::Who,
        protocol::Protocol,
        rules::Rules,
        self_evaluation::OfSelfEvaluation,
    },
    engine::{
        acts::Command,
        context::Context,
        entry::Writer,
        journal::{Journal, Out},
        network::Network,
        opening::{Member, MemberKind, OpenedNetwork},
    },
    model::{
        calendar::SchoolCalendar,
        chrono::{NaiveDate, NaiveDateTime},
        code::Role,
        id::{CommandId, CycleId, NetworkId, PersonId, SchoolId, SelfEvaluationId},
        school::{EducationPhase, SchoolReference},
        uuid::Uuid,
    },
};
use collegium_benches::full_cycle::{everybody, full_cycle};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// Draft, consult, submit, share: four steps of one machine.
fn steps() -> Vec<CycleCommand> {
    let it = || OfSelfEvaluation {
        self_evaluation: SelfEvaluationId::new(Uuid::from_u128(5)),
    };
    vec![
        CycleCommand::DraftSelfEvaluation(it()),
        CycleCommand::ConsultOnSelfEvaluation(it()),
        CycleCommand::SubmitSelfEvaluation(it()),
        CycleCommand::ShareSelfEvaluation(it()),
    ]
}

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 9, 7)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .expect("a time")
}

fn rules() -> Rules {
    Rules::compile(Protocol::standard()).expect("the standard protocol holds")
}

fn role(name: &str) -> Role {
    Role::new(name).expect("a code")
}

fn cycle(criterion: &mut Criterion) {
    let (rules, steps) = (rules(), steps());
    let calendar = SchoolCalendar::typical_england(2026, 1).expect("a calendar");
    let (broker, head) = ([role("broker")], [role("host_head")]);
    let actor = PersonId::new(Uuid::from_u128(1));
    let mut opened = Cycle::default();
    let open = CycleCommand::OpenCycle(OpenedCycle {
        school: SchoolId::new(Uuid::from_u128(2)),
        turn: 1,
    });
    let context = CycleContext::new(actor, &broker, now(), &calendar);
    for event in &opened
        .decide(&open, &context, &rules)
        .expect("a broker opens")
        .events
    {
        opened.evolve(&Recorded {
            event,
            at: now(),
            actor,
            on_behalf_of: None,
            reason: None,
        });
    }
    let context = CycleContext::new(actor, &head, now(), &calendar);
    let mut group = criterion.benchmark_group("cycle");
    group.throughput(Throughput::Elements(steps.len() as u64));
    group.bench_function("decide and evolve, 4 steps", |bencher| {
        bencher.iter_batched_ref(
            || opened.clone(),
            |cycle| {
                for step in &steps {
                    let accepted = cycle.decide(step, &context, &rules).expect("a head may");
                    for event in &accepted.events {
                        cycle.evolve(&Recorded {
                            event,
                            at: now(),
                            actor,
                            on_behalf_of: None,
                            reason: None,
                        });
                    }
                }
            },
            BatchSize::SmallInput,
        );
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("refuse with every blocker", |bencher| {
        let refused = &steps[3];
        bencher.iter(|| black_box(opened.decide(refused, &context, &rules).is_err()));
    });
    group.bench_function("actions", |bencher| {
        bencher.iter(|| black_box(opened.actions(&context, &rules).len()));
    });
    group.finish();
}

/// What a page of actions costs when everything goes on at once; throughput counts acts.
fn full(criterion: &mut Criterion) {
    let story = full_cycle();
    let mut group = criterion.benchmark_group("full cycle");
    let (head, all) = (Who::in_role("host_head"), everybody(&story.rules));
    for (name, who) in [("a head", &head), ("somebody in every role", &all)] {
        let context = story.context(who);
        let listed = story.cycle.actions(&context, &story.rules);
        group.throughput(Throughput::Elements(listed.len() as u64));
        group.bench_function(format!("actions, {name}"), |bencher| {
            bencher.iter(|| black_box(story.cycle.actions(&context, &story.rules).len()));
        });
    }
    group.finish();
}

/// A network with so many schools, a cycle opened for each, and four steps for every cycle, in turn.
fn opened_network(schools: u16) -> (Journal, Vec<(Command, Context)>) {
    let id = |number| CommandId::new(Uuid::from_u128(number));
    let school = |number: u16| SchoolId::new(Uuid::from_u128(u128::from(number)));
    let cycle = |number: u16| CycleId::new(Uuid::from_u128(1_000_000 + u128::from(number)));
    let actor = PersonId::new(Uuid::from_u128(1));
    let mut journal = Journal::new(Network::new(rules()));
    let open = Command::OpenNetwork(OpenedNetwork {
        network: NetworkId::new(Uuid::from_u128(9)),
        calendar: SchoolCalendar::typical_england(2026, 1).expect("a calendar"),
        members: (0..schools)
            .map(|number| Member {
                school: school(number),
                reference: SchoolReference::Pseudonym(number.into()),
                education_phase: EducationPhase::Primary,
                place: None,
                kind: MemberKind::School,
            })
            .collect(),
    });
    let begin = |number| {
        let school = school(number);
        Command::in_cycle(
            cycle(number),
            CycleCommand::OpenCycle(OpenedCycle { school, turn: 1 }),
        )
    };
    let begun = std::iter::once(open).chain((0..schools).map(begin));
    for (command, number) in begun.zip(1_000_000..) {
        let context = Context::new(id(number), actor, role("broker"), now());
        journal.handle(&command, &context).expect("a broker may");
    }
    let in_turn = steps()
        .into_iter()
        .flat_map(|step| (0..schools).map(move |number| Command::in_cycle(cycle(number), step.clone())));
    let commands = in_turn
        .zip(2_000_000..)
        .map(|(command, number)| {
            let context = Context::new(id(number), actor, role("host_head"), now());
            (command, context)
        })
        .collect();
    (journal, commands)
}

/// Each run begins with a copy of a network, whose making is not timed but leaves the caches cold: the more
/// steps a run has, the less that is seen.
fn network(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("network");
    for schools in [1, 256] {
        let (opened, commands) = opened_network(schools);
        group.throughput(Throughput::Elements(commands.len() as u64));
        group.bench_function(format!("handle, 4 steps of {schools} cycles"), |bencher| {
            bencher.iter_batched_ref(
                || opened.clone(),
                |journal| {
                    for (command, context) in &commands {
                        black_box(journal.handle(command, context).expect("a head may"));
                    }
                },
                BatchSize::SmallInput,
            );
        });
        group.bench_function(
            format!("handle into one list, 4 steps of {schools} cycles"),
            |bencher| {
                bencher.iter_batched_ref(
                    || (opened.clone(), Out::default()),
                    |(journal, out)| {
                        for (command, context) in &commands {
                            out.clear();
                            black_box(journal.handle_into(command, context, out).expect("a head may"));
                        }
                    },
                    BatchSize::SmallInput,
                );
            },
        );
        let name = format!("handle and write JSON, 4 steps of {schools} cycles");
        group.bench_function(name, |bencher| {
            bencher.iter_batched_ref(
                || opened.clone(),
                |journal| {
                    let mut writer = Writer::default();
                    for (command, context) in &commands {
                        for entry in journal.handle(command, context).expect("a head may").entries() {
                            black_box(writer.line(&entry).expect("an entry can be written"));
                        }
                    }
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, cycle, full, network);
criterion_main!(benches);
