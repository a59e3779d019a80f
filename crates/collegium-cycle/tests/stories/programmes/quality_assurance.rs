//! Quality assurance review: pairing, estimate, outcomes agreed between school and team, hub follow-up.

use crate::play::{HOST, Play, day, school, uuid};
use collegium_cycle::{kit::Who, serde_json::json};

const HUB: &str = "hub_manager";

#[test]
fn a_review_from_pairing_to_hub_follow_up() {
    let mut play = Play::under("quality-assurance-review", HUB);
    for code in [
        "draft_self_evaluation",
        "consult_on_self_evaluation",
        "submit_self_evaluation",
    ] {
        play.does("host_head", code, json!({"self_evaluation": uuid(2)}));
    }
    play.reviewed(HUB, 3, "2026-10-07");
    let review = json!({"review": uuid(3)});
    let lead = Who::in_role("lead_reviewer").of(school(201));
    let _ = play
        .told(&lead, "begin_review", review.clone())
        .then_refused(&["task_not_complete"]);
    play.done("host_head", "pair_reviewers");
    play.told(&lead, "begin_review", review.clone()).then_accepted();
    play.does(
        "lead_reviewer",
        "give_feedback",
        json!({"review": uuid(3), "ways": ["to_school", "to_team"]}),
    );

    play.refused(
        "lead_reviewer",
        "draft_report",
        review.clone(),
        &["approval_missing"],
    );
    let old = json!({"task": "estimate", "outcome": "outstanding"});
    play.refused("lead_reviewer", "complete_task", old, &["wrong_outcome"]);
    play.came_to("lead_reviewer", "estimate", "effective");
    play.came_to("lead_reviewer", "area_of_excellence", "confirmed");
    play.decided(11, "outcomes", "not_agreed", ("lead_reviewer", "host_head"));
    play.refused(
        "lead_reviewer",
        "draft_report",
        review.clone(),
        &["approval_missing"],
    );
    play.story.on(day("2026-10-08"));
    play.decided(12, "outcomes", "agreed", ("lead_reviewer", "host_head"));
    play.does("lead_reviewer", "draft_report", review.clone());
    play.does("lead_reviewer", "open_right_of_reply", review.clone());
    let head = Who::in_role("host_head").of(school(HOST));
    let _ = play
        .told(&head, "agree_report", review.clone())
        .then_refused(&["task_not_complete"]);
    play.came_to("host_head", "written_reply", "replied");
    play.told(&head, "agree_report", review.clone()).then_accepted();
    play.refused(
        HUB,
        "share_report",
        review.clone(),
        &["role_missing", "school_unknown"],
    );
    play.told(&head, "share_report", review).then_accepted();

    play.refused(HUB, "close_cycle", json!({}), &["task_not_complete"]);
    play.done(HUB, "hub_follow_up");
    assert_eq!(play.reached(), ["prepared", "outcomes_agreed", "followed_up"]);
    play.does(HUB, "close_cycle", json!({}));
}
