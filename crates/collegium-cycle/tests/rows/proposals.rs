//! Who may help, by whose leave and from when: each guard of a deployment with a case on either side.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    decision::Outcome,
    deployment::{Agreement, CheckedExpectation, Proposal, RecordedContact, Stakeholder},
    facts::{CapacityFall, Interest, Post, Vacancy},
    kit::{Story, Who},
    monitoring::{Channel, Rating},
    protocol::Guard,
    refusal::Blocker,
    request::RequestKind,
};
use collegium_model::{
    quantity::{HalfDays, Units},
    support::SupportKind,
};

/// A need that waits for as many givers.
fn waiting(units: u16) -> Story {
    let mut story = opened();
    diagnosed(&mut story, 1, units);
    story
}

fn leader(number: u128, kind: SupportKind) -> Proposal {
    let half_days = HalfDays(match kind {
        SupportKind::ExecutiveLeader => 52,
        SupportKind::SubstantiveHead => 130,
        _ => 10,
    });
    let (leads, post_covered) = (Some(3), Some(true));
    Proposal {
        kind,
        half_days,
        leads,
        post_covered,
        ..proposal(number, 1)
    }
}

#[test]
fn givers_are_proposed_until_as_many_are_live_as_the_need_asks_for() {
    let mut story = waiting(2);
    story.does("broker", propose(1, 1));
    story.does("broker", propose(2, 1));
    story.refuses_role("broker", propose(3, 1), &[("units_met", &["commissioner"])]);
    let of = Command::WithdrawDeployment(with_deployment(2));
    story.does_because("broker", "other_giver", of);
    story.does("broker", propose(3, 1));
}

#[test]
fn one_giver_more_is_proposed_beside_help_that_is_watched_and_none_after_it() {
    let mut story = waiting(2);
    at_work(&mut story, proposal(1, 1));
    let today = story.now.date();
    story.does("adviser", observe(1, Channel::DataCheck, today, Rating::Amber));
    story.then_stands(of_need(1), "monitoring");
    story.clone().does("broker", propose(2, 1));
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    let lifted: &[&str] = &["adviser"];
    story.refuses_role("broker", propose(2, 1), &[("need_not_awaiting_match", lifted)]);
}

#[test]
fn help_has_the_size_that_the_protocol_gives_its_kind() {
    let mut story = opened_with(|protocol| {
        protocol.sizes.remove(&SupportKind::CpdlProgramme);
    });
    diagnosed(&mut story, 1, 1);
    for (kind, half_days, refused) in [
        (SupportKind::SpecialistLeader, 9, "wrong_size"),
        (SupportKind::SpecialistLeader, 11, "wrong_size"),
        (SupportKind::CpdlProgramme, 6, "kind_not_deployed"),
    ] {
        let half_days = HalfDays(half_days);
        let other = Proposal {
            kind,
            half_days,
            ..proposal(1, 1)
        };
        story.refuses_role("broker", Command::ProposeDeployment(other), &[(refused, &[])]);
    }
    story.does("broker", propose(1, 1));
}

#[test]
fn conflicts_are_cleared_by_declarations_about_this_help_that_still_stand() {
    let mut story = waiting(2);
    for number in [1, 2] {
        story.does("broker", propose(number, 1));
    }
    let clear = || Command::ClearConflict(with_deployment(1));
    let answered = |story: &mut Story, number, kind, about| {
        story.does("broker", send(number, kind, Some(about)));
        story.does("releasing_employer", Command::RecordReceipt(of_request(number)));
        story.does("broker", review_request(number, true));
    };
    let found = |story: &mut Story| {
        let refused = story.when(&Who::in_role("broker"), clear());
        match refused
            .then_refused(&["conflict_not_cleared"])
            .blockers
            .remove(0)
            .blocker
        {
            Blocker::ConflictNotCleared { asked, clear } => (asked, clear),
            other => panic!("{other}"),
        }
    };
    assert_eq!(found(&mut story), (0, 0), "nobody was asked");
    answered(&mut story, 1, RequestKind::ConflictDeclaration, 2);
    assert_eq!(found(&mut story), (0, 0), "about other help");
    answered(&mut story, 2, RequestKind::Document, 1);
    assert_eq!(found(&mut story), (0, 0), "no declaration");
    let declaration = RequestKind::ConflictDeclaration;
    story.does("broker", send(3, declaration, Some(1)));
    assert_eq!(found(&mut story), (1, 0), "not answered");
    answered(&mut story, 4, declaration, 1);
    assert_eq!(found(&mut story), (2, 1), "one of two");
    story.does_because("broker", "not_needed", Command::CancelRequest(of_request(3)));
    story.does("broker", clear());
}

