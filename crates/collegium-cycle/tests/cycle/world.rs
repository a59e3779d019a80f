//! What the tests of a cycle share: one school, its people, and a command for every act.

use collegium_cycle::serde_json::json;
use collegium_cycle::{
    acts::{Act, Command},
    child::{Child, Machine},
    context::{Context, Recorded},
    cycle::{Cycle, OpenedCycle, OverCycle},
    decide::Accepted,
    decision::{Decided, Outcome, Recommended},
    deployment::{Agreed, Agreement, Consent, Declined, Impact, OfDeployment, Proposal},
    monitoring::{Channel, Direction, MonitoringRecord, Rating},
    need::{AgreedDiagnosis, OfNeed, ReportedNeed},
    objective::{OfObjective, ProgressNote, SetObjectiveFor},
    protocol::Protocol,
    refusal::Refusal,
    request::{OfRequest, RequestKind, ReviewedRequest, SentRequest},
    review::{Feedback, GivenFeedback, OfReview, Reviewer, ScheduledVisit, Team},
    rules::Rules,
    self_evaluation::OfSelfEvaluation,
};
use collegium_model::{
    calendar::SchoolCalendar,
    chrono::{NaiveDate, NaiveDateTime, TimeDelta},
    code::{Area, ReasonCode, Role},
    id::*,
    need::{Need, NeedSource, Severity},
    quantity::{HalfDays, Units},
    support::SupportKind,
    uuid::Uuid,
};

pub(crate) const SCHOOL: u128 = 100;

pub(crate) struct World {
    pub(crate) cycle: Cycle,
    pub(crate) rules: Rules,
    pub(crate) calendar: SchoolCalendar,
    pub(crate) now: NaiveDateTime,
    pub(crate) reason: Option<ReasonCode>,
}

pub(crate) fn id<T>(wrap: fn(Uuid) -> T, number: u128) -> T {
    wrap(Uuid::from_u128(number))
}

pub(crate) fn role(name: &str) -> Role {
    Role::new(name).unwrap()
}

impl World {
    pub(crate) fn new() -> Self {
        let calendar = SchoolCalendar::typical_england(2026, 2).unwrap();
        let now = NaiveDate::from_ymd_opt(2026, 9, 7)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        let rules = Rules::compile(Protocol::standard()).unwrap();
        Self {
            cycle: Cycle::default(),
            rules,
            calendar,
            now,
            reason: None,
        }
    }

    pub(crate) fn pass_days(&mut self, days: i64) -> &mut Self {
        self.now += TimeDelta::days(days);
        self
    }

    pub(crate) fn on_date(&mut self, date: &str) -> &mut Self {
        self.now = date.parse::<NaiveDate>().unwrap().and_time(self.now.time());
        self
    }

    /// Judges a command by a person in roles; applies it where it is allowed.
    pub(crate) fn tell(
        &mut self,
        person: u128,
        roles: &[&str],
        command: &Command,
    ) -> Result<Accepted, Refusal> {
        let roles: Vec<_> = roles.iter().map(|name| role(name)).collect();
        let actor = id(PersonId::new, person);
        let mut context = Context::new(actor, &roles, self.now, &self.calendar);
        context.reason = self.reason.as_ref();
        let accepted = self.cycle.decide(command, &context, &self.rules)?;
        for event in &accepted.events {
            self.cycle.evolve(&Recorded {
                event,
                at: self.now,
                actor,
                on_behalf_of: None,
                reason: self.reason.as_ref(),
            });
        }
        Ok(accepted)
    }

    /// The same, by a person of the first role that the protocol names.
    pub(crate) fn does(&mut self, command: &Command) -> Result<Accepted, Refusal> {
        let roles: Vec<String> = self
            .rules
            .roles(command.act())
            .iter()
            .map(|role| role.as_str().to_owned())
            .collect();
        let claimed = match command {
            Command::GiveConsent(it) => it.by.as_str().to_owned(),
            _ => roles.first().cloned().unwrap_or_else(|| "host_head".to_owned()),
        };
        let person = 1 + u128::from(claimed.bytes().map(u32::from).sum::<u32>());
        self.tell(person, &[&claimed], command)
    }

