//! `collegium simulate calibrate`: figures of a scenario, counted a second time from the register's text.

use crate::support::{place, real, run, said, text};
use collegium::{
    register::fictional::Recipe,
    sim::scenario::{Parameter, Scenario},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).expect("a file");
    let header = reader.headers().expect("a header").clone();
    let rows = reader.records().map(|record| {
        let record = record.expect("a row");
        let cells = header.iter().zip(&record);
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    });
    rows.collect()
}

/// A fictional register and its signals, as files.
fn fictional(directory: &Path) -> (PathBuf, PathBuf) {
    let made = Recipe::new(150, 7).make().expect("a register");
    let (register, signals) = (directory.join("gias.csv"), directory.join("signals.csv"));
    fs::write(&register, made.gias).expect("a place for files");
    fs::write(&signals, made.signals).expect("a place for files");
    (register, signals)
}

/// How serious a school's most serious need is, 1 to 4, by the rules that are built in, read by hand.
fn worst_need(school: &Row, signals: &Row) -> Option<usize> {
    let number = |column: &str| signals[column].trim_end_matches('%').parse::<f64>().ok();
    let grade = school["OfstedRating (name)"].to_lowercase();
    let mainstream = ["primary", "secondary", "all_through"].contains(&kind(school));
    let beyond_primary = ["secondary", "all_through"].contains(&kind(school));
    let low = |column: &&str| number(column).is_some_and(|it| it <= -5.0);
    let low = ["READPROG", "WRITPROG", "MATPROG"]
        .iter()
        .filter(|it| low(it))
        .count();
    if signals["RISE"] == "1" || ["inadequate", "serious weaknesses", "special measures"].contains(&&*grade) {
        Some(4)
    } else if grade == "requires improvement" {
        Some(3)
    } else if (beyond_primary && signals["p8_banding"] == "Well below average")
        || low >= 2
        || (mainstream && number("PPERSABS10").is_some_and(|it| it >= 40.0))
    {
        Some(2)
    } else {
        None
    }
}

/// Whether anything is told by which the school could be found in need; no list of names is.
fn is_told(school: &Row, signals: &Row) -> bool {
    let columns = ["READPROG", "WRITPROG", "MATPROG", "PPERSABS10"];
    let number = |column: &&str| signals[*column].trim_end_matches('%').parse::<f64>().is_ok();
    worst_need(school, signals).is_some()
        || !school["OfstedRating (name)"].is_empty()
        || signals["p8_banding"].to_lowercase().contains("average")
        || columns.iter().any(number)
}

fn kind(school: &Row) -> &'static str {
    match &*school["PhaseOfEducation (name)"] {
        "Primary" | "Middle deemed primary" => "primary",
        "Secondary" | "Middle deemed secondary" => "secondary",
        "All-through" => "all_through",
        "Nursery" => "nursery",
        "16 plus" => "sixteen_plus",
        _ => "special_or_other",
    }
}

