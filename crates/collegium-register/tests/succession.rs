//! What became of a school: cases told by hand, random histories against a slow twin, and the real file.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use collegium_register::{
    carried::NotCarried,
    collegium_model::{chrono::NaiveDate, urn::Urn},
    fault::RegisterFaults,
    filter::Filter,
    links::Links,
    register::{ReadOptions, Register},
    signals::{Signal, Signals},
    source::Source,
    succession::{Standing, Succession, Successions},
};
use proptest::{collection::vec, prelude::*};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const HEADER: &str = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate";

fn urn(number: u32) -> Urn {
    Urn::new(900_000 + number).unwrap()
}

fn urns<C: FromIterator<Urn>>(numbers: &[u32]) -> C {
    numbers.iter().map(|&number| urn(number)).collect()
}

fn read(rows: &str) -> Result<Links, RegisterFaults> {
    Links::read(Source::new("links.csv", format!("{HEADER}\n{rows}").as_bytes()))
}

/// Rows of the form `1 2 Successor` or `1 2 Successor @ 01-09-2020`.
fn links(rows: &[&str]) -> Links {
    let row = |row: &&str| {
        let (row, day) = row.split_once(" @ ").unwrap_or((row, ""));
        let mut words = row.splitn(3, ' ');
        let mut number = || urn(words.next().unwrap().parse().unwrap()).number();
        let (one, other) = (number(), number());
        format!("{one},{other},A school,{},{day}\n", words.next().unwrap())
    };
    read(&rows.iter().map(row).collect::<String>()).unwrap()
}

fn histories(rows: &[&str]) -> Successions {
    Successions::new(&links(rows), None, |_| Standing::Unlisted)
}

fn succeeded(chain: &[u32]) -> Succession {
    Succession::Succeeded { chain: urns(chain) }
}

#[test]
fn a_chain_is_followed_from_whichever_side_tells_it() {
    let all = histories(&[
        "1 2 Successor",
        "2 1 Predecessor",
        "3 2 Predecessor",
        "3 4 Successor",
    ]);
    assert_eq!(all.of(urn(1)), succeeded(&[2, 3, 4]));
    assert_eq!(all.of(urn(3)), succeeded(&[4]));
    assert_eq!(all.of(urn(4)), Succession::Unchanged);
    assert_eq!(all.of(urn(5)), Succession::Unknown);
    assert_eq!(all.ancestors(urn(4)), urns(&[1, 2, 3]));
    assert_eq!(all.of(urn(1)).present(urn(1)), Some(urn(4)));
}

#[test]
fn a_merger_is_told_by_its_words_or_by_who_came_in() {
    let worded = histories(&["1 2 Predecessor - merged"]);
    let merged = |chain: &[u32], with: &[u32]| Succession::Merged {
        chain: urns(chain),
        with: urns(with),
    };
    assert_eq!(worded.of(urn(2)), merged(&[1], &[]));
    let shaped = histories(&["1 3 Successor", "2 3 Successor", "3 4 Successor"]);
    assert_eq!(shaped.of(urn(1)), merged(&[3, 4], &[2]));
    assert_eq!(shaped.of(urn(3)), succeeded(&[4]));
    assert_eq!(shaped.of(urn(1)).present(urn(1)), None);
}

#[test]
fn a_split_is_left_to_a_person_and_one_that_comes_together_again_is_none() {
    let all = histories(&["1 2 Successor", "1 3 Successor"]);
    assert_eq!(all.of(urn(1)), Succession::Split { into: urns(&[2, 3]) });
    let worded = histories(&["1 2 Successor - Split School"]);
    assert_eq!(worded.of(urn(1)), Succession::Split { into: urns(&[2]) });
    let diamond = histories(&["1 2 Successor", "1 3 Successor", "2 4 Successor", "3 4 Successor"]);
    assert_eq!(diamond.of(urn(1)), succeeded(&[2, 4]));
    assert_eq!(
        diamond.of(urn(2)),
        Succession::Merged {
            chain: urns(&[4]),
            with: urns(&[3])
        }
    );
}

#[test]
fn a_circle_is_told_and_so_is_what_leads_there() {
    let all = histories(&["1 2 Successor", "2 3 Successor", "3 2 Successor", "1 9 Successor"]);
    let circle = Succession::Circular {
        circle: urns(&[2, 3]),
    };
    assert_eq!((all.of(urn(1)), all.of(urn(2))), (circle.clone(), circle));
    assert_eq!(all.of(urn(9)), Succession::Unchanged);
    assert_eq!(all.ancestors(urn(2)), urns(&[1, 2, 3]));
}

