//! The engine driven by lines of JSON: the conformance pack, and what is no command.

use crate::support::{place, run};
use std::{fs, path::Path};

fn pack() -> Vec<std::path::PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut files: Vec<_> = fs::read_dir(directory)
        .expect("the pack is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| !path.to_string_lossy().ends_with(".expected.jsonl"))
        .collect();
    files.sort();
    files
}

#[test]
fn every_story_of_the_conformance_pack_comes_out_as_expected_and_its_log_holds() {
    let place = place();
    let files = pack();
    assert!(!files.is_empty());
    for file in files {
        let file_name = file.to_string_lossy().into_owned();
        let told = run(place.path(), ["apply", &file_name, "--log", "log.jsonl"])
            .done()
            .out;
        let expected = file.with_extension("expected.jsonl");
        let expected = fs::read_to_string(&expected).expect("what is expected");
        for (line, (found, expected)) in told.lines().zip(expected.lines()).enumerate() {
            assert_eq!(found, expected, "{}:{}", file.display(), line + 1);
        }
        assert_eq!(told.lines().count(), expected.lines().count());
        run(place.path(), ["log", "check", "log.jsonl"]).done();
    }
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
