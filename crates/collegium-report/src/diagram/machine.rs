//! From the table of a machine to its graph and its steps in words.

use super::{
    graph::{Edge, Graph, Node, NodeKind},
    steps::Step,
    words,
};
use collegium_engine::cycle::{
    acts::{Act, Kind},
    child::Machine,
    rules::Rules,
    table::RowView,
};
use std::collections::BTreeSet;

/// How a row says that it begins elsewhere than in a phase, and the words for it; no phase has such a code.
const ANYWHERE: &[(&str, &str)] = &[("*", "Any phase"), ("**", "Any phase, or not there yet")];

/// Where a machine is made, in a graph; no phase has an empty code.
const NOTHING: &str = "";
const NOT_THERE_YET: &str = "Not there yet";

/// A line beside an edge is at most this long, but for a single role that is longer.
const WIDEST: usize = 24;

const EVERYBODY: &str = "everybody, a report of fact";
const LEFT_OUT: &str = "nobody, left out";

/// What people call a machine.
pub(super) fn title(machine: Machine) -> String {
    words::label(&words::code(&machine))
}

/// A machine as a graph: one edge for each phase in which a row may begin.
pub(super) fn graph(rules: &Rules, machine: Machine, rows: &[RowView]) -> Graph {
    let origins = || rows.iter().flat_map(origins);
    let made = rows.iter().filter_map(|row| row.to).collect::<BTreeSet<_>>();
    let left: BTreeSet<_> = rows
        .iter()
        .filter(|row| row.to.is_some())
        .flat_map(|row| row.from.iter().copied())
        .collect();

    let mut graph = Graph::new(words::code(&machine), title(machine));
    if origins().any(|from| from == NOTHING) {
        graph = graph.with_node(
            Node::new(NOTHING)
                .with_label(NOT_THERE_YET)
                .with_kind(NodeKind::Beginning),
        );
    }
    for phase in rows.iter().flat_map(|row| row.from.iter().copied().chain(row.to)) {
        if anywhere(phase).is_some() {
            continue;
        }
        let mut node = Node::new(phase);
        if !left.contains(phase) {
            node.kind = NodeKind::End;
        }
        if !made.contains(phase) {
            "follows from steps elsewhere".clone_into(&mut node.remark);
        }
        graph = graph.with_node(node);
    }
    for (code, label) in ANYWHERE {
        if origins().any(|from| from == *code) {
            let node = Node::new(*code).with_label(*label);
            graph = graph.with_node(node.with_kind(NodeKind::Anywhere));
        }
    }
    for row in rows {
        for from in self::origins(row) {
            graph = graph.with_edge(edge(rules, row, from));
        }
    }
    graph
}

/// The words for an origin that is no phase.
fn anywhere(origin: &str) -> Option<&'static str> {
    let found = ANYWHERE.iter().find(|(code, _)| *code == origin);
    found.map(|(_, words)| *words)
}

fn origins(row: &RowView) -> Vec<&'static str> {
    if row.from.is_empty() {
        vec![NOTHING]
    } else {
        row.from.clone()
    }
}

fn edge(rules: &Rules, row: &RowView, from: &str) -> Edge {
    let who = match Who::may(rules, row.act) {
        Who::Roles(roles) => wrapped(&roles),
        Who::Everybody => vec![EVERYBODY.to_owned()],
        Who::Nobody => vec![LEFT_OUT.to_owned()],
    };
    Edge::new(from, row.to.unwrap_or(from))
        .with_label(words::label(row.act.code()))
        .with_faint(Who::may(rules, row.act) == Who::Nobody)
        .with_remarks(who)
}

/// Roles in lines that a drawing does not have to break again.
fn wrapped(roles: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for role in roles {
        match lines.last_mut() {
            Some(line) if line.len() + role.len() + 2 <= WIDEST => {
                line.push_str(", ");
                line.push_str(role);
            }
            _ => lines.push(role.clone()),
        }
    }
    lines
}

/// The rows of a table in words, one step a row.
pub(super) fn steps(rules: &Rules, rows: &[RowView]) -> Vec<Step> {
    rows.iter().map(|row| step(rules, row)).collect()
}

fn step(rules: &Rules, row: &RowView) -> Step {
    let from = if row.from.is_empty() {
        NOT_THERE_YET.to_owned()
    } else {
        listed(
            row.from
                .iter()
                .map(|from| anywhere(from).map_or_else(|| words::label(from), str::to_owned)),
        )
    };
    // A report of fact meets no guard, whatever the protocol says beside it.
    let guards = match row.act.kind() {
        Kind::Fact => &[],
        Kind::Wish => rules.guards(row.act),
    };
    let conditions = if guards.is_empty() {
        "None".to_owned()
    } else {
        listed(guards.iter().map(words::condition))
    };
    Step {
        label: words::label(row.act.code()),
        who: match Who::may(rules, row.act) {
            Who::Roles(roles) => listed(roles.into_iter()),
            Who::Everybody => words::label(EVERYBODY),
            Who::Nobody => words::label(LEFT_OUT),
        },
        from,
        to: row.to.map_or_else(|| "Stays".to_owned(), words::label),
        conditions,
    }
}

fn listed(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}

/// Who may do an act under a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// A report of fact asks for no role.
    Everybody,
    /// The protocol leaves the step out.
    Nobody,
    /// People in these roles.
    Roles(Vec<String>),
}

impl Who {
    fn may(rules: &Rules, act: Act) -> Self {
        match (act.kind(), &**rules.roles(act)) {
            (Kind::Fact, _) => Self::Everybody,
            (Kind::Wish, []) => Self::Nobody,
            (Kind::Wish, roles) => {
                Self::Roles(roles.iter().map(|role| words::label(role.as_str())).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{graph, steps};
    use crate::diagram::graph::NodeKind;
    use collegium_engine::cycle::{
        acts::Act, child::Machine, protocol::Protocol, rules::Rules, table::RowView,
    };

    #[test]
    fn what_begins_elsewhere_than_in_a_phase_is_told_in_words() {
        let rules = Rules::compile(Protocol::standard()).unwrap();
        let row = |from: &[&'static str], to| RowView {
            act: Act::NoteProgress,
            from: from.to_vec(),
            to,
        };
        let rows = [
            row(&[], Some("open")),
            row(&["*"], None),
            row(&["**"], None),
            row(&["open", "lost"], Some("closed")),
        ];
        let graph = graph(&rules, Machine::Objective, &rows);
        let nodes: Vec<_> = graph
            .nodes()
            .iter()
            .map(|node| (node.label.as_str(), node.kind, !node.remark.is_empty()))
            .collect();
        assert_eq!(
            nodes,
            [
                ("Not there yet", NodeKind::Beginning, false),
                ("Open", NodeKind::Stage, false),
                ("Lost", NodeKind::Stage, true),
                ("Closed", NodeKind::End, false),
                ("Any phase", NodeKind::Anywhere, false),
                ("Any phase, or not there yet", NodeKind::Anywhere, false),
            ]
        );
        let told = steps(&rules, &rows);
        let ways: Vec<_> = told
            .iter()
            .map(|step| (step.from.as_str(), step.to.as_str()))
            .collect();
        assert_eq!(
            ways,
            [
                ("Not there yet", "Open"),
                ("Any phase", "Stays"),
                ("Any phase, or not there yet", "Stays"),
                ("Open, Lost", "Closed"),
            ]
        );
    }
}
