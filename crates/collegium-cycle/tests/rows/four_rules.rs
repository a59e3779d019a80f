//! The four rules above all others: facts are recorded, safeguarding never waits, and people decide.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    coaching::{ContractedCoaching, HeldSession},
    decision::Outcome,
    deployment::{CheckedExpectation, LoggedTime, OfDeployment, RecordedContact, Stakeholder},
    facts::{
        Appointment, CapacityFall, Closure, Conversion, HandedOver, Inspection, Interest, Merger, Post,
        Strike, Vacancy,
    },
    kit::{Story, Who},
    monitoring::{Channel, Direction, Rating},
    objective::{ProgressNote, SetObjectiveFor},
    request::RequestKind,
};
use collegium_model::{
    code::Roles,
    id::*,
    quantity::{HalfDays, Units},
    urn::Urn,
};

fn hand_over(number: u128) -> Command {
    Command::HandOverSafeguarding(HandedOver {
        handover: id(HandoverId::new, number),
        to: role("designated_safeguarding_lead"),
        on: day(FIRST_DAY),
    })
}

fn facts_about_the_school() -> Vec<Command> {
    let on = day(FIRST_DAY);
    let urn = |number| Urn::new(number).unwrap();
    vec![
        hand_over(1),
        Command::ReportVacancy(Vacancy {
            post: Post::Head,
            since: on,
        }),
        Command::RecordAppointment(Appointment {
            post: Post::Head,
            person: person(5),
            interim: true,
        }),
        Command::ReportConversion(Conversion {
            from: urn(900_001),
            to: urn(900_002),
            on,
        }),
        Command::ReportMerger(Merger {
            into: school(300),
            on,
        }),
        Command::ReportClosure(Closure { on }),
        Command::ReportInspection(Inspection {
            on,
            judgements: Vec::new(),
            intervention: false,
        }),
        Command::ReportStrike(Strike { from: on, to: on }),
        Command::ReportCapacityFall(CapacityFall {
            giver: giver(1),
            still: Units(0),
        }),
        Command::DeclareInterest(Interest {
            person: person(5),
            school: school(SCHOOL),
        }),
    ]
}

/// One of everything to which a fact can attach, and all of it at an end.
fn one_of_everything() -> Story {
    let mut story = helped();
    answered(&mut story, 1, Some(1));
    let (objective, area) = (id(ObjectiveId::new, 1), None);
    let set = SetObjectiveFor {
        objective,
        need: need(1),
        area,
    };
    story.does("adviser", Command::SetObjective(set));
    let coaching = id(CoachingId::new, 1);
    let (coach, coached) = (person(61), person(62));
    let contract = ContractedCoaching {
        coaching,
        coach,
        coached,
    };
    story.does("coach", Command::ContractCoaching(contract));
    story.does("broker", send(1, RequestKind::Document, None));
    story.does_because("broker", "mistake", Command::CancelRequest(of_request(1)));
    story
}

fn facts_that_attach(story: &Story) -> Vec<Command> {
    let on = story.now.date();
    let deployment = deployment(1);
    let (rating, direction) = (Rating::Green, Direction::Improving);
    vec![
        evidence(1, 99, "survey"),
        Command::RecordReceipt(of_request(1)),
        Command::RecordContact(RecordedContact {
            deployment,
            with: Stakeholder::Pupils,
            on,
        }),
        Command::CheckExpectation(CheckedExpectation {
            deployment,
            expectation: code("safe_site"),
            met: false,
        }),
        Command::LogTime(LoggedTime {
            deployment,
            activity: code("teaching"),
            half_days: HalfDays(1),
            on,
        }),
        Command::NoteProgress(ProgressNote {
            objective: id(ObjectiveId::new, 1),
            rating,
            direction,
        }),
        observe(1, Channel::FormalReview, on, rating),
        Command::RecordSession(HeldSession {
            coaching: id(CoachingId::new, 1),
            on,
        }),
    ]
}

