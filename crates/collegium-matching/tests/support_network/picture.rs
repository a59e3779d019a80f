//! The picture of a network, read back by the rules of its language.

use crate::records::records;
use collegium_matching::support_network::{Support, SupportNetwork, petgraph::graph::DiGraph};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_picture_tells_the_whole_network(
        records in records(0..=7usize, 3),
        ids in proptest::collection::btree_set("([a&\\\\\"n;#0-9>\n]|\\PC){1,6}", 7..8),
    ) {
        let ids: Vec<String> = ids.into_iter().collect();
        let mut builder = SupportNetwork::builder();
        for id in &ids {
            builder.school(id);
        }
        for &(giver, taker, _, units) in &records.help {
            builder.next_round().help(&ids[giver], &ids[taker], units);
        }
        let network = builder.build().unwrap();
        let dot = network.to_dot();
        prop_assert_eq!(dot.lines().count(), 4 + network.schools().len() + network.ties().len());
        prop_assert_eq!(read_dot(&dot), network);
    }
}

/// Reads what [`SupportNetwork::to_dot`] writes, by the rules of the language.
fn read_dot(dot: &str) -> SupportNetwork {
    let mut lines = dot.lines();
    assert_eq!(lines.next(), Some("digraph support {"));
    assert_eq!(lines.next(), Some("  rankdir=LR"));
    assert_eq!(lines.next(), Some("  node [shape=box]"));
    assert_eq!(lines.next_back(), Some("}"));
    let mut graph = DiGraph::<String, Support>::new();
    for line in lines {
        let (ends, rest) = line.trim_start().split_once(" [label=\"").unwrap();
        let quoted = rest.strip_suffix("\"]").unwrap();
        let label = read_label(quoted);
        if let Some((giver, taker)) = ends.split_once(" -> ") {
            let words: Vec<&str> = label.split(' ').collect();
            let [units, "unit" | "units", "in", rounds, "round" | "rounds"] = words[..] else {
                panic!("{label:?} is no label of a tie");
            };
            let number = |text: &str| text.parse::<u32>().unwrap();
            let support = Support {
                units: number(units).into(),
                rounds: number(rounds).into(),
            };
            graph.add_edge(number(giver).into(), number(taker).into(), support);
        } else {
            let node = graph.add_node(label);
            assert_eq!(ends, node.index().to_string());
        }
    }
    SupportNetwork::from_digraph(&graph).unwrap()
}

fn read_label(quoted: &str) -> String {
    let mut text = String::new();
    let mut rest = quoted.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => panic!("the text ends within {quoted:?}"),
            '\\' => text.push(match rest.next() {
                Some('n') => '\n',
                Some(it @ ('"' | '\\')) => it,
                other => panic!("{other:?} is escaped in {quoted:?}"),
            }),
            '&' => {
                let entity: String = rest.by_ref().take_while(|it| *it != ';').collect();
                assert_eq!(entity, "amp", "no other stands in {quoted:?}");
                text.push('&');
            }
            other => text.push(other),
        }
    }
    text
}
