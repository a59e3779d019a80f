//! Stages and the steps between them, whatever they are stages of.

use super::{digraph, state_diagram, words};
use std::collections::BTreeMap;

/// A directed graph that can be drawn. Every edge joins two of its nodes; nodes and edges keep the order in
/// which they came.
///
/// # Example
/// ```
/// use collegium_report::diagram::graph::{Edge, Graph, Node, NodeKind};
///
/// let plan = Graph::new("plan", "A plan")
///     .with_node(Node::new("asked").with_label("Asked, not answered"))
///     .with_node(Node::new("done").with_kind(NodeKind::End))
///     .with_edge(Edge::new("asked", "done").with_label("Answer"));
/// assert!(plan.mermaid().contains("at_asked --> at_done : Answer\n"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    code: String,
    title: String,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    index: BTreeMap<String, usize>,
}

/// A place in a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name within the graph.
    pub code: String,
    /// What people read.
    pub label: String,
    /// What else there is to say about it; empty for nothing.
    pub remark: String,
    /// What part it plays.
    pub kind: NodeKind,
}

/// What part a node plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeKind {
    /// A stage like others.
    #[default]
    Stage,
    /// Before anything is there: drawn as a dot, without its label.
    Beginning,
    /// A stage out of which nothing leads.
    End,
    /// Stands for every stage: drawn with a broken line.
    Anywhere,
}

/// A step from one node to another, or round to the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The code of the node where it begins.
    pub from: String,
    /// The code of the node to which it leads.
    pub to: String,
    /// What people read; empty for nothing.
    pub label: String,
    /// Lines below the label.
    pub remarks: Vec<String>,
    /// Whether it is there only in principle.
    pub faint: bool,
}

impl Graph {
    /// A graph without nodes. The code tells it apart from others in one picture.
    pub fn new(code: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            title: title.into(),
            nodes: Vec::new(),
            edges: Vec::new(),
            index: BTreeMap::new(),
        }
    }

    /// Adds a node; one of the same code is replaced where it stands.
    #[must_use]
    pub fn with_node(mut self, node: Node) -> Self {
        if let Some(old) = self
            .index
            .get(&node.code)
            .and_then(|&index| self.nodes.get_mut(index))
        {
            *old = node;
        } else {
            self.index.insert(node.code.clone(), self.nodes.len());
            self.nodes.push(node);
        }
        self
    }

    /// Adds an edge, and the nodes at its ends where they are not there yet, labelled with their code's words.
    #[must_use]
    pub fn with_edge(mut self, edge: Edge) -> Self {
        for code in [&edge.from, &edge.to] {
            if !self.index.contains_key(code) {
                self = self.with_node(Node::new(code.as_str()));
            }
        }
        self.edges.push(edge);
        self
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What people read above it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its nodes, in order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Its edges, in order; the nodes at their ends are among [`Graph::nodes`].
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The graph as a Mermaid document: one `stateDiagram-v2`.
    pub fn mermaid(&self) -> String {
        state_diagram::render(self)
    }

    /// Where a node stands among the nodes.
    pub(super) fn position(&self, code: &str) -> Option<usize> {
        self.index.get(code).copied()
    }
}

/// Graphs as one Graphviz digraph, each in a cluster of its own.
pub fn dot(graphs: &[Graph]) -> String {
    digraph::render(graphs)
}

impl Node {
    /// A stage, labelled with its code's words.
    pub fn new(code: impl Into<String>) -> Self {
        let code = code.into();
        Self {
            label: words::label(&code),
            code,
            remark: String::new(),
            kind: NodeKind::Stage,
        }
    }

    /// Under another label.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With something else to say about it.
    #[must_use]
    pub fn with_remark(mut self, remark: impl Into<String>) -> Self {
        self.remark = remark.into();
        self
    }

    /// In another part.
    #[must_use]
    pub fn with_kind(mut self, kind: NodeKind) -> Self {
        self.kind = kind;
        self
    }
}

impl Edge {
    /// A step without a label.
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            label: String::new(),
            remarks: Vec::new(),
            faint: false,
        }
    }

    /// Under a label.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With lines below the label.
    #[must_use]
    pub fn with_remarks(mut self, remarks: impl IntoIterator<Item = String>) -> Self {
        self.remarks = remarks.into_iter().collect();
        self
    }

    /// There only in principle.
    #[must_use]
    pub fn with_faint(mut self, faint: bool) -> Self {
        self.faint = faint;
        self
    }

    /// What there is to read: the label, then the remarks.
    pub(super) fn lines(&self) -> Vec<String> {
        let texts = std::iter::once(&self.label).chain(&self.remarks);
        texts.flat_map(|text| lines(text)).collect()
    }
}

/// A name that a drawing language takes as it stands: the code where it is a plain one, or else its position
/// behind a capital, which no plain code has.
pub(super) fn name(code: &str, position: usize) -> String {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !code.is_empty() && code.bytes().all(plain) {
        code.to_owned()
    } else {
        format!("N{position}")
    }
}

