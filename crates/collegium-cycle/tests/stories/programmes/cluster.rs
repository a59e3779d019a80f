//! Cluster peer review: training, self-review, visit, workshop, support; then again.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{
    acts::Act,
    child::Child,
    clock::ClockStatus,
    cycle::Cycle,
    kit::Who,
    protocol::Preset,
    serde_json::{Value, json},
};
use collegium_model::{
    calendar::Span,
    id::{ReviewId, WorkshopId},
    short_code::OutcomeCode,
};

const LEAD: &str = "cluster_lead";

fn lead_reviewer() -> Who {
    Who::in_role("lead_reviewer").of(school(201))
}

fn host_head() -> Who {
    Who::in_role("host_head").of(school(HOST))
}

/// A cluster that is formed and trained, under which the self-review is in.
fn trained() -> Play {
    let mut play = Play::under("cluster-peer-review", LEAD);
    for task in ["form_cluster", "train_reviewers", "train_champions"] {
        play.done(LEAD, task);
    }
    play.self_evaluated();
    play
}

fn visit(number: u128, first: &str, last: Option<&str>) -> Value {
    let mut visit = json!({"review": uuid(number), "visit": first});
    if let Some(last) = last {
        visit["until"] = json!(last);
    }
    visit
}

#[test]
fn a_visit_takes_one_or_two_days_twice_a_year() {
    let mut play = trained();
    for number in [3, 4, 5, 6] {
        play.does(LEAD, "plan_review", json!({"review": uuid(number)}));
        play.does(LEAD, "form_team", Play::team(number, &[202]));
    }
    let mut refused = |of: Value, why: &str| play.refused(LEAD, "schedule_review", of, &[why]);
    // Wednesday to Friday, and the end before the beginning.
    refused(visit(3, "2026-09-23", Some("2026-09-25")), "visit_length");
    refused(visit(3, "2026-09-23", Some("2026-09-22")), "visit_length");
    // A Friday and a Saturday; a last day at the end of term; too soon.
    refused(visit(3, "2026-09-25", Some("2026-09-26")), "no_school_day");
    refused(visit(3, "2026-12-15", Some("2026-12-16")), "protected_day");
    refused(visit(3, "2026-09-17", None), "too_short_notice");
    // Over a weekend it is two school days.
    play.does(
        LEAD,
        "schedule_review",
        visit(3, "2026-09-25", Some("2026-09-28")),
    );
    play.refused(
        LEAD,
        "schedule_review",
        visit(4, "2026-11-10", None),
        &["too_many_visits"],
    );
    play.does(LEAD, "schedule_review", visit(4, "2027-02-02", None));
    // A third in the same school year, and the first of the next.
    let third = visit(5, "2027-05-11", None);
    play.refused(LEAD, "schedule_review", third, &["too_many_visits_in_year"]);
    play.does(
        LEAD,
        "schedule_review",
        visit(6, "2027-09-21", Some("2027-09-22")),
    );
}

#[test]
fn a_team_comes_from_the_other_schools_of_a_cluster_of_three_to_seven() {
    let mut play = trained();
    play.does(LEAD, "plan_review", json!({"review": uuid(3)}));
    play.refused(LEAD, "form_team", Play::team(3, &[]), &["team_too_small"]);
    let seven_others = [202, 203, 204, 205, 206, 207];
    play.refused(
        LEAD,
        "form_team",
        Play::team(3, &seven_others),
        &["team_too_large"],
    );
    play.does(LEAD, "form_team", Play::team(3, &seven_others[..5]));
}

#[test]
fn no_grade_is_given() {
    let protocol = Preset::named("cluster-peer-review").unwrap().protocol();
    assert!(protocol.progress.is_empty() && protocol.approvals.is_empty() && protocol.categories.is_empty());
    let outcomes = protocol.tasks.iter().flat_map(|task| task.outcomes.keys());
    let outcomes: Vec<_> = outcomes.map(OutcomeCode::as_str).collect();
    assert_eq!(outcomes, ["agreed", "none_needed"]);
    assert!(!protocol.allows(Act::CategoriseSchool));
}

