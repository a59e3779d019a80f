//! The register's file of links: which school came before which, in the words of the register.
//!
//! A link is usually told from both sides, sometimes from one, and sometimes by words that do not say which
//! of the two goes on. What follows from all of them together is for [`crate::succession`].

use crate::{
    cell,
    encoding::Encoding,
    fault::{Collected, FaultKind, RegisterFaults},
    source::Source,
    table::{Header, Row, Rows, text_of},
};
use collegium_model::{chrono::NaiveDate, urn::Urn};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

const URN: &str = "URN";
const OTHER: &str = "LinkURN";
const KIND: &str = "LinkType";
const ESTABLISHED: &str = "LinkEstablishedDate";

/// How one school came of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Manner {
    /// It took the other's place, as when a school converts.
    #[serde(rename = "followed")]
    Followed,
    /// It took others in, or was made of several.
    #[serde(rename = "merged")]
    Merged,
    /// It is one part of the other.
    #[serde(rename = "split")]
    Split,
}

/// What a row says of its school and the one it is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Told {
    /// The linked school came after.
    Successor(Manner),
    /// The linked school came before.
    Predecessor(Manner),
    /// They became one, and the words do not say which goes on.
    Together,
    /// No history: a shared sixth form, or words for anything.
    Aside,
}

/// The words of the register; letter case does not matter.
const KINDS: [(&str, Told); 17] = [
    ("Successor", Told::Successor(Manner::Followed)),
    ("Successor - merged", Told::Successor(Manner::Merged)),
    ("Successor - amalgamated", Told::Successor(Manner::Merged)),
    ("Successor - Split School", Told::Successor(Manner::Split)),
    ("Predecessor", Told::Predecessor(Manner::Followed)),
    ("Predecessor - merged", Told::Predecessor(Manner::Merged)),
    ("Predecessor - amalgamated", Told::Predecessor(Manner::Merged)),
    ("Predecessor - Split School", Told::Predecessor(Manner::Split)),
    ("Result of Amalgamation", Told::Together),
    ("Merged - change in age range", Told::Together),
    ("Merged - expansion of school capacity", Told::Together),
    // As the register spells it.
    (
        "Merged - expansion in school capacity and changer in age range",
        Told::Together,
    ),
    ("Sixth Form Centre Link", Told::Aside),
    ("Sixth Form Centre School", Told::Aside),
    ("Expansion", Told::Aside),
    ("Closure", Told::Aside),
    ("Other", Told::Aside),
];

/// What is told of one school that came of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arc {
    pub(crate) manners: BTreeSet<Manner>,
    /// The earliest day that a side gives; none where neither does.
    pub(crate) established: Option<NaiveDate>,
    by_earlier: bool,
    by_later: bool,
}

/// What was met in a file of links and is no fault of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkCount {
    /// Data rows in the file.
    pub rows: usize,
    /// Rows that are blank, or have no URN or `NAT` in its place.
    pub footers: usize,
    /// Rows without a date.
    pub undated: usize,
    /// Rows that say what an earlier row says.
    pub repeated: usize,
    /// Rows of a shared sixth form and the like, which are no history.
    pub aside: usize,
    /// Pairs of schools of which the file says that one followed the other.
    pub followed: usize,
    /// Those of them that only one of the two tells.
    pub one_sided: usize,
    /// Pairs that became one school, where no row says which goes on.
    pub together: usize,
    /// Pairs of which each is said to have followed the other.
    pub contradictory: usize,
}

/// A file of links, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    encoding: Encoding,
    count: LinkCount,
    /// By the earlier school and the later.
    pub(crate) arcs: BTreeMap<(Urn, Urn), Arc>,
    /// The lower number first, with the earliest day that a side gives.
    pub(crate) together: BTreeMap<(Urn, Urn), Option<NaiveDate>>,
    /// Every school in a row.
    pub(crate) named: BTreeSet<Urn>,
}

