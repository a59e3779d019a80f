//! Every pair of child kinds in one world, each kind under pauses and stops, and help under facts.

use crate::{
    kinds::{
        before_agreement, facts, facts_about_the_school, facts_about_visits, intensified, moving, of_kind,
        opening, pausing, records, stricter, two_givers, world, world_after,
    },
    watch::{Laws, rules_of},
};
use collegium_cycle::{
    acts::{Act, Command},
    child::Machine,
    context::Context,
    decide::CONSEQUENT_MOVES,
    kit::{
        Story, Who,
        search::{Visited, World, visit},
    },
    rules::Rules,
};
use std::{collections::BTreeSet, sync::Mutex, thread};

#[allow(
    clippy::disallowed_methods,
    reason = "how long it took is printed, and nothing hangs on it"
)]
fn visited(name: &str, world: &World, laws: &mut Laws) -> Visited {
    let begun = std::time::Instant::now();
    let visited =
        visit(world, laws).unwrap_or_else(|found| panic!("{name}: {}\n  {}", found.what, found.trace));
    assert!(visited.whole, "{name} is not small: {} states", visited.states);
    assert_eq!(visited.dead_end, None, "{name}");
    println!(
        "{name:<34} {:>7} states {:>8} transitions {:>6} ms",
        visited.states,
        visited.transitions,
        begun.elapsed().as_millis()
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
    let followed = Mutex::new(BTreeSet::new());
    let totals = Mutex::new((0, 0));
    thread::scope(|scope| {
        for half in 0..2 {
            let (pairs, accepted, followed, totals) = (&pairs, &accepted, &followed, &totals);
            scope.spawn(move || {
                for (one, other) in pairs.iter().skip(half).step_by(2) {
                    let mut laws = Laws::default();
                    let world = pair(*one, *other);
                    let found = visited(&format!("{} + {}", one.words(), other.words()), &world, &mut laws);
                    accepted.lock().unwrap().extend(laws.accepted);
                    followed.lock().unwrap().extend(laws.followed);
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
    // Every move that is told to follow does follow somewhere.
    for (name, (before, commands)) in [
        ("two givers for one need", two_givers()),
        ("help made more, and decided on again", intensified()),
    ] {
        let mut laws = Laws::default();
        visited(name, &world_after(&before, commands), &mut laws);
        followed.lock().unwrap().extend(laws.followed);
    }
    let followed = followed.lock().unwrap();
    let never: Vec<_> = CONSEQUENT_MOVES
        .iter()
        .filter(|it| !followed.contains(*it))
        .collect();
    assert!(never.is_empty(), "never followed: {never:?}");
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

/// Visits a world and shows that each of these acts is accepted somewhere in it.
fn visited_with(name: &str, world: &World, acts: &[Command]) {
    let mut laws = Laws::default();
    visited(name, world, &mut laws);
    let never: Vec<_> = acts
        .iter()
        .map(Command::act)
        .filter(|act| !laws.accepted.contains(act))
        .collect();
    assert!(never.is_empty(), "{name}: never accepted: {never:?}");
}

#[test]
fn help_is_safe_under_facts_about_school_and_giver() {
    visited_with(
        "facts + deployment",
        &with(facts(), Machine::Deployment),
        &facts(),
    );
}

#[test]
fn visits_and_challenges_are_safe_under_facts_about_the_school() {
    let facts = facts_about_visits();
    visited_with("facts + review", &with(facts.clone(), Machine::Review), &facts);
    let facts = facts_about_the_school();
    visited_with("facts + concern", &with(facts.clone(), Machine::Concern), &facts);
}

#[test]
fn help_is_safe_while_its_first_weeks_are_recorded() {
    visited_with(
        "records + deployment",
        &with(records(), Machine::Deployment),
        &records(),
    );
}

#[test]
fn help_and_tasks_are_safe_in_a_cycle_that_moves_to_another_protocol_and_back() {
    for kind in [Machine::Deployment, Machine::Approval, Machine::Task] {
        let mut world = with(moving(), kind);
        world.start.other = Some(Rules::compile(stricter()).unwrap());
        world.judge = |story, who, command| {
            let (rules, context) = moved(story, who);
            story.cycle.decide(command, &context, rules)
        };
        let mut laws = Laws::over(|story, who| {
            let (rules, context) = moved(story, who);
            story.cycle.actions(&context, rules)
        });
        visited(&format!("moving + {}", kind.words()), &world, &mut laws);
        assert!(laws.accepted.contains(&Act::MigrateCycle));
    }
}

/// The rules of a cycle that may have moved, and a context in which it could move to the other ones.
fn moved<'a>(story: &'a Story, who: &'a Who) -> (&'a Rules, Context<'a>) {
    let rules = rules_of(story);
    let is_first = rules.pin() == story.rules.pin();
    let moving_to = if is_first {
        story.other.as_ref()
    } else {
        Some(&story.rules)
    };
    let context = Context {
        moving_to,
        ..story.context(who)
    };
    (rules, context)
}

/// Three kinds together, where the product of their own worlds is within reach; `cargo xtask worlds`.
#[test]
#[ignore = "longer than all other tests together: `cargo xtask worlds`"]
fn every_three_kinds_within_reach_are_safe() {
    const WITHIN_REACH: usize = 200_000;
    let alone = |kind: &Machine| {
        let world = world([opening(), of_kind(*kind)].concat());
        (*kind, visited(kind.words(), &world, &mut Laws::default()).states)
    };
    let kinds: Vec<_> = Machine::ALL
        .iter()
        .filter(|kind| !needs_help(**kind))
        .map(alone)
        .collect();
    let (mut worlds, mut states, mut transitions) = (0, 0, 0);
    for (first, one) in kinds.iter().enumerate() {
        for (second, other) in kinds.iter().enumerate().skip(first + 1) {
            for third in kinds.iter().skip(second + 1) {
                if one.1 * other.1 * third.1 > WITHIN_REACH {
                    continue;
                }
                let name = [one, other, third].map(|(kind, _)| kind.words()).join(" + ");
                let commands = [one, other, third].map(|(kind, _)| of_kind(*kind)).concat();
                let mut world = world([opening(), commands].concat());
                world.most_states = 2 * WITHIN_REACH;
                let found = visited(&name, &world, &mut Laws::default());
                worlds += 1;
                (states, transitions) = (states + found.states, transitions + found.transitions);
            }
        }
    }
    println!("{worlds} worlds of three kinds, {states} states, {transitions} transitions");
}
