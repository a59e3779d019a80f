//! Reviews that were commissioned against those that were delivered.

use crate::network::Network;
use collegium_cycle::{
    cycle::Cycle,
    review::{Review, ReviewPhase},
};
use collegium_model::id::{CycleId, SchoolId};
use serde::Serialize;

/// What became of the reviews of one cycle. Commissioned ones are delivered, cancelled, or still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewBalance {
    /// The cycle.
    pub cycle: CycleId,
    /// The school.
    pub school: SchoolId,
    /// Every review that was ever planned.
    pub commissioned: u32,
    /// Those whose report is agreed.
    pub delivered: u32,
    /// Those that were cancelled.
    pub cancelled: u32,
    /// Those that are still to come, or under way.
    pub outstanding: u32,
}

impl Network {
    /// Commissioned against delivered reviews, for every cycle in which one was planned, closed ones included.
    ///
    /// Complexity: every review.
    pub fn review_balances(&self) -> Vec<ReviewBalance> {
        let balance = |(id, cycle): (&CycleId, &Cycle)| {
            let of = |is_meant: fn(&Review) -> bool| {
                let meant = cycle.reviews.values().filter(|review| is_meant(review));
                u32::try_from(meant.count()).unwrap_or(u32::MAX)
            };
            let commissioned = of(|_| true);
            let delivered = of(Review::is_agreed);
            let cancelled = of(|review| review.phase == ReviewPhase::Cancelled);
            (commissioned > 0).then_some(ReviewBalance {
                cycle: *id,
                school: cycle.school()?,
                commissioned,
                delivered,
                cancelled,
                outstanding: commissioned - delivered - cancelled,
            })
        };
        self.cycles.iter().filter_map(balance).collect()
    }
}
