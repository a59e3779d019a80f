//! What every diagram of every machine keeps, whatever the tables hold.

use collegium_engine::{
    cycle::{
        acts::{Act, Kind},
        child::Machine,
        protocol::Protocol,
        rules::Rules,
        serde_json,
        table::RowView,
    },
    model::code::Roles,
};
use collegium_report::diagram::{dot, graph::NodeKind, graphs, mermaid, table};

fn standard() -> Rules {
    Rules::compile(Protocol::standard()).expect("the standard protocol holds")
}

/// Each way through a row, as codes; none where the machine does not exist yet.
fn ways(rows: &[RowView]) -> Vec<(Act, Option<&str>, Option<&str>)> {
    let ways = rows.iter().flat_map(|row| {
        let from: Vec<_> = if row.from.is_empty() {
            vec![None]
        } else {
            row.from.iter().copied().map(Some).collect()
        };
        from.into_iter().map(move |from| (row.act, from, row.to.or(from)))
    });
    ways.collect()
}

fn words(act: Act) -> String {
    act.code().replace('_', " ")
}

fn plain(label: &str) -> String {
    label.to_lowercase().replace('-', " ")
}

#[test]
fn every_way_through_every_row_is_one_edge_between_nodes() {
    let rules = standard();
    let graphs = graphs(&rules, None);
    assert_eq!(graphs.len(), Machine::ALL.len());
    for (graph, machine) in graphs.iter().zip(Machine::ALL) {
        let rows = Rules::table(*machine);
        let ways = ways(rows);
        assert_eq!(graph.edges().len(), ways.len(), "{}", graph.title());
        for (edge, (act, from, to)) in graph.edges().iter().zip(ways) {
            assert_eq!(plain(&edge.label), words(act));
            assert_eq!(Some(edge.from.as_str()).filter(|from| !from.is_empty()), from);
            assert_eq!(Some(edge.to.as_str()), to);
            for end in [&edge.from, &edge.to] {
                assert_eq!(graph.nodes().iter().filter(|node| node.code == *end).count(), 1);
            }
        }
        let of = |kind| graph.nodes().iter().filter(|node| node.kind == kind).count();
        let is_made = rows.iter().any(|row| row.from.is_empty());
        assert_eq!(of(NodeKind::Beginning), usize::from(is_made), "{}", graph.title());
    }
}

#[test]
fn every_way_is_drawn_once_and_every_row_told_once() {
    let rules = standard();
    let (all_dot, all_mermaid) = (dot(&rules, None), mermaid(&rules, None));
    let mut edges = 0;
    for machine in Machine::ALL.iter().copied() {
        let rows = Rules::table(machine);
        let ways = ways(rows).len();
        edges += ways;
        let drawn = dot(&rules, Some(machine));
        assert_eq!(drawn.matches(" -> ").count(), ways);
        assert_eq!(drawn.matches("subgraph").count(), 1);
        let drawn = mermaid(&rules, Some(machine));
        let to_the_end = drawn.lines().filter(|line| line.ends_with(" --> [*]")).count();
        assert_eq!(drawn.matches(" --> ").count(), ways + to_the_end);
        assert!(all_mermaid.contains(&format!("```mermaid\n{drawn}```\n")));
        let told = table(&rules, Some(machine));
        let steps: Vec<_> = told
            .lines()
            .skip(4)
            .filter_map(|line| line.split('|').nth(1))
            .map(|step| plain(step.trim()))
            .collect();
        let acts: Vec<_> = rows.iter().map(|row| words(row.act)).collect();
        assert_eq!(steps, acts);
        assert!(table(&rules, None).contains(&told));
    }
    assert_eq!(all_dot.matches(" -> ").count(), edges);
    assert_eq!(all_dot.matches("subgraph").count(), Machine::ALL.len());
}

#[test]
fn reports_of_fact_are_open_to_everybody_and_meet_no_condition() {
    let rules = standard();
    let lines: Vec<_> = Machine::ALL
        .iter()
        .flat_map(|machine| {
            let told = table(&rules, Some(*machine));
            let lines: Vec<_> = told.lines().skip(4).map(str::to_owned).collect();
            Rules::table(*machine).iter().zip(lines)
        })
        .collect();
    for (row, line) in lines {
        let is_fact = row.act.kind() == Kind::Fact;
        assert_eq!(line.contains("| Everybody, a report of fact "), is_fact, "{line}");
        assert!(
            !is_fact || line.trim_end().ends_with("None |") || line.contains("| None "),
            "{line}"
        );
    }
}

#[test]
fn steps_that_the_protocol_leaves_out_say_so() {
    let mut tried = 0;
    for left_out in Act::ALL.iter().copied().filter(|act| act.kind() == Kind::Wish) {
        let mut protocol = Protocol::standard();
        protocol.steps.remove(&left_out);
        protocol.consents = Roles::default();
        // Something else in the protocol may rest on the step.
        let Ok(rules) = Rules::compile(protocol) else {
            continue;
        };
        tried += 1;
        let rows: Vec<_> = Machine::ALL
            .iter()
            .flat_map(|machine| Rules::table(*machine))
            .filter(|row| row.act.kind() == Kind::Wish && rules.roles(row.act).is_empty())
            .cloned()
            .collect();
        assert!(rows.iter().any(|row| row.act == left_out));
        let ways = ways(&rows).len();
        let drawn = dot(&rules, None);
        assert_eq!(drawn.matches("nobody, left out\", style=dashed").count(), ways);
        assert_eq!(
            mermaid(&rules, None).matches("<br/>nobody, left out\n").count(),
            ways
        );
        let told = table(&rules, None);
        assert_eq!(told.matches("| Nobody, left out ").count(), rows.len());
    }
    assert!(tried > 0);
}

#[test]
fn the_order_in_which_a_protocol_was_written_does_not_matter() {
    let value = serde_json::to_value(Protocol::standard()).unwrap();
    let backwards = |value: &serde_json::Value| {
        let members = value.as_object().unwrap().iter().rev();
        let members: Vec<_> = members
            .map(|(key, value)| format!("{}:{value}", serde_json::Value::from(key.as_str())))
            .collect();
        format!("{{{}}}", members.join(","))
    };
    let steps = backwards(&value["steps"]);
    let mut rest = value.clone();
    rest["steps"] = serde_json::Value::Null;
    let text = backwards(&rest).replacen("\"steps\":null", &format!("\"steps\":{steps}"), 1);
    let rules = Rules::compile(serde_json::from_str(&text).unwrap()).unwrap();
    for machine in Machine::ALL.iter().copied().map(Some).chain([None]) {
        let all = |rules| [mermaid, dot, table].map(|draw| draw(rules, machine));
        assert_eq!(all(&rules), all(&standard()));
    }
}

#[test]
fn people_read_words() {
    let rules = standard();
    let told = table(&rules, None);
    assert!(!told.contains('_'), "a code in: {told}");
    assert!(mermaid(&rules, Some(Machine::Review)).contains("state \"In progress\" as at_in_progress\n"));
}
