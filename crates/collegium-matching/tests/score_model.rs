//! What a score model promises: a score is the sum of its parts, never out of range, and no school loses by
//! its size.

use collegium_matching::{
    score::{Score, Total},
    score_model::{
        Beyond, DEFAULTS, Falling, Metres, Minutes, Months, PairFacts, Portion, ScoreModel, Scored,
        ScoredPairs, Source, Term, Terms, TooFar, WeightFault, Weights,
    },
};
use proptest::prelude::*;

fn portion(part: u32, of: u32) -> Option<Portion> {
    let portion = Portion::new(part, of).ok();
    assert!(portion.is_some(), "{part} of {of}");
    portion
}

fn score(text: &str) -> Score {
    text.parse().expect("a score")
}

fn portions() -> impl Strategy<Value = Option<Portion>> {
    let of = prop_oneof![1..=30_u32, 1..=u32::MAX, Just(u32::MAX)];
    let some = of.prop_flat_map(|of| {
        let part = prop_oneof![0..=of, Just(of)];
        part.prop_map(move |part| portion(part, of))
    });
    prop_oneof![1 => Just(None), 4 => some]
}

/// Numbers small, at the limits, and anywhere.
fn wild() -> impl Strategy<Value = u32> {
    prop_oneof![0..=100_u32, any::<u32>(), Just(0), Just(u32::MAX)]
}

fn facts() -> impl Strategy<Value = PairFacts> {
    let way = || prop::option::weighted(0.8, wild());
    let effect = prop_oneof![-15..=15_i16, any::<i16>(), Just(i16::MIN), Just(i16::MAX)];
    let ways = (way(), way());
    let shares = (portions(), portions(), portions(), portions());
    let rest = (
        any::<Option<bool>>(),
        any::<Option<u16>>(),
        prop::option::weighted(0.8, effect),
    );
    (ways, shares, rest).prop_map(
        |((distance, travel_time), (area, severity, teachers, pupils), (same_phase, together, effect))| {
            PairFacts {
                area,
                same_phase,
                distance: distance.map(Metres),
                travel_time: travel_time.map(Minutes),
                severity,
                together: together.map(Terms),
                teachers,
                pupils,
                effect: effect.map(Months),
            }
        },
    )
}

/// Checked weights, up to all that a score can hold.
fn models() -> impl Strategy<Value = ScoreModel> {
    let eighth = Score::LIMIT.micros() / 8;
    let points = prop_oneof![Just(0), 0..=100_000_000_i64, 0..=eighth, Just(eighth)]
        .prop_map(|micros| Score::from_micros(micros).expect("within the limit"));
    let limit = || prop::option::weighted(0.7, wild().prop_map(|limit| limit.max(1)));
    (
        prop::collection::vec(points, 8),
        limit(),
        limit(),
        1..=u16::MAX,
        1..=i16::MAX,
    )
        .prop_map(|(points, metres, minutes, full_after, full_effect)| {
            let weights = Weights {
                area: points[0],
                same_phase: points[1],
                distance: metres.map(|limit| Falling {
                    limit: Metres(limit),
                    points: points[2],
                }),
                travel_time: minutes.map(|limit| Falling {
                    limit: Minutes(limit),
                    points: points[3],
                }),
                severity: points[4],
                continuity: points[5],
                continuity_full_after: Terms(full_after),
                teachers: points[6],
                pupils: points[7],
                full_effect: Months(full_effect),
            };
            ScoreModel::new(weights).expect("weights within the limits")
        })
}

fn amount(scored: &Scored, term: Term) -> Score {
    let mut parts = scored.parts().iter().filter(|part| part.term == term);
    parts.next().map_or(Score::ZERO, |part| part.amount)
}

