//! Primal network simplex: the circulation of the highest gain, exactly.
//!
//! A spanning tree carries the potentials; an arc outside of it whose gain beats their difference enters,
//! flow is pushed round the cycle that it closes, and an arc that stops it leaves. The tree is kept *strongly
//! feasible* (from every node some flow could still be sent to the root), so that no tree comes twice.
//!
//! Source: Cunningham, *A network simplex method* (1976), doi:10.1007/BF01580379; block search of Grigoriadis
//! (1986). Complexity: pivots × (block of arcs + cycle + subtree that moves); pivots have no polynomial bound
//! and are few in practice. Deterministic: arcs are looked at in their order.

use std::ops::{Add, Neg, Sub};

/// An exact integer, wide enough for three gains of a path.
pub(super) trait Gain:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
}

impl Gain for i64 {}
impl Gain for i128 {}

/// An arc that carries up to `capacity` units from one node to another, each for a gain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc<G> {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) capacity: u32,
    pub(super) gain: G,
}

/// The flow of the highest gain, by arc, and potentials that prove it, by node: an arc with room has
/// gain ≤ potential(to) − potential(from), an arc that is used has gain ≥ that.
pub(super) struct Circulation<G> {
    pub(super) flows: Vec<u32>,
    pub(super) potentials: Vec<G>,
}

/// A spanning tree from which to go on: for each node its parent and the arc between them, by place; none where it
/// hangs at the hub by nothing but an arc that carries no flow.
pub(super) type Tree = Vec<Option<(u32, u32)>>;

/// The root, whose potential is 0.
pub(super) const HUB: u32 = 0;

const NONE: u32 = u32::MAX;

/// Arcs that are looked at before the best of them enters: about one taker's pairs. With the usual square root
/// of all arcs, 20,000 takers with 600,000 pairs took five times as long.
const BLOCK: usize = 48;

/// Where an arc stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Tree,
    Empty,
    Full,
}

/// A node of the spanning tree.
#[derive(Clone, Copy)]
struct Node<G> {
    potential: G,
    parent: u32,
    /// The arc that joins it to its parent.
    arc: u32,
    depth: u32,
    first_child: u32,
    next: u32,
    previous: u32,
}

struct Simplex<G> {
    arcs: Vec<Arc<G>>,
    flows: Vec<u32>,
    states: Vec<State>,
    nodes: Vec<Node<G>>,
    /// Arcs that may enter; those after them only hold the first tree together.
    real: usize,
    next_block: usize,
}

/// Solves for nodes `0..node_count`; `ruin` is a loss that no cycle makes up for. Arcs join two nodes.
pub(super) fn solve<G: Gain>(node_count: u32, arcs: Vec<Arc<G>>, ruin: G) -> Circulation<G> {
    let mut simplex = Simplex::at_first(node_count, arcs, ruin);
    simplex.improve();
    simplex.circulation()
}

/// Goes on from `flows`, which break no capacity and are balanced at every node, and from a tree; also gives the
/// tree that it ends with. What it comes to is what [`solve`] comes to; the fewer arcs have changed since the tree
/// was the last one, the fewer pivots.
pub(super) fn solve_from<G: Gain>(
    node_count: u32,
    arcs: Vec<Arc<G>>,
    ruin: G,
    flows: &[u32],
    tree: &Tree,
) -> (Circulation<G>, Tree) {
    let mut simplex = Simplex::at_first(node_count, arcs, ruin);
    for (arc, &flow) in flows.iter().enumerate() {
        simplex.flows[arc] = flow;
        simplex.states[arc] = if flow == 0 { State::Empty } else { State::Full };
    }
    simplex.plant(tree);
    for arc in 0..simplex.real {
        let flow = simplex.flows[arc];
        if simplex.states[arc] == State::Full && flow < simplex.arcs[arc].capacity {
            let forward = simplex.excess(&simplex.arcs[arc]) > G::default();
            simplex.pivot_towards(arc, forward);
        }
    }
    simplex.improve();
    let tree = simplex.tree();
    (simplex.circulation(), tree)
}

/// Every node hangs at the hub by an arc that leads there.
fn first_tree<G: Gain>(node_count: u32, real: usize, ruin: G) -> Vec<Node<G>> {
    let at = |node: u32| node as usize;
    (0..node_count)
        .map(|node| Node {
            potential: if node == HUB { G::default() } else { ruin },
            parent: if node == HUB { NONE } else { HUB },
            arc: u32::try_from(real + at(node)).map_or(NONE, |arc| arc.wrapping_sub(1)),
            depth: u32::from(node != HUB),
            first_child: if node == HUB && node_count > 1 { 1 } else { NONE },
            next: if node == HUB || node + 1 == node_count {
                NONE
            } else {
                node + 1
            },
            previous: if node > 1 { node - 1 } else { NONE },
        })
        .collect()
}

