//! `collegium match` and `collegium match verify`.

use crate::support::{Ran, demo, names, place, run, text};
use serde_json::Value;
use std::{fs, path::Path};

const GIVERS: &str = "giver,capacity\nash,1\nelm,2\n";
const TAKERS: &str = "taker,demand\nfir/maths,1\noak,2\n";
const PAIRS: &str = "giver,taker,score\nash,fir/maths,0.9\nash,oak,0.5\nelm,fir/maths,0.7\nelm,oak,0.125\n";

fn write(here: &Path, files: [(&str, &str); 3]) {
    for (name, bytes) in files {
        fs::write(here.join(name), bytes).expect("a file can be written");
    }
}

fn problem(here: &Path) {
    write(here, [("g.csv", GIVERS), ("t.csv", TAKERS), ("p.csv", PAIRS)]);
}

const FILES: [&str; 6] = ["--givers", "g.csv", "--takers", "t.csv", "--pairs", "p.csv"];

fn solve(here: &Path, more: &[&str]) -> Ran {
    run(here, ["match"].iter().chain(&FILES).chain(more))
}

fn verify(here: &Path, more: &[&str]) -> Ran {
    run(here, ["match", "verify"].iter().chain(&FILES).chain(more))
}

#[test]
fn a_plan_is_printed_written_and_verified() {
    let place = place();
    let here = place.path();
    problem(here);
    let printed = solve(here, &[]).done().out;
    let told = solve(here, &["--out", "plan.json"]).done().out;
    assert_eq!(text(&here.join("plan.json")), printed);
    assert!(
        told.contains("3 of 3 units of demand met, score 1.325; nobody goes without"),
        "{told}"
    );
    let verified = verify(here, &["--plan", "plan.json"]).done().out;
    assert!(
        verified.contains("optimal: 3 units, score 1.325; objective coverage"),
        "{verified}"
    );
    let achieved = solve(here, &["--out", "plan.json", "--json"]).done().json();
    assert_eq!(
        achieved,
        verify(here, &["--plan", "plan.json", "--json"]).done().json()
    );
    let value = &achieved["objective_value"];
    assert_eq!(
        (&value["units"], value["score"].as_f64()),
        (&3.into(), Some(1.325))
    );
    assert_eq!(names(here).len(), 4, "no temporary file stays");
}

#[test]
fn timings_are_one_line_of_json_beside_the_plan() {
    let place = place();
    let here = place.path();
    problem(here);
    let ran = solve(here, &["--timings"]);
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok());
    assert_eq!(ran.err.lines().count(), 1);
    let timings: Value = serde_json::from_str(&ran.err).expect("timings are JSON");
    let keys: Vec<_> = timings.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["build_ms", "read_ms", "solve_ms", "write_ms"]);
    assert!(
        timings
            .as_object()
            .expect("an object")
            .values()
            .all(Value::is_number)
    );
}

#[test]
fn forbidden_pairs_are_not_made_and_belong_to_the_problem() {
    let place = place();
    let here = place.path();
    problem(here);
    fs::write(here.join("f.csv"), "giver,taker\nash,oak\nelm,oak\n").expect("a file");
    let told = solve(here, &["--forbid", "f.csv", "--out", "plan.json"])
        .done()
        .out;
    assert!(
        told.contains("1 of 3 units of demand met, score 0.9; 2 units unmet, at 1 taker"),
        "{told}"
    );
    verify(here, &["--forbid", "f.csv", "--plan", "plan.json"]).done();
    verify(here, &["--plan", "plan.json"]).refused(&["plan.json: "]);
}

#[test]
fn a_score_may_be_negative_and_the_objective_says_what_it_is_worth() {
    let place = place();
    let here = place.path();
    write(
        here,
        [
            ("g.csv", "giver,capacity\nash,2\n"),
            ("t.csv", "taker,demand\nfir,1\noak,1\n"),
            ("p.csv", "giver,taker,score\nash,fir,-0.000001\nash,oak,3\n"),
        ],
    );
    for (objective, units, score) in [("coverage", 2, 2.999_999), ("score", 1, 3.0)] {
        let plan = ["--objective", objective, "--out", "plan.json"];
        solve(here, &plan).done();
        let json = verify(here, &["--plan", "plan.json", "--json"]).done().json();
        assert_eq!(json["objective"], objective);
        assert_eq!(json["objective_value"]["units"], units);
        assert_eq!(json["objective_value"]["score"].as_f64(), Some(score));
    }
}

