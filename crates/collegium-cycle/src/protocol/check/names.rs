//! Every name that is used is one that is given, and none is given twice.

use super::{FaultKind, Faults};
use crate::{
    acts::Act,
    protocol::{Branch, Guard, Protocol},
};
use collegium_model::{
    code::Role,
    short_code::{ApprovalKind, OutcomeCode, TaskCode},
};
use std::{collections::BTreeSet, fmt::Display};

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    roles(protocol, faults);
    twice(protocol, faults);
    references(protocol, faults);
    guards(protocol, faults);
}

fn unknown(what: &'static str, name: impl Display) -> FaultKind {
    let name = name.to_string();
    FaultKind::Unknown { what, name }
}

fn roles(protocol: &Protocol, faults: &mut Faults) {
    let mut known = |place: String, roles: &[Role]| {
        for (index, role) in roles.iter().enumerate() {
            if !protocol.roles.contains_key(role) {
                faults.add(format!("{place}[{index}]"), unknown("role", role));
            }
        }
    };
    for (act, step) in &protocol.steps {
        known(format!("steps.{act}.roles"), &step.roles);
        known(format!("steps.{act}.notify"), &step.notify);
        if let Some(urgent) = &step.urgent {
            known(format!("steps.{act}.override.roles"), &urgent.roles);
        }
    }
    for (index, task) in protocol.tasks.iter().enumerate() {
        known(format!("tasks[{index}].roles"), &task.roles);
    }
    for (kind, rule) in &protocol.approvals {
        known(format!("approvals.{kind}.recommended_by"), &rule.recommended_by);
        known(format!("approvals.{kind}.decided_by"), &rule.decided_by);
    }
    for (machine, roles) in &protocol.visibility {
        known(format!("visibility.{}", machine.code()), roles);
    }
    known("consents".to_owned(), &protocol.consents);
}

fn twice(protocol: &Protocol, faults: &mut Faults) {
    let mut once = |list: &str, what: &'static str, names: Vec<String>| {
        let mut seen = BTreeSet::new();
        for (index, name) in names.into_iter().enumerate() {
            if !seen.insert(name.clone()) {
                faults.add(format!("{list}[{index}]"), FaultKind::Twice { what, name });
            }
        }
    };
    let text = |name: &dyn Display| name.to_string();
    once(
        "tasks",
        "task",
        protocol.tasks.iter().map(|it| text(&it.code)).collect(),
    );
    once(
        "milestones",
        "milestone",
        protocol.milestones.iter().map(|it| text(&it.code)).collect(),
    );
    once(
        "deadlines",
        "deadline",
        protocol.deadlines.iter().map(|it| text(&it.id)).collect(),
    );
    once(
        "categories",
        "category",
        protocol.categories.iter().map(|it| text(&it.code)).collect(),
    );
    once(
        "pressure",
        "level of pressure",
        protocol.pressure.iter().map(|it| text(&it.code)).collect(),
    );
    once(
        "consents",
        "consent",
        protocol.consents.iter().map(|it| text(it)).collect(),
    );
    once(
        "phases",
        "phase",
        protocol.phases.iter().map(|it| it.label().to_owned()).collect(),
    );
}

fn references(protocol: &Protocol, faults: &mut Faults) {
    let milestone = |code| protocol.milestones.iter().any(|it| it.code == code);
    for (index, task) in protocol.tasks.iter().enumerate() {
        let place = format!("tasks[{index}]");
        if let Some(code) = task.milestone.filter(|code| !milestone(*code)) {
            faults.add(format!("{place}.milestone"), unknown("milestone", code));
        }
        tasks(protocol, &format!("{place}.after"), &task.after, faults);
        branches(protocol, &format!("{place}.when"), &task.when, faults);
    }
    for (index, of) in protocol.milestones.iter().enumerate() {
        let place = format!("milestones[{index}]");
        for (at, code) in of.after.iter().enumerate().filter(|(_, code)| !milestone(**code)) {
            faults.add(format!("{place}.after[{at}]"), unknown("milestone", code));
        }
        branches(protocol, &format!("{place}.when"), &of.when, faults);
        branches(protocol, &format!("{place}.needs"), &of.needs, faults);
    }
    for (kind, rule) in &protocol.approvals {
        let place = format!("approvals.{kind}");
        if let Some(code) = rule.milestone.filter(|code| !milestone(*code)) {
            faults.add(format!("{place}.milestone"), unknown("milestone", code));
        }
        tasks(protocol, &format!("{place}.after"), &rule.after, faults);
        branches(protocol, &format!("{place}.when"), &rule.when, faults);
        if rule.outcomes.is_empty() {
            faults.add(format!("{place}.outcomes"), FaultKind::AtLeastOne);
        }
    }
    for (outcome, when) in &protocol.progress_when {
        let place = format!("progress_when.{outcome}");
        if !protocol.progress.contains_key(outcome) {
            faults.add(&place, unknown("outcome", outcome));
        }
        branches(protocol, &place, when, faults);
    }
    for (act, step) in &protocol.steps {
        for (index, reason) in step.reasons.iter().enumerate() {
            if !protocol.reasons.contains_key(reason) {
                faults.add(format!("steps.{act}.reasons[{index}]"), unknown("reason", reason));
            }
        }
    }
}

fn tasks(protocol: &Protocol, place: &str, codes: &[TaskCode], faults: &mut Faults) {
    for (index, code) in codes.iter().enumerate() {
        if !protocol.tasks.iter().any(|task| task.code == *code) {
            faults.add(format!("{place}[{index}]"), unknown("task", code));
        }
    }
}

