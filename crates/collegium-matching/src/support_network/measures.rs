//! Everything that is measured, at once.

use super::{
    Balance, MutualPair, Reach, RepeatPair, Share, SupportNetwork, balances, components, cut_schools,
    isolates, mutual_pairs, reach, reciprocity, repeat_pairs,
};
use serde::Serialize;

/// A network's measures, as they are handed on.
///
/// # Shape
/// Every list is by id. It describes the network and is no ranking of schools.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{Measures, SupportNetwork};
/// let network = SupportNetwork::builder().help("north", "hill", 2).build()?;
/// let json = serde_json::to_value(Measures::of(&network))?;
/// assert_eq!(json["reciprocity"], serde_json::json!({ "part": 0, "of": 1 }));
/// assert_eq!(json["components"], serde_json::json!([["hill", "north"]]));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measures<'a> {
    /// How many schools there are.
    pub schools: u64,
    /// How many ties from giver to taker.
    pub ties: u64,
    /// All units that were given.
    pub units: u64,
    /// The share of ties that are returned: [`reciprocity`](super::reciprocity()).
    pub reciprocity: Share,
    /// The schools without a tie: [`isolates`](super::isolates()).
    pub isolates: Vec<&'a str>,
    /// What each school gave and received: [`balances`](super::balances()).
    pub balances: Vec<Balance<'a>>,
    /// The groups that ties hold together: [`components`](super::components()).
    pub components: Vec<Vec<&'a str>>,
    /// How many others each school reaches: [`reach`](super::reach()).
    pub reach: Vec<Reach<'a>>,
    /// The schools without which their group would fall apart: [`cut_schools`](super::cut_schools()).
    pub cut_schools: Vec<&'a str>,
    /// Pairs that came about in more than one round: [`repeat_pairs`](super::repeat_pairs()).
    pub repeat_pairs: Vec<RepeatPair<'a>>,
    /// Pairs that helped each other: [`mutual_pairs`](super::mutual_pairs()).
    pub mutual_pairs: Vec<MutualPair<'a>>,
}

impl<'a> Measures<'a> {
    /// Measures a network.
    ///
    /// # Complexity
    /// That of [`reach`](super::reach()); all others are nearly linear.
    pub fn of(network: &'a SupportNetwork) -> Self {
        Self {
            schools: network.schools().len() as u64,
            ties: network.ties().len() as u64,
            units: network.ties().map(|tie| tie.support.units).sum(),
            reciprocity: reciprocity(network),
            isolates: isolates(network),
            balances: balances(network),
            components: components(network),
            reach: reach(network),
            cut_schools: cut_schools(network),
            repeat_pairs: repeat_pairs(network),
            mutual_pairs: mutual_pairs(network),
        }
    }
}
