//! A matching problem: who offers how much, who needs how much, and which pairs are possible at what
//! score. Immutable once built; ids are sorted, so the order of the input leaves no trace.

use crate::score::Score;
use std::collections::BTreeMap;

mod apart;
mod builder;
mod canonical;
mod changed;
mod fault;
mod file;
mod ids;
mod limits;

pub(crate) use apart::Ways;
pub use builder::ProblemBuilder;
pub(crate) use builder::{At, limits::Sided};
pub use canonical::ProblemHash;
pub use fault::{Fault, FaultKind, List, Place, ProblemFaults};
pub use file::{
    ForbiddenEntry, GiverEntry, GroupEntry, PairEntry, ProblemFile, ProblemUnreadable, RequiredEntry,
    TakerEntry,
};
pub use limits::{Group, GroupIndex};
use limits::{Limits, Present};

/// The number of a giver: its rank by id within one [`Problem`], from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GiverIndex(pub u32);

/// The number of a taker: its rank by id within one [`Problem`], from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TakerIndex(pub u32);

impl GiverIndex {
    /// The same number, to index a slice with.
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

impl TakerIndex {
    /// The same number, to index a slice with.
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A school, or a central team, that can lend people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Giver<'a> {
    /// Its number in this problem.
    pub index: GiverIndex,
    /// Its id, as given.
    pub id: &'a str,
    /// How many units it can give at once.
    pub capacity: u32,
    /// How many it should give at least.
    pub minimum: u32,
}

/// A need, or a school that has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taker<'a> {
    /// Its number in this problem.
    pub index: TakerIndex,
    /// Its id, as given.
    pub id: &'a str,
    /// How many units it asks for, each from a different giver.
    pub demand: u32,
    /// How many it should receive at least.
    pub minimum: u32,
}

/// A giver that could help a taker, with at most one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Who needs.
    pub taker: TakerIndex,
    /// Who could give.
    pub giver: GiverIndex,
    /// How good that would be.
    pub score: Score,
}

/// Givers, takers and possible pairs, checked as a whole.
///
/// # Shape
/// Givers and takers are numbered by rank of id. Pairs are kept by taker, then giver; a forbidden pair
/// is not among them, but [`Problem::forbidden_pairs`] remembers it, so that an explanation can name it; so does
/// [`Problem::too_far_pairs`] one that is too far apart.
///
/// # Example
/// ```
/// # use collegium_matching::problem::Problem;
/// let problem = Problem::builder()
///     .giver("901234", 2)
///     .taker("900017/attendance", 1)
///     .pair("901234", "900017/attendance", "0.8".parse()?)
///     .build()?;
/// assert_eq!(problem.pair_count(), 1);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    giver_ids: Vec<Box<str>>,
    capacities: Vec<u32>,
    taker_ids: Vec<Box<str>>,
    demands: Vec<u32>,
    /// Where each taker's pairs begin in `pair_givers`; one entry more than there are takers.
    row_starts: Vec<u32>,
    pair_givers: Vec<u32>,
    pair_scores: Vec<Score>,
    forbidden: BTreeMap<(u32, u32), Score>,
    limits: Limits,
    present: Present,
    ways: Ways,
}

impl Problem {
    /// An empty builder.
    pub fn builder() -> ProblemBuilder {
        ProblemBuilder::default()
    }

