//! Watching over several schools: what is late anywhere, challenge before escalation, visits in proportion.

use crate::world::{World, id};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::Command as CycleCommand,
        challenge::{OfChallenge, RaisedChallenge},
        clock::{Awaits, Clock},
        concern::{EscalatedConcern, RaisedConcern},
        cycle::{Categorised, OverCycle},
        facts::Inspection,
        monitoring::{Channel, Rating},
    },
    overdue::Overdue,
};
use collegium_model::{
    code::ReasonCode,
    id::{ChallengeId, ConcernId, CycleId},
    short_code::CategoryCode,
};
use std::collections::BTreeMap;

fn challenge(world: &mut World, number: u128) {
    let raised = RaisedChallenge {
        challenge: id(ChallengeId::new, number),
        need: None,
    };
    world.must_in("adviser", number, CycleCommand::RaiseChallenge(raised));
}

fn of(number: u128) -> OfChallenge {
    let challenge = id(ChallengeId::new, number);
    OfChallenge { challenge }
}

/// The cycles of which something of that kind is late, as the network lists them.
fn late(world: &World, is_meant: fn(&Overdue) -> bool) -> Vec<u128> {
    let late = world.journal.network().overdue(world.now).into_iter();
    late.filter(is_meant)
        .map(|it| it.cycle.uuid().as_u128())
        .collect()
}

fn categorised(world: &mut World, number: u128, code: &str) {
    let category = CategoryCode::new(code).unwrap();
    let categorised = CycleCommand::CategoriseSchool(Categorised { category });
    world.must_in("responsible_body", number, categorised);
}

#[test]
fn c7_e4d_a_challenge_that_nobody_answers_is_listed_over_the_network_until_it_escalates() {
    let mut world = World::diagnosed();
    let unanswered = |world: &World| late(world, Overdue::is_unanswered_challenge);
    // Cycle 3 is asked first, on Monday the 7th; ten school days later it is due.
    challenge(&mut world, 3);
    world.pass_days(1);
    challenge(&mut world, 2);
    world.pass_days(13);
    assert!(unanswered(&world).is_empty(), "what is due today is not overdue");
    world.pass_days(1);
    assert_eq!(unanswered(&world), [3]);
    world.pass_days(1);
    assert_eq!(unanswered(&world), [3, 2], "the longest overdue first");
    // It is every late clock of every cycle, and nothing else.
    let network = world.journal.network();
    let calendar = &network.opened().unwrap().calendar;
    let mut told: Vec<_> = network
        .overdue(world.now)
        .into_iter()
        .map(|it| (it.cycle, it.clock))
        .collect();
    let mut all = Vec::new();
    for (cycle, state) in network.cycles.iter() {
        let clocks = state.clocks(world.now, calendar, network.rules_of(*cycle));
        all.extend(
            clocks
                .into_iter()
                .filter(Clock::is_overdue)
                .map(|clock| (*cycle, clock)),
        );
    }
    assert!(told.len() > 2 && told.iter().map(|(_, clock)| clock.due).is_sorted());
    let order = |(cycle, clock): &(CycleId, Clock)| (*cycle, format!("{clock:?}"));
    told.sort_by_key(order);
    all.sort_by_key(order);
    assert_eq!(told, all);
    // It does not go away with the cycle.
    let close = Command::in_cycle(id(CycleId::new, 3), CycleCommand::CloseCycle(OverCycle {}));
    assert!(world.refused("broker", &close).contains(&"still_open".to_owned()));
    world.must_in("adviser", 3, CycleCommand::EscalateChallenge(of(3)));
    assert_eq!(unanswered(&world), [2]);
    world.must_in("host_head", 2, CycleCommand::AnswerChallenge(of(2)));
    assert!(unanswered(&world).is_empty());
}

