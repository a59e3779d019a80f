//! Monitoring, challenge and escalation, coaching.

use crate::play::{Play, day, uuid};
use collegium_cycle::{
    acts::Act,
    child::{Child, Machine},
    clock::ClockStatus,
    kit::Who,
    protocol::{Deadline, Protocol, check::FaultKind},
    rules::Rules,
    serde_json::json,
};
use collegium_model::{
    calendar::Span,
    code::{Role, RuleId},
    id::{ChallengeId, NeedId},
};

fn challenge() -> Child {
    Child::Challenge(ChallengeId::new(uuid(6)))
}

#[test]
fn c4_the_internal_challenge_comes_first_except_where_an_inspection_intervenes() {
    let mut play = Play::standard();
    play.does("adviser", "raise_concern", json!({"concern": uuid(5)}));
    let escalate = json!({"concern": uuid(5), "steps_taken": true});
    let body = Who::in_role("responsible_body").because("no_progress");
    let _ = play
        .told(&body, "escalate_concern", escalate.clone())
        .then_refused(&["challenge_first"]);

    let mut inspected = Play {
        story: play.story.clone(),
    };
    inspected.does(
        "governor",
        "report_inspection",
        json!({"on": "2026-09-07", "judgements": []}),
    );
    let _ = inspected
        .told(&body, "escalate_concern", escalate.clone())
        .then_refused(&["challenge_first"]);
    let intervention = json!({"on": "2026-09-07", "judgements": [], "intervention": true});
    inspected.does("governor", "report_inspection", intervention);
    inspected
        .told(&body, "escalate_concern", escalate.clone())
        .then_accepted();

    play.does("peer_reviewer", "raise_challenge", json!({"challenge": uuid(6)}));
    let _ = play
        .told(&body, "escalate_concern", escalate.clone())
        .then_refused(&["challenge_first"]);
    play.does("host_head", "answer_challenge", json!({"challenge": uuid(6)}));
    play.told(&body, "escalate_concern", escalate).then_accepted();
}

#[test]
fn c4_a_challenge_about_one_need_does_not_stand_in_for_one_about_another() {
    let mut play = Play::standard();
    for need in [1, 2] {
        play.reported(need);
    }
    for (concern, need) in [(51, json!(uuid(1))), (52, json!(null))] {
        let raised = json!({"concern": uuid(concern), "need": need});
        play.does("adviser", "raise_concern", raised);
    }
    let body = Who::in_role("responsible_body").because("no_progress");
    let escalate = |play: &mut Play, concern: u128| {
        let data = json!({"concern": uuid(concern), "steps_taken": true});
        play.told(&body, "escalate_concern", data)
    };
    let challenged = |play: &mut Play, challenge: u128, need: u128| {
        let raised = json!({"challenge": uuid(challenge), "need": uuid(need)});
        play.does("peer_reviewer", "raise_challenge", raised);
        play.does(
            "host_head",
            "answer_challenge",
            json!({"challenge": uuid(challenge)}),
        );
    };
    challenged(&mut play, 61, 2);
    let _ = escalate(&mut play, 51).then_refused(&["challenge_first"]);
    // A concern about the school as a whole follows any challenge.
    escalate(&mut play, 52).then_accepted();
    challenged(&mut play, 62, 1);
    escalate(&mut play, 51).then_accepted();
}

#[test]
fn c6_pressure_without_an_entitlement_to_support_is_no_protocol() {
    let mut protocol = Protocol::standard();
    protocol.pressure[1].entitles_to.clear();
    let faults = Rules::compile(protocol).unwrap_err().faults;
    assert_eq!(faults.len(), 1);
    assert_eq!(
        (faults[0].place.as_str(), &faults[0].kind),
        ("pressure[1].entitles_to", &FaultKind::PressureWithoutSupport,)
    );
}