    /// All givers by id.
    pub fn givers(&self) -> impl ExactSizeIterator<Item = Giver<'_>> {
        (0..self.giver_count()).map(|at| self.giver(GiverIndex(at)))
    }

    /// All takers by id.
    pub fn takers(&self) -> impl ExactSizeIterator<Item = Taker<'_>> {
        (0..self.taker_count()).map(|at| self.taker(TakerIndex(at)))
    }

    /// The giver of that number. Panics on a number of another problem, as a slice does.
    pub fn giver(&self, index: GiverIndex) -> Giver<'_> {
        Giver {
            index,
            id: &self.giver_ids[index.at()],
            capacity: self.capacities[index.at()],
            minimum: self.limits.giver_minimum(index),
        }
    }

    /// The taker of that number. Panics on a number of another problem, as a slice does.
    pub fn taker(&self, index: TakerIndex) -> Taker<'_> {
        Taker {
            index,
            id: &self.taker_ids[index.at()],
            demand: self.demands[index.at()],
            minimum: self.limits.taker_minimum(index),
        }
    }

    /// The number of the giver with that id. Logarithmic.
    pub fn find_giver(&self, id: &str) -> Option<GiverIndex> {
        find(&self.giver_ids, id).map(GiverIndex)
    }

    /// The number of the taker with that id. Logarithmic.
    pub fn find_taker(&self, id: &str) -> Option<TakerIndex> {
        find(&self.taker_ids, id).map(TakerIndex)
    }

    /// The pairs of one taker, by giver.
    pub fn pairs_of(&self, taker: TakerIndex) -> impl ExactSizeIterator<Item = Pair> {
        let row = self.row(taker);
        let scores = &self.pair_scores[row.clone()];
        self.pair_givers[row]
            .iter()
            .zip(scores)
            .map(move |(&giver, &score)| Pair {
                taker,
                giver: GiverIndex(giver),
                score,
            })
    }

    /// All pairs, by taker, then giver.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.takers().flat_map(|taker| self.pairs_of(taker.index))
    }

    /// The score of a pair, if it is possible and not forbidden. Logarithmic.
    pub fn score(&self, giver: GiverIndex, taker: TakerIndex) -> Option<Score> {
        let row = self.row(taker);
        let start = row.start;
        let found = self.pair_givers[row].binary_search(&giver.0).ok()?;
        Some(self.pair_scores[start + found])
    }

    /// Pairs that would have been possible, had they not been forbidden; by taker, then giver.
    pub fn forbidden_pairs(&self) -> impl Iterator<Item = Pair> {
        pairs_of_entries(self.forbidden.iter())
    }

    /// The forbidden pairs of one taker, by giver.
    pub fn forbidden_pairs_of(&self, taker: TakerIndex) -> impl Iterator<Item = Pair> {
        pairs_of_entries(self.forbidden.range((taker.0, 0)..=(taker.0, u32::MAX)))
    }

    /// How many givers there are.
    pub fn giver_count(&self) -> u32 {
        count(self.giver_ids.len())
    }

    /// How many takers there are.
    pub fn taker_count(&self) -> u32 {
        count(self.taker_ids.len())
    }

    /// How many possible pairs there are, without the forbidden ones.
    pub fn pair_count(&self) -> u32 {
        count(self.pair_givers.len())
    }

    /// Units on offer, all givers together.
    pub fn capacity(&self) -> u64 {
        self.capacities.iter().copied().map(u64::from).sum()
    }

    /// Units asked for, all takers together.
    pub fn demand(&self) -> u64 {
        self.demands.iter().copied().map(u64::from).sum()
    }

    /// The lowest and the highest score of a pair; zero and zero without pairs.
    pub(crate) fn score_range(&self) -> (Score, Score) {
        let Some(&first) = self.pair_scores.first() else {
            return Default::default();
        };
        let wider = |(least, most): (Score, Score), &score: &Score| (score.min(least), score.max(most));
        self.pair_scores.iter().fold((first, first), wider)
    }

    fn row(&self, taker: TakerIndex) -> std::ops::Range<usize> {
        self.row_starts[taker.at()] as usize..self.row_starts[taker.at() + 1] as usize
    }
}

fn pairs_of_entries<'a>(
    entries: impl Iterator<Item = (&'a (u32, u32), &'a Score)>,
) -> impl Iterator<Item = Pair> {
    entries.map(|(&(taker, giver), &score)| Pair {
        taker: TakerIndex(taker),
        giver: GiverIndex(giver),
        score,
    })
}

fn find(ids: &[Box<str>], id: &str) -> Option<u32> {
    ids.binary_search_by(|probe| (**probe).cmp(id)).ok().map(count)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).expect("the builder keeps every count below 2^32")
}
