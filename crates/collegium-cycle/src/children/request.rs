//! Something asked of somebody: a consent, a conflict declaration, a document. *Received and overdue* is a
//! real condition, so receipt and review are two steps.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::Role,
    id::{DeploymentId, RequestId},
};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a request stands.
    RequestPhase {
        /// It was sent.
        Requested "requested" "Requested",
        /// An answer came.
        Received "received" "Received",
        /// The answer was looked at.
        Reviewed "reviewed" "Reviewed",
        /// It is no longer asked for.
        Cancelled "cancelled" "Cancelled",
    }
}

use RequestPhase as P;

/// The request machine.
pub const TABLE: &[Transition<RequestPhase>] = &[
    Transition::makes(Act::SendRequest, P::Requested),
    Transition::moves(Act::RecordReceipt, &[P::Requested], P::Received),
    Transition::anywhere(Act::RecordReceipt),
    Transition::moves(Act::ReviewRequest, &[P::Received], P::Reviewed),
    Transition::moves(Act::CancelRequest, &[P::Requested, P::Received], P::Cancelled),
];

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum RequestKind {
    /// A consent.
    #[serde(rename = "consent")]
    Consent,
    /// A declaration of interests.
    #[serde(rename = "conflict_declaration")]
    ConflictDeclaration,
    /// A document.
    #[serde(rename = "document")]
    Document,
}

/// A request within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Request {
    /// Where it stands.
    pub phase: RequestPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// What is asked for.
    pub kind: RequestKind,
    /// The role of whoever is asked.
    pub of: Role,
    /// The deployment it is about, if it is about one.
    pub deployment: Option<DeploymentId>,
    /// Whether the answer was clear; none before it was looked at.
    pub clear: Option<bool>,
}

kept!(Request: RequestPhase, TABLE, open: P::Requested | P::Received, ended: Some(P::Cancelled),
made(phase, recorded) {
    let Event::RequestSent(it) = recorded.event else { return None };
    let (kind, of, deployment) = (it.kind, it.of.clone(), it.deployment);
    Some(Self { phase, since: recorded.at, kind, of, deployment, clear: None })
}, note(this, recorded) {
    if let Event::RequestReviewed(it) = recorded.event {
        this.clear = Some(it.clear);
    }
});

/// A request as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentRequest {
    /// The request.
    pub request: RequestId,
    /// What is asked for.
    pub kind: RequestKind,
    /// The deployment it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployment: Option<DeploymentId>,
    /// The role of whoever is asked.
    pub of: Role,
}
addressed!(SentRequest.request => Request);

bare_payload! {
    /// Names a request.
    OfRequest {
        /// The request.
        request: RequestId
    } => Request
}

/// What the answer came to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewedRequest {
    /// The request.
    pub request: RequestId,
    /// Whether nothing stands in the way.
    pub clear: bool,
}
addressed!(ReviewedRequest.request => Request);
