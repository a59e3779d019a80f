//! Why a plan is as it is, in data for machines and in plain English for people.
//!
//! Every answer comes from the plan's prices, without solving again. A price is what one more unit of
//! somebody's capacity would add for everybody; so what another choice would cost is a difference of
//! scores and prices. It is a lower bound ("at least"): [`crate::what_if`] solves again for the exact
//! figure.
//!
//! An explanation names others' needs and vetoes. Whoever shows it passes it through what its audience
//! may see.

use crate::{
    plan::{Plan, Price, UnmetReason},
    problem::{GiverIndex, GroupIndex, Pair, Problem, TakerIndex},
    score::Score,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

mod far;
mod held;
mod lacking;
mod loss;
mod text;

pub use far::Far;
pub use held::{Barred, HeldBy};
pub use lacking::ShortExplanation;

pub(crate) use text::{units, write_loss, write_worth_of_one_more};

/// Answers questions about one plan.
///
/// # Example
/// ```
/// # use collegium_matching::{explain::Explainer, objective::Objective, problem::Problem, solve::solve};
/// let problem = Problem::builder()
///     .giver("901234", 1)
///     .taker("900017", 1)
///     .taker("900021", 1)
///     .pair("901234", "900017", "0.9".parse()?)
///     .pair("901234", "900021", "0.7".parse()?)
///     .build()?;
/// let plan = solve(&problem, Objective::Coverage);
/// let explainer = Explainer::new(&problem, &plan);
/// let without = problem.find_taker("900021").ok_or("not listed")?;
/// assert_eq!(
///     explainer.taker(without).to_string(),
///     "900021 asks for 1 unit of support and receives none.\n\
///      1 unit stays unmet: those who could still offer it are fully taken up by needs that gain \
///      more from them.\n  \
///      901234 (score 0.7) supports 900017 (0.9). Were it moved here, \
///      all together would score at least 0.2 less."
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Explainer<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) plan: &'a Plan,
    /// The plan's pairs by giver, then taker.
    by_giver: Vec<Pair>,
    /// How many pairs each giver has.
    candidate_counts: Vec<u32>,
    /// How many units each group of givers gives.
    pub(crate) group_loads: Vec<u32>,
    /// The slots of each team.
    teams: BTreeMap<GroupIndex, Vec<TakerIndex>>,
    most_alternatives: usize,
    pub(crate) most_holders: usize,
}

/// Why a taker receives what it receives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakerExplanation {
    /// The taker's id.
    pub taker: String,
    /// Units it asks for.
    pub demand: u32,
    /// Who offers it support, by id.
    pub chosen: Vec<Chosen>,
    /// What stays unmet, if anything does.
    pub unmet: Option<UnmetExplanation>,
    /// Limits that hold it: the innermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<HeldBy>,
}

/// Why this giver for this taker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// The giver's id.
    pub giver: String,
    /// How good the pair is.
    pub score: Score,
    /// What all others together would gain from one more unit of this giver, at most.
    pub price: Price,
    /// Who else could have been chosen; the least costly first.
    pub alternatives: Vec<Alternative>,
}

/// A giver that could have been chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The giver's id.
    pub giver: String,
    /// How good the pair would be.
    pub score: Score,
    /// What one more unit of this giver would add, at most.
    pub price: Price,
    /// What all together would lose at least if this giver had to help this taker: in place of the
    /// chosen one, or, for an unmet unit, of whomever it helps now.
    pub loss: Price,
    /// Units that it could give beside, what it shares with others included.
    pub spare: u32,
    /// Some of those whom it helps, the best pairs first.
    pub holders: Vec<Holder>,
    /// How many it helps in all.
    pub holder_count: u32,
    /// The limit that keeps it from this taker, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barred: Option<Barred>,
}

/// A taker that a giver helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The taker's id.
    pub taker: String,
    /// How good the pair is.
    pub score: Score,
}

/// Why demand stays unmet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnmetExplanation {
    /// How many units.
    pub units: u32,
    /// Why, as a stable code.
    pub reason: UnmetReason,
    /// Who could still have offered support; the least costly first.
    pub candidates: Vec<Alternative>,
    /// Who could have, were the pair not forbidden; by id.
    pub forbidden: Vec<String>,
    /// Who could have, were it not too far away, the nearest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest_too_far: Option<Far>,
}

