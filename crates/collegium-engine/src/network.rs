//! The state of a network: a fold over its entries.

use crate::{
    command::Member,
    entry::Entry,
    event::Event,
    ledger::Ledger,
    round::{Round, Stage},
    stream::Stream,
};
use chrono::NaiveDateTime;
use collegium_cycle::{acts::Event as CycleEvent, context::Recorded, cycle::Cycle, rules::Rules};
use collegium_model::{
    calendar::SchoolCalendar,
    id::{CommandId, CycleId, DeploymentId, NeedId, NetworkId, RoundId, SchoolId},
};
use std::{
    collections::{BTreeMap, VecDeque},
    ops::RangeInclusive,
};

/// How many commands are remembered, so that a repeated one is answered with what it brought.
const REMEMBERED: usize = 1024;

/// Schools that share givers, with everything that happened among them.
#[derive(Clone, Debug)]
pub struct Network {
    rules: Rules,
    /// How it was opened; none before.
    pub opened: Option<Opened>,
    /// Each giver's ledger.
    pub ledgers: BTreeMap<SchoolId, Ledger>,
    /// Every cycle, closed ones included.
    pub cycles: BTreeMap<CycleId, Cycle>,
    /// Every round of matching.
    pub rounds: BTreeMap<RoundId, Round>,
    /// Which cycle a deployment belongs to.
    pub(crate) deployments: BTreeMap<DeploymentId, CycleId>,
    /// Which cycle a need belongs to.
    pub(crate) needs: BTreeMap<NeedId, CycleId>,
    pub(crate) open_cycles: BTreeMap<SchoolId, CycleId>,
    last_recorded: Option<NaiveDateTime>,
    streams: BTreeMap<Stream, u64>,
    position: u64,
    recent: VecDeque<(CommandId, RangeInclusive<u64>)>,
}

/// A network that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its id.
    pub network: NetworkId,
    /// The calendar by which its deadlines count.
    pub calendar: SchoolCalendar,
    /// Its schools.
    pub members: BTreeMap<SchoolId, Member>,
}

/// Something that is wrong and stays so until somebody sets it right; recording goes on meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StandingViolation {
    /// A giver's capacity fell below what is held.
    CapacityBelowCommitments {
        /// The giver.
        giver: SchoolId,
    },
}

