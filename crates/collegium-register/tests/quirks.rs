//! What registers do to their readers, one story each. All schools here are made up.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use collegium_register::{
    collegium_model::{
        chrono::NaiveDate,
        inspection::InspectionGrade,
        quantity::PerMille,
        school::{EducationPhase, ResponsibleBody, School},
        urn::Urn,
    },
    encoding::Encoding,
    fault::{FaultKind, RegisterFaults},
    filter::Filter,
    number::Thousandths,
    register::{ReadOptions, Record, Register, SkipReason},
    signals::{ProgressBand, Signal, SignalKind, Signals},
    source::Source,
    withheld::Withheld::{Blank, LowCoverage, NotApplicable, Suppressed},
};

const HEADER: &str = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)";

fn read(bytes: &[u8]) -> Result<Register, RegisterFaults> {
    Register::read(Source::new("r.csv", bytes), &ReadOptions::default())
}

/// A register of one school: the required columns, and one more.
fn with_cell(column: &str, cell: &str) -> Result<Register, RegisterFaults> {
    read(format!("{HEADER},{column}\r\n900001,Quillmere Primary School,Open,Primary,{cell}\r\n").as_bytes())
}

fn record(column: &str, cell: &str) -> Record {
    match with_cell(column, cell) {
        Ok(register) => register.records()[0].clone(),
        Err(faults) => panic!("{faults}"),
    }
}

/// Faults as people see them, the file's name aside.
fn faults(result: Result<Register, RegisterFaults>) -> Vec<String> {
    let faults = result.unwrap_err();
    assert!(faults.faults().iter().all(|fault| !fault.help().is_empty()));
    faults
        .into_iter()
        .map(|fault| fault.to_string().replacen("r.csv", "", 1))
        .collect()
}

#[test]
fn a_legacy_file_and_a_misread_one_are_one_register() {
    let row = |name: &[u8]| {
        let mut bytes = format!("{HEADER}\r\n900001,").into_bytes();
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(b",Open,Primary\r\n");
        read(&bytes).unwrap()
    };
    let legacy = row(b"St Aldra\x92s Ch\xE2teau School");
    let misread = row("St Aldra\u{92}s Château School".as_bytes());
    assert_eq!(legacy.records(), misread.records());
    assert_eq!(legacy.records()[0].school.name, "St Aldra’s Château School");
    assert_eq!(
        (legacy.encoding(), legacy.characters_repaired()),
        (Encoding::Windows1252, 0)
    );
    assert_eq!(
        (misread.encoding(), misread.characters_repaired()),
        (Encoding::Utf8, 1)
    );
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    let text = format!("\u{FEFF}{HEADER}\n900001,Quillmere,Open,Primary\n");
    let register = read(text.as_bytes()).unwrap();
    assert_eq!(register.encoding(), Encoding::Utf8WithMark);
    assert_eq!(register.records().len(), 1);
}

#[test]
fn columns_go_by_name_in_any_order_and_quoting() {
    let text = "\"Town\",\"PhaseOfEducation (name)\", establishmentstatus (name) ,EstablishmentName,\"URN\"\r\n\
                \"\",\"Primary\",Open,\"Heron Lane School, Quillmere\",900001\r\n\
                x,Secondary,\"Open\",\"The \"\"Old\"\" School\",\"900002\"\r\n";
    let register = read(text.as_bytes()).unwrap();
    let names: Vec<_> = register.schools().map(|school| school.name.as_str()).collect();
    assert_eq!(names, ["Heron Lane School, Quillmere", "The \"Old\" School"]);
    assert_eq!(register.columns_absent().len(), 11);
}

