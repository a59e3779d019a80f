//! The state machines of a protocol as diagrams, and as a table for people who do not read diagrams.
//!
//! Everything is drawn from data: where a step leads comes from the machine's table, who may do it and under
//! which conditions from the compiled protocol. So a new machine, phase or step is drawn without a word here.
//! Steps that the protocol leaves out are drawn faint and say so; reports of fact are open to everybody.
//!
//! The way to a picture leads through [`graph::Graph`], which knows nothing of machines; whatever else has
//! stages and steps between them is drawn by the same two renderers.
//!
//! # Determinism
//! The same rules give the same bytes: machines, phases and steps in the order of their tables, roles and
//! conditions in the order of the protocol.
//!
//! # Example
//! ```
//! use collegium_engine::cycle::{child::Machine, protocol::Protocol, rules::Rules};
//! use collegium_report::diagram;
//!
//! let rules = Rules::compile(Protocol::standard())?;
//! let visit = diagram::mermaid(&rules, Some(Machine::Review));
//! assert!(visit.starts_with("stateDiagram-v2\n"));
//! assert!(diagram::table(&rules, None).contains("| Begin review"));
//! # Ok::<_, collegium_engine::cycle::protocol::check::InvalidProtocol>(())
//! ```

pub mod graph;

mod digraph;
mod machine;
mod state_diagram;
mod steps;
mod words;

use collegium_engine::cycle::{child::Machine, rules::Rules};
use graph::Graph;

/// One machine as a Mermaid state diagram, or all of them as Markdown with a heading and a fenced block each:
/// a Mermaid document holds one diagram only.
pub fn mermaid(rules: &Rules, machine: Option<Machine>) -> String {
    let graphs = graphs(rules, machine);
    match (machine, graphs.as_slice()) {
        (Some(_), [graph]) => graph.mermaid(),
        _ => sections(graphs.iter().map(|graph| {
            let block = format!("```mermaid\n{}```\n", graph.mermaid());
            (graph.title(), block)
        })),
    }
}

/// The machines as one Graphviz digraph, each in a cluster of its own.
pub fn dot(rules: &Rules, machine: Option<Machine>) -> String {
    graph::dot(&graphs(rules, machine))
}

/// The steps in plain words: what they are called, who may do them, where they begin, where they lead and
/// under which conditions. Markdown, with columns that line up on a terminal, too.
pub fn table(rules: &Rules, machine: Option<Machine>) -> String {
    let section = |machine: Machine| {
        let steps = machine::steps(rules, Rules::table(machine));
        (machine::title(machine), steps::table(&steps))
    };
    sections(wanted(machine).map(section))
}

/// Every machine as a graph, or the one asked for, in the order of the catalogue.
pub fn graphs(rules: &Rules, machine: Option<Machine>) -> Vec<Graph> {
    wanted(machine)
        .map(|machine| machine::graph(rules, machine, Rules::table(machine)))
        .collect()
}

fn wanted(machine: Option<Machine>) -> impl Iterator<Item = Machine> {
    let all = Machine::ALL.iter().copied();
    all.filter(move |it| machine.is_none_or(|wanted| wanted == *it))
}

fn sections(parts: impl Iterator<Item = (impl AsRef<str>, String)>) -> String {
    parts
        .map(|(title, body)| format!("## {}\n\n{body}", steps::cell(title.as_ref())))
        .collect::<Vec<_>>()
        .join("\n")
}
