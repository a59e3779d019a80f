//! Every pair of child kinds in one world, each kind under pauses and stops, and help under facts.

use crate::{
    kinds::{before_agreement, facts, of_kind, opening, pausing, world, world_after},
    watch::Laws,
};
use collegium_cycle::{
    acts::{Act, Command},
    child::Machine,
    kit::search::{Visited, World, visit},
};
use std::{collections::BTreeSet, sync::Mutex, thread};

fn visited(name: &str, world: &World, laws: &mut Laws) -> Visited {
    let visited =
        visit(world, laws).unwrap_or_else(|found| panic!("{name}: {}\n  {}", found.what, found.trace));
    assert!(visited.whole, "{name} is not small: {} states", visited.states);
    assert_eq!(visited.dead_end, None, "{name}");
    println!(
        "{name:<34} {:>7} states {:>8} transitions",
        visited.states, visited.transitions
    );
    visited
}

fn needs_help(kind: Machine) -> bool {
    matches!(kind, Machine::Deployment | Machine::Decision)
}

/// Two kinds from the very beginning; where one of them is help and the other is not, from the point on at
/// which help could be agreed, as the way there is visited in the world of deployments alone.
fn pair(one: Machine, other: Machine) -> World {
    if one == other || needs_help(one) == needs_help(other) {
        let whole = [opening(), of_kind(one), of_kind(other)].concat();
        return if needs_help(one) && one == Machine::Decision {
            with(Vec::new(), one)
        } else {
            world(whole)
        };
    }
    let (help, beside) = if needs_help(one) {
        (one, other)
    } else {
        (other, one)
    };
    with(of_kind(beside), help)
}

/// A kind with other commands beside it.
fn with(beside: Vec<Command>, kind: Machine) -> World {
    if !needs_help(kind) {
        return world([opening(), beside, of_kind(kind)].concat());
    }
    let before = before_agreement();
    let later = of_kind(kind)
        .into_iter()
        .filter(|command| !before.contains(command));
    let commands = [opening(), beside, later.collect()].concat();
    world_after(&before, commands)
}

#[test]
fn every_pair_of_kinds_is_safe_and_can_be_closed_from_everywhere() {
    let kinds = Machine::ALL;
    let pairs: Vec<_> = kinds
        .iter()
        .enumerate()
        .flat_map(|(index, one)| kinds[index..].iter().map(move |other| (*one, *other)))
        // Decisions bring all of deployments with them, so the two together are decisions alone.
        .filter(|pair| *pair != (Machine::Deployment, Machine::Decision))
        .collect();
    let accepted = Mutex::new(BTreeSet::new());
    let totals = Mutex::new((0, 0));
    thread::scope(|scope| {
        for half in 0..2 {
            let (pairs, accepted, totals) = (&pairs, &accepted, &totals);
            scope.spawn(move || {
                for (one, other) in pairs.iter().skip(half).step_by(2) {
                    let mut laws = Laws::default();
                    let world = pair(*one, *other);
                    let found = visited(&format!("{} + {}", one.words(), other.words()), &world, &mut laws);
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
        let world = with(pausing(), *kind);
        visited(
            &format!("pauses + {}", kind.words()),
            &world,
            &mut Laws::default(),
        );
    }
}

#[test]
fn help_is_safe_under_facts_about_school_and_giver() {
    visited(
        "facts + deployment",
        &with(facts(), Machine::Deployment),
        &mut Laws::default(),
    );
}
