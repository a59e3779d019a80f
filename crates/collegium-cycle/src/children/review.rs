//! A review visit by peers. The host owns its report; no lesson is graded.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload},
    context::Recorded,
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::id::{PersonId, ReviewId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

phases! {
    /// Where a review stands.
    ReviewPhase {
        /// Planned.
        Planned "planned" "Planned",
        /// Lead and peers are named.
        TeamFormed "team_formed" "Team formed",
        /// The day is fixed.
        Scheduled "scheduled" "Scheduled",
        /// The visit is on.
        InProgress "in_progress" "In progress",
        /// Team and school have spoken.
        FeedbackGiven "feedback_given" "Feedback given",
        /// The report is in draft.
        Drafted "drafted" "Drafted",
        /// The host head has the draft.
        RightOfReply "right_of_reply" "Right of reply",
        /// The report is agreed.
        Agreed "agreed" "Agreed",
        /// The report is shared.
        Shared "shared" "Shared",
        /// The visit was cancelled.
        Cancelled "cancelled" "Cancelled",
    }
}

use ReviewPhase as P;

/// The review machine.
pub const TABLE: &[Transition<ReviewPhase>] = &[
    Transition::makes(Act::PlanReview, P::Planned),
    Transition::moves(Act::FormTeam, &[P::Planned], P::TeamFormed),
    Transition::moves(Act::ScheduleReview, &[P::TeamFormed], P::Scheduled),
    Transition::moves(Act::BeginReview, &[P::Scheduled], P::InProgress),
    Transition::moves(Act::GiveFeedback, &[P::InProgress], P::FeedbackGiven),
    Transition::moves(Act::DraftReport, &[P::FeedbackGiven], P::Drafted),
    Transition::moves(Act::OpenRightOfReply, &[P::Drafted], P::RightOfReply),
    Transition::moves(Act::AgreeReport, &[P::RightOfReply], P::Agreed),
    Transition::moves(Act::ShareReport, &[P::Agreed], P::Shared),
    Transition::moves(
        Act::CancelReview,
        &[P::Planned, P::TeamFormed, P::Scheduled],
        P::Cancelled,
    ),
];

/// A review within its cycle; its findings live with the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Where it stands.
    pub phase: ReviewPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The day of the visit, once it is fixed.
    pub visit: Option<NaiveDate>,
}

impl Review {
    /// Whether its report was agreed.
    pub fn is_agreed(&self) -> bool {
        matches!(self.phase, P::Agreed | P::Shared)
    }

    /// Whether something is still to be done about it.
    pub fn is_open(&self) -> bool {
        !matches!(self.phase, P::Agreed | P::Shared | P::Cancelled)
    }
}

pub(crate) fn evolve(reviews: &mut BTreeMap<ReviewId, Review>, recorded: &Recorded<'_>) {
    let (id, phase) = match recorded.event {
        Event::ReviewPlanned(it) => {
            reviews.insert(
                it.review,
                Review {
                    phase: P::Planned,
                    since: recorded.at,
                    visit: None,
                },
            );
            return;
        }
        Event::TeamFormed(it) => (it.review, P::TeamFormed),
        Event::ReviewScheduled(it) => (it.review, P::Scheduled),
        Event::ReviewBegun(it) => (it.review, P::InProgress),
        Event::FeedbackGiven(it) => (it.review, P::FeedbackGiven),
        Event::ReportDrafted(it) => (it.review, P::Drafted),
        Event::RightOfReplyOpened(it) => (it.review, P::RightOfReply),
        Event::ReportAgreed(it) => (it.review, P::Agreed),
        Event::ReportShared(it) => (it.review, P::Shared),
        Event::ReviewCancelled(it) => (it.review, P::Cancelled),
        _ => return,
    };
    let Some(review) = reviews.get_mut(&id) else {
        return;
    };
    (review.phase, review.since) = (phase, recorded.at);
    if let Event::ReviewScheduled(it) = recorded.event {
        review.visit = Some(it.visit);
    }
}

bare_payload! {
    /// Names a review.
    OfReview {
        /// The review.
        review: ReviewId
    } => Review
}

/// Who reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// The review.
    pub review: ReviewId,
    /// Who leads it.
    pub lead: Reviewer,
    /// The peers beside the lead.
    pub peers: Vec<Reviewer>,
}
addressed!(Team.review => Review);

/// A member of a review team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    /// The person, under a pseudonym.
    pub person: PersonId,
    /// The school from which they come.
    pub school: SchoolId,
    /// Whether they have shadowed a review before.
    pub has_shadowed: bool,
}

/// The day of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScheduledVisit {
    /// The review.
    pub review: ReviewId,
    /// The day.
    pub visit: NaiveDate,
}
addressed!(ScheduledVisit.review => Review);
