//! What can be wrong with a file, each with its place and what to do. A file's faults come all at once.

use std::fmt;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, by the label of its source.
    pub file: String,
    /// The line of the file on which the row begins, from 1; none where the fault is the whole file's.
    pub line: Option<u64>,
    /// The column, by its name in the header.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        self.kind.help()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column:?}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl std::error::Error for Fault {}

/// What is wrong, with the values that were found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// There is a header, and no row below it.
    #[error("the file has a header and no rows")]
    HeaderOnly,
    /// A NUL byte: no text.
    #[error("the file is not text: it holds a NUL byte")]
    Binary,
    /// A UTF-16 byte-order mark.
    #[error("the file is in UTF-16")]
    Utf16,
    /// The first bytes of a ZIP archive, as spreadsheets have them.
    #[error("the file is a ZIP archive or a spreadsheet, not CSV")]
    Archive,
    /// Another separator than the comma.
    #[error("the columns are separated by {separator}")]
    NotCommas {
        /// What separates them.
        separator: &'static str,
    },
    /// The reader gave up on the file.
    #[error("the file cannot be read as CSV")]
    NotCsv,
    /// A column that cannot be done without.
    #[error("the column is missing{}", among(similar, "; the header has"))]
    ColumnMissing {
        /// Columns of the file with a similar name.
        similar: Vec<String>,
    },
    /// Two columns bear the name of one that is read.
    #[error("the header names the column twice")]
    ColumnTwice,
    /// A filter names a column that the file does not have.
    #[error(
        "a filter asks for the column, and the file does not have it{}",
        among(similar, "; the header has")
    )]
    FilterColumnMissing {
        /// Columns of the file with a similar name.
        similar: Vec<String>,
    },
    /// A row with too many fields, or too few.
    #[error("the row has {found} fields, the header {expected}{}", if *broken { "; a field runs over several lines" } else { "" })]
    FieldCount {
        /// How many the header has.
        expected: usize,
        /// How many the row has.
        found: usize,
        /// Whether one of its fields has a line break in it, as when a quote is not closed.
        broken: bool,
    },
    /// A quoted field that runs over the end of its line and is not closed where a field ends.
    #[error("a quoted field runs over the end of the line, and its quotation marks do not add up")]
    UnclosedQuote,
    /// A school without a URN.
    #[error("{school:?} has no URN")]
    NoUrn {
        /// The name in the row.
        school: String,
    },
    /// Text in the place of a URN.
    #[error("{found:?} is no URN")]
    NotAUrn {
        /// The text.
        found: String,
    },
    /// A URN that an earlier row has.
    #[error("URN {urn} stands on line {first} already")]
    DuplicateUrn {
        /// The URN.
        urn: u32,
        /// The line of the first row that has it.
        first: u64,
    },
    /// A link from a school to itself.
    #[error("URN {urn} is linked to itself")]
    LinkToItself {
        /// The URN.
        urn: u32,
    },
    /// A school without a name.
    #[error("the school has no name")]
    NoName,
    /// Text in the place of a number.
    #[error("{found:?} is no number of the kind that stands here")]
    NotANumber {
        /// The text.
        found: String,
    },
    /// Text in the place of a percentage.
    #[error("{found:?} is no percentage from 0 to 100")]
    NotAPercentage {
        /// The text.
        found: String,
    },
    /// Text in the place of a date.
    #[error("{found:?} is no date")]
    NotADate {
        /// The text.
        found: String,
    },
    /// A word outside the column's vocabulary.
    #[error("{found:?} is not one of {}", known.join(", "))]
    UnknownWord {
        /// The word.
        found: String,
        /// The vocabulary.
        known: Vec<&'static str>,
    },
    /// An easting without a northing, or the other way round.
    #[error("the coordinate is blank and the other one is not")]
    HalfAPlace,
    /// Coordinates outside the national grid.
    #[error("{easting}, {northing} lies off the national grid")]
    OffTheGrid {
        /// Metres east.
        easting: u32,
        /// Metres north.
        northing: u32,
    },
}

fn among(similar: &[String], lead: &str) -> String {
    if similar.is_empty() {
        String::new()
    } else {
        let quoted: Vec<_> = similar.iter().map(|name| format!("{name:?}")).collect();
        format!("{lead} {}", quoted.join(", "))
    }
}

impl FaultKind {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty | Self::HeaderOnly => "export the file again, and check that the download finished",
            Self::Binary | Self::NotCsv => "save the file as CSV, in UTF-8 or Windows-1252",
            Self::Utf16 => "save the file as CSV in UTF-8",
            Self::Archive => "unpack the archive, or save the sheet as CSV, and pass the CSV file",
            Self::NotCommas { .. } => "save the file with commas between the columns",
            Self::ColumnMissing { .. } => "add the column to the export, or rename the column that holds it",
            Self::ColumnTwice => "remove or rename one of the two columns",
            Self::FilterColumnMissing { .. } => {
                "name a column of the file's header, spaces and brackets included"
            }
            Self::FieldCount { broken: true, .. } | Self::UnclosedQuote => {
                "close the quotation mark, and double those inside a quoted field"
            }
            Self::FieldCount { .. } => "quote fields that contain a comma, and give every row each column",
            Self::NoUrn { .. } => "give the school its URN, or remove the row",
            Self::NotAUrn { .. } => "give the six-digit number from the public register",
            Self::DuplicateUrn { .. } => "remove one of the two rows",
            Self::LinkToItself { .. } => "give the URN of the other school, or remove the row",
            Self::NoName => "give the school a name",
            Self::NotANumber { .. } => {
                "give a plain number without separators, leave the cell blank, or use a code such as SUPP"
            }
            Self::NotAPercentage { .. } => {
                "give a number from 0 to 100, with or without %, leave the cell blank, or use a code such as SUPP"
            }
            Self::NotADate { .. } => {
                "write dates as dd-mm-yyyy, dd/mm/yyyy, yyyymmdd or yyyy-mm-dd, or leave them blank"
            }
            Self::UnknownWord { .. } => {
                "use one of the words listed, or leave the cell blank where blank is allowed"
            }
            Self::HalfAPlace => "give both coordinates, or neither",
            Self::OffTheGrid { .. } => {
                "give easting and northing in metres on the British national grid, or leave both blank"
            }
        }
    }
}

/// Everything that is wrong with one file or several: at least one fault, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterFaults {
    faults: Vec<Fault>,
}

impl RegisterFaults {
    /// All of them.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// These and those of another file.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.faults.extend(others.faults);
        self
    }
}

impl IntoIterator for RegisterFaults {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.faults.into_iter()
    }
}

impl fmt::Display for RegisterFaults {
    /// One line for each fault.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for RegisterFaults {}

/// The faults of one file while it is read.
pub(crate) struct Collected<'a> {
    file: &'a str,
    faults: Vec<Fault>,
}

impl<'a> Collected<'a> {
    pub(crate) fn new(file: &'a str) -> Self {
        Self {
            file,
            faults: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, line: Option<u64>, column: Option<&str>, kind: FaultKind) {
        self.faults.push(Fault {
            file: self.file.to_owned(),
            line,
            column: column.map(str::to_owned),
            kind,
        });
    }

    /// The value where there is one and nothing was wrong, the faults otherwise.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, RegisterFaults> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => {
                if self.faults.is_empty() {
                    self.push(None, None, FaultKind::Empty);
                }
                Err(RegisterFaults { faults: self.faults })
            }
        }
    }
}
