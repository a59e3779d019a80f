//! Published signals about schools, by URN: attendance, progress, programmes a school is named for.
//!
//! A figure that is withheld stays withheld and says why; none becomes zero. The columns `diffn_att8` and
//! `diffn_p8mea` are the gap of disadvantaged pupils, not the school's score.

use crate::{
    cell,
    encoding::Encoding,
    fault::{Collected, FaultKind, RegisterFaults},
    number::Thousandths,
    source::Source,
    table::{Header, Row, Rows, text_of},
    withheld::Withheld,
};
use collegium_model::{inspection::InspectionGrade, quantity::PerMille, urn::Urn};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// What one published column says about one school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value")]
#[non_exhaustive]
pub enum Signal {
    /// A number.
    #[serde(rename = "number")]
    Number(Thousandths),
    /// A percentage.
    #[serde(rename = "share")]
    Share(PerMille),
    /// A yes or no.
    #[serde(rename = "flag")]
    Flag(bool),
    /// A band of Progress 8.
    #[serde(rename = "band")]
    Band(ProgressBand),
    /// An inspection grade.
    #[serde(rename = "grade")]
    Grade(InspectionGrade),
    /// Text of a column that the reader does not know.
    #[serde(rename = "text")]
    Text(Box<str>),
    /// Nothing, and why.
    #[serde(rename = "withheld")]
    Withheld(Withheld),
}

impl fmt::Display for Signal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Share(share) => share.fmt(f),
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
            Self::Band(band) => f.write_str(band.label()),
            Self::Grade(grade) => f.write_str(grade.label()),
            Self::Text(text) => f.write_str(text),
            Self::Withheld(_) => f.write_str("not known"),
        }
    }
}

/// A school's Progress 8 score beside all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProgressBand {
    /// Among the lowest.
    #[serde(rename = "well_below_average")]
    WellBelowAverage,
    /// Below the average.
    #[serde(rename = "below_average")]
    BelowAverage,
    /// About average.
    #[serde(rename = "average")]
    Average,
    /// Above the average.
    #[serde(rename = "above_average")]
    AboveAverage,
    /// Among the highest.
    #[serde(rename = "well_above_average")]
    WellAboveAverage,
}

impl ProgressBand {
    /// Every band, the lowest first.
    pub const ALL: [Self; 5] = [
        Self::WellBelowAverage,
        Self::BelowAverage,
        Self::Average,
        Self::AboveAverage,
        Self::WellAboveAverage,
    ];

    /// The band as tables print it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WellBelowAverage => "Well below average",
            Self::BelowAverage => "Below average",
            Self::Average => "Average",
            Self::AboveAverage => "Above average",
            Self::WellAboveAverage => "Well above average",
        }
    }
}

/// What kind of signal a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SignalKind {
    /// Decimal numbers.
    #[serde(rename = "number")]
    Number,
    /// Percentages.
    #[serde(rename = "share")]
    Share,
    /// `1` for yes, `0` or blank otherwise.
    #[serde(rename = "flag")]
    Flag,
    /// Bands of Progress 8.
    #[serde(rename = "band")]
    Band,
    /// Inspection grades.
    #[serde(rename = "grade")]
    Grade,
    /// Text, kept as it is.
    #[serde(rename = "text")]
    Text,
}

/// The columns whose kind the reader knows, by the names the Department prints.
const KNOWN: [(&str, SignalKind); 17] = [
    ("PERCTOT", SignalKind::Share),
    ("PPERSABS10", SignalKind::Share),
    ("PNUMFSMEVER", SignalKind::Share),
    ("PSENELK", SignalKind::Share),
    ("PSENELSE", SignalKind::Share),
    ("READPROG", SignalKind::Number),
    ("WRITPROG", SignalKind::Number),
    ("MATPROG", SignalKind::Number),
    ("P8MEA", SignalKind::Number),
    ("P8MEA_2019", SignalKind::Number),
    ("diffn_att8", SignalKind::Number),
    ("diffn_p8mea", SignalKind::Number),
    ("p8_banding", SignalKind::Band),
    ("PP50", SignalKind::Flag),
    ("OfstedRating_2018", SignalKind::Grade),
    ("RISE", SignalKind::Flag),
    ("TSH", SignalKind::Flag),
];

const URN: &str = "URN";

/// A column of a file of signals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalColumn {
    /// Its name in the header.
    pub name: String,
    /// What it holds.
    pub kind: SignalKind,
}

impl SignalColumn {
    /// The kind of a column that the reader knows by name.
    pub fn known(name: &str) -> Option<SignalKind> {
        KNOWN
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, kind)| kind)
    }

    /// The names of all columns whose kind the reader knows.
    pub fn known_names() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|&(name, _)| name)
    }
}

/// A file of signals, read: for each school one signal in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signals {
    pub(crate) encoding: Encoding,
    pub(crate) columns: Vec<SignalColumn>,
    pub(crate) rows: usize,
    pub(crate) footers: usize,
    pub(crate) schools: BTreeMap<Urn, Vec<Signal>>,
}

