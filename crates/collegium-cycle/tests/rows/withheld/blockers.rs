//! Reasons for a refusal, as each audience is told them.

use super::*;
use collegium_cycle::{
    acts::Command,
    child::Child,
    deployment::Declined,
    protocol::diff::Unfit,
    refusal::{Blocked, Blocker, Refusal},
};
use collegium_model::code::{Roles, RuleId};

fn blocked(blocker: Blocker) -> Blocked {
    let liftable_by = [role("broker")].into();
    Blocked { blocker, liftable_by }
}

fn withheld() -> Blocked {
    Blocked {
        blocker: Blocker::Withheld,
        liftable_by: Roles::default(),
    }
}

/// What a governor and the broker are told of blockers about the cycle.
fn told(story: &Story, blockers: &[Blocker]) -> [Vec<Blocked>; 2] {
    ["governor", "broker"].map(|name| {
        let audience = audience(&[name]);
        let view = audience.view(&story.cycle, &story.rules);
        let blockers = blockers.iter().cloned().map(blocked).collect();
        view.refusal(Child::Cycle, Refusal { blockers }).blockers
    })
}

#[test]
fn a_blocker_about_what_they_do_not_see_is_withheld_and_told_to_those_who_do() {
    use Machine as M;
    let (need_id, giver, person, school) = (need(1), giver(1), person(7), school(300));
    let request = Child::Request(of_request(1).request);
    let deadline = RuleId::new("visit_record").unwrap();
    let coordinator = person;
    for (machine, blocker) in [
        (M::Need, Blocker::Unknown { child: of_need(1) }),
        (M::Need, Blocker::ExistsAlready { child: of_need(1) }),
        (
            M::Deployment,
            Blocker::WrongPhase {
                child: of_deployment(1),
                now: "proposed",
                needed: vec!["agreed"],
            },
        ),
        (
            M::Request,
            Blocker::DeadlineUnknown {
                deadline,
                child: request,
            },
        ),
        (M::Need, Blocker::NeedNotAwaitingMatch { need: need_id }),
        (M::Need, Blocker::UnitsMet { need: need_id }),
        (M::Need, Blocker::NotMonitored { need: need_id }),
        (M::Deployment, Blocker::GiverTried { giver }),
        (
            M::Deployment,
            Blocker::GiverFallen {
                giver,
                still: 0,
                live: 1,
            },
        ),
        (M::Deployment, Blocker::OtherCoordinator { coordinator }),
        (M::Request, Blocker::ConflictNotCleared { asked: 2, clear: 1 }),
        (M::Request, Blocker::TooManyRequests { open: 2, most: 2 }),
        (M::Review, Blocker::TooManyVisits { made: 2, most: 2 }),
        (
            M::Review,
            Blocker::TooManyVisitsEach {
                person,
                made: 2,
                most: 2,
            },
        ),
        (M::Concern, Blocker::Interested { person, school }),
        (
            M::Need,
            Blocker::StillOpen {
                children: vec![of_need(1)],
            },
        ),
        (
            M::Deployment,
            Blocker::RestedUpon {
                children: vec![of_deployment(1)],
            },
        ),
        (
            M::Enquiry,
            Blocker::EnquiryUnanswered {
                enquiries: vec![Child::Enquiry(enquiry(1))],
            },
        ),
        (
            M::Need,
            Blocker::MigrationUnfit {
                unfit: vec![Unfit::Stuck(of_need(1))],
            },
        ),
    ] {
        let [governor, broker] = told(&eventful(&[machine]), std::slice::from_ref(&blocker));
        assert_eq!(governor, [withheld()], "{}", blocker.code());
        assert_eq!(broker, [blocked(blocker)]);
    }
}

