//! How signals become needs and offers, rule by rule, on schools that are made up.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use collegium_register::{
    collegium_model::{
        candidate::CandidateRules,
        need::{NeedSource, Severity},
        quantity::HalfDays,
        uuid::Uuid,
    },
    derivation::{DEFAULT_DERIVATION, Derivation, Derived, fault::DerivationFaultKind},
    number::Thousandths,
    register::{ReadOptions, Register},
    source::Source,
};
use std::fmt::Write;

const HEADER: &str = "URN,RISE,TSH,PPERSABS10,READPROG,WRITPROG,MATPROG,p8_banding,Mood";

/// A register of schools given as grade, phase and signals; the first is 900001.
fn register(schools: &[(&str, &str, &str)]) -> Register {
    let mut gias =
        "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OfstedRating (name)\n"
            .to_owned();
    let mut signals = format!("{HEADER}\n");
    for (urn, (grade, phase, row)) in (900_001..).zip(schools) {
        writeln!(gias, "{urn},School {urn},Open,{phase},{grade}").unwrap();
        writeln!(signals, "{urn},{row}").unwrap();
    }
    Register::read_with_signals(
        Source::new("r.csv", gias.as_bytes()),
        Source::new("s.csv", signals.as_bytes()),
        &ReadOptions::default(),
    )
    .unwrap()
}

fn derive(derivation: &str, schools: &[(&str, &str, &str)]) -> Derived {
    let derivation = Derivation::read("d.toml", derivation).unwrap();
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    derivation.derive(&register(schools), &mut ids).unwrap()
}

/// Needs of one school under the shipped derivation: area, severity, all rules that fired.
fn needs(grade: &str, phase: &str, row: &str) -> Vec<String> {
    let derived = derive(DEFAULT_DERIVATION, &[(grade, phase, row)]);
    derived
        .needs
        .iter()
        .map(|need| {
            let rules: Vec<_> = derived.fired_for_need[&need.id]
                .iter()
                .map(ToString::to_string)
                .collect();
            format!("{} {}: {}", need.area, need.severity.label(), rules.join(" "))
        })
        .collect()
}

/// The offer of one school under the shipped derivation: areas, at once, the rule that decided.
fn offer(grade: &str, phase: &str, row: &str) -> Option<String> {
    let derived = derive(DEFAULT_DERIVATION, &[(grade, phase, row)]);
    derived.offers.first().map(|offer| {
        let areas: Vec<_> = offer.areas.iter().map(ToString::to_string).collect();
        format!(
            "{}: {} at once, {}",
            areas.join(" "),
            offer.at_once,
            offer.rule.as_ref().unwrap()
        )
    })
}

#[test]
fn a_blank_grade_is_neither_a_need_nor_an_offer() {
    assert!(needs("", "Primary", ",,,,,,,").is_empty());
    assert_eq!(offer("", "Primary", ",,,3,3,3,,"), None);
    assert!(offer("Good", "Primary", ",,,3,3,3,,").is_some());
}

#[test]
fn several_rules_make_one_need_and_all_are_remembered() {
    assert_eq!(
        needs("Requires improvement", "Primary", "1,,41.0,-6,-5,SUPP,,"),
        [
            "leadership Urgent: rise",
            "quality_of_education Urgent: rise requires_improvement key_stage_2_progress_low",
            "attendance Moderate: persistent_absence_high",
        ]
    );
}

#[test]
fn each_weak_grade_is_a_need() {
    for grade in ["Inadequate", "Serious Weaknesses", "Special Measures"] {
        assert_eq!(
            needs(grade, "Primary", ",,,,,,,"),
            [
                "leadership Urgent: lowest_grade",
                "quality_of_education Urgent: lowest_grade"
            ]
        );
    }
}

#[test]
fn thresholds_hold_to_the_last_digit_and_withheld_figures_meet_none() {
    let attendance = |share| needs("Good", "Primary", &format!(",,{share},,,,,")).len();
    assert_eq!(
        [attendance("39.9"), attendance("40"), attendance("SUPP")],
        [0, 1, 0]
    );
    let progress = |figures| needs("Good", "Primary", &format!(",,,{figures},,")).len();
    assert_eq!(
        ["-5,-5,9", "-4.9,-5,-4.9", "SUPP,-9,LOWCOV", "-9,NE,-9"].map(progress),
        [1, 0, 0, 1]
    );
}