proptest! {
    #[test]
    fn a_score_is_the_sum_of_its_parts_and_no_part_exceeds_its_weight(model in models(), facts in facts()) {
        let scored = model.score(&facts);
        let sum: Total = scored.parts().iter().map(|part| part.amount).sum();
        prop_assert_eq!(sum, Total::from(scored.total()));
        for part in scored.parts() {
            let may_be_negative = matches!(part.term, Term::Teachers | Term::Pupils)
                && facts.effect.is_some_and(|effect| effect.0 < 0);
            prop_assert!(part.amount <= part.most, "{:?}", part);
            prop_assert!(part.amount >= Score::ZERO || may_be_negative, "{:?}", part);
            prop_assert!(part.amount.micros() >= -part.most.micros(), "{:?}", part);
        }
        let _ = scored.to_string();
        let json = serde_json::to_string(&scored).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Scored>(&json).expect("a score that was written"), scored);
    }

    #[test]
    fn only_a_limit_makes_a_pair_no_candidate(model in models(), facts in facts()) {
        let weights = model.weights();
        let too_far = weights.distance.zip(facts.distance).is_some_and(|(it, found)| found > it.limit)
            || weights.travel_time.zip(facts.travel_time).is_some_and(|(it, found)| found > it.limit);
        let limited = weights.distance.is_some() || weights.travel_time.is_some();
        let known = weights.distance.zip(facts.distance).is_some()
            || weights.travel_time.zip(facts.travel_time).is_some();
        match model.candidate(&facts) {
            Ok(scored) => {
                prop_assert!(!too_far && (known || !limited));
                prop_assert_eq!(scored, model.score(&facts));
            }
            Err(told) => {
                prop_assert!(too_far || (limited && !known));
                prop_assert!(!told.reasons.is_empty());
            }
        }
    }

    #[test]
    fn a_school_of_another_size_with_the_same_share_scores_the_same(
        model in models(),
        facts in facts(),
        (part, of) in (1..=60_u32).prop_flat_map(|of| (0..=of, Just(of))),
        times in 1..=70_000_000_u32,
    ) {
        let small = PairFacts { teachers: portion(part, of), pupils: portion(part, of), ..facts };
        let large = portion(part * times, of * times);
        let large = PairFacts { teachers: large, pupils: large, ..facts };
        prop_assert_eq!(model.score(&small).total(), model.score(&large).total());
    }

    #[test]
    fn a_smaller_school_never_scores_lower_for_its_size(
        model in models(),
        facts in facts(),
        reached in 0..=2_000_u32,
        rest in 1..=2_000_u32,
        more in 0..=3_000_u32,
        effect in 0..=i16::MAX,
    ) {
        // The same people reached in a school with as many or more whom the help does not reach.
        let effect = Some(Months(effect));
        let small = portion(reached, reached + rest);
        let small = PairFacts { teachers: small, pupils: small, effect, ..facts };
        let large = portion(reached, reached + rest + more);
        let large = PairFacts { teachers: large, pupils: large, effect, ..facts };
        prop_assert!(model.score(&small).total() >= model.score(&large).total());
    }

    #[test]
    fn a_longer_way_never_scores_higher(model in models(), facts in facts(), (near, far) in (wild(), wild())) {
        let (near, far) = (near.min(far), near.max(far));
        let by_metres = |metres| PairFacts { distance: Some(Metres(metres)), ..facts };
        prop_assert!(model.score(&by_metres(near)).total() >= model.score(&by_metres(far)).total());
        let by_minutes = |minutes| PairFacts { travel_time: Some(Minutes(minutes)), ..facts };
        prop_assert!(model.score(&by_minutes(near)).total() >= model.score(&by_minutes(far)).total());
        prop_assert!(model.candidate(&by_metres(near)).is_ok() || model.candidate(&by_metres(far)).is_err());
        prop_assert!(model.candidate(&by_minutes(near)).is_ok() || model.candidate(&by_minutes(far)).is_err());
    }

    #[test]
    fn more_of_what_speaks_for_a_pair_never_scores_lower(
        model in models(),
        facts in facts(),
        (less, more, of) in (1..=u32::MAX).prop_flat_map(|of| (0..=of, 0..=of, Just(of))),
        (short, long) in any::<(u16, u16)>(),
        (weak, strong) in any::<(i16, i16)>(),
    ) {
        let (less, more) = (portion(less.min(more), of), portion(less.max(more), of));
        let total = |facts: PairFacts| model.score(&facts).total();
        let area = |area| PairFacts { area, ..facts };
        prop_assert!(total(area(less)) <= total(area(more)));
        let severity = |severity| PairFacts { severity, ..facts };
        prop_assert!(total(severity(less)) <= total(severity(more)));
        let together = |terms| PairFacts { together: Some(Terms(terms)), ..facts };
        prop_assert!(total(together(short.min(long))) <= total(together(short.max(long))));
        let effect = |months| PairFacts { effect: Some(Months(months)), ..facts };
        prop_assert!(total(effect(weak.min(strong))) <= total(effect(weak.max(strong))));
        let phase = |same| PairFacts { same_phase: Some(same), ..facts };
        prop_assert!(total(phase(false)) <= total(phase(true)));
    }
}

/// A pair of which everything is known.
fn known() -> PairFacts {
    PairFacts {
        area: portion(1, 2),
        same_phase: Some(true),
        distance: Some(Metres(12_500)),
        travel_time: None,
        severity: portion(3, 4),
        together: Some(Terms(1)),
        teachers: portion(4, 4),
        pupils: portion(40, 120),
        effect: Some(Months(4)),
    }
}

