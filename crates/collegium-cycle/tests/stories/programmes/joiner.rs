//! Joining a trust: triage, detail, decision, a first map of support.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{
    child::Child,
    kit::Who,
    serde_json::{Value, json},
    standing::TaskStatus,
};
use collegium_model::id::NeedId;

const DIRECTOR: &str = "director_of_education";
const TRIAGE: [&str; 7] = [
    "triage_performance",
    "triage_inspections",
    "triage_finance",
    "triage_admissions",
    "triage_capacity",
    "triage_numbers",
    "triage_demographics",
];

fn joiner() -> Value {
    json!({"due_diligence": uuid(7)})
}

/// Up to the whole look, every part of it done but the improvement part.
fn detailed() -> Play {
    let mut play = Play::under("joiner-due-diligence", DIRECTOR);
    play.does("responsible_body", "register_interest", joiner());
    play.does(DIRECTOR, "begin_triage", joiner());
    for task in TRIAGE {
        play.done(DIRECTOR, task);
    }
    play.does(DIRECTOR, "begin_detailed_diligence", joiner());
    for part in [
        "leadership",
        "governance",
        "staffing",
        "curriculum",
        "safeguarding",
        "contracts",
        "buildings",
    ] {
        play.does(
            DIRECTOR,
            "complete_part",
            json!({"due_diligence": uuid(7), "part": part}),
        );
    }
    play.refused(
        DIRECTOR,
        "complete_part",
        json!({"due_diligence": uuid(7), "part": "gossip"}),
        &["not_asked_for"],
    );
    play
}

#[test]
fn accepted_and_onboarded_with_a_first_map_of_support() {
    let mut play = detailed();
    play.refused(
        "trust_board",
        "accept_joiner",
        joiner(),
        &["approval_missing", "task_not_complete"],
    );
    play.done(DIRECTOR, "cost_solutions");
    play.decided(11, "joining", "accept", ("trust_chief_executive", "trust_board"));
    play.does("trust_board", "accept_joiner", joiner());
    play.could_come_to_all(DIRECTOR, "joins_when");
    play.came_to(DIRECTOR, "joins_when", "mid_year");
    play.refused(
        DIRECTOR,
        "complete_task",
        json!({"task": "first_map_of_support"}),
        &["task_not_complete"],
    );
    // The review is a visit with an agreed report, not a word.
    let full = json!({"task": "full_review"});
    play.refused("lead_reviewer", "complete_task", full, &["no_agreed_review"]);
    play.reviewed(DIRECTOR, 3, "2026-09-24");
    play.reported_on(3, &Who::in_role("lead_reviewer"), &Who::in_role("host_head"));
    play.done("lead_reviewer", "full_review");
    play.done(DIRECTOR, "first_map_of_support");
    // The improvement part is missing, and it is too late for it once the school is accepted.
    play.refused(DIRECTOR, "onboard_joiner", joiner(), &["part_missing"]);
}

#[test]
fn the_improvement_part_seeds_the_first_allocation() {
    let mut play = detailed();
    let improvement = json!({"due_diligence": uuid(7), "part": "school_improvement", "needs": [{
        "id": uuid(1), "school": school(HOST), "area": "curriculum", "severity": "high",
        "units": 1, "source": {"kind": "review"},
    }]});
    let accepted = play.does("adviser", "complete_part", improvement.clone());
    let codes: Vec<_> = accepted
        .events
        .iter()
        .map(collegium_cycle::acts::Event::code)
        .collect();
    assert_eq!(codes, ["part_completed", "need_reported"]);
    play.story
        .then_stands(Child::Need(NeedId::new(uuid(1))), "scoping");
    play.refused("adviser", "complete_part", improvement, &["exists_already"]);
    play.done(DIRECTOR, "cost_solutions");
    play.decided(11, "joining", "accept", ("trust_chief_executive", "trust_board"));
    play.does("trust_board", "accept_joiner", joiner());
    play.came_to(DIRECTOR, "joins_when", "start_of_year");
    play.done(DIRECTOR, "first_map_of_support");
    play.does(DIRECTOR, "onboard_joiner", joiner());
    assert_eq!(play.reached(), ["triage_done", "decided", "first_map"]);
    play.refused(DIRECTOR, "close_cycle", json!({}), &["still_open"]);
    play.does_because(DIRECTOR, "need_met", "close_need", json!({"need": uuid(1)}));
    play.does(DIRECTOR, "close_cycle", json!({}));
}

