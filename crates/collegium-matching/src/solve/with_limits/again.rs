//! After a change: from the flows of a plan, and from the tree at which the solver ended.
//!
//! The tree is kept by what its arcs are, not by where they stand, so that it outlives pairs that come and go. The
//! arcs are made anew each time, in linear time; what is saved is nearly all of the pivots.

use super::{Layout, Levels, Outcome, arcs, number, outcome};
use crate::{
    objective::Objective,
    problem::{Pair, Problem},
    solve::network_simplex::{Arc, Tree, solve_from},
};
use std::collections::BTreeMap;

/// Where the solver ended, to go on from after a change.
#[derive(Clone, Debug)]
pub(crate) struct Basis {
    /// The layout that the tree belongs to.
    between: BTreeMap<(u32, u32), u32>,
    node_count: u32,
    /// For each node its parent and what joins the two, if anything does.
    joints: Vec<Option<(u32, Joint)>>,
}

/// An arc that stays the same through changes of the pairs.
#[derive(Clone, Copy, Debug)]
enum Joint {
    /// By place among the arcs that are no pairs.
    Limit(u32),
    /// Taker and giver.
    Pair(u32, u32),
}

/// The best plan under all limits, from a plan that breaks none and, where it still fits, from a basis.
pub(in crate::solve) fn solve_again(
    problem: &Problem,
    objective: Objective,
    assignments: &[Pair],
    basis: Option<&Basis>,
) -> (Outcome, Basis) {
    let layout = Layout::of(problem);
    let levels = Levels::of(problem, objective, &layout);
    let (arcs, pair_arcs) = arcs::<i128>(problem, levels, &layout, true);
    let pairs: Vec<(u32, u32)> = problem.pairs().map(|it| (it.taker.0, it.giver.0)).collect();
    let first_pair = number(arcs.len() - pairs.len());
    let fits = |basis: &&Basis| basis.node_count == layout.node_count && basis.between == layout.between;
    let tree: Tree = match basis.filter(fits) {
        None => vec![None; layout.node_count as usize],
        Some(basis) => {
            let place = |joint: &(u32, Joint)| match joint.1 {
                Joint::Limit(arc) => Some((joint.0, arc)),
                Joint::Pair(taker, giver) => {
                    let pair = pairs.binary_search(&(taker, giver)).ok()?;
                    Some((joint.0, first_pair + number(pair)))
                }
            };
            let joints = basis.joints.iter().map(|joint| joint.as_ref().and_then(place));
            joints.collect()
        }
    };
    let flows = flows(problem, &layout, &arcs, first_pair, &pairs, assignments);
    let ruin = levels.ruin();
    let (circulation, tree) = solve_from(layout.node_count, arcs, ruin, &flows, &tree);
    let joint = |&(parent, arc): &(u32, u32)| {
        let pair = arc.checked_sub(first_pair).map(|pair| pairs[pair as usize]);
        let joint = pair.map_or(Joint::Limit(arc), |(taker, giver)| Joint::Pair(taker, giver));
        (parent, joint)
    };
    let basis = Basis {
        joints: tree.iter().map(|it| it.as_ref().map(joint)).collect(),
        between: layout.between.clone(),
        node_count: layout.node_count,
    };
    (outcome(problem, levels, &layout, &pair_arcs, circulation), basis)
}

/// The flows of a plan. Of the two arcs of a limit the first, up to the minimum, is filled first.
fn flows(
    problem: &Problem,
    layout: &Layout,
    arcs: &[Arc<i128>],
    first_pair: u32,
    pairs: &[(u32, u32)],
    assignments: &[Pair],
) -> Vec<u32> {
    // What goes over the limit of each node.
    let mut loads = vec![0_u32; layout.node_count as usize];
    let mut flows = vec![0_u32; arcs.len()];
    for pair in assignments {
        if let Ok(at) = pairs.binary_search(&(pair.taker.0, pair.giver.0)) {
            flows[first_pair as usize + at] = 1;
        }
        for group in problem.groups_of_giver(pair.giver) {
            loads[layout.giver_group(Some(group.index)) as usize] += 1;
        }
        for group in problem.groups_of_taker(pair.taker) {
            loads[layout.taker_group(Some(group.index)) as usize] += 1;
        }
        loads[(layout.givers + pair.giver.0) as usize] += 1;
        loads[(layout.takers + pair.taker.0) as usize] += 1;
        let team = problem.team_of(pair.taker);
        if let Some(node) = team.and_then(|team| layout.between.get(&(pair.giver.0, team.0))) {
            loads[*node as usize] += 1;
        }
    }
    for (arc, flow) in arcs[..first_pair as usize].iter().zip(&mut flows) {
        let is_takers =
            layout.takers <= arc.from && arc.from < layout.taker_groups + layout.taker_group_count;
        let node = if is_takers { arc.from } else { arc.to };
        let load = &mut loads[node as usize];
        *flow = arc.capacity.min(*load);
        *load -= *flow;
    }
    flows
}
