//! Output: for people, for machines, into pipes, onto full disks, and when the work is cut short.

use crate::support::{command, demo, files, names, place, run, text};
use std::{
    fs::{self, File},
    io::Read,
    process::Stdio,
    thread,
    time::Duration,
};

#[test]
fn the_summary_on_the_terminal_is_the_file() {
    let place = place();
    let ran = run(
        place.path(),
        ["demo", "--schools", "12", "--json", "--out", "here"],
    )
    .done();
    assert_eq!(ran.out, text(&place.path().join("here/summary.json")));
    assert_eq!(
        run(place.path(), ["demo", "--schools", "12", "--json"])
            .done()
            .out,
        ran.out,
        "with files or without"
    );
}

#[test]
fn without_a_terminal_there_are_no_colours_and_no_progress() {
    let place = place();
    let ran = run(place.path(), ["demo", "--schools", "40"]).done();
    assert!(!ran.out.contains(['\x1b', '\r']), "{:?}", ran.out);
    for arguments in [&["demo", "--schools", "0"][..], &["demo", "--nothing"], &[]] {
        let ran = run(place.path(), arguments);
        assert!(!ran.err.contains(['\x1b', '\r']), "{:?}", ran.err);
    }
}

#[test]
fn words_fit_their_numbers_and_say_what_comes_next() {
    let place = place();
    let small = run(place.path(), ["demo", "--schools", "1"]).done().out;
    assert!(small.contains("1 of 1 row, 0 skipped"), "{small}");
    assert!(small.contains("1 school with"), "{small}");
    assert!(small.contains("next: add --out"), "{small}");
    let out = run(place.path(), ["demo", "--schools", "1", "--out", "a b"])
        .done()
        .out;
    assert!(out.contains("next: open a b/report.html"), "{out}");
    for line in out.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    for arguments in [
        &["demo"][..],
        &["demo", "--json"],
        &["log", "show", "log.jsonl"],
        &[
            "match",
            "--givers",
            "givers.csv",
            "--takers",
            "takers.csv",
            "--pairs",
            "pairs.csv",
        ],
    ] {
        let mut child = command(demo())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command was built");
        drop(child.stdout.take());
        let mut err = String::new();
        let mut stderr = child.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut err).expect("words");
        let status = child.wait().expect("an end");
        assert!(
            status.success() && err.is_empty(),
            "{arguments:?}: {status} {err}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = || {
        Stdio::from(
            File::options()
                .write(true)
                .open("/dev/full")
                .expect("Linux has it"),
        )
    };
    let problem = [
        "match",
        "--givers",
        "givers.csv",
        "--takers",
        "takers.csv",
        "--pairs",
        "pairs.csv",
    ];
    for arguments in [
        &problem[..],
        &["demo", "--schools", "3"],
        &["log", "show", "log.jsonl"],
    ] {
        let output = command(demo())
            .args(arguments)
            .stdout(full())
            .output()
            .expect("the command was built");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(err.contains("standard output: No space left"), "{err}");
    }
    let ran = run(demo(), problem.iter().chain(&["--out", "/dev/full"]));
    ran.refused(&["/dev/full: No space left"]);
}

#[test]
fn killed_half_way_it_leaves_nothing_behind() {
    let place = place();
    let mut child = command(place.path())
        .args(["demo", "--schools", "20000", "--out", "round"])
        .stdout(Stdio::null())
        .spawn()
        .expect("the command was built");
    thread::sleep(Duration::from_millis(400));
    assert!(
        child.try_wait().expect("a child").is_none(),
        "twenty thousand schools take longer"
    );
    child.kill().expect("it can be killed");
    child.wait().expect("an end");
    assert_eq!(names(place.path()), Vec::<String>::new());
}

#[test]
fn a_directory_that_is_taken_is_left_alone() {
    let place = place();
    let at = |name: &str| place.path().join(name);
    fs::create_dir(at("taken")).expect("a directory");
    fs::write(at("taken/mine.txt"), "mine").expect("a file");
    fs::write(at("file"), "mine").expect("a file");
    for (out, says) in [
        ("taken", "taken exists and is not empty; nothing was written"),
        ("file", "file is not a directory; nothing was written"),
        ("file/below", "file/below is not a directory"),
        (".", "cannot take the place of \".\""),
        ("..", "cannot take the place of"),
        ("/", "cannot take the place of"),
    ] {
        // Told at once: a register that is not there is not even looked for.
        run(place.path(), ["round", "nowhere.csv", "--out", out]).refused(&[says, "choose a new directory"]);
        run(place.path(), ["demo", "--schools", "3", "--out", out]).refused(&[says]);
    }
    assert_eq!(files(&at("taken")).len(), 1);
    assert_eq!(text(&at("file")), "mine");
    assert_eq!(names(place.path()).len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_may_write_is_told_and_nothing_stays() {
    let place = place();
    run(
        place.path(),
        ["demo", "--schools", "3", "--out", "/proc/here/round"],
    )
    .refused(&["cannot write to /proc/here"]);
    let problem = [
        "match",
        "--givers",
        "givers.csv",
        "--takers",
        "takers.csv",
        "--pairs",
        "pairs.csv",
        "--out",
    ];
    let ran = run(demo(), problem.iter().copied().chain(["/proc/plan.json"]));
    ran.refused(&["cannot write /proc/plan.json"]);
    // A name that no file system takes: the directories made on the way go again.
    let long = format!("new/deep/{}", "n".repeat(300));
    run(place.path(), ["demo", "--schools", "3", "--out", &long]).refused(&["File name too long"]);
    assert_eq!(names(place.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_link_to_an_empty_directory_stays_a_link() {
    let place = place();
    fs::create_dir(place.path().join("there")).expect("a directory");
    std::os::unix::fs::symlink("there", place.path().join("link")).expect("a link");
    run(place.path(), ["demo", "--schools", "3", "--out", "link"]).done();
    assert!(place.path().join("link").is_symlink());
    assert_eq!(files(&place.path().join("there")).len(), 7);
    for out in ["new/", "./newer", "there/../newest"] {
        run(place.path(), ["demo", "--schools", "3", "--out", out]).done();
    }
    assert_eq!(names(place.path()).len(), 5);
}

#[cfg(unix)]
#[test]
fn files_are_as_private_as_the_user_asks() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let place = place();
    let shell = format!(
        "umask 077; exec {} demo --schools 3 --out private",
        env!("CARGO_BIN_EXE_collegium")
    );
    let status = std::process::Command::new("sh")
        .arg0("sh")
        .args(["-c", &shell])
        .current_dir(place.path())
        .stdout(Stdio::null())
        .status()
        .expect("a shell");
    assert!(status.success());
    let mode = |path: &str| {
        let there = fs::metadata(place.path().join(path)).expect("it was written");
        there.permissions().mode() & 0o777
    };
    assert_eq!((mode("private"), mode("private/log.jsonl")), (0o700, 0o600));
}