#[test]
fn b5_missed_checks_of_all_schools_surface_each_by_its_own_cadence() {
    let mut world = World::diagnosed();
    world.at_work(1, 2, 1);
    world.at_work(2, 3, 1);
    categorised(&mut world, 2, "intervention");
    categorised(&mut world, 3, "strong");
    let missed = |world: &World| late(world, Overdue::is_missed_check);
    world.pass_days(14);
    assert!(missed(&world).is_empty());
    world.pass_days(1);
    assert_eq!(missed(&world), [2], "a visit every two weeks");
    world.observed(2, Channel::InformalVisit, Rating::Amber);
    assert!(missed(&world).is_empty());
    // While it is paused a school is not late.
    let mut paused = world.clone();
    paused.reason = ReasonCode::new("closure").ok();
    let pause = CycleCommand::PauseCycle(OverCycle {});
    paused.must_in("responsible_body", 2, pause);
    paused.pass_days(120);
    assert!(missed(&paused).iter().all(|number| *number == 3) && missed(&paused).contains(&3));
    world.pass_days(120);
    assert!(missed(&world).contains(&2) && missed(&world).contains(&3));
}

#[test]
fn f4_over_a_year_a_stronger_school_is_never_seen_more_often_than_a_weaker_one() {
    let mut world = World::diagnosed();
    let mut at_work = |deployment, taker, code| {
        world.at_work(deployment, taker, 1);
        categorised(&mut world, taker, code);
    };
    at_work(1, 2, "strong");
    at_work(2, 3, "intervention");
    let mut seen: BTreeMap<(u128, Channel), u32> = BTreeMap::new();
    for _ in 0..300 {
        world.pass_days(1);
        let network = world.journal.network();
        let calendar = &network.opened().unwrap().calendar;
        let mut due = Vec::new();
        for number in [2, 3] {
            let cycle = id(CycleId::new, number);
            let clocks = network.cycles[&cycle].clocks(world.now, calendar, network.rules());
            for clock in clocks {
                if let (Awaits::Observation { channel }, Some(day)) = (clock.awaits, clock.due)
                    && day <= world.now.date()
                {
                    due.push((number, channel));
                }
            }
        }
        for (number, channel) in due {
            world.observed(number, channel, Rating::Amber);
            *seen.entry((number, channel)).or_default() += 1;
        }
    }
    for channel in Channel::ALL {
        let of = |number| seen.get(&(number, channel)).copied().unwrap_or_default();
        assert!(of(2) <= of(3), "{channel:?}: {seen:?}");
        assert!(of(3) > 0, "{channel:?}: {seen:?}");
    }
    let all = |number| {
        seen.iter()
            .filter(|((of, _), _)| *of == number)
            .map(|(_, count)| count)
            .sum::<u32>()
    };
    assert!(all(2) < all(3), "{seen:?}");
}

#[test]
fn c4_a_challenge_at_one_school_does_not_stand_in_for_one_at_another() {
    let mut world = World::diagnosed();
    for number in [2, 3] {
        let raised = RaisedConcern {
            concern: id(ConcernId::new, number),
            need: None,
        };
        world.must_in("adviser", number, CycleCommand::RaiseConcern(raised));
    }
    let escalate = |number: u128| {
        let escalated = EscalatedConcern {
            concern: id(ConcernId::new, number),
            steps_taken: true,
            warning_notice: false,
        };
        Command::in_cycle(id(CycleId::new, number), CycleCommand::EscalateConcern(escalated))
    };
    challenge(&mut world, 2);
    world.must_in("host_head", 2, CycleCommand::AnswerChallenge(of(2)));
    world.reason = ReasonCode::new("no_progress").ok();
    assert_eq!(
        world.refused("responsible_body", &escalate(3)),
        ["challenge_first"]
    );
    world.must("responsible_body", &escalate(2));
    // An inspection that intervenes by law comes before, and only where it was.
    let inspection = Inspection {
        on: world.now.date(),
        judgements: Vec::new(),
        intervention: true,
    };
    world.must_in("observer", 3, CycleCommand::ReportInspection(inspection));
    world.must("responsible_body", &escalate(3));
}
