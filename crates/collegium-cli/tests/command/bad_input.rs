//! Registers, signals, rules and arguments that do not hold: every fault is told, and nothing is written.

use crate::support::{names, place, run};
use std::{fmt::Write, fs, path::Path};

const HEADER: &str =
    "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Easting,Northing\n";

fn write(directory: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(directory.join(name), bytes).expect("a file can be written");
}

/// A register of so many schools, with nothing wrong.
fn register(schools: u32) -> String {
    (1..=schools).fold(HEADER.to_owned(), |mut text, number| {
        let _ = writeln!(
            text,
            "{},School {number},Open,Primary,400000,300000",
            100_000 + number
        );
        text
    })
}

#[test]
fn what_is_no_register_is_told() {
    let place = place();
    let here = place.path();
    let second = "100001,Twice,Open,Primary,400000,300000\n";
    let registers: [(&str, Vec<u8>, &[&str]); 13] = [
        ("empty", Vec::new(), &["in.csv: the file is empty"]),
        ("header only", HEADER.into(), &["no rows"]),
        ("binary", b"\x7fELF\x02\x00\x00\x01".to_vec(), &["NUL"]),
        (
            "a spreadsheet",
            b"PK\x03\x04\x14\x00\x06\x00".to_vec(),
            &["spreadsheet"],
        ),
        ("UTF-16", b"\xff\xfeU\x00R\x00N\x00".to_vec(), &["UTF-16"]),
        (
            "one column missing",
            register(3).replace("URN,", "Number,").into(),
            &["column \"URN\"", "missing"],
        ),
        (
            "three columns missing",
            b"URN,Name\n100001,A\n".to_vec(),
            &[
                "EstablishmentName",
                "EstablishmentStatus (name)",
                "PhaseOfEducation (name)",
                "3 faults",
            ],
        ),
        (
            "twice",
            (register(3) + second).into(),
            &["in.csv:5", "URN 100001 stands on line 2 already"],
        ),
        (
            "letters",
            register(2).replace("400000,300000", "4O0000,300000").into(),
            &["in.csv:2", "in.csv:3", "\"4O0000\" is no number"],
        ),
        (
            "no URN",
            (register(1) + "x,No,Open,Primary,,\n").into(),
            &["in.csv:3", "\"x\" is no URN"],
        ),
        (
            "ragged",
            (register(1) + "100002,B,Open\n").into(),
            &["in.csv:3", "3 fields, the header 6"],
        ),
        (
            "an open quote",
            (register(1) + "100002,\"B,Open,Primary,,\n").into(),
            &["in.csv:3", "quot"],
        ),
        (
            "semicolons",
            register(2).replace(',', ";").into(),
            &["separated by"],
        ),
    ];
    for (what, bytes, says) in registers {
        write(here, "in.csv", &bytes);
        for play in [&[][..], &["--play"]] {
            let ran = run(here, ["round", "in.csv", "--out", "out"].iter().chain(play));
            assert_eq!(ran.code, 2, "{what}");
            ran.refused(says);
        }
        assert_eq!(names(here), ["in.csv"], "{what}");
    }
}

#[test]
fn two_hundred_faults_are_all_told() {
    let place = place();
    let here = place.path();
    write(here, "in.csv", register(200).replace("400000", "west"));
    let ran = run(here, ["round", "in.csv"]).refused(&["200 faults"]);
    for line in 2..=201 {
        assert!(ran.err.contains(&format!("in.csv:{line}, column")), "line {line}");
    }
    write(here, "in.csv", register(1200).replace("400000", "west"));
    run(here, ["round", "in.csv"]).refused(&["in.csv:1201, column", "1200 faults"]);
}

#[test]
fn faults_of_register_signals_and_rules_are_told_together() {
    let place = place();
    let here = place.path();
    write(here, "in.csv", register(2).replace("Primary", "Elementary"));
    write(here, "signals.csv", "URN,OverallAbs\n100001,much\n100001,4.0\n");
    write(
        here,
        "rules.toml",
        "name = \"x\"\nversion = \"one\"\nsurprise = 1\n",
    );
    let arguments = [
        "round",
        "in.csv",
        "--signals",
        "signals.csv",
        "--rules",
        "rules.toml",
        "--out",
        "out",
    ];
    run(here, arguments).refused(&[
        "in.csv:2",
        "in.csv:3",
        "signals.csv:",
        "rules.toml:",
        "Elementary",
    ]);
    let nowhere = ["round", "a.csv", "--signals", "b.csv", "--rules", "c.toml"];
    run(here, nowhere).refused(&["a.csv", "b.csv", "c.toml", "No such file", "check the path"]);
    run(here, ["round", "."]).refused(&["Is a directory", "name a file"]);
    run(here, ["round", "in.csv", "--rules", "in.csv"]).refused(&["in.csv:1"]);
    write(here, "latin.toml", b"name = \"\xe9\"");
    run(here, ["round", "in.csv", "--rules", "latin.toml"]).refused(&["latin.toml", "UTF-8"]);
    assert_eq!(names(here).len(), 4);
}

