//! Due, grace and close are three days; a day counts whole; an extension is an event with a reason; a pause
//! costs nobody any time.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::Child,
    clock::ClockStatus as Status,
    cycle::{Cycle, Extended},
    kit::{Story, Who},
    protocol::{ClosedAfter, Deadline, PauseClocks, Protocol},
    request::RequestKind,
};
use collegium_model::{calendar::Span, code::RuleId};

const SELF_EVALUATION: &str = "self_evaluation_in";

fn child() -> Child {
    Child::SelfEvaluation(of_self_evaluation().self_evaluation)
}

fn deadline(protocol: &mut Protocol) -> &mut Deadline {
    let mut all = protocol.deadlines.iter_mut();
    all.find(|it| it.id.as_str() == SELF_EVALUATION).unwrap()
}

/// A self-evaluation that is due, begun on a day.
fn consulted(mut story: Story, on: &str) -> Story {
    story.on(day(on));
    if story.cycle.opened.is_none() {
        story.does("broker", open_cycle());
    }
    story.does("host_head", Command::DraftSelfEvaluation(of_self_evaluation()));
    story.does(
        "host_head",
        Command::ConsultOnSelfEvaluation(of_self_evaluation()),
    );
    story
}

fn timed(due: Span, grace: Option<Span>, close: Option<Span>) -> Story {
    changed(|protocol| {
        let of = deadline(protocol);
        (of.due, of.grace, of.close) = (due, grace, close.map(ClosedAfter));
        of.remind = Vec::new();
    })
}

fn submit() -> Command {
    Command::SubmitSelfEvaluation(of_self_evaluation())
}

fn extend(until: &str) -> Command {
    Command::ExtendDeadline(Extended {
        of: child(),
        deadline: RuleId::new(SELF_EVALUATION).unwrap(),
        until: day(until),
    })
}

#[track_caller]
fn stands_on(story: &mut Story, days: &[(&str, Status)]) {
    for (on, status) in days {
        story.on(day(on));
        story.then_clock(child(), SELF_EVALUATION, *status);
    }
}

#[test]
fn due_grace_and_close_each_end_with_their_own_day() {
    let (due, grace) = (Span::SchoolDays(5), Some(Span::SchoolDays(2)));
    let mut story = consulted(timed(due, grace, Some(Span::SchoolDays(10))), FIRST_DAY);
    let clock = story.clock(child(), SELF_EVALUATION).unwrap();
    let days = [clock.due, clock.grace, clock.close].map(Option::unwrap);
    assert_eq!(days, [day("2026-09-14"), day("2026-09-16"), day("2026-09-21")]);
    stands_on(
        &mut story,
        &[
            ("2026-09-14", Status::Running),
            ("2026-09-15", Status::InGrace),
            ("2026-09-16", Status::InGrace),
            ("2026-09-17", Status::Overdue),
            ("2026-09-21", Status::Overdue),
        ],
    );
    let mut in_time = story.clone();
    in_time.does("host_head", submit());
    stands_on(&mut story, &[("2026-09-22", Status::Closed)]);
    let lifted: &[&str] = &["broker", "responsible_body"];
    story.refuses_role("host_head", submit(), &[("deadline_closed", lifted)]);
    story.does_because("broker", "illness", extend("2026-09-22"));
    story.does("host_head", submit());
}

#[test]
fn a_reminder_is_due_on_its_day_and_stands_until_the_due_day() {
    let mut story = consulted(standard(), FIRST_DAY);
    stands_on(
        &mut story,
        &[
            ("2026-09-25", Status::Running),
            ("2026-09-28", Status::Remind),
            ("2026-10-05", Status::Remind),
            ("2026-10-06", Status::Overdue),
        ],
    );
}

#[test]
fn deadlines_count_over_half_term_a_bank_holiday_weekend_and_the_end_of_a_term() {
    let due = |from: &str, span: Span| {
        let story = consulted(timed(span, None, None), from);
        story.clock(child(), SELF_EVALUATION).unwrap().due.unwrap()
    };
    // Half term is 26 to 30 October.
    assert_eq!(due("2026-10-22", Span::SchoolDays(1)), day("2026-10-23"));
    assert_eq!(due("2026-10-22", Span::SchoolDays(2)), day("2026-11-02"));
    assert_eq!(due("2026-10-22", Span::WorkingDays(2)), day("2026-10-26"));
    // Early May bank holiday is Monday the 3rd; it is in term.
    assert_eq!(due("2027-04-30", Span::Days(3)), day("2027-05-03"));
    assert_eq!(due("2027-04-30", Span::WorkingDays(1)), day("2027-05-04"));
    assert_eq!(due("2027-04-30", Span::SchoolDays(1)), day("2027-05-04"));
    // Autumn ends on 18 December, spring begins on 4 January.
    assert_eq!(due("2026-12-17", Span::SchoolDays(1)), day("2026-12-18"));
    assert_eq!(due("2026-12-17", Span::SchoolDays(2)), day("2027-01-04"));
    assert_eq!(due("2026-12-18", Span::SchoolDays(1)), day("2027-01-04"));
    // Christmas Day and the substitute for Boxing Day, and New Year's Day, are no working days.
    assert_eq!(due("2026-12-24", Span::WorkingDays(1)), day("2026-12-29"));
    assert_eq!(due("2026-12-31", Span::WorkingDays(1)), day("2027-01-04"));
}

