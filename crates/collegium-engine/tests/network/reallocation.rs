//! Moving help over the network: what the rule recommends, what that would free or ask for, and what would
//! have had to be seen for another recommendation.

use crate::world::{World, id, offer, person, rules};
use collegium_engine::{
    acts::{Command, Event},
    cycle::{
        acts::{Command as CycleCommand, Event as CycleEvent},
        counterfactual::{Rerated, Supposition},
        decision::{Decided, Outcome},
        monitoring::{Channel, Rating},
        need::{OfNeed, ReportedNeed},
        recommend::Reason,
    },
    entry::Entry,
    ledger::{DeclaredCapacity, FallenCapacity},
    network::Network,
    reallocation::{Reallocation, When},
};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, DecisionId, DeploymentId, NeedId, SchoolId},
    quantity::{HalfDays, Units},
    support::SupportKind,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

use Channel::{DataCheck, FormalReview, InformalVisit};
use Rating::{Amber, Green, Red};

/// Help of school 1 for the urgent need of school 2, seen a day apart; schools 3 and 4 wait.
fn seen(all: &[(Channel, Rating)]) -> World {
    let mut world = World::diagnosed();
    world.at_work(1, 2, 1);
    for (channel, rating) in all {
        world.pass_days(1).observed(2, *channel, *rating);
    }
    world
}

fn declare(world: &mut World, school: u128, at_once: u16) {
    let offer = offer(school, at_once);
    let declared = Command::DeclareCapacity(DeclaredCapacity::always(offer));
    world.must("releasing_employer", &declared);
}

/// The network as the entries have it.
fn folded<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Network {
    let mut network = Network::new(rules());
    entries.into_iter().for_each(|entry| network.evolve(entry));
    network
}

/// The adviser recommends with the rule, and the commissioner decides.
fn decided(world: &mut World, number: u128, outcome: Outcome) {
    let decision = id(DecisionId::new, number);
    let recommended = world.reallocation(2).unwrap().as_recommended(decision);
    world.must_in("adviser", 2, CycleCommand::RecommendReallocation(recommended));
    let decided = Decided {
        decision,
        outcome,
        conditions: Vec::new(),
    };
    world.must_in("commissioner", 2, CycleCommand::DecideReallocation(decided));
}

fn school(number: u128) -> SchoolId {
    id(SchoolId::new, number)
}

#[test]
fn b5b_two_histories_that_differ_in_one_review_move_help_differently_and_the_log_shows_why() {
    let watched = [(DataCheck, Red), (InformalVisit, Red), (InformalVisit, Red)];
    let with = seen(&[&watched[..], &[(FormalReview, Red)]].concat());
    let without = seen(&watched);

    let switched = with.reallocation(2).unwrap();
    assert_eq!(switched.recommended.outcome, Outcome::Switch);
    let on = with.now.date();
    let why = Reason::FormalReview { on, rating: Red };
    assert!(switched.recommended.reasons.contains(&why));
    let freed = &switched.frees[0];
    assert_eq!(
        (freed.giver, freed.units, freed.when),
        (school(1), Units(1), When::AtOnce)
    );
    let room = freed.room.as_ref().unwrap();
    assert_eq!((room.now, room.then), (Units(1), Units(2)));
    let served: Vec<_> = room.could_serve.iter().map(|it| it.school).collect();
    assert_eq!(
        served,
        [school(3), school(4)],
        "those that wait, the nearer first"
    );
    let asked = switched.asks.as_ref().unwrap();
    assert_eq!((asked.units, asked.half_days), (Units(1), HalfDays(10)));
    assert_eq!(
        asked.givers.as_deref(),
        Some(&[][..]),
        "nobody else lends anything"
    );

    let intensified = without.reallocation(2).unwrap();
    assert_eq!(intensified.recommended.outcome, Outcome::Intensify);
    assert!(intensified.frees.is_empty());

    // The log without that one entry, folded again, is the other history.
    let is_review = |entry: &&Entry| matches!(&entry.event, Event::InCycle(_, CycleEvent::MonitoringRecorded(it)) if it.channel == FormalReview);
    let replayed = folded(with.entries.iter().filter(|entry| !is_review(entry)));
    let need = id(NeedId::new, 2);
    let restored = replayed.reallocation_of(need, &CandidateRules::default());
    assert_eq!(restored, Some(intensified));
}

