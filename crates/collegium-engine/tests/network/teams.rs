//! Teams of reviewers, formed by rounds: leads, then peers; and nobody asked for more visits than was agreed.

use crate::world::{World, id};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::Command as CycleCommand,
        cycle::OpenedCycle,
        protocol::{Protocol, TeamRule, Workload},
        review::{OfReview as Review, Reviewer as Member, ScheduledVisit, Team},
        rules::Rules,
    },
    matching::objective::Objective,
    network::Network,
    reviewers::{NamedReviewer, OfReview, OfReviewer},
    round::{AnsweredPlacement, Basis, OfRound, OpenedRound, Side},
    violation::StandingViolation,
};
use collegium_model::{
    candidate::CandidateRules,
    chrono::NaiveDate,
    code::ReasonCode,
    id::{CycleId, PersonId, ReviewId, RoundId, SchoolId},
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const EMPLOYER: &str = "releasing_employer";

fn school(number: u128) -> SchoolId {
    id(SchoolId::new, number)
}

/// Persons are numbered by their school: 10, 11, … for school 1.
fn person(number: u128) -> PersonId {
    id(PersonId::new, number)
}

fn named(number: u128, has_shadowed: bool, visits_in_term: u16) -> Command {
    Command::NameReviewer(NamedReviewer {
        giver: school(number / 10),
        person: person(number),
        has_shadowed,
        visits_in_term,
    })
}

fn member(number: u128) -> Member {
    Member {
        person: person(number),
        school: school(number / 10),
        has_shadowed: true,
    }
}

/// The default protocol with another rule for teams.
fn under(least_peers: u16, different_schools: bool) -> Rules {
    let protocol = Protocol {
        workload: Workload::default(),
        team: TeamRule {
            least_peers,
            different_schools,
            ..TeamRule::default()
        },
        ..Protocol::standard()
    };
    Rules::compile(protocol).unwrap()
}

fn of(number: u128) -> OfReview {
    OfReview {
        cycle: id(CycleId::new, number),
        review: id(ReviewId::new, number),
    }
}

/// A planned review of each of these schools, under the school's number.
fn planned(world: &mut World, schools: impl IntoIterator<Item = u128>) {
    for number in schools {
        let opened = OpenedCycle {
            school: school(number),
            turn: 1,
        };
        world.must_in("broker", number, CycleCommand::OpenCycle(opened));
        let review = id(ReviewId::new, number);
        world.must_in("broker", number, CycleCommand::PlanReview(Review { review }));
    }
}

fn form(number: u128, lead: u128, peers: &[u128]) -> Command {
    let team = Team {
        review: id(ReviewId::new, number),
        lead: member(lead),
        peers: peers.iter().map(|peer| member(*peer)).collect(),
    };
    Command::in_cycle(id(CycleId::new, number), CycleCommand::FormTeam(team))
}

fn schedule(number: u128, visit: &str) -> Command {
    let visit = ScheduledVisit {
        review: id(ReviewId::new, number),
        visit: visit.parse().unwrap(),
        until: None,
    };
    Command::in_cycle(id(CycleId::new, number), CycleCommand::ScheduleReview(visit))
}

fn open(round: u128, basis: Basis, from: Option<&str>) -> Command {
    let round = id(RoundId::new, round);
    Command::OpenRound(OpenedRound {
        from: from.map(|day| day.parse::<NaiveDate>().unwrap()),
        ..OpenedRound::new(round, Objective::Coverage, basis, CandidateRules::default())
    })
}

fn of_round(round: u128) -> OfRound {
    let round = id(RoundId::new, round);
    OfRound { round }
}

fn put_forward(world: &mut World, round: u128) {
    let network = world.journal.network();
    let found = &network.rounds[&id(RoundId::new, round)];
    let candidates = network.candidates_of(found).unwrap();
    let plan = World::plan_for(round, &candidates, found.objective());
    world.must("broker", &plan);
}

fn round_held(world: &mut World, round: u128, basis: Basis, from: Option<&str>) {
    world.must("broker", &open(round, basis, from));
    put_forward(world, round);
    world.must("commissioner", &Command::ConfirmPlan(of_round(round)));
}

fn closed(world: &mut World, round: u128) {
    world.must("broker", &Command::CloseRound(of_round(round)));
}

fn team(network: &Network, number: u128) -> Vec<u128> {
    let team = network.promised_team(of(number));
    team.iter()
        .map(|(_, person, _)| person.uuid().as_u128())
        .collect()
}

fn handed(command: Command) -> CycleCommand {
    let Command::InCycle(it) = command else {
        unreachable!("it is a command to a cycle")
    };
    it.command
}

#[test]
fn a_round_finds_a_lead_for_each_review_and_another_its_peers() {
    let mut world = World::opened_under(under(2, true));
    for command in [
        named(10, true, 2),
        named(11, false, 2),
        named(20, true, 1),
        named(30, false, 2),
        named(40, false, 2),
    ] {
        world.must(EMPLOYER, &command);
    }
    planned(&mut world, [1, 5]);
    // Nobody leads before shadowing, and nobody their own school.
    round_held(&mut world, 1, Basis::Leads, None);
    assert_eq!(team(world.journal.network(), 1), [20]);
    assert_eq!(team(world.journal.network(), 5), [10]);
    // With leads in view there is nobody to be found for, and peers are next.
    closed(&mut world, 1);
    round_held(&mut world, 2, Basis::Peers, None);
    assert_eq!(
        team(world.journal.network(), 1),
        [20, 30, 40],
        "no two from one school"
    );
    let second = team(world.journal.network(), 5);
    assert_eq!(second.len(), 3);
    assert_eq!(second[0], 10);
    assert!(
        !second.contains(&11),
        "the lead's school sends nobody else: {second:?}"
    );
    let promised = world.journal.network().promised_team(of(1));
    let shadowed: Vec<_> = promised.iter().map(|(_, _, it)| it.has_shadowed).collect();
    assert_eq!(shadowed, [true, false, false]);
    // The team is formed, for one; what was promised for the other lapses.
    world.must_in("broker", 1, handed(form(1, 20, &[30, 40])));
    closed(&mut world, 2);
    assert!(
        team(world.journal.network(), 1).is_empty(),
        "formed, and no longer promised"
    );
    assert!(team(world.journal.network(), 5).is_empty());
    let free = |number: u128| {
        world
            .journal
            .network()
            .reviewer(person(number))
            .unwrap()
            .1
            .free_in(0, None)
    };
    assert_eq!([10, 20, 30, 40].map(free), [2, 0, 1, 1]);
}

#[test]
fn a_school_sends_another_of_its_people_to_each_team_and_none_beside_a_lead_of_its_own() {
    let mut world = World::opened_under(under(1, true));
    for command in [named(10, true, 1), named(11, false, 1), named(20, true, 2)] {
        world.must(EMPLOYER, &command);
    }
    planned(&mut world, [3, 4, 5]);
    round_held(&mut world, 1, Basis::Leads, None);
    closed(&mut world, 1);
    round_held(&mut world, 2, Basis::Peers, None);
    let teams = [3, 4, 5].map(|number| team(world.journal.network(), number));
    let led_by = |lead| teams.iter().filter(move |team| team.first() == Some(&lead));
    // The review that 10 leads has no peer: 20 has no visit left, and 11 is of the lead's school.
    assert_eq!(led_by(10).collect::<Vec<_>>(), [&vec![10]]);
    let with_peers: Vec<_> = led_by(20).filter(|team| team.len() == 2).collect();
    assert_eq!(with_peers, [&vec![20, 11]], "11 goes once");
    // With two who are free, each goes once.
    let mut world = World::opened_under(under(1, true));
    for command in [named(10, false, 1), named(11, false, 1), named(20, true, 2)] {
        world.must(EMPLOYER, &command);
    }
    planned(&mut world, [3, 4]);
    round_held(&mut world, 1, Basis::Leads, None);
    closed(&mut world, 1);
    round_held(&mut world, 2, Basis::Peers, None);
    let mut peers = [3, 4].map(|number| team(world.journal.network(), number)[1]);
    peers.sort_unstable();
    assert_eq!(peers, [10, 11]);
}

#[test]
fn a_plan_for_a_review_that_has_its_team_by_now_is_not_confirmed() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, true, 2));
    planned(&mut world, [3]);
    world.must("broker", &open(1, Basis::Leads, None));
    put_forward(&mut world, 1);
    world.must("broker", &form(3, 20, &[40]));
    assert_eq!(
        world.refused("commissioner", &Command::ConfirmPlan(of_round(1))),
        ["placement_outdated"]
    );
}

