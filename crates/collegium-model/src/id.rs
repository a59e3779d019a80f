//! Ids: UUIDs made by the caller, one type for each kind of thing, so that they cannot be swapped.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID made outside the pure crates.
            pub const fn new(uuid: Uuid) -> Self { Self(uuid) }

            /// The UUID inside.
            pub const fn uuid(self) -> Uuid { self.0 }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self { id.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.hyphenated().fmt(f) }
        }
    )*};
}

ids! {
    /// A school, as giver or taker; says nothing about its people. Survives a change of URN.
    SchoolId;
    /// A person, under a pseudonym. Still personal data: role and school together identify a head.
    PersonId;
    /// A network: one or more partnerships that share givers.
    NetworkId;
    /// A group of schools that runs reviews.
    PartnershipId;
    /// One turn of the review loop for one school.
    CycleId;
    /// What one school needs help with in one area.
    NeedId;
    /// What one giver can lend.
    OfferId;
    /// A self-evaluation within a cycle.
    SelfEvaluationId;
    /// A review visit within a cycle.
    ReviewId;
    /// A consent, conflict declaration or document that was asked for.
    RequestId;
    /// A time-boxed placement for a named need.
    DeploymentId;
    /// An item of an improvement plan.
    ObjectiveId;
    /// A recommendation with the decision that answers it.
    DecisionId;
    /// One pass of matching over the network.
    RoundId;
    /// A review of progress within a cycle.
    ProgressReviewId;
    /// A command, named by its sender, so that sending it twice is harmless.
    CommandId;
    /// A session that turns a review's findings into owned actions.
    WorkshopId;
    /// A worry raised beside a cycle, open until it is resolved or escalated.
    ConcernId;
    /// A peer's question that must be answered.
    ChallengeId;
    /// A coaching contract; leads to dates and counts, never to what was said.
    CoachingId;
    /// The examination of a school that asks to join.
    DueDiligenceId;
    /// A line of enquiry within a review.
    EnquiryId;
    /// A piece of evidence that bears on a line of enquiry.
    EvidenceId;
    /// An approval that a proposal waits for.
    ApprovalId;
    /// A passing on of a post or a case from one person to the next.
    HandoverId;
    /// A pointer to text that is kept, and can be erased, outside the log.
    NoteRef;
}
