//! The report of a simulation study, from the plan to the page.

use crate::support::{place, run, text};
use std::{fs, path::Path};

/// Twenty schools for three years, each number an assumption but one.
const SCENARIO: &str = r#"
name = "A few schools"
question = "Which policy?"
choosing = "each_term"

[time]
start = "2026-09-01"
length = { value = 3, unit = "years", source = "assumption" }

[[schools]]
name = "primary"
count = 20
in_need_at_start = { value = 0.3, unit = "share", source = "assumption" }

[schools.dynamics]
by = "rates"
relapse = { value = 0.4, unit = "per_year", source = "assumption" }
alone = { value = 0.2, unit = "per_year", source = "assumption" }
helped = { value = 1.5, unit = "per_year", source = "assumption" }

[noticing]
by = "at_once"

[capacity]
held_by = "schools"
reading = "one_in"
ratio = { value = 4, unit = "schools_per_school", source = "rule of thumb: 3 : 1 or 4 : 1" }

[land]
side = { value = 30, unit = "kilometres", source = "assumption" }
farthest = { value = 40, unit = "kilometres", source = "assumption" }
"#;

/// Lays a study out, as the arguments say.
fn planned(place: &Path, arguments: &[&str]) {
    fs::write(place.join("few.toml"), SCENARIO).expect("a place for files");
    let plan = ["simulate", "plan", "few.toml", "--out", "study"];
    run(place, plan.iter().chain(arguments)).done();
}

fn merged(place: &Path) {
    run(place, ["simulate", "run", "study"]).done();
    run(place, ["simulate", "merge", "study"]).done();
}

#[test]
fn a_study_is_planned_run_merged_and_told() {
    let place = place();
    let place = place.path();
    planned(
        place,
        &[
            "--policies",
            "first_come,optimal,clairvoyant",
            "--vary",
            "capacity.ratio=3,4",
            "--replications",
            "4",
        ],
    );
    merged(place);
    let told = run(place, ["simulate", "report", "study"]).done();
    assert_eq!(told.out, "study/report.html\n");
    let page = text(&place.join("study/report.html"));
    for says in [
        "A few schools",
        "Simulated: nobody real",
        "First come",
        "sees the truth: no policy for real use",
        "Ratio 3",
        "Ratio from 3 to 4",
        "7 of 8 numbers are assumptions",
        "rule of thumb: 3 : 1 or 4 : 1",
        "24: 3 policies at 2 settings, each repeated 4 times",
        "made-up places",
    ] {
        assert!(page.contains(says), "the page does not say: {says}");
    }
    run(place, ["simulate", "report", "study"]).done();
    assert_eq!(
        page,
        text(&place.join("study/report.html")),
        "the same bytes each time"
    );
}

#[test]
fn one_policy_run_once_is_told_without_a_verdict() {
    let place = place();
    let place = place.path();
    planned(place, &["--policies", "first_come", "--replications", "1"]);
    merged(place);
    run(place, ["simulate", "report", "study"]).done();
    let page = text(&place.join("study/report.html"));
    assert!(page.contains("One run cannot tell a difference from chance"));
    assert!(!page.contains("is best"));
}

#[test]
fn a_study_that_is_not_merged_says_what_to_do() {
    let place = place();
    let place = place.path();
    planned(place, &["--policies", "first_come", "--replications", "1"]);
    run(place, ["simulate", "report", "study"])
        .refused(&["study: the study is not merged yet", "collegium simulate merge"]);
    run(place, ["simulate", "report", "nowhere"]).refused(&["cannot read", "check the path"]);
    assert!(!place.join("study/report.html").exists());
}

#[test]
fn every_fault_of_the_tables_is_told() {
    let place = place();
    let place = place.path();
    planned(place, &["--policies", "first_come", "--replications", "2"]);
    merged(place);
    let edit = |name: &str, from: &str, to: &str| {
        let path = place.join("study").join(name);
        let whole = text(&path);
        assert!(whole.contains(from), "{name} has no {from:?}");
        fs::write(&path, whole.replacen(from, to, 1)).expect("a file");
    };
    edit("terms.csv", "\n0,0,0,", "\n7,0,0,");
    edit("terms.csv", "\n0,1,", "\n0,first,");
    edit("waits.csv", "severity,weeks", "severity,months");
    edit("schools.csv", "lent\n", "lent\n0,\n");
    let summary = text(&place.join("study/summary.csv"));
    let short = summary.lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
    fs::write(place.join("study/summary.csv"), short).expect("a file");
    run(place, ["simulate", "report", "study"]).refused(&[
        "summary.csv: 1 of 2 runs are missing",
        "waits.csv: there is no column \"weeks\"",
        "terms.csv: line 2: the study has no run 7",
        "terms.csv: line 3: term is \"first\", which is no number",
        "schools.csv: line 2",
        "5 faults",
    ]);
}

#[test]
fn tables_of_another_study_are_not_told() {
    let place = place();
    let place = place.path();
    planned(place, &["--policies", "first_come", "--replications", "1"]);
    merged(place);
    let study = text(&place.join("study/study.toml")).replace("A few schools", "Other schools");
    fs::write(place.join("study/study.toml"), study).expect("a file");
    run(place, ["simulate", "report", "study"]).refused(&["study.toml has changed since its tables"]);
}
