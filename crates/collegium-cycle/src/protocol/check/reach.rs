//! Every step can be reached, and nothing that is entered can be entered for ever.

use super::{FaultKind, Faults};
use crate::{
    acts::Act,
    child::Machine,
    cycle::{can_end, is_end},
    decide::CONSEQUENT_MOVES,
    protocol::{Guard, Leaving, MovingOn, Protocol},
    rules::Rules,
    table::Phase,
};
use std::collections::BTreeSet;

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    for machine in Machine::ALL.iter().copied() {
        let rows = Rules::table(machine);
        let reached = reached(protocol, machine, rows);
        for act in protocol.steps.keys().filter(|act| act.machine() == machine) {
            let mut of_act = rows.iter().filter(|row| row.act == *act);
            let can_begin = of_act.any(|row| begins(row.from.as_slice(), &reached));
            if !can_begin {
                faults.add(format!("steps.{act}"), FaultKind::Unreachable);
            }
        }
        let stands =
            |phase: &str| machine != Machine::Need || protocol.phases.iter().any(|it| it.code() == phase);
        for phase in reached.iter().filter(|it| stands(it) && !is_end(machine, it)) {
            let left_by_act = rows.iter().any(|row| {
                protocol.allows(row.act) && row.from.contains(phase) && row.to.is_some_and(|to| to != *phase)
            });
            let left_otherwise = CONSEQUENT_MOVES.iter().any(|(act, of, from, to)| {
                *of == machine && from == phase && to != phase && protocol.allows(*act)
            });
            let ends = can_end(machine) && protocol.allows(Act::CloseCycle) && {
                protocol.moving_on.leaving(Act::CloseCycle, machine) == Leaving::End
            };
            if !left_by_act && !left_otherwise && !ends {
                faults.add("steps", FaultKind::DeadEnd { machine, phase });
            }
        }
    }
    reallocation(protocol, faults);
    lists(protocol, faults);
    guards(protocol, faults);
    moving_on(protocol, faults);
    challenges(protocol, faults);
}

fn begins(from: &[&'static str], reached: &BTreeSet<&'static str>) -> bool {
    from.is_empty()
        || from.contains(&"**")
        || (from.contains(&"*") && !reached.is_empty())
        || from.iter().any(|phase| reached.contains(phase))
}

/// The phases that can be entered, under the steps that the protocol has.
fn reached(protocol: &Protocol, machine: Machine, rows: &[crate::table::RowView]) -> BTreeSet<&'static str> {
    let mut reached = BTreeSet::new();
    loop {
        let before = reached.len();
        for row in rows.iter().filter(|row| protocol.allows(row.act)) {
            if begins(&row.from, &reached) {
                reached.extend(row.to);
            }
        }
        for (act, of, from, to) in CONSEQUENT_MOVES {
            if *of == machine && protocol.allows(*act) && reached.contains(from) {
                reached.insert(to);
            }
        }
        if machine == Machine::Need {
            let entered: Vec<_> = reached.iter().copied().collect();
            reached.extend(entered.into_iter().filter_map(|phase| passed_on(protocol, phase)));
        }
        if reached.len() == before {
            return reached;
        }
    }
}

/// Where a need goes on to that would enter a phase which the protocol leaves out.
fn passed_on(protocol: &Protocol, phase: &str) -> Option<&'static str> {
    use crate::need::NeedPhase;
    let entered = NeedPhase::ALL.iter().position(|it| it.code() == phase)?;
    let after = NeedPhase::ALL.get(entered..)?;
    let kept = after.iter().find(|it| protocol.phases.contains(it));
    Some(kept.copied().unwrap_or(NeedPhase::Closed).code())
}

/// A need is recommended for while it is watched, and waits in its phase for the decision: passing over either
/// would let a recommendation do what is for a person to decide.
fn reallocation(protocol: &Protocol, faults: &mut Faults) {
    use crate::need::NeedPhase;
    let recommends = protocol.steps.contains_key(&Act::RecommendReallocation);
    let phases = [NeedPhase::Monitoring, NeedPhase::Reallocation];
    for phase in phases
        .iter()
        .filter(|it| recommends && !protocol.phases.contains(it))
    {
        let phase = phase.code();
        faults.add(
            "steps.recommend_reallocation",
            FaultKind::LeadsThroughLeftOut { phase },
        );
    }
}

/// A step that names one of a list can never be done where the list is empty.
fn lists(protocol: &Protocol, faults: &mut Faults) {
    let lists = [
        (
            Act::CategoriseSchool,
            "categories",
            protocol.categories.is_empty(),
        ),
        (
            Act::RecordProgressReview,
            "progress",
            protocol.progress.is_empty(),
        ),
        (Act::UsePower, "powers", protocol.powers.is_empty()),
        (Act::CompletePart, "parts", protocol.parts.is_empty()),
    ];
    for (act, list, is_empty) in lists {
        if is_empty && protocol.steps.contains_key(&act) {
            faults.add(format!("steps.{act}"), FaultKind::NothingListed { list });
        }
    }
}

fn guards(protocol: &Protocol, faults: &mut Faults) {
    let mut never_holds = |place: String, guard: &Guard| {
        let acts = guard.rests_on();
        if !acts.is_empty() && !acts.iter().any(|act| protocol.allows(*act)) {
            let guard = guard.code();
            faults.add(place, FaultKind::NeverHolds { guard, acts });
        }
    };
    for act in protocol.steps.keys() {
        for guard in crate::protocol::laws(*act) {
            never_holds(format!("steps.{act}"), guard);
        }
    }
    for (place, _, guards) in protocol.guarded() {
        for (index, guard) in guards.iter().enumerate() {
            never_holds(format!("{place}.guards[{index}]"), guard);
        }
    }
}

fn moving_on(protocol: &Protocol, faults: &mut Faults) {
    for (act, kinds) in &protocol.moving_on.0 {
        let place = format!("moving_on.{act}");
        if !MovingOn::ACTS.contains(act) {
            faults.add(place, FaultKind::ClosesNothing { act: *act });
            continue;
        }
        for (machine, leaving) in kinds {
            let place = format!("{place}.{}", machine.code());
            let machine = *machine;
            match leaving {
                Leaving::End if !can_end(machine) => faults.add(place, FaultKind::CannotEnd { machine }),
                Leaving::Keep if *act == Act::CloseCycle => {
                    faults.add(place, FaultKind::CannotKeep { machine });
                }
                _ => {}
            }
        }
    }
}

fn challenges(protocol: &Protocol, faults: &mut Faults) {
    const NEEDED: &[Act] = &[Act::AnswerChallenge, Act::EscalateChallenge];
    if protocol.steps.contains_key(&Act::RaiseChallenge)
        && !NEEDED.iter().all(|act| protocol.steps.contains_key(act))
    {
        faults.add(
            "steps.raise_challenge",
            FaultKind::ChallengeLapses { acts: NEEDED },
        );
    }
}
