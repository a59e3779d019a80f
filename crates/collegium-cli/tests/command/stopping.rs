//! Studies that stop by themselves: the same runs however they are carried out, and no more than it takes.

use crate::support::{files, place, run, text};
use std::{collections::BTreeMap, fs, path::Path};

/// A study of two points and two policies that stops where the mean wait is known.
fn plan(directory: &Path, at: &str, width: &str, replications: &str) -> String {
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/small.toml");
    let until = format!("wait_mean={width}");
    let ran = run(
        directory,
        [
            "simulate",
            "plan",
            scenario.to_str().expect("a path in UTF-8"),
            "--policies",
            "first_come,random",
            "--vary",
            "capacity.ratio=1,2",
            "--until-half-width",
            &until,
            "--replications",
            replications,
            "--out",
            at,
        ],
    );
    ran.done().out
}

fn tables(directory: &Path, at: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_but_runs(&directory.join(at));
    files.retain(|name, _| name != "study.toml");
    files
}

fn files_but_runs(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let runs = directory.join("runs");
    let aside = directory.with_extension("runs");
    fs::rename(&runs, &aside).expect("the runs are there");
    let found = files(directory);
    fs::rename(&aside, &runs).expect("they are put back");
    found
}

/// How often each point was repeated, by what the summary holds.
fn repeated(summary: &[u8]) -> BTreeMap<(String, String), Vec<u32>> {
    let mut found = BTreeMap::<_, Vec<u32>>::new();
    let mut rows = csv::Reader::from_reader(summary);
    for row in rows.records() {
        let row = row.expect("a row");
        let at = (row[1].to_owned(), row[2].to_owned());
        found
            .entry(at)
            .or_default()
            .push(row[4].parse().expect("a replication"));
    }
    found
}

#[test]
fn a_study_stops_where_its_means_are_known() {
    let temporary = place();
    let directory = temporary.path();
    assert!(plan(directory, "study", "20%", "5..150").contains("5 to 150 replications: 600 runs at most"));
    run(directory, ["simulate", "run", "study"]).done();
    assert!(
        run(directory, ["simulate", "merge", "study"])
            .done()
            .out
            .contains("stopping.csv")
    );
    let tables = tables(directory, "study");
    let repeated = repeated(&tables["summary.csv"]);
    let counts: Vec<_> = repeated.values().map(Vec::len).collect();
    // Both policies of a point alike, the first replications without a gap, more than the least, fewer than the most.
    let [one, other, third, fourth] = counts[..] else {
        panic!("{counts:?}")
    };
    assert_eq!((one, third), (other, fourth));
    assert_ne!(one, third, "points that are as hard as each other show nothing");
    for (replications, count) in repeated.values().zip(counts) {
        assert!((10..150).contains(&count), "{count}");
        assert!(
            replications
                .iter()
                .copied()
                .eq(0..u32::try_from(count).expect("few"))
        );
    }
    let stopping = String::from_utf8(tables["stopping.csv"].clone()).expect("text");
    assert_eq!(stopping.matches(",true\n").count(), 4, "{stopping}");
    // What is told to be known is what the summary holds.
    let mut rows = csv::Reader::from_reader(tables["summary.csv"].as_slice());
    let place = rows
        .headers()
        .expect("a header")
        .iter()
        .position(|it| it == "wait_mean")
        .expect("a measure");
    let rows = rows.records().map(|row| row.expect("a row"));
    let of_first = rows.filter(|row| row[1] == *"0" && row[2] == *"first_come");
    let waits: Vec<f64> = of_first.map(|row| row[place].parse().expect("a wait")).collect();
    let mean = waits.iter().sum::<f64>() / f64::from(u32::try_from(waits.len()).expect("few"));
    let mut known = csv::Reader::from_reader(tables["stopping.csv"].as_slice());
    let known = known.records().next().expect("a line").expect("a row");
    let told: f64 = known[4].parse().expect("a mean");
    assert!((told - mean).abs() < 1e-9, "{told} {mean}");
    // Nothing is done again, and nothing more.
    let again = run(directory, ["simulate", "run", "study"]).done().out;
    let runs: usize = repeated.values().map(Vec::len).sum();
    assert_eq!(again, format!("0 runs done, {runs} were done before\n"));
    run(directory, ["simulate", "report", "study"]).done();
    let page = text(&directory.join("study/report.html"));
    let said = format!("each repeated {} to {} times", one.min(third), one.max(third));
    assert!(page.contains(&said), "{said}");
}