/// The lines of a text that say something, trimmed and without control characters.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.split(['\n', '\r'])
        .map(|line| line.replace(char::is_control, " ").trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Edge, Graph, Node, NodeKind, dot};

    /// A round of letters, of every kind of node and edge.
    fn letters() -> Graph {
        Graph::new("letter", "A letter")
            .with_node(Node::new("nothing").with_kind(NodeKind::Beginning))
            .with_node(Node::new("written"))
            .with_node(
                Node::new("on_its_way")
                    .with_label("On its way")
                    .with_remark("follows from steps elsewhere"),
            )
            .with_node(Node::new("read").with_kind(NodeKind::End))
            .with_node(
                Node::new("anywhere")
                    .with_label("Any phase")
                    .with_kind(NodeKind::Anywhere),
            )
            .with_edge(
                Edge::new("nothing", "written")
                    .with_label("Write letter")
                    .with_remarks(["Broker, Host head".to_owned(), "Adviser".to_owned()]),
            )
            .with_edge(Edge::new("written", "written").with_label("Correct letter"))
            .with_edge(
                Edge::new("written", "read")
                    .with_label("Hand over letter")
                    .with_remarks(["left out".to_owned()])
                    .with_faint(true),
            )
            .with_edge(Edge::new("on_its_way", "read"))
            .with_edge(Edge::new("anywhere", "anywhere").with_label("Note a stain"))
    }

    const HOSTILE: &[&str] = &[
        "say \"so\"\\",
        "two\nlines\r\n\nand \\n one",
        "a --> b : c; d #35; e",
        "[*] state x { y } note %% z <b>&amp;</b> `k` **s** _u_",
        "-- }\n\"]; end",
        "style restyle:#f00; classDef x:#f00;",
        "\u{0}\u{7}\tÄ 学校 -",
        "\\N\\G\\",
        " ",
        "",
    ];

    /// The same hostile text as code, label, remark and title.
    fn hostile() -> Graph {
        let mut graph = Graph::new("\"; }", HOSTILE.join(" | "));
        for text in HOSTILE {
            graph = graph.with_node(Node::new(*text).with_label(*text).with_remark(*text));
        }
        for keyword in [
            "state",
            "note",
            "style",
            "class",
            "classdef",
            "direction",
            "end",
            "graph",
            "node",
            "n0",
        ] {
            graph = graph.with_edge(Edge::new(keyword, "N0").with_label(keyword));
        }
        for pair in HOSTILE.windows(2) {
            let [from, to] = pair else { continue };
            let edge = Edge::new(*from, *to)
                .with_label(*from)
                .with_remarks([(*to).to_owned()]);
            graph = graph.with_edge(edge.with_faint(true));
        }
        graph
    }

    fn assert_same(found: &str, golden: &str, name: &str) {
        assert!(found == golden, "tests/diagrams/{name} should be:\n{found}");
    }

    #[test]
    fn letters_are_drawn_as_ever() {
        let graph = letters();
        assert_same(
            &graph.mermaid(),
            include_str!("../../tests/diagrams/letter.mmd"),
            "letter.mmd",
        );
        assert_same(
            &dot(&[graph]),
            include_str!("../../tests/diagrams/letter.dot"),
            "letter.dot",
        );
    }

    #[test]
    fn hostile_labels_are_drawn_as_ever() {
        let graph = hostile();
        assert_same(
            &graph.mermaid(),
            include_str!("../../tests/diagrams/hostile.mmd"),
            "hostile.mmd",
        );
        let both = [graph, letters()];
        assert_same(
            &dot(&both),
            include_str!("../../tests/diagrams/hostile.dot"),
            "hostile.dot",
        );
    }

    #[test]
    fn hostile_labels_stay_within_their_line_and_quotes() {
        let graph = hostile();
        let (nodes, edges) = (graph.nodes().len(), graph.edges().len());
        let mermaid = graph.mermaid();
        assert_eq!(mermaid.matches(" --> ").count(), edges);
        assert_eq!(mermaid.matches("\n    state \"").count(), nodes);
        for line in mermaid.lines().filter(|line| line.contains("state \"")) {
            assert_eq!(line.matches('"').count(), 2, "{line}");
        }
        let dot = dot(&[graph]);
        assert_eq!(dot.matches(" -> ").count(), edges);
        for line in dot.lines() {
            let quotes = line.replace("\\\\", "").replace("\\\"", "").matches('"').count();
            assert!(quotes.is_multiple_of(2), "{line}");
        }
    }

    #[test]
    fn two_graphs_of_one_code_stay_apart() {
        let dot = dot(&[letters(), letters()]);
        assert!(dot.contains("\"letter.written\" [") && dot.contains("\"N1.written\" ["));
    }

    #[test]
    fn a_node_is_replaced_where_it_stands() {
        let graph = Graph::new("g", "G")
            .with_edge(Edge::new("a", "b"))
            .with_node(Node::new("a").with_label("First"));
        let labels: Vec<_> = graph.nodes().iter().map(|node| node.label.as_str()).collect();
        assert_eq!(labels, ["First", "B"]);
    }
}
