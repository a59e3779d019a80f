//! A protocol as somebody wrote it.

use collegium_cycle::{
    acts::Act,
    chrono::NaiveDateTime,
    context::Context,
    cycle::Cycle,
    protocol::{NotAProtocol, Preset, Protocol, diff::diff, hash::hash},
    rules::Rules,
};
use collegium_engine::model::{calendar::SchoolCalendar, code::Role, id::PersonId, uuid::Uuid};
use std::sync::LazyLock;

static STANDARD: LazyLock<Protocol> = LazyLock::new(|| Preset::DEFAULT.protocol());

/// Reads a protocol from TOML and from JSON, checks and compiles it.
///
/// # Panics
/// Where a law does not hold: a fault stands in the text; what was read is written and read again as the
/// same, in both forms, with the same hash; a
/// protocol that cannot run is refused with every fault told.
pub fn protocol(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    for read in [Protocol::from_toml(text), Protocol::from_json(text)] {
        match read {
            Ok(protocol) => whole(&protocol),
            Err(fault) => told(text, &fault),
        }
    }
}

fn told(text: &str, fault: &NotAProtocol) {
    let lines = text.split('\n').count();
    assert!(!fault.faults.is_empty(), "no protocol, and no fault");
    for fault in &fault.faults {
        assert!(!fault.what.is_empty(), "a fault without a word");
        // JSON that ends too early is told at the line behind its last line feed.
        assert!(
            fault.line.is_none_or(|line| (1..=lines).contains(&line)),
            "{fault}: outside the text"
        );
    }
    assert!(!fault.to_string().is_empty(), "a fault without a word");
}

fn whole(protocol: &Protocol) {
    let pin = hash(protocol);
    let toml = protocol
        .to_toml()
        .expect("no protocol that was read has a value that cannot be written");
    let json = serde_json::to_string(protocol).expect("a protocol has a JSON form");
    for again in [Protocol::from_toml(&toml), Protocol::from_json(&json)] {
        let again = again.unwrap_or_else(|fault| panic!("what was written cannot be read: {fault}\n{toml}"));
        assert_eq!(&again, protocol, "what was written reads as another protocol");
        assert_eq!(hash(&again), pin, "the same protocol has two hashes");
    }
    assert!(
        diff(protocol, protocol).is_empty(),
        "a protocol differs from itself"
    );
    let changes = diff(&STANDARD, protocol);
    assert_eq!(
        changes.is_empty(),
        *STANDARD == *protocol,
        "a difference is not told"
    );
    for change in changes {
        assert!(!change.to_string().is_empty(), "a change without a word");
    }
    match Rules::compile(protocol.clone()) {
        Ok(rules) => {
            assert_eq!(rules.pin().hash, pin, "compiling changes the hash");
            assert_eq!(rules.protocol(), protocol, "compiling changes the protocol");
            begins(&rules);
        }
        Err(invalid) => {
            assert!(!invalid.faults.is_empty(), "refused, and no fault");
            for fault in &invalid.faults {
                assert!(!fault.to_string().is_empty(), "a fault without a word");
            }
        }
    }
}

/// A cycle that was never opened answers under any rules.
fn begins(rules: &Rules) {
    let calendar = SchoolCalendar::typical_england(2026, 1).expect("one year from 2026 is a calendar");
    let roles: Vec<Role> = rules.protocol().roles.keys().cloned().collect();
    let at = NaiveDateTime::default();
    let context = Context::new(PersonId::new(Uuid::from_u128(1)), &roles, at, &calendar);
    let cycle = Cycle::default();
    for action in cycle.actions(&context, rules) {
        assert!(
            rules.protocol().allows(action.act),
            "{} is offered and left out",
            action.act
        );
    }
    for act in Act::ALL {
        let _ = (rules.roles(*act), rules.guards(*act), rules.step(*act));
    }
    let _ = (cycle.clocks(at, &calendar, rules), cycle.check(at.date(), rules));
}
