//! What can be wrong with a derivation, each with its place and what to do.

use std::fmt;

/// One thing that is wrong with a derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationFault {
    /// The file, by the label it was read under.
    pub file: String,
    /// The line, from 1, where the fault has one.
    pub line: Option<u64>,
    /// The id of the rule, where it has one that can be read.
    pub rule: Option<String>,
    /// What is wrong.
    pub kind: DerivationFaultKind,
}

impl DerivationFault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        self.kind.help()
    }
}

impl fmt::Display for DerivationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(rule) = &self.rule {
            write!(f, ", rule {rule:?}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl std::error::Error for DerivationFault {}

/// What is wrong, with the values that were found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DerivationFaultKind {
    /// The text is no TOML.
    #[error("not TOML: {message}")]
    Syntax {
        /// What the TOML reader says.
        message: String,
    },
    /// A key that must be there.
    #[error("{key:?} is missing")]
    Missing {
        /// The key.
        key: &'static str,
    },
    /// A key that means nothing here.
    #[error("{key:?} means nothing here; known are {}", known.join(", "))]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that mean something.
        known: Vec<&'static str>,
    },
    /// A value of another kind than the key takes.
    #[error("{key:?} must be {expected}; found {found}")]
    WrongKind {
        /// The key.
        key: String,
        /// What it takes.
        expected: &'static str,
        /// What it has.
        found: String,
    },
    /// A number outside the range that makes sense.
    #[error("{key:?} must lie between {least} and {most}; found {found}")]
    OutOfRange {
        /// The key.
        key: String,
        /// The number found.
        found: String,
        /// The least that makes sense.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A word outside the vocabulary of its key.
    #[error("{found:?} is not one of {}", known.join(", "))]
    UnknownWord {
        /// The word.
        found: String,
        /// The vocabulary.
        known: Vec<String>,
    },
    /// Text that is no code.
    #[error("{found:?} is no code: small letters, digits, `_` or `-`, a letter first, at most 64")]
    NotACode {
        /// The text.
        found: String,
    },
    /// A list or text without anything in it.
    #[error("{key:?} is empty")]
    Nothing {
        /// The key.
        key: &'static str,
    },
    /// A second rule or area of one name.
    #[error("{id:?} stands on line {first} already")]
    Duplicate {
        /// The name.
        id: String,
        /// The line of the first.
        first: u64,
    },
    /// A condition that asks nothing, or several things at once.
    #[error("a condition asks for exactly one of grade, phase, signal and signals")]
    UnclearCondition,
    /// A test of signals that asks nothing, or several things at once.
    #[error("a condition on signals has exactly one of is, at_least and at_most")]
    UnclearTest,
    /// A test that the column's kind can never pass.
    #[error(
        "the test does not suit column {column:?}: words are tested by is, numbers and shares by at_least or at_most"
    )]
    TestDoesNotSuit {
        /// The column.
        column: String,
    },
    /// A column that neither the reader nor the register's signals know.
    #[error("no signals have a column {column:?}{}", if similar.is_empty() { String::new() } else { format!("; there are {}", similar.join(", ")) })]
    UnknownColumn {
        /// The column.
        column: String,
        /// Columns of a similar name.
        similar: Vec<String>,
    },
}

impl DerivationFaultKind {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "mend the TOML; text stands in quotation marks, lists in square brackets",
            Self::Missing { .. } => "add the key; the shipped derivation shows every one",
            Self::UnknownKey { .. } => "remove the key, or spell it as one of the known ones",
            Self::WrongKind { .. } => "give a value of the kind the key takes",
            Self::OutOfRange { .. } => "give a number within the range",
            Self::UnknownWord { .. } => "use one of the words listed",
            Self::NotACode { .. } => "write it like quality_of_education",
            Self::Nothing { .. } => "put at least one thing there",
            Self::Duplicate { .. } => "rename one of the two",
            Self::UnclearCondition => "split the condition: all conditions of a rule must be met anyway",
            Self::UnclearTest => "give the one test that is meant",
            Self::TestDoesNotSuit { .. } => "use the test that suits the column",
            Self::UnknownColumn { .. } => "spell the column as the header of the signals does",
        }
    }
}

/// Everything that is wrong with a derivation: at least one fault, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivationFaults {
    pub(super) faults: Vec<DerivationFault>,
}

impl DerivationFaults {
    pub(crate) fn new(mut faults: Vec<DerivationFault>) -> Option<Self> {
        faults.sort_by_key(|fault| fault.line);
        (!faults.is_empty()).then_some(Self { faults })
    }

    /// All of them.
    pub fn faults(&self) -> &[DerivationFault] {
        &self.faults
    }
}

impl IntoIterator for DerivationFaults {
    type Item = DerivationFault;
    type IntoIter = std::vec::IntoIter<DerivationFault>;

    fn into_iter(self) -> Self::IntoIter {
        self.faults.into_iter()
    }
}

impl fmt::Display for DerivationFaults {
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

impl std::error::Error for DerivationFaults {}
