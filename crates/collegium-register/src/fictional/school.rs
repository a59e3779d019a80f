//! Fictional schools, and how each stands in the two files.

use super::{
    land::{Land, Settlement},
    names,
};
use crate::dice::Dice;
use collegium_model::urn::Urn;

pub(crate) const GIAS_HEADER: [&str; 22] = [
    "URN",
    "LA (code)",
    "LA (name)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (name)",
    "EstablishmentStatus (name)",
    "PhaseOfEducation (name)",
    "StatutoryLowAge",
    "StatutoryHighAge",
    "Gender (name)",
    "NumberOfPupils",
    "PercentageFSM",
    "TrustSchoolFlag (name)",
    "Trusts (code)",
    "Trusts (name)",
    "OfstedLastInsp",
    "Town",
    "County (name)",
    "Easting",
    "Northing",
    "OfstedRating (name)",
];

pub(crate) const SIGNALS_HEADER: [&str; 12] = [
    "URN",
    "PERCTOT",
    "PPERSABS10",
    "PNUMFSMEVER",
    "PSENELK",
    "READPROG",
    "WRITPROG",
    "MATPROG",
    "P8MEA",
    "p8_banding",
    "RISE",
    "TSH",
];

/// A kind of school with its ages, sizes and share of a thousand schools.
struct Kind {
    phase: &'static str,
    name: &'static str,
    ages: (u32, u32),
    pupils: (i64, i64),
    /// How many of a thousand belong to a trust.
    academies: u32,
    maintained: &'static str,
    academy: &'static str,
    share: u32,
}

const PRIMARY: usize = 0;
const SECONDARY: usize = 3;
const MIDDLE: usize = 5;
const ALL_THROUGH: usize = 6;
const NURSERY: usize = 7;

const KINDS: [Kind; 10] = [
    Kind {
        phase: "Primary",
        name: "Primary School",
        ages: (4, 11),
        pupils: (60, 480),
        academies: 430,
        maintained: "Community school",
        academy: "Academy converter",
        share: 560,
    },
    Kind {
        phase: "Primary",
        name: "Infant School",
        ages: (4, 7),
        pupils: (80, 270),
        academies: 350,
        maintained: "Community school",
        academy: "Academy converter",
        share: 80,
    },
    Kind {
        phase: "Primary",
        name: "Junior School",
        ages: (7, 11),
        pupils: (120, 360),
        academies: 400,
        maintained: "Foundation school",
        academy: "Academy sponsor led",
        share: 100,
    },
    Kind {
        phase: "Secondary",
        name: "School",
        ages: (11, 16),
        pupils: (500, 1300),
        academies: 800,
        maintained: "Foundation school",
        academy: "Academy converter",
        share: 100,
    },
    Kind {
        phase: "Secondary",
        name: "High School",
        ages: (11, 18),
        pupils: (700, 1800),
        academies: 820,
        maintained: "Community school",
        academy: "Academy sponsor led",
        share: 65,
    },
    Kind {
        phase: "Middle deemed secondary",
        name: "Middle School",
        ages: (9, 13),
        pupils: (250, 600),
        academies: 500,
        maintained: "Community school",
        academy: "Academy converter",
        share: 8,
    },
    Kind {
        phase: "All-through",
        name: "All-Age School",
        ages: (4, 18),
        pupils: (700, 1700),
        academies: 900,
        maintained: "Foundation school",
        academy: "Free schools",
        share: 12,
    },
    Kind {
        phase: "Nursery",
        name: "Nursery School",
        ages: (2, 5),
        pupils: (40, 140),
        academies: 0,
        maintained: "Local authority nursery school",
        academy: "",
        share: 15,
    },
    Kind {
        phase: "Not applicable",
        name: "Special School",
        ages: (4, 19),
        pupils: (60, 220),
        academies: 430,
        maintained: "Community special school",
        academy: "Academy special converter",
        share: 50,
    },
    Kind {
        phase: "16 plus",
        name: "Sixth Form College",
        ages: (16, 19),
        pupils: (600, 2000),
        academies: 1000,
        maintained: "",
        academy: "Academy 16-19 converter",
        share: 10,
    },
];

