//! What is answered. A response has the type of its request.

use super::opening::Opening;
use crate::{
    allocation::Allocation,
    apply::Answer,
    ledger::{Hold, InTerm},
    opening::Member,
    overdue::Overdue,
    reallocation::Reallocation,
    refusal::Blocked,
    reviewers::OfReview,
    round::{OpenedRound, Placement, ProposedPlan},
    seal::Seal,
    supply::Person,
    violation::StandingViolation,
};
use chrono::NaiveDateTime;
use collegium_cycle::{
    acts::Act, child::Child, clock::Clock, counterfactual::Counterfactuals, cycle::Cycle, rules::Pin,
    todo::Todo, violation::Violation,
};
use collegium_model::{
    calendar::SchoolTerm,
    id::{CycleId, DeploymentId, NetworkId, PersonId, RoundId, SchoolId},
    offer::Offer,
    quantity::{HalfDays, Units},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! responses {
    ($($(#[doc = $doc:literal])* $name:ident $code:literal ($data:ty);)*) => {
        /// What is answered: `{"type","data"}`, with the type of the request.
        #[derive(Debug, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "type", content = "data")]
        #[non_exhaustive]
        pub enum Response {
            $($(#[doc = $doc])* #[serde(rename = $code)] $name($data),)*
        }

        impl Response {
            /// Its type, which is that of its request.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name(_) => $code),* }
            }
        }
    };
}

responses! {
    /// The network is held.
    Open "open" (ProtocolsAtHand);
    /// The network is held again.
    Restore "restore" (Placed);
    /// The network is held no longer.
    Close "close" (Placed);
    /// The networks that are held.
    Networks "networks" (Held);
    /// What would come of the command.
    Decide "decide" (Decided);
    /// What came of the command.
    Apply "apply" (Applied);
    /// What stands in the way of the command.
    Explain "explain" (Explained);
    /// The lines are applied.
    Evolve "evolve" (Placed);
    /// What may be done, and what not.
    Actions "actions" (CycleActions);
    /// What is due.
    Clocks "clocks" (Clocks);
    /// What waits.
    Tasks "tasks" (Tasks);
    /// What stands although it should not.
    Check "check" (Checked);
    /// What is late.
    Overdue "overdue" (Late);
    /// What is recommended.
    Reallocation "reallocation" (Reallocations);
    /// What would be recommended.
    Counterfactual "counterfactual" (Box<Supposed>);
    /// How help is spread.
    Allocation "allocation" (Spread);
    /// A cycle.
    View "view" (Box<CycleView>);
    /// A network.
    Overview "overview" (NetworkView);
    /// A network in one value.
    Snapshot "snapshot" (Snapshot);
    /// Lines of the log.
    Log "log" (LogLines);
    /// How far everything has come.
    Position "position" (Position);
}

/// A network that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProtocolsAtHand {
    /// The protocol under which it runs.
    pub protocol: Pin,
    /// The others at hand, to which cycles can be moved.
    pub also: Vec<Pin>,
}

/// Where a log stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Placed {
    /// How many entries it has.
    pub position: u64,
}

/// The networks that are held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Held {
    /// Each with how many entries its log has.
    pub networks: BTreeMap<String, u64>,
}

/// What would come of a command.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decided {
    /// Its events, or every reason against it.
    pub answer: Answer,
}

/// What came of a command.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Applied {
    /// Its events, or every reason against it.
    pub answer: Answer,
    /// The lines that go to the log, each as it is stored. They are the host's, whoever is shown the answer.
    pub log: Vec<String>,
}

/// What stands in the way of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explained {
    /// Whether it would be taken.
    pub allowed: bool,
    /// Every reason against it, with who could lift it.
    pub blockers: Vec<Blocked>,
}

/// What may be done in a cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleActions {
    /// Every act whose step begins where something stands.
    pub actions: Vec<ActionTold>,
}

/// An act with what stands in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActionTold {
    /// The act.
    pub act: Act,
    /// What it is about; absent where it would make something new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub child: Option<Child>,
    /// Whether it is allowed, as far as this can be told without a payload.
    pub allowed: bool,
    /// Every reason against it, with who could lift it.
    pub blockers: Vec<Blocked>,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clocks {
    /// Cycles in which a clock runs.
    pub cycles: Vec<CycleClocks>,
}

/// What is due in one cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleClocks {
    /// The cycle.
    pub cycle: CycleId,
    /// Its clocks.
    pub clocks: Vec<Clock>,
}

/// What waits for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tasks {
    /// Cycles in which something waits.
    pub cycles: Vec<CycleTasks>,
}

/// What waits in one cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleTasks {
    /// The cycle.
    pub cycle: CycleId,
    /// The soonest first.
    pub tasks: Vec<Todo>,
}

