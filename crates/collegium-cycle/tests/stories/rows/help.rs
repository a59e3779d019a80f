//! Capacity and deployment, as far as one school's cycle sees it.

use crate::play::{Play, day, school, uuid};
use collegium_cycle::{
    clock::ClockStatus,
    deployment::{Deployment, Stakeholder},
    kit::Who,
    serde_json::json,
    todo::What,
    violation::Violation,
};
use collegium_model::{id::DeploymentId, quantity::HalfDays};

fn deployment(play: &Play, number: u128) -> &Deployment {
    &play.story.cycle.deployments[&DeploymentId::new(uuid(number))]
}

fn vacancy() -> collegium_cycle::serde_json::Value {
    json!({"post": "head", "since": "2026-09-24"})
}

#[test]
fn b3_a_reported_vacancy_raises_a_gap_that_day_and_tasks_the_responsible_body() {
    let mut play = Play::standard();
    play.diagnosed(1);
    let accepted = play.does("governor", "report_vacancy", vacancy());
    assert_eq!(accepted.effects.len(), 1, "the responsible body is told");
    let gaps = |play: &Play, on: &str| play.story.cycle.leadership_gaps(day(on)).len();
    assert_eq!((gaps(&play, "2026-09-23"), gaps(&play, "2026-09-24")), (0, 1));
    let body = Who::in_role("responsible_body");
    let todos = play
        .story
        .cycle
        .todos(&play.story.context(&body), &play.story.rules);
    assert!(
        todos
            .iter()
            .any(|it| matches!(it.what, What::Settle(Violation::LeadershipGap { .. })))
    );
    let coach = Who::in_role("coach");
    let todos = play
        .story
        .cycle
        .todos(&play.story.context(&coach), &play.story.rules);
    assert!(!todos.iter().any(|it| matches!(it.what, What::Settle(_))));

    // Covered by an executive leader; uncovered again is refused as a wish.
    play.at_work(1, Play::proposal(1, 1, "executive_leader", 52));
    assert_eq!(gaps(&play, "2026-10-01"), 0);
    play.refused(
        "broker",
        "complete_deployment",
        json!({"deployment": uuid(1)}),
        &["leadership_gap_would_open"],
    );
    let cancel = Who::in_role("commissioner").because("strike");
    let _ = play
        .told(&cancel, "cancel_deployment", json!({"deployment": uuid(1)}))
        .then_refused(&["leadership_gap_would_open"]);
    // Appointing is the responsible body's decision, and recorded as a fact.
    play.does(
        "governor",
        "record_appointment",
        json!({"post": "head", "person": uuid(77)}),
    );
    play.does("broker", "complete_deployment", json!({"deployment": uuid(1)}));
}

#[test]
fn b3_an_executive_leader_over_the_span_limit_is_refused() {
    let mut play = Play::standard();
    play.diagnosed(1);
    let mut proposal = Play::proposal(1, 1, "executive_leader", 52);
    proposal["leads"] = json!(7);
    play.refused(
        "broker",
        "propose_deployment",
        proposal.clone(),
        &["span_exceeded"],
    );
    proposal["leads"] = json!(null);
    play.refused(
        "broker",
        "propose_deployment",
        proposal.clone(),
        &["span_unknown"],
    );
    proposal["leads"] = json!(6);
    play.does("broker", "propose_deployment", proposal);
    let mut head = Play::proposal(2, 1, "substantive_head", 130);
    head["post_covered"] = json!(false);
    play.refused("broker", "propose_deployment", head, &["post_uncovered"]);
}

