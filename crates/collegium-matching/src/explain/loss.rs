//! What all together would lose at least if one pair had to be used, or could not be.
//!
//! By weak duality (see [`crate::verify`]) no plan is worth more than its limits at their prices and, for every
//! pair, what it is worth beyond them, if anything; the pairs of a giver with one team count once, by the best
//! of them. A plan that uses a pair has exactly that pair's excess there, a plan without it none of it. What is
//! missing to the bound is lost at least.

use super::Explainer;
use crate::{
    plan::Price,
    problem::{GiverIndex, Pair, TakerIndex},
    score::Total,
};

impl Explainer<'_> {
    /// If the plan, which uses `pair`, had to do without it.
    pub(crate) fn loss_without(&self, pair: &Pair) -> Price {
        let elsewhere = self.elsewhere(pair, Price::default());
        self.excess(pair).max(elsewhere).minus(elsewhere)
    }

    /// If the plan had to use `pair`, which it does not.
    pub(crate) fn loss_with(&self, pair: &Pair) -> Price {
        self.missing(pair, Price::default(), Price::default())
    }

    /// As [`Self::loss_with`], with a closer bound: `taker_raise` from [`Self::taker_raise`], and likewise what
    /// the giver's units could be dearer.
    pub(crate) fn loss_with_raised(&self, pair: &Pair, taker_raise: Price) -> Price {
        self.missing(pair, taker_raise, self.giver_raise(pair.giver))
    }

    /// By how much a taker's demand could be dearer without making the bound worse: what the least of its pairs
    /// in the plan is worth beyond all prices, if all its demand is met, so that one must make room for another.
    pub(crate) fn taker_raise(&self, taker: TakerIndex) -> Price {
        let used = self.plan.assignments_of(taker);
        if (used.len() as u64) < u64::from(self.problem.taker(taker).demand) {
            return Price::default();
        }
        let least = used.iter().map(|pair| self.loss_without(pair)).min();
        least.unwrap_or_default()
    }

    /// The same for a giver's capacity. All pairs of a giver with one team become dearer together.
    fn giver_raise(&self, giver: GiverIndex) -> Price {
        if self.spare(giver) > 0 {
            return Price::default();
        }
        let least = self.held(giver).iter().map(|pair| self.excess(pair)).min();
        least.unwrap_or_default()
    }

    /// What is missing to the bound if `pair` is used and its taker and giver are dearer by so much.
    fn missing(&self, pair: &Pair, taker_raise: Price, giver_raise: Price) -> Price {
        let excess = self.excess(pair).minus(taker_raise).minus(giver_raise);
        self.elsewhere(pair, giver_raise).max(excess).minus(excess)
    }

    /// What a pair is worth beyond all prices on its way; below zero where they are more.
    pub(super) fn excess(&self, pair: &Pair) -> Price {
        let worth = Price {
            kept: i64::from(self.problem.is_required(pair.giver, pair.taker)),
            units: i64::from(self.plan.objective().puts_units_first()),
            score: Total::from(self.problem.counted(self.plan.objective(), pair)),
        };
        worth
            .minus(self.giver_price(pair.giver))
            .minus(self.taker_price(pair.taker))
    }

    /// What the giver's best other pair with the same team is worth beyond all prices, the giver being dearer by
    /// so much; at least nothing.
    fn elsewhere(&self, pair: &Pair, giver_raise: Price) -> Price {
        let Some(team) = self.problem.team_of(pair.taker) else {
            return Price::default();
        };
        let slots = self.teams.get(&team).into_iter().flatten().copied();
        let others = slots.filter(|slot| *slot != pair.taker).filter_map(|taker| {
            let score = self.problem.score(pair.giver, taker)?;
            Some(Pair {
                taker,
                giver: pair.giver,
                score,
            })
        });
        let best = others.map(|other| self.excess(&other).minus(giver_raise)).max();
        best.unwrap_or_default().max(Price::default())
    }
}