/// Everything a plan says can be changed, and is found out.
#[test]
fn a_plan_that_was_changed_is_rejected() {
    let place = place();
    let here = place.path();
    for (from, to) in [("givers", "g"), ("takers", "t"), ("pairs", "p")] {
        fs::copy(demo().join(format!("{from}.csv")), here.join(format!("{to}.csv"))).expect("a copy");
    }
    let plan: Value = serde_json::from_str(&text(&demo().join("plan.json"))).expect("a plan is JSON");
    fs::write(here.join("plan.json"), plan.to_string()).expect("a file");
    verify(here, &["--plan", "plan.json"]).done();
    let assignments = plan["assignments"].as_array().expect("assignments");
    let spare = plan["certificate"]["givers"]
        .as_array()
        .expect("prices")
        .iter()
        .map(|entry| &entry["id"])
        .find(|id| assignments.iter().all(|pair| pair["giver"] != **id))
        .expect("somebody in the demo has nothing to do");
    let changes: [(&str, Value); 14] = [
        ("/units", 99.into()),
        ("/score", 1.into()),
        ("/optimal", false.into()),
        ("/objective", "score".into()),
        ("/objective_value/score", 1.into()),
        ("/bound/units", 99.into()),
        ("/problem_hash", "0".repeat(64).into()),
        ("/assignments/0/score", 1.into()),
        ("/assignments/0/giver", spare.clone()),
        ("/assignments/0", assignments[1].clone()),
        ("/unmet/0/units", 7.into()),
        ("/unmet", Value::Array(Vec::new())),
        ("/certificate/givers/0/price/score", 1_000_000.into()),
        ("/certificate/takers/0/price/units", 5.into()),
    ];
    for (pointer, value) in changes {
        let mut changed = plan.clone();
        *changed.pointer_mut(pointer).expect("a plan has it") = value;
        fs::write(here.join("plan.json"), changed.to_string()).expect("a file");
        verify(here, &["--plan", "plan.json"]).refused(&["plan.json: "]);
    }
    let mut cut = plan.clone();
    cut["assignments"].as_array_mut().expect("assignments").pop();
    for text in [
        cut.to_string(),
        String::new(),
        "{}".to_owned(),
        "[]".to_owned(),
        plan.to_string() + "x",
    ] {
        fs::write(here.join("plan.json"), text).expect("a file");
        verify(here, &["--plan", "plan.json"]).refused(&["plan.json: "]);
    }
}

#[test]
fn tables_that_do_not_hold_are_told_with_every_fault() {
    let place = place();
    let here = place.path();
    let bad: [([&str; 3], &[&str]); 14] = [
        (["", TAKERS, PAIRS], &["g.csv:1: the table has no header"]),
        (
            ["giver\nash\n", TAKERS, PAIRS],
            &["g.csv:1", "\"capacity\" is missing"],
        ),
        (
            ["giver,capacity,colour\nash,1,red\n", TAKERS, PAIRS],
            &["\"colour\" is not known"],
        ),
        (
            ["giver,capacity,minimum\nash,1,2\n", TAKERS, PAIRS],
            &["the minimum 2 of \"ash\" is more than the 1"],
        ),
        (
            ["giver,capacity\nash,1\nash,2\n", TAKERS, PAIRS],
            &["g.csv:3", "listed already", "g.csv:2"],
        ),
        (
            ["giver,capacity\nash,one\nelm,-1\n", TAKERS, PAIRS],
            &["g.csv:2", "g.csv:3", "\"one\"", "\"-1\"", "2 faults"],
        ),
        (
            ["giver,capacity\nash,1.5\nelm,2\n", TAKERS, PAIRS],
            &["g.csv:2", "\"1.5\""],
        ),
        (
            ["giver,capacity\nash,1,\n", TAKERS, PAIRS],
            &["g.csv:2", "3 fields"],
        ),
        (["giver,capacity\n,1\n", TAKERS, PAIRS], &["the id is empty"]),
        (
            [GIVERS, TAKERS, "giver,taker,score\nyew,oak,1\nash,yew,1\n"],
            &["p.csv:2", "p.csv:3", "no giver \"yew\"", "no taker \"yew\""],
        ),
        (
            [
                GIVERS,
                TAKERS,
                "giver,taker,score\nash,oak,high\nelm,oak,0.1234567\n",
            ],
            &["p.csv:2", "p.csv:3"],
        ),
        (
            [GIVERS, TAKERS, "giver,taker,score\nash,oak,1\nash,oak,1\n"],
            &["p.csv:3", "listed already"],
        ),
        (
            [GIVERS, "taker,demand\nash,1\n", "giver,taker,score\nash,ash,1\n"],
            &["p.csv:2", "giver and taker"],
        ),
        ([GIVERS, "\u{0}\u{0}", "PK\u{3}\u{4}"], &["t.csv:1", "p.csv:1"]),
    ];
    for (tables, says) in bad {
        let [g, t, p] = tables;
        write(here, [("g.csv", g), ("t.csv", t), ("p.csv", p)]);
        solve(here, &["--out", "plan.json"]).refused(says);
        assert_eq!(names(here).len(), 3, "{tables:?}");
    }
    fs::write(here.join("g.csv"), b"giver,capacity\n\xe9,1\n").expect("a file");
    solve(here, &[]).refused(&["g.csv:2", "not UTF-8"]);
}