/// A school that does not exist.
pub(crate) struct FictionalSchool {
    urn: u32,
    county_code: usize,
    county: String,
    name: String,
    town: String,
    kind: usize,
    gender: &'static str,
    pupils: i64,
    /// Free school meals, in per mille.
    free_meals: i64,
    trust: Option<(usize, String)>,
    spot: (i64, i64),
    grade: &'static str,
    inspected: String,
    /// Overall absence and persistent absence, in per mille; none where not published.
    absence: Option<(i64, i64)>,
    special_needs: i64,
    /// Progress to age 11 in reading, writing and mathematics, in tenths.
    key_stage_2: Option<[i64; 3]>,
    /// Progress to age 16, in hundredths.
    progress_8: Option<i64>,
    rise: bool,
    hub: bool,
}

/// All schools of a land, in the order of their numbers.
pub(crate) fn schools(count: u32, dice: &mut Dice) -> Vec<FictionalSchool> {
    let land = Land::new(count, dice);
    let mut standing: Vec<u32> = (0..count).collect();
    dice.shuffle(&mut standing);
    let mut standing = standing.into_iter();
    let shares = KINDS.map(|kind| kind.share);
    let mut schools = Vec::new();
    for (home, settlement) in land.settlements.iter().enumerate() {
        let first_name = dice.index(480);
        let town = land.town_for(home);
        let trusts = 1 + settlement.schools / 9;
        for nth in 0..settlement.schools {
            // The first school of a place is a primary school, as nearly everywhere.
            let kind = if nth == 0 { PRIMARY } else { dice.weighted(&shares) };
            let drawn = i64::from(standing.next().unwrap_or_default()) * 1000 / i64::from(count);
            // Far from help somebody needs it: that is what the remote places are for.
            let standing = if settlement.remote && nth == 0 { 70 } else { drawn };
            let trust = (dice.below(1000) < KINDS[kind].academies).then(|| {
                let which = dice.below(trusts);
                let which = usize::try_from(which).unwrap_or_default();
                (
                    town * 400 + which % 400,
                    names::trust(&land.settlements[town].name, which),
                )
            });
            let nth = usize::try_from(nth).unwrap_or_default();
            let name = names::school(&settlement.name, nth, first_name, KINDS[kind].name, dice);
            schools.push(school(&land, settlement, name, kind, standing, trust, dice));
        }
    }
    let hubs = if count < 30 { 0 } else { 1 + count / 250 };
    name_hubs(&mut schools, hubs);
    for (urn, school) in (Urn::FIRST_FICTIONAL..).zip(&mut schools) {
        school.urn = urn;
    }
    schools
}

fn name_hubs(schools: &mut [FictionalSchool], hubs: u32) {
    let able = schools.iter_mut().filter(|school| {
        matches!(school.kind, PRIMARY | SECONDARY) && school.grade == "Outstanding" && !school.rise
    });
    for school in able.take(usize::try_from(hubs).unwrap_or_default()) {
        school.hub = true;
    }
}

/// `standing` is how the school does among all, from 0, the weakest, to 999.
fn school(
    land: &Land,
    settlement: &Settlement,
    name: String,
    kind: usize,
    standing: i64,
    trust: Option<(usize, String)>,
    dice: &mut Dice,
) -> FictionalSchool {
    let made = &KINDS[kind];
    let secondary = matches!(kind, 3..=5) || kind == ALL_THROUGH;
    let mainstream = kind != NURSERY && kind < 8;
    let poverty = dice.between(20, 420) + dice.between(0, 180) - standing / 8;
    let persistent =
        110 + (1000 - standing) / 12 + if secondary { 90 } else { 0 } + poverty / 8 + dice.around(60);
    let persistent = if mainstream && dice.happens(45) {
        persistent + 170
    } else {
        persistent
    };
    let progress = (standing - 500) * 8 / 100;
    let subject = |dice: &mut Dice| (progress + dice.around(30)).clamp(-120, 120);
    let to_eleven = made.phase == "Primary" && made.ages.1 == 11 && !dice.happens(60);
    let (grade, inspected) = inspection(standing, dice);
    FictionalSchool {
        urn: 0,
        county_code: settlement.county + 1,
        county: land.counties[settlement.county].clone(),
        name,
        town: settlement.name.clone(),
        kind,
        gender: match dice.below(1000) {
            0..15 if secondary => "Girls",
            15..25 if secondary => "Boys",
            _ => "Mixed",
        },
        pupils: size(made, settlement, dice),
        free_meals: poverty.clamp(0, 850),
        trust,
        spot: settlement.spot(dice),
        grade,
        inspected,
        absence: (kind != NURSERY && made.phase != "16 plus").then(|| {
            (
                (persistent / 5 + 18 + dice.around(8)).clamp(10, 400),
                persistent.clamp(10, 900),
            )
        }),
        special_needs: (90 + dice.around(80) + if kind == 8 { 600 } else { 0 }).clamp(0, 990),
        key_stage_2: to_eleven.then(|| [subject(dice), subject(dice), subject(dice)]),
        progress_8: (secondary && kind != MIDDLE)
            .then(|| ((standing - 500) * 17 / 100 + dice.around(45)).clamp(-250, 250)),
        rise: mainstream && standing < 35,
        hub: false,
    }
}

