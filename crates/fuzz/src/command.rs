//! Commands to a cycle.

use crate::{
    story::{after, answers, asks, calendar, cycle_after},
    upcaster::same,
};
use collegium_cycle::{
    acts::{Command, Kind},
    chrono::{NaiveDate, NaiveDateTime},
    cycle::Cycle,
    decide::Accepted,
    rules::Rules,
};
use serde_json::Value;

/// Reads commands, each a line of JSON, and puts them to a cycle one after the other. A first line
/// `after 12` begins with a story's cycle after so many of its lines, under the default preset; hundreds
/// choose another preset. A line with a date alone goes to that day.
///
/// # Panics
/// Where a law does not hold: what was read is written and read again as the same, commands, events and the
/// whole cycle; an accepted command is recorded whole, first; what was accepted was among the actions; what
/// the cycle then holds can be asked for.
pub fn command(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let (lines, text) = after(text);
    let (rules, cycle) = cycle_after(lines / 100, lines % 100);
    let mut cycle = cycle.clone();
    let mut at = NaiveDate::from_ymd_opt(2026, 9, 16)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .expect("the day is in the calendar");
    for line in text.lines().take(40) {
        if let Ok(day) = line.parse::<NaiveDate>() {
            at = day.and_time(at.time());
        } else if let Some(command) = read(line) {
            put(&mut cycle, rules, &command, at);
        }
    }
}

fn read(line: &str) -> Option<Command> {
    let value: Value = serde_json::from_str(line).ok()?;
    let command = match serde_json::from_value::<Command>(value) {
        Ok(command) => command,
        Err(error) => {
            assert!(!error.to_string().is_empty(), "a fault without a word");
            return None;
        }
    };
    let written = serde_json::to_value(&command).expect("a command that was read can be written");
    let again = Command::read(command.act().code(), written.get("data").unwrap_or(&Value::Null));
    assert_eq!(again.as_ref(), Ok(&command), "a command is written as another");
    Some(command)
}

fn put(cycle: &mut Cycle, rules: &Rules, command: &Command, at: NaiveDateTime) {
    let before = cycle.clone();
    let outcome = asks(cycle, rules, command, at, 1).or_else(|_| asks(cycle, rules, command, at, 2));
    match outcome {
        Ok(accepted) => {
            recorded(command, &accepted);
            assert!(
                rules.protocol().allows(command.act()),
                "{} is left out and accepted",
                command.act()
            );
            let stored = serde_json::to_string(cycle).expect("a cycle can be written");
            let again: Cycle = serde_json::from_str(&stored)
                .unwrap_or_else(|error| panic!("what was written cannot be read: {error}\n{stored}"));
            assert_eq!(again, *cycle, "a cycle is written as another");
            answers(cycle, rules, at, calendar());
        }
        Err(refusal) => {
            assert_eq!(*cycle, before, "a refused command changes the cycle");
            assert!(!refusal.blockers.is_empty(), "refused for no reason");
            for blocked in &refusal.blockers {
                assert!(
                    !blocked.blocker.to_string().is_empty(),
                    "a blocker without a word"
                );
            }
            serde_json::to_string(&refusal).expect("a refusal can be written");
            if command.act().kind() == Kind::Fact {
                let roles = refusal.blockers.iter().map(|it| it.blocker.code());
                assert!(
                    roles.clone().all(|code| code != "role_missing"),
                    "a fact is refused for a role"
                );
            }
        }
    }
}

/// An accepted command is recorded whole and first; every event is written and read again as the same.
fn recorded(command: &Command, accepted: &Accepted) {
    let first = accepted.events.first();
    assert_eq!(
        first,
        Some(&command.event()),
        "an accepted command is not recorded whole"
    );
    assert_eq!(
        first.and_then(collegium_cycle::acts::Event::command).as_ref(),
        Some(command),
        "an event tells another command"
    );
    accepted.events.iter().for_each(same);
    serde_json::to_string(accepted).expect("what was accepted can be written");
}
