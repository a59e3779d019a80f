//! A small network: school 1 can help with two deployments at once; schools 2, 3 and 4 need help.

use collegium_engine::{
    acts::Command,
    candidates::Candidates,
    context::Context,
    cycle::{
        acts::Command as CycleCommand,
        cycle::OpenedCycle,
        deployment::{Agreed, Agreement, Consent, OfDeployment, Proposal},
        monitoring::{Channel, MonitoringRecord, Rating},
        need::{AgreedDiagnosis, OfNeed, ReportedNeed},
        protocol::{Protocol, Workload},
        request::{OfRequest, RequestKind, ReviewedRequest, SentRequest},
        review::{Feedback, GivenFeedback, OfReview, Reviewer, ScheduledVisit, Team},
        rules::Rules,
        self_evaluation::OfSelfEvaluation,
    },
    entry::Entry,
    journal::{Handled, Journal},
    ledger::DeclaredCapacity,
    matching::{objective::Objective, solve::solve},
    network::Network,
    opening::{Member, MemberKind, OpenedNetwork},
    reallocation::Reallocation,
    refusal::Refusal,
    round::{Basis, OfRound, OpenedRound},
    seal::Sealer,
};
use collegium_model::{
    calendar::SchoolCalendar,
    candidate::CandidateRules,
    chrono::{NaiveDate, NaiveDateTime, TimeDelta},
    code::{Area, ReasonCode, Role},
    id::{
        CommandId, CycleId, DeploymentId, NeedId, NetworkId, OfferId, PersonId, RequestId, ReviewId, RoundId,
        SchoolId, SelfEvaluationId,
    },
    need::{Need, NeedSource, Severity},
    offer::Offer,
    place::Place,
    quantity::{HalfDays, Metres, Units},
    school::{EducationPhase, SchoolReference},
    uuid::Uuid,
};

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) journal: Journal,
    pub(crate) entries: Vec<Entry>,
    pub(crate) now: NaiveDateTime,
    pub(crate) reason: Option<ReasonCode>,
    next: u128,
}

pub(crate) fn id<T>(wrap: fn(Uuid) -> T, number: u128) -> T {
    wrap(Uuid::from_u128(number))
}

/// The default protocol without its limits on workload, so that a visit can be told and made in one day.
pub(crate) fn rules() -> Rules {
    let protocol = Protocol {
        workload: Workload::default(),
        ..Protocol::standard()
    };
    Rules::compile(protocol).unwrap()
}

pub(crate) fn area() -> Area {
    Area::new("leadership").unwrap()
}

/// The number of a person: one for each role.
pub(crate) fn person(role: &str) -> PersonId {
    id(PersonId::new, 10_000 + role.bytes().map(u128::from).sum::<u128>())
}

pub(crate) fn offer(school: u128, at_once: u16) -> Offer {
    Offer {
        id: id(OfferId::new, school),
        school: id(SchoolId::new, school),
        areas: vec![area()],
        at_once: Units(at_once),
        per_term: HalfDays(10 * u32::from(at_once)),
        rule: None,
    }
}

impl World {
    pub(crate) fn empty() -> Self {
        Self::under(rules())
    }

    fn under(rules: Rules) -> Self {
        let now = NaiveDate::from_ymd_opt(2026, 9, 7)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        Self {
            journal: Journal::new(Network::new(rules)),
            entries: Vec::new(),
            now,
            reason: None,
            next: 1_000_000,
        }
    }

    /// Opened, with school 1 offering two deployments.
    pub(crate) fn opened() -> Self {
        Self::opened_under(rules())
    }

    pub(crate) fn opened_under(rules: Rules) -> Self {
        let mut world = Self::under(rules);
        let member = |number: u32| Member {
            school: id(SchoolId::new, u128::from(number)),
            reference: SchoolReference::Pseudonym(number),
            education_phase: EducationPhase::Primary,
            place: Place::new(Metres(400_000 + 1000 * number), Metres(300_000)).ok(),
            kind: MemberKind::School,
        };
        world.must(
            "broker",
            &Command::OpenNetwork(OpenedNetwork {
                network: id(NetworkId::new, 1),
                calendar: SchoolCalendar::typical_england(2026, 2).unwrap(),
                members: (1..=6).map(member).collect(),
            }),
        );
        world.must(
            "releasing_employer",
            &Command::DeclareCapacity(DeclaredCapacity::always(offer(1, 2))),
        );
        world
    }

    /// With three diagnosed needs, of schools 2, 3 and 4, under their schools' numbers.
    pub(crate) fn diagnosed() -> Self {
        Self::diagnosed_of(&[2, 3, 4])
    }

