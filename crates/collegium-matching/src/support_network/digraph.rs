//! From and to petgraph, for whatever else a graph can be asked.

use super::{Support, SupportFaults, SupportNetwork};
use petgraph::{
    Directed,
    graph::{DiGraph, Graph, IndexType, NodeIndex},
    visit::EdgeRef,
};

impl SupportNetwork {
    /// The network as a graph of petgraph: nodes and arcs in the order of [`SupportNetwork::schools`] and
    /// [`SupportNetwork::ties`], so that a node's index is the school's rank by id.
    ///
    /// # Example
    /// ```
    /// # use collegium_matching::support_network::SupportNetwork;
    /// use collegium_matching::support_network::petgraph::algo::toposort;
    ///
    /// let network = SupportNetwork::builder()
    ///     .help("north", "hill", 1)
    ///     .help("hill", "vale", 1)
    ///     .build()?;
    /// let graph = network.to_digraph();
    /// let order = toposort(&graph, None).map_err(|_| "help goes round in a circle")?;
    /// assert_eq!(order.into_iter().map(|node| graph[node]).collect::<Vec<_>>(), ["north", "hill", "vale"]);
    /// assert_eq!(SupportNetwork::from_digraph(&graph)?, network);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_digraph(&self) -> DiGraph<&str, Support> {
        let mut graph = DiGraph::with_capacity(self.schools.len(), self.ties.len());
        for school in self.schools() {
            graph.add_node(school);
        }
        for tie in &self.ties {
            graph.add_edge(NodeIndex::new(tie.giver), NodeIndex::new(tie.taker), tie.support);
        }
        graph
    }

    /// The network that a graph of petgraph tells of: node weights are ids, an arc leads from giver to taker.
    ///
    /// Nodes with the same id are the same school. Parallel arcs are of different rounds and add up.
    pub fn from_digraph<Id: AsRef<str>, Ix: IndexType>(
        graph: &Graph<Id, Support, Directed, Ix>,
    ) -> Result<Self, SupportFaults> {
        let mut builder = Self::builder();
        for id in graph.node_weights() {
            builder.school(id.as_ref());
        }
        for arc in graph.edge_references() {
            let (giver, taker) = (&graph[arc.source()], &graph[arc.target()]);
            builder.tie(giver.as_ref(), taker.as_ref(), *arc.weight());
        }
        builder.build()
    }
}
