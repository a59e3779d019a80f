//! Nothing is undone: what was done is taken back by a new event, with a reason and by somebody who may, and
//! not once something later rests on it.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::Child,
    concern::{OfConcern, RaisedConcern},
    cycle::OverCycle,
    kit::{Story, Who},
    need::OfNeed,
    protocol::{ApprovalIs, Branch, Guard, Preset, Protocol, Step, Task},
    refusal::Blocker,
    task::{CompletedTask, OfTask},
    workshop::{CalledWorkshop, OfWorkshop},
};
use collegium_model::{chrono::TimeDelta, id::*};

/// Refused without a reason, refused to somebody else; accepted with both, as one event, and the machine
/// stands where it says. Leaves the story after it.
#[track_caller]
fn taken_back(story: &mut Story, role: &str, may: &[&str], command: &Command, event: &str, stands: &str) {
    let child = command.child();
    story.refuses(&Who::in_role(role), command.clone(), &[("reason_missing", &[])]);
    let stranger = Who::in_role("observer");
    let both: [(&str, &[&str]); 2] = [("role_missing", may), ("reason_missing", &[])];
    story.refuses(&stranger, command.clone(), &both);
    story.refuses(
        &stranger.because("mistake"),
        command.clone(),
        &[("role_missing", may)],
    );
    story.now += TimeDelta::minutes(1);
    let accepted = story.does_because(role, "mistake", command.clone());
    assert_eq!(accepted.events[0].code(), event);
    story.then_stands(child, stands);
    let since = story.cycle.stands(child).map(|(_, since)| since);
    assert_eq!(since, Some(story.now), "it is of now, not of then");
}

#[track_caller]
fn rested_upon(story: &mut Story, role: &str, command: Command, by: &[Child]) {
    let before = story.cycle.clone();
    let refusal = story
        .when(&Who::in_role(role).because("mistake"), command)
        .then_refused(&["rested_upon"]);
    let Blocker::RestedUpon { children } = &refusal.blockers[0].blocker else {
        panic!("{refusal}")
    };
    assert_eq!(children, by);
    assert_eq!(story.cycle, before);
}

fn minute(story: &mut Story) {
    story.now += TimeDelta::minutes(1);
}

#[test]
fn a_diagnosis_is_withdrawn_while_no_help_is_live_for_it() {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    let withdraw = || Command::WithdrawDiagnosis(OfNeed { need: need(1) });
    let may: &[&str] = &["adviser"];
    taken_back(
        &mut story,
        "adviser",
        may,
        &withdraw(),
        "diagnosis_withdrawn",
        "diagnosis",
    );
    minute(&mut story);
    story.does("adviser", agree_diagnosis(1, 1));
    story.does("broker", propose(1, 1));
    rested_upon(&mut story, "adviser", withdraw(), &[of_deployment(1)]);
    story.does_because(
        "broker",
        "other_giver",
        Command::WithdrawDeployment(with_deployment(1)),
    );
    story.does_because("adviser", "mistake", withdraw());
}

#[test]
fn a_self_evaluation_is_withdrawn_while_no_visit_has_begun() {
    let mut story = opened();
    evaluated(&mut story);
    let withdraw = || Command::WithdrawSelfEvaluation(of_self_evaluation());
    let may: &[&str] = &["host_head"];
    taken_back(
        &mut story,
        "host_head",
        may,
        &withdraw(),
        "self_evaluation_withdrawn",
        "draft",
    );
    minute(&mut story);
    story.does(
        "host_head",
        Command::ConsultOnSelfEvaluation(of_self_evaluation()),
    );
    story.does("host_head", Command::SubmitSelfEvaluation(of_self_evaluation()));
    teamed(&mut story, 1, 10);
    story.does("broker", schedule(1, VISIT));
    story.on(day(VISIT));
    let mut before_visit = story.clone();
    before_visit.does_because("host_head", "mistake", withdraw());
    story.does("lead_reviewer", Command::BeginReview(of_review(1)));
    rested_upon(&mut story, "host_head", withdraw(), &[Child::Review(review(1))]);
}