    /// The same, where the story takes it for granted that it is allowed.
    pub(crate) fn must(&mut self, command: &Command) -> &mut Self {
        let done = self.does(command);
        assert!(done.is_ok(), "{command:?}: {}", done.unwrap_err());
        self
    }

    /// The codes of what stands in a command's way.
    pub(crate) fn refused(&mut self, command: &Command) -> Vec<String> {
        let refusal = self.does(command).expect_err("the story expects a refusal");
        codes(&refusal)
    }

    /// Up to a need that waits for a match.
    pub(crate) fn diagnosed(&mut self, need: u128) -> &mut Self {
        if self.cycle.opened.is_none() {
            self.must(&command(Act::OpenCycle, 0));
        }
        self.must(&command(Act::ReportNeed, need))
            .must(&command(Act::BeginDiagnosis, need));
        if self.cycle.reviews.is_empty() {
            self.reviewed();
        }
        self.must(&command(Act::AgreeDiagnosis, need))
    }

    pub(crate) fn reviewed(&mut self) -> &mut Self {
        use Act as A;
        for act in [
            A::DraftSelfEvaluation,
            A::ConsultOnSelfEvaluation,
            A::SubmitSelfEvaluation,
            A::PlanReview,
            A::FormTeam,
        ] {
            self.must(&command(act, 1));
        }
        self.must(&command(A::ScheduleReview, 1)).on_date("2026-09-16");
        for act in [
            A::BeginReview,
            A::GiveFeedback,
            A::DraftReport,
            A::OpenRightOfReply,
            A::AgreeReport,
        ] {
            self.must(&command(act, 1));
        }
        self
    }

    /// Up to agreed help for a need that waits.
    pub(crate) fn agreed(&mut self, deployment: u128, need: u128) -> &mut Self {
        self.must(&propose(deployment, need, 200 + deployment));
        self.must(&command(Act::SendRequest, deployment))
            .must(&command(Act::RecordReceipt, deployment));
        self.must(&command(Act::ReviewRequest, deployment))
            .must(&command(Act::ClearConflict, deployment));
        for by in self.rules.consents().to_vec() {
            self.must(&consent(deployment, by.as_str()));
        }
        self.must(&command(Act::AgreeDeployment, deployment))
    }
}

pub(crate) fn codes(refusal: &Refusal) -> Vec<String> {
    let json = serde_json::to_value(refusal).unwrap();
    json.as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap().to_owned())
        .collect()
}

pub(crate) fn propose(deployment: u128, need: u128, giver: u128) -> Command {
    let Command::ProposeDeployment(proposal) = command(Act::ProposeDeployment, deployment) else {
        panic!("the command proposes a deployment")
    };
    let (need, giver) = (id(NeedId::new, need), id(SchoolId::new, giver));
    Command::ProposeDeployment(Proposal {
        need,
        giver,
        ..proposal
    })
}

pub(crate) fn consent(deployment: u128, by: &str) -> Command {
    Command::GiveConsent(Consent {
        deployment: id(DeploymentId::new, deployment),
        by: role(by),
    })
}

pub(crate) fn observe(need: u128, channel: Channel, on: NaiveDate, rating: Rating) -> Command {
    Command::RecordMonitoring(MonitoringRecord {
        need: id(NeedId::new, need),
        channel,
        on,
        rating,
    })
}

pub(crate) fn recommend(decision: u128, need: u128, outcome: Outcome) -> Command {
    let (decision, need) = (id(DecisionId::new, decision), id(NeedId::new, need));
    Command::RecommendReallocation(Recommended {
        decision,
        need,
        outcome,
        reasons: vec![],
    })
}

pub(crate) fn decide(decision: u128, outcome: Outcome) -> Command {
    let decision = id(DecisionId::new, decision);
    Command::DecideReallocation(Decided {
        decision,
        outcome,
        conditions: vec![],
    })
}

