//! What an outcome does to capacity: the difference to now. It follows what a decision of that outcome brings
//! in the cycle.

use super::touched::{InQuestion, Waiting};
use crate::network::Network;
use collegium_cycle::{
    cycle::Cycle,
    decision::Outcome,
    deployment::{Deployment, DeploymentPhase},
    need::NeedState,
};
use collegium_model::{
    candidate::CandidateRules,
    id::{DeploymentId, SchoolId},
    quantity::{HalfDays, Units},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// The difference to now.
#[derive(Default)]
pub(super) struct Change {
    pub(super) frees: Vec<Freed>,
    pub(super) asks: Option<Asked>,
}

/// Capacity of one giver that would be free again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Freed {
    /// The giver.
    pub giver: SchoolId,
    /// The deployments that hold it now.
    pub deployments: Vec<DeploymentId>,
    /// How many they are.
    pub units: Units,
    /// Working time a term that they hold.
    pub half_days: HalfDays,
    /// When it would be free.
    pub when: When,
    /// What that would do for others; absent where it is not to be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<Room>,
}

/// When capacity would be free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum When {
    /// With the decision.
    #[serde(rename = "at_once")]
    AtOnce,
    /// Once help that fades has ended.
    #[serde(rename = "when_it_ends")]
    WhenItEnds,
}

/// Room that a giver would have, and whom it could serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Room {
    /// How many deployments it has free now.
    pub now: Units,
    /// How many it would have free then.
    pub then: Units,
    /// Needs that wait and for which it would then come into question, the most severe first. A round says
    /// which of them it would best serve.
    pub could_serve: Vec<Waiting>,
}

/// Help that would be asked for beyond what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asked {
    /// How many deployments.
    pub units: Units,
    /// Working time a term for all of them.
    pub half_days: HalfDays,
    /// Givers that come into question, those with room first; absent where they are not to be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub givers: Option<Vec<InQuestion>>,
}

impl Network {
    /// The difference that an outcome makes for a need.
    pub(super) fn change_by(
        &self,
        outcome: Outcome,
        cycle: &Cycle,
        state: &NeedState,
        candidates: &CandidateRules,
    ) -> Change {
        let frees = |when, ends: &dyn Fn(&Deployment) -> bool| {
            let live = cycle.live_deployments(state.need.id);
            self.freed(when, live.filter(|(_, it)| ends(it)), candidates)
        };
        let asks = |units: Units| {
            let size = self.rules().deployment_size();
            Some(Asked {
                units,
                half_days: HalfDays(size.0.saturating_mul(u32::from(units.0))),
                givers: Some(self.in_question(cycle, state, candidates)),
            })
        };
        match outcome {
            Outcome::Close => Change {
                frees: frees(When::AtOnce, &|_| true),
                asks: None,
            },
            Outcome::Switch => Change {
                frees: frees(When::AtOnce, &|_| true),
                asks: asks(state.need.units),
            },
            Outcome::Taper => Change {
                frees: frees(When::WhenItEnds, &|it| it.phase() == DeploymentPhase::Active),
                asks: None,
            },
            Outcome::Intensify => Change {
                frees: Vec::new(),
                asks: asks(Units(1)),
            },
            _ => Change::default(),
        }
    }

    fn freed<'a>(
        &self,
        when: When,
        ending: impl Iterator<Item = (DeploymentId, &'a Deployment)>,
        candidates: &CandidateRules,
    ) -> Vec<Freed> {
        let mut by_giver: BTreeMap<SchoolId, Vec<_>> = BTreeMap::new();
        for (id, deployment) in ending {
            let proposal = &deployment.proposal;
            by_giver
                .entry(proposal.giver)
                .or_default()
                .push((id, proposal.half_days));
        }
        let freed = |(giver, ending): (SchoolId, Vec<(DeploymentId, HalfDays)>)| {
            let deployments: Vec<_> = ending.iter().map(|(id, _)| *id).collect();
            Freed {
                giver,
                units: Units(u16::try_from(ending.len()).unwrap_or(u16::MAX)),
                half_days: ending.iter().fold(HalfDays(0), |sum, (_, it)| sum.plus(*it)),
                when,
                room: self.room_without(giver, &deployments, candidates),
                deployments,
            }
        };
        by_giver.into_iter().map(freed).collect()
    }
}
