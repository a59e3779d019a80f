//! A review of progress: a look at all objectives, which also fixes the next look.

use crate::{
    acts::{Act, Event},
    child::{addressed, kept},
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{id::ProgressReviewId, short_code::OutcomeCode};
use serde::{Deserialize, Serialize};

phases! {
    /// Where a progress review stands.
    ProgressReviewPhase {
        /// Its day is fixed.
        Planned "planned" "Planned",
        /// It took place, or it is recorded why it did not.
        Recorded "recorded" "Recorded",
        /// It was dropped with what it belonged to.
        Dropped "dropped" "Dropped",
    }
}

use ProgressReviewPhase as P;

/// The progress review machine.
pub const TABLE: &[Transition<ProgressReviewPhase>] = &[
    Transition::makes(Act::PlanProgressReview, P::Planned),
    Transition::moves(Act::RecordProgressReview, &[P::Planned], P::Recorded),
];

/// A progress review within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProgressReview {
    /// Where it stands.
    pub phase: ProgressReviewPhase,
    /// Since when.
    pub since: NaiveDateTime,
    /// The day it is planned for.
    pub on: NaiveDate,
    /// How progress was found overall; none before.
    pub overall: Option<OutcomeCode>,
    /// The day of the next one, if there is to be one.
    pub next: Option<NaiveDate>,
}

kept!(ProgressReview: ProgressReviewPhase, TABLE, open: P::Planned, ended: Some(P::Dropped),
made(phase, recorded) {
    let Event::ProgressReviewPlanned(it) = recorded.event else { return None };
    Some(Self { phase, since: recorded.at, on: it.on, overall: None, next: None })
}, note(this, recorded) {
    if let Event::ProgressReviewRecorded(it) = recorded.event {
        (this.overall, this.next) = (Some(it.overall), it.next);
    }
});

/// A progress review as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlannedProgressReview {
    /// The progress review.
    pub progress_review: ProgressReviewId,
    /// Its day.
    pub on: NaiveDate,
}
addressed!(PlannedProgressReview.progress_review => ProgressReview);

/// How progress was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordedProgressReview {
    /// The progress review.
    pub progress_review: ProgressReviewId,
    /// Overall, from the protocol's words; *not taken place* is one of them where the protocol says so.
    pub overall: OutcomeCode,
    /// The day of the next one, after this one, if there is to be one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NaiveDate>,
}
addressed!(RecordedProgressReview.progress_review => ProgressReview);
