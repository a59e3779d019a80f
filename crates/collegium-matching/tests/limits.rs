//! Minimum loads, groups, teams and required pairs, against all subsets of the pairs.

use collegium_matching::{
    objective::Objective,
    plan::file::PlanFile,
    problem::{Problem, ProblemFile},
    score::Score,
    solve::solve,
    verify::verify,
};
use proptest::prelude::*;
use support::limited::{by_brute_force, sketches, worth};

mod support;

fn is_best(problem: &Problem, objective: Objective) -> Result<PlanFile, TestCaseError> {
    let plan = solve(problem, objective);
    let best = by_brute_force(problem, objective);
    let found = worth(problem, plan.assignments(), objective);
    prop_assert_eq!(found, Some(best), "{:?}", objective);
    let stored = plan.to_file(problem);
    match verify(problem, &stored) {
        Ok(verified) => prop_assert_eq!(verified.value, plan.value()),
        Err(rejections) => prop_assert!(false, "{:?}: {}\n{:#?}", objective, rejections, stored),
    }
    let read = PlanFile::from_json(stored.to_json().as_bytes()).expect("a plan that was written");
    prop_assert_eq!(&read, &stored);
    prop_assert_eq!(read.to_plan(problem), Ok(plan));
    Ok(stored)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_subset_of_the_pairs_is_better(sketch in sketches()) {
        let problem = sketch.build();
        for objective in [Objective::Coverage, Objective::Score, Objective::LeastChange] {
            is_best(&problem, objective)?;
        }
        let stored = ProblemFile::of(&problem);
        let again = stored.to_builder().build().expect("a problem that was built");
        prop_assert_eq!(&again, &problem);
        prop_assert_eq!(again.hash(), problem.hash());
    }
}

/// Two people of one school, and a team of a lead and a peer.
fn visit() -> Problem {
    let mut builder = Problem::builder();
    builder
        .giver_group("900100", 3)
        .giver("900100/ash", 2)
        .giver("900100/elm", 2)
        .giver("900101", 2);
    builder
        .giver_in("900100/ash", "900100")
        .giver_in("900100/elm", "900100");
    builder
        .team("900200", 2)
        .taker("900200/lead", 1)
        .taker("900200/peer", 1)
        .taker("900201", 2);
    builder
        .taker_in("900200/lead", "900200")
        .taker_in("900200/peer", "900200");
    let score = |text: &str| text.parse().expect("a score");
    for (giver, lead, peer, other) in [
        ("900100/ash", "0.9", "0.8", "0.1"),
        ("900100/elm", "0.2", "0.3", "0.6"),
    ] {
        builder
            .pair(giver, "900200/lead", score(lead))
            .pair(giver, "900200/peer", score(peer));
        builder.pair(giver, "900201", score(other));
    }
    builder.pair("900101", "900201", score("0.2"));
    builder.build().expect("it names only what it has")
}

fn used(plan: &PlanFile) -> Vec<(&str, &str)> {
    let pairs = plan
        .assignments
        .iter()
        .map(|it| (it.giver.as_str(), it.taker.as_str()));
    pairs.collect()
}

#[test]
fn nobody_fills_two_slots_of_a_team_and_a_school_lends_no_more_than_it_can() {
    let problem = visit();
    let plan = is_best(&problem, Objective::Coverage).expect("it is best");
    // Ash is the better lead and the better peer, and can be but one of them.
    assert_eq!(
        used(&plan),
        [
            ("900100/ash", "900200/lead"),
            ("900100/elm", "900200/peer"),
            ("900100/elm", "900201"),
            ("900101", "900201")
        ]
    );
    assert_eq!(plan.score.to_string(), "2");
}

#[test]
fn what_cannot_be_kept_of_a_minimum_is_told_and_the_rest_is_best() {
    let mut stored = ProblemFile::of(&visit());
    // 900101 has one pair and should give two; Ash must help 900201.
    stored
        .givers
        .iter_mut()
        .filter(|it| it.id == "900101")
        .for_each(|it| it.minimum = 2);
    stored.required.push(collegium_matching::problem::RequiredEntry {
        giver: "900100/ash".to_owned(),
        taker: "900201".to_owned(),
    });
    let problem = stored.to_builder().build().expect("a problem");
    let plan = is_best(&problem, Objective::Score).expect("it is best");
    assert_eq!(plan.objective_value.short, 1);
    let json = serde_json::to_value(&plan.short).expect("JSON");
    assert_eq!(
        json,
        serde_json::json!([{"of": "giver", "id": "900101", "minimum": 2, "found": 1}])
    );
    assert!(used(&plan).contains(&("900100/ash", "900201")) && used(&plan).contains(&("900101", "900201")));
}

