//! A fictional school under the default protocol, and the ways by which its stories come to where they begin.

pub(crate) use crate::of_protocol::*;
use collegium_cycle::{
    acts::{Act, Command},
    approval::{DecidedApproval, OfApproval, RecommendedApproval},
    child::Child,
    cycle::{OpenedCycle, OverCycle},
    decide::Accepted,
    decision::{Decided, Outcome, Recommended},
    deployment::{Agreed, Agreement, Consent, OfDeployment, Proposal},
    enquiry::{AnsweredEnquiry, OpenedEnquiry, RecordedEvidence},
    kit::{Story, Who},
    monitoring::{Channel, MonitoringRecord, Rating},
    need::{AgreedDiagnosis, OfNeed, ReportedNeed},
    protocol::{Guard, Protocol},
    request::{OfRequest, RequestKind, ReviewedRequest, SentRequest},
    review::{Feedback, GivenFeedback, OfReview, Reviewer, ScheduledVisit, Team},
    rules::Rules,
    self_evaluation::OfSelfEvaluation,
};
use collegium_model::{
    calendar::{CalendarDays, SchoolCalendar, Window},
    chrono::NaiveDate,
    code::{Area, Role, WindowCode},
    id::*,
    need::{Need, NeedSource, Severity},
    quantity::{HalfDays, Units},
    support::SupportKind,
    uuid::Uuid,
};
use std::collections::{BTreeMap, BTreeSet};

/// The number of the school whose cycle it is.
pub(crate) const SCHOOL: u128 = 100;

/// The first day of every story, a Monday.
pub(crate) const FIRST_DAY: &str = "2026-09-07";

/// The day of the visit on the way to a report.
pub(crate) const VISIT: &str = "2026-09-16";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn id<T>(wrap: fn(Uuid) -> T, number: u128) -> T {
    wrap(Uuid::from_u128(number))
}

pub(crate) fn role(name: &str) -> Role {
    Role::new(name).unwrap()
}

pub(crate) fn code<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(crate) fn school(number: u128) -> SchoolId {
    id(SchoolId::new, number)
}

pub(crate) fn need(number: u128) -> NeedId {
    id(NeedId::new, number)
}

pub(crate) fn deployment(number: u128) -> DeploymentId {
    id(DeploymentId::new, number)
}

pub(crate) fn person(number: u128) -> PersonId {
    id(PersonId::new, number)
}

pub(crate) fn of_need(number: u128) -> Child {
    Child::Need(need(number))
}

pub(crate) fn of_deployment(number: u128) -> Child {
    Child::Deployment(deployment(number))
}

/// Two typical school years, with tests in May and exams into June.
pub(crate) fn calendar() -> SchoolCalendar {
    let days = CalendarDays::from(SchoolCalendar::typical_england(2026, 2).unwrap());
    let window = |name, from, to| Window {
        name: WindowCode::new(name).unwrap(),
        from: day(from),
        to: day(to),
    };
    let windows = vec![
        window("tests", "2027-05-10", "2027-05-13"),
        window("exams", "2027-05-17", "2027-06-18"),
    ];
    SchoolCalendar::new(CalendarDays { windows, ..days }).unwrap()
}

pub(crate) fn under(protocol: Protocol) -> Story {
    Story::under(Rules::compile(protocol).unwrap(), calendar(), day(FIRST_DAY))
}

/// A cycle that was never opened, under the default protocol with changes.
pub(crate) fn changed(change: impl FnOnce(&mut Protocol)) -> Story {
    let mut protocol = Protocol::standard();
    change(&mut protocol);
    under(protocol)
}

/// A cycle that was never opened, under the default protocol.
pub(crate) fn standard() -> Story {
    changed(|_| {})
}

/// The same, opened.
pub(crate) fn opened() -> Story {
    let mut story = standard();
    story.does("broker", open_cycle());
    story
}

/// A cycle that is opened, under the default protocol with changes.
pub(crate) fn opened_with(change: impl FnOnce(&mut Protocol)) -> Story {
    let mut story = changed(change);
    story.does("broker", open_cycle());
    story
}

pub(crate) fn guarded(protocol: &mut Protocol, act: Act, guard: Guard) {
    protocol.steps.get_mut(&act).unwrap().guards.push(guard);
}

/// What a story takes for granted, and what it asserts in more than one place.
pub(crate) trait Tell {
    /// Somebody in a role does something, which is accepted.
    fn does(&mut self, role: &str, command: Command) -> Accepted;