#[test]
fn c9_each_recommendation_has_its_reasons_and_a_counterfactual_that_a_run_confirms() {
    let world = seen(&[
        (DataCheck, Green),
        (InformalVisit, Green),
        (DataCheck, Green),
        (InformalVisit, Amber),
    ]);
    let (network, need) = (world.journal.network(), id(NeedId::new, 2));
    let candidates = CandidateRules::default();
    let now = world.reallocation(2).unwrap();
    assert_eq!(now.recommended.outcome, Outcome::Taper);
    let (red, amber, green) = (0, 1, 3);
    assert_eq!(now.recommended.reasons[0], Reason::Recent { red, amber, green });

    let found = network.counterfactuals(need).unwrap();
    // Without any one of the three green ones too few are left to let help fade.
    let without: Vec<_> = found.without.iter().map(|it| it.supposed.clone()).collect();
    let one = |place| Supposition::Without(vec![place]);
    assert_eq!((without, found.searched), (vec![one(0), one(1), one(2)], 1));
    let seen_there = network.cycles[&now.cycle].needs[&need].observations[1];
    assert_eq!(found.without[1].observed, [seen_there]);
    assert_eq!(
        found.rated.len(),
        3 * 2 + 1,
        "any green one worse, or the last one red"
    );
    for it in found.without.iter().chain(&found.rated) {
        let again = network.reallocation_supposing(need, &it.supposed, &candidates);
        let again = again.unwrap().map(|it| it.recommended);
        assert_eq!(again, it.recommended);
        assert_ne!(again.map(|it| it.outcome), Some(Outcome::Taper));
    }
    // What was never observed cannot be supposed away, and all of it is told.
    let never = network.reallocation_supposing(need, &Supposition::Without(vec![0, 4, 9]), &candidates);
    let never = never.unwrap_err();
    assert_eq!((never.places, never.observed), (vec![4, 9], 4));
}

#[test]
fn c9_where_no_single_observation_decides_the_smallest_set_is_found() {
    let world = seen(&[
        (DataCheck, Red),
        (InformalVisit, Red),
        (DataCheck, Red),
        (InformalVisit, Red),
        (DataCheck, Red),
    ]);
    let network = world.journal.network();
    let found = network.counterfactuals(id(NeedId::new, 2)).unwrap();
    assert_eq!(
        world.reallocation(2).unwrap().recommended.outcome,
        Outcome::Switch
    );
    // Five red ones switch, as four would; any two away leave three, which intensify, or one channel.
    assert_eq!((found.without.len(), found.searched), (10, 2));
}

#[test]
fn who_would_be_displaced_is_told_where_a_giver_has_no_room() {
    let mut world = World::diagnosed();
    for giver in [5, 6] {
        declare(&mut world, giver, 1);
    }
    world.at_work(1, 2, 5);
    world.at_work(2, 3, 1);
    let mut elsewhere = world.clone();
    world.at_work(3, 4, 1);
    for (taker, channel) in [
        (2, DataCheck),
        (2, InformalVisit),
        (3, DataCheck),
        (3, InformalVisit),
    ] {
        world.observed(taker, channel, Red);
    }
    let of_urgent = world.reallocation(2).unwrap();
    assert_eq!(of_urgent.recommended.outcome, Outcome::Intensify);
    let givers = of_urgent.asks.unwrap().givers.unwrap();
    let told: Vec<_> = givers.iter().map(|it| (it.giver, it.free)).collect();
    assert_eq!(
        told,
        [(school(6), Units(1)), (school(1), Units(0))],
        "room first; school 5 helps already"
    );
    assert!(givers[0].displaces.is_empty());
    let displaced: Vec<_> = givers[1]
        .displaces
        .iter()
        .map(|it| (it.deployment, it.school, it.makes_room))
        .collect();
    let deployment = |number| id(DeploymentId::new, number);
    assert_eq!(
        displaced,
        [(deployment(2), school(3), true), (deployment(3), school(4), true)]
    );
    // A need that is no more severe than what is helped displaces nothing.
    let of_moderate = world.reallocation(3).unwrap();
    let givers = of_moderate.asks.unwrap().givers.unwrap();
    let told: Vec<_> = givers.iter().map(|it| (it.giver, it.displaces.len())).collect();
    assert_eq!(told, [(school(6), 0), (school(5), 0)]);
    elsewhere.at_work(3, 4, 6);
    for channel in [DataCheck, InformalVisit] {
        elsewhere.observed(3, channel, Red);
    }
    let givers = elsewhere.reallocation(3).unwrap().asks.unwrap().givers.unwrap();
    let told: Vec<_> = givers.iter().map(|it| (it.giver, it.displaces.len())).collect();
    assert_eq!(
        told,
        [(school(5), 0), (school(6), 0)],
        "school 6 helps a need as severe"
    );
    // After a fall one end does not make room.
    let mut fallen = world.clone();
    let fall = FallenCapacity {
        term: None,
        school: school(1),
        at_once: Units(1),
        per_term: HalfDays(10),
    };
    fallen.must("observer", &Command::ReportCapacityFall(fall));
    let givers = fallen.reallocation(2).unwrap().asks.unwrap().givers.unwrap();
    assert!(givers[1].displaces.iter().all(|it| !it.makes_room));
}

