//! Cluster peer review: training, self-review, visit, workshop, support; then again.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{kit::Who, serde_json::json};

const LEAD: &str = "cluster_lead";

fn lead_reviewer() -> Who {
    Who::in_role("lead_reviewer").of(school(201))
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
    let head = Who::in_role("host_head").of(school(HOST));
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
    play.came_to("host_head", "agree_support", "agreed");
    assert_eq!(play.reached(), ["prepared", "support_agreed"]);
    play.story.on(day("2026-12-01"));
    play.does(LEAD, "close_cycle", json!({}));
}
