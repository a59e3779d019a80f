//! Stories: rows of the domain that only a network can tell.

use crate::world::{World, area, id, offer, person};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::Command as CycleCommand,
        cycle::{OpenedCycle, OverCycle},
        deployment::{Agreed, Agreement, Declined, Proposal},
        monitoring::{Direction, Rating},
        need::{AgreedDiagnosis, OfNeed, ReportedNeed},
        objective::{ProgressNote, SetObjectiveFor},
    },
    journal::Handled,
    ledger::{DeclaredCapacity, FallenCapacity},
    matching::{objective::Objective, solve::solve},
    round::{Basis, OfRound},
    violation::StandingViolation,
};
use collegium_model::{
    calendar::{SchoolTerm, TermName},
    candidate::CandidateRules,
    code::{ReasonCode, Role},
    id::{CycleId, DeploymentId, NeedId, ObjectiveId, RoundId, SchoolId},
    need::{Need, NeedSource, Severity},
    quantity::{HalfDays, Units},
    support::SupportKind,
};
use std::sync::Arc;

fn fall(school: u128, at_once: u16) -> Command {
    let (school, per_term) = (id(SchoolId::new, school), HalfDays(10 * u32::from(at_once)));
    Command::ReportCapacityFall(FallenCapacity {
        term: None,
        school,
        at_once: Units(at_once),
        per_term,
    })
}

fn decline(deployment: u128, taker: u128) -> Command {
    let (deployment, by) = (
        id(DeploymentId::new, deployment),
        Role::new("releasing_employer").unwrap(),
    );
    Command::in_cycle(
        id(CycleId::new, taker),
        CycleCommand::DeclineDeployment(Declined { deployment, by }),
    )
}

#[test]
fn a2_no_commitment_beyond_free_capacity() {
    let mut world = World::diagnosed();
    world.must("broker", &World::proposal(1, 2, 1, None));
    world.must("broker", &World::proposal(2, 3, 1, None));
    assert_eq!(
        world.refused("broker", &World::proposal(3, 4, 1, None)),
        ["capacity_exceeded"]
    );
    // What is declined is free again.
    world.reason = ReasonCode::new("cannot_release").ok();
    world.must("releasing_employer", &decline(1, 2));
    world.must("broker", &World::proposal(3, 4, 1, None));
}

#[test]
fn a2_a_fall_below_commitments_is_recorded_flagged_and_blocks_new_ones() {
    let mut world = World::diagnosed();
    world.must("broker", &World::proposal(1, 2, 1, None));
    world.must("broker", &World::proposal(2, 3, 1, None));
    assert!(world.journal.network().violations().is_empty());
    // Whoever reports a fact needs no role.
    world.must("observer", &fall(1, 1));
    let giver = id(SchoolId::new, 1);
    let term = Some(SchoolTerm {
        school_year: 2026,
        term: TermName::Autumn,
    });
    assert_eq!(
        world.journal.network().violations(),
        [StandingViolation::CapacityBelowCommitments { giver, term }]
    );
    world.reason = ReasonCode::new("cannot_release").ok();
    world.must("releasing_employer", &decline(1, 2));
    assert!(world.journal.network().violations().is_empty());
    assert_eq!(
        world.refused("broker", &World::proposal(3, 4, 1, None)),
        ["capacity_exceeded"]
    );
    // What is still reserved may not be committed while more is committed than there is.
    world.reason = None;
    world.must("observer", &fall(1, 0));
    world.consented(2, 3);
    let from = world.now.date();
    let agreement = Agreement {
        coordinator: Some(person("host_head")),
        ..Agreement::between(from, from)
    };
    let agreed = Agreed {
        deployment: id(DeploymentId::new, 2),
        agreement,
    };
    let agree = Command::in_cycle(id(CycleId::new, 3), CycleCommand::AgreeDeployment(agreed));
    assert_eq!(world.refused("broker", &agree), ["capacity_exceeded"]);
    // A wish to declare less than is held is refused, and a declaration of enough lifts the block.
    let declare = |at_once| Command::DeclareCapacity(DeclaredCapacity::always(offer(1, at_once)));
    let too_little = DeclaredCapacity {
        in_terms: Vec::new(),
        offer: collegium_model::offer::Offer {
            per_term: HalfDays(5),
            ..offer(1, 1)
        },
    };
    let too_little = Command::DeclareCapacity(too_little);
    assert_eq!(
        world.refused("releasing_employer", &too_little),
        ["declared_below_held"]
    );
    world.must("releasing_employer", &declare(1));
    world.must("broker", &agree);
    // Malformed facts are refused: nothing of that school was ever declared.
    assert_eq!(world.refused("observer", &fall(2, 1)), ["nothing_declared"]);
    assert_eq!(world.refused("observer", &fall(99, 1)), ["not_a_member"]);
}

