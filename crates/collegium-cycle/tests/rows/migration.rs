//! Moving a running cycle to another protocol: what differs between the two, and what in the cycle would not
//! fit the other.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    challenge::{OfChallenge, RaisedChallenge},
    child::{Child, Machine},
    cycle::{Categorised, Migrated},
    decision::Outcome,
    kit::{Story, Who},
    need::NeedPhase,
    protocol::{
        Preset, Protocol,
        diff::{Change, Unfit, Verdict, diff},
    },
    rules::Rules,
    serde_json::json,
    task::OfTask,
};
use collegium_model::{id::ChallengeId, quantity::HalfDays, support::SupportKind};

fn told(changes: &[Change]) -> Vec<String> {
    changes.iter().map(ToString::to_string).collect()
}

fn changed_by(change: impl FnOnce(&mut Protocol)) -> Vec<String> {
    let mut after = Protocol::standard();
    change(&mut after);
    told(&diff(&Protocol::standard(), &after))
}

#[test]
fn what_differs_is_told_by_its_place_with_what_stood_there_and_what_stands_there_now() {
    assert!(changed_by(|_| {}).is_empty());
    let found = changed_by(|protocol| {
        protocol.version = 2;
        protocol.executive_span = None;
        protocol.sizes.insert(SupportKind::Coach, HalfDays(3));
        protocol.powers.insert(code("visit"), "A visit".to_owned());
    });
    assert_eq!(
        found,
        [
            "executive_span: − 6",
            "powers.visit: + \"A visit\"",
            "sizes.coach: 2 → 3",
            "version: 1 → 2",
        ]
    );
}

#[test]
fn what_has_a_code_or_an_id_is_compared_by_it_wherever_it_stands_in_its_list() {
    assert!(changed_by(|protocol| protocol.deadlines.reverse()).is_empty());
    let found = changed_by(|protocol| {
        protocol.deadlines.reverse();
        let of_decision = |it: &&mut collegium_cycle::protocol::Deadline| it.id.as_str() == "decision";
        let decision = protocol.deadlines.iter_mut().find(of_decision).unwrap();
        decision.due = collegium_model::calendar::Span::WorkingDays(9);
        protocol.pressure.pop();
    });
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], "deadlines.decision.due.count: 10 → 9");
    assert!(
        found[1].starts_with("pressure.led_from_outside: − {"),
        "{}",
        found[1]
    );
    // A list of plain words is one thing.
    let found = changed_by(|protocol| protocol.consents = protocol.consents.iter().rev().cloned().collect());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("consents: [\"host_head\","), "{}", found[0]);
    // And so is one that is emptied.
    let found = changed_by(|protocol| protocol.pressure.clear());
    assert!(
        found.len() == 1 && found[0].starts_with("pressure: − ["),
        "{found:?}"
    );
    let change = Change {
        place: "title".to_owned(),
        before: None,
        after: Some(json!("Other")),
    };
    assert_eq!(change.to_string(), "title: + \"Other\"");
}

/// What in a story does not fit the protocol it runs under once that is changed.
fn unfit(story: &Story, change: impl FnOnce(&mut Protocol)) -> Vec<Unfit> {
    let mut other = story.rules.protocol().clone();
    change(&mut other);
    let to = Rules::compile(other).unwrap();
    let verdict = Verdict::of(&story.cycle, &story.rules, &to);
    assert_eq!(verdict.fits(), verdict.unfit.is_empty());
    verdict.unfit
}