#[test]
fn the_register_settles_what_links_leave_open() {
    let file = links(&["1 2 Result of Amalgamation", "2 1 Result of Amalgamation"]);
    let none = Successions::new(&file, None, |_| Standing::Unlisted);
    let untold = Succession::Untold {
        chain: vec![],
        with: urns(&[2]),
    };
    assert_eq!(none.of(urn(1)), untold);
    let open = |number: u32| {
        move |at| {
            if at == urn(number) {
                Standing::Open
            } else {
                Standing::Closed
            }
        }
    };
    let first = Successions::new(&file, None, open(1));
    assert_eq!(
        first.of(urn(2)),
        Succession::Merged {
            chain: urns(&[1]),
            with: BTreeSet::new()
        }
    );
    assert_eq!(first.of(urn(1)), Succession::Unchanged);
    // Each is said to follow the other; one of them is open.
    let file = links(&["1 2 Successor", "2 1 Successor"]);
    assert_eq!(Successions::new(&file, None, open(2)).of(urn(1)), succeeded(&[2]));
    // Whatever took its place is closed.
    let file = links(&["1 2 Successor"]);
    let closed = Successions::new(&file, None, |_| Standing::Closed);
    assert_eq!(closed.of(urn(1)), Succession::Closed { chain: urns(&[2]) });
    assert_eq!(closed.of(urn(2)), Succession::Closed { chain: vec![] });
}

#[test]
fn a_link_holds_from_its_day_on_and_without_one_always() {
    let file = links(&[
        "1 2 Successor @ 01-09-2020",
        "2 1 Predecessor @ 31-08-2020",
        "2 3 Successor",
    ]);
    let on = |day| {
        let day = NaiveDate::from_ymd_opt(2020, 8, day);
        Successions::new(&file, day, |_| Standing::Unlisted).of(urn(1))
    };
    assert_eq!(on(30), Succession::Unchanged);
    assert_eq!(on(31), succeeded(&[2, 3]), "the earlier of the two days counts");
}

#[test]
fn what_is_no_fault_is_counted() {
    let count = links(&[
        "1 2 Successor @ 01-09-2020",
        "2 1 Predecessor",
        "1 2 Successor",
        "3 4 Successor",
        "4 3 Successor",
        "5 6 Result of Amalgamation",
        "7 8 Sixth Form Centre Link",
        "9 8 Predecessor - merged",
    ])
    .count();
    assert_eq!(
        (count.rows, count.undated, count.repeated, count.aside),
        (8, 7, 1, 1)
    );
    assert_eq!((count.followed, count.one_sided), (3, 3));
    assert_eq!((count.together, count.contradictory), (1, 1));
}

#[test]
fn every_fault_comes_at_once_with_its_place() {
    let told =
        read("9000,900002,,Successor,\n900001,x,,Heir,yesterday\n900001,900001,,Other,\n900001,900002\n");
    let told = told.unwrap_err();
    let places: Vec<_> = told
        .faults()
        .iter()
        .map(|it| (it.line.unwrap(), it.column.as_deref()))
        .collect();
    assert_eq!(
        places,
        [
            (2, Some("URN")),
            (3, Some("LinkURN")),
            (3, Some("LinkType")),
            (3, Some("LinkEstablishedDate")),
            (4, Some("LinkURN")),
            (5, None),
        ]
    );
    let missing = Links::read(Source::new("l.csv", b"URN,Link URN,Kind\n1,2,3\n")).unwrap_err();
    assert_eq!(missing.faults().len(), 2);
    assert!(missing.to_string().contains("\"Link URN\""), "{missing}");
}

/// Nothing here goes deeper with a longer chain.
#[test]
fn a_long_chain_ends() {
    let row = |at: u32| format!("{},{},,Successor,\n", 900_000 + at, 900_001 + at);
    let rows: Vec<String> = (0..50_000).map(row).collect();
    let all = Successions::new(&read(&rows.concat()).unwrap(), None, |_| Standing::Unlisted);
    let Succession::Succeeded { chain } = all.of(urn(0)) else {
        panic!()
    };
    assert_eq!((chain.len(), chain.last()), (50_000, Some(&urn(50_000))));
}