    /// The same with a reason code.
    fn does_because(&mut self, role: &str, reason: &str, command: Command) -> Accepted;

    /// Asserts that a command is refused for exactly these reasons, that exactly these roles could lift each,
    /// and that nothing has changed by it.
    fn refuses(&mut self, who: &Who, command: Command, expected: &[(&str, &[&str])]);

    /// The same by somebody in that role.
    fn refuses_role(&mut self, role: &str, command: Command, expected: &[(&str, &[&str])]) {
        self.refuses(&Who::in_role(role), command, expected);
    }
}

impl Tell for Story {
    #[track_caller]
    fn does(&mut self, role: &str, command: Command) -> Accepted {
        self.when(&Who::in_role(role), command).then_accepted()
    }

    #[track_caller]
    fn does_because(&mut self, role: &str, reason: &str, command: Command) -> Accepted {
        self.when(&Who::in_role(role).because(reason), command)
            .then_accepted()
    }

    #[track_caller]
    fn refuses(&mut self, who: &Who, command: Command, expected: &[(&str, &[&str])]) {
        let before = self.cycle.clone();
        let codes: Vec<_> = expected.iter().map(|(code, _)| *code).collect();
        let refusal = self.when(who, command).then_refused(&codes);
        for (blocked, (code, roles)) in refusal.blockers.iter().zip(expected) {
            let found: BTreeSet<_> = blocked.liftable_by.iter().map(Role::as_str).collect();
            let roles: BTreeSet<_> = roles.iter().copied().collect();
            assert_eq!(found, roles, "who could lift {code}");
            assert!(!blocked.blocker.help().is_empty());
        }
        assert_eq!(self.cycle, before, "a refused command changed something");
    }
}

pub(crate) fn open_cycle() -> Command {
    let school = school(SCHOOL);
    Command::OpenCycle(OpenedCycle { school, turn: 1 })
}

pub(crate) fn pause() -> Command {
    Command::PauseCycle(OverCycle {})
}

pub(crate) fn resume() -> Command {
    Command::ResumeCycle(OverCycle {})
}

pub(crate) fn stop() -> Command {
    Command::StopCycle(OverCycle {})
}

pub(crate) fn close() -> Command {
    Command::CloseCycle(OverCycle {})
}

pub(crate) fn reopen() -> Command {
    Command::ReopenCycle(OverCycle {})
}

pub(crate) fn a_need(number: u128) -> Need {
    Need {
        id: need(number),
        school: school(SCHOOL),
        area: Area::new("leadership").unwrap(),
        severity: Severity::High,
        units: Units(1),
        year_group: None,
        source: NeedSource::Reported,
    }
}

pub(crate) fn report_need(number: u128) -> Command {
    let need = a_need(number);
    Command::ReportNeed(ReportedNeed { need })
}

pub(crate) fn begin_diagnosis(number: u128) -> Command {
    Command::BeginDiagnosis(OfNeed { need: need(number) })
}

pub(crate) fn agree_diagnosis(number: u128, units: u16) -> Command {
    Command::AgreeDiagnosis(AgreedDiagnosis {
        need: need(number),
        severity: Severity::High,
        units: Units(units),
    })
}

pub(crate) fn close_need(number: u128) -> Command {
    Command::CloseNeed(OfNeed { need: need(number) })
}

pub(crate) fn of_self_evaluation() -> OfSelfEvaluation {
    let self_evaluation = id(SelfEvaluationId::new, 1);
    OfSelfEvaluation { self_evaluation }
}

pub(crate) fn review(number: u128) -> ReviewId {
    id(ReviewId::new, number)
}

pub(crate) fn of_review(number: u128) -> OfReview {
    let review = review(number);
    OfReview { review }
}

pub(crate) fn reviewer(number: u128) -> Reviewer {
    Reviewer {
        person: person(number),
        school: school(1000 + number),
        has_shadowed: true,
    }
}

/// Three people: a lead who has shadowed, and two peers.
pub(crate) fn team(number: u128, lead: u128) -> Team {
    let peers = vec![reviewer(lead + 1), reviewer(lead + 2)];
    Team {
        review: review(number),
        lead: reviewer(lead),
        peers,
    }
}

pub(crate) fn schedule(number: u128, visit: &str) -> Command {
    let (review, visit) = (review(number), day(visit));
    Command::ScheduleReview(ScheduledVisit {
        review,
        visit,
        until: None,
    })
}

