//! What would have to change for something lacking to be had: each suggestion was tried by solving the changed
//! problem, and is told with what it gains.
//!
//! The plan is best for the problem as it is; so whatever helps loosens a limit: a capacity, the limit of a
//! group, a minimum or a required pair elsewhere, or a veto. Those come from the neighbourhood of what is lacking
//! and from the count that proves it ([`crate::witness`]). Whether a change is to be had, people decide.

use crate::{
    objective::Objective,
    plan::{Plan, Price, ShortOf},
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::Total,
    score_model::TooFar,
    solve::solve,
    witness::{Load, Witness, witness, witness_of_short},
};
use serde::{Deserialize, Serialize};

mod text;

/// Something that a plan lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Units that a taker asks for.
    Demand(TakerIndex),
    /// A minimum, or a required pair.
    Short(ShortOf),
}

/// A change of a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
#[non_exhaustive]
pub enum Change {
    /// A giver can give more.
    #[serde(rename = "capacity")]
    Capacity {
        /// Its id.
        giver: String,
        /// By so many units.
        by: u32,
    },
    /// A group of givers can give more together.
    #[serde(rename = "giver_group")]
    GiverGroup {
        /// Its id.
        group: String,
        /// By so many units.
        by: u32,
    },
    /// A group of takers can receive more together.
    #[serde(rename = "taker_group")]
    TakerGroup {
        /// Its id.
        group: String,
        /// By so many units.
        by: u32,
    },
    /// A giver, or a group of givers, has no minimum any more.
    #[serde(rename = "no_giver_minimum")]
    NoGiverMinimum {
        /// Its id.
        id: String,
    },
    /// A taker, or a group of takers, has no minimum any more.
    #[serde(rename = "no_taker_minimum")]
    NoTakerMinimum {
        /// Its id.
        id: String,
    },
    /// A pair need not be used any more.
    #[serde(rename = "not_required")]
    NotRequired {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
    /// A pair may be used although it is too far apart.
    #[serde(rename = "farther")]
    Farther {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
        /// By how much it is.
        too_far: TooFar,
    },
    /// A forbidden pair may be used.
    #[serde(rename = "allowed")]
    Allowed {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
}

/// A change that helps, and what it brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// What would have to change.
    pub change: Change,
    /// Units more where they are lacking.
    pub here: u32,
    /// Units fewer by which minimums are missed and required pairs are not used, everywhere together; one that
    /// the change takes away is missed no more.
    pub short_fewer: i64,
    /// Units more that are given, everywhere together; below zero where a minimum more is kept instead.
    pub units_more: i64,
    /// What the total score is more; below zero where units are met instead.
    pub score_more: Total,
}

/// Changes of `problem` after which its best plan, by the objective of `plan`, has more of what `lack` names; the
/// most gain for all first. At most `most_tried` changes are tried, the likelier first.
///
/// # Complexity
/// That of [`solve`] for each change that is tried; where several units are lacking, twice that.
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, solve::solve};
/// # use collegium_matching::remedy::{Lack, remedies};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .giver("south", 1)
///     .taker("hill", 1)
///     .taker("vale", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .pair("north", "vale", "0.8".parse()?)
///     .pair("south", "vale", "0.3".parse()?)
///     .forbid("south", "vale")
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let vale = plan.unmet()[0].taker;
/// let told: Vec<String> = remedies(&problem, &plan, Lack::Demand(vale), 10)
///     .iter()
///     .map(ToString::to_string)
///     .collect();
/// assert_eq!(told, [
///     "If north could give 1 unit more: 1 unit more here. All together: 1 unit more is given, score 0.8 more.",
///     "If south were not ruled out for vale: 1 unit more here. All together: 1 unit more is given, score 0.3 more.",
/// ]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn remedies(problem: &Problem, plan: &Plan, lack: Lack, most_tried: usize) -> Vec<Remedy> {
    let mut found: Vec<Remedy> = suggestions(problem, plan, lack)
        .into_iter()
        .take(most_tried)
        .filter_map(|steps| steps.iter().find_map(|change| tried(problem, plan, lack, change)))
        .collect();
    found.sort_by_key(|remedy| std::cmp::Reverse(remedy.gain(plan.objective())));
    found
}

impl Remedy {
    /// What it gains, in the order in which the objective counts.
    fn gain(&self, objective: Objective) -> (i64, i128, i128) {
        let (units, score) = (i128::from(self.units_more), self.score_more.micros());
        if objective.puts_units_first() {
            (self.short_fewer, units, score)
        } else {
            (self.short_fewer, score, units)
        }
    }
}

/// What the change brings, if there is then more of what is lacking, and not at the cost of others.
fn tried(problem: &Problem, plan: &Plan, lack: Lack, change: &Change) -> Option<Remedy> {
    let changed = solve(&problem.changed(change)?, plan.objective());
    let here = found(&changed, lack)
        .checked_sub(found(plan, lack))
        .filter(|more| *more > 0)?;
    let (before, after) = (plan.value(), changed.value());
    let remedy = Remedy {
        change: change.clone(),
        here,
        short_fewer: before.short.cast_signed() - after.short.cast_signed(),
        units_more: after.units.cast_signed() - before.units.cast_signed(),
        score_more: Total::from_micros(after.score.micros() - before.score.micros()),
    };
    // Without a gain for all, more here is less elsewhere, and only chance between equally good plans.
    let least = match lack {
        Lack::Demand(_) => (0, 0, 1),
        Lack::Short(_) => (1, i128::MIN, i128::MIN),
    };
    (remedy.gain(plan.objective()) >= least).then_some(remedy)
}

