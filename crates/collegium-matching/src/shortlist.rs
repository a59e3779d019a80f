//! The few givers among whom to choose for one taker, with what each choice would cost all together.
//!
//! The plan proposes; a person decides. A shortlist is that person's view of one need: the givers that the plan
//! chose and those that could help as well or nearly so, whom each would have to be moved from, and the price
//! of one more unit of each.
//!
//! The order tells what a choice costs the plan, not how good a school is: the same school stands first for one
//! need and last for another. Like every explanation it names others' needs; whoever shows it passes it through
//! what its audience may see.

use crate::{
    explain::Explainer,
    objective::Objective,
    plan::Price,
    problem::{Pair, TakerIndex},
    score::{Score, Total},
    score_model::{Scored, ScoredPairs, TooFar},
    what_if::{Choice, Difference, what_if},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod text;

/// Whom to choose among for one taker.
///
/// # Shape
/// Entries by what all together would lose, the least first: where every entry has it the exact figure,
/// otherwise the bound; what the plan chose before what costs the same; then by id.
///
/// # Example
/// ```
/// # use collegium_matching::{explain::Explainer, objective::Objective, problem::Problem, solve::solve};
/// # use collegium_matching::shortlist::Shortlist;
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .giver("south", 1)
///     .taker("hill", 1)
///     .taker("vale", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("south", "hill", "0.6".parse()?)
///     .pair("north", "vale", "0.7".parse()?)
///     .pair("south", "vale", "0.5".parse()?)
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let explainer = Explainer::new(&problem, &plan);
/// let hill = problem.find_taker("hill").ok_or("not listed")?;
/// let shortlist = Shortlist::of(&explainer, hill, 3).exact(&explainer);
/// let south = &shortlist.entries[1];
/// assert_eq!((south.giver.as_str(), south.must_be_moved()), ("south", true));
/// assert_eq!(south.moved_from[0].taker, "vale");
/// // South with hill and north with vale are worth 1.3, where the plan is worth 1.4.
/// assert_eq!(south.exact.ok_or("not asked")?.score_lost.to_string(), "0.1");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shortlist {
    /// The taker's id.
    pub taker: String,
    /// Units it asks for.
    pub demand: u32,
    /// Units it receives by the plan.
    pub received: u32,
    /// Who could help it.
    pub entries: Vec<Entry>,
    /// How many could, those that are not shown included.
    pub candidate_count: u32,
    /// Who is too far away, by id, where a score model said so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub too_far: BTreeMap<String, TooFar>,
}

/// A giver to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The giver's id.
    pub giver: String,
    /// Whether the plan chose it.
    pub is_chosen: bool,
    /// How good the pair is.
    pub score: Score,
    /// The parts of the score, where a score model made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Scored>,
    /// What one more unit of this giver would add for everybody, at most.
    pub price: Price,
    /// What all together would lose at least if this giver helped this taker; nothing for a chosen one.
    pub loss: Price,
    /// What they would lose exactly, where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<Difference>,
    /// Units that it could give beside what the plan asks of it, what it shares with others included.
    pub spare: u32,
    /// Some of those of which one would have to make room for this choice, the best pairs first; empty where
    /// there is room, and for a chosen one.
    pub moved_from: Vec<Helped>,
    /// How many there are of those.
    pub moved_from_count: u32,
}

/// Help by the plan that stands in the way of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Helped {
    /// Who gives it: the same giver, or one that shares a limit with it.
    pub giver: String,
    /// Who receives it.
    pub taker: String,
    /// How good that pair is.
    pub score: Score,
}

impl Entry {
    /// Whether somebody whom the giver helps by the plan would have to do without.
    pub fn must_be_moved(&self) -> bool {
        self.moved_from_count > 0
    }
}

impl Shortlist {
    /// The shortlist of a taker, of `most` entries at most; each names as many at most who would have to make
    /// room as the explainer names holders.
    ///
    /// # Complexity
    /// O(pairs of the taker · log) from the plan's prices; where the taker is a slot of a team, times its slots.
    pub fn of(explainer: &Explainer<'_>, taker: TakerIndex, most: usize) -> Self {
        let (problem, plan) = (explainer.problem, explainer.plan);
        let need = problem.taker(taker);
        let used = plan.assignments_of(taker);
        let raised = explainer.taker_raise(taker);
        let mut ranked: Vec<(Price, bool, Pair)> = problem
            .pairs_of(taker)
            .filter(|pair| explainer.is_possible(pair))
            .map(|pair| {
                if used.iter().any(|chosen| chosen.giver == pair.giver) {
                    (Price::default(), false, pair)
                } else {
                    (explainer.loss_with_raised(&pair, raised), true, pair)
                }
            })
            .collect();
        // Of one taker's pairs the giver alone tells them apart; a better score is no reason to stand first.
        ranked.sort_unstable_by_key(|(loss, is_other, pair)| (*loss, *is_other, pair.giver));
        let candidate_count = u32::try_from(ranked.len()).unwrap_or(u32::MAX);
        ranked.truncate(most);
        Self {
            taker: need.id.to_owned(),
            demand: need.demand,
            received: u32::try_from(used.len()).unwrap_or(u32::MAX),
            entries: ranked
                .into_iter()
                .map(|(loss, is_other, pair)| entry(explainer, &pair, loss, !is_other))
                .collect(),
            candidate_count,
            too_far: BTreeMap::new(),
        }
    }

