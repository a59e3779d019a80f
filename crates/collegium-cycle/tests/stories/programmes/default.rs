//! School-to-school deployment and trust-wide monitoring, as the default has them.

use crate::play::{Play, day, uuid};
use collegium_cycle::{
    child::Child,
    clock::{Awaits, ClockStatus},
    kit::Who,
    monitoring::Channel,
    protocol::{Guard, Protocol},
    serde_json::json,
};
use collegium_model::{
    calendar::Span,
    chrono::NaiveDate,
    id::{ChallengeId, DecisionId, DeploymentId, NeedId, RequestId, ReviewId, SelfEvaluationId},
};

fn need() -> Child {
    Child::Need(NeedId::new(uuid(1)))
}

fn deployment() -> Child {
    Child::Deployment(DeploymentId::new(uuid(1)))
}

/// The day until which a channel has time for a machine, and how that stands.
fn awaited(play: &Play, of: Child, channel: Channel) -> Option<(NaiveDate, ClockStatus)> {
    let clocks = play
        .story
        .cycle
        .clocks(play.story.now, &play.story.calendar, &play.story.rules);
    let clock = clocks
        .into_iter()
        .find(|it| it.child == of && it.awaits == Awaits::Observation { channel })?;
    Some((clock.due?, clock.status))
}

#[test]
fn a_deployment_from_the_request_to_the_final_evaluation() {
    let mut play = Play::standard();
    play.diagnosed(1);
    // A match within 48 hours, weekends included.
    play.story.then_due(need(), "match_proposed", day("2026-09-26"));
    play.story.on(day("2026-09-26"));
    play.story
        .then_clock(need(), "match_proposed", ClockStatus::Running);
    play.story.on(day("2026-09-27"));
    play.story
        .then_clock(need(), "match_proposed", ClockStatus::Overdue);
    play.story.on(day("2026-09-28"));

    // The giver's employer has not released the person yet.
    play.does(
        "broker",
        "propose_deployment",
        Play::proposal(1, 1, "specialist_leader", 10),
    );
    let declaration = json!({
        "request": uuid(61), "kind": "conflict_declaration", "deployment": uuid(1), "of": "deployed_person",
    });
    play.does("broker", "send_request", declaration);
    let asked = Child::Request(RequestId::new(uuid(61)));
    play.story.then_due(asked, "conflict_answer", day("2026-10-01"));
    play.does("deployed_person", "record_receipt", json!({"request": uuid(61)}));
    play.story.then_due(asked, "answer_reviewed", day("2026-10-01"));
    play.does(
        "broker",
        "review_request",
        json!({"request": uuid(61), "clear": true}),
    );
    let this = json!({"deployment": uuid(1)});
    play.does("broker", "clear_conflict", this.clone());
    for role in ["host_head", "deployed_person", "commissioner"] {
        play.does(role, "give_consent", json!({"deployment": uuid(1), "by": role}));
    }
    let mut agreed = play.agreement(1, Some(9));
    agreed["agreement"]["exit"] = json!("whatever");
    play.refused(
        "broker",
        "agree_deployment",
        agreed.clone(),
        &["consent_missing", "not_asked_for"],
    );
    let release = json!({"deployment": uuid(1), "by": "releasing_employer"});
    play.does("releasing_employer", "give_consent", release);
    agreed["agreement"]["exit"] = json!("own_staff");
    play.does("broker", "agree_deployment", agreed);
    play.does("broker", "start_deployment", this.clone());

    // What is to be worked towards.
    play.does(
        "adviser",
        "set_objective",
        json!({"objective": uuid(21), "need": uuid(1)}),
    );

    // First contact within seven days; a record of each visit within five working days.
    play.story
        .then_due(deployment(), "first_contact", day("2026-10-05"));
    let contact = json!({"deployment": uuid(1), "with": "staff", "on": "2026-09-28"});
    play.does("deployed_person", "record_contact", contact);
    assert!(play.story.clock(deployment(), "first_contact").is_none());
    let record =
        json!({"request": uuid(62), "kind": "document", "deployment": uuid(1), "of": "deployed_person"});
    play.does("broker", "send_request", record);
    let record = Child::Request(RequestId::new(uuid(62)));
    play.story.then_due(record, "visit_record", day("2026-10-05"));
    play.story.on(day("2026-10-05"));
    play.story.then_clock(record, "visit_record", ClockStatus::Remind);
    play.story.on(day("2026-10-06"));
    play.story
        .then_clock(record, "visit_record", ClockStatus::Overdue);
    play.does("deployed_person", "record_receipt", json!({"request": uuid(62)}));
    play.does(
        "broker",
        "review_request",
        json!({"request": uuid(62), "clear": true}),
    );

    // Mid-term: from 28 September to 9 July it is half-way on 17 February.
    let review = |on: &str| json!({"need": uuid(1), "channel": "formal_review", "on": on, "rating": "green"});
    let mid_term = |play: &Play| awaited(play, deployment(), Channel::FormalReview);
    play.story.on(day("2027-02-16"));
    play.does("adviser", "record_monitoring", review("2027-02-16"));
    assert_eq!(mid_term(&play), None);
    play.story.on(day("2027-02-17"));
    let due = play
        .story
        .calendar
        .after(day("2027-02-17"), Span::SchoolWeeks(2))
        .unwrap();
    assert_eq!(mid_term(&play), Some((due, ClockStatus::Running)));
    play.story.on(due);
    assert_eq!(mid_term(&play), Some((due, ClockStatus::Running)));
    play.next_day();
    assert_eq!(mid_term(&play), Some((due, ClockStatus::Overdue)));
    play.does("adviser", "record_monitoring", review("2027-02-17"));
    assert_eq!(mid_term(&play), None);

    // The exit, and a final evaluation that the receiving head signs off.
    play.story.on(day("2027-06-14"));
    play.does("broker", "taper_deployment", this.clone());
    play.story.on(day("2027-07-09"));
    let impact = json!({"deployment": uuid(1), "rating": "green"});
    play.refused("host_head", "review_impact", impact.clone(), &["wrong_phase"]);
    play.does("broker", "complete_deployment", this);
    let due = play
        .story
        .calendar
        .after(day("2027-07-09"), Span::SchoolDays(20))
        .unwrap();
    play.story.then_due(deployment(), "final_evaluation", due);
    play.refused("broker", "review_impact", impact.clone(), &["role_missing"]);
    play.does("host_head", "review_impact", impact);
    play.story.then_stands(deployment(), "impact_reviewed");
}