#[test]
fn requests_are_sent_while_fewer_wait_for_an_answer_than_the_protocol_allows() {
    let mut story = opened_with(|protocol| protocol.workload.open_requests = Some(2));
    let ask = |number| send(number, RequestKind::Document, None);
    story.does("broker", ask(1));
    story.does("broker", ask(2));
    let refusal = story
        .when(&Who::in_role("broker"), ask(3))
        .then_refused(&["too_many_requests"]);
    let (open, most) = (2, 2);
    assert_eq!(
        refusal.blockers[0].blocker,
        Blocker::TooManyRequests { open, most }
    );
    story.does("governor", Command::RecordReceipt(of_request(1)));
    story.does("broker", ask(3));
    let mut unlimited = opened_with(|protocol| protocol.workload.open_requests = None);
    for number in 1..=20 {
        unlimited.does("broker", ask(number));
    }
}

#[test]
fn an_agreement_begins_today_or_later_and_ends_no_earlier() {
    let mut story = waiting(1);
    consented(&mut story, proposal(1, 1));
    let dated = |from, to| {
        let (from, to) = (day(from), day(to));
        let coordinator = Some(person(9));
        agree(
            1,
            Agreement {
                coordinator,
                ..Agreement::between(from, to)
            },
        )
    };
    for (from, to) in [("2026-09-15", "2026-12-18"), ("2026-09-18", "2026-09-17")] {
        story.refuses_role("broker", dated(from, to), &[("dates_backwards", &[])]);
    }
    story.clone().does("broker", dated("2026-09-16", "2026-09-16"));
    story.does("broker", dated("2026-09-18", "2026-12-18"));
    let start = || Command::StartDeployment(with_deployment(1));
    story.on(day("2026-09-17"));
    story.refuses_role("deployed_person", start(), &[("before_start", &[])]);
    story.on(day("2026-09-18"));
    story.does("deployed_person", start());
}

#[test]
fn b3b_help_that_has_ended_needs_no_coordinator_beside_it() {
    let mut story = waiting(2);
    at_work(&mut story, proposal(1, 1));
    consented(&mut story, proposal(2, 1));
    let named = |story: &Story, coordinator| {
        agree(
            2,
            Agreement {
                coordinator,
                ..agreement(story)
            },
        )
    };
    let (nobody, other) = (named(&story, None), named(&story, Some(person(8))));
    story.refuses_role("broker", nobody.clone(), &[("coordinator_missing", &[])]);
    story.refuses_role("broker", other.clone(), &[("other_coordinator", &[])]);
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    story.clone().does("broker", nobody);
    story.does("broker", other);
}

#[test]
fn a2_a_giver_lends_no_more_than_it_still_can() {
    let fall = |still| {
        let (giver, still) = (giver(1), Units(still));
        Command::ReportCapacityFall(CapacityFall { giver, still })
    };
    let mut story = waiting(1);
    for number in [2, 3] {
        diagnosed(&mut story, number, 1);
    }
    let of_this_giver = |number, of| Proposal {
        giver: giver(1),
        ..proposal(number, of)
    };
    story.does("broker", propose(9, 3));
    consented(&mut story, of_this_giver(1, 1));
    story.does("governor", fall(1));
    let second = Command::ProposeDeployment(of_this_giver(2, 2));
    let refusal = story
        .when(&Who::in_role("broker"), second.clone())
        .then_refused(&["giver_fallen"]);
    let (still, live) = (1, 1);
    let fallen = Blocker::GiverFallen {
        giver: giver(1),
        still,
        live,
    };
    assert_eq!(
        refusal.blockers[0].blocker, fallen,
        "other givers' help does not count"
    );
    // What it has proposed it can still agree to, unless it can lend nothing at all.
    let agreed = agree(1, agreement(&story));
    story.clone().does("broker", agreed.clone());
    let mut nothing = story.clone();
    nothing.does("governor", fall(0));
    nothing.refuses_role("broker", agreed, &[("giver_fallen", &[])]);
    let mut two = story.clone();
    two.does("governor", fall(2));
    two.does("broker", second.clone());
    let withdraw = Command::WithdrawDeployment(with_deployment(1));
    story.does_because("broker", "other_giver", withdraw);
    story.does("broker", second);
}

/// The posts that a story shows as uncovered.
fn gaps(story: &Story) -> usize {
    story.cycle.leadership_gaps(story.now.date()).len()
}

fn vacant(post: Post) -> Command {
    Command::ReportVacancy(Vacancy {
        post,
        since: day(FIRST_DAY),
    })
}