impl Network {
    /// A network that was not opened yet, under compiled rules.
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            opened: None,
            ledgers: BTreeMap::new(),
            cycles: BTreeMap::new(),
            rounds: BTreeMap::new(),
            deployments: BTreeMap::new(),
            needs: BTreeMap::new(),
            open_cycles: BTreeMap::new(),
            last_recorded: None,
            streams: BTreeMap::new(),
            position: 0,
            recent: VecDeque::new(),
        }
    }

    /// The rules under which it runs.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// A school of the network.
    pub fn member(&self, school: SchoolId) -> Option<&Member> {
        self.opened.as_ref()?.members.get(&school)
    }

    /// The cycle that is open for a school.
    pub fn open_cycle(&self, school: SchoolId) -> Option<(CycleId, &Cycle)> {
        let id = *self.open_cycles.get(&school)?;
        Some((id, self.cycles.get(&id)?))
    }

    /// The cycle a deployment belongs to.
    pub fn cycle_of(&self, deployment: DeploymentId) -> Option<CycleId> {
        self.deployments.get(&deployment).copied()
    }

    /// When the last entry was recorded.
    pub fn last_recorded(&self) -> Option<NaiveDateTime> {
        self.last_recorded
    }

    /// Entries so far.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Entries of one stream so far.
    pub fn seq(&self, stream: Stream) -> u64 {
        self.streams.get(&stream).copied().unwrap_or(0)
    }

    /// The entries that a command brought, if it is among the last that were taken.
    pub fn repeated(&self, command: CommandId) -> Option<RangeInclusive<u64>> {
        self.recent
            .iter()
            .rev()
            .find(|(id, _)| *id == command)
            .map(|(_, range)| range.clone())
    }

    /// What is wrong and stays so until somebody sets it right.
    pub fn violations(&self) -> Vec<StandingViolation> {
        let overdrawn = self.ledgers.iter().filter(|(_, ledger)| ledger.is_overdrawn());
        overdrawn
            .map(|(giver, _)| StandingViolation::CapacityBelowCommitments { giver: *giver })
            .collect()
    }

    /// Applies an entry. A history that [`Network::decide`] produced always applies.
    pub fn evolve(&mut self, entry: &Entry) {
        self.position += 1;
        *self.streams.entry(entry.event.stream()).or_default() += 1;
        self.remember(entry.command);
        self.last_recorded = Some(entry.recorded);
        match &entry.event {
            Event::NetworkOpened(it) => {
                let members = it
                    .members
                    .iter()
                    .map(|member| (member.school, member.clone()))
                    .collect();
                let (network, calendar) = (it.network, it.calendar.clone());
                self.opened = Some(Opened {
                    network,
                    calendar,
                    members,
                });
            }
            Event::CapacityDeclared(it) => {
                self.ledgers.entry(it.offer.school).or_default().offer = Some(it.offer.clone());
            }
            Event::CapacityFell(it) => {
                let offer = self
                    .ledgers
                    .get_mut(&it.school)
                    .and_then(|ledger| ledger.offer.as_mut());
                if let Some(offer) = offer {
                    (offer.at_once, offer.per_term) = (it.at_once, it.per_term);
                }
            }
            Event::CapacityReserved(it) => {
                self.ledgers
                    .entry(it.giver)
                    .or_default()
                    .hold(it.deployment, it.half_days);
            }
            Event::CapacityCommitted(it) => {
                if let Some(ledger) = self.ledgers.get_mut(&it.giver) {
                    ledger.commit(it.deployment);
                }
            }
            Event::CapacityReleased(it) => {
                if let Some(ledger) = self.ledgers.get_mut(&it.giver) {
                    ledger.holds.remove(&it.deployment);
                }
            }
            Event::RoundOpened(it) => {
                self.rounds.insert(
                    it.round,
                    Round {
                        opened: it.clone(),
                        stage: Stage::Open,
                    },
                );
            }
            Event::PlanProposed(it) => {
                let (proposed, by) = (it.clone(), entry.actor);
                self.move_round(it.round, |_| Stage::Proposed { proposed, by });
            }
            Event::PlanConfirmed(it) => self.move_round(it.round, |stage| match stage {
                Stage::Proposed { proposed, .. } => Stage::Confirmed { proposed },
                other => other,
            }),
            Event::RoundClosed(it) => self.move_round(it.round, |stage| match stage {
                Stage::Open => Stage::Closed { proposed: None },
                Stage::Proposed { proposed, .. } | Stage::Confirmed { proposed } => Stage::Closed {
                    proposed: Some(proposed),
                },
                closed @ Stage::Closed { .. } => closed,
            }),
            Event::InCycle(id, event) => self.evolve_cycle(*id, event, entry),
        }
    }

    fn evolve_cycle(&mut self, id: CycleId, event: &CycleEvent, entry: &Entry) {
        let cycle = self.cycles.entry(id).or_default();
        let reason = entry.reason.as_ref();
        cycle.evolve(&Recorded {
            event,
            at: entry.at,
            actor: entry.actor,
            reason,
        });
        match event {
            CycleEvent::CycleOpened(it) => {
                self.open_cycles.insert(it.school, id);
            }
            CycleEvent::CycleClosed(_) => {
                if let Some(school) = cycle.school() {
                    self.open_cycles.remove(&school);
                }
            }
            CycleEvent::NeedReported(it) => {
                self.needs.insert(it.need.id, id);
            }
            CycleEvent::DeploymentProposed(it) => {
                self.deployments.insert(it.deployment, id);
            }
            _ => {}
        }
    }

    fn move_round(&mut self, round: RoundId, next: impl FnOnce(Stage) -> Stage) {
        if let Some(round) = self.rounds.get_mut(&round) {
            round.stage = next(std::mem::replace(&mut round.stage, Stage::Open));
        }
    }

    fn remember(&mut self, command: CommandId) {
        match self.recent.back_mut() {
            Some((last, range)) if *last == command => *range = *range.start()..=self.position,
            _ => {
                if self.recent.len() == REMEMBERED {
                    self.recent.pop_front();
                }
                self.recent.push_back((command, self.position..=self.position));
            }
        }
    }
}
