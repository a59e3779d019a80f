//! The state of one cycle: a fold over its events.

use crate::{
    acts::{Act, Event},
    by_id::ById,
    child::{self, Addressed, Child, Kept, Machine, addressed, for_each_child},
    context::Recorded,
    deployment::{Deployment, GivenConsent},
    enquiry::{EnquiryPhase, LeadershipDomain},
    facts::SchoolRecord,
    need::NeedPhase,
    rules::Pin,
    table::{self, Misfit, Phase, Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    calendar::Freeze,
    code::{Role, Roles, RuleId},
    id::{DeploymentId, NeedId, SchoolId},
    quantity::Units,
    short_code::{CategoryCode, PressureCode},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

phases! {
    /// Whether the cycle runs.
    CyclePhase {
        /// It runs.
        Active "active" "Active",
        /// It is paused: facts are recorded, wishes wait.
        Paused "paused" "Paused",
        /// It was stopped: facts are recorded, and it can be closed or taken up again.
        Stopped "stopped" "Stopped",
        /// It is over; a new turn is a new cycle.
        Closed "closed" "Closed",
    }
}

use CyclePhase as P;

/// The machine of the cycle itself.
pub const TABLE: &[Transition<CyclePhase>] = &[
    Transition::makes(Act::OpenCycle, P::Active),
    Transition::moves(Act::PauseCycle, &[P::Active], P::Paused),
    Transition::moves(Act::ResumeCycle, &[P::Paused], P::Active),
    Transition::moves(Act::StopCycle, &[P::Active, P::Paused], P::Stopped),
    Transition::moves(Act::ReopenCycle, &[P::Stopped], P::Active),
    Transition::moves(Act::CloseCycle, &[P::Active, P::Stopped], P::Closed),
    Transition::stays(Act::MigrateCycle, &[P::Active, P::Paused, P::Stopped]),
    Transition::stays(Act::ExtendDeadline, &[P::Active, P::Paused]),
    Transition::stays(Act::CategoriseSchool, &[P::Active]),
    Transition::always(Act::HandOverSafeguarding),
    Transition::always(Act::ReportVacancy),
    Transition::always(Act::RecordAppointment),
    Transition::always(Act::ReportConversion),
    Transition::always(Act::ReportMerger),
    Transition::always(Act::ReportClosure),
    Transition::always(Act::ReportInspection),
    Transition::always(Act::ReportStrike),
    Transition::always(Act::ReportCapacityFall),
    Transition::always(Act::DeclareInterest),
];

macro_rules! define {
    ($($(#[$doc:meta])* $machine:ident $code:literal $words:literal ($id:ty) $field:ident $state:ty;)*) => {
        /// One turn of the review loop for one school. The default is a cycle that was never opened.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct Cycle {
            /// How it was opened; none before.
            pub opened: Option<Opened>,
            /// What was reported of the school.
            pub school_record: SchoolRecord,
            $(#[doc = concat!("Every ", $words, " by its id.")] pub $field: ById<$id, $state>,)*
        }

        impl Cycle {
            /// The phase of one machine as a stable code, and since when; none where it does not exist.
            pub fn stands(&self, child: Child) -> Option<(&'static str, NaiveDateTime)> {
                match child {
                    Child::Cycle => self.opened.as_ref().map(|it| (it.phase.code(), it.since)),
                    $(Child::$machine(id) => self.$field.get(&id).map(|it| (Kept::phase(it).code(), Kept::since(it))),)*
                }
            }

            /// Every machine of the cycle, itself first.
            pub fn children(&self) -> impl Iterator<Item = Child> {
                std::iter::once(Child::Cycle)$(.chain(self.$field.keys().copied().map(Child::$machine)))*
            }

            /// Every machine in which something is still to be done, the cycle itself left out.
            pub fn open_children(&self) -> impl Iterator<Item = Child> {
                let none = std::iter::empty();
                none$(.chain(self.$field.iter().filter(|(_, it)| Kept::is_open(*it)).map(|(id, _)| Child::$machine(*id))))*
            }

            /// Whether `act` has a row in its machine's table that begins where `child` stands.
            pub(crate) fn begins(&self, act: Act, child: Child) -> bool {
                match child {
                    Child::Cycle => table::begins(TABLE, act, self.opened.as_ref().map(|it| it.phase)),
                    $(Child::$machine(id) => {
                        table::begins(<$state as Kept>::TABLE, act, self.$field.get(&id).map(Kept::phase))
                    })*
                }
            }

            /// The same with what is in the way.
            pub(crate) fn fit(&self, act: Act, child: Child) -> Result<(), Misfit> {
                match child {
                    Child::Cycle => table::fit(TABLE, act, self.opened.as_ref().map(|it| it.phase)),
                    $(Child::$machine(id) => {
                        table::fit(<$state as Kept>::TABLE, act, self.$field.get(&id).map(Kept::phase))
                    })*
                }
            }

            /// Hands on the acts of a machine, out of `acts`, that begin where `child` stands.
            pub(crate) fn beginning(&self, child: Child, acts: &[Act], mut each: impl FnMut(Act)) {
                let mut among = |begins: &dyn Fn(Act) -> bool| {
                    acts.iter().copied().filter(|act| begins(*act)).for_each(&mut each);
                };
                match child {
                    Child::Cycle => {
                        let phase = self.opened.as_ref().map(|it| it.phase);
                        among(&|act| table::begins(TABLE, act, phase));
                    }
                    $(Child::$machine(id) => {
                        let phase = self.$field.get(&id).map(Kept::phase);
                        among(&|act| table::begins(<$state as Kept>::TABLE, act, phase));
                    })*
                }
            }

            /// Applies an event and cannot fail. A history that [`Cycle::decide`] produced always applies;
            /// whether an event could have happened is not asked here, but when a log is checked.
            ///
            /// Complexity: O(log children + rows of one table); where it begins a machine whose id is not the last
            /// of its kind, O(children).
            pub fn evolve(&mut self, recorded: &Recorded<'_>) {
                match recorded.event.child() {
                    Child::Cycle => self.evolve_itself(recorded),
                    $(Child::$machine(id) => child::apply(&mut self.$field, id, recorded),)*
                }
            }
        }

        /// Whether a phase of a machine is an end: nothing is to be done about it any more.
        pub(crate) fn is_end(machine: Machine, phase: &str) -> bool {
            fn found<P: Phase>(code: &str) -> Option<P> {
                P::PHASES.iter().copied().find(|phase| phase.code() == code)
            }
            match machine {
                Machine::Cycle => phase == P::Closed.code(),
                $(Machine::$machine => {
                    found::<<$state as Kept>::Phase>(phase).is_none_or(|phase| !<$state as Kept>::is_open_in(phase))
                })*
            }
        }

        /// A phase of a machine as people read it; its code where the machine has no such phase.
        pub fn phase_label(machine: Machine, phase: &str) -> &str {
            fn found<P: Phase>(code: &str) -> &str {
                let phase = P::PHASES.iter().find(|phase| phase.code() == code);
                phase.map_or(code, |phase| phase.words())
            }
            match machine {
                Machine::Cycle => found::<CyclePhase>(phase),
                $(Machine::$machine => found::<<$state as Kept>::Phase>(phase),)*
            }
        }

        impl Cycle {
            /// Every open machine that is about a need, the need itself left out.
            pub fn open_about(&self, need: NeedId) -> impl Iterator<Item = Child> {
                let none = std::iter::empty();
                none$(.chain(
                    self.$field
                        .iter()
                        .filter(move |(_, it)| Kept::is_open(*it) && Kept::need(*it) == Some(need))
                        .map(|(id, _)| Child::$machine(*id))
                ))*
            }
        }

        /// Whether a machine of this kind can end with what it belongs to, before its own end.
        pub(crate) fn can_end(machine: Machine) -> bool {
            match machine {
                Machine::Cycle => false,
                $(Machine::$machine => <$state as Kept>::ENDED.is_some(),)*
            }
        }
    };
}
for_each_child!(define);

/// A cycle that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opened {
    /// The school.
    pub school: SchoolId,
    /// Which turn of the loop it is, from 1.
    pub turn: u32,
    /// When it was opened.
    pub at: NaiveDateTime,
    /// Whether it runs.
    pub phase: CyclePhase,
    /// Since when it has been in that phase.
    pub since: NaiveDateTime,
    /// The protocol to which it was moved; none while it runs under the one it was opened with.
    pub migrated: Option<Pin>,
    /// Pauses and stops, each with its end once there is one.
    pub pauses: Vec<Freeze>,
    /// Time that was given, by machine and deadline.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<((Child, RuleId), Extension)>"))]
    #[serde(with = "crate::pairs")]
    pub extensions: BTreeMap<(Child, RuleId), Extension>,
    /// The category of monitoring, once the school is in one.
    pub category: Option<CategoryCode>,
    /// When it was last put into one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categorised: Option<NaiveDateTime>,
}

/// More time, as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extension {
    /// The day on which it was given: a pause after it moves the end.
    pub given: NaiveDate,
    /// The day until which it was given.
    pub until: NaiveDate,
}

impl Cycle {
    /// The school, once the cycle is opened.
    pub fn school(&self) -> Option<SchoolId> {
        self.opened.as_ref().map(|opened| opened.school)
    }

    /// Whether the cycle itself runs, is paused or was stopped.
    pub fn is_open(&self) -> bool {
        self.opened
            .as_ref()
            .is_some_and(|opened| opened.phase != P::Closed)
    }

    /// The live deployments for a need.
    pub fn live_deployments(&self, need: NeedId) -> impl Iterator<Item = (DeploymentId, &Deployment)> {
        let for_need = move |(_, deployment): &(_, &Deployment)| deployment.proposal.need == need;
        self.deployments
            .iter()
            .map(|(id, deployment)| (*id, deployment))
            .filter(for_need)
            .filter(|(_, deployment)| deployment.is_live())
    }

    /// How many more deployments a need could take: what it asks for, less what is live. None while it
    /// does not wait for a match.
    pub fn open_units(&self, need: NeedId) -> Units {
        if self.awaits_match(need) {
            self.lacking_units(need)
        } else {
            Units(0)
        }
    }

    /// Whether givers may be proposed for a need: it waits for one, or for one more beside help that is
    /// live. A need whose help has ended is watched, and waits for nobody.
    pub fn awaits_match(&self, need: NeedId) -> bool {
        let live = || self.live_deployments(need).next().is_some();
        self.needs.get(&need).is_some_and(|state| match state.phase {
            NeedPhase::Matching | NeedPhase::Deployment => true,
            NeedPhase::Monitoring => live(),
            _ => false,
        })
    }

    /// How many deployments an open need lacks, whatever its phase: what it asks for, less what is live.
    pub fn lacking_units(&self, need: NeedId) -> Units {
        let Some(state) = self.needs.get(&need).filter(|state| state.is_open()) else {
            return Units(0);
        };
        let live = u16::try_from(self.live_deployments(need).count()).unwrap_or(u16::MAX);
        Units(state.need.units.0.saturating_sub(live))
    }

    /// The school's phase: that of its least advanced open need; none without one.
    pub fn phase(&self) -> Option<NeedPhase> {
        let open = self.needs.values().filter(|state| state.is_open());
        open.map(|state| state.phase).min()
    }

    /// Consents to a deployment that hold: those given since the school last converted.
    pub fn valid_consents<'a>(&self, deployment: &'a Deployment) -> impl Iterator<Item = &'a GivenConsent> {
        let converted = self.school_record.converted;
        let holds = move |consent: &&GivenConsent| converted.is_none_or(|at| consent.at > at);
        deployment.consents.iter().filter(holds)
    }

    /// Roles of `asked` that have not consented to a deployment, or not since the school last converted.
    pub fn missing_consents(&self, deployment: &Deployment, asked: &[Role]) -> Roles {
        let given: BTreeSet<_> = self
            .valid_consents(deployment)
            .map(|consent| &consent.by)
            .collect();
        asked
            .iter()
            .filter(|role| !given.contains(role))
            .cloned()
            .collect()
    }

    /// What of leadership the enquiries of this cycle do not ask about: a diagnosis says so. An enquiry that
    /// was dropped asks about nothing.
    pub fn domains_without_enquiry(&self) -> Vec<LeadershipDomain> {
        let enquiries = self.enquiries.values();
        let kept = enquiries.filter(|it| it.phase != EnquiryPhase::Dropped);
        let asked: BTreeSet<_> = kept.filter_map(|it| it.domain).collect();
        let all = LeadershipDomain::ALL.into_iter();
        all.filter(|domain| !asked.contains(domain)).collect()
    }

    fn evolve_itself(&mut self, recorded: &Recorded<'_>) {
        let (at, record) = (recorded.at, &mut self.school_record);
        match recorded.event {
            Event::CycleOpened(it) => {
                self.opened = Some(Opened {
                    school: it.school,
                    turn: it.turn,
                    at,
                    phase: P::Active,
                    since: at,
                    migrated: None,
                    pauses: Vec::new(),
                    extensions: BTreeMap::new(),
                    category: None,
                    categorised: None,
                });
            }
            Event::SafeguardingHandedOver(it) => {
                record.handovers.insert(it.handover, (it.on, it.to.clone()));
            }
            Event::VacancyReported(it) => {
                record.vacancies.entry(it.post).or_insert(it.since);
            }
            Event::AppointmentRecorded(it) => {
                record.vacancies.remove(&it.post);
                record.appointed.insert(it.post, it.person);
            }
            Event::ConversionReported(_) => record.converted = Some(at),
            Event::MergerReported(it) => record.merged = Some((it.into, it.on)),
            Event::ClosureReported(it) => record.closed = Some(it.on),
            Event::InspectionReported(it) => record.inspections.push(it.clone()),
            Event::StrikeReported(it) => record.strikes.push(it.clone()),
            Event::CapacityFallReported(it) => {
                record.falls.insert(it.giver, it.still);
            }
            Event::InterestDeclared(it) => record.interests.push(it.clone()),
            event => {
                if let Some(opened) = &mut self.opened {
                    opened.note(event, at);
                }
            }
        }
    }
}

