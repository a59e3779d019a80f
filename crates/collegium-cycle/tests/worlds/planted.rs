//! Faults planted in the engine, each found by a shortest way. A fault in the judgement is planted in the list
//! of actions, too, as it would be were it in a table or a guard: so what finds it is the law that it breaks,
//! and not only that two answers differ.

use crate::{
    kinds::{facts, of_kind, opening, pausing, protocol, world},
    roles::EveryRole,
    watch::{Laws, Shown},
};
use collegium_cycle::{
    actions::Action,
    acts::{Act, Command, Event},
    child::Machine,
    cycle::OverCycle,
    decide::Accepted,
    kit::{
        Story, Who,
        search::{Found, Judge, Watch, World, visit},
    },
    refusal::{Blocked, Refusal},
    request::RequestPhase,
    rules::Rules,
};
use collegium_model::code::Role;

pub(crate) fn world_of(machine: Machine) -> World {
    world([opening(), facts(), of_kind(machine)].concat())
}

fn found(world: &World, laws: &mut Laws) -> Found {
    let found = visit(world, laws).expect_err("the planted fault is found");
    println!("{}\n  {}", found.what, found.trace);
    found
}

/// Finds a fault that is planted in the judgement and in the list of actions.
fn planted(machine: Machine, judge: Judge, shown: Shown) -> Found {
    let world = World {
        judge,
        ..world_of(machine)
    };
    found(&world, &mut Laws::over(shown))
}

fn last(found: &Found) -> &str {
    found.trace.0.last().unwrap()
}

/// The real judgement, but for blockers of one code.
fn without(story: &Story, who: &Who, command: &Command, code: &str) -> Result<Accepted, Refusal> {
    let judged = story.cycle.decide(command, &story.context(who), &story.rules);
    match judged {
        Err(refusal) if refusal.blockers.iter().all(|it| it.blocker.code() == code) => Ok(Accepted {
            events: vec![command.event()],
            effects: Vec::new(),
        }),
        judged => judged,
    }
}

/// The real list of actions, but for blockers of one code.
fn shown_without(story: &Story, who: &Who, code: &str) -> Vec<Action> {
    let mut actions = story.cycle.actions(&story.context(who), &story.rules);
    let kept = |it: &Blocked| it.blocker.code() != code;
    for action in &mut actions {
        action.blockers.retain(kept);
    }
    actions
}

/// A guard that was forgotten: what it refuses is refused nowhere.
macro_rules! forgotten {
    ($machine:ident, $code:literal) => {
        planted(
            Machine::$machine,
            |story, who, command| without(story, who, command, $code),
            |story, who| shown_without(story, who, $code),
        )
    };
}

#[test]
fn a_forgotten_consent_is_found() {
    let found = forgotten!(Deployment, "consent_missing");
    assert!(found.what.contains("without every consent"), "{}", found.what);
    assert_eq!(last(&found), "anybody: agree_deployment");
}

#[test]
fn a_conflict_that_nobody_cleared_is_found() {
    let found = forgotten!(Deployment, "conflict_not_cleared");
    assert!(found.what.contains("without cleared conflicts"), "{}", found.what);
    assert_eq!(last(&found), "anybody: agree_deployment");
}

#[test]
fn a_gap_in_leadership_that_a_wish_opens_is_found() {
    let found = forgotten!(Deployment, "leadership_gap_would_open");
    assert!(found.what.contains("opens a gap in leadership"), "{}", found.what);
    assert_eq!(last(&found), "anybody: complete_deployment");
}

#[test]
fn closing_over_something_open_is_found() {
    let found = forgotten!(Challenge, "still_open");
    assert!(
        found.what.contains("the cycle is closed and challenge"),
        "{}",
        found.what
    );
    assert_eq!(
        found.trace.0,
        ["open_cycle", "raise_challenge", "close_cycle"].map(|act| format!("anybody: {act}"))
    );
}

#[test]
fn one_who_decides_on_their_own_recommendation_is_found() {
    // The one who recommends could not decide at all otherwise: let both ask for everything.
    let mut world = world_of(Machine::Approval);
    let all: Vec<_> = world.moves.iter().map(|(_, command)| command.clone()).collect();
    let (one, _) = world.moves.first().cloned().unwrap();
    world.moves = all.into_iter().map(|command| (one.clone(), command)).collect();
    world.judge = |story, who, command| without(story, who, command, "same_person");
    let found = found(
        &world,
        &mut Laws::over(|story, who| shown_without(story, who, "same_person")),
    );
    assert_eq!(found.what, "somebody decided on their own recommendation");
    assert_eq!(last(&found), "anybody: decide_approval");
}

/// The story a day later: a clock that is wrong by one.
fn a_day_later(story: &Story) -> Story {
    let mut later = story.clone();
    later.now += collegium_model::chrono::TimeDelta::days(1);
    later
}