#[test]
fn a_team_may_be_another_than_was_planned_and_frees_whom_it_leaves_out() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, true, 1));
    world.must(EMPLOYER, &named(20, true, 1));
    planned(&mut world, [3]);
    round_held(&mut world, 1, Basis::Leads, None);
    let planned = team(world.journal.network(), 3)[0];
    let other = if planned == 10 { 20 } else { 10 };
    world.must("broker", &form(3, other, &[40]));
    let free = |number: u128| {
        world
            .journal
            .network()
            .reviewer(person(number))
            .unwrap()
            .1
            .free_in(0, None)
    };
    assert_eq!([free(planned), free(other)], [1, 0]);
}

#[test]
fn g8_nobody_is_asked_for_more_visits_in_a_term_than_was_agreed_whatever_the_cycle() {
    let mut world = World::opened_under(under(1, false));
    for command in [named(10, true, 1), named(20, true, 2), named(60, true, 2)] {
        world.must(EMPLOYER, &command);
    }
    planned(&mut world, [3, 4, 5]);
    world.must("broker", &form(3, 20, &[10]));
    assert_eq!(world.refused("broker", &form(4, 20, &[10])), ["reviewer_busy"]);
    world.must("broker", &form(4, 20, &[60]));
    assert_eq!(
        world.refused("broker", &form(5, 20, &[10])),
        ["reviewer_busy", "reviewer_busy"]
    );
    // In spring there is room again: the visit counts in the term of its day.
    world.must("broker", &schedule(3, "2027-01-20"));
    world.must("broker", &form(5, 60, &[10]));
    assert_eq!(
        world.refused("broker", &schedule(5, "2027-01-22")),
        ["reviewer_busy"],
        "spring is full by now"
    );
    // What is cancelled is free again.
    world.reason = ReasonCode::new("cannot_release").ok();
    let review = id(ReviewId::new, 3);
    world.must_in("broker", 3, CycleCommand::CancelReview(Review { review }));
    world.must("broker", &schedule(5, "2027-01-22"));
}

