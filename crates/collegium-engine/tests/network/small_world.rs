//! A small network searched whole: two givers, two needs, one round that asks the takers. Every order of the
//! commands of a round, and of what can come between, is tried through the real engine.

use crate::world::{World, area, id, offer, person, rules};
use collegium_engine::{
    acts::Command,
    context::Context,
    cycle::{
        acts::Command as CycleCommand,
        deployment::{Declined, Proposal},
    },
    journal::Journal,
    ledger::{DeclaredCapacity, FallenCapacity},
    matching::objective::Objective,
    network::Network,
    round::{AnsweredPlacement, Basis, OfRound, OpenedRound, Placement, Side, Stage},
};
use collegium_model::{
    candidate::CandidateRules,
    code::{ReasonCode, Role},
    id::{CommandId, CycleId, DeploymentId, NeedId, RoundId, SchoolId},
    quantity::{HalfDays, Units},
};
use std::{
    collections::{BTreeMap, VecDeque, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

const GIVERS: [u128; 2] = [1, 5];
const TAKERS: [u128; 2] = [2, 3];

fn round() -> RoundId {
    id(RoundId::new, 1)
}

/// One deployment each, for one need each.
fn start() -> World {
    let mut world = World::diagnosed_of(&TAKERS);
    for giver in GIVERS {
        let offer = offer(giver, 1);
        assert_eq!(offer.areas, [area()]);
        world.must(
            "releasing_employer",
            &Command::DeclareCapacity(DeclaredCapacity::always(offer)),
        );
    }
    world
}

/// Everything that anybody could ask in a state, sensible or not.
fn asked(network: &Network) -> Vec<(&'static str, Command)> {
    let of_round = OfRound { round: round() };
    let opened = OpenedRound::new(
        round(),
        Objective::Coverage,
        Basis::Diagnosed,
        CandidateRules::default(),
    );
    let opened = OpenedRound {
        consults: vec![Side::Taker],
        ..opened
    };
    let fallen = FallenCapacity {
        term: None,
        school: id(SchoolId::new, GIVERS[0]),
        at_once: Units(0),
        per_term: HalfDays(0),
    };
    let mut all = vec![
        ("broker", Command::OpenRound(opened)),
        ("commissioner", Command::ConfirmPlan(of_round.clone())),
        ("broker", Command::CloseRound(of_round)),
        ("observer", Command::ReportCapacityFall(fallen)),
    ];
    if let Some(found) = network.rounds.get(&round()) {
        let candidates = network.candidates_of(found).unwrap();
        all.push(("broker", World::plan_for(1, &candidates, found.objective())));
    }
    for (giver, taker) in GIVERS
        .into_iter()
        .flat_map(|giver| TAKERS.map(|taker| (giver, taker)))
    {
        let placement = Placement::with(id(SchoolId::new, giver), None, id(NeedId::new, taker));
        for accepts in [true, false] {
            let answered = AnsweredPlacement {
                round: round(),
                placement,
                side: Side::Taker,
                accepts,
            };
            all.push(("host_head", Command::AnswerPlacement(answered)));
        }
        // A pair of school and need is proposed once, under one id, in the name of the round or not.
        let deployment = id(DeploymentId::new, giver * 10 + taker);
        // Outside the round, and declined, is one pair alone: enough to come between.
        let outside = ((giver, taker) == (GIVERS[0], TAKERS[0])).then_some(None);
        for named in [Some(Some(round())), outside].into_iter().flatten() {
            let proposal = Proposal {
                round: named,
                ..Proposal::new(
                    deployment,
                    placement.need().unwrap(),
                    placement.giver,
                    rules().matched_kind(),
                    rules().deployment_size(),
                )
            };
            all.push((
                "broker",
                in_cycle(taker, CycleCommand::ProposeDeployment(proposal)),
            ));
        }
        if outside.is_none() {
            continue;
        }
        let by = Role::new("releasing_employer").unwrap();
        let declined = Declined { deployment, by };
        all.push((
            "releasing_employer",
            in_cycle(taker, CycleCommand::DeclineDeployment(declined)),
        ));
    }
    all
}

fn in_cycle(taker: u128, command: CycleCommand) -> Command {
    Command::in_cycle(id(CycleId::new, taker), command)
}

/// What must hold in every state.
fn always(network: &Network) {
    for ledger in network.ledgers.values() {
        let declared = ledger.offer.as_ref().unwrap().at_once;
        let fell = declared == Units(0);
        assert!(fell || ledger.taken().units <= declared, "{ledger:?}");
        for promise in ledger.promises.keys() {
            let stage = &network.rounds[&promise.round].stage;
            assert!(
                matches!(stage, Stage::Confirmed { .. }),
                "only a confirmed plan promises"
            );
        }
    }
    let live = |need: NeedId| {
        let cycle = &network.cycles[&network.needs_of(need)];
        cycle.live_deployments(need).count()
    };
    for taker in TAKERS {
        let need = id(NeedId::new, taker);
        assert!(live(need) <= 1, "one unit was asked for");
    }
    let Some(found) = network.rounds.get(&round()) else {
        return;
    };
    let Some(plan) = found.planned() else { return };
    if let Stage::Confirmed { .. } = found.stage {
        for (placement, answers) in &plan.placements {
            assert_eq!(answers.get(&Side::Taker), Some(&true), "the taker has accepted");
            assert!(!found.declined.contains(placement));
        }
    }
    if let Stage::Proposed { plan, .. } = &found.stage {
        let earlier = found
            .declined
            .iter()
            .filter(|it| plan.placements.contains_key(it));
        assert!(
            earlier.eq(plan.declined().collect::<Vec<_>>().iter()),
            "what an earlier plan's answers declined stands in no later one"
        );
    }
}

trait NeedsOf {
    fn needs_of(&self, need: NeedId) -> CycleId;
}

impl NeedsOf for Network {
    fn needs_of(&self, need: NeedId) -> CycleId {
        id(CycleId::new, need.uuid().as_u128())
    }
}

fn mark(network: &Network) -> u64 {
    let mut hasher = DefaultHasher::new();
    network.cycles.hash(&mut hasher);
    format!("{:?}{:?}", network.ledgers, network.rounds).hash(&mut hasher);
    hasher.finish()
}

#[test]
fn every_order_of_a_round_keeps_its_promises_and_comes_to_an_end() {
    let world = start();
    let mut seen = BTreeMap::from([(mark(world.journal.network()), 0)]);
    let mut leads_to: Vec<Vec<usize>> = vec![Vec::new()];
    let mut ended: Vec<bool> = vec![false];
    let mut stages = BTreeMap::new();
    let mut queue = VecDeque::from([world.journal.clone()]);
    let (mut at, mut next) = (0, 0_u128);
    while let Some(journal) = queue.pop_front() {
        always(journal.network());
        let stage = journal
            .network()
            .rounds
            .get(&round())
            .map_or("none", |it| it.code());
        *stages.entry(stage).or_insert(0_u32) += 1;
        ended[at] = stage == "closed";
        for (role, command) in asked(journal.network()) {
            next += 1;
            let context = Context::new(
                id(CommandId::new, 3_000_000 + next),
                person(role),
                Role::new(role).unwrap(),
                world.now,
            );
            let context = context.with_reason(ReasonCode::new("cannot_release").unwrap());
            if journal.network().decide(&command, &context).is_err() {
                continue;
            }
            let mut after: Journal = journal.clone();
            after.handle(&command, &context).unwrap();
            let number = seen.len();
            let to = *seen.entry(mark(after.network())).or_insert(number);
            if to == number {
                leads_to.push(Vec::new());
                ended.push(false);
                queue.push_back(after);
            }
            leads_to[at].push(to);
        }
        at += 1;
    }
    assert!(
        stages
            .keys()
            .eq(&["closed", "confirmed", "none", "open", "proposed"]),
        "{stages:?}"
    );
    // From every state some way leads to a closed round.
    let mut ends = ended.clone();
    loop {
        let more: Vec<_> = (0..ends.len())
            .filter(|it| !ends[*it] && leads_to[*it].iter().any(|to| ends[*to]))
            .collect();
        if more.is_empty() {
            break;
        }
        for it in more {
            ends[it] = true;
        }
    }
    assert!(
        ends.iter().all(|it| *it),
        "a state from which the round cannot be closed"
    );
    let steps: usize = leads_to.iter().map(Vec::len).sum();
    assert_eq!(
        (seen.len(), steps),
        (1_900, 4_614),
        "docs/networks.md tells how many: {stages:?}"
    );
}
