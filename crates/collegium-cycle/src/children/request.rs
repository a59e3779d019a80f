//! Something asked of somebody: a consent, a conflict declaration, a document. *Received and overdue* is a
//! real condition, so receipt and review are two steps.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload},
    context::Recorded,
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::Role,
    id::{DeploymentId, RequestId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where a request stands.
    RequestPhase {
        /// It was sent.
        Requested "requested" "Requested",
        /// An answer came.
        Received "received" "Received",
        /// The answer was looked at.
        Reviewed "reviewed" "Reviewed",
    }
}

/// The request machine.
pub const TABLE: &[Transition<RequestPhase>] = &[
    Transition::makes(Act::SendRequest, RequestPhase::Requested),
    Transition::moves(
        Act::RecordReceipt,
        &[RequestPhase::Requested],
        RequestPhase::Received,
    ),
    Transition::anywhere(Act::RecordReceipt),
    Transition::moves(
        Act::ReviewRequest,
        &[RequestPhase::Received],
        RequestPhase::Reviewed,
    ),
];

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where it stands.
    pub phase: RequestPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// What is asked for.
    pub kind: RequestKind,
    /// The deployment it is about.
    pub deployment: DeploymentId,
    /// Whether the answer was clear; none before it was looked at.
    pub clear: Option<bool>,
}

pub(crate) fn evolve(requests: &mut BTreeMap<RequestId, Request>, recorded: &Recorded<'_>) {
    let at = recorded.at;
    match recorded.event {
        Event::RequestSent(it) => {
            let (phase, kind, deployment) = (RequestPhase::Requested, it.kind, it.deployment);
            requests.insert(
                it.request,
                Request {
                    phase,
                    since: at,
                    kind,
                    deployment,
                    clear: None,
                },
            );
        }
        Event::RequestReceived(it) => {
            let waiting = requests
                .get_mut(&it.request)
                .filter(|it| it.phase == RequestPhase::Requested);
            if let Some(request) = waiting {
                (request.phase, request.since) = (RequestPhase::Received, at);
            }
        }
        Event::RequestReviewed(it) => {
            if let Some(request) = requests.get_mut(&it.request) {
                (request.phase, request.since, request.clear) = (RequestPhase::Reviewed, at, Some(it.clear));
            }
        }
        _ => {}
    }
}

/// A request as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRequest {
    /// The request.
    pub request: RequestId,
    /// What is asked for.
    pub kind: RequestKind,
    /// The deployment it is about.
    pub deployment: DeploymentId,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewedRequest {
    /// The request.
    pub request: RequestId,
    /// Whether nothing stands in the way.
    pub clear: bool,
}
addressed!(ReviewedRequest.request => Request);
