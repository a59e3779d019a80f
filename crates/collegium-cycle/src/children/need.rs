//! A need and its phase. The phase belongs to the need: one may be in deployment while another of the
//! same school is in diagnosis.

use crate::{
    acts::{Act, Event},
    child::{Addressed, Child, addressed, bare_payload, kept},
    monitoring::Observation,
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    id::NeedId,
    need::{Need, Severity},
    quantity::Units,
    short_code::PressureCode,
};
use serde::{Deserialize, Serialize};

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

use NeedPhase as P;

/// The need machine.
pub const TABLE: &[Transition<NeedPhase>] = &[
    Transition::makes(Act::ReportNeed, P::Scoping),
    Transition::moves(Act::BeginDiagnosis, &[P::Scoping], P::Diagnosis),
    Transition::moves(Act::AgreeDiagnosis, &[P::Diagnosis], P::Matching),
    Transition::moves(Act::WithdrawDiagnosis, &[P::Matching], P::Diagnosis),
    Transition::moves(
        Act::CloseNeed,
        &[
            P::Scoping,
            P::Diagnosis,
            P::Matching,
            P::Deployment,
            P::Monitoring,
        ],
        P::Closed,
    ),
    Transition::moves(Act::ReopenNeed, &[P::Closed], P::Scoping),
    Transition::anywhere(Act::RecordMonitoring),
];

/// A need within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedState {
    /// What was reported, with severity and units as they now are.
    pub need: Need,
    /// Where it stands.
    pub phase: NeedPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// What the three channels have shown, in the order in which it was recorded.
    pub observations: Vec<Observation>,
    /// The level of pressure on the school about it, above none.
    pub pressure: Option<PressureCode>,
}

kept!(NeedState: NeedPhase, TABLE,
open: P::Scoping | P::Diagnosis | P::Matching | P::Deployment | P::Monitoring | P::Reallocation, ended: None,
made(phase, recorded) {
    let Event::NeedReported(it) = recorded.event else { return None };
    let need = it.need.clone();
    Some(Self { need, phase, since: recorded.at, observations: Vec::new(), pressure: None })
}, note(this, recorded) {
    match recorded.event {
        Event::DiagnosisAgreed(it) => {
            (this.need.severity, this.need.units) = (it.severity, it.units);
        }
        Event::NeedUnitsChanged(it) => this.need.units = it.units,
        Event::PressureChanged(it) => this.pressure = it.level,
        Event::NeedMoved(it) => (this.phase, this.since) = (it.to, recorded.at),
        Event::MonitoringRecorded(it) => {
            let (channel, on, rating) = (it.channel, it.on, it.rating);
            this.observations.push(Observation { channel, on, rating });
        }
        _ => {}
    }
});

/// A need as it was reported.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgreedDiagnosis {
    /// The need.
    pub need: NeedId,
    /// How severe it was found to be.
    pub severity: Severity,
    /// How many deployments it asks for; at least one.
    pub units: Units,
}
addressed!(AgreedDiagnosis.need => Need);
