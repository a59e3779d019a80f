//! The people whom a giver lends, and how rounds match them.

use crate::world::{World, area, id, offer, rules};
use collegium_engine::{
    acts::Command,
    cycle::{acts::Command as CycleCommand, deployment::Proposal, protocol::Protocol, rules::Rules},
    ledger::DeclaredCapacity,
    matching::objective::Objective,
    round::{Basis, OfRound},
    supply::{AccreditedPerson, IdentifiedPerson, OfPerson},
    violation::StandingViolation,
};
use collegium_model::{
    id::{CycleId, DeploymentId, NeedId, PersonId, RoundId, SchoolId},
    offer::{Limit, Offer},
    quantity::{HalfDays, Units},
    short_code::AccreditationCode,
    support::SupportKind,
};

const GIVER: u128 = 1;

fn of(person: u128) -> OfPerson {
    OfPerson {
        giver: id(SchoolId::new, GIVER),
        person: id(PersonId::new, person),
    }
}

fn identify(person: u128, at_once: u16) -> Command {
    Command::IdentifyPerson(IdentifiedPerson {
        giver: id(SchoolId::new, GIVER),
        person: id(PersonId::new, person),
        areas: vec![area()],
        limit: Limit {
            at_once: Units(at_once),
            per_term: HalfDays(10 * u32::from(at_once)),
        },
    })
}

fn offered(world: &mut World, person: u128) {
    for command in [
        identify(person, 1),
        Command::DevelopPerson(of(person)),
        Command::OfferPerson(of(person)),
    ] {
        world.must("releasing_employer", &command);
    }
}

fn propose(deployment: u128, taker: u128, person: u128, kind: SupportKind, leads: Option<u16>) -> Command {
    let size = rules().size(kind).unwrap();
    let need = id(NeedId::new, taker);
    let giver = id(SchoolId::new, GIVER);
    let proposal = Proposal {
        person: Some(id(PersonId::new, person)),
        leads,
        ..Proposal::new(id(DeploymentId::new, deployment), need, giver, kind, size)
    };
    Command::in_cycle(id(CycleId::new, taker), CycleCommand::ProposeDeployment(proposal))
}

fn specialist(deployment: u128, taker: u128, person: u128) -> Command {
    propose(deployment, taker, person, SupportKind::SpecialistLeader, None)
}

#[test]
fn d2_people_move_from_identified_over_developed_to_deployable() {
    let mut world = World::diagnosed();
    let employer = "releasing_employer";
    assert_eq!(
        world.refused(employer, &Command::DevelopPerson(of(70))),
        ["unknown_person"]
    );
    world.must(employer, &identify(70, 1));
    assert_eq!(
        world.refused(employer, &identify(70, 1)),
        ["person_known_already"]
    );
    assert_eq!(
        world.refused(employer, &Command::OfferPerson(of(70))),
        ["wrong_person_stage"]
    );
    assert_eq!(
        world.refused("broker", &specialist(1, 2, 70)),
        ["wrong_person_stage"]
    );
    world.must(employer, &Command::DevelopPerson(of(70)));
    world.must(employer, &Command::OfferPerson(of(70)));
    world.must("broker", &specialist(1, 2, 70));
    assert_eq!(world.refused("broker", &specialist(2, 3, 70)), ["person_busy"]);
    assert_eq!(
        world.refused("broker", &specialist(2, 3, 71)),
        ["unknown_person", "area_not_offered"]
    );
}