#[test]
fn b3a_expectations_and_contacts_are_tracked_in_the_first_weeks() {
    let mut play = Play::standard();
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    let lacking = |play: &Play| {
        let rule = &play.story.rules.protocol().first_weeks;
        deployment(play, 1).first_weeks_lacking(rule)
    };
    assert_eq!(lacking(&play).1, Stakeholder::ALL);
    let child = collegium_cycle::child::Child::Deployment(DeploymentId::new(uuid(1)));
    play.story.then_due(child, "first_contact", day("2026-10-01"));
    play.story.on(day("2026-10-02"));
    play.story
        .then_clock(child, "first_contact", ClockStatus::Overdue);
    for with in ["staff", "parents", "pupils"] {
        let contact = json!({"deployment": uuid(1), "with": with, "on": "2026-10-02"});
        play.does("deployed_person", "record_contact", contact);
    }
    assert!(play.story.clock(child, "first_contact").is_none());
    for (expectation, met) in [
        ("safe_site", true),
        ("teaching_covered", false),
        ("behaviour_routine", true),
    ] {
        let checked = json!({"deployment": uuid(1), "expectation": expectation, "met": met});
        play.does("deployed_person", "check_expectation", checked);
    }
    assert_eq!(lacking(&play), (vec![], vec![]));
    let unmet = deployment(&play, 1)
        .first_weeks
        .expectations
        .values()
        .filter(|met| !**met)
        .count();
    assert_eq!(unmet, 1, "what is not met is shown, and blocks nothing");
}

#[test]
fn b3b_a_second_deployment_without_one_coordinator_is_blocked() {
    let mut play = Play::standard();
    play.diagnosed(1);
    play.consented(1, Play::proposal(1, 1, "specialist_leader", 10));
    play.consented(2, Play::proposal(2, 1, "coach", 2));
    // One can do without.
    let alone = play.agreement(1, None);
    let mut other = Play {
        story: play.story.clone(),
    };
    other.does("broker", "agree_deployment", alone);
    let second = other.agreement(2, None);
    other.refused("broker", "agree_deployment", second, &["coordinator_missing"]);

    let first = play.agreement(1, Some(9));
    play.does("broker", "agree_deployment", first);
    let another = play.agreement(2, Some(8));
    play.refused("broker", "agree_deployment", another, &["other_coordinator"]);
    let same = play.agreement(2, Some(9));
    play.does("broker", "agree_deployment", same);
}

#[test]
fn b4b_half_days_by_activity_reconcile_to_the_agreement() {
    let mut play = Play::changed(|protocol| {
        let step = protocol
            .steps
            .get_mut(&collegium_cycle::acts::Act::CompleteDeployment)
            .unwrap();
        step.guards = vec![collegium_cycle::protocol::Guard::TimeReconciles];
    });
    play.diagnosed(1)
        .consented(1, Play::proposal(1, 1, "specialist_leader", 10));
    let mut agreed = play.agreement(1, Some(9));
    agreed["agreement"]["activities"] = json!({"teaching": 6, "coaching": 4});
    play.does("broker", "agree_deployment", agreed);
    play.does("broker", "start_deployment", json!({"deployment": uuid(1)}));
    let complete = json!({"deployment": uuid(1)});
    play.refused(
        "broker",
        "complete_deployment",
        complete.clone(),
        &["time_unreconciled", "time_unreconciled"],
    );
    let log = |activity: &str, half_days: u32| {
        json!({
            "deployment": uuid(1), "activity": activity, "half_days": half_days, "on": "2026-09-24",
        })
    };
    play.does("deployed_person", "log_time", log("teaching", 6));
    play.does("deployed_person", "log_time", log("coaching", 3));
    play.refused(
        "broker",
        "complete_deployment",
        complete.clone(),
        &["time_unreconciled"],
    );
    play.does("deployed_person", "log_time", log("coaching", 1));
    assert!(
        deployment(&play, 1)
            .reconciled()
            .iter()
            .all(|it| it.agreed == it.delivered)
    );
    assert_eq!(
        deployment(&play, 1)
            .delivered
            .values()
            .copied()
            .fold(HalfDays(0), HalfDays::plus),
        HalfDays(10)
    );
    play.does("broker", "complete_deployment", complete);
}