#[test]
fn special_schools_are_not_measured_by_secondary_progress() {
    assert_eq!(needs("Good", "Secondary", ",,,,,,Well below average,").len(), 1);
    assert!(needs("Good", "Not applicable", ",,90,,,,Well below average,").is_empty());
}

#[test]
fn who_needs_help_lends_none_unless_the_rule_says_where() {
    assert!(
        offer("Outstanding", "Primary", ",,,,,,,")
            .unwrap()
            .ends_with("2 at once, outstanding")
    );
    assert_eq!(offer("Outstanding", "Primary", ",,45,,,,,"), None);
    assert_eq!(
        offer("Outstanding", "Primary", ",1,45,,,,,").unwrap(),
        "leadership quality_of_education inclusion: 4 at once, teaching_school_hub"
    );
    let derived = derive(DEFAULT_DERIVATION, &[("Outstanding", "Primary", ",,45,,,,,")]);
    assert_eq!(
        (derived.withheld_offers.len(), derived.takers, derived.givers),
        (1, 1, 0)
    );
}

#[test]
fn units_and_ratio_are_told() {
    let derived = derive(
        DEFAULT_DERIVATION,
        &[
            ("Outstanding", "Primary", ",1,,,,,,"),
            ("Outstanding", "Primary", ",,,,,,,"),
            ("Inadequate", "Primary", ",,,,,,,"),
        ],
    );
    let size = HalfDays(10);
    assert_eq!((derived.units_needed(), derived.units_offered(size)), (2, 6));
    assert_eq!(derived.capacity_ratio(), Some(Thousandths(2000)));
    assert_eq!(
        derive(DEFAULT_DERIVATION, &[("Good", "Primary", ",,,,,,,")]).capacity_ratio(),
        None
    );
}

const SMALL: &str = r#"
name = "small"
version = 1
areas = ["mood"]

[[need]]
id = "gloom"
meaning = "The school says it is gloomy."
source = "assumption"
when = [{ signal = "Mood", is = ["gloomy"] }]
areas = "all"
severity = "low"
units = 2
"#;

#[test]
fn columns_of_ones_own_can_be_asked_for() {
    let derived = derive(
        SMALL,
        &[
            ("", "", ",,,,,,,Gloomy"),
            ("", "", ",,,,,,,calm"),
            ("", "", ",,,,,,,"),
        ],
    );
    assert_eq!(derived.needs.len(), 1);
    assert_eq!(
        (derived.needs[0].severity, derived.needs[0].units.0),
        (Severity::Low, 2)
    );
    assert!(matches!(&derived.needs[0].source, NeedSource::Signals { rule } if rule.as_str() == "gloom"));
}

#[test]
fn a_published_column_that_is_absent_leaves_rules_idle_and_an_unknown_one_is_a_fault() {
    let gias =
        b"URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n900001,A,Open,Primary\n";
    let bare = Register::read(Source::new("r.csv", gias), &ReadOptions::default()).unwrap();
    let derived = Derivation::shipped()
        .unwrap()
        .derive(&bare, &mut Uuid::nil)
        .unwrap();
    // This register has neither grades nor signals.
    assert_eq!(derived.idle.len(), 10);
    let derive = |text: &str, register: &Register| {
        let derivation = Derivation::read("d.toml", text).unwrap();
        derivation
            .derive(register, &mut Uuid::nil)
            .map_err(|faults| faults.to_string())
    };
    assert_eq!(
        derive(SMALL, &bare).unwrap_err(),
        "d.toml:6, rule \"gloom\": no signals have a column \"Mood\""
    );
    let with_signals = register(&[("", "", ",,,,,,,calm")]);
    assert_eq!(
        derive(&SMALL.replace("Mood", "Moood"), &with_signals).unwrap_err(),
        "d.toml:6, rule \"gloom\": no signals have a column \"Moood\"; there are Mood"
    );
    assert_eq!(
        derive(&SMALL.replace("is = [\"gloomy\"]", "at_most = 3"), &with_signals).unwrap_err(),
        "d.toml:6, rule \"gloom\": the test does not suit column \"Mood\": words are tested by is, numbers and shares by at_least or at_most"
    );
}

