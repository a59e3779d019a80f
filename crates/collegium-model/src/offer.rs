//! What a giver can lend.

use crate::{
    code::{Area, RuleId},
    id::{OfferId, SchoolId},
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};

/// What one school, or its central team, can lend in one term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The school that offers.
    pub school: SchoolId,
    /// The areas in which it can help.
    pub areas: Vec<Area>,
    /// How many deployments it can have running at once.
    pub at_once: Units,
    /// How much working time it can lend in a term.
    pub per_term: HalfDays,
    /// The rule that derived it from published signals, or none where the school declared it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
}

impl Offer {
    /// How many deployments of `size` fit beside those that already run:
    /// min(free at once, ⌊free time / size⌋). A size of zero is bounded by the count alone.
    pub fn room(&self, running: Units, lent: HalfDays, size: HalfDays) -> Units {
        self.limit().room(running, lent, size)
    }

    /// How much is offered.
    pub const fn limit(&self) -> Limit {
        Limit {
            at_once: self.at_once,
            per_term: self.per_term,
        }
    }
}

/// How much a school, or one person of it, can lend in one term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Limit {
    /// Deployments at once.
    pub at_once: Units,
    /// Working time a term.
    pub per_term: HalfDays,
}

impl Limit {
    /// How many deployments of `size` fit beside those that already run:
    /// min(free at once, ⌊free time / size⌋). A size of zero is bounded by the count alone.
    pub fn room(self, running: Units, lent: HalfDays, size: HalfDays) -> Units {
        let by_count = self.at_once.0.saturating_sub(running.0);
        let by_time = self
            .per_term
            .minus(lent)
            .0
            .checked_div(size.0)
            .unwrap_or(u32::MAX);
        Units(u16::try_from(by_time).unwrap_or(u16::MAX).min(by_count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn room_is_the_smaller_of_count_and_time() {
        let offer = Offer {
            id: OfferId::new(Uuid::nil()),
            school: SchoolId::new(Uuid::nil()),
            areas: vec![],
            at_once: Units(3),
            per_term: HalfDays(25),
            rule: None,
        };
        assert_eq!(offer.room(Units(0), HalfDays(0), HalfDays(10)), Units(2));
        assert_eq!(offer.room(Units(2), HalfDays(0), HalfDays(10)), Units(1));
        assert_eq!(offer.room(Units(1), HalfDays(16), HalfDays(10)), Units(0));
        assert_eq!(offer.room(Units(4), HalfDays(99), HalfDays(10)), Units(0));
        assert_eq!(offer.room(Units(1), HalfDays(0), HalfDays(0)), Units(2));
    }
}
