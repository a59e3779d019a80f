//! How far help could be passed on.

use super::SupportNetwork;
use petgraph::algo::kosaraju_scc;
use serde::Serialize;

/// How many other schools a school reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reach<'a> {
    /// The school.
    pub school: &'a str,
    /// How many others there are to which a path of ties leads, each from giver to taker.
    pub reaches: u64,
}

/// How many other schools each school reaches by help, and by help of those it helped, and so on; by id.
///
/// # Complexity
/// O(schools · (schools + ties) / 128) time: every bit of a word asks for one school, and 128 schools are
/// asked for in one pass over the strong components. O(schools + ties) memory, not the square that all
/// answers at once would take.
///
/// # Determinism
/// In which order petgraph yields the components does not change the counts.
///
/// # Source
/// Reachability: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478, chapter 4. Closing a graph by
/// its strong components: Purdom (1970), doi:10.1007/BF01940892. The components are petgraph's, by
/// Kosaraju's algorithm in the form of Sharir (1981), doi:10.1016/0898-1221(81)90008-0: it keeps its own
/// stack, so that a long chain of schools does not exhaust the thread's.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, reach};
/// let network = SupportNetwork::builder()
///     .help("north", "hill", 1)
///     .help("hill", "vale", 1)
///     .build()?;
/// let reach: Vec<_> = reach(&network).into_iter().map(|one| (one.school, one.reaches)).collect();
/// assert_eq!(reach, [("hill", 1), ("north", 2), ("vale", 0)]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn reach(network: &SupportNetwork) -> Vec<Reach<'_>> {
    let condensed = Condensed::new(network);
    let counts = condensed.reached();
    let count_of = condensed.component_of.iter().map(|&component| counts[component]);
    network
        .schools()
        .zip(count_of)
        .map(|(school, count)| Reach {
            school,
            // A school is in its own component.
            reaches: count - 1,
        })
        .collect()
}

/// How many schools are asked for at once: the bits of a word.
const BLOCK: usize = 128;

/// The strong components, each after all that it leads to.
struct Condensed {
    component_of: Vec<usize>,
    /// Numbers the schools anew, component by component: where each begins, and where the last ends.
    starts: Vec<usize>,
    /// Components with an arc into another, and that other one; without repetition.
    arcs: Vec<(usize, usize)>,
}

impl Condensed {
    fn new(network: &SupportNetwork) -> Self {
        let components = kosaraju_scc(&network.to_digraph());
        let mut component_of = vec![0; network.schools.len()];
        let mut starts = vec![0];
        let mut end = 0;
        for (component, nodes) in components.iter().enumerate() {
            for node in nodes {
                component_of[node.index()] = component;
            }
            end += nodes.len();
            starts.push(end);
        }
        let mut arcs: Vec<(usize, usize)> = network
            .ties
            .iter()
            .map(|tie| (component_of[tie.giver], component_of[tie.taker]))
            .filter(|(from, to)| from != to)
            .collect();
        arcs.sort_unstable();
        arcs.dedup();
        Self {
            component_of,
            starts,
            arcs,
        }
    }

    /// How many schools each component reaches, its own included.
    fn reached(&self) -> Vec<u64> {
        let schools = self.component_of.len();
        let mut counts = vec![0; self.starts.len() - 1];
        let mut bits = vec![0u128; counts.len()];
        for first in (0..schools).step_by(BLOCK) {
            let asked = first..schools.min(first + BLOCK);
            // Components before this one lead only to components before them.
            let from = self.starts.partition_point(|&start| start <= first) - 1;
            bits[..from].fill(0);
            let mut arcs = &self.arcs[self.arcs.partition_point(|arc| arc.0 < from)..];
            for component in from..counts.len() {
                let own = self.starts[component]..self.starts[component + 1];
                let mut found = (own.start.max(asked.start)..own.end.min(asked.end))
                    .fold(0, |found, school| found | 1 << (school - first));
                while let Some((&(_, to), rest)) = arcs.split_first().filter(|(arc, _)| arc.0 == component) {
                    found |= bits[to];
                    arcs = rest;
                }
                bits[component] = found;
                counts[component] += u64::from(found.count_ones());
            }
        }
        counts
    }
}
