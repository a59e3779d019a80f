//! Capacity that differs from term to term: school 1 lends two at once, and another amount in some terms.

use crate::world::{World, id, offer, person};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::Command as CycleCommand,
        deployment::{Agreed, Agreement, OfDeployment, Proposal},
    },
    ledger::{DeclaredCapacity, FallenCapacity, InTerm},
    matching::objective::Objective,
    round::{Basis, OfRound, OpenedRound},
    violation::StandingViolation,
};
use collegium_model::{
    calendar::{SchoolTerm, TermName},
    candidate::CandidateRules,
    chrono::NaiveDate,
    id::{CycleId, DeploymentId, NeedId, RoundId, SchoolId},
    quantity::{HalfDays, Units},
};

const EMPLOYER: &str = "releasing_employer";
const SPRING: SchoolTerm = SchoolTerm {
    school_year: 2026,
    term: TermName::Spring,
};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_term(term: SchoolTerm, at_once: u16) -> InTerm {
    InTerm {
        term,
        at_once: Units(at_once),
        per_term: HalfDays(10 * u32::from(at_once)),
    }
}

/// School 1 lends `at_once`, and in the spring term another number.
fn declare(at_once: u16, in_spring: u16) -> Command {
    Command::DeclareCapacity(DeclaredCapacity {
        offer: offer(1, at_once),
        in_terms: vec![in_term(SPRING, in_spring)],
    })
}

fn propose(deployment: u128, taker: u128, from: Option<&str>, to: Option<&str>) -> Command {
    let CycleCommand::ProposeDeployment(proposal) = undated(deployment, taker, None) else {
        unreachable!("it proposes")
    };
    let proposal = Proposal {
        from: from.map(date),
        to: to.map(date),
        ..proposal
    };
    Command::in_cycle(id(CycleId::new, taker), CycleCommand::ProposeDeployment(proposal))
}

fn undated(deployment: u128, taker: u128, round: Option<u128>) -> CycleCommand {
    let Command::InCycle(it) = World::proposal(deployment, taker, 1, round) else {
        unreachable!("it is a command to a cycle")
    };
    it.command
}

fn agree(world: &mut World, deployment: u128, taker: u128, from: &str, to: &str) -> Command {
    world.consented(deployment, taker);
    let agreement = Agreement {
        coordinator: Some(person("host_head")),
        ..Agreement::between(date(from), date(to))
    };
    let agreed = Agreed {
        deployment: id(DeploymentId::new, deployment),
        agreement,
    };
    Command::in_cycle(id(CycleId::new, taker), CycleCommand::AgreeDeployment(agreed))
}

fn ends(world: &mut World, deployment: u128, taker: u128) {
    let ended = OfDeployment {
        deployment: id(DeploymentId::new, deployment),
    };
    world.must_in("broker", taker, CycleCommand::CompleteDeployment(ended));
}

#[test]
fn a2_a_proposal_takes_no_term_beyond_what_is_lent_in_it() {
    let mut world = World::diagnosed();
    world.must(EMPLOYER, &declare(2, 1));
    // Without an end it would go on through spring, as the first does.
    world.must("broker", &propose(1, 2, None, None));
    assert_eq!(
        world.refused("broker", &propose(2, 3, None, None)),
        ["capacity_exceeded"]
    );
    assert_eq!(
        world.refused("broker", &propose(2, 3, None, Some("2027-01-11"))),
        ["capacity_exceeded"],
        "a day in spring is in spring"
    );
    world.must("broker", &propose(2, 3, None, Some("2026-12-18")));
    assert!(world.journal.network().violations().is_empty());
}

#[test]
fn a2_help_agreed_for_one_term_leaves_the_next_one_free() {
    let mut world = World::diagnosed();
    world.must(EMPLOYER, &declare(1, 1));
    world.must("broker", &propose(1, 2, None, None));
    let agreed = agree(&mut world, 1, 2, "2026-09-07", "2026-12-18");
    world.must("broker", &agreed);
    assert_eq!(
        world.refused("broker", &propose(2, 3, None, None)),
        ["capacity_exceeded"],
        "autumn is taken"
    );
    world.must("broker", &propose(2, 3, Some("2027-01-11"), None));
    assert_eq!(
        world.refused("broker", &propose(3, 4, Some("2027-01-11"), None)),
        ["capacity_exceeded"],
        "so is spring now"
    );
    let ledger = &world.journal.network().ledgers[&id(SchoolId::new, 1)];
    assert_eq!(ledger.peak, Units(1), "never two in one term");
}