#[test]
fn a_visit_a_day_too_early_is_found() {
    let mut world = world_of(Machine::Review);
    // The day of the visit is the fifth of October.
    world.moments = ["2026-09-07T09:00:00", "2026-10-04T09:00:00"]
        .map(|text| text.parse().unwrap())
        .to_vec();
    let visited = visit(&world, &mut Laws::default()).expect("without the fault it holds");
    assert!(visited.whole);
    world.judge = |story, who, command| {
        let later = a_day_later(story);
        later.cycle.decide(command, &later.context(who), &later.rules)
    };
    let found = found(
        &world,
        &mut Laws::over(|story, who| {
            let later = a_day_later(story);
            later.cycle.actions(&later.context(who), &later.rules)
        }),
    );
    assert!(found.what.contains("has begun by 2026-10-04"), "{}", found.what);
    assert_eq!(last(&found), "anybody: begin_review");
}

#[test]
fn a_step_that_is_open_to_another_role_is_found() {
    let mut world = world_of(Machine::Need);
    let mut swapped = protocol();
    let step = swapped.steps.get_mut(&Act::AgreeDiagnosis).unwrap();
    step.roles = [Role::new("peer_reviewer").unwrap()].into();
    let mut roles = EveryRole::of(&world);
    world.start.rules = Rules::compile(swapped).unwrap_or_else(|fault| panic!("{fault}"));
    let found = visit(&world, &mut roles).expect_err("the planted fault is found");
    println!("{}\n  {}", found.what, found.trace);
    assert!(found.what.contains("whom the protocol"), "{}", found.what);
    assert_eq!(last(&found), "anybody: agree_diagnosis");
}

#[test]
fn a_guard_that_only_one_of_the_two_answers_knows_is_found() {
    let world = World {
        judge: |story, who, command| without(story, who, command, "before_visit"),
        ..world_of(Machine::Review)
    };
    let found = found(&world, &mut Laws::default());
    assert!(
        found.what.contains("accepted and blocked among the actions"),
        "{}",
        found.what
    );
    assert_eq!(last(&found), "anybody: begin_review");
}

/// Only the dead end is looked for: the list of actions knows nothing of the fault.
struct Blind;

impl Watch for Blind {}

#[test]
fn a_cycle_that_can_never_be_closed_is_found() {
    let world = World {
        judge: |story, who, command| match command {
            Command::CloseCycle(_) if !story.cycle.challenges.is_empty() => without(
                story,
                &Who {
                    roles: Vec::new(),
                    ..who.clone()
                },
                command,
                "still_open",
            ),
            _ => without(story, who, command, ""),
        },
        ..world([opening(), of_kind(Machine::Challenge)].concat())
    };
    let visited = visit(&world, &mut Blind).unwrap();
    let trace = visited.dead_end.expect("the planted fault is found");
    println!("nothing leads to the end\n  {trace}");
    assert_eq!(trace.0, ["anybody: open_cycle", "anybody: raise_challenge"]);
}

#[test]
fn a_late_report_that_rewinds_is_found() {
    let world = World {
        apply: |cycle, recorded| {
            cycle.evolve(recorded);
            if let Event::RequestReceived(it) = recorded.event
                && let Some(request) = cycle.requests.get_mut(&it.request)
            {
                request.phase = RequestPhase::Received;
            }
        },
        ..world([opening(), of_kind(Machine::Request)].concat())
    };
    let found = found(&world, &mut Laws::default());
    assert!(found.what.contains("which had ended"), "{}", found.what);
    assert_eq!(last(&found), "anybody: record_receipt");
}

#[test]
fn a_step_that_moves_something_else_is_found() {
    let world = World {
        apply: |cycle, recorded| {
            cycle.evolve(recorded);
            if let Event::WorkshopCalled(_) = recorded.event {
                for (_, need) in cycle.needs.iter_mut() {
                    need.phase = collegium_cycle::need::NeedPhase::Matching;
                }
            }
        },
        ..world([opening(), of_kind(Machine::Need), of_kind(Machine::Workshop)].concat())
    };
    let found = found(&world, &mut Laws::default());
    assert!(
        found.what.starts_with("call_workshop moved need"),
        "{}",
        found.what
    );
    assert_eq!(last(&found), "anybody: call_workshop");
}

#[test]
fn a_resumption_that_loses_something_is_found() {
    let world = World {
        apply: |cycle, recorded| {
            cycle.evolve(recorded);
            if let Event::CycleResumed(_) = recorded.event {
                cycle.tasks.clear();
            }
        },
        ..world([opening(), pausing(), of_kind(Machine::Task)].concat())
    };
    let found = found(&world, &mut Laws::default());
    assert!(found.what.contains("is gone"), "{}", found.what);
    assert_eq!(last(&found), "anybody: resume_cycle");
}

#[test]
fn a_fact_that_a_closed_cycle_refuses_is_found() {
    let world = World {
        judge: |story, who, command| {
            let pause = Command::PauseCycle(OverCycle {});
            let is_over = story.cycle.opened.is_some() && !story.cycle.is_open();
            let judged = match command.act() {
                Act::HandOverSafeguarding if is_over => &pause,
                _ => command,
            };
            story.cycle.decide(judged, &story.context(who), &story.rules)
        },
        ..world_of(Machine::Coaching)
    };
    let found = found(&world, &mut Laws::default());
    assert!(
        found.what.contains("the fact hand_over_safeguarding is refused"),
        "{}",
        found.what
    );
    assert_eq!(found.trace.0.len(), 3);
}
