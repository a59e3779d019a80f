//! Quality assurance review: pairing, estimate, outcomes agreed between school and team, hub follow-up.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{
    child::Child,
    clock::ClockStatus,
    kit::Who,
    protocol::Protocol,
    rules::Rules,
    serde_json::{self, Value, json},
};
use collegium_model::{
    calendar::Span,
    id::ReviewId,
    short_code::{OutcomeCode, TaskCode},
};

const HUB: &str = "hub_manager";

fn lead() -> Who {
    Who::in_role("lead_reviewer").of(school(201))
}

fn visit(number: u128, first: &str, last: &str) -> Value {
    json!({"review": uuid(number), "visit": first, "until": last})
}

/// Up to the first of three days, from Wednesday to Friday.
fn in_school() -> Play {
    let mut play = Play::under("quality-assurance-review", HUB);
    play.self_evaluated();
    play.does(HUB, "plan_review", json!({"review": uuid(3)}));
    let hub = Who::in_role(HUB)
        .given("lead_is_independent")
        .given("peers_from_other_regions");
    play.told(&hub, "form_team", Play::team(3, &[202, 203]))
        .then_accepted();
    play.does(HUB, "schedule_review", visit(3, "2026-10-07", "2026-10-09"));
    play.story.on(day("2026-10-07"));
    play
}

#[test]
fn an_independent_lead_and_two_to_three_peers_from_other_schools_and_regions() {
    let mut play = Play::under("quality-assurance-review", HUB);
    play.does(HUB, "plan_review", json!({"review": uuid(3)}));
    let three = Play::team(3, &[202, 203, 204]);
    play.refused(HUB, "form_team", three.clone(), &["fact_missing", "fact_missing"]);
    let hub = Who::in_role(HUB).given("lead_is_independent");
    let _ = play
        .told(&hub, "form_team", three.clone())
        .then_refused(&["fact_missing"]);
    let hub = hub.given("peers_from_other_regions");
    for (peers, why) in [
        (&[202][..], "team_too_small"),
        (&[202, 203, 204, 205], "team_too_large"),
        (&[202, 202], "school_twice"),
        (&[202, HOST], "reviewer_from_host"),
    ] {
        let _ = play
            .told(&hub, "form_team", Play::team(3, peers))
            .then_refused(&[why]);
    }
    play.told(&hub, "form_team", three).then_accepted();
}

#[test]
fn three_days_in_school_once_a_year() {
    let mut play = in_school();
    let hub = Who::in_role(HUB)
        .given("lead_is_independent")
        .given("peers_from_other_regions");
    for number in [4, 5] {
        play.does(HUB, "plan_review", json!({"review": uuid(number)}));
        play.told(&hub, "form_team", Play::team(number, &[202, 203]))
            .then_accepted();
    }
    let alone = json!({"review": uuid(5), "visit": "2027-09-28"});
    play.refused(HUB, "schedule_review", alone, &["visit_length"]);
    for last in ["2027-09-29", "2027-10-01"] {
        play.refused(
            HUB,
            "schedule_review",
            visit(5, "2027-09-28", last),
            &["visit_length"],
        );
    }
    play.refused(
        HUB,
        "schedule_review",
        visit(4, "2027-06-08", "2027-06-10"),
        &["too_many_visits_in_year"],
    );
    play.does(HUB, "schedule_review", visit(5, "2027-09-28", "2027-09-30"));
}

#[test]
fn outcomes_that_are_not_agreed_leave_no_report() {
    let mut play = in_school();
    play.done("host_head", "pair_reviewers");
    let review = json!({"review": uuid(3)});
    play.told(&lead(), "begin_review", review.clone()).then_accepted();
    play.story.on(day("2026-10-09"));
    let both = json!({"review": uuid(3), "ways": ["to_school", "to_team"]});
    play.does("lead_reviewer", "give_feedback", both);
    play.came_to("lead_reviewer", "estimate", "working_towards");
    play.came_to("lead_reviewer", "area_of_excellence", "not_confirmed");
    play.decided(11, "outcomes", "not_agreed", ("lead_reviewer", "host_head"));
    play.refused("lead_reviewer", "draft_report", review, &["approval_missing"]);
    assert_eq!(play.reached(), ["prepared"]);
    play.done(HUB, "hub_follow_up");
    play.does(HUB, "close_cycle", json!({}));
    play.story
        .then_stands(Child::Review(ReviewId::new(uuid(3))), "cancelled");
}

