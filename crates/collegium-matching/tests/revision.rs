//! A plan that follows changes is worth what a fresh one is, and proves it.

mod support;

use collegium_matching::{
    objective::Objective,
    plan::Plan,
    problem::Problem,
    revision::{Moved, NoChange, Revision},
    score::Score,
    solve::solve,
    verify::verify,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A change, by numbers that are taken modulo what is there.
#[derive(Clone, Debug)]
enum Change {
    Capacity(usize, u32),
    Demand(usize, u32),
    Score(usize, usize, i64),
    Remove(usize),
    Giver(u32),
    Taker(u32),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = 0..1000_usize;
    let units = prop_oneof![6 => 0..=3_u32, 1 => Just(u32::MAX)];
    let change = prop_oneof![
        3 => (at.clone(), units.clone()).prop_map(|(at, units)| Change::Capacity(at, units)),
        3 => (at.clone(), units.clone()).prop_map(|(at, units)| Change::Demand(at, units)),
        5 => (at.clone(), at.clone(), support::few_scores()).prop_map(|(giver, taker, score)| Change::Score(giver, taker, score)),
        3 => at.prop_map(Change::Remove),
        1 => units.clone().prop_map(Change::Giver),
        1 => units.prop_map(Change::Taker),
    ];
    prop::collection::vec(change, 1..25)
}

/// Every pair of a plan by ids.
fn used(problem: &Problem, plan: &Plan) -> BTreeSet<Moved> {
    let pairs = plan.assignments().iter();
    pairs
        .map(|pair| Moved {
            taker: problem.taker(pair.taker).id.to_owned(),
            giver: problem.giver(pair.giver).id.to_owned(),
        })
        .collect()
}

fn holds(revision: &Revision, objective: Objective) -> Result<(Problem, Plan), TestCaseError> {
    let (problem, plan) = revision.plan().expect("a problem as before");
    let verdict = verify(&problem, &plan.to_file(&problem));
    prop_assert_eq!(verdict.map(|it| it.value), Ok(plan.value()));
    prop_assert_eq!(plan.value(), solve(&problem, objective).value());
    prop_assert_eq!(plan.value(), revision.value());
    Ok((problem, plan))
}

fn follows(problem: &Problem, changes: &[Change], objective: Objective) -> Result<(), TestCaseError> {
    let is_plain = problem.is_plain();
    let mut revision = Revision::of(problem, objective).expect("it is no present plan that counts");
    let (mut problem, mut plan) = holds(&revision, objective)?;
    for (step, change) in changes.iter().enumerate() {
        let givers: Vec<_> = problem.givers().map(|it| it.id.to_owned()).collect();
        let takers: Vec<_> = problem.takers().map(|it| it.id.to_owned()).collect();
        let pairs: Vec<_> = problem.pairs().collect();
        let nobody = givers.is_empty() || takers.is_empty();
        let difference = match *change {
            Change::Capacity(at, units) if !nobody => {
                revision.set_capacity(&givers[at % givers.len()], units)
            }
            Change::Demand(at, units) if !nobody => revision.set_demand(&takers[at % takers.len()], units),
            Change::Score(giver, taker, micros) if !nobody => {
                let score = Score::from_micros(micros).expect("a small score");
                revision.set_score(
                    &givers[giver % givers.len()],
                    &takers[taker % takers.len()],
                    score,
                )
            }
            Change::Remove(at) if !pairs.is_empty() => {
                let pair = pairs[at % pairs.len()];
                let (giver, taker) = (problem.giver(pair.giver).id, problem.taker(pair.taker).id);
                revision.remove_pair(giver, taker)
            }
            Change::Giver(units) => {
                revision.add_giver(&format!("a{step}"), units).expect("a new id");
                let used_before = used(&problem, &plan);
                (problem, plan) = holds(&revision, objective)?;
                prop_assert_eq!(used(&problem, &plan), used_before, "nothing was told");
                continue;
            }
            Change::Taker(units) => {
                revision.add_taker(&format!("b{step}"), units).expect("a new id");
                let used_before = used(&problem, &plan);
                (problem, plan) = holds(&revision, objective)?;
                prop_assert_eq!(used(&problem, &plan), used_before, "nothing was told");
                continue;
            }
            _ => continue,
        };
        let difference = match difference {
            Err(NoChange::BelowMinimum { .. } | NoChange::Required { .. }) if !is_plain => {
                prop_assert_eq!(
                    revision.plan().expect("a problem as before"),
                    (problem.clone(), plan.clone())
                );
                continue;
            }
            difference => difference.expect("all of it is there"),
        };
        let (problem_now, plan_now) = holds(&revision, objective)?;
        prop_assert_eq!(
            (difference.before, difference.after),
            (plan.value(), plan_now.value())
        );
        let (before, after) = (used(&problem, &plan), used(&problem_now, &plan_now));
        prop_assert_eq!(
            difference.begun,
            after.difference(&before).cloned().collect::<Vec<_>>()
        );
        prop_assert_eq!(
            difference.ended,
            before.difference(&after).cloned().collect::<Vec<_>>()
        );
        (problem, plan) = (problem_now, plan_now);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn after_every_change_the_plan_is_as_good_as_a_fresh_one(
        sketch in support::sketches(6, 6, 5, support::few_scores()), changes in changes(),
    ) {
        for objective in [Objective::Coverage, Objective::Score] {
            follows(&sketch.build(), &changes, objective)?;
        }
    }

    #[test]
    fn so_it_is_with_minimums_groups_teams_and_required_pairs(
        sketch in support::limited::sketches(), changes in changes(),
    ) {
        for objective in [Objective::Coverage, Objective::Score] {
            follows(&sketch.build(), &changes, objective)?;
        }
    }

    #[test]
    fn so_it_is_at_the_limits_of_scores(
        sketch in support::sketches(5, 5, 6, support::wild_scores()), changes in changes(),
    ) {
        for objective in [Objective::Coverage, Objective::Score] {
            follows(&sketch.build(), &changes, objective)?;
        }
    }
}

#[test]
fn a_change_that_cannot_be_made_changes_nothing_and_says_why() {
    let mut builder = Problem::builder();
    builder
        .giver("north", 1)
        .giver("hill", 1)
        .taker("hill", 1)
        .taker("vale", 1);
    builder.pair("north", "hill", Score::ZERO).forbid("north", "vale");
    let problem = builder.build().expect("it names only what it has");
    let mut revision = Revision::of(&problem, Objective::Coverage).expect("it has no limits");
    let before = revision.plan().expect("a problem");
    let id = |id: &str| id.to_owned();
    assert_eq!(
        revision.set_capacity("south", 1),
        Err(NoChange::UnknownGiver { id: id("south") })
    );
    assert_eq!(
        revision.set_demand("north", 1),
        Err(NoChange::UnknownTaker { id: id("north") })
    );
    assert_eq!(
        revision.add_giver("north", 1),
        Err(NoChange::IdTaken { id: id("north") })
    );
    assert_eq!(revision.add_taker("", 1), Err(NoChange::IdTaken { id: id("") }));
    let pair = |giver: &str, taker: &str| (id(giver), id(taker));
    let (giver, taker) = pair("hill", "vale");
    assert_eq!(
        revision.remove_pair("hill", "vale"),
        Err(NoChange::NotAPair { giver, taker })
    );
    let (giver, taker) = pair("hill", "hill");
    assert_eq!(
        revision.set_score("hill", "hill", Score::ZERO),
        Err(NoChange::Forbidden { giver, taker })
    );
    assert_eq!(revision.plan().expect("a problem"), before);

    builder.giver_minimum("north", 1);
    let problem = builder.build().expect("it names only what it has");
    let mut revision = Revision::of(&problem, Objective::Coverage).expect("not of least change");
    let before = revision.plan().expect("a problem");
    assert_eq!(
        revision.set_capacity("north", 0),
        Err(NoChange::BelowMinimum {
            id: id("north"),
            minimum: 1,
            most: 0
        })
    );
    let (giver, taker) = pair("north", "hill");
    builder.require("north", "hill");
    let required = builder.build().expect("it names only what it has");
    assert_eq!(
        Revision::of(&required, Objective::Score)
            .expect("not of least change")
            .remove_pair("north", "hill"),
        Err(NoChange::Required { giver, taker })
    );
    assert_eq!(revision.plan().expect("a problem"), before);
    assert_eq!(
        Revision::of(&problem, Objective::LeastChange).err(),
        Some(NoChange::OtherObjective)
    );
}