#[test]
fn beyond_the_calendar_nothing_is_made_up() {
    let last = calendar().last_day().to_string();
    let story = consulted(timed(Span::SchoolDays(1), None, None), &last);
    story.then_clock(child(), SELF_EVALUATION, Status::BeyondCalendar);
}

#[test]
fn an_extension_takes_a_reason_a_deadline_that_runs_and_a_later_day() {
    let mut story = consulted(standard(), FIRST_DAY);
    let broker = Who::in_role("broker");
    let because = broker.clone().because("illness");
    story.refuses(&broker, extend("2026-10-06"), &[("reason_missing", &[])]);
    story.refuses(&because, extend("2026-10-05"), &[("not_later", &[])]);
    story.refuses(
        &Who::in_role("host_head"),
        extend("2026-10-05"),
        &[
            ("role_missing", &["broker", "responsible_body"]),
            ("reason_missing", &[]),
            ("not_later", &[]),
        ],
    );
    let unknown = Command::ExtendDeadline(Extended {
        of: child(),
        deadline: RuleId::new("no_such_deadline").unwrap(),
        until: day("2026-10-06"),
    });
    story.refuses(&because, unknown, &[("deadline_unknown", &[])]);
    story
        .when(&because, extend("2026-10-06"))
        .then_events(&["deadline_extended"]);
    story.then_due(child(), SELF_EVALUATION, day("2026-10-06"));
    stands_on(
        &mut story,
        &[("2026-10-06", Status::Remind), ("2026-10-07", Status::Overdue)],
    );
    story.refuses(&because, extend("2026-10-06"), &[("not_later", &[])]);
    story.does("host_head", submit());
    story.refuses(&because, extend("2026-12-01"), &[("deadline_unknown", &[])]);
}

#[test]
fn whoever_is_given_more_time_can_use_it_with_its_grace() {
    let (due, grace) = (Span::SchoolDays(5), Some(Span::SchoolDays(2)));
    let mut story = consulted(timed(due, grace, Some(Span::SchoolDays(8))), FIRST_DAY);
    story.does_because("broker", "illness", extend("2026-10-01"));
    let clock = story.clock(child(), SELF_EVALUATION).unwrap();
    assert_eq!(clock.grace, Some(day("2026-10-05")));
    assert_eq!(clock.close, clock.grace);
    stands_on(&mut story, &[("2026-10-05", Status::InGrace)]);
    let mut in_time = story.clone();
    in_time.does("host_head", submit());
    stands_on(&mut story, &[("2026-10-06", Status::Closed)]);
}

/// The cycle without what only clocks read.
fn without_clocks(cycle: &Cycle) -> Cycle {
    let mut cycle = cycle.clone();
    if let Some(opened) = &mut cycle.opened {
        opened.pauses.clear();
        opened.since = opened.at;
    }
    cycle
}

fn paused_between(story: &mut Story, from: &str, until: &str) {
    story.on(day(from));
    story.does_because("responsible_body", "strike", pause());
    story.on(day(until));
    story.does("responsible_body", resume());
}

#[test]
fn pausing_and_resuming_changes_clocks_and_nothing_else() {
    for (policy, due) in [
        (PauseClocks::Freeze, "2026-10-07"),
        (PauseClocks::Run, "2026-10-05"),
    ] {
        let mut story = consulted(changed(|protocol| protocol.on_pause = policy), FIRST_DAY);
        let before = without_clocks(&story.cycle);
        // Monday and Tuesday are frozen; Wednesday counts again.
        paused_between(&mut story, "2026-09-14", "2026-09-16");
        assert_eq!(without_clocks(&story.cycle), before);
        story.then_due(child(), SELF_EVALUATION, day(due));
    }
}

