//! `collegium log`: every log that is written holds, and whatever is done to one is found.

use crate::support::{demo, log_lines, place, run};
use collegium::{
    cycle::{protocol::Protocol, rules::Rules},
    engine::check::{Check, LogFault},
};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

fn begun() -> Check {
    Check::new(Rules::compile(Protocol::standard()).expect("the standard protocol holds"))
}

/// The first fault of these lines after those that `check` has seen.
fn first_fault<'l>(mut check: Check, lines: impl IntoIterator<Item = &'l str>) -> Option<LogFault> {
    for line in lines {
        if let Err(fault) = check.line(line) {
            return Some(fault);
        }
    }
    check.finish().err()
}

/// For every line of the demo's log, its number from 1 with the check up to it.
fn at_every_line(lines: &[String], mut tamper: impl FnMut(usize, &Check)) {
    let mut check = begun();
    for (index, line) in lines.iter().enumerate() {
        tamper(index, &check);
        check.line(line).expect("the demo's log holds");
    }
    check.finish().expect("the demo's log holds");
}

#[test]
fn every_line_removed_doubled_or_swapped_is_named() {
    let lines = log_lines(demo());
    let named = |check: &Check, tampered: &[&str], rest: usize| {
        let rest = lines[rest..].iter().map(String::as_str);
        let fault = first_fault(check.clone(), tampered.iter().copied().chain(rest));
        fault.expect("the tampering is found").line
    };
    at_every_line(&lines, |index, check| {
        let line = index as u64 + 1;
        assert_eq!(named(check, &[], index + 1), line, "line {line} removed");
        let doubled = [lines[index].as_str(), lines[index].as_str()];
        assert_eq!(named(check, &doubled, index + 1), line + 1, "line {line} doubled");
        if let Some(next) = lines.get(index + 1) {
            let swapped = [next.as_str(), lines[index].as_str()];
            assert_eq!(
                named(check, &swapped, index + 2),
                line,
                "line {line} swapped with the next"
            );
        }
    });
}

#[test]
fn every_line_cut_short_is_named() {
    let lines = log_lines(demo());
    at_every_line(&lines, |index, check| {
        let line = &lines[index];
        for kept in [0, 1, line.len() / 2, line.len() - 1] {
            let fault = check.clone().line(&line[..kept]);
            let fault = fault.expect_err("a line that is cut is no entry");
            assert_eq!(fault.line, index as u64 + 1, "cut after {kept} bytes");
        }
    });
}

#[test]
fn an_end_cut_off_is_named() {
    let lines = log_lines(demo());
    at_every_line(&lines, |index, check| {
        let fault = check.clone().finish().expect_err("the end is missing");
        assert_eq!(fault.line, index as u64 + 1);
    });
}

/// Every other value that could stand where `value` stands.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => vec![Value::from(1)],
        Value::Bool(it) => vec![Value::from(!it)],
        Value::Number(it) => match it.as_u64() {
            Some(whole) => vec![Value::from(whole + 1), Value::from(u64::MAX), Value::from(-1)],
            None => vec![Value::from(0)],
        },
        Value::String(it) => {
            let last = if it.ends_with('1') { '2' } else { '1' };
            let mut changed = it.clone();
            changed.pop();
            changed.push(last);
            vec![Value::from(changed), Value::from(""), Value::Null]
        }
        Value::Array(_) | Value::Object(_) => Vec::new(),
    }
}