/// The story in every state of its cycle that comes after it was opened.
fn states_of(story: &Story) -> Vec<(&'static str, Story)> {
    let after = |steps: &[(&str, Command)]| {
        let mut story = story.clone();
        for (role, step) in steps {
            story.does_because(role, "no_more_help", step.clone());
        }
        story
    };
    let complete = Command::CompleteDeployment(OfDeployment {
        deployment: deployment(1),
    });
    let live = story
        .cycle
        .deployments
        .values()
        .any(collegium_cycle::deployment::Deployment::is_live);
    let ends = [
        ("broker", complete),
        ("broker", close_need(1)),
        ("broker", close()),
    ];
    let ends = if live { &ends[..] } else { &ends[2..] };
    vec![
        ("active", story.clone()),
        ("paused", after(&[("responsible_body", pause())])),
        ("stopped", after(&[("responsible_body", stop())])),
        ("closed", after(ends)),
    ]
}

#[test]
fn rule_1_facts_about_the_school_are_taken_in_every_state_whoever_reports_them() {
    let mut states = states_of(&opened());
    states.push(("never opened", standard()));
    let mut nobody = Who::in_role("observer");
    nobody.roles.clear();
    for (state, story) in states {
        for fact in facts_about_the_school() {
            let mut story = story.clone();
            let before = story.cycle.clone();
            let told = story.when(&nobody, fact.clone());
            assert!(
                told.outcome.is_ok(),
                "{} while {state}: {:?}",
                fact.act(),
                told.outcome
            );
            let phase = |cycle: &collegium_cycle::cycle::Cycle| cycle.opened.as_ref().map(|it| it.phase);
            assert_eq!(
                phase(&story.cycle),
                phase(&before),
                "{} moved the cycle",
                fact.act()
            );
        }
    }
}

#[test]
fn rule_1_facts_about_what_is_in_a_cycle_attach_in_every_state_and_move_nothing_back() {
    for (state, story) in states_of(&one_of_everything()) {
        for fact in facts_that_attach(&story) {
            let mut story = story.clone();
            let stood = story.cycle.stands(fact.child());
            let who = Who::in_role("observer");
            let told = story.when(&who, fact.clone());
            assert!(
                told.outcome.is_ok(),
                "{} while {state}: {:?}",
                fact.act(),
                told.outcome
            );
            let seen = matches!(fact, Command::RecordMonitoring(_)) && state != "closed";
            if !seen {
                assert_eq!(
                    story.cycle.stands(fact.child()),
                    stood,
                    "{} while {state}",
                    fact.act()
                );
            }
        }
    }
}

#[test]
fn rule_1_nothing_new_begins_in_a_turn_that_is_over_and_a_need_of_then_opens_the_next() {
    let mut story = opened();
    story.does("broker", close());
    let lifted: &[&str] = &["broker", "responsible_body"];
    story.refuses_role("host_head", report_need(1), &[("cycle_not_open", lifted)]);
    // The next turn takes it, even before anybody has opened that.
    let mut next = standard();
    next.does("host_head", report_need(1));
    next.does("broker", open_cycle());
    next.then_stands(of_need(1), "scoping");
}

#[test]
fn rule_1_a_fact_is_refused_only_where_it_is_malformed() {
    let mut story = opened();
    story.does("host_head", report_need(1));
    story.refuses_role("host_head", report_need(1), &[("exists_already", &[])]);
    let tomorrow = day(FIRST_DAY).succ_opt().unwrap();
    let seen = |on| observe(1, Channel::DataCheck, on, Rating::Amber);
    story.refuses_role("adviser", seen(tomorrow), &[("in_the_future", &[])]);
    story.does("adviser", seen(day(FIRST_DAY)));
    story.refuses_role("adviser", evidence(1, 1, "survey"), &[("unknown", &[])]);
    let mut elsewhere = a_need(2);
    elsewhere.school = school(SCHOOL + 1);
    let report = Command::ReportNeed(collegium_cycle::need::ReportedNeed { need: elsewhere });
    story.refuses_role("host_head", report, &[("other_school", &[])]);
}

