//! What stands although it should not: shown from its day on until somebody sets it right, with what they can
//! do; and what no history that the engine made can show.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    cycle::CyclePhase,
    deployment::Proposal,
    facts::{CapacityFall, Closure, Conversion, Merger, Post, Strike},
    kit::{Story, Who},
    violation::Violation,
};
use collegium_model::{code::Roles, quantity::Units, urn::Urn};

/// What stands on a day.
fn on(story: &Story, date: &str) -> Vec<Violation> {
    story.cycle.check(day(date), &story.rules)
}

fn strike(from: &str, to: &str) -> Command {
    let (from, to) = (day(from), day(to));
    Command::ReportStrike(Strike { from, to })
}

#[test]
fn a_visit_on_a_day_of_strike_is_shown_until_it_is_made_or_called_off() {
    let mut scheduled = opened();
    evaluated(&mut scheduled);
    teamed(&mut scheduled, 1, 10);
    scheduled.does("broker", schedule(1, VISIT));
    for (from, to, shown) in [
        ("2026-09-14", "2026-09-15", false),
        ("2026-09-15", "2026-09-16", true),
        ("2026-09-16", "2026-09-17", true),
        ("2026-09-17", "2026-09-18", false),
    ] {
        let mut story = scheduled.clone();
        story.does("governor", strike("2026-10-05", "2026-10-06"));
        assert_eq!(on(&story, VISIT), []);
        story.does("governor", strike(from, to));
        let (review, day) = (review(1), day(VISIT));
        let expected = shown.then_some(Violation::VisitOnStrike { review, day });
        assert_eq!(on(&story, VISIT), Vec::from_iter(expected), "{from} to {to}");
        let mut called_off = story.clone();
        called_off.does_because("broker", "strike", Command::CancelReview(of_review(1)));
        assert_eq!(on(&called_off, VISIT), []);
        story.on(day);
        story.does("lead_reviewer", Command::BeginReview(of_review(1)));
        assert_eq!(on(&story, VISIT), [], "it took place");
    }
}

#[test]
fn a_school_that_is_gone_is_shown_from_its_day_while_its_cycle_goes_on() {
    let since = day("2026-10-05");
    let into = school(300);
    for report in [
        Command::ReportClosure(Closure { on: since }),
        Command::ReportMerger(Merger { into, on: since }),
    ] {
        let mut story = opened();
        story.does("governor", report.clone());
        assert_eq!(on(&story, "2026-10-04"), []);
        assert_eq!(on(&story, "2026-10-05"), [Violation::SchoolGone { since }]);
        assert_eq!(on(&story, "2026-10-06"), [Violation::SchoolGone { since }]);
        story.does("broker", close());
        assert_eq!(on(&story, "2026-10-06"), []);
        let mut never_opened = standard();
        never_opened.does("governor", report);
        assert_eq!(on(&never_opened, "2026-10-06"), []);
    }
}

#[test]
fn a2_a_fall_below_what_a_giver_lends_here_is_shown_until_it_lends_no_more_than_it_can() {
    let mut story = opened();
    for number in [1, 2, 3] {
        diagnosed(&mut story, number, 1);
    }
    let of_one_giver = |number| {
        let giver = giver(1);
        Command::ProposeDeployment(Proposal {
            giver,
            ..proposal(number, number)
        })
    };
    story.does("broker", of_one_giver(1));
    story.does("broker", of_one_giver(2));
    story.does("broker", propose(3, 3));
    let fall = |still| {
        let (giver, still) = (giver(1), Units(still));
        Command::ReportCapacityFall(CapacityFall { giver, still })
    };
    story.does("governor", fall(2));
    assert_eq!(on(&story, VISIT), []);
    story.does("governor", fall(1));
    let (giver, still, live) = (giver(1), Units(1), 2);
    let overdrawn = Violation::CapacityBelowCommitments { giver, still, live };
    assert_eq!(on(&story, VISIT), [overdrawn]);
    let withdraw = Command::WithdrawDeployment(with_deployment(1));
    story.does_because("broker", "other_giver", withdraw);
    assert_eq!(on(&story, VISIT), []);
}

/// A second deployment, agreed, beside one at work and one that is only cleared.
fn three_kinds_of_help() -> Story {
    let mut story = opened();
    diagnosed(&mut story, 1, 3);
    at_work(&mut story, proposal(1, 1));
    consented(&mut story, proposal(2, 1));
    let from_today = agreement(&story);
    story.does("broker", agree(2, from_today));
    consented(&mut story, proposal(3, 1));
    story
}