    /// The same with the exact loss of every entry, in its order. It can be well above the bound: who wants the
    /// least of all asks for more entries than it shows, and cuts afterwards. `explainer` must be the one it was made with.
    ///
    /// # Complexity
    /// That of [`what_if`], for each entry.
    #[must_use]
    pub fn exact(mut self, explainer: &Explainer<'_>) -> Self {
        let (problem, plan) = (explainer.problem, explainer.plan);
        let Some(taker) = problem.find_taker(&self.taker) else {
            return self;
        };
        for entry in &mut self.entries {
            let giver = problem.find_giver(&entry.giver);
            entry.exact = giver.and_then(|giver| what_if(problem, plan, giver, taker, Choice::With).ok());
        }
        let lost = |entry: &Entry| {
            let lost = entry.exact?;
            let (units, score) = (Total::from_micros(lost.units_lost.into()), lost.score_lost);
            Some(match plan.objective() {
                Objective::Coverage | Objective::LeastChange => (lost.short_more, units, score),
                Objective::Score => (lost.short_more, score, units),
            })
        };
        if self.entries.iter().all(|entry| entry.exact.is_some()) {
            self.entries
                .sort_by(|a, b| (lost(a), !a.is_chosen, &a.giver).cmp(&(lost(b), !b.is_chosen, &b.giver)));
        }
        self
    }

    /// The same with the parts of each score that `pairs` made, and with those who are too far away.
    #[must_use]
    pub fn with_scores(mut self, pairs: &ScoredPairs) -> Self {
        for entry in &mut self.entries {
            let scored = pairs.scored(&entry.giver, &self.taker);
            entry.parts = scored.filter(|scored| scored.total() == entry.score);
        }
        self.too_far = pairs.of_taker(&self.taker).too_far;
        self
    }
}

fn entry(explainer: &Explainer<'_>, pair: &Pair, loss: Price, is_chosen: bool) -> Entry {
    let problem = explainer.problem;
    let mut in_the_way = if is_chosen {
        Vec::new()
    } else {
        in_the_way(explainer, pair)
    };
    in_the_way.sort_by_key(|pair| std::cmp::Reverse(pair.score));
    let count = in_the_way.len();
    in_the_way.truncate(explainer.most_holders);
    Entry {
        giver: problem.giver(pair.giver).id.to_owned(),
        is_chosen,
        score: pair.score,
        parts: None,
        price: explainer.giver_price(pair.giver),
        loss,
        exact: None,
        spare: explainer.free(pair.giver),
        moved_from: in_the_way
            .into_iter()
            .map(|pair| Helped {
                giver: problem.giver(pair.giver).id.to_owned(),
                taker: problem.taker(pair.taker).id.to_owned(),
                score: pair.score,
            })
            .collect(),
        moved_from_count: u32::try_from(count).unwrap_or(u32::MAX),
    }
}

/// The plan's pairs of which one has to go before the giver has a unit for this taker: its own in the same team;
/// else its own, if it has no more to give; else those of the innermost group that has no more.
fn in_the_way(explainer: &Explainer<'_>, pair: &Pair) -> Vec<Pair> {
    let problem = explainer.problem;
    let held = explainer.held(pair.giver);
    if let Some(team) = problem.team_of(pair.taker) {
        let slot = held
            .iter()
            .find(|other| problem.team_of(other.taker) == Some(team));
        if let Some(slot) = slot {
            return vec![*slot];
        }
    }
    if explainer.spare(pair.giver) == 0 {
        return held.to_vec();
    }
    let mut groups = problem.groups_of_giver(pair.giver);
    let Some(full) = groups.find(|group| explainer.group_loads[group.index.at()] >= group.maximum) else {
        return Vec::new();
    };
    let shares = |pair: &&Pair| {
        problem
            .groups_of_giver(pair.giver)
            .any(|group| group.index == full.index)
    };
    explainer
        .plan
        .assignments()
        .iter()
        .filter(shares)
        .copied()
        .collect()
}
