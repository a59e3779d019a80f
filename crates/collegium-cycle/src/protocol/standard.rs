//! The protocol that ships with the library.

use super::{Deadline, Guard, Protocol, ReallocationRule, Step};
use crate::{acts::Act, monitoring::Channel};
use collegium_model::{
    calendar::Span,
    code::{Role, RuleId},
    quantity::HalfDays,
};
use std::collections::BTreeMap;

const ADVISER: &str = "adviser";
const BROKER: &str = "broker";
const COMMISSIONER: &str = "commissioner";
const DEPLOYED: &str = "deployed_person";
const EMPLOYER: &str = "releasing_employer";
const HEAD: &str = "host_head";
const LEAD: &str = "lead_reviewer";
const BODY: &str = "responsible_body";

/// Act, roles that may, guards.
const STEPS: &[(Act, &[&str], &[Guard])] = &[
    (Act::OpenCycle, &[BROKER, BODY], &[]),
    (Act::PauseCycle, &[BODY], &[Guard::ReasonGiven]),
    (Act::ResumeCycle, &[BODY], &[]),
    (Act::CloseCycle, &[BROKER, BODY], &[Guard::NothingOpen]),
    (Act::ReportNeed, &[HEAD, BODY, BROKER, ADVISER, LEAD], &[]),
    (Act::BeginDiagnosis, &[ADVISER, BROKER], &[]),
    (Act::AgreeDiagnosis, &[ADVISER], &[Guard::ReviewAgreed]),
    (
        Act::CloseNeed,
        &[BROKER, BODY],
        &[Guard::NoLiveDeployment, Guard::ReasonGiven],
    ),
    (Act::DraftSelfEvaluation, &[HEAD], &[]),
    (Act::ConsultOnSelfEvaluation, &[HEAD], &[]),
    (Act::SubmitSelfEvaluation, &[HEAD], &[]),
    (Act::ShareSelfEvaluation, &[HEAD], &[]),
    (Act::PlanReview, &[BROKER], &[]),
    (
        Act::FormTeam,
        &[BROKER],
        &[Guard::TeamFromElsewhere, Guard::LeadHasShadowed],
    ),
    (Act::ScheduleReview, &[BROKER, LEAD], &[Guard::VisitOnSchoolDay]),
    (
        Act::BeginReview,
        &[LEAD],
        &[Guard::SelfEvaluationSubmitted, Guard::VisitHasCome],
    ),
    (Act::GiveFeedback, &[LEAD], &[]),
    (Act::DraftReport, &[LEAD], &[]),
    (Act::OpenRightOfReply, &[LEAD], &[]),
    (Act::AgreeReport, &[HEAD], &[]),
    (Act::ShareReport, &[HEAD], &[]),
    (Act::CancelReview, &[BROKER, HEAD], &[Guard::ReasonGiven]),
    (Act::SendRequest, &[BROKER], &[]),
    (Act::RecordReceipt, &[BROKER], &[]),
    (Act::ReviewRequest, &[BROKER], &[]),
    (
        Act::ProposeDeployment,
        &[BROKER],
        &[Guard::NeedAwaitsMatch, Guard::GiverIsNew, Guard::SizeFixed],
    ),
    (Act::ClearConflict, &[BROKER], &[Guard::ConflictsClear]),
    (
        Act::GiveConsent,
        &[HEAD, EMPLOYER, DEPLOYED, COMMISSIONER],
        &[Guard::ConsentDue],
    ),
    (
        Act::AgreeDeployment,
        &[BROKER],
        &[Guard::ConflictsClear, Guard::ConsentsGiven, Guard::DatesInOrder],
    ),
    (Act::StartDeployment, &[DEPLOYED, BROKER], &[Guard::StartHasCome]),
    (Act::TaperDeployment, &[BROKER], &[]),
    (Act::CompleteDeployment, &[BROKER], &[]),
    (Act::ReviewImpact, &[HEAD], &[]),
    (
        Act::DeclineDeployment,
        &[HEAD, EMPLOYER, DEPLOYED, COMMISSIONER],
        &[Guard::ReasonGiven],
    ),
    (Act::WithdrawDeployment, &[BROKER], &[Guard::ReasonGiven]),
    (
        Act::CancelDeployment,
        &[HEAD, EMPLOYER, COMMISSIONER],
        &[Guard::ReasonGiven],
    ),
    (Act::SetObjective, &[HEAD, ADVISER], &[]),
    (Act::NoteProgress, &[HEAD, ADVISER, DEPLOYED], &[]),
    (Act::CloseObjective, &[HEAD, ADVISER], &[]),
    (Act::RecordMonitoring, &[ADVISER, LEAD, BODY], &[]),
    (Act::RecommendReallocation, &[ADVISER], &[Guard::NeedMonitored]),
    (
        Act::DecideReallocation,
        &[COMMISSIONER],
        &[Guard::DecidedByAnother],
    ),
];

