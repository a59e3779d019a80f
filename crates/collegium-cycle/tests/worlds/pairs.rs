//! Every pair of child kinds in one world, each kind under pauses and stops, and help under facts.

use crate::{
    kinds::{facts, of_kind, opening, pausing, world},
    watch::Laws,
};
use collegium_cycle::{
    acts::Act,
    child::Machine,
    kit::search::{Visited, visit},
};
use std::{collections::BTreeSet, sync::Mutex, thread};

fn visited(name: &str, commands: Vec<collegium_cycle::acts::Command>, laws: &mut Laws) -> Visited {
    let visited = visit(&world(commands), laws)
        .unwrap_or_else(|found| panic!("{name}: {}\n  {}", found.what, found.trace));
    assert!(visited.whole, "{name} is not small: {} states", visited.states);
    assert_eq!(visited.dead_end, None, "{name}");
    println!(
        "{name:<34} {:>7} states {:>8} transitions",
        visited.states, visited.transitions
    );
    visited
}

#[test]
fn every_pair_of_kinds_is_safe_and_can_be_closed_from_everywhere() {
    let kinds = Machine::ALL;
    let pairs: Vec<_> = kinds
        .iter()
        .enumerate()
        .flat_map(|(index, one)| kinds[index..].iter().map(move |other| (*one, *other)))
        // Decisions bring all of deployments with them, so the two together are decisions alone.
        .filter(|(one, other)| !(*one == Machine::Deployment && *other == Machine::Decision))
        .collect();
    let accepted = Mutex::new(BTreeSet::new());
    let totals = Mutex::new((0, 0));
    thread::scope(|scope| {
        for half in 0..2 {
            let (pairs, accepted, totals) = (&pairs, &accepted, &totals);
            scope.spawn(move || {
                for (one, other) in pairs.iter().skip(half).step_by(2) {
                    let mut laws = Laws::default();
                    let commands = [opening(), of_kind(*one), of_kind(*other)].concat();
                    let found = visited(
                        &format!("{} + {}", one.words(), other.words()),
                        commands,
                        &mut laws,
                    );
                    accepted.lock().unwrap().extend(laws.accepted);
                    let mut totals = totals.lock().unwrap();
                    *totals = (totals.0 + found.states, totals.1 + found.transitions);
                }
            });
        }
    });
    let (states, transitions) = *totals.lock().unwrap();
    println!(
        "{} worlds, {states} states, {transitions} transitions",
        pairs.len()
    );
    // Every act of these worlds is accepted somewhere.
    let accepted = accepted.lock().unwrap();
    let tried: BTreeSet<Act> = kinds
        .iter()
        .flat_map(|kind| of_kind(*kind))
        .map(|it| it.act())
        .collect();
    let never: Vec<_> = tried.difference(&accepted).collect();
    assert!(never.is_empty(), "never accepted: {never:?}");
}

#[test]
fn every_kind_is_safe_under_pauses_and_stops() {
    for kind in Machine::ALL {
        let commands = [opening(), pausing(), of_kind(*kind)].concat();
        visited(
            &format!("pauses + {}", kind.words()),
            commands,
            &mut Laws::default(),
        );
    }
}

#[test]
fn help_is_safe_under_facts_about_school_and_giver() {
    let commands = [opening(), facts(), of_kind(Machine::Deployment)].concat();
    visited("facts + deployment", commands, &mut Laws::default());
}
