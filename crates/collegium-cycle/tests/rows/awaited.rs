//! What is awaited and until when: a clock runs for what has still to come, for nothing else, and only for
//! the machine it is about.

use crate::world::*;
use collegium_cycle::{
    acts::Command,
    child::Child,
    clock::{Awaits, Clock, ClockStatus as Status},
    cycle::{Cycle, Extended},
    deployment::{CheckedExpectation, RecordedContact, Stakeholder},
    kit::Story,
    monitoring::{Channel, Rating},
    progress_review::{PlannedProgressReview, RecordedProgressReview},
    request::RequestKind,
    serde_json,
    workshop::{CalledWorkshop, DraftedPlan, OfWorkshop, PlannedAction},
};
use collegium_model::{chrono::NaiveDate, code::RuleId, id::*};

fn clocks(story: &Story, on: &str, awaits: impl Fn(&Awaits) -> bool) -> Vec<Clock> {
    let now = day(on).and_time(story.now.time());
    let clocks = story.cycle.clocks(now, &story.calendar, &story.rules);
    clocks.into_iter().filter(|it| awaits(&it.awaits)).collect()
}

fn request(number: u128) -> Child {
    Child::Request(of_request(number).request)
}

#[test]
fn a_match_is_awaited_until_as_many_are_proposed_as_the_need_asks_for() {
    let mut story = opened();
    diagnosed(&mut story, 1, 2);
    story.then_due(of_need(1), "match_proposed", day("2026-09-18"));
    story.does("broker", propose(1, 1));
    story.then_due(of_need(1), "match_proposed", day("2026-09-18"));
    story.does("broker", propose(2, 1));
    assert_eq!(story.clock(of_need(1), "match_proposed"), None);
    let of = Command::WithdrawDeployment(with_deployment(2));
    story.does_because("broker", "other_giver", of);
    story.then_due(of_need(1), "match_proposed", day("2026-09-18"));
}

#[test]
fn each_kind_of_request_has_its_own_deadline_until_it_is_received() {
    let mut story = opened();
    story.does("broker", send(1, RequestKind::ConflictDeclaration, None));
    story.does("broker", send(2, RequestKind::Document, None));
    let runs = |story: &Story, number, deadline| story.clock(request(number), deadline).is_some();
    for (number, own, other) in [
        (1, "conflict_answer", "visit_record"),
        (2, "visit_record", "conflict_answer"),
    ] {
        assert!(runs(&story, number, own) && !runs(&story, number, other));
        story.does("governor", Command::RecordReceipt(of_request(number)));
        assert!(!runs(&story, number, own) && !runs(&story, number, other));
        assert!(runs(&story, number, "answer_reviewed"));
    }
}

#[test]
fn more_time_is_for_one_machine_and_one_deadline() {
    let mut story = opened();
    for number in [1, 2] {
        story.does("broker", send(number, RequestKind::ConflictDeclaration, None));
    }
    let more = Extended {
        of: request(1),
        deadline: RuleId::new("conflict_answer").unwrap(),
        until: day("2026-10-30"),
    };
    story.does_because("broker", "illness", Command::ExtendDeadline(more));
    story.then_due(request(1), "conflict_answer", day("2026-10-30"));
    story.then_due(request(2), "conflict_answer", day("2026-09-10"));
    story.does("governor", Command::RecordReceipt(of_request(1)));
    story.then_due(request(1), "answer_reviewed", day("2026-09-10"));
}

#[test]
fn a_cycle_as_it_stands_travels_whole_with_the_time_that_was_given() {
    let mut story = helped();
    story.does("broker", send(1, RequestKind::ConflictDeclaration, None));
    let more = Extended {
        of: request(1),
        deadline: RuleId::new("conflict_answer").unwrap(),
        until: day("2026-10-30"),
    };
    story.does_because("broker", "illness", Command::ExtendDeadline(more));
    let json = serde_json::to_string(&story.cycle).unwrap();
    let back: Cycle = serde_json::from_str(&json).unwrap();
    assert_eq!(back, story.cycle);
}

/// What the first weeks of help wait for, on a day.
fn first_weeks(story: &Story, on: &str) -> Option<(Option<NaiveDate>, Status)> {
    let found = clocks(story, on, |awaits| *awaits == Awaits::FirstWeeks);
    assert!(found.iter().all(|clock| clock.child == of_deployment(1)));
    found.first().map(|clock| (clock.due, clock.status))
}

