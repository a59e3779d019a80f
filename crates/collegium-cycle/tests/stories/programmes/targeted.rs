//! Targeted intervention: main line, branch without a match, return to the main line, side process.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{child::Child, clock::ClockStatus, kit::Who, serde_json::json, standing::TaskStatus};
use collegium_model::{
    calendar::Span,
    id::{ConcernId, NeedId, ProgressReviewId, RequestId},
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
    play.could_come_to_all(OFFICER, "choose_organisation");
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
    play.could_come_to_all(OFFICER, "share_funding_band");
    play.came_to(OFFICER, "share_funding_band", "up_to_80000");
    play.could_come_to_all(OFFICER, "confirm_funding_band");
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

    let objective =
        |number: u128, area: &str| json!({"objective": uuid(number), "need": uuid(1), "area": area});
    play.refused(
        ADVISER,
        "set_objective",
        objective(20, "catering"),
        &["not_asked_for"],
    );
    play.does(ADVISER, "set_objective", objective(21, "attendance"));
    // Without an area of its own it has that of its need.
    play.does(
        ADVISER,
        "set_objective",
        json!({"objective": uuid(22), "need": uuid(1)}),
    );
    play.does(
        OFFICER,
        "plan_progress_review",
        json!({"progress_review": uuid(31), "on": "2026-12-10"}),
    );
    play.story.on(day("2026-12-10"));
    for (number, rating) in [(21, "amber"), (22, "red"), (22, "green")] {
        let note = json!({"objective": uuid(number), "rating": rating, "direction": "improving"});
        play.does(ADVISER, "note_progress", note);
    }
    let lighter = json!({"progress_review": uuid(31), "overall": "next_steps_only"});
    play.refused(ADVISER, "record_progress_review", lighter, &["branch_not_taken"]);
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
    for number in [21, 22] {
        play.does(ADVISER, "close_objective", json!({"objective": uuid(number)}));
    }
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
    let found = |overall: &str| json!({"progress_review": uuid(31), "overall": overall});
    for whole in ["progressing_well", "improved_complete", "not_improving"] {
        play.refused(
            ADVISER,
            "record_progress_review",
            found(whole),
            &["branch_not_taken"],
        );
    }
    play.refused(
        ADVISER,
        "set_objective",
        json!({"objective": uuid(21), "need": uuid(1), "area": "attendance"}),
        &["approval_missing"],
    );
    play.does(ADVISER, "record_progress_review", found("next_steps_only"));
    let back = play.told(
        &Who::in_role(DIRECTOR).because("recorded_in_error"),
        "revoke_approval",
        json!({"approval": uuid(11)}),
    );
    let _ = back.then_refused(&["rested_upon"]);

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
    play.refused(OFFICER, "stop_cycle", json!({}), &["reason_missing"]);
    play.does_because(OFFICER, "not_eligible", "stop_cycle", json!({}));
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
    let other = Who::in_role(OFFICER).because("not_eligible");
    let _ = play
        .told(&other, "escalate_concern", escalated(true))
        .then_refused(&["other_reason_needed"]);
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
    for (number, reason) in [(43, "lack_of_communication"), (44, "rejected_decisions")] {
        play.does(ADVISER, "raise_concern", concern(number));
        let escalated = json!({"concern": uuid(number), "steps_taken": true});
        play.does_because(OFFICER, reason, "escalate_concern", escalated);
    }
}

#[test]
fn a_stopped_project_records_facts_and_can_be_taken_up_again() {
    let mut play = diagnosed();
    play.does_because(OFFICER, "not_eligible_any_more", "stop_cycle", json!({}));
    play.refused(
        ADVISER,
        "set_objective",
        json!({"objective": uuid(21), "need": uuid(1)}),
        &["cycle_stopped", "approval_missing"],
    );
    play.does(
        "host_head",
        "report_vacancy",
        json!({"post": "head", "since": "2026-09-07"}),
    );
    play.story.after(Span::SchoolDays(2));
    play.does_because(DIRECTOR, "recorded_in_error", "reopen_cycle", json!({}));
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
}

