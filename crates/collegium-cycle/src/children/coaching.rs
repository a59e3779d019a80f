//! Coaching leaves dates and counts, no notes; roles outside it do not see that it exists.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::id::{CoachingId, PersonId};
use serde::{Deserialize, Serialize};

phases! {
    /// Where coaching stands.
    CoachingPhase {
        /// It was agreed and goes on.
        Contracted "contracted" "Contracted",
        /// It is over.
        Closed "closed" "Closed",
    }
}

use CoachingPhase as P;

/// The coaching machine.
pub const TABLE: &[Transition<CoachingPhase>] = &[
    Transition::makes(Act::ContractCoaching, P::Contracted),
    Transition::anywhere(Act::RecordSession),
    Transition::moves(Act::CloseCoaching, &[P::Contracted], P::Closed),
];

/// Coaching within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coaching {
    /// Where it stands.
    pub phase: CoachingPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// Who coaches.
    pub coach: PersonId,
    /// Who is coached.
    pub coached: PersonId,
    /// The days of the sessions held.
    pub sessions: Vec<NaiveDate>,
}

kept!(Coaching: CoachingPhase, TABLE, open: P::Contracted, ended: Some(P::Closed),
made(phase, recorded) {
    let Event::CoachingContracted(it) = recorded.event else { return None };
    let (coach, coached) = (it.coach, it.coached);
    Some(Self { phase, since: recorded.at, coach, coached, sessions: Vec::new() })
}, note(this, recorded) {
    if let Event::SessionRecorded(it) = recorded.event {
        this.sessions.push(it.on);
    }
});

/// Who coaches whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContractedCoaching {
    /// The coaching.
    pub coaching: CoachingId,
    /// Who coaches.
    pub coach: PersonId,
    /// Who is coached.
    pub coached: PersonId,
}
addressed!(ContractedCoaching.coaching => Coaching);

/// That a session was held, and when; never what was said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldSession {
    /// The coaching.
    pub coaching: CoachingId,
    /// The day.
    pub on: NaiveDate,
}
addressed!(HeldSession.coaching => Coaching);

bare_payload! {
    /// Names a coaching.
    OfCoaching {
        /// The coaching.
        coaching: CoachingId
    } => Coaching
}