#[test]
fn every_part_is_told_with_its_fact() {
    let model = ScoreModel::default();
    assert_eq!(
        model.score(&known()).to_string(),
        "score 159.999999:\n  \
         20 of 40 for the area: 1 of 2 areas asked for\n  \
         30 of 30 for the stage of education: both serve the same one\n  \
         30 of 40 for distance: 12.5 km apart, where 50 km is the limit\n  \
         60 of 80 for how severe the need is: 3 of 4 on its scale\n  \
         6.666666 of 20 for continuity: 1 term together, where 3 terms counts in full\n  \
         10 of 30 for teachers reached: 4 of 4 of the school's teachers, expected effect 4 months of progress, \
         where 12 months counts in full\n  \
         3.333333 of 30 for pupils reached: 40 of 120 of the school's pupils, expected effect 4 months of \
         progress, where 12 months counts in full"
    );
    let unknown = PairFacts {
        teachers: portion(1, 9),
        together: Some(Terms(0)),
        same_phase: Some(false),
        ..PairFacts::default()
    };
    assert_eq!(
        model.score(&unknown).to_string(),
        "score 0:\n  \
         0 of 40 for the area: not known, so it counts neither for nor against\n  \
         0 of 30 for the stage of education: they serve different ones\n  \
         0 of 40 for distance: not known, so it counts neither for nor against\n  \
         0 of 80 for how severe the need is: not known, so it counts neither for nor against\n  \
         0 of 20 for continuity: they have not worked together yet\n  \
         0 of 30 for teachers reached: 1 of 9 of the school's teachers, but no evidence of an effect is known\n  \
         0 of 30 for pupils reached: not known, so it counts neither for nor against"
    );
}

#[test]
fn a_school_of_forty_reached_whole_counts_as_much_as_one_of_fourteen_hundred() {
    let model = ScoreModel::default();
    let of = |pupils| PairFacts {
        pupils: portion(pupils, pupils),
        effect: Some(Months(6)),
        ..PairFacts::default()
    };
    assert_eq!(amount(&model.score(&of(40)), Term::Pupils), score("15"));
    assert_eq!(amount(&model.score(&of(1_400)), Term::Pupils), score("15"));
}

#[test]
fn an_effect_below_zero_counts_against_and_none_beyond_the_full_one() {
    let model = ScoreModel::default();
    let with = |months| PairFacts {
        teachers: portion(1, 3),
        effect: Some(Months(months)),
        ..PairFacts::default()
    };
    for (months, points) in [
        (-13, "-10"),
        (-12, "-10"),
        (-1, "-0.833333"),
        (0, "0"),
        (12, "10"),
        (13, "10"),
    ] {
        assert_eq!(
            amount(&model.score(&with(months)), Term::Teachers),
            score(points),
            "{months}"
        );
    }
}

/// By metres and by minutes.
fn both_ways() -> ScoreModel {
    let weights = Weights {
        travel_time: Some(Falling {
            limit: Minutes(60),
            points: score("10"),
        }),
        ..Weights::default()
    };
    ScoreModel::new(weights).expect("sound weights")
}

#[test]
fn a_limit_is_still_within_and_every_one_that_is_not_kept_is_told() {
    let facts = |metres: Option<u32>, minutes: Option<u32>| PairFacts {
        distance: metres.map(Metres),
        travel_time: minutes.map(Minutes),
        ..PairFacts::default()
    };
    let model = both_ways();
    let at_the_limit = model
        .candidate(&facts(Some(50_000), Some(60)))
        .expect("just near enough");
    assert_eq!(at_the_limit.total(), Score::ZERO);
    // One of the two is enough to judge by.
    assert_eq!(
        model.candidate(&facts(None, Some(30))).expect("near").total(),
        score("5")
    );
    assert!(model.candidate(&facts(Some(1_000), Some(61))).is_err());
    let told = |facts: PairFacts| model.candidate(&facts).expect_err("too far");
    let both = told(facts(Some(50_001), Some(75)));
    assert_eq!(
        both.reasons,
        [
            Beyond::Distance {
                found: Metres(50_001),
                limit: Metres(50_000)
            },
            Beyond::TravelTime {
                found: Minutes(75),
                limit: Minutes(60)
            },
        ]
    );
    assert_eq!(
        both.to_string(),
        "50.001 km apart, farther than 50 km; 75 minutes away, longer than 60 minutes"
    );
    assert_eq!(
        told(facts(None, None)).to_string(),
        "how far apart the two are is not known, and there is a limit"
    );
    assert_ne!(told(facts(None, None)).help(), both.help());
    let json = serde_json::to_string(&both).expect("JSON");
    assert_eq!(
        serde_json::from_str::<TooFar>(&json).expect("as it was written"),
        both
    );

    let without = Weights {
        distance: None,
        ..Weights::default()
    };
    let without = ScoreModel::new(without).expect("sound weights");
    assert!(without.candidate(&facts(None, None)).is_ok());
}

