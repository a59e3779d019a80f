//! A facilitated session that turns findings into actions, each with an owner.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::Role,
    id::{NeedId, PersonId, ReviewId, SchoolId, WorkshopId},
};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a workshop stands.
    WorkshopPhase {
        /// It was called.
        Called "called" "Called",
        /// It took place.
        Held "held" "Held",
        /// Its plan of actions is in draft.
        PlanDrafted "plan_drafted" "Plan drafted",
        /// The plan was adopted.
        Adopted "adopted" "Adopted",
        /// It was cancelled.
        Cancelled "cancelled" "Cancelled",
    }
}

use WorkshopPhase as P;

/// The workshop machine.
pub const TABLE: &[Transition<WorkshopPhase>] = &[
    Transition::makes(Act::CallWorkshop, P::Called),
    Transition::moves(Act::HoldWorkshop, &[P::Called], P::Held),
    Transition::moves(Act::DraftPlan, &[P::Held, P::PlanDrafted], P::PlanDrafted),
    Transition::moves(Act::AdoptPlan, &[P::PlanDrafted], P::Adopted),
    Transition::moves(Act::CancelWorkshop, &[P::Called], P::Cancelled),
];

/// A workshop within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Workshop {
    /// Where it stands.
    pub phase: WorkshopPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The review whose findings it takes up, if it takes up one.
    pub review: Option<ReviewId>,
    /// Who facilitates it.
    pub champion: PersonId,
    /// The actions of its plan.
    pub actions: Vec<PlannedAction>,
}

/// An action of a plan; its wording lives with the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedAction {
    /// The role of whoever owns it.
    pub owner: Role,
    /// Whether it says how success will be seen.
    pub success_measure: bool,
    /// The day on which it is looked at again.
    pub review_on: NaiveDate,
    /// The need it is for, if it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedId>,
}

kept!(Workshop: WorkshopPhase, TABLE, open: P::Called | P::Held | P::PlanDrafted, ended: Some(P::Cancelled),
made(phase, recorded) {
    let Event::WorkshopCalled(it) = recorded.event else { return None };
    let (review, champion) = (it.review, it.champion);
    Some(Self { phase, since: recorded.at, review, champion, actions: Vec::new() })
}, note(this, recorded) {
    if let Event::PlanDrafted(it) = recorded.event {
        this.actions.clone_from(&it.actions);
    }
});

/// A workshop as it is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalledWorkshop {
    /// The workshop.
    pub workshop: WorkshopId,
    /// The review whose findings it takes up, if it takes up one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
    /// Who facilitates it.
    pub champion: PersonId,
    /// The school from which they come.
    pub champion_from: SchoolId,
}
addressed!(CalledWorkshop.workshop => Workshop);

/// A plan of actions; a later draft takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftedPlan {
    /// The workshop.
    pub workshop: WorkshopId,
    /// Its actions.
    pub actions: Vec<PlannedAction>,
}
addressed!(DraftedPlan.workshop => Workshop);

bare_payload! {
    /// Names a workshop.
    OfWorkshop {
        /// The workshop.
        workshop: WorkshopId
    } => Workshop
}
