//! A time-boxed placement for a named need: one matched unit is one deployment.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload},
    context::Recorded,
    monitoring::Rating,
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::{ReasonCode, Role},
    id::{DeploymentId, NeedId, PersonId, RoundId, SchoolId},
    quantity::HalfDays,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where a deployment stands.
    DeploymentPhase {
        /// Proposed; nobody has agreed.
        Proposed "proposed" "Proposed",
        /// No conflict of interest stands in the way.
        ConflictCleared "conflict_cleared" "Conflicts cleared",
        /// Everybody who must has agreed.
        Agreed "agreed" "Agreed",
        /// The work is on.
        Active "active" "Active",
        /// The help fades.
        Tapering "tapering" "Tapering",
        /// The work ended as agreed.
        Completed "completed" "Completed",
        /// What it brought was looked at.
        ImpactReviewed "impact_reviewed" "Impact reviewed",
        /// Turned down.
        Declined "declined" "Declined",
        /// Taken back before it was agreed.
        Withdrawn "withdrawn" "Withdrawn",
        /// Broken off.
        Cancelled "cancelled" "Cancelled",
    }
}

use DeploymentPhase as P;

/// The deployment machine.
pub const TABLE: &[Transition<DeploymentPhase>] = &[
    Transition::makes(Act::ProposeDeployment, P::Proposed),
    Transition::moves(Act::ClearConflict, &[P::Proposed], P::ConflictCleared),
    Transition::stays(Act::GiveConsent, &[P::ConflictCleared]),
    Transition::moves(Act::AgreeDeployment, &[P::ConflictCleared], P::Agreed),
    Transition::moves(Act::StartDeployment, &[P::Agreed], P::Active),
    Transition::moves(Act::TaperDeployment, &[P::Active], P::Tapering),
    Transition::moves(Act::CompleteDeployment, &[P::Active, P::Tapering], P::Completed),
    Transition::moves(Act::ReviewImpact, &[P::Completed], P::ImpactReviewed),
    Transition::moves(
        Act::DeclineDeployment,
        &[P::Proposed, P::ConflictCleared],
        P::Declined,
    ),
    Transition::moves(
        Act::WithdrawDeployment,
        &[P::Proposed, P::ConflictCleared],
        P::Withdrawn,
    ),
    Transition::moves(
        Act::CancelDeployment,
        &[P::Agreed, P::Active, P::Tapering],
        P::Cancelled,
    ),
];

/// A deployment within its cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// What was proposed.
    pub proposal: Proposal,
    /// Where it stands, with what belongs to that phase.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDateTime,
}

/// What a deployment holds in each phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Proposed.
    Proposed,
    /// Cleared, with the consents so far.
    ConflictCleared {
        /// Roles that have consented, in order.
        consents: Vec<Role>,
    },
    /// Agreed.
    Agreed(Agreement),
    /// At work.
    Active {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
    },
    /// Fading.
    Tapering {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
    },
    /// Ended as agreed.
    Completed {
        /// When the work started.
        started: NaiveDateTime,
        /// When it ended.
        ended: NaiveDateTime,
    },
    /// Ended, and looked back upon.
    ImpactReviewed {
        /// When the work started.
        started: NaiveDateTime,
        /// When it ended.
        ended: NaiveDateTime,
        /// What it brought.
        rating: Rating,
    },
    /// Turned down.
    Declined {
        /// By whom.
        by: Role,
        /// Why.
        reason: Option<ReasonCode>,
    },
    /// Taken back.
    Withdrawn,
    /// Broken off.
    Cancelled {
        /// When the work had started, if it had.
        started: Option<NaiveDateTime>,
        /// When it was broken off.
        ended: NaiveDateTime,
    },
}

impl Deployment {
    /// Where it stands.
    pub fn phase(&self) -> DeploymentPhase {
        match self.stage {
            Stage::Proposed => P::Proposed,
            Stage::ConflictCleared { .. } => P::ConflictCleared,
            Stage::Agreed(_) => P::Agreed,
            Stage::Active { .. } => P::Active,
            Stage::Tapering { .. } => P::Tapering,
            Stage::Completed { .. } => P::Completed,
            Stage::ImpactReviewed { .. } => P::ImpactReviewed,
            Stage::Declined { .. } => P::Declined,
            Stage::Withdrawn => P::Withdrawn,
            Stage::Cancelled { .. } => P::Cancelled,
        }
    }

    /// Whether it holds a giver's capacity: from proposal to its end.
    pub fn is_live(&self) -> bool {
        matches!(
            self.phase(),
            P::Proposed | P::ConflictCleared | P::Agreed | P::Active | P::Tapering
        )
    }

    /// Whether somebody is at work.
    pub fn is_running(&self) -> bool {
        matches!(self.phase(), P::Active | P::Tapering)
    }

