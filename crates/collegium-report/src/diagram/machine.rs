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

/// How a row says *in any phase*; no phase has such a code, nor an empty one.
const ANYWHERE: &str = "*";
const NOTHING: &str = "";

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
                .with_label("Not there yet")
                .with_kind(NodeKind::Beginning),
        );
    }
    for phase in rows.iter().flat_map(|row| row.from.iter().copied().chain(row.to)) {
        if phase == ANYWHERE {
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
    if origins().any(|from| from == ANYWHERE) {
        graph = graph.with_node(
            Node::new(ANYWHERE)
                .with_label("Any phase")
                .with_kind(NodeKind::Anywhere),
        );
    }
    for row in rows {
        for from in self::origins(row) {
            graph = graph.with_edge(edge(rules, row, from));
        }
    }
    graph
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
    let from = match row.from.as_slice() {
        [] => "Not there yet".to_owned(),
        [ANYWHERE] => "Any phase".to_owned(),
        phases => listed(phases.iter().map(|phase| words::label(phase))),
    };
    // A report of fact meets no guard, whatever the protocol says beside it.
    let guards = match row.act.kind() {
        Kind::Fact => &[],
        Kind::Wish => rules.guards(row.act),
    };
    let conditions = if guards.is_empty() {
        "None".to_owned()
    } else {
        listed(guards.iter().map(|guard| words::label(&words::code(guard))))
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
        match (act.kind(), rules.roles(act)) {
            (Kind::Fact, _) => Self::Everybody,
            (Kind::Wish, []) => Self::Nobody,
            (Kind::Wish, roles) => {
                Self::Roles(roles.iter().map(|role| words::label(role.as_str())).collect())
            }
        }
    }
}
