//! Stories: rows of the domain, each under its id, with a case on the boundary.

use crate::world::{self, SCHOOL, World, command, consent, decide, id, observe, propose, recommend};
use collegium_cycle::{
    acts::{Act, Command},
    child::Child,
    clock::{Awaits, Clock, ClockStatus},
    cycle::OverCycle,
    decision::Outcome,
    deployment::DeploymentPhase,
    monitoring::{Channel, Rating},
    need::NeedPhase,
    recommend::Reason,
    request::{OfRequest, ReviewedRequest},
    review::{Reviewer, Team},
};
use collegium_model::{
    chrono::NaiveDate,
    code::ReasonCode,
    id::{DeploymentId, NeedId, PersonId, RequestId, SchoolId},
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn phase(world: &World, need: u128) -> NeedPhase {
    world.cycle.needs[&id(NeedId::new, need)].phase
}

/// A world whose need 1 has help that runs since 11 January.
fn helped() -> World {
    let mut world = World::new();
    world
        .diagnosed(1)
        .agreed(1, 1)
        .on_date("2027-01-11")
        .must(&command(Act::StartDeployment, 1));
    world
}

#[test]
fn b0_one_need_in_deployment_while_another_is_in_diagnosis() {
    let mut world = World::new();
    world.diagnosed(1).agreed(1, 1);
    world
        .must(&command(Act::ReportNeed, 2))
        .must(&command(Act::BeginDiagnosis, 2));
    assert_eq!(phase(&world, 1), NeedPhase::Deployment);
    assert_eq!(phase(&world, 2), NeedPhase::Diagnosis);
    assert_eq!(
        world.cycle.phase(),
        Some(NeedPhase::Diagnosis),
        "the school's phase is derived"
    );
}

#[test]
fn e2d_nobody_leads_a_review_before_shadowing_one() {
    let mut world = World::new();
    world
        .must(&command(Act::OpenCycle, 0))
        .must(&command(Act::PlanReview, 1));
    let Command::FormTeam(team) = command(Act::FormTeam, 1) else {
        panic!("the command forms a team")
    };
    let lead = Reviewer {
        has_shadowed: false,
        ..team.lead.clone()
    };
    assert_eq!(
        world.refused(&Command::FormTeam(Team { lead, ..team.clone() })),
        ["lead_without_shadowing"]
    );
    // All that is wrong with a team is told at once.
    let host = Reviewer {
        school: id(SchoolId::new, SCHOOL),
        ..team.lead.clone()
    };
    let all = Team {
        lead: Reviewer {
            has_shadowed: false,
            ..host.clone()
        },
        peers: vec![host],
        ..team.clone()
    };
    let all = world.refused(&Command::FormTeam(all));
    let expected = [
        "reviewer_from_host",
        "reviewer_twice",
        "team_too_small",
        "lead_without_shadowing",
    ];
    assert_eq!(all, expected);
    world.must(&Command::FormTeam(team));
}

#[test]
fn no_visit_before_the_self_evaluation_is_submitted_nor_before_its_day() {
    let mut world = World::new();
    for (act, number) in [
        (Act::OpenCycle, 0),
        (Act::PlanReview, 1),
        (Act::FormTeam, 1),
        (Act::ScheduleReview, 1),
    ] {
        world.must(&command(act, number));
    }
    world.on_date("2026-09-15");
    let begin = command(Act::BeginReview, 1);
    assert_eq!(
        world.refused(&begin),
        ["before_visit", "self_evaluation_not_submitted"]
    );
    for act in [
        Act::DraftSelfEvaluation,
        Act::ConsultOnSelfEvaluation,
        Act::SubmitSelfEvaluation,
    ] {
        world.must(&command(act, 1));
    }
    assert_eq!(world.refused(&begin), ["before_visit"]);
    world.on_date("2026-09-16").must(&begin);
}

#[test]
fn e1e_a_report_without_a_recorded_feedback_conversation_cannot_be_agreed() {
    let mut world = World::new();
    world.must(&command(Act::OpenCycle, 0));
    for act in [
        Act::DraftSelfEvaluation,
        Act::ConsultOnSelfEvaluation,
        Act::SubmitSelfEvaluation,
        Act::PlanReview,
    ] {
        world.must(&command(act, 1));
    }
    world
        .must(&command(Act::FormTeam, 1))
        .must(&command(Act::ScheduleReview, 1))
        .on_date("2026-09-16");
    world.must(&command(Act::BeginReview, 1));
    assert_eq!(world.refused(&command(Act::DraftReport, 1)), ["wrong_phase"]);
    assert_eq!(
        world.refused(&command(Act::AgreeReport, 1)),
        ["wrong_phase", "feedback_missing"]
    );
}

#[test]
fn a_deployment_needs_clear_conflicts_and_every_named_consent() {
    let mut world = World::new();
    world.diagnosed(1).must(&propose(1, 1, 201));
    assert_eq!(
        world.refused(&command(Act::ClearConflict, 1)),
        ["conflict_not_cleared"],
        "none was asked for"
    );
    world
        .must(&command(Act::SendRequest, 1))
        .must(&command(Act::SendRequest, 2).with_deployment(1));
    world
        .must(&command(Act::RecordReceipt, 1))
        .must(&command(Act::ReviewRequest, 1));
    assert_eq!(
        world.refused(&command(Act::ClearConflict, 1)),
        ["conflict_not_cleared"],
        "one of two is open"
    );
    let request = id(RequestId::new, 2);
    world.must(&Command::RecordReceipt(OfRequest { request }));
    world.must(&Command::ReviewRequest(ReviewedRequest { request, clear: true }));
    world.must(&command(Act::ClearConflict, 1));
    let agree = command(Act::AgreeDeployment, 1);
    for by in ["host_head", "releasing_employer", "deployed_person"] {
        world.must(&consent(1, by));
        assert_eq!(world.refused(&agree), ["consent_missing"]);
    }
    assert_eq!(
        world.refused(&consent(1, "host_head")),
        ["consent_not_due"],
        "consent is given once"
    );
    world.must(&consent(1, "commissioner")).must(&agree);
    assert_eq!(phase(&world, 1), NeedPhase::Deployment);
}

/// A command's deployment replaced, where it has one beside its own id.
trait WithDeployment {
    fn with_deployment(self, deployment: u128) -> Self;
}

impl WithDeployment for Command {
    fn with_deployment(self, deployment: u128) -> Self {
        match self {
            Self::SendRequest(mut it) => {
                it.deployment = Some(id(DeploymentId::new, deployment));
                Self::SendRequest(it)
            }
            other => other,
        }
    }
}

#[test]
fn a_consent_counts_only_from_somebody_who_holds_the_role() {
    let mut world = World::new();
    world.diagnosed(1).must(&propose(1, 1, 201));
    for act in [
        Act::SendRequest,
        Act::RecordReceipt,
        Act::ReviewRequest,
        Act::ClearConflict,
    ] {
        world.must(&command(act, 1));
    }
    let refusal = world
        .tell(5, &["commissioner"], &consent(1, "host_head"))
        .unwrap_err();
    assert_eq!(world::codes(&refusal), ["consent_not_due"]);
    assert!(
        world
            .tell(5, &["commissioner", "host_head"], &consent(1, "host_head"))
            .is_ok()
    );
}

#[test]
fn b5_three_channels_have_their_own_cadence_and_missed_checks_surface() {
    let world = helped();
    let clocks = |world: &World, day: &str| -> Vec<(Channel, Option<NaiveDate>, ClockStatus)> {
        let now = date(day).and_hms_opt(9, 0, 0).unwrap();
        let clocks = world.cycle.clocks(now, &world.calendar, &world.rules);
        let channel = |clock: &Clock| match clock.awaits {
            Awaits::Observation { channel } => Some((channel, clock.due, clock.status)),
            _ => None,
        };
        clocks.iter().filter_map(channel).collect()
    };
    let term_end = world.calendar.term_ends()[2];
    let half_term_end = world.calendar.half_term_ends()[3];
    let running = clocks(&world, "2027-01-12");
    assert_eq!(
        running,
        [
            (Channel::DataCheck, Some(half_term_end), ClockStatus::Running),
            (Channel::InformalVisit, Some(half_term_end), ClockStatus::Running),
            (Channel::FormalReview, Some(term_end), ClockStatus::Running),
        ]
    );
    // Due today is not overdue today; tomorrow it is.
    let on_the_day = clocks(&world, &half_term_end.to_string());
    assert!(
        on_the_day
            .iter()
            .all(|(_, _, status)| *status == ClockStatus::Running)
    );
    let after = clocks(&world, &half_term_end.succ_opt().unwrap().to_string());
    let overdue: Vec<_> = after
        .iter()
        .map(|(_, _, status)| *status == ClockStatus::Overdue)
        .collect();
    assert_eq!(overdue, [true, true, false]);
}

#[test]
fn c7_a_conflict_answer_is_due_in_three_working_days_and_overdue_after_grace() {
    let mut world = World::new();
    // Thursday 24 September 2026; three working days on is Tuesday 29, grace until Thursday 1 October.
    world
        .diagnosed(1)
        .on_date("2026-09-24")
        .must(&propose(1, 1, 201))
        .must(&command(Act::SendRequest, 1));
    let status = |day: &str| {
        let now = date(day).and_hms_opt(23, 59, 0).unwrap();
        let clocks = world.cycle.clocks(now, &world.calendar, &world.rules);
        let answer = |clock: &&Clock| {
            matches!(
                &clock.awaits,
                Awaits::Step {
                    act: Act::RecordReceipt,
                    ..
                }
            )
        };
        clocks
            .iter()
            .find(answer)
            .map(|clock| (clock.due, clock.status))
            .unwrap()
    };
    let due = Some(date("2026-09-29"));
    assert_eq!(status("2026-09-27"), (due, ClockStatus::Running));
    assert_eq!(status("2026-09-28"), (due, ClockStatus::Remind));
    assert_eq!(status("2026-09-29"), (due, ClockStatus::Remind));
    assert_eq!(status("2026-09-30"), (due, ClockStatus::InGrace));
    assert_eq!(status("2026-10-01"), (due, ClockStatus::InGrace));
    assert_eq!(status("2026-10-02"), (due, ClockStatus::Overdue));
}

#[test]
fn b5b_histories_that_differ_in_one_review_differ_in_the_recommendation() {
    let history = |formal: Option<Rating>| {
        let mut world = helped();
        let seen = [
            ("2027-01-15", Channel::DataCheck),
            ("2027-01-20", Channel::DataCheck),
            ("2027-01-27", Channel::InformalVisit),
        ];
        for (day, channel) in seen {
            world
                .on_date(day)
                .must(&observe(1, channel, date(day), Rating::Red));
        }
        if let Some(rating) = formal {
            world.on_date("2027-02-03");
            world.must(&observe(1, Channel::FormalReview, date("2027-02-03"), rating));
        }
        world.cycle.recommend(id(NeedId::new, 1), &world.rules).unwrap()
    };
    let with = history(Some(Rating::Red));
    assert_eq!(with.outcome, Outcome::Switch);
    let on = date("2027-02-03");
    assert!(
        with.reasons.contains(&Reason::FormalReview {
            on,
            rating: Rating::Red
        }),
        "{with:?}"
    );
    let contradicted = history(Some(Rating::Green));
    assert_eq!(contradicted.outcome, Outcome::Continue);
    assert_eq!(contradicted.reasons[0], Reason::Contradicted);
    assert_eq!(history(Some(Rating::Amber)).outcome, Outcome::Intensify);
    assert_eq!(
        history(None).outcome,
        Outcome::Intensify,
        "without the review the other comes back"
    );
}

#[test]
fn greens_let_help_fade_and_enough_of_them_close_the_need() {
    let outcome = |ratings: &[Rating]| {
        let mut world = helped();
        for (day, rating) in (12..).zip(ratings) {
            let on = NaiveDate::from_ymd_opt(2027, 1, day).unwrap();
            let channel = if day % 2 == 0 {
                Channel::DataCheck
            } else {
                Channel::InformalVisit
            };
            world
                .on_date(&on.to_string())
                .must(&observe(1, channel, on, *rating));
        }
        world
            .cycle
            .recommend(id(NeedId::new, 1), &world.rules)
            .unwrap()
            .outcome
    };
    let (r, a, g) = (Rating::Red, Rating::Amber, Rating::Green);
    assert_eq!(outcome(&[g, g]), Outcome::Continue, "two are too few");
    assert_eq!(outcome(&[g, g, g]), Outcome::Taper);
    assert_eq!(outcome(&[g, g, g, a]), Outcome::Taper);
    assert_eq!(
        outcome(&[g, g, g, r]),
        Outcome::Continue,
        "one red is enough to go on"
    );
    assert_eq!(outcome(&[g, g, g, g]), Outcome::Taper);
    assert_eq!(outcome(&[g, g, g, g, g]), Outcome::Close);
    // Only the latest six count.
    assert_eq!(outcome(&[r, g, g, g, g, g]), Outcome::Continue);
    assert_eq!(outcome(&[r, g, g, g, g, g, a]), Outcome::Close);
    assert_eq!(outcome(&[r, r, r, a]), Outcome::Intensify);
    assert_eq!(
        outcome(&[r, r, r, a, a, a]),
        Outcome::Continue,
        "half is not most"
    );
    assert_eq!(outcome(&[r, r, r, r, a]), Outcome::Switch);
}

#[test]
fn e1a_one_kind_of_evidence_cannot_drive_reallocation_alone() {
    let mut world = helped();
    for day in ["2027-01-13", "2027-01-20", "2027-01-27", "2027-02-03"] {
        world
            .on_date(day)
            .must(&observe(1, Channel::DataCheck, date(day), Rating::Green));
    }
    let alone = world.cycle.recommend(id(NeedId::new, 1), &world.rules).unwrap();
    assert_eq!(alone.outcome, Outcome::Continue);
    assert_eq!(
        alone.reasons[0],
        Reason::Untriangulated {
            channels: 1,
            least: 2
        }
    );
    world.must(&observe(
        1,
        Channel::InformalVisit,
        date("2027-02-03"),
        Rating::Green,
    ));
    assert_eq!(
        world
            .cycle
            .recommend(id(NeedId::new, 1), &world.rules)
            .unwrap()
            .outcome,
        Outcome::Close
    );
}

#[test]
fn whoever_recommends_does_not_decide_and_a_decision_moves_the_help() {
    let mut world = helped();
    world.must(&observe(1, Channel::DataCheck, date("2027-01-11"), Rating::Red));
    assert_eq!(phase(&world, 1), NeedPhase::Monitoring);
    assert!(
        world
            .tell(77, &["adviser"], &recommend(1, 1, Outcome::Switch))
            .is_ok()
    );
    assert_eq!(phase(&world, 1), NeedPhase::Reallocation);
    let both = ["adviser", "commissioner"];
    let refusal = world.tell(77, &both, &decide(1, Outcome::Switch)).unwrap_err();
    assert_eq!(world::codes(&refusal), ["same_person"]);
    assert!(
        world
            .tell(78, &["commissioner"], &decide(1, Outcome::Switch))
            .is_ok()
    );
    assert_eq!(phase(&world, 1), NeedPhase::Matching);
    assert_eq!(
        world.cycle.deployments[&id(DeploymentId::new, 1)].phase(),
        DeploymentPhase::Completed
    );
    // The giver that was switched is not proposed again; another may be.
    assert_eq!(world.refused(&propose(2, 1, 201)), ["giver_tried"]);
    world.must(&propose(2, 1, 202));
}

#[test]
fn a_paused_cycle_records_facts_and_refuses_wishes() {
    let mut world = helped();
    assert_eq!(world.refused(&command(Act::PauseCycle, 0)), ["reason_missing"]);
    world.reason = ReasonCode::new("strike").ok();
    world.must(&command(Act::PauseCycle, 0));
    world.must(&observe(1, Channel::DataCheck, date("2027-01-11"), Rating::Red));
    world.must(&command(Act::ReportNeed, 2));
    assert_eq!(world.refused(&command(Act::TaperDeployment, 1)), ["cycle_paused"]);
    world
        .must(&Command::ResumeCycle(OverCycle {}))
        .must(&command(Act::TaperDeployment, 1));
}

#[test]
fn a_late_answer_is_recorded_and_never_rewinds() {
    let mut world = World::new();
    world.diagnosed(1).agreed(1, 1);
    let before = world.cycle.clone();
    world.must(&command(Act::RecordReceipt, 1));
    assert_eq!(world.cycle, before, "the request was reviewed long ago");
}

#[test]
fn a_cycle_closes_only_once_nothing_in_it_is_open() {
    let mut world = helped();
    assert_eq!(world.refused(&command(Act::CloseCycle, 0)), ["still_open"]);
    world.must(&observe(1, Channel::DataCheck, date("2027-01-11"), Rating::Green));
    assert!(
        world
            .tell(77, &["adviser"], &recommend(1, 1, Outcome::Close))
            .is_ok()
    );
    assert_eq!(world.refused(&command(Act::CloseCycle, 0)), ["still_open"]);
    assert!(
        world
            .tell(78, &["commissioner"], &decide(1, Outcome::Close))
            .is_ok()
    );
    world.must(&command(Act::CloseCycle, 0));
    assert_eq!(
        world.refused(&command(Act::ReportNeed, 5)),
        ["cycle_not_open"],
        "a closed turn is immutable"
    );
}

#[test]
fn a_refusal_tells_every_blocker_and_who_could_lift_it() {
    let mut world = World::new();
    world
        .must(&command(Act::OpenCycle, 0))
        .must(&command(Act::ReportNeed, 1));
    let refusal = world
        .tell(5, &["governor"], &command(Act::AgreeDiagnosis, 1))
        .unwrap_err();
    assert_eq!(
        world::codes(&refusal),
        ["wrong_phase", "role_missing", "no_agreed_review"]
    );
    let json = serde_json::to_value(&refusal).unwrap();
    assert_eq!(json[1]["liftable_by"], serde_json::json!(["adviser"]));
    assert_eq!(json[2]["liftable_by"], serde_json::json!(["host_head"]));
    assert_eq!(json[2]["help"], "agree the report of a review first");
    assert_eq!(json[0]["params"]["now"], "scoping");
    assert_eq!(
        json[0]["liftable_by"],
        serde_json::json!(["adviser", "broker"]),
        "who may begin the diagnosis"
    );
}

#[test]
fn the_lead_of_a_team_may_not_be_named_twice() {
    let mut world = World::new();
    world
        .must(&command(Act::OpenCycle, 0))
        .must(&command(Act::PlanReview, 1));
    let Command::FormTeam(mut team) = command(Act::FormTeam, 1) else {
        panic!("the command forms a team")
    };
    team.peers[0].person = id(PersonId::new, 11);
    assert_eq!(world.refused(&Command::FormTeam(team)), ["reviewer_twice"]);
}

#[test]
fn help_that_ends_leaves_its_need_where_it_stands() {
    // Ended as agreed: watched, and no new giver is looked for.
    let mut world = helped();
    world.must(&command(Act::CompleteDeployment, 1));
    assert_eq!(phase(&world, 1), NeedPhase::Monitoring);
    assert_eq!(world.refused(&propose(2, 1, 250)), ["need_not_awaiting_match"]);
    // Broken off: waiting again.
    let mut world = helped();
    world.reason = ReasonCode::new("strike").ok();
    world.must(&command(Act::CancelDeployment, 1));
    assert_eq!(phase(&world, 1), NeedPhase::Matching);
    world.must(&propose(2, 1, 250));
}

#[test]
fn an_intensified_need_stays_watched_while_its_help_runs() {
    let mut world = helped();
    world.must(&observe(1, Channel::DataCheck, date("2027-01-11"), Rating::Red));
    assert!(
        world
            .tell(77, &["adviser"], &recommend(1, 1, Outcome::Intensify))
            .is_ok()
    );
    assert!(
        world
            .tell(78, &["commissioner"], &decide(1, Outcome::Intensify))
            .is_ok()
    );
    assert_eq!(phase(&world, 1), NeedPhase::Matching);
    let july = date("2027-07-01").and_hms_opt(9, 0, 0).unwrap();
    let clocks = world.cycle.clocks(july, &world.calendar, &world.rules);
    assert_eq!(
        clocks
            .iter()
            .filter(|clock| clock.child == Child::Need(id(NeedId::new, 1)))
            .filter(|clock| matches!(clock.awaits, Awaits::Observation { .. }))
            .filter(|clock| clock.status == ClockStatus::Overdue)
            .count(),
        2
    );
    assert!(
        world
            .tell(77, &["adviser"], &recommend(2, 1, Outcome::Escalate))
            .is_ok()
    );
}

#[test]
fn a_conflict_found_after_clearing_blocks_the_agreement() {
    let mut world = World::new();
    world.diagnosed(1).must(&propose(1, 1, 201));
    for act in [
        Act::SendRequest,
        Act::RecordReceipt,
        Act::ReviewRequest,
        Act::ClearConflict,
    ] {
        world.must(&command(act, 1));
    }
    for by in [
        "host_head",
        "releasing_employer",
        "deployed_person",
        "commissioner",
    ] {
        world.must(&consent(1, by));
    }
    world.must(&command(Act::SendRequest, 2).with_deployment(1));
    assert_eq!(
        world.refused(&command(Act::AgreeDeployment, 1)),
        ["conflict_not_cleared"]
    );
}

#[test]
fn nobody_declines_in_a_role_they_do_not_hold() {
    let mut world = World::new();
    world.diagnosed(1).must(&propose(1, 1, 201));
    world.reason = ReasonCode::new("cannot_release").ok();
    let decline = command(Act::DeclineDeployment, 1);
    let refusal = world.tell(5, &["commissioner"], &decline).unwrap_err();
    assert_eq!(world::codes(&refusal), ["role_not_held"]);
    assert!(world.tell(5, &["releasing_employer"], &decline).is_ok());
}

#[test]
fn a_wish_does_not_take_effect_before_what_it_rests_on() {
    let mut world = World::new();
    world
        .diagnosed(1)
        .must(&propose(1, 1, 201))
        .must(&command(Act::SendRequest, 1));
    world.pass_days(-1);
    world.must(&command(Act::RecordReceipt, 1));
    assert_eq!(
        world.refused(&command(Act::TaperDeployment, 1)),
        ["before_its_time", "wrong_phase"]
    );
}

#[test]
fn an_old_observation_says_nothing_of_the_help_that_runs() {
    let mut world = helped();
    world.must(&observe(1, Channel::DataCheck, date("2020-01-01"), Rating::Red));
    assert_eq!(phase(&world, 1), NeedPhase::Deployment);
    world.must(&observe(1, Channel::DataCheck, date("2027-01-11"), Rating::Red));
    assert_eq!(phase(&world, 1), NeedPhase::Monitoring);
}
