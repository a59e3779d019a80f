//! Who helped whom, over one round or many, and what can be said of the network that this makes: how much
//! help is returned, who stands apart, how giving and receiving add up, which pairs keep to each other, how
//! far help could be passed on, and without which school the network would fall apart.
//!
//! A [`SupportNetwork`] comes from plans, from what really happened, or from a graph of petgraph.
//! [`Measures::of`] says everything at once; each measure can be asked for alone.
//!
//! **Measures describe a network; they do not rank schools.** To receive more than one gives is no failing:
//! it is what the network is for. So every list is by id, never by a figure, nothing here is ordered by how
//! much a school gives, and what a pair or a share means is for the people of the network to say. In few
//! schools a figure can speak of a person: [`Share`] keeps the count beside the share, so that whoever shows
//! it can see that it is too few to say.
//!
//! # Shape
//! Schools are nodes, by id. A tie is an arc from giver to taker, with its units and the number of rounds in
//! which it came about; there is at most one from one school to another. Help within a school is refused
//! ([`SupportFault::HelpsItself`]): it would count as returned by nature, and to drop it in silence would
//! make the units disagree with the ledger they come from.
//!
//! # Determinism
//! All figures are whole numbers or exact fractions. The order of the input leaves no trace; the same
//! network gives the same values, the same JSON and the same DOT, byte for byte.
//!
//! # Example
//! ```
//! use collegium_matching::{objective::Objective, problem::Problem, solve::solve};
//! use collegium_matching::support_network::{Measures, SupportNetwork};
//!
//! let autumn = Problem::builder()
//!     .giver("901234", 1)
//!     .giver("901240", 1)
//!     .taker("900017/attendance", 1)
//!     .pair("901234", "900017/attendance", "0.9".parse()?)
//!     .build()?;
//! let plan = solve(&autumn, Objective::Coverage);
//!
//! let network = SupportNetwork::builder()
//!     .plan(&autumn, &plan, |id| id.split('/').take(1).collect())
//!     .help("901234", "900017", 2) // what came about in spring
//!     .next_round()
//!     .help("900017", "901234", 1) // and in summer
//!     .build()?;
//!
//! let measures = Measures::of(&network);
//! assert_eq!(measures.reciprocity.to_string(), "100.0%");
//! assert_eq!(measures.isolates, ["901240"]);
//! assert_eq!((measures.repeat_pairs[0].units, measures.repeat_pairs[0].rounds), (3, 2));
//! assert_eq!(measures.balances[0].balance, 1 - 3);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};
use std::fmt;

mod balance;
mod builder;
mod components;
mod cut_schools;
mod digraph;
mod dot;
mod fault;
mod isolates;
mod measures;
mod mutual_pairs;
mod reach;
mod reciprocity;
mod repeat_pairs;
mod share;

pub use balance::{Balance, balances};
pub use builder::SupportNetworkBuilder;
pub use components::components;
pub use cut_schools::cut_schools;
pub use fault::{SupportFault, SupportFaults};
pub use isolates::isolates;
pub use measures::Measures;
pub use mutual_pairs::{MutualPair, mutual_pairs};
pub use petgraph;
pub use reach::{Reach, reach};
pub use reciprocity::reciprocity;
pub use repeat_pairs::{RepeatPair, repeat_pairs};
pub use share::Share;

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
