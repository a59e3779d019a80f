//! Conditions on a step, each with both sides: to whom the actor belongs, what the embedder says holds, what
//! a plan and a date must be.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::Machine,
    deployment::Proposal,
    kit::{Story, Who},
    progress_review::{PlannedProgressReview, RecordedProgressReview},
    protocol::{Guard, Leaving},
    refusal::Blocker,
    workshop::{CalledWorkshop, DraftedPlan, OfWorkshop, PlannedAction},
};
use collegium_model::{calendar::Span, code::RuleId, id::*};

#[test]
fn a_step_can_be_kept_for_people_of_the_school_or_for_others() {
    let plan = |number| Command::PlanReview(of_review(number));
    let guarded_by = |guard| opened_with(|protocol| guarded(protocol, Act::PlanReview, guard));
    let broker = || Who::in_role("broker");
    let (own, other) = (|| broker().of(school(SCHOOL)), || broker().of(school(300)));
    let mut story = guarded_by(Guard::OwnSchool);
    story.refuses(&broker(), plan(1), &[("school_unknown", &[])]);
    story.refuses(&other(), plan(1), &[("not_own_school", &[])]);
    story.when(&own(), plan(1)).then_accepted();
    let mut story = guarded_by(Guard::NotOwnSchool);
    story.refuses(&broker(), plan(1), &[("school_unknown", &[])]);
    story.refuses(&own(), plan(1), &[("own_school", &[])]);
    story.when(&other(), plan(1)).then_accepted();
}

#[test]
fn a_step_can_rest_on_a_fact_of_the_embedders_own_rules() {
    let mut story = opened_with(|protocol| {
        protocol
            .facts
            .insert(code("trained"), "The lead was trained".to_owned());
        guarded(protocol, Act::PlanReview, Guard::Fact(code("trained")));
    });
    let plan = || Command::PlanReview(of_review(1));
    let broker = Who::in_role("broker");
    story.refuses(&broker, plan(), &[("fact_missing", &[])]);
    story.refuses(&broker.clone().given("insured"), plan(), &[("fact_missing", &[])]);
    story.when(&broker.given("trained"), plan()).then_accepted();
}

#[test]
fn where_the_calendar_ends_a_notice_and_a_wait_are_refused_and_not_made_up() {
    let wait = Guard::NotBefore(Span::SchoolDays(3));
    let last_days =
        |story: &mut Story| story.calendar.last_day() - collegium_model::chrono::TimeDelta::days(1);
    let beyond: [(&str, &[&str]); 1] = [("beyond_calendar", &[])];

    let mut story = opened_with(|protocol| {
        protocol.workload.end_of_term = 0;
        protocol.steps.get_mut(&Act::ScheduleReview).unwrap().guards = vec![Guard::Notice];
    });
    teamed(&mut story, 1, 10);
    let near = last_days(&mut story);
    story.on(near);
    story.refuses_role("broker", schedule(1, &near.to_string()), &beyond);

    let mut story = opened_with(|protocol| guarded(protocol, Act::SubmitSelfEvaluation, wait));
    let near = last_days(&mut story);
    story.on(near);
    story.does("host_head", Command::DraftSelfEvaluation(of_self_evaluation()));
    let consult = Command::ConsultOnSelfEvaluation(of_self_evaluation());
    story.does("host_head", consult);
    let submit = Command::SubmitSelfEvaluation(of_self_evaluation());
    story.refuses_role("host_head", submit, &beyond);
}

#[test]
fn a_step_about_a_need_can_wait_until_no_help_for_it_is_live() {
    let mut story = opened_with(|protocol| {
        let of_close = protocol.moving_on.0.entry(Act::CloseNeed).or_default();
        of_close.insert(Machine::Deployment, Leaving::Keep);
        guarded(protocol, Act::CloseNeed, Guard::NoLiveDeployment);
    });
    for number in [1, 2] {
        diagnosed(&mut story, number, 1);
        story.does("broker", propose(number, number));
    }
    let refusal = story
        .when(&Who::in_role("broker").because("need_met"), close_need(1))
        .then_refused(&["still_open"]);
    let children = vec![of_deployment(1)];
    assert_eq!(refusal.blockers[0].blocker, Blocker::StillOpen { children });
    let withdraw = Command::WithdrawDeployment(with_deployment(1));
    story.does_because("broker", "other_giver", withdraw);
    story.does_because("broker", "need_met", close_need(1));
}