#[test]
fn a_need_does_not_fit_where_its_phase_its_pressure_or_its_help_is_left_out() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    assert_eq!(unfit(&story, |_| {}), []);
    let of_matching = |protocol: &mut Protocol| protocol.phases.retain(|it| *it != NeedPhase::Matching);
    assert_eq!(unfit(&story, of_matching), [Unfit::PhaseLeftOut(of_need(1))]);
    at_work(&mut story, proposal(1, 1));
    assert_eq!(unfit(&story, of_matching), [], "it has passed that phase");
    let other_size = [Unfit::OtherSize(of_deployment(1))];
    let larger = |protocol: &mut Protocol| {
        protocol.sizes.insert(SupportKind::SpecialistLeader, HalfDays(12));
    };
    assert_eq!(unfit(&story, larger), other_size);
    let today = story.now.date();
    let (channel, rating) = (
        collegium_cycle::monitoring::Channel::DataCheck,
        collegium_cycle::monitoring::Rating::Red,
    );
    story.does("adviser", observe(1, channel, today, rating));
    story.does("adviser", recommend(1, 1, Outcome::Escalate));
    story.does("commissioner", decide(1, Outcome::Escalate));
    let category = code("secure");
    story.does(
        "responsible_body",
        Command::CategoriseSchool(Categorised { category }),
    );
    let second_only = |protocol: &mut Protocol| {
        protocol.pressure.remove(0);
    };
    let unknown = |code: &str| Unfit::CodeUnknown(code.to_owned());
    assert_eq!(unfit(&story, second_only), [unknown("watched_closely")]);
    let without_secure = |protocol: &mut Protocol| protocol.categories.retain(|it| it.code != category);
    assert_eq!(unfit(&story, without_secure), [unknown("secure")]);
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    assert_eq!(unfit(&story, larger), [], "help that has ended keeps its size");
    story.does_because("broker", "need_met", close_need(1));
    assert_eq!(
        unfit(&story, second_only),
        [],
        "a need that is closed is under no pressure"
    );
}

#[test]
fn what_is_open_does_not_fit_where_nothing_leads_on_or_nobody_asks_for_it() {
    let mut story = opened_with(|protocol| {
        protocol.tasks = vec![task("survey", &[])];
    });
    story.does("adviser", Command::StartTask(OfTask { task: code("survey") }));
    assert_eq!(unfit(&story, |_| {}), []);
    let survey = Child::Task(code("survey"));
    assert_eq!(
        unfit(&story, |protocol| protocol.tasks.clear()),
        [Unfit::NotAskedFor(survey)]
    );
    let challenge = id(ChallengeId::new, 1);
    let raised = RaisedChallenge {
        challenge,
        need: None,
    };
    story.does("adviser", Command::RaiseChallenge(raised));
    assert_eq!(unfit(&story, |_| {}), [], "an answer leads on");
    let without_challenges = |protocol: &mut Protocol| {
        let of_challenges = |act: &Act| act.machine() == Machine::Challenge;
        protocol.steps.retain(|act, _| !of_challenges(act));
        protocol.deadlines.retain(|it| !of_challenges(&it.awaits));
        let escalate = protocol.steps.get_mut(&Act::EscalateConcern).unwrap();
        escalate.guards.clear();
    };
    let open = Child::Challenge(challenge);
    assert_eq!(unfit(&story, without_challenges), [Unfit::Stuck(open)]);
    story.does("host_head", Command::AnswerChallenge(OfChallenge { challenge }));
    assert_eq!(unfit(&story, without_challenges), [Unfit::Stuck(open)]);
    story.does("adviser", Command::SettleChallenge(OfChallenge { challenge }));
    assert_eq!(unfit(&story, without_challenges), [], "it is over");
    // What can end with its cycle is never stuck.
    story.does("adviser", open_enquiry(1, None));
    let without_answers = |protocol: &mut Protocol| {
        for act in [Act::OpenEnquiry, Act::AnswerEnquiry, Act::ReopenEnquiry] {
            protocol.steps.remove(&act);
        }
    };
    assert_eq!(unfit(&story, without_answers), []);
}

#[test]
fn a_decision_that_nobody_has_taken_yet_does_not_fit_where_it_is_not_asked_for() {
    let mut story = opened_with(|protocol| {
        protocol.approvals = ["plan", "other"].map(|kind| (code(kind), rule(&[]))).into();
    });
    story.does("adviser", recommend_approval(1, "plan", "go"));
    let without = |kind| move |protocol: &mut Protocol| drop(protocol.approvals.remove(&code(kind)));
    let plan = Child::Approval(approval(1));
    assert_eq!(unfit(&story, without("other")), []);
    assert_eq!(unfit(&story, without("plan")), [Unfit::NotAskedFor(plan)]);
    story.does("commissioner", decide_approval(1, "go"));
    assert_eq!(unfit(&story, without("plan")), [], "it was taken");
}

