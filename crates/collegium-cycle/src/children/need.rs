//! A need and its phase. The phase belongs to the need: one may be in deployment while another of the
//! same school is in diagnosis.

use crate::{
    acts::{Act, Event},
    child::{Addressed, Child, addressed, bare_payload},
    context::Recorded,
    monitoring::Observation,
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    id::NeedId,
    need::{Need, Severity},
    quantity::Units,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where a need stands.
    NeedPhase {
        /// It was reported.
        Scoping "scoping" "Scoping",
        /// It is being looked into.
        Diagnosis "diagnosis" "Diagnosis",
        /// It waits for a giver.
        Matching "matching" "Matching",
        /// Help is agreed.
        Deployment "deployment" "Deployment",
        /// Help is there and is watched.
        Monitoring "monitoring" "Monitoring",
        /// What should become of the help waits for a decision.
        Reallocation "reallocation" "Reallocation",
        /// No more help is asked for.
        Closed "closed" "Closed",
    }
}

/// The need machine.
pub const TABLE: &[Transition<NeedPhase>] = &[
    Transition::makes(Act::ReportNeed, NeedPhase::Scoping),
    Transition::moves(Act::BeginDiagnosis, &[NeedPhase::Scoping], NeedPhase::Diagnosis),
    Transition::moves(Act::AgreeDiagnosis, &[NeedPhase::Diagnosis], NeedPhase::Matching),
    Transition::moves(
        Act::CloseNeed,
        &[
            NeedPhase::Scoping,
            NeedPhase::Diagnosis,
            NeedPhase::Matching,
            NeedPhase::Deployment,
            NeedPhase::Monitoring,
        ],
        NeedPhase::Closed,
    ),
    Transition::anywhere(Act::RecordMonitoring),
];

/// A need within its cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedState {
    /// What was reported, with severity and units as they now are.
    pub need: Need,
    /// Where it stands.
    pub phase: NeedPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// What the three channels have shown, the oldest first.
    pub observations: Vec<Observation>,
}

impl NeedState {
    /// Whether it still counts as open.
    pub fn is_open(&self) -> bool {
        self.phase != NeedPhase::Closed
    }
}

pub(crate) fn evolve(needs: &mut BTreeMap<NeedId, NeedState>, recorded: &Recorded<'_>) {
    if let Event::NeedReported(it) = recorded.event {
        let (need, phase, since) = (it.need.clone(), NeedPhase::Scoping, recorded.at);
        needs.insert(
            need.id,
            NeedState {
                need,
                phase,
                since,
                observations: Vec::new(),
            },
        );
        return;
    }
    let (need, to) = match recorded.event {
        Event::DiagnosisBegun(it) => (it.need, Some(NeedPhase::Diagnosis)),
        Event::DiagnosisAgreed(it) => (it.need, Some(NeedPhase::Matching)),
        Event::NeedClosed(it) => (it.need, Some(NeedPhase::Closed)),
        Event::NeedMoved(it) => (it.need, Some(it.to)),
        Event::NeedUnitsChanged(it) => (it.need, None),
        Event::MonitoringRecorded(it) => (it.need, None),
        _ => return,
    };
    let Some(state) = needs.get_mut(&need) else { return };
    match recorded.event {
        Event::DiagnosisAgreed(it) => (state.need.severity, state.need.units) = (it.severity, it.units),
        Event::NeedUnitsChanged(it) => state.need.units = it.units,
        Event::MonitoringRecorded(it) => {
            state.observations.push(Observation {
                channel: it.channel,
                on: it.on,
                rating: it.rating,
            });
        }
        _ => {}
    }
    if let Some(phase) = to {
        (state.phase, state.since) = (phase, recorded.at);
    }
}

/// A need as it was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedNeed {
    /// The need.
    pub need: Need,
}

impl Addressed for ReportedNeed {
    fn child(&self) -> Child {
        Child::Need(self.need.id)
    }
}

bare_payload! {
    /// Names a need.
    OfNeed {
        /// The need.
        need: NeedId
    } => Need
}

/// What a diagnosis came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedDiagnosis {
    /// The need.
    pub need: NeedId,
    /// How severe it was found to be.
    pub severity: Severity,
    /// How many deployments it asks for; at least one.
    pub units: Units,
}
addressed!(AgreedDiagnosis.need => Need);
