//! The state of one cycle: a fold over its events.

use crate::{
    acts::{Act, Event},
    child::{Addressed, Child, Machine},
    context::Recorded,
    decision::{self, Decision},
    deployment::{self, Deployment},
    need::{self, NeedPhase, NeedState},
    objective::{self, Objective},
    request::{self, Request},
    review::{self, Review},
    self_evaluation::{self, SelfEvaluation},
    table::{self, Misfit, Phase, Transition, phases},
};
use chrono::NaiveDateTime;
use collegium_model::{
    id::{DecisionId, DeploymentId, NeedId, ObjectiveId, RequestId, ReviewId, SchoolId, SelfEvaluationId},
    quantity::Units,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Whether the cycle runs.
    CyclePhase {
        /// It runs.
        Active "active" "Active",
        /// It is paused: facts are recorded, wishes wait.
        Paused "paused" "Paused",
        /// It is over; a new turn is a new cycle.
        Closed "closed" "Closed",
    }
}

/// The machine of the cycle itself.
pub const TABLE: &[Transition<CyclePhase>] = &[
    Transition::makes(Act::OpenCycle, CyclePhase::Active),
    Transition::moves(Act::PauseCycle, &[CyclePhase::Active], CyclePhase::Paused),
    Transition::moves(Act::ResumeCycle, &[CyclePhase::Paused], CyclePhase::Active),
    Transition::moves(Act::CloseCycle, &[CyclePhase::Active], CyclePhase::Closed),
];

/// One turn of the review loop for one school. The default is a cycle that was never opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cycle {
    /// How it was opened; none before.
    pub opened: Option<Opened>,
    /// Its needs.
    pub needs: BTreeMap<NeedId, NeedState>,
    /// Its self-evaluations.
    pub self_evaluations: BTreeMap<SelfEvaluationId, SelfEvaluation>,
    /// Its review visits.
    pub reviews: BTreeMap<ReviewId, Review>,
    /// What was asked of people.
    pub requests: BTreeMap<RequestId, Request>,
    /// Help proposed, agreed, running and past.
    pub deployments: BTreeMap<DeploymentId, Deployment>,
    /// The improvement plan.
    pub objectives: BTreeMap<ObjectiveId, Objective>,
    /// Recommendations and decisions.
    pub decisions: BTreeMap<DecisionId, Decision>,
}

/// A cycle that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The school.
    pub school: SchoolId,
    /// Which turn of the loop it is, from 1.
    pub turn: u32,
    /// Whether it runs.
    pub phase: CyclePhase,
    /// Since when it has been in that phase.
    pub since: NaiveDateTime,
}

impl Cycle {
    /// The school, once the cycle is opened.
    pub fn school(&self) -> Option<SchoolId> {
        self.opened.as_ref().map(|opened| opened.school)
    }

    /// Whether the cycle itself runs or is paused.
    pub fn is_open(&self) -> bool {
        self.opened
            .as_ref()
            .is_some_and(|opened| opened.phase != CyclePhase::Closed)
    }

    /// The live deployments for a need.
    pub fn live_deployments(&self, need: NeedId) -> impl Iterator<Item = (DeploymentId, &Deployment)> {
        let for_need = move |(_, deployment): &(_, &Deployment)| deployment.proposal.need == need;
        self.deployments
            .iter()
            .map(|(id, deployment)| (*id, deployment))
            .filter(for_need)
            .filter(|(_, deployment)| deployment.is_live())
    }

    /// How many more deployments a need could take: what it asks for, less what is live. None while it
    /// does not wait for a match.
    pub fn open_units(&self, need: NeedId) -> Units {
        let awaits = self.awaits_match(need);
        if awaits {
            self.lacking_units(need)
        } else {
            Units(0)
        }
    }

    /// Whether givers may be proposed for a need: it waits for one, or for one more beside help that is
    /// live. A need whose help has ended is watched, and waits for nobody.
    pub fn awaits_match(&self, need: NeedId) -> bool {
        let live = || self.live_deployments(need).next().is_some();
        self.needs.get(&need).is_some_and(|state| match state.phase {
            NeedPhase::Matching | NeedPhase::Deployment => true,
            NeedPhase::Monitoring => live(),
            _ => false,
        })
    }

    /// How many deployments an open need lacks, whatever its phase: what it asks for, less what is live.
    pub fn lacking_units(&self, need: NeedId) -> Units {
        let Some(state) = self.needs.get(&need).filter(|state| state.is_open()) else {
            return Units(0);
        };
        let live = u16::try_from(self.live_deployments(need).count()).unwrap_or(u16::MAX);
        Units(state.need.units.0.saturating_sub(live))
    }

    /// The school's phase: that of its least advanced open need; none without one.
    pub fn phase(&self) -> Option<NeedPhase> {
        self.needs
            .values()
            .filter(|state| state.is_open())
            .map(|state| state.phase)
            .min()
    }

