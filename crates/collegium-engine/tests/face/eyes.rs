//! Who is shown what. Everything that the face answers is asked for an audience, and looked through.

use crate::{
    pack::{Story, asked, stories},
    promises::caller,
};
use collegium_engine::{
    acts::Command,
    apply::Sent,
    cycle::{
        acts::{Act, Command as CycleCommand, Kind},
        protocol::Preset,
        redact::Audience,
    },
    face::{
        GivenProtocol, Handle, Opening,
        request::{
            AskedActions, AskedCommand, AskedMoment, AskedOverview, AskedReallocation, AskedTasks,
            AskedTimes, AskedView, Caller,
        },
    },
    refusal::Refusal,
};
use collegium_model::{
    candidate::CandidateRules,
    code::Role,
    id::{CommandId, PersonId},
    uuid::Uuid,
};
use serde_json::json;
use std::collections::BTreeSet;

/// The coaching of the story, and those in it.
const COACHING: &str = "00000000-0000-0000-0000-000000005005";
const COACHED: u128 = 0x3e;

pub(crate) fn role(name: &str) -> Role {
    Role::new(name).unwrap()
}

pub(crate) fn audience(person: u128, roles: &[Role]) -> Audience {
    Audience {
        person: PersonId::new(Uuid::from_u128(person)),
        roles: roles.to_vec(),
        school: None,
    }
}

/// Every role alone, every pair, none, and one that no protocol knows.
fn roles_of(handle: &Handle) -> Vec<Vec<Role>> {
    let all: Vec<_> = handle
        .network()
        .rules()
        .protocol()
        .roles
        .keys()
        .cloned()
        .collect();
    let mut sets = vec![vec![], vec![role("stranger")]];
    for (index, one) in all.iter().enumerate() {
        sets.push(vec![one.clone()]);
        sets.extend(
            all.iter()
                .skip(index + 1)
                .map(|other| vec![one.clone(), other.clone()]),
        );
    }
    sets
}

/// All that the face answers to this audience, as text.
fn shown(handle: &Handle, tried: &[Sent], audience: &Audience) -> String {
    let shown_to = || Some(audience.clone());
    let mut caller = caller(&tried.last().unwrap().context);
    (caller.actor, caller.roles) = (audience.person, audience.roles.clone());
    let times = AskedTimes {
        cycle: None,
        at: caller.at,
        shown_to: shown_to(),
    };
    let mut told = vec![
        serde_json::to_string(&handle.clocks(&times).unwrap()).unwrap(),
        serde_json::to_string(&handle.check(&times)).unwrap(),
        serde_json::to_string(&handle.overview(&AskedOverview { shown_to: shown_to() }).unwrap()).unwrap(),
    ];
    let (at, candidates) = (caller.at, CandidateRules::default());
    let late = handle.overdue(&AskedMoment {
        at,
        shown_to: shown_to(),
    });
    told.push(serde_json::to_string(&late.unwrap()).unwrap());
    let moving = handle.reallocation(&AskedReallocation {
        candidates,
        shown_to: shown_to(),
    });
    told.push(serde_json::to_string(&moving.unwrap()).unwrap());
    let tasks = handle.tasks(&AskedTasks {
        cycle: None,
        caller: caller.clone(),
        shown_to: shown_to(),
    });
    told.push(serde_json::to_string(&tasks.unwrap()).unwrap());
    for cycle in handle.network().cycles.keys().copied() {
        let view = handle.view(&AskedView {
            cycle,
            shown_to: shown_to(),
        });
        let actions = handle.actions(&AskedActions {
            cycle,
            caller: caller.clone(),
            shown_to: shown_to(),
        });
        told.push(serde_json::to_string(&(view, actions.unwrap())).unwrap());
    }
    for sent in tried {
        let mut sent = sent.clone();
        sent.context.actor = audience.person;
        sent.context.roles.clone_from(&audience.roles);
        sent.context.command = CommandId::new(Uuid::max());
        let asked = AskedCommand {
            sent,
            shown_to: shown_to(),
        };
        told.push(serde_json::to_string(&handle.explain(&asked)).unwrap());
        if let Some(refused) = handle.decide(&asked).answer.refused {
            assert!(!refused.blockers.is_empty(), "a refusal stays a refusal");
            told.push(serde_json::to_string(&refused).unwrap());
        }
    }
    told.join("\n")
}

