//! What is lacking in a plan, with the count that proves it.

use super::Explainer;
use crate::{
    plan::file::{ShortEntry, ShortLoad, UnusedPair},
    problem::TakerIndex,
    remedy::{Lack, Remedy, remedies},
    witness::{WitnessEntry, witness, witness_of_short},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A minimum or a required pair that a plan does not keep, and why none keeps more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortExplanation {
    /// Which, and by how much.
    pub short: ShortEntry,
    /// The count that proves that it cannot be kept without loss of another.
    pub witness: Option<WitnessEntry>,
}

impl Explainer<'_> {
    /// Everything that the plan does not keep of minimums and required pairs, and why. O(pairs) each.
    pub fn short(&self) -> Vec<ShortExplanation> {
        let (problem, plan) = (self.problem, self.plan);
        let explained = plan.short().iter().map(|short| ShortExplanation {
            short: ShortEntry::of(short, problem),
            witness: witness_of_short(problem, plan, short.of).map(|it| it.told(problem)),
        });
        explained.collect()
    }

    /// The count that proves that what `taker` lacks no plan meets; nothing if it lacks nothing, or if the
    /// objective has better use for what could meet it. O(pairs).
    pub fn witness(&self, taker: TakerIndex) -> Option<WitnessEntry> {
        let witness = witness(self.problem, self.plan, taker)?;
        Some(witness.told(self.problem))
    }

    /// What would have to change for what `lack` names to be had; see [`remedies`].
    pub fn remedies(&self, lack: Lack, most_tried: usize) -> Vec<Remedy> {
        remedies(self.problem, self.plan, lack, most_tried)
    }
}

impl fmt::Display for ShortExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let load = |f: &mut fmt::Formatter<'_>, verb: &str, load: &ShortLoad| {
            let ShortLoad { id, minimum, found } = load;
            let (minimum, found) = (super::units(*minimum), super::units(*found));
            write!(f, "{id} should {verb} {minimum} at least; it is {found}.")
        };
        match &self.short {
            ShortEntry::Giver(it) | ShortEntry::GiverGroup(it) => load(f, "give", it)?,
            ShortEntry::Taker(it) | ShortEntry::TakerGroup(it) => load(f, "receive", it)?,
            ShortEntry::Pair(UnusedPair { giver, taker }) => {
                write!(f, "{giver} must help {taker}, and does not.")?;
            }
        }
        match &self.witness {
            Some(witness) => write!(f, " {witness}"),
            None => Ok(()),
        }
    }
}
