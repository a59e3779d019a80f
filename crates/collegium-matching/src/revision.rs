//! A solved plan that follows changes: best again after each, without starting over.
//!
//! After a unit, a capacity, a pair or a score has changed, the plan is made best again: of a plain problem by one or
//! two searches from where the change was, with minimums, groups or required pairs by going on from the tree at
//! which the solver ended. The difference to before is told. What it comes to is the same as if the changed problem
//! were solved anew; among equally good plans it stays near the one that was there.

use crate::{
    objective::Objective,
    plan::{Plan, Value},
    problem::{Problem, ProblemFaults},
    score::Score,
    score_model::TooFar,
};
use limited::Limited;
use plain::Plain;
use serde::{Deserialize, Serialize};

mod limited;
mod plain;
mod state;

/// A plan with its problem, ready for changes.
///
/// # Shape
/// Some 40 bytes a pair.
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, revision::Revision};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .giver("south", 1)
///     .taker("hill", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("south", "hill", "0.6".parse()?)
///     .build()?;
/// let mut revision = Revision::of(&problem, Objective::Coverage)?;
///
/// // North falls out. South steps in.
/// let difference = revision.set_capacity("north", 0)?;
/// assert_eq!(difference.ended[0].giver, "north");
/// assert_eq!(difference.begun[0].giver, "south");
/// assert_eq!(difference.after.score.to_string(), "0.6");
///
/// // The changed problem with its plan, as if it had been solved anew.
/// let (problem, plan) = revision.plan()?;
/// assert!(collegium_matching::verify::verify(&problem, &plan.to_file(&problem)).is_ok());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Revision(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Plain(Box<Plain>),
    Limited(Box<Limited>),
}

/// What a change brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What the plan achieved before.
    pub before: Value,
    /// What it achieves now.
    pub after: Value,
    /// Pairs that are used now and were not, by taker, then giver.
    pub begun: Vec<Moved>,
    /// Pairs that were used and are no longer, by taker, then giver.
    pub ended: Vec<Moved>,
}

/// A pair that is used, or no longer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The taker's id.
    pub taker: String,
    /// The giver's id.
    pub giver: String,
}

/// Why a change cannot be made. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoChange {
    /// A capacity or demand below its minimum.
    #[error("{id:?} is to have {minimum} units at least, and would have {most} at most")]
    BelowMinimum {
        /// The id.
        id: String,
        /// The minimum.
        minimum: u32,
        /// What there would be at most.
        most: u32,
    },
    /// A pair that must be used cannot be taken out.
    #[error("giver {giver:?} and taker {taker:?} must be a pair")]
    Required {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// The objective looks at a present plan.
    #[error("a plan of least change cannot be revised")]
    OtherObjective,
    /// A giver that is not there.
    #[error("there is no giver {id:?}")]
    UnknownGiver {
        /// The id.
        id: String,
    },
    /// A taker that is not there.
    #[error("there is no taker {id:?}")]
    UnknownTaker {
        /// The id.
        id: String,
    },
    /// An id that is there already, or is empty.
    #[error("the id {id:?} is empty, or there already")]
    IdTaken {
        /// The id.
        id: String,
    },
    /// Two that are no pair.
    #[error("giver {giver:?} and taker {taker:?} are no pair")]
    NotAPair {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// Two that are too far apart, or of whose way nothing is known where there is a limit.
    #[error("giver {giver:?} and taker {taker:?} cannot be a pair: {too_far}")]
    TooFar {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// By how much.
        too_far: TooFar,
    },
    /// A pair that is forbidden, or of a school with itself.
    #[error("giver {giver:?} and taker {taker:?} must not be a pair")]
    Forbidden {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
}

impl NoChange {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::OtherObjective => "change the problem and solve it again",
            Self::UnknownGiver { .. } | Self::UnknownTaker { .. } => "add it first, or correct the id",
            Self::IdTaken { .. } => "give it an id of its own",
            Self::NotAPair { .. } => "set a score for the pair first",
            Self::BelowMinimum { .. } => "choose a number that is no lower than the minimum",
            Self::Required { .. } | Self::Forbidden { .. } | Self::TooFar { .. } => "leave the pair as it is",
        }
    }
}

