//! The command on real registers. They are no part of this repository: where they are not beside it, these
//! tests say so and pass.

use crate::support::{adds_up, figure, files, place, real, run, summary, text};
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    path::Path,
};

/// The rows of a real file by column, read as Windows-1252 or UTF-8.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let bytes = std::fs::read(path).expect("the file is there");
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        // What differs from Latin-1 are marks, which no test here looks for.
        error.into_bytes().iter().map(|byte| char::from(*byte)).collect()
    });
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header = fields(lines.next().expect("a header"));
    lines
        .map(|line| header.iter().cloned().zip(fields(line)).collect())
        .collect()
}

/// The fields of a line of CSV without line breaks in fields.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().expect("at least one").push(c),
        }
    }
    fields
}

fn verified(directory: &Path) {
    let arguments = [
        "match",
        "verify",
        "--givers",
        "givers.csv",
        "--takers",
        "takers.csv",
        "--pairs",
        "pairs.csv",
        "--plan",
        "plan.json",
    ];
    run(directory, arguments).done();
    run(directory, ["log", "check", "log.jsonl"]).done();
}

#[test]
fn lincolnshire_is_planned() {
    let (Some(register), Some(signals)) = (real("gias-lincolnshire.csv"), real("signals-lincolnshire.csv"))
    else {
        return;
    };
    let place = place();
    let arguments: [&OsStr; 6] = [
        "round".as_ref(),
        register.as_ref(),
        "--signals".as_ref(),
        signals.as_ref(),
        "--out".as_ref(),
        "out".as_ref(),
    ];
    run(place.path(), arguments).done();
    let out = place.path().join("out");
    let summary = summary(&out);
    adds_up(&summary);
    assert_eq!(figure(&summary, "schools"), 356);
    assert_eq!(
        summary["register"], "gias-lincolnshire.csv",
        "where it lies is nobody's business"
    );
    assert_eq!(
        summary["reallocations"],
        serde_json::json!({}),
        "a real register stops at the plan"
    );
    let takers = text(&out.join("takers.csv"));
    let named: BTreeSet<_> = takers.lines().filter_map(|line| line.split('/').next()).collect();
    let rise: Vec<_> = rows(&signals)
        .into_iter()
        .filter(|row| row["RISE"] == "1")
        .collect();
    assert_eq!(rise.len(), 10);
    for row in rise {
        assert!(
            named.contains(row["URN"].as_str()),
            "{} is named for support",
            row["URN"]
        );
    }
    verified(&out);
}

const SEED: &str = "7071067811865475";

#[test]
fn lincolnshire_is_played_under_pseudonyms() {
    let (Some(register), Some(signals)) = (real("gias-lincolnshire.csv"), real("signals-lincolnshire.csv"))
    else {
        return;
    };
    let place = place();
    let arguments: [&OsStr; 9] = [
        "round".as_ref(),
        register.as_ref(),
        "--signals".as_ref(),
        signals.as_ref(),
        "--play".as_ref(),
        "--seed".as_ref(),
        SEED.as_ref(),
        "--out".as_ref(),
        "out".as_ref(),
    ];
    let ran = run(place.path(), arguments).done();
    let out = place.path().join("out");
    let played = summary(&out);
    adds_up(&played);
    assert!(
        played["reallocations"].as_object().expect("counts").len() >= 3,
        "{played}"
    );
    verified(&out);
    let mut secrets = BTreeSet::from([SEED.to_owned(), "lincolnshire".to_owned()]);
    for row in rows(&register) {
        for column in [
            "URN",
            "EstablishmentName",
            "Postcode",
            "Trusts (name)",
            "Trusts (code)",
            "LA (name)",
        ] {
            // Short codes, such as those of a trust, stand in any long number.
            let secret = row.get(column).map_or("", |cell| cell.trim());
            if secret.len() > 5 || column == "URN" {
                secrets.extend(spellings(&secret.to_lowercase()));
            }
        }
    }
    assert!(secrets.len() > 1000, "{}", secrets.len());
    let mut outputs: BTreeMap<_, _> = files(&out)
        .into_iter()
        .map(|(name, bytes)| {
            (
                name,
                String::from_utf8(bytes).expect("output is UTF-8").to_lowercase(),
            )
        })
        .collect();
    outputs.insert("standard output".to_owned(), ran.out.to_lowercase());
    assert!(
        mention("at st mary&#39;s.", "st mary&#39;s").is_some(),
        "what stands there is found"
    );
    for (name, output) in &outputs {
        let words: BTreeSet<_> = words(output).collect();
        // Looking for each secret in each file is slow: first, whether all its words are there.
        for secret in secrets
            .iter()
            .filter(|secret| self::words(secret).all(|word| words.contains(word)))
        {
            if let Some(at) = mention(output, secret) {
                let around: String = output[at.saturating_sub(40)..].chars().take(120).collect();
                panic!("{name} tells {secret:?}: …{around}…");
            }
        }
    }
}

