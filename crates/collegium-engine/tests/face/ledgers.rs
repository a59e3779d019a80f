//! Who is shown ledgers, rounds and what stands in them.

use crate::{
    eyes::{audience, role},
    pack::{Story, asked},
};
use collegium_engine::{
    acts::Command,
    cycle::{cycle::Cycle, redact::Audience},
    face::request::{AskedCommand, AskedOverview, AskedTimes},
    ledger::FallenCapacity,
    violation::StandingViolation,
};
use collegium_model::{
    calendar::Term,
    id::{CommandId, SchoolId},
    quantity::{HalfDays, Units},
    uuid::Uuid,
};

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
    let members = network.opened().unwrap().members.len();
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

#[test]
fn what_stands_in_a_ledger_is_shown_to_whom_it_concerns() {
    let story = Story::named("deployment");
    let mut handle = story.open();
    for sent in &story.commands {
        handle.apply(&asked(sent));
        if handle
            .network()
            .ledgers
            .values()
            .any(|ledger| !ledger.holds.is_empty())
        {
            break;
        }
    }
    let held = handle
        .network()
        .ledgers
        .iter()
        .find(|(_, ledger)| !ledger.holds.is_empty());
    let giver = *held.unwrap().0;
    let mut fall = story.commands[0].clone();
    fall.context.command = CommandId::new(Uuid::max());
    fall.context.at = handle.network().last_recorded().unwrap();
    fall.context.recorded = fall.context.at;
    fall.command = Command::ReportCapacityFall(FallenCapacity {
        term: None,
        school: giver,
        at_once: Units(0),
        per_term: HalfDays(0),
    });
    handle.apply(&asked(&fall));
    let standing = |shown_to: Option<Audience>| {
        let (cycle, at) = (None, fall.context.at);
        handle.check(&AskedTimes { cycle, at, shown_to }).network
    };
    let seen_by = |name: &str, school: Option<SchoolId>| {
        standing(Some(Audience {
            school,
            ..audience(0x77, &[role(name)])
        }))
    };
    let terms = handle.network().opened().unwrap().calendar.terms();
    let term = terms.iter().find(|term| fall.context.at.date() <= term.to);
    let term = term.map(Term::named);
    let violations = vec![StandingViolation::CapacityBelowCommitments { giver, term }];
    assert_eq!(standing(None), violations);
    assert_eq!(seen_by("broker", None), violations);
    assert_eq!(seen_by("releasing_employer", Some(giver)), violations);
    assert_eq!(seen_by("releasing_employer", None), []);
    assert_eq!(seen_by("host_head", Some(giver)), []);
}
