//! State, actions, clocks, todos and violations, as each audience sees them.

use super::*;
use collegium_cycle::{
    actions::Action,
    acts::{Act, Command},
    challenge::RaisedChallenge,
    child::Child,
    cycle::Extended,
    decision::Outcome,
    facts::{Interest, Post, SchoolRecord},
    kit::Who,
    monitoring::{Channel, Rating},
    refusal::Blocker,
    todo::{Todo, What},
    violation::Violation,
};
use collegium_model::{
    code::Roles,
    code::RuleId,
    id::{ChallengeId, DecisionId},
    quantity::Units,
};

#[test]
fn the_state_is_shown_without_what_they_do_not_see_nor_what_points_there() {
    let mut story = eventful(&[Machine::Deployment]);
    let more = |of, deadline, until| {
        let deadline = RuleId::new(deadline).unwrap();
        let until = day(until);
        Command::ExtendDeadline(Extended { of, deadline, until })
    };
    let request = Child::Request(of_request(1).request);
    story.does_because("broker", "illness", more(request, "visit_record", "2026-10-30"));
    let (person, school) = (person(7), school(300));
    story.does("governor", Command::DeclareInterest(Interest { person, school }));
    let shown = |story: &Story, name| {
        let who = audience(&[name]);
        who.view(&story.cycle, &story.rules).cycle()
    };
    assert_eq!(shown(&story, "broker"), story.cycle);
    let governor = shown(&story, "governor");
    assert!(governor.deployments.is_empty());
    assert_eq!(governor.needs, story.cycle.needs);
    assert!(governor.requests.values().all(|it| it.deployment.is_none()));
    assert!(governor.school_record.interests.is_empty());
    let given = |cycle: &collegium_cycle::cycle::Cycle| {
        let opened = cycle.opened.as_ref().unwrap();
        opened.extensions.len()
    };
    assert_eq!(given(&governor), 1, "time that was given for what they see");
    let mut hidden = story.clone();
    let mut protocol = story.rules.protocol().clone();
    hiding(&[Machine::Request])(&mut protocol);
    hidden.rules = collegium_cycle::rules::Rules::compile(protocol).unwrap();
    assert_eq!(given(&shown(&hidden, "governor")), 0);
}

#[test]
fn a_cycle_that_they_do_not_see_looks_like_one_that_was_never_opened() {
    let story = eventful(&[Machine::Cycle]);
    let who = audience(&["governor"]);
    let shown = who.view(&story.cycle, &story.rules).cycle();
    assert_eq!(shown.opened, None);
    assert_eq!(shown.school_record, SchoolRecord::default());
    assert_eq!(shown.needs, story.cycle.needs);
}

#[test]
fn actions_clocks_and_todos_are_about_what_they_see() {
    let mut story = eventful(&[Machine::Deployment, Machine::Request]);
    let (challenge, need) = (id(ChallengeId::new, 1), None);
    story.does(
        "adviser",
        Command::RaiseChallenge(RaisedChallenge { challenge, need }),
    );
    // Coaching is hidden from whoever is no coach.
    let hidden = |machine| {
        matches!(
            machine,
            Machine::Deployment | Machine::Request | Machine::Coaching
        )
    };
    let who = Who::in_role("governor");
    let context = story.context(&who);
    let (cycle, rules) = (&story.cycle, &story.rules);
    let actions = cycle.actions(&context, rules);
    let clocks = cycle.clocks(story.now, &story.calendar, rules);
    assert!(clocks.iter().any(|clock| hidden(clock.child.machine())));
    let [governor, broker] = ["governor", "broker"].map(|name| audience(&[name]));
    let view = governor.view(cycle, rules);
    let shown = view.actions(actions.clone());
    let of_kind = |action: &Action| action.child.map_or(action.act.machine(), Child::machine);
    assert!(actions.iter().any(|it| hidden(of_kind(it)) && it.child.is_none()));
    let kept: Vec<_> = actions.iter().filter(|it| !hidden(of_kind(it))).collect();
    assert_eq!(shown.len(), kept.len());
    let close = |actions: &[Action]| {
        let action = actions.iter().find(|it| it.act == Act::CloseCycle).unwrap();
        let children = action.blockers.iter().find_map(|it| match &it.blocker {
            Blocker::StillOpen { children } => Some(children.clone()),
            _ => None,
        });
        children.unwrap()
    };
    assert!(close(&actions).iter().any(|child| hidden(child.machine())));
    assert!(!close(&shown).iter().any(|child| hidden(child.machine())));
    let kept: Vec<_> = clocks
        .iter()
        .filter(|it| !hidden(it.child.machine()))
        .cloned()
        .collect();
    assert!(!kept.is_empty());
    assert_eq!(view.clocks(clocks.clone()), kept);
    let todo = |child| Todo {
        child,
        what: What::Act(Act::CloseNeed),
        due: None,
        overdue: false,
    };
    let todos = vec![todo(of_need(1)), todo(of_deployment(1))];
    assert_eq!(view.todos(todos.clone()), todos[..1]);
    assert_eq!(broker.view(cycle, rules).todos(todos.clone()), todos);
}