#[test]
fn tables_as_other_programs_write_them_are_read() {
    let place = place();
    let here = place.path();
    problem(here);
    let plain = solve(here, &[]).done().out;
    let quirks = [
        GIVERS.replace('\n', "\r\n"),
        format!("\u{feff}{GIVERS}"),
        "capacity,giver\n1,ash\n2,elm\n".to_owned(),
        "\"giver\",\"capacity\"\n\"ash\",\"1\"\n\n\"elm\",\"2\"".to_owned(),
        "giver,capacity\nelm,2\nash,1\n".to_owned(),
    ];
    for quirk in quirks {
        fs::write(here.join("g.csv"), &quirk).expect("a file");
        assert_eq!(solve(here, &[]).done().out, plain, "{quirk:?}");
    }
}

#[test]
fn files_that_are_not_there_are_all_told() {
    let place = place();
    let here = place.path();
    let says = ["g.csv", "t.csv", "p.csv", "f.csv", "No such file", "4 faults"];
    solve(here, &["--forbid", "f.csv"]).refused(&says);
    verify(here, &["--plan", "plan.json"]).refused(&["g.csv", "plan.json", "4 faults"]);
    problem(here);
    verify(here, &["--plan", "."]).refused(&["Is a directory"]);
}

#[test]
fn an_empty_problem_has_an_empty_plan() {
    let place = place();
    let here = place.path();
    write(
        here,
        [
            ("g.csv", "giver,capacity\n"),
            ("t.csv", "taker,demand\n"),
            ("p.csv", "giver,taker,score\n"),
        ],
    );
    let told = solve(here, &["--out", "plan.json"]).done().out;
    assert!(told.contains("0 of 0 units"), "{told}");
    verify(here, &["--plan", "plan.json"]).done();
}

