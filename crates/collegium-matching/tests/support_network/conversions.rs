//! From and to petgraph.

use crate::records::records;
use collegium_matching::support_network::{Support, SupportFault, SupportNetwork, petgraph::graph::Graph};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_graph_of_petgraph_and_back(records in records(0..=9usize, 3)) {
        let network = records.build();
        prop_assert_eq!(SupportNetwork::from_digraph(&network.to_digraph()), Ok(network));
    }
}

#[test]
fn graphs_with_parallel_arcs_equal_ids_and_loops() {
    let mut graph = Graph::<&str, Support, _, u8>::default();
    let ends = ["north", "hill", "north"].map(|id| graph.add_node(id));
    let once = Support { units: 2, rounds: 1 };
    graph.add_edge(ends[0], ends[1], once);
    graph.add_edge(ends[0], ends[1], once);
    graph.add_edge(ends[2], ends[1], once);
    let network = SupportNetwork::from_digraph(&graph).unwrap();
    assert_eq!(network.schools().collect::<Vec<_>>(), ["hill", "north"]);
    assert_eq!(
        network.support("north", "hill"),
        Some(Support { units: 6, rounds: 3 })
    );

    graph.add_edge(ends[0], ends[2], once);
    let school = "north".to_owned();
    let faults = SupportNetwork::from_digraph(&graph).unwrap_err();
    assert_eq!(faults.faults(), [SupportFault::HelpsItself { school }]);
}
