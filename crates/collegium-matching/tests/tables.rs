//! Tables: every fault of every table, each with its place; and no bytes that bring the reader down.

use collegium_matching::{
    objective::Objective,
    problem::{Problem, ProblemBuilder},
    solve::solve,
    table::Table,
};
use proptest::prelude::*;

fn tables(givers: &[u8], takers: &[u8], pairs: &[u8], forbidden: &[u8]) -> ProblemBuilder {
    let mut builder = Problem::builder();
    builder
        .read_givers(Table {
            label: "givers.csv",
            bytes: givers,
        })
        .read_takers(Table {
            label: "takers.csv",
            bytes: takers,
        })
        .read_pairs(Table {
            label: "pairs.csv",
            bytes: pairs,
        });
    if !forbidden.is_empty() {
        builder.read_forbidden(Table {
            label: "forbid.csv",
            bytes: forbidden,
        });
    }
    builder
}

fn faults(givers: &str, takers: &str, pairs: &str, forbidden: &str) -> Vec<String> {
    let built = tables(
        givers.as_bytes(),
        takers.as_bytes(),
        pairs.as_bytes(),
        forbidden.as_bytes(),
    )
    .build();
    built.map_or_else(
        |faults| faults.faults().iter().map(ToString::to_string).collect(),
        |_| Vec::new(),
    )
}

#[test]
fn columns_in_any_order_byte_order_mark_crlf_and_quotes() {
    let problem = tables(
        b"\xef\xbb\xbfcapacity,giver\r\n2,\"north, upper\"\r\n\r\n1,east\r\n",
        "\u{feff}taker,demand\nhill/\u{e9}cole,1\n\n".as_bytes(),
        "score, taker ,giver\n 0.5 ,hill/\u{e9}cole,\"north, upper\"\n-1.25,hill/\u{e9}cole,east".as_bytes(),
        b"giver,taker\n\"north, upper\",hill/\xc3\xa9cole\n\"north, upper\",hill/\xc3\xa9cole\n",
    )
    .build()
    .unwrap();
    let pairs: Vec<String> = problem.pairs().map(|pair| pair.score.to_string()).collect();
    assert_eq!(pairs, ["-1.25"]);
    assert_eq!(problem.forbidden_pairs().count(), 1);
}

#[test]
fn all_faults_of_all_tables_at_once() {
    let found = faults(
        "giver,capacity\nnorth,2\n\nnorth,3\neast,-1\n,1\nwest\n",
        "taker,demand\r\nhill,1\r\nhill,1\r\nnorth,4294967296\r\n",
        "giver,taker,score\nnorth,hill,0.5\nnorth,hill,0.5\nnorth,north,1\n\"mul\nti\",hill,x\nnorth,moor,0.1234567\n",
        "giver,taker\nnorth,fen\n",
    );
    assert_eq!(
        found,
        [
            "givers.csv:4: giver: giver \"north\" is listed already, at givers.csv:2",
            "givers.csv:5: capacity: \"-1\" is not a whole number from 0 to 4294967295",
            "givers.csv:6: giver: the id is empty",
            "givers.csv:7: the line has 1 fields, the header 2",
            "takers.csv:3: taker: taker \"hill\" is listed already, at takers.csv:2",
            "takers.csv:4: demand: \"4294967296\" is not a whole number from 0 to 4294967295",
            "pairs.csv:3: the pair of giver \"north\" and taker \"hill\" is listed already, at pairs.csv:2",
            "pairs.csv:4: \"north\" is giver and taker of the same pair",
            "pairs.csv:5: score: \"x\" is not a decimal number",
            "pairs.csv:7: score: 0.1234567 has more than six decimal places",
            "pairs.csv:7: taker: no taker \"moor\" is listed",
            "forbid.csv:2: taker: no taker \"fen\" is listed",
        ]
    );
}

#[test]
fn headers_are_judged_too() {
    assert_eq!(
        faults(
            "giver,capacity,least\nnorth,1,1\n",
            "demand\n1\n",
            "giver,giver,taker,score,note\n",
            ""
        ),
        [
            "givers.csv:1: least: the column \"least\" is not known here",
            "takers.csv:1: the column \"taker\" is missing",
            "pairs.csv:1: giver: the column \"giver\" stands twice in the header",
            "pairs.csv:1: note: the column \"note\" is not known here",
        ]
    );
    assert_eq!(
        faults("", "\n\n", "giver,taker,score\nnorth,hill,1\n", ""),
        [
            "givers.csv:1: the table has no header",
            "takers.csv:1: the table has no header"
        ]
    );
}

#[test]
fn text_that_is_not_utf8_is_named() {
    let built = tables(
        b"giver,capacity\nn\xff,1\n",
        b"taker,demand\n",
        b"giver,taker,score\n",
        b"",
    )
    .build();
    assert_eq!(
        built.unwrap_err().to_string(),
        "givers.csv:2: giver: the text is not UTF-8"
    );
}

#[test]
fn a_table_and_calls_give_the_same_problem() {
    let read = tables(
        b"giver,capacity\nnorth,2\n",
        b"taker,demand\nhill,1\nvale,1\n",
        b"giver,taker,score\nnorth,vale,0.8\nnorth,hill,0.9\n",
        b"giver,taker\nnorth,vale\n",
    )
    .build()
    .unwrap();
    let called = Problem::builder()
        .taker("vale", 1)
        .taker("hill", 1)
        .pair("north", "hill", "0.90".parse().unwrap())
        .giver("north", 2)
        .build()
        .unwrap();
    // A forbidden pair counts as one that is not there.
    assert_eq!(read.hash(), called.hash());
    assert_ne!(read, called);
}

#[test]
fn every_part_of_a_problem_is_in_its_hash() {
    let base = [
        "giver,capacity\na,1\nb,1\n",
        "taker,demand\nc,1\nd,1\n",
        "giver,taker,score\na,c,1\nb,d,2\n",
    ];
    let hash = |tables: [&str; 3]| {
        let [givers, takers, pairs] = tables.map(str::as_bytes);
        self::tables(givers, takers, pairs, b"").build().unwrap().hash()
    };
    let changes = [
        (0, "a,1", "a,2"),
        (0, "b,1", "b,1\ne,0"),
        (1, "c,1", "c,0"),
        (1, "d,1", "d,1\nf,1"),
        (2, "a,c,1", "a,c,1.000001"),
        (2, "a,c", "a,d"),
        (2, "b,d,2\n", ""),
    ];
    let mut hashes = vec![hash(base)];
    for (table, from, to) in changes {
        let mut changed = base;
        let text = base[table].replace(from, to);
        changed[table] = &text;
        hashes.push(hash(changed));
    }
    let count = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), count);
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(
        givers in proptest::collection::vec(any::<u8>(), 0..60),
        takers in proptest::collection::vec(any::<u8>(), 0..60),
        pairs in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        let _ = tables(&givers, &takers, &pairs, &pairs).build();
    }

    #[test]
    fn nearly_right_tables_never_panic(
        givers in "(giver|capacity|minimum)?,?capacity\n(([ab\"]|\r|\n)?,?[0-9-]{0,3}\n){0,4}",
        takers in "taker,demand\r?\n([cd\"]?,[0-9]{0,10}\n){0,4}",
        pairs in "giver,taker,score\n([ab],[cda],-?[0-9]{0,11}\\.?[0-9]{0,7}\n){0,6}",
    ) {
        if let Ok(problem) = tables(givers.as_bytes(), takers.as_bytes(), pairs.as_bytes(), b"").build() {
            solve(&problem, Objective::Coverage);
        }
    }
}