    pub(crate) fn diagnosed_of(takers: &[u128]) -> Self {
        let mut world = Self::opened();
        for number in takers.iter().copied() {
            world.report(number);
            world.diagnose(number);
        }
        world
    }

    pub(crate) fn report(&mut self, number: u128) {
        let school = id(SchoolId::new, number);
        self.must_in(
            "broker",
            number,
            CycleCommand::OpenCycle(OpenedCycle { school, turn: 1 }),
        );
        let need = Need {
            id: id(NeedId::new, number),
            school,
            area: area(),
            severity: if number == 2 {
                Severity::Urgent
            } else {
                Severity::Moderate
            },
            units: Units(1),
            year_group: None,
            source: NeedSource::Reported,
        };
        self.must_in(
            "host_head",
            number,
            CycleCommand::ReportNeed(ReportedNeed { need }),
        );
    }

    pub(crate) fn diagnose(&mut self, number: u128) {
        use CycleCommand as C;
        let need = id(NeedId::new, number);
        let self_evaluation = id(SelfEvaluationId::new, number);
        let review = id(ReviewId::new, number);
        let of = || OfSelfEvaluation { self_evaluation };
        let reviewer = |person| Reviewer {
            person: id(PersonId::new, person),
            school: id(SchoolId::new, 5),
            has_shadowed: true,
        };
        let team = Team {
            review,
            lead: reviewer(1),
            peers: vec![reviewer(2), reviewer(3)],
        };
        let visit = self.now.date();
        for (role, command) in [
            ("adviser", C::BeginDiagnosis(OfNeed { need })),
            ("host_head", C::DraftSelfEvaluation(of())),
            ("host_head", C::ConsultOnSelfEvaluation(of())),
            ("host_head", C::SubmitSelfEvaluation(of())),
            ("broker", C::PlanReview(OfReview { review })),
            ("broker", C::FormTeam(team)),
            (
                "broker",
                C::ScheduleReview(ScheduledVisit {
                    review,
                    visit,
                    until: None,
                }),
            ),
            ("lead_reviewer", C::BeginReview(OfReview { review })),
            (
                "lead_reviewer",
                C::GiveFeedback(GivenFeedback {
                    review,
                    ways: Feedback::ALL.to_vec(),
                }),
            ),
            ("lead_reviewer", C::DraftReport(OfReview { review })),
            ("lead_reviewer", C::OpenRightOfReply(OfReview { review })),
            ("host_head", C::AgreeReport(OfReview { review })),
            (
                "adviser",
                C::AgreeDiagnosis(AgreedDiagnosis {
                    need,
                    severity: if number == 2 {
                        Severity::Urgent
                    } else {
                        Severity::Moderate
                    },
                    units: Units(1),
                }),
            ),
        ] {
            self.must_in(role, number, command);
        }
    }

    pub(crate) fn pass_days(&mut self, days: i64) -> &mut Self {
        self.now += TimeDelta::days(days);
        self
    }

    pub(crate) fn context(&mut self, role: &str) -> Context {
        self.next += 1;
        let command = id(CommandId::new, self.next);
        let context = Context::new(command, person(role), Role::new(role).unwrap(), self.now);
        Context {
            reason: self.reason.clone(),
            ..context
        }
    }

    pub(crate) fn tell(&mut self, role: &str, command: &Command) -> Result<Handled, Refusal> {
        let context = self.context(role);
        self.handle(command, &context)
    }

    pub(crate) fn handle(&mut self, command: &Command, context: &Context) -> Result<Handled, Refusal> {
        let handled = self.journal.handle(command, context)?;
        self.entries.extend(handled.clone().entries());
        Ok(handled)
    }

    pub(crate) fn must(&mut self, role: &str, command: &Command) {
        let told = self.tell(role, command);
        assert!(told.is_ok(), "{}: {}", command.event().code(), told.unwrap_err());
    }

    pub(crate) fn must_in(&mut self, role: &str, cycle: u128, command: CycleCommand) {
        self.must(role, &Command::in_cycle(id(CycleId::new, cycle), command));
    }