#[test]
fn a_plan_takes_the_place_of_an_older_one_whole() {
    let place = place();
    let here = place.path();
    problem(here);
    fs::write(here.join("plan.json"), "older").expect("a file");
    fs::write(here.join("g.csv"), "giver,capacity\nash,?\n").expect("a file");
    solve(here, &["--out", "plan.json"]).refused(&["g.csv:2"]);
    assert_eq!(
        text(&here.join("plan.json")),
        "older",
        "a failure leaves it as it was"
    );
    problem(here);
    solve(here, &["--out", "plan.json"]).done();
    verify(here, &["--plan", "plan.json"]).done();
    fs::create_dir(here.join("directory")).expect("a directory");
    solve(here, &["--out", "directory"]).refused(&["directory", "name a file, not a directory"]);
    solve(here, &["--out", "nowhere/plan.json"]).refused(&["nowhere/plan.json"]);
    assert_eq!(names(here).len(), 5);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_devices_written_to() {
    let place = place();
    let here = place.path();
    problem(here);
    fs::write(here.join("kept.json"), "older").expect("a file");
    std::os::unix::fs::symlink("kept.json", here.join("link.json")).expect("a link");
    solve(here, &["--out", "link.json"]).done();
    assert!(here.join("link.json").is_symlink());
    verify(here, &["--plan", "kept.json"]).done();
    let ran = solve(here, &["--out", "/dev/stdout", "--timings"]);
    assert!(ran.out.starts_with("{\n"), "{}", ran.out);
    assert!(!Path::new("/dev/null").is_file());
    solve(here, &["--out", "/dev/null"]).done();
    assert!(!Path::new("/dev/null").is_file(), "it is still a device");
}

#[test]
fn minimums_and_kept_pairs_come_before_everything_else() {
    let place = place();
    let here = place.path();
    problem(here);
    fs::write(
        here.join("t.csv"),
        "taker,demand,minimum\nfir/maths,1,\noak,2,2\n",
    )
    .expect("a file");
    fs::write(here.join("k.csv"), "giver,taker\nelm,fir/maths\n").expect("a file");
    let more = ["--keep", "k.csv", "--out", "plan.json"];
    let told = solve(here, &more).done().out;
    assert!(told.contains("3 of 3 units of demand met, score 1.325"), "{told}");
    let verified = verify(here, &["--keep", "k.csv", "--plan", "plan.json"])
        .done()
        .out;
    assert!(verified.contains("optimal: 3 units, score 1.325"), "{verified}");
    // Without the pair that is kept it is another problem.
    verify(here, &["--plan", "plan.json"]).refused(&["the plan is for problem"]);

    // Ash can be in one place only.
    fs::write(here.join("k.csv"), "giver,taker\nash,fir/maths\nash,oak\n").expect("a file");
    let told = solve(here, &more).done().out;
    assert!(
        told.contains("1 short of minimums and pairs that must be made"),
        "{told}"
    );
    fs::write(here.join("k.csv"), "giver,taker\nash,yew\nelm,oak\nfir,oak\n").expect("a file");
    solve(here, &more).refused(&[
        "k.csv:2: taker: no taker \"yew\"",
        "k.csv:4: giver: no giver \"fir\"",
        "2 faults",
    ]);
}

#[test]
fn a_problem_of_json_can_have_teams_and_people_of_one_school() {
    let place = place();
    let here = place.path();
    let problem = r#"{
        "giver_groups": [{"id": "900100", "maximum": 2}],
        "givers": [
            {"id": "900100/ash", "capacity": 1, "within": "900100"},
            {"id": "900100/elm", "capacity": 2, "within": "900100"}
        ],
        "taker_groups": [{"id": "900200", "maximum": 2, "team": true}],
        "takers": [
            {"id": "900200/lead", "demand": 1, "within": "900200"},
            {"id": "900200/peer", "demand": 1, "within": "900200"}
        ],
        "pairs": [
            {"giver": "900100/elm", "taker": "900200/lead", "score": 0.9},
            {"giver": "900100/elm", "taker": "900200/peer", "score": 0.8},
            {"giver": "900100/ash", "taker": "900200/peer", "score": 0.2}
        ]
    }"#;
    fs::write(here.join("problem.json"), problem).expect("a file");
    let told = run(here, ["match", "--problem", "problem.json", "--out", "plan.json"])
        .done()
        .out;
    assert!(told.contains("2 of 2 units of demand met, score 1.1"), "{told}");
    let verified = run(
        here,
        [
            "match",
            "verify",
            "--problem",
            "problem.json",
            "--plan",
            "plan.json",
        ],
    )
    .done()
    .out;
    assert!(verified.contains("optimal: 2 units, score 1.1"), "{verified}");

    let wrong = problem.replace("\"within\": \"900200\"", "\"within\": \"900300\"");
    fs::write(here.join("problem.json"), wrong).expect("a file");
    let files = ["match", "--problem", "problem.json"];
    run(here, files).refused(&[
        "problem.json: taker 1: no group \"900300\"",
        "problem.json: taker 2",
        "2 faults",
    ]);
    run(here, files.into_iter().chain(["--givers", "g.csv"])).refused(&["cannot be used with"]);
    run(here, ["match", "--givers", "g.csv"]).refused(&["--takers", "--pairs"]);
}

