//! Promises of every played year, whatever the seed: the engine was not got round, nothing was lent twice,
//! every plan is proved, and the log says all of it again.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is what it is for"
)]

use collegium_model::{
    candidate::CandidateRules,
    chrono::NaiveDate,
    code::Area,
    id::{NeedId, OfferId, SchoolId},
    need::{Need, NeedSource, Severity},
    offer::Offer,
    place::Place,
    quantity::{HalfDays, Metres, Units},
    school::{EducationPhase, SchoolReference},
    uuid::Uuid,
};
use collegium_sim::{
    engine::{
        acts::Event,
        check::Check,
        cycle::{protocol::Protocol, rules::Rules},
        entry::Entry,
        matching::{objective::Objective, verify::verify},
        network::Network,
        opening::{Member, MemberKind},
        round::Stage,
        seal::Sealer,
    },
    random::RandomStream,
    standin::{Extent, Played, Setting},
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const AREAS: [&str; 2] = ["leadership", "attendance"];

/// A network of twenty schools: about a third in need, about a third offering.
fn setting(seed: u64, extent: Extent) -> Setting {
    let mut luck = RandomStream::new(seed, "setting", Uuid::nil());
    let mut setting = Setting {
        seed,
        start: NaiveDate::from_ymd_opt(2026, 9, 7).unwrap(),
        members: Vec::new(),
        needs: Vec::new(),
        offers: Vec::new(),
        candidates: CandidateRules {
            farthest: Some(Metres(60_000)),
            ..CandidateRules::default()
        },
        objective: Objective::Coverage,
        extent,
    };
    for number in 1..=20_u32 {
        let school = SchoolId::new(Uuid::from_u128(number.into()));
        let place = Place::new(
            Metres(400_000 + luck.below(80_000)),
            Metres(300_000 + luck.below(80_000)),
        );
        setting.members.push(Member {
            school,
            reference: SchoolReference::Pseudonym(number),
            education_phase: if luck.chance(700) {
                EducationPhase::Primary
            } else {
                EducationPhase::Secondary
            },
            place: place.ok().filter(|_| number != 20),
            kind: MemberKind::School,
        });
        match luck.below(3) {
            0 => {
                for area in AREAS.iter().take(1 + usize::from(luck.chance(300))) {
                    setting.needs.push(Need {
                        id: NeedId::new(luck.uuid()),
                        school,
                        area: Area::new(area).unwrap(),
                        severity: *luck.pick(&Severity::ALL).unwrap(),
                        units: Units(1 + u16::from(luck.chance(200))),
                        year_group: None,
                        source: NeedSource::Reported,
                    });
                }
            }
            1 => {
                let at_once = 1 + u16::try_from(luck.below(2)).unwrap();
                setting.offers.push(Offer {
                    id: OfferId::new(luck.uuid()),
                    school,
                    areas: AREAS.iter().map(|area| Area::new(area).unwrap()).collect(),
                    at_once: Units(at_once),
                    per_term: HalfDays(10 * u32::from(at_once)),
                    rule: None,
                });
            }
            _ => {}
        }
    }
    setting
}

fn rules() -> Rules {
    Rules::compile(Protocol::standard()).unwrap()
}

fn lines(played: &Played) -> Vec<String> {
    let mut lines: Vec<_> = played.entries.iter().map(|entry| entry.line().unwrap()).collect();
    let mut sealer = Sealer::default();
    for line in &lines {
        sealer.line(line);
    }
    lines.push(collegium_sim::engine::cycle::serde_json::to_string(&sealer.seal()).unwrap());
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_year_keeps_every_promise(seed in any::<u64>()) {
        let played = setting(seed, Extent::Year).play(&mut |_, _| {}).unwrap();
        let lines = lines(&played);

        // Every line could have happened, and says the same again.
        let mut check = Check::new(rules());
        for line in &lines {
            let judged = check.line(line);
            prop_assert!(judged.is_ok(), "{}", judged.unwrap_err());
        }
        let checked = check.finish().unwrap();
        prop_assert_eq!(format!("{checked:?}"), format!("{:?}", played.network));

        // A2: at no prefix of the log is more held than is declared.
        let mut network = Network::new(rules());
        for entry in &played.entries {
            network.evolve(entry);
            prop_assert!(network.violations().is_empty(), "entry {}", entry.position);
            let declared = |giver: SchoolId| {
                let offer = network.ledgers.get(&giver).and_then(|ledger| ledger.offer.as_ref());
                offer.map_or(0, |offer| usize::from(offer.at_once.0))
            };
            // Counted from the cycles, not from the ledger that is under test.
            let mut lent = BTreeMap::new();
            let deployments = network.cycles.values().flat_map(|cycle| cycle.deployments.values());
            for deployment in deployments.filter(|deployment| deployment.is_live()) {
                *lent.entry(deployment.proposal.giver).or_insert(0) += 1;
            }
            prop_assert!(lent.iter().all(|(giver, live)| *live <= declared(*giver)), "entry {}", entry.position);
        }

        // Every plan is proved for the problem it was made for, and no giver is asked twice for one need.
        for solved in &played.rounds {
            let round = &played.network.rounds[&solved.round];
            prop_assert!(verify(&solved.candidates.problem, round.plan().unwrap()).is_ok());
            let is_closed = matches!(round.stage, Stage::Closed { .. });
            prop_assert!(is_closed);
        }
        for cycle in played.network.cycles.values() {
            let pairs: Vec<_> =
                cycle.deployments.values().map(|it| (it.proposal.need, it.proposal.giver)).collect();
            prop_assert_eq!(pairs.iter().collect::<BTreeSet<_>>().len(), pairs.len());
        }
        // Nobody holds capacity once the year is over.
        prop_assert!(played.network.ledgers.values().all(|ledger| ledger.holds.is_empty()));
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes(seed in any::<u64>()) {
        let play = || lines(&setting(seed, Extent::Year).play(&mut |_, _| {}).unwrap());
        prop_assert_eq!(play(), play());
    }

    #[test]
    fn a_plan_makes_nothing_up(seed in any::<u64>()) {
        let played = setting(seed, Extent::Plan).play(&mut |_, _| {}).unwrap();
        prop_assert_eq!(played.rounds.len(), 1);
        let made_up = |entry: &&Entry| match &entry.event {
            Event::InCycle(_, event) => !matches!(event.code(), "cycle_opened" | "need_reported"),
            event => !matches!(
                event.code(),
                "network_opened" | "capacity_declared" | "round_opened" | "plan_proposed" | "round_closed"
            ),
        };
        prop_assert_eq!(played.entries.iter().find(made_up), None);
    }
}

#[test]
fn a_year_can_start_on_any_day() {
    for day in [
        "2026-01-05",
        "2026-02-16",
        "2026-07-24",
        "2026-08-15",
        "2026-12-25",
        "2027-04-01",
        "2028-02-29",
    ] {
        let setting = Setting {
            start: day.parse().unwrap(),
            ..setting(3, Extent::Year)
        };
        let played = setting.play(&mut |_, _| {});
        assert!(played.is_ok(), "{day}: {}", played.unwrap_err());
    }
}

#[test]
fn a_network_of_one_and_one_without_offers_are_played() {
    let mut small = setting(5, Extent::Year);
    small.offers.clear();
    let played = small.play(&mut |_, _| {}).unwrap();
    assert!(
        played
            .network
            .cycles
            .values()
            .all(|cycle| cycle.deployments.is_empty())
    );
    small.members.truncate(1);
    small.needs.retain(|need| need.school == small.members[0].school);
    assert!(small.play(&mut |_, _| {}).is_ok());
}
