//! Promises kept on real files, where they stand beside the checkout; elsewhere each test says so and ends.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use collegium_register::{
    collegium_model::uuid::Uuid,
    derivation::{Derivation, Derived},
    encoding::Encoding,
    fictional::Recipe,
    filter::Filter,
    register::{ReadOptions, Register, SkipReason},
    signals::Signal,
    source::Source,
};
use std::{collections::BTreeSet, fs, path::Path};

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn real(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(name);
    let bytes = fs::read(path).ok();
    if bytes.is_none() {
        eprintln!("skipped: ../shared/data/{name} is not here");
    }
    bytes
}

fn register(gias: &str, signals: &str) -> Option<Register> {
    let (gias_bytes, signal_bytes) = (real(gias)?, real(signals)?);
    let gias = Source::new(gias, &gias_bytes);
    let signals = Source::new(signals, &signal_bytes);
    match Register::read_with_signals(gias, signals, &ReadOptions::default()) {
        Ok(register) => Some(register),
        Err(faults) => panic!("{faults}"),
    }
}

fn lincolnshire() -> Option<Register> {
    register("gias-lincolnshire.csv", "signals-lincolnshire.csv")
}

fn england() -> Option<Register> {
    register("gias-england.csv", "signals-england.csv")
}

fn counting() -> impl FnMut() -> Uuid {
    let mut last = 0;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

fn derived(register: &Register) -> Derived {
    Derivation::shipped()
        .unwrap()
        .derive(register, &mut counting())
        .unwrap()
}

fn accounted(register: &Register) {
    let skipped: usize = register.skipped().values().sum();
    assert_eq!(register.records().len() + skipped, register.rows());
}

#[test]
fn lincolnshire_is_read_whole() {
    let Some(register) = lincolnshire() else { return };
    assert_eq!(register.records().len(), 356);
    assert_eq!(register.kept_without_place(), 0);
    accounted(&register);
    let count = register.signal_count().unwrap();
    assert_eq!((count.matched, count.elsewhere, count.footers), (356, 0, 0));
    let grades = |label: &str| {
        let graded = register.records().iter().filter_map(|record| record.grade);
        graded.filter(|grade| grade.label() == label).count()
    };
    assert_eq!(
        ["Good", "Requires improvement", "Outstanding", "Inadequate"].map(grades),
        [241, 20, 14, 3]
    );
}

#[test]
fn england_is_read_whole() {
    let Some(register) = england() else { return };
    assert_eq!(register.records().len(), 21_895);
    assert_eq!(register.encoding(), Encoding::Windows1252);
    accounted(&register);
    let nowhere = register
        .schools()
        .filter(|school| school.local_authority.is_empty());
    assert_eq!(nowhere.count(), 380);
    let commas = register.schools().filter(|school| school.name.contains(','));
    assert!(commas.count() > 900);
    assert!(
        !register
            .schools()
            .any(|school| school.name.contains(['\u{92}', '\u{FFFD}']))
    );
}

#[test]
fn a_county_of_england_is_the_county() {
    let (Some(bytes), Some(whole)) = (real("gias-england.csv"), lincolnshire()) else {
        return;
    };
    let options = ReadOptions::default().with_filter(Filter::new("LA (name)", "Lincolnshire"));
    let part = Register::read(Source::new("england", &bytes), &options).unwrap();
    accounted(&part);
    assert_eq!(part.skipped()[&SkipReason::FilteredOut], 21_895 - 356);
    assert!(
        part.schools()
            .zip(whole.schools())
            .all(|(one, other)| one.id == other.id)
    );
}

#[test]
fn every_school_named_for_national_support_is_a_taker() {
    for register in [lincolnshire(), england()].into_iter().flatten() {
        let derived = derived(&register);
        let takers: BTreeSet<_> = derived.needs.iter().map(|need| need.school).collect();
        let named: Vec<_> = register
            .records()
            .iter()
            .filter(|record| register.signal(record, "RISE") == Some(&Signal::Flag(true)))
            .collect();
        assert!(named.len() == 10 || named.len() == 365);
        assert!(named.iter().all(|record| takers.contains(&record.school.id)));
        assert!(derived.idle.is_empty());
        assert!(
            derived.by_rule.values().all(|&fired| fired > 0),
            "{:?}",
            derived.by_rule
        );
    }
}

#[test]
fn the_original_layout_accounts_for_each_missing_place() {
    let Some(bytes) = real("gias-original-99-rows.csv") else {
        return;
    };
    let register = Register::read(Source::new("99", &bytes), &ReadOptions::default()).unwrap();
    accounted(&register);
    assert_eq!(register.rows(), 99);
    assert_eq!(
        register.kept_without_place() + register.skipped_without_place(),
        22
    );
    assert_eq!(register.skipped()[&SkipReason::Closed], 9);
    assert_eq!(register.skipped()[&SkipReason::NotYetOpen], 1);
    assert!(register.columns_absent().is_empty());
}

#[test]
fn two_hundred_faults_come_at_once() {
    let Some(bytes) = real("gias-lincolnshire.csv") else {
        return;
    };
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let mut broken = String::new();
    let mut expected = Vec::new();
    for (line, row) in (1_u64..).zip(text.split_inclusive("\r\n")) {
        if (2..202).contains(&line) {
            expected.push(line);
            broken.push_str("12x456");
            broken.push_str(row.split_at(6).1);
        } else {
            broken.push_str(row);
        }
    }
    let faults = Register::read(
        Source::new("broken.csv", broken.as_bytes()),
        &ReadOptions::default(),
    )
    .unwrap_err();
    let lines: Vec<_> = faults.faults().iter().filter_map(|fault| fault.line).collect();
    assert_eq!(lines, expected);
}

/// Under pseudonyms nothing of a row remains that names its school.
#[test]
fn pseudonyms_leave_nothing_that_names_a_school() {
    let (Some(bytes), Some(register)) = (real("gias-lincolnshire.csv"), lincolnshire()) else {
        return;
    };
    let veiled = serde_json::to_string(&register.pseudonymised(11)).unwrap();
    let pseudonyms = register.pseudonyms(11);
    let derivation = Derivation::shipped().unwrap();
    let under = derivation
        .derive_under(&register, &pseudonyms, &mut counting())
        .unwrap();
    let veiled = veiled + &serde_json::to_string(&under).unwrap() + &format!("{pseudonyms:?}");
    let header_and_rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(
            bytes
                .iter()
                .map(|&byte| char::from(byte))
                .collect::<String>()
                .as_bytes(),
        )
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let (header, rows) = header_and_rows.split_first().unwrap();
    let naming = [
        "URN",
        "EstablishmentName",
        "Postcode",
        "Trusts (code)",
        "Trusts (name)",
        "LA (name)",
    ];
    for (column, name) in header.iter().enumerate() {
        if !naming.contains(&name.as_str()) {
            continue;
        }
        for row in rows {
            let cell = &row[column];
            // A trust's code is a bare number, which counts and coordinates may well contain.
            let hidden = if name == "Trusts (code)" {
                format!("\"{cell}\"")
            } else {
                cell.clone()
            };
            assert!(cell.is_empty() || !veiled.contains(&hidden), "{name} {cell}");
        }
    }
    for record in register.records() {
        assert!(!veiled.contains(&record.school.id.to_string()));
    }
    assert_eq!((under.takers, under.givers), {
        let plain = derived(&register);
        (plain.takers, plain.givers)
    });
}

#[test]
fn fictional_places_are_nowhere_in_england() {
    let Some(register) = england() else { return };
    let words: BTreeSet<String> = register
        .schools()
        .flat_map(|school| [school.name.clone(), school.local_authority.clone()])
        .flat_map(|text| {
            text.split(|c: char| !c.is_alphabetic())
                .map(str::to_lowercase)
                .collect::<Vec<_>>()
        })
        .collect();
    let made = Recipe::new(20_000, 3).make().unwrap();
    let mut reader = csv::Reader::from_reader(&made.gias[..]);
    let header = reader.headers().unwrap().clone();
    let town = header.iter().position(|name| name == "Town").unwrap();
    let real: BTreeSet<String> = reader
        .records()
        .map(|row| row.unwrap()[town].rsplit(' ').next().unwrap().to_lowercase())
        .filter(|place| words.contains(place))
        .collect();
    assert!(real.is_empty(), "{real:?}");
}
