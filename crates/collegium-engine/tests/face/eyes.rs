//! Who is shown what. Everything that the face answers is asked for an audience, and looked through.

use crate::{
    pack::{Story, asked, stories},
    promises::caller,
};
use collegium_engine::{
    apply::Sent,
    command::Command,
    cycle::{acts::Act, cycle::Cycle, redact::Audience},
    face::{
        Handle,
        request::{AskedActions, AskedCommand, AskedOverview, AskedTasks, AskedTimes, AskedView},
    },
    refusal::Refusal,
};
use collegium_model::{
    code::Role,
    id::{PersonId, SchoolId},
    uuid::Uuid,
};
use std::collections::BTreeSet;

/// The coaching of the story, and those in it.
const COACHING: &str = "00000000-0000-0000-0000-000000005005";
const COACHED: u128 = 0x3e;

fn role(name: &str) -> Role {
    Role::new(name).unwrap()
}

fn audience(person: u128, roles: &[Role]) -> Audience {
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
        sent.context.command = collegium_model::id::CommandId::new(Uuid::max());
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

#[test]
fn ledgers_rounds_and_cycles_are_shown_to_whom_they_concern() {
    let handle = Story::named("year").told();
    let network = handle.network();
    let giver = *network.ledgers.keys().next().unwrap();
    let seen = |roles: &[&str], school: Option<SchoolId>| {
        let roles: Vec<_> = roles.iter().map(|it| role(it)).collect();
        let shown_to = Some(Audience {
            school,
            ..audience(0x77, &roles)
        });
        let it = handle.overview(&AskedOverview { shown_to }).unwrap();
        let givers: Vec<_> = it.ledgers.iter().map(|ledger| ledger.giver).collect();
        (givers, it.rounds.len(), it.cycles.len(), it.members.len())
    };
    let members = network.opened.as_ref().unwrap().members.len();
    let all: Vec<_> = network.ledgers.keys().copied().collect();
    assert!(all.len() > 1 && !network.rounds.is_empty() && network.cycles.len() > 1);
    let whole = (all, network.rounds.len(), network.cycles.len(), members);
    assert_eq!(seen(&["broker"], None), whole);
    assert_eq!(seen(&["host_head"], None), (vec![], 0, 0, members));
    assert_eq!(seen(&["releasing_employer"], Some(giver)).0, [giver]);
    assert_eq!(seen(&["host_head"], Some(giver)).0, []);
    let school = network.cycles.values().find_map(Cycle::school);
    assert_eq!(seen(&["host_head"], school).2, 1);
    assert_eq!(seen(&[], school), (vec![], 0, 0, 0));
    assert_eq!(seen(&["stranger"], None), (vec![], 0, 0, 0));
}

#[test]
fn an_answer_about_what_is_accepted_shows_no_ledger_to_a_head() {
    let story = Story::named("deployment");
    let mut handle = story.open();
    let (mut to_head, mut to_broker) = (0, 0);
    for sent in &story.commands {
        let events = |name: &str| {
            let shown_to = Some(audience(0x77, &[role(name)]));
            let asked = AskedCommand {
                sent: sent.clone(),
                shown_to,
            };
            let events = handle.decide(&asked).answer.events.unwrap_or_default();
            events
                .iter()
                .filter(|it| it.stream.starts_with("ledger/"))
                .count()
        };
        to_head += events("host_head");
        to_broker += events("broker");
        handle.apply(&asked(sent));
    }
    assert_eq!(to_head, 0);
    assert!(to_broker > 2, "{to_broker}");
}
