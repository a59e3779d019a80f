//! What closing does to what is open, phases that a protocol leaves out, conversion, and urgent overrides.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    challenge::{OfChallenge, RaisedChallenge},
    child::{Child, Machine},
    coaching::ContractedCoaching,
    concern::{OfConcern, RaisedConcern},
    decision::Outcome,
    deployment::OfDeployment,
    facts::Conversion,
    kit::{Story, Who},
    need::NeedPhase,
    objective::SetObjectiveFor,
    protocol::{Guard, Leaving, Protocol},
    request::RequestKind,
    rules::Rules,
    violation::Violation,
};
use collegium_model::{id::*, urn::Urn};

const OBJECTIVE: u128 = 1;

fn set_objective(story: &mut Story) {
    let (objective, area) = (id(ObjectiveId::new, OBJECTIVE), None);
    let set = SetObjectiveFor {
        objective,
        need: need(1),
        area,
    };
    story.does("adviser", Command::SetObjective(set));
}

fn raise_challenge(story: &mut Story, about: Option<u128>) {
    let challenge = id(ChallengeId::new, 1);
    let raised = RaisedChallenge {
        challenge,
        need: about.map(need),
    };
    story.does("peer_reviewer", Command::RaiseChallenge(raised));
}

fn raise_concern(story: &mut Story, about: Option<u128>) {
    let concern = id(ConcernId::new, 1);
    let raised = RaisedConcern {
        concern,
        need: about.map(need),
    };
    story.does("adviser", Command::RaiseConcern(raised));
}

fn contract_coaching(story: &mut Story) {
    let coaching = id(CoachingId::new, 1);
    let (coach, coached) = (person(61), person(62));
    let contract = ContractedCoaching {
        coaching,
        coach,
        coached,
    };
    story.does("coach", Command::ContractCoaching(contract));
}

/// An opened cycle with one open thing of each of these kinds, beside a need that is being looked into.
fn with_open_things() -> Story {
    let mut story = opened();
    story.does("host_head", report_need(1));
    story.does("host_head", Command::DraftSelfEvaluation(of_self_evaluation()));
    teamed(&mut story, 1, 10);
    story.does("adviser", open_enquiry(1, Some(1)));
    story.does("broker", send(1, RequestKind::Document, None));
    set_objective(&mut story);
    raise_concern(&mut story, Some(1));
    raise_challenge(&mut story, Some(1));
    contract_coaching(&mut story);
    story
}

fn machines(children: &[Child]) -> Vec<Machine> {
    children.iter().map(|child| child.machine()).collect()
}

fn still_open(story: &mut Story, command: Command) -> Vec<Machine> {
    let who = Who::in_role("responsible_body").because("end_of_help");
    let refusal = story.when(&who, command).then_refused(&["still_open"]);
    let collegium_cycle::refusal::Blocker::StillOpen { children } = &refusal.blockers[0].blocker else {
        panic!("{refusal}")
    };
    machines(children)
}

fn ended(accepted: &collegium_cycle::decide::Accepted) -> Vec<Machine> {
    let ends = accepted
        .events
        .iter()
        .filter(|event| event.code() == "child_ended");
    ends.map(|event| event.child().machine()).collect()
}

#[test]
fn closing_a_cycle_is_refused_over_all_that_asks_something_of_somebody_at_once() {
    use Machine as M;
    let mut story = with_open_things();
    let open = still_open(&mut story, close());
    assert_eq!(
        open,
        [
            M::Need,
            M::Review,
            M::Request,
            M::Objective,
            M::Concern,
            M::Challenge
        ]
    );
    let open = still_open(&mut story, close_need(1));
    assert_eq!(
        open,
        [M::Challenge],
        "a concern outlives its need, a draft ends with it"
    );
}

