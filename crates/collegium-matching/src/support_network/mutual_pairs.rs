//! Which pairs help each other.

use super::{Support, SupportNetwork};
use serde::Serialize;

/// Two schools that helped each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MutualPair<'a> {
    /// The one whose id comes first,
    pub first: &'a str,
    /// and the other.
    pub second: &'a str,
    /// What the first gave to the second.
    pub there: Support,
    /// What the second gave to the first.
    pub back: Support,
}

/// The pairs of schools that helped each other, each once, by their ids.
///
/// # Complexity
/// O(ties · log ties).
///
/// # Source
/// Mutual dyads: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, chapter 13.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, mutual_pairs};
/// let network = SupportNetwork::builder()
///     .help("north", "hill", 3)
///     .help("hill", "north", 1)
///     .help("north", "vale", 1)
///     .build()?;
/// let [pair] = mutual_pairs(&network)[..] else { panic!("one pair") };
/// assert_eq!((pair.first, pair.second), ("hill", "north"));
/// assert_eq!((pair.there.units, pair.back.units), (1, 3));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn mutual_pairs(network: &SupportNetwork) -> Vec<MutualPair<'_>> {
    let ties = network.ties.iter().filter(|tie| tie.giver < tie.taker);
    ties.filter_map(|tie| {
        Some(MutualPair {
            first: &network.schools[tie.giver],
            second: &network.schools[tie.taker],
            there: tie.support,
            back: network.support_between(tie.taker, tie.giver)?,
        })
    })
    .collect()
}
