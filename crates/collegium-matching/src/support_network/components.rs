//! Into which parts the network falls.

use super::SupportNetwork;
use petgraph::unionfind::UnionFind;

/// The groups of schools that ties hold together, whichever way the help went: the weak components.
///
/// # Shape
/// Every school is in one group; an isolate is one of its own. Schools by id, groups by their first school.
///
/// # Complexity
/// O(schools + ties), but for the inverse Ackermann function.
///
/// # Source
/// Weakly connected components: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, chapter 4;
/// union–find by petgraph.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, components};
/// let network = SupportNetwork::builder()
///     .school("fen")
///     .help("north", "hill", 1)
///     .help("north", "vale", 1)
///     .build()?;
/// assert_eq!(components(&network), [vec!["fen"], vec!["hill", "north", "vale"]]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn components(network: &SupportNetwork) -> Vec<Vec<&str>> {
    let mut sets = UnionFind::<usize>::new(network.schools.len());
    for tie in &network.ties {
        sets.union(tie.giver, tie.taker);
    }
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut group_of_label = vec![None; network.schools.len()];
    for (school, label) in network.schools().zip(sets.into_labeling()) {
        let group = *group_of_label[label].get_or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(school);
    }
    groups
}