impl<G: Gain> Simplex<G> {
    /// Without flow, every node at the hub.
    fn at_first(node_count: u32, mut arcs: Vec<Arc<G>>, ruin: G) -> Self {
        let real = arcs.len();
        arcs.extend((1..node_count).map(|node| Arc {
            from: node,
            to: HUB,
            capacity: u32::MAX,
            gain: -ruin,
        }));
        let mut states = vec![State::Empty; real];
        states.resize(arcs.len(), State::Tree);
        Self {
            flows: vec![0; arcs.len()],
            states,
            nodes: first_tree(node_count, real, ruin),
            arcs,
            real,
            next_block: 0,
        }
    }

    fn improve(&mut self) {
        while let Some(entering) = self.entering() {
            self.pivot_towards(entering, self.states[entering] == State::Empty);
        }
    }

    fn circulation(mut self) -> Circulation<G> {
        self.flows.truncate(self.real);
        Circulation {
            flows: self.flows,
            potentials: self.nodes.iter().map(|node| node.potential).collect(),
        }
    }

    /// The tree as it stands.
    fn tree(&self) -> Tree {
        let joint = |node: &Node<G>| {
            let is_real = node.parent != NONE && (node.arc as usize) < self.real;
            is_real.then_some((node.parent, node.arc))
        };
        self.nodes.iter().map(joint).collect()
    }

    /// Hangs the nodes as `tree` says, from the hub down. Where flow could not be sent up, a node stays at the hub,
    /// so that the tree is strongly feasible.
    fn plant(&mut self, tree: &Tree) {
        let mut children: Vec<Vec<u32>> = vec![Vec::new(); self.nodes.len()];
        for (node, joint) in (0_u32..).zip(tree) {
            if let Some((parent, _)) = joint {
                children[*parent as usize].push(node);
            }
        }
        // Those that stay at the hub come first; from each its subtree.
        let roots = (0_u32..).zip(tree).filter(|(_, joint)| joint.is_none());
        let mut open: Vec<u32> = roots.map(|(node, _)| node).collect();
        while let Some(node) = open.pop() {
            for &child in &children[node as usize] {
                open.push(child);
                let Some((parent, arc)) = tree[child as usize] else {
                    continue;
                };
                let leads_up = self.arcs[arc as usize].from == child;
                let (flow, capacity) = (self.flows[arc as usize], self.arcs[arc as usize].capacity);
                if if leads_up { flow < capacity } else { flow > 0 } {
                    let artificial = self.nodes[child as usize].arc as usize;
                    self.states[artificial] = State::Empty;
                    self.states[arc as usize] = State::Tree;
                    self.hang(child, parent, arc, child);
                }
            }
        }
    }

    /// How much more an arc gains than the way round it in the tree.
    fn excess(&self, arc: &Arc<G>) -> G {
        arc.gain + self.nodes[arc.from as usize].potential - self.nodes[arc.to as usize].potential
    }

    /// The best arc of the first block that has one to enter.
    fn entering(&mut self) -> Option<usize> {
        let mut best = None;
        let mut most = G::default();
        let mut in_block = 0;
        for step in 0..self.real {
            let arc = (self.next_block + step) % self.real;
            let excess = match self.states[arc] {
                State::Tree => G::default(),
                State::Empty => self.excess(&self.arcs[arc]),
                State::Full => -self.excess(&self.arcs[arc]),
            };
            if excess > most {
                (best, most) = (Some(arc), excess);
            }
            in_block += 1;
            if in_block == BLOCK {
                if best.is_some() {
                    self.next_block = arc + 1;
                    return best;
                }
                in_block = 0;
            }
        }
        best
    }