#[test]
fn a_report_is_reopened_while_no_diagnosis_rests_on_it() {
    let mut story = opened();
    story.does("host_head", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    reviewed(&mut story);
    let reopen = || Command::ReopenReport(of_review(1));
    let may: &[&str] = &["host_head"];
    taken_back(
        &mut story,
        "host_head",
        may,
        &reopen(),
        "report_reopened",
        "right_of_reply",
    );
    minute(&mut story);
    story.does("host_head", Command::AgreeReport(of_review(1)));
    story.does("adviser", agree_diagnosis(1, 1));
    rested_upon(&mut story, "host_head", reopen(), &[of_need(1)]);
    story.does_because(
        "adviser",
        "mistake",
        Command::WithdrawDiagnosis(OfNeed { need: need(1) }),
    );
    story.does_because("host_head", "mistake", reopen());
}

#[test]
fn a_report_is_not_reopened_under_a_workshop_that_took_up_its_findings() {
    let mut story = opened();
    reviewed(&mut story);
    let workshop = id(WorkshopId::new, 1);
    let call = Command::CallWorkshop(CalledWorkshop {
        workshop,
        review: Some(review(1)),
        champion: person(70),
        champion_from: school(300),
    });
    story.does("broker", call);
    let mut called = story.clone();
    called.does_because("host_head", "mistake", Command::ReopenReport(of_review(1)));
    story.does(
        "improvement_champion",
        Command::HoldWorkshop(OfWorkshop { workshop }),
    );
    rested_upon(
        &mut story,
        "host_head",
        Command::ReopenReport(of_review(1)),
        &[Child::Workshop(workshop)],
    );
}

#[test]
fn a_finding_is_reopened_while_no_diagnosis_rests_on_it_and_loses_its_answer() {
    let mut story = opened();
    story.does("host_head", report_need(1));
    story.does("host_head", report_need(2));
    story.does("adviser", begin_diagnosis(1));
    story.does("adviser", begin_diagnosis(2));
    reviewed(&mut story);
    answered(&mut story, 1, Some(1));
    let reopen = || Command::ReopenEnquiry(collegium_cycle::enquiry::OfEnquiry { enquiry: enquiry(1) });
    let may: &[&str] = &["adviser", "lead_reviewer"];
    taken_back(&mut story, "adviser", may, &reopen(), "enquiry_reopened", "open");
    assert!(story.cycle.enquiries[&enquiry(1)].finding.is_none());
    assert_eq!(
        story.cycle.enquiries[&enquiry(1)].evidence.len(),
        2,
        "evidence is a fact and stays"
    );
    minute(&mut story);
    story.does("adviser", answer(1, &[10, 11], false));
    story.does("adviser", agree_diagnosis(2, 1));
    let mut other_need = story.clone();
    other_need.does_because("adviser", "mistake", reopen());
    story.does("adviser", agree_diagnosis(1, 1));
    rested_upon(&mut story, "adviser", reopen(), &[of_need(1)]);
}

fn task_on(name: &str, after: &[&str], approval: Option<&str>) -> Task {
    let on = |approval: &str| Branch {
        approval: Some(code(approval)),
        task: None,
        is: vec![code("go")],
    };
    Task {
        when: approval.map(on).into_iter().collect(),
        ..task(name, after)
    }
}

/// A decision, a task that hangs on it, one that follows that, and a second decision after it; help is
/// proposed once the first came to *go*, and the cycle is closed after the first task.
fn ordered() -> Story {
    opened_with(|protocol: &mut Protocol| {
        protocol.approvals.insert(code("start"), rule(&[]));
        protocol.approvals.insert(code("second"), rule(&["first"]));
        protocol.tasks = vec![
            task_on("first", &[], Some("start")),
            task_on("next", &["first"], None),
        ];
        for act in [Act::RevokeApproval, Act::ReopenTask] {
            protocol.steps.insert(act, Step::default());
        }
        let is = ApprovalIs {
            approval: code("start"),
            is: code("go"),
        };
        guarded(protocol, Act::ProposeDeployment, Guard::Approved(is));
        guarded(protocol, Act::PlanReview, Guard::TaskComplete(code("next")));
    })
}

fn decided(story: &mut Story, number: u128, kind: &str) {
    story.does("adviser", recommend_approval(number, kind, "go"));
    story.does("commissioner", decide_approval(number, "go"));
}

fn complete(name: &str) -> Command {
    let (task, outcome) = (code(name), None);
    Command::CompleteTask(CompletedTask { task, outcome })
}

fn reopen_task(name: &str) -> Command {
    Command::ReopenTask(OfTask { task: code(name) })
}

#[test]
fn a_decision_is_revoked_while_no_task_hangs_on_it() {
    let mut story = ordered();
    decided(&mut story, 1, "start");
    let may: &[&str] = &["commissioner"];
    taken_back(
        &mut story,
        "commissioner",
        may,
        &revoke_approval(1),
        "approval_revoked",
        "recommended",
    );
    assert_eq!(story.cycle.came_to(code("start")), None);
    minute(&mut story);
    story.does("commissioner", decide_approval(1, "go"));
    story.does("adviser", Command::StartTask(OfTask { task: code("first") }));
    let first = Child::Task(code("first"));
    rested_upon(&mut story, "commissioner", revoke_approval(1), &[first]);
}

#[test]
fn a_decision_is_not_revoked_under_a_step_that_was_taken_because_of_it() {
    let mut story = ordered();
    diagnosed_after(&mut story);
    story.refuses_role(
        "broker",
        propose(1, 1),
        &[("approval_missing", &["commissioner"])],
    );
    decided(&mut story, 1, "start");
    story.does("broker", propose(1, 1));
    rested_upon(
        &mut story,
        "commissioner",
        revoke_approval(1),
        &[of_deployment(1)],
    );
    story.does_because(
        "broker",
        "other_giver",
        Command::WithdrawDeployment(with_deployment(1)),
    );
    story.does_because("commissioner", "mistake", revoke_approval(1));
}

/// A need that waits for a match, in an order in which reviews wait for a task.
fn diagnosed_after(story: &mut Story) {
    story.does("broker", report_need(1));
    story.does("adviser", begin_diagnosis(1));
    let body = Who::in_role("responsible_body").because("risk").urgently();
    story.when(&body, agree_diagnosis(1, 1)).then_accepted();
}

#[test]
fn a_task_is_reopened_while_none_that_follows_is_touched() {
    let mut story = ordered();
    decided(&mut story, 1, "start");
    story.does("adviser", complete("first"));
    let may: &[&str] = &["adviser"];
    taken_back(
        &mut story,
        "adviser",
        may,
        &reopen_task("first"),
        "task_reopened",
        "in_progress",
    );
    minute(&mut story);
    story.does("adviser", complete("first"));
    story.does("adviser", recommend_approval(2, "second", "wait"));
    story.does("adviser", complete("next"));
    let resting = [Child::Task(code("next")), Child::Approval(approval(2))];
    rested_upon(&mut story, "adviser", reopen_task("first"), &resting);
    let mut last = story.clone();
    last.does_because("adviser", "mistake", reopen_task("next"));
    story.does("broker", Command::PlanReview(of_review(1)));
    rested_upon(
        &mut story,
        "adviser",
        reopen_task("next"),
        &[Child::Review(review(1))],
    );
}

/// A survey with two decisions after it, of which *start* leads on where it came to *go* and *other* where it
/// came to *wait*, each by a branch or by a condition.
fn surveyed(by_branch: bool) -> Story {
    opened_with(|protocol: &mut Protocol| {
        let waits = |name: &str, approval: &str, is: &str| {
            let (approval, is) = (code(approval), code(is));
            let on = Branch {
                approval: Some(approval),
                task: None,
                is: vec![is],
            };
            let condition = Guard::Approved(ApprovalIs { approval, is });
            Task {
                when: if by_branch { vec![on] } else { Vec::new() },
                guards: if by_branch { Vec::new() } else { vec![condition] },
                ..task(name, &[])
            }
        };
        let tasks = [waits("launch", "start", "go"), waits("letter", "other", "wait")];
        protocol.tasks = [task("survey", &[])].into_iter().chain(tasks).collect();
        for kind in ["start", "other", "aside"] {
            protocol.approvals.insert(code(kind), rule(&["survey"]));
        }
        protocol.steps.insert(Act::ReopenTask, Step::default());
    })
}

#[test]
fn a_task_is_reopened_under_a_decision_that_leads_nowhere_and_not_under_one_that_leads_on() {
    for by_branch in [true, false] {
        for (kind, outcome, rests) in [
            ("start", "go", true),
            ("start", "wait", false),
            ("other", "go", false),
            ("other", "wait", true),
            // Nothing waits for it, whatever it came to: it is not there to turn anything down.
            ("aside", "go", true),
            ("aside", "wait", true),
        ] {
            let mut story = surveyed(by_branch);
            story.does("adviser", complete("survey"));
            story.does("adviser", recommend_approval(1, kind, outcome));
            story.does("commissioner", decide_approval(1, outcome));
            if rests {
                let decision = Child::Approval(approval(1));
                rested_upon(&mut story, "adviser", reopen_task("survey"), &[decision]);
            } else {
                story.does_because("adviser", "mistake", reopen_task("survey"));
            }
        }
    }
}

#[test]
fn a_need_is_reopened_and_keeps_what_was_seen_of_it() {
    let mut story = monitored();
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    story.does_because("broker", "need_met", close_need(1));
    let seen = story.cycle.needs[&need(1)].observations.len();
    let may: &[&str] = &["broker", "responsible_body"];
    let reopen = Command::ReopenNeed(OfNeed { need: need(1) });
    taken_back(&mut story, "broker", may, &reopen, "need_reopened", "scoping");
    assert_eq!(story.cycle.needs[&need(1)].observations.len(), seen);
    story.refuses(
        &Who::in_role("broker").because("again"),
        reopen,
        &[("wrong_phase", &["broker", "responsible_body"])],
    );
}

#[test]
fn a_concern_is_reopened_from_either_end() {
    let concern = id(ConcernId::new, 1);
    let of = || OfConcern { concern };
    let mut story = opened();
    let raised = RaisedConcern { concern, need: None };
    story.does("adviser", Command::RaiseConcern(raised));
    story.does("adviser", Command::ResolveConcern(of()));
    let may: &[&str] = &["responsible_body"];
    let reopen = Command::ReopenConcern(of());
    taken_back(
        &mut story,
        "responsible_body",
        may,
        &reopen,
        "concern_reopened",
        "raised",
    );
    let challenge = id(ChallengeId::new, 1);
    let of_challenge = || collegium_cycle::challenge::OfChallenge { challenge };
    let raised = collegium_cycle::challenge::RaisedChallenge {
        challenge,
        need: None,
    };
    story.does("adviser", Command::RaiseChallenge(raised));
    story.does("host_head", Command::AnswerChallenge(of_challenge()));
    let escalated = collegium_cycle::concern::EscalatedConcern {
        concern,
        steps_taken: true,
        warning_notice: false,
    };
    story.does_because(
        "responsible_body",
        "no_progress",
        Command::EscalateConcern(escalated),
    );
    story.does("responsible_body", Command::CloseConcern(of()));
    taken_back(
        &mut story,
        "responsible_body",
        may,
        &reopen,
        "concern_reopened",
        "raised",
    );
}

#[test]
fn a_stopped_cycle_is_reopened_a_closed_one_is_over() {
    let mut story = opened();
    story.does_because("responsible_body", "merger", stop());
    let may: &[&str] = &["responsible_body"];
    let reopen = Command::ReopenCycle(OverCycle {});
    taken_back(
        &mut story,
        "responsible_body",
        may,
        &reopen,
        "cycle_reopened",
        "active",
    );
    story.does("broker", close());
    story.refuses(
        &Who::in_role("responsible_body").because("mistake"),
        reopen,
        &[("wrong_phase", &["responsible_body"])],
    );
}

#[test]
fn every_preset_says_who_takes_back_what_it_lets_be_done_or_leaves_it_out() {
    for preset in Preset::ALL {
        let protocol = preset.protocol();
        for act in Act::ALL.iter().filter(|act| protocol.steps.contains_key(act)) {
            let code = act.code();
            let reverses = ["withdraw_", "reopen_", "revoke_"]
                .iter()
                .any(|it| code.starts_with(it));
            let laws = collegium_cycle::protocol::laws(*act);
            assert!(
                !reverses || laws.contains(&Guard::ReasonGiven),
                "{code} of {}",
                preset.name
            );
        }
    }
}