#[test]
fn closing_ends_drafts_and_what_is_unfinished_and_says_so_event_by_event() {
    let mut story = with_open_things();
    let challenge = id(ChallengeId::new, 1);
    story.does("host_head", Command::AnswerChallenge(OfChallenge { challenge }));
    story.does("adviser", Command::SettleChallenge(OfChallenge { challenge }));
    let accepted = story.does_because("broker", "need_met", close_need(1));
    assert_eq!(ended(&accepted), [Machine::Enquiry, Machine::Objective]);
    story.then_stands(Child::Enquiry(enquiry(1)), "dropped");
    story.then_stands(Child::Objective(id(ObjectiveId::new, OBJECTIVE)), "closed");
    story.then_stands(Child::Concern(id(ConcernId::new, 1)), "raised");

    let concern = id(ConcernId::new, 1);
    story.does("adviser", Command::ResolveConcern(OfConcern { concern }));
    story.does_because("broker", "no_visit", Command::CancelReview(of_review(1)));
    story.does_because("broker", "not_needed", Command::CancelRequest(of_request(1)));
    let accepted = story.does("broker", close());
    assert_eq!(ended(&accepted), [Machine::SelfEvaluation, Machine::Coaching]);
    assert_eq!(story.cycle.open_children().count(), 0);
    assert!(story.cycle.check(story.now.date(), &story.rules).is_empty());
}

#[test]
fn a_protocol_says_otherwise_kind_by_kind() {
    let of = |machine, leaving| {
        let mut story = with_open_things();
        let mut protocol = story.rules.protocol().clone();
        protocol
            .moving_on
            .0
            .entry(Act::CloseNeed)
            .or_default()
            .insert(machine, leaving);
        story.rules = Rules::compile(protocol).unwrap();
        let challenge = id(ChallengeId::new, 1);
        story.does("host_head", Command::AnswerChallenge(OfChallenge { challenge }));
        story.does("adviser", Command::SettleChallenge(OfChallenge { challenge }));
        story
    };
    let mut refuses = of(Machine::Objective, Leaving::Refuse);
    assert_eq!(still_open(&mut refuses, close_need(1)), [Machine::Objective]);
    let mut keeps = of(Machine::Objective, Leaving::Keep);
    let accepted = keeps.does_because("broker", "need_met", close_need(1));
    assert_eq!(ended(&accepted), [Machine::Enquiry]);
    keeps.then_stands(Child::Objective(id(ObjectiveId::new, OBJECTIVE)), "open");
    let mut keeps_enquiry = of(Machine::Enquiry, Leaving::Keep);
    keeps_enquiry.does_because("broker", "need_met", close_need(1));
    keeps_enquiry.then_stands(Child::Enquiry(enquiry(1)), "open");
}

#[test]
fn stopping_keeps_everything_unless_the_protocol_says_otherwise() {
    let mut story = with_open_things();
    let before = story.cycle.open_children().count();
    let accepted = story.does_because("responsible_body", "merger", stop());
    assert_eq!(accepted.events.len(), 1);
    assert_eq!(story.cycle.open_children().count(), before);
    story.does_because("responsible_body", "merger_called_off", reopen());
    story.does("adviser", begin_diagnosis(1));

    let mut protocol = Protocol::standard();
    let of_stop = protocol.moving_on.0.entry(Act::StopCycle).or_default();
    of_stop.insert(Machine::Request, Leaving::End);
    of_stop.insert(Machine::Challenge, Leaving::Refuse);
    let mut story = with_open_things();
    story.rules = Rules::compile(protocol).unwrap();
    assert_eq!(still_open(&mut story, stop()), [Machine::Challenge]);
    let challenge = id(ChallengeId::new, 1);
    story.does("host_head", Command::AnswerChallenge(OfChallenge { challenge }));
    story.does("adviser", Command::SettleChallenge(OfChallenge { challenge }));
    let accepted = story.does_because("responsible_body", "merger", stop());
    assert_eq!(ended(&accepted), [Machine::Request]);
    story.then_stands(Child::Request(of_request(1).request), "cancelled");
}

#[test]
fn objectives_end_with_a_need_that_a_decision_closes_as_with_one_that_is_closed_by_hand() {
    let ended = |by_decision: bool| {
        let mut story = monitored();
        set_objective(&mut story);
        story.does("adviser", open_enquiry(1, Some(1)));
        if by_decision {
            story.does("adviser", recommend(1, 1, Outcome::Close));
            story.does("commissioner", decide(1, Outcome::Close));
        } else {
            let of = OfDeployment {
                deployment: deployment(1),
            };
            story.does("broker", Command::CompleteDeployment(of));
            story.does_because("broker", "need_met", close_need(1));
        }
        story.then_stands(of_need(1), "closed");
        let open = story.cycle.open_children().count();
        story.does("broker", close());
        open
    };
    assert_eq!(ended(false), 0);
    assert_eq!(ended(true), 0);
}