#[track_caller]
fn is(found: Option<&Parameter>, expected: f64, says: &str) {
    let found = found.expect("it was counted");
    assert!((found.value - expected).abs() < 1e-9, "{found} is not {expected}");
    assert!(found.source.contains(says), "{}", found.source);
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "a hundred schools")]
fn figures_are_those_that_a_fictional_register_tells() {
    let place = place();
    let (register, signals) = fictional(place.path());
    let asked = [
        "simulate",
        "calibrate",
        "gias.csv",
        "--signals",
        "signals.csv",
        "--out",
        "ours.toml",
    ];
    let ran = run(place.path(), asked).done();
    let scenario = Scenario::from_toml(&text(&place.path().join("ours.toml"))).unwrap();
    scenario.check().unwrap();

    let signals_of: BTreeMap<_, _> = rows(&signals)
        .into_iter()
        .map(|row| (row["URN"].clone(), row))
        .collect();
    let schools = rows(&register);
    let judged_of = |name: &str| {
        let of = schools.iter().filter(|row| kind(row) == name);
        let judged = of.filter(|row| is_told(row, &signals_of[&row["URN"]]));
        judged.collect::<Vec<_>>()
    };
    // Kinds of which fewer than ten are told of stand together, or are counted nowhere.
    let names = scenario.schools.iter().map(|it| it.name.as_str());
    let (many, few): (Vec<_>, Vec<_>) = names
        .map(judged_of)
        .partition(|judged: &Vec<&Row>| judged.len() >= 10);
    let few = few.concat();
    assert!(!many.is_empty() && !few.is_empty(), "{}", few.len());
    let needs_of = |judged: &[&Row]| {
        let needs = judged
            .iter()
            .filter_map(|row| worst_need(row, &signals_of[&row["URN"]]));
        needs.collect::<Vec<_>>()
    };
    let told = many.iter().chain((few.len() >= 10).then_some(&few));
    let mut severities = [0; 4];
    for rank in told.flat_map(|judged| needs_of(judged)) {
        severities[rank - 1] += 1;
    }
    for counted in &scenario.schools {
        let of: Vec<_> = schools.iter().filter(|row| kind(row) == counted.name).collect();
        assert_eq!(counted.count as usize, of.len(), "{}", counted.name);
        let pupils: Vec<f64> = of
            .iter()
            .filter_map(|row| row["NumberOfPupils"].parse().ok())
            .collect();
        is(
            counted.pupils.as_ref(),
            pupils.iter().sum::<f64>() / pupils.len() as f64,
            "gias.csv (SHA-256 ",
        );
        let own = judged_of(&counted.name);
        let judged = if own.len() >= 10 { &own } else { &few };
        let share = counted.in_need_at_start.as_ref();
        if judged.len() >= 10 {
            is(
                share,
                needs_of(judged).len() as f64 / judged.len() as f64,
                "signals.csv (SHA-256 ",
            );
        } else {
            assert!(share.is_some_and(Parameter::is_assumption));
        }
        assert!(
            counted
                .turnover
                .as_ref()
                .is_some_and(|it| it.rate.is_assumption())
        );
    }
    let counted: usize = scenario.schools.iter().map(|it| it.count as usize).sum();
    assert_eq!(counted, schools.len());
    let in_need: u32 = severities.iter().sum();
    assert!(in_need > 10, "{severities:?}");
    let shares = scenario.severities.as_ref().unwrap();
    for (share, schools) in [&shares.low, &shares.moderate, &shares.high, &shares.urgent]
        .into_iter()
        .zip(severities)
    {
        is(
            Some(share),
            f64::from(schools) / f64::from(in_need),
            "default, version 1",
        );
    }

    let all: usize = scenario
        .schools
        .iter()
        .map(|it| needs_of(&judged_of(&it.name)).len())
        .sum();
    let told = format!("{all} in need by the rules");
    assert!(ran.out.contains(&told), "{}", ran.out);
}

#[test]
fn a_fictional_register_becomes_a_scenario_that_runs() {
    let place = place();
    fictional(place.path());
    let asked = ["simulate", "calibrate", "gias.csv", "--signals", "signals.csv"];
    run(place.path(), asked.iter().chain(&["--out", "ours.toml"])).done();
    let asked = [
        "simulate",
        "plan",
        "ours.toml",
        "--policies",
        "first_come,optimal",
        "--replications",
        "2",
        "--vary",
        "time.length=3",
        "--out",
        "study",
    ];
    run(place.path(), asked).done();
    assert_eq!(
        run(place.path(), ["simulate", "run", "study"]).done().out,
        "4 runs done\n"
    );
    run(place.path(), ["simulate", "merge", "study"]).done();
}

#[test]
#[expect(clippy::cast_precision_loss, reason = "a hundred schools")]
fn land_is_as_wide_as_schools_are_apart() {
    let place = place();
    let (register, _) = fictional(place.path());
    run(
        place.path(),
        ["simulate", "calibrate", "gias.csv", "--out", "ours.toml"],
    )
    .done();
    let scenario = Scenario::from_toml(&text(&place.path().join("ours.toml"))).unwrap();
    let schools = rows(&register);
    // Drawn evenly in a square, two schools are as far apart, in the mean of squares, as a third of its side's.
    let at = |row: &Row| {
        Some((
            row["Easting"].parse::<f64>().ok()?,
            row["Northing"].parse::<f64>().ok()?,
        ))
    };
    let places: Vec<_> = schools.iter().filter_map(at).collect();
    let square = |one: &(f64, f64), other: &(f64, f64)| (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2);
    let all: f64 = places
        .iter()
        .flat_map(|one| places.iter().map(move |other| square(one, other)))
        .sum();
    let side = (3.0 * all).sqrt() / places.len() as f64;
    is(
        scenario.land.as_ref().map(|it| &it.side),
        side.round() / 1_000.0,
        "gias.csv",
    );
}

