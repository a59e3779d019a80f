//! Protocols listed, shown, checked, drawn and compared.

use crate::support::{place, run};
use std::fs;

#[test]
fn every_protocol_that_is_listed_can_be_shown_checked_drawn_and_copied() {
    let place = place();
    let listed = run(place.path(), ["protocol", "list"]).done().out;
    let names: Vec<_> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names.len(), 5, "{listed}");
    for name in names {
        let shown = run(place.path(), ["protocol", "show", name]).done().out;
        assert!(shown.contains(name) && shown.contains("Close cycle"), "{shown}");
        let drawn = run(place.path(), ["protocol", "diagram", name, "--machine", "need"])
            .done()
            .out;
        assert!(drawn.starts_with("stateDiagram-v2"), "{drawn}");
        let pin = run(place.path(), ["protocol", "check", name, "--json"])
            .done()
            .json();
        // A copy is the same protocol, as TOML and as JSON.
        for (form, file) in [("--toml", "copy.toml"), ("--json", "copy.json")] {
            let copy = run(place.path(), ["protocol", "show", name, form]).done().out;
            fs::write(place.path().join(file), copy).expect("a file");
            let again = run(place.path(), ["protocol", "check", file, "--json"])
                .done()
                .json();
            assert_eq!(again, pin, "{name} as {file}");
            let none = run(place.path(), ["protocol", "diff", name, file]).done().out;
            assert_eq!(none, "no difference\n");
        }
    }
}

#[test]
fn every_fault_is_told_with_its_line_and_what_to_do() {
    let place = place();
    let good = run(place.path(), ["protocol", "show", "default", "--toml"])
        .done()
        .out;
    let unreadable = good
        .replace("version = 1\n", "version = 1\ncolour = \"red\"\n")
        .replace(
            "roles = [\"adviser\", \"broker\"] }",
            "roles = [\"adviser\", \"broker\"], guards = [\"luck\"] }",
        );
    fs::write(place.path().join("ours.toml"), unreadable).expect("a file");
    run(place.path(), ["protocol", "check", "ours.toml"]).refused(&[
        "ours.toml:9: colour: unknown field",
        "steps.begin_diagnosis.guards[0]",
        "2 faults",
    ]);
    let contradictory = good.replace("commissioner = \"Commissioner\"\n", "").replace(
        "recommend_reallocation = { roles = [\"adviser\"] }",
        "recommend_reallocation = { roles = [\"commissioner\"] }",
    );
    fs::write(place.path().join("ours.toml"), contradictory).expect("a file");
    let faults = run(place.path(), ["protocol", "check", "ours.toml"]).refused(&[
        "there is no role \"commissioner\" in this protocol",
        "commissioner would decide on what it recommends itself",
        "let another role decide",
    ]);
    let lines = faults
        .err
        .lines()
        .filter(|line| line.starts_with("error: ours.toml:"))
        .count();
    assert!(lines >= 6, "{}", faults.err);
}

#[test]
fn a_difference_is_told_where_it_is() {
    let place = place();
    let good = run(place.path(), ["protocol", "show", "default", "--toml"])
        .done()
        .out;
    let changed = good.replace("visits_in_term = 2", "visits_in_term = 1");
    fs::write(place.path().join("ours.toml"), changed).expect("a file");
    let told = run(place.path(), ["protocol", "diff", "default", "ours.toml"])
        .done()
        .out;
    assert_eq!(told, "workload.visits_in_term: 2 → 1\n");
}

#[test]
fn what_is_not_there_is_told() {
    let place = place();
    run(place.path(), ["protocol", "check", "nowhere"])
        .refused(&["no protocol \"nowhere\"", "joiner-due-diligence"]);
    run(place.path(), ["protocol", "check", "nowhere.toml"]).refused(&["nowhere.toml"]);
    run(
        place.path(),
        ["protocol", "diagram", "default", "--machine", "engine"],
    )
    .refused(&["need", "deployment"]);
}
