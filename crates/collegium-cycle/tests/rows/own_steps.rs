//! What a protocol asks for itself: tasks in their order and on their branches, decisions with their
//! outcomes, categories and a wait.

mod order;

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    approval::DecidedApproval,
    child::Child,
    cycle::Categorised,
    decision::Outcome,
    kit::{Story, Who},
    monitoring::{Channel, Rating},
    protocol::{ApprovalIs, ApprovalRule, Branch, Guard, Protocol, Step, Task},
    refusal::Blocker,
    standing::{Standing, TaskStatus},
    task::{CompletedTask, OfTask},
};
use collegium_model::{calendar::Span, code::ReasonCode};

/// A survey that comes to *go* or *wait*, a plan after it, and two decisions after the plan, of which a
/// launch within five school days hangs on the first.
fn planned(change: impl FnOnce(&mut Protocol)) -> Story {
    opened_with(|protocol| {
        let on_start = Branch {
            approval: Some(code("start")),
            task: None,
            is: vec![code("go")],
        };
        protocol.tasks = vec![
            Task {
                outcomes: outcomes(&["go", "wait"]),
                ..task("survey", &[])
            },
            task("plan", &["survey"]),
            Task {
                when: vec![on_start],
                due: Some(Span::SchoolDays(5)),
                ..task("launch", &[])
            },
        ];
        for kind in ["start", "other"] {
            protocol.approvals.insert(code(kind), rule(&["plan"]));
        }
        protocol.steps.insert(Act::RevokeApproval, Step::default());
        change(protocol);
    })
}

fn complete(name: &str, outcome: Option<&str>) -> Command {
    let (task, outcome) = (code(name), outcome.map(code));
    Command::CompleteTask(CompletedTask { task, outcome })
}

fn status(story: &Story, name: &str) -> TaskStatus {
    let standing = Standing::of(&story.cycle, &story.rules);
    standing.task(code(name)).unwrap()
}

fn with_plan(change: impl FnOnce(&mut Protocol)) -> Story {
    let mut story = planned(change);
    story.does("adviser", complete("survey", Some("go")));
    story.does("adviser", complete("plan", None));
    story
}

#[test]
fn a_task_comes_to_an_outcome_where_the_protocol_lists_some_and_to_none_elsewhere() {
    let mut story = planned(|_| {});
    for wrong in [None, Some("maybe")] {
        story.refuses_role("adviser", complete("survey", wrong), &[("wrong_outcome", &[])]);
    }
    story.does("adviser", complete("survey", Some("wait")));
    story.refuses_role("adviser", complete("plan", Some("go")), &[("no_outcome", &[])]);
    story.does("adviser", complete("plan", None));
}

#[test]
fn a_task_waits_for_what_comes_before_it_and_is_done_once() {
    let mut story = planned(|_| {});
    let stands = |story: &Story| status(story, "plan").label();
    assert_eq!(status(&story, "survey").label(), "Not started");
    assert_eq!(stands(&story), "Cannot start yet");
    let waits: [(&str, &[&str]); 1] = [("task_not_complete", &["adviser"])];
    story.refuses_role("adviser", complete("plan", None), &waits);
    story.does("adviser", Command::StartTask(OfTask { task: code("survey") }));
    assert_eq!(status(&story, "survey").label(), "In progress");
    assert_eq!(stands(&story), "Cannot start yet", "what is begun is not done");
    story.does("adviser", complete("survey", Some("go")));
    assert_eq!(stands(&story), "Not started");
    story.does("adviser", complete("plan", None));
    assert_eq!(stands(&story), "Complete");
    let again = story
        .when(&Who::in_role("adviser"), complete("plan", None))
        .then_refused(&["wrong_phase"]);
    let Blocker::WrongPhase { now, needed, .. } = &again.blockers[0].blocker else {
        panic!("{again}")
    };
    assert_eq!((*now, &needed[..]), ("complete", &["in_progress"][..]));
}

