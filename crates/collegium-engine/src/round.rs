//! One pass of matching over the network: opened, planned, confirmed by a person, closed.

use crate::stream::{InStream, Stream};
use collegium_matching::{objective::Objective, plan::file::PlanFile};
use collegium_model::{
    candidate::CandidateRules,
    id::{NeedId, PersonId, RoundId},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A round as the network keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// How it was opened.
    pub opened: OpenedRound,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a round has come, with what belongs there.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Needs and offers are gathered.
    Open,
    /// A plan is proposed, with its certificate.
    Proposed {
        /// The plan.
        proposed: ProposedPlan,
        /// Who put it forward.
        by: PersonId,
    },
    /// A person has confirmed the plan: its assignments may be proposed as deployments.
    Confirmed {
        /// The plan.
        proposed: ProposedPlan,
    },
    /// Nothing more comes of it.
    Closed {
        /// The plan; none where the round was given up before there was one.
        proposed: Option<ProposedPlan>,
    },
}

impl Round {
    /// Its plan, once there is one.
    pub fn plan(&self) -> Option<&PlanFile> {
        match &self.stage {
            Stage::Open => None,
            Stage::Proposed { proposed, .. } | Stage::Confirmed { proposed } => Some(&proposed.plan),
            Stage::Closed { proposed } => proposed.as_ref().map(|proposed| &proposed.plan),
        }
    }

    /// The code of its stage.
    pub const fn code(&self) -> &'static str {
        match self.stage {
            Stage::Open => "open",
            Stage::Proposed { .. } => "proposed",
            Stage::Confirmed { .. } => "confirmed",
            Stage::Closed { .. } => "closed",
        }
    }
}

/// A round as it is opened: by which rules needs and offers are brought together, and what is sought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedRound {
    /// The round.
    pub round: RoundId,
    /// What makes one plan better than another.
    pub objective: Objective,
    /// Which needs take part.
    pub basis: Basis,
    /// Which offers come into question for which needs.
    pub candidates: CandidateRules,
}

/// Which needs take part in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Basis {
    /// Needs whose diagnosis is agreed and that wait for givers.
    #[default]
    #[serde(rename = "diagnosed")]
    Diagnosed,
    /// Every open need as it was reported. The plan is indicative: it cannot be confirmed.
    #[serde(rename = "reported")]
    Reported,
}

/// A plan that is put forward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedPlan {
    /// The round.
    pub round: RoundId,
    /// The plan with its certificate, as `plan.json` has it.
    pub plan: PlanFile,
    /// Which need each taker id of the plan stands for.
    pub needs: BTreeMap<String, NeedId>,
}

/// Names a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfRound {
    /// The round.
    pub round: RoundId,
}

impl InStream for OpenedRound {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}

impl InStream for ProposedPlan {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}

impl InStream for OfRound {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}