#[test]
fn b3a_the_first_weeks_are_awaited_until_every_contact_and_expectation_is_recorded() {
    let contact = |with| {
        Command::RecordContact(RecordedContact {
            deployment: deployment(1),
            with,
            on: day(VISIT),
        })
    };
    let expectation = |name| {
        Command::CheckExpectation(CheckedExpectation {
            deployment: deployment(1),
            expectation: code(name),
            met: false,
        })
    };
    let contacts = Stakeholder::ALL.map(contact);
    let expectations = ["safe_site", "teaching_covered", "behaviour_routine"].map(expectation);
    let story = helped();
    // Four school weeks from Wednesday the 16th.
    let due = Some(day("2026-10-14"));
    assert_eq!(first_weeks(&story, "2026-10-14"), Some((due, Status::Running)));
    assert_eq!(first_weeks(&story, "2026-10-15"), Some((due, Status::Overdue)));
    for (first, then) in [
        (&contacts[..], &expectations[..]),
        (&expectations[..], &contacts[..]),
    ] {
        let mut story = story.clone();
        for command in first {
            story.does("deployed_person", command.clone());
        }
        assert_eq!(first_weeks(&story, VISIT), Some((due, Status::Running)));
        for command in then {
            story.does("deployed_person", command.clone());
        }
        assert_eq!(first_weeks(&story, VISIT), None);
    }
    let mut ended = story;
    ended.does("broker", Command::CompleteDeployment(with_deployment(1)));
    assert_eq!(first_weeks(&ended, VISIT), None, "weeks of help that has ended");
}

#[test]
fn b5_a_channel_waits_for_its_own_next_observation() {
    let mut story = helped();
    let due = |story: &Story, of| {
        let awaits = |awaits: &Awaits| matches!(awaits, Awaits::Observation { channel } if *channel == of);
        clocks(story, VISIT, awaits)[0].due
    };
    // Once each half term: by the end of the one that follows.
    let ends = story.calendar.half_term_ends();
    let (first, second) = (Some(ends[1]), Some(ends[2]));
    assert_eq!(due(&story, Channel::DataCheck), first);
    assert_eq!(due(&story, Channel::InformalVisit), first);
    story.on(day("2026-11-09"));
    story.does(
        "adviser",
        observe(1, Channel::DataCheck, day("2026-11-09"), Rating::Amber),
    );
    // Seen later and of an earlier day: the latest day counts.
    story.does(
        "adviser",
        observe(1, Channel::DataCheck, day("2026-10-01"), Rating::Amber),
    );
    assert_eq!(due(&story, Channel::DataCheck), second);
    assert_eq!(due(&story, Channel::InformalVisit), first);
}

#[track_caller]
fn stands_on(story: &Story, awaited: &Awaits, child: Child, days: &[(&str, Status)]) {
    for (on, status) in days {
        let found = clocks(story, on, |awaits| awaits == awaited);
        let found: Vec<_> = found.iter().map(|it| (it.child, it.status)).collect();
        assert_eq!(found, [(child, *status)], "{on}");
    }
}

#[test]
fn a_progress_review_is_overdue_the_day_after_its_day_until_it_is_recorded() {
    let mut story = opened_with(with_progress_reviews);
    let progress_review = id(ProgressReviewId::new, 1);
    let on = day("2026-10-05");
    let plan = PlannedProgressReview { progress_review, on };
    story.does("adviser", Command::PlanProgressReview(plan));
    let days = [
        ("2026-10-04", Status::Running),
        ("2026-10-05", Status::Running),
        ("2026-10-06", Status::Overdue),
        ("2026-10-07", Status::Overdue),
    ];
    let child = Child::ProgressReview(progress_review);
    stands_on(&story, &Awaits::ProgressReview, child, &days);
    story.does(
        "adviser",
        Command::RecordProgressReview(RecordedProgressReview {
            progress_review,
            overall: code("going_well"),
            next: None,
        }),
    );
    assert!(clocks(&story, "2026-10-06", |it| *it == Awaits::ProgressReview).is_empty());
}

#[test]
fn c7_an_action_is_looked_at_again_on_its_day_once_its_plan_is_adopted() {
    let mut story = opened();
    let workshop = id(WorkshopId::new, 1);
    let called = CalledWorkshop {
        workshop,
        review: None,
        champion: person(61),
        champion_from: school(301),
    };
    let action = PlannedAction {
        owner: role("host_head"),
        success_measure: true,
        review_on: day("2026-11-02"),
        need: None,
    };
    story.does("broker", Command::CallWorkshop(called));
    story.does(
        "improvement_champion",
        Command::HoldWorkshop(OfWorkshop { workshop }),
    );
    let actions = vec![action];
    story.does("host_head", Command::DraftPlan(DraftedPlan { workshop, actions }));
    assert!(clocks(&story, "2026-11-03", |it| *it == Awaits::ActionReview).is_empty());
    story.does("host_head", Command::AdoptPlan(OfWorkshop { workshop }));
    let days = [("2026-11-02", Status::Running), ("2026-11-03", Status::Overdue)];
    stands_on(&story, &Awaits::ActionReview, Child::Workshop(workshop), &days);
}
