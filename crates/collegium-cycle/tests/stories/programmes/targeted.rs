//! Targeted intervention: main line, branch without a match, return to the main line, side process.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{child::Child, clock::ClockStatus, kit::Who, serde_json::json, standing::TaskStatus};
use collegium_model::{
    calendar::Span,
    id::{ConcernId, NeedId},
};

const OFFICER: &str = "delivery_officer";
const ADVISER: &str = "adviser";
const DIRECTOR: &str = "regional_director";

/// Up to the adviser's initial diagnosis.
fn diagnosed() -> Play {
    let mut play = Play::under("targeted-intervention", OFFICER);
    play.does(
        ADVISER,
        "report_need",
        json!({"need": {
            "id": uuid(1), "school": school(HOST), "area": "quality_of_education", "severity": "high",
            "units": 1, "source": {"kind": "reported"},
        }}),
    );
    play.refused(
        OFFICER,
        "complete_task",
        json!({"task": "allocate_adviser"}),
        &["branch_undecided", "branch_undecided"],
    );
    play.came_to(OFFICER, "confirm_eligibility", "eligible");
    play.done(OFFICER, "contact_responsible_body");
    play.came_to(OFFICER, "check_adviser_conflicts", "clear");
    play.refused(
        OFFICER,
        "complete_task",
        json!({"task": "allocate_adviser"}),
        &["branch_undecided"],
    );
    play.done(OFFICER, "send_formal_notification");
    play.came_to(OFFICER, "record_conflict_response", "clear");
    assert_eq!(play.reached(), ["responsible_body_informed"]);
    play.done(OFFICER, "allocate_adviser");
    play.done(ADVISER, "adviser_contact");
    play.done(ADVISER, "arrange_visit");
    play.done(ADVISER, "record_visit_date");
    assert_eq!(play.reached(), ["responsible_body_informed", "first_meeting"]);
    play.does(ADVISER, "begin_diagnosis", json!({"need": uuid(1)}));
    play.done(ADVISER, "complete_initial_diagnosis");
    let agreed = json!({"need": uuid(1), "severity": "high", "units": 1});
    let accepted = play.does(ADVISER, "agree_diagnosis", agreed);
    assert_eq!(
        accepted.events.len(),
        2,
        "matching is left out, so the need is watched at once"
    );
    play.story
        .then_stands(Child::Need(NeedId::new(uuid(1))), "monitoring");
    play
}

fn matched(play: &mut Play) {
    play.came_to(OFFICER, "choose_organisation", "trust");
    for task in [
        "check_capacity_and_willingness",
        "check_choice",
        "check_finances",
        "check_vendor_account",
    ] {
        play.done(OFFICER, task);
    }
    play.decided(12, "appointment", "approve", (ADVISER, DIRECTOR));
    play.done(OFFICER, "record_appointment");
    play.done(OFFICER, "confirm_organisation_contact");
}

fn planned(play: &mut Play) {
    play.done(OFFICER, "request_planning_grant_letter");
    play.done(OFFICER, "confirm_planning_grant_letter");
    play.came_to(OFFICER, "share_funding_band", "up_to_80000");
    play.came_to(OFFICER, "confirm_funding_band", "up_to_100000");
    play.done("supporting_lead", "send_plan_for_approval");
    play.decided(13, "plan", "approve", (ADVISER, DIRECTOR));
    play.done(OFFICER, "enter_objectives");
    play.done(OFFICER, "request_improvement_grant_letter");
    play.done(OFFICER, "confirm_improvement_grant_letter");
}

const MAIN_LINE: [&str; 7] = [
    "responsible_body_informed",
    "first_meeting",
    "initial_diagnosis",
    "matching_complete",
    "plans_approved",
    "offer_letter_requested",
    "termly_reviews",
];

