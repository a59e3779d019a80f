//! Due diligence on a school that would join. Its improvement part seeds the first allocation of help.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    id::{DueDiligenceId, NeedId},
    need::Need,
    short_code::PartCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where due diligence stands.
    DueDiligencePhase {
        /// The school is interested.
        Interested "interested" "Interested",
        /// A first look at what is known.
        Triage "triage" "Triage",
        /// The whole look.
        Detailed "detailed" "Detailed",
        /// The school may join.
        Accepted "accepted" "Accepted",
        /// Not now.
        Deferred "deferred" "Deferred",
        /// Not at all.
        Declined "declined" "Declined",
        /// It has joined, with a first map of support.
        Onboarded "onboarded" "Onboarded",
    }
}

use DueDiligencePhase as P;

/// The due diligence machine.
pub const TABLE: &[Transition<DueDiligencePhase>] = &[
    Transition::makes(Act::RegisterInterest, P::Interested),
    Transition::moves(Act::BeginTriage, &[P::Interested, P::Deferred], P::Triage),
    Transition::moves(Act::BeginDetailedDiligence, &[P::Triage], P::Detailed),
    Transition::stays(Act::CompletePart, &[P::Triage, P::Detailed]),
    Transition::moves(Act::AcceptJoiner, &[P::Detailed], P::Accepted),
    Transition::moves(Act::DeferJoiner, &[P::Triage, P::Detailed], P::Deferred),
    Transition::moves(
        Act::DeclineJoiner,
        &[P::Interested, P::Triage, P::Detailed, P::Deferred],
        P::Declined,
    ),
    Transition::moves(Act::OnboardJoiner, &[P::Accepted], P::Onboarded),
];

/// Due diligence within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DueDiligence {
    /// Where it stands.
    pub phase: DueDiligencePhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// Parts that are done, with the needs that each found.
    pub parts: BTreeMap<PartCode, Vec<NeedId>>,
}

kept!(DueDiligence: DueDiligencePhase, TABLE,
open: P::Interested | P::Triage | P::Detailed | P::Accepted | P::Deferred, ended: Some(P::Declined),
made(phase, recorded) {
    Some(Self { phase, since: recorded.at, parts: BTreeMap::new() })
}, note(this, recorded) {
    if let Event::PartCompleted(it) = recorded.event {
        let found = it.needs.iter().map(|need| need.id);
        this.parts.entry(it.part).or_default().extend(found);
    }
});

/// A part of due diligence that is done, with the needs it found. Each of them is reported with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CompletedPart {
    /// The due diligence.
    pub due_diligence: DueDiligenceId,
    /// Which part.
    pub part: PartCode,
    /// What it found that the school needs help with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
}
addressed!(CompletedPart.due_diligence => DueDiligence);

bare_payload! {
    /// Names a due diligence.
    OfDueDiligence {
        /// The due diligence.
        due_diligence: DueDiligenceId
    } => DueDiligence
}
