//! An item of the improvement plan, with its progress.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload},
    context::Recorded,
    monitoring::{Direction, Rating},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::id::{NeedId, ObjectiveId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where an objective stands.
    ObjectivePhase {
        /// It is worked on.
        Open "open" "Open",
        /// It is no longer worked on.
        Closed "closed" "Closed",
    }
}

/// The objective machine.
pub const TABLE: &[Transition<ObjectivePhase>] = &[
    Transition::makes(Act::SetObjective, ObjectivePhase::Open),
    Transition::anywhere(Act::NoteProgress),
    Transition::moves(
        Act::CloseObjective,
        &[ObjectivePhase::Open],
        ObjectivePhase::Closed,
    ),
];

/// An objective within its cycle; its wording lives with the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Where it stands.
    pub phase: ObjectivePhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The need it is for.
    pub need: NeedId,
    /// How it came on, the oldest note first.
    pub notes: Vec<(NaiveDateTime, Rating, Direction)>,
}

pub(crate) fn evolve(objectives: &mut BTreeMap<ObjectiveId, Objective>, recorded: &Recorded<'_>) {
    let at = recorded.at;
    match recorded.event {
        Event::ObjectiveSet(it) => {
            let (phase, need) = (ObjectivePhase::Open, it.need);
            objectives.insert(
                it.objective,
                Objective {
                    phase,
                    since: at,
                    need,
                    notes: Vec::new(),
                },
            );
        }
        Event::ProgressNoted(it) => {
            if let Some(objective) = objectives.get_mut(&it.objective) {
                objective.notes.push((at, it.rating, it.direction));
            }
        }
        Event::ObjectiveClosed(it) => {
            if let Some(objective) = objectives.get_mut(&it.objective) {
                (objective.phase, objective.since) = (ObjectivePhase::Closed, at);
            }
        }
        _ => {}
    }
}

/// An objective as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetObjectiveFor {
    /// The objective.
    pub objective: ObjectiveId,
    /// The need it is for.
    pub need: NeedId,
}
addressed!(SetObjectiveFor.objective => Objective);

/// How an objective comes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressNote {
    /// The objective.
    pub objective: ObjectiveId,
    /// How it stands.
    pub rating: Rating,
    /// Where it is heading.
    pub direction: Direction,
}
addressed!(ProgressNote.objective => Objective);

bare_payload! {
    /// Names an objective.
    OfObjective {
        /// The objective.
        objective: ObjectiveId
    } => Objective
}
