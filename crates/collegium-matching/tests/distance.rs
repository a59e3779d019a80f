//! A limit of distance or travel time: pairs beyond it are never used, and known as too far apart.

use collegium_matching::{
    explain::Explainer,
    objective::Objective,
    plan::{UnmetReason, file::Assignment},
    problem::{Problem, ProblemBuilder, ProblemFile},
    remedy::{Lack, remedies},
    revision::{NoChange, Revision},
    score::Score,
    score_model::{Apart, Metres, Minutes},
    solve::solve,
    verify::verify,
};
use proptest::prelude::*;

mod support;

fn metres(metres: u32) -> Apart {
    Apart {
        distance: Some(Metres(metres)),
        ..Apart::default()
    }
}

fn minutes(minutes: u32) -> Apart {
    Apart {
        travel_time: Some(Minutes(minutes)),
        ..Apart::default()
    }
}

fn score(text: &str) -> Score {
    text.parse().expect("a score")
}

proptest! {
    #[test]
    fn a_pair_beyond_the_limit_is_as_if_it_were_not_there(
        sketch in support::sketches(6, 6, 6, support::few_scores()),
        ways in prop::collection::vec((0..60_u32, 0..60_u32), 36),
        limits in (prop::option::of(20..50_u32), prop::option::of(20..50_u32)),
    ) {
        let limit = Apart { distance: limits.0.map(Metres), travel_time: limits.1.map(Minutes) };
        let mut near = sketch.clone();
        near.pairs.clear();
        let mut file = ProblemFile::of(&sketch.build());
        (file.within_m, file.within_minutes) = (limit.distance, limit.travel_time);
        for (at, pair) in file.pairs.iter_mut().enumerate() {
            let (metres, minutes) = ways[at % 36];
            (pair.distance_m, pair.travel_minutes) = (Some(Metres(metres)), Some(Minutes(minutes)));
            let is_near = limits.0.is_none_or(|most| metres <= most) && limits.1.is_none_or(|most| minutes <= most);
            if is_near {
                let number = |id: &str| id[1..].parse::<usize>().expect("an id of a sketch");
                near.pairs.push((number(&pair.giver), number(&pair.taker), pair.score.micros()));
            }
        }
        let problem = file.to_builder().build().expect("a problem");
        let plain = near.build();
        prop_assert_eq!(problem.pairs().collect::<Vec<_>>(), plain.pairs().collect::<Vec<_>>());
        prop_assert_eq!(problem.pair_count() as usize + problem.too_far_pairs().count(), sketch.pairs.len());
        let again = ProblemFile::of(&problem).to_builder().build().expect("a problem that was built");
        prop_assert_eq!(&again, &problem);
        prop_assert_eq!(again.hash(), problem.hash());
        let has_ways = limit != Apart::default() || problem.pair_count() > 0;
        prop_assert_eq!(problem.hash() != plain.hash(), has_ways);
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            prop_assert_eq!(plan.value(), solve(&plain, objective).value());
            let stored = plan.to_file(&problem);
            prop_assert!(verify(&problem, &stored).is_ok());
            let revision = Revision::of(&problem, objective).expect("it has no limits of load");
            let (revised, _) = revision.plan().expect("a problem");
            prop_assert_eq!(&revised, &problem);
            if let Some(far) = problem.too_far_pairs().next() {
                let mut stored = stored;
                stored.assignments.push(Assignment {
                    giver: problem.giver(far.giver).id.to_owned(),
                    taker: problem.taker(far.taker).id.to_owned(),
                    score: far.score,
                });
                let told = verify(&problem, &stored).expect_err("a pair too far apart").to_string();
                prop_assert!(told.contains("are too far apart: "), "{}", told);
            }
        }
    }
}

/// Hill has one near, vale nobody, moor somebody too far away by both measures.
fn round() -> ProblemBuilder {
    let mut builder = Problem::builder();
    builder
        .giver("near", 1)
        .giver("far", 2)
        .giver("farther", 1)
        .taker("hill", 2)
        .taker("vale", 1);
    for (giver, taker, metres) in [
        ("near", "hill", 30_000),
        ("far", "hill", 42_000),
        ("farther", "vale", 57_250),
        ("far", "vale", 42_000),
    ] {
        builder
            .pair(giver, taker, score("0.5"))
            .apart(giver, taker, self::metres(metres));
    }
    builder.within(metres(30_000));
    builder
}