const REGISTER: &str = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Town
900001,A,Open,Primary,X
900002,B,Open,Primary,X
900003,C,Open,Primary,Y
900004,D,Closed,Primary,X
900005,E,Open,Primary,X
";

fn carried(links: &Links, signals: &str, town: Option<&str>) -> Register {
    let town = town.map(|town| Filter::new("Town", town));
    let options = town
        .into_iter()
        .fold(ReadOptions::default(), ReadOptions::with_filter);
    let register = Register::read(Source::new("r.csv", REGISTER.as_bytes()), &options).unwrap();
    let signals = Signals::read(Source::new("s.csv", signals.as_bytes())).unwrap();
    register.with_signals_carried(signals, links)
}

fn rise(register: &Register, number: u32) -> Option<&Signal> {
    let name = urn(number).to_string();
    let record = register
        .records()
        .iter()
        .find(|it| it.school.reference.to_string() == name);
    register.signal(record.unwrap(), "RISE")
}

#[test]
fn signals_of_an_old_number_reach_the_school_of_today() {
    let links = links(&[
        "21 11 Successor",
        "11 1 Successor",
        "12 2 Successor",
        "13 3 Successor - merged",
    ]);
    let signals = "URN,RISE\n900011,1\n900021,0\n900012,1\n900002,0\n900013,1\n900099,1\nNAT,\n";
    let register = carried(&links, signals, None);
    assert_eq!(rise(&register, 1), Some(&Signal::Flag(true)), "the nearer one");
    assert_eq!(rise(&register, 2), Some(&Signal::Flag(false)), "its own");
    assert_eq!(
        rise(&register, 3),
        None,
        "figures of a part are not those of the whole"
    );
    let told = register.carried().unwrap();
    assert_eq!(told.to, BTreeMap::from([(urn(11), urn(1))]));
    let not = BTreeMap::from([
        (NotCarried::HasItsOwn, urns(&[12, 21])),
        (NotCarried::Merged, urns(&[13])),
        (NotCarried::NoLink, urns(&[99])),
    ]);
    assert_eq!(told.not, not);
    let count = register.signal_count().unwrap();
    assert_eq!(
        (count.rows, count.matched, count.elsewhere, count.footers),
        (7, 2, 4, 1)
    );
    assert!(
        register.pseudonymised(7).carried().is_none(),
        "a URN would undo pseudonyms"
    );
}

#[test]
fn signals_go_nowhere_where_the_school_of_today_was_not_read_or_is_none() {
    let links = links(&[
        "13 3 Successor",
        "14 4 Successor",
        "15 5 Successor",
        "15 1 Successor",
        "16 17 Successor",
        "17 16 Successor",
        "18 19 Result of Amalgamation",
    ]);
    let old = "900013,1\n900014,1\n900015,1\n900016,1\n900018,1\n";
    let register = carried(&links, &format!("URN,RISE\n{old}900003,1\n900004,1\n"), Some("X"));
    let told = register.carried().unwrap();
    assert!(told.to.is_empty());
    let not = BTreeMap::from([
        (NotCarried::NotInRegister, urns(&[3, 13])),
        (NotCarried::Closed, urns(&[4, 14])),
        (NotCarried::Split, urns(&[15])),
        (NotCarried::Circular, urns(&[16])),
        (NotCarried::Untold, urns(&[18])),
    ]);
    assert_eq!(told.not, not);
}

/// What became of a school, found by trying every way: slow and obvious.
struct Twin {
    arcs: BTreeMap<(u32, u32), BTreeSet<&'static str>>,
}

const WORDS: [&str; 4] = [
    "Successor",
    "Successor - merged",
    "Successor - Split School",
    "Successor - amalgamated",
];

impl Twin {
    /// Every way from a school to an end, or none where one of them comes back to where it was.
    fn ways(&self, way: &mut Vec<u32>, all: &mut Vec<Vec<u32>>) -> bool {
        let at = *way.last().unwrap();
        let next: Vec<u32> = self
            .arcs
            .keys()
            .filter(|arc| arc.0 == at)
            .map(|arc| arc.1)
            .collect();
        if next.is_empty() {
            all.push(way.clone());
        }
        next.into_iter().all(|next| {
            if way.contains(&next) {
                return false;
            }
            way.push(next);
            let ends = self.ways(way, all);
            way.pop();
            ends
        })
    }

