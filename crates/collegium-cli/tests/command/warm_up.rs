//! `collegium simulate warm-up`: how much of the beginning of a run to leave out.

use crate::support::{place, run, text};
use std::{fs, path::Path};

fn forgetful() -> String {
    text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../collegium-sim/tests/forgetful.toml"))
}

#[test]
fn a_beginning_that_differs_is_cut_and_drawn() {
    let place = place();
    let place = place.path();
    fs::write(place.join("forgetful.toml"), forgetful()).expect("a place for files");
    let asked = [
        "simulate",
        "warm-up",
        "forgetful.toml",
        "--replications",
        "5",
        "--every",
        "10",
    ];
    let verdict = run(place, asked.iter().chain(&["--json"])).done().json();
    let in_need = &verdict["found"][0];
    assert_eq!(in_need["measure"], "in_need");
    assert_eq!(in_need["series"].as_array().expect("a series").len(), 400);
    let days = in_need["days"].as_u64().expect("days");
    assert!((100..=500).contains(&days), "{days}");
    assert!(in_need["before"].as_f64() < in_need["after"].as_f64());
    let most = verdict["found"].as_array().expect("measures").iter();
    let most = most.map(|it| it["days"].as_u64().expect("days")).max();
    let told = run(place, asked).done().out;
    // A measure may not settle by chance of its own; then nothing is proposed.
    match verdict["days"].as_u64() {
        Some(days) => {
            assert_eq!(Some(days), most);
            let proposed = format!("warm_up = {{ value = {days}, unit = \"days\", source = \"MSER-5\" }}");
            assert!(
                told.contains(&proposed) && told.contains("leaves out 0, which is too little"),
                "{told}"
            );
        }
        None => assert!(told.contains("let the run be longer"), "{told}"),
    }
    let line = told
        .lines()
        .find(|line| line.starts_with("  in_need"))
        .expect("a line");
    let picture = line.split_whitespace().nth(1).expect("a picture");
    assert!(
        picture.find('█') > picture.find('│') && picture.contains('│') && picture.chars().count() == 25,
        "{line}"
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let place = place();
    let place = place.path();
    let short = forgetful().replace("value = 4000, unit", "value = 340, unit");
    fs::write(place.join("short.toml"), short).expect("a place for files");
    let asked = [
        "simulate",
        "warm-up",
        "short.toml",
        "--policies",
        "best,first_come,worst",
    ];
    run(place, asked).refused(&[
        "340 days have 48 spans of 7 days, and it takes 50",
        "no policy is named \"best\"",
        "no policy is named \"worst\"",
        "3 faults",
    ]);
    fs::write(
        place.join("faulty.toml"),
        forgetful().replace("value = 0.005", "value = -1"),
    )
    .expect("a place");
    run(place, ["simulate", "warm-up", "faulty.toml"]).refused(&["dynamics.relapse: is -1"]);
}
