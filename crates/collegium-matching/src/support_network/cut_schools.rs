//! Without which school the network would fall apart.

use super::SupportNetwork;
use petgraph::{Undirected, algo::articulation_points::articulation_points};

/// The schools, by id, without any one of which its group would fall into parts that no tie holds together.
///
/// It says that the network leans on one school, not that the school does anything wrong: the answer is a
/// further tie beside it.
///
/// # Complexity
/// O(schools + ties), besides sorting.
///
/// # Source
/// Cutpoints: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, chapter 4. Articulation points by
/// depth-first search: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272; as petgraph has it.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, cut_schools};
/// let network = SupportNetwork::builder()
///     .help("north", "hill", 1)
///     .help("north", "vale", 1)
///     .build()?;
/// assert_eq!(cut_schools(&network), ["north"]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn cut_schools(network: &SupportNetwork) -> Vec<&str> {
    let graph = network.to_digraph().into_edge_type::<Undirected>();
    let mut schools: Vec<&str> = articulation_points(&graph.map(|_, id| *id, |_, _| ()))
        .into_iter()
        .map(|node| graph[node])
        .collect();
    schools.sort_unstable();
    schools
}
