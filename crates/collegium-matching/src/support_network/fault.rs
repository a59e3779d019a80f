//! What can be wrong with the records of a support network.

use super::Support;
use std::fmt;

/// One record that a support network cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SupportFault {
    /// An id without a character.
    #[error("the id of a school is empty")]
    EmptyId,
    /// Help within one school.
    #[error("{school:?} is giver and taker of the same help")]
    HelpsItself {
        /// The school's id.
        school: String,
    },
    /// A tie without a round, or a round without a unit.
    #[error("{giver:?} helped {taker:?} with {support}; each round has at least one unit")]
    NotCounted {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// What was said of them.
        support: Support,
    },
    /// A plan uses pairs that its problem does not have.
    #[error("the plan is of another problem")]
    AnotherProblem,
    /// More than 2³² − 2 schools or ties, or more than 2⁶³ − 1 units.
    #[error("there are more schools, ties or units than are counted here")]
    TooMany,
}

impl SupportFault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::EmptyId => "give the school an id",
            Self::HelpsItself { .. } => "leave the record out: a school does not support itself",
            Self::NotCounted { .. } => "leave out what did not come about, or correct the counts",
            Self::AnotherProblem => "hand in the problem that the plan was made for",
            Self::TooMany => "count in larger units, or measure a part of the network",
        }
    }
}

/// Every fault of the records, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportFaults(pub(super) Vec<SupportFault>);

impl SupportFaults {
    /// The faults; at least one.
    pub fn faults(&self) -> &[SupportFault] {
        &self.0
    }
}

impl fmt::Display for SupportFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            let line_break = if at == 0 { "" } else { "\n" };
            write!(f, "{line_break}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for SupportFaults {}
