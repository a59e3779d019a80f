//! Recommendations over the network: a school sees its own, and those who plan over the network see what it
//! means for others, as far as they may see these.

use super::Shown;
use crate::{
    overdue::Overdue,
    reallocation::{Reallocation, Room},
};
use collegium_cycle::child::Child;
use collegium_model::{
    id::{CycleId, DecisionId, DeploymentId, NeedId, SchoolId},
    uuid::Uuid,
};

impl Shown<'_> {
    /// Whether a cycle is among those of which they are told over the whole network.
    fn looks_into(&self, cycle: CycleId, school: SchoolId) -> bool {
        (self.plans() || self.is_theirs(school)) && self.view(cycle).sees(Child::Cycle)
    }

    fn sees_need(&self, cycle: CycleId, school: SchoolId, need: NeedId) -> bool {
        self.looks_into(cycle, school) && self.view(cycle).sees(Child::Need(need))
    }

    /// What is late, where they are told of it.
    pub(in crate::face) fn overdue(&self, mut overdue: Vec<Overdue>) -> Vec<Overdue> {
        overdue.retain(|it| self.looks_into(it.cycle, it.school) && self.view(it.cycle).sees(it.clock.child));
        overdue
    }

    /// What is recommended for a need, where they see the need and what is decided about it: its reasons tell
    /// of both. Other schools' capacity and needs are for those who plan.
    pub(in crate::face) fn reallocation(&self, mut it: Reallocation) -> Option<Reallocation> {
        let view = self.view(it.cycle);
        // One that does not exist counts as others of its kind.
        let decision = Child::Decision(DecisionId::new(Uuid::nil()));
        if !self.sees_need(it.cycle, it.school, it.need) || !view.sees(decision) {
            return None;
        }
        let is_seen = |deployment: &DeploymentId| view.sees(Child::Deployment(*deployment));
        it.frees.retain(|freed| freed.deployments.iter().all(is_seen));
        for freed in &mut it.frees {
            freed.room = freed
                .room
                .take()
                .filter(|_| self.plans())
                .map(|room| self.room(room));
        }
        if let Some(asked) = &mut it.asks {
            asked.givers = asked.givers.take().filter(|_| self.plans());
            for giver in asked.givers.iter_mut().flatten() {
                giver.displaces.retain(|it| {
                    let deployment = Child::Deployment(it.deployment);
                    self.sees_need(it.cycle, it.school, it.need) && self.view(it.cycle).sees(deployment)
                });
            }
        }
        Some(it)
    }

    fn room(&self, mut room: Room) -> Room {
        room.could_serve
            .retain(|it| self.sees_need(it.cycle, it.school, it.need));
        room
    }
}