#[test]
fn a_plan_that_breaks_a_limit_or_hides_a_minimum_is_rejected() {
    use collegium_matching::plan::{
        Price,
        file::{Assignment, FilePrice},
    };
    let mut stored = ProblemFile::of(&visit());
    stored
        .givers
        .iter_mut()
        .filter(|it| it.id == "900101")
        .for_each(|it| it.minimum = 2);
    let problem = stored.to_builder().build().expect("a problem");
    let sound = solve(&problem, Objective::Coverage).to_file(&problem);
    let rejected = |change: &dyn Fn(&mut PlanFile), why: &str| {
        let mut plan = sound.clone();
        change(&mut plan);
        let told = verify(&problem, &plan).expect_err(why).to_string();
        assert!(told.contains(why), "{why} is not in:\n{told}");
    };
    let also = |giver: &str, taker: &str, micros: i64| Assignment {
        giver: giver.to_owned(),
        taker: taker.to_owned(),
        score: Score::from_micros(micros).expect("a score"),
    };
    let ash = also("900100/ash", "900200/peer", 800_000);
    rejected(
        &|plan| plan.assignments.push(ash.clone()),
        "\"900100/ash\" serves team \"900200\" more than once",
    );
    let more = [
        also("900100/ash", "900201", 100_000),
        also("900100/elm", "900200/lead", 200_000),
    ];
    rejected(
        &|plan| plan.assignments.extend(more.clone()),
        "group of givers \"900100\" has 5 units in the plan and 3 in the problem",
    );
    rejected(&|plan| plan.short.clear(), "which minimums");
    rejected(&|plan| plan.objective_value.short = 0, "which minimums");
    rejected(&|plan| plan.bound.short = 0, "the certificate proves a bound of");
    rejected(
        &|plan| plan.certificate.taker_groups.clear(),
        "no price for group of takers \"900200\"",
    );
    rejected(
        &|plan| {
            plan.certificate.giver_groups[0].price = FilePrice::Coverage(Price {
                kept: -1,
                ..Price::default()
            });
        },
        "is below zero",
    );
    let giver = sound
        .certificate
        .givers
        .iter()
        .position(|it| it.id == "900101")
        .expect("it has a price");
    rejected(
        &|plan| plan.certificate.givers[giver].price = FilePrice::Coverage(Price::default()),
        "the certificate proves",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_limit_that_binds_nobody_changes_neither_units_nor_score(
        sketch in support::sketches(25, 25, 4, support::few_scores()),
    ) {
        let plain = sketch.build();
        let mut stored = ProblemFile::of(&plain);
        stored.giver_groups.push(collegium_matching::problem::GroupEntry {
            id: "all".to_owned(), maximum: u32::MAX, minimum: 0, within: None, team: false,
        });
        for giver in &mut stored.givers {
            giver.within = Some("all".to_owned());
        }
        let limited = stored.to_builder().build().expect("a problem");
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&limited, objective);
            prop_assert_eq!(plan.value(), solve(&plain, objective).value());
            prop_assert!(verify(&limited, &plan.to_file(&limited)).is_ok());
        }
    }
}

#[test]
fn every_fault_of_a_limit_is_told_at_its_place() {
    let mut builder = Problem::builder();
    builder.giver("north", 1).giver("south", 1).taker("hill", 2);
    builder
        .pair("north", "hill", Score::ZERO)
        .pair("south", "hill", Score::ZERO)
        .forbid("south", "hill");
    builder
        .giver_group("west", 2)
        .giver_group("east", 2)
        .giver_group("west", 3)
        .giver_group("north", 1);
    builder
        .giver_in("west", "east")
        .giver_in("east", "west")
        .giver_in("north", "up")
        .giver_in("moor", "east");
    builder.giver_in("south", "east").giver_in("south", "west");
    builder
        .giver_minimum("north", 2)
        .giver_minimum("east", 3)
        .giver_minimum("east", 1)
        .taker_minimum("vale", 1);
    builder
        .require("north", "vale")
        .require("south", "hill")
        .require("hill", "hill")
        .taker_group("", 1);
    let faults = builder.build().expect_err("nearly all of it is wrong");
    let told: Vec<_> = faults.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "group of givers 3: \"west\" is listed already, at group of givers 1",
            "group of givers 4: \"north\" is listed already, at giver 1",
            "group of takers 1: the id is empty",
            "minimum 1: the minimum 2 of \"north\" is more than the 1 that it has",
            "minimum 2: the minimum 3 of \"east\" is more than the 2 that it has",
            "minimum 3: \"east\" has a minimum already, by minimum 2",
            "minimum 4: no taker \"vale\" is listed",
            "membership 1: the group \"west\" lies within itself",
            "membership 2: the group \"east\" lies within itself",
            "membership 3: no group \"up\" is listed on that side",
            "membership 4: no giver \"moor\" is listed",
            "membership 6: \"south\" is in a group already, by membership 5",
            "required pair 1: no taker \"vale\" is listed",
            "required pair 2: giver \"south\" and taker \"hill\" must be a pair, and must not",
            "required pair 3: no giver \"hill\" is listed",
        ]
    );
}

#[test]
fn the_dearer_a_change_the_more_of_the_present_plan_stays() {
    let score = |text: &str| text.parse::<Score>().expect("a score");
    let mut builder = Problem::builder();
    builder
        .giver("north", 1)
        .giver("south", 1)
        .taker("hill", 1)
        .taker("vale", 1);
    builder
        .pair("north", "hill", score("0.5"))
        .pair("south", "vale", score("0.5"));
    builder
        .pair("north", "vale", score("0.7"))
        .pair("south", "hill", score("0.6"));
    builder
        .present("north", "hill")
        .present("south", "vale")
        .present("moor", "fen");
    let mut plan = |price: &str| {
        let problem = builder.change_price(score(price)).build().expect("a problem");
        is_best(&problem, Objective::LeastChange).expect("it is best")
    };
    // To change both gains 0.3 in all, so both stay from 0.15 a change on; equal is as good.
    let moved = plan("0.149");
    assert_eq!(
        (moved.score.to_string(), moved.objective_value.score.to_string()),
        ("1.3".into(), "1.3".into())
    );
    let stayed = plan("0.151");
    assert_eq!(
        (stayed.score.to_string(), stayed.objective_value.score.to_string()),
        ("1".into(), "1.302".into())
    );
    let below = builder
        .change_price(score("-0.1"))
        .build()
        .expect_err("a price below zero");
    assert_eq!(
        below.to_string(),
        "present pair 1: -0.1 cannot be the price of a change"
    );
}
