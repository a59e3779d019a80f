//! Erasing a closed cycle.

use crate::{context::Context, network::Network, refusal::Blocker};
use chrono::{Months, NaiveDate};
use collegium_cycle::cycle::CyclePhase;
use collegium_model::id::CycleId;

impl Network {
    /// A closed cycle is erased once its retention is over; where none is set, with a reason.
    pub(super) fn judge_erasing(&self, id: CycleId, context: &Context, blockers: &mut Vec<Blocker>) {
        let Some(opened) = self.cycles.get(&id).and_then(|cycle| cycle.opened.as_ref()) else {
            blockers.push(if self.is_erased(id) {
                Blocker::CycleErased { cycle: id }
            } else {
                Blocker::UnknownCycle { cycle: id }
            });
            return;
        };
        let is_open = self
            .cycles
            .get(&id)
            .is_some_and(|cycle| cycle.open_children().next().is_some());
        if opened.phase != CyclePhase::Closed || is_open {
            blockers.push(Blocker::CycleNotClosed { cycle: id });
            return;
        }
        match self.rules_of(id).protocol().retention_years {
            None if context.reason.is_none() => blockers.push(Blocker::NoRetentionSet),
            None => {}
            Some(years) => {
                let closed = opened.since.date();
                // On 29 February the year ends with the month.
                let until = closed.checked_add_months(Months::new(u32::from(years) * 12));
                let until = until.unwrap_or(NaiveDate::MAX);
                if context.at.date() < until {
                    blockers.push(Blocker::Retained { cycle: id, until });
                }
            }
        }
    }
}
