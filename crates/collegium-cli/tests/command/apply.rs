//! The engine driven by lines of JSON: the conformance pack, and what is no command.

use crate::{
    conformance::{Story, stories},
    support::{place, run},
};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

#[test]
fn every_story_of_the_conformance_pack_comes_out_as_expected_and_its_log_holds() {
    let place = place();
    for story in stories() {
        let protocols = story.protocols();
        let at_hand = || protocols.iter().map(String::as_str);
        let file = story.commands_file();
        let apply = ["apply", &file, "--log", "log.jsonl"]
            .into_iter()
            .chain(at_hand());
        let told = run(place.path(), apply).done().out;
        let expected = story.expected();
        for (line, (found, expected)) in told.lines().zip(expected.lines()).enumerate() {
            assert_eq!(found, expected, "{}:{}", story.name, line + 1);
        }
        assert_eq!(told.lines().count(), expected.lines().count());
        let check = ["log", "check", "log.jsonl"].into_iter().chain(at_hand());
        run(place.path(), check).done();
    }
}

#[test]
fn every_command_is_taken_somewhere_in_the_pack() {
    let schema: Value =
        serde_json::from_str(&run(place().path(), ["schema", "commands"]).done().out).expect("JSON");
    let mut codes = BTreeSet::new();
    types(&schema, &mut codes);
    let (mut taken, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for story in stories() {
        for (command, answer) in story.commands().iter().zip(story.answers()) {
            let code = match command["command"]["type"].as_str() {
                Some("in_cycle") => &command["command"]["data"]["command"]["type"],
                _ => &command["command"]["type"],
            };
            if answer["events"].is_array() {
                taken.extend(["in_cycle", code.as_str().expect("a code")].map(str::to_owned));
            }
            let blockers = answer["refused"].as_array().into_iter().flatten();
            refused.extend(blockers.filter_map(|it| it["code"].as_str()).map(str::to_owned));
        }
    }
    assert_eq!(taken, codes);
    assert!(
        refused.len() >= 67,
        "{} codes of refusals: {refused:?}",
        refused.len()
    );
}

/// Every type that a tagged value of a schema can have.
fn types(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let kind = schema.pointer("/properties/type/const").and_then(Value::as_str);
            found.extend(kind.map(str::to_owned));
            fields.values().for_each(|it| types(it, found));
        }
        Value::Array(items) => items.iter().for_each(|it| types(it, found)),
        _ => {}
    }
}

#[test]
fn a_protocol_that_a_log_moves_to_and_nobody_hands_in_is_named() {
    let place = place();
    let story = Story::named("migration");
    let (protocols, file) = (story.protocols(), story.commands_file());
    let at_hand = || protocols.iter().map(String::as_str);
    run(
        place.path(),
        ["apply", &file, "--log", "log.jsonl"]
            .into_iter()
            .chain(at_hand()),
    )
    .done();
    run(place.path(), ["log", "check", "log.jsonl"]).refused(&[
        "log.jsonl:27: the cycle was moved to protocol default version 2",
        "which is not at hand",
        "pass that protocol, too, with --also",
    ]);
    run(
        place.path(),
        [
            "log",
            "check",
            "log.jsonl",
            "--also",
            "nowhere",
            "--protocol",
            "of_no_name",
        ],
    )
    .refused(&[
        "no protocol \"of_no_name\"",
        "no protocol \"nowhere\"",
        "2 faults",
    ]);
}

#[test]
fn a_line_that_is_no_command_is_told_and_nothing_is_applied() {
    let place = place();
    let lines = [
        "{}",
        "not json",
        r#"{"id":"00000000-0000-0000-0000-000000000001","at":"2026-09-07T09:00:00","actor":"00000000-0000-0000-0000-000000000002","roles":[],"command":{"type":"fly","data":{}}}"#,
        r#"{"id":"00000000-0000-0000-0000-000000000001","at":"2026-09-07T09:00:00","actor":"00000000-0000-0000-0000-000000000002","roles":[],"command":{"type":"in_cycle","data":{"cycle":"00000000-0000-0000-0000-000000000003","command":{"type":"pause_cycle","data":{"why":"rain"}}}}}"#,
    ];
    fs::write(place.path().join("commands.jsonl"), lines.join("\n")).expect("a file");
    run(place.path(), ["apply", "commands.jsonl", "--log", "log.jsonl"]).refused(&[
        "commands.jsonl:1: missing field `id`",
        "commands.jsonl:2:",
        "commands.jsonl:3: no command \"fly\" is known",
        "commands.jsonl:4: in_cycle: pause_cycle has no field why",
        "4 faults",
    ]);
    assert!(!place.path().join("log.jsonl").exists());
}
