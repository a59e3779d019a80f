//! Why a plan does not pass.

use crate::{
    objective::Objective,
    plan::UnmetReason,
    problem::ProblemHash,
    score::{Score, Total},
    score_model::TooFar,
};
use std::fmt;

/// One of the two sides, in a rejection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A giver.
    Giver,
    /// A taker.
    Taker,
    /// A group of givers.
    GiverGroup,
    /// A group of takers.
    TakerGroup,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Giver => "giver",
            Self::Taker => "taker",
            Self::GiverGroup => "group of givers",
            Self::TakerGroup => "group of takers",
        })
    }
}

/// One reason why a plan does not pass.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// The plan was made under another objective than asked for.
    #[error("the plan's objective is {found}, not {expected}")]
    OtherObjective {
        /// The one asked for.
        expected: Objective,
        /// The plan's.
        found: Objective,
    },
    /// The plan was made for another problem.
    #[error("the plan is for problem {found}, this is problem {expected}")]
    OtherProblem {
        /// The problem at hand.
        expected: ProblemHash,
        /// The plan's.
        found: ProblemHash,
    },
    /// An id that the problem does not hold.
    #[error("the problem has no {side} {id:?}")]
    UnknownId {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
    },
    /// A pair that the problem does not allow.
    #[error("giver {giver:?} and taker {taker:?} are no pair of the problem{}", if *.forbidden { ": it is forbidden" } else { "" })]
    NoSuchPair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// Whether the pair is there but forbidden.
        forbidden: bool,
    },
    /// A pair that is too far apart.
    #[error("giver {giver:?} and taker {taker:?} are too far apart: {too_far}")]
    TooFar {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// By how much.
        too_far: TooFar,
    },
    /// A pair with another score than the problem's.
    #[error("giver {giver:?} and taker {taker:?} score {expected}, the plan says {found}")]
    OtherScore {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// The problem's score.
        expected: Score,
        /// The plan's.
        found: Score,
    },
    /// A pair used twice.
    #[error("giver {giver:?} and taker {taker:?} are matched more than once")]
    PairTwice {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// More units than there are.
    #[error("{side} {id:?} has {found} units in the plan and {limit} in the problem")]
    TooManyUnits {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
        /// Its capacity or demand.
        limit: u32,
        /// Units of it in the plan.
        found: u64,
    },
    /// A giver that serves a team more than once.
    #[error("giver {giver:?} serves team {team:?} more than once")]
    TwiceInTeam {
        /// The giver's id.
        giver: String,
        /// The team's id.
        team: String,
    },
    /// Minimums that are not kept, told otherwise than the assignments leave them.
    #[error("the plan does not tell rightly which minimums and required pairs are not kept")]
    OtherShort,
    /// Unmet demand that is not what the assignments leave.
    #[error("taker {taker:?} has {expected} units unmet, the plan says {found}")]
    OtherUnmet {
        /// The taker's id.
        taker: String,
        /// What the assignments leave.
        expected: u64,
        /// What the plan says.
        found: u64,
    },
    /// Another reason for unmet demand than problem and assignments give.
    #[error("the plan says of taker {taker:?}: {found} In truth: {expected}")]
    OtherReason {
        /// The taker's id.
        taker: String,
        /// Why it goes without.
        expected: UnmetReason,
        /// What the plan says.
        found: UnmetReason,
    },
    /// The stated units are not those of the assignments.
    #[error("the assignments are {expected} units, the plan's {field} says {found}")]
    OtherUnits {
        /// Which field of the plan.
        field: &'static str,
        /// As counted.
        expected: u64,
        /// As stated.
        found: u64,
    },
    /// The stated score is not that of the assignments.
    #[error("the assignments' scores add up to {expected}, the plan's {field} says {found}")]
    OtherTotal {
        /// Which field of the plan.
        field: &'static str,
        /// As added up.
        expected: Total,
        /// As stated.
        found: Total,
    },
    /// The plan does not even claim to be best.
    #[error("the plan does not claim to be optimal")]
    NotOptimal,
    /// A giver or taker without a price.
    #[error("the certificate has no price for {side} {id:?}")]
    PriceMissing {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
    },
    /// Two prices for one.
    #[error("the certificate has two prices for {side} {id:?}")]
    PriceTwice {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
    },
    /// A price in the form of another objective.
    #[error("the price of {side} {id:?} is not in the form that {objective} asks for")]
    PriceOfOtherKind {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
        /// The plan's objective.
        objective: Objective,
    },
    /// A price below zero.
    #[error("the price of {side} {id:?} is below zero")]
    PriceBelowZero {
        /// Which side.
        side: Side,
        /// The id.
        id: String,
    },
    /// Prices too large to be added up exactly.
    #[error("the prices are too large to be added up")]
    PricesTooLarge,
    /// The certificate proves another bound than the plan states.
    #[error("the certificate proves a bound of {proven}, the plan states {stated}")]
    OtherBound {
        /// By the prices.
        proven: Bound,
        /// By the plan.
        stated: Bound,
    },
    /// The certificate leaves room for a better plan.
    #[error("the assignments achieve {achieved}, the certificate proves only a bound of {proven}")]
    BoundNotReached {
        /// By the assignments.
        achieved: Bound,
        /// By the prices.
        proven: Bound,
    },
}

/// A bound, as wide as the sums that lead to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// Units of minimums, and required pairs, that are kept: those that are not count below zero.
    pub kept: i128,
    /// Units of demand.
    pub units: i128,
    /// Score.
    pub score: Total,
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} units and score {}", self.units, self.score)?;
        match self.kept {
            0 => Ok(()),
            kept => write!(f, ", {} short of the minimums", -kept),
        }
    }
}

impl Rejection {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::OtherObjective { .. } => "verify under the objective that the plan names",
            Self::OtherProblem { .. } => {
                "verify against the very problem that was solved, forbidden pairs included"
            }
            Self::UnknownId { .. } | Self::NoSuchPair { .. } | Self::TooFar { .. } => {
                "do not use this plan: it matches who cannot be matched"
            }
            Self::OtherScore { .. } | Self::OtherUnits { .. } | Self::OtherTotal { .. } => {
                "do not trust the plan's figures; solve the problem again"
            }
            Self::PairTwice { .. } | Self::TooManyUnits { .. } | Self::TwiceInTeam { .. } => {
                "do not use this plan: it gives out more than there is"
            }
            Self::OtherShort => "do not trust what the plan says of minimums; solve again",
            Self::OtherUnmet { .. } | Self::OtherReason { .. } => {
                "do not trust the plan's list of unmet needs; solve again"
            }
            Self::NotOptimal
            | Self::PriceMissing { .. }
            | Self::PriceTwice { .. }
            | Self::PriceOfOtherKind { .. }
            | Self::PriceBelowZero { .. }
            | Self::PricesTooLarge
            | Self::OtherBound { .. }
            | Self::BoundNotReached { .. } => {
                "the plan may be possible, but nothing proves that it is best; solve the problem again"
            }
        }
    }
}

/// Every reason why a plan does not pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejections(pub(super) Vec<Rejection>);

impl Rejections {
    /// The reasons; at least one.
    pub fn reasons(&self) -> &[Rejection] {
        &self.0
    }
}

impl fmt::Display for Rejections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, rejection) in self.0.iter().enumerate() {
            let line_break = if at == 0 { "" } else { "\n" };
            write!(f, "{line_break}{rejection}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Rejections {}