    /// Sends flow over an arc, `forward` or back, and round through the tree.
    fn pivot_towards(&mut self, entering: usize, forward: bool) {
        let Arc {
            from, to, capacity, ..
        } = self.arcs[entering];
        // Flow goes from `tail` to `head` over the entering arc, and back through the tree.
        let (tail, head) = if forward { (from, to) } else { (to, from) };
        let join = self.join(tail, head);
        let mut room = if forward {
            capacity - self.flows[entering]
        } else {
            self.flows[entering]
        };
        // The node whose parent arc stops the flow, and whether it is on the tail's side.
        let mut stop = None;
        let mut node = tail;
        while node != join {
            let here = self.room(node, false);
            if here < room {
                (room, stop) = (here, Some((node, true)));
            }
            node = self.nodes[node as usize].parent;
        }
        node = head;
        while node != join {
            let here = self.room(node, true);
            if here <= room {
                (room, stop) = (here, Some((node, false)));
            }
            node = self.nodes[node as usize].parent;
        }
        if room > 0 {
            self.push(entering, forward, (tail, head), join, room);
        }
        let Some((leaving, at_tail)) = stop else {
            self.states[entering] = if forward { State::Full } else { State::Empty };
            return;
        };
        let out = self.nodes[leaving as usize].arc as usize;
        self.states[out] = if self.flows[out] == 0 {
            State::Empty
        } else {
            State::Full
        };
        self.states[entering] = State::Tree;
        let (inner, outer) = if at_tail { (tail, head) } else { (head, tail) };
        self.hang(inner, outer, number(entering), leaving);
    }

    /// The first node on both ways to the hub.
    fn join(&self, mut one: u32, mut other: u32) -> u32 {
        while one != other {
            let (a, b) = (&self.nodes[one as usize], &self.nodes[other as usize]);
            if a.depth >= b.depth {
                one = a.parent;
            } else {
                other = b.parent;
            }
        }
        one
    }

    fn leads_up(&self, node: u32) -> bool {
        self.arcs[self.nodes[node as usize].arc as usize].from == node
    }

    /// How much more flow the arc between a node and its parent takes, upwards or downwards.
    fn room(&self, node: u32, upwards: bool) -> u32 {
        let arc = self.nodes[node as usize].arc as usize;
        if self.leads_up(node) == upwards {
            self.arcs[arc].capacity - self.flows[arc]
        } else {
            self.flows[arc]
        }
    }

    fn push(&mut self, entering: usize, forward: bool, (tail, head): (u32, u32), join: u32, units: u32) {
        let add = |flow: &mut u32, forward: bool| *flow = if forward { *flow + units } else { *flow - units };
        add(&mut self.flows[entering], forward);
        for (start, upwards) in [(tail, false), (head, true)] {
            let mut node = start;
            while node != join {
                let forward = self.leads_up(node) == upwards;
                add(&mut self.flows[self.nodes[node as usize].arc as usize], forward);
                node = self.nodes[node as usize].parent;
            }
        }
    }

    /// Hangs the subtree of `top` at `outer`, by the entering arc, from its node `inner`.
    fn hang(&mut self, inner: u32, outer: u32, entering: u32, top: u32) {
        let (mut node, mut parent, mut arc) = (inner, outer, entering);
        loop {
            let before = self.nodes[node as usize];
            self.unlink(node);
            self.link(node, parent, arc);
            if node == top {
                break;
            }
            (parent, arc, node) = (node, before.arc, before.parent);
        }
        let Arc { from, gain, .. } = self.arcs[entering as usize];
        let reached = self.nodes[outer as usize].potential;
        let potential = if from == outer {
            reached + gain
        } else {
            reached - gain
        };
        let shift = potential - self.nodes[inner as usize].potential;
        self.move_subtree(inner, shift);
    }

    fn unlink(&mut self, node: u32) {
        let Node {
            parent,
            next,
            previous,
            ..
        } = self.nodes[node as usize];
        if previous == NONE {
            self.nodes[parent as usize].first_child = next;
        } else {
            self.nodes[previous as usize].next = next;
        }
        if next != NONE {
            self.nodes[next as usize].previous = previous;
        }
    }

    fn link(&mut self, node: u32, parent: u32, arc: u32) {
        let next = self.nodes[parent as usize].first_child;
        self.nodes[parent as usize].first_child = node;
        if next != NONE {
            self.nodes[next as usize].previous = node;
        }
        let at = &mut self.nodes[node as usize];
        (at.parent, at.arc, at.next, at.previous) = (parent, arc, next, NONE);
    }

    /// Shifts the potentials below and at `top`, and counts depths anew.
    fn move_subtree(&mut self, top: u32, shift: G) {
        let mut node = top;
        loop {
            let depth = self.nodes[self.nodes[node as usize].parent as usize].depth + 1;
            let at = &mut self.nodes[node as usize];
            at.depth = depth;
            at.potential = at.potential + shift;
            if at.first_child != NONE {
                node = at.first_child;
                continue;
            }
            while self.nodes[node as usize].next == NONE && node != top {
                node = self.nodes[node as usize].parent;
            }
            if node == top {
                return;
            }
            node = self.nodes[node as usize].next;
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a problem numbers its arcs in 32 bits")
}
