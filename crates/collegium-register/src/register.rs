//! A register, read: its schools, and an account of every row that did not become one.

use crate::{
    carried::Carried,
    encoding::Encoding,
    fault::RegisterFaults,
    filter::Filter,
    gias,
    signals::{Signal, SignalColumn, Signals},
    source::Source,
    succession::Standing,
};
use collegium_model::{
    chrono::NaiveDate,
    id::SchoolId,
    inspection::InspectionGrade,
    school::{School, SchoolReference},
    urn::Urn,
    uuid::Uuid,
};
use serde::Serialize;
use std::{collections::BTreeMap, fmt};

/// What to read of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    filters: Vec<Filter>,
}

impl ReadOptions {
    /// Keeps only rows that pass the filter too; see [`Filter`] for how several combine.
    #[must_use]
    pub fn with_filter(mut self, filter: Filter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The filters so far.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }
}

/// A school with what the register and the signals say beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The school.
    pub school: School,
    /// Its overall inspection grade. None is normal since grades ended, and does not mean a good school.
    pub grade: Option<InspectionGrade>,
    /// The day of its last inspection, where the register says so.
    pub inspected: Option<NaiveDate>,
    /// The type of establishment as the register words it; empty where it does not.
    pub establishment: String,
    /// One signal for each of [`Register::signal_columns`]; none where the school has no row of signals.
    pub signals: Option<Vec<Signal>>,
}

/// Why a row of a register did not become a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub enum SkipReason {
    /// The school is closed.
    #[serde(rename = "closed")]
    Closed,
    /// The school is proposed to open.
    #[serde(rename = "not_yet_open")]
    NotYetOpen,
    /// The row stands below the schools: blank, totals, or `NAT` in the place of a URN.
    #[serde(rename = "footer")]
    Footer,
    /// A filter of the caller turned it away.
    #[serde(rename = "filtered_out")]
    FilteredOut,
}

impl SkipReason {
    /// The reason as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::NotYetOpen => "not yet open",
            Self::Footer => "footer rows",
            Self::FilteredOut => "filtered out",
        }
    }
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// A filter, and how many rows passed it alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FilterOutcome {
    /// The filter.
    pub filter: Filter,
    /// Rows whose cell reads its value; none is no fault.
    pub rows: usize,
}

/// What came of a file of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SignalCount {
    /// How the file was read.
    pub encoding: Encoding,
    /// Data rows in the file; the three counts below add up to it.
    pub rows: usize,
    /// Rows that belong to a school of the register, those that links carried to it included.
    pub matched: usize,
    /// Rows of a URN that is not among the register's schools.
    pub elsewhere: usize,
    /// Rows of totals, without a URN.
    pub footers: usize,
}

/// The schools of a register, in the order of their references, with an account of the whole file:
/// schools and skipped rows add up to its data rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Register {
    pub(crate) label: String,
    pub(crate) encoding: Encoding,
    pub(crate) characters_repaired: usize,
    pub(crate) columns_absent: Vec<String>,
    pub(crate) filters: Vec<FilterOutcome>,
    pub(crate) rows: usize,
    pub(crate) skipped: BTreeMap<SkipReason, usize>,
    pub(crate) skipped_without_place: usize,
    pub(crate) signal_columns: Vec<SignalColumn>,
    pub(crate) signal_count: Option<SignalCount>,
    pub(crate) carried: Option<Carried>,
    /// What the register says of schools whose rows were skipped.
    #[serde(skip)]
    pub(crate) others: BTreeMap<Urn, Standing>,
    pub(crate) records: Vec<Record>,
}

impl Register {
    /// Reads England's GIAS extract, in whole or any part of its columns.
    ///
    /// Columns are found by name. `URN`, `EstablishmentName`, `EstablishmentStatus (name)` and
    /// `PhaseOfEducation (name)` must be there; [`Self::columns_absent`] says which others are not.
    /// Rows of closed and proposed schools, footers, and rows that a filter turns away are counted and
    /// not judged further. A footer is a row that is blank, has `NAT` for a URN, or has neither URN nor
    /// name. Schools that are proposed to close are open, and Welsh rows are rows like any other.
    ///
    /// What the register does not say stays unknown: a blank or suppressed figure is none, a blank grade is
    /// no grade, a place whose coordinates are both blank or both zero is none. A trust answers for a school
    /// where one is named, a local authority where the type of establishment says so, and otherwise nobody
    /// knows: a blank trust does not mean a maintained school.
    ///
    /// # Errors
    /// All faults of the file at once.
    pub fn read(gias: Source<'_>, options: &ReadOptions) -> Result<Self, RegisterFaults> {
        gias::read(gias, options)
    }

