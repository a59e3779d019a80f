//! Diagnosis and evidence.

use crate::play::{Play, day, uuid};
use collegium_cycle::{
    enquiry::LeadershipDomain,
    kit::Who,
    protocol::{EvidenceUse, Guard, check::FaultKind},
    refusal::Blocker,
    rules::Rules,
    serde_json::json,
};
use collegium_model::{id::EnquiryId, intervention::EffectSize, short_code::EvidenceKind};

fn asked(play: &mut Play, enquiry: u128, domain: &str) {
    let data = json!({"enquiry": uuid(enquiry), "need": uuid(1), "domain": domain});
    play.does("lead_reviewer", "open_enquiry", data);
}

fn seen(play: &mut Play, enquiry: u128, evidence: u128, kind: &str) {
    let data = json!({
        "enquiry": uuid(enquiry), "evidence": uuid(evidence), "kind": kind, "on": "2026-09-07",
    });
    play.does("peer_reviewer", "record_evidence", data);
}

#[test]
fn e1_no_action_before_an_enquiry_is_answered_but_an_urgent_one_with_a_reason() {
    let mut play = Play::changed(|protocol| {
        let step = protocol
            .steps
            .get_mut(&collegium_cycle::acts::Act::AgreeDiagnosis)
            .unwrap();
        step.guards = vec![Guard::EnquiriesAnswered];
        step.urgent.as_mut().unwrap().lifts = vec![Guard::EnquiriesAnswered];
    });
    play.reported(1);
    play.does("adviser", "begin_diagnosis", json!({"need": uuid(1)}));
    let agree = json!({"need": uuid(1), "severity": "urgent", "units": 1});
    play.refused("adviser", "agree_diagnosis", agree.clone(), &["no_enquiry"]);
    asked(&mut play, 4, "setting_directions");
    play.refused(
        "adviser",
        "agree_diagnosis",
        agree.clone(),
        &["enquiry_unanswered"],
    );
    // Urgent: only for whoever may override, and only with a reason.
    let urgent = Who::in_role("adviser").because("child_at_risk").urgently();
    let _ = play
        .told(&urgent, "agree_diagnosis", agree.clone())
        .then_refused(&["enquiry_unanswered"]);
    let body = Who::in_role("responsible_body").urgently();
    let _ = play
        .told(&body, "agree_diagnosis", agree.clone())
        .then_refused(&["reason_missing"]);
    let mut other = Play {
        story: play.story.clone(),
    };
    other
        .told(&body.because("child_at_risk"), "agree_diagnosis", agree.clone())
        .then_accepted();
    // In order: the question is answered first.
    seen(&mut play, 4, 41, "assessment_data");
    seen(&mut play, 4, 42, "observation");
    play.does(
        "adviser",
        "answer_enquiry",
        json!({"enquiry": uuid(4), "evidence": [uuid(41), uuid(42)]}),
    );
    play.does("adviser", "agree_diagnosis", agree);
}

#[test]
fn e1_help_is_proposed_and_changed_on_answers_about_the_same_need() {
    use collegium_cycle::acts::Act;
    let mut play = Play::changed(|protocol| {
        for act in [Act::ProposeDeployment, Act::RecommendReallocation] {
            let step = protocol.steps.get_mut(&act).unwrap();
            step.guards.push(Guard::EnquiriesAnswered);
        }
    });
    play.diagnosed(1).reported(2);
    let proposal = Play::proposal(1, 1, "specialist_leader", 10);
    let answered = |play: &mut Play, enquiry: u128, need: u128| {
        play.does(
            "adviser",
            "open_enquiry",
            json!({"enquiry": uuid(enquiry), "need": uuid(need)}),
        );
        seen(play, enquiry, 10 * enquiry, "assessment_data");
        seen(play, enquiry, 10 * enquiry + 1, "observation");
        let evidence = [uuid(10 * enquiry), uuid(10 * enquiry + 1)];
        let answer = json!({"enquiry": uuid(enquiry), "evidence": evidence});
        play.does("adviser", "answer_enquiry", answer);
    };
    answered(&mut play, 4, 2);
    play.refused("broker", "propose_deployment", proposal.clone(), &["no_enquiry"]);
    answered(&mut play, 5, 1);
    play.at_work(1, proposal);
    let seen_so = json!({"need": uuid(1), "channel": "data_check", "on": "2026-09-24", "rating": "red"});
    play.does("adviser", "record_monitoring", seen_so);
    play.does(
        "adviser",
        "open_enquiry",
        json!({"enquiry": uuid(6), "need": uuid(1)}),
    );
    let change = json!({"decision": uuid(8), "need": uuid(1), "outcome": "switch", "reasons": []});
    play.refused(
        "adviser",
        "recommend_reallocation",
        change,
        &["enquiry_unanswered"],
    );
}