#[test]
fn rule_1_what_has_happened_has_not_happened_tomorrow() {
    let mut story = one_of_everything();
    let today = story.now.date();
    let tomorrow = today.succ_opt().unwrap();
    let (deployment, with) = (deployment(1), Stakeholder::Staff);
    let contact = |on| Command::RecordContact(RecordedContact { deployment, with, on });
    let (activity, half_days) = (code("teaching"), HalfDays(1));
    let time = |on| {
        Command::LogTime(LoggedTime {
            deployment,
            activity,
            half_days,
            on,
        })
    };
    let coaching = id(CoachingId::new, 1);
    let session = |on| Command::RecordSession(HeldSession { coaching, on });
    let observed = |on| observe(1, Channel::DataCheck, on, Rating::Amber);
    let mut number = 50;
    let mut seen = |on| {
        number += 1;
        let Command::RecordEvidence(it) = evidence(1, number, "survey") else {
            panic!("the command records evidence")
        };
        Command::RecordEvidence(collegium_cycle::enquiry::RecordedEvidence { on, ..it })
    };
    for (too_early, in_time) in [
        (contact(tomorrow), contact(today)),
        (time(tomorrow), time(today)),
        (session(tomorrow), session(today)),
        (observed(tomorrow), observed(today)),
        (seen(tomorrow), seen(today)),
    ] {
        story.refuses_role("governor", too_early, &[("in_the_future", &[])]);
        story.does("governor", in_time);
    }
}

#[test]
fn rule_2_a_hand_over_passes_every_gate() {
    let mut story = opened_with(|protocol| {
        protocol.reasons.insert(code("strike"), "Strike".to_owned());
        let notify = Roles::from([role("responsible_body")]);
        let step = collegium_cycle::protocol::Step {
            notify,
            ..Default::default()
        };
        protocol.steps.insert(Act::HandOverSafeguarding, step);
    });
    let mut nobody = Who::in_role("observer")
        .because("no_reason_of_this_protocol")
        .urgently();
    nobody.roles.clear();
    story.on(day("2026-12-24"));
    let mut number = 0;
    let mut passes = |story: &mut Story| {
        number += 1;
        story
            .when(&nobody, hand_over(number))
            .then_events(&["safeguarding_handed_over"]);
        let kept = &story.cycle.school_record.handovers[&id(HandoverId::new, number)];
        assert_eq!(kept, &(day(FIRST_DAY), role("designated_safeguarding_lead")));
    };
    passes(&mut story);
    story.does_because("responsible_body", "strike", pause());
    passes(&mut story);
    story.does_because("responsible_body", "strike", stop());
    passes(&mut story);
    story.does("broker", close());
    passes(&mut story);
    story.cycle = collegium_cycle::cycle::Cycle::default();
    passes(&mut story);
}

#[test]
fn rule_2_a_hand_over_does_not_wait_for_the_right_protocol_either() {
    let mut story = opened();
    let mut newer = story.rules.protocol().clone();
    newer.version = 2;
    let newer = collegium_cycle::rules::Rules::compile(newer).unwrap();
    let to = newer.pin().clone();
    let older = story.rules.clone();
    story.other = Some(newer);
    let migrate = Command::MigrateCycle(collegium_cycle::cycle::Migrated { to });
    story.does_because("responsible_body", "new_rules", migrate);
    story.rules = older;
    story.refuses_role("broker", close(), &[("other_protocol", &[])]);
    story.does("observer", hand_over(1));
    story.does("observer", Command::ReportClosure(Closure { on: day(FIRST_DAY) }));
}

/// Everybody who may stand on one side, acting for themselves or for somebody else.
fn sides() -> Vec<(u128, Option<u128>)> {
    let others = [None, Some(1), Some(2), Some(3)];
    let sides = [1, 2]
        .into_iter()
        .flat_map(|actor| others.map(|other| (actor, other)));
    sides.filter(|(actor, other)| Some(*actor) != *other).collect()
}

