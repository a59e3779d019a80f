//! The solver against slow, obvious judges; and what every plan keeps.

mod support;

use collegium_matching::{objective::Objective, plan::Plan, problem::Problem, solve::solve, verify::verify};
use proptest::prelude::*;
use support::{Sketch, by_bellman_ford, by_brute_force, few_scores, rank, sketches, wild_scores};

const OBJECTIVES: [Objective; 2] = [Objective::Coverage, Objective::Score];

fn achieved(plan: &Plan) -> (i128, i128) {
    let value = plan.value();
    rank(plan.objective(), value.units.into(), value.score.micros())
}

fn proven(problem: &Problem, objective: Objective) -> Plan {
    let plan = solve(problem, objective);
    if let Err(rejections) = verify(problem, &plan.to_file(problem)) {
        panic!("{objective}: {rejections}");
    }
    plan
}

fn judged_by_brute_force(sketch: &Sketch) {
    let problem = sketch.build();
    for objective in OBJECTIVES {
        let plan = proven(&problem, objective);
        assert_eq!(
            achieved(&plan),
            by_brute_force(&problem, objective),
            "{objective}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_plan_of_a_small_problem_is_better(sketch in sketches(4, 4, 7, few_scores())) {
        judged_by_brute_force(&sketch);
    }

    #[test]
    fn scores_at_the_limits_stay_exact(sketch in sketches(3, 4, 8, wild_scores())) {
        judged_by_brute_force(&sketch);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn bellman_ford_agrees(
        sketch in prop_oneof![
            sketches(12, 12, 4, few_scores()),
            sketches(12, 20, 2, wild_scores()),
            sketches(25, 12, 3, 0i64..1_000_000),
            sketches(6, 20, 8, 0i64..4),
        ]
    ) {
        let problem = sketch.build();
        for objective in OBJECTIVES {
            let plan = proven(&problem, objective);
            prop_assert_eq!(achieved(&plan), by_bellman_ford(&problem, objective));
        }
    }

    #[test]
    fn while_capacity_suffices_a_givers_price_is_what_one_more_unit_adds(
        sketch in prop_oneof![
            sketches(6, 6, 5, few_scores()),
            sketches(4, 8, 6, 0i64..1_000),
            sketches(5, 5, 6, wild_scores()),
        ]
    ) {
        let problem = sketch.build();
        prop_assume!(problem.demand() <= problem.capacity());
        let plan = solve(&problem, Objective::Coverage);
        let before = achieved(&plan);
        for giver in problem.givers() {
            let mut more = sketch.clone();
            let capacity = &mut more.capacities[giver.index.at()];
            *capacity = capacity.saturating_add(1);
            let after = by_bellman_ford(&more.build(), Objective::Coverage);
            let price = plan.giver_price(giver.index);
            let added = (after.0 - before.0, after.1 - before.1);
            prop_assert_eq!((i128::from(price.units), price.score.micros()), added, "{}", giver.id);
        }
    }

    #[test]
    fn the_order_of_the_input_leaves_no_trace(
        (sketch, shuffled) in sketches(8, 8, 5, few_scores()).prop_flat_map(|sketch| {
            let pairs = Just(sketch.pairs.clone()).prop_shuffle();
            (Just(sketch.clone()), pairs.prop_map(move |pairs| Sketch { pairs, ..sketch.clone() }))
        })
    ) {
        let (problem, shuffled) = (sketch.build(), shuffled.build());
        prop_assert_eq!(problem.hash(), shuffled.hash());
        for objective in OBJECTIVES {
            let json = |problem: &Problem| solve(problem, objective).to_file(problem).to_json();
            prop_assert_eq!(json(&problem), json(&shuffled));
        }
    }

    #[test]
    fn new_names_change_neither_units_nor_score(sketch in sketches(8, 8, 5, few_scores())) {
        let problem = sketch.build();
        let renamed = sketch.build_named(|giver| format!("{}", 7 * giver % 9), |taker| format!("t{}", 5 * taker % 9));
        for objective in OBJECTIVES {
            prop_assert_eq!(solve(&problem, objective).value(), solve(&renamed, objective).value());
        }
    }
}