/// A plausible command for an act about the thing of that number.
#[allow(clippy::too_many_lines, reason = "one arm for each act")]
pub(crate) fn command(act: Act, number: u128) -> Command {
    let need = id(NeedId::new, number);
    let review = id(ReviewId::new, number);
    let self_evaluation = id(SelfEvaluationId::new, number);
    let deployment = id(DeploymentId::new, number);
    let request = id(RequestId::new, number);
    let objective = id(ObjectiveId::new, number);
    let school = id(SchoolId::new, SCHOOL);
    let reviewer = |person, has_shadowed| Reviewer {
        person: id(PersonId::new, person),
        school: id(SchoolId::new, 300 + person),
        has_shadowed,
    };
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    match act {
        Act::OpenCycle => Command::OpenCycle(OpenedCycle { school, turn: 1 }),
        Act::PauseCycle => Command::PauseCycle(OverCycle {}),
        Act::ResumeCycle => Command::ResumeCycle(OverCycle {}),
        Act::CloseCycle => Command::CloseCycle(OverCycle {}),
        Act::ReportNeed => Command::ReportNeed(ReportedNeed {
            need: Need {
                id: need,
                school,
                area: Area::new("leadership").unwrap(),
                severity: Severity::High,
                units: Units(1),
                year_group: None,
                source: NeedSource::Reported,
            },
        }),
        Act::BeginDiagnosis => Command::BeginDiagnosis(OfNeed { need }),
        Act::AgreeDiagnosis => Command::AgreeDiagnosis(AgreedDiagnosis {
            need,
            severity: Severity::Urgent,
            units: Units(1),
        }),
        Act::CloseNeed => Command::CloseNeed(OfNeed { need }),
        Act::DraftSelfEvaluation => Command::DraftSelfEvaluation(OfSelfEvaluation { self_evaluation }),
        Act::ConsultOnSelfEvaluation => {
            Command::ConsultOnSelfEvaluation(OfSelfEvaluation { self_evaluation })
        }
        Act::SubmitSelfEvaluation => Command::SubmitSelfEvaluation(OfSelfEvaluation { self_evaluation }),
        Act::ShareSelfEvaluation => Command::ShareSelfEvaluation(OfSelfEvaluation { self_evaluation }),
        Act::PlanReview => Command::PlanReview(OfReview { review }),
        Act::FormTeam => {
            let (lead, peers) = (reviewer(11, true), vec![reviewer(12, false), reviewer(13, false)]);
            Command::FormTeam(Team { review, lead, peers })
        }
        Act::ScheduleReview => Command::ScheduleReview(ScheduledVisit {
            review,
            visit: date("2026-09-16"),
            until: None,
        }),
        Act::BeginReview => Command::BeginReview(OfReview { review }),
        Act::GiveFeedback => Command::GiveFeedback(GivenFeedback {
            review,
            ways: Feedback::ALL.to_vec(),
        }),
        Act::DraftReport => Command::DraftReport(OfReview { review }),
        Act::OpenRightOfReply => Command::OpenRightOfReply(OfReview { review }),
        Act::AgreeReport => Command::AgreeReport(OfReview { review }),
        Act::ShareReport => Command::ShareReport(OfReview { review }),
        Act::CancelReview => Command::CancelReview(OfReview { review }),
        Act::SendRequest => {
            let (kind, of) = (RequestKind::ConflictDeclaration, role("releasing_employer"));
            Command::SendRequest(SentRequest {
                request,
                kind,
                deployment: Some(deployment),
                of,
            })
        }
        Act::RecordReceipt => Command::RecordReceipt(OfRequest { request }),
        Act::ReviewRequest => Command::ReviewRequest(ReviewedRequest { request, clear: true }),
        Act::ProposeDeployment => Command::ProposeDeployment(Proposal::new(
            deployment,
            id(NeedId::new, 1),
            id(SchoolId::new, 200 + number),
            SupportKind::SpecialistLeader,
            HalfDays(10),
        )),
        Act::ClearConflict => Command::ClearConflict(OfDeployment { deployment }),
        Act::GiveConsent => consent(number, "host_head"),
        Act::AgreeDeployment => {
            let (from, to) = (date("2027-01-11"), date("2027-07-09"));
            let coordinator = id(PersonId::new, 9);
            let agreement = Agreement {
                coordinator: Some(coordinator),
                cover_cost_pence: 350_000,
                ..Agreement::between(from, to)
            };
            Command::AgreeDeployment(Agreed {
                deployment,
                agreement,
            })
        }
        Act::StartDeployment => Command::StartDeployment(OfDeployment { deployment }),
        Act::TaperDeployment => Command::TaperDeployment(OfDeployment { deployment }),
        Act::CompleteDeployment => Command::CompleteDeployment(OfDeployment { deployment }),
        Act::ReviewImpact => Command::ReviewImpact(Impact {
            deployment,
            rating: Rating::Green,
        }),
        Act::DeclineDeployment => Command::DeclineDeployment(Declined {
            deployment,
            by: role("releasing_employer"),
        }),
        Act::WithdrawDeployment => Command::WithdrawDeployment(OfDeployment { deployment }),
        Act::CancelDeployment => Command::CancelDeployment(OfDeployment { deployment }),
        Act::SetObjective => Command::SetObjective(SetObjectiveFor {
            objective,
            need: id(NeedId::new, 1),
            area: None,
        }),
        Act::NoteProgress => {
            let (rating, direction) = (Rating::Amber, Direction::Steady);
            Command::NoteProgress(ProgressNote {
                objective,
                rating,
                direction,
            })
        }
        Act::CloseObjective => Command::CloseObjective(OfObjective { objective }),
        Act::RecordMonitoring => observe(number, Channel::DataCheck, date("2026-09-07"), Rating::Red),
        Act::RecommendReallocation => recommend(number, 1, Outcome::Continue),
        Act::DecideReallocation => decide(number, Outcome::Switch),
        act => beside(act, number),
    }
}

