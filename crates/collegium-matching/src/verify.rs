//! Checks a plan against its problem without trusting, or calling, anything that made it.
//!
//! A plan is right if it is possible and adds up; it is best if its certificate says so. The certificate
//! is one price per giver (u) and per taker (v), none below zero. Whatever the plan, its pairs cannot be
//! worth more than Σ capacity · u + Σ demand · v + Σ over pairs of max(0, worth − u − v): weak duality.
//! A plan whose value equals that bound is best. Under coverage a worth is (1 unit, score), compared
//! units first; sums and the bound are taken component by component.

use crate::{
    objective::Objective,
    plan::{
        Value,
        file::{FilePrice, PlanFile, PriceEntry},
    },
    problem::{GiverIndex, Pair, Problem, TakerIndex},
    score::Total,
};
use std::collections::BTreeSet;

mod rejection;

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
    let value = check.assignments();
    check.figures(value);
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

    /// Every assignment possible, nobody over the limit; what the plan achieves.
    fn assignments(&mut self) -> Value {
        let mut units_given = vec![0u64; self.problem.giver_count() as usize];
        let mut units_taken = vec![0u64; self.problem.taker_count() as usize];
        let mut seen = BTreeSet::new();
        let mut score = 0i128;
        for assignment in &self.plan.assignments {
            score += i128::from(assignment.score.micros());
            let (giver, taker) = (assignment.giver.clone(), assignment.taker.clone());
            let (Some(giver_at), Some(taker_at)) = (
                self.known_giver(&assignment.giver),
                self.known_taker(&assignment.taker),
            ) else {
                continue;
            };
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
        self.unmet(&units_taken);
        Value {
            units: self.plan.assignments.len() as u64,
            score: Total::from_micros(score),
        }
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

    fn unmet(&mut self, units_taken: &[u64]) {
        let mut stated = vec![0u64; units_taken.len()];
        for unmet in &self.plan.unmet {
            if let Some(taker) = self.known_taker(&unmet.taker) {
                stated[taker.at()] += u64::from(unmet.units);
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

    fn figures(&mut self, value: Value) {
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
        let expected = value.score;
        for (field, found) in [
            ("score", plan.score),
            ("objective_value", plan.objective_value.score),
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
        let giver_ids: Vec<&str> = problem.givers().map(|giver| giver.id).collect();
        let taker_ids: Vec<&str> = problem.takers().map(|taker| taker.id).collect();
        let certificate = &self.plan.certificate;
        let givers = self.prices(Side::Giver, &giver_ids, &certificate.givers);
        let takers = self.prices(Side::Taker, &taker_ids, &certificate.takers);
        let (Some(givers), Some(takers)) = (givers, takers) else {
            return;
        };
        let Some(mut proven) = dual_bound(problem, self.plan.objective, &givers, &takers) else {
            return self.reject(Rejection::PricesTooLarge);
        };
        let achieved = Bound {
            units: value.units.into(),
            score: value.score,
        };
        if self.plan.objective == Objective::Score {
            // The prices say nothing about units; they are the plan's own.
            proven.units = achieved.units;
        }
        let stated = Bound {
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

    /// The prices of one side by number, if each is there once and none is below zero.
    fn prices(&mut self, side: Side, ids: &[&str], entries: &[PriceEntry]) -> Option<Vec<Bound>> {
        let before = self.rejections.len();
        let mut prices = vec![None; ids.len()];
        for entry in entries {
            let id = || entry.id.clone();
            let objective = self.plan.objective;
            let price = match (objective, entry.price) {
                (Objective::Coverage, FilePrice::Coverage(price)) => Bound {
                    units: price.units.into(),
                    score: price.score,
                },
                (Objective::Score, FilePrice::Score(score)) => Bound { units: 0, score },
                _ => {
                    self.reject(Rejection::PriceOfOtherKind {
                        side,
                        id: id(),
                        objective,
                    });
                    Bound::default()
                }
            };
            match ids.binary_search(&entry.id.as_str()) {
                Err(_) => self.reject(Rejection::UnknownId { side, id: id() }),
                Ok(at) if prices[at].is_some() => self.reject(Rejection::PriceTwice { side, id: id() }),
                Ok(at) => {
                    prices[at] = Some(price);
                    if price < Bound::default() {
                        self.reject(Rejection::PriceBelowZero { side, id: id() });
                    }
                }
            }
        }
        for (id, price) in ids.iter().zip(&prices) {
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

/// Σ capacity · u + Σ demand · v + Σ max(0, worth − u − v); nothing if it does not fit.
fn dual_bound(problem: &Problem, objective: Objective, givers: &[Bound], takers: &[Bound]) -> Option<Bound> {
    let capacities = problem.givers().map(|giver| giver.capacity);
    let demands = problem.takers().map(|taker| taker.demand);
    let mut bound = Bound::default();
    for (units, price) in capacities.zip(givers).chain(demands.zip(takers)) {
        bound = plus(bound, times(*price, units.into())?)?;
    }
    for Pair { giver, taker, score } in problem.pairs() {
        let worth = Bound {
            units: i128::from(objective == Objective::Coverage),
            score: score.into(),
        };
        let prices = plus(givers[giver.at()], takers[taker.at()])?;
        let excess = plus(worth, times(prices, -1)?)?;
        bound = plus(bound, excess.max(Bound::default()))?;
    }
    Some(bound)
}

fn plus(a: Bound, b: Bound) -> Option<Bound> {
    Some(Bound {
        units: a.units.checked_add(b.units)?,
        score: Total::from_micros(a.score.micros().checked_add(b.score.micros())?),
    })
}

fn times(price: Bound, units: i128) -> Option<Bound> {
    Some(Bound {
        units: price.units.checked_mul(units)?,
        score: Total::from_micros(price.score.micros().checked_mul(units)?),
    })
}
