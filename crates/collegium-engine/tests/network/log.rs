//! A stored log: read back to the same state, and found out where it was tampered with.

use crate::world::{World, id, person, rules};
use collegium_engine::{
    check::{Check, LogFault, LogFaultKind},
    cycle::{
        acts::Command as CycleCommand,
        cycle::Migrated,
        deployment::{Agreed, Agreement},
        envelope::Envelope,
        protocol::Protocol,
        rules::Rules,
    },
    entry::{Entry, Reader, Writer},
    journal::Journal,
    network::Network,
    seal::Sealer,
};
use collegium_model::{
    code::ReasonCode,
    id::{DeploymentId, SchoolId},
};
use std::{collections::BTreeSet, sync::Arc};

/// A log in which a round was confirmed, help proposed and consented to.
fn world() -> World {
    let mut world = World::diagnosed();
    world.confirmed(1);
    world.must("broker", &World::proposal(1, 2, 1, Some(1)));
    world.pass_days(1);
    world.consented(1, 2);
    world
}

fn check(lines: &[String]) -> Result<Network, Vec<LogFault>> {
    let mut check = Check::new(rules());
    let faults: Vec<_> = lines.iter().filter_map(|line| check.line(line).err()).collect();
    match check.finish() {
        Ok(network) if faults.is_empty() => Ok(network),
        Ok(_) => Err(faults),
        Err(at_the_end) => Err(faults.into_iter().chain([at_the_end]).collect()),
    }
}

#[test]
fn a_log_reads_back_to_the_same_state() {
    let world = world();
    let checked = check(&world.log()).unwrap();
    assert_eq!(format!("{checked:?}"), format!("{:?}", world.journal.network()));
    let mut folded = Network::new(rules());
    for line in world.log().iter().take(world.entries.len()) {
        let envelope: Envelope = serde_json::from_str(line).unwrap();
        folded.evolve(&Entry::read(envelope).unwrap());
    }
    assert_eq!(format!("{folded:?}"), format!("{:?}", world.journal.network()));
}

#[test]
fn every_entry_reads_back_as_it_was_written() {
    let (world, mut reader, mut writer) = (world(), Reader::default(), Writer::default());
    for (entry, line) in world.entries.iter().zip(world.log()) {
        let envelope: Envelope = serde_json::from_str(&line).unwrap();
        assert_eq!(envelope.line().unwrap(), line);
        assert_eq!(&Entry::read(envelope).unwrap(), entry);
        assert_eq!(&reader.line(&line).unwrap(), entry);
        assert_eq!(writer.line(entry).unwrap(), line);
    }
}

