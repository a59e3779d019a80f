//! A graph as a Mermaid state diagram.
//!
//! Mermaid has no way to quote in every place, but takes `#nn;` for any character, so all but plain text is
//! written that way. Names carry a prefix, since a state that is called `note` or `style` would not parse.
//!
//! # Source
//! Mermaid, *State diagrams* and *Entity codes to escape characters*, version 11.

use super::graph::{Graph, Node, NodeKind, lines, name};
use std::fmt::Write;

const BORDER: &str = "[*]";

pub(super) fn render(graph: &Graph) -> String {
    let mut text = String::from("stateDiagram-v2\n");
    let title = escaped(&lines(graph.title()).join(" "));
    if !title.is_empty() {
        let _ = writeln!(text, "    accTitle: {title}");
    }
    let nodes: Vec<_> = graph
        .nodes()
        .iter()
        .enumerate()
        .map(|(position, node)| (node, identifier(graph, node, position)))
        .collect();
    for (node, identifier) in nodes.iter().filter(|(_, identifier)| identifier != BORDER) {
        // With a `<br/>` in it, Mermaid would read a label as Markdown; a further description it does not.
        let label = escaped(&lines(&node.label).join(" "));
        // Mermaid has no state without a description.
        let label = if label.is_empty() { "#8203;" } else { &label };
        let _ = writeln!(text, "    state \"{label}\" as {identifier}");
        for line in lines(&node.remark) {
            let _ = writeln!(text, "    {identifier} : {}", escaped(&line));
        }
    }
    let end = |code: &str| {
        let found = graph.position(code).and_then(|position| nodes.get(position));
        found.map_or(BORDER, |(_, identifier)| identifier)
    };
    for edge in graph.edges() {
        let _ = write!(text, "    {} --> {}", end(&edge.from), end(&edge.to));
        let label = edge
            .lines()
            .iter()
            .map(|line| escaped(line))
            .collect::<Vec<_>>()
            .join("<br/>");
        if !label.is_empty() {
            let _ = write!(text, " : {label}");
        }
        text.push('\n');
    }
    for (_, identifier) in nodes.iter().filter(|(node, _)| node.kind == NodeKind::End) {
        let _ = writeln!(text, "    {identifier} --> {BORDER}");
    }
    let dashed: Vec<_> = nodes
        .iter()
        .filter(|(node, _)| node.kind == NodeKind::Anywhere)
        .map(|(_, identifier)| identifier.as_str())
        .collect();
    if !dashed.is_empty() {
        text.push_str("    classDef anywhere stroke-dasharray: 5 4\n");
        let _ = writeln!(text, "    class {} anywhere", dashed.join(", "));
    }
    text
}

/// A beginning is `[*]`, which at the head of an arrow would be an end: with edges into it, it is a state.
fn identifier(graph: &Graph, node: &Node, position: usize) -> String {
    let is_entered = || graph.edges().iter().any(|edge| edge.to == node.code);
    if node.kind == NodeKind::Beginning && !is_entered() {
        BORDER.to_owned()
    } else {
        format!("at_{}", name(&node.code, position))
    }
}

fn escaped(line: &str) -> String {
    let mut escaped = String::new();
    let mut before = ' ';
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let within_word = before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        if c.is_alphanumeric() || " ,.()'!?".contains(c) || (c == '-' && within_word) {
            escaped.push(c);
        } else {
            let _ = write!(escaped, "#{};", u32::from(c));
        }
        before = c;
    }
    escaped
}
