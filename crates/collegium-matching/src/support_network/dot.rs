//! The network as a picture, drawn by Graphviz.
//!
//! Written here and not by petgraph, whose page says that its output is for debugging and may change: the
//! same network must give the same bytes. petgraph also leaves `&…;` in a label for Graphviz to read as HTML.

use super::SupportNetwork;
use std::fmt::Write;

impl SupportNetwork {
    /// The network in the DOT language: schools by rank with their ids as labels, arrows from giver to taker
    /// with units and rounds. Control characters in an id are shown as U+FFFD, but for line breaks.
    ///
    /// # Source
    /// Graphviz, *DOT language* and *escString*: within quotes a quote and a backslash are escaped, `\n`
    /// breaks the line, and `&…;` is read as a character of HTML.
    ///
    /// # Example
    /// ```
    /// # use collegium_matching::support_network::SupportNetwork;
    /// let network = SupportNetwork::builder().help("north", "hill", 2).build()?;
    /// assert_eq!(network.to_dot(), r#"digraph support {
    ///   rankdir=LR
    ///   node [shape=box]
    ///   0 [label="hill"]
    ///   1 [label="north"]
    ///   1 -> 0 [label="2 units in 1 round"]
    /// }
    /// "#);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_dot(&self) -> String {
        let mut dot = "digraph support {\n  rankdir=LR\n  node [shape=box]\n".to_owned();
        for (rank, school) in self.schools().enumerate() {
            let _ = writeln!(dot, "  {rank} [label=\"{}\"]", escaped(school));
        }
        for tie in &self.ties {
            let (giver, taker, support) = (tie.giver, tie.taker, tie.support);
            let _ = writeln!(dot, "  {giver} -> {taker} [label=\"{support}\"]");
        }
        dot.push_str("}\n");
        dot
    }
}

fn escaped(id: &str) -> String {
    let mut text = String::with_capacity(id.len());
    for character in id.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '&' => text.push_str("&amp;"),
            '\n' => text.push_str("\\n"),
            // There is nothing to draw, and as `&#…;` Graphviz gets some of them wrong.
            control if control.is_control() => text.push(char::REPLACEMENT_CHARACTER),
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_graphviz_would_read_otherwise_is_escaped() {
        assert_eq!(escaped(r#"a "b" \N &amp; é"#), r#"a \"b\" \\N &amp;amp; é"#);
        assert_eq!(
            escaped("two\nlines\r\t\0\u{7f}"),
            "two\\nlines\u{fffd}\u{fffd}\u{fffd}\u{fffd}"
        );
    }
}