#[test]
fn the_plan_that_is_at_work_stays_where_a_change_costs_more_than_it_brings() {
    let place = place();
    let here = place.path();
    write(
        here,
        [
            ("g.csv", "giver,capacity\nash,1\nelm,1\n"),
            ("t.csv", "taker,demand\nfir,1\noak,1\n"),
            (
                "p.csv",
                "giver,taker,score\nash,fir,0.5\nelm,oak,0.5\nash,oak,0.7\nelm,fir,0.6\n",
            ),
        ],
    );
    fs::write(here.join("k.csv"), "giver,taker\nash,fir\nelm,oak\nyew,oak\n").expect("a file");
    let least = |price: &str| {
        let more = [
            "--keep",
            "k.csv",
            "--objective",
            "least-change",
            "--change-price",
            price,
            "--out",
            "plan.json",
        ];
        let told = solve(here, &more).done().out;
        let check = ["--keep", "k.csv", "--change-price", price, "--plan", "plan.json"];
        let verified = verify(here, &check).done().out;
        assert!(verified.contains("objective least_change"), "{verified}");
        told
    };
    assert!(least("0.1").contains("score 1.3;"));
    assert!(least("0.2").contains("score 1;"));
    verify(
        here,
        &["--keep", "k.csv", "--change-price", "0.3", "--plan", "plan.json"],
    )
    .refused(&["is for problem"]);
    let more = [
        "--keep",
        "k.csv",
        "--objective",
        "least-change",
        "--change-price",
        "-1",
    ];
    solve(here, &more).refused(&["k.csv:2: -1 cannot be the price of a change"]);
    solve(here, &["--keep", "k.csv", "--change-price", "0.1"])
        .refused(&["--change-price says nothing under coverage"]);
}

#[test]
fn a_plan_is_explained_and_a_head_gets_a_shortlist() {
    let place = place();
    let here = place.path();
    problem(here);
    let ask = |more: &[&str]| run(here, ["match", more[0]].iter().chain(&FILES).chain(&more[1..]));
    let told = ask(&["explain", "--taker", "fir/maths", "--giver", "elm"])
        .done()
        .out;
    assert!(told.starts_with("fir/maths asks for 1 unit of support"), "{told}");
    assert!(told.contains("\n\nelm "), "{told}");
    assert_eq!(ask(&["explain", "--json"]).done().out.lines().count(), 2);
    ask(&["explain", "--taker", "yew", "--giver", "fir/maths"]).refused(&[
        "no taker \"yew\"",
        "no giver \"fir/maths\"",
        "2 faults",
    ]);

    // Nothing is lacking, so there is nothing to prove and nothing to change.
    let told = ask(&["explain", "--json"]).done().out;
    let more = ask(&["explain", "--json", "--proof", "--changes"]).done().out;
    assert_eq!(told, more);

    let told = ask(&["shortlist", "--taker", "fir/maths", "--exact"]).done().out;
    assert!(told.contains("elm") && told.contains("ash"), "{told}");
    let list = ask(&["shortlist", "--taker", "fir/maths", "--exact", "--json"])
        .done()
        .json();
    let givers = list["entries"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| it["giver"].as_str());
    assert_eq!(givers.collect::<Vec<_>>(), [Some("elm"), Some("ash")]);
    ask(&["shortlist", "--taker", "yew"]).refused(&["no taker \"yew\""]);
}

#[test]
fn what_is_lacking_is_proved_by_counting_and_what_would_help_was_tried() {
    let place = place();
    let here = place.path();
    problem(here);
    fs::write(here.join("t.csv"), "taker,demand\nfir/maths,1\noak,3\n").expect("a file");
    fs::write(here.join("g.csv"), "giver,capacity,minimum\nash,1,1\nelm,1,\n").expect("a file");
    fs::write(here.join("k.csv"), "giver,taker\nelm,oak\nelm,fir/maths\n").expect("a file");
    let ask = |more: &[&str]| {
        let files = FILES.iter().chain(&["--keep", "k.csv"]);
        run(here, ["match", "explain"].iter().chain(files).chain(more))
    };
    let told = ask(&["--proof", "--changes"]).done().out;
    for says in [
        "In every plan at least 2 units are lacking here. Wanted: 1 from elm for fir/maths, 3 for oak; together 4. To \
         be had for it, at most: 1 from elm, 1 from ash for oak; together 2.\n",
        "\n  If ash could give 1 unit more: 1 unit more here. All together: 1 unit more is given, score 0.325 more.",
        "\n\nelm must help oak, and does not. In every plan at least 1 unit is lacking here.",
        "\n  If elm did not have to help fir/maths: 1 unit more here.",
    ] {
        assert!(told.contains(says), "{says} is not in:\n{told}");
    }
    let lines = ask(&["--proof", "--changes", "--json"]).done().out;
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["proof"], Value::Null);
    ask(&["--most-changes", "3"]).refused(&["--changes"]);
}

const TEAM: &str = "group,maximum,minimum,within,team\nvisit,2,1,,yes\nall,3,,,\n";

