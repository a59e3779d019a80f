//! The lives of single things: what each keeps of what happened to it, and what people read of it.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::{Child, Machine},
    decision::Outcome,
    deployment::{Impact, Stakeholder},
    enquiry::LeadershipDomain,
    kit::Story,
    monitoring::{Channel, Rating},
    protocol::Leaving,
    review::Feedback,
};
use collegium_model::{chrono::NaiveDateTime, id::*};

/// When help started and ended, and whether an agreement on it holds.
fn worked(story: &Story) -> (Option<NaiveDateTime>, Option<NaiveDateTime>, bool) {
    let help = &story.cycle.deployments[&deployment(1)];
    let (started, ended) = help.worked();
    (started, ended, help.agreement().is_some())
}

#[test]
fn help_keeps_the_days_on_which_it_started_and_ended_and_what_was_agreed() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    consented(&mut story, proposal(1, 1));
    assert_eq!(worked(&story), (None, None, false));
    let from_today = agreement(&story);
    story.does("broker", agree(1, from_today));
    assert_eq!(worked(&story), (None, None, true));
    let cancel = || Command::CancelDeployment(with_deployment(1));
    let mut never_begun = story.clone();
    never_begun.does_because("commissioner", "strike", cancel());
    assert_eq!(worked(&never_begun), (None, Some(story.now), false));

    story.does("broker", Command::StartDeployment(with_deployment(1)));
    let started = Some(story.now);
    assert_eq!(worked(&story), (started, None, true));
    story.on(day("2026-11-02"));
    story.does("broker", Command::TaperDeployment(with_deployment(1)));
    assert_eq!(worked(&story), (started, None, true));
    story.on(day("2026-12-01"));
    let ended = Some(story.now);
    let mut broken_off = story.clone();
    broken_off.does_because("commissioner", "strike", cancel());
    assert_eq!(worked(&broken_off), (started, ended, false));
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    assert_eq!(worked(&story), (started, ended, true));
    story.on(day("2026-12-08"));
    let (deployment, rating) = (deployment(1), Rating::Green);
    story.does("host_head", Command::ReviewImpact(Impact { deployment, rating }));
    story.then_stands(of_deployment(1), "impact_reviewed");
    assert_eq!(worked(&story), (started, ended, true));
}

#[test]
fn a_recommendation_is_open_until_it_is_decided_or_lapses() {
    let mut story = monitored();
    let mut protocol = story.rules.protocol().clone();
    let of_stop = protocol.moving_on.0.entry(Act::StopCycle).or_default();
    of_stop.insert(Machine::Decision, Leaving::End);
    story.rules = collegium_cycle::rules::Rules::compile(protocol).unwrap();
    story.does("adviser", recommend(1, 1, Outcome::Taper));
    let decision = id(DecisionId::new, 1);
    let child = Child::Decision(decision);
    let open = |story: &Story| story.cycle.decisions[&decision].is_open();
    assert!(open(&story));
    let recommended = story.now;
    assert_eq!(story.cycle.stands(child), Some(("recommended", recommended)));
    story.on(day("2026-09-21"));
    let mut lapsed = story.clone();
    lapsed.does_because("responsible_body", "merger", stop());
    assert!(!open(&lapsed));
    lapsed.does_because("responsible_body", "called_off", reopen());
    assert_eq!(lapsed.cycle.stands(child), Some(("lapsed", story.now)));
    lapsed.refuses_role(
        "commissioner",
        decide(1, Outcome::Taper),
        &[("wrong_phase", &["adviser"])],
    );
    story.does("commissioner", decide(1, Outcome::Taper));
    assert!(!open(&story));
    assert_eq!(story.cycle.stands(child), Some(("decided", story.now)));
}

#[test]
fn a_team_is_its_lead_and_its_peers() {
    let mut story = opened();
    teamed(&mut story, 1, 10);
    let team = &story.cycle.reviews[&review(1)];
    let has = [9, 10, 11, 12, 13].map(|number| team.has(person(number)));
    assert_eq!(has, [false, true, true, true, false]);
}

#[test]
fn what_was_shared_was_agreed_and_handed_in_before() {
    let mut story = opened();
    story.does("broker", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    replied(&mut story, &Feedback::ALL);
    let waits: [(&str, &[&str]); 1] = [("no_agreed_review", &["host_head"])];
    story.refuses_role("adviser", agree_diagnosis(1, 1), &waits);
    story.does("host_head", Command::AgreeReport(of_review(1)));
    story.clone().does("adviser", agree_diagnosis(1, 1));
    let accepted = story.does("host_head", Command::ShareReport(of_review(1)));
    assert_eq!(accepted.effects.len(), 1, "it is published");
    story.does("adviser", agree_diagnosis(1, 1));

    let mut story = opened();
    evaluated(&mut story);
    story.does("host_head", Command::ShareSelfEvaluation(of_self_evaluation()));
    teamed(&mut story, 1, 10);
    story.does("broker", schedule(1, VISIT));
    story.on(day(VISIT));
    story.does("lead_reviewer", Command::BeginReview(of_review(1)));
}

#[test]
fn a_visit_waits_for_a_self_evaluation_that_was_handed_in_and_not_taken_back() {
    let mut story = opened();
    teamed(&mut story, 1, 10);
    story.does("broker", schedule(1, VISIT));
    let begin = || Command::BeginReview(of_review(1));
    let waits: [(&str, &[&str]); 1] = [("self_evaluation_not_submitted", &["host_head"])];
    let on_the_day = |story: &Story| {
        let mut story = story.clone();
        story.on(day(VISIT));
        story
    };
    on_the_day(&story).refuses_role("lead_reviewer", begin(), &waits);
    for step in [Command::DraftSelfEvaluation, Command::ConsultOnSelfEvaluation] {
        story.does("host_head", step(of_self_evaluation()));
        on_the_day(&story).refuses_role("lead_reviewer", begin(), &waits);
    }
    story.does("host_head", Command::SubmitSelfEvaluation(of_self_evaluation()));
    on_the_day(&story).does("lead_reviewer", begin());
    let withdraw = Command::WithdrawSelfEvaluation(of_self_evaluation());
    story.does_because("host_head", "mistake", withdraw);
    on_the_day(&story).refuses_role("lead_reviewer", begin(), &waits);
}

#[test]
fn people_read_words_and_no_codes() {
    assert_eq!(
        Channel::ALL.map(Channel::label),
        ["Data check", "Informal visit", "Formal review"]
    );
    let ratings = [Rating::Red, Rating::Amber, Rating::Green];
    assert_eq!(ratings.map(Rating::label), ["Red", "Amber", "Green"]);
    assert_eq!(
        Stakeholder::ALL.map(Stakeholder::label),
        ["Staff", "Parents", "Pupils"]
    );
    assert_eq!(
        LeadershipDomain::ALL.map(LeadershipDomain::label),
        [
            "Setting directions",
            "Developing people",
            "Redesigning the organisation"
        ]
    );
    assert_eq!(
        Feedback::ALL.map(Feedback::label),
        ["from the team to the school", "from the school to the team"]
    );
    let outcomes = [Outcome::Continue, Outcome::StepDown, Outcome::Close];
    assert_eq!(outcomes.map(Outcome::label), ["Continue", "Step down", "Close"]);
}