/// A name as it is, and as a page would write it.
fn spellings(name: &str) -> [String; 4] {
    let name = name.replace('\u{92}', "\u{2019}");
    let page = name.replace('&', "&amp;");
    let quoted = |quote| page.replace('\'', quote);
    [quoted("&#39;"), quoted("&#x27;"), page.clone(), name]
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
}

/// Where `secret` stands as a word of its own: digits within a longer number or an id name nobody.
fn mention(text: &str, secret: &str) -> Option<usize> {
    let number = secret.bytes().all(|byte| byte.is_ascii_digit());
    text.match_indices(secret).map(|(at, _)| at).find(|at| {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || number && c == '.');
        !joins(text[..*at].chars().next_back()) && !joins(text[at + secret.len()..].chars().next())
    })
}

#[test]
fn the_default_seed_is_no_key() {
    let Some(register) = real("gias-lincolnshire.csv") else {
        return;
    };
    let place = place();
    let arguments: [&OsStr; 3] = ["round".as_ref(), register.as_ref(), "--play".as_ref()];
    let ran = run(place.path(), arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("note: ") && ran.err.contains("--seed"),
        "{}",
        ran.err
    );
}

#[test]
fn authorities_of_england_are_planned_one_by_one() {
    let (Some(register), Some(signals)) = (real("gias-england.csv"), real("signals-england.csv")) else {
        return;
    };
    let place = place();
    for (authority, schools, needy) in [
        ("City of London", 1, false),
        ("Merton", 56, false),
        ("Isle of Wight", 46, true),
    ] {
        let filter = format!("LA (name)={authority}");
        let arguments: [&OsStr; 8] = [
            "round".as_ref(),
            register.as_ref(),
            "--signals".as_ref(),
            signals.as_ref(),
            "--where".as_ref(),
            filter.as_ref(),
            "--out".as_ref(),
            authority.as_ref(),
        ];
        let ran = run(place.path(), arguments).done();
        let out = place.path().join(authority);
        let summary = summary(&out);
        adds_up(&summary);
        assert_eq!(figure(&summary, "schools"), schools, "{authority}");
        assert_eq!(figure(&summary, "rows"), 21_895);
        assert_eq!(figure(&summary, "takers") > 0, needy, "{authority}");
        assert_eq!(
            ran.out.contains("empty: no school here needs support"),
            !needy,
            "{authority}"
        );
        verified(&out);
    }
}

#[test]
fn the_original_layout_is_read_and_its_missing_places_accounted_for() {
    let Some(register) = real("gias-original-99-rows.csv") else {
        return;
    };
    let place = place();
    let arguments: [&OsStr; 4] = [
        "round".as_ref(),
        register.as_ref(),
        "--out".as_ref(),
        "out".as_ref(),
    ];
    let ran = run(place.path(), arguments).done();
    let summary = summary(&place.path().join("out"));
    adds_up(&summary);
    assert_eq!(figure(&summary, "rows"), 99);
    let without = &summary["without_place"];
    assert_eq!(figure(without, "kept") + figure(without, "skipped"), 22);
    assert!(ran.out.contains("rules not used"), "{}", ran.out);
    verified(&place.path().join("out"));
}