#[test]
fn e2d_nobody_leads_who_was_named_as_one_who_has_not_shadowed() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, false, 1));
    planned(&mut world, [3]);
    // The team says otherwise; the network knows better.
    assert_eq!(world.refused("broker", &form(3, 10, &[20])), ["not_shadowed"]);
    world.must(EMPLOYER, &named(10, true, 1));
    world.must("broker", &form(3, 10, &[20]));
    // A team that stands is for others to change, and flagged where one of it can be asked no longer.
    let (giver, person) = (school(1), person(10));
    world.must(
        "observer",
        &Command::StandReviewerDown(OfReviewer { giver, person }),
    );
    let flagged = [StandingViolation::ReviewerOverbooked { giver, person }];
    assert_eq!(world.journal.network().violations(), flagged);
}

#[test]
fn a_reviewer_belongs_to_one_school_and_can_be_stood_down() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, true, 2));
    let elsewhere = Command::NameReviewer(NamedReviewer {
        giver: school(2),
        person: person(10),
        has_shadowed: true,
        visits_in_term: 0,
    });
    assert_eq!(
        world.refused(EMPLOYER, &elsewhere),
        ["empty_offer", "person_known_already"]
    );
    planned(&mut world, [3, 4]);
    round_held(&mut world, 1, Basis::Leads, None);
    assert_eq!(team(world.journal.network(), 3), [10]);
    let down = |person| {
        Command::StandReviewerDown(OfReviewer {
            giver: school(1),
            person,
        })
    };
    assert_eq!(
        world.refused("observer", &down(person(99))),
        ["unknown_person"],
        "malformed"
    );
    world.must("observer", &down(person(10)));
    assert!(
        team(world.journal.network(), 3).is_empty(),
        "nothing is promised of them any more"
    );
    assert_eq!(world.refused("broker", &form(3, 10, &[20])), ["reviewer_busy"]);
}

