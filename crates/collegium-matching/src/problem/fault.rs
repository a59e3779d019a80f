//! What can be wrong with a problem's input, each with its place.

use crate::{
    score::{Score, ScoreError},
    score_model::TooFar,
};
use std::fmt;

/// One of the lists that make a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Givers with their capacity.
    Givers,
    /// Takers with their demand.
    Takers,
    /// Possible pairs with their score.
    Pairs,
    /// Pairs that must not be used.
    Forbidden,
    /// Groups of givers that share a limit.
    GiverGroups,
    /// Groups of takers that share a limit.
    TakerGroups,
    /// Minimum loads.
    Minimums,
    /// Who is in which group.
    Memberships,
    /// Pairs that must be used.
    Required,
    /// Pairs of the present plan.
    Present,
    /// How far apart the two of a pair are.
    Ways,
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Givers => "giver",
            Self::Takers => "taker",
            Self::Pairs => "pair",
            Self::Forbidden => "forbidden pair",
            Self::GiverGroups => "group of givers",
            Self::TakerGroups => "group of takers",
            Self::Minimums => "minimum",
            Self::Memberships => "membership",
            Self::Required => "required pair",
            Self::Present => "present pair",
            Self::Ways => "way",
        })
    }
}

/// Where a record came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The n-th record of that list handed to the builder, from 1.
    Record {
        /// Which list.
        list: List,
        /// Which record of it.
        number: u32,
    },
    /// A line of a table.
    Line {
        /// The table's label, as a rule its file name.
        table: String,
        /// The line, from 1, the header included.
        line: u32,
        /// The column's name, where one column is to blame.
        column: Option<String>,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record { list, number } => write!(f, "{list} {number}"),
            Self::Line {
                table,
                line,
                column: None,
            } => write!(f, "{table}:{line}"),
            Self::Line {
                table,
                line,
                column: Some(column),
            } => {
                write!(f, "{table}:{line}: {column}")
            }
        }
    }
}

/// One fault of the input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: FaultKind,
}

