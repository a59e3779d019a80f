//! Checks a plan against its problem without trusting, or calling, anything that made it.
//!
//! A plan is right if it is possible and adds up; it is best if its certificate says so. The certificate
//! is one price per giver (u) and per taker (v), none below zero. Whatever the plan, its pairs cannot be
//! worth more than Σ capacity · u + Σ demand · v + Σ over pairs of max(0, worth − u − v): weak duality.
//! A plan whose value equals that bound is best. Under coverage a worth is (1 unit, score), compared
//! units first; sums and the bound are taken component by component.
//!
//! With limits: what lies in groups has their prices on top of its own. Each unit below a minimum is a loss
//! that comes before units and score. So a limit with a minimum may have a price below zero, down to that
//! loss, and then adds price · minimum to the bound, not price · capacity. The pairs of a giver with one team
//! count once, by the best of them. A required pair is worth that loss more, and the bound that loss less.

use crate::{
    objective::Objective,
    plan::{
        Value,
        file::{FilePrice, PlanFile, PriceEntry, ShortEntry, ShortLoad, UnusedPair},
    },
    problem::{GiverIndex, GroupIndex, Pair, Problem, TakerIndex},
    score::Total,
};
use std::collections::{BTreeMap, BTreeSet};

mod reason;
mod rejection;

use reason::TakenUp;
pub use rejection::{Bound, Rejection, Rejections, Side};

/// A plan that was found right and best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Under which objective.
    pub objective: Objective,
    /// What the plan achieves, recomputed.
    pub value: Value,
}

/// Checks that `plan` is a plan for `problem`, that its figures are right and that no plan is better.
///
/// # Errors
/// Every reason why not.
///
/// # Complexity
/// Pairs + assignments · log(givers + takers).
///
/// # Source
/// Weak duality of linear programming; Ahuja, Magnanti & Orlin, *Network Flows* (1993), §9.4.
///
/// # Example
/// ```
/// # use collegium_matching::{objective::Objective, problem::Problem, solve::solve, verify::verify};
/// let problem = Problem::builder()
///     .giver("north", 1)
///     .taker("hill", 1)
///     .pair("north", "hill", "0.9".parse()?)
///     .build()?;
/// let mut plan = solve(&problem, Objective::Coverage).to_file(&problem);
/// assert!(verify(&problem, &plan).is_ok());
/// plan.assignments.clear();
/// assert!(verify(&problem, &plan).is_err());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn verify(problem: &Problem, plan: &PlanFile) -> Result<Verified, Rejections> {
    let mut check = Check {
        problem,
        plan,
        rejections: Vec::new(),
    };
    check.origin();
    let (value, score) = check.assignments();
    check.figures(value, score);
    check.optimality(value);
    if check.rejections.is_empty() {
        Ok(Verified {
            objective: plan.objective,
            value,
        })
    } else {
        Err(Rejections(check.rejections))
    }
}

struct Check<'a> {
    problem: &'a Problem,
    plan: &'a PlanFile,
    rejections: Vec<Rejection>,
}