#[test]
fn b3_a_post_is_covered_by_whoever_is_at_work_in_a_kind_that_leads() {
    use SupportKind::{ExecutiveLeader, SpecialistLeader, SubstantiveHead};
    for (post, kind, covers) in [
        (Post::Head, SpecialistLeader, false),
        (Post::Head, SubstantiveHead, true),
        (Post::Head, ExecutiveLeader, true),
        (Post::ExecutiveLeader, SpecialistLeader, false),
        (Post::ExecutiveLeader, SubstantiveHead, false),
        (Post::ExecutiveLeader, ExecutiveLeader, true),
    ] {
        let mut story = waiting(1);
        story.does("governor", vacant(post));
        consented(&mut story, leader(1, kind));
        let from_today = agreement(&story);
        story.does("broker", agree(1, from_today));
        assert_eq!(gaps(&story), 1, "agreed help is not at work yet");
        story.does("broker", Command::StartDeployment(with_deployment(1)));
        assert_eq!(gaps(&story), usize::from(!covers), "{post:?} by {kind:?}");
        let complete = Command::CompleteDeployment(with_deployment(1));
        if covers {
            story.refuses_role("broker", complete, &[("leadership_gap_would_open", &[])]);
        } else {
            story.does("broker", complete);
        }
    }
}

#[test]
fn b3_one_of_two_who_lead_can_go_and_no_decision_takes_both() {
    let mut story = waiting(2);
    story.does("governor", vacant(Post::Head));
    for number in [1, 2] {
        at_work(&mut story, leader(number, SupportKind::ExecutiveLeader));
    }
    let today = story.now.date();
    story.does("adviser", observe(1, Channel::DataCheck, today, Rating::Red));
    story.does("adviser", recommend(1, 1, Outcome::Continue));
    let gap: [(&str, &[&str]); 1] = [("leadership_gap_would_open", &[])];
    for ends in [Outcome::Switch, Outcome::Close] {
        story.refuses_role("commissioner", decide(1, ends), &gap);
    }
    for goes_on in [
        Outcome::Continue,
        Outcome::Taper,
        Outcome::Intensify,
        Outcome::StepDown,
    ] {
        story.clone().does("commissioner", decide(1, goes_on));
    }
    story.does("broker", Command::CompleteDeployment(with_deployment(1)));
    let last = Command::CompleteDeployment(with_deployment(2));
    story.refuses_role("broker", last, &gap);
}

#[test]
fn b3a_a_protocol_can_ask_for_the_first_weeks_before_help_ends() {
    let mut story = opened_with(|protocol| {
        guarded(protocol, Act::CompleteDeployment, Guard::FirstWeeksRecorded);
        protocol.first_weeks.contacts = [Stakeholder::Staff, Stakeholder::Parents].into();
        protocol.first_weeks.expectations = [(code("safe_site"), "Safe".to_owned())].into();
    });
    diagnosed(&mut story, 1, 1);
    at_work(&mut story, proposal(1, 1));
    let complete = || Command::CompleteDeployment(with_deployment(1));
    let missing: [(&str, &[&str]); 3] = [
        ("expectation_unchecked", &[]),
        ("contact_missing", &[]),
        ("contact_missing", &[]),
    ];
    story.refuses_role("broker", complete(), &missing);
    let (deployment, on) = (deployment(1), day(VISIT));
    for with in [Stakeholder::Staff, Stakeholder::Parents] {
        let contact = RecordedContact { deployment, with, on };
        story.does("deployed_person", Command::RecordContact(contact));
    }
    story.refuses_role("broker", complete(), &missing[..1]);
    let (expectation, met) = (code("safe_site"), false);
    let checked = CheckedExpectation {
        deployment,
        expectation,
        met,
    };
    story.does("deployed_person", Command::CheckExpectation(checked));
    story.does("broker", complete());
}

#[test]
fn an_interest_bars_whoever_has_it_from_this_school_and_from_givers_who_help_it() {
    let mut story = waiting(2);
    story.does("broker", propose(1, 1));
    let tie = |number: u128, to| {
        let (person, school) = (person(number), to);
        Command::DeclareInterest(Interest { person, school })
    };
    story.does("governor", tie(41, school(SCHOOL)));
    story.does("governor", tie(42, giver(1)));
    story.does("governor", tie(43, school(999)));
    let conflicts = |story: &Story, number| story.cycle.conflicts_of(person(number));
    assert_eq!(conflicts(&story, 41), [(person(41), school(SCHOOL))]);
    assert_eq!(conflicts(&story, 42), [(person(42), giver(1))]);
    assert_eq!(conflicts(&story, 43), []);
    assert_eq!(conflicts(&story, 44), []);
    let lent = |number| {
        Command::ProposeDeployment(Proposal {
            person: Some(person(number)),
            ..proposal(2, 1)
        })
    };
    story.refuses_role("broker", lent(41), &[("interested", &[])]);
    story.clone().does("broker", lent(44));
    let withdraw = Command::WithdrawDeployment(with_deployment(1));
    story.does_because("broker", "other_giver", withdraw);
    assert_eq!(conflicts(&story, 42), [], "help that has ended ties nobody");
    story.does("broker", lent(42));
}
