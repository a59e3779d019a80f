//! A protocol that does not hold does not run, and says where each fault is: every name that is used is given
//! and given once, and a condition stands where it asks something.

mod order;
mod people;
mod reach;
mod times;

use crate::world::*;
use collegium_cycle::{
    acts::Act,
    child::Machine,
    protocol::{
        ApprovalIs, ApprovalRule, Branch, EvidenceUse, Guard, Milestone, Override, Protocol, Side, Task,
    },
    rules::Rules,
};

/// What is told of the default protocol once it is changed.
fn faults(change: impl FnOnce(&mut Protocol)) -> Vec<String> {
    let mut protocol = Protocol::standard();
    change(&mut protocol);
    let Err(invalid) = Rules::compile(protocol) else {
        return Vec::new();
    };
    invalid.faults.iter().map(ToString::to_string).collect()
}

/// A protocol of few words: it opens and closes cycles, closes needs, and has these steps and tables beside.
fn small(steps: &str, tables: &str) -> Protocol {
    let text = format!(
        r#"
id = "small"
version = 1

[roles]
adviser = "Adviser"
head = "Head"

[steps]
open_cycle = {{ roles = ["adviser"] }}
close_cycle = {{ roles = ["adviser"] }}
close_need = {{ roles = ["adviser"] }}
{steps}
{tables}
"#
    );
    Protocol::from_toml(&text).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Exactly this is told of a small protocol with these steps and tables.
#[track_caller]
fn told_of(steps: &str, tables: &str, expected: &[&str]) {
    let protocol = small(steps, tables);
    let found = faults(|it| *it = protocol);
    assert_eq!(found, expected, "{steps}{tables}");
}

/// Steps that an adviser may do, each with nothing more to it.
fn steps(acts: &[&str]) -> String {
    let step = |act: &&str| format!("{act} = {{ roles = [\"adviser\"] }}\n");
    acts.iter().map(step).collect()
}

fn rule_to_go() -> ApprovalRule {
    ApprovalRule {
        outcomes: outcomes(&["go"]),
        ..rule(&[])
    }
}

fn task_to_go(name: &str) -> Task {
    Task {
        outcomes: outcomes(&["go"]),
        ..task(name, &[])
    }
}

fn branch(approval: Option<&str>, task: Option<&str>, is: &[&str]) -> Vec<Branch> {
    vec![Branch {
        approval: approval.map(code),
        task: task.map(code),
        is: is.iter().map(|it| code(it)).collect(),
    }]
}

#[test]
fn a_role_that_is_used_is_one_of_the_protocol() {
    let stranger = || role("stranger");
    let found = faults(|protocol| {
        protocol.visibility.insert(Machine::Need, [stranger()].into());
        protocol
            .steps
            .get_mut(&Act::OpenCycle)
            .unwrap()
            .roles
            .extend([stranger()]);
        protocol.steps.get_mut(&Act::ReportVacancy).unwrap().notify = [stranger()].into();
        let agree = protocol.steps.get_mut(&Act::AgreeDiagnosis).unwrap();
        let lifts = vec![Guard::ReviewAgreed];
        agree.urgent = Some(Override {
            roles: [stranger()].into(),
            lifts,
        });
        protocol.tasks = vec![Task {
            roles: [stranger()].into(),
            ..task_to_go("survey")
        }];
        let recommended_by = [stranger()].into();
        protocol.approvals.insert(
            code("plan"),
            ApprovalRule {
                recommended_by,
                ..rule_to_go()
            },
        );
    });
    let places = [
        "approvals.plan.recommended_by[0]",
        "steps.agree_diagnosis.override.roles[0]",
        "steps.open_cycle.roles[2]",
        "steps.report_vacancy.notify[0]",
        "tasks[0].roles[0]",
        "visibility.need[0]",
    ];
    let expected = places.map(|place| format!("{place}: there is no role \"stranger\" in this protocol"));
    assert_eq!(found, expected);
}

#[test]
fn a_fault_says_what_its_author_can_do() {
    let mut protocol = Protocol::standard();
    protocol.version = 0;
    protocol.consents.extend([role("host_head")]);
    let faults = Rules::compile(protocol).unwrap_err().faults;
    let help: Vec<_> = faults.iter().map(|it| it.kind.help()).collect();
    assert_eq!(help, ["give each its own name", "write version = 1"]);
}

#[test]
fn a_name_is_given_once() {
    let found = faults(|protocol| {
        protocol.tasks = vec![task_to_go("survey"), task_to_go("survey")];
        let decision = protocol.deadlines[0].clone();
        protocol.deadlines.push(decision);
        protocol.pressure.push(protocol.pressure[0].clone());
        protocol.phases.push(collegium_cycle::need::NeedPhase::Matching);
        protocol.consents.extend([role("host_head")]);
    });
    assert_eq!(
        found,
        [
            "consents[4]: the consent \"host_head\" stands here twice",
            "deadlines[10]: the deadline \"self_evaluation_in\" stands here twice",
            "phases[7]: the phase \"Matching\" stands here twice",
            "pressure[2]: the level of pressure \"watched_closely\" stands here twice",
            "tasks[1]: the task \"survey\" stands here twice",
        ]
    );
}

#[test]
fn what_a_task_a_decision_or_a_milestone_waits_for_is_there() {
    let found = faults(|protocol| {
        protocol.tasks = vec![
            Task {
                milestone: Some(code("gone")),
                after: vec![code("gone")],
                ..task_to_go("one")
            },
            Task {
                when: branch(Some("gone"), None, &["go"]),
                ..task_to_go("two")
            },
            Task {
                when: branch(None, Some("one"), &["wait"]),
                ..task_to_go("three")
            },
            Task {
                when: branch(None, Some("gone"), &["go"]),
                ..task_to_go("four")
            },
            Task {
                when: branch(None, Some("one"), &[]),
                ..task_to_go("five")
            },
            Task {
                when: branch(None, None, &["go"]),
                milestone: Some(code("here")),
                ..task_to_go("six")
            },
            Task {
                when: branch(Some("plan"), Some("one"), &["go"]),
                ..task_to_go("seven")
            },
            Task {
                when: branch(Some("plan"), None, &["wait"]),
                ..task_to_go("eight")
            },
        ];
        protocol.approvals.insert(
            code("plan"),
            ApprovalRule {
                milestone: Some(code("gone")),
                ..rule_to_go()
            },
        );
        let (label, when) = ("Here".to_owned(), Vec::new());
        protocol.milestones = vec![Milestone {
            needs: Vec::new(),
            code: code("here"),
            label,
            after: vec![code("gone")],
            when,
        }];
    });
    let none = |place: &str, what: &str, name: &str| {
        format!("{place}: there is no {what} {name:?} in this protocol")
    };
    for expected in [
        none("approvals.plan.milestone", "milestone", "gone"),
        none("milestones[0].after[0]", "milestone", "gone"),
        none("tasks[0].after[0]", "task", "gone"),
        none("tasks[0].milestone", "milestone", "gone"),
        none("tasks[1].when[0].approval", "approval", "gone"),
        none("tasks[2].when[0].is", "outcome", "wait"),
        none("tasks[3].when[0].task", "task", "gone"),
        none("tasks[7].when[0].is", "outcome", "wait"),
    ] {
        assert!(found.contains(&expected), "{expected}\n{found:#?}");
    }
    let no_branch = |index| {
        format!(
            "tasks[{index}].when[0]: a branch names a task or an approval, not both, and at least one outcome"
        )
    };
    for index in [4, 5, 6] {
        assert!(found.contains(&no_branch(index)), "{index}\n{found:#?}");
    }
    assert!(found.iter().all(|it| !it.starts_with("tasks[2].when[0].task")));
}

#[test]
fn a_condition_names_what_is_there_and_stands_where_it_asks_something() {
    let with = |act: Act, guard: Guard| faults(|protocol| guarded(protocol, act, guard));
    let is = ApprovalIs {
        approval: code("plan"),
        is: code("go"),
    };
    for (guard, told) in [
        (
            Guard::TaskComplete(code("gone")),
            ": there is no task \"gone\" in this protocol",
        ),
        (
            Guard::Approved(is),
            ".approval: there is no approval \"plan\" in this protocol",
        ),
        (
            Guard::Fact(code("gone")),
            ": there is no fact \"gone\" in this protocol",
        ),
        (
            Guard::PartComplete(code("gone")),
            ": there is no part \"gone\" in this protocol",
        ),
        (
            Guard::LeadHasShadowed,
            ": \"lead_has_shadowed\" asks nothing here; it belongs to form_team",
        ),
        (
            Guard::NoInterest,
            ": \"no_interest\" asks nothing here; it belongs to form_team or propose_deployment",
        ),
        (
            Guard::DatesInOrder,
            ": \"dates_in_order\" asks nothing here; it belongs to agree_deployment",
        ),
    ] {
        let found = with(Act::PlanReview, guard);
        let expected = format!("steps.plan_review.guards[0]{told}");
        assert!(found.contains(&expected), "{expected}\n{found:#?}");
    }
    for anywhere in [Guard::OwnSchool, Guard::ReviewAgreed, Guard::ReasonGiven] {
        assert_eq!(with(Act::PlanReview, anywhere), Vec::<String>::new());
    }
}

#[test]
fn a_condition_that_could_ask_nothing_at_a_step_is_told_as_such() {
    use Guard as G;
    let guards = [
        G::VisitOnSchoolDay,
        G::Notice,
        G::RequestsWithinLimit,
        G::VisitHasCome,
        G::FeedbackBothWays,
        G::EnquiriesAnswered,
        G::EvidenceSuffices,
        G::Triangulated,
        G::ChampionFromElsewhere,
        G::ActionsWhole,
        G::ConflictsClear,
        G::ConsentDue,
        G::ConsentsGiven,
        G::CoordinatorNamed,
        G::StartHasCome,
        G::TimeReconciles,
        G::FirstWeeksRecorded,
        G::NeedAwaitsMatch,
        G::GiverNotFallen,
        G::NoLiveDeployment,
        G::NothingOpen,
        G::NeedMonitored,
        G::NextAfterThis,
        G::StepsTaken,
        G::ChallengeFirst,
        G::AnswerOverdueOrGiven,
        G::DecidedByAnother,
    ];
    let found = faults(|protocol| {
        let step = protocol.steps.get_mut(&Act::PlanReview).unwrap();
        step.guards = guards.to_vec();
    });
    for (index, guard) in guards.iter().enumerate() {
        let place = format!(
            "steps.plan_review.guards[{index}]: {:?} asks nothing here",
            guard.code()
        );
        assert!(found.iter().any(|it| it.starts_with(&place)), "{place}");
    }
}

#[test]
fn evidence_of_both_sides_is_asked_for_only_where_there_is_some_that_counts() {
    let both = |protocol: &Protocol, side| {
        let kinds = protocol.evidence.kinds.values();
        kinds.filter(|it| it.says == side).count()
    };
    let standard = Protocol::standard();
    assert!(both(&standard, Side::What) > 0 && both(&standard, Side::Why) > 0);
    for (side, word) in [(Side::What, "what happened"), (Side::Why, "why")] {
        let found = faults(|protocol| {
            let of_side = protocol.evidence.kinds.values_mut().filter(|it| it.says == side);
            of_side.for_each(|it| it.counts_for = [EvidenceUse::Triangulation].into());
        });
        let told = format!(
            "evidence.both_sides: both what happened and why are asked for, and no kind tells {word}"
        );
        assert_eq!(found, [told]);
    }
    let found = faults(|protocol| (protocol.evidence.to_answer, protocol.evidence.both_sides) = (7, false));
    assert_eq!(
        found,
        ["evidence.to_answer: 7 can never be reached: there are at most 6"]
    );
    assert!(faults(|protocol| protocol.evidence.to_answer = 6).is_empty());
}