#[test]
fn a_round_meets_the_most_severe_needs_and_a_person_confirms_it() {
    let mut world = World::diagnosed();
    let candidates = world.open_round(1, Basis::Diagnosed);
    assert_eq!(candidates.problem.taker_count(), 3);
    let plan = World::plan(1, &candidates);
    let Command::ProposePlan(proposed) = &plan else {
        panic!("the command proposes a plan")
    };
    assert_eq!((proposed.plan.units, proposed.plan.unmet.len()), (2, 1));
    assert!(
        proposed
            .plan
            .assignments
            .iter()
            .any(|pair| pair.taker == "S00002/leadership"),
        "the urgent one"
    );
    world.must("broker", &plan);

    let confirm = Command::ConfirmPlan(OfRound {
        round: id(RoundId::new, 1),
    });
    let mut context = world.context("broker");
    context.roles.push(Role::new("commissioner").unwrap());
    let refusal = world.journal.handle(&confirm, &context).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "whoever puts a plan forward does not confirm it"
    );
    assert_eq!(world.refused("broker", &confirm), ["role_missing", "same_person"]);
    let mut context = world.context("commissioner");
    context.on_behalf_of = Some(person("broker"));
    assert!(
        world.journal.handle(&confirm, &context).is_err(),
        "nor does anybody for them"
    );
    world.must("commissioner", &confirm);
}

#[test]
fn only_what_the_confirmed_plan_says_is_proposed_in_its_name() {
    let mut world = World::diagnosed();
    let candidates = world.open_round(1, Basis::Diagnosed);
    world.must("broker", &World::plan(1, &candidates));
    assert_eq!(
        world.refused("broker", &World::proposal(1, 2, 1, Some(1))),
        ["not_in_plan"],
        "not confirmed yet"
    );
    world.must(
        "commissioner",
        &Command::ConfirmPlan(OfRound {
            round: id(RoundId::new, 1),
        }),
    );
    let unmet = if world.journal.network().rounds.values().any(|round| {
        round
            .plan()
            .unwrap()
            .unmet
            .iter()
            .any(|unmet| unmet.taker == "S00003/leadership")
    }) {
        3
    } else {
        4
    };
    assert_eq!(
        world.refused("broker", &World::proposal(1, unmet, 1, Some(1))),
        ["capacity_exceeded", "not_in_plan"],
        "what is left of school 1 is promised to others"
    );
    world.must("broker", &World::proposal(1, 2, 1, Some(1)));
    assert_eq!(
        world.refused("broker", &World::proposal(2, 2, 1, Some(1))),
        ["units_met", "giver_tried", "capacity_exceeded"]
    );
}

#[test]
fn a_plan_whose_proof_no_longer_holds_is_refused() {
    let mut world = World::diagnosed();
    let candidates = world.open_round(1, Basis::Diagnosed);
    let stale = World::plan(1, &candidates);
    world.must("observer", &fall(1, 1));
    assert_eq!(world.refused("broker", &stale), ["plan_not_proven"]);
    let Command::ProposePlan(mut forged) = World::plan(1, &world.candidates()) else {
        panic!("the command proposes a plan")
    };
    forged.plan.assignments.clear();
    assert_eq!(
        world.refused("broker", &Command::ProposePlan(forged)),
        ["plan_not_proven"]
    );
    let fresh = World::plan(1, &world.candidates());
    world.must("broker", &fresh);
}

