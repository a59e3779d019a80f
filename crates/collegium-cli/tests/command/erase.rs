//! A cycle is deleted at the end of its retention, and the rest of the log stands.

use crate::support::{place, run};
use std::{fs, path::Path};
use tempfile::TempDir;

const CYCLE: &str = "00000000-0000-0000-0000-000000000001";

fn pack() -> String {
    format!("{}/tests/conformance/retention.jsonl", env!("CARGO_MANIFEST_DIR"))
}

/// A place with `log.jsonl`, in which a cycle was erased, and `erased.jsonl`, from which it was taken out.
fn erased() -> TempDir {
    let place = place();
    run(place.path(), ["apply", &pack(), "--log", "log.jsonl"]).done();
    let told = run(
        place.path(),
        ["log", "erase", "log.jsonl", "--out", "erased.jsonl"],
    )
    .done()
    .out;
    assert_eq!(told, "21 entries taken out\n");
    place
}

fn lines(place: &Path, file: &str) -> Vec<String> {
    let text = fs::read_to_string(place.join(file)).expect("a file");
    text.lines().map(str::to_owned).collect()
}

fn check(place: &Path, lines: &[String]) -> crate::support::Ran {
    fs::write(place.join("tried.jsonl"), lines.join("\n") + "\n").expect("a file");
    run(place, ["log", "check", "tried.jsonl"])
}

#[test]
fn nothing_of_the_cycle_is_left_and_the_rest_still_holds() {
    let place = erased();
    let told = run(place.path(), ["log", "check", "erased.jsonl"]).done().out;
    assert!(told.starts_with("27 entries, 21 of them erased"), "{told}");
    let (before, after) = (
        lines(place.path(), "log.jsonl"),
        lines(place.path(), "erased.jsonl"),
    );
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        if before.contains(&format!("\"stream\":\"cycle/{CYCLE}\"")) {
            assert!(after.starts_with("{\"erased\":{\"position\":"), "{after}");
            assert!(!after.contains("actor") && !after.contains("2026"), "{after}");
        } else if !before.starts_with("{\"seal\"") {
            assert_eq!(before, after);
        }
    }
}

#[test]
fn what_is_erased_twice_is_the_same() {
    let place = erased();
    run(
        place.path(),
        ["log", "erase", "erased.jsonl", "--out", "again.jsonl"],
    )
    .done();
    assert_eq!(
        lines(place.path(), "erased.jsonl"),
        lines(place.path(), "again.jsonl")
    );
}

#[test]
fn a_stream_erased_in_part_or_without_a_record_is_found() {
    let place = erased();
    let (whole, erased) = (
        lines(place.path(), "log.jsonl"),
        lines(place.path(), "erased.jsonl"),
    );
    let is_erased = |line: &String| line.starts_with("{\"erased\"");
    let mut found = 0;
    for at in (0..erased.len()).filter(|at| is_erased(&erased[*at])) {
        let mut part = erased.clone();
        part[at].clone_from(&whole[at]);
        check(place.path(), &part).refused(&["tried.jsonl:"]);
        let mut part = whole.clone();
        part[at].clone_from(&erased[at]);
        check(place.path(), &part).refused(&["tried.jsonl:"]);
        let mut gone = erased.clone();
        gone.remove(at);
        check(place.path(), &gone).refused(&["tried.jsonl:"]);
        found += 1;
    }
    assert_eq!(found, 21);
    let untold: Vec<_> = erased
        .iter()
        .filter(|line| !line.contains("cycle_erased"))
        .cloned()
        .collect();
    check(place.path(), &untold).refused(&["is erased, and no entry says so"]);
}

#[test]
fn a_log_goes_on() {
    let place = erased();
    let opening = r#"{"id":"00000000-0000-0000-0000-00000000aaaa","at":"2032-10-01T09:00:00","actor":"00000000-0000-0000-0000-000000000001","roles":["broker"],"command":{"type":"in_cycle","data":{"cycle":"00000000-0000-0000-0000-000000000002","command":{"type":"open_cycle","data":{"school":"00000000-0000-0000-0000-000000000064","turn":2}}}}}"#;
    fs::write(place.path().join("more.jsonl"), opening).expect("a file");
    let told = run(
        place.path(),
        [
            "apply",
            "more.jsonl",
            "--from",
            "erased.jsonl",
            "--log",
            "longer.jsonl",
        ],
    );
    assert!(told.done().out.contains("cycle_opened"));
    let told = run(place.path(), ["log", "check", "longer.jsonl"]).done().out;
    assert!(told.starts_with("28 entries, 21"), "{told}");
}

#[test]
fn a_persons_entries_are_listed_and_none_of_an_erased_cycle() {
    let place = erased();
    let coordinator = "00000000-0000-0000-0000-000000000002";
    let listed = |log: &str, more: &[&str]| {
        let arguments = ["log", "person", log, coordinator];
        run(place.path(), arguments.iter().chain(more)).done().out
    };
    let told = listed("log.jsonl", &[]);
    assert!(told.lines().all(|line| line.ends_with("(actor)")), "{told}");
    assert_eq!(listed("erased.jsonl", &[]), "no entry speaks of this person\n");
    assert_eq!(listed("erased.jsonl", &["--json"]), "");
    let by_name = run(place.path(), ["log", "person", "log.jsonl", "Ms Example"]);
    assert!(
        by_name.code == 2 && by_name.err.contains("never by a name"),
        "{by_name:?}"
    );
    for line in listed("log.jsonl", &["--json"]).lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(line["speaks_of_them_as"][0], "actor");
    }
}
