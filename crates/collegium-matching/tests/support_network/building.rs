//! A network from records and from plans, and what cannot be one.

use crate::{
    records::records,
    support::{few_scores, sketches},
};
use collegium_matching::{
    objective::Objective,
    plan::file::PlanFile,
    problem::Problem,
    solve::solve,
    support_network::{Support, SupportFault, SupportNetwork, SupportNetworkBuilder},
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_the_records_leaves_no_trace(records in records(0..=9usize, 3), turn in 0..30usize) {
        let mut turned = records.clone();
        turned.help.reverse();
        turned.help.rotate_left(turn.min(records.help.len()));
        prop_assert_eq!(records.build(), turned.build());
    }

    #[test]
    fn a_plan_is_a_round(sketch in sketches(6, 7, 6, few_scores())) {
        let problem = sketch.build();
        let plan = solve(&problem, Objective::Coverage);
        let network = SupportNetwork::builder().plan(&problem, &plan, str::to_owned).build().unwrap();
        let ids: Vec<&str> = problem.givers().map(|it| it.id).chain(problem.takers().map(|it| it.id)).collect();
        prop_assert_eq!(network.schools().collect::<Vec<_>>(), ids);
        prop_assert_eq!(network.ties().len(), plan.assignments().len());
        for pair in plan.assignments() {
            let (giver, taker) = (problem.giver(pair.giver).id, problem.taker(pair.taker).id);
            prop_assert_eq!(network.support(giver, taker), Some(Support { units: 1, rounds: 1 }));
        }
        let twice = SupportNetwork::builder()
            .plan(&problem, &plan, str::to_owned)
            .plan(&problem, &plan, str::to_owned)
            .build()
            .unwrap();
        prop_assert_eq!(twice.ties().len(), plan.assignments().len());
        let again = Support { units: 2, rounds: 2 };
        prop_assert!(twice.ties().all(|tie| tie.support == again));
    }
}

#[test]
fn units_of_one_round_are_one_occasion() {
    let mut builder = SupportNetwork::builder();
    builder.help("north", "hill", 1).help("north", "hill", 1);
    let support = |builder: &SupportNetworkBuilder| {
        builder
            .build()
            .unwrap()
            .support("north", "hill")
            .unwrap()
            .to_string()
    };
    assert_eq!(support(&builder), "2 units in 1 round");
    // Help of several rounds, counted elsewhere, is never of this one.
    builder.tie("north", "hill", Support { units: 5, rounds: 4 });
    builder.tie("north", "hill", Support { units: 1, rounds: 1 });
    assert_eq!(support(&builder), "8 units in 6 rounds");
    builder.next_round().next_round().help("north", "hill", 1);
    assert_eq!(support(&builder), "9 units in 7 rounds");
}

#[test]
fn a_plan_shares_its_round_with_nothing() {
    let problem = Problem::builder()
        .giver("north", 1)
        .taker("hill", 1)
        .pair("north", "hill", "0.5".parse().unwrap())
        .build()
        .unwrap();
    let plan = solve(&problem, Objective::Coverage);
    let network = SupportNetwork::builder()
        .help("north", "hill", 4)
        .plan(&problem, &plan, str::to_owned)
        .help("north", "hill", 2)
        .build()
        .unwrap();
    let support = network.support("north", "hill").unwrap();
    assert_eq!(support, Support { units: 7, rounds: 3 });
}