#[test]
fn no_detail_before_every_part_of_the_triage() {
    let mut play = Play::under("joiner-due-diligence", DIRECTOR);
    play.does("responsible_body", "register_interest", joiner());
    play.refused("responsible_body", "begin_triage", joiner(), &["role_missing"]);
    play.does(DIRECTOR, "begin_triage", joiner());
    for task in &TRIAGE[1..] {
        play.done(DIRECTOR, task);
    }
    // What is read in the triage may be of either inspection system.
    let judgements = json!([{"vocabulary": "overall_grade", "grade": "requires_improvement"}]);
    let inspection = json!({"on": "2023-05-16", "judgements": judgements});
    play.does(DIRECTOR, "report_inspection", inspection);
    let issues = json!({"task": "cost_solutions"});
    play.refused(DIRECTOR, "complete_task", issues, &["task_not_complete"]);
    play.refused(
        DIRECTOR,
        "begin_detailed_diligence",
        joiner(),
        &["task_not_complete"],
    );
    play.done("adviser", TRIAGE[0]);
    play.does(DIRECTOR, "begin_detailed_diligence", joiner());
    assert_eq!(play.reached(), ["triage_done"]);
}

#[test]
fn a_board_that_defers_decides_again_on_solutions_costed_anew() {
    let mut play = detailed();
    play.done(DIRECTOR, "cost_solutions");
    play.decided(11, "joining", "defer", ("trust_chief_executive", "trust_board"));
    play.refused("trust_board", "accept_joiner", joiner(), &["approval_missing"]);
    assert_eq!(play.status("joins_when"), TaskStatus::NotRequired);
    play.does_because("trust_board", "finance", "defer_joiner", joiner());
    play.story.on(day("2026-11-03"));
    play.does(DIRECTOR, "begin_triage", joiner());
    play.does(DIRECTOR, "begin_detailed_diligence", joiner());
    let again = json!({"task": "cost_solutions"});
    play.does_because(DIRECTOR, "finance", "reopen_task", again);
    play.refused(
        "trust_board",
        "accept_joiner",
        joiner(),
        &["approval_missing", "task_not_complete"],
    );
    play.done(DIRECTOR, "cost_solutions");
    play.decided(12, "joining", "accept", ("trust_chief_executive", "trust_board"));
    play.does("trust_board", "accept_joiner", joiner());
    assert_eq!(play.reached(), ["triage_done", "decided"]);
}

#[test]
fn a_board_that_declines_ends_it() {
    let mut play = detailed();
    play.done(DIRECTOR, "cost_solutions");
    play.decided(11, "joining", "decline", ("trust_chief_executive", "trust_board"));
    play.refused("trust_board", "decline_joiner", joiner(), &["reason_missing"]);
    play.does_because("trust_board", "not_a_fit", "decline_joiner", joiner());
    assert_eq!(play.status("first_map_of_support"), TaskStatus::NotRequired);
    assert_eq!(play.reached(), ["triage_done", "decided"]);
    play.does(DIRECTOR, "close_cycle", json!({}));
}

#[test]
fn deferred_and_taken_up_again_or_declined() {
    let mut play = detailed();
    play.refused("trust_board", "defer_joiner", joiner(), &["reason_missing"]);
    play.does_because("trust_board", "capacity", "defer_joiner", joiner());
    play.does(DIRECTOR, "begin_triage", joiner());
    let told = play.told(
        &Who::in_role("responsible_body").because("school_withdrew"),
        "decline_joiner",
        joiner(),
    );
    told.then_accepted();
    play.does(DIRECTOR, "close_cycle", json!({}));
}

#[test]
fn b2_what_was_found_about_one_joining_says_nothing_of_another() {
    let mut play = detailed();
    let part = json!({"due_diligence": uuid(7), "part": "school_improvement"});
    play.does("adviser", "complete_part", part);
    play.done(DIRECTOR, "cost_solutions");
    play.decided(11, "joining", "accept", ("trust_chief_executive", "trust_board"));
    let other = json!({"due_diligence": uuid(8)});
    play.does("responsible_body", "register_interest", other.clone());
    for step in ["begin_triage", "begin_detailed_diligence"] {
        play.does(DIRECTOR, step, other.clone());
    }
    for joining in [joiner(), other.clone()] {
        play.does("trust_board", "accept_joiner", joining);
    }
    play.came_to(DIRECTOR, "joins_when", "start_of_year");
    play.done(DIRECTOR, "first_map_of_support");
    play.refused(DIRECTOR, "onboard_joiner", other, &["part_missing"]);
    play.does(DIRECTOR, "onboard_joiner", joiner());
}