#[test]
fn numbers_and_voices_are_both_asked_for_and_a_refusal_says_which_is_missing() {
    let mut play = Play::standard();
    play.reported(1);
    asked(&mut play, 4, "developing_people");
    for (number, kind) in [
        (41, "assessment_data"),
        (42, "attendance_data"),
        (43, "observation"),
        (44, "survey"),
    ] {
        seen(&mut play, 4, number, kind);
    }
    let adviser = Who::in_role("adviser");
    for (evidence, without) in [([41, 42], "why"), ([43, 44], "what happened")] {
        let answer = json!({"enquiry": uuid(4), "evidence": evidence.map(uuid)});
        let refusal = play
            .told(&adviser, "answer_enquiry", answer)
            .then_refused(&["one_sided"]);
        let missing = without;
        assert_eq!(refusal.blockers[0].blocker, Blocker::OneSided { missing });
    }
    let both = json!({"enquiry": uuid(4), "evidence": [uuid(42), uuid(43)]});
    play.does("adviser", "answer_enquiry", both);
}

#[test]
fn a_team_has_as_many_peers_as_the_protocol_lets_it_have() {
    let mut play = Play::changed(|protocol| {
        (protocol.team.least_peers, protocol.team.most_peers) = (2, Some(3));
    });
    play.does("broker", "plan_review", json!({"review": uuid(3)}));
    let team = |peers: u128| {
        let reviewer = |number: u128| json!({"person": uuid(50 + number), "school": crate::play::school(200 + number), "has_shadowed": true});
        let peers: Vec<_> = (1..=peers).map(reviewer).collect();
        json!({"review": uuid(3), "lead": reviewer(0), "peers": peers})
    };
    play.refused("broker", "form_team", team(1), &["team_too_small"]);
    play.refused("broker", "form_team", team(4), &["team_too_large"]);
    for allowed in [2, 3] {
        let mut other = Play {
            story: play.story.clone(),
        };
        other.does("broker", "form_team", team(allowed));
    }
}

#[test]
fn e1a_a_finding_with_one_kind_of_evidence_is_untriangulated() {
    let mut play = Play::changed(|protocol| {
        protocol.evidence.to_answer = 1;
        protocol.evidence.both_sides = false;
    });
    play.reported(1);
    asked(&mut play, 4, "setting_directions");
    seen(&mut play, 4, 41, "survey");
    seen(&mut play, 4, 42, "survey");
    play.does(
        "adviser",
        "answer_enquiry",
        json!({"enquiry": uuid(4), "evidence": [uuid(41), uuid(42)]}),
    );
    let untriangulated = |play: &Play| {
        let finding = play.story.cycle.enquiries[&EnquiryId::new(uuid(4))]
            .finding
            .clone()
            .unwrap();
        play.story.cycle.is_untriangulated(&finding, &play.story.rules)
    };
    assert!(untriangulated(&play));
    play.does_because(
        "adviser",
        "more_was_seen",
        "reopen_enquiry",
        json!({"enquiry": uuid(4)}),
    );
    seen(&mut play, 4, 43, "attendance_data");
    play.does(
        "adviser",
        "answer_enquiry",
        json!({"enquiry": uuid(4), "evidence": [uuid(41), uuid(43)]}),
    );
    assert!(!untriangulated(&play));
}