#[test]
fn the_main_line_from_eligibility_to_an_improved_school() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
    assert_eq!(play.reached(), MAIN_LINE[..3]);
    matched(&mut play);
    assert_eq!(play.reached(), MAIN_LINE[..4]);
    planned(&mut play);
    assert_eq!(play.reached(), MAIN_LINE);

    let objective = json!({"objective": uuid(21), "need": uuid(1), "area": "attendance"});
    play.does(ADVISER, "set_objective", objective);
    play.does(
        OFFICER,
        "plan_progress_review",
        json!({"progress_review": uuid(31), "on": "2026-12-10"}),
    );
    play.story.on(day("2026-12-10"));
    play.does(
        ADVISER,
        "note_progress",
        json!({
            "objective": uuid(21), "rating": "amber", "direction": "improving",
        }),
    );
    let same_day = json!({"progress_review": uuid(31), "overall": "progressing_well", "next": "2026-12-10"});
    play.refused(ADVISER, "record_progress_review", same_day, &["next_before_this"]);
    let grade = json!({"progress_review": uuid(31), "overall": "outstanding"});
    play.refused(ADVISER, "record_progress_review", grade, &["wrong_outcome"]);
    let well = json!({"progress_review": uuid(31), "overall": "progressing_well", "next": "2027-03-18"});
    play.does(ADVISER, "record_progress_review", well);
    play.does(
        OFFICER,
        "plan_progress_review",
        json!({"progress_review": uuid(32), "on": "2027-03-18"}),
    );
    play.story.on(day("2027-03-18"));
    let improved = json!({"progress_review": uuid(32), "overall": "improved_complete"});
    play.does(ADVISER, "record_progress_review", improved);

    play.refused(OFFICER, "close_cycle", json!({}), &["still_open"]);
    play.does(ADVISER, "close_objective", json!({"objective": uuid(21)}));
    play.does_because(
        OFFICER,
        "intervention_complete",
        "close_need",
        json!({"need": uuid(1)}),
    );
    play.does(OFFICER, "close_cycle", json!({}));
}

