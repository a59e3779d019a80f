//! `collegium simulate run --checkpoint-every`: runs that were killed go on from their policy's choices.

use crate::support::{command, files, place, run, said, text};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    thread,
    time::Duration,
};

fn plan(directory: &Path, at: &str, policies: [&str; 2]) {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/small.toml");
    let small = small.to_str().expect("a path in UTF-8");
    let asked = ["simulate", "plan", small, "--replications", "2", "--out", at];
    run(directory, asked.into_iter().chain(policies)).done();
}

/// Files in which choices are kept.
fn kept(directory: &Path, at: &str) -> Vec<PathBuf> {
    let runs = fs::read_dir(directory.join(at).join("runs"))
        .into_iter()
        .flatten();
    let paths = runs.map(|it| it.expect("an entry").path());
    paths
        .filter(|it| it.to_string_lossy().ends_with(".choices.json"))
        .collect()
}

fn tables(directory: &Path, at: &str) -> Vec<(String, Vec<u8>)> {
    run(directory, ["simulate", "merge", at]).done();
    let found = files_of(&directory.join(at));
    assert!(found.len() >= 6, "{found:?}");
    found
}

fn files_of(directory: &Path) -> Vec<(String, Vec<u8>)> {
    let runs = directory.join("runs");
    let aside = directory.with_extension("runs");
    fs::rename(&runs, &aside).expect("the runs are there");
    let found = files(directory).into_iter().collect();
    fs::rename(&aside, &runs).expect("they were there before");
    found
}

#[test]
fn rows_are_the_same_after_a_hundred_kills_in_mid_run() {
    let place = place();
    let policies = ["--policies", "random,nearest,worst_first@60,optimal"];
    plan(place.path(), "whole", policies);
    run(place.path(), ["simulate", "run", "whole", "--rows"]).done();
    plan(place.path(), "killed", policies);
    let mut in_mid_run = 0;
    for turn in 0..100 {
        let mut child = command(place.path())
            .args([
                "simulate",
                "run",
                "killed",
                "--rows",
                "--jobs",
                "1",
                "--checkpoint-every",
                "1",
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(1 + turn % 25));
        child.kill().unwrap();
        child.wait().unwrap();
        in_mid_run += u32::from(!kept(place.path(), "killed").is_empty());
    }
    assert!(in_mid_run > 0);
    run(place.path(), ["simulate", "run", "killed", "--rows"]).done();
    assert_eq!(kept(place.path(), "killed"), [] as [PathBuf; 0]);
    assert_eq!(tables(place.path(), "killed"), tables(place.path(), "whole"));
}

/// A program that remembers how often it chose, gives each need its nearest giver on every second choice, and
/// ends once where the file `fall` is there and it was asked so often.
const PROGRAM: &str = r#"
import json, os, sys
heard = open("heard", "a")
times = 0
for line in sys.stdin:
    said = json.loads(line)
    heard.write(next(iter(said)) + "\n")
    heard.flush()
    if "begin" in said:
        continue
    times += 1
    if "choose" in said:
        if times == 6 and os.path.exists("fall"):
            os.remove("fall")
            sys.exit()
        needs = said["choose"]["waiting"] if times % 2 else []
        pairs = [[it["need"], it["givers"][0][0]] for it in needs[:1] if it["givers"]]
        print(json.dumps({"placements": pairs}), flush=True)
"#;

#[test]
fn a_program_is_told_what_it_chose_and_not_asked_again() {
    let place = place();
    if std::process::Command::new("python3")
        .arg("--version")
        .output()
        .is_err()
    {
        said("skipped: there is no python3");
        return;
    }
    fs::write(place.path().join("program.py"), PROGRAM).unwrap();
    let policies = ["--policy-cmd", "python3 program.py"];
    let count = |word: &str| {
        let heard = text(&place.path().join("heard"));
        heard.lines().filter(|it| *it == word).count()
    };
    plan(place.path(), "whole", policies);
    run(place.path(), ["simulate", "run", "whole", "--jobs", "1"]).done();
    let asked = count("choose");
    assert!(asked > 20, "{asked}");

    plan(place.path(), "broken", policies);
    fs::write(place.path().join("heard"), "").unwrap();
    fs::write(place.path().join("fall"), "").unwrap();
    let once = [
        "simulate",
        "run",
        "broken",
        "--jobs",
        "1",
        "--checkpoint-every",
        "2",
    ];
    let ran = run(place.path(), once);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("it ended without an answer"), "{}", ran.err);
    assert_eq!(kept(place.path(), "broken").len(), 1);
    run(place.path(), once).done();
    // Four of its five answers were kept; the fifth and the sixth are asked for again.
    assert_eq!((count("chose"), count("choose")), (4, asked + 2));
    assert_eq!(tables(place.path(), "broken"), tables(place.path(), "whole"));
}

#[test]
fn what_is_kept_of_another_study_is_refused() {
    let place = place();
    plan(place.path(), "study", ["--policies", "first_come"]);
    fs::create_dir(place.path().join("study/runs")).unwrap();
    let of_another = r#"{"study_sha256":"00","run":0,"choices":[]}"#;
    for bytes in [of_another, "", "[1", "\u{0}"] {
        fs::write(place.path().join("study/runs/0000000.choices.json"), bytes).unwrap();
        let ran = run(place.path(), ["simulate", "run", "study"]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        assert!(
            ran.err.contains("no choices of run 0 of this study"),
            "{}",
            ran.err
        );
        assert!(ran.err.contains("remove it"), "{}", ran.err);
    }
}