    /// Reads a register and a file of signals about its schools.
    ///
    /// # Errors
    /// All faults of both files at once.
    pub fn read_with_signals(
        gias: Source<'_>,
        signals: Source<'_>,
        options: &ReadOptions,
    ) -> Result<Self, RegisterFaults> {
        match (Self::read(gias, options), Signals::read(signals)) {
            (Ok(register), Ok(signals)) => Ok(register.with_signals(signals)),
            (Err(faults), Err(others)) => Err(faults.and(others)),
            (Err(faults), _) | (_, Err(faults)) => Err(faults),
        }
    }

    /// The same register with these signals in the place of any it had. Signals of schools that are not
    /// in it are counted.
    #[must_use]
    pub fn with_signals(mut self, mut signals: Signals) -> Self {
        let mut matched = 0;
        for record in &mut self.records {
            record.signals = match record.school.reference {
                SchoolReference::Urn(urn) => signals.schools.remove(&urn),
                SchoolReference::Pseudonym(_) => None,
            };
            matched += usize::from(record.signals.is_some());
        }
        self.signal_columns = signals.columns;
        self.signal_count = Some(SignalCount {
            encoding: signals.encoding,
            rows: signals.rows,
            matched,
            elsewhere: signals.schools.len(),
            footers: signals.footers,
        });
        self.carried = None;
        self
    }

    /// The schools, in the order of their references.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The schools alone, in the same order.
    pub fn schools(&self) -> impl ExactSizeIterator<Item = &School> {
        self.records.iter().map(|record| &record.school)
    }

    /// What a column of signals says about a school; none where the column or the school's row is absent.
    pub fn signal<'r>(&self, record: &'r Record, column: &str) -> Option<&'r Signal> {
        let at = self
            .signal_columns
            .iter()
            .position(|known| known.name == column)?;
        record.signals.as_ref()?.get(at)
    }

    /// What the source was called.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// How the file's bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Characters that had been misread on the way and were put back, such as U+0092 for an apostrophe.
    pub fn characters_repaired(&self) -> usize {
        self.characters_repaired
    }

    /// Optional columns that the file does not have.
    pub fn columns_absent(&self) -> &[String] {
        &self.columns_absent
    }

    /// The filters that were asked for, with the rows that passed each.
    pub fn filters(&self) -> &[FilterOutcome] {
        &self.filters
    }

    /// Data rows in the file: [`Self::records`] and [`Self::skipped`] add up to it.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Rows that did not become schools, by reason.
    pub fn skipped(&self) -> &BTreeMap<SkipReason, usize> {
        &self.skipped
    }

    /// Schools whose place the register does not give. They are kept, and distance rules them out.
    pub fn kept_without_place(&self) -> usize {
        self.schools().filter(|school| school.place.is_none()).count()
    }

    /// Skipped rows, footers aside, whose place the register does not give.
    pub fn skipped_without_place(&self) -> usize {
        self.skipped_without_place
    }

    /// The columns of the signals; empty where none were read.
    pub fn signal_columns(&self) -> &[SignalColumn] {
        &self.signal_columns
    }

    /// What came of the file of signals, where one was read.
    pub fn signal_count(&self) -> Option<SignalCount> {
        self.signal_count
    }
}

/// The id of a school, fixed by its reference, so that reading a register again gives the same ids.
pub fn school_id(reference: SchoolReference) -> SchoolId {
    let (kind, number) = match reference {
        SchoolReference::Urn(urn) => (*b"urn", urn.number()),
        SchoolReference::Pseudonym(number) => (*b"psn", number),
    };
    let mut bytes = *b"collegium\0\0\0\0\0\0\0";
    bytes[9..12].copy_from_slice(&kind);
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    SchoolId::new(Uuid::new_v8(bytes))
}
