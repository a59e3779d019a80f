//! Between a plan and its confirmation: both sides are asked, and a refusal leads to the next best plan.

use crate::world::{World, id, offer, rules};
use collegium_engine::{
    acts::Command,
    check::Check,
    cycle::{acts::Command as CycleCommand, deployment::Proposal},
    ledger::DeclaredCapacity,
    matching::{objective::Objective, score::Score},
    round::{AnsweredPlacement, Basis, OfRound, OpenedRound, Placement, Side},
};
use collegium_model::{
    candidate::CandidateRules,
    code::{ReasonCode, Role},
    id::{DeploymentId, PersonId, RoundId, SchoolId},
};

fn round() -> RoundId {
    id(RoundId::new, 1)
}

/// A round that asks both sides, with a plan; schools 1 and 6 can help two each with three needs.
fn consulted() -> World {
    let mut world = World::diagnosed();
    let offer = offer(6, 2);
    world.must(
        "releasing_employer",
        &Command::DeclareCapacity(DeclaredCapacity::always(offer)),
    );
    let rules = CandidateRules::default();
    let opened = OpenedRound::new(round(), Objective::Coverage, Basis::Diagnosed, rules);
    world.must(
        "broker",
        &Command::OpenRound(OpenedRound {
            consults: vec![Side::Giver, Side::Taker],
            change_price: Score::from_micros(10_000_000).unwrap(),
            ..opened
        }),
    );
    world.plan_next();
    world
}

impl World {
    fn plan_next(&mut self) {
        let found = &self.journal.network().rounds[&round()];
        let (objective, candidates) = (found.objective(), self.journal.network().candidates_of(found));
        self.must("broker", &Self::plan_for(1, &candidates.unwrap(), objective));
    }

    fn placements(&self) -> Vec<Placement> {
        let found = &self.journal.network().rounds[&round()];
        found.planned().unwrap().placements.keys().copied().collect()
    }

    /// The log as it stands could have happened.
    fn checked(&self) {
        let mut check = Check::new(rules());
        for line in self.log() {
            check.line(&line).unwrap();
        }
    }

    fn accept_all(&mut self) {
        for placement in self.placements() {
            self.must("releasing_employer", &answer(placement, Side::Giver, true));
            self.must("host_head", &answer(placement, Side::Taker, true));
        }
    }
}

fn answer(placement: Placement, side: Side, accepts: bool) -> Command {
    Command::AnswerPlacement(AnsweredPlacement {
        round: round(),
        placement,
        side,
        accepts,
    })
}

fn confirm() -> Command {
    Command::ConfirmPlan(OfRound { round: round() })
}

#[test]
fn a_plan_is_confirmed_once_everybody_who_is_asked_has_accepted() {
    let mut world = consulted();
    assert_eq!(world.refused("commissioner", &confirm()), ["answers_awaited"]);
    let first = world.placements()[0];
    assert_eq!(
        world.refused("host_head", &answer(first, Side::Giver, true)),
        ["role_missing"],
        "a head does not answer for the giver"
    );
    world.accept_all();
    assert_eq!(
        world.refused("host_head", &answer(first, Side::Taker, false)),
        ["answered_already", "no_reason"]
    );
    world.must("commissioner", &confirm());
}

#[test]
fn a_decline_leads_to_another_plan_that_changes_little_and_leaves_it_out() {
    let mut world = consulted();
    let before = world.placements();
    let declined = before[0];
    let candidates = world
        .journal
        .network()
        .candidates(&CandidateRules::default(), Basis::Diagnosed);
    let again = World::plan_for(1, &candidates.unwrap(), Objective::Coverage);
    assert_eq!(
        world.refused("broker", &again),
        ["wrong_stage"],
        "nothing is declined"
    );
    assert_eq!(
        world.refused("host_head", &answer(declined, Side::Taker, false)),
        ["no_reason"]
    );
    world.reason = ReasonCode::new("not_suitable").ok();
    world.must("host_head", &answer(declined, Side::Taker, false));
    world.reason = None;
    assert_eq!(
        world.refused("commissioner", &confirm()),
        ["answers_awaited", "placements_declined"]
    );
    assert_eq!(
        world.refused("broker", &again),
        ["plan_not_proven"],
        "it holds what is declined"
    );
    world.plan_next();
    let after = world.placements();
    assert!(!after.contains(&declined));
    assert_eq!(after.len(), 3, "the other giver steps in");
    assert!(
        before[1..].iter().all(|kept| after.contains(kept)),
        "{before:?} {after:?}"
    );
    world.accept_all();
    world.must("commissioner", &confirm());
}

