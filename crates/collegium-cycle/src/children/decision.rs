//! Recommendation and decision: two acts, two people.

use crate::{
    acts::{Act, Event},
    child::addressed,
    context::Recorded,
    recommend::Reason,
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::ReasonCode,
    id::{DecisionId, NeedId, PersonId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where a decision stands.
    DecisionPhase {
        /// Recommended; nobody has decided.
        Recommended "recommended" "Recommended",
        /// Decided.
        Decided "decided" "Decided",
    }
}

/// The decision machine.
pub const TABLE: &[Transition<DecisionPhase>] = &[
    Transition::makes(Act::RecommendReallocation, DecisionPhase::Recommended),
    Transition::moves(
        Act::DecideReallocation,
        &[DecisionPhase::Recommended],
        DecisionPhase::Decided,
    ),
];

/// What should become of the help for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Outcome {
    /// Go on as agreed.
    #[serde(rename = "continue")]
    Continue,
    /// Add a deployment.
    #[serde(rename = "intensify")]
    Intensify,
    /// Let the help fade.
    #[serde(rename = "taper")]
    Taper,
    /// Another giver.
    #[serde(rename = "switch")]
    Switch,
    /// A lower level of pressure.
    #[serde(rename = "step_down")]
    StepDown,
    /// A higher level of pressure, with its entitlement to support.
    #[serde(rename = "escalate")]
    Escalate,
    /// The need is met.
    #[serde(rename = "close")]
    Close,
}

impl Outcome {
    /// The outcome as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Continue => "Continue",
            Self::Intensify => "Intensify",
            Self::Taper => "Taper",
            Self::Switch => "Switch",
            Self::StepDown => "Step down",
            Self::Escalate => "Escalate",
            Self::Close => "Close",
        }
    }
}

/// A recommendation, with the decision once there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was recommended.
    pub recommended: Recommended,
    /// By whom.
    pub recommended_by: PersonId,
    /// When.
    pub recommended_at: NaiveDateTime,
    /// What was decided.
    pub decided: Option<Verdict>,
}

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What.
    pub outcome: Outcome,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: NaiveDateTime,
    /// On which conditions, if any.
    pub conditions: Vec<ReasonCode>,
}

impl Decision {
    /// Where it stands.
    pub fn phase(&self) -> DecisionPhase {
        if self.decided.is_some() {
            DecisionPhase::Decided
        } else {
            DecisionPhase::Recommended
        }
    }

    /// Since when.
    pub fn since(&self) -> NaiveDateTime {
        self.decided
            .as_ref()
            .map_or(self.recommended_at, |verdict| verdict.at)
    }
}

pub(crate) fn evolve(decisions: &mut BTreeMap<DecisionId, Decision>, recorded: &Recorded<'_>) {
    let (at, by) = (recorded.at, recorded.actor);
    match recorded.event {
        Event::ReallocationRecommended(it) => {
            let recommended = it.clone();
            let decision = Decision {
                recommended,
                recommended_by: by,
                recommended_at: at,
                decided: None,
            };
            decisions.insert(it.decision, decision);
        }
        Event::ReallocationDecided(it) => {
            if let Some(decision) = decisions.get_mut(&it.decision) {
                let (outcome, conditions) = (it.outcome, it.conditions.clone());
                decision.decided = Some(Verdict {
                    outcome,
                    by,
                    at,
                    conditions,
                });
            }
        }
        _ => {}
    }
}

/// A recommendation with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommended {
    /// The decision it asks for.
    pub decision: DecisionId,
    /// The need it is about.
    pub need: NeedId,
    /// What is recommended.
    pub outcome: Outcome,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}
addressed!(Recommended.decision => Decision);

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The recommendation it answers.
    pub decision: DecisionId,
    /// What is decided; it may differ from what was recommended.
    pub outcome: Outcome,
    /// Conditions, from the protocol's vocabulary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ReasonCode>,
}
addressed!(Decided.decision => Decision);
