//! How far apart the two of a pair are, and how far they may be.

use super::{GiverIndex, Pair, Problem, TakerIndex};
use crate::{
    score::Score,
    score_model::{Apart, TooFar},
};
use std::collections::BTreeMap;

/// A limit of the way between the two of a pair, and what is known of it; empty in most problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ways {
    pub(crate) limit: Apart,
    /// By taker, then giver; of pairs that are too far apart or forbidden, too.
    pub(super) of: BTreeMap<(u32, u32), Apart>,
    /// Pairs beyond the limit, with the score that they would have.
    pub(crate) too_far: BTreeMap<(u32, u32), Score>,
}

impl Ways {
    /// Why a pair, taker and giver, is beyond the limit.
    pub(super) fn too_far(&self, pair: (u32, u32)) -> Option<TooFar> {
        self.too_far.get(&pair)?;
        self.apart(pair).within(self.limit).err()
    }

    /// What is known of the way between taker and giver.
    pub(crate) fn apart(&self, pair: (u32, u32)) -> Apart {
        self.of.get(&pair).copied().unwrap_or_default()
    }
}

impl Problem {
    pub(crate) fn ways(&self) -> &Ways {
        &self.ways
    }

    /// How far apart the two of a pair may be.
    pub fn within(&self) -> Apart {
        self.ways.limit
    }

    /// What is known of how far apart these two are.
    pub fn apart(&self, giver: GiverIndex, taker: TakerIndex) -> Apart {
        self.ways.apart((taker.0, giver.0))
    }

    /// Why these two are too far apart, where they would be a pair else.
    pub fn too_far(&self, giver: GiverIndex, taker: TakerIndex) -> Option<TooFar> {
        self.ways.too_far((taker.0, giver.0))
    }

    /// Pairs that would have been possible, were they not too far apart; by taker, then giver.
    pub fn too_far_pairs(&self) -> impl Iterator<Item = Pair> {
        super::pairs_of_entries(self.ways.too_far.iter())
    }

    /// Those of one taker, by giver.
    pub fn too_far_pairs_of(&self, taker: TakerIndex) -> impl Iterator<Item = Pair> {
        super::pairs_of_entries(self.ways.too_far.range((taker.0, 0)..=(taker.0, u32::MAX)))
    }
}