#[test]
fn the_network_recommends_a_person_records_it_and_another_decides() {
    let mut world = seen(&[(DataCheck, Green); 3]);
    world.pass_days(1).observed(2, InformalVisit, Green);
    world.pass_days(1).observed(2, InformalVisit, Green);
    let before = format!("{:?}", world.journal.network());
    let told = world.journal.network().reallocation(&CandidateRules::default());
    assert_eq!(
        format!("{:?}", world.journal.network()),
        before,
        "to ask changes nothing"
    );
    let [Reallocation { recommended, .. }] = &told[..] else {
        panic!("one need is watched: {told:?}");
    };
    assert_eq!(recommended.outcome, Outcome::Close);

    let decision = id(DecisionId::new, 1);
    let recommend = CycleCommand::RecommendReallocation(told[0].as_recommended(decision));
    let decide = CycleCommand::DecideReallocation(Decided {
        decision,
        outcome: Outcome::Close,
        conditions: Vec::new(),
    });
    let decide = Command::in_cycle(id(CycleId::new, 2), decide);
    world.must_in("adviser", 2, recommend);
    assert!(
        world
            .journal
            .network()
            .reallocation(&CandidateRules::default())
            .is_empty(),
        "what waits for a decision is not recommended again"
    );
    let mut alone = world.context("commissioner");
    alone.actor = person("adviser");
    assert!(world.handle(&decide, &alone).is_err());
    world.must("commissioner", &decide);
    // What was said to be free then is free now.
    let free = told[0].frees[0].room.as_ref().unwrap().then;
    let ledger = &world.journal.network().ledgers[&school(1)];
    assert_eq!(
        ledger.free(rules().deployment_size(), world.journal.network().from_now_on()),
        free
    );
}

#[test]
fn b0_one_need_is_moved_on_while_another_of_the_school_is_in_diagnosis() {
    let mut world = seen(&[(DataCheck, Red), (InformalVisit, Red)]);
    let cycle = &world.journal.network().cycles[&id(CycleId::new, 2)];
    let mut other = cycle.needs[&id(NeedId::new, 2)].need.clone();
    other.id = id(NeedId::new, 20);
    let need = other.id;
    world.must_in(
        "host_head",
        2,
        CycleCommand::ReportNeed(ReportedNeed { need: other }),
    );
    world.must_in("adviser", 2, CycleCommand::BeginDiagnosis(OfNeed { need }));
    let told = world.journal.network().reallocation(&CandidateRules::default());
    let needs: Vec<_> = told.iter().map(|it| it.need).collect();
    assert_eq!(needs, [id(NeedId::new, 2)], "what is not helped yet is not moved");
    assert_eq!(world.reallocation(20), None);
}

#[test]
fn c6_pressure_comes_with_the_support_to_which_it_entitles() {
    let mut world = seen(&[(DataCheck, Red), (InformalVisit, Red)]);
    assert_eq!(
        world.reallocation(2).unwrap().pressure,
        None,
        "more help is no pressure"
    );
    decided(&mut world, 1, Outcome::Intensify);
    let told = world.reallocation(2).unwrap();
    assert_eq!(told.recommended.outcome, Outcome::Escalate);
    let pressure = told.pressure.unwrap();
    assert_eq!(
        pressure.entitles_to,
        [SupportKind::SpecialistLeader, SupportKind::Coach]
    );
    decided(&mut world, 2, Outcome::Escalate);
    let cycle = &world.journal.network().cycles[&id(CycleId::new, 2)];
    assert_eq!(cycle.needs[&id(NeedId::new, 2)].pressure, pressure.level);
    let then = world.reallocation(2).unwrap().pressure.unwrap();
    assert_eq!(
        then.entitles_to[0],
        SupportKind::ExecutiveLeader,
        "the next level"
    );
}

