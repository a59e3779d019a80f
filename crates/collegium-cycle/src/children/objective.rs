//! An item of the improvement plan, with its progress.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    monitoring::{Direction, Rating},
    table::{Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    code::Area,
    id::{NeedId, ObjectiveId},
};
use serde::{Deserialize, Serialize};

phases! {
    /// Where an objective stands.
    ObjectivePhase {
        /// It is worked on.
        Open "open" "Open",
        /// It is no longer worked on.
        Closed "closed" "Closed",
    }
}

use ObjectivePhase as P;

/// The objective machine.
pub const TABLE: &[Transition<ObjectivePhase>] = &[
    Transition::makes(Act::SetObjective, P::Open),
    Transition::anywhere(Act::NoteProgress),
    Transition::moves(Act::CloseObjective, &[P::Open], P::Closed),
    Transition::moves(Act::ReopenObjective, &[P::Closed], P::Open),
];

/// An objective within its cycle; its wording lives with the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Objective {
    /// Where it stands.
    pub phase: ObjectivePhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The need it is for.
    pub need: NeedId,
    /// What it is about, where that is narrower or wider than the need.
    pub area: Option<Area>,
    /// How it came on, the oldest note first.
    pub notes: Vec<(NaiveDateTime, Rating, Direction)>,
}

impl Objective {
    /// The times at which it went off course: once for each crossing into red, however many red notes follow.
    /// Who watches progress acts on each once.
    pub fn crossings(&self) -> Vec<NaiveDateTime> {
        let mut notes: Vec<_> = self.notes.iter().map(|(at, rating, _)| (*at, *rating)).collect();
        // A note can be recorded late.
        notes.sort_by_key(|(at, _)| *at);
        let before = std::iter::once(None).chain(notes.iter().map(|(_, rating)| Some(*rating)));
        let crosses = |(before, now): &(Option<Rating>, &(NaiveDateTime, Rating))| {
            now.1 == Rating::Red && *before != Some(Rating::Red)
        };
        before.zip(&notes).filter(crosses).map(|(_, now)| now.0).collect()
    }
}

kept!(Objective: ObjectivePhase, TABLE, open: P::Open, ended: Some(P::Closed),
need(of) { Some(of.need) },
made(phase, recorded) {
    let Event::ObjectiveSet(it) = recorded.event else { return None };
    let area = it.area.clone();
    Some(Self { phase, since: recorded.at, need: it.need, area, notes: Vec::new() })
}, note(this, recorded) {
    if let Event::ProgressNoted(it) = recorded.event {
        this.notes.push((recorded.at, it.rating, it.direction));
    }
});

/// An objective as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetObjectiveFor {
    /// The objective.
    pub objective: ObjectiveId,
    /// The need it is for.
    pub need: NeedId,
    /// What it is about, where that is narrower or wider than the need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
}
addressed!(SetObjectiveFor.objective => Objective);

/// How an objective comes on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