#[test]
fn a_need_that_waits_for_a_decision_is_stuck_where_nobody_decides() {
    let mut story = monitored();
    let without_decisions = |protocol: &mut Protocol| {
        for act in [Act::RecommendReallocation, Act::DecideReallocation] {
            protocol.steps.remove(&act);
        }
        protocol
            .deadlines
            .retain(|it| it.awaits != Act::DecideReallocation);
    };
    assert_eq!(unfit(&story, without_decisions), [], "it can be closed");
    story.does("adviser", recommend(1, 1, Outcome::Close));
    story.then_stands(of_need(1), "reallocation");
    assert_eq!(unfit(&story, |_| {}), [], "a decision leads on");
    assert_eq!(unfit(&story, without_decisions), [Unfit::Stuck(of_need(1))]);
}

#[test]
fn what_does_not_fit_is_told_in_words() {
    let words = Unfit::Stuck(of_need(1)).to_string();
    assert!(
        words.starts_with("need ") && words.ends_with(" could never go on"),
        "{words}"
    );
    let words = Unfit::CodeUnknown("secure".to_owned()).to_string();
    assert_eq!(words, "secure is unknown");
}

#[test]
fn a_cycle_is_moved_to_a_protocol_that_is_at_hand_and_fits_it() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    story.does("broker", propose(1, 1));
    let mut other = Protocol::standard();
    other.version = 2;
    let fits = Rules::compile(other.clone()).unwrap();
    other.sizes.insert(SupportKind::SpecialistLeader, HalfDays(12));
    let unfit = Rules::compile(other).unwrap();
    let to = |rules: &Rules| {
        let to = rules.pin().clone();
        Command::MigrateCycle(Migrated { to })
    };
    let body = Who::in_role("responsible_body").because("new_rules");
    story.refuses(&body, to(&fits), &[("other_protocol_unknown", &[])]);
    story.other = Some(unfit.clone());
    story.refuses(&body, to(&fits), &[("other_protocol_unknown", &[])]);
    story.refuses(&body, to(&unfit), &[("migration_unfit", &[])]);
    story.other = Some(fits.clone());
    story.when(&body, to(&fits)).then_events(&["cycle_migrated"]);
}

#[test]
fn tasks_and_decisions_can_be_done_where_a_protocol_has_some_and_taken_back_where_it_says_so() {
    let allowed = |protocol: &Protocol| {
        [
            Act::StartTask,
            Act::CompleteTask,
            Act::ReopenTask,
            Act::RecommendApproval,
            Act::DecideApproval,
            Act::RevokeApproval,
            Act::OpenCycle,
            Act::PlanProgressReview,
            Act::ReportVacancy,
        ]
        .map(|act| protocol.allows(act))
    };
    let mut protocol = Protocol::standard();
    protocol.tasks.clear();
    let mut expected = [false, false, false, false, false, false, true, false, true];
    assert_eq!(allowed(&protocol), expected);
    for act in [Act::ReopenTask, Act::RevokeApproval] {
        protocol
            .steps
            .insert(act, collegium_cycle::protocol::Step::default());
    }
    assert_eq!(allowed(&protocol), expected, "there is nothing to take back");
    let programme = Preset::named("targeted-intervention").unwrap().protocol();
    (protocol.tasks, protocol.approvals) = (programme.tasks, programme.approvals);
    expected[..6].fill(true);
    assert_eq!(allowed(&protocol), expected);
    for act in [Act::ReopenTask, Act::RevokeApproval] {
        protocol.steps.remove(&act);
    }
    (expected[2], expected[5]) = (false, false);
    assert_eq!(allowed(&protocol), expected);
}
