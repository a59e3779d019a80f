//! The pairs put in order: by taker, then giver, each by rank of id.

use super::{
    ProblemBuilder,
    pairs::{PairRecord, PairRecords},
};
use crate::{problem::count, score::Score};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Rows {
    pub(super) giver_ids: Vec<Box<str>>,
    pub(super) capacities: Vec<u32>,
    pub(super) taker_ids: Vec<Box<str>>,
    pub(super) demands: Vec<u32>,
    /// Where each taker's pairs begin; one entry more than there are takers.
    pub(super) starts: Vec<u32>,
    /// Forbidden pairs, too.
    pub(super) pair_givers: Vec<u32>,
    pub(super) pair_scores: Vec<Score>,
    /// Records of the same pair, each with the first of them.
    pub(super) repeated: Vec<Repeated>,
    /// Taker and giver, by rank.
    pub(super) forbidden: BTreeSet<(u32, u32)>,
    /// The same of pairs that are too far apart.
    pub(super) too_far: BTreeSet<(u32, u32)>,
}

pub(super) struct Repeated {
    pub(super) first: u32,
    pub(super) again: u32,
}

impl Rows {
    pub(super) fn is_forbidden(&self, giver: u32, taker: u32) -> bool {
        !self.forbidden.is_empty() && self.forbidden.contains(&(taker, giver))
    }

    pub(super) fn is_too_far(&self, giver: u32, taker: u32) -> bool {
        !self.too_far.is_empty() && self.too_far.contains(&(taker, giver))
    }

    /// The score of the pair of these two, forbidden or not. Logarithmic.
    pub(super) fn pair(&self, giver: u32, taker: u32) -> Option<Score> {
        let start = self.starts[taker as usize] as usize;
        let row = &self.pair_givers[start..self.starts[taker as usize + 1] as usize];
        let found = row.binary_search(&giver).ok()?;
        Some(self.pair_scores[start + found])
    }

    /// Takes the pairs out that are forbidden or too far apart, and hands the forbidden ones over.
    pub(super) fn without_impossible(&mut self) -> BTreeMap<(u32, u32), Score> {
        let mut taken = BTreeMap::new();
        if self.forbidden.is_empty() && self.too_far.is_empty() {
            return taken;
        }
        let (mut kept, mut begin) = (0, 0);
        for taker in 0..self.demands.len() {
            let end = self.starts[taker + 1] as usize;
            for at in begin..end {
                let (giver, score) = (self.pair_givers[at], self.pair_scores[at]);
                if self.is_forbidden(giver, count(taker)) {
                    taken.insert((count(taker), giver), score);
                } else if !self.is_too_far(giver, count(taker)) {
                    (self.pair_givers[kept], self.pair_scores[kept]) = (giver, score);
                    kept += 1;
                }
            }
            self.starts[taker + 1] = count(kept);
            begin = end;
        }
        self.pair_givers.truncate(kept);
        self.pair_scores.truncate(kept);
        taken
    }
}

impl ProblemBuilder {
    /// All pairs whose ids are declared.
    pub(super) fn rows(&self) -> Rows {
        let (giver_ids, capacities, giver_ranks) = self.givers.ranked();
        let (taker_ids, demands, taker_ranks) = self.takers.ranked();
        // Giver and taker of a pair, by rank.
        let known = |pair: &PairRecord| {
            let giver = giver_ranks[pair.giver as usize];
            let taker = taker_ranks[pair.taker as usize];
            (giver != u32::MAX && taker != u32::MAX).then_some((giver, taker))
        };
        let forbidden = self.forbidden.all().iter().filter_map(known);
        let forbidden = forbidden.map(|(giver, taker)| (taker, giver)).collect();
        let (starts, order) = by_taker(&self.pairs, taker_ids.len(), |pair| Some(known(pair)?.1));
        let mut pair_givers = Vec::with_capacity(order.len());
        let mut pair_scores = Vec::with_capacity(order.len());
        let mut repeated = Vec::new();
        let records = self.pairs.all();
        // A giver's rank above the number of the record: one number is sorted by both.
        let mut row: Vec<u64> = Vec::new();
        for ends in starts.windows(2) {
            row.clear();
            row.extend(order[ends[0] as usize..ends[1] as usize].iter().map(|&record| {
                let giver = giver_ranks[records[record as usize].giver as usize];
                u64::from(giver) << 32 | u64::from(record)
            }));
            row.sort_unstable();
            let mut first = None;
            for (giver, record) in row.iter().copied().map(halves) {
                match first {
                    Some((same, first)) if same == giver => repeated.push(Repeated { first, again: record }),
                    _ => first = Some((giver, record)),
                }
                pair_givers.push(giver);
                pair_scores.push(records[record as usize].score);
            }
        }
        Rows {
            giver_ids,
            capacities,
            taker_ids,
            demands,
            starts,
            pair_givers,
            pair_scores,
            repeated,
            forbidden,
            too_far: BTreeSet::new(),
        }
    }
}

/// The numbers of the records that have a taker, by taker, and where each taker's begin: a counting sort.
fn by_taker(
    pairs: &PairRecords,
    takers: usize,
    taker: impl Fn(&PairRecord) -> Option<u32>,
) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; takers + 1];
    for taker in pairs.all().iter().filter_map(&taker) {
        starts[taker as usize + 1] += 1;
    }
    for taker in 0..takers {
        starts[taker + 1] += starts[taker];
    }
    let mut next = starts.clone();
    let mut order = vec![0u32; starts[takers] as usize];
    for (record, pair) in pairs.all().iter().enumerate() {
        if let Some(taker) = taker(pair) {
            let slot = &mut next[taker as usize];
            order[*slot as usize] = count(record);
            *slot += 1;
        }
    }
    (starts, order)
}

#[expect(clippy::cast_possible_truncation, reason = "each half has 32 bits")]
fn halves(both: u64) -> (u32, u32) {
    ((both >> 32) as u32, both as u32)
}
