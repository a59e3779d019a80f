//! Which pairs came about again and again.

use super::SupportNetwork;
use serde::Serialize;

/// A giver that helped the same taker in more than one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepeatPair<'a> {
    /// Who helped,
    pub giver: &'a str,
    /// whom,
    pub taker: &'a str,
    /// with how many units,
    pub units: u64,
    /// in how many rounds; two at least.
    pub rounds: u64,
}

/// The pairs that came about in more than one round, by giver, then taker.
///
/// Two units in the same round are one occasion. A pair that lasts may be a lasting need, trust, or habit:
/// the figure opens the question and does not answer it.
///
/// # Complexity
/// O(ties).
///
/// # Source
/// The definition is ours.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, repeat_pairs};
/// let network = SupportNetwork::builder()
///     .help("north", "hill", 1)
///     .help("north", "vale", 2)
///     .next_round()
///     .help("north", "hill", 2)
///     .build()?;
/// let [pair] = repeat_pairs(&network)[..] else { panic!("one pair") };
/// assert_eq!((pair.giver, pair.taker, pair.units, pair.rounds), ("north", "hill", 3, 2));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn repeat_pairs(network: &SupportNetwork) -> Vec<RepeatPair<'_>> {
    network
        .ties()
        .filter(|tie| tie.support.rounds > 1)
        .map(|tie| RepeatPair {
            giver: tie.giver,
            taker: tie.taker,
            units: tie.support.units,
            rounds: tie.support.rounds,
        })
        .collect()
}