#[test]
fn an_untrained_champion_holds_no_workshop() {
    let mut play = Play::under("cluster-peer-review", LEAD);
    play.does(LEAD, "plan_review", json!({"review": uuid(3)}));
    let called =
        json!({"workshop": uuid(5), "review": uuid(3), "champion": uuid(61), "champion_from": school(204)});
    play.does("host_head", "call_workshop", called);
    let hold = json!({"workshop": uuid(5)});
    let champion = Who::in_role("improvement_champion").of(school(204));
    let _ = play
        .told(&champion, "hold_workshop", hold.clone())
        .then_refused(&["task_not_complete"]);
    for task in ["form_cluster", "train_reviewers", "train_champions"] {
        play.done(LEAD, task);
    }
    let host = Who::in_role("improvement_champion").of(school(HOST));
    let _ = play
        .told(&host, "hold_workshop", hold.clone())
        .then_refused(&["own_school"]);
    play.told(&champion, "hold_workshop", hold).then_accepted();
}

#[test]
fn then_again_in_a_second_turn() {
    let mut play = trained();
    play.reviewed(LEAD, 3, "2026-09-24");
    play.reported_on(3, &lead_reviewer(), &host_head());
    play.came_to("host_head", "agree_support", "none_needed");
    play.does(LEAD, "close_cycle", json!({}));
    play.refused(
        LEAD,
        "plan_review",
        json!({"review": uuid(4)}),
        &["cycle_not_open"],
    );
    // Another turn is another cycle; nothing of the first is done in it.
    play.story.cycle = Cycle::default();
    play.story.on(day("2027-01-11"));
    play.does(LEAD, "open_cycle", json!({"school": school(HOST), "turn": 2}));
    play.refused(LEAD, "close_cycle", json!({}), &["task_not_complete"]);
    for task in ["form_cluster", "train_reviewers", "train_champions"] {
        play.done(LEAD, task);
    }
    play.self_evaluated();
    play.reviewed(LEAD, 3, "2027-02-02");
    play.reported_on(3, &lead_reviewer(), &host_head());
}

#[test]
fn no_team_before_the_training_and_no_two_from_one_school() {
    let mut play = Play::under("cluster-peer-review", LEAD);
    play.does(LEAD, "plan_review", json!({"review": uuid(90)}));
    let team = json!({
        "review": uuid(90),
        "lead": {"person": uuid(51), "school": school(201), "has_shadowed": true},
        "peers": [
            {"person": uuid(52), "school": school(202), "has_shadowed": false},
            {"person": uuid(53), "school": school(202), "has_shadowed": false},
        ],
    });
    play.refused(LEAD, "form_team", team, &["school_twice", "task_not_complete"]);
    play.does_because(LEAD, "not_trained", "cancel_review", json!({"review": uuid(90)}));
}