impl Check<'_> {
    fn reject(&mut self, rejection: Rejection) {
        self.rejections.push(rejection);
    }

    fn origin(&mut self) {
        let expected = self.problem.hash();
        let found = self.plan.problem_hash;
        if found != expected {
            self.reject(Rejection::OtherProblem { expected, found });
        }
        if !self.plan.optimal {
            self.reject(Rejection::NotOptimal);
        }
    }

    /// Every assignment possible, nobody over the limit; what the plan achieves, and its score alone.
    fn assignments(&mut self) -> (Value, Total) {
        let mut units_given = vec![0u64; self.problem.giver_count() as usize];
        let mut units_taken = vec![0u64; self.problem.taker_count() as usize];
        let mut seen = BTreeSet::new();
        let (mut score, mut counted) = (0i128, 0i128);
        for assignment in &self.plan.assignments {
            score += i128::from(assignment.score.micros());
            counted += i128::from(assignment.score.micros());
            let (giver, taker) = (assignment.giver.clone(), assignment.taker.clone());
            let (Some(giver_at), Some(taker_at)) = (
                self.known_giver(&assignment.giver),
                self.known_taker(&assignment.taker),
            ) else {
                continue;
            };
            let pair = Pair {
                taker: taker_at,
                giver: giver_at,
                score: assignment.score,
            };
            counted += i128::from(self.problem.counted(self.plan.objective, &pair).micros())
                - i128::from(pair.score.micros());
            units_given[giver_at.at()] += 1;
            units_taken[taker_at.at()] += 1;
            if !seen.insert((giver_at, taker_at)) {
                self.reject(Rejection::PairTwice { giver, taker });
                continue;
            }
            match self.problem.score(giver_at, taker_at) {
                Some(expected) if expected == assignment.score => {}
                Some(expected) => {
                    let found = assignment.score;
                    self.reject(Rejection::OtherScore {
                        giver,
                        taker,
                        expected,
                        found,
                    });
                }
                None => {
                    if let Some(too_far) = self.problem.too_far(giver_at, taker_at) {
                        self.reject(Rejection::TooFar {
                            giver,
                            taker,
                            too_far,
                        });
                        continue;
                    }
                    let mut vetoed = self.problem.forbidden_pairs_of(taker_at);
                    let forbidden = vetoed.any(|pair| pair.giver == giver_at);
                    drop(vetoed);
                    self.reject(Rejection::NoSuchPair {
                        giver,
                        taker,
                        forbidden,
                    });
                }
            }
        }
        self.limits(&units_given, &units_taken);
        self.unmet(&units_taken, &seen);
        let short = if self.problem.is_plain() {
            self.short(&[])
        } else {
            self.teams(&seen);
            let expected = self.below_minimum(&units_given, &units_taken, &seen);
            self.short(&expected)
        };
        let value = Value {
            short,
            units: self.plan.assignments.len() as u64,
            score: Total::from_micros(counted),
        };
        (value, Total::from_micros(score))
    }

    fn limits(&mut self, given: &[u64], taken: &[u64]) {
        let problem = self.problem;
        let givers = problem
            .givers()
            .map(|giver| (Side::Giver, giver.id, giver.capacity));
        let takers = problem
            .takers()
            .map(|taker| (Side::Taker, taker.id, taker.demand));
        for ((side, id, limit), &found) in givers.zip(given).chain(takers.zip(taken)) {
            if found > u64::from(limit) {
                let id = id.to_owned();
                self.reject(Rejection::TooManyUnits {
                    side,
                    id,
                    limit,
                    found,
                });
            }
        }
    }

    /// No giver twice in one team.
    fn teams(&mut self, used: &BTreeSet<(GiverIndex, TakerIndex)>) {
        let mut served = BTreeSet::new();
        for &(giver, taker) in used {
            let Some(team) = self.problem.team_of(taker) else {
                continue;
            };
            if !served.insert((giver, team)) {
                let team = self
                    .problem
                    .taker_groups()
                    .nth(team.at())
                    .map_or("", |team| team.id)
                    .to_owned();
                let giver = self.problem.giver(giver).id.to_owned();
                self.reject(Rejection::TwiceInTeam { giver, team });
            }
        }
    }

    /// Groups over their limit are rejected; whose minimum is not kept is returned.
    fn below_minimum(
        &mut self,
        given: &[u64],
        taken: &[u64],
        used: &BTreeSet<(GiverIndex, TakerIndex)>,
    ) -> Vec<ShortEntry> {
        let problem = self.problem;
        let mut given_by = vec![0_u64; problem.giver_groups().len()];
        let mut taken_by = vec![0_u64; problem.taker_groups().len()];
        for (giver, units) in problem.givers().zip(given) {
            problem
                .groups_of_giver(giver.index)
                .for_each(|group| given_by[group.index.at()] += units);
        }
        for (taker, units) in problem.takers().zip(taken) {
            problem
                .groups_of_taker(taker.index)
                .for_each(|group| taken_by[group.index.at()] += units);
        }
        for (side, group, found) in (problem.giver_groups().zip(&given_by))
            .map(|(group, found)| (Side::GiverGroup, group, *found))
            .chain(
                (problem.taker_groups().zip(&taken_by))
                    .map(|(group, found)| (Side::TakerGroup, group, *found)),
            )
        {
            if found > u64::from(group.maximum) {
                let (id, limit) = (group.id.to_owned(), group.maximum);
                self.reject(Rejection::TooManyUnits {
                    side,
                    id,
                    limit,
                    found,
                });
            }
        }
        let load = |id: &str, minimum: u32, found: u64| {
            let found = u32::try_from(found).unwrap_or(u32::MAX);
            let id = id.to_owned();
            (found < minimum).then_some(ShortLoad { id, minimum, found })
        };
        let givers = problem.givers().zip(given);
        let givers = givers.filter_map(|(it, found)| load(it.id, it.minimum, *found));
        let takers = problem.takers().zip(taken);
        let takers = takers.filter_map(|(it, found)| load(it.id, it.minimum, *found));
        let giver_groups = problem.giver_groups().zip(given_by);
        let giver_groups = giver_groups.filter_map(|(it, found)| load(it.id, it.minimum, found));
        let taker_groups = problem.taker_groups().zip(taken_by);
        let taker_groups = taker_groups.filter_map(|(it, found)| load(it.id, it.minimum, found));
        let pairs = problem.required_pairs().filter(|pair| !used.contains(pair));
        let pairs = pairs.map(|(giver, taker)| UnusedPair {
            giver: problem.giver(giver).id.to_owned(),
            taker: problem.taker(taker).id.to_owned(),
        });
        (givers.map(ShortEntry::Giver))
            .chain(takers.map(ShortEntry::Taker))
            .chain(giver_groups.map(ShortEntry::GiverGroup))
            .chain(taker_groups.map(ShortEntry::TakerGroup))
            .chain(pairs.map(ShortEntry::Pair))
            .collect()
    }

    /// Whether the plan tells the minimums that are not kept; how many units are short.
    fn short(&mut self, expected: &[ShortEntry]) -> u64 {
        if self.plan.short != expected {
            self.reject(Rejection::OtherShort);
        }
        let units = expected.iter().map(|entry| match entry {
            ShortEntry::Giver(it)
            | ShortEntry::Taker(it)
            | ShortEntry::GiverGroup(it)
            | ShortEntry::TakerGroup(it) => u64::from(it.minimum - it.found),
            ShortEntry::Pair(_) => 1,
        });
        units.sum()
    }

    fn unmet(&mut self, units_taken: &[u64], used: &BTreeSet<(GiverIndex, TakerIndex)>) {
        let taken_up = TakenUp::by(used, self.problem, self.plan.objective);
        let mut stated = vec![0u64; units_taken.len()];
        for unmet in &self.plan.unmet {
            if let Some(taker) = self.known_taker(&unmet.taker) {
                stated[taker.at()] += u64::from(unmet.units);
                let (expected, found) = (taken_up.reason(taker), unmet.reason);
                if expected != found {
                    let taker = unmet.taker.clone();
                    self.reject(Rejection::OtherReason {
                        taker,
                        expected,
                        found,
                    });
                }
            }
        }
        let problem = self.problem;
        for ((taker, &met), found) in problem.takers().zip(units_taken).zip(stated) {
            let expected = u64::from(taker.demand).saturating_sub(met);
            if expected != found {
                let taker = taker.id.to_owned();
                self.reject(Rejection::OtherUnmet {
                    taker,
                    expected,
                    found,
                });
            }
        }
    }

    fn figures(&mut self, value: Value, score: Total) {
        let plan = self.plan;
        let expected = value.units;
        for (field, found) in [
            ("units", plan.units),
            ("objective_value", plan.objective_value.units),
        ] {
            if found != expected {
                self.reject(Rejection::OtherUnits {
                    field,
                    expected,
                    found,
                });
            }
        }
        if plan.objective_value.short != value.short {
            self.reject(Rejection::OtherShort);
        }
        for (field, expected, found) in [
            ("score", score, plan.score),
            ("objective_value", value.score, plan.objective_value.score),
        ] {
            if found != expected {
                self.reject(Rejection::OtherTotal {
                    field,
                    expected,
                    found,
                });
            }
        }
    }

    fn optimality(&mut self, value: Value) {
        let problem = self.problem;
        let certificate = &self.plan.certificate;
        let limits = |side: Side| -> Vec<Limit<'_>> {
            match side {
                Side::Giver => problem
                    .givers()
                    .map(|it| (it.id, it.minimum, it.capacity))
                    .collect(),
                Side::Taker => problem
                    .takers()
                    .map(|it| (it.id, it.minimum, it.demand))
                    .collect(),
                Side::GiverGroup => problem
                    .giver_groups()
                    .map(|it| (it.id, it.minimum, it.maximum))
                    .collect(),
                Side::TakerGroup => problem
                    .taker_groups()
                    .map(|it| (it.id, it.minimum, it.maximum))
                    .collect(),
            }
        };
        let mut bound = Some(Bound::default());
        let mut priced = |side: Side, entries: &[PriceEntry]| {
            let limits = limits(side);
            let prices = self.prices(side, &limits, entries)?;
            for ((_, minimum, most), price) in limits.into_iter().zip(&prices) {
                bound = bound.and_then(|bound| plus(bound, limit_bound(*price, minimum, most)?));
            }
            Some(prices)
        };
        let givers = priced(Side::Giver, &certificate.givers);
        let takers = priced(Side::Taker, &certificate.takers);
        let giver_groups = priced(Side::GiverGroup, &certificate.giver_groups);
        let taker_groups = priced(Side::TakerGroup, &certificate.taker_groups);
        let (Some(givers), Some(takers), Some(giver_groups), Some(taker_groups)) =
            (givers, takers, giver_groups, taker_groups)
        else {
            return;
        };
        let summed = sums(problem, givers, takers, &giver_groups, &taker_groups);
        let proven = summed.zip(bound).and_then(|((givers, takers), bound)| {
            plus(
                bound,
                pairs_bound(problem, self.plan.objective, &givers, &takers)?,
            )
        });
        let Some(mut proven) = proven else {
            return self.reject(Rejection::PricesTooLarge);
        };
        let achieved = Bound {
            kept: -i128::from(value.short),
            units: value.units.into(),
            score: value.score,
        };
        if self.plan.objective == Objective::Score {
            // The prices say nothing about units; they are the plan's own.
            proven.units = achieved.units;
        }
        let stated = Bound {
            kept: -i128::from(self.plan.bound.short),
            units: self.plan.bound.units.into(),
            score: self.plan.bound.score,
        };
        if stated != proven {
            self.reject(Rejection::OtherBound { proven, stated });
        }
        if achieved != proven {
            self.reject(Rejection::BoundNotReached { achieved, proven });
        }
    }

    /// The prices of one side by number, if each is there once and none is below zero without a minimum.
    fn prices(&mut self, side: Side, limits: &[Limit<'_>], entries: &[PriceEntry]) -> Option<Vec<Bound>> {
        let before = self.rejections.len();
        let mut prices = vec![None; limits.len()];
        for entry in entries {
            let id = || entry.id.clone();
            let objective = self.plan.objective;
            let price = match (objective, entry.price) {
                (Objective::Coverage | Objective::LeastChange, FilePrice::Coverage(price)) => Bound {
                    kept: price.kept.into(),
                    units: price.units.into(),
                    score: price.score,
                },
                (Objective::Score, FilePrice::Score(score)) => Bound {
                    score,
                    ..Bound::default()
                },
                (Objective::Score, FilePrice::Coverage(price)) if price.kept != 0 && price.units == 0 => {
                    Bound {
                        kept: price.kept.into(),
                        units: 0,
                        score: price.score,
                    }
                }
                _ => {
                    self.reject(Rejection::PriceOfOtherKind {
                        side,
                        id: id(),
                        objective,
                    });
                    Bound::default()
                }
            };
            match limits.binary_search_by_key(&entry.id.as_str(), |(id, ..)| *id) {
                Err(_) => self.reject(Rejection::UnknownId { side, id: id() }),
                Ok(at) if prices[at].is_some() => self.reject(Rejection::PriceTwice { side, id: id() }),
                Ok(at) => {
                    prices[at] = Some(price);
                    if price < Bound::default() && limits[at].1 == 0 {
                        self.reject(Rejection::PriceBelowZero { side, id: id() });
                    }
                }
            }
        }
        for ((id, ..), price) in limits.iter().zip(&prices) {
            if price.is_none() {
                let id = (*id).to_owned();
                self.reject(Rejection::PriceMissing { side, id });
            }
        }
        (self.rejections.len() == before).then(|| prices.into_iter().flatten().collect())
    }

    fn known_giver(&mut self, id: &str) -> Option<GiverIndex> {
        let found = self.problem.find_giver(id);
        if found.is_none() {
            let id = id.to_owned();
            self.reject(Rejection::UnknownId {
                side: Side::Giver,
                id,
            });
        }
        found
    }

    fn known_taker(&mut self, id: &str) -> Option<TakerIndex> {
        let found = self.problem.find_taker(id);
        if found.is_none() {
            let id = id.to_owned();
            self.reject(Rejection::UnknownId {
                side: Side::Taker,
                id,
            });
        }
        found
    }
}