#[test]
fn a_task_that_nobody_touched_can_be_begun_once_and_is_shown_before() {
    let mut story = planned(|_| {});
    let adviser = Who::in_role("adviser");
    let survey = Some(Child::Task(code("survey")));
    let shown = |story: &Story, act| {
        let actions = story.cycle.actions(&story.context(&adviser), &story.rules);
        actions
            .iter()
            .filter(|it| it.act == act && it.child == survey)
            .count()
    };
    let can = |story: &Story, act| story.can(&adviser, act, survey);
    assert!(can(&story, Act::StartTask) && can(&story, Act::CompleteTask));
    assert_eq!(
        (shown(&story, Act::StartTask), shown(&story, Act::CompleteTask)),
        (1, 1)
    );
    story.does("adviser", Command::StartTask(OfTask { task: code("survey") }));
    assert!(!can(&story, Act::StartTask) && can(&story, Act::CompleteTask));
    assert_eq!(
        (shown(&story, Act::StartTask), shown(&story, Act::CompleteTask)),
        (0, 1)
    );
}

#[test]
fn a_decision_waits_for_its_tasks_and_comes_to_what_the_protocol_lists() {
    let mut story = planned(|_| {});
    let go = || recommend_approval(1, "start", "go");
    story.refuses_role("adviser", go(), &[("task_not_complete", &["adviser"])]);
    let mut story = with_plan(|_| {});
    let listed: [(&str, &[&str]); 1] = [("wrong_outcome", &[])];
    story.refuses_role("adviser", recommend_approval(1, "start", "maybe"), &listed);
    story.does("adviser", go());
    story.refuses_role("commissioner", decide_approval(1, "maybe"), &listed);
    story.does("commissioner", decide_approval(1, "wait"));
}

#[test]
fn conditions_are_set_where_the_protocol_lets_them_be_and_in_its_words() {
    let decide = || {
        Command::DecideApproval(DecidedApproval {
            approval: approval(1),
            outcome: code("go"),
            conditions: vec![ReasonCode::new("more_staff").unwrap()],
        })
    };
    let recommended = |with_conditions, reasons: &[&str]| {
        let mut story = with_plan(|protocol| {
            let rule = protocol.approvals.get_mut(&code("start")).unwrap();
            rule.with_conditions = with_conditions;
            let reasons = reasons
                .iter()
                .map(|it| (ReasonCode::new(it).unwrap(), (*it).to_owned()));
            protocol.reasons = reasons.collect();
        });
        story.does("adviser", recommend_approval(1, "start", "go"));
        story
    };
    let mut without = recommended(false, &[]);
    without.refuses_role("commissioner", decide(), &[("conditions_not_allowed", &[])]);
    without.does("commissioner", decide_approval(1, "go"));
    let mut any = recommended(true, &[]);
    any.does("commissioner", decide());
    let mut listed = recommended(true, &["more_staff"]);
    listed.does("commissioner", decide());
    let mut unlisted = recommended(true, &["more_money"]);
    unlisted.refuses_role("commissioner", decide(), &[("unknown_reason", &[])]);
}

#[test]
fn the_time_for_a_task_on_a_branch_runs_from_the_decision_that_led_there() {
    let mut story = with_plan(|_| {});
    let launch = Child::Task(code("launch"));
    assert_eq!(story.clock(launch, "launch"), None);
    story.on(day("2026-09-14"));
    story.does("adviser", recommend_approval(1, "start", "go"));
    assert_eq!(story.clock(launch, "launch"), None, "not decided yet");
    story.does("commissioner", decide_approval(1, "go"));
    // Five school days from Monday the 14th.
    story.then_due(launch, "launch", day("2026-09-21"));
    story.on(day("2026-09-16"));
    story.does("adviser", recommend_approval(2, "other", "go"));
    story.does("commissioner", decide_approval(2, "go"));
    story.does("adviser", recommend_approval(3, "start", "wait"));
    story.then_due(launch, "launch", day("2026-09-21"));
    story.on(day("2026-09-17"));
    story.does_because("commissioner", "mistake", revoke_approval(1));
    assert_eq!(story.clock(launch, "launch"), None);
    story.does("commissioner", decide_approval(1, "go"));
    story.then_due(launch, "launch", day("2026-09-24"));
}

