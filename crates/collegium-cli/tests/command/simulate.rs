//! `collegium simulate`: studies come out the same however they are carried out.

use crate::support::{command, files, place, run, text};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    thread,
    time::Duration,
};

fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/small.toml")
}

/// Lays out a study of so many replications in `at`.
fn plan(directory: &Path, at: &str, replications: &str) {
    let scenario = small();
    let scenario = scenario.to_str().expect("a path in UTF-8");
    let policies = "first_come,worst_first@100,random,optimal,clairvoyant";
    let ran = run(
        directory,
        [
            "simulate",
            "plan",
            scenario,
            "--policies",
            policies,
            "--vary",
            "capacity.ratio=1,2",
            "--replications",
            replications,
            "--out",
            at,
        ],
    );
    assert!(ran.done().out.contains("2 points, 5 policies"));
}

/// The tables of a study, once merged.
fn merged(directory: &Path, at: &str) -> BTreeMap<String, Vec<u8>> {
    run(directory, ["simulate", "merge", at]).done();
    let runs = directory.join(at).join("runs");
    fs::rename(&runs, directory.join(format!("{at}-runs"))).expect("the runs are there");
    files(&directory.join(at))
}

#[test]
fn rows_are_the_same_whatever_the_shards_and_threads() {
    let place = place();
    let mut expected = None;
    for (shards, jobs) in [(1, "1"), (1, "2"), (2, "1"), (7, "2"), (64, "1")] {
        let at = format!("study-{shards}-{jobs}");
        plan(place.path(), &at, "2");
        // The last first: the order does not matter either.
        for shard in (1..=shards).rev() {
            let shard = format!("{shard}/{shards}");
            run(
                place.path(),
                [
                    "simulate", "run", &at, "--rows", "--shard", &shard, "--jobs", jobs,
                ],
            )
            .done();
        }
        let found = merged(place.path(), &at);
        assert!(found.len() >= 9, "{:?}", found.keys());
        let expected = expected.get_or_insert_with(|| found.clone());
        for (name, bytes) in &found {
            assert_eq!(
                expected.get(name),
                Some(bytes),
                "{name} with {shards} shards, {jobs} at once"
            );
        }
    }
}

#[test]
fn a_study_in_one_go_is_that_of_its_four_steps() {
    let place = place();
    let scenario = small();
    let asked = |policies| {
        let scenario = scenario.to_str().expect("a path in UTF-8");
        let vary = ["--vary", "capacity.ratio=1,2", "--replications", "2"];
        let study = [
            "simulate",
            "study",
            scenario,
            "--policies",
            policies,
            "--out",
            "one",
        ];
        run(place.path(), study.iter().chain(&vary))
    };
    let policies = "first_come,worst_first@100,random,optimal,clairvoyant";
    let first = asked(policies).done().out;
    assert!(first.contains("20 runs done\n"), "{first}");
    let again = asked(policies).done().out;
    assert!(again.contains("0 runs done, 20 were done before\n"), "{again}");
    // Another study does not take the place of one that is there.
    let found = |at: &str| {
        let at = place.path().join(at);
        let top = ["study.toml", "manifest.json", "summary.csv", "report.html"];
        let top = top.map(|name| fs::read(at.join(name)).expect("a file"));
        (top, files(&at.join("runs")))
    };
    let before = found("one");
    asked("random").refused(&["one"]);
    assert_eq!(found("one"), before);
    plan(place.path(), "four", "2");
    run(place.path(), ["simulate", "run", "four"]).done();
    run(place.path(), ["simulate", "merge", "four"]).done();
    run(place.path(), ["simulate", "report", "four"]).done();
    assert_eq!(found("four"), before);
}

#[test]
fn what_does_not_go_together_is_found_before_anything_is_laid_out() {
    let place = place();
    let swaps = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/study/swaps.toml");
    let asked = |policies, more: &[&str]| {
        let scenario = swaps.to_str().expect("a path in UTF-8");
        let study = [
            "simulate",
            "plan",
            scenario,
            "--policies",
            policies,
            "--out",
            "swaps",
        ];
        run(place.path(), study.iter().chain(more))
    };
    let one_way = [
        "point 1: optimal plans",
        "point 1: least_change@5 plans",
        "no replications",
    ];
    asked("on_arrival,optimal,least_change@5", &["--replications", "0"]).refused(&one_way);
    let until = ["--until-half-width", "in_need"];
    asked("nobody", &until).refused(&["nobody", "in_need"]);
    assert!(!place.path().join("swaps").exists());
    asked("on_arrival,first_come", &[]).done();
}