fn without(phase: NeedPhase) -> Protocol {
    let mut protocol = Protocol::standard();
    protocol.phases.retain(|kept| *kept != phase);
    protocol
}

#[test]
fn a_phase_that_is_left_out_is_passed_over_on_the_way_in() {
    let stands = |left_out, steps: &dyn Fn(&mut Story)| {
        let mut story = under(without(left_out));
        story.does("broker", open_cycle());
        steps(&mut story);
        story.cycle.needs[&need(1)].phase
    };
    let report = |story: &mut Story| {
        story.does("host_head", report_need(1));
    };
    assert_eq!(stands(NeedPhase::Scoping, &report), NeedPhase::Diagnosis);
    assert_eq!(stands(NeedPhase::Diagnosis, &report), NeedPhase::Scoping);
    let begin = |story: &mut Story| {
        report(story);
        story.does("adviser", begin_diagnosis(1));
    };
    assert_eq!(stands(NeedPhase::Diagnosis, &begin), NeedPhase::Matching);
    let diagnose = |story: &mut Story| diagnosed(story, 1, 1);
    assert_eq!(stands(NeedPhase::Matching, &diagnose), NeedPhase::Deployment);
    let help = |story: &mut Story| {
        diagnosed(story, 1, 1);
        at_work(story, proposal(1, 1));
    };
    assert_eq!(stands(NeedPhase::Matching, &help), NeedPhase::Deployment);
    assert_eq!(stands(NeedPhase::Deployment, &help), NeedPhase::Monitoring);
}

#[test]
fn a_need_reopened_goes_where_a_new_one_would() {
    let mut story = under(without(NeedPhase::Scoping));
    story.does("broker", open_cycle());
    story.does("host_head", report_need(1));
    story.does_because("broker", "need_met", close_need(1));
    let of = collegium_cycle::need::OfNeed { need: need(1) };
    story.does_because("broker", "back_again", Command::ReopenNeed(of));
    story.then_stands(of_need(1), "diagnosis");
}

/// Recommending decides nothing (rule 3), so it can never be the step that closes a need.
#[test]
fn a_protocol_that_recommends_reallocation_leaves_its_phases_in() {
    for left_out in [NeedPhase::Monitoring, NeedPhase::Reallocation] {
        let faults = Rules::compile(without(left_out)).unwrap_err().faults;
        let places: Vec<_> = faults.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(
            places,
            ["steps.recommend_reallocation"],
            "{left_out:?}: {faults:?}"
        );
        let mut protocol = without(left_out);
        for act in [Act::RecommendReallocation, Act::DecideReallocation] {
            protocol.steps.remove(&act);
        }
        protocol
            .deadlines
            .retain(|it| it.awaits != Act::DecideReallocation);
        protocol.phases.retain(|kept| *kept != NeedPhase::Reallocation);
        let mut story = under(protocol);
        story.does("broker", open_cycle());
        diagnosed(&mut story, 1, 1);
        at_work(&mut story, proposal(1, 1));
        let of = OfDeployment {
            deployment: deployment(1),
        };
        story.does("broker", Command::CompleteDeployment(of));
        let ends = if left_out == NeedPhase::Monitoring {
            "closed"
        } else {
            "monitoring"
        };
        story.then_stands(of_need(1), ends);
    }
}

fn convert(story: &mut Story) {
    let urn = |number| Urn::new(number).unwrap();
    let on = story.now.date();
    let conversion = Conversion {
        from: urn(900_001),
        to: urn(900_002),
        on,
    };
    let accepted = story.does("governor", Command::ReportConversion(conversion));
    assert_eq!(
        accepted.effects.len(),
        1,
        "the responsible body and the broker are told"
    );
}

const ALL_FOUR: [&str; 4] = [
    "host_head",
    "releasing_employer",
    "deployed_person",
    "commissioner",
];

