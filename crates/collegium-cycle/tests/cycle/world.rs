//! What the tests of a cycle share: one school, its people, and a command for every act.

use collegium_cycle::{
    acts::{Act, Command},
    child::Child,
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
    review::{OfReview, Reviewer, ScheduledVisit, Team},
    rules::Rules,
    self_evaluation::OfSelfEvaluation,
};
use collegium_model::{
    calendar::SchoolCalendar,
    chrono::{NaiveDate, NaiveDateTime, TimeDelta},
    code::{Area, ReasonCode, Role},
    id::*,
    need::{Need, NeedSource, Severity},
    quantity::Units,
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
            _ => roles.first().cloned().unwrap_or_default(),
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
        unreachable!()
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
        }),
        Act::BeginReview => Command::BeginReview(OfReview { review }),
        Act::GiveFeedback => Command::GiveFeedback(OfReview { review }),
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
                deployment,
                of,
            })
        }
        Act::RecordReceipt => Command::RecordReceipt(OfRequest { request }),
        Act::ReviewRequest => Command::ReviewRequest(ReviewedRequest { request, clear: true }),
        Act::ProposeDeployment => Command::ProposeDeployment(Proposal {
            deployment,
            need: id(NeedId::new, 1),
            giver: id(SchoolId::new, 200 + number),
            half_days: Protocol::standard().deployment_size,
            round: None,
        }),
        Act::ClearConflict => Command::ClearConflict(OfDeployment { deployment }),
        Act::GiveConsent => consent(number, "host_head"),
        Act::AgreeDeployment => {
            let (from, to) = (date("2027-01-11"), date("2027-07-09"));
            let coordinator = id(PersonId::new, 9);
            let agreement = Agreement {
                from,
                to,
                coordinator,
                cover_cost_pence: 350_000,
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
        act => unreachable!("{act} is not in the tests' catalogue"),
    }
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
        _ => 0,
    }
}
