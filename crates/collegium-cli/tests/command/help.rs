//! The help of every command.

use crate::support::{place, run};

const COMMANDS: [&[&str]; 31] = [
    &[],
    &["demo"],
    &["round"],
    &["match"],
    &["match", "verify"],
    &["protocol"],
    &["protocol", "list"],
    &["protocol", "show"],
    &["protocol", "check"],
    &["protocol", "diagram"],
    &["protocol", "diff"],
    &["apply"],
    &["serve"],
    &["schema"],
    &["log"],
    &["log", "check"],
    &["log", "show"],
    &["log", "replay"],
    &["log", "person"],
    &["log", "erase"],
    &["simulate"],
    &["simulate", "study"],
    &["simulate", "plan"],
    &["simulate", "calibrate"],
    &["simulate", "warm-up"],
    &["simulate", "run"],
    &["simulate", "merge"],
    &["simulate", "report"],
    &["simulate", "verify"],
    &["simulate", "odd"],
    &["simulate", "policies"],
];

#[test]
fn it_teaches_in_a_hundred_columns() {
    let place = place();
    for command in COMMANDS {
        let [help, short] = ["--help", "-h"].map(|help| {
            let help = run(place.path(), command.iter().chain(&[help]));
            help.done().out
        });
        assert!(help.contains("Example"), "{command:?} has no example:\n{help}");
        let start: String = short
            .lines()
            .next()
            .into_iter()
            .flat_map(|it| it.chars().take(25))
            .collect();
        assert!(start.len() == 25 && help.starts_with(&start), "{start}");
        for line in help.lines() {
            let columns = line.chars().count();
            assert!(columns <= 100, "{command:?}: {columns} columns: {line}");
        }
    }
}

#[test]
fn it_speaks_only_of_options_that_the_command_has() {
    let place = place();
    for command in COMMANDS {
        let help = run(place.path(), command.iter().chain(&["--help"])).done().out;
        // The top has no options of its own: its examples show those of the commands.
        if command.is_empty() {
            continue;
        }
        let spoken = |line: &str| {
            line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
                .filter(|word| word.starts_with("--"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        // What a case can be asked is listed by the command itself.
        let listed = match *command {
            ["simulate", "verify"] => run(place.path(), ["simulate", "verify", "--list"]).done().out,
            _ => String::new(),
        };
        let defined: Vec<_> = help
            .lines()
            .chain(listed.lines())
            .filter(|line| line.trim_start().starts_with('-'))
            .flat_map(spoken)
            .collect();
        for word in help.lines().flat_map(spoken) {
            assert!(defined.contains(&word), "{command:?} has no {word}:\n{help}");
        }
    }
}

#[test]
fn its_examples_run() {
    let place = place();
    let mut known = 0;
    // From the demo on: each example works with what those before it have left.
    for command in [&["demo"][..], &["log", "check"], &["log", "replay"]] {
        let help = run(place.path(), command.iter().chain(&["--help"])).done().out;
        let example = help
            .lines()
            .find_map(|line| line.trim().strip_prefix("collegium "))
            .expect("an example");
        let example = example.split("  ").next().expect("a command");
        run(place.path(), example.split(' ')).done();
        known += 1;
    }
    assert_eq!(known, 3);
}
