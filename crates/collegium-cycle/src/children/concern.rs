//! A concern: a side process beside the cycle. It is raised, and then resolved or escalated.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::ReasonCode,
    id::{ConcernId, NeedId},
    short_code::OutcomeCode,
};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a concern stands.
    ConcernPhase {
        /// It was raised.
        Raised "raised" "Raised",
        /// It was resolved.
        Resolved "resolved" "Resolved",
        /// It was escalated.
        Escalated "escalated" "Escalated",
        /// What followed from the escalation is over.
        Closed "closed" "Closed",
    }
}

use ConcernPhase as P;

/// The concern machine.
pub const TABLE: &[Transition<ConcernPhase>] = &[
    Transition::makes(Act::RaiseConcern, P::Raised),
    Transition::moves(Act::ResolveConcern, &[P::Raised], P::Resolved),
    Transition::moves(Act::EscalateConcern, &[P::Raised], P::Escalated),
    Transition::stays(Act::UsePower, &[P::Escalated]),
    Transition::moves(Act::CloseConcern, &[P::Escalated], P::Closed),
    Transition::moves(Act::ReopenConcern, &[P::Resolved, P::Closed], P::Raised),
];

/// A concern within its cycle; its wording lives behind a note.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Concern {
    /// Where it stands.
    pub phase: ConcernPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The need it is about, if it is about one.
    pub need: Option<NeedId>,
    /// Why it was escalated, if it was.
    pub escalated_for: Option<ReasonCode>,
    /// Powers that were used after the escalation, in order.
    pub powers: Vec<OutcomeCode>,
}

kept!(Concern: ConcernPhase, TABLE, open: P::Raised | P::Escalated, ended: None,
need(of) { of.need },
made(phase, recorded) {
    let Event::ConcernRaised(it) = recorded.event else { return None };
    Some(Self { phase, since: recorded.at, need: it.need, escalated_for: None, powers: Vec::new() })
}, note(this, recorded) {
    match recorded.event {
        Event::ConcernEscalated(_) => this.escalated_for = recorded.reason.cloned(),
        Event::PowerUsed(it) => this.powers.push(it.power),
        _ => {}
    }
});

/// A concern as it is raised.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RaisedConcern {
    /// The concern.
    pub concern: ConcernId,
    /// The need it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
}
addressed!(RaisedConcern.concern => Concern);

/// An escalation; why stands in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EscalatedConcern {
    /// The concern.
    pub concern: ConcernId,
    /// Whether the steps that come before an escalation were taken.
    pub steps_taken: bool,
    /// Whether a warning notice was issued.
    #[serde(default)]
    pub warning_notice: bool,
}
addressed!(EscalatedConcern.concern => Concern);

/// A power used after an escalation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsedPower {
    /// The concern.
    pub concern: ConcernId,
    /// Which power of the protocol.
    pub power: OutcomeCode,
}
addressed!(UsedPower.concern => Concern);

bare_payload! {
    /// Names a concern.
    OfConcern {
        /// The concern.
        concern: ConcernId
    } => Concern
}
