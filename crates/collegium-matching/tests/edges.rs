//! The stated limits: solved at the edge, a clear error one beyond, and no sum that overflows.

use collegium_matching::{
    objective::Objective,
    plan::file::PlanFile,
    problem::{Problem, ProblemBuilder, ProblemFile},
    revision::Revision,
    score::{Score, Total},
    solve::solve,
    table::Table,
    verify::verify,
};

const OBJECTIVES: [Objective; 3] = [Objective::Coverage, Objective::Score, Objective::LeastChange];
const LIMIT: i64 = Score::LIMIT.micros();

fn score(micros: i64) -> Score {
    Score::from_micros(micros).expect("within the limit")
}

fn built(builder: &ProblemBuilder) -> Problem {
    builder.build().expect("a sound problem")
}

/// The plan, after its proof was verified and it was written and read again.
fn proven(problem: &Problem, objective: Objective) -> PlanFile {
    let plan = solve(problem, objective);
    let stored = plan.to_file(problem);
    match verify(problem, &stored) {
        Ok(verified) => assert_eq!(verified.value, plan.value()),
        Err(rejections) => panic!("{objective}: {rejections}"),
    }
    let read = PlanFile::from_json(stored.to_json().as_bytes()).expect("what was written can be read");
    assert_eq!(read, stored);
    stored
}

/// Every pair of so many givers and takers, with what `micros` says of them.
fn complete(nodes: usize, units: u32, micros: impl Fn(usize, usize) -> i64) -> ProblemBuilder {
    let mut builder = Problem::builder();
    for giver in 0..nodes {
        builder.giver(&format!("g{giver:05}"), units);
        builder.taker(&format!("t{giver:05}"), units);
        for taker in 0..nodes {
            builder.pair(
                &format!("g{giver:05}"),
                &format!("t{taker:05}"),
                score(micros(giver, taker)),
            );
        }
    }
    builder
}

/// A chain: `t` can have giver `t` gladly, or giver `t + 1` most unwillingly. Who comes last has giver 0 alone, so
/// that all the others move.
fn chain(length: usize) -> ProblemBuilder {
    let mut builder = Problem::builder();
    builder.giver(&format!("g{length:05}"), 1).taker("last", 1);
    for link in 0..length {
        let taker = format!("t{link:05}");
        builder.giver(&format!("g{link:05}"), 1).taker(&taker, 1);
        builder.pair(&format!("g{link:05}"), &taker, Score::LIMIT);
        builder.pair(&format!("g{:05}", link + 1), &taker, score(-LIMIT));
    }
    builder.pair("g00000", "last", score(-LIMIT));
    builder
}

#[test]
fn scores_at_both_limits_to_the_last_place() {
    // Whoever gets the limit less one millionth loses exactly that.
    let builder = complete(3, 1, |giver, taker| match (giver, taker) {
        (0, 0) | (1, 1) => LIMIT,
        (0, 1) | (1, 0) => LIMIT - 1,
        (2, 2) => 1 - LIMIT,
        _ => -LIMIT,
    });
    let problem = built(&builder);
    let micros = |objective| proven(&problem, objective).score.micros();
    let limit = i128::from(LIMIT);
    assert_eq!(micros(Objective::Coverage), limit + 1);
    assert_eq!(micros(Objective::LeastChange), limit + 1);
    assert_eq!(micros(Objective::Score), 2 * limit);
    for text in [
        "1000000000",
        "-1000000000",
        "999999999.999999",
        "-1000000000.000000",
    ] {
        assert!(text.parse::<Score>().is_ok(), "{text}");
    }
    for text in ["1000000000.000001", "-1000000000.000001", "1000000001"] {
        let told = text.parse::<Score>().expect_err("beyond").to_string();
        assert_eq!(told, format!("{text} is beyond what is kept exact"));
    }
    for micros in [LIMIT + 1, -LIMIT - 1, i64::MAX, i64::MIN] {
        assert!(Score::from_micros(micros).is_err());
    }
}

#[test]
fn a_total_beyond_64_bits() {
    for sign in [1, -1] {
        let problem = built(&complete(100, 100, |_, _| sign * LIMIT));
        let plan = proven(&problem, Objective::Coverage);
        let total = i128::from(sign * LIMIT) * 10_000;
        assert!(i64::try_from(total).is_err());
        assert_eq!(plan.score, Total::from_micros(total));
        assert_eq!(plan.units, 10_000);
        let found = proven(&problem, Objective::Score).score;
        assert_eq!(found, Total::from_micros(total.max(0)));
    }
}