#[test]
fn needs_and_people_of_one_school_are_one_school() {
    let problem = |giver: &str, needs: [&str; 2]| {
        let mut builder = Problem::builder();
        builder.giver(giver, 2);
        for need in needs {
            builder.taker(need, 1).pair(giver, need, "0.5".parse().unwrap());
        }
        builder.build().unwrap()
    };
    let school_of = |id: &str| id.split('/').take(1).collect::<String>();
    let autumn = problem("901234/a-leader", ["900017/attendance", "900017/mathematics"]);
    let spring = problem("900017", ["901234/reading", "900021/reading"]);
    let mut builder = SupportNetwork::builder();
    for problem in [&autumn, &spring] {
        // As it is stored, read and verified.
        let stored = solve(problem, Objective::Coverage).to_file(problem).to_json();
        let plan = PlanFile::from_json(stored.as_bytes())
            .unwrap()
            .to_plan(problem)
            .unwrap();
        builder.plan(problem, &plan, school_of);
    }
    let network = builder.build().unwrap();
    assert_eq!(
        network.schools().collect::<Vec<_>>(),
        ["900017", "900021", "901234"]
    );
    assert_eq!(
        network.support("901234", "900017"),
        Some(Support { units: 2, rounds: 1 })
    );
    assert!(network.support("900017", "901234").is_some());
    assert_eq!(network.ties().len(), 3);

    // To the letter of its ids a plan helps each need by itself.
    let plan = solve(&autumn, Objective::Coverage);
    let network = SupportNetwork::builder()
        .plan(&autumn, &plan, str::to_owned)
        .build()
        .unwrap();
    assert_eq!(network.ties().len(), 2);
}

#[test]
fn a_plan_of_another_problem_is_refused_once() {
    let problem = |score: &str| {
        Problem::builder()
            .giver("north", 2)
            .taker("hill", 1)
            .taker("vale", 1)
            .pair("north", "hill", score.parse().unwrap())
            .pair("north", "vale", score.parse().unwrap())
            .build()
            .unwrap()
    };
    let plan = solve(&problem("0.5"), Objective::Coverage);
    for other in [problem("0.6"), Problem::builder().build().unwrap()] {
        let built = SupportNetwork::builder()
            .plan(&other, &plan, str::to_owned)
            .build();
        assert_eq!(built.unwrap_err().faults(), [SupportFault::AnotherProblem]);
    }
}

#[test]
fn all_faults_at_once() {
    let faults = SupportNetwork::builder()
        .school("")
        .help("north", "", 1)
        .help("north", "north", 1)
        .help("north", "hill", 0)
        .tie("north", "hill", Support { units: 1, rounds: 2 })
        .tie("hill", "hill", Support { units: 3, rounds: 0 })
        .build()
        .unwrap_err();
    assert_eq!(
        faults.to_string(),
        "the id of a school is empty\n\
         the id of a school is empty\n\
         \"north\" is giver and taker of the same help\n\
         \"north\" helped \"hill\" with 0 units in 1 round; each round has at least one unit\n\
         \"north\" helped \"hill\" with 1 unit in 2 rounds; each round has at least one unit\n\
         \"hill\" is giver and taker of the same help\n\
         \"hill\" helped \"hill\" with 3 units in 0 rounds; each round has at least one unit"
    );
    assert!(faults.faults().iter().all(|fault| !fault.help().is_empty()));
}

#[test]
fn a_plan_that_has_a_school_help_itself_is_refused() {
    let problem = Problem::builder()
        .giver("901234", 1)
        .taker("901234/reading", 1)
        .pair("901234", "901234/reading", "1".parse().unwrap())
        .build()
        .unwrap();
    let plan = solve(&problem, Objective::Coverage);
    let built = SupportNetwork::builder()
        .plan(&problem, &plan, |id| id.split('/').take(1).collect())
        .build();
    let school = "901234".to_owned();
    assert_eq!(
        built.unwrap_err().faults(),
        [SupportFault::HelpsItself { school }]
    );
}

#[test]
fn units_beyond_what_is_counted_are_refused() {
    let most = u64::MAX / 2;
    let mut builder = SupportNetwork::builder();
    builder.help("north", "hill", most);
    assert!(builder.build().is_ok());
    builder.help("fen", "vale", 1);
    assert_eq!(builder.build().unwrap_err().faults(), [SupportFault::TooMany]);
    builder
        .help("fen", "vale", u64::MAX)
        .help("fen", "vale", u64::MAX);
    assert_eq!(builder.build().unwrap_err().faults(), [SupportFault::TooMany]);
}