/// An id, its minimum, and what it has at most.
type Limit<'a> = (&'a str, u32, u32);

/// What a limit adds to the bound: the most that a load between nothing and `most` is worth at that price,
/// less what is short of the minimum.
fn limit_bound(price: Bound, minimum: u32, most: u32) -> Option<Bound> {
    if price >= Bound::default() {
        return times(price, most.into());
    }
    let short = Bound {
        kept: -1,
        ..Bound::default()
    };
    times(price.max(short), minimum.min(most).into())
}

/// The prices of givers and takers with those of their groups on top.
fn sums(
    problem: &Problem,
    mut givers: Vec<Bound>,
    mut takers: Vec<Bound>,
    giver_groups: &[Bound],
    taker_groups: &[Bound],
) -> Option<(Vec<Bound>, Vec<Bound>)> {
    for (giver, price) in problem.givers().zip(&mut givers) {
        for group in problem.groups_of_giver(giver.index) {
            *price = plus(*price, giver_groups[group.index.at()])?;
        }
    }
    for (taker, price) in problem.takers().zip(&mut takers) {
        for group in problem.groups_of_taker(taker.index) {
            *price = plus(*price, taker_groups[group.index.at()])?;
        }
    }
    Some((givers, takers))
}

/// Σ max(0, worth − u − v) over pairs, those of a giver with one team together; nothing if it does not fit.
fn pairs_bound(problem: &Problem, objective: Objective, givers: &[Bound], takers: &[Bound]) -> Option<Bound> {
    let mut bound = Bound::default();
    let mut of_teams: BTreeMap<(GiverIndex, GroupIndex), Bound> = BTreeMap::new();
    let is_plain = problem.is_plain();
    for pair in problem.pairs() {
        let Pair { giver, taker, .. } = pair;
        let required = i128::from(!is_plain && problem.is_required(giver, taker));
        let worth = Bound {
            kept: required,
            units: i128::from(objective.puts_units_first()),
            score: problem.counted(objective, &pair).into(),
        };
        let prices = plus(givers[giver.at()], takers[taker.at()])?;
        let excess = plus(worth, times(prices, -1)?)?.max(Bound::default());
        bound.kept = bound.kept.checked_sub(required)?;
        match problem.team_of(taker).filter(|_| !is_plain) {
            None => bound = plus(bound, excess)?,
            Some(team) => {
                let most = of_teams.entry((giver, team)).or_default();
                *most = excess.max(*most);
            }
        }
    }
    of_teams.into_values().try_fold(bound, plus)
}

fn plus(a: Bound, b: Bound) -> Option<Bound> {
    Some(Bound {
        kept: a.kept.checked_add(b.kept)?,
        units: a.units.checked_add(b.units)?,
        score: Total::from_micros(a.score.micros().checked_add(b.score.micros())?),
    })
}

fn times(price: Bound, units: i128) -> Option<Bound> {
    Some(Bound {
        kept: price.kept.checked_mul(units)?,
        units: price.units.checked_mul(units)?,
        score: Total::from_micros(price.score.micros().checked_mul(units)?),
    })
}
