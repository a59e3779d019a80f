//! Problem and plan as a circulation with a least and a most on every arc, in which a cut is sought.
//!
//! The arcs are those of limits and pairs: from a hub through the givers' groups to the givers, over the pairs to
//! the takers, and through their groups back to the hub. A demand is an arc of its own before the taker's limit.

use super::{Load, Share, Witness, loads_of};
use crate::{
    plan::Plan,
    problem::{Group, GroupIndex, Problem, TakerIndex},
};
use std::collections::BTreeMap;

/// Where something is lacking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// The demand of a taker.
    Demand(TakerIndex),
    /// A minimum or a required pair.
    Limit(Load),
}

impl Spot {
    fn load(self) -> Load {
        match self {
            Self::Demand(taker) => Load::Taker(taker),
            Self::Limit(load) => load,
        }
    }
}

struct Arc {
    from: u32,
    to: u32,
    least: u32,
    most: u32,
    flow: u32,
    spot: Spot,
}

impl Arc {
    /// Whether it could carry a unit more.
    fn has_room(&self) -> bool {
        self.flow < self.most
    }

    /// Whether it could carry a unit less with nothing more lacking.
    fn can_spare(&self) -> bool {
        self.flow > self.least
    }
}

pub(super) struct Network {
    arcs: Vec<Arc>,
    /// The arcs at each node.
    at: Vec<Vec<u32>>,
    /// The flows of loads that have some.
    flows: BTreeMap<Load, u32>,
}

const HUB: u32 = 0;

/// The first node of each kind; a taker has two, before and after its demand.
struct Nodes {
    giver_groups: u32,
    givers: u32,
    takers: u32,
    met: u32,
    taker_groups: u32,
    in_teams: u32,
}

impl Nodes {
    fn of(problem: &Problem) -> Self {
        let giver_groups = HUB + 1;
        let givers = giver_groups + number(problem.giver_groups().len());
        let takers = givers + problem.giver_count();
        let met = takers + problem.taker_count();
        let taker_groups = met + problem.taker_count();
        let in_teams = taker_groups + number(problem.taker_groups().len());
        Self {
            giver_groups,
            givers,
            takers,
            met,
            taker_groups,
            in_teams,
        }
    }

    fn giver_group(&self, group: Option<GroupIndex>) -> u32 {
        group.map_or(HUB, |group| self.giver_groups + group.0)
    }

    fn taker_group(&self, group: Option<GroupIndex>) -> u32 {
        group.map_or(HUB, |group| self.taker_groups + group.0)
    }
}

impl Network {
    /// With `demands`, they are wanted as minimums are.
    pub(super) fn of(problem: &Problem, plan: &Plan, demands: bool) -> Self {
        let nodes = Nodes::of(problem);
        let mut flows = BTreeMap::new();
        for load in plan.assignments().iter().flat_map(|pair| loads_of(problem, pair)) {
            *flows.entry(load).or_default() += 1;
        }
        let mut network = Self {
            arcs: Vec::new(),
            at: vec![Vec::new(); nodes.in_teams as usize],
            flows,
        };
        for group in problem.giver_groups() {
            let ends = (
                nodes.giver_group(group.within),
                nodes.giver_group(Some(group.index)),
            );
            let spot = Spot::Limit(Load::GiverGroup(group.index));
            network.arc(spot, ends, group.minimum, group.maximum);
        }
        for giver in problem.givers() {
            let group = innermost(problem.groups_of_giver(giver.index));
            let ends = (nodes.giver_group(group), nodes.givers + giver.index.0);
            let spot = Spot::Limit(Load::Giver(giver.index));
            network.arc(spot, ends, giver.minimum, giver.capacity);
        }
        for taker in problem.takers() {
            let (before, met) = (nodes.takers + taker.index.0, nodes.met + taker.index.0);
            let wanted = if demands { taker.demand } else { 0 };
            network.arc(Spot::Demand(taker.index), (before, met), wanted, taker.demand);
            let ends = (
                met,
                nodes.taker_group(innermost(problem.groups_of_taker(taker.index))),
            );
            let spot = Spot::Limit(Load::Taker(taker.index));
            network.arc(spot, ends, taker.minimum, taker.demand);
        }
        for group in problem.taker_groups() {
            let ends = (
                nodes.taker_group(Some(group.index)),
                nodes.taker_group(group.within),
            );
            let spot = Spot::Limit(Load::TakerGroup(group.index));
            network.arc(spot, ends, group.minimum, group.maximum);
        }
        network.pairs(problem, &nodes);
        network
    }