impl Opened {
    fn note(&mut self, event: &Event, at: NaiveDateTime) {
        match event {
            Event::CycleMigrated(it) => self.migrated = Some(it.to.clone()),
            Event::DeadlineExtended(it) => {
                let (given, until) = (at.date(), it.until);
                self.extensions
                    .insert((it.of, it.deadline.clone()), Extension { given, until });
            }
            Event::SchoolCategorised(it) => (self.category, self.categorised) = (Some(it.category), Some(at)),
            _ => {}
        }
        let Some(to) = event.act().and_then(|act| table::leads(TABLE, act, self.phase)) else {
            return;
        };
        let stood_still = matches!(self.phase, P::Paused | P::Stopped);
        let stands_still = matches!(to, P::Paused | P::Stopped);
        if stands_still && !stood_still {
            self.pauses.push(Freeze {
                from: at.date(),
                until: None,
            });
        } else if to == P::Active
            && let Some(pause) = self.pauses.last_mut()
        {
            pause.until = Some(at.date());
        }
        (self.phase, self.since) = (to, at);
    }
}

/// A cycle as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedCycle {
    /// The school.
    pub school: SchoolId,
    /// Which turn of the loop it is, from 1.
    pub turn: u32,
}

/// Speaks of the cycle and says nothing more; why stands in the envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OverCycle {}