impl Revision {
    /// Solves `problem` and stands ready for changes.
    ///
    /// # Errors
    /// [`NoChange::OtherObjective`] under least change.
    ///
    /// # Complexity
    /// That of [`crate::solve::solve`] under coverage and with limits; of a plain problem under score a search a unit, without its shortcuts.
    pub fn of(problem: &Problem, objective: Objective) -> Result<Self, NoChange> {
        if objective == Objective::LeastChange {
            return Err(NoChange::OtherObjective);
        }
        Ok(Self(if problem.is_plain() {
            Kind::Plain(Box::new(Plain::of(problem, objective)?))
        } else {
            Kind::Limited(Box::new(Limited::of(problem, objective)))
        }))
    }

    /// What the plan achieves.
    pub fn value(&self) -> Value {
        match &self.0 {
            Kind::Plain(it) => it.value(),
            Kind::Limited(it) => it.value(),
        }
    }

    /// A giver can give so many units from now on.
    ///
    /// # Errors
    /// [`NoChange::UnknownGiver`], [`NoChange::BelowMinimum`].
    ///
    /// # Complexity
    /// A search a unit more or less, which ends at the first place that is as good; at worst O(pairs · log) each.
    /// With limits: O(pairs), and a few pivots as a rule.
    pub fn set_capacity(&mut self, giver: &str, capacity: u32) -> Result<Difference, NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.set_capacity(giver, capacity),
            Kind::Limited(it) => it.set_capacity(giver, capacity),
        }
    }

    /// A taker asks for so many units from now on.
    ///
    /// # Errors
    /// [`NoChange::UnknownTaker`], [`NoChange::BelowMinimum`].
    ///
    /// # Complexity
    /// As for [`Revision::set_capacity`].
    pub fn set_demand(&mut self, taker: &str, demand: u32) -> Result<Difference, NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.set_demand(taker, demand),
            Kind::Limited(it) => it.set_demand(taker, demand),
        }
    }

    /// A pair has that score from now on; a new pair if the two were none.
    ///
    /// # Errors
    /// [`NoChange::UnknownGiver`], [`NoChange::UnknownTaker`], [`NoChange::Forbidden`], [`NoChange::TooFar`].
    ///
    /// # Complexity
    /// Two searches where the pair becomes better than its prices, or is used and becomes worse; none else.
    pub fn set_score(&mut self, giver: &str, taker: &str, score: Score) -> Result<Difference, NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.set_score(giver, taker, score),
            Kind::Limited(it) => it.set_score(giver, taker, score),
        }
    }

    /// A pair is no longer possible.
    ///
    /// # Errors
    /// [`NoChange::UnknownGiver`], [`NoChange::UnknownTaker`], [`NoChange::NotAPair`],
    /// [`NoChange::Required`].
    ///
    /// # Complexity
    /// Two searches where the pair is used; none else.
    pub fn remove_pair(&mut self, giver: &str, taker: &str) -> Result<Difference, NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.remove_pair(giver, taker),
            Kind::Limited(it) => it.remove_pair(giver, taker),
        }
    }

    /// A giver more, with no pair yet.
    ///
    /// # Errors
    /// [`NoChange::IdTaken`].
    ///
    /// # Complexity
    /// With limits that of solving again.
    pub fn add_giver(&mut self, id: &str, capacity: u32) -> Result<(), NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.add_giver(id, capacity),
            Kind::Limited(it) => it.add_giver(id, capacity),
        }
    }

    /// A taker more, with no pair yet.
    ///
    /// # Errors
    /// [`NoChange::IdTaken`].
    ///
    /// # Complexity
    /// With limits that of solving again.
    pub fn add_taker(&mut self, id: &str, demand: u32) -> Result<(), NoChange> {
        match &mut self.0 {
            Kind::Plain(it) => it.add_taker(id, demand),
            Kind::Limited(it) => it.add_taker(id, demand),
        }
    }

    /// The problem as it is now, with its best plan and the prices that prove it.
    ///
    /// # Errors
    /// [`ProblemFaults`] where changes have led beyond the size of a problem.
    ///
    /// # Complexity
    /// O(pairs · log pairs).
    pub fn plan(&self) -> Result<(Problem, Plan), ProblemFaults> {
        match &self.0 {
            Kind::Plain(it) => it.plan(),
            Kind::Limited(it) => Ok(it.plan()),
        }
    }
}
