//! Capacity by term: in which terms something is held, and in which there is to be room.

use crate::network::Opened;
use chrono::NaiveDate;
use collegium_model::{
    calendar::SchoolTerm,
    offer::Limit,
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A term in which a giver lends another amount than in all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InTerm {
    /// The term.
    pub term: SchoolTerm,
    /// Deployments at once; zero where nobody can be lent in it.
    pub at_once: Units,
    /// Working time in it.
    pub per_term: HalfDays,
}

impl InTerm {
    pub(crate) const fn limit(&self) -> Limit {
        Limit {
            at_once: self.at_once,
            per_term: self.per_term,
        }
    }
}

/// Terms of the network's calendar by their index, those between two days included. Days between terms belong to
/// the next; all that lies beyond the calendar is one term more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The first.
    pub from: usize,
    /// The last; none where no end is known.
    pub to: Option<usize>,
}

impl Terms {
    /// Whether help that is held for these terms counts in `term`, seen from the term `now`: help that goes on
    /// past its last term counts until it is ended.
    pub(super) fn count_in(self, term: usize, now: usize) -> bool {
        self.from <= term && self.to.is_none_or(|to| term <= to.max(now))
    }

    /// Those of them that are not over.
    pub(crate) fn no_earlier_than(self, now: usize) -> Self {
        Self {
            from: self.from.max(now),
            to: self.to.map(|to| to.max(now)),
        }
    }

    /// Whether all of `other` lies in it.
    pub(crate) fn hold(self, other: Self) -> bool {
        self.from <= other.from && self.to.is_none_or(|to| other.to.is_some_and(|other| other <= to))
    }
}

/// For which terms a ledger is asked, and in which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The term in which it is asked.
    pub now: usize,
    /// The terms in which there is to be room; none lies before `now`.
    pub terms: Terms,
}

impl When {
    /// From a term on, without an end.
    pub const fn from(now: usize) -> Self {
        let terms = Terms { from: now, to: None };
        Self { now, terms }
    }

    pub(super) fn asks_about(&self, term: usize) -> bool {
        self.terms.from <= term && self.terms.to.is_none_or(|to| term <= to)
    }
}

impl Opened {
    /// The index of the term that holds a day, or of the next to begin.
    pub fn term_of(&self, day: NaiveDate) -> usize {
        let index = self.calendar.term_index_at(day);
        index.unwrap_or(self.calendar.terms().len())
    }

    /// Amounts by term, as they were declared.
    pub(crate) fn named(&self, by_index: &BTreeMap<usize, Limit>) -> Vec<InTerm> {
        let in_term = by_index.iter().filter_map(|(index, limit)| {
            Some(InTerm {
                term: self.calendar.terms().get(*index)?.named(),
                at_once: limit.at_once,
                per_term: limit.per_term,
            })
        });
        in_term.collect()
    }

    /// The terms between two days; those of a last day before the first are one.
    pub(crate) fn terms(&self, from: NaiveDate, to: Option<NaiveDate>) -> Terms {
        let from = self.term_of(from);
        let to = to.map(|to| self.term_of(to).max(from));
        Terms { from, to }
    }

    /// The terms between two days, as they are asked for on a day: what lies before it is over.
    pub(crate) fn when(&self, today: NaiveDate, from: Option<NaiveDate>, to: Option<NaiveDate>) -> When {
        let now = self.term_of(today);
        let terms = self.terms(from.map_or(today, |from| from.max(today)), to);
        When { now, terms }
    }
}
