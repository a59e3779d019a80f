//! Coaching is theirs who are in it.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::{Child, Machine},
    coaching::{ContractedCoaching, HeldSession},
    kit::{Story, Who},
    protocol::{Protocol, check::FaultKind},
    rules::Rules,
};
use collegium_model::id::CoachingId;

const COACHING: Child = Child::Coaching(CoachingId::new(collegium_model::uuid::Uuid::from_u128(1)));

/// A cycle with coaching in it, and the same without.
fn with_and_without() -> (Story, Story) {
    let mut story = opened();
    let without = story.clone();
    let coaching = id(CoachingId::new, 1);
    let (coach, coached) = (person(61), person(62));
    let contract = ContractedCoaching {
        coaching,
        coach,
        coached,
    };
    story.does("coach", Command::ContractCoaching(contract));
    (story, without)
}

#[test]
fn g1_no_role_that_reviews_can_be_let_see_coaching() {
    let reviewing = ["broker", "lead_reviewer"];
    let all: Vec<_> = Protocol::standard().roles.into_keys().collect();
    for role in all {
        let mut protocol = Protocol::standard();
        protocol
            .visibility
            .insert(Machine::Coaching, [role.clone()].into());
        let compiled = Rules::compile(protocol);
        if reviewing.contains(&role.as_str()) {
            let faults = compiled.unwrap_err().faults;
            let found: Vec<_> = faults.iter().map(|it| (it.place.as_str(), &it.kind)).collect();
            assert_eq!(
                found,
                [("visibility.coaching", &FaultKind::CoachingOpen)],
                "{role}"
            );
        } else {
            assert!(compiled.is_ok(), "{role}");
        }
    }
}

#[test]
fn g1_a_protocol_that_does_not_say_who_sees_coaching_has_none() {
    let mut protocol = Protocol::standard();
    protocol.visibility.clear();
    assert_eq!(Rules::compile(protocol.clone()).unwrap_err().faults.len(), 1);
    for act in [Act::ContractCoaching, Act::CloseCoaching] {
        protocol.steps.remove(&act);
    }
    assert!(Rules::compile(protocol).is_ok());
}

/// Todos show nothing of coaching to roles outside of it. Actions do: a session is a fact, and a fact is
/// anybody's to report, so a list of actions goes to nobody's screen before `redact` has taken out what they
/// do not see. This pins how much there is to take out, and no more.
#[test]
fn g1_what_waits_for_somebody_shows_no_coaching_and_what_they_could_do_shows_it_by_itself() {
    let (with, without) = with_and_without();
    for role in with
        .rules
        .protocol()
        .roles
        .keys()
        .filter(|role| role.as_str() != "coach")
    {
        let who = Who::in_role(role.as_str());
        let todos = |story: &Story| story.cycle.todos(&story.context(&who), &story.rules);
        assert_eq!(todos(&with), todos(&without), "desk of a {role}");
        let actions = |story: &Story| story.cycle.actions(&story.context(&who), &story.rules);
        let (shows, rest): (Vec<_>, Vec<_>) = actions(&with)
            .into_iter()
            .partition(|it| it.child == Some(COACHING));
        assert_eq!(rest, actions(&without), "actions of a {role}");
        let shows: Vec<_> = shows.iter().map(|it| (it.act, it.is_allowed())).collect();
        assert_eq!(shows, [(Act::RecordSession, true), (Act::CloseCoaching, false)]);
    }
    assert!(with.can(&Who::in_role("coach"), Act::CloseCoaching, Some(COACHING)));
}

#[test]
fn g1_coaching_ends_with_the_cycle_and_stands_in_nobodys_way() {
    let (mut with, mut without) = with_and_without();
    without.when(&Who::in_role("broker"), close()).then_accepted();
    with.does("broker", close());
    with.then_stands(COACHING, "closed");
}

#[test]
fn g1_a_session_leaves_its_day_and_nothing_else() {
    let (mut story, _) = with_and_without();
    let (coaching, on) = (id(CoachingId::new, 1), day(FIRST_DAY));
    let session = Command::RecordSession(HeldSession { coaching, on });
    let kept = serde_keys(&session);
    story.does("coach", session);
    assert_eq!(kept, ["coaching", "on"]);
    assert_eq!(story.cycle.coachings[&coaching].sessions, [on]);
    let noted = collegium_cycle::serde_json::json!({"coaching": coaching, "on": on, "said": "…"});
    assert!(
        Command::read("record_session", &noted).is_err(),
        "a note would be lost, so it is refused"
    );
}

fn serde_keys(command: &Command) -> Vec<String> {
    let json = collegium_cycle::serde_json::to_value(command).unwrap();
    json["data"].as_object().unwrap().keys().cloned().collect()
}