/// What stands although it should not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checked {
    /// In the network.
    pub network: Vec<StandingViolation>,
    /// Cycles in which there is something.
    pub cycles: Vec<CycleViolations>,
}

/// What stands in one cycle although it should not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleViolations {
    /// The cycle.
    pub cycle: CycleId,
    /// Each.
    pub violations: Vec<ToldViolation>,
}

/// Something that stands although it should not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToldViolation {
    /// What it is.
    pub violation: Violation,
    /// Whether a fact raised it and somebody can set it right; the others must never be.
    pub standing: bool,
    /// What those who settle it can do.
    pub help: String,
}

/// What is late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Late {
    /// The longest overdue first.
    pub overdue: Vec<Overdue>,
}

/// What is recommended. Nothing of it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reallocations {
    /// For each need that is watched and of which something was observed.
    pub needs: Vec<Reallocation>,
}

/// What is recommended, and what would be. Nothing where the need is not watched, or not to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Supposed {
    /// As it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<Reallocation>,
    /// Under what is supposed; absent where nothing was, or nothing would then be recommended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supposed: Option<Reallocation>,
    /// What would change the outcome, where it was searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Counterfactuals>,
}

/// How help is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// Absent where it is not to be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Allocation>,
}

/// A cycle as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleView {
    /// The protocol under which it runs.
    pub protocol: Pin,
    /// Its state; that of a cycle never opened where it does not exist or is not to be seen.
    pub state: Cycle,
}

/// A network beside its cycles.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkView {
    /// The network.
    pub network: NetworkId,
    /// Its schools.
    pub members: Vec<Member>,
    /// Cycles that are to be seen, closed ones included.
    pub cycles: Vec<CycleSummary>,
    /// Ledgers that are to be seen.
    pub ledgers: Vec<LedgerView>,
    /// Rounds that are to be seen.
    pub rounds: Vec<RoundView>,
}

/// A cycle in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CycleSummary {
    /// The cycle.
    pub cycle: CycleId,
    /// Its school.
    pub school: SchoolId,
    /// Which turn of the loop it is.
    pub turn: u32,
    /// Whether it is active, paused, stopped or closed.
    pub phase: String,
}

/// What a giver declared, and what holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerView {
    /// The giver.
    pub giver: SchoolId,
    /// What was declared last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// Terms in which it is another amount.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_terms: Vec<InTerm>,
    /// The people who can be lent, where they are known.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<PersonId, Person>,
    /// The people who review other schools.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reviewers: BTreeMap<PersonId, ReviewerView>,
    /// Deployments that hold capacity.
    pub holds: BTreeMap<DeploymentId, Hold>,
    /// How many deployments and promises hold capacity in the term of the last entry.
    pub running: Units,
    /// Working time that they hold in it.
    pub lent: HalfDays,
    /// Whether more is held than is declared, in that term or a later one.
    pub overdrawn: bool,
}

/// Somebody who reviews other schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReviewerView {
    /// Whether they have shadowed a review, and so may lead one.
    pub has_shadowed: bool,
    /// Visits in a term for which they may be asked.
    pub visits_in_term: u16,
    /// Visits that are booked for them.
    pub booked: Vec<BookedView>,
}

/// A visit that is booked for a reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BookedView {
    /// The review.
    pub of: OfReview,
    /// Whether they lead it.
    pub leads: bool,
    /// The term in which it counts; none beyond the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<SchoolTerm>,
    /// The round whose plan promises it, until the team is formed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised_by: Option<RoundId>,
}

/// A round of matching.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundView {
    /// How it was opened.
    pub opened: OpenedRound,
    /// Whether it is open, proposed, confirmed or closed.
    pub stage: String,
    /// Placements that were declined in it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub declined: BTreeSet<Placement>,
    /// Its plan, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<ProposedPlan>,
}

/// A whole network in one value: its protocols and its log.
///
/// It holds no state beside the lines: restoring it folds them, and takes as long as that. Entries of erased
/// cycles are not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Snapshot {
    /// The form of what it keeps; another form is not restored.
    pub form: String,
    /// The protocols, whole.
    pub opening: Opening,
    /// How many lines, and their hash.
    pub seal: Seal,
    /// The lines of the log.
    pub lines: Vec<String>,
}

/// Lines of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LogLines {
    /// Each as it is stored. What is left of an entry that was erased stands in its place.
    pub lines: Vec<String>,
    /// How many entries the whole log has.
    pub position: u64,
}

/// How far a log has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// How many entries the log has.
    pub position: u64,
    /// When the last was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<NaiveDateTime>,
    /// How many entries each stream has.
    pub streams: BTreeMap<String, u64>,
}