/// What a giver does in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiverExplanation {
    /// The giver's id.
    pub giver: String,
    /// Units it can give.
    pub capacity: u32,
    /// Units that nobody uses.
    pub spare: u32,
    /// What one more unit would add, at most.
    pub price: Price,
    /// All whom it helps, the best pairs first.
    pub holders: Vec<Holder>,
    /// How many takers could use it.
    pub candidate_count: u32,
    /// Limits that hold it: the innermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<HeldBy>,
}

impl<'a> Explainer<'a> {
    /// An explainer of `plan`, which must be a plan for `problem`. O(pairs + takers + assignments · log assignments).
    pub fn new(problem: &'a Problem, plan: &'a Plan) -> Self {
        let mut by_giver = plan.assignments().to_vec();
        by_giver.sort_unstable_by_key(|pair| (pair.giver, pair.taker));
        let mut candidate_counts = vec![0; problem.giver_count() as usize];
        for pair in problem.pairs() {
            candidate_counts[pair.giver.at()] += 1;
        }
        let mut group_loads = vec![0; problem.giver_groups().len()];
        for pair in plan.assignments() {
            for group in problem.groups_of_giver(pair.giver) {
                group_loads[group.index.at()] += 1;
            }
        }
        let mut teams: BTreeMap<GroupIndex, Vec<TakerIndex>> = BTreeMap::new();
        for taker in problem.takers() {
            if let Some(team) = problem.team_of(taker.index) {
                teams.entry(team).or_default().push(taker.index);
            }
        }
        Self {
            problem,
            plan,
            by_giver,
            candidate_counts,
            group_loads,
            teams,
            most_alternatives: 3,
            most_holders: 3,
        }
    }

    /// Tells of so many alternatives at most; 3 unless told.
    #[must_use]
    pub fn with_most_alternatives(mut self, most: usize) -> Self {
        self.most_alternatives = most;
        self
    }

    /// Names so many at most of those whom an alternative helps; 3 unless told.
    #[must_use]
    pub fn with_most_holders(mut self, most: usize) -> Self {
        self.most_holders = most;
        self
    }

    /// Why `taker` receives what it receives. O(its pairs · log its pairs).
    pub fn taker(&self, taker: TakerIndex) -> TakerExplanation {
        let demand = self.problem.taker(taker);
        let used = self.plan.assignments_of(taker);
        TakerExplanation {
            taker: demand.id.to_owned(),
            demand: demand.demand,
            chosen: used.iter().map(|pair| self.chosen(pair, used)).collect(),
            unmet: self.unmet(taker, used),
            held_by: self.taker_held_by(taker),
        }
    }

    /// What `giver` does in the plan. O(its assignments · log assignments).
    pub fn giver(&self, giver: GiverIndex) -> GiverExplanation {
        let offer = self.problem.giver(giver);
        GiverExplanation {
            giver: offer.id.to_owned(),
            capacity: offer.capacity,
            spare: self.spare(giver),
            price: self.giver_price(giver),
            holders: self.holders(giver, usize::MAX),
            candidate_count: self.candidate_counts[giver.at()],
            held_by: self.giver_held_by(giver),
        }
    }

    fn chosen(&self, pair: &Pair, used: &[Pair]) -> Chosen {
        Chosen {
            giver: self.problem.giver(pair.giver).id.to_owned(),
            score: pair.score,
            price: self.giver_price(pair.giver),
            alternatives: {
                let before = self.loss_without(pair);
                self.alternatives(pair.taker, used, |other| before.plus(self.loss_with(other)))
            },
        }
    }