#[test]
fn a_school_loses_its_eligibility_in_the_middle_of_the_intervention() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
    matched(&mut play);
    play.came_to(OFFICER, "confirm_still_eligible", "not_eligible_any_more");
    // What was found stops nothing by itself: somebody stops the project, for one of its reasons.
    assert_eq!(play.status("share_funding_band"), TaskStatus::NotStarted);
    let done = Who::in_role(OFFICER).because("intervention_complete");
    let _ = play
        .told(&done, "stop_cycle", json!({}))
        .then_refused(&["other_reason_needed"]);
    let accepted = play.does_because(OFFICER, "not_eligible_any_more", "stop_cycle", json!({}));
    assert_eq!(accepted.effects.len(), 1, "adviser and responsible body are told");
    assert_eq!(play.status("share_funding_band"), TaskStatus::CannotProgress);
    assert_eq!(play.status("choose_organisation"), TaskStatus::Complete);
    play.refused(
        OFFICER,
        "complete_task",
        json!({"task": "share_funding_band", "outcome": "up_to_40000"}),
        &["cycle_stopped"],
    );
    play.refused(OFFICER, "close_cycle", json!({}), &["still_open"]);
    play.does_because(DIRECTOR, "not_eligible_any_more", "reopen_cycle", json!({}));
    play.does_because(
        OFFICER,
        "not_eligible_any_more",
        "close_need",
        json!({"need": uuid(1)}),
    );
    play.does_because(OFFICER, "not_eligible_any_more", "stop_cycle", json!({}));
    play.does(OFFICER, "close_cycle", json!({}));
}

#[test]
fn a_school_found_eligible_again_goes_on() {
    let mut play = diagnosed();
    play.came_to(OFFICER, "confirm_still_eligible", "not_eligible_any_more");
    let task = json!({"task": "confirm_still_eligible"});
    play.does_because(OFFICER, "recorded_in_error", "reopen_task", task);
    play.came_to(OFFICER, "confirm_still_eligible", "eligible");
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
}

#[test]
fn an_adviser_with_a_conflict_is_not_allocated_until_another_is_clear() {
    let mut play = Play::under("targeted-intervention", OFFICER);
    play.came_to(OFFICER, "confirm_eligibility", "eligible");
    play.done(OFFICER, "contact_responsible_body");
    play.came_to(OFFICER, "check_adviser_conflicts", "conflict");
    play.done(OFFICER, "send_formal_notification");
    // The request for the declaration has a clock of its own: three working days.
    let request = json!({"request": uuid(61), "kind": "conflict_declaration", "of": "responsible_body"});
    play.does(OFFICER, "send_request", request);
    let asked = Child::Request(RequestId::new(uuid(61)));
    play.story.then_due(asked, "conflict_response", day("2026-09-10"));
    play.story.on(day("2026-09-10"));
    play.story
        .then_clock(asked, "conflict_response", ClockStatus::Running);
    play.story.on(day("2026-09-11"));
    play.story
        .then_clock(asked, "conflict_response", ClockStatus::Overdue);
    play.does("responsible_body", "record_receipt", json!({"request": uuid(61)}));
    play.does(
        OFFICER,
        "review_request",
        json!({"request": uuid(61), "clear": true}),
    );
    play.came_to(OFFICER, "record_conflict_response", "clear");
    assert_eq!(play.status("allocate_adviser"), TaskStatus::NotRequired);
    let allocate = json!({"task": "allocate_adviser"});
    play.refused(OFFICER, "complete_task", allocate.clone(), &["branch_not_taken"]);
    let again = json!({"task": "check_adviser_conflicts"});
    play.refused(OFFICER, "reopen_task", again.clone(), &["reason_missing"]);
    play.does_because(OFFICER, "another_choice", "reopen_task", again);
    play.refused(OFFICER, "complete_task", allocate, &["branch_undecided"]);
    play.came_to(OFFICER, "check_adviser_conflicts", "clear");
    play.done(OFFICER, "allocate_adviser");
}