impl Links {
    /// Reads a file of links: CSV with the columns `URN`, `LinkURN` and `LinkType`, and with
    /// `LinkEstablishedDate` where there is one. Columns are found by name, and others are not read. A blank
    /// date is no fault, nor is a link that only one side tells, or one that another contradicts: they are
    /// counted.
    ///
    /// # Errors
    /// All faults of the file at once.
    ///
    /// Complexity: *n* log *n* in the rows.
    ///
    /// # Example
    /// ```
    /// # use collegium_register::{links::Links, source::Source};
    /// let file = "URN,LinkURN,LinkType\n900001,900002,Successor\n900002,900001,Predecessor\n";
    /// let links = Links::read(Source::new("links.csv", file.as_bytes()))?;
    /// assert_eq!((links.count().rows, links.count().followed), (2, 1));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(source: Source<'_>) -> Result<Self, RegisterFaults> {
        let mut faults = Collected::new(source.label);
        let links = read(source, &mut faults);
        faults.finish(links)
    }

    /// How the file's bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What was met in the file.
    pub fn count(&self) -> LinkCount {
        self.count
    }

    /// Every school that a row names.
    pub fn schools(&self) -> &BTreeSet<Urn> {
        &self.named
    }

    fn take(&mut self, urn: Urn, other: Urn, told: Told, established: Option<NaiveDate>) {
        self.named.extend([urn, other]);
        let (earlier, later, manner) = match told {
            Told::Successor(manner) => (urn, other, manner),
            Told::Predecessor(manner) => (other, urn, manner),
            Told::Together => {
                let since = self.together.entry((urn.min(other), urn.max(other)));
                let since = since.or_insert(established);
                *since = earliest(*since, established);
                return;
            }
            Told::Aside => {
                self.count.aside += 1;
                return;
            }
        };
        let arc = self.arcs.entry((earlier, later)).or_default();
        arc.manners.insert(manner);
        arc.established = earliest(arc.established, established);
        arc.by_earlier |= urn == earlier;
        arc.by_later |= urn == later;
    }

    fn count_pairs(&mut self) {
        let arcs = &self.arcs;
        let told = |one, other| arcs.contains_key(&(one, other)) || arcs.contains_key(&(other, one));
        self.together.retain(|&(one, other), _| !told(one, other));
        let both_ways = |&&(one, other): &&(Urn, Urn)| one < other && arcs.contains_key(&(other, one));
        self.count.contradictory = arcs.keys().filter(both_ways).count();
        self.count.followed = arcs.len() - self.count.contradictory;
        let one_sided = arcs.values().filter(|arc| !(arc.by_earlier && arc.by_later));
        self.count.one_sided = one_sided.count();
        self.count.together = self.together.len();
    }
}

fn earliest(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

fn read(source: Source<'_>, faults: &mut Collected<'_>) -> Option<Links> {
    let decoded = text_of(source, faults)?;
    let mut table = Rows::new(&decoded.text);
    let first = table.next(faults)?;
    let header = Header::new(&first, faults)?;
    let [urn_at, other_at, kind_at] = [URN, OTHER, KIND].map(|name| header.require(name, faults));
    let established_at = header.find(ESTABLISHED, faults);
    let (urn_at, other_at, kind_at) = (urn_at?, other_at?, kind_at?);
    let mut links = Links {
        encoding: decoded.encoding,
        count: LinkCount::default(),
        arcs: BTreeMap::new(),
        together: BTreeMap::new(),
        named: BTreeSet::new(),
    };
    let mut met = BTreeSet::new();
    while let Some(row) = table.next(faults) {
        links.count.rows += 1;
        let text = row.cell(urn_at);
        let is_footer = row.is_blank() || text.eq_ignore_ascii_case("NAT");
        if !is_footer && !row.is_whole(&header, faults) {
            continue;
        }
        if is_footer || (text.is_empty() && row.cell(other_at).is_empty()) {
            links.count.footers += 1;
            continue;
        }
        let urn = urn(&row, urn_at, URN, faults);
        let other = urn_of_other(&row, other_at, urn, faults);
        let told = cell::word(row.cell(kind_at), &KINDS);
        let told = told.map_err(|kind| faults.push(Some(row.line), Some(KIND), kind));
        let established = cell::date(row.optional(established_at));
        let established = established.map_err(|kind| faults.push(Some(row.line), Some(ESTABLISHED), kind));
        let (Some(urn), Some(other), Ok(told), Ok(established)) = (urn, other, told, established) else {
            continue;
        };
        links.count.undated += usize::from(established.is_none());
        links.count.repeated += usize::from(!met.insert((urn, other, told)));
        links.take(urn, other, told, established);
    }
    if links.count.rows == 0 {
        faults.push(None, None, FaultKind::HeaderOnly);
    }
    links.count_pairs();
    Some(links)
}

fn urn(row: &Row<'_>, column: usize, name: &str, faults: &mut Collected<'_>) -> Option<Urn> {
    let text = row.cell(column);
    let fault = |_| {
        let found = text.to_owned();
        faults.push(Some(row.line), Some(name), FaultKind::NotAUrn { found });
    };
    text.parse().map_err(fault).ok()
}

fn urn_of_other(row: &Row<'_>, column: usize, own: Option<Urn>, faults: &mut Collected<'_>) -> Option<Urn> {
    let other = urn(row, column, OTHER, faults)?;
    if own == Some(other) {
        let urn = other.number();
        faults.push(Some(row.line), Some(OTHER), FaultKind::LinkToItself { urn });
        return None;
    }
    Some(other)
}