#[test]
fn e1a_one_kind_of_evidence_cannot_drive_reallocation_alone() {
    let mut play = Play::changed(|protocol| {
        let step = protocol
            .steps
            .get_mut(&collegium_cycle::acts::Act::RecommendReallocation)
            .unwrap();
        step.guards = vec![Guard::Triangulated];
    });
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    let monitored = |channel: &str| {
        json!({
            "need": uuid(1), "channel": channel, "on": "2026-09-24", "rating": "red",
        })
    };
    play.does("adviser", "record_monitoring", monitored("data_check"));
    play.does("adviser", "record_monitoring", monitored("data_check"));
    let recommend = |outcome: &str| {
        json!({
            "decision": uuid(8), "need": uuid(1), "outcome": outcome, "reasons": [],
        })
    };
    play.refused(
        "adviser",
        "recommend_reallocation",
        recommend("switch"),
        &["untriangulated"],
    );
    let mut other = Play {
        story: play.story.clone(),
    };
    other.does("adviser", "recommend_reallocation", recommend("continue"));
    play.does("adviser", "record_monitoring", monitored("informal_visit"));
    play.does("adviser", "recommend_reallocation", recommend("switch"));
}

#[test]
fn e1d_a_protocol_in_which_a_kind_of_evidence_can_never_matter_is_invalid() {
    let mut protocol = collegium_cycle::protocol::Protocol::standard();
    let kind = EvidenceKind::new("survey").unwrap();
    protocol.evidence.kinds.get_mut(&kind).unwrap().counts_for = vec![];
    let faults = Rules::compile(protocol.clone()).unwrap_err().faults;
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].place, "evidence.kinds.survey.counts_for");
    assert_eq!(faults[0].kind, FaultKind::NeverMatters);
    protocol.evidence.kinds.get_mut(&kind).unwrap().counts_for = vec![EvidenceUse::Answer];
    assert!(Rules::compile(protocol).is_ok());
}

#[test]
fn e1e_e2a_a_report_is_agreed_once_feedback_went_both_ways() {
    let mut play = Play::standard();
    play.self_evaluated().reviewed("broker", 3, "2026-09-24");
    let review = json!({"review": uuid(3)});
    play.does("lead_reviewer", "begin_review", review.clone());
    play.does(
        "lead_reviewer",
        "give_feedback",
        json!({"review": uuid(3), "ways": ["to_school"]}),
    );
    play.does("lead_reviewer", "draft_report", review.clone());
    play.does("lead_reviewer", "open_right_of_reply", review.clone());
    play.refused("host_head", "agree_report", review.clone(), &["feedback_missing"]);
    play.does(
        "lead_reviewer",
        "give_feedback",
        json!({"review": uuid(3), "ways": ["to_team"]}),
    );
    play.does("host_head", "agree_report", review);
}

#[test]
fn h1_months_and_effect_sizes_agree_at_every_boundary() {
    let months = |hundredths| EffectSize::new(hundredths).ok().map(|size| size.months().get());
    for (hundredths, expected) in [
        (1, 0),
        (2, 1),
        (9, 1),
        (10, 2),
        (18, 2),
        (19, 3),
        (69, 8),
        (70, 9),
        (96, 12),
    ] {
        assert_eq!(months(hundredths), Some(expected), "{hundredths}");
    }
}

#[test]
fn h4_a_causal_claim_takes_evidence_that_can_carry_it() {
    let mut play = Play::standard();
    play.reported(1);
    asked(&mut play, 4, "developing_people");
    for (number, kind) in [
        (41, "assessment_data"),
        (42, "observation"),
        (43, "comparison_group"),
    ] {
        seen(&mut play, 4, number, kind);
    }
    let causal = |evidence: &[u128]| {
        let evidence: Vec<_> = evidence.iter().map(|number| uuid(*number)).collect();
        json!({"enquiry": uuid(4), "evidence": evidence, "causal": true})
    };
    play.refused("adviser", "answer_enquiry", causal(&[41, 42]), &["not_causal"]);
    play.refused(
        "adviser",
        "answer_enquiry",
        causal(&[42, 99]),
        &["evidence_unknown", "evidence_too_thin", "one_sided", "not_causal"],
    );
    play.does("adviser", "answer_enquiry", causal(&[42, 43]));
}

