//! Partnerships: nested and overlapping, under a charter's ratio, with members that come and go.

use crate::world::{World, id, offer};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::{Act, Command as CycleCommand},
        cycle::OpenedCycle,
        due_diligence::{CompletedPart, OfDueDiligence},
        protocol::Protocol,
        rules::Rules,
    },
    ledger::DeclaredCapacity,
    opening::{EnrolledMember, Member, MemberKind},
    partnership::{AdoptedCharter, BelowRatio, FormedPartnership, OfMembership, RatioRule, Standing},
    violation::StandingViolation,
};
use collegium_model::{
    code::PartnershipKind,
    id::{CycleId, DueDiligenceId, PartnershipId, SchoolId},
    school::{EducationPhase, SchoolReference},
    short_code::PartCode,
};

fn form(number: u128, within: Option<u128>, members: &[u128]) -> Command {
    Command::FormPartnership(FormedPartnership {
        partnership: id(PartnershipId::new, number),
        kind: PartnershipKind::new("alliance").unwrap(),
        within: within.map(|outer| id(PartnershipId::new, outer)),
        members: members.iter().map(|school| id(SchoolId::new, *school)).collect(),
    })
}

fn charter(number: u128, version: u32, ratio: Option<RatioRule>, after_due_diligence: bool) -> Command {
    Command::AdoptCharter(AdoptedCharter {
        partnership: id(PartnershipId::new, number),
        version,
        ratio,
        after_due_diligence,
    })
}

fn of(partnership: u128, school: u128) -> OfMembership {
    OfMembership {
        partnership: id(PartnershipId::new, partnership),
        school: id(SchoolId::new, school),
    }
}

fn admit(partnership: u128, school: u128) -> Command {
    Command::AdmitSchool(of(partnership, school))
}

fn enrol(number: u128, kind: MemberKind) -> Command {
    Command::EnrolMember(EnrolledMember {
        member: Member {
            school: id(SchoolId::new, number),
            reference: SchoolReference::Pseudonym(u32::try_from(number).unwrap()),
            education_phase: EducationPhase::Primary,
            place: None,
            kind,
        },
    })
}

const fn ratio(givers: u16, takers: u16, below: BelowRatio) -> RatioRule {
    RatioRule {
        givers,
        takers,
        below,
    }
}

/// A partnership of giver 1 and taker 2, at one giver for one taker.
fn balanced(below: BelowRatio) -> World {
    let mut world = World::opened();
    world.report(2);
    world.must("broker", &form(1, None, &[1, 2]));
    world.must("commissioner", &charter(1, 1, Some(ratio(1, 1, below)), false));
    world
}

#[test]
fn b1_a_joiner_that_takes_the_ratio_below_is_refused_where_the_charter_says_so() {
    let mut world = balanced(BelowRatio::Refuse);
    world.report(3);
    assert_eq!(world.refused("commissioner", &admit(1, 3)), ["below_ratio"]);
    // A school that neither gives nor needs changes nothing, and neither does one that does both.
    world.must("commissioner", &admit(1, 4));
    let offer = offer(3, 1);
    world.must(
        "releasing_employer",
        &Command::DeclareCapacity(DeclaredCapacity::always(offer)),
    );
    world.must("commissioner", &admit(1, 3));
    assert!(world.journal.network().violations().is_empty());
}

#[test]
fn b1_a_joiner_that_takes_the_ratio_below_is_flagged_with_the_deficit_elsewhere() {
    let mut world = balanced(BelowRatio::Flag);
    world.report(3);
    world.must("commissioner", &admit(1, 3));
    let partnership = id(PartnershipId::new, 1);
    let below = StandingViolation::BelowRatio {
        partnership,
        givers: 1,
        takers: 2,
        deficit: 1,
    };
    assert_eq!(world.journal.network().violations(), [below]);
}

#[test]
fn b1_letting_a_giver_go_is_judged_and_its_departure_is_a_fact() {
    let mut world = balanced(BelowRatio::Refuse);
    assert_eq!(
        world.refused("commissioner", &Command::ReleaseSchool(of(1, 1))),
        ["below_ratio"]
    );
    world.must("commissioner", &admit(1, 3));
    world.must("commissioner", &Command::ReleaseSchool(of(1, 3)));
    world.must("observer", &Command::ReportDeparture(of(1, 1)));
    let standing = world.journal.network().standing_of(id(PartnershipId::new, 1));
    assert_eq!(standing, Standing { givers: 0, takers: 1 });
    assert_eq!(
        world.journal.network().violations().len(),
        1,
        "flagged all the same"
    );
    assert_eq!(
        world.refused("observer", &Command::ReportDeparture(of(1, 1))),
        ["not_in_partnership"],
        "malformed: it has left"
    );
}

#[test]
fn b1_help_that_is_already_needed_is_never_refused_by_a_ratio() {
    let mut world = balanced(BelowRatio::Refuse);
    world.must("commissioner", &admit(1, 3));
    world.report(3);
    let standing = world.journal.network().standing_of(id(PartnershipId::new, 1));
    assert_eq!(standing, Standing { givers: 1, takers: 2 });
    assert_eq!(world.journal.network().violations().len(), 1);
}