#[test]
fn the_problem_of_a_round_is_made_once_until_something_happens() {
    let mut world = World::diagnosed();
    world.open_round(1, Basis::Diagnosed);
    let of_round = |world: &World| {
        let network = world.journal.network();
        network
            .candidates_of(&network.rounds[&id(RoundId::new, 1)])
            .unwrap()
    };
    let made = of_round(&world);
    assert!(Arc::ptr_eq(&made, &of_round(&world)));
    let mut other = world.journal.network().rounds[&id(RoundId::new, 1)].clone();
    other.opened.candidates.severity_points += 1;
    let of_other = world.journal.network().candidates_of(&other).unwrap();
    assert_ne!(
        of_other.problem.hash(),
        made.problem.hash(),
        "a copy is no round of the network"
    );
    world.must("observer", &fall(1, 1));
    let anew = of_round(&world);
    assert_ne!(anew.problem.hash(), made.problem.hash(), "capacity fell");
    assert_eq!(anew.problem.hash(), world.candidates().problem.hash());
}

impl World {
    fn candidates(&self) -> collegium_engine::candidates::Candidates {
        let network = self.journal.network();
        let round = network.rounds.values().next().unwrap();
        network
            .candidates(&round.opened.candidates, round.opened.basis)
            .unwrap()
    }
}

#[test]
fn an_indicative_plan_cannot_be_confirmed() {
    let mut world = World::opened();
    world.report(2);
    let candidates = world.open_round(1, Basis::Reported);
    assert_eq!(
        candidates.problem.taker_count(),
        1,
        "a need that was only reported takes part"
    );
    world.must("broker", &World::plan(1, &candidates));
    let confirm = Command::ConfirmPlan(OfRound {
        round: id(RoundId::new, 1),
    });
    assert_eq!(world.refused("commissioner", &confirm), ["only_indicative"]);
    world.must(
        "broker",
        &Command::CloseRound(OfRound {
            round: id(RoundId::new, 1),
        }),
    );
    assert_eq!(world.open_round(2, Basis::Diagnosed).problem.taker_count(), 0);
}

#[test]
fn one_round_at_a_time() {
    let mut world = World::diagnosed();
    world.confirmed(1);
    let Command::OpenRound(opened) = world
        .entries
        .iter()
        .rev()
        .find_map(|entry| {
            entry
                .event
                .command()
                .filter(|command| matches!(command, Command::OpenRound(_)))
        })
        .unwrap()
    else {
        panic!("the event is of the kind that was looked for")
    };
    let again = Command::OpenRound(opened.clone());
    assert_eq!(
        world.refused("broker", &again),
        ["round_exists_already", "round_still_open"]
    );
    world.must("broker", &Command::CloseRound(OfRound { round: opened.round }));
    world.open_round(2, Basis::Diagnosed);
}

#[test]
fn agreed_help_commits_the_ledger_until_it_ends() {
    let mut world = World::diagnosed();
    world.must("broker", &World::proposal(1, 2, 1, None));
    world.consented(1, 2);
    let hold = |world: &World| {
        let ledger = &world.journal.network().ledgers[&id(SchoolId::new, 1)];
        ledger.holds.get(&id(DeploymentId::new, 1)).copied()
    };
    assert!(!hold(&world).unwrap().committed);
    let from = world.now.date();
    let agreement = Agreement {
        coordinator: Some(person("host_head")),
        ..Agreement::between(from, from)
    };
    let deployment = id(DeploymentId::new, 1);
    world.must_in(
        "broker",
        2,
        CycleCommand::AgreeDeployment(Agreed {
            deployment,
            agreement,
        }),
    );
    assert!(hold(&world).unwrap().committed);
    world.reason = ReasonCode::new("cannot_release").ok();
    let cancel =
        CycleCommand::CancelDeployment(collegium_engine::cycle::deployment::OfDeployment { deployment });
    world.must_in("releasing_employer", 2, cancel);
    assert_eq!(hold(&world), None);
}

#[test]
fn a_school_has_one_open_cycle_and_only_members_have_any() {
    let mut world = World::opened();
    world.report(2);
    let open = |cycle, school| {
        let opened = OpenedCycle {
            school: id(SchoolId::new, school),
            turn: 1,
        };
        Command::in_cycle(id(CycleId::new, cycle), CycleCommand::OpenCycle(opened))
    };
    assert_eq!(world.refused("broker", &open(77, 2)), ["cycle_open_already"]);
    assert_eq!(world.refused("broker", &open(78, 99)), ["not_a_member"]);
    assert_eq!(world.refused("broker", &open(2, 2)), ["exists_already"]);
}