/// The story while its coaching runs, and the same without a word of it.
fn with_and_without_coaching() -> (Story, Handle, Handle) {
    let story = Story::named("other_children");
    let speaks = |sent: &Sent| matches!(&sent.command, Command::InCycle(it) if it.command.act().code().contains("coaching"));
    let begun = story.commands.iter().position(speaks).unwrap();
    let (mut with, mut without) = (story.open(), story.open());
    for (index, sent) in story.commands.iter().take(begun + 5).enumerate() {
        // Three commands about the coaching, one that ends it, and one about something else.
        if index != begun + 3 {
            with.apply(&asked(sent));
        }
        if index < begun || index > begun + 3 {
            without.apply(&asked(sent));
        }
    }
    assert_eq!(with.network().last_recorded(), without.network().last_recorded());
    assert!(
        with.network()
            .cycles
            .values()
            .any(|cycle| !cycle.coachings.is_empty())
    );
    assert!(
        without
            .network()
            .cycles
            .values()
            .all(|cycle| cycle.coachings.is_empty())
    );
    (story, with, without)
}

#[test]
fn coaching_is_shown_to_its_own_people_and_leaves_no_trace_for_others() {
    let (mut story, with, without) = with_and_without_coaching();
    // A fact is taken from whoever knows the coaching's id, which nobody outside can.
    let is_of_a_session =
        |sent: &Sent| matches!(&sent.command, Command::InCycle(it) if it.command.act() == Act::RecordSession);
    story.commands.retain(|sent| !is_of_a_session(sent));
    for roles in roles_of(&with) {
        let holds_coach = roles.contains(&role("coach"));
        let outsider = audience(0x77, &roles);
        let seen = shown(&with, &story.commands, &outsider);
        assert_eq!(seen.contains(COACHING), holds_coach, "{roles:?}");
        if !holds_coach {
            let unseen = shown(&without, &story.commands, &outsider);
            let differs = seen.lines().zip(unseen.lines()).find(|(one, other)| one != other);
            assert_eq!(differs, None, "{roles:?}");
        }
    }
    let coached = audience(COACHED, &[role("host_head")]);
    assert!(shown(&with, &story.commands, &coached).contains(COACHING));
}

/// Codes that tell of other schools' capacity, of rounds and plans, or of other cycles.
const OF_THE_NETWORK: &[&str] = &[
    "capacity_exceeded",
    "area_not_offered",
    "declared_below_held",
    "id_in_use",
    "cycle_open_already",
    "not_in_plan",
    "plan_not_proven",
    "round_still_open",
    "stream_moved_on",
    "recorded_backwards",
    "retained",
];

