//! What can be wrong with a protocol, all of it at once, each with its place.

mod evidence;
mod names;
mod order;
mod people;
mod reach;
mod times;

use super::Protocol;
use crate::{acts::Act, child::Machine};
use collegium_model::{calendar::Span, code::Role};
use std::fmt;

/// Something that is wrong with a protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtocolFault {
    /// Where: the path of a field, such as `steps.agree_report.guards[0]`.
    pub place: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// A version that is no version.
    #[error("versions begin at 1")]
    NoVersion,
    /// A name that nothing in the protocol bears.
    #[error("there is no {what} {name:?} in this protocol")]
    Unknown {
        /// What kind of thing was named.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A name that two things bear.
    #[error("the {what} {name:?} stands here twice")]
    Twice {
        /// What kind of thing.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A step, a task or a decision that nobody may do.
    #[error("no role may do this")]
    NobodyMay,
    /// Roles where they mean nothing.
    #[error("a report of fact is anybody's, so roles here mean nothing")]
    RolesOfFact,
    /// Roles in a step whose roles stand elsewhere.
    #[error("the roles of this step stand with each {of}")]
    RolesElsewhere {
        /// With what they stand.
        of: &'static str,
    },
    /// A role that recommends and decides.
    #[error("{role} would decide on what it recommends itself")]
    ApprovesItself {
        /// The role.
        role: Role,
    },
    /// A consent that nobody may give.
    #[error("consent is asked of {role}, which may not give it in steps.give_consent")]
    ConsentImpossible {
        /// The role.
        role: Role,
    },
    /// Help without working time.
    #[error("a deployment takes at least one half-day")]
    NoSize,
    /// A step of deployments where no kind is deployed.
    #[error("deployments are proposed, but no kind has a size")]
    NoKindDeployed,
    /// A threshold under which help would never fade or never end.
    #[error("this must be at least 1")]
    AtLeastOne,
    /// A threshold that can never be met.
    #[error("{asked} can never be reached: there are at most {most}")]
    NeverReached {
        /// What is asked.
        asked: u16,
        /// What there can be.
        most: u16,
    },
    /// A phase that the machine does not have, or into which nothing leads.
    #[error("a {} has no phase {phase:?} that a step leads into", .machine.words())]
    UnknownPhase {
        /// The machine.
        machine: Machine,
        /// The phase.
        phase: String,
    },
    /// A step that names one of a list, where the list is empty.
    #[error("it names one of {list}, and none stands there")]
    NothingListed {
        /// The list.
        list: &'static str,
    },
    /// A deadline for a step that does not begin in its phase.
    #[error("{} does not begin in phase {phase:?}", .act.code())]
    AwaitsElsewhere {
        /// The act.
        act: Act,
        /// The phase.
        phase: String,
    },
    /// A deadline that contradicts itself.
    #[error("{later_what} of {later} comes before {sooner_what} of {sooner}")]
    Contradiction {
        /// What must come first.
        sooner_what: &'static str,
        /// Its span.
        sooner: Span,
        /// What must come later.
        later_what: &'static str,
        /// Its span.
        later: Span,
    },
    /// A span of nothing.
    #[error("a span of none is due before anybody can act")]
    EmptySpan,
    /// Things that wait for one another.
    #[error("these wait for one another: {}", .names.join(", "))]
    Circle {
        /// Their names.
        names: Vec<String>,
    },
    /// A condition that names not exactly one of a task and a decision, or no outcome.
    #[error("a branch names a task or an approval, not both, and at least one outcome")]
    NotABranch,
    /// A task that can never be asked for, as its conditions exclude one another.
    #[error("it can never be asked for: no outcome of {of:?} leads here")]
    NeverAskedFor {
        /// The task or decision with contradictory outcomes.
        of: String,
    },
    /// A milestone with nothing in it.
    #[error("no task and no decision belongs to this milestone, so it would be reached at once")]
    EmptyMilestone,
    /// A step that begins where nothing leads.
    #[error("nothing leads to where this step begins")]
    Unreachable,
    /// A step through a phase that the protocol leaves out: what is recommended would be passed over, and
    /// with it whoever decides.
    #[error("it leads a need through {phase:?}, a phase that the protocol leaves out")]
    LeadsThroughLeftOut {
        /// The phase.
        phase: &'static str,
    },
    /// A phase that can be entered and never left, although it is not an end.
    #[error("a {} in phase {phase:?} could never leave it", .machine.words())]
    DeadEnd {
        /// The machine.
        machine: Machine,
        /// The phase.
        phase: &'static str,
    },
    /// A guard that can never hold, as what it waits for is left out.
    #[error("{guard:?} can never hold: it takes {}, which the protocol leaves out", or(.acts))]
    NeverHolds {
        /// The guard.
        guard: &'static str,
        /// The acts of which one would have to be possible.
        acts: &'static [Act],
    },
    /// A guard where it asks nothing.
    #[error("{guard:?} asks nothing here; it belongs to {}", or(.acts))]
    AsksNothing {
        /// The guard.
        guard: &'static str,
        /// The acts to which it belongs.
        acts: &'static [Act],
    },
    /// An override of what no protocol can lift.
    #[error("{guard:?} holds under every protocol and cannot be lifted")]
    LawLifted {
        /// The guard.
        guard: &'static str,
    },
    /// An override of a guard that the step does not have.
    #[error("{guard:?} is no condition of this step, so there is nothing to lift")]
    LiftsNothing {
        /// The guard.
        guard: &'static str,
    },
    /// An act that closes nothing over anything.
    #[error("{} closes nothing over what is open in it", .act.code())]
    ClosesNothing {
        /// The act.
        act: Act,
    },
    /// Something that cannot end with what it belongs to.
    #[error("a {} cannot end with what it belongs to: somebody must end it", .machine.words())]
    CannotEnd {
        /// The machine.
        machine: Machine,
    },
    /// Something that would stay open in what is closed.
    #[error("a closed cycle has nothing open, so a {} cannot be kept", .machine.words())]
    CannotKeep {
        /// The machine.
        machine: Machine,
    },
    /// Pressure without support.
    #[error("this level of pressure entitles to no support")]
    PressureWithoutSupport,
    /// Support that the protocol does not deploy.
    #[error("it entitles to {kind}, which has no size in this protocol")]
    SupportNotDeployed {
        /// The kind of support.
        kind: &'static str,
    },
    /// Evidence that can never matter.
    #[error("evidence of this kind counts for nothing and can never matter")]
    NeverMatters,
    /// A side of the evidence that nothing can tell.
    #[error("both what happened and why are asked for, and no kind tells {side}")]
    OneSided {
        /// The side.
        side: &'static str,
    },
    /// A stronger school that would be visited more often than a weaker one.
    #[error("a school in it is watched more often by {channel} than one in {weaker:?}, which is weaker")]
    Disproportionate {
        /// The channel.
        channel: &'static str,
        /// The weaker category.
        weaker: String,
    },
    /// Coaching that those outside it could see.
    #[error("coaching is seen by those in it alone: name their roles, and none that reviews")]
    CoachingOpen,
    /// A limit below what is asked.
    #[error("at most {most} is less than at least {least}")]
    MostBelowLeast {
        /// The most.
        most: u16,
        /// The least.
        least: u16,
    },
    /// An escalation that is left to itself: challenges can be raised and never answered.
    #[error("a challenge can be raised, but not {}", or(.acts))]
    ChallengeLapses {
        /// What is missing.
        acts: &'static [Act],
    },
}

impl FaultKind {
    /// What the author can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NoVersion => "write version = 1",
            Self::Unknown { .. } => "correct the name, or add what it names",
            Self::Twice { .. } => "give each its own name",
            Self::NobodyMay => "name a role, or leave it out",
            Self::RolesOfFact => "take the roles out",
            Self::RolesElsewhere { .. } => "take the roles out here and name them there",
            Self::ApprovesItself { .. } => "let another role decide",
            Self::ConsentImpossible { .. } => {
                "add the role to steps.give_consent, or ask another for consent"
            }
            Self::NoSize | Self::AtLeastOne => "write 1 or more",
            Self::NoKindDeployed => "give a kind a size in [sizes], or leave the step out",
            Self::NeverReached { .. } => "lower it, or add what is counted",
            Self::UnknownPhase { .. } => "name a phase of that machine; `protocol show` lists them",
            Self::NothingListed { .. } => "fill the list, or leave the step out",
            Self::AwaitsElsewhere { .. } => "name a phase in which the step begins",
            Self::Contradiction { .. } => "put the spans in order",
            Self::EmptySpan => "write a span of 1 or more",
            Self::Circle { .. } => "take one of the waits out",
            Self::NotABranch => "name one of the two, and the outcomes that lead here",
            Self::NeverAskedFor { .. } => "let one outcome lead here, or take a branch out",
            Self::EmptyMilestone => "put a task into it, or take it out",
            Self::Unreachable => "add a step that leads there, or leave this one out",
            Self::LeadsThroughLeftOut { .. } => "add the phase to `phases`, or leave the step out",
            Self::DeadEnd { .. } => "add a step that leads out of it",
            Self::NeverHolds { .. } => "add one of these steps, or take the guard out",
            Self::AsksNothing { .. } => "move the guard there, or take it out",
            Self::LawLifted { .. } | Self::LiftsNothing { .. } => "take it out of the override",
            Self::ClosesNothing { .. } => "name close_cycle, stop_cycle or close_need",
            Self::CannotEnd { .. } => "write refuse",
            Self::CannotKeep { .. } => "write refuse or end",
            Self::PressureWithoutSupport => "name the support it entitles to",
            Self::SupportNotDeployed { .. } => "give it a size in [sizes], or name another",
            Self::NeverMatters => "say what it counts for, or take it out",
            Self::OneSided { .. } => "add a kind that tells it, or do not ask for both sides",
            Self::Disproportionate { .. } => "let stronger schools be watched as often or less",
            Self::CoachingOpen => "write [visibility] coaching = [\"coach\", …]",
            Self::MostBelowLeast { .. } => "raise the one or lower the other",
            Self::ChallengeLapses { .. } => "add these steps: a challenge never lapses silently",
        }
    }
}

fn or(acts: &[Act]) -> String {
    acts.iter().map(|act| act.code()).collect::<Vec<_>>().join(" or ")
}

impl fmt::Display for ProtocolFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

/// A protocol that cannot run: everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the protocol does not hold: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidProtocol {
    /// Every fault, in the order of the places.
    pub faults: Vec<ProtocolFault>,
}

/// Everything that is wrong with a protocol.
pub(crate) fn faults(protocol: &Protocol) -> Vec<ProtocolFault> {
    let mut faults = Faults(Vec::new());
    if protocol.version == 0 {
        faults.add("version", FaultKind::NoVersion);
    }
    names::check(protocol, &mut faults);
    people::check(protocol, &mut faults);
    order::check(protocol, &mut faults);
    reach::check(protocol, &mut faults);
    times::check(protocol, &mut faults);
    evidence::check(protocol, &mut faults);
    faults.0.sort_by(|one, other| one.place.cmp(&other.place));
    faults.0
}

/// Faults as they are found.
struct Faults(Vec<ProtocolFault>);

impl Faults {
    fn add(&mut self, place: impl Into<String>, kind: FaultKind) {
        let place = place.into();
        self.0.push(ProtocolFault { place, kind });
    }
}