#[test]
fn a_protocol_can_ask_for_an_exit_in_every_agreement() {
    let mut play = Play::changed(|protocol: &mut Protocol| {
        let step = protocol
            .steps
            .get_mut(&collegium_cycle::acts::Act::AgreeDeployment)
            .unwrap();
        step.guards.push(Guard::ExitAgreed);
    });
    play.diagnosed(1)
        .consented(1, Play::proposal(1, 1, "specialist_leader", 10));
    let mut agreed = play.agreement(1, Some(9));
    play.refused("broker", "agree_deployment", agreed.clone(), &["exit_missing"]);
    agreed["agreement"]["exit"] = json!("fewer_visits");
    play.does("broker", "agree_deployment", agreed);
}

#[test]
fn schools_are_put_into_a_category_anew_each_term() {
    let mut play = Play::standard();
    let body = "responsible_body";
    let due = |play: &Play| play.story.clock(Child::Cycle, "categorisation").unwrap();
    let term_end = |play: &Play, from| play.story.calendar.after(day(from), Span::Terms(1)).unwrap();
    assert_eq!(due(&play).due, Some(term_end(&play, "2026-09-07")));
    let into = |category: &str| json!({"category": category});
    play.refused(body, "categorise_school", into("failing"), &["not_asked_for"]);
    play.refused("broker", "categorise_school", into("secure"), &["role_missing"]);
    play.story.on(term_end(&play, "2026-09-07"));
    assert_eq!(due(&play).status, ClockStatus::Running);
    let todos = |play: &Play| {
        let who = Who::in_role(body);
        let todos = play
            .story
            .cycle
            .todos(&play.story.context(&who), &play.story.rules);
        todos.iter().filter(|it| it.child == Child::Cycle).count()
    };
    assert_eq!(todos(&play), 1);
    play.next_day();
    assert_eq!(due(&play).status, ClockStatus::Overdue);
    let late = play.story.now.date();
    play.does(body, "categorise_school", into("secure"));
    let next = play.story.calendar.after(late, Span::Terms(1)).unwrap();
    assert_eq!(due(&play).due, Some(next));
    // More time is given for it as for any deadline.
    let more = json!({"of": Child::Cycle, "deadline": "categorisation", "until": next + collegium_model::chrono::Days::new(5)});
    play.does_because(body, "more_time_needed", "extend_deadline", more);
    assert_eq!(due(&play).due, Some(next + collegium_model::chrono::Days::new(5)));
}

#[test]
fn each_category_is_watched_as_often_as_the_trust_does() {
    let mut play = Play::standard();
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    let started = day("2026-09-24");
    for (category, informal, formal) in [
        ("strong", Span::HalfTerms(1), Span::Terms(3)),
        ("secure", Span::HalfTerms(1), Span::Terms(3)),
        ("attention_needed", Span::HalfTerms(1), Span::Terms(1)),
        ("causing_concern", Span::HalfTerms(1), Span::Terms(1)),
        ("intervention", Span::SchoolWeeks(2), Span::Terms(1)),
    ] {
        play.does(
            "responsible_body",
            "categorise_school",
            json!({"category": category}),
        );
        for (channel, every) in [
            (Channel::DataCheck, Span::HalfTerms(1)),
            (Channel::InformalVisit, informal),
            (Channel::FormalReview, formal),
        ] {
            let due = play.story.calendar.after(started, every).unwrap();
            let found = awaited(&play, need(), channel);
            assert_eq!(
                found,
                Some((due, ClockStatus::Running)),
                "{category}, {channel:?}"
            );
        }
    }
}

