//! What becomes of schools: they convert, become part of another, close. All of it is fact, and history stays.

use crate::world::{World, id, offer};
use collegium_engine::{
    acts::Command,
    becoming::{GoneSchool, NewReference},
    check::Check,
    cycle::{acts::Command as CycleCommand, cycle::OpenedCycle, violation::Violation},
    ledger::DeclaredCapacity,
    matching::objective::Objective,
    opening::{EnrolledMember, Member, MemberKind},
    round::{Basis, OfRound},
    violation::StandingViolation,
};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, RoundId, SchoolId},
    school::{EducationPhase, SchoolReference},
    urn::Urn,
};

fn school(number: u128) -> SchoolId {
    id(SchoolId::new, number)
}

fn converts(world: &World, number: u128, reference: SchoolReference) -> Command {
    Command::ReportNewReference(NewReference {
        school: school(number),
        reference,
        on: world.now.date(),
    })
}

fn goes(world: &World, number: u128, into: Option<u128>) -> Command {
    Command::ReportSchoolGone(GoneSchool {
        school: school(number),
        into: into.map(school),
        on: world.now.date(),
    })
}

fn urn(number: u32) -> SchoolReference {
    SchoolReference::Urn(Urn::new(number).unwrap())
}

#[test]
fn a_school_that_converts_keeps_its_history_and_a_plan_under_its_old_number_stands() {
    let mut world = World::diagnosed();
    let candidates = world.open_round(1, Basis::Diagnosed);
    let plan = World::plan_for(1, &candidates, Objective::Coverage);
    world.must("broker", &plan);
    let report = converts(&world, 1, urn(999_101));
    world.must("observer", &report);
    // Confirmed and proposed all the same: the plan means the school, not its number.
    world.must(
        "commissioner",
        &Command::ConfirmPlan(OfRound {
            round: id(RoundId::new, 1),
        }),
    );
    let taker = {
        let ledger = &world.journal.network().ledgers[&school(1)];
        ledger.promises.keys().next().unwrap().need.uuid().as_u128()
    };
    world.must("broker", &World::proposal(1, taker, 1, Some(1)));
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(1, 3)));
    world.must("releasing_employer", &declare);
    // The next plan has the new number, and nobody else can have it or the old one.
    let network = world.journal.network();
    let candidates = network
        .candidates(&CandidateRules::default(), Basis::Diagnosed)
        .unwrap();
    assert_eq!(candidates.givers.keys().collect::<Vec<_>>(), ["999101"]);
    for reference in [urn(999_101), SchoolReference::Pseudonym(1)] {
        let again = converts(&world, 2, reference);
        assert_eq!(world.refused("observer", &again), ["reference_twice"]);
        let member = Member {
            school: school(77),
            reference,
            education_phase: EducationPhase::Primary,
            place: None,
            kind: MemberKind::School,
        };
        let enrol = Command::EnrolMember(EnrolledMember { member });
        assert_eq!(world.refused("broker", &enrol), ["reference_twice"]);
    }
    let unknown = converts(&world, 77, urn(999_102));
    assert_eq!(world.refused("observer", &unknown), ["not_a_member"]);
}

#[test]
fn a_conversion_of_a_school_that_is_helped_asks_for_consents_again() {
    let mut world = World::diagnosed();
    world.at_work(1, 2, 1);
    let first = converts(&world, 2, urn(999_201));
    world.must("observer", &first);
    let standing = |world: &World| {
        let network = world.journal.network();
        let cycle = id(CycleId::new, 2);
        let found = network.cycles[&cycle].check(world.now.date(), network.rules_of(cycle));
        found
            .iter()
            .any(|it| matches!(it, Violation::ConsentsToRenew { .. }))
    };
    assert!(
        !standing(&world),
        "from a pseudonym to a number nothing was converted"
    );
    world.pass_days(1);
    let second = converts(&world, 2, urn(999_202));
    world.must("observer", &second);
    assert!(standing(&world));
    // The log says so, and holds.
    let mut check = Check::new(crate::world::rules());
    for line in world.log() {
        assert!(check.line(&line).is_ok(), "{line}");
    }
}

#[test]
fn a_school_that_closed_lends_no_more_and_what_it_lent_is_flagged() {
    let mut world = World::diagnosed();
    world.must("broker", &World::proposal(1, 2, 1, None));
    let closed = goes(&world, 1, None);
    world.must("observer", &closed);
    let giver = school(1);
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::GoneSchoolLends { giver }]
    );
    assert_eq!(
        world.refused("broker", &World::proposal(2, 3, 1, None)),
        ["school_gone"]
    );
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(1, 2)));
    assert_eq!(world.refused("releasing_employer", &declare), ["school_gone"]);
    let candidates = world.open_round(1, Basis::Diagnosed);
    assert_eq!(candidates.problem.giver_count(), 0);
    // Reported twice it is malformed, and so is becoming part of nobody, or of oneself.
    let (again, nobody, itself) = (
        goes(&world, 1, None),
        goes(&world, 2, Some(77)),
        goes(&world, 2, Some(2)),
    );
    assert_eq!(world.refused("observer", &again), ["school_gone"]);
    assert_eq!(world.refused("observer", &nobody), ["not_a_member"]);
    assert_eq!(world.refused("observer", &itself), ["member_twice"]);
}

#[test]
fn a_school_that_became_part_of_another_waits_for_no_help_and_its_cycle_is_flagged() {
    let mut world = World::diagnosed();
    let merged = goes(&world, 2, Some(3));
    world.must("observer", &merged);
    let cycle = id(CycleId::new, 2);
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::GoneSchoolInCycle {
            school: school(2),
            cycle
        }]
    );
    let candidates = world.open_round(1, Basis::Diagnosed);
    let waiting: Vec<_> = candidates
        .need_ids()
        .into_values()
        .map(|need| need.uuid().as_u128())
        .collect();
    assert_eq!(waiting, [3, 4]);
    assert_eq!(
        world.refused("broker", &World::proposal(1, 2, 1, None)),
        ["school_gone"]
    );
    let merged = goes(&world, 5, Some(3));
    world.must("observer", &merged);
    let open = OpenedCycle {
        school: school(5),
        turn: 1,
    };
    let open = Command::in_cycle(id(CycleId::new, 5), CycleCommand::OpenCycle(open));
    assert_eq!(world.refused("broker", &open), ["school_gone"]);
}
