//! Approvals: decisions that a protocol asks for. One person recommends, another decides, perhaps with
//! conditions; a decision can be taken back as long as nothing rests on it.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::ReasonCode,
    id::{ApprovalId, PersonId},
    short_code::{ApprovalKind, OutcomeCode},
};
use serde::{Deserialize, Serialize};

phases! {
    /// Where an approval stands.
    ApprovalPhase {
        /// Somebody recommended an outcome; nobody has decided.
        Recommended "recommended" "Recommended",
        /// It is decided.
        Decided "decided" "Decided",
        /// It was closed undecided with what it belonged to.
        Lapsed "lapsed" "Lapsed",
    }
}

use ApprovalPhase as P;

/// The approval machine.
pub const TABLE: &[Transition<ApprovalPhase>] = &[
    Transition::makes(Act::RecommendApproval, P::Recommended),
    Transition::moves(Act::DecideApproval, &[P::Recommended], P::Decided),
    Transition::moves(Act::RevokeApproval, &[P::Decided], P::Recommended),
];

/// An approval within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Approval {
    /// Where it stands.
    pub phase: ApprovalPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// Which decision of the protocol it is.
    pub kind: ApprovalKind,
    /// What was recommended.
    pub recommended: OutcomeCode,
    /// By whom.
    pub recommended_by: PersonId,
    /// On whose behalf, if not their own.
    pub recommended_for: Option<PersonId>,
    /// What was decided; none before, and none once it was taken back.
    pub outcome: Option<OutcomeCode>,
    /// On which conditions, if any.
    pub conditions: Vec<ReasonCode>,
}

kept!(Approval: ApprovalPhase, TABLE, open: P::Recommended, ended: Some(P::Lapsed),
made(phase, recorded) {
    let Event::ApprovalRecommended(it) = recorded.event else { return None };
    Some(Self {
        phase,
        since: recorded.at,
        kind: it.kind,
        recommended: it.outcome,
        recommended_by: recorded.actor,
        recommended_for: recorded.on_behalf_of,
        outcome: None,
        conditions: Vec::new(),
    })
}, note(this, recorded) {
    match recorded.event {
        Event::ApprovalDecided(it) => {
            (this.outcome, this.conditions) = (Some(it.outcome), it.conditions.clone());
        }
        Event::ApprovalRevoked(_) => (this.outcome, this.conditions) = (None, Vec::new()),
        _ => {}
    }
});

/// A recommendation on a decision that the protocol asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecommendedApproval {
    /// The approval.
    pub approval: ApprovalId,
    /// Which decision of the protocol it is.
    pub kind: ApprovalKind,
    /// What is recommended: an outcome of that decision.
    pub outcome: OutcomeCode,
}
addressed!(RecommendedApproval.approval => Approval);

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecidedApproval {
    /// The approval.
    pub approval: ApprovalId,
    /// What is decided; it may differ from what was recommended.
    pub outcome: OutcomeCode,
    /// Conditions, from the protocol's reasons, where the protocol lets them be set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ReasonCode>,
}
addressed!(DecidedApproval.approval => Approval);

bare_payload! {
    /// Names an approval.
    OfApproval {
        /// The approval.
        approval: ApprovalId
    } => Approval
}
