//! `collegium demo`.

use crate::support::{adds_up, demo, figure, files, log_lines, names, place, run, summary};
use serde_json::Value;
use std::fs;

#[test]
fn it_ends_with_every_file() {
    let names: Vec<_> = files(demo()).into_keys().collect();
    let expected = [
        "givers.csv",
        "log.jsonl",
        "pairs.csv",
        "plan.json",
        "report.html",
        "summary.json",
        "takers.csv",
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_same_seed_and_start_give_the_same_bytes() {
    let place = place();
    let arguments = |out| ["demo", "--schools", "12", "--seed", "5", "--out", out];
    for out in ["one", "two/deep"] {
        run(place.path(), arguments(out)).done();
    }
    let one = files(&place.path().join("one"));
    assert_eq!(one, files(&place.path().join("two/deep")));
    run(
        place.path(),
        [
            "demo",
            "--seed",
            "2026",
            "--start",
            "2026-09-07",
            "--out",
            "default",
        ],
    )
    .done();
    assert_eq!(files(&place.path().join("default")), files(demo()));
    for (name, seed, start) in [("seed", "6", "2026-09-07"), ("start", "5", "2026-09-08")] {
        run(
            place.path(),
            [
                "demo",
                "--schools",
                "12",
                "--seed",
                seed,
                "--start",
                start,
                "--out",
                name,
            ],
        )
        .done();
        let other = files(&place.path().join(name));
        assert_ne!(one["log.jsonl"], other["log.jsonl"], "another {name}");
    }
}

#[test]
fn the_default_shows_a_decline_an_unmet_need_and_three_reallocations() {
    let summary = summary(demo());
    assert!(figure(&summary, "unmet") >= 1, "{summary}");
    let lines: Vec<Value> = log_lines(demo())
        .iter()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    let of = |code: &str| {
        let lines = lines.iter().filter(|line| line["type"] == code);
        lines.map(|line| &line["data"]).collect::<Vec<_>>()
    };
    assert!(!of("deployment_declined").is_empty());
    let mut outcomes: Vec<_> = of("reallocation_decided")
        .iter()
        .map(|data| data["outcome"].as_str().expect("an outcome"))
        .collect();
    outcomes.sort_unstable();
    outcomes.dedup();
    assert!(outcomes.len() >= 3, "{outcomes:?}");
    assert_eq!(
        figure(&summary, "events"),
        lines.len() as u64 - 1,
        "the seal is no event"
    );
    let mut told: Vec<_> = summary["reallocations"]
        .as_object()
        .expect("reallocations")
        .keys()
        .collect();
    told.sort_unstable();
    assert_eq!(told, outcomes);
}

#[test]
fn the_summary_has_every_figure_and_adds_up() {
    let summary = summary(demo());
    for key in [
        "schools",
        "skipped",
        "givers",
        "takers",
        "needs",
        "offers",
        "capacity_ratio",
        "units",
        "unmet",
        "score",
        "deployments",
        "events",
        "by_rule",
    ] {
        assert!(summary.get(key).is_some(), "{key}");
    }
    adds_up(&summary);
}

#[test]
fn networks_of_any_size_are_played() {
    let place = place();
    for schools in ["1", "2", "3", "4", "7"] {
        let ran = run(place.path(), ["demo", "--json", "--schools", schools]).done();
        adds_up(&ran.json());
        assert_eq!(figure(&ran.json(), "schools").to_string(), schools);
    }
    run(place.path(), ["demo", "--schools", "0"]).refused(&["--schools 0", "at least one school"]);
    run(place.path(), ["demo", "--schools", "100001"]).refused(&["--schools 100001", "100,000"]);
}

#[test]
fn any_seed_and_any_first_day_are_played() {
    let place = place();
    for seed in ["0", "18446744073709551615"] {
        run(place.path(), ["demo", "--schools", "9", "--seed", seed]).done();
    }
    for start in [
        "1600-01-01",
        "2024-02-29",
        "2026-07-25",
        "2026-12-25",
        "2027-04-15",
        "4000-12-31",
    ] {
        run(place.path(), ["demo", "--schools", "9", "--start", start]).done();
    }
    for start in ["2026-02-30", "tomorrow", "07-09-2026", "", "2026-9"] {
        let start = format!("--start={start}");
        run(place.path(), ["demo", &start]).refused(&["YYYY-MM-DD"]);
    }
    for start in [
        "0001-01-01",
        "1599-12-31",
        "4001-01-01",
        "+262142-12-31",
        "-0100-01-01",
    ] {
        let start = format!("--start={start}");
        run(place.path(), ["demo", &start]).refused(&["from 1600 to 4000"]);
    }
    assert!(names(place.path()).is_empty());
}

#[test]
fn an_empty_directory_is_filled() {
    let place = place();
    fs::create_dir(place.path().join("there")).expect("a directory");
    run(place.path(), ["demo", "--schools", "3", "--out", "there"]).done();
    assert_eq!(files(&place.path().join("there")).len(), 7);
    assert_eq!(names(place.path()), ["there"], "nothing is left beside it");
}