#[test]
fn partnerships_nest_and_the_outer_charter_holds_within() {
    let mut world = World::opened();
    world.report(2);
    world.must("broker", &form(1, None, &[1, 2]));
    world.must("broker", &form(2, Some(1), &[4]));
    world.must(
        "commissioner",
        &charter(1, 1, Some(ratio(1, 1, BelowRatio::Refuse)), false),
    );
    world.report(3);
    assert_eq!(world.refused("commissioner", &admit(2, 3)), ["below_ratio"]);
    let within = world.journal.network().members_of(id(PartnershipId::new, 1));
    assert_eq!(within, [1, 2, 4].map(|school| id(SchoolId::new, school)).into());
    assert_eq!(
        world.refused("broker", &form(1, Some(7), &[1, 1, 99])),
        [
            "partnership_exists_already",
            "unknown_partnership",
            "member_twice",
            "not_a_member"
        ]
    );
    assert_eq!(
        world.refused("commissioner", &charter(1, 3, None, false)),
        ["not_the_next_charter"]
    );
    assert_eq!(
        world.refused(
            "commissioner",
            &charter(1, 2, Some(ratio(3, 0, BelowRatio::Flag)), false)
        ),
        ["ratio_of_nobody"]
    );
}

#[test]
fn e5_a_giver_in_two_partnerships_has_one_ledger() {
    let mut world = World::diagnosed();
    world.must("broker", &form(1, None, &[1, 2]));
    world.must("broker", &form(2, None, &[1, 3, 4]));
    world.must("broker", &World::proposal(1, 2, 1, None));
    world.must("broker", &World::proposal(2, 3, 1, None));
    assert_eq!(
        world.refused("broker", &World::proposal(3, 4, 1, None)),
        ["capacity_exceeded"]
    );
    assert_eq!(world.journal.network().ledgers.len(), 1);
}

#[test]
fn b1b_a_central_team_lends_like_a_school_and_has_no_cycle() {
    let mut world = World::diagnosed();
    world.must("broker", &enrol(7, MemberKind::CentralTeam));
    let offer = offer(7, 1);
    world.must(
        "releasing_employer",
        &Command::DeclareCapacity(DeclaredCapacity::always(offer)),
    );
    // Where it stands is not known, so distance must not matter.
    world.must("broker", &World::proposal(1, 2, 7, None));
    let school = id(SchoolId::new, 7);
    let open = CycleCommand::OpenCycle(OpenedCycle { school, turn: 1 });
    let open = Command::in_cycle(id(CycleId::new, 7), open);
    assert_eq!(world.refused("broker", &open), ["central_team"]);
    assert_eq!(
        world.refused("broker", &enrol(7, MemberKind::School)),
        ["member_twice", "reference_twice"]
    );
}

#[test]
fn b2_no_onboarding_without_due_diligence_where_the_charter_asks_for_it() {
    let step = serde_json::json!({"roles": ["broker"]});
    let mut protocol = Protocol::standard();
    for act in [
        Act::RegisterInterest,
        Act::BeginTriage,
        Act::BeginDetailedDiligence,
        Act::CompletePart,
        Act::AcceptJoiner,
        Act::DeclineJoiner,
        Act::OnboardJoiner,
    ] {
        let step = serde_json::from_value(step.clone()).unwrap();
        protocol.steps.insert(act, step);
    }
    let improvement = PartCode::new("improvement").unwrap();
    protocol.parts.insert(improvement, "Improvement".to_owned());
    let mut world = World::opened_under(Rules::compile(protocol).unwrap());
    world.must("broker", &form(1, None, &[1, 2]));
    world.must("commissioner", &charter(1, 1, None, true));
    world.must("broker", &enrol(8, MemberKind::School));
    assert_eq!(world.refused("commissioner", &admit(1, 8)), ["not_onboarded"]);
    let school = id(SchoolId::new, 8);
    world.must_in(
        "broker",
        8,
        CycleCommand::OpenCycle(OpenedCycle { school, turn: 1 }),
    );
    let due_diligence = id(DueDiligenceId::new, 8);
    let it = || OfDueDiligence { due_diligence };
    let part = CompletedPart {
        due_diligence,
        part: improvement,
        needs: Vec::new(),
    };
    for command in [
        CycleCommand::RegisterInterest(it()),
        CycleCommand::BeginTriage(it()),
        CycleCommand::BeginDetailedDiligence(it()),
        CycleCommand::CompletePart(part),
        CycleCommand::AcceptJoiner(it()),
        CycleCommand::OnboardJoiner(it()),
    ] {
        world.must_in("broker", 8, command);
    }
    world.must("commissioner", &admit(1, 8));
    assert_eq!(world.refused("commissioner", &admit(1, 8)), ["admitted_already"]);
}
