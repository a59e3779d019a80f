//! A school looks at itself before others do.

use crate::{
    acts::Act,
    child::{bare_payload, kept},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::id::SelfEvaluationId;
use serde::{Deserialize, Serialize};

phases! {
    /// Where a self-evaluation stands.
    SelfEvaluationPhase {
        /// In draft.
        Draft "draft" "Draft",
        /// Staff, pupils and families were heard.
        Consulted "consulted" "Consulted",
        /// Handed in.
        Submitted "submitted" "Submitted",
        /// Shared with the review team.
        Shared "shared" "Shared",
        /// It was never handed in, and the cycle is over.
        Dropped "dropped" "Dropped",
    }
}

use SelfEvaluationPhase as P;

/// The self-evaluation machine.
pub const TABLE: &[Transition<SelfEvaluationPhase>] = &[
    Transition::makes(Act::DraftSelfEvaluation, P::Draft),
    Transition::moves(Act::ConsultOnSelfEvaluation, &[P::Draft], P::Consulted),
    Transition::moves(Act::SubmitSelfEvaluation, &[P::Consulted], P::Submitted),
    Transition::moves(Act::ShareSelfEvaluation, &[P::Submitted], P::Shared),
    Transition::moves(Act::WithdrawSelfEvaluation, &[P::Submitted], P::Draft),
];

/// A self-evaluation within its cycle; its text lives with the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfEvaluation {
    /// Where it stands.
    pub phase: SelfEvaluationPhase,
    /// Since when.
    pub since: NaiveDateTime,
}

impl SelfEvaluation {
    /// Whether it was handed in.
    pub fn is_submitted(&self) -> bool {
        matches!(self.phase, P::Submitted | P::Shared)
    }
}

kept!(SelfEvaluation: SelfEvaluationPhase, TABLE, open: P::Draft | P::Consulted, ended: Some(P::Dropped),
made(phase, recorded) {
    Some(Self { phase, since: recorded.at })
}, note(this, _recorded) {});

bare_payload! {
    /// Names a self-evaluation.
    OfSelfEvaluation {
        /// The self-evaluation.
        self_evaluation: SelfEvaluationId
    } => SelfEvaluation
}