#[test]
fn groups_teams_and_distances_are_said_in_tables() {
    let place = place();
    let here = place.path();
    write(
        here,
        [
            (
                "g.csv",
                "giver,capacity,within\nschool/ash,2,school\nschool/elm,1,school\nyew,1,\n",
            ),
            (
                "t.csv",
                "taker,demand,minimum,within\nlead,1,,visit\npeer,1,1,visit\noak,2,,\n",
            ),
            (
                "p.csv",
                "giver,taker,score,distance_m\nschool/ash,lead,0.9,100\nschool/ash,peer,0.8,100\n\
                 school/elm,peer,0.1,100\nyew,oak,0.9,42000\nschool/ash,oak,0.2,30000\n",
            ),
        ],
    );
    fs::write(here.join("gg.csv"), "group,maximum\nschool,2\n").expect("a file");
    fs::write(here.join("tg.csv"), TEAM).expect("a file");
    let more = [
        "--giver-groups",
        "gg.csv",
        "--taker-groups",
        "tg.csv",
        "--within",
        "30000",
    ];
    let with = |other: &[&'static str]| more.iter().chain(other).copied().collect::<Vec<_>>();
    // Ash is the best lead and the best peer, and is one of them only; the school lends two at once.
    let told = solve(here, &with(&["--out", "plan.json"])).done().out;
    assert!(told.contains("2 of 4 units of demand met, score 1;"), "{told}");
    verify(here, &with(&["--plan", "plan.json"])).done();
    let wider = [&more[..5], &["42000", "--plan", "plan.json"]].concat();
    verify(here, &wider).refused(&["the plan is for problem"]);
    let ask = with(&["--taker", "oak", "--proof", "--changes"]);
    let told = run(here, ["match", "explain"].iter().chain(&FILES).chain(&ask))
        .done()
        .out;
    assert!(
        told.contains("Beyond 30 km, the nearest would be yew, 42 km away."),
        "{told}"
    );
    assert!(told.contains("If yew could help oak, 42 km apart"), "{told}");
}

#[test]
fn every_fault_of_groups_and_distances_is_told_with_its_line() {
    let place = place();
    let here = place.path();
    write(
        here,
        [
            ("g.csv", "giver,capacity,within\nash,2,shool\nelm,1,school\n"),
            ("t.csv", "taker,demand,within\noak,2,visit\n"),
            (
                "p.csv",
                "giver,taker,score,distance_m,travel_minutes\nash,oak,0.9,far,\nelm,oak,0.8,,\n",
            ),
        ],
    );
    fs::write(
        here.join("gg.csv"),
        "group,maximum,minimum\nschool,1,2\nschool,3,\nelm,one,\n",
    )
    .expect("a file");
    fs::write(
        here.join("tg.csv"),
        "group,maximum,team,within\nvisit,2,perhaps,visit\n",
    )
    .expect("a file");
    let more = [
        "--giver-groups",
        "gg.csv",
        "--taker-groups",
        "tg.csv",
        "--within-minutes",
        "30",
    ];
    solve(here, &more).refused(&[
        "g.csv:2: no group \"shool\" is listed on that side",
        "p.csv:2: distance_m: \"far\" is not a whole number",
        "p.csv:3: how far apart giver \"elm\" and taker \"oak\" are is not known",
        "gg.csv:2: the minimum 2 of \"school\" is more than the 1",
        "gg.csv:3: \"school\" is listed already, at gg.csv:2",
        "gg.csv:4: maximum: \"one\" is not a whole number",
        "gg.csv:4: \"elm\" is listed already, at g.csv:3",
        "tg.csv:2: team: \"perhaps\" is neither yes nor no",
        "tg.csv:2: the group \"visit\" lies within itself",
    ]);
    // A group that cannot be read is told, and not that those in it name an unknown one.
    fs::write(here.join("gg.csv"), "group\nschool\n").expect("a file");
    let told = solve(here, &more).refused(&["gg.csv:1: the column \"maximum\" is missing"]);
    assert!(!told.err.contains("shool"), "{}", told.err);
    fs::write(here.join("gg.csv"), "group,maximum,team\nschool,3,no\n").expect("a file");
    solve(here, &more).refused(&["gg.csv:1: team: the column \"team\" is not known here"]);
    run(here, ["match", "--problem", "problem.json", "--within", "3"]).refused(&["cannot be used with"]);
}