#[test]
fn a_declared_interest_is_found_before_anybody_is_asked() {
    let mut play = Play::standard();
    play.diagnosed(1);
    play.does(
        "observer",
        "declare_interest",
        json!({"person": uuid(71), "school": school(crate::play::HOST)}),
    );
    let person = collegium_model::id::PersonId::new(uuid(71));
    assert_eq!(play.story.cycle.conflicts_of(person).len(), 1);
    let mut proposal = Play::proposal(1, 1, "specialist_leader", 10);
    proposal["person"] = json!(uuid(71));
    play.refused("broker", "propose_deployment", proposal.clone(), &["interested"]);
    proposal["person"] = json!(uuid(72));
    play.does("broker", "propose_deployment", proposal);
}

#[test]
fn a_conversion_asks_for_consents_again() {
    let mut play = Play::standard();
    play.diagnosed(1)
        .consented(1, Play::proposal(1, 1, "specialist_leader", 10));
    play.story.on(day("2026-09-25"));
    play.does(
        "governor",
        "report_conversion",
        json!({"from": 900_001, "to": 900_002, "on": "2026-09-25"}),
    );
    play.story.on(day("2026-09-28"));
    let agreed = play.agreement(1, Some(9));
    play.refused("broker", "agree_deployment", agreed.clone(), &["consent_missing"]);
    for role in [
        "host_head",
        "releasing_employer",
        "deployed_person",
        "commissioner",
    ] {
        play.does(role, "give_consent", json!({"deployment": uuid(1), "by": role}));
    }
    play.does("broker", "agree_deployment", agreed);
    play.does(
        "governor",
        "report_conversion",
        json!({"from": 900_002, "to": 900_003, "on": "2026-09-28"}),
    );
    let violations = play.story.cycle.check(day("2026-09-28"), &play.story.rules);
    assert!(
        matches!(violations[..], [Violation::ConsentsToRenew { .. }]),
        "{violations:?}"
    );
}

#[test]
fn a_fall_of_capacity_is_recorded_flagged_and_blocks_new_proposals() {
    let mut play = Play::standard();
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    play.does(
        "releasing_employer",
        "report_capacity_fall",
        json!({"giver": school(201), "still": 0}),
    );
    let violations = play.story.cycle.check(day("2026-09-24"), &play.story.rules);
    assert!(
        matches!(
            violations[..],
            [Violation::CapacityBelowCommitments { live: 1, .. }]
        ),
        "{violations:?}"
    );
    play.reported(2);
    play.does("adviser", "begin_diagnosis", json!({"need": uuid(2)}));
    play.does(
        "adviser",
        "agree_diagnosis",
        json!({"need": uuid(2), "severity": "high", "units": 1}),
    );
    let mut again = Play::proposal(2, 2, "specialist_leader", 10);
    again["giver"] = json!(school(201));
    play.refused("broker", "propose_deployment", again, &["giver_fallen"]);
}

#[test]
fn one_person_with_four_roles_gives_one_consent_where_the_protocol_says_so() {
    let mut play = Play::changed(|protocol| protocol.consents_by_different_people = true);
    play.diagnosed(1);
    play.does(
        "broker",
        "propose_deployment",
        Play::proposal(1, 1, "specialist_leader", 10),
    );
    let request = json!({
        "request": uuid(7), "kind": "conflict_declaration", "deployment": uuid(1), "of": "releasing_employer",
    });
    play.does("broker", "send_request", request);
    play.does("broker", "record_receipt", json!({"request": uuid(7)}));
    play.does(
        "broker",
        "review_request",
        json!({"request": uuid(7), "clear": true}),
    );
    play.does("broker", "clear_conflict", json!({"deployment": uuid(1)}));
    let both = Who::in_role("host_head").and("commissioner").person(500);
    let consent = |by: &str| json!({"deployment": uuid(1), "by": by});
    play.told(&both, "give_consent", consent("host_head"))
        .then_accepted();
    let _ = play
        .told(&both, "give_consent", consent("commissioner"))
        .then_refused(&["consent_twice"]);
    let deputy = Who {
        on_behalf_of: Some(both.person),
        ..Who::in_role("commissioner").person(501)
    };
    let _ = play
        .told(&deputy, "give_consent", consent("commissioner"))
        .then_refused(&["consent_twice"]);
    play.does("commissioner", "give_consent", consent("commissioner"));
}
