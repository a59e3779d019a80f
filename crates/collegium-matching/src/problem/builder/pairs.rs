//! Pairs as they were told. There are as many as anything, so a place is kept only where it is not the line
//! after that of the pair before.

use super::At;
use crate::score::Score;

#[derive(Clone, Debug, Default)]
pub(super) struct PairRecords {
    records: Vec<PairRecord>,
    /// From which record on the places follow one another, and where that one stands.
    runs: Vec<(usize, At)>,
}

/// Two ids by number, in the order in which they came, and a score.
#[derive(Clone, Copy, Debug)]
pub(super) struct PairRecord {
    pub(super) giver: u32,
    pub(super) taker: u32,
    pub(super) score: Score,
}

impl PairRecords {
    pub(super) fn push(&mut self, record: PairRecord, at: At) {
        let number = self.records.len();
        if self.runs.is_empty() || self.follows(number) != Some(at) {
            self.runs.push((number, at));
        }
        self.records.push(record);
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    pub(super) fn all(&self) -> &[PairRecord] {
        &self.records
    }

    /// Where the record of that number stands.
    pub(super) fn at(&self, number: usize) -> At {
        let run = self.runs.partition_point(|(first, _)| *first <= number);
        let (first, at) = self.runs[run - 1];
        at.line(at.number + u32::try_from(number - first).expect("lists are below 2^31"))
    }

    /// Where the next record stands if it follows the last.
    fn follows(&self, number: usize) -> Option<At> {
        let (first, at) = *self.runs.last()?;
        let steps = u32::try_from(number - first).ok()?;
        Some(at.line(at.number.checked_add(steps)?))
    }
}
