//! The state of a network: a fold over its entries.

use crate::{
    acts::{Command, Event},
    becoming::NewReference,
    candidates::Made,
    entry::Entry,
    erase::Erased,
    ledger::{Ledger, When},
    opening::Member,
    partnership::{AdoptedCharter, Partnership},
    recent::Recent,
    reviewers::OfReview,
    round::{AnsweredPlacement, Placement, Planned, ProposedPlan, Round, Stage, Taker},
    stream::Stream,
    streams::Streams,
    supply::{OfPerson, Person, Stage as PersonStage},
};
use chrono::NaiveDateTime;
use collegium_cycle::{
    acts::Event as CycleEvent,
    context::Recorded,
    cycle::Cycle,
    rules::{Pin, Rules},
};
use collegium_matching::plan::file::Assignment;
use collegium_model::{
    calendar::SchoolCalendar,
    id::{CommandId, CycleId, DeploymentId, NeedId, NetworkId, PartnershipId, PersonId, RoundId, SchoolId},
    school::SchoolReference,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// Schools that share givers, with everything that happened among them.
#[derive(Clone, Debug)]
pub struct Network {
    rules: Rules,
    /// Other protocols at hand, to which cycles can be moved.
    others: BTreeMap<Pin, Rules>,
    pub(crate) opened: Option<Opened>,
    /// Its partnerships.
    pub partnerships: Streams<PartnershipId, Partnership>,
    /// Each giver's ledger.
    pub ledgers: Streams<SchoolId, Ledger>,
    /// Every cycle, closed ones included.
    pub cycles: Streams<CycleId, Cycle>,
    /// Every round of matching.
    pub rounds: Streams<RoundId, Round>,
    /// Which cycle a deployment belongs to.
    pub(crate) deployments: BTreeMap<DeploymentId, CycleId>,
    /// Which cycle a need belongs to.
    pub(crate) needs: BTreeMap<NeedId, CycleId>,
    /// The school of each reviewer who was named.
    pub(crate) reviewing: BTreeMap<PersonId, SchoolId>,
    /// For whom each review is booked.
    pub(crate) visits: BTreeMap<OfReview, BTreeSet<PersonId>>,
    pub(crate) open_cycles: BTreeMap<SchoolId, CycleId>,
    /// Cycles that were erased: nothing more can be recorded of them.
    pub(crate) erased: BTreeSet<CycleId>,
    pub(crate) last_recorded: Option<NaiveDateTime>,
    /// Entries of the stream of the network itself.
    pub(crate) own_entries: u64,
    pub(crate) position: u64,
    /// The last commands, and the entries each brought.
    pub(crate) recent: Recent,
    pub(crate) made: Made,
}

/// A network that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its id.
    pub network: NetworkId,
    /// The calendar by which its deadlines count.
    pub calendar: SchoolCalendar,
    /// Its schools.
    pub members: BTreeMap<SchoolId, Member>,
    /// Schools that are gone, each with that of which it became part; none where it closed.
    pub gone: BTreeMap<SchoolId, Option<SchoolId>>,
    /// The same by what files and plans call them, and called them before.
    #[serde(with = "collegium_cycle::pairs")]
    by_reference: BTreeMap<SchoolReference, SchoolId>,
}

impl Opened {
    /// The member that files and plans call so.
    pub(crate) fn called(&self, reference: SchoolReference) -> Option<SchoolId> {
        self.by_reference.get(&reference).copied()
    }

    /// A member that is not gone.
    pub(crate) fn present(&self, school: SchoolId) -> Option<&Member> {
        self.members
            .get(&school)
            .filter(|_| !self.gone.contains_key(&school))
    }

    /// What was planned under the number before still stands for it.
    fn call(&mut self, it: &NewReference) {
        if let Some(member) = self.members.get_mut(&it.school) {
            member.reference = it.reference;
            self.by_reference.insert(it.reference, it.school);
        }
    }

    fn enrol(&mut self, member: &Member) {
        self.by_reference.insert(member.reference, member.school);
        self.members.insert(member.school, member.clone());
    }
}