/// Where the values of a JSON text stand, as pointers; of a list only the first and the last.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            let ends = BTreeSet::from([0, items.len().saturating_sub(1)]);
            for (index, item) in items.iter().enumerate().filter(|(index, _)| ends.contains(index)) {
                leaves(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                leaves(field, &format!("{at}/{}", key.replace('/', "~1")), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// Changes each value of one entry of each type. Most could not have happened, and are named; the rest the
/// seal finds.
#[test]
fn every_value_changed_is_found() {
    let lines = log_lines(demo());
    let (mut seen, mut judged, mut sealed) = (BTreeSet::new(), 0, BTreeSet::new());
    at_every_line(&lines, |index, check| {
        let entry: Value = serde_json::from_str(&lines[index]).expect("a line is JSON");
        let kind = entry["type"].as_str().unwrap_or("seal").to_owned();
        if !seen.insert(kind.clone()) {
            return;
        }
        let mut pointers = Vec::new();
        leaves(&entry, "", &mut pointers);
        for pointer in pointers {
            let value = entry.pointer(&pointer).expect("it was just found");
            for other in others(value) {
                let mut changed = entry.clone();
                *changed.pointer_mut(&pointer).expect("it was just found") = other.clone();
                let changed = changed.to_string();
                let mut tampered = check.clone();
                match tampered.line(&changed) {
                    Err(fault) => {
                        assert_eq!(fault.line, index as u64 + 1, "{kind}{pointer} = {other}");
                        judged += 1;
                    }
                    // Judging on to the end is slow: one change of each type stands for those like it.
                    Ok(_) if sealed.insert(kind.clone()) => {
                        let rest = lines[index + 1..].iter().map(String::as_str);
                        let fault = first_fault(tampered, rest);
                        assert!(fault.is_some(), "{kind}{pointer} = {other} went unseen");
                    }
                    Ok(_) => assert_ne!(changed, lines[index]),
                }
            }
        }
    });
    assert!(seen.len() > 35, "{seen:?}");
    assert!(judged > 1000, "{judged}");
}

#[test]
fn what_could_not_have_happened_is_named() {
    let lines = log_lines(demo());
    let line_of = |code: &str| {
        let needle = format!("\"type\":\"{code}\"");
        let at = lines.iter().position(|line| line.contains(&needle));
        at.unwrap_or_else(|| panic!("the demo has no {code}"))
    };
    let planted: [(&str, &str, Value); 12] = [
        ("need_reported", "/type", Value::from("need_dreamt_of")),
        ("need_reported", "/version", Value::from(2)),
        ("need_reported", "/position", Value::from(1)),
        ("need_reported", "/seq", Value::from(9)),
        ("capacity_declared", "/role", Value::from("governor")),
        ("capacity_declared", "/data/offer/at_once", Value::from(0)),
        (
            "diagnosis_agreed",
            "/recorded",
            Value::from("2026-09-01T09:00:00.000"),
        ),
        ("plan_proposed", "/data/plan/units", Value::from(99)),
        ("plan_proposed", "/data/plan/assignments/0/score", Value::from(1)),
        ("plan_confirmed", "/role", Value::from("broker")),
        ("deployment_proposed", "/data/half_days", Value::from(60000)),
        ("reallocation_decided", "/data/outcome", Value::from("abolish")),
    ];
    for (code, pointer, value) in planted {
        let index = line_of(code);
        let mut entry: Value = serde_json::from_str(&lines[index]).expect("a line is JSON");
        let place = entry.pointer_mut(pointer);
        *place.unwrap_or_else(|| panic!("{code} has no {pointer}")) = value;
        let before = lines[..index].iter().map(String::as_str);
        let fault = first_fault(begun(), before.chain([entry.to_string().as_str()]));
        assert_eq!(
            fault.expect("the change is found").line,
            index as u64 + 1,
            "{code}{pointer}"
        );
    }
}

#[test]
fn the_command_names_file_line_and_remedy() {
    let place = place();
    let lines = log_lines(demo());
    let (last, seal) = (lines.len() - 1, lines.len());
    let mut removed = lines.clone();
    removed.remove(99);
    let mut first_removed = lines.clone();
    first_removed.remove(0);
    let mut unsealed = lines.clone();
    unsealed.pop();
    let mut doubled_seal = lines.clone();
    doubled_seal.push(lines[last].clone());
    let mut early_seal = lines.clone();
    early_seal.swap(last - 1, last);
    let mut edited_seal = lines.clone();
    edited_seal[last] = lines[last].replace("\"sha256\":\"", "\"sha256\":\"0");
    let mut miscounted = lines.clone();
    miscounted[last] = lines[last].replace("\"events\":", "\"events\":1");
    let whole = |lines: &[String]| lines.join("\n") + "\n";
    let untouched = whole(&lines);
    let tampered: [(&str, String, usize); 17] = [
        ("removed", whole(&removed), 100),
        ("first removed", whole(&first_removed), 1),
        ("no seal", whole(&unsealed), seal),
        ("seal twice", whole(&doubled_seal), seal + 1),
        ("seal too early", whole(&early_seal), last),
        ("seal edited", whole(&edited_seal), seal),
        ("seal miscounts", whole(&miscounted), seal),
        ("twice over", format!("{untouched}{untouched}"), seal + 1),
        ("a blank line at the end", format!("{untouched}\n"), seal + 1),
        ("a blank line at the start", format!("\n{untouched}"), 1),
        ("carriage returns", untouched.replace('\n', "\r\n"), 1),
        ("no line feed", untouched.trim_end().to_owned(), seal),
        ("empty", String::new(), 1),
        ("a byte-order mark", format!("\u{feff}{untouched}"), 1),
        ("another file", "giver,taker\n1,2\n".to_owned(), 1),
        (
            "a payload",
            untouched.replacen("\"data\":{", "\"data\":{\"x\":}", 1),
            1,
        ),
        (
            "another type",
            untouched.replacen("capacity_declared", "capacity_dreamt", 1),
            2,
        ),
    ];
    let path = place.path().join("log.jsonl");
    for (what, text, line) in tampered {
        fs::write(&path, text).expect("a file can be written");
        for command in ["check", "show", "replay"] {
            let ran = run(place.path(), ["log", command, "log.jsonl"]);
            assert_eq!(ran.code, 2, "{what}");
            assert!(
                !ran.err.contains("at line 1"),
                "{what}: one place, not two: {}",
                ran.err
            );
            ran.refused(&[&format!("log.jsonl:{line}: "), "help: "]);
        }
    }
}

/// A rating that could have been given as well: the log holds up to where it no longer adds up.
#[test]
fn a_rating_made_better_or_worse_is_found() {
    let place = place();
    let log = log_lines(demo()).join("\n") + "\n";
    for (from, to) in [("green", "amber"), ("red", "green"), ("amber", "red")] {
        let (from, to) = (format!("\"rating\":\"{from}\""), format!("\"rating\":\"{to}\""));
        assert!(log.contains(&from), "{from}");
        fs::write(place.path().join("log.jsonl"), log.replacen(&from, &to, 1)).expect("a file");
        run(place.path(), ["log", "check", "log.jsonl"]).refused(&["log.jsonl:"]);
    }
}

#[test]
fn what_is_no_text_is_no_log() {
    let place = place();
    let path = place.path().join("log.jsonl");
    let bytes: Vec<u8> = log_lines(demo()).join("\n").into_bytes();
    let mut latin = bytes.clone();
    latin[5000] = 0xE9;
    for (bytes, says) in [
        (&b"\x7fELF\x02\x01\x00\x00"[..], "NUL"),
        (&latin, "not UTF-8"),
        (&[0xff, 0xfe, b'{', b'"'], "not UTF-8"),
    ] {
        fs::write(&path, bytes).expect("a file can be written");
        run(place.path(), ["log", "check", "log.jsonl"]).refused(&["log.jsonl:1: ", says]);
    }
    run(place.path(), ["log", "check", "nowhere.jsonl"]).refused(&["nowhere.jsonl", "No such file"]);
    run(place.path(), ["log", "check", "."]).refused(&["Is a directory", "name a file"]);
}

#[test]
fn a_log_is_shown_line_by_line_and_by_school() {
    let log = demo().join("log.jsonl");
    let log = log.as_os_str();
    let entries = log_lines(demo()).len() - 1;
    let shown = run(demo(), ["log".as_ref(), "show".as_ref(), log]).done().out;
    assert_eq!(shown.lines().count(), entries);
    let declined = shown
        .lines()
        .find(|line| line.contains("deployment declined"))
        .expect("a decline");
    assert!(
        declined.contains(", from 9") && declined.contains(", because: "),
        "{declined}"
    );
    for line in run(demo(), ["log".as_ref(), "show".as_ref(), "--json".as_ref(), log])
        .done()
        .out
        .lines()
    {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        assert!(line["event"].is_string() && line["seq"].is_u64(), "{line}");
    }
}

#[test]
fn a_log_replays_to_the_figures_of_its_summary() {
    let log = demo().join("log.jsonl");
    let arguments = [
        "log".as_ref(),
        "replay".as_ref(),
        "--json".as_ref(),
        log.as_os_str(),
    ];
    let standing = run(demo(), arguments).done().json();
    let summary = crate::support::summary(demo());
    assert_eq!(standing["entries"], summary["events"]);
    assert_eq!(standing["schools"], summary["schools"]);
    assert_eq!(standing["deployments"], summary["deployments_by_phase"]);
    assert_eq!(standing["standing_violations"], summary["standing_violations"]);
    let count = |counts: &Value| -> u64 {
        let counts = counts.as_object().expect("counts by name").values();
        counts.filter_map(Value::as_u64).sum()
    };
    assert_eq!(count(&standing["decisions"]), count(&summary["reallocations"]));
    let checked = run(
        demo(),
        [
            "log".as_ref(),
            "check".as_ref(),
            "--json".as_ref(),
            log.as_os_str(),
        ],
    );
    assert_eq!(checked.done().json()["entries"], summary["events"]);
}