impl Signals {
    /// Reads a file of signals: CSV with a column `URN`. Columns the reader knows become numbers, shares,
    /// flags, bands and grades; others stay text. Rows without a URN, or with `NAT` in its place, are
    /// totals and are counted only.
    ///
    /// # Errors
    /// All faults of the file at once.
    pub fn read(source: Source<'_>) -> Result<Self, RegisterFaults> {
        let mut faults = Collected::new(source.label);
        let signals = read(source, &mut faults);
        faults.finish(signals)
    }

    /// The file's columns, in its order, without the URN.
    pub fn columns(&self) -> &[SignalColumn] {
        &self.columns
    }

    /// Data rows in the file: schools and footers.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The signals of one school, in the order of [`Self::columns`].
    pub fn school(&self, urn: Urn) -> Option<&[Signal]> {
        self.schools.get(&urn).map(Vec::as_slice)
    }
}

fn read(source: Source<'_>, faults: &mut Collected<'_>) -> Option<Signals> {
    let decoded = text_of(source, faults)?;
    let mut table = Rows::new(&decoded.text);
    let first = table.next(faults)?;
    let header = Header::new(&first, faults)?;
    let urn_column = header.require(URN, faults)?;
    let columns = columns(&header, urn_column, faults);
    let mut signals = Signals {
        encoding: decoded.encoding,
        columns: columns.iter().map(|(_, column)| column.clone()).collect(),
        rows: 0,
        footers: 0,
        schools: BTreeMap::new(),
    };
    let mut lines = BTreeMap::new();
    while let Some(row) = table.next(faults) {
        signals.rows += 1;
        let text = row.cell(urn_column);
        if row.is_blank() || text.eq_ignore_ascii_case("NAT") {
            signals.footers += 1;
            continue;
        }
        if !row.is_whole(&header, faults) {
            continue;
        }
        if text.is_empty() {
            signals.footers += 1;
            continue;
        }
        let urn = unique_urn(text, &row, &mut lines, faults);
        let values: Vec<Signal> = columns
            .iter()
            .filter_map(|(at, column)| match signal(column.kind, row.cell(*at)) {
                Ok(signal) => Some(signal),
                Err(kind) => {
                    faults.push(Some(row.line), Some(&column.name), kind);
                    None
                }
            })
            .collect();
        if let Some(urn) = urn {
            signals.schools.insert(urn, values);
        }
    }
    if signals.rows == 0 {
        faults.push(None, None, FaultKind::HeaderOnly);
    }
    Some(signals)
}

fn columns(header: &Header, urn: usize, faults: &mut Collected<'_>) -> Vec<(usize, SignalColumn)> {
    let mut columns: Vec<(usize, SignalColumn)> = Vec::new();
    for (at, name) in header.names.iter().enumerate() {
        if at == urn || name.is_empty() {
            continue;
        }
        let known = KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let (name, kind) = known.map_or((name.as_str(), SignalKind::Text), |&known| known);
        if columns.iter().any(|(_, column)| column.name == name) {
            faults.push(Some(header.line), Some(name), FaultKind::ColumnTwice);
            continue;
        }
        let name = name.to_owned();
        columns.push((at, SignalColumn { name, kind }));
    }
    columns
}

/// The URN of a row, unless it is none or an earlier row has it.
pub(crate) fn unique_urn(
    text: &str,
    row: &Row<'_>,
    lines: &mut BTreeMap<Urn, u64>,
    faults: &mut Collected<'_>,
) -> Option<Urn> {
    let Ok(urn) = text.parse::<Urn>() else {
        let found = text.to_owned();
        faults.push(Some(row.line), Some(URN), FaultKind::NotAUrn { found });
        return None;
    };
    if let Some(&first) = lines.get(&urn) {
        let urn = urn.number();
        faults.push(Some(row.line), Some(URN), FaultKind::DuplicateUrn { urn, first });
        return None;
    }
    lines.insert(urn, row.line);
    Some(urn)
}

fn signal(kind: SignalKind, text: &str) -> Result<Signal, FaultKind> {
    let words = |text: &str| Withheld::from_register(text).map(Signal::Withheld);
    match kind {
        SignalKind::Number => {
            cell::decimal(text).map(|read| read.map_or_else(Signal::Withheld, Signal::Number))
        }
        SignalKind::Share => {
            cell::percentage(text).map(|read| read.map_or_else(Signal::Withheld, Signal::Share))
        }
        SignalKind::Flag => match words(text) {
            Some(withheld) => Ok(withheld),
            None => cell::word(text, &[("1", true), ("0", false)]).map(Signal::Flag),
        },
        SignalKind::Band => match words(text) {
            Some(withheld) => Ok(withheld),
            None => cell::word(text, &ProgressBand::ALL.map(|band| (band.label(), band))).map(Signal::Band),
        },
        SignalKind::Grade => match words(text) {
            Some(withheld) => Ok(withheld),
            None => cell::word(text, &crate::gias::GRADES).map(Signal::Grade),
        },
        SignalKind::Text if text.is_empty() => Ok(Signal::Withheld(Withheld::Blank)),
        SignalKind::Text => Ok(Signal::Text(text.into())),
    }
}
