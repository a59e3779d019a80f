//! A school looks at itself before others do.

use crate::{
    acts::{Act, Event},
    child::bare_payload,
    context::Recorded,
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::id::SelfEvaluationId;
use std::collections::BTreeMap;

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
    }
}

/// The self-evaluation machine.
pub const TABLE: &[Transition<SelfEvaluationPhase>] = &[
    Transition::makes(Act::DraftSelfEvaluation, SelfEvaluationPhase::Draft),
    Transition::moves(
        Act::ConsultOnSelfEvaluation,
        &[SelfEvaluationPhase::Draft],
        SelfEvaluationPhase::Consulted,
    ),
    Transition::moves(
        Act::SubmitSelfEvaluation,
        &[SelfEvaluationPhase::Consulted],
        SelfEvaluationPhase::Submitted,
    ),
    Transition::moves(
        Act::ShareSelfEvaluation,
        &[SelfEvaluationPhase::Submitted],
        SelfEvaluationPhase::Shared,
    ),
];

/// A self-evaluation within its cycle; what it says lives with the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelfEvaluation {
    /// Where it stands.
    pub phase: SelfEvaluationPhase,
    /// Since when.
    pub since: NaiveDateTime,
}

impl SelfEvaluation {
    /// Whether it was handed in.
    pub fn is_submitted(&self) -> bool {
        matches!(
            self.phase,
            SelfEvaluationPhase::Submitted | SelfEvaluationPhase::Shared
        )
    }
}

pub(crate) fn evolve(all: &mut BTreeMap<SelfEvaluationId, SelfEvaluation>, recorded: &Recorded<'_>) {
    let (it, phase) = match recorded.event {
        Event::SelfEvaluationDrafted(it) => (it, SelfEvaluationPhase::Draft),
        Event::SelfEvaluationConsulted(it) => (it, SelfEvaluationPhase::Consulted),
        Event::SelfEvaluationSubmitted(it) => (it, SelfEvaluationPhase::Submitted),
        Event::SelfEvaluationShared(it) => (it, SelfEvaluationPhase::Shared),
        _ => return,
    };
    all.insert(
        it.self_evaluation,
        SelfEvaluation {
            phase,
            since: recorded.at,
        },
    );
}

bare_payload! {
    /// Names a self-evaluation.
    OfSelfEvaluation {
        /// The self-evaluation.
        self_evaluation: SelfEvaluationId
    } => SelfEvaluation
}
