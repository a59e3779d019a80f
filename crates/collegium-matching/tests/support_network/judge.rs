//! The measures as their definitions say, in no hurry.

use crate::records::Records;
use collegium_matching::support_network::{Balance, MutualPair, Reach, RepeatPair, Support};
use std::collections::BTreeSet;

/// Ids in order, and what went from each school to each by the rank of their ids.
pub(crate) struct Matrix {
    pub(crate) ids: Vec<String>,
    support: Vec<Vec<Support>>,
}

impl Matrix {
    pub(crate) fn of(records: &Records) -> Self {
        let schools = records.schools;
        let nothing = Support { units: 0, rounds: 0 };
        let mut support = vec![vec![nothing; schools]; schools];
        let mut rounds = BTreeSet::new();
        for &(giver, taker, round, units) in &records.help {
            let between = &mut support[schools - 1 - giver][schools - 1 - taker];
            between.units += units;
            between.rounds += u64::from(rounds.insert((giver, taker, round)));
        }
        Self {
            ids: (0..schools).rev().map(|school| records.id(school)).collect(),
            support,
        }
    }

    fn helps(&self, giver: usize, taker: usize) -> bool {
        self.support[giver][taker].units > 0
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + Clone {
        let schools = self.ids.len();
        (0..schools).flat_map(move |giver| (0..schools).map(move |taker| (giver, taker)))
    }

    pub(crate) fn reciprocity(&self) -> (u64, u64) {
        let ties = self.pairs().filter(|&(giver, taker)| self.helps(giver, taker));
        let returned = ties.clone().filter(|&(giver, taker)| self.helps(taker, giver));
        (returned.count() as u64, ties.count() as u64)
    }

    pub(crate) fn isolates(&self) -> Vec<&str> {
        let is_alone = |one: &usize| {
            (0..self.ids.len()).all(|other| !self.helps(*one, other) && !self.helps(other, *one))
        };
        let alone = (0..self.ids.len()).filter(is_alone);
        alone.map(|school| &*self.ids[school]).collect()
    }

    pub(crate) fn balances(&self) -> Vec<Balance<'_>> {
        let balance = |one: usize| {
            let all = 0..self.ids.len();
            let given = all.clone().map(|other| self.support[one][other].units).sum();
            let received = all.map(|other| self.support[other][one].units).sum();
            Balance {
                school: &self.ids[one],
                given,
                received,
                balance: i64::try_from(given).unwrap() - i64::try_from(received).unwrap(),
            }
        };
        (0..self.ids.len()).map(balance).collect()
    }

    /// Whether a path leads from one to the other: Floyd–Warshall without lengths.
    fn closure(&self, is_arc: impl Fn(usize, usize) -> bool) -> Vec<Vec<bool>> {
        let schools = self.ids.len();
        let mut path: Vec<Vec<bool>> = vec![vec![false; schools]; schools];
        for (from, to) in self.pairs() {
            path[from][to] = from == to || is_arc(from, to);
        }
        for middle in 0..schools {
            for (from, to) in self.pairs() {
                path[from][to] |= path[from][middle] && path[middle][to];
            }
        }
        path
    }

    /// The groups left without one school, or all.
    fn groups(&self, without: Option<usize>) -> Vec<Vec<&str>> {
        let is_tie = |a, b| {
            let is_left = without != Some(a) && without != Some(b);
            is_left && (self.helps(a, b) || self.helps(b, a))
        };
        let path = self.closure(is_tie);
        let left = (0..self.ids.len()).filter(|school| without != Some(*school));
        let mut groups: Vec<Vec<&str>> = Vec::new();
        for school in left.clone() {
            let group: Vec<usize> = left.clone().filter(|other| path[school][*other]).collect();
            if group[0] == school {
                groups.push(group.into_iter().map(|other| &*self.ids[other]).collect());
            }
        }
        groups
    }

    pub(crate) fn components(&self) -> Vec<Vec<&str>> {
        self.groups(None)
    }

    pub(crate) fn reach(&self) -> Vec<Reach<'_>> {
        let path = self.closure(|giver, taker| self.helps(giver, taker));
        let reach = |school: usize| Reach {
            school: &self.ids[school],
            reaches: path[school].iter().filter(|is_there| **is_there).count() as u64 - 1,
        };
        (0..self.ids.len()).map(reach).collect()
    }

    pub(crate) fn cut_schools(&self) -> Vec<&str> {
        let before = self.groups(None).len();
        let cuts = |school: &usize| self.groups(Some(*school)).len() > before;
        let all = (0..self.ids.len()).filter(cuts);
        all.map(|school| &*self.ids[school]).collect()
    }

    pub(crate) fn repeat_pairs(&self) -> Vec<RepeatPair<'_>> {
        let repeated = self
            .pairs()
            .filter(|&(giver, taker)| self.support[giver][taker].rounds >= 2);
        let pair = |(giver, taker): (usize, usize)| RepeatPair {
            giver: &self.ids[giver],
            taker: &self.ids[taker],
            units: self.support[giver][taker].units,
            rounds: self.support[giver][taker].rounds,
        };
        repeated.map(pair).collect()
    }

    pub(crate) fn mutual_pairs(&self) -> Vec<MutualPair<'_>> {
        let mutual = self.pairs().filter(|&(first, second)| {
            first < second && self.helps(first, second) && self.helps(second, first)
        });
        let pair = |(first, second): (usize, usize)| MutualPair {
            first: &self.ids[first],
            second: &self.ids[second],
            there: self.support[first][second],
            back: self.support[second][first],
        };
        mutual.map(pair).collect()
    }
}