#[test]
fn h5_a_diagnosis_lists_what_of_leadership_nobody_asked_about() {
    let mut play = Play::standard();
    play.reported(1);
    assert_eq!(play.story.cycle.domains_without_enquiry(), LeadershipDomain::ALL);
    asked(&mut play, 4, "developing_people");
    assert_eq!(
        play.story.cycle.domains_without_enquiry(),
        [
            LeadershipDomain::SettingDirections,
            LeadershipDomain::RedesigningOrganisation,
        ]
    );
    asked(&mut play, 5, "setting_directions");
    asked(&mut play, 6, "redesigning_organisation");
    assert!(play.story.cycle.domains_without_enquiry().is_empty());
}

#[test]
fn e2d_g8_a_visit_is_told_in_time_and_not_in_a_protected_window() {
    let mut play = Play::standard();
    play.does("broker", "plan_review", json!({"review": uuid(3)}));
    let team = json!({
        "review": uuid(3),
        "lead": {"person": uuid(51), "school": crate::play::school(201), "has_shadowed": false},
        "peers": [
            {"person": uuid(52), "school": crate::play::school(202), "has_shadowed": false},
            {"person": uuid(53), "school": crate::play::school(203), "has_shadowed": false},
        ],
    });
    play.refused("broker", "form_team", team, &["lead_without_shadowing"]);
    let mut play = Play::standard();
    play.does("broker", "plan_review", json!({"review": uuid(3)}));
    let visit = |play: &mut Play, on: &str, blockers: &[&str]| {
        let mut other = Play {
            story: play.story.clone(),
        };
        let told = other.told(
            &Who::in_role("broker"),
            "schedule_review",
            json!({"review": uuid(3), "visit": on}),
        );
        if blockers.is_empty() {
            told.then_accepted();
        } else {
            let _ = told.then_refused(blockers);
        }
    };
    let team = json!({
        "review": uuid(3),
        "lead": {"person": uuid(51), "school": crate::play::school(201), "has_shadowed": true},
        "peers": [
            {"person": uuid(52), "school": crate::play::school(202), "has_shadowed": false},
            {"person": uuid(53), "school": crate::play::school(203), "has_shadowed": false},
        ],
    });
    play.does("broker", "form_team", team);
    // Five school days from Monday the 7th: Monday the 14th.
    visit(&mut play, "2026-09-11", &["too_short_notice"]);
    visit(&mut play, "2026-09-14", &[]);
    visit(&mut play, "2026-09-13", &["no_school_day", "too_short_notice"]);
    // The last two school days of a term are the school's own.
    let last = play.story.calendar.term_ends()[0];
    let days = play.story.calendar.school_days().to_vec();
    let at = days.iter().position(|it| *it == last).unwrap();
    for (back, blockers) in [
        (0, &["protected_day"][..]),
        (1, &["protected_day"][..]),
        (2, &[][..]),
    ] {
        visit(&mut play, &days[at - back].to_string(), blockers);
    }
}

#[test]
fn g8_visits_in_a_term_are_capped_for_the_school_and_for_each_person() {
    let mut play = Play::standard();
    play.self_evaluated().agreed_review(3, "2026-09-24");
    play.agreed_review(4, "2026-10-08");
    play.does("broker", "plan_review", json!({"review": uuid(5)}));
    let team = json!({
        "review": uuid(5),
        "lead": {"person": uuid(51), "school": crate::play::school(201), "has_shadowed": true},
        "peers": [
            {"person": uuid(62), "school": crate::play::school(202), "has_shadowed": false},
            {"person": uuid(63), "school": crate::play::school(203), "has_shadowed": false},
        ],
    });
    play.does("broker", "form_team", team);
    play.refused(
        "broker",
        "schedule_review",
        json!({"review": uuid(5), "visit": "2026-11-19"}),
        &["too_many_visits", "too_many_visits_each"],
    );
    play.does(
        "broker",
        "schedule_review",
        json!({"review": uuid(5), "visit": "2027-01-21"}),
    );
    play.story.on(day("2027-01-21"));
}