#[test]
fn a_school_does_not_help_itself() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    let own = Proposal {
        giver: school(SCHOOL),
        ..proposal(1, 1)
    };
    story.refuses_role(
        "broker",
        Command::ProposeDeployment(own),
        &[("giver_is_host", &[])],
    );
    story.does("broker", propose(1, 1));
}

#[test]
fn a_plan_is_adopted_once_it_has_actions_that_all_say_how_success_will_be_seen() {
    let mut story = opened();
    let workshop = id(WorkshopId::new, 1);
    let called = |from| {
        Command::CallWorkshop(CalledWorkshop {
            workshop,
            review: None,
            champion: person(61),
            champion_from: school(from),
        })
    };
    story.refuses_role("broker", called(SCHOOL), &[("champion_from_host", &[])]);
    story.does("broker", called(301));
    story.does(
        "improvement_champion",
        Command::HoldWorkshop(OfWorkshop { workshop }),
    );
    let drafted = |measured: &[bool]| {
        let action = |success_measure: &bool| PlannedAction {
            owner: role("host_head"),
            success_measure: *success_measure,
            review_on: day("2026-11-02"),
            need: None,
        };
        let actions = measured.iter().map(action).collect();
        Command::DraftPlan(DraftedPlan { workshop, actions })
    };
    let adopt = || Command::AdoptPlan(OfWorkshop { workshop });
    story.does("host_head", drafted(&[]));
    story.refuses_role(
        "host_head",
        adopt(),
        &[("no_actions", &["host_head", "improvement_champion"])],
    );
    story.does("host_head", drafted(&[true, false, false]));
    let refusal = story
        .when(&Who::in_role("host_head"), adopt())
        .then_refused(&["action_without_measure"]);
    let actions = 2;
    assert_eq!(
        refusal.blockers[0].blocker,
        Blocker::ActionWithoutMeasure { actions }
    );
    story.does("host_head", drafted(&[true, true]));
    story.does("host_head", adopt());
}

#[test]
fn the_next_progress_review_is_after_this_one_if_there_is_to_be_one() {
    let mut story = opened_with(with_progress_reviews);
    let progress_review = id(ProgressReviewId::new, 1);
    let on = day("2026-10-05");
    let plan = PlannedProgressReview { progress_review, on };
    story.does("adviser", Command::PlanProgressReview(plan));
    let recorded = |overall, next: Option<&str>| {
        Command::RecordProgressReview(RecordedProgressReview {
            progress_review,
            overall: code(overall),
            next: next.map(day),
        })
    };
    for next in ["2026-10-04", "2026-10-05"] {
        let early = recorded("going_well", Some(next));
        story.refuses_role("adviser", early, &[("next_before_this", &[])]);
    }
    story.refuses_role("adviser", recorded("splendid", None), &[("wrong_outcome", &[])]);
    story.clone().does("adviser", recorded("going_well", None));
    story.does("adviser", recorded("going_well", Some("2026-10-06")));
}

#[test]
fn more_time_is_asked_for_a_deadline_that_runs_for_that_very_thing() {
    let mut story = opened();
    story.does(
        "broker",
        send(1, collegium_cycle::request::RequestKind::Document, None),
    );
    let more = |deadline, of| {
        let deadline = RuleId::new(deadline).unwrap();
        let until = day("2026-10-30");
        Command::ExtendDeadline(collegium_cycle::cycle::Extended { of, deadline, until })
    };
    let request = |number| collegium_cycle::child::Child::Request(of_request(number).request);
    let broker = Who::in_role("broker").because("illness");
    for (deadline, number) in [("conflict_answer", 1), ("visit_record", 2)] {
        let unknown = more(deadline, request(number));
        story.refuses(&broker, unknown, &[("deadline_unknown", &[])]);
    }
    story
        .when(&broker, more("visit_record", request(1)))
        .then_accepted();
}