    fn unmet(&self, taker: TakerIndex, used: &[Pair]) -> Option<UnmetExplanation> {
        let unmet = self.plan.unmet();
        let at = unmet.binary_search_by_key(&taker, |unmet| unmet.taker).ok()?;
        let forbidden = self.problem.forbidden_pairs_of(taker);
        Some(UnmetExplanation {
            units: unmet[at].units,
            reason: unmet[at].reason,
            candidates: {
                let loss = |pair: &Pair| self.loss_with_raised(pair, Price::default());
                self.alternatives(taker, used, loss)
            },
            forbidden: forbidden
                .map(|pair| self.problem.giver(pair.giver).id.to_owned())
                .collect(),
            nearest_too_far: self.nearest_too_far(taker),
        })
    }

    /// The givers that `taker` does not use, by what all would lose.
    fn alternatives(
        &self,
        taker: TakerIndex,
        used: &[Pair],
        loss: impl Fn(&Pair) -> Price,
    ) -> Vec<Alternative> {
        let used: BTreeSet<GiverIndex> = used.iter().map(|pair| pair.giver).collect();
        let mut open: Vec<(Price, Pair)> = self
            .problem
            .pairs_of(taker)
            .filter(|pair| !used.contains(&pair.giver))
            .filter(|pair| self.is_possible(pair))
            .map(|pair| (loss(&pair), pair))
            .collect();
        open.sort_unstable();
        open.truncate(self.most_alternatives);
        open.into_iter()
            .map(|(loss, pair)| Alternative {
                giver: self.problem.giver(pair.giver).id.to_owned(),
                score: pair.score,
                price: self.giver_price(pair.giver),
                loss,
                spare: self.free(pair.giver),
                holders: self.holders(pair.giver, self.most_holders),
                holder_count: u32::try_from(self.held(pair.giver).len()).unwrap_or(u32::MAX),
                barred: self.barred(&pair),
            })
            .collect()
    }

    fn holders(&self, giver: GiverIndex, most: usize) -> Vec<Holder> {
        let mut held = self.held(giver).to_vec();
        held.sort_by_key(|pair| std::cmp::Reverse(pair.score));
        held.iter()
            .take(most)
            .map(|pair| Holder {
                taker: self.problem.taker(pair.taker).id.to_owned(),
                score: pair.score,
            })
            .collect()
    }

    /// The plan's pairs of one giver, by taker. Logarithmic.
    pub(crate) fn held(&self, giver: GiverIndex) -> &[Pair] {
        let start = self.by_giver.partition_point(|pair| pair.giver < giver);
        let length = self.by_giver[start..].partition_point(|pair| pair.giver == giver);
        &self.by_giver[start..start + length]
    }

    /// Units of it that nobody uses.
    pub(crate) fn spare(&self, giver: GiverIndex) -> u32 {
        let held = u32::try_from(self.held(giver).len()).unwrap_or(u32::MAX);
        self.problem.giver(giver).capacity.saturating_sub(held)
    }

    /// Units that a giver could give beside, its groups' limits included.
    pub(crate) fn free(&self, giver: GiverIndex) -> u32 {
        let groups = self.problem.groups_of_giver(giver);
        groups.fold(self.spare(giver), |free, group| {
            free.min(group.maximum.saturating_sub(self.group_loads[group.index.at()]))
        })
    }

    /// Whether any plan can use that pair: nobody on its way has a limit of zero.
    pub(crate) fn is_possible(&self, pair: &Pair) -> bool {
        let mut giver_groups = self.problem.groups_of_giver(pair.giver);
        let mut taker_groups = self.problem.groups_of_taker(pair.taker);
        self.problem.giver(pair.giver).capacity > 0
            && self.problem.taker(pair.taker).demand > 0
            && giver_groups.all(|group| group.maximum > 0)
            && taker_groups.all(|group| group.maximum > 0)
    }

    /// What one more unit of a giver would add at most, its groups' limits included.
    pub(crate) fn giver_price(&self, giver: GiverIndex) -> Price {
        let groups = self.problem.groups_of_giver(giver);
        groups.fold(self.plan.giver_price(giver), |price, group| {
            price.plus(self.plan.giver_group_price(group.index))
        })
    }

    fn taker_price(&self, taker: TakerIndex) -> Price {
        let groups = self.problem.groups_of_taker(taker);
        groups.fold(self.plan.taker_price(taker), |price, group| {
            price.plus(self.plan.taker_group_price(group.index))
        })
    }
}
