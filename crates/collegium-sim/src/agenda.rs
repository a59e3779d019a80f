//! What is to be done when: tasks in the order of their time, then of their entry.

use chrono::NaiveDateTime;
use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
};

/// Tasks in order of time; tasks of one moment in the order in which they were put in.
#[derive(Clone, Debug)]
pub struct Agenda<T> {
    entries: BinaryHeap<Reverse<Dated<T>>>,
    sequence: u64,
}

#[derive(Clone, Debug)]
struct Dated<T> {
    at: NaiveDateTime,
    sequence: u64,
    task: T,
}

impl<T> Default for Agenda<T> {
    fn default() -> Self {
        Self {
            entries: BinaryHeap::new(),
            sequence: 0,
        }
    }
}

impl<T> Agenda<T> {
    /// Puts a task in.
    pub fn put(&mut self, at: NaiveDateTime, task: T) {
        let sequence = self.sequence;
        self.sequence += 1;
        self.entries.push(Reverse(Dated { at, sequence, task }));
    }

    /// Takes the next task out.
    pub fn take(&mut self) -> Option<(NaiveDateTime, T)> {
        self.entries.pop().map(|Reverse(dated)| (dated.at, dated.task))
    }

    /// How many tasks are left.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T> Dated<T> {
    const fn key(&self) -> (NaiveDateTime, u64) {
        (self.at, self.sequence)
    }
}

impl<T> PartialEq for Dated<T> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl<T> Eq for Dated<T> {}

impl<T> PartialOrd for Dated<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Dated<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn time_first_then_order_of_entry() {
        let at = |hour| {
            NaiveDate::from_ymd_opt(2026, 9, 7)
                .unwrap()
                .and_hms_opt(hour, 0, 0)
                .unwrap()
        };
        let mut agenda = Agenda::default();
        for (hour, task) in [(10, 'c'), (9, 'a'), (10, 'd'), (9, 'b')] {
            agenda.put(at(hour), task);
        }
        let order: String = std::iter::from_fn(|| agenda.take())
            .map(|(_, task)| task)
            .collect();
        assert_eq!(order, "abcd");
        assert!(agenda.is_empty());
    }
}
