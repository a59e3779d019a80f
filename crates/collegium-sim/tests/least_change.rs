//! Plans over all needs, those that are helped included, at a price for moving help.
#![allow(clippy::unwrap_used, reason = "a scenario is written here")]

use collegium_sim::{
    model::{chrono::NaiveDate, need::Severity},
    policy::Spec,
    rows::{AllocationRow, EventRow, PanelRow, Rows, SchoolRow, TermRow, What},
    run::{Key, MEASURES, Run, Summary},
    scenario::{
        Capacity, Choosing, Dynamics, Land, Noticing, Parameter, Reading, Scenario, SchoolKind, Severities,
        Support, Time, Unit,
    },
};
use std::{collections::BTreeMap, fmt::Write};

fn assumed(value: f64, unit: Unit) -> Parameter {
    Parameter::assumed(value, unit)
}

/// Forty schools on a land, each of which lends to those near it while it is well.
fn county(choosing: Choosing) -> Scenario {
    let share = assumed(0.25, Unit::Share);
    Scenario {
        name: "a county".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            length: assumed(8.0, Unit::Years),
            warm_up: None,
            discount: None,
        },
        schools: vec![SchoolKind {
            name: "school".to_owned(),
            count: 40,
            areas: 2,
            pupils: None,
            in_need_at_start: Some(assumed(0.2, Unit::Share)),
            dynamics: Dynamics::Rates {
                relapse: assumed(0.3, Unit::PerYear),
                alone: assumed(0.1, Unit::PerYear),
                helped: assumed(1.5, Unit::PerYear),
                relapse_varies: None,
                recovery_varies: None,
                recovery_stages: 1,
                strain: None,
            },
            turnover: None,
        }],
        joining: None,
        severities: Some(Severities {
            low: share.clone(),
            moderate: share.clone(),
            high: share.clone(),
            urgent: share,
        }),
        noticing: Noticing::AtOnce {},
        capacity: Capacity::Schools {
            reading: Reading::OneIn,
            ratio: assumed(1.0, Unit::Ratio),
            called_home: false,
        },
        support: Support::default(),
        land: Some(Land {
            side: assumed(40.0, Unit::Kilometres),
            farthest: assumed(15.0, Unit::Kilometres),
        }),
        choosing,
    }
}

/// The same schools, helped by a team of sixteen wherever they are.
fn team(choosing: Choosing) -> Scenario {
    Scenario {
        capacity: Capacity::CentralTeam {
            at_once: assumed(16.0, Unit::Deployments),
        },
        land: None,
        ..county(choosing)
    }
}

/// Every row as text, and how many helps there were of each severity.
#[derive(Default, PartialEq, Debug)]
struct Kept {
    text: String,
    moved: u32,
    helps: BTreeMap<Severity, u32>,
}

impl Rows for Kept {
    fn event(&mut self, row: &EventRow) {
        self.moved += u32::from(row.what == What::BrokenOff);
        writeln!(self.text, "{row:?}").unwrap();
    }
    fn allocation(&mut self, row: &AllocationRow) {
        *self.helps.entry(row.severity).or_default() += 1;
        writeln!(self.text, "{row:?}").unwrap();
    }
    fn panel(&mut self, row: &PanelRow) {
        writeln!(self.text, "{row:?}").unwrap();
    }
    fn term(&mut self, row: &TermRow) {
        writeln!(self.text, "{row:?}").unwrap();
    }
    fn school(&mut self, row: &SchoolRow) {
        writeln!(self.text, "{row:?}").unwrap();
    }
}

fn under(policy: &str, scenario: &Scenario) -> (Kept, Summary) {
    let key = Key {
        seed: 11,
        replication: 0,
    };
    let mut kept = Kept::default();
    let policy = policy.parse::<Spec>().unwrap().make(scenario, key).unwrap();
    let mut run = Run::new(scenario, policy, key).unwrap();
    while run.step(&mut kept).unwrap() {}
    assert_eq!(run.disagreements(), Vec::<String>::new());
    (kept, run.summary())
}

const CHOOSING: [Choosing; 3] = [Choosing::AtOnce, Choosing::EachMonth, Choosing::EachTerm];

#[test]
fn at_a_price_beyond_all_it_is_optimal() {
    for choosing in CHOOSING {
        for scenario in [county(choosing), team(choosing)] {
            let (least, optimal) = (under("least_change@inf", &scenario), under("optimal", &scenario));
            assert!(optimal.0.helps.values().sum::<u32>() > 10);
            assert_eq!(least.0.text, optimal.0.text, "{choosing:?}");
            assert_eq!(least.1, optimal.1, "{choosing:?}");
        }
    }
}

#[test]
fn the_dearer_a_move_the_fewer_there_are() {
    for scenario in [county(Choosing::EachMonth), team(Choosing::EachMonth)] {
        let moved =
            ["@0", "", "@60", "@inf"].map(|price| under(&format!("least_change{price}"), &scenario).0.moved);
        assert!(moved.is_sorted_by(|one, next| one >= next), "{moved:?}");
        assert!(moved[0] > moved[1] && moved[1] > 0, "{moved:?}");
        assert_eq!(moved[3], 0);
    }
}

/// A team's members are all alike and severity counts 20 points a rank, so nothing in it is worth 60 points or
/// more, and the two extremes of severity are 60 apart.
#[test]
fn what_is_not_worth_its_price_is_not_moved() {
    let scenario = team(Choosing::EachMonth);
    assert_eq!(under("least_change@60", &scenario).0.moved, 0);
    assert!(under("least_change@59.9", &scenario).0.moved > 0);
}

#[test]
fn a_severe_need_waits_less_where_help_can_be_moved() {
    let scenario = team(Choosing::EachMonth);
    let urgent = |summary: &Summary| {
        let waits = summary.waits.iter().filter(|it| it.severity == Severity::Urgent);
        waits.clone().map(|it| it.ticks).sum::<i64>() / i64::try_from(waits.count()).unwrap()
    };
    let (optimal, moving) = (
        under("optimal", &scenario).1,
        under("least_change@0", &scenario).1,
    );
    assert!(urgent(&moving) < urgent(&optimal));
}

/// To move help without being paid for it would only lose time: what gains nothing stays.
#[test]
fn among_needs_alike_nothing_moves() {
    for scenario in [county(Choosing::AtOnce), team(Choosing::AtOnce)] {
        let scenario = Scenario {
            severities: None,
            land: None,
            ..scenario
        };
        assert_eq!(under("least_change@0", &scenario).0.moved, 0);
    }
}

/// More needs met is worth any price: help goes from whom another can help to whom only its giver can.
#[test]
fn more_needs_met_are_worth_any_price() {
    let scenario = county(Choosing::EachMonth);
    let (dear, optimal) = (
        under("least_change@1000000", &scenario),
        under("optimal", &scenario),
    );
    assert!(dear.0.moved > 0);
    let place = MEASURES.iter().position(|it| it.name == "waiting").unwrap();
    assert!(dear.1.values[place] < optimal.1.values[place]);
}