#[test]
fn a2_help_that_goes_on_past_its_last_term_counts_until_it_is_ended_and_is_flagged() {
    let mut world = World::diagnosed();
    world.must(EMPLOYER, &declare(1, 1));
    world.must("broker", &propose(1, 2, None, None));
    let agreed = agree(&mut world, 1, 2, "2026-09-07", "2026-12-18");
    world.must("broker", &agreed);
    let started = OfDeployment {
        deployment: id(DeploymentId::new, 1),
    };
    world.must_in("broker", 2, CycleCommand::StartDeployment(started));
    world.must("broker", &propose(2, 3, Some("2027-01-11"), None));
    assert!(world.journal.network().violations().is_empty());
    world.pass_days(130);
    // Whatever is recorded next shows that both are there in spring.
    assert_eq!(
        world.refused("broker", &propose(3, 4, None, None)),
        ["capacity_exceeded"]
    );
    world.must(
        EMPLOYER,
        &Command::DeclareCapacity(DeclaredCapacity::always(offer(2, 1))),
    );
    let giver = id(SchoolId::new, 1);
    let term = Some(SPRING);
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::CapacityBelowCommitments { giver, term }]
    );
    ends(&mut world, 1, 2);
    assert!(world.journal.network().violations().is_empty());
}

#[test]
fn a2_a_fall_in_one_term_is_flagged_for_that_term_and_blocks_it_alone() {
    let mut world = World::diagnosed();
    world.must("broker", &propose(1, 2, None, None));
    let fall = |at_once, term| {
        Command::ReportCapacityFall(FallenCapacity {
            term: Some(term),
            school: id(SchoolId::new, 1),
            at_once: Units(at_once),
            per_term: HalfDays(0),
        })
    };
    world.must("observer", &fall(0, SPRING));
    let giver = id(SchoolId::new, 1);
    let term = Some(SPRING);
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::CapacityBelowCommitments { giver, term }]
    );
    world.must("broker", &propose(2, 3, None, Some("2026-12-18")));
    // Malformed: no fall, and no such term.
    assert_eq!(world.refused("observer", &fall(1, SPRING)), ["not_a_fall"]);
    let never = SchoolTerm {
        school_year: 1999,
        ..SPRING
    };
    assert_eq!(world.refused("observer", &fall(0, never)), ["unknown_term"]);
}

#[test]
fn every_fault_of_a_declaration_by_term_is_told_at_once() {
    let mut world = World::diagnosed();
    let never = SchoolTerm {
        school_year: 1999,
        ..SPRING
    };
    world.must("broker", &propose(1, 2, None, None));
    let declared = Command::DeclareCapacity(DeclaredCapacity {
        offer: offer(1, 2),
        in_terms: vec![in_term(never, 1), in_term(SPRING, 0), in_term(SPRING, 0)],
    });
    assert_eq!(
        world.refused(EMPLOYER, &declared),
        ["unknown_term", "term_twice", "declared_below_held"]
    );
}

#[test]
fn an_agreement_does_not_go_beyond_the_days_that_were_proposed() {
    let mut world = World::diagnosed();
    world.must("broker", &propose(1, 2, None, Some("2026-12-18")));
    let longer = agree(&mut world, 1, 2, "2026-09-07", "2027-03-01");
    assert_eq!(world.refused("broker", &longer), ["beyond_proposal"]);
    let backwards = propose(2, 3, Some("2026-10-02"), Some("2026-10-01"));
    assert_eq!(world.refused("broker", &backwards), ["dates_backwards"]);
}

#[test]
fn a_round_for_spring_plans_with_what_is_free_in_spring_and_its_plan_is_never_refused() {
    let mut world = World::diagnosed();
    world.must(EMPLOYER, &declare(1, 2));
    world.must("broker", &propose(1, 2, None, Some("2026-12-18")));
    let round = id(RoundId::new, 1);
    let rules = CandidateRules::default();
    let opened = OpenedRound::new(round, Objective::Coverage, Basis::Diagnosed, rules);
    let network = world.journal.network();
    let now = network.candidates(&rules, Basis::Diagnosed).unwrap();
    assert_eq!(now.problem.giver_count(), 0, "autumn is taken");
    let opened = OpenedRound {
        from: Some(date("2027-01-05")),
        ..opened
    };
    world.must("broker", &Command::OpenRound(opened));
    let network = world.journal.network();
    let candidates = network.candidates_of(&network.rounds[&round]).unwrap();
    let plan = World::plan_for(1, &candidates, Objective::Coverage);
    world.must("broker", &plan);
    world.must("commissioner", &Command::ConfirmPlan(OfRound { round }));
    let promises = &world.journal.network().ledgers[&id(SchoolId::new, 1)].promises;
    // The summer has room for one again.
    assert_eq!(promises.len(), 1);
    let need = promises.keys().next().unwrap().need;
    assert_ne!(need, id(NeedId::new, 2), "it is served");
    let taker = need.uuid().as_u128();
    world.must_in("broker", taker, undated(2, taker, Some(1)));
    let held = world.journal.network().ledgers[&id(SchoolId::new, 1)].holds[&id(DeploymentId::new, 2)];
    assert_eq!(
        held.from,
        date("2027-01-05"),
        "held from spring on, as it was promised"
    );
}