#[test]
fn a_school_is_watched_as_its_category_has_it_and_the_category_is_one_of_the_protocol() {
    let mut story = helped();
    // A strong school is visited less often than others here: not informally at all.
    let mut protocol = story.rules.protocol().clone();
    let mut categories = protocol.categories.iter_mut();
    let strong = categories.find(|it| it.code == code("strong")).unwrap();
    strong.cadences.remove(&Channel::InformalVisit);
    story.rules = collegium_cycle::rules::Rules::compile(protocol).unwrap();
    let categorise = |category| {
        Command::CategoriseSchool(Categorised {
            category: code(category),
        })
    };
    story.refuses_role(
        "responsible_body",
        categorise("splendid"),
        &[("not_asked_for", &[])],
    );
    let watched = |story: &Story| {
        let clocks = story.cycle.clocks(story.now, &story.calendar, &story.rules);
        let channel = |clock: &collegium_cycle::clock::Clock| match clock.awaits {
            collegium_cycle::clock::Awaits::Observation { channel } => Some(channel),
            _ => None,
        };
        clocks.iter().filter_map(channel).collect::<Vec<_>>()
    };
    assert_eq!(watched(&story), Channel::ALL);
    story.does("responsible_body", categorise("strong"));
    assert_eq!(watched(&story), [Channel::DataCheck, Channel::FormalReview]);
    story.does("responsible_body", categorise("intervention"));
    assert_eq!(watched(&story), Channel::ALL);
}

#[test]
fn a_step_can_be_made_to_wait_and_begins_on_the_day_the_wait_is_over() {
    let wait = Guard::NotBefore(Span::SchoolDays(3));
    let mut story = opened_with(|protocol| guarded(protocol, Act::AgreeReport, wait));
    replied(&mut story, &collegium_cycle::review::Feedback::ALL);
    let agree = || Command::AgreeReport(of_review(1));
    // Three school days from Wednesday the 16th: Monday the 21st.
    for on in [VISIT, "2026-09-20"] {
        story.on(day(on));
        let refusal = story
            .when(&Who::in_role("host_head"), agree())
            .then_refused(&["too_early"]);
        let from = day("2026-09-21");
        assert_eq!(refusal.blockers[0].blocker, Blocker::TooEarly { from });
    }
    story.on(day("2026-09-21"));
    story.does("host_head", agree());
}

#[test]
fn a_decision_is_not_revoked_under_a_diagnosis_however_far_its_need_has_gone() {
    let is = ApprovalIs {
        approval: code("start"),
        is: code("go"),
    };
    let mut story = with_plan(|protocol| guarded(protocol, Act::AgreeDiagnosis, Guard::Approved(is)));
    story.does("broker", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    reviewed(&mut story);
    let missing: [(&str, &[&str]); 1] = [("approval_missing", &["commissioner"])];
    story.refuses_role("adviser", agree_diagnosis(1, 1), &missing);
    story.does("adviser", recommend_approval(1, "start", "go"));
    story.does("commissioner", decide_approval(1, "go"));
    story.does("adviser", agree_diagnosis(1, 1));
    let rested = |story: &mut Story, phase| {
        story.then_stands(of_need(1), phase);
        let refusal = story
            .when(
                &Who::in_role("commissioner").because("mistake"),
                revoke_approval(1),
            )
            .then_refused(&["rested_upon"]);
        let children = vec![of_need(1)];
        assert_eq!(refusal.blockers[0].blocker, Blocker::RestedUpon { children });
    };
    rested(&mut story, "matching");
    at_work(&mut story, proposal(1, 1));
    rested(&mut story, "deployment");
    let today = story.now.date();
    story.does("adviser", observe(1, Channel::DataCheck, today, Rating::Red));
    rested(&mut story, "monitoring");
    story.does("adviser", recommend(1, 1, Outcome::Close));
    rested(&mut story, "reallocation");
    story.does("commissioner", decide(1, Outcome::Close));
    rested(&mut story, "closed");
}