#[test]
fn violations_and_todos_of_them_are_about_what_they_see() {
    let roles = || Roles::from([role("host_head")]);
    let (one, day) = (deployment(1), day(VISIT));
    let of_help = [
        Violation::ConsentsToRenew {
            deployment: one,
            roles: roles(),
        },
        Violation::AgreedWithoutConsent {
            deployment: one,
            roles: roles(),
        },
        Violation::CapacityBelowCommitments {
            giver: giver(1),
            still: Units(0),
            live: 1,
        },
    ];
    let of_visits = [Violation::VisitOnStrike {
        review: review(1),
        day,
    }];
    let of_the_school = [
        Violation::LeadershipGap {
            post: Post::Head,
            since: day,
        },
        Violation::SchoolGone { since: day },
    ];
    let all: Vec<_> = [&of_help[..], &of_visits, &of_the_school].concat();
    let told = |machine: &[Machine], name: &str| {
        let story = eventful(machine);
        let who = audience(&[name]);
        let view = who.view(&story.cycle, &story.rules);
        let todo = |violation: &Violation| Todo {
            child: Child::Cycle,
            what: What::Settle(violation.clone()),
            due: None,
            overdue: false,
        };
        let shown = view.violations(all.clone());
        if machine != [Machine::Cycle] {
            let settled = view.todos(all.iter().map(todo).collect());
            assert_eq!(settled, shown.iter().map(todo).collect::<Vec<_>>());
        }
        shown
    };
    assert_eq!(told(&[], "governor"), all);
    assert_eq!(told(&[Machine::Deployment], "broker"), all);
    assert_eq!(
        told(&[Machine::Deployment], "governor"),
        [&of_visits[..], &of_the_school].concat()
    );
    assert_eq!(
        told(&[Machine::Review], "governor"),
        [&of_help[..], &of_the_school].concat()
    );
    assert_eq!(
        told(&[Machine::Cycle], "governor"),
        [&of_help[..2], &of_visits].concat()
    );

    let story = eventful(&[Machine::Deployment]);
    let who = audience(&["governor"]);
    let view = who.view(&story.cycle, &story.rules);
    let open = |children| vec![Violation::ClosedButOpen { children }];
    assert_eq!(
        view.violations(open(vec![of_need(1), of_deployment(1)])),
        open(vec![of_need(1)])
    );
    assert_eq!(view.violations(open(vec![of_deployment(1)])), []);
}

#[test]
fn what_is_about_a_need_is_seen_by_those_who_see_needs() {
    let mut story = eventful(&[Machine::Need]);
    diagnosed(&mut story, 3, 1);
    at_work(&mut story, proposal(3, 3));
    let today = story.now.date();
    story.does("adviser", observe(3, Channel::DataCheck, today, Rating::Red));
    story.does("adviser", recommend(1, 3, Outcome::Taper));
    let sees = |name: &str, child| {
        let who = audience(&[name]);
        who.view(&story.cycle, &story.rules).sees(child)
    };
    let decision = Child::Decision(id(DecisionId::new, 1));
    let about_it = [of_need(1), of_deployment(1), Child::Enquiry(enquiry(1)), decision];
    assert!(about_it.iter().all(|child| sees("broker", *child)));
    assert!(!about_it.iter().any(|child| sees("governor", *child)));
    assert!(
        sees("governor", Child::Review(review(1))),
        "no need is named there"
    );
    let who = audience(&[]);
    assert!(!who.view(&story.cycle, &story.rules).sees(Child::Cycle));
}