#[test]
fn schools_come_in_the_order_of_their_numbers() {
    let text = format!("{HEADER}\n900002,B,Open,Primary\n900001,A,Open,Primary\n");
    let register = read(text.as_bytes()).unwrap();
    let names: Vec<_> = register.schools().map(School::title).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn dates_come_in_three_spellings_or_not_at_all() {
    let day = NaiveDate::from_ymd_opt(2021, 8, 31);
    for cell in ["31-08-2021", "20210831", "31/08/2021"] {
        assert_eq!(record("OfstedLastInsp", cell).inspected, day);
    }
    assert_eq!(record("OfstedLastInsp", "").inspected, None);
    let wrong = faults(with_cell("OfstedLastInsp", "31-02-2021"));
    assert_eq!(
        wrong,
        [":2, column \"OfstedLastInsp\": \"31-02-2021\" is no date"]
    );
}

#[test]
fn footers_closed_and_proposed_schools_are_counted() {
    let text = format!(
        "{HEADER}\r\n900001,A,Open,Primary\r\n900002,B,Closed,Primary\r\n900003,C,Proposed to open,\r\n\
         900004,D,\"Open, but proposed to close\",Primary\r\n,,,\r\nNAT,England,,\r\nNAT\r\n,,3,4\r\n"
    );
    let register = read(text.as_bytes()).unwrap();
    let kept: Vec<_> = register.schools().map(School::title).collect();
    assert_eq!(kept, ["A", "D"]);
    let skipped: Vec<_> = register
        .skipped()
        .iter()
        .map(|(&reason, &rows)| (reason, rows))
        .collect();
    assert_eq!(
        skipped,
        [
            (SkipReason::Closed, 1),
            (SkipReason::NotYetOpen, 1),
            (SkipReason::Footer, 4)
        ]
    );
    assert_eq!(register.rows(), 8);
}

#[test]
fn a_school_without_a_number_is_no_footer() {
    let text = format!("{HEADER}\n,Quillmere School,Open,Primary\n");
    assert_eq!(
        faults(read(text.as_bytes())),
        [":2, column \"URN\": \"Quillmere School\" has no URN"]
    );
}

#[test]
fn phases_in_the_registers_words() {
    for (cell, phase) in [
        ("Middle deemed primary", EducationPhase::Primary),
        ("Middle deemed secondary", EducationPhase::Secondary),
        ("All-through", EducationPhase::AllThrough),
        ("16 plus", EducationPhase::SixteenPlus),
        ("Not applicable", EducationPhase::NotApplicable),
        ("", EducationPhase::NotApplicable),
    ] {
        let text = format!("{HEADER}\n900001,A,Open,{cell}\n");
        assert_eq!(
            read(text.as_bytes()).unwrap().records()[0].school.education_phase,
            phase
        );
    }
    let text = format!("{HEADER}\n900001,A,Open,Kindergarten\n");
    let told = faults(read(text.as_bytes()));
    assert!(
        told[0].contains("\"Kindergarten\" is not one of Nursery, Primary, "),
        "{told:?}"
    );
}

#[test]
fn grades_in_both_spellings_and_a_blank_is_none() {
    let grade = |cell| record("OfstedRating (name)", cell).grade;
    assert_eq!(grade(""), None);
    assert_eq!(
        grade("Requires improvement"),
        Some(InspectionGrade::RequiresImprovement)
    );
    assert_eq!(
        grade("Requires Improvement"),
        Some(InspectionGrade::RequiresImprovement)
    );
    assert_eq!(
        grade("Serious Weaknesses"),
        Some(InspectionGrade::SeriousWeaknesses)
    );
    assert_eq!(grade("Special Measures"), Some(InspectionGrade::SpecialMeasures));
    assert_eq!(faults(with_cell("OfstedRating (name)", "Fine")).len(), 1);
}

#[test]
fn a_place_is_whole_or_absent() {
    let read = |cells: &str| {
        let text = format!("{HEADER},Easting,Northing\n900001,A,Open,Primary,{cells}\n");
        read(text.as_bytes())
    };
    for nowhere in [",", "0,0", "NA,NA"] {
        let register = read(nowhere).unwrap();
        assert_eq!(
            (register.records()[0].school.place, register.kept_without_place()),
            (None, 1)
        );
    }
    assert_eq!(read("500000,300000").unwrap().kept_without_place(), 0);
    assert_eq!(
        faults(read("500000,")),
        [":2, column \"Northing\": the coordinate is blank and the other one is not"]
    );
    assert_eq!(
        faults(read("5x,9999999")),
        [":2, column \"Easting\": \"5x\" is no number of the kind that stands here"]
    );
    assert_eq!(
        faults(read("700001,1")),
        [":2, column \"Easting\": 700001, 1 lies off the national grid"]
    );
    let half = format!("{HEADER},Easting\n900001,A,Open,Primary,1\n");
    assert_eq!(faults(self::read(half.as_bytes())).len(), 1);
}

#[test]
fn a_welsh_school_without_an_authority_is_a_school() {
    let text = format!("{HEADER},LA (name)\n400001,A,Open,Not applicable,\n");
    let register = read(text.as_bytes()).unwrap();
    assert_eq!(register.records()[0].school.local_authority, "");
    assert_eq!(
        register.records()[0].school.responsible_body,
        ResponsibleBody::Unknown
    );
}

#[test]
fn a_blank_trust_does_not_mean_a_maintained_school() {
    let body = |establishment: &str, flag: &str, code: &str, trust: &str| {
        let text = format!(
            "{HEADER},TypeOfEstablishment (name),TrustSchoolFlag (name),Trusts (code),Trusts (name),LA (name)\n\
             900001,A,Open,Primary,{establishment},{flag},{code},{trust},Fictional County of Umberfen\n"
        );
        read(text.as_bytes()).unwrap().records()[0]
            .school
            .responsible_body
            .clone()
    };
    let authority = ResponsibleBody::LocalAuthority {
        name: "Fictional County of Umberfen".into(),
    };
    let trust = |code: &str| ResponsibleBody::Trust {
        code: code.into(),
        name: "Lantern Trust".into(),
    };
    assert_eq!(body("Academy converter", "", "", ""), ResponsibleBody::Unknown);
    assert_eq!(body("", "", "", ""), ResponsibleBody::Unknown);
    assert_eq!(body("Community school", "", "", ""), authority);
    assert_eq!(body("Academy converter", "", "F7", "Lantern Trust"), trust("F7"));
    assert_eq!(
        body("Academy converter", "", "", "Lantern Trust"),
        trust("Lantern Trust")
    );
    assert_eq!(
        body("Foundation school", "Supported by a trust", "F7", "Lantern Trust"),
        authority
    );
}

#[test]
fn withheld_figures_are_none_and_never_zero() {
    for cell in ["", "SUPP", "NE", "NP", "LOWCOV", "NA", "z", "c", "u"] {
        assert_eq!(record("NumberOfPupils", cell).school.pupils, None);
        assert_eq!(record("PercentageFSM", cell).school.free_school_meals, None);
    }
    assert_eq!(record("NumberOfPupils", "0").school.pupils, Some(0));
    for cell in ["23.3", "23.3%", "23.30 %"] {
        assert_eq!(
            record("PercentageFSM", cell).school.free_school_meals,
            PerMille::new(233).ok()
        );
    }
    assert_eq!(faults(with_cell("NumberOfPupils", "1O5")).len(), 1);
    assert_eq!(faults(with_cell("PercentageFSM", "101")).len(), 1);
}

#[test]
fn every_missing_column_is_told_with_what_looks_like_it() {
    let told = faults(read(b"Urn no,SCHNAME,Establishment Status (name)\n1,2,3\n"));
    assert_eq!(
        told,
        [
            ":1, column \"URN\": the column is missing; the header has \"Urn no\"",
            ":1, column \"EstablishmentName\": the column is missing",
            ":1, column \"EstablishmentStatus (name)\": the column is missing; the header has \"Establishment Status (name)\"",
            ":1, column \"PhaseOfEducation (name)\": the column is missing",
        ]
    );
}

#[test]
fn a_number_that_comes_twice_names_both_lines() {
    let text = format!("{HEADER}\n900001,A,Open,Primary\n\n\"900001\",B,Closed,Primary\n");
    assert_eq!(
        faults(read(text.as_bytes())),
        [":4, column \"URN\": URN 900001 stands on line 2 already"]
    );
}

#[test]
fn all_faults_of_a_row_and_of_a_file_come_at_once() {
    let text = format!(
        "{HEADER},NumberOfPupils\n9x0001,,Open,Space,many\n900002,B,Open,Primary\n900003,\"C\nD\",Dormant,Primary,1\n1,E,Open,Primary,1\n"
    );
    let told = faults(read(text.as_bytes()));
    let lines: Vec<_> = told.iter().filter_map(|fault| fault.get(1..2)).collect();
    assert_eq!(lines, ["2", "2", "2", "2", "3", "4", "6"], "{told:#?}");
}

#[test]
fn files_that_are_no_register_say_what_they_are() {
    let kind = |bytes: &[u8]| {
        let faults = read(bytes).unwrap_err();
        assert_eq!(faults.faults().len(), 1, "{faults}");
        faults.into_iter().next().unwrap().kind
    };
    assert_eq!(kind(b""), FaultKind::Empty);
    assert_eq!(kind(b" \r\n\r\n"), FaultKind::Empty);
    assert_eq!(kind(b"\xEF\xBB\xBF"), FaultKind::Empty);
    assert_eq!(kind(b"\xEF\xBB\xBF\r\n"), FaultKind::Empty);
    assert_eq!(kind(HEADER.as_bytes()), FaultKind::HeaderOnly);
    assert_eq!(kind(b"URN\n\0"), FaultKind::Binary);
    assert_eq!(kind(b"\xFF\xFEU\0R\0N\0"), FaultKind::Utf16);
    assert_eq!(kind(b"PK\x03\x04..."), FaultKind::Archive);
    assert_eq!(
        kind(HEADER.replace(',', ";").as_bytes()),
        FaultKind::NotCommas {
            separator: "semicolons"
        }
    );
}

#[test]
fn an_open_quote_does_not_swallow_schools_in_silence() {
    let text = format!("{HEADER},Town\n900001,A,Open,Primary,\"x\n900002,B,Open,Primary,y\n");
    assert_eq!(
        faults(read(text.as_bytes())),
        [":2: a quoted field runs over the end of the line, and its quotation marks do not add up"]
    );
    let text = format!("{HEADER}\n900001,\"A,Open,Primary\n900002,\"B\",Open,Primary\n");
    assert!(!faults(read(text.as_bytes())).is_empty());
}

#[test]
fn filters_keep_rows_and_say_when_they_kept_none() {
    let text = format!(
        "{HEADER},LA (name)\n900001,A,Open,Primary,North\n900002,B,Open,Primary,South\n900003,C,Open,Secondary,North\n900004,D,odd,?,South\n"
    );
    let filtered = |filters: &[(&str, &str)]| {
        let options = filters
            .iter()
            .fold(ReadOptions::default(), |options, (column, value)| {
                options.with_filter(Filter::new(column, value))
            });
        Register::read(Source::new("r.csv", text.as_bytes()), &options)
    };
    let names = |filters: &[(&str, &str)]| -> Vec<String> {
        filtered(filters).unwrap().schools().map(School::title).collect()
    };
    let phase = "PhaseOfEducation (name)";
    assert_eq!(names(&[("LA (name)", "North")]), ["A", "C"]);
    assert_eq!(names(&[("LA (name)", "North"), (phase, "Primary")]), ["A"]);
    assert_eq!(
        names(&[(phase, "Secondary"), (phase, "Primary")]),
        ["A", "B", "C"]
    );
    let none = filtered(&[("LA (name)", "West")]).unwrap();
    assert_eq!(
        (none.records().len(), none.rows(), none.filters()[0].rows),
        (0, 4, 0)
    );
    assert_eq!(none.skipped()[&SkipReason::FilteredOut], 4);
    let told = faults(filtered(&[("LA", "North"), ("Colour", "red")]));
    assert_eq!(told.len(), 2, "{told:?}");
    // A row that nobody asked for need not make sense; one that somebody asked for must.
    assert_eq!(faults(filtered(&[("LA (name)", "South")])).len(), 1);
}

#[test]
fn ids_are_fixed_by_the_reference() {
    let id = record("Town", "x").school.id;
    assert_eq!(id, record("Town", "y").school.id);
    assert_eq!(id.to_string(), "636f6c6c-6567-8975-ad75-726e000dbba1");
}

// ---- signals ----

fn signals(text: &str) -> Result<Signals, RegisterFaults> {
    Signals::read(Source::new("s.csv", text.as_bytes()))
}

#[test]
fn signals_have_kinds_and_withheld_figures_say_why() {
    let text = "URN,PPERSABS10,READPROG,diffn_p8mea,p8_banding,OfstedRating_2018,RISE,TSH,Mood\r\n\
                900001,12.5%,-0.06,-43.5,Well below average,Requires Improvement,1,0,calm\r\n\
                900002,SUPP,LOWCOV,c,z,,,,\r\n";
    let read = signals(text).unwrap();
    assert_eq!(read.columns()[7].kind, SignalKind::Text);
    let urn = |number| Urn::new(number).unwrap();
    assert_eq!(
        read.school(urn(900_001)).unwrap(),
        [
            Signal::Share(PerMille::new(125).unwrap()),
            Signal::Number(Thousandths(-60)),
            Signal::Number(Thousandths(-43_500)),
            Signal::Band(ProgressBand::WellBelowAverage),
            Signal::Grade(InspectionGrade::RequiresImprovement),
            Signal::Flag(true),
            Signal::Flag(false),
            Signal::Text("calm".into()),
        ]
    );
    assert_eq!(
        read.school(urn(900_002)).unwrap(),
        [
            Suppressed,
            LowCoverage,
            Suppressed,
            NotApplicable,
            Blank,
            Blank,
            Blank,
            Blank
        ]
        .map(Signal::Withheld)
    );
}

#[test]
fn signals_of_strangers_and_totals_are_counted() {
    let register =
        read(format!("{HEADER}\n900001,A,Open,Primary\n900002,B,Open,Primary\n").as_bytes()).unwrap();
    let read = signals("URN,RISE\n900001,1\n900009,1\nNAT,\n,7\n,\n").unwrap();
    assert_eq!(read.rows(), 5);
    let register = register.with_signals(read);
    let count = register.signal_count().unwrap();
    assert_eq!(
        (count.rows, count.matched, count.elsewhere, count.footers),
        (5, 1, 1, 3)
    );
    assert_eq!(
        register.signal(&register.records()[0], "RISE"),
        Some(&Signal::Flag(true))
    );
    assert_eq!(register.signal(&register.records()[1], "RISE"), None);
    assert_eq!(register.signal(&register.records()[0], "TSH"), None);
}

#[test]
fn faults_of_register_and_signals_come_together() {
    let told = Register::read_with_signals(
        Source::new("r.csv", format!("{HEADER}\n9,A,Open,Primary\n").as_bytes()),
        Source::new(
            "s.csv",
            b"URN,RISE,RISE,READPROG\n900001,yes,1,far\n900001,1,1,1\n1\n",
        ),
        &ReadOptions::default(),
    )
    .unwrap_err();
    let places: Vec<_> = told
        .faults()
        .iter()
        .map(|fault| (fault.file.as_str(), fault.line, fault.column.as_deref()))
        .collect();
    assert_eq!(
        places,
        [
            ("r.csv", Some(2), Some("URN")),
            ("s.csv", Some(1), Some("RISE")),
            ("s.csv", Some(2), Some("RISE")),
            ("s.csv", Some(2), Some("READPROG")),
            ("s.csv", Some(3), Some("URN")),
            ("s.csv", Some(4), None),
        ]
    );
}