#[test]
fn a_school_that_cannot_be_assessed_is_reviewed_without_a_match() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "unable_to_assess", (ADVISER, DIRECTOR));
    assert_eq!(play.status("choose_organisation"), TaskStatus::NotRequired);
    assert_eq!(
        play.reached(),
        [
            "responsible_body_informed",
            "first_meeting",
            "initial_diagnosis",
            "termly_reviews"
        ]
    );
    for (number, overall) in [
        (31, "not_taken_place"),
        (32, "not_engaging"),
        (33, "next_steps_only"),
    ] {
        let on = play.story.now.date();
        let planned = json!({"progress_review": uuid(number), "on": on});
        play.does(ADVISER, "plan_progress_review", planned);
        let recorded = json!({"progress_review": uuid(number), "overall": overall});
        play.does(ADVISER, "record_progress_review", recorded);
    }
}

#[test]
fn a_progress_review_is_overdue_on_the_day_after_its_own() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "review_progress", (ADVISER, DIRECTOR));
    let planned = json!({"progress_review": uuid(31), "on": "2026-12-10"});
    play.does(ADVISER, "plan_progress_review", planned);
    let review = Child::ProgressReview(ProgressReviewId::new(uuid(31)));
    let mut status = |on: &str| {
        play.story.on(day(on));
        let clocks = play
            .story
            .cycle
            .clocks(play.story.now, &play.story.calendar, &play.story.rules);
        let clock = clocks.into_iter().find(|clock| clock.child == review);
        clock.map(|clock| clock.status)
    };
    assert_eq!(status("2026-12-10"), Some(ClockStatus::Running));
    assert_eq!(status("2026-12-11"), Some(ClockStatus::Overdue));
}

#[test]
fn a_disapproved_organisation_gives_way_to_another() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
    play.came_to(OFFICER, "choose_organisation", "local_authority");
    let recommended = json!({"approval": uuid(12), "kind": "appointment", "outcome": "approve"});
    play.refused(
        ADVISER,
        "recommend_approval",
        recommended,
        &[
            "task_not_complete",
            "task_not_complete",
            "task_not_complete",
            "task_not_complete",
        ],
    );
    let checks = [
        "check_capacity_and_willingness",
        "check_choice",
        "check_finances",
        "check_vendor_account",
    ];
    for task in checks {
        play.done(OFFICER, task);
    }
    play.decided(12, "appointment", "disapprove", (ADVISER, DIRECTOR));
    assert_eq!(play.status("record_appointment"), TaskStatus::NotRequired);
    assert_eq!(
        play.status("request_planning_grant_letter"),
        TaskStatus::NotRequired
    );
    // Without an appointment nothing further is reached, and this is no branch of reviews only.
    assert_eq!(play.reached(), MAIN_LINE[..3]);
    let planned = json!({"progress_review": uuid(31), "on": play.story.now.date()});
    play.does(ADVISER, "plan_progress_review", planned);
    for overall in ["progressing_well", "next_steps_only"] {
        let found = json!({"progress_review": uuid(31), "overall": overall});
        play.refused(ADVISER, "record_progress_review", found, &["branch_not_taken"]);
    }
    // What was turned down is chosen anew, in the opposite order.
    let choose = json!({"task": "choose_organisation"});
    let told = play.told(
        &Who::in_role(OFFICER).because("another_choice"),
        "reopen_task",
        choose.clone(),
    );
    let _ = told.then_refused(&["rested_upon"]);
    for task in checks {
        play.does_because(OFFICER, "another_choice", "reopen_task", json!({"task": task}));
    }
    play.does_because(OFFICER, "another_choice", "reopen_task", choose);
    let check = json!({"task": "check_choice"});
    play.refused(OFFICER, "complete_task", check, &["task_not_complete"]);
    play.came_to(OFFICER, "choose_organisation", "federation_or_partnership");
    for task in checks {
        play.done("delivery_officer", task);
    }
    play.next_day()
        .decided(13, "appointment", "approve", (ADVISER, DIRECTOR));
    assert_eq!(play.status("record_appointment"), TaskStatus::NotStarted);
    let told = play.told(
        &Who::in_role(OFFICER).because("another_choice"),
        "reopen_task",
        json!({"task": "check_finances"}),
    );
    let _ = told.then_refused(&["rested_upon"]);
    play.done(OFFICER, "record_appointment");
    play.done(OFFICER, "confirm_organisation_contact");
    assert_eq!(play.reached(), MAIN_LINE[..4]);
}