pub(crate) fn feedback(number: u128, ways: &[Feedback]) -> Command {
    let (review, ways) = (review(number), ways.to_vec());
    Command::GiveFeedback(GivenFeedback { review, ways })
}

/// A review up to a team, led by a person of that number.
pub(crate) fn teamed(story: &mut Story, number: u128, lead: u128) {
    story.does("broker", Command::PlanReview(of_review(number)));
    story.does("broker", Command::FormTeam(team(number, lead)));
}

/// A self-evaluation that was handed in.
pub(crate) fn evaluated(story: &mut Story) {
    for step in [
        Command::DraftSelfEvaluation,
        Command::ConsultOnSelfEvaluation,
        Command::SubmitSelfEvaluation,
    ] {
        story.does("host_head", step(of_self_evaluation()));
    }
}

/// The first review up to its draft in the hands of the host head, feedback given in these directions.
pub(crate) fn replied(story: &mut Story, ways: &[Feedback]) {
    evaluated(story);
    teamed(story, 1, 10);
    story.does("broker", schedule(1, VISIT));
    story.on(day(VISIT));
    story.does("lead_reviewer", Command::BeginReview(of_review(1)));
    story.does("lead_reviewer", feedback(1, ways));
    story.does("lead_reviewer", Command::DraftReport(of_review(1)));
    story.does("lead_reviewer", Command::OpenRightOfReply(of_review(1)));
}

/// The first review up to its agreed report.
pub(crate) fn reviewed(story: &mut Story) {
    replied(story, &Feedback::ALL);
    story.does("host_head", Command::AgreeReport(of_review(1)));
}

/// A need that waits for a giver.
pub(crate) fn diagnosed(story: &mut Story, number: u128, units: u16) {
    story.does("broker", report_need(number));
    story.does("adviser", begin_diagnosis(number));
    if story.cycle.reviews.is_empty() {
        reviewed(story);
    }
    story.does("adviser", agree_diagnosis(number, units));
}

/// Who lends for the deployment of that number.
pub(crate) fn giver(number: u128) -> SchoolId {
    school(200 + number)
}

pub(crate) fn proposal(number: u128, of: u128) -> Proposal {
    Proposal {
        deployment: deployment(number),
        need: need(of),
        giver: giver(number),
        half_days: HalfDays(10),
        round: None,
        kind: SupportKind::SpecialistLeader,
        person: None,
        leads: None,
        post_covered: None,
        from: None,
        to: None,
    }
}

pub(crate) fn propose(number: u128, of: u128) -> Command {
    Command::ProposeDeployment(proposal(number, of))
}

pub(crate) fn with_deployment(number: u128) -> OfDeployment {
    let deployment = deployment(number);
    OfDeployment { deployment }
}

pub(crate) fn send(number: u128, kind: RequestKind, about: Option<u128>) -> Command {
    Command::SendRequest(SentRequest {
        request: id(RequestId::new, number),
        kind,
        deployment: about.map(deployment),
        of: role("releasing_employer"),
    })
}

pub(crate) fn of_request(number: u128) -> OfRequest {
    let request = id(RequestId::new, number);
    OfRequest { request }
}

pub(crate) fn review_request(number: u128, clear: bool) -> Command {
    let request = id(RequestId::new, number);
    Command::ReviewRequest(ReviewedRequest { request, clear })
}

pub(crate) fn consent(number: u128, by: &str) -> Command {
    let (deployment, by) = (deployment(number), role(by));
    Command::GiveConsent(Consent { deployment, by })
}

pub(crate) fn consent_all(story: &mut Story, number: u128) {
    for by in story.rules.consents().to_vec() {
        story.does(by.as_str(), consent(number, by.as_str()));
    }
}

/// From the day of agreeing on, coordinated by the same person.
pub(crate) fn agreement(story: &Story) -> Agreement {
    Agreement {
        from: story.now.date(),
        to: day("2027-07-16"),
        exit: None,
        coordinator: Some(person(9)),
        cover_cost_pence: 350_000,
        fee_pence: 0,
        activities: BTreeMap::new(),
    }
}

pub(crate) fn agree(number: u128, agreement: Agreement) -> Command {
    let deployment = deployment(number);
    Command::AgreeDeployment(Agreed {
        deployment,
        agreement,
    })
}

