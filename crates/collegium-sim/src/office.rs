//! The broker's office: what a simulation asks of the real engine, command by command.
//!
//! Nothing here judges. What the engine refuses does not happen, and a run that was refused ends with the
//! refusal.

use crate::tick::Tick;
use chrono::{NaiveDate, NaiveDateTime};
use collegium_engine::{
    acts::{BROKER, COMMISSIONER, Command, EMPLOYER},
    context::Context,
    cycle::{
        acts::Command as CycleCommand,
        cycle::{OpenedCycle, OverCycle},
        deployment::{Agreed, Agreement, OfDeployment, Proposal},
        need::{OfNeed, ReportedNeed},
        protocol::Protocol,
        request::{OfRequest, RequestKind, ReviewedRequest, SentRequest},
        rules::Rules,
    },
    journal::{Journal, Out},
    ledger::{DeclaredCapacity, FallenCapacity},
    matching::{objective::Objective, problem::ProblemFaults, solve::solve},
    network::Network,
    opening::{EnrolledMember, Member, OpenedNetwork},
    refusal::Refusal,
    round::{Basis, OfRound, OpenedRound, Round},
};
use collegium_model::{
    calendar::SchoolCalendar,
    candidate::CandidateRules,
    code::{Area, ReasonCode, Role},
    id::{
        CommandId, CycleId, DeploymentId, NeedId, NetworkId, OfferId, PersonId, RequestId, RoundId, SchoolId,
    },
    need::{Need, NeedSource, Severity},
    offer::Offer,
    quantity::{HalfDays, Units},
    support::SupportKind,
    uuid::Uuid,
};
use std::sync::LazyLock;

/// The engine with one broker before it.
#[derive(Clone, Debug)]
pub struct Office {
    journal: Journal,
    context: Context,
    start: NaiveDate,
    words: Words,
    made: u64,
    /// What came of the last command.
    out: Out,
    /// Events that the engine has applied.
    applied: u64,
}

/// Words that are looked up once.
#[derive(Clone, Debug)]
struct Words {
    areas: Vec<Area>,
    broker: Role,
    met: ReasonCode,
    gave_up: ReasonCode,
    called_home: ReasonCode,
}

/// The engine refused what the simulation asked: a fault of the simulation, or of its policy.
#[derive(Clone, Debug, thiserror::Error)]
#[error("at {at} the engine refused {command}: {refusal}")]
pub struct Refused {
    /// When.
    pub at: NaiveDateTime,
    /// What was asked.
    pub command: String,
    /// Why it was refused.
    pub refusal: Box<Refusal>,
}

/// Why help ends before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The need is met.
    Met,
    /// The giver needs its people itself, or the agreed time is over: the need waits again.
    BrokenOff,
}

/// A giver for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lent {
    /// The need.
    pub need: NeedId,
    /// The giver.
    pub giver: SchoolId,
    /// The round whose plan says so, if one does.
    pub round: Option<RoundId>,
}

/// A round of matching could not be held.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RoundFailed {
    /// The engine refused a step of it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The network is beyond the limits of a matching problem.
    #[error(transparent)]
    Problem(#[from] ProblemFaults),
}

/// One unit of help takes so much working time; capacity is counted in units.
const SIZE: HalfDays = HalfDays(1);
const KIND: SupportKind = SupportKind::SpecialistLeader;

/// The simulator's protocol, compiled once for all runs.
static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let protocol = Protocol::from_toml(include_str!("support-only.toml"));
    let protocol = protocol.expect("the simulator's protocol can be read");
    Rules::compile(protocol).expect("the simulator's protocol holds")
});

impl Office {
    /// An office at the beginning of a run, before a network is opened.
    ///
    /// # Panics
    /// Never: the protocol of the simulator holds, and its words are codes.
    pub fn new(start: NaiveDate, areas: u8) -> Self {
        let code = |text: &str| ReasonCode::new(text).expect("a code");
        let role = |name: &str| Role::new(name).expect("a code");
        let (command, person) = (CommandId::new(Uuid::nil()), PersonId::new(id(IdKind::Person, 0)));
        let mut context = Context::new(command, person, role(BROKER), Tick(0).civil(start));
        context.roles.extend([role(EMPLOYER), role(COMMISSIONER)]);
        let area = |number| Area::new(&format!("area_{number}")).expect("a code");
        Self {
            journal: Journal::new(Network::new(RULES.clone())),
            context,
            start,
            words: Words {
                areas: (1..=areas.max(1)).map(area).collect(),
                broker: role(BROKER),
                met: code("met"),
                gave_up: code("gave_up"),
                called_home: code("called_home"),
            },
            made: 0,
            out: Out::default(),
            applied: 0,
        }
    }

    /// The network as the engine has it.
    pub const fn network(&self) -> &Network {
        self.journal.network()
    }

