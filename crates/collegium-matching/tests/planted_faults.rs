//! Every place of a stored plan is changed, one by one, and each change is refused: by the reader, or by
//! `verify`. The problem has all kinds of limits, and not all of them can be kept.
#![allow(clippy::unwrap_used)] // Helpers of tests may stumble as tests do.

use collegium_matching::{
    objective::Objective,
    plan::file::PlanFile,
    problem::{GiverEntry, GroupEntry, PairEntry, Problem, ProblemFile, RequiredEntry, TakerEntry},
    solve::solve,
    verify::verify,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const OBJECTIVES: [Objective; 3] = [Objective::Coverage, Objective::Score, Objective::LeastChange];

const OTHER_HASH: &str = "00000000000000000000000000000000000000000000000000000000c0117e91";

/// Two schools with two people each, a team, two schools in need within one area, minimums that cannot all be
/// kept, and a required pair that goes without.
fn stored_problem() -> ProblemFile {
    let group = |id: &str, maximum, minimum, within: Option<&str>, team| GroupEntry {
        id: id.to_owned(),
        maximum,
        minimum,
        within: within.map(str::to_owned),
        team,
    };
    let giver = |id: &str, capacity, minimum, within: &str| GiverEntry {
        id: id.to_owned(),
        capacity,
        minimum,
        within: Some(within.to_owned()),
    };
    let taker = |id: &str, demand, minimum, within: &str| TakerEntry {
        id: id.to_owned(),
        demand,
        minimum,
        within: Some(within.to_owned()),
    };
    let pair = |giver: &str, taker: &str, score: &str| PairEntry {
        giver: giver.to_owned(),
        taker: taker.to_owned(),
        score: score.parse().unwrap(),
        distance_m: None,
        travel_minutes: None,
    };
    let named = |giver: &str, taker: &str| RequiredEntry {
        giver: giver.to_owned(),
        taker: taker.to_owned(),
    };
    ProblemFile {
        giver_groups: vec![
            group("east", 2, 0, Some("trust"), false),
            group("north", 3, 3, Some("trust"), false),
            group("trust", 4, 0, None, false),
        ],
        givers: vec![
            giver("ash", 2, 2, "east"),
            giver("elm", 1, 0, "east"),
            giver("fir", 2, 0, "north"),
            giver("oak", 2, 1, "north"),
        ],
        taker_groups: vec![
            group("area", 5, 5, None, false),
            group("visit", 2, 0, Some("area"), true),
        ],
        takers: vec![
            taker("hill", 3, 2, "area"),
            taker("lead", 1, 1, "visit"),
            taker("peer", 2, 0, "visit"),
        ],
        pairs: vec![
            pair("ash", "hill", "0.1"),
            pair("ash", "lead", "0.9"),
            pair("ash", "peer", "0.8"),
            pair("elm", "hill", "0.35"),
            pair("elm", "peer", "0.7"),
            pair("fir", "hill", "-0.2"),
            pair("fir", "lead", "0.6"),
            pair("fir", "peer", "0.65"),
            pair("oak", "hill", "0.2"),
            pair("oak", "lead", "0.45"),
        ],
        required: vec![named("elm", "hill"), named("ash", "peer"), named("ash", "lead")],
        present: vec![named("elm", "hill"), named("fir", "hill")],
        change_price: "0.05".parse().unwrap(),
        ..ProblemFile::default()
    }
}

fn problem() -> Problem {
    stored_problem().to_builder().build().unwrap()
}

/// The way to each value inside, as a JSON pointer, with the value.
fn places(value: &Value, way: &str, found: &mut Vec<(String, Value)>) {
    found.push((way.to_owned(), value.clone()));
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{way}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{way}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// What may stand there by mistake.
fn changed(way: &str, value: &Value) -> Vec<Value> {
    // A price may have a neighbour that proves as much; one far away does not.
    let far = if way.contains("price") { 1_000_000 } else { 1 };
    match value {
        Value::Bool(is) => vec![json!(!is)],
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => vec![json!(whole + far), json!(whole - far)],
            (_, Some(number)) => {
                let far = f64::from(i32::try_from(far).unwrap());
                vec![json!(number + far), json!(number - far)]
            }
            _ => Vec::new(),
        },
        Value::String(text) => {
            let others = [
                "ash", "elm", "fir", "oak", "hill", "lead", "peer", "east", "north", "area", "visit",
            ];
            let codes = [
                "coverage",
                "score",
                "least_change",
                "giver",
                "taker",
                "capacity_taken",
                "forbidden",
                "group_full",
                "in_team_already",
                "no_candidate",
                "no_capacity",
                "no_gain",
                "shared_capacity_taken",
                "too_far",
                "too_few_candidates",
            ];
            let others = others.into_iter().chain(codes).chain(["", "nobody", OTHER_HASH]);
            others.filter(|other| other != text).map(Value::from).collect()
        }
        Value::Array(items) => {
            let without = (0..items.len()).map(|at| {
                let mut items = items.clone();
                items.remove(at);
                Value::from(items)
            });
            let twice = (0..items.len()).map(|at| {
                let mut items = items.clone();
                items.push(items[at].clone());
                Value::from(items)
            });
            without.chain(twice).collect()
        }
        Value::Object(fields) => {
            let without = fields.keys().map(|name| {
                let mut fields = fields.clone();
                fields.remove(name);
                Value::from(fields)
            });
            without.collect()
        }
        Value::Null => Vec::new(),
    }
}

/// Plans with one place changed that can still be read, each with what was changed.
fn plants(sound: &PlanFile) -> Vec<(String, PlanFile)> {
    let json = serde_json::to_value(sound).unwrap();
    let mut found = Vec::new();
    places(&json, "", &mut found);
    let mut plants = Vec::new();
    for (way, value) in found {
        for other in changed(&way, &value) {
            let mut json = json.clone();
            *json.pointer_mut(&way).unwrap() = other.clone();
            if let Ok(plan) = PlanFile::from_json(json.to_string().as_bytes()) {
                plants.push((format!("{}: {way}: {value} -> {other}", sound.objective), plan));
            }
        }
    }
    // What is left out where there is a default says the same.
    plants.retain(|(_, plan)| plan != sound);
    plants
}

fn sound_plans(problem: &Problem) -> [PlanFile; 3] {
    OBJECTIVES.map(|objective| {
        let plan = solve(problem, objective).to_file(problem);
        verify(problem, &plan).unwrap();
        assert!(plan.short.len() >= 2 && !plan.unmet.is_empty(), "{plan:#?}");
        plan
    })
}

#[test]
fn a_plan_that_is_changed_anywhere_is_refused() {
    let problem = problem();
    let mut reasons: BTreeSet<String> = BTreeSet::new();
    for sound in sound_plans(&problem) {
        let plants = plants(&sound);
        assert!(plants.len() > 400, "{}", plants.len());
        let mut passed = Vec::new();
        for (what, plan) in &plants {
            match verify(&problem, plan) {
                Ok(_) => passed.push(what.as_str()),
                Err(rejections) => {
                    let named = rejections.reasons().iter().map(|reason| format!("{reason:?}"));
                    reasons.extend(named.map(|it| it.split([' ', '{']).next().unwrap().to_owned()));
                }
            }
        }
        assert!(passed.is_empty(), "passed:\n{}", passed.join("\n"));
    }
    let expected = [
        "BoundNotReached",
        "NoSuchPair",
        "NotOptimal",
        "OtherBound",
        "OtherProblem",
        "OtherReason",
        "OtherScore",
        "OtherShort",
        "OtherTotal",
        "OtherUnits",
        "OtherUnmet",
        "PairTwice",
        "PriceBelowZero",
        "PriceMissing",
        "PriceOfOtherKind",
        "PriceTwice",
        "TooManyUnits",
        "TwiceInTeam",
        "UnknownId",
    ];
    assert_eq!(reasons.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

/// The same plan beside a problem of which one thing was changed.
#[test]
fn a_plan_for_other_limits_is_refused() {
    type Change = fn(&mut ProblemFile);
    let changes: [(&str, Change); 12] = [
        ("capacity", |it| it.givers[0].capacity += 1),
        ("minimum of a giver", |it| it.givers[1].minimum += 1),
        ("minimum of a taker", |it| it.takers[0].minimum -= 1),
        ("maximum of a group", |it| it.giver_groups[2].maximum += 1),
        ("minimum of a group", |it| it.taker_groups[0].minimum -= 1),
        ("team", |it| it.taker_groups[1].team = false),
        ("membership", |it| it.givers[1].within = Some("north".to_owned())),
        ("a group's membership", |it| it.taker_groups[1].within = None),
        ("required", |it| drop(it.required.pop())),
        ("present", |it| drop(it.present.pop())),
        ("price of a change", |it| {
            it.change_price = "0.06".parse().unwrap();
        }),
        ("score", |it| it.pairs[0].score = "0.11".parse().unwrap()),
    ];
    let problem = problem();
    for sound in sound_plans(&problem) {
        for (name, change) in &changes {
            let mut other = stored_problem();
            change(&mut other);
            let other = other.to_builder().build().unwrap();
            assert_ne!(other.hash(), problem.hash(), "{name}");
            let told = verify(&other, &sound).expect_err(name).to_string();
            assert!(told.contains("this is problem"), "{name}: {told}");
        }
    }
}