#[test]
fn a_lead_can_decline_and_the_next_plan_finds_another() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, true, 1));
    world.must(EMPLOYER, &named(20, true, 1));
    planned(&mut world, [3]);
    let Command::OpenRound(opened) = open(1, Basis::Leads, None) else {
        unreachable!("it opens a round")
    };
    let consults = vec![Side::Giver];
    world.must("broker", &Command::OpenRound(OpenedRound { consults, ..opened }));
    put_forward(&mut world, 1);
    let first = |world: &World| {
        let plan = world.journal.network().rounds[&id(RoundId::new, 1)]
            .planned()
            .unwrap();
        *plan.placements.keys().next().unwrap()
    };
    let declined = first(&world);
    world.reason = ReasonCode::new("cannot_release").ok();
    let answer = |placement, accepts| {
        Command::AnswerPlacement(AnsweredPlacement {
            round: id(RoundId::new, 1),
            placement,
            side: Side::Giver,
            accepts,
        })
    };
    world.must(EMPLOYER, &answer(declined, false));
    put_forward(&mut world, 1);
    let next = first(&world);
    assert_ne!(next.person, declined.person);
    world.must(EMPLOYER, &answer(next, true));
    world.must("commissioner", &Command::ConfirmPlan(of_round(1)));
    assert_eq!(Some(person(team(world.journal.network(), 3)[0])), next.person);
}

#[test]
fn a_round_for_spring_books_visits_in_spring() {
    let mut world = World::opened_under(under(1, false));
    world.must(EMPLOYER, &named(10, true, 1));
    world.must(EMPLOYER, &named(20, true, 1));
    planned(&mut world, [3, 4]);
    world.must("broker", &form(3, 10, &[20]));
    round_held(&mut world, 1, Basis::Leads, Some("2027-01-05"));
    let booked = |world: &World, number| {
        let network = world.journal.network();
        network.reviewer(person(number)).unwrap().1.booked[&of(4)].term
    };
    let lead = team(world.journal.network(), 4)[0];
    assert_eq!(booked(&world, lead), 1);
    // The team is for spring, too, with whoever is in it.
    let peer = if lead == 10 { 20 } else { 10 };
    world.must("broker", &form(4, lead, &[peer]));
    assert_eq!([booked(&world, lead), booked(&world, peer)], [1, 1]);
    assert_eq!(
        world.refused("broker", &schedule(4, "2026-09-14")),
        ["reviewer_busy", "reviewer_busy"]
    );
    world.must("broker", &schedule(4, "2027-01-20"));
}

/// What somebody asks: what, of which school, with whom.
type Thought = (u8, u128, u128, u128);

fn thoughts() -> impl Strategy<Value = Vec<Thought>> {
    let thought = (0..12_u8, 1..7_u128, 0..12_u128, 0..12_u128);
    prop::collection::vec(thought, 0..80)
}

fn command(world: &World, (what, number, one, other): Thought) -> (&'static str, Command) {
    let people = [10, 11, 20, 21, 30, 31, 40, 41, 50, 51, 60, 61];
    let [one, other] = [one, other].map(|at| people[usize::try_from(at).unwrap()]);
    let rounds = world.journal.network().rounds.len() as u128;
    let basis = if other % 2 == 0 {
        Basis::Leads
    } else {
        Basis::Peers
    };
    let review = id(ReviewId::new, number);
    match what {
        0 => (
            EMPLOYER,
            named(one, other % 2 == 0, u16::try_from(other % 3).unwrap()),
        ),
        1 => (
            "observer",
            Command::StandReviewerDown(OfReviewer {
                giver: school(one / 10),
                person: person(one),
            }),
        ),
        2 | 3 => ("broker", form(number, one, &[other])),
        4 | 5 => {
            let days = ["2026-09-14", "2026-10-05", "2027-01-20", "2027-04-28"];
            (
                "broker",
                schedule(number, days[usize::try_from(one % 4).unwrap()]),
            )
        }
        6 => (
            "broker",
            Command::in_cycle(
                id(CycleId::new, number),
                CycleCommand::CancelReview(Review { review }),
            ),
        ),
        7 | 8 => (
            "broker",
            open(rounds + 1, basis, (one % 3 == 0).then_some("2027-01-05")),
        ),
        9 => {
            let network = world.journal.network();
            let Some((round, found)) = network.rounds.iter().next_back() else {
                return ("broker", open(1, basis, None));
            };
            let candidates = network.candidates_of(found).unwrap();
            (
                "broker",
                World::plan_for(round.uuid().as_u128(), &candidates, found.objective()),
            )
        }
        10 => ("commissioner", Command::ConfirmPlan(of_round(rounds))),
        _ => ("broker", Command::CloseRound(of_round(rounds))),
    }
}