    /// Events that the engine has applied.
    pub const fn applied(&self) -> u64 {
        self.applied
    }

    /// Opens the network with its first members.
    pub fn open(&mut self, calendar: SchoolCalendar, members: Vec<Member>) -> Result<(), Refused> {
        let network = NetworkId::new(id(IdKind::Network, 0));
        let command = Command::OpenNetwork(OpenedNetwork {
            network,
            calendar,
            members,
        });
        self.ask(&command, None)
    }

    /// Takes a member in that comes later.
    pub fn enrol(&mut self, now: Tick, member: Member) -> Result<(), Refused> {
        self.now(now);
        self.ask(&Command::EnrolMember(EnrolledMember { member }), None)
    }

    /// Says what a giver can have at once, above what it could.
    pub fn declare(&mut self, now: Tick, giver: SchoolId, at_once: u16) -> Result<(), Refused> {
        self.now(now);
        let offer = Offer {
            id: OfferId::new(giver.uuid()),
            school: giver,
            areas: self.words.areas.clone(),
            at_once: Units(at_once),
            per_term: HalfDays(u32::from(at_once) * SIZE.0),
            rule: None,
        };
        self.ask(&Command::DeclareCapacity(DeclaredCapacity::always(offer)), None)
    }

    /// Reports that a giver can have no more than so many at once now.
    pub fn fall(&mut self, now: Tick, giver: SchoolId, at_once: u16) -> Result<(), Refused> {
        self.now(now);
        let fall = FallenCapacity {
            term: None,
            school: giver,
            at_once: Units(at_once),
            per_term: HalfDays(u32::from(at_once) * SIZE.0),
        };
        self.ask(&Command::ReportCapacityFall(fall), None)
    }

    /// Opens a cycle for a school.
    pub fn open_cycle(&mut self, now: Tick, school: SchoolId, turn: u32) -> Result<CycleId, Refused> {
        self.now(now);
        let cycle = CycleId::new(self.id(IdKind::Cycle));
        let opened = OpenedCycle { school, turn };
        self.in_cycle(cycle, CycleCommand::OpenCycle(opened), None)?;
        Ok(cycle)
    }

    /// Closes a cycle in which nothing is open.
    pub fn close_cycle(&mut self, now: Tick, cycle: CycleId) -> Result<(), Refused> {
        self.now(now);
        self.in_cycle(cycle, CycleCommand::CloseCycle(OverCycle {}), None)
    }

    /// Reports a need; it waits for a giver at once.
    ///
    /// # Panics
    /// Never: an office has at least one area.
    pub fn report(
        &mut self,
        now: Tick,
        cycle: CycleId,
        school: SchoolId,
        asked: (u8, Severity, u16),
    ) -> Result<NeedId, Refused> {
        self.now(now);
        let (area, severity, units) = asked;
        let areas = &self.words.areas;
        let area = areas.get(usize::from(area)).or(areas.first()).cloned();
        let need = Need {
            id: NeedId::new(self.id(IdKind::Need)),
            school,
            area: area.expect("an office has at least one area"),
            severity,
            units: Units(units),
            year_group: None,
            source: NeedSource::Reported,
        };
        let id = need.id;
        self.in_cycle(cycle, CycleCommand::ReportNeed(ReportedNeed { need }), None)?;
        Ok(id)
    }

    /// Lends a giver to a need, all at once: proposed, conflicts declared and cleared, agreed, started.
    pub fn place(&mut self, now: Tick, cycle: CycleId, lent: Lent) -> Result<DeploymentId, Refused> {
        self.now(now);
        let deployment = DeploymentId::new(self.id(IdKind::Deployment));
        let of = OfDeployment { deployment };
        let today = self.context.at.date();
        // One leader of the school coordinates all help of a cycle; who it is plays no part.
        let agreement = Agreement {
            coordinator: Some(PersonId::new(cycle.uuid())),
            ..Agreement::between(today, today)
        };
        let proposal = Proposal {
            round: lent.round,
            ..Proposal::new(deployment, lent.need, lent.giver, KIND, SIZE)
        };
        let request = RequestId::new(self.id(IdKind::Request));
        let declaration = SentRequest {
            request,
            kind: RequestKind::ConflictDeclaration,
            deployment: Some(deployment),
            of: self.words.broker.clone(),
        };
        for command in [
            CycleCommand::ProposeDeployment(proposal),
            CycleCommand::SendRequest(declaration),
            CycleCommand::RecordReceipt(OfRequest { request }),
            CycleCommand::ReviewRequest(ReviewedRequest { request, clear: true }),
            CycleCommand::ClearConflict(of.clone()),
            CycleCommand::AgreeDeployment(Agreed {
                deployment,
                agreement,
            }),
            CycleCommand::StartDeployment(of),
        ] {
            self.in_cycle(cycle, command, None)?;
        }
        Ok(deployment)
    }

