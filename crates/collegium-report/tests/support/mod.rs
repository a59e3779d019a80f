//! A page as a tree, and the questions that tests ask of it.

#![allow(dead_code, reason = "each test file uses its part")]

#[path = "../../examples/sample/round.rs"]
pub(crate) mod round;

use std::collections::BTreeSet;

use roxmltree::{Document, Node, ParsingOptions};

/// Reads a page as XML, which is stricter than HTML: every tag closed, every value quoted, no stray character.
pub(crate) fn tree(page: &str) -> Document<'_> {
    Document::parse_with_options(
        page,
        ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        },
    )
    .expect("a well-formed page")
}

/// All elements of a name.
pub(crate) fn elements<'a, 'input>(
    tree: &'a Document<'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    tree.descendants()
        .filter(move |node| node.has_tag_name(("http://www.w3.org/1999/xhtml", name)))
}

/// All text of an element and what it holds.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|node| node.text())
        .collect()
}

/// What has to hold for every page, whatever the round.
pub(crate) fn holds_together(page: &str) {
    let tree = tree(page);
    ids_are_unique_and_references_resolve(&tree);
    headings_skip_no_level(&tree);
    tables_and_drawings_have_names(&tree);
    nothing_is_loaded_from_elsewhere(&tree);
    only_void_elements_close_themselves(page);
}

fn ids_are_unique_and_references_resolve(tree: &Document<'_>) {
    let mut ids = BTreeSet::new();
    for node in tree.descendants() {
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "two elements are called {id}");
        }
    }
    for node in tree.descendants() {
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for id in node.attribute(name).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{name} points at {id}, which is nowhere");
            }
        }
        for attribute in node.attributes() {
            let target = attribute
                .value()
                .strip_prefix("url(#")
                .and_then(|rest| rest.strip_suffix(')'));
            let target = target.or_else(|| {
                attribute
                    .value()
                    .strip_prefix('#')
                    .filter(|_| attribute.name() == "href")
            });
            if let Some(id) = target {
                assert!(ids.contains(id), "a link goes to {id}, which is nowhere");
            }
        }
    }
}

fn headings_skip_no_level(tree: &Document<'_>) {
    let levels: Vec<u32> = tree
        .descendants()
        .filter_map(|node| match node.tag_name().name() {
            "h1" => Some(1),
            "h2" => Some(2),
            "h3" => Some(3),
            "h4" => Some(4),
            "h5" | "h6" => panic!("a heading too deep"),
            _ => None,
        })
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    for pair in levels.windows(2) {
        assert!(
            pair[1] <= pair[0] + 1,
            "a heading of level {} follows one of level {}",
            pair[1],
            pair[0]
        );
    }
}

fn tables_and_drawings_have_names(tree: &Document<'_>) {
    for table in elements(tree, "table") {
        assert!(
            table.children().any(|child| child.tag_name().name() == "caption"),
            "a table has no caption"
        );
    }
    for header in elements(tree, "th") {
        assert!(
            matches!(header.attribute("scope"), Some("col" | "row" | "rowgroup")),
            "a header says not what it heads"
        );
    }
    for drawing in elements(tree, "svg") {
        let named = drawing
            .attribute("aria-label")
            .or(drawing.attribute("aria-labelledby"));
        let hidden = drawing.attribute("aria-hidden") == Some("true");
        assert!(
            hidden || (drawing.attribute("role") == Some("img") && named.is_some()),
            "a drawing has no name"
        );
    }
    for scrolling in tree
        .descendants()
        .filter(|node| node.attribute("class") == Some("scroll"))
    {
        assert_eq!(scrolling.attribute("tabindex"), Some("0"));
        assert_eq!(scrolling.attribute("role"), Some("region"));
        assert!(
            scrolling
                .attribute("aria-label")
                .or(scrolling.attribute("aria-labelledby"))
                .is_some()
        );
    }
}

fn nothing_is_loaded_from_elsewhere(tree: &Document<'_>) {
    for node in tree.descendants().filter(Node::is_element) {
        assert!(node.attribute("src").is_none());
        assert!(node.attribute("href").is_none_or(|href| href.starts_with('#')));
        assert!(!matches!(
            node.tag_name().name(),
            "link" | "img" | "iframe" | "object" | "embed"
        ));
    }
    for style in elements(tree, "style") {
        let style = text(style);
        assert!(!style.contains("@import"));
        assert_eq!(style.matches("url(").count(), style.matches("url(#").count());
    }
}

/// In HTML, only void elements and those inside a drawing may be written `<like-this/>`.
fn only_void_elements_close_themselves(page: &str) {
    const VOID: [&str; 3] = ["meta", "br", "link"];
    const DRAWN: [&str; 6] = ["path", "circle", "rect", "use", "text", "line"];
    for (end, _) in page.match_indices("/>") {
        let start = page[..end].rfind('<').expect("a tag begins before it ends");
        let name = page[start + 1..end].split_whitespace().next().unwrap_or_default();
        assert!(
            VOID.contains(&name) || DRAWN.contains(&name),
            "<{name}/> would stay open in HTML"
        );
    }
}