impl Fault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        self.kind.help()
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// A giver is listed twice.
    #[error("giver {id:?} is listed already, at {first}")]
    DuplicateGiver {
        /// The id.
        id: String,
        /// Where it was first.
        first: Place,
    },
    /// A taker is listed twice.
    #[error("taker {id:?} is listed already, at {first}")]
    DuplicateTaker {
        /// The id.
        id: String,
        /// Where it was first.
        first: Place,
    },
    /// A pair is listed twice.
    #[error("the pair of giver {giver:?} and taker {taker:?} is listed already, at {first}")]
    DuplicatePair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// Where it was first.
        first: Place,
    },
    /// A pair names a giver that is not listed.
    #[error("no giver {id:?} is listed")]
    UnknownGiver {
        /// The id.
        id: String,
    },
    /// A pair names a taker that is not listed.
    #[error("no taker {id:?} is listed")]
    UnknownTaker {
        /// The id.
        id: String,
    },
    /// A pair of a school with itself.
    #[error("{id:?} is giver and taker of the same pair")]
    SameSchool {
        /// The id.
        id: String,
    },
    /// An id without a character.
    #[error("the id is empty")]
    EmptyId,
    /// More than 2³¹ records in one list.
    #[error("there are more records than this solver numbers")]
    TooManyRecords,
    /// The table is empty: not even a header.
    #[error("the table has no header")]
    NoHeader,
    /// A column that must be there is not.
    #[error("the column {column:?} is missing")]
    MissingColumn {
        /// Its name.
        column: String,
    },
    /// A column that nothing here reads.
    #[error("the column {column:?} is not known here")]
    UnknownColumn {
        /// Its name.
        column: String,
    },
    /// A column that stands twice in the header.
    #[error("the column {column:?} stands twice in the header")]
    RepeatedColumn {
        /// Its name.
        column: String,
    },
    /// A group is listed twice, or has the id of one of its side.
    #[error("{id:?} is listed already, at {first}")]
    DuplicateGroup {
        /// The id.
        id: String,
        /// Where it was first.
        first: Place,
    },
    /// A group that is not listed.
    #[error("no group {id:?} is listed on that side")]
    UnknownGroup {
        /// The id.
        id: String,
    },
    /// Somebody, or a group, in two groups of which neither holds the other.
    #[error("{id:?} is in a group already, by {first}")]
    InTwoGroups {
        /// The id.
        id: String,
        /// Which membership was first.
        first: Place,
    },
    /// A team among the groups of givers.
    #[error("the group of givers {id:?} cannot be a team")]
    TeamOfGivers {
        /// The id.
        id: String,
    },
    /// A group that lies within itself.
    #[error("the group {id:?} lies within itself")]
    GroupInItself {
        /// The id.
        id: String,
    },
    /// A minimum that was given already.
    #[error("{id:?} has a minimum already, by {first}")]
    DuplicateMinimum {
        /// The id.
        id: String,
        /// Where it was first.
        first: Place,
    },
    /// A minimum above what is there at most.
    #[error("the minimum {minimum} of {id:?} is more than the {most} that it has")]
    MinimumAbove {
        /// The id.
        id: String,
        /// The minimum.
        minimum: u32,
        /// The capacity or demand.
        most: u32,
    },
    /// The price of a change is below zero, or leads beyond what a score can be.
    #[error("{price} cannot be the price of a change")]
    ChangePrice {
        /// The price.
        price: Score,
    },
    /// A required pair that is no pair.
    #[error("giver {giver:?} and taker {taker:?} must be a pair, and are none of those listed")]
    RequiredNotAPair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// A required pair that is forbidden.
    #[error("giver {giver:?} and taker {taker:?} must be a pair, and must not")]
    RequiredForbidden {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// A required pair that is too far apart.
    #[error("giver {giver:?} and taker {taker:?} must be a pair, and are {too_far}")]
    RequiredTooFar {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// By how much.
        too_far: TooFar,
    },
    /// Nothing is known of how far apart the two of a pair are, and there is a limit.
    #[error("how far apart giver {giver:?} and taker {taker:?} are is not known, and there is a limit")]
    WayNotKnown {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// How far apart two are that are no pair.
    #[error("giver {giver:?} and taker {taker:?} are none of the pairs listed")]
    WayOfNoPair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// How far apart two are, for a second time.
    #[error("how far apart giver {giver:?} and taker {taker:?} are is said already, by {first}")]
    DuplicateWay {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// Where it was first.
        first: Place,
    },
    /// A line has more or fewer fields than the header.
    #[error("the line has {found} fields, the header {expected}")]
    WrongFieldCount {
        /// Fields in the header.
        expected: usize,
        /// Fields in the line.
        found: usize,
    },
    /// Bytes that are not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// Not a whole number from 0 to 2³² − 1.
    #[error("{found:?} is not a whole number from 0 to 4294967295")]
    NotACount {
        /// The text as it was found.
        found: String,
    },
    /// Neither yes nor no.
    #[error("{found:?} is neither yes nor no")]
    NotYesOrNo {
        /// The text as it was found.
        found: String,
    },
    /// Not a score.
    #[error(transparent)]
    NotAScore(ScoreError),
}

impl FaultKind {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::DuplicateGiver { .. } | Self::DuplicateTaker { .. } => {
                "keep one of the two, with the number that holds"
            }
            Self::DuplicatePair { .. } => "keep one of the two, with the score that holds",
            Self::UnknownGiver { .. } => "list the giver with its capacity, or correct the id",
            Self::UnknownTaker { .. } => "list the taker with its demand, or correct the id",
            Self::SameSchool { .. } => "leave the pair out: a school does not support itself",
            Self::EmptyId => "give the record an id",
            Self::TooManyRecords => "split the problem into parts that share no giver",
            Self::NoHeader => "begin the table with a line that names its columns",
            Self::MissingColumn { .. } => "add the column, or correct its name in the header",
            Self::UnknownColumn { .. } => "remove the column, or correct its name in the header",
            Self::RepeatedColumn { .. } | Self::DuplicateMinimum { .. } => "keep one of the two",
            Self::DuplicateGroup { .. } => "give each group an id that nothing else of its side has",
            Self::UnknownGroup { .. } => "list the group with its limit, or correct the id",
            Self::InTwoGroups { .. } => "keep one of the two, or put one of the groups within the other",
            Self::TeamOfGivers { .. } => {
                "make a team of takers, each a slot: a giver then serves at most once in it"
            }
            Self::GroupInItself { .. } => "take the group out of one of those it lies in",
            Self::MinimumAbove { .. } => "lower the minimum, or raise the capacity or demand",
            Self::ChangePrice { .. } => "name a price from 0 to what the scores are like",
            Self::RequiredNotAPair { .. } => "list the pair with its score, or do not require it",
            Self::RequiredForbidden { .. } | Self::DuplicateWay { .. } => "keep the one that holds",
            Self::RequiredTooFar { .. } => "do not require the pair, or agree on a wider limit",
            Self::WayNotKnown { .. } => {
                "find out how far apart the two are, leave the pair out, or leave the limit out"
            }
            Self::WayOfNoPair { .. } => "list the pair with its score, or leave its way out",
            Self::WrongFieldCount { .. } => {
                "make the line as long as the header, and quote an id that holds a comma"
            }
            Self::NotUtf8 => "save the table as UTF-8",
            Self::NotACount { .. } => "write a whole number, without sign, point or separator",
            Self::NotYesOrNo { .. } => "write yes or no, or leave the field empty",
            Self::NotAScore(error) => error.help(),
        }
    }
}

/// Every fault of the input, by list or table, then record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemFaults(pub(crate) Vec<Fault>);

impl ProblemFaults {
    /// The faults; at least one.
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for ProblemFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            let line_break = if at == 0 { "" } else { "\n" };
            write!(f, "{line_break}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ProblemFaults {}