    /// The phase of one machine as a stable code, and since when; none where it does not exist.
    pub fn stands(&self, child: Child) -> Option<(&'static str, NaiveDateTime)> {
        match child {
            Child::Cycle => self.opened.as_ref().map(|it| (it.phase.code(), it.since)),
            Child::Need(id) => self.needs.get(&id).map(|it| (it.phase.code(), it.since)),
            Child::SelfEvaluation(id) => self
                .self_evaluations
                .get(&id)
                .map(|it| (it.phase.code(), it.since)),
            Child::Review(id) => self.reviews.get(&id).map(|it| (it.phase.code(), it.since)),
            Child::Request(id) => self.requests.get(&id).map(|it| (it.phase.code(), it.since)),
            Child::Deployment(id) => self.deployments.get(&id).map(|it| (it.phase().code(), it.since)),
            Child::Objective(id) => self.objectives.get(&id).map(|it| (it.phase.code(), it.since)),
            Child::Decision(id) => self.decisions.get(&id).map(|it| (it.phase().code(), it.since())),
        }
    }

    /// Every machine of the cycle, itself first.
    pub fn children(&self) -> impl Iterator<Item = Child> {
        std::iter::once(Child::Cycle)
            .chain(self.needs.keys().copied().map(Child::Need))
            .chain(self.self_evaluations.keys().copied().map(Child::SelfEvaluation))
            .chain(self.reviews.keys().copied().map(Child::Review))
            .chain(self.requests.keys().copied().map(Child::Request))
            .chain(self.deployments.keys().copied().map(Child::Deployment))
            .chain(self.objectives.keys().copied().map(Child::Objective))
            .chain(self.decisions.keys().copied().map(Child::Decision))
    }

    /// Whether `act` has a row in its machine's table that begins where `child` stands.
    pub(crate) fn fit(&self, act: Act, child: Child) -> Result<(), Misfit> {
        match child {
            Child::Cycle => table::fit(TABLE, act, self.opened.as_ref().map(|it| it.phase)),
            Child::Need(id) => table::fit(need::TABLE, act, self.needs.get(&id).map(|it| it.phase)),
            Child::SelfEvaluation(id) => {
                let phase = self.self_evaluations.get(&id).map(|it| it.phase);
                table::fit(self_evaluation::TABLE, act, phase)
            }
            Child::Review(id) => table::fit(review::TABLE, act, self.reviews.get(&id).map(|it| it.phase)),
            Child::Request(id) => table::fit(request::TABLE, act, self.requests.get(&id).map(|it| it.phase)),
            Child::Deployment(id) => table::fit(
                deployment::TABLE,
                act,
                self.deployments.get(&id).map(Deployment::phase),
            ),
            Child::Objective(id) => {
                table::fit(objective::TABLE, act, self.objectives.get(&id).map(|it| it.phase))
            }
            Child::Decision(id) => {
                table::fit(decision::TABLE, act, self.decisions.get(&id).map(Decision::phase))
            }
        }
    }

    /// Applies an event and cannot fail. A history that [`Cycle::decide`] produced always applies; whether an
    /// event could have happened is not asked here, but when a log is checked.
    pub fn evolve(&mut self, recorded: &Recorded<'_>) {
        match recorded.event.machine() {
            Machine::Cycle => self.evolve_itself(recorded),
            Machine::Need => need::evolve(&mut self.needs, recorded),
            Machine::SelfEvaluation => self_evaluation::evolve(&mut self.self_evaluations, recorded),
            Machine::Review => review::evolve(&mut self.reviews, recorded),
            Machine::Request => request::evolve(&mut self.requests, recorded),
            Machine::Deployment => deployment::evolve(&mut self.deployments, recorded),
            Machine::Objective => objective::evolve(&mut self.objectives, recorded),
            Machine::Decision => decision::evolve(&mut self.decisions, recorded),
        }
    }

    fn evolve_itself(&mut self, recorded: &Recorded<'_>) {
        let phase = match recorded.event {
            Event::CycleOpened(it) => {
                let OpenedCycle { school, turn } = *it;
                self.opened = Some(Opened {
                    school,
                    turn,
                    phase: CyclePhase::Active,
                    since: recorded.at,
                });
                return;
            }
            Event::CyclePaused(_) => CyclePhase::Paused,
            Event::CycleResumed(_) => CyclePhase::Active,
            Event::CycleClosed(_) => CyclePhase::Closed,
            _ => return,
        };
        if let Some(opened) = &mut self.opened {
            (opened.phase, opened.since) = (phase, recorded.at);
        }
    }
}

/// A cycle as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedCycle {
    /// The school.
    pub school: SchoolId,
    /// Which turn of the loop it is, from 1.
    pub turn: u32,
}

impl Addressed for OpenedCycle {
    fn child(&self) -> Child {
        Child::Cycle
    }
}

/// Speaks of the cycle and says nothing more; why stands in the envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverCycle {}

impl Addressed for OverCycle {
    fn child(&self) -> Child {
        Child::Cycle
    }
}

/// A need that moved on because of something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedMoved {
    /// The need.
    pub need: NeedId,
    /// Where it stands now.
    pub to: NeedPhase,
}

/// A need that asks for more or fewer deployments because of something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedUnitsChanged {
    /// The need.
    pub need: NeedId,
    /// How many it asks for now.
    pub units: Units,
}
