//! The stand-in for people: a whole school year of one network, played from a seed.
//!
//! Every habit below is an assumption: how soon people answer, how often they decline, how well help works.
//! The stand-in sends commands as people would and looks only at what the engine would show them; the one
//! thing it knows beyond that is whether a deployment will work out, drawn once from its own stream.

mod diagnosis;
mod habits;
mod reallocation;
mod round;
mod support;

use crate::{
    agenda::Agenda,
    ids::Ids,
    people::{People, Player},
    random::RandomStream,
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use collegium_engine::{
    acts::Command,
    candidates::Candidates,
    context::Context,
    cycle::{
        acts::Command as CycleCommand,
        cycle::{Cycle, OpenedCycle},
        monitoring::Channel,
        need::ReportedNeed,
        protocol::Protocol,
        protocol::check::InvalidProtocol,
        rules::Rules,
    },
    entry::Entry,
    journal::Journal,
    ledger::DeclaredCapacity,
    matching::{objective::Objective, plan::Plan, problem::ProblemFaults},
    network::Network,
    opening::{Member, OpenedNetwork},
    refusal::Refusal,
};
use collegium_model::{
    calendar::{InvalidCalendar, OutsideCalendar, SchoolCalendar, Span},
    candidate::CandidateRules,
    code::{ReasonCode, Role},
    id::{
        CommandId, CycleId, DecisionId, DeploymentId, NeedId, NetworkId, RequestId, ReviewId, RoundId,
        SchoolId,
    },
    need::Need,
    offer::Offer,
    uuid::Uuid,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is played.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The seed: the same gives the same entries, byte for byte.
    pub seed: u64,
    /// The first day; the round begins on the first school day from it.
    pub start: NaiveDate,
    /// The schools.
    pub members: Vec<Member>,
    /// Their needs as derived or reported.
    pub needs: Vec<Need>,
    /// What they offer.
    pub offers: Vec<Offer>,
    /// How needs and offers are brought together.
    pub candidates: CandidateRules,
    /// What a plan is best at.
    pub objective: Objective,
    /// How far it goes.
    pub extent: Extent,
}

/// How far a setting is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Up to an indicative plan over needs as reported. Nothing is made up.
    Plan,
    /// A whole year: reviews, deployments, monitoring, reallocation. Everything after the needs is made up.
    Year,
}

/// What came of a setting.
#[derive(Debug)]
pub struct Played {
    /// The log.
    pub entries: Vec<Entry>,
    /// The network at the end.
    pub network: Network,
    /// Every round in order, with the problem that was solved in it.
    pub rounds: Vec<SolvedRound>,
}

/// A round with its problem and its best plan.
#[derive(Clone, Debug)]
pub struct SolvedRound {
    /// The round.
    pub round: RoundId,
    /// Its problem, and what its ids stand for.
    pub candidates: Candidates,
    /// The best plan, as the log has it in its file form.
    pub plan: Plan,
}

