//! The order of tasks, decisions and milestones has no circle, and every one of them can come about.

use super::{FaultKind, Faults};
use crate::protocol::{Branch, Guard, Protocol};
use collegium_model::short_code::{ApprovalKind, MilestoneCode, OutcomeCode, TaskCode};
use petgraph::{
    algo::tarjan_scc,
    graph::{DiGraph, NodeIndex},
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Point {
    Task(TaskCode),
    Approval(ApprovalKind),
    Milestone(MilestoneCode),
}

impl Point {
    fn name(self) -> String {
        match self {
            Self::Task(code) => code.to_string(),
            Self::Approval(kind) => kind.to_string(),
            Self::Milestone(code) => code.to_string(),
        }
    }

    fn place(self, protocol: &Protocol) -> String {
        let at = |found: Option<usize>| found.unwrap_or_default();
        match self {
            Self::Task(code) => {
                let index = at(protocol.tasks.iter().position(|it| it.code == code));
                format!("tasks[{index}]")
            }
            Self::Approval(kind) => format!("approvals.{kind}"),
            Self::Milestone(code) => {
                let index = at(protocol.milestones.iter().position(|it| it.code == code));
                format!("milestones[{index}]")
            }
        }
    }
}

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    circles(protocol, faults);
    branches(protocol, faults);
    for (index, milestone) in protocol.milestones.iter().enumerate() {
        let of = Some(milestone.code);
        let tasks = protocol.tasks.iter().any(|task| task.milestone == of);
        if !tasks && !protocol.approvals.values().any(|rule| rule.milestone == of) {
            faults.add(format!("milestones[{index}]"), FaultKind::EmptyMilestone);
        }
    }
}

fn points_of(branches: &[Branch]) -> impl Iterator<Item = Point> + '_ {
    branches.iter().filter_map(|branch| {
        let approval = branch.approval.map(Point::Approval);
        approval.or(branch.task.map(Point::Task))
    })
}

/// What each point waits for.
fn waits(protocol: &Protocol) -> BTreeMap<Point, Vec<Point>> {
    let asked = |guard: &Guard| match guard {
        Guard::TaskComplete(code) => Some(Point::Task(*code)),
        Guard::Approved(it) => Some(Point::Approval(it.approval)),
        _ => None,
    };
    let tasks = protocol.tasks.iter().map(|task| {
        let after = task.after.iter().copied().map(Point::Task);
        let before = after.chain(points_of(&task.when));
        let guarded = task.guards.iter().filter_map(asked);
        (Point::Task(task.code), before.chain(guarded).collect())
    });
    let approvals = protocol.approvals.iter().map(|(kind, rule)| {
        let after = rule.after.iter().copied().map(Point::Task);
        (
            Point::Approval(*kind),
            after.chain(points_of(&rule.when)).collect(),
        )
    });
    let milestones = protocol.milestones.iter().map(|it| {
        let after = it.after.iter().copied().map(Point::Milestone);
        (Point::Milestone(it.code), after.collect())
    });
    tasks.chain(approvals).chain(milestones).collect()
}

fn circles(protocol: &Protocol, faults: &mut Faults) {
    let waits = waits(protocol);
    let mut graph = DiGraph::<Point, ()>::new();
    let nodes: BTreeMap<Point, NodeIndex> = waits.keys().map(|it| (*it, graph.add_node(*it))).collect();
    for (point, before) in &waits {
        for (from, to) in before.iter().filter_map(|it| nodes.get(it).zip(nodes.get(point))) {
            graph.update_edge(*from, *to, ());
        }
    }
    for component in tarjan_scc(&graph) {
        let first = component.first().copied();
        let waits_for_itself = first.is_some_and(|node| graph.contains_edge(node, node));
        if component.len() < 2 && !waits_for_itself {
            continue;
        }
        let mut points: Vec<_> = component
            .iter()
            .filter_map(|node| graph.node_weight(*node))
            .collect();
        points.sort();
        if let Some(point) = points.first() {
            let names = points.iter().map(|point| point.name()).collect();
            faults.add(point.place(protocol), FaultKind::Circle { names });
        }
    }
}

/// Two branches over one point must leave an outcome.
fn branches(protocol: &Protocol, faults: &mut Faults) {
    let of = |point: Point| format!("{}.when", point.place(protocol));
    let tasks = protocol
        .tasks
        .iter()
        .map(|it| (of(Point::Task(it.code)), &it.when));
    let approvals = protocol
        .approvals
        .iter()
        .map(|(kind, it)| (of(Point::Approval(*kind)), &it.when));
    let milestones = protocol
        .milestones
        .iter()
        .map(|it| (of(Point::Milestone(it.code)), &it.when));
    let needs = protocol.milestones.iter().map(|it| {
        let place = Point::Milestone(it.code).place(protocol);
        (format!("{place}.needs"), &it.needs)
    });
    let progress = protocol
        .progress_when
        .iter()
        .map(|(outcome, when)| (format!("progress_when.{outcome}"), when));
    for (place, when) in tasks
        .chain(approvals)
        .chain(milestones)
        .chain(needs)
        .chain(progress)
    {
        let mut left: BTreeMap<Point, BTreeSet<OutcomeCode>> = BTreeMap::new();
        for (of, branch) in points_of(when).zip(
            when.iter()
                .filter(|it| it.approval.is_some() || it.task.is_some()),
        ) {
            let outcomes: BTreeSet<_> = branch.is.iter().copied().collect();
            let both = match left.get(&of) {
                Some(before) => before.intersection(&outcomes).copied().collect(),
                None => outcomes,
            };
            if both.is_empty() && !branch.is.is_empty() {
                let of = of.name();
                faults.add(place.clone(), FaultKind::NeverAskedFor { of });
            }
            left.insert(of, both);
        }
    }
}