#[test]
fn the_hash_is_the_one_that_others_compute() {
    let place = place();
    fictional(place.path());
    run(
        place.path(),
        ["simulate", "calibrate", "gias.csv", "--out", "ours.toml"],
    )
    .done();
    let Ok(sum) = Command::new("sha256sum")
        .arg(place.path().join("gias.csv"))
        .output()
    else {
        said("skipped: there is no sha256sum");
        return;
    };
    let sum = String::from_utf8(sum.stdout).unwrap();
    let told = format!("gias.csv (SHA-256 {})", sum.split(' ').next().unwrap());
    assert!(text(&place.path().join("ours.toml")).contains(&told), "{told}");
}

#[test]
fn what_is_not_told_stays_as_in_the_base() {
    let place = place();
    let header = "URN,EstablishmentName,PhaseOfEducation (name),EstablishmentStatus (name),LA (name)\n";
    let schools =
        ["900001", "900002", "900003", "900004"].map(|urn| format!("{urn},Ashby,Primary,Open,Larkshire\n"));
    fs::write(
        place.path().join("bare.csv"),
        header.to_owned() + &schools.concat(),
    )
    .unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/small.toml");
    let asked = [
        "simulate",
        "calibrate",
        "bare.csv",
        "--base",
        base.to_str().unwrap(),
        "--out",
        "bare.toml",
    ];
    run(place.path(), asked).done();
    let base = Scenario::from_toml(&text(&base)).unwrap();
    let found = Scenario::from_toml(&text(&place.path().join("bare.toml"))).unwrap();
    assert_eq!((found.schools[0].count, found.schools[0].areas), (4, 1));
    assert_eq!(found.schools[0].pupils, base.schools[0].pupils);
    assert_eq!(
        found.schools[0].in_need_at_start,
        base.schools[0].in_need_at_start
    );
    assert_eq!((found.severities, found.land), (base.severities, base.land));
}

#[test]
fn faults_of_all_files_are_told() {
    let place = place();
    fs::write(place.path().join("none.csv"), "URN,Name\n").unwrap();
    let asked = [
        "simulate",
        "calibrate",
        "none.csv",
        "--rules",
        "absent.toml",
        "--out",
        "x.toml",
    ];
    run(place.path(), asked).refused(&["none.csv", "absent.toml"]);
    // Nothing that a run could be of.
    let (register, _) = fictional(place.path());
    let asked = [
        "simulate",
        "calibrate",
        register.to_str().unwrap(),
        "--where",
        "LA (name)=Nowhere",
        "--out",
        "x.toml",
    ];
    let ran = run(place.path(), asked);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("has no school"), "{}", ran.err);
    assert!(!place.path().join("x.toml").exists());
}

#[test]
fn a_real_county_becomes_a_scenario_that_runs() {
    let (Some(register), Some(signals)) = (real("gias-lincolnshire.csv"), real("signals-lincolnshire.csv"))
    else {
        return;
    };
    let place = place();
    let asked = [
        Path::new("simulate"),
        Path::new("calibrate"),
        &register,
        Path::new("--signals"),
        &signals,
    ];
    let ran = run(
        place.path(),
        asked.into_iter().chain(["--out", "county.toml"].map(Path::new)),
    )
    .done();
    assert!(ran.out.contains("356 schools"), "{}", ran.out);
    let asked = [
        "simulate",
        "plan",
        "county.toml",
        "--policies",
        "first_come",
        "--replications",
        "1",
        "--vary",
        "time.length=3",
        "--out",
        "study",
    ];
    run(place.path(), asked).done();
    run(place.path(), ["simulate", "run", "study"]).done();
    run(place.path(), ["simulate", "merge", "study"]).done();
}
