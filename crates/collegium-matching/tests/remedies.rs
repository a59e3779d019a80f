//! A suggestion is told only where the changed problem's best plan has more of what is lacking, and its gain is
//! that of all subsets of the pairs.

use collegium_matching::{
    objective::Objective,
    plan::{Plan, ShortOf},
    problem::{ForbiddenEntry, GroupEntry, Problem, ProblemFile},
    remedy::{Change, Lack, remedies},
    score_model::Metres,
    solve::solve,
};
use proptest::prelude::*;
use support::limited::{by_brute_force, sketches};

mod support;

/// The change made in the stored problem, entry by entry.
fn changed(problem: &Problem, change: &Change) -> Problem {
    let mut file = ProblemFile::of(problem);
    let raised = |groups: &mut Vec<GroupEntry>, group: &str, by: u32| {
        let group = groups.iter_mut().find(|it| it.id == group).expect("a group");
        group.maximum += by;
    };
    match change {
        Change::Capacity { giver, by } => {
            let giver = file
                .givers
                .iter_mut()
                .find(|it| it.id == *giver)
                .expect("a giver");
            giver.capacity += by;
        }
        Change::GiverGroup { group, by } => raised(&mut file.giver_groups, group, *by),
        Change::TakerGroup { group, by } => raised(&mut file.taker_groups, group, *by),
        Change::NoGiverMinimum { id } => {
            file.givers
                .iter_mut()
                .filter(|it| it.id == *id)
                .for_each(|it| it.minimum = 0);
            file.giver_groups
                .iter_mut()
                .filter(|it| it.id == *id)
                .for_each(|it| it.minimum = 0);
        }
        Change::NoTakerMinimum { id } => {
            file.takers
                .iter_mut()
                .filter(|it| it.id == *id)
                .for_each(|it| it.minimum = 0);
            file.taker_groups
                .iter_mut()
                .filter(|it| it.id == *id)
                .for_each(|it| it.minimum = 0);
        }
        Change::NotRequired { giver, taker } => {
            file.required
                .retain(|it| (&it.giver, &it.taker) != (giver, taker));
        }
        Change::Allowed { giver, taker } => {
            file.forbidden
                .retain(|it| (&it.giver, &it.taker) != (giver, taker));
        }
        Change::Farther { giver, taker, .. } => {
            let pair = file
                .pairs
                .iter_mut()
                .find(|it| it.giver == *giver && it.taker == *taker);
            pair.expect("a pair").distance_m = Some(Metres(0));
        }
        other => panic!("{other:?} is not known here"),
    }
    let changed = file.to_builder().build().expect("a problem");
    assert_ne!(changed, *problem, "{change:?} changes nothing");
    changed
}