#[test]
fn an_external_partner_visits_six_times_a_year_and_moderates_one_peer_review() {
    let mut play = Play::standard();
    let moderated = json!({"task": "moderate_review", "outcome": "upheld"});
    play.refused(
        "external_partner",
        "complete_task",
        moderated.clone(),
        &["no_agreed_review"],
    );
    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    play.does(
        "responsible_body",
        "categorise_school",
        json!({"category": "strong"}),
    );
    // The first on the day on which the help begins, then one in each half term.
    let first = json!({"need": uuid(1), "channel": "informal_visit", "on": "2026-09-24", "rating": "green"});
    play.does("external_partner", "record_monitoring", first);
    let mut visits = 1;
    while let Some((due, ClockStatus::Running)) = awaited(&play, need(), Channel::InformalVisit)
        && due <= day("2027-07-31")
    {
        play.story.on(due);
        let visit = json!({"need": uuid(1), "channel": "informal_visit", "on": due, "rating": "green"});
        play.does("external_partner", "record_monitoring", visit);
        visits += 1;
    }
    assert_eq!(visits, 6);
    play.refused(
        "external_partner",
        "complete_task",
        json!({"task": "moderate_review", "outcome": "outstanding"}),
        &["wrong_outcome"],
    );
    let task = Play::task("moderate_review");
    let year = play
        .story
        .calendar
        .after(day("2026-09-07"), Span::Terms(3))
        .unwrap();
    play.story.then_due(task, "moderate_review", year);
    play.could_come_to_all("external_partner", "moderate_review");
    play.does("external_partner", "complete_task", moderated);
}

#[test]
fn a_self_evaluation_a_reply_and_a_decision_are_due_on_their_days() {
    let mut play = Play::standard();
    let after = |play: &Play, span| play.story.calendar.after(play.story.now.date(), span).unwrap();
    let own = json!({"self_evaluation": uuid(2)});
    play.does("host_head", "draft_self_evaluation", own.clone());
    play.does("host_head", "consult_on_self_evaluation", own.clone());
    let due = after(&play, Span::SchoolDays(20));
    let child = Child::SelfEvaluation(SelfEvaluationId::new(uuid(2)));
    play.story.then_due(child, "self_evaluation_in", due);
    play.does("host_head", "submit_self_evaluation", own);

    play.reviewed("broker", 3, "2026-09-24");
    let review = json!({"review": uuid(3)});
    play.does("lead_reviewer", "begin_review", review.clone());
    let both = json!({"review": uuid(3), "ways": ["to_school", "to_team"]});
    play.does("lead_reviewer", "give_feedback", both);
    play.does("lead_reviewer", "draft_report", review.clone());
    play.does("lead_reviewer", "open_right_of_reply", review.clone());
    let due = after(&play, Span::SchoolDays(10));
    let child = Child::Review(ReviewId::new(uuid(3)));
    play.story.then_due(child, "right_of_reply", due);
    play.does("host_head", "agree_report", review);

    play.diagnosed(1)
        .at_work(1, Play::proposal(1, 1, "specialist_leader", 10));
    for channel in ["data_check", "informal_visit"] {
        let seen = json!({"need": uuid(1), "channel": channel, "on": "2026-09-24", "rating": "red"});
        play.does("adviser", "record_monitoring", seen);
    }
    let recommended = json!({"decision": uuid(8), "need": uuid(1), "outcome": "intensify", "reasons": []});
    play.does("adviser", "recommend_reallocation", recommended);
    let due = after(&play, Span::WorkingDays(10));
    let child = Child::Decision(DecisionId::new(uuid(8)));
    play.story.then_due(child, "decision", due);
}

#[test]
fn an_escalated_concern_ends_in_a_power_and_is_closed() {
    let mut play = Play::standard();
    play.does("peer_reviewer", "raise_challenge", json!({"challenge": uuid(6)}));
    let challenge = Child::Challenge(ChallengeId::new(uuid(6)));
    let due = play
        .story
        .calendar
        .after(play.story.now.date(), Span::SchoolDays(10))
        .unwrap();
    play.story.then_due(challenge, "challenge_answer", due);
    play.does("host_head", "answer_challenge", json!({"challenge": uuid(6)}));
    play.does("adviser", "raise_concern", json!({"concern": uuid(5)}));
    let body = "responsible_body";
    let escalated = json!({"concern": uuid(5), "steps_taken": true});
    play.does_because(body, "no_progress", "escalate_concern", escalated);
    let power = |power: &str| json!({"concern": uuid(5), "power": power});
    play.refused(body, "use_power", power("dismissal"), &["not_asked_for"]);
    play.does(body, "use_power", power("information"));
    play.does(body, "use_power", power("interim_board"));
    play.does(body, "close_concern", json!({"concern": uuid(5)}));
}