impl Network {
    /// A network that was not opened yet, under compiled rules.
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            others: BTreeMap::new(),
            opened: None,
            partnerships: Streams::default(),
            ledgers: Streams::default(),
            cycles: Streams::default(),
            rounds: Streams::default(),
            deployments: BTreeMap::new(),
            needs: BTreeMap::new(),
            reviewing: BTreeMap::new(),
            visits: BTreeMap::new(),
            open_cycles: BTreeMap::new(),
            erased: BTreeSet::new(),
            last_recorded: None,
            own_entries: 0,
            position: 0,
            recent: Recent::default(),
            made: Made::default(),
        }
    }

    /// The same with another protocol at hand, to which cycles can be moved.
    #[must_use]
    pub fn with_protocol(mut self, rules: Rules) -> Self {
        self.others.insert(rules.pin().clone(), rules);
        self
    }

    /// How it was opened; none before.
    pub const fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }

    /// The rules under which it runs, and its cycles that were not moved to others.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// A protocol at hand, by its pin.
    pub fn protocol(&self, pin: &Pin) -> Option<&Rules> {
        if self.rules.pin() == pin {
            return Some(&self.rules);
        }
        self.others.get(pin)
    }

    /// The rules under which a cycle runs. Where it was moved to a protocol that is not at hand, those of the
    /// network, under which every wish in it is refused.
    pub fn rules_of(&self, cycle: CycleId) -> &Rules {
        let cycle = self.cycles.get(&cycle);
        cycle.map_or(&self.rules, |cycle| self.rules_under(cycle))
    }

    /// The same for a cycle that was looked up.
    pub(crate) fn rules_under(&self, cycle: &Cycle) -> &Rules {
        let moved = cycle.opened.as_ref().and_then(|opened| opened.migrated.as_ref());
        moved.and_then(|pin| self.protocol(pin)).unwrap_or(&self.rules)
    }

    /// The rules under which a command is judged.
    pub fn rules_for(&self, command: &Command) -> &Rules {
        match command {
            Command::InCycle(it) => self.rules_of(it.cycle),
            _ => &self.rules,
        }
    }

    /// The rules under which an event was judged that is not applied yet.
    pub(crate) fn rules_of_event(&self, event: &Event) -> &Rules {
        match event {
            Event::InCycle(cycle, _) => self.rules_of(*cycle),
            _ => &self.rules,
        }
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

    /// The school that has a need.
    pub fn school_in_need(&self, need: NeedId) -> Option<SchoolId> {
        self.cycles.get(self.needs.get(&need)?)?.school()
    }

    /// The school for which a unit of a plan is.
    pub fn school_of(&self, taker: Taker) -> Option<SchoolId> {
        match taker {
            Taker::Need(need) => self.school_in_need(need),
            Taker::Review(of) => self.cycles.get(&of.cycle)?.school(),
        }
    }

    /// Every cycle of a school, closed ones included.
    pub fn cycles_of(&self, school: SchoolId) -> impl Iterator<Item = CycleId> {
        let all = self.cycles.iter();
        all.filter(move |(_, cycle)| cycle.school() == Some(school))
            .map(|(id, _)| *id)
    }

    /// The cycle a deployment belongs to.
    pub fn cycle_of(&self, deployment: DeploymentId) -> Option<CycleId> {
        self.deployments.get(&deployment).copied()
    }

    /// Whether a cycle was erased.
    pub fn is_erased(&self, cycle: CycleId) -> bool {
        self.erased.contains(&cycle)
    }

    /// When the last entry was recorded.
    pub fn last_recorded(&self) -> Option<NaiveDateTime> {
        self.last_recorded
    }

    /// From the term of the last entry on, without an end: how a ledger is asked where nothing else is said.
    pub fn from_now_on(&self) -> When {
        let now = self.opened.as_ref().zip(self.last_recorded);
        When::from(now.map_or(0, |(opened, last)| opened.term_of(last.date())))
    }

    /// Entries so far.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Entries of one stream so far.
    pub fn seq(&self, stream: Stream) -> u64 {
        match stream {
            Stream::Network => self.own_entries,
            Stream::Charter(id) => self.partnerships.entries(id),
            Stream::Ledger(id) => self.ledgers.entries(id),
            Stream::Cycle(id) => self.cycles.entries(id),
            Stream::Round(id) => self.rounds.entries(id),
        }
    }

    /// The entries that a command brought, if it is among the last that were taken.
    pub fn repeated(&self, command: CommandId) -> Option<RangeInclusive<u64>> {
        self.recent.entries(command)
    }

    /// Applies an entry. A history that [`Network::decide`] produced always applies.
    pub fn evolve(&mut self, entry: &Entry) {
        self.count(entry);
        self.apply(entry);
    }

    /// The same with an entry that is new: it gets its places.
    pub(crate) fn append(&mut self, entry: &mut Entry) {
        (entry.position, entry.seq) = self.count(entry);
        self.apply(entry);
    }

    #[allow(
        clippy::too_many_lines,
        reason = "every event is named, so that a new one is thought of"
    )]
    fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::NetworkOpened(it) => {
                let mut opened = Opened {
                    network: it.network,
                    calendar: it.calendar.clone(),
                    members: BTreeMap::new(),
                    gone: BTreeMap::new(),
                    by_reference: BTreeMap::new(),
                };
                it.members.iter().for_each(|member| opened.enrol(member));
                self.opened = Some(opened);
            }
            Event::MemberEnrolled(it) => {
                if let Some(opened) = &mut self.opened {
                    opened.enrol(&it.member);
                }
            }
            Event::NewReferenceReported(it) => {
                if let Some(opened) = &mut self.opened {
                    opened.call(it);
                }
            }
            Event::SchoolGoneReported(it) => {
                if let Some(opened) = &mut self.opened {
                    opened.gone.insert(it.school, it.into);
                }
            }
            Event::PartnershipFormed(it) => {
                let formed = Partnership {
                    kind: it.kind.clone(),
                    within: it.within,
                    members: it.members.iter().copied().collect(),
                    charter: None,
                };
                self.partnerships.insert(it.partnership, formed);
            }
            Event::CharterAdopted(it) => self.adopt(it),
            Event::SchoolAdmitted(it) => {
                if let Some(found) = self.partnerships.get_mut(&it.partnership) {
                    found.members.insert(it.school);
                }
            }
            Event::SchoolReleased(it) | Event::DepartureReported(it) => {
                if let Some(found) = self.partnerships.get_mut(&it.partnership) {
                    found.members.remove(&it.school);
                }
            }
            Event::CapacityDeclared(it) => {
                if let Some(opened) = &self.opened {
                    let ledger = self.ledgers.or_default(it.offer.school);
                    ledger.declare(it, opened);
                }
            }
            Event::CapacityFell(it) => {
                if let Some((ledger, opened)) = self.ledgers.get_mut(&it.school).zip(self.opened.as_ref()) {
                    ledger.fall(it, opened);
                }
            }
            Event::PersonIdentified(it) => {
                let person = Person {
                    stage: PersonStage::Identified,
                    areas: it.areas.clone(),
                    limit: it.limit,
                    accreditations: BTreeSet::new(),
                };
                let ledger = self.ledgers.or_default(it.giver);
                ledger.people.insert(it.person, person);
            }
            Event::PersonDeveloped(it) => self.person_now(it, PersonStage::Developed),
            Event::PersonOffered(it) => self.person_now(it, PersonStage::Deployable),
            Event::PersonStoodDown(it) => self.person_now(it, PersonStage::StoodDown),
            Event::PersonAccredited(it) => {
                if let Some(person) = self.person_mut(it.giver, it.person) {
                    person.accreditations.insert(it.accreditation);
                }
            }
            Event::CapacityReserved(it) => {
                if let Some(opened) = &self.opened {
                    let ledger = self.ledgers.or_default(it.giver);
                    ledger.reserve(it, entry.recorded.date(), opened);
                }
            }
            Event::CapacityPromised(it) => {
                if let Some(opened) = &self.opened {
                    let ledger = self.ledgers.or_default(it.giver);
                    ledger.promise(it, entry.recorded.date(), opened);
                }
            }
            Event::PromiseLapsed(it) => {
                if let Some(ledger) = self.ledgers.get_mut(&it.giver) {
                    ledger.promises.remove(&it.promise);
                }
            }
            Event::CapacityCommitted(it) => {
                if let Some((ledger, opened)) = self.ledgers.get_mut(&it.giver).zip(self.opened.as_ref()) {
                    ledger.commit(it, entry.recorded.date(), opened);
                }
            }
            Event::CapacityReleased(it) => {
                if let Some(ledger) = self.ledgers.get_mut(&it.giver) {
                    ledger.holds.remove(&it.deployment);
                }
            }
            Event::ReviewerNamed(it) => {
                self.reviewing.insert(it.person, it.giver);
                self.ledgers.or_default(it.giver).name_reviewer(it);
            }
            Event::ReviewerStoodDown(it) => {
                let ledger = self.ledgers.get_mut(&it.giver);
                if let Some(reviewer) = ledger.and_then(|ledger| ledger.reviewers.get_mut(&it.person)) {
                    reviewer.visits_in_term = 0;
                    // A team that was formed is for others to change.
                    reviewer.booked.retain(|of, booking| {
                        let stays = booking.promised_by.is_none();
                        if let Some(people) = self.visits.get_mut(of).filter(|_| !stays) {
                            people.remove(&it.person);
                        }
                        stays
                    });
                }
            }
            Event::VisitBooked(it) => {
                self.visits.entry(it.of).or_default().insert(it.person);
                if let Some((ledger, opened)) = self.ledgers.get_mut(&it.giver).zip(self.opened.as_ref()) {
                    ledger.book(it, entry.recorded.date(), opened);
                }
            }
            Event::VisitFreed(it) => {
                if let Some(people) = self.visits.get_mut(&it.of) {
                    people.remove(&it.person);
                }
                if let Some(ledger) = self.ledgers.get_mut(&it.giver) {
                    ledger.free_visit(it);
                }
            }
            Event::RoundOpened(it) => {
                let today = entry.recorded.date();
                self.rounds.insert(it.round, Round::new(it.clone(), today));
            }
            Event::PlanProposed(it) => {
                let plan = self.planned(it);
                let by = entry.actor;
                self.move_round(it.round, |_| Stage::Proposed { plan, by });
            }
            Event::PlacementAnswered(it) => self.answer(it),
            Event::PlanConfirmed(it) => self.move_round(it.round, |stage| match stage {
                Stage::Proposed { plan, .. } => Stage::Confirmed { plan },
                other => other,
            }),
            Event::RoundClosed(it) => self.move_round(it.round, |stage| match stage {
                Stage::Open => Stage::Closed { plan: None },
                Stage::Proposed { plan, .. } | Stage::Confirmed { plan } => {
                    Stage::Closed { plan: Some(plan) }
                }
                closed @ Stage::Closed { .. } => closed,
            }),
            Event::CycleErased(it) => self.erase(it.cycle),
            Event::InCycle(id, event) => self.evolve_cycle(*id, event, entry),
        }
    }

    /// Counts an entry that was taken out of the log with its cycle: it leaves its place, and nothing else.
    pub fn pass_over(&mut self, erased: &Erased) {
        self.position = self.position.saturating_add(1);
        self.made.forget();
        self.cycles.count(erased.cycle);
    }

    /// Counts an entry: its place in the log and in its stream.
    fn count(&mut self, entry: &Entry) -> (u64, u64) {
        self.position = self.position.saturating_add(1);
        self.made.forget();
        self.recent.note(entry.command, self.position);
        self.last_recorded = Some(entry.recorded);
        let seq = match entry.event.stream() {
            Stream::Network => {
                self.own_entries = self.own_entries.saturating_add(1);
                self.own_entries
            }
            Stream::Charter(id) => self.partnerships.count(id),
            Stream::Ledger(id) => self.ledgers.count(id),
            Stream::Cycle(id) => self.cycles.count(id),
            Stream::Round(id) => self.rounds.count(id),
        };
        (self.position, seq)
    }

    /// What rounds and ledgers kept of it stays: the id of a deployment, a giver and working time.
    fn erase(&mut self, cycle: CycleId) {
        self.cycles.forget(cycle);
        self.needs.retain(|_, of| *of != cycle);
        self.deployments.retain(|_, of| *of != cycle);
        self.erased.insert(cycle);
    }

    fn evolve_cycle(&mut self, id: CycleId, event: &CycleEvent, entry: &Entry) {
        let cycle = self.cycles.or_default(id);
        let reason = entry.reason.as_ref();
        cycle.evolve(&Recorded {
            event,
            at: entry.at,
            actor: entry.actor,
            on_behalf_of: entry.on_behalf_of,
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

    /// A plan with its placements; what its ids stand for is told by references of members and by the plan.
    fn planned(&self, it: &ProposedPlan) -> Planned {
        let school = |giver: &str| {
            let reference = giver.split_once('/').map_or(giver, |(school, _)| school);
            self.opened.as_ref()?.called(reference.parse().ok()?)
        };
        let placement = |pair: &Assignment| {
            let need = it.needs.get(&pair.taker).map(|need| Taker::Need(*need));
            let review = it.reviews.get(&pair.taker).map(|of| Taker::Review(*of));
            let placement = Placement {
                giver: school(&pair.giver)?,
                person: it.people.get(&pair.giver).copied(),
                taker: need.or(review)?,
            };
            Some((placement, BTreeMap::new()))
        };
        Planned {
            placements: it.plan.assignments.iter().filter_map(placement).collect(),
            proposed: it.clone(),
        }
    }

    fn answer(&mut self, it: &AnsweredPlacement) {
        let Some(round) = self.rounds.get_mut(&it.round) else {
            return;
        };
        if !it.accepts {
            round.declined.insert(it.placement);
        }
        if let Stage::Proposed { plan, .. } = &mut round.stage
            && let Some(answers) = plan.placements.get_mut(&it.placement)
        {
            answers.insert(it.side, it.accepts);
        }
    }

    fn person_now(&mut self, of: &OfPerson, stage: PersonStage) {
        if let Some(person) = self.person_mut(of.giver, of.person) {
            person.stage = stage;
        }
    }

    fn person_mut(&mut self, giver: SchoolId, person: PersonId) -> Option<&mut Person> {
        self.ledgers.get_mut(&giver)?.people.get_mut(&person)
    }

    fn adopt(&mut self, charter: &AdoptedCharter) {
        if let Some(found) = self.partnerships.get_mut(&charter.partnership) {
            found.charter = Some(charter.clone());
        }
    }

    fn move_round(&mut self, round: RoundId, next: impl FnOnce(Stage) -> Stage) {
        if let Some(round) = self.rounds.get_mut(&round) {
            round.stage = next(std::mem::replace(&mut round.stage, Stage::Open));
        }
    }
}