/// Why a setting could not be played.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StandInError {
    /// No calendar can be made around the first day.
    #[error("no school calendar can be made around the first day: {0}")]
    Calendar(#[from] InvalidCalendar),
    /// The play would run past its calendar.
    #[error(transparent)]
    OutsideCalendar(#[from] OutsideCalendar),
    /// The default protocol does not hold.
    #[error(transparent)]
    Protocol(#[from] InvalidProtocol),
    /// The network is beyond the limits of a matching problem.
    #[error(transparent)]
    Problem(#[from] ProblemFaults),
    /// The engine refused what the stand-in asked.
    #[error("on {at} the engine refused {command}: {refusal}")]
    Refused {
        /// When.
        at: NaiveDateTime,
        /// What was asked.
        command: String,
        /// Why it was refused.
        refusal: Refusal,
    },
}

/// What is to be done.
#[derive(Clone, Debug)]
enum Task {
    Consult(CycleId),
    Submit(CycleId),
    PlanReview(CycleId),
    Visit(CycleId, ReviewId),
    Draft(CycleId, ReviewId),
    AgreeReport(CycleId, ReviewId),
    OpenRound,
    ConfirmPlan(RoundId),
    ProposeDeployments(RoundId),
    AnswerRequest(CycleId, DeploymentId, RequestId),
    LookAtAnswer(CycleId, DeploymentId, RequestId),
    Consent(CycleId, DeploymentId, Role),
    Agree(CycleId, DeploymentId),
    Start(CycleId, DeploymentId),
    Observe(CycleId, NeedId, Channel),
    Recommend(CycleId, NeedId),
    Decide(CycleId, NeedId, DecisionId),
    End(CycleId, DeploymentId),
    CloseCycle(CycleId),
}

impl Setting {
    /// Plays the setting. `progress` is told how many entries there are and how many tasks are left, after
    /// each task.
    ///
    /// # Determinism
    /// The same setting gives the same entries on every machine.
    pub fn play(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Played, StandInError> {
        let mut standin = StandIn::new(self)?;
        standin.open()?;
        while let Some((at, task)) = standin.agenda.take() {
            standin.now = at;
            standin.perform(task)?;
            progress(standin.entries.len(), standin.agenda.len());
        }
        let StandIn {
            entries,
            journal,
            rounds,
            ..
        } = standin;
        Ok(Played {
            entries,
            network: journal.network().clone(),
            rounds,
        })
    }
}

struct StandIn<'s> {
    setting: &'s Setting,
    calendar: SchoolCalendar,
    journal: Journal,
    entries: Vec<Entry>,
    rounds: Vec<SolvedRound>,
    agenda: Agenda<Task>,
    now: NaiveDateTime,
    people: People,
    ids: Ids,
    commands: Ids,
    /// Whether a deployment will work out, drawn when it starts.
    works_out: BTreeMap<DeploymentId, bool>,
    watched: BTreeSet<NeedId>,
    /// Whole term ends from the first day on: support is looked at on the second and ends on the third.
    term_ends: Vec<NaiveDate>,
}

impl<'s> StandIn<'s> {
    fn new(setting: &'s Setting) -> Result<Self, StandInError> {
        let school_year = setting.start.year() - i32::from(setting.start.month() < 9);
        let calendar = SchoolCalendar::typical_england(school_year, 3)?;
        let start = setting.start.max(calendar.first_day());
        let first = calendar.school_day_from(start).ok_or(OutsideCalendar {
            start,
            span: Span::SchoolDays(1),
            from: calendar.first_day(),
            to: calendar.last_day(),
        })?;
        let term_ends = calendar
            .term_ends()
            .into_iter()
            .filter(|end| *end > first)
            .collect();
        Ok(Self {
            setting,
            journal: Journal::new(Network::new(Rules::compile(Protocol::standard())?)),
            entries: Vec::new(),
            rounds: Vec::new(),
            agenda: Agenda::default(),
            now: first.and_time(hour(9)),
            people: People::new(setting.seed),
            ids: Ids::new(setting.seed, "things"),
            commands: Ids::new(setting.seed, "commands"),
            works_out: BTreeMap::new(),
            watched: BTreeSet::new(),
            term_ends,
            calendar,
        })
    }

    /// Opens the network, declares what is offered, and reports what is needed.
    fn open(&mut self) -> Result<(), StandInError> {
        let network = self.ids.next(NetworkId::new);
        let (calendar, members) = (self.calendar.clone(), self.setting.members.clone());
        let broker = self.serving("broker");
        self.send(
            &broker,
            &Command::OpenNetwork(OpenedNetwork {
                network,
                calendar,
                members,
            }),
            None,
        )?;
        for offer in &self.setting.offers {
            let employer = self.at(offer.school, "releasing_employer");
            let declared = DeclaredCapacity::always(offer.clone());
            self.send(&employer, &Command::DeclareCapacity(declared), None)?;
        }
        let mut cycles = BTreeMap::new();
        for need in &self.setting.needs {
            let cycle = if let Some(cycle) = cycles.get(&need.school) {
                *cycle
            } else {
                let cycle = self.ids.next(CycleId::new);
                cycles.insert(need.school, cycle);
                let opened = OpenedCycle {
                    school: need.school,
                    turn: 1,
                };
                self.ask(&broker, cycle, CycleCommand::OpenCycle(opened))?;
                cycle
            };
            let reported = ReportedNeed { need: need.clone() };
            self.ask(&broker, cycle, CycleCommand::ReportNeed(reported))?;
        }
        match self.setting.extent {
            Extent::Plan => self.open_round(),
            Extent::Year => {
                for cycle in cycles.into_values() {
                    self.begin_diagnosis(cycle)?;
                }
                let open_on = self
                    .calendar
                    .after(self.now.date(), Span::SchoolDays(habits::FIRST_ROUND))?;
                self.agenda.put(open_on.and_time(hour(10)), Task::OpenRound);
                Ok(())
            }
        }
    }

    fn perform(&mut self, task: Task) -> Result<(), StandInError> {
        match task {
            Task::Consult(cycle) => self.consult(cycle),
            Task::Submit(cycle) => self.submit(cycle),
            Task::PlanReview(cycle) => self.plan_review(cycle),
            Task::Visit(cycle, review) => self.visit(cycle, review),
            Task::Draft(cycle, review) => self.draft(cycle, review),
            Task::AgreeReport(cycle, review) => self.agree_report(cycle, review),
            Task::OpenRound => self.open_round(),
            Task::ConfirmPlan(round) => self.confirm_plan(round),
            Task::ProposeDeployments(round) => self.propose_deployments(round),
            Task::AnswerRequest(cycle, deployment, request) => {
                self.answer_request(cycle, deployment, request)
            }
            Task::LookAtAnswer(cycle, deployment, request) => self.look_at_answer(cycle, deployment, request),
            Task::Consent(cycle, deployment, role) => self.consent(cycle, deployment, role),
            Task::Agree(cycle, deployment) => self.agree(cycle, deployment),
            Task::Start(cycle, deployment) => self.start(cycle, deployment),
            Task::Observe(cycle, need, channel) => self.observe(cycle, need, channel),
            Task::Recommend(cycle, need) => self.recommend(cycle, need),
            Task::Decide(cycle, need, decision) => self.decide(cycle, need, decision),
            Task::End(cycle, deployment) => self.end(cycle, deployment),
            Task::CloseCycle(cycle) => self.close_cycle(cycle),
        }
    }

    fn network(&self) -> &Network {
        self.journal.network()
    }

    fn cycle(&self, cycle: CycleId) -> Option<&Cycle> {
        self.network().cycles.get(&cycle)
    }

    fn serving(&self, role: &str) -> Player {
        self.people.serving(&known(role))
    }

    fn at(&self, school: SchoolId, role: &str) -> Player {
        self.people.at(school, &known(role))
    }

    /// The head of the school whose cycle it is.
    fn host(&self, cycle: CycleId) -> Player {
        let school = self
            .cycle(cycle)
            .and_then(Cycle::school)
            .unwrap_or(SchoolId::new(Uuid::nil()));
        self.at(school, "host_head")
    }

    fn luck(&self, purpose: &str, entity: Uuid) -> RandomStream {
        RandomStream::new(self.setting.seed, purpose, entity)
    }

    fn ask(&mut self, player: &Player, cycle: CycleId, command: CycleCommand) -> Result<(), StandInError> {
        self.send(player, &Command::in_cycle(cycle, command), None)
    }

    fn ask_because(
        &mut self,
        player: &Player,
        cycle: CycleId,
        command: CycleCommand,
        reason: &str,
    ) -> Result<(), StandInError> {
        self.send(
            player,
            &Command::in_cycle(cycle, command),
            ReasonCode::new(reason).ok(),
        )
    }

    fn send(
        &mut self,
        player: &Player,
        command: &Command,
        reason: Option<ReasonCode>,
    ) -> Result<(), StandInError> {
        let id = self.commands.next(CommandId::new);
        let context = Context {
            reason,
            ..Context::new(id, player.person, player.role.clone(), self.now)
        };
        match self.journal.handle(command, &context) {
            Ok(handled) => {
                self.entries.extend(handled.entries());
                Ok(())
            }
            Err(refusal) => {
                let command = command.event().code().to_owned();
                Err(StandInError::Refused {
                    at: self.now,
                    command,
                    refusal,
                })
            }
        }
    }

    /// Puts a task on the agenda, so many school days from today.
    fn in_school_days(&mut self, days: u32, at: u32, task: Task) -> Result<(), StandInError> {
        let days = u16::try_from(days).unwrap_or(u16::MAX);
        let day = self.calendar.after(self.now.date(), Span::SchoolDays(days))?;
        self.agenda.put(day.and_time(hour(at)), task);
        Ok(())
    }

    /// Puts a task on the agenda, so many working days from today.
    fn in_working_days(&mut self, days: u32, at: u32, task: Task) -> Result<(), StandInError> {
        let days = u16::try_from(days).unwrap_or(u16::MAX);
        let day = self.calendar.after(self.now.date(), Span::WorkingDays(days))?;
        self.agenda.put(day.and_time(hour(at)), task);
        Ok(())
    }
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN)
}

fn known(role: &str) -> Role {
    Role::new(role).expect("the stand-in's roles are codes")
}
