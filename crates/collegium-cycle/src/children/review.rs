//! A review visit by peers. The host owns its report; no lesson is graded.

use crate::{
    acts::{Act, Event},
    child::{addressed, bare_payload, kept},
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::id::{PersonId, ReviewId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    Transition::stays(
        Act::GiveFeedback,
        &[P::FeedbackGiven, P::Drafted, P::RightOfReply],
    ),
    Transition::moves(Act::DraftReport, &[P::FeedbackGiven], P::Drafted),
    Transition::moves(Act::OpenRightOfReply, &[P::Drafted], P::RightOfReply),
    Transition::moves(Act::AgreeReport, &[P::RightOfReply], P::Agreed),
    Transition::moves(Act::ShareReport, &[P::Agreed], P::Shared),
    Transition::moves(Act::ReopenReport, &[P::Agreed], P::RightOfReply),
    Transition::moves(
        Act::CancelReview,
        &[P::Planned, P::TeamFormed, P::Scheduled],
        P::Cancelled,
    ),
];

/// A review within its cycle; its findings live with the school.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// Where it stands.
    pub phase: ReviewPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// Who leads it, once the team is formed.
    pub lead: Option<PersonId>,
    /// The peers beside the lead.
    pub peers: Vec<PersonId>,
    /// The first day of the visit, once it is fixed.
    pub visit: Option<NaiveDate>,
    /// The last day of the visit, where it takes more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// In which directions feedback was given.
    pub feedback: BTreeSet<Feedback>,
}

impl Review {
    /// Whether its report was agreed.
    pub fn is_agreed(&self) -> bool {
        matches!(self.phase, P::Agreed | P::Shared)
    }

    /// The last day of the visit, once it is fixed.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.until.or(self.visit)
    }

    /// Whether a person is in its team.
    pub fn has(&self, person: PersonId) -> bool {
        self.lead == Some(person) || self.peers.contains(&person)
    }
}

kept!(Review: ReviewPhase, TABLE,
open: P::Planned | P::TeamFormed | P::Scheduled | P::InProgress | P::FeedbackGiven | P::Drafted | P::RightOfReply,
ended: Some(P::Cancelled),
made(phase, recorded) {
    let (lead, peers, feedback) = (None, Vec::new(), BTreeSet::new());
    let (visit, until) = (None, None);
    Some(Self { phase, since: recorded.at, lead, peers, visit, until, feedback })
}, note(this, recorded) {
    match recorded.event {
        Event::TeamFormed(it) => {
            this.lead = Some(it.lead.person);
            this.peers = it.peers.iter().map(|peer| peer.person).collect();
        }
        Event::ReviewScheduled(it) => (this.visit, this.until) = (Some(it.visit), it.until),
        Event::FeedbackGiven(it) => this.feedback.extend(&it.ways),
        _ => {}
    }
});

/// In which direction feedback goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Feedback {
    /// The team tells the school what it saw.
    #[serde(rename = "to_school")]
    ToSchool,
    /// The school tells the team how the visit was.
    #[serde(rename = "to_team")]
    ToTeam,
}

impl Feedback {
    /// Both.
    pub const ALL: [Self; 2] = [Self::ToSchool, Self::ToTeam];

    /// The direction in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ToSchool => "from the team to the school",
            Self::ToTeam => "from the school to the team",
        }
    }
}

/// That a feedback conversation took place, never what was said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GivenFeedback {
    /// The review.
    pub review: ReviewId,
    /// In which directions feedback was given.
    pub ways: Vec<Feedback>,
}
addressed!(GivenFeedback.review => Review);

bare_payload! {
    /// Names a review.
    OfReview {
        /// The review.
        review: ReviewId
    } => Review
}

/// Who reviews.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reviewer {
    /// The person, under a pseudonym.
    pub person: PersonId,
    /// The school from which they come.
    pub school: SchoolId,
    /// Whether they have shadowed a review before.
    pub has_shadowed: bool,
}

/// When a visit takes place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScheduledVisit {
    /// The review.
    pub review: ReviewId,
    /// The day; the first, where it takes more than one.
    pub visit: NaiveDate,
    /// The last day, where it takes more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}
addressed!(ScheduledVisit.review => Review);