#[test]
fn without_a_match_the_branch_is_reviews_only_and_may_join_the_main_line_again() {
    let mut play = diagnosed();
    assert_eq!(play.status("choose_organisation"), TaskStatus::CannotStartYet);
    play.decided(11, "initial_diagnosis", "review_progress", (ADVISER, DIRECTOR));
    assert_eq!(play.status("choose_organisation"), TaskStatus::NotRequired);
    assert_eq!(play.status("enter_objectives"), TaskStatus::NotRequired);
    assert!(play.reached().contains(&"termly_reviews"), "{:?}", play.reached());
    play.refused(
        OFFICER,
        "complete_task",
        json!({"task": "check_finances"}),
        &["branch_not_taken"],
    );

    play.does(
        ADVISER,
        "plan_progress_review",
        json!({"progress_review": uuid(31), "on": "2026-12-10"}),
    );
    play.story.on(day("2026-12-10"));
    let lighter = json!({"progress_review": uuid(31), "overall": "next_steps_only"});
    play.does(ADVISER, "record_progress_review", lighter);

    // A new decision takes the place of the old one.
    play.decided(14, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
    assert!(!play.reached().contains(&"termly_reviews"));
    assert_eq!(play.status("choose_organisation"), TaskStatus::NotStarted);
    matched(&mut play);
    planned(&mut play);
    assert_eq!(play.reached(), MAIN_LINE);
}

#[test]
fn every_status_of_a_task_is_seen() {
    let mut play = Play::under("targeted-intervention", OFFICER);
    assert_eq!(play.status("confirm_eligibility"), TaskStatus::NotStarted);
    assert_eq!(
        play.status("contact_responsible_body"),
        TaskStatus::CannotStartYet
    );
    play.does(OFFICER, "start_task", json!({"task": "confirm_eligibility"}));
    assert_eq!(play.status("confirm_eligibility"), TaskStatus::InProgress);
    play.does_because(DIRECTOR, "school_circumstances", "pause_cycle", json!({}));
    assert_eq!(play.status("confirm_eligibility"), TaskStatus::CannotProgress);
    play.refused(
        OFFICER,
        "complete_task",
        json!({"task": "confirm_eligibility", "outcome": "eligible"}),
        &["cycle_paused"],
    );
    play.does(DIRECTOR, "resume_cycle", json!({}));
    assert_eq!(play.status("confirm_eligibility"), TaskStatus::InProgress);
    play.came_to(OFFICER, "confirm_eligibility", "not_eligible");
    assert_eq!(play.status("confirm_eligibility"), TaskStatus::Complete);
    assert_eq!(play.status("contact_responsible_body"), TaskStatus::NotRequired);
    play.does_because(OFFICER, "not_eligible_any_more", "stop_cycle", json!({}));
    play.does(OFFICER, "close_cycle", json!({}));
}

#[test]
fn whoever_recommends_does_not_decide_and_a_decision_is_taken_back_while_nothing_rests_on_it() {
    let mut play = diagnosed();
    let recommended = json!({"approval": uuid(11), "kind": "initial_diagnosis", "outcome": "match"});
    play.refused(
        DIRECTOR,
        "recommend_approval",
        recommended.clone(),
        &["role_missing"],
    );
    play.does(ADVISER, "recommend_approval", recommended);
    let decided = json!({"approval": uuid(11), "outcome": "match", "conditions": ["school_circumstances"]});
    let both = Who::in_role(ADVISER).and(DIRECTOR);
    let _ = play
        .told(&both, "decide_approval", decided.clone())
        .then_refused(&["same_person"]);
    play.does(DIRECTOR, "decide_approval", decided);
    let back = json!({"approval": uuid(11)});
    play.refused(DIRECTOR, "revoke_approval", back.clone(), &["reason_missing"]);
    play.does_because(DIRECTOR, "recorded_in_error", "revoke_approval", back.clone());
    assert_eq!(play.status("choose_organisation"), TaskStatus::CannotStartYet);
    play.does(
        DIRECTOR,
        "decide_approval",
        json!({"approval": uuid(11), "outcome": "match"}),
    );
    play.came_to(OFFICER, "choose_organisation", "school");
    let told = play.told(
        &Who::in_role(DIRECTOR).because("recorded_in_error"),
        "revoke_approval",
        back,
    );
    let _ = told.then_refused(&["rested_upon"]);
}

#[test]
fn the_response_to_the_conflict_request_is_due_in_three_working_days() {
    let mut play = Play::under("targeted-intervention", OFFICER);
    play.came_to(OFFICER, "confirm_eligibility", "eligible");
    play.done(OFFICER, "contact_responsible_body");
    // A Thursday before the weekend: Friday, Monday, Tuesday.
    play.story.on(day("2026-09-10"));
    play.done(OFFICER, "send_formal_notification");
    let task = Play::task("record_conflict_response");
    play.story
        .then_due(task, "record_conflict_response", day("2026-09-15"));
    play.story.on(day("2026-09-15"));
    play.story
        .then_clock(task, "record_conflict_response", ClockStatus::Running);
    play.story.on(day("2026-09-16"));
    play.story
        .then_clock(task, "record_conflict_response", ClockStatus::Overdue);
    // A paused project's clock stands still: two days of pause move the day by two.
    play.story.on(day("2026-09-11"));
    play.does_because(DIRECTOR, "school_circumstances", "pause_cycle", json!({}));
    play.story.on(day("2026-09-15"));
    play.does(DIRECTOR, "resume_cycle", json!({}));
    play.story
        .then_due(task, "record_conflict_response", day("2026-09-17"));
    // More time, for a reason, and only for something later.
    let until = |text| json!({"of": task, "deadline": "record_conflict_response", "until": text});
    let who = Who::in_role(OFFICER).because("more_time_needed");
    let _ = play
        .told(&who, "extend_deadline", until("2026-09-17"))
        .then_refused(&["not_later"]);
    play.told(&who, "extend_deadline", until("2026-09-25"))
        .then_accepted();
    play.story
        .then_due(task, "record_conflict_response", day("2026-09-25"));
}

#[test]
fn an_engagement_concern_is_resolved_or_escalated_to_powers() {
    let mut play = diagnosed();
    let concern = |number: u128| json!({"concern": uuid(number)});
    play.does(ADVISER, "raise_concern", concern(41));
    play.does(ADVISER, "resolve_concern", concern(41));
    play.does(ADVISER, "raise_concern", concern(42));
    let escalated = |steps: bool| json!({"concern": uuid(42), "steps_taken": steps, "warning_notice": true});
    play.refused(
        OFFICER,
        "escalate_concern",
        escalated(false),
        &["reason_missing", "steps_not_taken"],
    );
    let unknown = Who::in_role(OFFICER).because("dislike");
    let _ = play
        .told(&unknown, "escalate_concern", escalated(true))
        .then_refused(&["unknown_reason"]);
    let accepted = play.does_because(
        OFFICER,
        "withheld_information",
        "escalate_concern",
        escalated(true),
    );
    assert_eq!(accepted.effects.len(), 1, "the regional director is told");
    let power = |power: &str| json!({"concern": uuid(42), "power": power});
    play.refused(DIRECTOR, "use_power", power("dismissal"), &["not_asked_for"]);
    play.does(DIRECTOR, "use_power", power("information_powers"));
    play.does(DIRECTOR, "use_power", power("interim_executive_board"));
    play.refused(OFFICER, "close_cycle", json!({}), &["still_open"]);
    play.does(DIRECTOR, "close_concern", concern(42));
    play.story
        .then_stands(Child::Concern(ConcernId::new(uuid(42))), "closed");
}

#[test]
fn a_stopped_project_records_facts_and_can_be_taken_up_again() {
    let mut play = diagnosed();
    play.does_because(OFFICER, "not_eligible_any_more", "stop_cycle", json!({}));
    play.refused(
        ADVISER,
        "set_objective",
        json!({"objective": uuid(21), "need": uuid(1)}),
        &["cycle_stopped"],
    );
    play.does(
        "host_head",
        "report_vacancy",
        json!({"post": "head", "since": "2026-09-07"}),
    );
    play.story.after(Span::SchoolDays(2));
    play.does_because(DIRECTOR, "recorded_in_error", "reopen_cycle", json!({}));
    play.does(
        ADVISER,
        "set_objective",
        json!({"objective": uuid(21), "need": uuid(1)}),
    );
}
