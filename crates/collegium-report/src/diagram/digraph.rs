//! Graphs as one Graphviz digraph.
//!
//! # Source
//! Graphviz, *DOT language* and *escString*: within quotes a quote and a backslash are escaped, `\n` breaks
//! the line, and `&…;` is read as a character of HTML.

use super::graph::{Edge, Graph, Node, NodeKind, lines, name};
use std::{collections::BTreeSet, fmt::Write};

const HEAD: &str = r#"digraph collegium {
  graph [fontname="Helvetica,Arial,sans-serif", fontsize=16, nodesep=0.4, rankdir=TB]
  node [fontname="Helvetica,Arial,sans-serif", fontsize=12, shape=box, style=rounded]
  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10]
"#;

pub(super) fn render(graphs: &[Graph]) -> String {
    let mut text = HEAD.to_owned();
    let mut taken = BTreeSet::new();
    for (position, graph) in graphs.iter().enumerate() {
        let wished = name(graph.code(), position);
        let cluster = if taken.contains(&wished) {
            name("", position)
        } else {
            wished
        };
        write_cluster(&mut text, graph, &cluster);
        taken.insert(cluster);
    }
    text.push_str("}\n");
    text
}

fn write_cluster(text: &mut String, graph: &Graph, cluster: &str) {
    let _ = writeln!(text, "\n  subgraph \"cluster_{cluster}\" {{");
    text.push_str("    margin=16\n");
    let _ = writeln!(text, "    label=\"{}\"", joined(&lines(graph.title())));
    for (position, node) in graph.nodes().iter().enumerate() {
        let name = name(&node.code, position);
        let _ = writeln!(text, "    \"{cluster}.{name}\" [{}]", look(node));
    }
    let end = |code: &str| name(code, graph.position(code).unwrap_or_default());
    for edge in graph.edges() {
        let (from, to) = (end(&edge.from), end(&edge.to));
        let _ = write!(text, "    \"{cluster}.{from}\" -> \"{cluster}.{to}\"");
        let look = edge_look(edge);
        if !look.is_empty() {
            let _ = write!(text, " [{}]", look.join(", "));
        }
        text.push('\n');
    }
    text.push_str("  }\n");
}

fn look(node: &Node) -> String {
    let mut texts = lines(&node.label);
    texts.extend(lines(&node.remark));
    let label = joined(&texts);
    match node.kind {
        NodeKind::Beginning => {
            "label=\"\", shape=circle, style=filled, fillcolor=black, width=0.2".to_owned()
        }
        NodeKind::Stage => format!("label=\"{label}\""),
        NodeKind::End => format!("label=\"{label}\", peripheries=2"),
        NodeKind::Anywhere => format!("label=\"{label}\", style=\"rounded,dashed\""),
    }
}

fn edge_look(edge: &Edge) -> Vec<String> {
    let mut look = Vec::new();
    let label = joined(&edge.lines());
    if !label.is_empty() {
        look.push(format!("label=\"{label}\""));
    }
    if edge.faint {
        look.push("style=dashed, color=gray50, fontcolor=gray40".to_owned());
    }
    look
}

/// Lines within quotes.
fn joined(lines: &[String]) -> String {
    let escaped = lines.iter().map(|line| {
        line.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('&', "&amp;")
    });
    escaped.collect::<Vec<_>>().join("\\n")
}
