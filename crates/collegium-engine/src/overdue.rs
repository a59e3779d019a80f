//! What is late anywhere in the network. It is computed from the state, the day and the calendar, and never
//! stored.

use crate::network::Network;
use chrono::NaiveDateTime;
use collegium_cycle::{
    acts::Act,
    child::Machine,
    clock::{Awaits, Clock},
};
use collegium_model::id::{CycleId, SchoolId};
use serde::Serialize;

/// Something that is late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overdue {
    /// In which cycle.
    pub cycle: CycleId,
    /// The school.
    pub school: SchoolId,
    /// What was to come, and when.
    pub clock: Clock,
}

impl Overdue {
    /// Whether it is a challenge that nobody answered. It escalates, and never lapses.
    pub fn is_unanswered_challenge(&self) -> bool {
        self.clock.awaits(Act::AnswerChallenge) && self.clock.child.machine() == Machine::Challenge
    }

    /// Whether it is a channel that did not watch in time.
    pub const fn is_missed_check(&self) -> bool {
        matches!(self.clock.awaits, Awaits::Observation { .. })
    }
}

impl Network {
    /// Everything that is past its due date and its grace at `now`, in every cycle, the longest overdue first.
    /// A clock that stands still while its cycle is paused does not become overdue; in a closed cycle none runs.
    ///
    /// # Complexity
    /// Every clock of every open cycle, and sorting what is late.
    ///
    /// # Determinism
    /// Equal due dates go by cycle, and within it in the order of [`Cycle::clocks`].
    ///
    /// [`Cycle::clocks`]: collegium_cycle::cycle::Cycle::clocks
    pub fn overdue(&self, now: NaiveDateTime) -> Vec<Overdue> {
        let Some(opened) = &self.opened else {
            return Vec::new();
        };
        let cycles = self.open_cycles.iter().filter_map(|(school, cycle)| {
            let state = self.cycles.get(cycle)?;
            Some((*school, *cycle, state))
        });
        let mut late: Vec<_> = cycles
            .flat_map(|(school, cycle, state)| {
                let clocks = state.clocks(now, &opened.calendar, self.rules_under(state));
                let late = clocks.into_iter().filter(Clock::is_overdue);
                late.map(move |clock| Overdue { cycle, school, clock })
            })
            .collect();
        late.sort_by_key(|it| (it.clock.due, it.cycle));
        late
    }
}