#[test]
fn all_faults_of_a_derivation_come_at_once_with_their_lines() {
    let text = r#"name = ""
areas = ["mood", "Bad Area", "mood"]
colour = "red"

[candidates]
farthest = "far"
points = 3

[[need]]
id = "one"
meaning = "x"
source = "assumption"
when = [{ grade = ["fine"], phase = ["primary"] }, { phase = ["kindergarten"] }, { signal = "RISE", at_least = 1 }]
areas = ["moood"]
severity = "dire"
units = 0

[[offer]]
id = "one"
meaning = "x"
when = []
areas = "all"
at_once = "two"
half_days_per_term = -1
while_in_need = "never"

[[offer]]
id = "Two"
meaning = "x"
source = "assumption"
when = [{ signals = ["READPROG"], at_least = 1.5, in_at_least = 2 }, { signal = "p8_banding", is = ["Splendid"] }, { signal = "RISE" }]
areas = ["mood"]
at_once = 1
half_days_per_term = 10
"#;
    let faults = Derivation::read("d.toml", text).unwrap_err();
    let told: Vec<String> = faults
        .faults()
        .iter()
        .map(|fault| {
            assert!(!fault.help().is_empty());
            fault.to_string().replacen("d.toml:", "", 1)
        })
        .collect();
    let expected = [
        "1: \"name\" is empty",
        "1: \"version\" is missing",
        "2: \"Bad Area\" is no code",
        "2: \"mood\" stands on line 2 already",
        "3: \"colour\" means nothing here",
        "6: \"farthest\" must be a whole number of metres, or",
        "7: \"points\" means nothing here",
        "13, rule \"one\": a condition asks for exactly one of",
        "13, rule \"one\": \"kindergarten\" is not one of",
        "13, rule \"one\": the test does not suit column \"RISE\"",
        "14, rule \"one\": \"moood\" is not one of mood",
        "15, rule \"one\": \"dire\" is not one of low, moderate, high, urgent",
        "16, rule \"one\": \"units\" must lie between 1 and 65535; found 0",
        "18, rule \"one\": \"source\" is missing",
        "19, rule \"one\": \"one\" stands on line 10 already",
        "21, rule \"one\": \"when\" is empty",
        "23, rule \"one\": \"at_once\" must be a whole number; found string",
        "24, rule \"one\": \"half_days_per_term\" must lie between",
        "25, rule \"one\": \"never\" is not one of no_offer, other_areas, offer",
        "28, rule \"Two\": \"Two\" is no code",
        "31, rule \"Two\": \"in_at_least\" must lie between 1 and 1; found 2",
        "31, rule \"Two\": \"Splendid\" is not one of Well below average",
        "31, rule \"Two\": a condition on signals has exactly one of",
    ];
    for wanted in expected {
        assert!(
            told.iter().any(|fault| fault.starts_with(wanted)),
            "{wanted}\n{told:#?}"
        );
    }
    assert_eq!(told.len(), expected.len(), "{told:#?}");
}

#[test]
fn broken_toml_says_where() {
    let faults = Derivation::read("d.toml", "name = \"x\nversion = = 2\n").unwrap_err();
    let lines: Vec<_> = faults.faults().iter().map(|fault| fault.line).collect();
    assert!(
        faults
            .faults()
            .iter()
            .all(|fault| matches!(fault.kind, DerivationFaultKind::Syntax { .. }))
    );
    assert!(lines.contains(&Some(1)) && lines.contains(&Some(2)), "{lines:?}");
}

#[test]
fn what_ships_is_sound_and_each_rule_says_what_it_means_and_where_it_comes_from() {
    let shipped = Derivation::shipped().unwrap();
    assert_eq!((shipped.needs().len(), shipped.offers().len()), (6, 4));
    assert_eq!(shipped.candidates(), CandidateRules::default());
    for rule in shipped.needs() {
        assert!(rule.meaning.ends_with('.') && !rule.source.is_empty());
        assert_eq!(shipped.meaning(&rule.id), Some(rule.meaning.as_str()));
    }
}
