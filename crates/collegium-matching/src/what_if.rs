//! What would be, were one choice made otherwise: the problem is solved again, so that the figure is
//! exact where [`crate::explain`] knows only "at least".

use crate::{
    plan::{Plan, Value},
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::{Score, Total},
    solve::solve,
};
use serde::{Deserialize, Serialize};

/// A choice made otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// The pair must be used.
    #[serde(rename = "with_pair")]
    With,
    /// The pair must not be used.
    #[serde(rename = "without_pair")]
    Without,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What the best plan achieves then.
    pub value: Value,
    /// Units of minimum loads and required pairs more that are not kept than in the plan at hand.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub short_more: i64,
    /// Units fewer than in the plan at hand.
    pub units_lost: i64,
    /// Score less than in the plan at hand; below zero where a unit lost is made up for in score.
    pub score_lost: Total,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(units: &i64) -> bool {
    *units == 0
}

/// Why a pair cannot be chosen otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoChoice {
    /// The two are no pair of the problem, or a forbidden one.
    #[error("the two are no possible pair")]
    NotAPair,
    /// The giver has no capacity, the taker no demand, or a group of one of them neither.
    #[error("the pair has no unit to use: the capacity, the demand or the limit of a group is zero")]
    NoUnit,
}

impl NoChoice {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotAPair => "ask about a pair of the problem that is not forbidden",
            Self::NoUnit => {
                "ask about a giver with capacity and a taker with demand, in groups that have some"
            }
        }
    }
}

/// What the best plan would be, with or without that pair; by the objective of `plan`, which must be a
/// plan for `problem`.
///
/// # Complexity
/// That of [`solve`].
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, solve::solve};
/// # use collegium_matching::what_if::{Choice, what_if};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .giver("south", 1)
///     .taker("hill", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("south", "hill", "0.6".parse()?)
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let (south, hill) = (problem.find_giver("south"), problem.find_taker("hill"));
/// let (south, hill) = (south.ok_or("not listed")?, hill.ok_or("not listed")?);
/// let difference = what_if(&problem, &plan, south, hill, Choice::With)?;
/// assert_eq!(difference.score_lost.to_string(), "0.3");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn what_if(
    problem: &Problem,
    plan: &Plan,
    giver: GiverIndex,
    taker: TakerIndex,
    choice: Choice,
) -> Result<Difference, NoChoice> {
    let score = problem.score(giver, taker).ok_or(NoChoice::NotAPair)?;
    let score = problem.counted(plan.objective(), &Pair { taker, giver, score });
    let (rest, mut value) = match choice {
        Choice::Without => (problem.without_pair(giver, taker), Value::default()),
        Choice::With => {
            let (rest, short) = problem.settled(giver, taker).ok_or(NoChoice::NoUnit)?;
            (rest, used(score, short))
        }
    };
    let best = solve(&rest, plan.objective()).value();
    value.short += best.short;
    value.units += best.units;
    value.score = Total::from_micros(value.score.micros() + best.score.micros());
    Ok(difference(plan.value(), value))
}

/// What one pair in use achieves.
fn used(score: Score, short: u64) -> Value {
    Value {
        short,
        units: 1,
        score: score.into(),
    }
}

fn difference(before: Value, value: Value) -> Difference {
    Difference {
        value,
        short_more: value.short.cast_signed() - before.short.cast_signed(),
        units_lost: before.units.cast_signed() - value.units.cast_signed(),
        score_lost: Total::from_micros(before.score.micros() - value.score.micros()),
    }
}
