//! Who may ask: every command of the conformance pack, asked by callers with every combination of roles but the
//! right one.

use crate::{eyes::role, pack::stories};
use collegium_engine::{
    acts::{Act, Command},
    apply::Sent,
    context::Context,
    cycle::{
        acts::{Act as CycleAct, Kind},
        child::Child,
    },
    network::Network,
    role_table,
};
use collegium_model::{code::Role, id::PersonId, uuid::Uuid};
use std::collections::{BTreeMap, BTreeSet};

/// The roles that the published table marks for a network's own commands.
fn published() -> BTreeMap<String, Vec<Role>> {
    let text = role_table::markdown();
    let (_, network) = text.split_once("## A network's own commands").unwrap();
    let (network, _) = network.split_once("\n##").unwrap();
    let cells = |line: &str| -> Vec<String> {
        let cells = line.trim_matches('|').split('|');
        cells
            .map(|cell| cell.trim().trim_matches('`').to_owned())
            .collect()
    };
    let mut lines = network.lines().filter(|line| line.starts_with('|'));
    let roles = cells(lines.next().unwrap());
    let may = lines.skip(1).map(|line| {
        let cells = cells(line);
        let marked = roles.iter().zip(&cells).filter(|(_, cell)| *cell == "may");
        (cells[0].clone(), marked.map(|(name, _)| role(name)).collect())
    });
    may.collect()
}

/// Wish or fact, its name, and the roles of which one is needed.
fn asks(network: &Network, command: &Command) -> (Kind, String, BTreeSet<Role>) {
    if let Command::InCycle(it) = command {
        let (act, child) = (it.command.act(), it.command.child());
        let approval = match (&it.command, child) {
            (collegium_engine::cycle::acts::Command::RecommendApproval(it), _) => Some(it.kind),
            (_, Child::Approval(id)) => network
                .cycles
                .get(&it.cycle)
                .and_then(|it| Some(it.approvals.get(&id)?.kind)),
            _ => None,
        };
        let roles = network.rules_of(it.cycle).roles_for(act, child, approval);
        return (act.kind(), act.code().to_owned(), roles.iter().cloned().collect());
    }
    let act = command.act().unwrap();
    let mut roles = published()[act.code()].clone();
    if let Command::AnswerPlacement(it) = command {
        roles.retain(|role| it.side.roles().contains(&role.as_str()));
    }
    (act.kind(), act.code().to_owned(), roles.into_iter().collect())
}

fn codes(
    network: &Network,
    sent: &Sent,
    roles: Vec<Role>,
    on_behalf_of: Option<PersonId>,
) -> Option<Vec<String>> {
    let context = Context {
        roles,
        on_behalf_of,
        ..sent.context.clone()
    };
    let refusal = network.decide(&sent.command, &context).err()?;
    let json = serde_json::to_value(&refusal).unwrap();
    let codes = json.as_array().unwrap().iter();
    Some(codes.map(|it| it["code"].as_str().unwrap().to_owned()).collect())
}

/// Refusals that say that the role is missing: a consent and a decline are given in a role that is named.
const MISSING: [&str; 3] = ["role_missing", "role_not_held", "consent_not_due"];

fn every_subset(of: &[Role]) -> Vec<Vec<Role>> {
    let subset = |bits: u32| {
        let chosen = of.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1);
        chosen.map(|(_, role)| role.clone()).collect()
    };
    (0..1_u32 << of.len()).map(subset).collect()
}

/// None, each alone, every pair, all, and all but one: a cycle's rules look at roles one by one.
fn small_and_large(of: &[Role]) -> Vec<Vec<Role>> {
    let mut sets = vec![Vec::new(), of.to_vec()];
    for (at, one) in of.iter().enumerate() {
        sets.push(vec![one.clone()]);
        sets.extend(
            of.iter()
                .skip(at + 1)
                .map(|other| vec![one.clone(), other.clone()]),
        );
        sets.push(of.iter().filter(|role| *role != one).cloned().collect());
    }
    sets
}

#[test]
fn a_caller_with_every_role_but_the_right_one_is_refused_every_time() {
    let (mut tried, mut combinations) = (BTreeSet::new(), 0_u64);
    for story in stories() {
        let mut handle = story.open();
        for sent in &story.commands {
            let network = handle.network();
            let is_taken = network.decide(&sent.command, &sent.context).is_ok();
            if is_taken && !sent.context.urgent {
                let (kind, name, needed) = asks(network, &sent.command);
                let known = network.rules().protocol().roles.keys();
                let wrong: Vec<_> = known
                    .filter(|role| !needed.contains(role))
                    .cloned()
                    .chain([role("stranger")])
                    .collect();
                let other = Some(PersonId::new(Uuid::from_u128(0xbeef)));
                if kind == Kind::Fact {
                    assert_eq!(
                        codes(network, sent, Vec::new(), None),
                        None,
                        "{name} is a report of fact"
                    );
                } else {
                    let is_first = !tried.contains(&name);
                    let sets = match sent.command.act() {
                        Some(_) if is_first => every_subset(&wrong),
                        None if is_first => small_and_large(&wrong),
                        _ => vec![Vec::new(), wrong.clone()],
                    };
                    for roles in sets {
                        combinations += 1;
                        for for_whom in [None, other] {
                            let told = codes(network, sent, roles.clone(), for_whom);
                            let told = told
                                .unwrap_or_else(|| panic!("{}: {name} was taken from {roles:?}", story.name));
                            assert!(
                                told.iter().any(|code| MISSING.contains(&code.as_str())),
                                "{}: {name} from {roles:?}: {told:?}",
                                story.name
                            );
                        }
                    }
                    // One of those that are marked is enough, unless the command speaks of the role itself.
                    for right in &needed {
                        let told = codes(network, sent, vec![right.clone()], sent.context.on_behalf_of)
                            .unwrap_or_default();
                        assert!(
                            !told.iter().any(|code| code == "role_missing"),
                            "{name} from {right}: {told:?}"
                        );
                    }
                }
                tried.insert(name);
            }
            handle.apply(&crate::pack::asked(sent));
        }
    }
    let of_network = Act::ALL.iter().map(|act| act.code());
    let of_cycle = CycleAct::ALL.iter().map(|act| act.code());
    let never: Vec<_> = of_network
        .chain(of_cycle)
        .filter(|code| !tried.contains(*code))
        .collect();
    assert!(never.is_empty(), "no story takes {never:?}");
    assert!(combinations > 100_000, "{combinations}");
}