#[test]
fn whoever_answers_belongs_to_the_school_that_is_asked() {
    let mut world = consulted();
    let first = world.placements()[0];
    let mut context = world.context("host_head");
    context.school = Some(id(SchoolId::new, 5));
    let refusal = world
        .handle(&answer(first, Side::Taker, true), &context)
        .unwrap_err();
    assert!(refusal.to_string().contains("to answer"), "{refusal}");
}

#[test]
fn a_confirmed_plan_holds_its_capacity_until_it_is_proposed_or_closed() {
    let mut world = World::diagnosed();
    world.confirmed(1);
    // The two needs of the plan are promised; the third has to wait, plan or no plan.
    let planned: Vec<_> = world
        .placements()
        .iter()
        .map(|it| it.need().unwrap().uuid().as_u128())
        .collect();
    let left = [2, 3, 4].into_iter().find(|it| !planned.contains(it)).unwrap();
    assert_eq!(
        world.refused("broker", &World::proposal(9, left, 1, None)),
        ["capacity_exceeded"]
    );
    world.must("broker", &World::proposal(1, planned[0], 1, Some(1)));
    world.must("broker", &Command::CloseRound(OfRound { round: round() }));
    world.must("broker", &World::proposal(9, left, 1, None));
    assert!(
        world.journal.network().ledgers[&id(SchoolId::new, 1)]
            .promises
            .is_empty()
    );
}

#[test]
fn a_plan_that_has_no_room_any_more_is_not_confirmed() {
    let mut world = World::diagnosed();
    let candidates = world.open_round(1, Basis::Diagnosed);
    world.must("broker", &World::plan(1, &candidates));
    let planned: Vec<_> = world
        .placements()
        .iter()
        .map(|it| it.need().unwrap().uuid().as_u128())
        .collect();
    world.must("broker", &World::proposal(1, planned[0], 1, None));
    assert_eq!(
        world.refused("commissioner", &confirm()),
        ["placement_outdated", "placement_outdated"],
        "one has no need left, and so the other has no room"
    );
}

#[test]
fn whoever_holds_both_roles_is_recorded_in_that_of_the_side_for_which_they_answer() {
    let mut world = consulted();
    let first = world.placements()[0];
    let mut context = world.context("host_head");
    context.roles.push(Role::new("releasing_employer").unwrap());
    world.handle(&answer(first, Side::Giver, true), &context).unwrap();
    let recorded = world.entries.last().unwrap();
    assert_eq!(recorded.role.as_ref().unwrap().as_str(), "releasing_employer");
    let observer = world.refused("observer", &answer(first, Side::Taker, true));
    assert_eq!(observer, ["role_missing"], "told once");
    world.checked();
}

#[test]
fn a_plan_that_names_nobody_is_kept_by_whomever_the_giver_sends() {
    let mut world = World::diagnosed();
    world.confirmed(1);
    let placement = world.placements()[0];
    let rules = rules();
    let proposal = Proposal {
        round: Some(round()),
        person: Some(id(PersonId::new, 77)),
        ..Proposal::new(
            id(DeploymentId::new, 1),
            placement.need().unwrap(),
            placement.giver,
            rules.matched_kind(),
            rules.deployment_size(),
        )
    };
    let cycle = placement.need().unwrap().uuid().as_u128();
    world.must_in("broker", cycle, CycleCommand::ProposeDeployment(proposal));
    let ledger = &world.journal.network().ledgers[&placement.giver];
    assert_eq!((ledger.promises.len(), ledger.holds.len()), (1, 1));
    world.checked();
}
