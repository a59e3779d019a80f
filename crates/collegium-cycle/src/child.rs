//! What a command is about: the cycle itself, or one of the small machines inside it. This list of them is
//! the only one; every question about all machines is generated from it.

use chrono::NaiveDateTime;
use collegium_model::id::NeedId;
use serde::{Deserialize, Serialize};
use std::fmt;

use crate::{
    acts::Act,
    by_id::ById,
    context::Recorded,
    table::{self, Phase, Transition},
};

/// Hands every kind of child to a macro: machine, code, words, id, field of the cycle, state.
macro_rules! for_each_child {
    ($callback:ident) => {
        $callback! {
            /// What a school needs help with.
            Need "need" "need" (collegium_model::id::NeedId) needs crate::need::NeedState;
            /// A school's look at itself.
            SelfEvaluation "self_evaluation" "self-evaluation" (collegium_model::id::SelfEvaluationId) self_evaluations crate::self_evaluation::SelfEvaluation;
            /// A review visit by peers.
            Review "review" "review" (collegium_model::id::ReviewId) reviews crate::review::Review;
            /// A line of enquiry with its evidence and its finding.
            Enquiry "enquiry" "enquiry" (collegium_model::id::EnquiryId) enquiries crate::enquiry::Enquiry;
            /// A session that turns findings into owned actions.
            Workshop "workshop" "workshop" (collegium_model::id::WorkshopId) workshops crate::workshop::Workshop;
            /// Something asked of somebody.
            Request "request" "request" (collegium_model::id::RequestId) requests crate::request::Request;
            /// A time-boxed placement for a need.
            Deployment "deployment" "deployment" (collegium_model::id::DeploymentId) deployments crate::deployment::Deployment;
            /// An item of the improvement plan.
            Objective "objective" "objective" (collegium_model::id::ObjectiveId) objectives crate::objective::Objective;
            /// A look at progress, with the next one fixed.
            ProgressReview "progress_review" "progress review" (collegium_model::id::ProgressReviewId) progress_reviews crate::progress_review::ProgressReview;
            /// A worry that is resolved or escalated.
            Concern "concern" "concern" (collegium_model::id::ConcernId) concerns crate::concern::Concern;
            /// A peer's question that must be answered.
            Challenge "challenge" "challenge" (collegium_model::id::ChallengeId) challenges crate::challenge::Challenge;
            /// A recommendation on the help for a need, with its decision.
            Decision "decision" "decision" (collegium_model::id::DecisionId) decisions crate::decision::Decision;
            /// A decision that the protocol asks for, with its recommendation.
            Approval "approval" "approval" (collegium_model::id::ApprovalId) approvals crate::approval::Approval;
            /// Coaching: dates and counts only.
            Coaching "coaching" "coaching" (collegium_model::id::CoachingId) coachings crate::coaching::Coaching;
            /// Due diligence on a school that would join.
            DueDiligence "due_diligence" "due diligence" (collegium_model::id::DueDiligenceId) due_diligences crate::due_diligence::DueDiligence;
            /// A task that the protocol asks for.
            Task "task" "task" (collegium_model::short_code::TaskCode) tasks crate::task::TaskState;
        }
    };
}
pub(crate) use for_each_child;