#[test]
fn c6_escalating_raises_the_pressure_by_a_level_and_stepping_down_lowers_it() {
    let mut play = Play::standard();
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    let pressure = |play: &Play| {
        let need = &play.story.cycle.needs[&NeedId::new(uuid(1))];
        need.pressure.map(|level| level.as_str().to_owned())
    };
    for (number, outcome, level) in [
        (81, "escalate", Some("watched_closely")),
        (82, "escalate", Some("led_from_outside")),
        (83, "escalate", Some("led_from_outside")),
        (84, "step_down", Some("watched_closely")),
        (85, "step_down", None),
    ] {
        for channel in ["data_check", "informal_visit"] {
            let monitored = json!({"need": uuid(1), "channel": channel, "on": "2026-09-24", "rating": "red"});
            play.does("adviser", "record_monitoring", monitored);
        }
        let recommended =
            json!({"decision": uuid(number), "need": uuid(1), "outcome": outcome, "reasons": []});
        play.does("adviser", "recommend_reallocation", recommended);
        play.does(
            "commissioner",
            "decide_reallocation",
            json!({"decision": uuid(number), "outcome": outcome}),
        );
        assert_eq!(pressure(&play).as_deref(), level, "{outcome}");
    }
}

#[test]
fn c7_e4d_an_unanswered_challenge_is_overdue_and_escalates_and_never_lapses() {
    let mut play = Play::standard();
    play.does("peer_reviewer", "raise_challenge", json!({"challenge": uuid(6)}));
    // Ten school days from Monday the 7th.
    play.story
        .then_due(challenge(), "challenge_answer", day("2026-09-21"));
    play.story.on(day("2026-09-21"));
    play.story
        .then_clock(challenge(), "challenge_answer", ClockStatus::Remind);
    let of = json!({"challenge": uuid(6)});
    play.refused(
        "adviser",
        "escalate_challenge",
        of.clone(),
        &["answer_not_overdue"],
    );
    play.refused("broker", "close_cycle", json!({}), &["still_open"]);
    play.story.on(day("2026-09-22"));
    play.story
        .then_clock(challenge(), "challenge_answer", ClockStatus::Overdue);
    let accepted = play.does("adviser", "escalate_challenge", of);
    assert_eq!(accepted.effects.len(), 1, "the responsible body is told");
    play.does("broker", "close_cycle", json!({}));
}

#[test]
fn e4d_another_deadline_of_a_challenge_does_not_make_its_answer_overdue() {
    let mut play = Play::changed(|protocol| {
        let of_answer = |it: &&Deadline| it.awaits == Act::AnswerChallenge;
        let mut other = protocol.deadlines.iter().find(of_answer).unwrap().clone();
        other.id = RuleId::new("challenge_escalated").unwrap();
        other.awaits = Act::EscalateChallenge;
        (other.due, other.remind) = (Span::SchoolDays(2), Vec::new());
        protocol.deadlines.insert(0, other);
    });
    play.does("peer_reviewer", "raise_challenge", json!({"challenge": uuid(6)}));
    play.story.on(day("2026-09-10"));
    play.story
        .then_clock(challenge(), "challenge_escalated", ClockStatus::Overdue);
    let of = json!({"challenge": uuid(6)});
    play.refused("adviser", "escalate_challenge", of, &["answer_not_overdue"]);
}

#[test]
fn e4d_a_protocol_in_which_a_challenge_could_lapse_is_invalid() {
    let mut protocol = Protocol::standard();
    protocol.steps.remove(&Act::EscalateChallenge);
    let faults = Rules::compile(protocol).unwrap_err().faults;
    assert!(
        faults
            .iter()
            .any(|it| matches!(it.kind, FaultKind::ChallengeLapses { .. })),
        "{faults:#?}"
    );
}

#[test]
fn g1_coaching_is_invisible_to_review_roles_or_the_protocol_is_invalid() {
    let mut protocol = Protocol::standard();
    for roles in [vec![], vec!["coach", "lead_reviewer"]] {
        let roles = roles.into_iter().map(|role| Role::new(role).unwrap()).collect();
        protocol.visibility.insert(Machine::Coaching, roles);
        let faults = Rules::compile(protocol.clone()).unwrap_err().faults;
        assert_eq!(faults[0].kind, FaultKind::CoachingOpen);
    }
    protocol.visibility.remove(&Machine::Coaching);
    assert!(Rules::compile(protocol).is_err());
}

#[test]
fn f4_a_stronger_school_is_never_watched_more_often_than_a_weaker_one() {
    let mut protocol = Protocol::standard();
    protocol.categories.swap(0, 4);
    let faults = Rules::compile(protocol).unwrap_err().faults;
    assert!(
        faults
            .iter()
            .all(|it| matches!(it.kind, FaultKind::Disproportionate { .. })),
        "{faults:#?}"
    );
    assert!(!faults.is_empty());
}
