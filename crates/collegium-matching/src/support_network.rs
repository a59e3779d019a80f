//! Who helped whom, over one round or many.
//!
//! A [`SupportNetwork`] comes from plans and from what really happened.
//!
//! # Shape
//! Schools are nodes, by id. A tie is an arc from giver to taker, with its units and the number of rounds in
//! which it came about; there is at most one from one school to another. Help within a school is refused
//! ([`SupportFault::HelpsItself`]): it would count as returned by nature, and to drop it in silence would
//! make the units disagree with the ledger they come from.
//!
//! # Determinism
//! The order of the input leaves no trace; the same
//! network gives the same values and the same DOT, byte for byte.

use serde::{Deserialize, Serialize};
use std::fmt;

mod builder;
mod digraph;
mod dot;
mod fault;

pub use builder::SupportNetworkBuilder;
pub use fault::{SupportFault, SupportFaults};
pub use petgraph;

/// How much help went from one school to another.
///
/// # Units
/// Units as a plan has them; one unit is at most one person lent. A round is one pass of matching, or
/// whatever the caller counts as one occasion. Each round of a tie has at least one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// All units together.
    pub units: u64,
    /// In how many rounds.
    pub rounds: u64,
}

impl fmt::Display for Support {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ending = |count| if count == 1 { "" } else { "s" };
        let Self { units, rounds } = *self;
        write!(
            f,
            "{units} unit{} in {rounds} round{}",
            ending(units),
            ending(rounds)
        )
    }
}

/// A school that helped another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie<'a> {
    /// Who helped,
    pub giver: &'a str,
    /// whom,
    pub taker: &'a str,
    /// how much.
    pub support: Support,
}

/// Who helped whom: schools, and ties from giver to taker. Immutable once built.
///
/// # Shape
/// Schools by id, each once; ties by giver, then taker. A school without a tie is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupportNetwork {
    schools: Vec<Box<str>>,
    ties: Vec<NumberedTie>,
}

/// A tie between schools by their rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NumberedTie {
    giver: usize,
    taker: usize,
    support: Support,
}

impl SupportNetwork {
    /// An empty builder.
    pub fn builder() -> SupportNetworkBuilder {
        SupportNetworkBuilder::default()
    }

    /// The ids of all schools, in order.
    pub fn schools(&self) -> impl ExactSizeIterator<Item = &str> {
        self.schools.iter().map(|id| &**id)
    }

    /// All ties, by giver, then taker.
    pub fn ties(&self) -> impl ExactSizeIterator<Item = Tie<'_>> {
        self.ties.iter().map(|tie| Tie {
            giver: &self.schools[tie.giver],
            taker: &self.schools[tie.taker],
            support: tie.support,
        })
    }

    /// What went from one school to the other, if anything. Logarithmic.
    pub fn support(&self, giver: &str, taker: &str) -> Option<Support> {
        let rank = |id: &str| self.schools.binary_search_by(|probe| (**probe).cmp(id)).ok();
        self.support_between(rank(giver)?, rank(taker)?)
    }

    fn support_between(&self, giver: usize, taker: usize) -> Option<Support> {
        let at = self
            .ties
            .binary_search_by_key(&(giver, taker), |tie| (tie.giver, tie.taker));
        Some(self.ties[at.ok()?].support)
    }
}