fn branches(protocol: &Protocol, place: &str, branches: &[Branch], faults: &mut Faults) {
    for (index, branch) in branches.iter().enumerate() {
        let place = format!("{place}[{index}]");
        match (branch.approval, branch.task) {
            _ if branch.is.is_empty() => faults.add(place, FaultKind::NotABranch),
            (Some(kind), None) => outcomes_of_approval(protocol, &place, kind, &branch.is, faults),
            (None, Some(code)) => match protocol.tasks.iter().find(|task| task.code == code) {
                None => faults.add(format!("{place}.task"), unknown("task", code)),
                Some(task) => {
                    for outcome in branch.is.iter().filter(|it| !task.outcomes.contains_key(it)) {
                        faults.add(format!("{place}.is"), unknown("outcome", outcome));
                    }
                }
            },
            _ => faults.add(place, FaultKind::NotABranch),
        }
    }
}

fn outcomes_of_approval(
    protocol: &Protocol,
    place: &str,
    kind: ApprovalKind,
    outcomes: &[OutcomeCode],
    faults: &mut Faults,
) {
    let Some(rule) = protocol.approvals.get(&kind) else {
        return faults.add(format!("{place}.approval"), unknown("approval", kind));
    };
    for outcome in outcomes.iter().filter(|it| !rule.outcomes.contains_key(it)) {
        faults.add(format!("{place}.is"), unknown("outcome", outcome));
    }
}

fn guards(protocol: &Protocol, faults: &mut Faults) {
    for (place, act, guards) in protocol.guarded() {
        for (index, guard) in guards.iter().enumerate() {
            let place = format!("{place}.guards[{index}]");
            match *guard {
                Guard::TaskComplete(code) if !protocol.tasks.iter().any(|task| task.code == code) => {
                    faults.add(place, unknown("task", code));
                }
                Guard::Approved(it) => outcomes_of_approval(protocol, &place, it.approval, &[it.is], faults),
                Guard::Fact(name) if !protocol.facts.contains_key(&name) => {
                    faults.add(place, unknown("fact", name));
                }
                Guard::PartComplete(part) if !protocol.parts.contains_key(&part) => {
                    faults.add(place, unknown("part", part));
                }
                guard => {
                    if let Some(acts) = asks_at(guard).filter(|acts| !acts.contains(&act)) {
                        let guard = guard.code();
                        faults.add(place, FaultKind::AsksNothing { guard, acts });
                    }
                }
            }
        }
    }
}

/// Acts at which a guard asks something; none where it can stand anywhere.
#[allow(clippy::match_same_arms, reason = "one line a guard")]
fn asks_at(guard: Guard) -> Option<&'static [Act]> {
    Some(match guard {
        Guard::TeamFromElsewhere | Guard::LeadHasShadowed => &[Act::FormTeam],
        Guard::NoInterest => &[Act::FormTeam, Act::ProposeDeployment],
        Guard::VisitOnSchoolDay | Guard::VisitOutsideProtected | Guard::Notice | Guard::VisitsWithinLimit => {
            &[Act::ScheduleReview]
        }
        Guard::RequestsWithinLimit => &[Act::SendRequest],
        Guard::VisitLength => &[Act::ScheduleReview],
        Guard::VisitHasCome => &[Act::BeginReview],
        Guard::VisitOver => &[Act::GiveFeedback, Act::DraftReport],
        Guard::FeedbackBothWays => &[Act::DraftReport, Act::OpenRightOfReply, Act::AgreeReport],
        Guard::EnquiriesAnswered => &[
            Act::AgreeDiagnosis,
            Act::ProposeDeployment,
            Act::RecommendReallocation,
        ],
        Guard::EvidenceSuffices => &[Act::AnswerEnquiry],
        Guard::Triangulated => &[Act::RecommendReallocation],
        Guard::ChampionFromElsewhere => &[Act::CallWorkshop],
        Guard::ActionsWhole => &[Act::AdoptPlan],
        Guard::ConflictsClear => &[Act::ClearConflict, Act::AgreeDeployment, Act::StartDeployment],
        Guard::ConsentDue => &[Act::GiveConsent],
        Guard::ConsentsGiven => &[Act::AgreeDeployment, Act::StartDeployment],
        Guard::DatesInOrder => &[Act::AgreeDeployment],
        Guard::ExitAgreed => &[Act::AgreeDeployment],
        Guard::CoordinatorNamed => &[Act::AgreeDeployment],
        Guard::StartHasCome => &[Act::StartDeployment],
        Guard::TimeReconciles => &[Act::CompleteDeployment, Act::ReviewImpact],
        Guard::FirstWeeksRecorded => &[Act::TaperDeployment, Act::CompleteDeployment, Act::ReviewImpact],
        Guard::NeedAwaitsMatch | Guard::GiverIsNew | Guard::SizeFixed | Guard::SpanWithinLimit => {
            &[Act::ProposeDeployment]
        }
        Guard::GiverNotFallen => &[Act::ProposeDeployment, Act::AgreeDeployment],
        Guard::NoLiveDeployment => &[Act::CloseNeed],
        Guard::NothingOpen => &[Act::CloseCycle, Act::StopCycle, Act::CloseNeed],
        Guard::NeedMonitored => &[Act::RecommendReallocation],
        Guard::NextAfterThis => &[Act::RecordProgressReview],
        Guard::StepsTaken => &[Act::EscalateConcern],
        Guard::ChallengeFirst => &[Act::EscalateConcern],
        Guard::AnswerOverdueOrGiven => &[Act::EscalateChallenge],
        Guard::DecidedByAnother => &[Act::DecideReallocation, Act::DecideApproval],
        _ => return None,
    })
}