fn codes(refusal: &Refusal) -> BTreeSet<String> {
    let told = serde_json::to_value(refusal).unwrap();
    let told = told.as_array().unwrap().iter();
    told.map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_the_network_refuses_tells_nothing_of_other_schools() {
    let (mut told, mut seen_by_planners) = (0, BTreeSet::new());
    for story in stories() {
        let mut handle = story.open();
        for sent in &story.commands {
            let to = |roles: &[Role]| {
                let shown_to = Some(audience(0x77, roles));
                let asked = AskedCommand {
                    sent: sent.clone(),
                    shown_to,
                };
                handle.decide(&asked).answer.refused
            };
            let whole = handle.decide(&asked(sent)).answer.refused;
            let to_head = to(&[role("host_head")]);
            assert_eq!(whole.is_some(), to_head.is_some(), "a refusal stays a refusal");
            if let (Some(whole), Some(to_head)) = (whole, to_head) {
                let (whole, to_head) = (codes(&whole), codes(&to_head));
                let of_network = |code: &&String| OF_THE_NETWORK.contains(&code.as_str());
                assert_eq!(to_head.iter().find(of_network), None, "{to_head:?}");
                if whole.iter().any(|code| of_network(&code)) {
                    assert!(to_head.contains("withheld"), "{whole:?} became {to_head:?}");
                    told += 1;
                    seen_by_planners.extend(codes(&to(&[role("broker")]).unwrap()));
                }
            }
            handle.apply(&asked(sent));
        }
    }
    assert!(told > 4, "{told}");
    assert!(
        seen_by_planners.contains("capacity_exceeded"),
        "{seen_by_planners:?}"
    );
}

/// Machines that a head does not see under the protocol below.
pub(crate) const HIDDEN: &[&str] = &[
    "need",
    "deployment",
    "request",
    "review",
    "self_evaluation",
    "objective",
    "decision",
];

/// The default protocol with most machines shown to brokers only.
pub(crate) fn secretive() -> Opening {
    let mut protocol = serde_json::to_value(Preset::DEFAULT.protocol()).unwrap();
    for machine in HIDDEN {
        protocol["visibility"][machine] = json!(["broker"]);
    }
    let protocol = GivenProtocol::Json(protocol);
    Opening {
        protocol,
        also: vec![],
    }
}

#[test]
fn what_a_protocol_hides_is_hidden_in_every_answer() {
    let marks = HIDDEN.iter().map(|it| format!("\"machine\":\"{it}\""));
    let violations = [
        "consents_to_renew",
        "capacity_below_commitments",
        "visit_on_strike",
    ];
    let marks: Vec<_> = marks.chain(violations.map(str::to_owned)).collect();
    let found = |text: &str| marks.iter().any(|mark| text.contains(mark));
    let mut host_saw = BTreeSet::new();
    for name in ["deployment", "other_children", "year", "default"] {
        let story = Story::named(name);
        let mut handle = Handle::open(&secretive()).unwrap();
        for (index, sent) in story.commands.iter().enumerate() {
            let Command::InCycle(it) = &sent.command else {
                handle.apply(&asked(sent));
                continue;
            };
            let (cycle, about) = (it.cycle, it.command.child());
            let is_hidden = HIDDEN.contains(&about.machine().code());
            for roles in [["host_head"], ["releasing_employer"]] {
                let roles = roles.map(role);
                // A giver's own employer sees its ledger, and still not what is hidden in the cycle.
                let school = match &it.command {
                    CycleCommand::ProposeDeployment(it) => Some(it.giver),
                    _ => None,
                };
                let shown_to = Some(Audience {
                    school,
                    ..audience(0x77, &roles)
                });
                let to_them = AskedCommand {
                    sent: sent.clone(),
                    shown_to,
                };
                let answer = handle.decide(&to_them).answer;
                assert!(!found(&serde_json::to_string(&answer.effects).unwrap()));
                let whole = handle.decide(&asked(sent)).answer.effects;
                if found(&serde_json::to_string(&whole).unwrap()) {
                    host_saw.insert("effects");
                }
                let refused = answer.refused;
                if let Some(refused) = refused.filter(|_| is_hidden) {
                    assert_eq!(codes(&refused), BTreeSet::from(["withheld".to_owned()]));
                    host_saw.insert("refusals");
                }
            }
            handle.apply(&asked(sent));
            // A fact is what raises a violation.
            if index % 5 == 0 || it.command.act().kind() == Kind::Fact {
                let caller = Caller {
                    roles: vec![role("host_head"), role("adviser")],
                    ..caller(&sent.context)
                };
                let ask = |shown_to: Option<Audience>| {
                    let (caller, at) = (caller.clone(), sent.context.at);
                    let times = AskedTimes {
                        cycle: Some(cycle),
                        at,
                        shown_to: shown_to.clone(),
                    };
                    let tasks = AskedTasks {
                        cycle: Some(cycle),
                        caller: caller.clone(),
                        shown_to: shown_to.clone(),
                    };
                    let actions = AskedActions {
                        cycle,
                        caller,
                        shown_to,
                    };
                    [
                        (
                            "clocks",
                            serde_json::to_string(&handle.clocks(&times).unwrap()).unwrap(),
                        ),
                        ("check", serde_json::to_string(&handle.check(&times)).unwrap()),
                        (
                            "tasks",
                            serde_json::to_string(&handle.tasks(&tasks).unwrap()).unwrap(),
                        ),
                        (
                            "actions",
                            serde_json::to_string(&handle.actions(&actions).unwrap()).unwrap(),
                        ),
                    ]
                };
                for (kind, told) in ask(Some(audience(0x77, &[role("host_head")]))) {
                    assert!(!found(&told), "{kind}: {told}");
                }
                let seen = ask(None).into_iter().filter(|(_, told)| found(told));
                host_saw.extend(seen.map(|(kind, _)| kind));
            }
        }
    }
    assert_eq!(
        host_saw,
        BTreeSet::from(["actions", "check", "clocks", "effects", "refusals", "tasks"])
    );
}

#[test]
fn the_protocol_of_a_cycle_that_is_not_seen_is_not_told() {
    let story = Story::named("migration");
    let mut handle = story.open();
    let mut moved = 0;
    for sent in &story.commands {
        handle.apply(&asked(sent));
        let own = handle.network().rules().pin();
        for cycle in handle.network().cycles.keys().copied() {
            let pin = |shown_to| handle.view(&AskedView { cycle, shown_to }).protocol;
            moved += usize::from(pin(None) != *own);
            assert_eq!(pin(Some(audience(0x77, &[role("broker")]))), pin(None));
            assert_eq!(pin(Some(audience(0x77, &[]))), *own);
        }
    }
    assert!(moved > 0);
}