macro_rules! define {
    ($($(#[$doc:meta])* $machine:ident $code:literal $words:literal ($id:ty) $field:ident $state:ty;)*) => {
        /// A kind of machine; each has one table of transitions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Machine {
            /// The cycle itself.
            #[serde(rename = "cycle")]
            Cycle,
            $($(#[$doc])* #[serde(rename = $code)] $machine,)*
        }

        impl Machine {
            /// Every machine, the cycle first.
            pub const ALL: &[Self] = &[Self::Cycle, $(Self::$machine),*];

            /// Its stable wire code.
            pub const fn code(self) -> &'static str {
                match self { Self::Cycle => "cycle", $(Self::$machine => $code),* }
            }

            /// The machine in words, without an article.
            pub const fn words(self) -> &'static str {
                match self { Self::Cycle => "cycle", $(Self::$machine => $words),* }
            }
        }

        /// One machine of a cycle, by its id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "machine", content = "id")]
        #[non_exhaustive]
        pub enum Child {
            /// The cycle itself.
            #[serde(rename = "cycle")]
            Cycle,
            $($(#[$doc])* #[serde(rename = $code)] $machine($id),)*
        }

        impl Child {
            /// The kind of machine it is.
            pub const fn machine(self) -> Machine {
                match self { Self::Cycle => Machine::Cycle, $(Self::$machine(_) => Machine::$machine),* }
            }
        }

        impl fmt::Display for Child {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::Cycle => f.write_str("the cycle"),
                    $(Self::$machine(id) => write!(f, concat!($words, " {}"), id),)*
                }
            }
        }
    };
}
for_each_child!(define);

/// A payload knows which machine it is for.
pub(crate) trait Addressed {
    fn child(&self) -> Child;
}

/// The state of a machine, moved by its table.
pub(crate) trait Kept: Sized {
    /// Its phases.
    type Phase: Phase;

    /// Its one table.
    const TABLE: &'static [Transition<Self::Phase>];

    /// The state that an event makes, in `phase`; none where the event does not make one.
    fn made(phase: Self::Phase, recorded: &Recorded<'_>) -> Option<Self>;

    /// Where it stands.
    fn phase(&self) -> Self::Phase;

    /// Since when.
    fn since(&self) -> NaiveDateTime;

    /// Moves it.
    fn enter(&mut self, phase: Self::Phase, recorded: &Recorded<'_>);

    /// Whether something is still to be done about a machine in that phase.
    fn is_open_in(phase: Self::Phase) -> bool;

    /// Whether something is still to be done about it.
    fn is_open(&self) -> bool {
        Self::is_open_in(self.phase())
    }

    /// The need it is about, if it is about one.
    fn need(&self) -> Option<NeedId> {
        None
    }

    /// What an event leaves beside the phase.
    fn note(&mut self, _recorded: &Recorded<'_>) {}

    /// The phase in which it ends when what it belongs to is closed over it; none where it then stays.
    const ENDED: Option<Self::Phase> = None;
}

/// Applies an event to the machine it is for.
pub(crate) fn apply<K: Ord, T: Kept>(kept: &mut ById<K, T>, id: K, recorded: &Recorded<'_>) {
    let act = recorded.event.act();
    let Some(state) = kept.get_mut(&id) else {
        let phase = act.and_then(|act| table::makes(T::TABLE, act));
        if let Some(state) = phase.and_then(|phase| T::made(phase, recorded)) {
            kept.insert(id, state);
        }
        return;
    };
    let to = match (act, recorded.event) {
        (Some(act), _) => table::leads(T::TABLE, act, state.phase()),
        (None, crate::acts::Event::ChildEnded(_)) => T::ENDED.filter(|_| state.is_open()),
        (None, _) => None,
    };
    state.note(recorded);
    if let Some(to) = to {
        state.enter(to, recorded);
    }
}

/// Whether an act has a row that makes its machine.
pub(crate) fn is_made_by(act: Act) -> bool {
    macro_rules! ask {
        ($($(#[$doc:meta])* $machine:ident $code:literal $words:literal ($id:ty) $field:ident $state:ty;)*) => {
            match act.machine() {
                Machine::Cycle => table::makes(crate::cycle::TABLE, act).is_some(),
                $(Machine::$machine => table::makes(<$state as Kept>::TABLE, act).is_some(),)*
            }
        };
    }
    for_each_child!(ask)
}

/// What a plain machine is: phases with a table, and a struct with `phase` and `since`.
macro_rules! kept {
    ($state:ident: $phase:ident, $table:expr, open: $open:pat, ended: $ended:expr,
     $(need($of:ident) $need:block,)?
     made($made_phase:ident, $made:ident) $make:block, note($this:ident, $noted:ident) $note:block) => {
        impl $crate::child::Kept for $state {
            type Phase = $phase;
            const TABLE: &'static [$crate::table::Transition<$phase>] = $table;
            const ENDED: Option<$phase> = $ended;

            fn made($made_phase: $phase, $made: &$crate::context::Recorded<'_>) -> Option<Self> $make

            fn phase(&self) -> $phase { self.phase }

            fn since(&self) -> chrono::NaiveDateTime { self.since }

            fn enter(&mut self, phase: $phase, recorded: &$crate::context::Recorded<'_>) {
                (self.phase, self.since) = (phase, recorded.at);
            }

            fn is_open_in(phase: $phase) -> bool { matches!(phase, $open) }

            $(fn need(&self) -> Option<collegium_model::id::NeedId> {
                let $of = self;
                $need
            })?

            fn note(&mut self, $noted: &$crate::context::Recorded<'_>) {
                #[allow(unused_variables, reason = "a machine may have nothing to note")]
                let $this = self;
                $note
            }
        }

        impl $state {
            /// Whether something is still to be done about it.
            pub fn is_open(&self) -> bool { $crate::child::Kept::is_open(self) }
        }
    };
}
pub(crate) use kept;

/// A payload that names a machine and says nothing more.
macro_rules! bare_payload {
    ($(#[$doc:meta])* $name:ident { $(#[$field_doc:meta])* $field:ident: $id:ty } => $child:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $(#[$field_doc])* pub $field: $id }
        $crate::child::addressed!($name.$field => $child);
    };
}
pub(crate) use bare_payload;

/// Says which field of a payload names its machine.
macro_rules! addressed {
    ($name:ident.$field:ident => $child:ident) => {
        impl $crate::child::Addressed for $name {
            fn child(&self) -> $crate::child::Child {
                $crate::child::Child::$child(self.$field)
            }
        }
    };
    ($($name:ident),+ => Cycle) => {$(
        impl $crate::child::Addressed for $name {
            fn child(&self) -> $crate::child::Child {
                $crate::child::Child::Cycle
            }
        }
    )+};
}
pub(crate) use addressed;
