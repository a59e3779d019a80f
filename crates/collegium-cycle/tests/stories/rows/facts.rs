//! Facts are recorded, whatever the state; safeguarding passes every gate; a pause is no loss.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{
    child::Child,
    cycle::Cycle,
    kit::Who,
    protocol::{PauseClocks, Protocol},
    serde_json::{Value, json},
};
use collegium_model::id::{RequestId, SelfEvaluationId};

fn facts() -> Vec<(&'static str, Value)> {
    vec![
        (
            "hand_over_safeguarding",
            json!({
                "handover": uuid(1), "to": "designated_safeguarding_lead", "on": "2026-09-07",
            }),
        ),
        ("report_vacancy", json!({"post": "head", "since": "2026-09-07"})),
        ("record_appointment", json!({"post": "head", "person": uuid(5)})),
        (
            "report_conversion",
            json!({"from": 900_001, "to": 900_002, "on": "2026-09-07"}),
        ),
        ("report_merger", json!({"into": school(300), "on": "2026-09-07"})),
        ("report_closure", json!({"on": "2027-08-31"})),
        (
            "report_inspection",
            json!({"on": "2026-09-07", "judgements": [
                {"vocabulary": "overall_grades", "grade": "good"},
            ]}),
        ),
        ("report_strike", json!({"from": "2026-09-07", "to": "2026-09-08"})),
        ("report_capacity_fall", json!({"giver": school(201), "still": 0})),
        (
            "declare_interest",
            json!({"person": uuid(5), "school": school(HOST)}),
        ),
    ]
}

/// One story for each state that the cycle itself can be in.
fn states() -> Vec<(&'static str, Play)> {
    let active = Play::standard();
    let with = |code: &str, who: Who| {
        let mut play = Play {
            story: active.story.clone(),
        };
        play.told(&who, code, json!({})).then_accepted();
        play
    };
    let body = || Who::in_role("responsible_body").because("strike");
    let mut unopened = Play {
        story: active.story.clone(),
    };
    unopened.story.cycle = Cycle::default();
    vec![
        ("never opened", unopened),
        ("paused", with("pause_cycle", body())),
        ("stopped", with("stop_cycle", body())),
        ("closed", with("close_cycle", Who::in_role("broker"))),
        ("active", active),
    ]
}

#[test]
fn a_report_of_fact_is_taken_in_every_state_from_anybody() {
    for (state, play) in states() {
        for (code, data) in facts() {
            let mut play = Play {
                story: play.story.clone(),
            };
            let mut nobody = Who::in_role("observer");
            nobody.roles.clear();
            let told = play.told(&nobody, code, data);
            assert!(told.outcome.is_ok(), "{code} while {state}: {:?}", told.outcome);
        }
    }
}

#[test]
fn a_need_is_reported_before_the_cycle_is_opened() {
    let mut play = Play::standard();
    play.story.cycle = Cycle::default();
    play.reported(1);
    play.does("broker", "open_cycle", json!({"school": school(HOST), "turn": 1}));
    play.does("adviser", "begin_diagnosis", json!({"need": uuid(1)}));
}

#[test]
fn a_late_receipt_attaches_to_a_closed_turn_and_never_rewinds() {
    let mut play = Play::standard();
    let request = json!({"request": uuid(7), "kind": "document", "of": "governor"});
    play.does("broker", "send_request", request);
    play.does("broker", "record_receipt", json!({"request": uuid(7)}));
    play.does(
        "broker",
        "review_request",
        json!({"request": uuid(7), "clear": true}),
    );
    play.does("broker", "close_cycle", json!({}));
    let before = play.story.cycle.clone();
    play.does("broker", "record_receipt", json!({"request": uuid(7)}));
    play.story
        .then_stands(Child::Request(RequestId::new(uuid(7))), "reviewed");
    assert_eq!(play.story.cycle, before);
    let new = json!({"need": {
        "id": uuid(1), "school": school(HOST), "area": "leadership", "severity": "high",
        "units": 1, "source": {"kind": "reported"},
    }});
    play.refused("host_head", "report_need", new, &["cycle_not_open"]);
}

#[test]
fn pause_and_resume_is_the_identity_but_for_clocks() {
    for policy in [PauseClocks::Freeze, PauseClocks::Run] {
        let mut play = Play::changed(|protocol: &mut Protocol| protocol.on_pause = policy);
        play.does(
            "host_head",
            "draft_self_evaluation",
            json!({"self_evaluation": uuid(2)}),
        );
        play.does(
            "host_head",
            "consult_on_self_evaluation",
            json!({"self_evaluation": uuid(2)}),
        );
        let child = Child::SelfEvaluation(SelfEvaluationId::new(uuid(2)));
        // Twenty school days from Monday the 7th of September.
        play.story
            .then_due(child, "self_evaluation_in", day("2026-10-05"));
        let before = play.story.cycle.clone();
        play.story.on(day("2026-09-14"));
        play.does_because("responsible_body", "strike", "pause_cycle", json!({}));
        play.refused(
            "host_head",
            "submit_self_evaluation",
            json!({"self_evaluation": uuid(2)}),
            &["cycle_paused"],
        );
        play.story.on(day("2026-09-21"));
        play.does("responsible_body", "resume_cycle", json!({}));
        let due = match policy {
            PauseClocks::Freeze => day("2026-10-12"),
            PauseClocks::Run => day("2026-10-05"),
        };
        play.story.then_due(child, "self_evaluation_in", due);
        let mut after = play.story.cycle.clone();
        let opened = after.opened.as_mut().unwrap();
        opened.pauses.clear();
        opened.since = before.opened.as_ref().unwrap().since;
        assert_eq!(after, before);
    }
}

#[test]
fn deadlines_count_over_half_terms_and_bank_holidays() {
    let mut play = Play::standard();
    play.does(
        "host_head",
        "draft_self_evaluation",
        json!({"self_evaluation": uuid(2)}),
    );
    // The Friday before a half term in October, and the Thursday before Easter.
    let half_term = play.story.calendar.half_term_ends()[0];
    play.story.on(half_term);
    play.does(
        "host_head",
        "consult_on_self_evaluation",
        json!({"self_evaluation": uuid(2)}),
    );
    let child = Child::SelfEvaluation(SelfEvaluationId::new(uuid(2)));
    let days = play.story.calendar.school_days();
    let at = days.iter().position(|it| *it == half_term).unwrap();
    let due = days[at + 20];
    play.story.then_due(child, "self_evaluation_in", due);
    let good_friday = day("2027-03-26");
    assert!(play.story.calendar.bank_holidays().contains(&good_friday));
    play.story.on(day("2027-03-25"));
    play.does(
        "broker",
        "send_request",
        json!({"request": uuid(7), "kind": "conflict_declaration", "of": "governor"}),
    );
    // Friday and Monday are bank holidays: Tuesday, Wednesday, Thursday.
    play.story.then_due(
        Child::Request(RequestId::new(uuid(7))),
        "conflict_answer",
        day("2027-04-01"),
    );
}