fn acting(role: &str, (actor, on_behalf_of): (u128, Option<u128>)) -> Who {
    let who = Who::in_role(role).person(actor);
    let on_behalf_of = on_behalf_of.map(person);
    Who { on_behalf_of, ..who }
}

fn share_somebody(one: (u128, Option<u128>), other: (u128, Option<u128>)) -> bool {
    let people = |(actor, behalf): (u128, Option<u128>)| [Some(actor), behalf];
    people(one)
        .iter()
        .flatten()
        .any(|it| people(other).contains(&Some(*it)))
}

#[test]
fn rule_3_whoever_recommends_does_not_decide_nor_do_they_for_each_other() {
    let monitored = monitored();
    let (mut refused, mut accepted) = (0, 0);
    for one in sides() {
        let mut recommended = monitored.clone();
        recommended
            .when(&acting("adviser", one), recommend(1, 1, Outcome::Taper))
            .then_accepted();
        for other in sides() {
            let mut story = recommended.clone();
            let commissioner = acting("commissioner", other);
            if share_somebody(one, other) {
                story.refuses(&commissioner, decide(1, Outcome::Taper), &[("same_person", &[])]);
                refused += 1;
            } else {
                story
                    .when(&commissioner, decide(1, Outcome::Taper))
                    .then_accepted();
                accepted += 1;
            }
        }
    }
    assert!(refused > 0 && accepted > 0);
}

#[test]
fn rule_3_holds_for_the_decisions_of_a_protocol_and_again_once_one_is_revoked() {
    let story = opened_with(|protocol| {
        protocol.approvals.insert(code("start"), rule(&[]));
        protocol
            .steps
            .insert(Act::RevokeApproval, collegium_cycle::protocol::Step::default());
    });
    for one in sides() {
        let mut recommended = story.clone();
        recommended
            .when(&acting("adviser", one), recommend_approval(1, "start", "go"))
            .then_accepted();
        for other in sides() {
            let mut story = recommended.clone();
            let who = acting("commissioner", other);
            if share_somebody(one, other) {
                story.refuses(&who, decide_approval(1, "wait"), &[("same_person", &[])]);
                let desk = story.cycle.todos(&story.context(&who), &story.rules);
                assert!(
                    desk.is_empty(),
                    "nobody is asked for what they would be refused: {desk:?}"
                );
                continue;
            }
            assert_eq!(story.cycle.todos(&story.context(&who), &story.rules).len(), 1);
            story.when(&who, decide_approval(1, "wait")).then_accepted();
            story.does_because("commissioner", "mistake", revoke_approval(1));
            story.refuses(
                &acting("commissioner", one),
                decide_approval(1, "go"),
                &[("same_person", &[])],
            );
            story.when(&who, decide_approval(1, "go")).then_accepted();
        }
    }
}

#[test]
fn rule_3_a_decision_is_on_the_desk_of_those_who_may_take_it() {
    let mut story = monitored();
    let both = Who::in_role("adviser").and("commissioner");
    story.when(&both, recommend(1, 1, Outcome::Taper)).then_accepted();
    let asked = |who: &Who| {
        let todos = story.cycle.todos(&story.context(who), &story.rules);
        todos
            .iter()
            .filter(|it| it.child == collegium_cycle::child::Child::Decision(id(DecisionId::new, 1)))
            .count()
    };
    assert_eq!(asked(&Who::in_role("commissioner")), 1);
    assert_eq!(asked(&both), 0, "they recommended it");
    let mut for_them = Who::in_role("commissioner");
    for_them.on_behalf_of = Some(both.person);
    assert_eq!(asked(&for_them), 0, "they act for who recommended it");
}

#[test]
fn rule_3_recommending_decides_nothing() {
    let mut story = monitored();
    story.does("adviser", recommend(1, 1, Outcome::Close));
    story.then_stands(of_need(1), "reallocation");
    story.then_stands(of_deployment(1), "active");
    story.does("commissioner", decide(1, Outcome::Continue));
    story.then_stands(of_need(1), "monitoring");
    story.then_stands(of_deployment(1), "active");
}
