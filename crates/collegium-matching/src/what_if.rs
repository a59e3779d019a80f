//! What would be, were one choice made otherwise: the problem is solved again, so that the figure is
//! exact where [`crate::explain`] knows only "at least".

use crate::{
    plan::{Plan, Value},
    problem::{GiverIndex, Pair, Problem, ProblemFile, TakerIndex},
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
        Choice::With if problem.is_plain() => {
            let rest = problem.without_pair(giver, taker);
            let rest = rest.with_unit_taken(giver, taker).ok_or(NoChoice::NoUnit)?;
            (rest, used(score, 0))
        }
        Choice::With => {
            // As a rule a plan that is asked to use the pair does; it may also find that other minimums are
            // worth as much.
            let asked = solve(&problem.requiring(giver, taker), plan.objective());
            let pairs = asked.assignments_of(taker);
            if pairs.iter().any(|pair| pair.giver == giver) {
                return Ok(difference(plan.value(), asked.value()));
            }
            let (rest, short) = rest_within_limits(problem, giver, taker).ok_or(NoChoice::NoUnit)?;
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

/// What is left of a problem with limits once that pair is used, and how many required pairs cannot be beside
/// it; none where a limit leaves no unit for it.
fn rest_within_limits(problem: &Problem, giver: GiverIndex, taker: TakerIndex) -> Option<(Problem, u64)> {
    let team = problem.team_of(taker);
    let is_slot = |id: &str| {
        let slot = problem.find_taker(id);
        slot == Some(taker) || (team.is_some() && slot.and_then(|slot| problem.team_of(slot)) == team)
    };
    let (giver_id, taker_id) = (problem.giver(giver).id, problem.taker(taker).id);
    let is_settled = |other_giver: &str, other_taker: &str| other_giver == giver_id && is_slot(other_taker);
    let mut rest = ProblemFile::of(problem);
    let before = rest.required.len();
    rest.required.retain(|pair| !is_settled(&pair.giver, &pair.taker));
    let settled = (before - rest.required.len()) as u64;
    let short = settled - u64::from(problem.is_required(giver, taker));
    rest.pairs.retain(|pair| !is_settled(&pair.giver, &pair.taker));
    for entry in rest.givers.iter_mut().filter(|entry| entry.id == giver_id) {
        take_unit(&mut entry.capacity, &mut entry.minimum)?;
    }
    for entry in rest.takers.iter_mut().filter(|entry| entry.id == taker_id) {
        take_unit(&mut entry.demand, &mut entry.minimum)?;
    }
    for group in problem.groups_of_giver(giver) {
        let entry = rest.giver_groups.get_mut(group.index.at())?;
        take_unit(&mut entry.maximum, &mut entry.minimum)?;
    }
    for group in problem.groups_of_taker(taker) {
        let entry = rest.taker_groups.get_mut(group.index.at())?;
        take_unit(&mut entry.maximum, &mut entry.minimum)?;
    }
    let rest = rest.to_builder().build();
    Some((
        rest.expect("a problem with a unit less of everything on one way is sound"),
        short,
    ))
}

/// One unit less, if there is one.
fn take_unit(most: &mut u32, minimum: &mut u32) -> Option<()> {
    *most = most.checked_sub(1)?;
    *minimum = minimum.saturating_sub(1);
    Some(())
}

fn difference(before: Value, value: Value) -> Difference {
    Difference {
        value,
        short_more: value.short.cast_signed() - before.short.cast_signed(),
        units_lost: before.units.cast_signed() - value.units.cast_signed(),
        score_lost: Total::from_micros(before.score.micros() - value.score.micros()),
    }
}