#[test]
fn who_is_too_far_away_is_told_and_what_a_wider_limit_would_bring() {
    let problem = round().build().expect("a problem");
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let vale = problem.find_taker("vale").expect("a taker");
    let told = explainer.taker(vale);
    assert_eq!(
        told.to_string(),
        "vale asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: no candidate within 30 km; the nearest, far, is 42 km away."
    );
    assert_eq!(told.unmet.map(|unmet| unmet.reason), Some(UnmetReason::TooFar));
    let told: Vec<_> = remedies(&problem, &plan, Lack::Demand(vale), 9)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "If far could help vale, 42 km apart, farther than 30 km: 1 unit more here. All together: 1 unit more \
             is given, score 0.5 more.",
            "If farther could help vale, 57.25 km apart, farther than 30 km: 1 unit more here. All together: 1 unit \
             more is given, score 0.5 more.",
        ]
    );
    let mut wider = round();
    wider
        .giver("none", 0)
        .pair("none", "vale", score("1"))
        .apart("none", "vale", minutes(5));
    let limit = Apart {
        travel_time: Some(Minutes(30)),
        ..metres(42_000)
    };
    let problem = wider
        .within(limit)
        .forbid("far", "vale")
        .build()
        .expect("a problem");
    let plan = solve(&problem, Objective::Coverage);
    assert_eq!(
        Explainer::new(&problem, &plan)
            .taker(problem.find_taker("vale").expect("a taker"))
            .to_string(),
        "vale asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: those who could still offer support have no capacity. Beyond 42 km, the nearest would be \
         farther, 57.25 km away. One more giver is ruled out for it."
    );
}

#[test]
fn every_fault_of_a_way_is_told_at_its_place() {
    let mut builder = round();
    builder
        .apart("near", "hill", metres(1))
        .apart("near", "vale", metres(1))
        .apart("moor", "vale", metres(1))
        .pair("near", "vale", score("0.1"))
        .pair("farther", "hill", score("0.1"))
        .require("far", "hill");
    let faults = builder.build().expect_err("most of it is wrong");
    let told: Vec<_> = faults.faults().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "pair 6: how far apart giver \"farther\" and taker \"hill\" are is not known, and there is a limit",
            "required pair 1: giver \"far\" and taker \"hill\" must be a pair, and are 42 km apart, farther than 30 km",
            "way 5: how far apart giver \"near\" and taker \"hill\" are is said already, by way 1",
            "way 7: giver \"moor\" and taker \"vale\" are none of the pairs listed",
        ]
    );
}

#[test]
fn each_part_of_a_way_is_in_the_hash_and_nothing_where_there_is_none() {
    let of = |within: Apart, apart: Apart| {
        let mut builder = Problem::builder();
        builder.giver("a", 1).taker("b", 1).pair("a", "b", score("1"));
        builder.within(within).apart("a", "b", apart);
        builder.build().expect("a problem").hash()
    };
    let none = Apart::default();
    let hashes = [
        of(none, none),
        of(none, metres(5)),
        of(none, minutes(5)),
        of(metres(5), metres(5)),
        of(metres(5), metres(4)),
        of(minutes(5), minutes(5)),
        of(metres(6), metres(5)),
    ];
    let mut different = hashes.to_vec();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), hashes.len());
}

#[test]
fn a_revision_does_not_make_a_pair_of_two_who_are_too_far_apart() {
    let mut revision =
        Revision::of(&round().build().expect("a problem"), Objective::Coverage).expect("no loads");
    assert!(matches!(
        revision.set_score("far", "hill", score("1")),
        Err(NoChange::TooFar { .. })
    ));
    assert!(matches!(
        revision.set_score("near", "vale", score("1")),
        Err(NoChange::TooFar { .. })
    ));
    assert!(revision.set_score("near", "hill", score("1")).is_ok());
    let (problem, plan) = revision.plan().expect("a problem");
    assert_eq!(problem.too_far_pairs().count(), 3);
    assert!(verify(&problem, &plan.to_file(&problem)).is_ok());
}
