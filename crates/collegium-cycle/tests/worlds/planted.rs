//! Faults planted in the engine, each found by a shortest way.

use crate::{
    kinds::{facts, of_kind, opening, world},
    watch::Laws,
};
use collegium_cycle::{
    acts::{Act, Command, Event},
    child::Machine,
    cycle::OverCycle,
    decide::Accepted,
    kit::{
        Story, Who,
        search::{Found, Judge, World, visit},
    },
    refusal::Refusal,
    request::RequestPhase,
};

fn found(world: &World) -> Found {
    let found = visit(world, &mut Laws::default()).expect_err("the planted fault is found");
    println!("{}\n  {}", found.what, found.trace);
    found
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

fn planted(machine: Machine, judge: Judge) -> Found {
    let commands = [opening(), facts(), of_kind(machine)].concat();
    found(&World {
        judge,
        ..world(commands)
    })
}

#[test]
fn a_forgotten_consent_is_found() {
    let found = planted(Machine::Deployment, |story, who, command| {
        without(story, who, command, "consent_missing")
    });
    assert_eq!(found.trace.0.last().unwrap(), "anybody: agree_deployment");
}

#[test]
fn a_conflict_that_nobody_cleared_is_found() {
    let found = planted(Machine::Deployment, |story, who, command| {
        without(story, who, command, "conflict_not_cleared")
    });
    assert!(found.what.contains("accepted and blocked"), "{}", found.what);
    assert_eq!(found.trace.0.last().unwrap(), "anybody: clear_conflict");
}

#[test]
fn a_gap_in_leadership_that_a_wish_opens_is_found() {
    let found = planted(Machine::Deployment, |story, who, command| {
        without(story, who, command, "leadership_gap_would_open")
    });
    assert!(
        found.what.contains("blocked among the actions") || found.what.contains("gap"),
        "{}",
        found.what
    );
}

#[test]
fn closing_over_something_open_is_found() {
    let found = planted(Machine::Challenge, |story, who, command| {
        without(story, who, command, "still_open")
    });
    assert_eq!(
        found.trace.0,
        [
            "anybody: open_cycle",
            "anybody: raise_challenge",
            "anybody: close_cycle"
        ]
    );
}

#[test]
fn a_visit_a_day_too_early_is_found() {
    // An off-by-one deadline: the guard lets the visit begin before its day.
    let found = planted(Machine::Review, |story, who, command| {
        without(story, who, command, "before_visit")
    });
    assert_eq!(found.trace.0.last().unwrap(), "anybody: begin_review");
}

#[test]
fn one_who_decides_on_their_own_recommendation_is_found() {
    let found = planted(Machine::Approval, |story, who, command| {
        without(story, who, command, "same_person")
    });
    assert_eq!(found.trace.0.last().unwrap(), "anybody: decide_approval");
}

#[test]
fn a_late_report_that_rewinds_is_found() {
    let commands = [opening(), of_kind(Machine::Request)].concat();
    let found = found(&World {
        apply: |cycle, recorded| {
            cycle.evolve(recorded);
            if let Event::RequestReceived(it) = recorded.event
                && let Some(request) = cycle.requests.get_mut(&it.request)
            {
                request.phase = RequestPhase::Received;
            }
        },
        ..world(commands)
    });
    assert!(found.what.contains("which had ended"), "{}", found.what);
    assert_eq!(found.trace.0.last().unwrap(), "anybody: record_receipt");
}

#[test]
fn a_fact_that_a_closed_cycle_refuses_is_found() {
    let found = planted(Machine::Coaching, |story, who, command| {
        let pause = Command::PauseCycle(OverCycle {});
        let is_over = story.cycle.opened.is_some() && !story.cycle.is_open();
        let judged = match command.act() {
            Act::HandOverSafeguarding if is_over => &pause,
            _ => command,
        };
        story.cycle.decide(judged, &story.context(who), &story.rules)
    });
    assert!(
        found.what.contains("the fact hand_over_safeguarding is refused"),
        "{}",
        found.what
    );
    assert_eq!(found.trace.0.len(), 3);
}