#[test]
fn consents_are_asked_again_for_what_was_agreed_before_the_school_converted() {
    let mut story = three_kinds_of_help();
    assert_eq!(on(&story, VISIT), []);
    let urn = |number| Urn::new(number).unwrap();
    let (from, to) = (urn(900_001), urn(900_002));
    let conversion = Conversion {
        from,
        to,
        on: day(VISIT),
    };
    story.does("governor", Command::ReportConversion(conversion));
    let roles = story.rules.consents().clone();
    let to_renew = |number, roles| Violation::ConsentsToRenew {
        deployment: deployment(number),
        roles,
    };
    assert_eq!(
        on(&story, VISIT),
        [to_renew(1, roles.clone()), to_renew(2, roles.clone())],
        "what is not agreed yet waits for its consents anyway"
    );
    story.now += collegium_model::chrono::TimeDelta::minutes(1);
    consent_all(&mut story, 1);
    story.does("host_head", consent(2, "host_head"));
    let rest = roles
        .iter()
        .filter(|it| **it != role("host_head"))
        .cloned()
        .collect();
    assert_eq!(on(&story, VISIT), [to_renew(2, rest)]);
}

#[test]
fn a_log_that_could_not_have_happened_is_told_by_what_is_broken_in_it() {
    let mut story = three_kinds_of_help();
    let missing = role("commissioner");
    for number in [2, 3] {
        let help = story.cycle.deployments.get_mut(&deployment(number)).unwrap();
        help.consents.retain(|it| it.by != missing);
    }
    let broken = Violation::AgreedWithoutConsent {
        deployment: deployment(2),
        roles: [missing].into(),
    };
    assert_eq!(on(&story, VISIT), [broken]);

    let mut story = helped();
    story.cycle.opened.as_mut().unwrap().phase = CyclePhase::Closed;
    let children = vec![of_need(1), of_deployment(1)];
    assert_eq!(on(&story, VISIT), [Violation::ClosedButOpen { children }]);
}

#[test]
fn what_a_fact_raised_can_be_set_right_and_says_how() {
    let day = day(VISIT);
    let roles = || Roles::from([role("host_head")]);
    let of_help = deployment(1);
    let standing = [
        (
            Violation::LeadershipGap {
                post: Post::Head,
                since: day,
            },
            Act::ReportVacancy,
            "appoint",
        ),
        (
            Violation::ConsentsToRenew {
                deployment: of_help,
                roles: roles(),
            },
            Act::ReportConversion,
            "ask",
        ),
        (
            Violation::CapacityBelowCommitments {
                giver: giver(1),
                still: Units(0),
                live: 1,
            },
            Act::ReportCapacityFall,
            "end or move",
        ),
        (
            Violation::VisitOnStrike {
                review: review(1),
                day,
            },
            Act::ReportStrike,
            "cancel",
        ),
        (
            Violation::SchoolGone { since: day },
            Act::ReportClosure,
            "end what is open",
        ),
    ];
    for (violation, act, help) in standing {
        assert_eq!(violation.raised_by(), Some(act));
        assert!(
            violation.is_standing() && violation.help().starts_with(help),
            "{violation}"
        );
    }
    for broken in [
        Violation::ClosedButOpen { children: Vec::new() },
        Violation::AgreedWithoutConsent {
            deployment: of_help,
            roles: roles(),
        },
    ] {
        assert_eq!(broken.raised_by(), None);
        assert!(!broken.is_standing() && broken.help().starts_with("check the log"));
    }
}

#[test]
fn a_vacancy_is_shown_from_its_first_day() {
    let mut story = opened();
    let since = day("2026-10-05");
    let vacancy = collegium_cycle::facts::Vacancy {
        post: Post::Head,
        since,
    };
    story.does("governor", Command::ReportVacancy(vacancy));
    assert_eq!(on(&story, "2026-10-04"), []);
    let gap = Violation::LeadershipGap {
        post: Post::Head,
        since,
    };
    assert_eq!(on(&story, "2026-10-05"), std::slice::from_ref(&gap));
    assert_eq!(
        gap.to_string(),
        "the post of head has been vacant since 2026-10-05 and is uncovered"
    );
    let body = Who::in_role("responsible_body");
    let desk = |story: &Story| {
        let todos = story.cycle.todos(&story.context(&body), &story.rules);
        todos
            .iter()
            .filter(|todo| matches!(todo.what, collegium_cycle::todo::What::Settle(_)))
            .count()
    };
    assert_eq!(desk(&story), 0, "not today's work");
    story.on(since);
    assert_eq!(desk(&story), 1);
}