/// Visits of each person in each term as the log tells them, counted by entries alone.
fn counted(world: &World) -> Result<(), String> {
    use collegium_engine::acts::Event;
    let calendar = &world.journal.network().opened().unwrap().calendar;
    let term_of = |day: NaiveDate| calendar.terms().iter().filter(|term| term.to < day).count();
    let mut agreed: BTreeMap<PersonId, u16> = BTreeMap::new();
    let mut booked: BTreeMap<(PersonId, OfReview), usize> = BTreeMap::new();
    let mut promised: BTreeSet<(PersonId, OfReview)> = BTreeSet::new();
    for entry in &world.entries {
        match &entry.event {
            Event::ReviewerNamed(it) => {
                agreed.insert(it.person, it.visits_in_term);
            }
            Event::ReviewerStoodDown(it) => {
                agreed.insert(it.person, 0);
                booked.retain(|of, _| of.0 != it.person || !promised.contains(of));
            }
            Event::VisitBooked(it) => {
                let term = term_of(it.on.unwrap_or(entry.recorded.date()).max(entry.recorded.date()));
                booked.insert((it.person, it.of), term);
                if it.promised_by.is_some() {
                    promised.insert((it.person, it.of));
                } else {
                    promised.remove(&(it.person, it.of));
                }
                let visits = booked
                    .iter()
                    .filter(|((person, _), at)| *person == it.person && **at == term)
                    .count();
                if visits > usize::from(agreed[&it.person]) {
                    return Err(format!("{} has {visits} visits in term {term}", it.person));
                }
            }
            Event::VisitFreed(it) => {
                booked.remove(&(it.person, it.of));
            }
            _ => {}
        }
    }
    // The state says the same.
    for ledger in world.journal.network().ledgers.values() {
        for (person, reviewer) in &ledger.reviewers {
            for (of, booking) in &reviewer.booked {
                if booked.remove(&(*person, *of)) != Some(booking.term) {
                    return Err(format!("{person} is booked otherwise: {booking:?}"));
                }
            }
        }
    }
    if booked.is_empty() {
        Ok(())
    } else {
        Err(format!("left over: {booked:?}"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn g8_no_visit_is_booked_beyond_what_was_agreed_and_the_log_folds_to_the_state(
        thoughts in thoughts(), apart in any::<bool>()
    ) {
        let rules = under(1, apart);
        let mut world = World::opened_under(rules.clone());
        planned(&mut world, 1..=6);
        world.reason = ReasonCode::new("cannot_release").ok();
        for person in [10, 11, 20, 21, 30, 40] {
            world.must(EMPLOYER, &named(person, person % 10 == 0, 1));
        }
        for thought in thoughts {
            let (role, command) = command(&world, thought);
            let before = format!("{:?}", world.journal.network());
            let named: BTreeSet<_> = world.journal.network().streams_for(&command);
            if let Ok(handled) = world.tell(role, &command) {
                for entry in handled.entries() {
                    prop_assert!(named.contains(&entry.event.stream()), "{} of {command:?}", entry.event.stream());
                }
            } else {
                prop_assert_eq!(format!("{:?}", world.journal.network()), before);
            }
        }
        let counted = counted(&world);
        prop_assert!(counted.is_ok(), "{}", counted.unwrap_err());
        let mut check = collegium_engine::check::Check::new(rules.clone());
        let mut folded = Network::new(rules);
        for (entry, line) in world.entries.iter().zip(world.log()) {
            folded.evolve(entry);
            let judged = check.line(&line);
            prop_assert!(judged.is_ok(), "{}", judged.unwrap_err());
        }
        prop_assert_eq!(format!("{folded:?}"), format!("{:?}", world.journal.network()));
    }
}

#[test]
fn thoughts_of_teams_reach_what_they_are_there_for() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..60 {
        let tree = thoughts().new_tree(&mut runner).unwrap();
        let mut world = World::opened_under(under(1, true));
        planned(&mut world, 1..=6);
        world.reason = ReasonCode::new("cannot_release").ok();
        for person in [10, 11, 20, 21, 30, 40] {
            world.must(EMPLOYER, &named(person, person % 10 == 0, 1));
        }
        for thought in proptest::strategy::ValueTree::current(&tree) {
            let (role, command) = command(&world, thought);
            let _ = world.tell(role, &command);
        }
        reached.extend(world.entries.iter().map(|entry| entry.event.code()));
    }
    for code in [
        "visit_booked",
        "visit_freed",
        "plan_confirmed",
        "team_formed",
        "review_scheduled",
        "reviewer_stood_down",
    ] {
        assert!(reached.contains(code), "no thought came to {code}");
    }
}