#[test]
fn help_that_fades_frees_its_giver_when_it_ends() {
    let world = seen(&[(DataCheck, Green), (InformalVisit, Green), (DataCheck, Green)]);
    let told = world.reallocation(2).unwrap();
    assert_eq!(told.recommended.outcome, Outcome::Taper);
    assert_eq!((told.frees[0].when, told.asks), (When::WhenItEnds, None));
}

/// What is observed or decided, at random.
type Happening = (u8, Channel, Rating);

/// Half of what is seen leans to one side, long enough for help to fade or to be changed.
fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let happening = (0..12_u8, 0..3_usize, 0..6_usize);
    let all = prop::collection::vec(happening, 0..14);
    (0..3_usize, all).prop_map(|(lean, all)| {
        let rating = |roll: usize| Rating::ALL[if roll < 3 { roll } else { lean }];
        let all = all.into_iter();
        all.map(|(what, channel, roll)| (what, Channel::ALL[channel], rating(roll)))
            .collect()
    })
}

/// Schools 2 and 3 are helped; then things happen.
fn after(base: &World, happenings: &[Happening]) -> World {
    let mut world = base.clone();
    for (number, (what, channel, rating)) in happenings.iter().enumerate() {
        let taker = 2 + u128::from(what % 2);
        if what % 12 == 11 {
            let outcome = [Outcome::Intensify, Outcome::Continue, Outcome::Switch][*channel as usize];
            let number = id(DecisionId::new, number as u128);
            if let Some(it) = world.reallocation(taker) {
                world.must_in(
                    "adviser",
                    taker,
                    CycleCommand::RecommendReallocation(it.as_recommended(number)),
                );
                let decided = Decided {
                    decision: number,
                    outcome,
                    conditions: Vec::new(),
                };
                world.must_in("commissioner", taker, CycleCommand::DecideReallocation(decided));
            }
            continue;
        }
        if what % 3 == 0 {
            world.pass_days(1);
        }
        world.observed(taker, *channel, *rating);
    }
    world
}

/// The entries with one need's observations as they are supposed.
fn supposed(entries: &[Entry], of: NeedId, supposed: &Supposition) -> Vec<Entry> {
    let mut place = 0;
    let mut kept = Vec::new();
    for entry in entries {
        let mut entry = entry.clone();
        if let Event::InCycle(_, CycleEvent::MonitoringRecorded(it)) = &mut entry.event
            && it.need == of
        {
            let here = place;
            place += 1;
            match supposed {
                Supposition::Without(places) if places.contains(&here) => continue,
                Supposition::Rated(rerated) if rerated.observation == here => it.rating = rerated.rating,
                _ => {}
            }
        }
        kept.push(entry);
    }
    kept
}