/// A proposal, cleared of conflicts.
pub(crate) fn cleared(story: &mut Story, proposal: Proposal) {
    let number = proposal.deployment.uuid().as_u128();
    story.does("broker", Command::ProposeDeployment(proposal));
    let request = 100 + number;
    story.does(
        "broker",
        send(request, RequestKind::ConflictDeclaration, Some(number)),
    );
    story.does("releasing_employer", Command::RecordReceipt(of_request(request)));
    story.does("broker", review_request(request, true));
    story.does("broker", Command::ClearConflict(with_deployment(number)));
}

/// A proposal, with every consent.
pub(crate) fn consented(story: &mut Story, proposal: Proposal) {
    let number = proposal.deployment.uuid().as_u128();
    cleared(story, proposal);
    consent_all(story, number);
}

/// Help that is at work for a need that waited for it.
pub(crate) fn at_work(story: &mut Story, proposal: Proposal) {
    let number = proposal.deployment.uuid().as_u128();
    consented(story, proposal);
    let agreement = agreement(story);
    story.does("broker", agree(number, agreement));
    story.does("broker", Command::StartDeployment(with_deployment(number)));
}

/// An opened cycle with help at work: the first deployment for the first need.
pub(crate) fn helped() -> Story {
    let mut story = opened();
    diagnosed(&mut story, 1, 1);
    at_work(&mut story, proposal(1, 1));
    story
}

pub(crate) fn observe(of: u128, channel: Channel, on: NaiveDate, rating: Rating) -> Command {
    Command::RecordMonitoring(MonitoringRecord {
        need: need(of),
        channel,
        on,
        rating,
    })
}

/// Help at work, seen through two channels, so that it is monitored and a change can be recommended.
pub(crate) fn monitored() -> Story {
    let mut story = helped();
    let today = story.now.date();
    for channel in [Channel::DataCheck, Channel::InformalVisit] {
        story.does("adviser", observe(1, channel, today, Rating::Red));
    }
    story
}

pub(crate) fn recommend(number: u128, of: u128, outcome: Outcome) -> Command {
    let (decision, need, reasons) = (id(DecisionId::new, number), need(of), Vec::new());
    Command::RecommendReallocation(Recommended {
        decision,
        need,
        outcome,
        reasons,
    })
}

pub(crate) fn decide(number: u128, outcome: Outcome) -> Command {
    let (decision, conditions) = (id(DecisionId::new, number), Vec::new());
    Command::DecideReallocation(Decided {
        decision,
        outcome,
        conditions,
    })
}

pub(crate) fn enquiry(number: u128) -> EnquiryId {
    id(EnquiryId::new, number)
}

pub(crate) fn open_enquiry(number: u128, about: Option<u128>) -> Command {
    Command::OpenEnquiry(OpenedEnquiry {
        enquiry: enquiry(number),
        need: about.map(need),
        review: None,
        domain: None,
    })
}

pub(crate) fn evidence(of: u128, number: u128, kind: &str) -> Command {
    Command::RecordEvidence(RecordedEvidence {
        enquiry: enquiry(of),
        evidence: id(EvidenceId::new, number),
        kind: code(kind),
        on: day(FIRST_DAY),
    })
}

pub(crate) fn answer(of: u128, rests_on: &[u128], causal: bool) -> Command {
    let ids = rests_on.iter().map(|number| id(EvidenceId::new, *number));
    Command::AnswerEnquiry(AnsweredEnquiry {
        enquiry: enquiry(of),
        evidence: ids.collect(),
        causal,
    })
}

/// An enquiry that is answered on two kinds of evidence, one of each side.
pub(crate) fn answered(story: &mut Story, number: u128, about: Option<u128>) {
    story.does("adviser", open_enquiry(number, about));
    let (what, why) = (10 * number, 10 * number + 1);
    story.does("governor", evidence(number, what, "assessment_data"));
    story.does("governor", evidence(number, why, "observation"));
    story.does("adviser", answer(number, &[what, why], false));
}

pub(crate) fn approval(number: u128) -> ApprovalId {
    id(ApprovalId::new, number)
}

pub(crate) fn recommend_approval(number: u128, kind: &str, outcome: &str) -> Command {
    Command::RecommendApproval(RecommendedApproval {
        approval: approval(number),
        kind: code(kind),
        outcome: code(outcome),
    })
}

pub(crate) fn decide_approval(number: u128, outcome: &str) -> Command {
    Command::DecideApproval(DecidedApproval {
        approval: approval(number),
        outcome: code(outcome),
        conditions: Vec::new(),
    })
}

pub(crate) fn revoke_approval(number: u128) -> Command {
    let approval = approval(number);
    Command::RevokeApproval(OfApproval { approval })
}