/// Name, act, phase, due, grace, reminder.
type DeadlineRow = (&'static str, Act, &'static str, Span, Option<Span>, Option<Span>);

const DEADLINES: &[DeadlineRow] = &[
    // Assumption: twenty school days for a self-evaluation, a reminder a school week before.
    (
        "self_evaluation_in",
        Act::SubmitSelfEvaluation,
        "consulted",
        Span::SchoolDays(20),
        None,
        Some(Span::SchoolDays(15)),
    ),
    // Assumption: ten school days to reply to a draft report.
    (
        "right_of_reply",
        Act::AgreeReport,
        "right_of_reply",
        Span::SchoolDays(10),
        None,
        Some(Span::SchoolDays(7)),
    ),
    // Public: a conflict request is answered within 3 working days.
    (
        "conflict_answer",
        Act::RecordReceipt,
        "requested",
        Span::WorkingDays(3),
        Some(Span::WorkingDays(2)),
        Some(Span::WorkingDays(2)),
    ),
    // Assumption: an answer is looked at within 3 working days.
    (
        "answer_reviewed",
        Act::ReviewRequest,
        "received",
        Span::WorkingDays(3),
        None,
        None,
    ),
    // Assumption: a decision follows its recommendation within 10 working days.
    (
        "decision",
        Act::DecideReallocation,
        "recommended",
        Span::WorkingDays(10),
        None,
        Some(Span::WorkingDays(7)),
    ),
];

impl Protocol {
    /// The default protocol.
    ///
    /// # Panics
    /// Never: every name in it is a code, which a test shows.
    ///
    /// # Source
    /// Public figures and assumptions are told apart beside each number.
    pub fn standard() -> Self {
        let step = |(act, roles, guards): &(Act, &[&str], &[Guard])| {
            (
                *act,
                Step {
                    roles: roles.iter().map(|role| known(role)).collect(),
                    guards: guards.to_vec(),
                },
            )
        };
        let deadline = |&(id, awaits, in_phase, due, grace, remind): &DeadlineRow| Deadline {
            id: RuleId::new(id).expect("the names above are codes, as a test shows"),
            awaits,
            in_phase: in_phase.to_owned(),
            due,
            grace,
            remind,
        };
        Self {
            id: RuleId::new("default").expect("a code"),
            version: 1,
            steps: STEPS.iter().map(step).collect(),
            // Source: three parties consent to a national leader's deployment; the person joins them here.
            consents: [HEAD, EMPLOYER, DEPLOYED, COMMISSIONER]
                .iter()
                .map(|role| known(role))
                .collect(),
            // Public: three to four reviewers in one programme, the lead among them.
            least_peers: 2,
            // Public: a specialist leader gives 5 to 15 days a year; five days in one term is an assumption.
            deployment_size: HalfDays(10),
            deadlines: DEADLINES.iter().map(deadline).collect(),
            // Public: data each half term and a formal review each term for a weak school; the informal
            // visit each half term is an assumption.
            cadences: BTreeMap::from([
                (Channel::DataCheck, Span::HalfTerms(1)),
                (Channel::InformalVisit, Span::HalfTerms(1)),
                (Channel::FormalReview, Span::Terms(1)),
            ]),
            // Assumption, all five.
            reallocation: ReallocationRule {
                window: 6,
                least_channels: 2,
                greens_to_taper: 3,
                greens_to_close: 5,
                reds_to_switch: 4,
            },
        }
    }
}

fn known(role: &str) -> Role {
    Role::new(role).expect("the roles above are codes, as a test shows")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    #[test]
    fn names_every_act_once_and_compiles() {
        let protocol = Protocol::standard();
        assert_eq!(protocol.steps.len(), Act::ALL.len());
        assert_eq!(STEPS.len(), Act::ALL.len());
        Rules::compile(protocol).unwrap();
    }
}