#[test]
fn a_path_whose_cost_is_beyond_64_bits() {
    // Each of them moves from one limit to the other.
    for length in [50, 5_000] {
        let problem = built(&chain(length));
        let plan = proven(&problem, Objective::Coverage);
        let moved = i128::try_from(length).expect("small") + 1;
        assert_eq!(i128::from(plan.units), moved);
        assert_eq!(plan.score, Total::from_micros(-moved * i128::from(LIMIT)));
        let stayed = proven(&problem, Objective::Score);
        assert_eq!(stayed.score, Total::from_micros((moved - 1) * i128::from(LIMIT)));
    }
}

#[test]
fn a_path_whose_cost_is_beyond_64_bits_with_a_minimum() {
    let mut builder = chain(600);
    builder.taker_minimum("last", 1);
    let problem = built(&builder);
    for objective in OBJECTIVES {
        let plan = proven(&problem, objective);
        assert_eq!(plan.objective_value.short, 0);
        // Under score taker 0 goes without, rather than all of them move.
        let limits = if objective == Objective::Score {
            599 - 1
        } else {
            -601
        };
        assert_eq!(
            plan.score,
            Total::from_micros(limits * i128::from(LIMIT)),
            "{objective}"
        );
        assert!(
            plan.assignments.iter().any(|it| it.taker == "last"),
            "{objective}"
        );
    }
}

#[test]
fn the_largest_capacities_and_demands() {
    let problem = built(&complete(3, u32::MAX, |giver, taker| {
        i64::try_from(giver * 3 + taker).expect("small") - 4
    }));
    assert_eq!(
        (problem.capacity(), problem.demand()),
        (3 * u64::from(u32::MAX), 3 * u64::from(u32::MAX))
    );
    let plan = proven(&problem, Objective::Coverage);
    assert_eq!((plan.units, plan.score.micros()), (9, 0));
    assert_eq!(plan.unmet[0].units, u32::MAX - 3);
    let plan = proven(&problem, Objective::Score);
    // The pair that scores nothing is used: equally good, and one unit more.
    assert_eq!((plan.units, plan.score.micros()), (5, 10));
    proven(&problem, Objective::LeastChange);
}

#[test]
fn the_largest_minimums_in_the_largest_groups() {
    let mut builder = complete(3, u32::MAX, |_, _| -LIMIT);
    builder
        .giver_group("inner", u32::MAX)
        .giver_group("outer", u32::MAX)
        .giver_in("inner", "outer");
    builder
        .taker_group("all", u32::MAX)
        .team("team", u32::MAX)
        .taker_in("team", "all");
    for at in 0..3 {
        let (giver, taker) = (format!("g{at:05}"), format!("t{at:05}"));
        builder
            .giver_minimum(&giver, u32::MAX)
            .taker_minimum(&taker, u32::MAX);
        builder
            .giver_in(&giver, "inner")
            .taker_in(&taker, if at == 0 { "all" } else { "team" });
    }
    builder
        .giver_minimum("outer", u32::MAX)
        .taker_minimum("all", u32::MAX);
    builder.require("g00000", "t00000");
    let problem = built(&builder);
    // Of nine pairs six are possible: a giver serves the team once.
    let short = 8 * u64::from(u32::MAX) - 4 * 6;
    for objective in OBJECTIVES {
        let plan = proven(&problem, objective);
        assert_eq!(
            (plan.objective_value.short, plan.units),
            (short, 6),
            "{objective}"
        );
        assert_eq!(plan.score, Total::from_micros(-6 * i128::from(LIMIT)));
    }
    let stored = serde_json::to_vec(&ProblemFile::of(&problem)).expect("JSON");
    let again = ProblemFile::from_json(&stored).expect("a problem").to_builder();
    assert_eq!(built(&again).hash(), problem.hash());
}

#[test]
fn a_unit_beyond_the_largest_is_told_in_a_table_and_in_json() {
    let mut builder = Problem::builder();
    builder
        .read_givers(Table {
            label: "givers.csv",
            bytes: b"giver,capacity\na,4294967295\nb,4294967296\n",
        })
        .read_takers(Table {
            label: "takers.csv",
            bytes: b"taker,demand,minimum\nc,1,4294967296\n",
        })
        .read_pairs(Table {
            label: "pairs.csv",
            bytes: b"giver,taker,score\na,c,1000000000\nb,c,-1000000000.000001\n",
        });
    assert_eq!(
        builder.build().expect_err("three are beyond").to_string(),
        "givers.csv:3: capacity: \"4294967296\" is not a whole number from 0 to 4294967295\n\
         takers.csv:2: minimum: \"4294967296\" is not a whole number from 0 to 4294967295\n\
         pairs.csv:3: score: -1000000000.000001 is beyond what is kept exact"
    );
    for (unit, score, is_read) in [
        ("4294967295", "1000000000", true),
        ("4294967296", "1000000000", false),
        ("-1", "1000000000", false),
        ("1", "1000000000.000001", false),
        ("1", "\"-1000000000.000001\"", false),
        ("1", "\"999999999.999999\"", true),
    ] {
        let json = format!(
            r#"{{"givers":[{{"id":"a","capacity":{unit}}}],"takers":[{{"id":"c","demand":1}}],
                "pairs":[{{"giver":"a","taker":"c","score":{score}}}]}}"#
        );
        let read = ProblemFile::from_json(json.as_bytes());
        assert_eq!(read.is_ok(), is_read, "{unit} {score}: {read:?}");
    }
}