    pub(crate) fn refused(&mut self, role: &str, command: &Command) -> Vec<String> {
        let before = format!("{:?}", self.journal.network());
        let refusal = self.tell(role, command).expect_err("the story expects a refusal");
        assert_eq!(
            format!("{:?}", self.journal.network()),
            before,
            "a refused command changes nothing"
        );
        let json = serde_json::to_value(&refusal).unwrap();
        json.as_array()
            .unwrap()
            .iter()
            .map(|it| it["code"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn open_round(&mut self, number: u128, basis: Basis) -> Candidates {
        let (round, objective) = (id(RoundId::new, number), Objective::Coverage);
        let candidates = CandidateRules::default();
        self.must(
            "broker",
            &Command::OpenRound(OpenedRound::new(round, objective, basis, candidates)),
        );
        self.journal.network().candidates(&candidates, basis).unwrap()
    }

    pub(crate) fn plan(number: u128, candidates: &Candidates) -> Command {
        Self::plan_for(number, candidates, Objective::Coverage)
    }

    pub(crate) fn plan_for(number: u128, candidates: &Candidates, objective: Objective) -> Command {
        let plan = solve(&candidates.problem, objective).to_file(&candidates.problem);
        Command::ProposePlan(candidates.proposal(id(RoundId::new, number), plan))
    }

    /// A round opened, planned and confirmed.
    pub(crate) fn confirmed(&mut self, number: u128) -> Candidates {
        let candidates = self.open_round(number, Basis::Diagnosed);
        self.must("broker", &Self::plan(number, &candidates));
        self.must(
            "commissioner",
            &Command::ConfirmPlan(OfRound {
                round: id(RoundId::new, number),
            }),
        );
        candidates
    }

    pub(crate) fn proposal(deployment: u128, taker: u128, giver: u128, round: Option<u128>) -> Command {
        let proposal = Proposal {
            round: round.map(|round| id(RoundId::new, round)),
            ..Proposal::new(
                id(DeploymentId::new, deployment),
                id(NeedId::new, taker),
                id(SchoolId::new, giver),
                rules().matched_kind(),
                rules().deployment_size(),
            )
        };
        Command::in_cycle(id(CycleId::new, taker), CycleCommand::ProposeDeployment(proposal))
    }

    /// Conflicts cleared and every consent given for a proposed deployment.
    pub(crate) fn consented(&mut self, deployment: u128, taker: u128) {
        let request = id(RequestId::new, deployment);
        let deployment = id(DeploymentId::new, deployment);
        let (kind, of) = (
            RequestKind::ConflictDeclaration,
            Role::new("releasing_employer").unwrap(),
        );
        self.must_in(
            "broker",
            taker,
            CycleCommand::SendRequest(SentRequest {
                request,
                kind,
                deployment: Some(deployment),
                of,
            }),
        );
        self.must_in(
            "broker",
            taker,
            CycleCommand::RecordReceipt(OfRequest { request }),
        );
        self.must_in(
            "broker",
            taker,
            CycleCommand::ReviewRequest(ReviewedRequest { request, clear: true }),
        );
        self.must_in(
            "broker",
            taker,
            CycleCommand::ClearConflict(OfDeployment { deployment }),
        );
        for by in rules().consents().to_vec() {
            self.must_in(
                by.as_str(),
                taker,
                CycleCommand::GiveConsent(Consent {
                    deployment,
                    by: by.clone(),
                }),
            );
        }
    }

    /// Help that has started.
    pub(crate) fn at_work(&mut self, deployment: u128, taker: u128, giver: u128) {
        self.must("broker", &Self::proposal(deployment, taker, giver, None));
        self.consented(deployment, taker);
        let coordinator = Some(person("host_head"));
        let agreement = Agreement {
            coordinator,
            ..Agreement::between(self.now.date(), self.now.date() + TimeDelta::days(300))
        };
        let deployment = id(DeploymentId::new, deployment);
        let agreed = Agreed {
            deployment,
            agreement,
        };
        self.must_in("broker", taker, CycleCommand::AgreeDeployment(agreed));
        let started = OfDeployment { deployment };
        self.must_in("broker", taker, CycleCommand::StartDeployment(started));
    }

    /// Something observed of a need today.
    pub(crate) fn observed(&mut self, taker: u128, channel: Channel, rating: Rating) {
        let (need, on) = (id(NeedId::new, taker), self.now.date());
        let record = MonitoringRecord {
            need,
            channel,
            on,
            rating,
        };
        self.must_in("adviser", taker, CycleCommand::RecordMonitoring(record));
    }

    /// What the rule recommends for a need, and what would follow.
    pub(crate) fn reallocation(&self, taker: u128) -> Option<Reallocation> {
        let network = self.journal.network();
        network.reallocation_of(id(NeedId::new, taker), &CandidateRules::default())
    }

    /// The log as it is stored, sealed.
    pub(crate) fn log(&self) -> Vec<String> {
        let mut sealer = Sealer::default();
        let mut lines = Vec::new();
        for entry in &self.entries {
            let line = entry.line().unwrap();
            sealer.line(&line);
            lines.push(line);
        }
        lines.push(serde_json::to_string(&sealer.seal()).unwrap());
        lines
    }
}