    /// When the work started and ended, as far as it has.
    pub fn worked(&self) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        match self.stage {
            Stage::Active { started, .. } | Stage::Tapering { started, .. } => (Some(started), None),
            Stage::Completed { started, ended } | Stage::ImpactReviewed { started, ended, .. } => {
                (Some(started), Some(ended))
            }
            Stage::Cancelled { started, ended } => (started, Some(ended)),
            Stage::Proposed
            | Stage::ConflictCleared { .. }
            | Stage::Agreed(_)
            | Stage::Declined { .. }
            | Stage::Withdrawn => (None, None),
        }
    }
}

impl Stage {
    /// The stage that follows an event; none where the event does not fit.
    fn after(&self, recorded: &Recorded<'_>) -> Option<Self> {
        let at = recorded.at;
        let next = match (recorded.event, self) {
            (Event::ConflictCleared(_), Self::Proposed) => Self::ConflictCleared { consents: Vec::new() },
            (Event::DeploymentAgreed(it), Self::ConflictCleared { .. }) => Self::Agreed(it.agreement.clone()),
            (Event::DeploymentStarted(_), Self::Agreed(agreement)) => Self::Active {
                agreement: agreement.clone(),
                started: at,
            },
            (Event::DeploymentTapered(_), Self::Active { agreement, started }) => Self::Tapering {
                agreement: agreement.clone(),
                started: *started,
            },
            (
                Event::DeploymentCompleted(_),
                Self::Active { started, .. } | Self::Tapering { started, .. },
            ) => Self::Completed {
                started: *started,
                ended: at,
            },
            (Event::ImpactReviewed(it), Self::Completed { started, ended }) => Self::ImpactReviewed {
                started: *started,
                ended: *ended,
                rating: it.rating,
            },
            (Event::DeploymentDeclined(it), _) => Self::Declined {
                by: it.by.clone(),
                reason: recorded.reason.cloned(),
            },
            (Event::DeploymentWithdrawn(_), _) => Self::Withdrawn,
            (
                Event::DeploymentCancelled(_),
                Self::Active { started, .. } | Self::Tapering { started, .. },
            ) => Self::Cancelled {
                started: Some(*started),
                ended: at,
            },
            (Event::DeploymentCancelled(_), _) => Self::Cancelled {
                started: None,
                ended: at,
            },
            _ => return None,
        };
        Some(next)
    }
}

pub(crate) fn evolve(deployments: &mut BTreeMap<DeploymentId, Deployment>, recorded: &Recorded<'_>) {
    let at = recorded.at;
    let id = match recorded.event {
        Event::DeploymentProposed(proposal) => {
            let deployment = Deployment {
                proposal: proposal.clone(),
                stage: Stage::Proposed,
                since: at,
            };
            deployments.insert(proposal.deployment, deployment);
            return;
        }
        Event::ConflictCleared(it)
        | Event::DeploymentStarted(it)
        | Event::DeploymentTapered(it)
        | Event::DeploymentCompleted(it)
        | Event::DeploymentWithdrawn(it)
        | Event::DeploymentCancelled(it) => it.deployment,
        Event::ConsentGiven(it) => it.deployment,
        Event::DeploymentAgreed(it) => it.deployment,
        Event::ImpactReviewed(it) => it.deployment,
        Event::DeploymentDeclined(it) => it.deployment,
        _ => return,
    };
    let Some(deployment) = deployments.get_mut(&id) else {
        return;
    };
    if let Event::ConsentGiven(it) = recorded.event {
        if let Stage::ConflictCleared { consents } = &mut deployment.stage {
            consents.push(it.by.clone());
        }
    } else if let Some(stage) = deployment.stage.after(recorded) {
        (deployment.stage, deployment.since) = (stage, at);
    }
}

bare_payload! {
    /// Names a deployment.
    OfDeployment {
        /// The deployment.
        deployment: DeploymentId
    } => Deployment
}

/// Who should help with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The need it is for.
    pub need: NeedId,
    /// The school that would help.
    pub giver: SchoolId,
    /// How much working time it takes in a term: the protocol's size.
    pub half_days: HalfDays,
    /// The round whose confirmed plan it comes from.
    pub round: Option<RoundId>,
}
addressed!(Proposal.deployment => Deployment);

/// A consent, in the role of whoever consents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The role in which consent is given.
    pub by: Role,
}
addressed!(Consent.deployment => Deployment);

/// A deployment with its agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The deployment.
    pub deployment: DeploymentId,
    /// What was agreed.
    pub agreement: Agreement,
}
addressed!(Agreed.deployment => Deployment);

/// What giver and taker agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The first day of work.
    pub from: NaiveDate,
    /// The last day of work: the exit.
    pub to: NaiveDate,
    /// The leader of the receiving school who coordinates the help there.
    pub coordinator: PersonId,
    /// What covering for the person lent costs the giving school, in pence.
    pub cover_cost_pence: u64,
}

/// A refusal of a proposal by one who was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The role of whoever declines; why stands in the envelope.
    pub by: Role,
}
addressed!(Declined.deployment => Deployment);

/// What a deployment brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    /// The deployment.
    pub deployment: DeploymentId,
    /// What it brought.
    pub rating: Rating,
}
addressed!(Impact.deployment => Deployment);
