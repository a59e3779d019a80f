//! How much of the help is returned.

use super::{Share, SupportNetwork};

/// The share of ties that are returned: of the arcs from a giver to a taker, those whose taker helped the
/// giver, too, whatever the units and in whatever round.
///
/// With M mutual and A one-sided pairs of schools it is 2M / (2M + A). A network in which the strong help
/// the weak has little of it, and nothing is wrong with that; one in which everybody returns everything
/// may have grown cosy. See [`mutual_pairs`](super::mutual_pairs()) for which they are.
///
/// # Complexity
/// O(ties · log ties).
///
/// # Source
/// The census of mutual, asymmetric and null dyads is in Wasserman & Faust (1994), *Social Network
/// Analysis*, doi:10.1017/CBO9780511815478, chapter 13; the share counts arcs, not dyads.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, reciprocity};
/// let network = SupportNetwork::builder()
///     .help("north", "hill", 1)
///     .help("hill", "north", 1)
///     .help("north", "vale", 1)
///     .build()?;
/// assert_eq!(reciprocity(&network).to_string(), "66.7%");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn reciprocity(network: &SupportNetwork) -> Share {
    Share::count(network.ties.iter(), |tie| {
        network.support_between(tie.taker, tie.giver).is_some()
    })
}
