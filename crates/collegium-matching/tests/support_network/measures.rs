//! Every measure against its judge, and against known answers.

use crate::{
    judge::Matrix,
    records::{Records, records},
};
use collegium_matching::support_network::{Measures, SupportNetwork};
use proptest::prelude::*;

/// Holds every measure against its judge.
fn agrees(records: &Records) {
    let (network, matrix) = (records.build(), Matrix::of(records));
    let measures = Measures::of(&network);
    assert_eq!(network.schools().collect::<Vec<_>>(), matrix.ids);
    assert_eq!(measures.schools, records.schools as u64);
    assert_eq!(
        measures.units,
        records.help.iter().map(|record| record.3).sum::<u64>()
    );
    let share = measures.reciprocity;
    assert_eq!((share.part(), share.of()), matrix.reciprocity());
    assert_eq!(measures.ties, share.of());
    assert_eq!(measures.isolates, matrix.isolates());
    assert_eq!(measures.balances, matrix.balances());
    assert_eq!(measures.components, matrix.components());
    assert_eq!(measures.reach, matrix.reach());
    assert_eq!(measures.cut_schools, matrix.cut_schools());
    assert_eq!(measures.repeat_pairs, matrix.repeat_pairs());
    assert_eq!(measures.mutual_pairs, matrix.mutual_pairs());
}

#[test]
fn every_network_of_up_to_four_schools() {
    for schools in 0..=4 {
        let arcs: Vec<(usize, usize)> = (0..schools)
            .flat_map(|giver| (0..schools).map(move |taker| (giver, taker)))
            .filter(|(giver, taker)| giver != taker)
            .collect();
        for chosen in 0..1u32 << arcs.len() {
            let arcs = arcs.iter().enumerate();
            let help = arcs.filter(|(bit, _)| chosen >> bit & 1 == 1);
            agrees(&Records {
                schools,
                help: help.map(|(_, &(giver, taker))| (giver, taker, 0, 1)).collect(),
            });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn measures_are_those_of_the_judge(records in records(0..=9usize, 2)) {
        agrees(&records);
    }

    #[test]
    fn what_is_given_is_received(records in records(0..=9usize, 3)) {
        let network = records.build();
        let measures = Measures::of(&network);
        prop_assert_eq!(measures.balances.iter().map(|one| one.balance).sum::<i64>(), 0);
        prop_assert_eq!(measures.balances.iter().map(|one| one.given).sum::<u64>(), measures.units);
        prop_assert_eq!(2 * measures.mutual_pairs.len() as u64, measures.reciprocity.part());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn more_schools_than_a_word_has_bits(records in records(100..=200usize, 1)) {
        let (network, matrix) = (records.build(), Matrix::of(&records));
        let measures = Measures::of(&network);
        prop_assert_eq!(measures.reach, matrix.reach());
        prop_assert_eq!(measures.components, matrix.components());
    }
}

#[test]
fn a_network_of_nobody() {
    let network = SupportNetwork::builder().build().unwrap();
    assert_eq!(network, SupportNetwork::default());
    let measures = Measures::of(&network);
    assert_eq!(measures.reciprocity.to_string(), "too few to say");
    assert_eq!(
        (measures.schools, measures.components.len(), measures.reach.len()),
        (0, 0, 0)
    );
    assert_eq!(
        network.to_dot(),
        "digraph support {\n  rankdir=LR\n  node [shape=box]\n}\n"
    );
    assert_eq!(network.to_digraph().node_count(), 0);
}

#[test]
fn one_school_alone() {
    let network = SupportNetwork::builder()
        .school("fen")
        .school("fen")
        .build()
        .unwrap();
    let measures = Measures::of(&network);
    assert_eq!(measures.isolates, ["fen"]);
    assert_eq!(measures.components, [["fen"]]);
    assert!(measures.cut_schools.is_empty());
    assert_eq!(measures.reach[0].reaches, 0);
}

/// Two triangles that share one school, and a pair that only one tie holds to the rest.
#[test]
fn known_cut_schools() {
    let network = SupportNetwork::builder()
        .help("a", "b", 1)
        .help("b", "c", 1)
        .help("c", "a", 1)
        .help("c", "d", 1)
        .help("d", "e", 1)
        .help("e", "c", 1)
        .help("f", "e", 1)
        .help("f", "g", 1)
        .help("g", "f", 1)
        .build()
        .unwrap();
    let measures = Measures::of(&network);
    assert_eq!(measures.cut_schools, ["c", "e", "f"]);
    let reach: Vec<u64> = measures.reach.iter().map(|one| one.reaches).collect();
    assert_eq!(reach, [4, 4, 4, 4, 4, 6, 6]);
    assert_eq!((measures.reciprocity.part(), measures.reciprocity.of()), (2, 9));
}

#[test]
fn summary_as_json() {
    let network = SupportNetwork::builder()
        .school("fen")
        .help("north", "hill", 2)
        .next_round()
        .help("hill", "north", 1)
        .help("north", "hill", 1)
        .build()
        .unwrap();
    assert_eq!(
        serde_json::to_value(Measures::of(&network)).unwrap(),
        serde_json::json!({
            "schools": 3,
            "ties": 2,
            "units": 4,
            "reciprocity": { "part": 2, "of": 2 },
            "isolates": ["fen"],
            "balances": [
                { "school": "fen", "given": 0, "received": 0, "balance": 0 },
                { "school": "hill", "given": 1, "received": 3, "balance": -2 },
                { "school": "north", "given": 3, "received": 1, "balance": 2 },
            ],
            "components": [["fen"], ["hill", "north"]],
            "reach": [
                { "school": "fen", "reaches": 0 },
                { "school": "hill", "reaches": 1 },
                { "school": "north", "reaches": 1 },
            ],
            "cut_schools": [],
            "repeat_pairs": [{ "giver": "north", "taker": "hill", "units": 3, "rounds": 2 }],
            "mutual_pairs": [{
                "first": "hill",
                "second": "north",
                "there": { "units": 1, "rounds": 1 },
                "back": { "units": 3, "rounds": 2 },
            }],
        })
    );
}

/// As many schools as England has, in one line: no measure runs out of stack.
#[test]
fn a_long_chain() {
    let schools = 22_000;
    let help = (1..schools).map(|school| (school, school - 1, 0, 1)).collect();
    let network = Records { schools, help }.build();
    let measures = Measures::of(&network);
    assert!(
        measures
            .reach
            .iter()
            .enumerate()
            .all(|(rank, one)| one.reaches == (schools - 1 - rank) as u64)
    );
    assert_eq!(measures.cut_schools.len(), schools - 2);
    assert_eq!(measures.components.len(), 1);
}

#[test]
fn the_most_units_that_are_counted() {
    let network = SupportNetwork::builder()
        .help("north", "hill", u64::MAX / 2)
        .build()
        .unwrap();
    let measures = Measures::of(&network);
    let balances: Vec<i64> = measures.balances.iter().map(|one| one.balance).collect();
    assert_eq!(balances, [-i64::MAX, i64::MAX]);
}