fn subsets(of: usize, size: usize) -> Vec<Vec<usize>> {
    let all = (0..1_usize << of).map(|bits| (0..of).filter(|at| bits >> at & 1 == 1).collect::<Vec<_>>());
    all.filter(|set| set.len() == size).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn c9_every_counterfactual_is_what_a_replay_of_the_log_without_it_comes_to(happenings in happenings()) {
        let mut base = World::diagnosed();
        base.at_work(1, 2, 1);
        base.at_work(2, 3, 1);
        let world = after(&base, &happenings);
        let (network, candidates) = (world.journal.network(), CandidateRules::default());
        let told = network.reallocation(&candidates);
        for number in [2, 3] {
            let need = id(NeedId::new, number);
            let now = network.reallocation_of(need, &candidates);
            prop_assert_eq!(told.iter().find(|it| it.need == need), now.as_ref());
            let nothing = network.reallocation_supposing(need, &Supposition::Without(Vec::new()), &candidates);
            prop_assert_eq!(nothing.unwrap(), now.clone());
            let Some(now) = now else { continue };
            let found = network.counterfactuals(need).unwrap();
            let outcome = Some(now.recommended.outcome);
            for it in found.without.iter().chain(&found.rated) {
                let replayed = folded(&supposed(&world.entries, need, &it.supposed));
                let again = replayed.reallocation_of(need, &candidates).map(|it| it.recommended);
                prop_assert_eq!(&again, &it.recommended);
                prop_assert_ne!(again.map(|it| it.outcome), outcome);
            }
            // Every set of that size and none smaller, against every set there is.
            let observed = network.cycles[&now.cycle].needs[&need].observations.len();
            for size in 1..=found.searched {
                let other = |set: &Vec<usize>| {
                    let under = Supposition::Without(set.clone());
                    let under = network.reallocation_supposing(need, &under, &candidates).unwrap();
                    under.map(|it| it.recommended.outcome) != outcome
                };
                let all: BTreeSet<_> = subsets(observed, size).into_iter().filter(other).collect();
                let told = found.without.iter().filter_map(|it| match &it.supposed {
                    Supposition::Without(places) if places.len() == size => {
                        let mut places = places.clone();
                        places.sort_unstable();
                        Some(places)
                    }
                    _ => None,
                });
                prop_assert_eq!(all, told.collect::<BTreeSet<_>>());
            }
            // The same of ratings.
            for observation in 0..observed {
                for rating in Rating::ALL {
                    let under = Supposition::Rated(Rerated { observation, rating });
                    let again = network.reallocation_supposing(need, &under, &candidates).unwrap();
                    let is_other = again.map(|it| it.recommended.outcome) != outcome;
                    prop_assert_eq!(is_other, found.rated.iter().any(|it| it.supposed == under));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn what_is_said_of_a_change_comes_about_once_it_is_decided(happenings in happenings(), others in 0..3_u8) {
        let mut base = World::diagnosed();
        base.at_work(1, 2, 1);
        base.at_work(2, 3, 1);
        // Nobody else lends, or somebody who has room, or somebody who has none.
        if others > 0 {
            declare(&mut base, 5, 1);
        }
        if others > 1 {
            base.at_work(3, 4, 5);
        }
        let world = after(&base, &happenings);
        let size = rules().deployment_size();
        for number in [2, 3] {
            let Some(told) = world.reallocation(number) else { continue };
            let mut decided = world.clone();
            let decision = id(DecisionId::new, 900);
            let recommend = CycleCommand::RecommendReallocation(told.as_recommended(decision));
            decided.must_in("adviser", number, recommend);
            let decide = Decided {
                decision,
                outcome: told.recommended.outcome,
                conditions: Vec::new(),
            };
            decided.must_in("commissioner", number, CycleCommand::DecideReallocation(decide));
            let (before, now) = (world.journal.network(), decided.journal.network());
            for (giver, ledger) in now.ledgers.iter() {
                let freed = told.frees.iter().find(|it| it.giver == *giver && it.when == When::AtOnce);
                let expected = freed.map_or(before.ledgers[giver].free(size, before.from_now_on()), |it| it.room.as_ref().unwrap().then);
                prop_assert_eq!(ledger.free(size, now.from_now_on()), expected);
            }
            let open = |network: &Network| network.cycles[&told.cycle].open_units(told.need);
            match (&told.asks, told.recommended.outcome) {
                (Some(asked), Outcome::Switch) => prop_assert_eq!(open(now), asked.units),
                (Some(asked), _) => prop_assert_eq!(open(now).0, open(before).0 + asked.units.0),
                (None, Outcome::Close) => prop_assert_eq!(open(now), Units(0)),
                (None, _) => prop_assert_eq!(open(now), open(before)),
            }
            let pressure = |network: &Network| network.cycles[&told.cycle].needs[&told.need].pressure;
            let expected = told.pressure.as_ref().map_or(pressure(before), |it| it.level);
            prop_assert_eq!(pressure(now), expected);
            // Whoever has room can be proposed.
            for giver in told.asks.iter().flat_map(|it| it.givers.iter().flatten()) {
                let proposal = World::proposal(99, number, giver.giver.uuid().as_u128(), None);
                let mut proposed = decided.clone();
                prop_assert_eq!(proposed.tell("broker", &proposal).is_ok(), giver.free > Units(0));
            }
        }
    }
}

#[test]
fn what_happens_at_random_comes_to_every_outcome_that_matters() {
    let mut base = World::diagnosed();
    base.at_work(1, 2, 1);
    base.at_work(2, 3, 1);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut outcomes, mut sizes) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..120 {
        let tree = happenings().new_tree(&mut runner).unwrap();
        let world = after(&base, &proptest::strategy::ValueTree::current(&tree));
        for number in [2, 3] {
            outcomes.extend(world.reallocation(number).map(|it| it.recommended.outcome));
            let found = world.journal.network().counterfactuals(id(NeedId::new, number));
            sizes.extend(found.filter(|it| !it.without.is_empty()).map(|it| it.searched));
        }
    }
    let by_rule = [
        Outcome::Continue,
        Outcome::Intensify,
        Outcome::Taper,
        Outcome::Switch,
        Outcome::Escalate,
        Outcome::Close,
    ];
    assert_eq!(outcomes, BTreeSet::from(by_rule));
    assert!(sizes.is_superset(&BTreeSet::from([1, 2])), "{sizes:?}");
}