fn found(plan: &Plan, lack: Lack) -> i64 {
    match lack {
        Lack::Demand(taker) => plan.assignments_of(taker).iter().map(|_| 1).sum(),
        Lack::Short(of) => {
            let short = plan.short().iter().find(|it| it.of == of);
            -short.map_or(0, |it| i64::from(it.minimum - it.found))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_suggestion_was_tried_and_gains_what_it_says(sketch in sketches(), vetoes in any::<u32>()) {
        let mut file = ProblemFile::of(&sketch.build());
        for (at, pair) in file.pairs.iter().enumerate().filter(|(at, _)| vetoes >> at & 3 == 3) {
            let is_required = file.required.iter().any(|it| it.giver == pair.giver && it.taker == pair.taker);
            if !is_required && at < 32 {
                file.forbidden.push(ForbiddenEntry { giver: pair.giver.clone(), taker: pair.taker.clone() });
            }
        }
        // Some pairs are too far apart.
        file.within_m = Some(Metres(30_000));
        for (at, pair) in (0_u32..).zip(&mut file.pairs) {
            let required = file.required.iter().any(|it| it.giver == pair.giver && it.taker == pair.taker);
            let is_far = !required && vetoes.rotate_left(at).is_multiple_of(8);
            pair.distance_m = Some(Metres(if is_far { 42_000 } else { 30_000 }));
        }
        let problem = file.to_builder().build().expect("a problem");
        for objective in [Objective::Coverage, Objective::Score, Objective::LeastChange] {
            let plan = solve(&problem, objective);
            let before = by_brute_force(&problem, objective);
            let demands = plan.unmet().iter().map(|unmet| Lack::Demand(unmet.taker));
            for lack in demands.chain(plan.short().iter().map(|short| Lack::Short(short.of))) {
                let told = remedies(&problem, &plan, lack, 20);
                for remedy in &told {
                    let changed = changed(&problem, &remedy.change);
                    let after = by_brute_force(&changed, objective);
                    let (units, score) = (i128::from(remedy.units_more), remedy.score_more.micros());
                    let (second, third) = match objective {
                        Objective::Score => (score, units),
                        _ => (units, score),
                    };
                    let gain = (i128::from(remedy.short_fewer), second, third);
                    prop_assert_eq!(gain, (after.0 - before.0, after.1 - before.1, after.2 - before.2));
                    let here = found(&solve(&changed, objective), lack) - found(&plan, lack);
                    prop_assert_eq!(i64::from(remedy.here), here);
                    prop_assert!(gain > (0, 0, 0));
                    prop_assert!(remedy.short_fewer > 0 || matches!(lack, Lack::Demand(_)));
                    prop_assert!(here > 0 && !remedy.to_string().is_empty());
                }
                let gains = told.iter().map(|it| match objective {
                    Objective::Score => (it.short_fewer, it.score_more.micros(), i128::from(it.units_more)),
                    _ => (it.short_fewer, i128::from(it.units_more), it.score_more.micros()),
                });
                prop_assert!(gains.is_sorted_by(|a, b| a >= b));
                prop_assert!(remedies(&problem, &plan, lack, 0).is_empty());
            }
        }
    }
}

fn told(problem: &Problem, lack: impl Fn(&Plan) -> Lack) -> Vec<String> {
    let plan = solve(problem, Objective::Coverage);
    let remedies = remedies(problem, &plan, lack(&plan), 20);
    remedies.iter().map(ToString::to_string).collect()
}

#[test]
fn what_would_have_to_change_is_told_with_what_it_gains() {
    let score = |text: &str| text.parse().expect("a score");
    // Ash must help Elm, so that Fir, which only Ash could help, goes without; Birch could have helped Elm.
    let mut builder = Problem::builder();
    builder
        .giver_group("school", 1)
        .giver("Ash", 3)
        .giver_in("Ash", "school")
        .giver("Birch", 1)
        .taker("Elm", 1)
        .taker("Fir", 2)
        .pair("Ash", "Elm", score("0.2"))
        .pair("Birch", "Elm", score("0.7"))
        .pair("Ash", "Fir", score("0.4"))
        .pair("Birch", "Fir", score("0.1"))
        .forbid("Birch", "Fir")
        .require("Ash", "Elm");
    let problem = builder.build().expect("a problem");
    let fir = problem.find_taker("Fir").expect("a taker");
    assert_eq!(
        told(&problem, |_| Lack::Demand(fir)),
        [
            "If Ash did not have to help Elm: 1 unit more here. All together: 1 unit more is given, score 0.9 more.",
            "If all of school could give 1 unit more: 1 unit more here. All together: 1 unit more is given, score \
             0.4 more.",
            "If Birch were not ruled out for Fir: 1 unit more here. All together: 1 unit more is given, score 0.1 \
             more.",
        ]
    );
    // There is one unit for Elm, and two who must give it.
    builder.require("Birch", "Elm");
    let problem = builder.build().expect("a problem");
    assert_eq!(
        told(&problem, |plan| Lack::Short(plan.short()[0].of)),
        [
            "If Birch did not have to help Elm: 1 unit more here. All together: 1 unit fewer short of minimums, 1 \
             unit less is given, score 0.9 less."
        ]
    );
    let plan = solve(&problem, Objective::Coverage);
    assert!(matches!(plan.short()[0].of, ShortOf::Pair(..)));
}