/// A version of the protocol in which one word of the estimate is another.
fn renamed(protocol: &Protocol) -> Rules {
    let mut next = protocol.clone();
    next.version += 1;
    let estimate = TaskCode::new("estimate").unwrap();
    let task = next.tasks.iter_mut().find(|task| task.code == estimate).unwrap();
    task.outcomes.remove(&OutcomeCode::new("effective").unwrap());
    task.outcomes
        .insert(OutcomeCode::new("secure").unwrap(), "Secure".to_owned());
    Rules::compile(next).unwrap()
}

#[test]
fn a_word_that_is_renamed_is_another_version_and_what_was_estimated_keeps_its_own() {
    let mut play = in_school();
    let next = renamed(play.story.rules.protocol());
    assert_ne!(next.pin().hash, play.story.rules.pin().hash);
    play.done("host_head", "pair_reviewers");
    let new_word = json!({"task": "estimate", "outcome": "secure"});
    play.refused(
        "lead_reviewer",
        "complete_task",
        new_word.clone(),
        &["wrong_outcome"],
    );
    play.came_to("lead_reviewer", "estimate", "effective");
    // The cycle moves on: the history holds the old word, and whoever estimates anew takes the new one.
    let to = serde_json::to_value(next.pin()).unwrap();
    play.story.other = Some(next);
    play.does_because(HUB, "words_changed", "migrate_cycle", json!({"to": to}));
    let estimate = TaskCode::new("estimate").unwrap();
    let outcome = |play: &Play| play.story.cycle.tasks[&estimate].outcome;
    assert_eq!(outcome(&play), OutcomeCode::new("effective").ok());
    let again = json!({"task": "estimate"});
    play.does_because("lead_reviewer", "words_changed", "reopen_task", again);
    let old_word = json!({"task": "estimate", "outcome": "effective"});
    play.refused("lead_reviewer", "complete_task", old_word, &["wrong_outcome"]);
    play.does("lead_reviewer", "complete_task", new_word);
}

#[test]
fn a_review_from_pairing_to_hub_follow_up() {
    let mut play = in_school();
    let review = json!({"review": uuid(3)});
    let lead = lead();
    let _ = play
        .told(&lead, "begin_review", review.clone())
        .then_refused(&["task_not_complete"]);
    play.done("host_head", "pair_reviewers");
    play.told(&lead, "begin_review", review.clone()).then_accepted();
    play.does(
        "lead_reviewer",
        "give_feedback",
        json!({"review": uuid(3), "ways": ["to_school", "to_team"]}),
    );

    play.refused(
        "lead_reviewer",
        "draft_report",
        review.clone(),
        &["before_visit", "approval_missing"],
    );
    let old = json!({"task": "estimate", "outcome": "outstanding"});
    play.refused("lead_reviewer", "complete_task", old, &["wrong_outcome"]);
    play.could_come_to_all("lead_reviewer", "estimate");
    play.came_to("lead_reviewer", "estimate", "effective");
    play.could_come_to_all("lead_reviewer", "area_of_excellence");
    play.came_to("lead_reviewer", "area_of_excellence", "confirmed");
    play.decided(11, "outcomes", "not_agreed", ("lead_reviewer", "host_head"));
    play.refused(
        "lead_reviewer",
        "draft_report",
        review.clone(),
        &["before_visit", "approval_missing"],
    );
    play.story.on(day("2026-10-08"));
    play.decided(12, "outcomes", "agreed", ("lead_reviewer", "host_head"));
    // The last of the three days.
    play.refused("lead_reviewer", "draft_report", review.clone(), &["before_visit"]);
    play.story.on(day("2026-10-09"));
    play.does("lead_reviewer", "draft_report", review.clone());
    play.does("lead_reviewer", "open_right_of_reply", review.clone());
    let replying = Child::Review(ReviewId::new(uuid(3)));
    let due = play
        .story
        .calendar
        .after(day("2026-10-09"), Span::SchoolDays(10))
        .unwrap();
    play.story.then_due(replying, "right_of_reply", due);
    play.story.on(due).after(Span::Days(1));
    play.story
        .then_clock(replying, "right_of_reply", ClockStatus::Overdue);
    let head = Who::in_role("host_head").of(school(HOST));
    let _ = play
        .told(&head, "agree_report", review.clone())
        .then_refused(&["task_not_complete"]);
    play.could_come_to_all("host_head", "written_reply");
    play.came_to("host_head", "written_reply", "replied");
    play.told(&head, "agree_report", review.clone()).then_accepted();
    play.refused(
        HUB,
        "share_report",
        review.clone(),
        &["role_missing", "school_unknown"],
    );
    play.told(&head, "share_report", review).then_accepted();

    play.refused(HUB, "close_cycle", json!({}), &["task_not_complete"]);
    play.done(HUB, "hub_follow_up");
    assert_eq!(play.reached(), ["prepared", "outcomes_agreed", "followed_up"]);
    play.does(HUB, "close_cycle", json!({}));
}