/// The same for what goes on beside reviews and help.
fn beside(act: Act, number: u128) -> Command {
    let need = id(NeedId::new, 1);
    let (concern, challenge) = (id(ConcernId::new, number), id(ChallengeId::new, number));
    let (enquiry, workshop) = (id(EnquiryId::new, number), id(WorkshopId::new, number));
    let coaching = id(CoachingId::new, number);
    let person = id(PersonId::new, 70 + number);
    let on = "2026-09-07";
    let data = match act {
        Act::StopCycle | Act::ReopenCycle => json!({}),
        Act::MigrateCycle => json!({"to": {"id": "other", "version": 1, "hash": ""}}),
        Act::ExtendDeadline => json!({
            "of": {"machine": "request", "id": id(RequestId::new, number)},
            "deadline": "conflict_answer", "until": "2027-01-29",
        }),
        Act::CategoriseSchool => json!({"category": "secure"}),
        Act::HandOverSafeguarding => json!({
            "handover": id(HandoverId::new, number), "to": "designated_safeguarding_lead", "on": on,
        }),
        Act::ReportVacancy => json!({"post": "head", "since": on}),
        Act::RecordAppointment => json!({"post": "head", "person": person}),
        Act::ReportConversion => json!({"from": 900_001, "to": 900_002, "on": on}),
        Act::ReportMerger => json!({"into": id(SchoolId::new, 400), "on": on}),
        Act::ReportClosure => json!({"on": on}),
        Act::ReportInspection => json!({"on": on, "judgements": []}),
        Act::ReportStrike => json!({"from": on, "to": on}),
        Act::ReportCapacityFall => json!({"giver": id(SchoolId::new, 200 + number), "still": 0}),
        Act::DeclareInterest => json!({"person": person, "school": id(SchoolId::new, SCHOOL)}),
        Act::WithdrawDiagnosis | Act::ReopenNeed => json!({"need": id(NeedId::new, number)}),
        Act::WithdrawSelfEvaluation => json!({"self_evaluation": id(SelfEvaluationId::new, number)}),
        Act::ReopenReport => json!({"review": id(ReviewId::new, number)}),
        Act::OpenEnquiry => json!({"enquiry": enquiry, "need": need}),
        Act::RecordEvidence => json!({
            "enquiry": enquiry, "evidence": id(EvidenceId::new, number), "kind": "survey", "on": on,
        }),
        Act::AnswerEnquiry => json!({"enquiry": enquiry, "evidence": [id(EvidenceId::new, number)]}),
        Act::ReopenEnquiry => json!({"enquiry": enquiry}),
        Act::CallWorkshop => json!({
            "workshop": workshop, "champion": person, "champion_from": id(SchoolId::new, 301),
        }),
        Act::DraftPlan => json!({"workshop": workshop, "actions": [
            {"owner": "host_head", "success_measure": true, "review_on": "2027-02-01"},
        ]}),
        Act::HoldWorkshop | Act::AdoptPlan | Act::CancelWorkshop => json!({"workshop": workshop}),
        Act::CancelRequest => json!({"request": id(RequestId::new, number)}),
        Act::RecordContact => json!({"deployment": id(DeploymentId::new, number), "with": "staff", "on": on}),
        Act::CheckExpectation => json!({
            "deployment": id(DeploymentId::new, number), "expectation": "safe_site", "met": true,
        }),
        Act::LogTime => json!({
            "deployment": id(DeploymentId::new, number), "activity": "teaching", "half_days": 1, "on": on,
        }),
        Act::ReopenObjective => json!({"objective": id(ObjectiveId::new, number)}),
        Act::PlanProgressReview => json!({"progress_review": id(ProgressReviewId::new, number), "on": on}),
        Act::RecordProgressReview => json!({
            "progress_review": id(ProgressReviewId::new, number), "overall": "progressing_well",
        }),
        Act::RaiseConcern => json!({"concern": concern}),
        Act::EscalateConcern => json!({"concern": concern, "steps_taken": true}),
        Act::UsePower => json!({"concern": concern, "power": "information"}),
        Act::ResolveConcern | Act::CloseConcern | Act::ReopenConcern => json!({"concern": concern}),
        Act::RaiseChallenge | Act::AnswerChallenge | Act::SettleChallenge | Act::EscalateChallenge => {
            json!({"challenge": challenge})
        }
        Act::RecommendApproval => json!({
            "approval": id(ApprovalId::new, number), "kind": "plan", "outcome": "approve",
        }),
        Act::DecideApproval => json!({"approval": id(ApprovalId::new, number), "outcome": "approve"}),
        Act::RevokeApproval => json!({"approval": id(ApprovalId::new, number)}),
        Act::ContractCoaching => json!({
            "coaching": coaching, "coach": person, "coached": id(PersonId::new, 80),
        }),
        Act::RecordSession => json!({"coaching": coaching, "on": on}),
        Act::CloseCoaching => json!({"coaching": coaching}),
        Act::CompletePart => json!({
            "due_diligence": id(DueDiligenceId::new, number), "part": "school_improvement",
        }),
        act if act.machine() == Machine::DueDiligence => {
            json!({"due_diligence": id(DueDiligenceId::new, number)})
        }
        _ => json!({"task": "arrange_visit"}),
    };
    Command::read(act.code(), &data).unwrap()
}

/// The number under which a thing was made.
pub(crate) fn number(child: Child) -> u128 {
    match child {
        Child::Need(id) => id.uuid().as_u128(),
        Child::SelfEvaluation(id) => id.uuid().as_u128(),
        Child::Review(id) => id.uuid().as_u128(),
        Child::Request(id) => id.uuid().as_u128(),
        Child::Deployment(id) => id.uuid().as_u128(),
        Child::Objective(id) => id.uuid().as_u128(),
        Child::Decision(id) => id.uuid().as_u128(),
        Child::Enquiry(id) => id.uuid().as_u128(),
        Child::Workshop(id) => id.uuid().as_u128(),
        Child::ProgressReview(id) => id.uuid().as_u128(),
        Child::Concern(id) => id.uuid().as_u128(),
        Child::Challenge(id) => id.uuid().as_u128(),
        Child::Approval(id) => id.uuid().as_u128(),
        Child::Coaching(id) => id.uuid().as_u128(),
        Child::DueDiligence(id) => id.uuid().as_u128(),
        _ => 0,
    }
}