#[test]
fn a_turn_from_training_to_agreed_support() {
    let mut play = Play::under("cluster-peer-review", LEAD);
    let trained = json!({"task": "train_reviewers"});
    play.refused(LEAD, "complete_task", trained, &["task_not_complete"]);
    play.done(LEAD, "form_cluster");
    play.done(LEAD, "train_reviewers");
    play.done(LEAD, "train_champions");
    assert_eq!(play.reached(), ["prepared"]);
    for code in [
        "draft_self_evaluation",
        "consult_on_self_evaluation",
        "submit_self_evaluation",
    ] {
        play.does("host_head", code, json!({"self_evaluation": uuid(2)}));
    }
    play.does(
        "host_head",
        "report_need",
        json!({"need": {
            "id": uuid(1), "school": school(HOST), "area": "attendance", "severity": "moderate",
            "units": 1, "source": {"kind": "reported"},
        }}),
    );
    play.reviewed(LEAD, 3, "2026-09-24");
    let review = json!({"review": uuid(3)});
    play.refused(
        "lead_reviewer",
        "begin_review",
        review.clone(),
        &["school_unknown"],
    );
    let _ = play
        .told(
            &Who::in_role("lead_reviewer").of(school(HOST)),
            "begin_review",
            review.clone(),
        )
        .then_refused(&["own_school"]);
    play.told(&lead_reviewer(), "begin_review", review.clone())
        .then_accepted();

    let enquiry = json!({"enquiry": uuid(4), "need": uuid(1), "domain": "developing_people"});
    play.does("lead_reviewer", "open_enquiry", enquiry);
    play.does("lead_reviewer", "begin_diagnosis", json!({"need": uuid(1)}));
    for (number, kind) in [(41, "assessment_data"), (42, "pupil_conversation")] {
        let evidence =
            json!({"enquiry": uuid(4), "evidence": uuid(number), "kind": kind, "on": "2026-09-24"});
        play.does("peer_reviewer", "record_evidence", evidence);
    }
    let thin = json!({"enquiry": uuid(4), "evidence": [uuid(41)]});
    play.refused(
        "lead_reviewer",
        "answer_enquiry",
        thin,
        &["evidence_too_thin", "one_sided"],
    );
    play.does(
        "lead_reviewer",
        "answer_enquiry",
        json!({"enquiry": uuid(4), "evidence": [uuid(41), uuid(42)]}),
    );

    let one_way = json!({"review": uuid(3), "ways": ["to_school"]});
    play.told(&lead_reviewer(), "give_feedback", one_way)
        .then_accepted();
    play.does("lead_reviewer", "draft_report", review.clone());
    play.does("lead_reviewer", "open_right_of_reply", review.clone());
    let replying = Child::Review(ReviewId::new(uuid(3)));
    play.story.then_due(replying, "right_of_reply", day("2026-10-08"));
    play.story.on(day("2026-10-09"));
    play.story
        .then_clock(replying, "right_of_reply", ClockStatus::Overdue);
    let head = host_head();
    let _ = play
        .told(&head, "agree_report", review.clone())
        .then_refused(&["feedback_missing"]);
    let other_way = json!({"review": uuid(3), "ways": ["to_team"]});
    play.told(&lead_reviewer(), "give_feedback", other_way)
        .then_accepted();
    play.told(&head, "agree_report", review.clone()).then_accepted();
    let accepted = play.told(&head, "share_report", review).then_accepted();
    assert_eq!(accepted.effects.len(), 1, "the report is published");
    play.does(
        "host_head",
        "agree_diagnosis",
        json!({"need": uuid(1), "severity": "moderate", "units": 1}),
    );

    let own =
        json!({"workshop": uuid(5), "review": uuid(3), "champion": uuid(61), "champion_from": school(HOST)});
    play.refused("host_head", "call_workshop", own, &["champion_from_host"]);
    let other =
        json!({"workshop": uuid(5), "review": uuid(3), "champion": uuid(61), "champion_from": school(204)});
    play.does("host_head", "call_workshop", other);
    let called = Child::Workshop(WorkshopId::new(uuid(5)));
    let due = play
        .story
        .calendar
        .after(day("2026-10-09"), Span::SchoolWeeks(3))
        .unwrap();
    play.story.then_due(called, "workshop_held", due);
    let champion = Who::in_role("improvement_champion").of(school(204));
    play.told(&champion, "hold_workshop", json!({"workshop": uuid(5)}))
        .then_accepted();
    let plan = |measure: bool| {
        json!({"workshop": uuid(5), "actions": [
            {"owner": "host_head", "success_measure": measure, "review_on": "2027-01-15"},
        ]})
    };
    play.does("host_head", "draft_plan", plan(false));
    play.refused(
        "host_head",
        "adopt_plan",
        json!({"workshop": uuid(5)}),
        &["action_without_measure"],
    );
    play.does("host_head", "draft_plan", plan(true));
    play.does("host_head", "adopt_plan", json!({"workshop": uuid(5)}));

    play.refused(LEAD, "close_cycle", json!({}), &["task_not_complete"]);
    play.could_come_to_all("host_head", "agree_support");
    play.came_to("host_head", "agree_support", "agreed");
    assert_eq!(play.reached(), ["prepared", "support_agreed"]);
    play.story.on(day("2026-12-01"));
    play.does(LEAD, "close_cycle", json!({}));
}
