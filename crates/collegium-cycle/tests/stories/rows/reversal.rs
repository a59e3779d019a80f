//! What was done is taken back by a new event, with a reason and permission, while nothing rests on it.

use crate::play::{Play, uuid};
use collegium_cycle::{
    kit::Who,
    serde_json::{Value, json},
};

/// Without a reason refused, without the role refused, with both accepted.
#[track_caller]
fn taken_back(play: &mut Play, role: &str, code: &str, data: Value) {
    play.refused(role, code, data.clone(), &["reason_missing"]);
    let _ = play
        .told(
            &Who::in_role("deployed_person").because("mistake"),
            code,
            data.clone(),
        )
        .then_refused(&["role_missing"]);
    play.does_because(role, "mistake", code, data);
}

#[track_caller]
fn rested_upon(play: &mut Play, role: &str, code: &str, data: Value) {
    let _ = play
        .told(&Who::in_role(role).because("mistake"), code, data)
        .then_refused(&["rested_upon"]);
}

#[test]
fn a_diagnosis_is_withdrawn_until_somebody_is_proposed() {
    let mut play = Play::standard();
    play.diagnosed(1);
    let of = json!({"need": uuid(1)});
    taken_back(&mut play, "adviser", "withdraw_diagnosis", of.clone());
    play.does(
        "adviser",
        "agree_diagnosis",
        json!({"need": uuid(1), "severity": "low", "units": 1}),
    );
    play.does(
        "broker",
        "propose_deployment",
        Play::proposal(1, 1, "specialist_leader", 10),
    );
    rested_upon(&mut play, "adviser", "withdraw_diagnosis", of);
}

#[test]
fn a_self_evaluation_is_withdrawn_until_the_visit_begins() {
    let mut play = Play::standard();
    let of = json!({"self_evaluation": uuid(2)});
    play.self_evaluated();
    taken_back(&mut play, "host_head", "withdraw_self_evaluation", of.clone());
    play.does("host_head", "consult_on_self_evaluation", of.clone());
    play.does("host_head", "submit_self_evaluation", of.clone());
    play.reviewed("broker", 3, "2026-09-24");
    play.does("lead_reviewer", "begin_review", json!({"review": uuid(3)}));
    rested_upon(&mut play, "host_head", "withdraw_self_evaluation", of);
}

#[test]
fn a_report_is_reopened_until_a_diagnosis_rests_on_it() {
    let mut play = Play::standard();
    play.reported(1);
    play.does("adviser", "begin_diagnosis", json!({"need": uuid(1)}));
    play.self_evaluated().agreed_review(3, "2026-09-24");
    let of = json!({"review": uuid(3)});
    taken_back(&mut play, "host_head", "reopen_report", of.clone());
    play.does("host_head", "agree_report", of.clone());
    play.does(
        "adviser",
        "agree_diagnosis",
        json!({"need": uuid(1), "severity": "high", "units": 1}),
    );
    rested_upon(&mut play, "host_head", "reopen_report", of);
}

#[test]
fn closed_needs_concerns_and_objectives_are_taken_up_again() {
    let mut play = Play::standard();
    play.reported(1);
    play.does(
        "adviser",
        "set_objective",
        json!({"objective": uuid(4), "need": uuid(1)}),
    );
    play.does("adviser", "close_objective", json!({"objective": uuid(4)}));
    taken_back(
        &mut play,
        "adviser",
        "reopen_objective",
        json!({"objective": uuid(4)}),
    );
    play.does_because("broker", "mistake", "close_need", json!({"need": uuid(1)}));
    assert!(
        play.story.cycle.objectives.values().all(|it| !it.is_open()),
        "it ends with its need"
    );
    taken_back(&mut play, "broker", "reopen_need", json!({"need": uuid(1)}));
    play.does("adviser", "raise_concern", json!({"concern": uuid(5)}));
    play.does("adviser", "resolve_concern", json!({"concern": uuid(5)}));
    taken_back(
        &mut play,
        "responsible_body",
        "reopen_concern",
        json!({"concern": uuid(5)}),
    );
}