#[test]
fn entries_of_one_protocol_share_its_pin_and_another_is_read_for_itself() {
    let line = world().log().swap_remove(0);
    let other = line.replace(r#""version":1,"hash""#, r#""version":2,"hash""#);
    let mut reader = Reader::default();
    let mut pin = |line: &str| reader.line(line).unwrap().protocol;
    let [first, second, third, fourth] = [&line, &line, &other, &line].map(|line| pin(line));
    assert!(Arc::ptr_eq(&first, &second));
    assert_eq!((first.version, third.version), (1, 2));
    assert_eq!(fourth, first);
    let (mut reader, mut writer) = (Reader::default(), Writer::default());
    for line in [&line, &other, &line] {
        assert_eq!(&writer.line(&reader.line(line).unwrap()).unwrap(), line);
    }
}

#[test]
fn a_fault_is_told_where_it_stands_in_the_line() {
    let line = world().log().swap_remove(0);
    let mut reader = Reader::default();
    for (found, fault) in [
        (r#""hash":"#, r#""hush":"#),
        (r#""id":"default""#, r#""id":"De\u0066ault""#),
        (r#""type":"#, r#""kind":"#),
        (r#""seq":1"#, r#""seq":-1"#),
        ("}", ""),
    ] {
        let line = line.replace(found, fault);
        let whole = serde_json::from_str::<Envelope>(&line).unwrap_err();
        assert_eq!(reader.line(&line).unwrap_err().to_string(), whole.to_string());
    }
}

#[test]
fn a_line_removed_doubled_swapped_or_cut_is_named() {
    let lines = world().log();
    let first_line = |lines: &[String]| check(lines).unwrap_err().first().unwrap().line;
    for at in 0..lines.len() {
        let line = at as u64 + 1;
        let mut removed = lines.clone();
        removed.remove(at);
        assert_eq!(first_line(&removed), line, "line {line} removed");
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at].clone());
        assert_eq!(first_line(&doubled), line + 1, "line {line} doubled");
        let mut cut = lines.clone();
        cut[at].truncate(lines[at].len() / 2);
        assert_eq!(first_line(&cut), line, "line {line} cut");
        if at + 1 < lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(at, at + 1);
            assert_eq!(first_line(&swapped), line, "line {line} swapped with the next");
        }
        if at > 0 {
            assert_eq!(
                first_line(&lines[..at]),
                line,
                "everything from line {line} on cut off"
            );
        }
    }
}

#[test]
fn what_could_not_have_happened_is_found_where_it_stands() {
    let world = world();
    let lines = world.log();
    let at = |code: &str| {
        let needle = format!("\"type\":\"{code}\"");
        lines.iter().position(|line| line.contains(&needle)).unwrap()
    };
    let planted = [
        (
            "capacity_declared",
            "\"role\":\"releasing_employer\"",
            "\"role\":\"governor\"",
        ),
        ("diagnosis_agreed", "\"diagnosis_agreed\"", "\"diagnosis_begun\""),
        ("plan_proposed", "\"units\":2", "\"units\":3"),
        (
            "plan_confirmed",
            "\"role\":\"commissioner\"",
            "\"role\":\"broker\"",
        ),
        ("capacity_reserved", "\"half_days\":10", "\"half_days\":9"),
        ("deployment_proposed", "\"half_days\":10", "\"half_days\":11"),
        ("consent_given", "\"by\":\"host_head\"", "\"by\":\"governor\""),
        (
            "review_begun",
            "2026-09-07T09:00:00.000",
            "2026-09-06T09:00:00.000",
        ),
        (
            "request_received",
            "\"request\":\"00000000-0000-0000-0000-000000000001\"",
            "\"request\":\"00000000-0000-0000-0000-000000000009\"",
        ),
        ("network_opened", "\"easting\":401000", "\"easting\":901000"),
        (
            "network_opened",
            "\"version\":1,\"effective\"",
            "\"version\":2,\"effective\"",
        ),
    ];
    for (code, from, to) in planted {
        let mut edited = lines.clone();
        let line = at(code);
        assert!(edited[line].contains(from), "{code}: {}", edited[line]);
        edited[line] = edited[line].replace(from, to);
        let faults = check(&edited).unwrap_err();
        assert_eq!(faults[0].line, line as u64 + 1, "{code}: {}", faults[0]);
    }
    // A change that could have happened is found by the seal.
    let mut edited = lines.clone();
    let line = at("diagnosis_agreed");
    edited[line] = edited[line].replace("\"severity\":\"urgent\"", "\"severity\":\"high\"");
    assert_ne!(edited[line], lines[line]);
    assert!(check(&edited).is_err());
}

/// As it was before capacity was kept by term.
#[test]
fn a_log_whose_commitments_say_no_days_is_as_sound() {
    let mut world = world();
    let (from, to) = (world.now.date(), world.now.date());
    let agreed = Agreed {
        deployment: id(DeploymentId::new, 1),
        agreement: Agreement {
            coordinator: Some(person("host_head")),
            ..Agreement::between(from, to)
        },
    };
    world.must_in("broker", 2, CycleCommand::AgreeDeployment(agreed));
    let days = format!(",\"from\":\"{from}\",\"to\":\"{to}\"");
    let mut lines = world.log();
    let line = lines
        .iter()
        .position(|line| line.contains("\"capacity_committed\""))
        .unwrap();
    assert!(lines[line].contains(&days), "{}", lines[line]);
    lines[line] = lines[line].replace(&days, "");
    lines.pop();
    let mut sealer = Sealer::default();
    for line in &lines {
        sealer.line(line);
    }
    lines.push(serde_json::to_string(&sealer.seal()).unwrap());
    let told = check(&lines).unwrap();
    let hold = told.ledgers[&id(SchoolId::new, 1)].holds[&id(DeploymentId::new, 1)];
    assert!(
        hold.committed && hold.to.is_none(),
        "held until it ends: {hold:?}"
    );
    // Other days than those of the agreement are found.
    let mut lines = world.log();
    lines[line] = lines[line].replace(&format!("\"to\":\"{to}\""), "\"to\":\"2027-01-01\"");
    assert_eq!(check(&lines).unwrap_err()[0].line, line as u64 + 1);
}

/// What follows on a ledger is under the network's protocol, whatever the cycle was moved to.
#[test]
fn help_in_a_cycle_that_was_moved_leaves_a_sound_log() {
    let second = Protocol {
        version: 2,
        ..rules().protocol().clone()
    };
    let second = Rules::compile(second).unwrap();
    let mut world = world();
    let network = world.journal.network().clone().with_protocol(second.clone());
    world.journal = Journal::new(network);
    let promised = &world.journal.network().ledgers[&id(SchoolId::new, 1)].promises;
    let taker = promised.keys().next().unwrap().need.uuid().as_u128();
    let to = second.pin().clone();
    world.reason = ReasonCode::new("new_rules").ok();
    world.must_in(
        "responsible_body",
        taker,
        CycleCommand::MigrateCycle(Migrated { to }),
    );
    world.must("broker", &World::proposal(2, taker, 1, Some(1)));
    let pins: BTreeSet<_> = world
        .entries
        .iter()
        .rev()
        .take(2)
        .map(|it| it.protocol.version)
        .collect();
    assert_eq!(pins, [1, 2].into(), "the ledger's and the cycle's");
    let mut check = Check::of(Network::new(rules()).with_protocol(second));
    for line in world.log() {
        let judged = check.line(&line);
        assert!(judged.is_ok(), "{}", judged.unwrap_err());
    }
}

#[test]
fn a_seal_over_nothing_is_no_log() {
    let seal = serde_json::to_string(&collegium_engine::seal::Sealer::default().seal()).unwrap();
    let faults = check(&[seal]).unwrap_err();
    assert_eq!((faults[0].line, &faults[0].kind), (1, &LogFaultKind::NoEntry));
}

#[test]
fn an_unknown_event_is_a_typed_fault() {
    let mut lines = world().log();
    lines[1] = lines[1].replace("capacity_declared", "capacity_dreamt_of");
    let faults = check(&lines).unwrap_err();
    assert!(matches!(faults[0].kind, LogFaultKind::Entry(_)), "{}", faults[0]);
    assert_eq!(faults.len(), 1, "one change, one fault");
}

#[test]
fn a_school_in_the_log_has_no_name() {
    let line: serde_json::Value = serde_json::from_str(&world().log()[0]).unwrap();
    let member = line["data"]["members"][0].as_object().unwrap();
    let keys: Vec<_> = member.keys().map(String::as_str).collect();
    assert_eq!(keys, ["education_phase", "place", "reference", "school"]);
}
