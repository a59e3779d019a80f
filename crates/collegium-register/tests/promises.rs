//! What holds for every input: nothing panics, every row is accounted for, the same input gives the same
//! output in whatever order it comes.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use collegium_register::{
    collegium_model::{
        code::RuleId,
        need::{Need, NeedSource},
        offer::Offer,
        school::{ResponsibleBody, SchoolReference},
        uuid::Uuid,
    },
    derivation::{DEFAULT_DERIVATION, Derivation, UNTOLD_RULE},
    fictional::{FictionalRegister, Recipe, RecipeFault},
    register::{ReadOptions, Register},
    signals::Signals,
    source::Source,
};
use proptest::{collection::vec, prelude::*, sample::Index};
use std::collections::BTreeSet;

fn made(schools: u32, seed: u64) -> FictionalRegister {
    Recipe::new(schools, seed).make().unwrap()
}

fn read(made: &FictionalRegister) -> Register {
    Register::read_with_signals(
        Source::new("r.csv", &made.gias),
        Source::new("s.csv", &made.signals),
        &ReadOptions::default(),
    )
    .unwrap()
}

fn counting() -> impl FnMut() -> Uuid {
    let mut last = 0;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

/// Whatever comes of the bytes holds together: rows add up, or every fault stands on a line of the file.
fn holds_together(bytes: &[u8]) {
    let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let source = Source::new("f.csv", bytes);
    let faults = match Register::read(source, &ReadOptions::default()) {
        Ok(register) => {
            let skipped: usize = register.skipped().values().sum();
            assert_eq!(register.records().len() + skipped, register.rows());
            assert!(
                register
                    .records()
                    .is_sorted_by_key(|record| record.school.reference)
            );
            None
        }
        Err(faults) => Some(faults),
    };
    let others = match Signals::read(source) {
        Ok(signals) => {
            let rows = signals.rows();
            let register = read(&made(3, 1)).with_signals(signals);
            let count = register.signal_count().unwrap();
            assert_eq!(count.matched + count.elsewhere + count.footers, rows);
            None
        }
        Err(faults) => Some(faults),
    };
    for faults in faults.into_iter().chain(others) {
        assert!(!faults.faults().is_empty());
        for fault in faults {
            assert!(!fault.to_string().is_empty() && !fault.help().is_empty());
            assert!(
                fault.line.is_none_or(|line| line >= 1 && line <= lines as u64),
                "{fault}"
            );
        }
    }
}

/// A change at a place in a file.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Remove(Index),
    Insert(Index, Vec<u8>),
    Cut(Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let telling = prop::sample::select(b"\",\r\n;\0\x92\xEF\xFF%-.x09 ".to_vec());
    let byte = prop_oneof![telling, any::<u8>()];
    let change = prop_oneof![
        (any::<Index>(), byte.clone()).prop_map(|(at, byte)| Change::Set(at, byte)),
        any::<Index>().prop_map(Change::Remove),
        (any::<Index>(), vec(byte, 1..9)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        any::<Index>().prop_map(Change::Cut),
    ];
    vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        match change {
            Change::Set(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Change::Remove(at) => {
                bytes.remove(at.index(bytes.len()));
            }
            Change::Insert(at, inserted) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, inserted.iter().copied());
            }
            Change::Cut(at) => bytes.truncate(at.index(bytes.len())),
        }
    }
    bytes
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..400)) {
        holds_together(&bytes);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(seed in 0..40_u64, changes in changes()) {
        let made = made(5, seed);
        holds_together(&changed(made.gias, &changes));
        holds_together(&changed(made.signals, &changes));
    }

    #[test]
    fn no_text_makes_the_derivation_panic(text in ".{0,200}", changes in changes()) {
        let _ = Derivation::read("d.toml", &text);
        let damaged = changed(DEFAULT_DERIVATION.as_bytes().to_vec(), &changes);
        let damaged = String::from_utf8_lossy(&damaged);
        let lines = damaged.lines().count() as u64 + 1;
        if let Err(faults) = Derivation::read("d.toml", &damaged) {
            for fault in faults {
                prop_assert!(!fault.to_string().is_empty() && !fault.help().is_empty());
                prop_assert!(fault.line.is_none_or(|line| (1..=lines).contains(&line)));
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(seed: u64, swaps in vec((any::<Index>(), any::<Index>()), 0..30)) {
        let made = made(30, seed);
        let mut rows: Vec<&[u8]> = made.gias.split_inclusive(|&byte| byte == b'\n').collect();
        let count = rows.len() - 1;
        for (one, other) in swaps {
            rows.swap(1 + one.index(count), 1 + other.index(count));
        }
        let shuffled = FictionalRegister { gias: rows.concat(), ..made.clone() };
        prop_assert_eq!(read(&shuffled), read(&made));
    }

    #[test]
    fn a_fictional_register_is_read_whole(schools in 1..150_u32, seed: u64) {
        let plain = made(schools, seed);
        prop_assert_eq!(&made(schools, seed), &plain);
        let register = read(&plain);
        prop_assert_eq!(register.records().len(), schools as usize);
        prop_assert_eq!(register.signal_count().unwrap().matched, schools as usize);
        prop_assert_eq!(register.kept_without_place(), 0);
        for school in register.schools() {
            prop_assert!(matches!(school.reference, SchoolReference::Urn(urn) if urn.is_fictional()));
            prop_assert!(school.local_authority.starts_with("Fictional County of "));
        }
        let windows = Recipe::new(schools, seed).with_windows_encoding().make().unwrap();
        let windows = Register::read(Source::new("r.csv", &windows.gias), &ReadOptions::default()).unwrap();
        prop_assert!(windows.schools().eq(register.schools()));
    }

    #[test]
    fn what_is_derived_holds_together(schools in 1..100_u32, seed: u64) {
        let register = read(&made(schools, seed));
        let derivation = Derivation::shipped().unwrap();
        let derived = derivation.derive(&register, &mut counting()).unwrap();
        let mut seen = BTreeSet::new();
        for need in &derived.needs {
            prop_assert!(seen.insert((need.school, need.area.clone())), "two needs in one area");
            prop_assert!(need.units.0 >= 1);
            let fired = &derived.fired_for_need[&need.id];
            let NeedSource::Signals { rule } = &need.source else { panic!("derived from signals") };
            prop_assert_eq!(&fired[0], rule);
        }
        let takers: BTreeSet<_> = derived.needs.iter().map(|need| need.school).collect();
        prop_assert_eq!(takers.len(), derived.takers);
        let mut both = 0;
        let mut givers = BTreeSet::new();
        for offer in &derived.offers {
            prop_assert!(givers.insert(offer.school), "two offers of one school");
            prop_assert!(!offer.areas.is_empty());
            prop_assert!(offer.areas.iter().all(|area| !seen.contains(&(offer.school, area.clone()))));
            both += usize::from(takers.contains(&offer.school));
        }
        prop_assert_eq!((givers.len(), both), (derived.givers, derived.both));
        prop_assert_eq!(derivation.derive(&register, &mut counting()).unwrap(), derived);
    }

    #[test]
    fn pseudonyms_keep_what_matching_needs_and_nothing_that_names(schools in 1..80_u32, seed: u64, key: u64) {
        let register = read(&made(schools, seed));
        let veiled = register.pseudonymised(key);
        prop_assert_eq!(&veiled, &register.pseudonymised(key));
        prop_assert_eq!(veiled.records().len(), register.records().len());
        for (number, school) in (1..).zip(veiled.schools()) {
            prop_assert_eq!(school.reference, SchoolReference::Pseudonym(number));
            prop_assert!(school.name.is_empty() && school.local_authority.is_empty());
            prop_assert_eq!(&school.responsible_body, &ResponsibleBody::Unknown);
            let place = school.place.unwrap();
            prop_assert_eq!((place.easting().0 % 5000, place.northing().0 % 5000), (0, 0));
        }
        let pseudonyms = register.pseudonyms(key);
        for record in register.records() {
            let reference = pseudonyms.reference(record.school.id).unwrap();
            let other = veiled.schools().find(|school| school.reference == reference).unwrap();
            prop_assert_ne!(other.id, record.school.id);
            prop_assert_eq!(other.education_phase, record.school.education_phase);
        }
        let derivation = Derivation::shipped().unwrap();
        let under = derivation.derive_under(&register, &pseudonyms, &mut counting()).unwrap();
        let plain = derivation.derive(&register, &mut counting()).unwrap();
        prop_assert_eq!((under.takers, under.givers, under.needs.len()), (plain.takers, plain.givers, plain.needs.len()));
        let told = |need: &Need| matches!(&need.source, NeedSource::Signals { rule } if rule.as_str() != UNTOLD_RULE);
        prop_assert!(!under.needs.iter().any(told) && under.fired_for_need.is_empty());
        prop_assert!(under.offers.iter().all(|offer| offer.rule.is_none()) && under.fired_for_offer.is_empty());
        let ids: BTreeSet<_> = veiled.schools().map(|school| school.id).collect();
        prop_assert!(under.needs.iter().all(|need| ids.contains(&need.school)));
    }
}

/// The bytes are the same on every machine: this number was computed once.
#[test]
fn the_same_seed_gives_the_same_bytes_everywhere() {
    let made = made(60, 2026);
    let fowler = |bytes: &[u8]| {
        bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    };
    assert_eq!(
        (fowler(&made.gias), fowler(&made.signals)),
        (2_349_338_282_065_438_648, 3_703_536_162_618_594_482)
    );
}

#[test]
fn a_demonstration_has_something_to_show_for_most_seeds() {
    let derivation = Derivation::shipped().unwrap();
    let mut showing = 0;
    for seed in 0..200 {
        let register = read(&made(60, seed));
        let derived = derivation.derive(&register, &mut counting()).unwrap();
        assert!(
            derived.takers >= 7 && derived.givers >= 5,
            "seed {seed}: {derived:?}"
        );
        assert!(derived.by_rule[&RuleId::new("rise").unwrap()] > 0);
        showing += usize::from((10..=15).contains(&derived.takers) && derived.givers >= 8);
    }
    assert!(showing >= 160, "{showing} of 200");
}

#[test]
fn somebody_in_need_is_too_far_from_all_others() {
    let derivation = Derivation::shipped().unwrap();
    let farthest = derivation.candidates().farthest.unwrap();
    for seed in 0..30 {
        let register = read(&made(60, seed));
        let derived = derivation.derive(&register, &mut counting()).unwrap();
        let place = |id| {
            register
                .schools()
                .find(|school| school.id == id)
                .unwrap()
                .place
                .unwrap()
        };
        let alone = |need: &&_| {
            let need: &Need = need;
            let far = |giver: &Offer| place(giver.school).distance(place(need.school)) > farthest;
            derived.offers.iter().all(far)
        };
        assert!(derived.needs.iter().filter(alone).count() >= 1, "seed {seed}");
    }
}

#[test]
fn as_many_schools_as_there_are_numbers() {
    assert_eq!(Recipe::new(0, 1).make(), Err(RecipeFault::NoSchools));
    let asked = Recipe::MOST + 1;
    let too_many = Err(RecipeFault::TooMany { asked, most: 100_000 });
    assert_eq!(Recipe::new(asked, 1).make(), too_many);
    let most = made(Recipe::MOST, 1);
    let rows: Vec<&[u8]> = most.gias.split_inclusive(|&byte| byte == b'\n').collect();
    assert_eq!(rows.len(), 100_001);
    assert!(rows[1].starts_with(b"900000,") && rows[100_000].starts_with(b"999999,"));
}
