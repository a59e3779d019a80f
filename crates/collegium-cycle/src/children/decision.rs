//! Recommendation and decision: two acts, two people.

use crate::{
    acts::{Act, Event},
    child::{Kept, addressed},
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

phases! {
    /// Where a decision stands.
    DecisionPhase {
        /// Recommended; nobody has decided.
        Recommended "recommended" "Recommended",
        /// Decided.
        Decided "decided" "Decided",
        /// It was closed undecided with what it belonged to.
        Lapsed "lapsed" "Lapsed",
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// What was recommended.
    pub recommended: Recommended,
    /// By whom.
    pub recommended_by: PersonId,
    /// On whose behalf, if not their own.
    pub recommended_for: Option<PersonId>,
    /// When.
    pub recommended_at: NaiveDateTime,
    /// What was decided.
    pub decided: Option<Verdict>,
    /// When it lapsed undecided, if it did.
    pub lapsed: Option<NaiveDateTime>,
}

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        match (&self.decided, self.lapsed) {
            (Some(_), _) => DecisionPhase::Decided,
            (None, Some(_)) => DecisionPhase::Lapsed,
            (None, None) => DecisionPhase::Recommended,
        }
    }

    /// Whether nobody has decided yet.
    pub fn is_open(&self) -> bool {
        self.phase() == DecisionPhase::Recommended
    }
}

impl Kept for Decision {
    type Phase = DecisionPhase;
    const TABLE: &'static [Transition<DecisionPhase>] = TABLE;
    const ENDED: Option<DecisionPhase> = Some(DecisionPhase::Lapsed);

    fn made(_phase: DecisionPhase, recorded: &Recorded<'_>) -> Option<Self> {
        let Event::ReallocationRecommended(it) = recorded.event else {
            return None;
        };
        Some(Self {
            recommended: it.clone(),
            recommended_by: recorded.actor,
            recommended_for: recorded.on_behalf_of,
            recommended_at: recorded.at,
            decided: None,
            lapsed: None,
        })
    }

    fn phase(&self) -> DecisionPhase {
        Self::phase(self)
    }

    fn since(&self) -> NaiveDateTime {
        let decided = self.decided.as_ref().map(|verdict| verdict.at);
        decided.or(self.lapsed).unwrap_or(self.recommended_at)
    }

    fn enter(&mut self, phase: DecisionPhase, recorded: &Recorded<'_>) {
        if phase == DecisionPhase::Lapsed {
            self.lapsed = Some(recorded.at);
        }
    }

    fn is_open_in(phase: DecisionPhase) -> bool {
        phase == DecisionPhase::Recommended
    }

    fn need(&self) -> Option<NeedId> {
        Some(self.recommended.need)
    }

    fn note(&mut self, recorded: &Recorded<'_>) {
        if let Event::ReallocationDecided(it) = recorded.event {
            let (outcome, conditions) = (it.outcome, it.conditions.clone());
            let (by, at) = (recorded.actor, recorded.at);
            self.decided = Some(Verdict {
                outcome,
                by,
                at,
                conditions,
            });
        }
    }
}

/// A recommendation with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
