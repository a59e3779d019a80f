//! What a command speaks of has to be there, and what it asks for has to be something: the rest is malformed,
//! as a wish and as a report of fact.

use crate::world::*;
use collegium_cycle::{
    acts::Command, challenge::RaisedChallenge, concern::RaisedConcern, enquiry::OpenedEnquiry, kit::Who,
    objective::SetObjectiveFor, request::RequestKind,
};
use collegium_model::{id::*, quantity::Units};

#[test]
fn a_need_asks_for_one_deployment_or_more() {
    let mut story = opened();
    let none = |units| {
        let mut need = a_need(1);
        need.units = Units(units);
        Command::ReportNeed(collegium_cycle::need::ReportedNeed { need })
    };
    story.refuses_role("governor", none(0), &[("no_units", &[])]);
    story.does("governor", none(1));
    story.does("adviser", begin_diagnosis(1));
    reviewed(&mut story);
    story.refuses_role("adviser", agree_diagnosis(1, 0), &[("no_units", &[])]);
    story.does("adviser", agree_diagnosis(1, 1));
}

#[test]
fn nothing_is_begun_about_what_is_not_there() {
    let about_need = |known: u128| {
        let need = need(known);
        let objective = id(ObjectiveId::new, known);
        let set = SetObjectiveFor {
            objective,
            need,
            area: None,
        };
        let challenge = id(ChallengeId::new, known);
        let concern = id(ConcernId::new, known);
        let need = Some(need);
        [
            ("adviser", Command::SetObjective(set)),
            ("adviser", open_enquiry(known, Some(known))),
            (
                "adviser",
                Command::RaiseChallenge(RaisedChallenge { challenge, need }),
            ),
            ("adviser", Command::RaiseConcern(RaisedConcern { concern, need })),
        ]
    };
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    story.does("broker", propose(1, 1));
    let of_review = |known: u128| {
        Command::OpenEnquiry(OpenedEnquiry {
            enquiry: enquiry(10 + known),
            need: Some(need(1)),
            review: Some(review(known)),
            domain: None,
        })
    };
    let declaration = |known| send(known, RequestKind::ConflictDeclaration, Some(known));
    let about = |known| {
        let mut all = about_need(known).to_vec();
        all.extend([("adviser", of_review(known)), ("broker", declaration(known))]);
        all
    };
    for (role, command) in about(2) {
        story.refuses_role(role, command, &[("unknown", &[])]);
    }
    for (role, command) in about(1) {
        story.does(role, command);
    }
}

#[test]
fn e1_evidence_is_of_a_kind_that_the_protocol_names() {
    let mut story = opened();
    story.does("adviser", open_enquiry(1, None));
    story.refuses_role("governor", evidence(1, 1, "rumour"), &[("not_asked_for", &[])]);
    story.does("governor", evidence(1, 1, "survey"));
}

#[test]
fn a_wish_waits_until_the_cycle_is_opened() {
    let mut story = standard();
    let draft = Command::DraftSelfEvaluation(of_self_evaluation());
    story.refuses_role(
        "host_head",
        draft.clone(),
        &[("cycle_not_open", &["broker", "responsible_body"])],
    );
    story.does("broker", open_cycle());
    story.does("host_head", draft);
}

#[test]
fn what_was_done_cannot_be_done_again_and_what_exists_is_not_made_again() {
    let mut story = opened();
    story.does("broker", Command::PlanReview(of_review(1)));
    story.refuses_role(
        "broker",
        Command::PlanReview(of_review(1)),
        &[("exists_already", &[])],
    );
    teamed(&mut story, 2, 20);
    let refused = story
        .when(&Who::in_role("host_head"), Command::AgreeReport(of_review(2)))
        .then_refused(&["wrong_phase", "feedback_missing"]);
    assert!(!refused.blockers[0].liftable_by.is_empty());
}
