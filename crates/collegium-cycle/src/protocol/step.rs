//! Who may do a step and under which conditions, and the conditions that no protocol can leave out.

use super::{Guard, is_default};
use crate::acts::Act;
use collegium_model::code::{ReasonCode, Roles};
use serde::{Deserialize, Serialize};

/// Who may do a step, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Roles that may. A report of fact needs none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub roles: Roles,
    /// Conditions that must hold, beside those of the law.
    #[serde(default, skip_serializing_if = "is_default")]
    pub guards: Vec<Guard>,
    /// Reasons among which one is chosen for it; any of the protocol's where none is named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reasons: Vec<ReasonCode>,
    /// Who may do it although some of the conditions do not hold, with a reason code.
    #[serde(default, rename = "override", skip_serializing_if = "is_default")]
    pub urgent: Option<Override>,
    /// Roles that are told when it was done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notify: Roles,
}

/// An urgent override: forward, with a reason code and with permission, and recorded as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Roles that may.
    pub roles: Roles,
    /// Conditions of the step that it lifts; none of the law.
    pub lifts: Vec<Guard>,
}

/// What holds under every protocol, written in none: the conditions that protect people, and those without
/// which a step makes no sense.
pub const LAWS: &[(Act, &[Guard])] = &[
    (Act::PauseCycle, &[Guard::ReasonGiven]),
    (Act::StopCycle, &[Guard::ReasonGiven, Guard::NothingOpen]),
    (Act::ReopenCycle, &[Guard::ReasonGiven]),
    (Act::CloseCycle, &[Guard::NothingOpen]),
    (Act::MigrateCycle, &[Guard::ReasonGiven, Guard::MigrationFits]),
    (
        Act::ExtendDeadline,
        &[Guard::ReasonGiven, Guard::ExtensionForward],
    ),
    (Act::CategoriseSchool, &[Guard::Listed]),
    (
        Act::WithdrawDiagnosis,
        &[Guard::ReasonGiven, Guard::NothingRestsOnIt],
    ),
    (Act::CloseNeed, &[Guard::ReasonGiven, Guard::NothingOpen]),
    (Act::ReopenNeed, &[Guard::ReasonGiven]),
    (
        Act::WithdrawSelfEvaluation,
        &[Guard::ReasonGiven, Guard::NothingRestsOnIt],
    ),
    (Act::FormTeam, &[Guard::TeamFromElsewhere]),
    (Act::ScheduleReview, &[Guard::VisitLength]),
    (Act::BeginReview, &[Guard::VisitHasCome]),
    (Act::AgreeReport, &[Guard::FeedbackBothWays]),
    (Act::ReopenReport, &[Guard::ReasonGiven, Guard::NothingRestsOnIt]),
    (Act::CancelReview, &[Guard::ReasonGiven]),
    (Act::AnswerEnquiry, &[Guard::EvidenceSuffices]),
    (Act::ReopenEnquiry, &[Guard::ReasonGiven, Guard::NothingRestsOnIt]),
    (Act::CallWorkshop, &[Guard::ChampionFromElsewhere]),
    (Act::AdoptPlan, &[Guard::ActionsWhole]),
    (Act::CancelWorkshop, &[Guard::ReasonGiven]),
    (Act::CancelRequest, &[Guard::ReasonGiven]),
    (
        Act::ProposeDeployment,
        &[
            Guard::NeedAwaitsMatch,
            Guard::GiverIsNew,
            Guard::GiverNotFallen,
            Guard::SizeFixed,
            Guard::LeadershipKept,
            Guard::SpanWithinLimit,
        ],
    ),
    (Act::ClearConflict, &[Guard::ConflictsClear]),
    (Act::GiveConsent, &[Guard::ConsentDue]),
    (
        Act::AgreeDeployment,
        &[
            Guard::ConflictsClear,
            Guard::ConsentsGiven,
            Guard::GiverNotFallen,
            Guard::DatesInOrder,
            Guard::CoordinatorNamed,
            Guard::Listed,
        ],
    ),
    (
        Act::StartDeployment,
        &[Guard::ConflictsClear, Guard::ConsentsGiven, Guard::StartHasCome],
    ),
    (Act::CompleteDeployment, &[Guard::LeadershipKept]),
    (Act::DeclineDeployment, &[Guard::ReasonGiven]),
    (Act::WithdrawDeployment, &[Guard::ReasonGiven]),
    (
        Act::CancelDeployment,
        &[Guard::ReasonGiven, Guard::LeadershipKept],
    ),
    (Act::SetObjective, &[Guard::Listed]),
    (Act::ReopenObjective, &[Guard::ReasonGiven]),
    (
        Act::RecordProgressReview,
        &[Guard::OutcomeListed, Guard::NextAfterThis],
    ),
    (Act::EscalateConcern, &[Guard::ReasonGiven, Guard::StepsTaken]),
    (Act::UsePower, &[Guard::Listed]),
    (Act::ReopenConcern, &[Guard::ReasonGiven]),
    (Act::EscalateChallenge, &[Guard::AnswerOverdueOrGiven]),
    (Act::RecommendReallocation, &[Guard::NeedMonitored]),
    (
        Act::DecideReallocation,
        &[Guard::DecidedByAnother, Guard::LeadershipKept],
    ),
    (Act::RecommendApproval, &[Guard::OutcomeListed, Guard::AskedFor]),
    (
        Act::DecideApproval,
        &[Guard::DecidedByAnother, Guard::OutcomeListed],
    ),
    (
        Act::RevokeApproval,
        &[Guard::ReasonGiven, Guard::NothingRestsOnIt],
    ),
    (Act::CompletePart, &[Guard::Listed]),
    (Act::DeferJoiner, &[Guard::ReasonGiven]),
    (Act::DeclineJoiner, &[Guard::ReasonGiven]),
    (Act::StartTask, &[Guard::AskedFor]),
    (Act::CompleteTask, &[Guard::AskedFor, Guard::OutcomeListed]),
    (Act::ReopenTask, &[Guard::ReasonGiven, Guard::NothingRestsOnIt]),
];

/// The conditions that hold for an act under every protocol.
pub fn laws(act: Act) -> &'static [Guard] {
    LAWS.iter()
        .find(|(of, _)| *of == act)
        .map_or(&[], |(_, guards)| guards)
}