/// How much there is of what `lack` names: units received; of a minimum, less what is missing.
fn found(plan: &Plan, lack: Lack) -> u32 {
    match lack {
        Lack::Demand(taker) => u32::try_from(plan.assignments_of(taker).len()).unwrap_or(u32::MAX),
        Lack::Short(of) => {
            let short = plan.short().iter().find(|short| short.of == of);
            u32::MAX - short.map_or(0, |short| short.minimum - short.found)
        }
    }
}

/// Of those too far away only the nearest are worth a try.
const MOST_TOO_FAR: usize = 3;

/// What to try, the likelier first: for each limit a unit more, then as many as are lacking.
fn suggestions(problem: &Problem, plan: &Plan, lack: Lack) -> Vec<Vec<Change>> {
    let (witness, takers) = match lack {
        Lack::Demand(taker) => (witness(problem, plan, taker), vec![taker]),
        Lack::Short(of) => (
            witness_of_short(problem, plan, of),
            match of {
                ShortOf::Taker(taker) | ShortOf::Pair(_, taker) => vec![taker],
                _ => Vec::new(),
            },
        ),
    };
    let shortfall = witness.as_ref().map_or(1, Witness::shortfall);
    let shortfall = u32::try_from(shortfall).unwrap_or(u32::MAX);
    let own = match lack {
        Lack::Demand(taker) => Load::Taker(taker),
        Lack::Short(of) => of.into(),
    };
    let mut all: Vec<Vec<Change>> = Vec::new();
    let mut suggest = |change: Option<Change>| {
        let Some(change) = change else { return };
        let steps = match change.by(shortfall) {
            Some(all_at_once) if shortfall > 1 => vec![change, all_at_once],
            _ => vec![change],
        };
        if !all.contains(&steps) {
            all.push(steps);
        }
    };
    for taker in takers {
        for group in problem.groups_of_taker(taker) {
            if plan.taker_group_price(group.index) > Price::default() {
                suggest(more(problem, Load::TakerGroup(group.index)));
            }
        }
        for pair in problem.pairs_of(taker) {
            for load in givers_limits(problem, plan, &pair) {
                suggest(more(problem, load));
            }
        }
        for pair in problem.forbidden_pairs_of(taker) {
            let (giver, taker) = ids(problem, pair.giver, pair.taker);
            suggest(Some(Change::Allowed { giver, taker }));
        }
        let mut far: Vec<Pair> = problem.too_far_pairs_of(taker).collect();
        far.sort_by_key(|pair| (problem.apart(pair.giver, pair.taker), pair.giver));
        for pair in far.iter().take(MOST_TOO_FAR) {
            let (giver, taker) = ids(problem, pair.giver, pair.taker);
            let too_far = problem.too_far(pair.giver, pair.taker);
            suggest(too_far.map(|too_far| Change::Farther {
                giver,
                taker,
                too_far,
            }));
        }
    }
    for share in witness.iter().flat_map(|witness| &witness.most) {
        suggest(more(problem, share.of));
    }
    for share in witness.iter().flat_map(|witness| &witness.wanted) {
        if share.of != own {
            suggest(less(problem, share.of));
        }
    }
    all
}

/// The limits of a giver of which a unit more would add something.
fn givers_limits<'a>(problem: &'a Problem, plan: &'a Plan, pair: &Pair) -> impl Iterator<Item = Load> + 'a {
    let giver: GiverIndex = pair.giver;
    let own = (plan.giver_price(giver) > Price::default()).then_some(Load::Giver(giver));
    let groups = problem.groups_of_giver(giver).map(|group| group.index);
    let groups = groups.filter(|group| plan.giver_group_price(*group) > Price::default());
    own.into_iter().chain(groups.map(Load::GiverGroup))
}

/// A unit more of a limit, where there can be more.
fn more(problem: &Problem, load: Load) -> Option<Change> {
    let text = str::to_owned;
    Some(match load {
        Load::Giver(giver) => Change::Capacity {
            giver: text(problem.giver(giver).id),
            by: 1,
        },
        Load::GiverGroup(group) => Change::GiverGroup {
            group: text(problem.giver_group(group).id),
            by: 1,
        },
        Load::TakerGroup(group) => Change::TakerGroup {
            group: text(problem.taker_group(group).id),
            by: 1,
        },
        Load::GiverInTeam(..) | Load::Pair(..) | Load::Taker(_) => return None,
    })
}

/// Something else that is wanted, wanted no more; demands stay.
fn less(problem: &Problem, load: Load) -> Option<Change> {
    let text = str::to_owned;
    Some(match load {
        Load::Giver(giver) => Change::NoGiverMinimum {
            id: text(problem.giver(giver).id),
        },
        Load::GiverGroup(group) => Change::NoGiverMinimum {
            id: text(problem.giver_group(group).id),
        },
        Load::Pair(giver, taker) => {
            let (giver, taker) = ids(problem, giver, taker);
            Change::NotRequired { giver, taker }
        }
        Load::Taker(taker) if problem.taker(taker).minimum > 0 => Change::NoTakerMinimum {
            id: text(problem.taker(taker).id),
        },
        Load::TakerGroup(group) => Change::NoTakerMinimum {
            id: text(problem.taker_group(group).id),
        },
        Load::Taker(_) | Load::GiverInTeam(..) => return None,
    })
}

fn ids(problem: &Problem, giver: GiverIndex, taker: TakerIndex) -> (String, String) {
    (
        problem.giver(giver).id.to_owned(),
        problem.taker(taker).id.to_owned(),
    )
}

impl Change {
    /// The same by another number of units; none where it is by no number.
    fn by(&self, units: u32) -> Option<Self> {
        let mut change = self.clone();
        match &mut change {
            Self::Capacity { by, .. } | Self::GiverGroup { by, .. } | Self::TakerGroup { by, .. } => {
                *by = units;
            }
            _ => return None,
        }
        Some(change)
    }
}
