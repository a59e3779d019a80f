//! What holds for every command of the pack, at the moment at which it was sent.

use crate::pack::{asked, stories};
use collegium_engine::{
    acts::Command,
    context::Context,
    cycle::acts::Kind,
    face::{
        Handle,
        request::{
            AskedActions, AskedAllocation, AskedMoment, AskedOverview, AskedReallocation, AskedTasks,
            AskedTimes, AskedView, Caller,
        },
    },
};

pub(crate) fn caller(context: &Context) -> Caller {
    Caller {
        actor: context.actor,
        roles: context.roles.clone(),
        at: context.at,
        on_behalf_of: context.on_behalf_of,
        school: context.school,
        reason: context.reason.clone(),
        facts: context.facts.clone(),
        urgent: context.urgent,
    }
}

fn state(handle: &Handle) -> String {
    format!("{:?} {:?}", handle.network().cycles, handle.position())
}

#[test]
fn what_is_decided_is_what_is_applied_and_deciding_changes_nothing() {
    for story in stories() {
        let mut handle = story.open();
        for (index, sent) in story.commands.iter().enumerate() {
            let asked = asked(sent);
            let before = (index % 10 == 0).then(|| state(&handle));
            let decided = handle.decide(&asked);
            let explained = handle.explain(&asked);
            assert_eq!(explained.allowed, decided.answer.refused.is_none());
            if let Some(before) = before {
                assert_eq!(state(&handle), before, "{}, command {index}", story.name);
            }
            let applied = handle.apply(&asked);
            assert_eq!(
                serde_json::to_string(&decided.answer).unwrap(),
                serde_json::to_string(&applied.answer).unwrap(),
                "{}, command {index}",
                story.name
            );
            assert_eq!(
                applied.log.len(),
                applied.answer.events.map_or(0, |events| events.len())
            );
        }
    }
}

#[test]
fn what_is_asked_about_changes_nothing() {
    for story in stories() {
        let handle = story.told();
        let last = &story.commands.last().unwrap().context;
        let before = format!("{:?}", handle.network());
        let (caller, at, shown_to) = (caller(last), last.at, None);
        let times = AskedTimes {
            cycle: None,
            at,
            shown_to: None,
        };
        handle.clocks(&times).unwrap();
        handle.check(&times);
        handle.overview(&AskedOverview { shown_to }).unwrap();
        handle.overdue(&AskedMoment { at, shown_to: None }).unwrap();
        handle.reallocation(&AskedReallocation::default()).unwrap();
        handle.allocation(&AskedAllocation::default()).unwrap();
        let cycle = None;
        handle
            .tasks(&AskedTasks {
                cycle,
                caller: caller.clone(),
                shown_to: None,
            })
            .unwrap();
        for cycle in handle.network().cycles.keys().copied() {
            handle.view(&AskedView {
                cycle,
                shown_to: None,
            });
            handle
                .actions(&AskedActions {
                    cycle,
                    caller: caller.clone(),
                    shown_to: None,
                })
                .unwrap();
        }
        assert_eq!(format!("{:?}", handle.network()), before, "{}", story.name);
    }
}

#[test]
fn actions_and_decisions_agree() {
    let (mut allowed, mut blocked, mut unlisted) = (0, 0, 0);
    for story in stories() {
        let mut handle = story.open();
        for (index, sent) in story.commands.iter().enumerate() {
            let place = format!("{}, command {index}", story.name);
            let is_new = handle.network().repeated(sent.context.command).is_none();
            let in_cycle = match &sent.command {
                Command::InCycle(it) if is_new && handle.network().opened().is_some() => Some(it),
                _ => None,
            };
            // A caller acts at one moment: what is recorded later is another question.
            if let Some(it) = in_cycle.filter(|_| sent.context.recorded == sent.context.at) {
                let actions = handle.actions(&AskedActions {
                    cycle: it.cycle,
                    caller: caller(&sent.context),
                    shown_to: None,
                });
                let (act, child) = (it.command.act(), it.command.child());
                let found = actions
                    .unwrap()
                    .actions
                    .into_iter()
                    .find(|action| action.act == act && action.child.is_none_or(|about| about == child));
                let refused = handle.decide(&asked(sent)).answer.refused;
                match (found, refused) {
                    (Some(action), None) => {
                        assert!(action.allowed, "{place}: {action:?}");
                        allowed += 1;
                    }
                    (Some(action), Some(refusal)) => {
                        for blocker in &action.blockers {
                            assert!(
                                refusal.blockers.contains(blocker),
                                "{place}: {blocker:?} not in {refusal:?}"
                            );
                        }
                        assert_eq!(action.allowed, action.blockers.is_empty());
                        blocked += usize::from(!action.allowed);
                    }
                    (None, refused) => {
                        assert!(
                            refused.is_some() || act.kind() == Kind::Fact,
                            "{place}: {act} is not listed"
                        );
                        unlisted += 1;
                    }
                }
            }
            handle.apply(&asked(sent));
        }
    }
    assert!(
        allowed > 1000 && blocked > 100 && unlisted > 0,
        "{allowed} {blocked} {unlisted}"
    );
}