#[test]
fn every_fault_of_weights_is_told() {
    let weights = Weights {
        area: score("-1"),
        distance: Some(Falling {
            limit: Metres(0),
            points: score("-0.5"),
        }),
        travel_time: Some(Falling {
            limit: Minutes(0),
            points: score("600000000"),
        }),
        severity: score("600000000"),
        continuity_full_after: Terms(0),
        full_effect: Months(-1),
        ..Weights::default()
    };
    let faults = ScoreModel::new(weights.clone()).expect_err("nearly all of it is wrong");
    assert_eq!(
        faults.to_string(),
        "area: -1 points are below zero\n\
         distance: -0.5 points are below zero\n\
         all points together are 1200000108.5, more than a score can be\n\
         distance: the limit is zero\n\
         travel_time: the limit is zero\n\
         continuity_full_after: it is zero\n\
         full_effect: -1 month is no gain"
    );
    let helps: std::collections::BTreeSet<_> = faults.faults().iter().map(WeightFault::help).collect();
    assert_eq!(helps.len(), 5);
    let json = serde_json::to_string(&weights).expect("JSON");
    let told = serde_json::from_str::<ScoreModel>(&json)
        .expect_err("weights are checked on reading")
        .to_string();
    assert!(told.contains(&faults.to_string()), "{told}");
}

#[test]
fn weights_are_data() {
    let model: ScoreModel = serde_json::from_str(
        r#"{"area": 12.5, "distance": {"limit": 30000, "points": 25}, "severity": "0.000001"}"#,
    )
    .expect("weights");
    assert_eq!(model.weights().area, score("12.5"));
    assert_eq!(model.weights().same_phase, Weights::default().same_phase);
    assert!(serde_json::from_str::<Weights>(r#"{"are": 1}"#).is_err());
    let again = serde_json::to_string(&model).expect("JSON");
    assert_eq!(
        serde_json::from_str::<ScoreModel>(&again).expect("weights"),
        model
    );
}

#[test]
fn a_score_whose_parts_do_not_add_up_is_refused() {
    let mut json = serde_json::to_value(ScoreModel::default().score(&known())).expect("JSON");
    json["total"] = 160.into();
    let told = serde_json::from_value::<Scored>(json)
        .expect_err("a millionth is missing")
        .to_string();
    assert_eq!(told, "the parts add up to 159.999999, the total says 160");
}

#[test]
fn every_default_has_its_source_in_code_and_on_the_page() {
    let json = serde_json::to_value(Weights::default()).expect("JSON");
    let fields = json.as_object().expect("an object");
    let page = include_str!("../../../docs/score-model.md");
    for default in DEFAULTS {
        let value = match &fields[default.weight] {
            serde_json::Value::Null => "none".to_owned(),
            serde_json::Value::Object(falling) => {
                let limit = falling["limit"].as_u64().expect("metres");
                format!("{} points, limit {} km", falling["points"], limit / 1000)
            }
            number => match default.weight {
                "continuity_full_after" => format!("{number} terms"),
                "full_effect" => format!("{number} months"),
                _ => format!("{number} points"),
            },
        };
        assert_eq!(default.value, value, "{}", default.weight);
        let row = format!(
            "| `{}` | {} | {}: {} |",
            default.weight, default.value, default.source, default.why
        );
        assert!(page.contains(&row), "the page lacks\n{row}");
    }
    assert_eq!(DEFAULTS.len(), fields.len());
    let public = DEFAULTS.iter().filter(|default| default.source == Source::Public);
    assert_eq!(public.count(), 1);
}

#[test]
fn pairs_are_remembered_whether_or_not_they_come_into_question() {
    let mut builder = collegium_matching::problem::Problem::builder();
    builder
        .giver("Ash", 1)
        .giver("Birch", 1)
        .taker("Elm", 1)
        .taker("Fir", 1);
    let mut pairs = ScoredPairs::new(ScoreModel::default());
    let facts = |metres| PairFacts {
        distance: Some(Metres(metres)),
        ..PairFacts::default()
    };
    assert_eq!(pairs.put(&mut builder, "Ash", "Elm", facts(0)), Ok(score("40")));
    assert!(pairs.put(&mut builder, "Birch", "Elm", facts(80_000)).is_err());
    let problem = builder.build().expect("a sound problem");
    assert_eq!(problem.pair_count(), 1);
    let told = pairs.of_taker("Elm");
    assert!(
        told.to_string()
            .starts_with("Elm: 1 giver comes into question.\nAsh, score 40:\n")
    );
    assert!(
        told.to_string()
            .ends_with("\nBirch is no candidate: 80 km apart, farther than 50 km.")
    );
    assert_eq!(
        pairs.of_taker("Fir").to_string(),
        "Fir: nobody comes into question."
    );
    assert_eq!(pairs.scored("Ash", "Elm").map(|it| it.total()), Some(score("40")));
    assert_eq!(pairs.scored("Birch", "Elm"), None);
}
