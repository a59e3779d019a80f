//! Promises: what every history keeps, tried on guided walks through the machines.

use crate::world::{World, command, id, number};
use collegium_cycle::{
    acts::{Act, Event},
    context::{Context, Recorded},
    cycle::Cycle,
    rules::Rules,
    snapshot::Snapshot,
};
use collegium_model::{
    code::{ReasonCode, Role},
    id::PersonId,
};
use proptest::prelude::*;

/// One step of a walk: which act to prefer, about which thing, who acts, and whether a day passes.
type Step = (prop::sample::Index, u128, u128, bool, bool);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        any::<prop::sample::Index>(),
        1..3_u128,
        1..4_u128,
        any::<bool>(),
        any::<bool>(),
    );
    prop::collection::vec(step, 1..120)
}

fn all_roles(rules: &Rules) -> Vec<Role> {
    let mut roles: Vec<_> = Act::ALL
        .iter()
        .flat_map(|act| rules.roles(*act))
        .cloned()
        .collect();
    roles.sort();
    roles.dedup();
    roles
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn actions_and_decide_agree_and_events_judge_again(steps in steps(), cut: prop::sample::Index) {
        let mut world = World::new();
        let roles = all_roles(&world.rules);
        let names: Vec<_> = roles.iter().map(Role::as_str).collect();
        world.reason = ReasonCode::new("agreed").ok();
        let mut history: Vec<(Event, _, _)> = Vec::new();
        for (choice, about, person, guided, day_passes) in steps {
            let actor = id(PersonId::new, person);
            let before = world.cycle.clone();
            let calendar = world.calendar.clone();
            let mut context = Context::new(actor, &roles, world.now, &calendar);
            context.reason = world.reason.as_ref();
            let actions = before.actions(&context, &world.rules);
            let allowed: Vec<_> = actions.iter().filter(|action| action.is_allowed()).collect();

            let (act, about) = if guided && !allowed.is_empty() {
                let action = choice.get(&allowed);
                (action.act, action.child.map_or(about, number))
            } else {
                (*choice.get(Act::ALL), about)
            };
            let command = command(act, about);
            let judged = before.decide(&command, &context, &world.rules);

            // An act that is blocked whatever its payload is refused with the same blockers.
            let listed = actions.iter().find(|action| {
                action.act == act && action.child.is_none_or(|child| child == command.child())
            });
            match (&judged, listed) {
                (Ok(_), Some(action)) => prop_assert!(action.is_allowed(), "{act}: {:?}", action.blockers),
                (Ok(_), None) => prop_assert!(false, "{} is allowed and not listed", act),
                (Err(refusal), Some(action)) => {
                    for blocked in &action.blockers {
                        prop_assert!(refusal.blockers.contains(blocked), "{act}: {blocked:?}");
                    }
                }
                (Err(_), None) => {}
            }
            prop_assert_eq!(before.explain(&command, &context, &world.rules).is_empty(), judged.is_ok());

            let told = world.tell(person, &names, &command);
            match told {
                Err(_) => prop_assert_eq!(&world.cycle, &before, "a refused command changes nothing"),
                Ok(accepted) => {
                    // Recorded whole: the event is the command, and judged again it brings the same.
                    let again = accepted.events[0].command().expect("the first event records the command");
                    prop_assert_eq!(&again, &command);
                    let rows = Rules::table(act.machine());
                    let leads: Vec<_> = rows.iter().filter(|row| row.act == act).map(|row| row.to).collect();
                    // The command's own event leads where the table says; what follows is another step.
                    let mut stepped = before.clone();
                    let reason = world.reason.as_ref();
                    stepped.evolve(&Recorded { event: &accepted.events[0], at: world.now, actor, on_behalf_of: None, reason });
                    let phase = |cycle: &Cycle| cycle.stands(command.child()).map(|(phase, _)| phase);
                    let (was, now) = (phase(&before), phase(&stepped));
                    prop_assert!(leads.contains(&now) || (leads.contains(&None) && was == now), "{act}: {was:?} to {now:?}");
                    for event in accepted.events {
                        let raw = event.payload().expect("a payload is JSON");
                        let read = Event::read(event.code(), event.version(), &raw);
                        prop_assert_eq!(read, Some(Ok(event.clone())));
                        history.push((event, world.now, actor));
                    }
                }
            }
            if day_passes { world.pass_days(1); }
        }
        // The state is the fold of its history.
        let reason = world.reason.clone();
        let fold = |mut cycle: Cycle, history: &[(Event, _, _)]| {
            for (event, at, actor) in history {
                let recorded = Recorded {
                    event, at: *at, actor: *actor, on_behalf_of: None, reason: reason.as_ref(),
                };
                cycle.evolve(&recorded);
            }
            cycle
        };
        prop_assert_eq!(&fold(Cycle::default(), &history), &world.cycle);

        // So it is when the fold is kept somewhere on the way, and taken up again.
        let (before, after) = history.split_at(cut.index(history.len() + 1));
        let snapshot = Snapshot {
            seq: before.len() as u64, protocol: world.rules.pin().clone(), cycle: fold(Cycle::default(), before),
        };
        let kept = snapshot.to_json().expect("a cycle is JSON");
        prop_assert_eq!(Snapshot::from_json(&kept), Ok(snapshot.clone()));
        prop_assert_eq!(&fold(snapshot.cycle, after), &world.cycle);
    }

    #[test]
    fn nothing_is_allowed_to_somebody_without_the_role(steps in steps()) {
        let mut world = World::new();
        let roles = all_roles(&world.rules);
        let names: Vec<_> = roles.iter().map(Role::as_str).collect();
        world.reason = ReasonCode::new("agreed").ok();
        for (choice, about, person, _, day_passes) in steps {
            let command = command(*choice.get(Act::ALL), about);
            let needed = world.rules.roles(command.act()).to_vec();
            let others: Vec<_> = roles.iter().filter(|role| !needed.contains(role)).cloned().collect();
            let context = Context::new(id(PersonId::new, person), &others, world.now, &world.calendar);
            let judged = world.cycle.decide(&command, &context, &world.rules);
            if command.act().kind() == collegium_cycle::acts::Kind::Wish {
                prop_assert!(judged.is_err(), "{}", command.act());
            }
            let _ = world.tell(person, &names, &command);
            if day_passes { world.pass_days(1); }
        }
    }
}