    /// The pairs; those of a giver with one team share a node, into which one unit goes.
    fn pairs(&mut self, problem: &Problem, nodes: &Nodes) {
        let mut in_teams = BTreeMap::new();
        for pair in problem.pairs() {
            let giver = nodes.givers + pair.giver.0;
            let from = problem.team_of(pair.taker).map_or(giver, |team| {
                *in_teams.entry((pair.giver, team)).or_insert_with(|| {
                    let node = number(self.at.len());
                    self.at.push(Vec::new());
                    let spot = Spot::Limit(Load::GiverInTeam(pair.giver, team));
                    self.arc(spot, (giver, node), 0, 1);
                    node
                })
            });
            let required = u32::from(problem.is_required(pair.giver, pair.taker));
            let spot = Spot::Limit(Load::Pair(pair.giver, pair.taker));
            self.arc(spot, (from, nodes.takers + pair.taker.0), required, 1);
        }
    }

    fn arc(&mut self, spot: Spot, (from, to): (u32, u32), least: u32, most: u32) {
        let arc = number(self.arcs.len());
        for end in [from, to] {
            self.at[end as usize].push(arc);
        }
        self.arcs.push(Arc {
            from,
            to,
            least,
            most,
            flow: self.flows.get(&spot.load()).copied().unwrap_or(0),
            spot,
        });
    }

    /// What keeps another unit from that arc, if anything does: around its tail or around its head, whichever is
    /// told in fewer words.
    pub(super) fn cut(&self, spot: Spot) -> Option<Witness> {
        let arc = self.arcs.iter().find(|arc| arc.spot == spot)?;
        let before = self.reaching(arc.from);
        if before[arc.to as usize] {
            return None;
        }
        let mut beyond = self.reached(arc.to);
        for is_reached in &mut beyond {
            *is_reached = !*is_reached;
        }
        let (one, other) = (self.across(&before), self.across(&beyond));
        let length = |witness: &Witness| witness.wanted.len() + witness.most.len();
        Some(if length(&one) <= length(&other) {
            one
        } else {
            other
        })
    }

    /// From where another unit could come to `node`.
    fn reaching(&self, node: u32) -> Vec<bool> {
        self.search(node, |arc, node| {
            (arc.to == node && arc.has_room()) || (arc.from == node && arc.can_spare())
        })
    }

    /// Where another unit from `node` could go.
    fn reached(&self, node: u32) -> Vec<bool> {
        self.search(node, |arc, node| {
            (arc.from == node && arc.has_room()) || (arc.to == node && arc.can_spare())
        })
    }

    fn search(&self, start: u32, passes: impl Fn(&Arc, u32) -> bool) -> Vec<bool> {
        let mut found = vec![false; self.at.len()];
        found[start as usize] = true;
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            for &arc in &self.at[node as usize] {
                let arc = &self.arcs[arc as usize];
                if !passes(arc, node) {
                    continue;
                }
                let other = if arc.from == node { arc.to } else { arc.from };
                if !std::mem::replace(&mut found[other as usize], true) {
                    open.push(other);
                }
            }
        }
        found
    }

    /// What is wanted on the way out of `inside`, and what can come in.
    fn across(&self, inside: &[bool]) -> Witness {
        let (mut wanted, mut most) = (BTreeMap::new(), BTreeMap::new());
        for arc in &self.arcs {
            let load = arc.spot.load();
            match (inside[arc.from as usize], inside[arc.to as usize]) {
                (true, false) if arc.least > 0 => wanted.insert(load, arc.least),
                (false, true) => most.insert(load, arc.most),
                _ => None,
            };
        }
        // A demand that goes out and comes in again says nothing.
        wanted.retain(|load, units| {
            let is_both = most.get(load) == Some(units);
            if is_both {
                most.remove(load);
            }
            !is_both
        });
        let shares = |loads: BTreeMap<Load, u32>| {
            let shares = loads.into_iter().map(|(of, units)| Share { of, units });
            shares.collect()
        };
        Witness {
            wanted: shares(wanted),
            most: shares(most),
        }
    }
}

fn innermost<'a>(mut groups: impl Iterator<Item = Group<'a>>) -> Option<GroupIndex> {
    groups.next().map(|group| group.index)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a problem numbers its pairs and groups in 32 bits")
}