#[test]
fn shards_and_threads_stop_at_the_same_replication() {
    let place = place();
    let place = place.path();
    let mut expected = None;
    for (shards, jobs) in [(1, "1"), (1, "4"), (3, "1"), (7, "2")] {
        let at = format!("study-{shards}-{jobs}");
        plan(place, &at, "20%", "5..150");
        let mut rounds = 0;
        loop {
            let waiting = (1..=shards).rev().filter(|shard| {
                let shard = format!("{shard}/{shards}");
                let asked = ["simulate", "run", &at, "--shard", &shard, "--jobs", jobs];
                run(place, asked).done().out.contains("run this one again")
            });
            rounds += 1;
            if waiting.count() == 0 {
                break;
            }
            assert!(rounds < 60);
        }
        run(place, ["simulate", "merge", &at]).done();
        // Runs that were not wanted in the end were never made.
        let runs = fs::read_dir(place.join(&at).join("runs"))
            .expect("the runs")
            .count();
        let found = (tables(place, &at), runs);
        let expected = expected.get_or_insert_with(|| found.clone());
        assert_eq!(expected.1, found.1, "{shards} shards, {jobs} at once");
        for (name, bytes) in &found.0 {
            assert_eq!(
                expected.0.get(name),
                Some(bytes),
                "{name}: {shards} shards, {jobs} at once"
            );
        }
    }
}

#[test]
fn what_is_never_known_well_enough_is_told() {
    let place = place();
    let place = place.path();
    plan(place, "study", "0.001", "3..9");
    let early = run(place, ["simulate", "merge", "study"]);
    early.refused(&["32 of 32 runs are not done"]);
    run(place, ["simulate", "run", "study"]).done();
    let merged = run(place, ["simulate", "merge", "study"]).done().out;
    assert!(merged.contains("36 runs in summary.csv"), "{merged}");
    assert!(
        merged.contains("2 of 2 points reached 9 replications before"),
        "{merged}"
    );
    // A file that is no row is named, not counted.
    fs::write(place.join("study/runs/0000003.summary.csv"), "3,0\n").expect("a place for it");
    run(place, ["simulate", "merge", "study"]).refused(&["0000003.summary.csv: this is no row of a summary"]);
}

#[test]
fn every_fault_of_the_rule_is_told_at_once() {
    let place = place();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/small.toml");
    let scenario = scenario.to_str().expect("a path in UTF-8");
    let plan = |rest: &[&str]| {
        let asked = [
            "simulate",
            "plan",
            scenario,
            "--policies",
            "random",
            "--out",
            "study",
        ];
        run(place.path(), asked.iter().chain(rest))
    };
    plan(&[
        "--until-half-width",
        "wait=5%",
        "--until-half-width",
        "wait_mean=-1",
        "--until-half-width",
        "in_need=1",
        "--until-half-width",
        "in_need=2",
        "--replications",
        "2..500",
    ])
    .refused(&[
        "no measure is named \"wait\"; there are in_need, waiting",
        "the half-width of wait_mean is -1 and must be above 0",
        "in_need is given more than one half-width",
        "it may stop after 2 replications, fewer than 3",
        "4 faults",
    ]);
    plan(&["--until-half-width", "wait_mean=5%", "--replications", "10..14"]).refused(&[
        "it takes 15 replications at the very least",
        "there are 14 at most",
    ]);
    plan(&[
        "--until-half-width",
        "wait_mean",
        "--until-half-width",
        "in_need=much",
    ])
    .refused(&[
        "--until-half-width wait_mean: no measure with a width",
        "--until-half-width in_need=much: no measure with a width",
        "--replications 10..500",
        "3 faults",
    ]);
    plan(&["--replications", "10..500"]).refused(&["nothing says when to stop"]);
    assert!(!place.path().join("study").exists());
}