#[test]
fn a_conversion_asks_for_every_consent_again_before_the_agreement() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    consented(&mut story, proposal(1, 1));
    story.refuses_role("host_head", consent(1, "host_head"), &[("consent_not_due", &[])]);
    convert(&mut story);
    let agreement = agreement(&story);
    story.refuses_role(
        "broker",
        agree(1, agreement.clone()),
        &[("consent_missing", &ALL_FOUR)],
    );
    // Consents of the same moment were given for the school as it was.
    let later = story.now + collegium_model::chrono::TimeDelta::minutes(1);
    story.now = later;
    for (given, by) in ALL_FOUR.into_iter().enumerate() {
        let missing = &ALL_FOUR[given..];
        story.refuses_role(
            "broker",
            agree(1, agreement.clone()),
            &[("consent_missing", missing)],
        );
        story.does(by, consent(1, by));
    }
    story.does("broker", agree(1, agreement));
}

#[test]
fn a_conversion_lets_help_go_on_and_shows_what_to_ask_again() {
    let mut story = helped();
    story.now += collegium_model::chrono::TimeDelta::hours(1);
    convert(&mut story);
    story.then_stands(of_deployment(1), "active");
    let today = story.now.date();
    let [
        Violation::ConsentsToRenew {
            deployment: of,
            roles,
        },
    ] = &story.cycle.check(today, &story.rules)[..]
    else {
        panic!("{:?}", story.cycle.check(today, &story.rules))
    };
    assert_eq!(*of, deployment(1));
    assert_eq!(
        roles
            .iter()
            .map(collegium_model::code::Role::as_str)
            .collect::<Vec<_>>(),
        ALL_FOUR
    );
    story.on(today.succ_opt().unwrap());
    consent_all(&mut story, 1);
    assert!(story.cycle.check(story.now.date(), &story.rules).is_empty());
    let history = story.cycle.deployments[&deployment(1)].consents.len();
    assert_eq!(history, 8, "what was given before is still known");
}

#[test]
fn an_urgent_override_lifts_what_the_protocol_lets_it_lift_and_nothing_else() {
    let mut story = opened_with(|protocol| {
        guarded(protocol, Act::AgreeDiagnosis, Guard::EnquiriesAnswered);
    });
    story.does("host_head", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    let agree = || agree_diagnosis(1, 1);
    let report: (&str, &[&str]) = ("no_agreed_review", &["host_head"]);
    let asked: (&str, &[&str]) = ("no_enquiry", &["adviser", "lead_reviewer", "peer_reviewer"]);
    let adviser: (&str, &[&str]) = ("role_missing", &["adviser"]);
    story.refuses_role("adviser", agree(), &[report, asked]);
    story.refuses(
        &Who::in_role("adviser").because("risk").urgently(),
        agree(),
        &[report, asked],
    );
    story.refuses(
        &Who::in_role("governor").because("risk").urgently(),
        agree(),
        &[adviser, report, asked],
    );
    let body = Who::in_role("responsible_body");
    story.refuses(&body, agree(), &[adviser, report, asked]);
    story.refuses(
        &body.clone().urgently(),
        agree(),
        &[("reason_missing", &[]), asked],
    );
    story.refuses(&body.clone().because("risk").urgently(), agree(), &[asked]);
    answered(&mut story, 1, Some(1));
    story.refuses(&body.clone().because("risk"), agree(), &[adviser, report]);
    story
        .when(&body.because("risk").urgently(), agree())
        .then_events(&["diagnosis_agreed"]);
}

#[test]
fn an_urgent_override_takes_a_reason_of_the_protocol_and_lifts_no_law() {
    let mut protocol = Protocol::standard();
    protocol
        .reasons
        .insert(code("risk"), "Pupils are at risk".to_owned());
    let step = protocol.steps.get_mut(&Act::AgreeDiagnosis).unwrap();
    step.urgent.as_mut().unwrap().lifts.push(Guard::ReasonGiven);
    let faults = Rules::compile(protocol.clone()).unwrap_err().faults;
    assert_eq!(faults[0].place, "steps.agree_diagnosis.override.lifts[1]");
    let step = protocol.steps.get_mut(&Act::AgreeDiagnosis).unwrap();
    step.urgent.as_mut().unwrap().lifts.pop();
    let mut story = under(protocol);
    story.does("broker", open_cycle());
    story.does("host_head", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    let body = Who::in_role("responsible_body").urgently();
    story.refuses(
        &body.clone().because("hurry"),
        agree_diagnosis(1, 1),
        &[("unknown_reason", &[])],
    );
    story
        .when(&body.because("risk"), agree_diagnosis(1, 1))
        .then_accepted();
}
