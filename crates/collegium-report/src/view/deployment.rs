//! Deployments: one school's people in another, for a time.

use chrono::NaiveDate;
use serde::Serialize;

use super::{NeedIndex, SchoolIndex};

/// A time-boxed placement for a named need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deployment {
    /// The school that offers support.
    pub offering: SchoolIndex,
    /// The school that receives support.
    pub receiving: SchoolIndex,
    /// The need it is for.
    pub need: NeedIndex,
    /// The area it works on.
    pub area: String,
    /// What sort of placement, such as *Specialist leader*.
    pub kind: String,
    /// Its first day, once agreed.
    pub first: Option<NaiveDate>,
    /// Its last day, once agreed.
    pub last: Option<NaiveDate>,
    /// Where it stands at the end of the round.
    pub state: DeploymentState,
    /// Half-days agreed, or proposed where nothing was agreed.
    pub half_days: u32,
    /// Metres between the two schools, in a straight line.
    pub distance_metres: Option<u32>,
    /// Why it was declined, withdrawn or cancelled, where it was.
    pub declined_reason: Option<String>,
}

/// Where a deployment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeploymentState {
    /// The plan proposes it; people have not decided.
    Proposed,
    /// No conflict of interest stands in its way.
    ConflictCleared,
    /// All sides agreed.
    Agreed,
    /// Under way.
    Active,
    /// Under way and being reduced.
    Tapering,
    /// Ended as planned.
    Completed,
    /// Turned down before it began.
    Declined,
    /// Taken back by the school that offered it.
    Withdrawn,
    /// Ended early, or called off.
    Cancelled,
}

impl DeploymentState {
    /// All states, in the order in which a deployment may pass them.
    pub const ALL: [Self; 9] = [
        Self::Proposed,
        Self::ConflictCleared,
        Self::Agreed,
        Self::Active,
        Self::Tapering,
        Self::Completed,
        Self::Declined,
        Self::Withdrawn,
        Self::Cancelled,
    ];

    /// The words on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Proposed => "Proposed",
            Self::ConflictCleared => "Conflict check done",
            Self::Agreed => "Agreed",
            Self::Active => "Active",
            Self::Tapering => "Tapering",
            Self::Completed => "Completed",
            Self::Declined => "Declined",
            Self::Withdrawn => "Withdrawn",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Whether it stands, or stood until its planned end.
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Declined | Self::Withdrawn | Self::Cancelled)
    }
}
