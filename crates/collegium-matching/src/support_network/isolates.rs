//! Who stands apart.

use super::SupportNetwork;

/// The schools without a tie, by id: they neither helped nor were helped.
///
/// # Complexity
/// O(schools + ties).
///
/// # Source
/// An isolate has indegree and outdegree zero: Wasserman & Faust (1994),
/// doi:10.1017/CBO9780511815478, chapter 4.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, isolates};
/// let network = SupportNetwork::builder()
///     .school("fen")
///     .help("north", "hill", 1)
///     .build()?;
/// assert_eq!(isolates(&network), ["fen"]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn isolates(network: &SupportNetwork) -> Vec<&str> {
    let mut has_tie = vec![false; network.schools.len()];
    for tie in &network.ties {
        has_tie[tie.giver] = true;
        has_tie[tie.taker] = true;
    }
    let schools = network.schools().zip(has_tie);
    schools
        .filter_map(|(id, has_tie)| (!has_tie).then_some(id))
        .collect()
}