#[test]
fn d2_accreditation_is_held_first_where_the_protocol_asks_for_it() {
    let held = AccreditationCode::new("specialist_leader").unwrap();
    let protocol = Protocol {
        accreditations: [(held, "Specialist leader".to_owned())].into(),
        ..Protocol::standard()
    };
    let mut world = World::opened_under(Rules::compile(protocol).unwrap());
    let employer = "releasing_employer";
    world.must(employer, &identify(70, 1));
    world.must(employer, &Command::DevelopPerson(of(70)));
    assert_eq!(
        world.refused(employer, &Command::OfferPerson(of(70))),
        ["not_accredited"]
    );
    let accredit = |code| {
        Command::AccreditPerson(AccreditedPerson {
            giver: id(SchoolId::new, GIVER),
            person: id(PersonId::new, 70),
            accreditation: AccreditationCode::new(code).unwrap(),
        })
    };
    assert_eq!(
        world.refused("commissioner", &accredit("knitting")),
        ["unknown_accreditation"]
    );
    world.must("commissioner", &accredit("specialist_leader"));
    world.must(employer, &Command::OfferPerson(of(70)));
}

#[test]
fn a_person_who_can_be_lent_no_longer_is_flagged_at_once_and_lent_no_more() {
    let mut world = World::diagnosed();
    offered(&mut world, 70);
    world.must("broker", &specialist(1, 2, 70));
    world.must("observer", &Command::StandPersonDown(of(70)));
    let (giver, person) = (id(SchoolId::new, GIVER), id(PersonId::new, 70));
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::PersonOverdrawn { giver, person }]
    );
    assert_eq!(
        world.refused("broker", &specialist(2, 3, 70)),
        ["wrong_person_stage"]
    );
    assert_eq!(
        world.refused("observer", &Command::StandPersonDown(of(99))),
        ["unknown_person"],
        "malformed"
    );
    offered(&mut world, 70);
    assert!(world.journal.network().violations().is_empty(), "back again");
}

#[test]
fn b3_an_executive_leader_is_not_said_to_lead_fewer_schools_than_the_network_sees() {
    let mut world = World::diagnosed();
    let employer = "releasing_employer";
    let offer = Offer {
        per_term: HalfDays(200),
        ..offer(GIVER, 2)
    };
    world.must(
        employer,
        &Command::DeclareCapacity(DeclaredCapacity::always(offer)),
    );
    world.must(employer, &identify(70, 20));
    world.must(employer, &Command::DevelopPerson(of(70)));
    world.must(employer, &Command::OfferPerson(of(70)));
    let leader =
        |deployment, taker, leads| propose(deployment, taker, 70, SupportKind::ExecutiveLeader, Some(leads));
    world.must("broker", &leader(1, 2, 1));
    assert_eq!(world.refused("broker", &leader(2, 3, 1)), ["leads_more"]);
    world.must("broker", &leader(2, 3, 2));
}

#[test]
fn a_round_matches_people_and_no_more_of_them_than_the_school_lends() {
    let mut world = World::diagnosed();
    for person in [70, 71, 72] {
        offered(&mut world, person);
    }
    let candidates = world.open_round(1, Basis::Diagnosed);
    assert_eq!(candidates.problem.giver_count(), 3, "each of them for themselves");
    world.must("broker", &World::plan_for(1, &candidates, Objective::Coverage));
    let confirm = Command::ConfirmPlan(OfRound {
        round: id(RoundId::new, 1),
    });
    world.must("commissioner", &confirm);
    let round = &world.journal.network().rounds[&id(RoundId::new, 1)];
    let placements: Vec<_> = round.planned().unwrap().placements.keys().copied().collect();
    assert_eq!(placements.len(), 2, "school 1 lends two at once");
    for (number, placement) in (1..).zip(placements) {
        let taker = placement.need().unwrap().uuid().as_u128();
        let proposal = Proposal {
            person: placement.person,
            round: Some(id(RoundId::new, 1)),
            ..Proposal::new(
                id(DeploymentId::new, number),
                placement.need().unwrap(),
                placement.giver,
                SupportKind::SpecialistLeader,
                HalfDays(10),
            )
        };
        world.must_in("broker", taker, CycleCommand::ProposeDeployment(proposal));
    }
    assert!(
        world.journal.network().ledgers[&id(SchoolId::new, GIVER)]
            .promises
            .is_empty()
    );
}