#[test]
fn rows_are_the_same_after_a_hundred_kills() {
    let place = place();
    plan(place.path(), "whole", "6");
    run(place.path(), ["simulate", "run", "whole"]).done();
    plan(place.path(), "killed", "6");
    let mut kills = 0;
    for turn in 0..100 {
        let mut child = command(place.path())
            .args(["simulate", "run", "killed", "--jobs", "2"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(1 + turn % 12));
        kills += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(kills > 0);
    // What a kill left half-written bears another name.
    let done = fs::read_dir(place.path().join("killed/runs")).map_or(0, |runs| {
        runs.filter(|it| {
            it.as_ref()
                .unwrap()
                .file_name()
                .to_string_lossy()
                .ends_with(".summary.csv")
        })
        .count()
    });
    let ran = run(place.path(), ["simulate", "run", "killed"]).done();
    let said = if done > 0 {
        format!("{} runs done, {done} were done before\n", 60 - done)
    } else {
        "60 runs done\n".to_owned()
    };
    assert_eq!(ran.out, said);
    assert_eq!(merged(place.path(), "killed"), merged(place.path(), "whole"));
}

#[test]
fn rows_are_those_of_every_build_on_every_machine() {
    let place = place();
    plan(place.path(), "study", "2");
    run(place.path(), ["simulate", "run", "study"]).done();
    let found = merged(place.path(), "study");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulate/summary.csv");
    let summary = String::from_utf8(found["summary.csv"].clone()).unwrap();
    assert_eq!(
        summary,
        text(&kept),
        "see .ci/run, which compares a release build with the same file"
    );
}

#[test]
fn what_is_done_is_not_done_again() {
    let place = place();
    plan(place.path(), "study", "1");
    let early = run(place.path(), ["simulate", "merge", "study"]).refused(&["10 of 10 runs are not done"]);
    assert_eq!(early.code, 2);
    assert_eq!(
        run(place.path(), ["simulate", "run", "study", "--shard", "1/2"])
            .done()
            .out,
        "5 runs done\n"
    );
    let again = run(place.path(), ["simulate", "run", "study"]).done();
    assert_eq!(again.out, "5 runs done, 5 were done before\n");
}

#[test]
fn every_fault_of_a_scenario_is_told_at_once() {
    let place = place();
    let faulty = text(&small())
        .replace(
            "relapse = { value = 0.3, unit = \"per_year\"",
            "relapse = { value = -0.3, unit = \"per_year\"",
        )
        .replace("sees = { value = 0.7", "sees = { value = 1.7")
        .replace("warm_up = { value = 0.5", "warm_up = { value = 5")
        .replace("ratio = { value = 2", "ratio = { value = 400")
        .replace("low = { value = 0.25", "low = { value = 0.5")
        .replace(
            "side = { value = 40, unit = \"kilometres\", source = \"assumption\"",
            "side = { value = 40, unit = \"days\", source = \"\"",
        );
    fs::write(place.path().join("faulty.toml"), faulty).unwrap();
    let asked = [
        "simulate",
        "plan",
        "faulty.toml",
        "--policies",
        "first_come",
        "--out",
        "study",
    ];
    run(place.path(), asked).refused(&[
        "dynamics.relapse: is -0.3",
        "noticing.data_check.sees: is 1.7, which is not between 0 and 1",
        "time.warm_up: is 5 years, and the whole run only 3 years",
        "capacity.ratio: asks for 401 schools, and there are 12",
        "severities: add up to 1.25, not 1",
        "land.side: is given in days, which does not fit here",
        "6 faults",
    ]);
    assert!(!place.path().join("study").exists());
    let small = small();
    let asked = [
        "simulate",
        "plan",
        small.to_str().unwrap(),
        "--policies",
        "first_come,best,worst",
        "--out",
        "study",
    ];
    run(place.path(), asked).refused(&[
        "no policy is named \"best\"",
        "no policy is named \"worst\"",
        "2 faults",
    ]);
    let asked = [
        "simulate",
        "plan",
        small.to_str().unwrap(),
        "--policies",
        "random",
        "--vary",
        "capacity.ration=1,2",
        "--vary",
        "choosing=never",
        "--out",
        "study",
    ];
    run(place.path(), asked).refused(&[
        "the scenario has no field \"capacity.ration\"",
        "choosing cannot be",
    ]);
}

#[test]
fn a_policy_can_be_a_program() {
    let place = place();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/study/longest_wait.py");
    let python = std::process::Command::new("python3").arg("--version").output();
    if python.is_err() {
        return;
    }
    let asked = format!("python3 {}", script.display());
    let small = small();
    let asked = [
        "simulate",
        "plan",
        small.to_str().unwrap(),
        "--policy-cmd",
        &asked,
        "--policy-cmd",
        "python3 -c print(1)",
        "--replications",
        "1",
        "--out",
        "study",
    ];
    run(place.path(), asked).done();
    let ran = run(place.path(), ["simulate", "run", "study"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(
        ran.err
            .contains("the policy print(1) could not choose: it answered \"1\""),
        "{}",
        ran.err
    );
    assert!(place.path().join("study/runs/0000000.summary.csv").exists());
}

#[test]
fn a_scenario_is_described_for_other_researchers() {
    let place = place();
    let small = small();
    let odd = run(place.path(), ["simulate", "odd", small.to_str().unwrap()]).done();
    for said in [
        "# A small trust: ODD",
        "7 Submodels",
        "| `capacity.ratio` | 2 | schools_per_school | assumption |",
    ] {
        assert!(odd.out.contains(said), "{said}");
    }
    let stress = run(
        place.path(),
        ["simulate", "odd", "--stress-des", small.to_str().unwrap()],
    )
    .done();
    assert!(stress.out.contains("4 Experimentation") && stress.out.contains("Philox"));
}

#[test]
fn cases_with_an_exact_answer_are_told_to_programs() {
    let place = place();
    let asked = [
        "simulate",
        "verify",
        "two-state",
        "--decline",
        "0.2",
        "--recovery=0.4",
        "--replications",
        "3",
        "--json",
    ];
    let verdict = run(place.path(), asked).done().json();
    assert_eq!(verdict["oracle"], "two-state");
    assert_eq!(
        verdict["parameters"],
        serde_json::json!({"decline": 0.2, "recovery": 0.4})
    );
    assert_eq!(verdict["accepted"], true);
    let result = &verdict["results"][0];
    let [analytic, simulated, half_width, z] =
        ["analytic", "simulated", "half_width", "z"].map(|it| result[it].as_f64().expect("a number"));
    assert!((analytic - 2.0 / 3.0).abs() < 1e-12 && (simulated - analytic).abs() < 0.1);
    assert!(half_width > 0.0 && z.abs() <= 4.0);
    let verify = |rest: &[&str]| run(place.path(), ["simulate", "verify"].iter().chain(rest));
    verify(&["erlang"]).refused(&["no case is named \"erlang\"; there are erlang-c, "]);
    verify(&["erlang-c", "--arrival", "9", "--service", "-1"])
        .refused(&["service is -1 and must be above 0"]);
    verify(&["erlang-c", "--servers", "many"]).refused(&["--servers is given no number"]);
    assert!(
        verify(&["--list"])
            .done()
            .out
            .contains("--servers      givers (default 3)")
    );
}

#[cfg(feature = "parquet")]
#[test]
fn tables_are_written_as_parquet_where_asked() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let place = place();
    plan(place.path(), "study", "1");
    run(place.path(), ["simulate", "run", "study", "--rows"]).done();
    run(place.path(), ["simulate", "merge", "study", "--parquet"]).done();
    for table in [
        "summary",
        "terms",
        "waits",
        "schools",
        "events",
        "allocations",
        "panel",
    ] {
        let lines = text(&place.path().join(format!("study/{table}.csv")))
            .lines()
            .count()
            - 1;
        let file = fs::File::open(place.path().join(format!("study/{table}.parquet"))).unwrap();
        let file = SerializedFileReader::new(file).unwrap();
        let whole = file.metadata().file_metadata();
        assert_eq!(usize::try_from(whole.num_rows()), Ok(lines), "{table}");
        let said = whole.key_value_metadata().unwrap();
        let of = |key: &str| said.iter().find(|it| it.key == key)?.value.as_deref();
        let manifest = text(&place.path().join("study/manifest.json"));
        assert!(manifest.contains(of("study_sha256").unwrap()));
        // Whatever the columns are, each but the study's own fields says what it is.
        let columns = whole.schema_descr().columns().iter();
        let said = columns
            .filter(|it| of(&format!("says:{}", it.name())).is_some())
            .count();
        assert!(said > 2, "{table}: {said}");
    }
}
