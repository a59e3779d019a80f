//! Schools that swap help in pairs, and schools that give up.
#![allow(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "a market is small"
)]

use collegium_sim::{
    model::chrono::NaiveDate,
    oracle::{Effort, Oracle},
    policy::Spec,
    rows::{AllocationRow, EventRow, Rows, What},
    run::{Key, RunFailed, Summary, run},
    scenario::{
        AlsoJoins, Between, Capacity, Choosing, Dynamics, Joining, Land, Noticing, Parameter, Scenario,
        SchoolKind, Support, Time, Unit,
    },
};
use std::collections::BTreeSet;

fn assumed(value: f64, unit: Unit) -> Parameter {
    Parameter::assumed(value, unit)
}

/// Ten schools a day come, and wait for a day in the mean.
fn market() -> Scenario {
    Scenario {
        name: "a market".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            length: assumed(40.0, Unit::Days),
            warm_up: None,
            discount: None,
        },
        schools: vec![SchoolKind {
            name: "school".to_owned(),
            count: 0,
            areas: 1,
            pupils: None,
            in_need_at_start: None,
            dynamics: Dynamics::Rates {
                relapse: assumed(0.0, Unit::PerDay),
                alone: assumed(0.0, Unit::PerDay),
                helped: assumed(1.0, Unit::PerDay),
                relapse_varies: None,
                recovery_varies: None,
                recovery_stages: 1,
                strain: None,
            },
            turnover: None,
        }],
        joining: Some(Joining {
            rate: assumed(10.0, Unit::PerDay),
            kind: "school".to_owned(),
            also: Vec::new(),
            leaves_once_helped: true,
            gives_up: Some(assumed(1.0, Unit::PerDay)),
        }),
        severities: None,
        noticing: Noticing::AtOnce {},
        capacity: Capacity::Pairs {
            compatible: assumed(0.3, Unit::Share),
            between: Vec::new(),
            asked_by: None,
        },
        support: Support::default(),
        land: None,
        choosing: Choosing::AtOnce,
    }
}

#[derive(Default)]
struct Kept {
    events: Vec<EventRow>,
    allocations: Vec<AllocationRow>,
}

impl Rows for Kept {
    fn event(&mut self, row: &EventRow) {
        self.events.push(*row);
    }
    fn allocation(&mut self, row: &AllocationRow) {
        self.allocations.push(*row);
    }
}

impl Kept {
    fn of(&self, what: What) -> impl Iterator<Item = &EventRow> {
        self.events.iter().filter(move |it| it.what == what)
    }
}

fn under(policy: &str, scenario: &Scenario) -> Result<(Kept, Summary), RunFailed> {
    let key = Key {
        seed: 7,
        replication: 1,
    };
    let mut kept = Kept::default();
    let policy = policy.parse::<Spec>().unwrap().make(scenario, key).unwrap();
    let summary = run(scenario, policy, key, &mut kept)?;
    Ok((kept, summary))
}

#[test]
fn each_of_a_pair_lends_to_the_other() {
    for policy in ["first_come", "random", "on_arrival", "on_leaving", "worst_first"] {
        let (kept, summary) = under(policy, &market()).unwrap();
        let (pairs, rest) = kept.allocations.as_chunks::<2>();
        assert!(
            rest.is_empty() && pairs.len() > 50,
            "{policy}: {} pairs",
            pairs.len()
        );
        for [one, other] in pairs {
            assert_eq!(
                (one.taker, one.giver, one.at),
                (other.giver, other.taker, other.at),
                "{policy}"
            );
        }
        let takers: BTreeSet<_> = kept.allocations.iter().map(|it| it.taker).collect();
        assert_eq!(takers.len(), kept.allocations.len(), "nobody is helped twice");
        assert_eq!(summary.little, 0);
    }
}

#[test]
fn who_is_helped_does_not_give_up_and_who_gives_up_leaves() {
    for (policy, leaves_once_helped) in [("on_arrival", true), ("on_leaving", true), ("on_leaving", false)] {
        let mut scenario = market();
        scenario.joining.as_mut().unwrap().leaves_once_helped = leaves_once_helped;
        let (kept, _) = under(policy, &scenario).unwrap();
        let helped: BTreeSet<_> = kept.allocations.iter().map(|it| it.taker).collect();
        let gave_up: BTreeSet<_> = kept.of(What::GaveUp).map(|it| (it.at, it.school)).collect();
        let left: BTreeSet<_> = kept.of(What::Left).map(|it| (it.at, it.school)).collect();
        assert!(!gave_up.is_empty() && gave_up.is_subset(&left), "{policy}");
        assert!(
            gave_up.iter().all(|(_, school)| !helped.contains(school)),
            "{policy}"
        );
    }
}