#[test]
fn a_pause_of_days_without_school_costs_no_school_days_and_one_within_a_day_costs_none() {
    for (from, until) in [("2026-09-12", "2026-09-14"), ("2026-09-15", "2026-09-15")] {
        let mut story = consulted(standard(), FIRST_DAY);
        paused_between(&mut story, from, until);
        story.then_due(child(), SELF_EVALUATION, day("2026-10-05"));
    }
    // A pause over half term: only the school days on either side of it are lost.
    let mut story = consulted(standard(), "2026-10-19");
    story.then_due(child(), SELF_EVALUATION, day("2026-11-23"));
    paused_between(&mut story, "2026-10-23", "2026-11-03");
    story.then_due(child(), SELF_EVALUATION, day("2026-11-25"));
}

#[test]
fn while_it_is_paused_nothing_is_due_and_nothing_grows_late() {
    let mut story = consulted(standard(), FIRST_DAY);
    story.on(day("2026-09-14"));
    story.does_because("responsible_body", "strike", pause());
    stands_on(
        &mut story,
        &[("2026-10-06", Status::Frozen), ("2027-05-10", Status::Frozen)],
    );
    story.does_because("responsible_body", "strike", stop());
    stands_on(&mut story, &[("2027-05-11", Status::Frozen)]);
    story.does_because("responsible_body", "end_of_strike", reopen());
    assert!(story.clock(child(), SELF_EVALUATION).unwrap().due > Some(day("2027-05-11")));
}

#[test]
fn time_that_was_given_is_not_lost_to_a_pause_either() {
    let mut story = consulted(standard(), FIRST_DAY);
    story.does_because("broker", "illness", extend("2026-10-09"));
    story.on(day("2026-09-14"));
    story.does_because("responsible_body", "strike", pause());
    stands_on(
        &mut story,
        &[("2026-09-15", Status::Frozen), ("2026-10-12", Status::Frozen)],
    );
    story.on(day("2026-09-21"));
    story.does("responsible_body", resume());
    // A week was frozen, so the day that was given is a week later.
    story.then_due(child(), SELF_EVALUATION, day("2026-10-16"));
    story.refuses(
        &Who::in_role("broker").because("illness"),
        extend("2026-10-16"),
        &[("not_later", &[])],
    );
    // What is given after a pause is given as it is said.
    story.does_because("broker", "illness", extend("2026-10-20"));
    story.then_due(child(), SELF_EVALUATION, day("2026-10-20"));
}

#[test]
fn received_and_overdue_is_a_condition_of_its_own() {
    let mut story = opened();
    story.does("broker", send(1, RequestKind::ConflictDeclaration, None));
    let request = Child::Request(of_request(1).request);
    story.then_due(request, "conflict_answer", day("2026-09-10"));
    story.on(day("2026-09-14"));
    story.then_clock(request, "conflict_answer", Status::InGrace);
    story.on(day("2026-09-15"));
    story.then_clock(request, "conflict_answer", Status::Overdue);
    story.does("governor", Command::RecordReceipt(of_request(1)));
    assert!(story.clock(request, "conflict_answer").is_none());
    story.then_due(request, "answer_reviewed", day("2026-09-18"));
    story.on(day("2026-09-21"));
    story.then_clock(request, "answer_reviewed", Status::Overdue);
    let todos = story
        .cycle
        .todos(&story.context(&Who::in_role("broker")), &story.rules);
    let late: Vec<_> = todos.iter().filter(|it| it.overdue).map(|it| it.child).collect();
    assert_eq!(late, [request]);
}

#[test]
fn a_late_receipt_attaches_to_a_closed_turn_and_never_rewinds() {
    let mut story = opened();
    for number in [1, 2] {
        story.does("broker", send(number, RequestKind::Document, None));
    }
    story.does("governor", Command::RecordReceipt(of_request(1)));
    story.does("broker", review_request(1, true));
    story.does_because("broker", "not_needed", Command::CancelRequest(of_request(2)));
    story.does("broker", close());
    for (number, phase) in [(1, "reviewed"), (2, "cancelled")] {
        let request = Child::Request(of_request(number).request);
        let stood = story.cycle.stands(request);
        story.on(day("2026-11-09"));
        story
            .when(
                &Who::in_role("governor"),
                Command::RecordReceipt(of_request(number)),
            )
            .then_events(&["request_received"]);
        story.then_stands(request, phase);
        assert_eq!(story.cycle.stands(request), stood, "nor is it of a later day");
    }
    story.then_stands(Child::Cycle, "closed");
    assert!(story.cycle.check(story.now.date(), &story.rules).is_empty());
    assert!(!story.can(&Who::in_role("broker"), Act::ReviewRequest, None));
}
