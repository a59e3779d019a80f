//! A challenge: a peer's question that must be answered. Unanswered it escalates; it never lapses silently.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::id::{ChallengeId, NeedId, PersonId};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a challenge stands.
    ChallengePhase {
        /// It was raised and waits for an answer.
        Raised "raised" "Raised",
        /// It was answered.
        Answered "answered" "Answered",
        /// The answer was accepted.
        Settled "settled" "Settled",
        /// It went to the next level.
        Escalated "escalated" "Escalated",
    }
}

use ChallengePhase as P;

/// The challenge machine.
pub const TABLE: &[Transition<ChallengePhase>] = &[
    Transition::makes(Act::RaiseChallenge, P::Raised),
    Transition::moves(Act::AnswerChallenge, &[P::Raised], P::Answered),
    Transition::moves(Act::SettleChallenge, &[P::Answered], P::Settled),
    Transition::moves(Act::EscalateChallenge, &[P::Raised, P::Answered], P::Escalated),
];

/// A challenge within its cycle; its question lives with the schools.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Challenge {
    /// Where it stands.
    pub phase: ChallengePhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// Who asked.
    pub by: PersonId,
    /// The need it is about, if it is about one.
    pub need: Option<NeedId>,
}

kept!(Challenge: ChallengePhase, TABLE, open: P::Raised | P::Answered, ended: None,
need(of) { of.need },
made(phase, recorded) {
    let Event::ChallengeRaised(it) = recorded.event else { return None };
    Some(Self { phase, since: recorded.at, by: recorded.actor, need: it.need })
}, note(this, _recorded) {});

/// A challenge as it is raised.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RaisedChallenge {
    /// The challenge.
    pub challenge: ChallengeId,
    /// The need it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
}
addressed!(RaisedChallenge.challenge => Challenge);

bare_payload! {
    /// Names a challenge.
    OfChallenge {
        /// The challenge.
        challenge: ChallengeId
    } => Challenge
}