fn size(made: &Kind, settlement: &Settlement, dice: &mut Dice) -> i64 {
    let (least, most) = made.pupils;
    if settlement.schools == 1 && made.phase == "Primary" {
        return dice.between(24, 130);
    }
    i64::midpoint(dice.between(least, most), dice.between(least, most))
}

/// A grade and the day it was given, or neither: many a school has had none since grades ended.
fn inspection(standing: i64, dice: &mut Dice) -> (&'static str, String) {
    let grade = match standing {
        ..8 => "Special Measures",
        8..16 => "Serious Weaknesses",
        16..24 => "Inadequate",
        24..150 if dice.happens(60) => "",
        24..150 => "Requires improvement",
        _ if dice.happens(230) => "",
        150..790 => "Good",
        _ => "Outstanding",
    };
    let day = format!(
        "{:02}-{:02}-{}",
        dice.between(1, 28),
        dice.between(1, 12),
        dice.between(2017, 2023)
    );
    (grade, if grade.is_empty() { String::new() } else { day })
}

impl FictionalSchool {
    pub(crate) fn gias(&self) -> [String; 22] {
        let kind = &KINDS[self.kind];
        let (flag, code, trust) = match &self.trust {
            Some((code, name)) => (
                "Supported by a multi-academy trust",
                format!("F{code}"),
                name.clone(),
            ),
            None => ("Not applicable", String::new(), String::new()),
        };
        let establishment = if self.trust.is_some() {
            kind.academy
        } else {
            kind.maintained
        };
        [
            self.urn.to_string(),
            format!("{:03}", self.county_code),
            self.county.clone(),
            format!("{:04}", 2000 + self.urn % 6000),
            self.name.clone(),
            establishment.to_owned(),
            "Open".to_owned(),
            kind.phase.to_owned(),
            kind.ages.0.to_string(),
            kind.ages.1.to_string(),
            self.gender.to_owned(),
            self.pupils.to_string(),
            tenths(self.free_meals),
            flag.to_owned(),
            code,
            trust,
            self.inspected.clone(),
            self.town.clone(),
            self.county.clone(),
            self.spot.0.to_string(),
            self.spot.1.to_string(),
            self.grade.to_owned(),
        ]
    }

    pub(crate) fn signals(&self) -> [String; 12] {
        // A cohort this small is not published.
        let suppressed = self.pupils < 45;
        let progress = |subject: usize| match self.key_stage_2 {
            Some(_) if suppressed => "SUPP".to_owned(),
            Some(subjects) => tenths(subjects[subject]),
            None => String::new(),
        };
        let (progress_8, banding) = match self.progress_8 {
            Some(score) => (hundredths(score), band(score)),
            None if KINDS[self.kind].phase == "Not applicable" => ("NE".to_owned(), "z"),
            None => (String::new(), ""),
        };
        let absence =
            |told: fn((i64, i64)) -> i64| self.absence.map_or(String::new(), |pair| tenths(told(pair)));
        let flag = |set: bool| if set { "1".to_owned() } else { String::new() };
        let percent = |per_mille: i64| format!("{}%", tenths(per_mille));
        [
            self.urn.to_string(),
            absence(|(overall, _)| overall),
            absence(|(_, persistent)| persistent),
            percent((self.free_meals * 11 / 10).min(1000)),
            percent(self.special_needs),
            progress(0),
            progress(1),
            progress(2),
            progress_8,
            banding.to_owned(),
            flag(self.rise),
            flag(self.hub),
        ]
    }
}

fn band(hundredths: i64) -> &'static str {
    match hundredths {
        ..-55 => "Well below average",
        -55..-18 => "Below average",
        -18..=18 => "Average",
        19..=50 => "Above average",
        _ => "Well above average",
    }
}

fn tenths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{}", number.abs() / 10, number.abs() % 10)
}

fn hundredths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", number.abs() / 100, number.abs() % 100)
}