    /// Opens a round, solves its problem, has the plan confirmed by another person, and tells who is to help
    /// whom. The round stays open until [`Office::close_round`].
    pub fn hold_round(
        &mut self,
        now: Tick,
        rules: CandidateRules,
        objective: Objective,
    ) -> Result<(RoundId, Vec<Lent>), RoundFailed> {
        self.now(now);
        let round = RoundId::new(self.id(IdKind::Round));
        let opened = OpenedRound::new(round, objective, Basis::Diagnosed, rules);
        self.ask(&Command::OpenRound(opened), None)?;
        let Some(found) = self.network().rounds.get(&round) else {
            return Ok((round, Vec::new()));
        };
        let candidates = self.network().candidates_of(found)?;
        let plan = solve(&candidates.problem, objective);
        let proposal = candidates.proposal(round, plan.to_file(&candidates.problem));
        self.ask(&Command::ProposePlan(proposal), None)?;
        let broker = std::mem::replace(&mut self.context.actor, PersonId::new(id(IdKind::Person, 1)));
        let confirmed = self.ask(&Command::ConfirmPlan(OfRound { round }), None);
        self.context.actor = broker;
        confirmed?;
        let planned = self.network().rounds.get(&round).and_then(Round::planned);
        let placements = planned.into_iter().flat_map(|it| it.placements.keys());
        let lent = placements.filter_map(|it| {
            Some(Lent {
                need: it.need()?,
                giver: it.giver,
                round: Some(round),
            })
        });
        let lent = lent.collect();
        Ok((round, lent))
    }

    /// Closes a round.
    pub fn close_round(&mut self, now: Tick, round: RoundId) -> Result<(), Refused> {
        self.now(now);
        self.ask(&Command::CloseRound(OfRound { round }), None)
    }

    /// Ends help: done, or broken off so that the need waits again.
    pub fn end(
        &mut self,
        now: Tick,
        cycle: CycleId,
        deployment: DeploymentId,
        ending: Ending,
    ) -> Result<(), Refused> {
        self.now(now);
        let of = OfDeployment { deployment };
        match ending {
            Ending::Met => self.in_cycle(cycle, CycleCommand::CompleteDeployment(of), None),
            Ending::BrokenOff => {
                let reason = self.words.called_home.clone();
                self.in_cycle(cycle, CycleCommand::CancelDeployment(of), Some(reason))
            }
        }
    }

    /// Closes a need for which nobody is at work: it is met, or its school gives up.
    pub fn close_need(
        &mut self,
        now: Tick,
        cycle: CycleId,
        need: NeedId,
        is_met: bool,
    ) -> Result<(), Refused> {
        self.now(now);
        let words = &self.words;
        let reason = if is_met { &words.met } else { &words.gave_up };
        let reason = reason.clone();
        self.in_cycle(cycle, CycleCommand::CloseNeed(OfNeed { need }), Some(reason))
    }

    fn now(&mut self, now: Tick) {
        let at = now.civil(self.start);
        (self.context.at, self.context.recorded) = (at, at);
    }

    fn in_cycle(
        &mut self,
        cycle: CycleId,
        command: CycleCommand,
        reason: Option<ReasonCode>,
    ) -> Result<(), Refused> {
        self.ask(&Command::in_cycle(cycle, command), reason)
    }

    fn ask(&mut self, command: &Command, reason: Option<ReasonCode>) -> Result<(), Refused> {
        self.context.command = CommandId::new(self.id(IdKind::Command));
        self.context.reason = reason;
        self.out.clear();
        match self.journal.handle_into(command, &self.context, &mut self.out) {
            Ok(_) => {
                self.applied += self.out.entries.len() as u64;
                Ok(())
            }
            Err(refusal) => Err(Refused {
                at: self.context.at,
                command: format!("{command:?}"),
                refusal: Box::new(refusal),
            }),
        }
    }

    fn id(&mut self, kind: IdKind) -> Uuid {
        self.made += 1;
        id(kind, self.made)
    }
}

/// What an id names, so that no two are equal.
#[derive(Clone, Copy, Debug)]
pub enum IdKind {
    /// The network.
    Network,
    /// A school, or the central team.
    School,
    /// The broker.
    Person,
    /// A cycle.
    Cycle,
    /// A need.
    Need,
    /// A deployment.
    Deployment,
    /// A request.
    Request,
    /// A round of matching.
    Round,
    /// A command.
    Command,
}

/// The id of the `number`th of a kind.
pub fn id(kind: IdKind, number: u64) -> Uuid {
    let mut bytes = [0; 16];
    bytes[0] = kind as u8;
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    Uuid::new_v8(bytes)
}