#[test]
fn a_command_sent_twice_is_answered_with_what_it_brought() {
    let mut world = World::diagnosed();
    let context = world.context("broker");
    let propose = World::proposal(1, 2, 1, None);
    let Handled::Accepted { entries, .. } = world.handle(&propose, &context).unwrap() else {
        panic!("it is new")
    };
    let range = entries[0].position..=entries[entries.len() - 1].position;
    assert_eq!(
        world.handle(&propose, &context).unwrap(),
        Handled::Repeated(range)
    );
    assert_eq!(world.journal.network().position(), world.entries.len() as u64);
}

#[test]
fn nothing_happens_before_the_network_is_open_and_it_opens_once() {
    let mut world = World::empty();
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(1, 1)));
    assert_eq!(
        world.refused("releasing_employer", &declare),
        ["network_not_open"]
    );
    assert_eq!(
        world.refused("broker", &World::proposal(1, 2, 1, None)),
        ["network_not_open"]
    );
    let mut world = World::opened();
    let open = world.entries[0].event.command().unwrap();
    assert_eq!(world.refused("broker", &open), ["network_open_already"]);
    assert_eq!(world.refused("governor", &declare), ["role_missing"]);
}

#[test]
fn what_takes_effect_tomorrow_is_not_recorded_today() {
    let mut world = World::opened();
    let mut context = world.context("releasing_employer");
    context.at = context.recorded + collegium_model::chrono::TimeDelta::days(1);
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(2, 1)));
    let refusal = world.journal.handle(&declare, &context).unwrap_err();
    assert_eq!(refusal.to_string(), "it takes effect after it is recorded");
    context.at = context.recorded - collegium_model::chrono::TimeDelta::days(3);
    assert!(world.handle(&declare, &context).is_ok(), "a late report is fine");
}

#[test]
fn one_deployment_id_lends_a_giver_once() {
    let mut world = World::diagnosed();
    world.must("broker", &World::proposal(1, 2, 1, None));
    assert_eq!(
        world.refused("broker", &World::proposal(1, 3, 1, None)),
        ["id_in_use"]
    );
}

#[test]
fn a_report_of_more_capacity_is_no_fall() {
    let mut world = World::opened();
    assert_eq!(world.refused("observer", &fall(1, 500)), ["not_a_fall"]);
    world.must("observer", &fall(1, 1));
}

#[test]
fn a_paused_cycle_takes_no_place_from_others() {
    let mut world = World::diagnosed();
    world.reason = ReasonCode::new("strike").ok();
    world.must_in("responsible_body", 2, CycleCommand::PauseCycle(OverCycle {}));
    assert_eq!(world.open_round(1, Basis::Diagnosed).problem.taker_count(), 2);
}

#[test]
fn a_round_can_be_given_up_before_there_is_a_plan() {
    let mut world = World::diagnosed();
    world.open_round(1, Basis::Diagnosed);
    let close = Command::CloseRound(OfRound {
        round: id(RoundId::new, 1),
    });
    world.must("broker", &close);
    assert_eq!(world.refused("broker", &close), ["wrong_stage"]);
    world.open_round(2, Basis::Diagnosed);
}

#[test]
fn nothing_is_recorded_before_the_entry_above_it() {
    let mut world = World::opened();
    world.pass_days(-1);
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(2, 1)));
    assert_eq!(
        world.refused("releasing_employer", &declare),
        ["recorded_backwards"]
    );
}

#[test]
fn times_are_kept_as_the_log_has_them() {
    let mut world = World::opened();
    world.now += collegium_model::chrono::TimeDelta::microseconds(1_700);
    let declare = Command::DeclareCapacity(DeclaredCapacity::always(offer(2, 1)));
    world.must("releasing_employer", &declare);
    let entry = world.entries.last().unwrap();
    let envelope = entry.envelope().unwrap();
    assert_eq!(&collegium_engine::entry::Entry::read(envelope).unwrap(), entry);
}