/// A move to another protocol.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Migrated {
    /// The protocol under which the cycle goes on.
    pub to: Pin,
}

/// More time for something that is due; why stands in the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extended {
    /// The machine it is due for.
    pub of: Child,
    /// The deadline; that of a task is the task's own code.
    pub deadline: RuleId,
    /// The day until which it is now in time.
    pub until: NaiveDate,
}

/// The category in which a school is monitored.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Categorised {
    /// Which category of the protocol.
    pub category: CategoryCode,
}

addressed!(OpenedCycle, OverCycle, Migrated, Extended, Categorised => Cycle);

/// A need that moved on because of something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedMoved {
    /// The need.
    pub need: NeedId,
    /// Where it stands now.
    pub to: NeedPhase,
}
addressed!(NeedMoved.need => Need);

/// A need that asks for more or fewer deployments because of something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeedUnitsChanged {
    /// The need.
    pub need: NeedId,
    /// How many it asks for now.
    pub units: Units,
}
addressed!(NeedUnitsChanged.need => Need);

/// A need about which there is more or less pressure now.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PressureChanged {
    /// The need.
    pub need: NeedId,
    /// The level of the protocol; none where there is no pressure any more.
    pub level: Option<PressureCode>,
}
addressed!(PressureChanged.need => Need);

/// Something that ended with what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChildEnded {
    /// What ended.
    pub child: Child,
}

impl Addressed for ChildEnded {
    fn child(&self) -> Child {
        self.child
    }
}