#[test]
fn the_price_of_a_change_up_to_where_its_sum_with_a_score_is_one() {
    let mut builder = complete(2, 1, |giver, taker| if giver == taker { LIMIT } else { 0 });
    builder
        .present("g00000", "t00001")
        .present("g00001", "t00000")
        .change_price(Score::LIMIT);
    let problem = built(&builder);
    let plan = proven(&problem, Objective::LeastChange);
    // Two that stay are worth as much as two that are new: twice the limit.
    assert_eq!(
        plan.objective_value.score,
        Total::from_micros(2 * i128::from(LIMIT))
    );
    builder.present("g00000", "t00000");
    builder.change_price(score(1));
    let told = builder.build().expect_err("a sum beyond the limit").to_string();
    assert_eq!(told, "present pair 3: 0.000001 cannot be the price of a change");
    builder.change_price(Score::ZERO);
    proven(&built(&builder), Objective::LeastChange);
}

#[test]
fn a_revision_at_the_limits() {
    for objective in [Objective::Coverage, Objective::Score] {
        let problem = built(&complete(
            3,
            1,
            |giver, taker| if giver == taker { LIMIT } else { -LIMIT },
        ));
        let mut revision = Revision::of(&problem, objective).expect("a plain problem");
        let mut now = |change: &mut dyn FnMut(&mut Revision)| {
            change(&mut revision);
            let (problem, plan) = revision.plan().expect("a problem");
            assert_eq!(plan.value(), solve(&problem, objective).value(), "{objective}");
            assert_eq!(plan.value(), revision.value());
            verify(&problem, &plan.to_file(&problem)).expect("a proof");
        };
        now(&mut |it| drop(it.set_score("g00000", "t00000", score(-LIMIT)).expect("a pair")));
        now(&mut |it| drop(it.set_score("g00001", "t00000", Score::LIMIT).expect("a pair")));
        for units in [u32::MAX, 0, 1] {
            now(&mut |it| drop(it.set_capacity("g00001", units).expect("a giver")));
            now(&mut |it| drop(it.set_demand("t00002", u32::MAX - units).expect("a taker")));
        }
        now(&mut |it| it.add_giver("new", u32::MAX).expect("a new id"));
        now(&mut |it| drop(it.set_score("new", "t00002", Score::LIMIT).expect("a new pair")));
        now(&mut |it| drop(it.remove_pair("new", "t00002").expect("a pair")));
    }
}

#[test]
fn a_revision_along_a_path_beyond_64_bits() {
    let length = 5_000;
    let mut builder = chain(length);
    builder.taker("later", 0);
    let mut revision = Revision::of(&built(&builder), Objective::Coverage).expect("a plain problem");
    let all = Total::from_micros(-5_001 * i128::from(LIMIT));
    assert_eq!(revision.value().score, all);
    let back = revision.set_demand("last", 0).expect("a taker");
    assert_eq!(back.after.score, Total::from_micros(5_000 * i128::from(LIMIT)));
    assert_eq!(revision.set_demand("last", 1).expect("a taker").after.score, all);
}

#[test]
fn many_records_of_every_list() {
    // 2^31 of them cannot be tried; a hundred thousand of each can.
    let mut builder = Problem::builder();
    for at in 0..100_000 {
        let (giver, taker) = (format!("g{at}"), format!("t{at}"));
        builder
            .giver(&giver, u32::MAX)
            .taker(&taker, u32::MAX)
            .pair(&giver, &taker, Score::LIMIT);
    }
    let problem = built(&builder);
    let plan = solve(&problem, Objective::Coverage);
    assert_eq!(plan.value().units, 100_000);
    assert_eq!(
        plan.value().score,
        Total::from_micros(100_000 * i128::from(LIMIT))
    );
    let demand: u64 = plan.unmet().iter().map(|unmet| u64::from(unmet.units)).sum();
    assert_eq!(demand, 100_000 * u64::from(u32::MAX - 1));
    assert!(verify(&problem, &plan.to_file(&problem)).is_ok());
}