#[test]
fn of_a_list_they_are_told_what_they_see() {
    let story = eventful(&[Machine::Deployment, Machine::Enquiry]);
    let children = || vec![of_need(1), of_deployment(1), Child::Enquiry(enquiry(1))];
    let seen = || vec![of_need(1)];
    let unfit = || {
        vec![
            Unfit::Stuck(of_deployment(1)),
            Unfit::PhaseLeftOut(of_need(1)),
            Unfit::OtherSize(of_deployment(2)),
            Unfit::NotAskedFor(Child::Enquiry(enquiry(1))),
            Unfit::CodeUnknown("strong".to_owned()),
        ]
    };
    let seen_unfit = vec![
        Unfit::PhaseLeftOut(of_need(1)),
        Unfit::CodeUnknown("strong".to_owned()),
    ];
    for (whole, part) in [
        (
            Blocker::StillOpen { children: children() },
            Blocker::StillOpen { children: seen() },
        ),
        (
            Blocker::RestedUpon { children: children() },
            Blocker::RestedUpon { children: seen() },
        ),
        (
            Blocker::EnquiryUnanswered {
                enquiries: children(),
            },
            Blocker::EnquiryUnanswered { enquiries: seen() },
        ),
        (
            Blocker::MigrationUnfit { unfit: unfit() },
            Blocker::MigrationUnfit { unfit: seen_unfit },
        ),
    ] {
        let [governor, broker] = told(&story, std::slice::from_ref(&whole));
        assert_eq!(governor, [blocked(part)]);
        assert_eq!(broker, [blocked(whole)]);
    }
}

#[test]
fn how_much_is_withheld_is_not_told_and_what_is_told_is_told_as_often_as_before() {
    let story = eventful(&[Machine::Need]);
    let unknown = |number| Blocker::Unknown {
        child: of_need(number),
    };
    let role_missing = Blocker::ReasonMissing;
    let all = [unknown(1), role_missing.clone(), unknown(2), role_missing.clone()];
    let [governor, broker] = told(&story, &all);
    let reason = || blocked(role_missing.clone());
    assert_eq!(governor, [withheld(), reason(), reason()]);
    assert_eq!(broker, all.map(blocked));
}

#[test]
fn a_refusal_about_what_they_do_not_see_says_the_same_whether_it_exists_or_not() {
    let story = eventful(&[Machine::Need]);
    let refusal = |who: &Audience, number| {
        let view = who.view(&story.cycle, &story.rules);
        let blockers = vec![blocked(Blocker::NoUnits), blocked(Blocker::ReasonMissing)];
        view.refusal(of_need(number), Refusal { blockers }).blockers
    };
    for number in [1, 99] {
        assert_eq!(refusal(&audience(&["governor"]), number), [withheld()]);
        assert_eq!(refusal(&audience(&["broker"]), number).len(), 2);
    }
}

fn proposed_and_declined() -> Story {
    let mut story = opened();
    diagnosed(&mut story, 1, 2);
    cleared(&mut story, proposal(1, 1));
    cleared(&mut story, proposal(2, 1));
    story.does("host_head", consent(1, "host_head"));
    story.does("host_head", consent(2, "host_head"));
    let (deployment, by) = (deployment(1), role("releasing_employer"));
    let decline = Command::DeclineDeployment(Declined { deployment, by });
    story.does_because("releasing_employer", "workload", decline);
    story
}

#[test]
fn who_declined_and_who_had_consented_is_withheld_from_those_whom_it_does_not_concern() {
    let story = proposed_and_declined();
    let (role_of, person) = (role("host_head"), person(7));
    let roles = || Roles::from([role_of.clone()]);
    for blocker in [
        Blocker::ConsentMissing { roles: roles() },
        Blocker::ConsentNotDue {
            role: role_of.clone(),
        },
        Blocker::ConsentTwice { person },
    ] {
        for (name, number, shown) in [
            ("governor", 1, false),
            ("host_head", 1, false),
            ("releasing_employer", 1, true),
            ("broker", 1, true),
            ("governor", 2, true),
        ] {
            let who = audience(&[name]);
            let view = who.view(&story.cycle, &story.rules);
            let blockers = vec![blocked(blocker.clone())];
            let told = view.refusal(of_deployment(number), Refusal { blockers }).blockers;
            let expected = if shown {
                blocked(blocker.clone())
            } else {
                withheld()
            };
            assert_eq!(told, [expected], "{name} of {number}");
        }
    }
    let consents = |name, number| {
        let who = audience(&[name]);
        let shown = who.view(&story.cycle, &story.rules).cycle();
        shown.deployments[&deployment(number)].consents.len()
    };
    assert_eq!((consents("governor", 1), consents("governor", 2)), (0, 1));
    assert_eq!((consents("broker", 1), consents("broker", 2)), (1, 1));
}