/// Under the greedy rule no two that wait can swap, so to ask once is to ask always.
#[test]
fn to_ask_as_one_comes_is_to_ask_always() {
    let (once, once_summary) = under("on_arrival", &market()).unwrap();
    let (always, always_summary) = under("first_come", &market()).unwrap();
    assert_eq!(once.events, always.events);
    assert_eq!(once.allocations, always.allocations);
    assert_eq!(once_summary, always_summary);
}

#[test]
fn policies_see_the_same_luck() {
    let (greedy, _) = under("on_arrival", &market()).unwrap();
    let (patient, _) = under("on_leaving", &market()).unwrap();
    let joined = |kept: &Kept| kept.of(What::Joined).copied().collect::<Vec<_>>();
    assert_eq!(joined(&greedy), joined(&patient));
    // Who gives up under both does so at the same moment.
    let gave_up =
        |kept: &Kept| -> BTreeSet<_> { kept.of(What::GaveUp).map(|it| (it.school, it.at)).collect() };
    let (one, other) = (gave_up(&greedy), gave_up(&patient));
    let schools = |all: &BTreeSet<(u32, _)>| all.iter().map(|(school, _)| *school).collect::<BTreeSet<_>>();
    let both = schools(&one).intersection(&schools(&other)).count();
    assert!(both > 3);
    assert_eq!(one.intersection(&other).count(), both);
    // A pair that swaps under the one could under the other: whether two can is a draw of the two.
    let waits = |kept: &Kept| kept.allocations.iter().map(|it| it.waited).sum::<i64>();
    assert!(waits(&greedy) < waits(&patient));
}

#[test]
fn with_other_capacity_too_schools_give_up() {
    let mut scenario = market();
    scenario.capacity = Capacity::CentralTeam {
        at_once: assumed(8.0, Unit::Deployments),
    };
    let (first_come, _) = under("first_come", &scenario).unwrap();
    let (on_leaving, _) = under("on_leaving", &scenario).unwrap();
    for kept in [&first_come, &on_leaving] {
        assert!(kept.of(What::GaveUp).count() > 10 && kept.of(What::Met).count() > 100);
    }
    let moments: BTreeSet<_> = on_leaving.allocations.iter().map(|it| it.waited > 0).collect();
    assert_eq!(moments, BTreeSet::from([true]), "nobody is helped as it comes");
}

#[test]
fn a_round_of_two_sides_is_not_held() {
    for policy in ["optimal", "least_change"] {
        let failed = under(policy, &market()).map(|_| ()).unwrap_err().to_string();
        let expected = format!("the policy {policy} could not choose: a round of matching lends one way");
        assert!(failed.starts_with(&expected), "{failed}");
    }
}

#[test]
fn every_fault_at_once() {
    let mut scenario = market();
    let share = |value| assumed(value, Unit::Share);
    scenario.land = Some(Land {
        side: assumed(10.0, Unit::Kilometres),
        farthest: assumed(5.0, Unit::Kilometres),
    });
    let between = |one: &str, other: &str, chance| Between {
        one: one.to_owned(),
        other: other.to_owned(),
        compatible: share(chance),
    };
    scenario.capacity = Capacity::Pairs {
        compatible: share(1.5),
        between: vec![
            between("school", "nobody", 0.1),
            between("nobody", "school", -0.1),
        ],
        asked_by: Some("none".to_owned()),
    };
    let joining = scenario.joining.as_mut().unwrap();
    joining.gives_up = Some(assumed(1.0, Unit::Days));
    joining.also = vec![
        AlsoJoins {
            kind: "school".to_owned(),
            share: share(0.7),
        },
        AlsoJoins {
            kind: "strangers".to_owned(),
            share: share(0.6),
        },
    ];
    let found = scenario.check().unwrap_err().faults;
    let places: Vec<_> = found.iter().map(|it| it.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "joining.gives_up",
            "capacity.compatible",
            "capacity.between[1].compatible",
            "joining.also[0].kind",
            "joining.also[1].kind",
            "joining.also",
            "capacity.between[0].other",
            "capacity.between[1].one",
            "capacity.between[1]",
            "capacity.asked_by",
            "land",
        ]
    );
}

#[test]
fn a_market_that_is_off_is_found_out() {
    for (name, tampered) in [("exchange-greedy", 1.1), ("exchange-patient", 1.1)] {
        let effort = Effort {
            tampered,
            replications: 12,
            ..Effort::default()
        };
        let verdict = Oracle::named(name).unwrap().ask(&[], effort).unwrap();
        assert!(!verdict.accepted, "{verdict:#?}");
    }
}