#[test]
fn a_plan_speaks_of_a_need_and_not_of_its_area() {
    let mut world = World::diagnosed();
    world.confirmed(1);
    // School 2 comes to need more help in the same area, after the plan was made.
    let need = Need {
        id: id(NeedId::new, 20),
        school: id(SchoolId::new, 2),
        area: crate::world::area(),
        severity: Severity::Urgent,
        units: Units(1),
        year_group: None,
        source: NeedSource::Reported,
    };
    world.must_in("host_head", 2, CycleCommand::ReportNeed(ReportedNeed { need }));
    let need = id(NeedId::new, 20);
    world.must_in("adviser", 2, CycleCommand::BeginDiagnosis(OfNeed { need }));
    let found = AgreedDiagnosis {
        need,
        severity: Severity::Urgent,
        units: Units(1),
    };
    world.must_in("adviser", 2, CycleCommand::AgreeDiagnosis(found));
    let other = Proposal {
        round: Some(id(RoundId::new, 1)),
        ..Proposal::new(
            id(DeploymentId::new, 1),
            need,
            id(SchoolId::new, 1),
            SupportKind::SpecialistLeader,
            crate::world::rules().deployment_size(),
        )
    };
    let other = Command::in_cycle(id(CycleId::new, 2), CycleCommand::ProposeDeployment(other));
    assert_eq!(
        world.refused("broker", &other),
        ["capacity_exceeded", "not_in_plan"]
    );
    world.must("broker", &World::proposal(1, 2, 1, Some(1)));
}

/// A moderate need in a year group, diagnosed.
fn diagnosed_in_year(world: &mut World, number: u128, year_group: u8) {
    let school = id(SchoolId::new, number);
    let opened = OpenedCycle { school, turn: 1 };
    world.must_in("broker", number, CycleCommand::OpenCycle(opened));
    let need = Need {
        id: id(NeedId::new, number),
        school,
        area: area(),
        severity: Severity::Moderate,
        units: Units(1),
        year_group: Some(year_group),
        source: NeedSource::Reported,
    };
    world.must_in(
        "host_head",
        number,
        CycleCommand::ReportNeed(ReportedNeed { need }),
    );
    world.diagnose(number);
}

#[test]
fn b4_year_6_and_year_11_come_first_among_equals() {
    let served = |years: [u8; 2]| {
        let mut world = World::opened();
        world.must("observer", &fall(1, 1));
        diagnosed_in_year(&mut world, 3, years[0]);
        diagnosed_in_year(&mut world, 4, years[1]);
        let candidates = CandidateRules {
            farthest: None,
            ..CandidateRules::default()
        };
        let network = world.journal.network();
        let candidates = network.candidates(&candidates, Basis::Diagnosed).unwrap();
        let plan = solve(&candidates.problem, Objective::Coverage).to_file(&candidates.problem);
        candidates.needs[&plan.assignments[0].taker].need
    };
    let need = |number| id(NeedId::new, number);
    assert_eq!(served([5, 10]), need(3), "equals go by id");
    assert_eq!(served([5, 6]), need(4));
    assert_eq!(served([10, 11]), need(4));
    assert_eq!(served([6, 11]), need(3), "the two are equals");
    // Being first among equals outweighs nothing else: an urgent need comes first in any year.
    let mut world = World::opened();
    world.must("observer", &fall(1, 1));
    world.report(2);
    world.diagnose(2);
    diagnosed_in_year(&mut world, 3, 6);
    let candidates = world.open_round(1, Basis::Diagnosed);
    let Command::ProposePlan(plan) = World::plan(1, &candidates) else {
        panic!("a plan is proposed");
    };
    let first = &plan.plan.assignments[0];
    assert_eq!(
        (plan.needs[&first.taker], plan.plan.assignments.len()),
        (need(2), 1)
    );
}

#[test]
fn b4_a_progress_trigger_fires_once_a_crossing() {
    let mut world = World::diagnosed();
    let objective = id(ObjectiveId::new, 1);
    let set = SetObjectiveFor {
        objective,
        need: id(NeedId::new, 2),
        area: None,
    };
    world.must_in("host_head", 2, CycleCommand::SetObjective(set));
    let fired = |world: &World| {
        world.journal.network().cycles[&id(CycleId::new, 2)].objectives[&objective].crossings()
    };
    let mut days = Vec::new();
    for (rating, fires) in [
        (Rating::Amber, false),
        (Rating::Red, true),
        (Rating::Red, false),
        (Rating::Green, false),
        (Rating::Red, true),
    ] {
        world.pass_days(1);
        let note = ProgressNote {
            objective,
            rating,
            direction: Direction::Steady,
        };
        world.must_in("host_head", 2, CycleCommand::NoteProgress(note));
        days.extend(fires.then_some(world.now));
        assert_eq!(fired(&world), days);
    }
}
