//! Signals published under an old URN, carried over to the school of today.
//!
//! A row is carried where one school took the old one's place and nobody else's. Figures of a school that
//! merged are not those of the whole, and figures of one that split are nobody's: they stay where they are,
//! counted by reason.

use crate::{
    links::{LinkCount, Links},
    register::Register,
    signals::Signals,
    succession::{Standing, Succession, Successions},
};
use collegium_model::{school::SchoolReference, urn::Urn};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Why a row of signals was not carried to a school of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub enum NotCarried {
    /// The school of today has a row of its own, or an old one that is nearer.
    #[serde(rename = "has_its_own")]
    HasItsOwn,
    /// The school of today is not among those that were read: filtered out, or not in the file.
    #[serde(rename = "not_in_register")]
    NotInRegister,
    /// It became one with others.
    #[serde(rename = "merged")]
    Merged,
    /// It was split.
    #[serde(rename = "split")]
    Split,
    /// It became one with others, and no link says which goes on.
    #[serde(rename = "untold")]
    Untold,
    /// It, or what took its place, is closed.
    #[serde(rename = "closed")]
    Closed,
    /// Its links lead in a circle.
    #[serde(rename = "circular")]
    Circular,
    /// No link names it, or none leads on from it.
    #[serde(rename = "no_link")]
    NoLink,
}

impl NotCarried {
    /// The reason as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::HasItsOwn => "the present school has signals of its own",
            Self::NotInRegister => "the present school was not read",
            Self::Merged => "merged with others",
            Self::Split => "split",
            Self::Untold => "became one with others, and no link says which goes on",
            Self::Closed => "closed",
            Self::Circular => "links lead in a circle",
            Self::NoLink => "not in the register, and no link leads on",
        }
    }
}

impl fmt::Display for NotCarried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// What links did for a file of signals. Rows that were carried and those that were not add up to the rows
/// whose URN no school of the register has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// What was met in the file of links.
    pub links: LinkCount,
    /// For each old URN the present one to which its row went.
    pub to: BTreeMap<Urn, Urn>,
    /// The old URNs whose rows went nowhere, by reason.
    pub not: BTreeMap<NotCarried, BTreeSet<Urn>>,
}

impl Register {
    /// What the register says of a school, whether its row was kept or skipped.
    pub fn standing(&self, urn: Urn) -> Standing {
        let kept = self
            .records
            .binary_search_by_key(&SchoolReference::Urn(urn), |record| record.school.reference);
        match kept {
            Ok(_) => Standing::Open,
            Err(_) => self.others.get(&urn).copied().unwrap_or(Standing::Unlisted),
        }
    }

    /// The same register with these signals, those of an old URN carried over to the school that took its
    /// place; [`Self::carried`] tells which were, and why others were not.
    ///
    /// Complexity: *n* log *n* in the links and signals; beside it, for each row to be carried, the length of
    /// its school's history.
    #[must_use]
    pub fn with_signals_carried(mut self, mut signals: Signals, links: &Links) -> Self {
        let histories = Successions::new(links, None, |urn| self.standing(urn));
        let mut carried = Carried {
            links: links.count(),
            to: BTreeMap::new(),
            not: BTreeMap::new(),
        };
        let mut found = Vec::new();
        for &urn in signals.schools.keys().filter(|urn| !self.keeps(**urn)) {
            match self.leads_to(urn, &histories) {
                Ok((to, links)) => found.push((to, links, urn)),
                Err(reason) => _ = carried.not.entry(reason).or_default().insert(urn),
            }
        }
        // The nearest first.
        found.sort_unstable();
        for (to, _, from) in found {
            if signals.schools.contains_key(&to) {
                carried.not.entry(NotCarried::HasItsOwn).or_default().insert(from);
            } else if let Some(row) = signals.schools.remove(&from) {
                signals.schools.insert(to, row);
                carried.to.insert(from, to);
            }
        }
        self = self.with_signals(signals);
        self.carried = Some(carried);
        self
    }

    /// What became of signals under old URNs; none where no links were read.
    pub fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref()
    }

    fn keeps(&self, urn: Urn) -> bool {
        self.standing(urn) == Standing::Open && !self.others.contains_key(&urn)
    }

    /// The school of the register that took this one's place, and how many links lie between.
    fn leads_to(&self, urn: Urn, histories: &Successions) -> Result<(Urn, usize), NotCarried> {
        let to = match histories.of(urn) {
            Succession::Succeeded { chain } => chain.last().map(|to| (*to, chain.len())),
            Succession::Merged { .. } => return Err(NotCarried::Merged),
            Succession::Split { .. } => return Err(NotCarried::Split),
            Succession::Untold { .. } => return Err(NotCarried::Untold),
            Succession::Closed { .. } => return Err(NotCarried::Closed),
            Succession::Circular { .. } => return Err(NotCarried::Circular),
            Succession::Unknown | Succession::Unchanged => None,
        };
        match (to, self.standing(urn)) {
            (Some(to), _) if self.keeps(to.0) => Ok(to),
            (Some(_), _) | (None, Standing::Open) => Err(NotCarried::NotInRegister),
            (None, Standing::Closed) => Err(NotCarried::Closed),
            (None, Standing::Unlisted) => Err(NotCarried::NoLink),
        }
    }
}