#[test]
fn links_carry_signals_and_tell_what_they_could_not() {
    let place = place();
    let here = place.path();
    write(here, "in.csv", register(3));
    let signals = "URN,RISE\n100091,1\n100092,1\n100093,1\n";
    write(here, "signals.csv", signals);
    let links = "URN,LinkURN,LinkType\n100091,100001,Successor\n100092,100002,Successor - merged\n";
    write(here, "links.csv", links);
    let round = [
        "round",
        "in.csv",
        "--signals",
        "signals.csv",
        "--links",
        "links.csv",
    ];
    let done = run(here, round.into_iter().chain(["--out", "out"]));
    assert_eq!(done.code, 0, "{}", done.err);
    for told in [
        "links carried 1 row of signals to the present school",
        "not carried: 1 row: merged with others",
        "not carried: 1 row: not in the register, and no link leads on",
    ] {
        assert!(done.err.contains(told), "{}", done.err);
    }
    let summary = fs::read_to_string(here.join("out/summary.json")).expect("a summary");
    let summary: serde_json::Value = serde_json::from_str(&summary).expect("JSON");
    let carried = serde_json::json!({"carried": 1, "not": {"merged": 1, "no_link": 1}});
    assert_eq!(summary["signals_carried"], carried);
    assert_eq!(summary["takers"], 1, "the row counts for the school of today");
    // Faults come together, and links without signals are of no use.
    write(here, "links.csv", "URN,LinkURN,LinkType\n100091,100001,Heir\n");
    write(here, "signals.csv", "URN,RISE\n1,1\n");
    run(here, round).refused(&["signals.csv:2", "links.csv:2", "\"Heir\"", "2 faults"]);
    run(here, ["round", "in.csv", "--links", "links.csv"]).refused(&["--signals"]);
    run(here, ["round", "x.csv", "--signals", "y.csv", "--links", "z.csv"])
        .refused(&["x.csv", "y.csv", "z.csv", "3 faults"]);
}

#[test]
fn filters_name_columns_that_are_there() {
    let place = place();
    let here = place.path();
    write(here, "in.csv", register(3));
    run(here, ["round", "in.csv", "--where", "Easting"]).refused(&["no column before an `=`"]);
    run(here, ["round", "in.csv", "--where", "=x"]).refused(&["no column before an `=`"]);
    run(here, ["round", "in.csv", "--where", "Town=X", "--where", "LA=Y"])
        .refused(&["\"Town\"", "\"LA\"", "2 faults"]);
    run(here, ["round", "in.csv", "--where", "URNs=1"]).refused(&["\"URNs\""]);
    let kept = run(
        here,
        [
            "round",
            "in.csv",
            "--json",
            "--where",
            "URN=100001",
            "--where",
            "URN=100003",
        ],
    );
    assert_eq!(kept.done().json()["schools"], 2);
    // A value that no row has is no fault: an empty plan, and a hint.
    let ran = run(here, ["round", "in.csv", "--where", "URN=1", "--out", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("no row has \"1\" under \"URN\""), "{}", ran.err);
    assert!(
        ran.out.contains("0 of 3 rows, 3 skipped") && ran.out.contains("empty"),
        "{}",
        ran.out
    );
    run(here, ["log", "check", "out/log.jsonl"]).done();
}

#[test]
fn a_network_of_one_is_planned_and_played() {
    let place = place();
    let here = place.path();
    let with_grade =
        register(1)
            .replace('\n', ",Inadequate\n")
            .replacen("Inadequate", "OfstedRating (name)", 1);
    write(here, "in.csv", with_grade);
    for play in [&[][..], &["--play", "--seed", "9"]] {
        let json = run(here, ["round", "in.csv", "--json"].iter().chain(play))
            .done()
            .json();
        assert_eq!((&json["takers"], &json["givers"]), (&1.into(), &0.into()));
        assert_eq!(json["capacity_ratio"], 0.0);
    }
}

#[test]
fn arguments_that_do_not_hold_are_told() {
    let place = place();
    let here = place.path();
    for (arguments, says) in [
        (&["round"][..], "<REGISTER.csv>"),
        (&["demo", "--seed", "-1"], "--seed"),
        (&["demo", "--seed", "18446744073709551616"], "too large"),
        (&["demo", "--schools", "many"], "--schools"),
        (&["demo", "--schools", "-1"], "--schools"),
        (&["demo", "--schools", "4294967296"], "--schools"),
        (&["demo", "--objective", "beauty"], "coverage, score"),
        (&["demonstrate"], "demonstrate"),
        (&["log", "chekc", "x"], "check"),
        (&["match"], "--givers"),
        (&["match", "--givers", "g.csv"], "--takers"),
        (&["match", "verify"], "--plan"),
    ] {
        let ran = run(here, arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
}