    fn leads(&self, from: u32, to: u32) -> bool {
        // As many steps as there are schools reach all that can be reached.
        let mut reached = BTreeSet::from([from]);
        for _ in 0..8 {
            let more = self
                .arcs
                .keys()
                .filter(|arc| reached.contains(&arc.0))
                .map(|arc| arc.1);
            reached = reached.iter().copied().chain(more).collect();
        }
        reached.contains(&to)
    }

    fn of(&self, from: u32, closed: &BTreeSet<u32>) -> Option<Succession> {
        let mut all = Vec::new();
        if !self.ways(&mut vec![from], &mut all) {
            return None;
        }
        let words: BTreeSet<&str> = all
            .iter()
            .flat_map(|way| way.windows(2).flat_map(|two| &self.arcs[&(two[0], two[1])]))
            .copied()
            .collect();
        let ends: BTreeSet<u32> = all.iter().map(|way| *way.last().unwrap()).collect();
        if ends.len() > 1 || words.contains("Successor - Split School") {
            return Some(Succession::Split {
                into: ends.into_iter().map(urn).collect(),
            });
        }
        let longest = all.iter().map(Vec::len).max().unwrap();
        let way = all.iter().filter(|way| way.len() == longest).min().unwrap();
        let chain: Vec<Urn> = urns(&way[1..]);
        let with: BTreeSet<Urn> = self
            .arcs
            .keys()
            .filter(|(earlier, later)| {
                *later != from
                    && self.leads(from, *later)
                    && !self.leads(from, *earlier)
                    && !self.leads(*earlier, from)
            })
            .map(|(earlier, _)| urn(*earlier))
            .collect();
        let merged = words
            .iter()
            .any(|word| word.contains("merged") || word.contains("amalgamated"));
        Some(if closed.contains(way.last().unwrap()) {
            Succession::Closed { chain }
        } else if chain.is_empty() {
            Succession::Unchanged
        } else if merged || !with.is_empty() {
            Succession::Merged { chain, with }
        } else {
            Succession::Succeeded { chain }
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_histories_are_those_of_a_slow_twin(
        rows in vec((0..8_u32, 0..8_u32, prop_oneof![6 => Just(0_usize), 1 => 1..4_usize], any::<bool>()), 1..14),
        open in proptest::collection::btree_set(0..8_u32, 0..3),
        closed in proptest::collection::btree_set(0..8_u32, 0..3),
        // Most histories are without circles: they go from lower to higher numbers.
        upwards in prop_oneof![3 => Just(true), 1 => Just(false)],
    ) {
        let mut twin = Twin { arcs: BTreeMap::new() };
        let mut lines = Vec::new();
        let mut named = BTreeSet::new();
        for (one, other, word, from_later) in rows {
            let (earlier, later) = if upwards { (one.min(other), one.max(other)) } else { (one, other) };
            if earlier == later {
                continue;
            }
            named.extend([earlier, later]);
            lines.push(if from_later {
                format!("{later} {earlier} {}", WORDS[word].replace("Successor", "Predecessor"))
            } else {
                format!("{earlier} {later} {}", WORDS[word])
            });
            if !open.contains(&earlier) {
                twin.arcs.entry((earlier, later)).or_default().insert(WORDS[word]);
            }
        }
        prop_assume!(!lines.is_empty());
        let standing = |at: Urn| match at.number() - 900_000 {
            number if open.contains(&number) => Standing::Open,
            number if closed.contains(&number) => Standing::Closed,
            _ => Standing::Unlisted,
        };
        let closed: BTreeSet<u32> = closed.difference(&open).copied().collect();
        let told: Vec<&str> = lines.iter().map(String::as_str).collect();
        let all = Successions::new(&links(&told), None, standing);
        let backwards: Vec<&str> = told.iter().rev().copied().collect();
        let again = Successions::new(&links(&backwards), None, standing);
        for from in 0..8 {
            let found = all.of(urn(from));
            prop_assert_eq!(&found, &again.of(urn(from)), "the order of rows does not matter");
            let before: BTreeSet<Urn> = (0..8).filter(|at| *at != from && twin.leads(*at, from)).map(urn).collect();
            let mut ancestors = all.ancestors(urn(from));
            ancestors.remove(&urn(from));
            prop_assert_eq!(ancestors, before);
            if !named.contains(&from) {
                prop_assert_eq!(found, Succession::Unknown);
                continue;
            }
            match (twin.of(from, &closed), found) {
                (Some(expected), found) => prop_assert_eq!(found, expected),
                (None, Succession::Circular { circle }) => {
                    let next = circle.iter().cycle().skip(1);
                    for (one, other) in circle.iter().zip(next) {
                        let arc = (one.number() - 900_000, other.number() - 900_000);
                        prop_assert!(twin.arcs.contains_key(&arc), "{:?}", circle);
                    }
                    prop_assert!(twin.leads(from, circle[0].number() - 900_000));
                }
                (None, found) => prop_assert!(false, "{from}: {found:?}"),
            }
        }
    }

    #[test]
    fn any_bytes_are_links_or_faults(bytes in vec(any::<u8>(), 0..400), body in "[0-9,\"a-zA-Z\n -]{0,200}") {
        for bytes in [bytes, format!("{HEADER}\n{body}").into_bytes()] {
            if let Err(faults) = Links::read(Source::new("l.csv", &bytes)) {
                prop_assert!(!faults.faults().is_empty());
            }
        }
    }
}

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

fn kinds(all: &Successions, links: &Links) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for school in links.schools() {
        let told = serde_json::to_value(all.of(*school)).unwrap();
        *kinds
            .entry(told["kind"].as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    kinds
}

fn figures(kinds: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
    kinds
        .iter()
        .map(|(kind, count)| (kind.as_str(), *count))
        .collect()
}

/// The figures were counted by other means: a script that follows every way.
#[test]
fn the_real_file_of_links_is_read_whole() {
    let Some(bytes) = real("gias-links-original.csv") else {
        return;
    };
    let links = Links::read(Source::new("links", &bytes)).unwrap();
    let count = links.count();
    assert_eq!(
        (count.rows, count.footers, count.undated, count.repeated),
        (33_801, 0, 8_253, 0)
    );
    assert_eq!((count.followed, count.one_sided, count.aside), (16_844, 254, 213));
    assert_eq!((count.together, count.contradictory), (66, 10));
    assert_eq!(links.schools().len(), 29_351);
    let alone = Successions::new(&links, None, |_| Standing::Unlisted);
    assert_eq!(
        figures(&kinds(&alone, &links)),
        [
            ("circular", 36),
            ("merged", 4_747),
            ("split", 201),
            ("succeeded", 11_744),
            ("unchanged", 12_508),
            ("untold", 115),
        ]
    );
    let chains = links.schools().iter().filter_map(|&it| match alone.of(it) {
        Succession::Succeeded { chain } => Some(chain.len()),
        _ => None,
    });
    assert_eq!(chains.max(), Some(3));
    let Some(bytes) = real("gias-england.csv") else {
        return;
    };
    let register = Register::read(Source::new("england", &bytes), &ReadOptions::default()).unwrap();
    let open: BTreeSet<String> = register
        .schools()
        .map(|school| school.reference.to_string())
        .collect();
    let standing = |urn: Urn| {
        if open.contains(&urn.to_string()) {
            Standing::Open
        } else {
            Standing::Unlisted
        }
    };
    let known = Successions::new(&links, None, standing);
    assert_eq!(
        figures(&kinds(&known, &links)),
        [
            ("circular", 17),
            ("merged", 4_823),
            ("split", 88),
            ("succeeded", 11_773),
            ("unchanged", 12_577),
            ("untold", 73),
        ]
    );

    // Every old number with a row of signals: each goes somewhere or is counted.
    let old = links
        .schools()
        .iter()
        .filter(|it| !open.contains(&it.to_string()));
    let rows: Vec<String> = old.map(|urn| format!("{urn},1\n")).collect();
    let file = format!("URN,RISE\n{}", rows.concat());
    let signals = Signals::read(Source::new("signals", file.as_bytes())).unwrap();
    let register = register.with_signals_carried(signals, &links);
    let told = register.carried().unwrap();
    let not: Vec<_> = told.not.iter().map(|(why, rows)| (*why, rows.len())).collect();
    assert_eq!((rows.len(), told.to.len()), (17_522, 10_714));
    assert_eq!(
        not,
        [
            (NotCarried::HasItsOwn, 706),
            (NotCarried::NotInRegister, 353),
            (NotCarried::Merged, 4_823),
            (NotCarried::Split, 88),
            (NotCarried::Untold, 73),
            (NotCarried::Circular, 17),
            (NotCarried::NoLink, 748),
        ]
    );
}