#[test]
fn a_disapproved_plan_is_sent_again_and_approved_with_conditions() {
    let mut play = diagnosed();
    play.decided(11, "initial_diagnosis", "match", (ADVISER, DIRECTOR));
    matched(&mut play);
    play.done(OFFICER, "request_planning_grant_letter");
    play.done(OFFICER, "confirm_planning_grant_letter");
    let none = json!({"task": "share_funding_band"});
    play.refused(OFFICER, "complete_task", none, &["wrong_outcome"]);
    play.came_to(OFFICER, "share_funding_band", "up_to_40000");
    play.came_to(OFFICER, "confirm_funding_band", "reserves_exceed");
    play.done(ADVISER, "send_plan_for_approval");
    play.decided(13, "plan", "disapprove", (ADVISER, DIRECTOR));
    assert_eq!(play.status("enter_objectives"), TaskStatus::NotRequired);
    assert_eq!(play.reached(), MAIN_LINE[..4]);
    let again = json!({"task": "send_plan_for_approval"});
    play.does_because(ADVISER, "another_choice", "reopen_task", again);
    play.next_day();
    play.done("supporting_lead", "send_plan_for_approval");
    let recommended = json!({"approval": uuid(14), "kind": "plan", "outcome": "approve"});
    play.does(ADVISER, "recommend_approval", recommended);
    let decided =
        |condition: &str| json!({"approval": uuid(14), "outcome": "approve", "conditions": [condition]});
    play.refused(DIRECTOR, "decide_approval", decided("luck"), &["unknown_reason"]);
    play.does(DIRECTOR, "decide_approval", decided("more_time_needed"));
    assert_eq!(play.reached(), MAIN_LINE[..5]);
    play.done(OFFICER, "enter_objectives");
    play.done(OFFICER, "request_improvement_grant_letter");
    assert_eq!(play.reached(), MAIN_LINE[..6]);
    play.done(OFFICER, "confirm_improvement_grant_letter");
    assert_eq!(play.reached(), MAIN_LINE);
}

#[test]
fn the_history_of_a_school_holds_grades_of_both_inspection_systems() {
    let mut play = diagnosed();
    let grade = |vocabulary: &str, grade: &str| json!({"vocabulary": vocabulary, "grade": grade});
    let of_area =
        |area: &str, grade: &str| json!({"area": area, "vocabulary": "report_card_2025", "grade": grade});
    for (on, judgements) in [
        (
            "2023-03-14",
            json!([grade("overall_grade", "inadequate_special_measures")]),
        ),
        (
            "2026-06-09",
            json!([
                of_area("attendance", "needs_attention"),
                of_area("leadership_and_management", "expected_standard")
            ]),
        ),
    ] {
        let inspection = json!({"on": on, "judgements": judgements});
        let accepted = play.does("governor", "report_inspection", inspection);
        assert_eq!(accepted.effects.len(), 1, "delivery officer and adviser are told");
    }
    let inspections = &play.story.cycle.school_record.inspections;
    let vocabularies: Vec<_> = inspections
        .iter()
        .flat_map(|it| &it.judgements)
        .map(|it| it.vocabulary.as_str())
        .collect();
    assert_eq!(
        vocabularies,
        ["overall_grade", "report_card_2025", "report_card_2025"]
    );
    let interim = json!({"post": "head", "person": uuid(71), "interim": true});
    play.does("chair_of_governors", "record_appointment", interim);
}
