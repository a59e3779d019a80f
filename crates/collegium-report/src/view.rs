//! What a page shows of a review round: plain data, with public fields and nothing to compute.
//!
//! Whoever holds an engine's state fills a [`RoundView`]; [`crate::render`] reads it. An index that points at
//! nothing is not a fault here: the page then says that the school, or the need, is not in the round.

mod capacity;
mod deployment;
mod need;
mod origin;
mod reallocation;
mod school;

use chrono::NaiveDate;
use serde::Serialize;

pub use capacity::Capacity;
pub use deployment::{Deployment, DeploymentState};
pub use need::{
    Alternative, Channel, Check, Direction, Moment, MomentKind, Need, NeedIndex, Rating, Severity,
};
pub use origin::{DerivationRule, Figure, Nature, Origin, Proof, Protocol, SkippedRows};
pub use reallocation::{Act, Outcome, Reallocation};
pub use school::{Place, Role, School, SchoolIndex};

/// A whole review round of a network of schools, as one page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoundView {
    /// What the page is called, such as *Autumn round, Larkmere Learning Alliance*.
    pub title: String,
    /// One line below the title; may be empty.
    pub subtitle: String,
    /// How true the round is. Decides the notice at the top of the page and of each section.
    pub nature: Nature,
    /// Where the round came from, so that it can be run again.
    pub origin: Origin,
    /// The school calendar that the timelines are drawn on.
    pub calendar: Calendar,
    /// All schools of the round. Their order is the order in which the page numbers and lists them.
    pub schools: Vec<School>,
    /// All needs of the round.
    pub needs: Vec<Need>,
    /// What each school that offers support declared, and what of it was used.
    pub capacity: Vec<Capacity>,
    /// All deployments, those that came to nothing included.
    pub deployments: Vec<Deployment>,
    /// What was reallocated, and why.
    pub reallocations: Vec<Reallocation>,
    /// Concerns, and whatever is overdue.
    pub attention: Vec<Attention>,
    /// Figures of the round beyond those the page counts by itself.
    pub figures: Vec<Figure>,
    /// Rows of the register that were not used, by reason.
    pub skipped: Vec<SkippedRows>,
    /// The rules that turned the register into needs and offers.
    pub derivation: Vec<DerivationRule>,
    /// What was assumed, one plain sentence each.
    pub assumptions: Vec<String>,
    /// How good the plan is, and how that was checked.
    pub proof: Option<Proof>,
}

impl RoundView {
    /// The school at an index, if it is in the round.
    pub fn school(&self, index: SchoolIndex) -> Option<&School> {
        self.schools.get(usize::try_from(index.0).ok()?)
    }

    /// The need at an index, if it is in the round.
    pub fn need(&self, index: NeedIndex) -> Option<&Need> {
        self.needs.get(usize::try_from(index.0).ok()?)
    }
}

/// The school calendar of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// Half terms, in which schools teach.
    pub half_terms: Vec<Period>,
    /// Holidays, closures and single days off. What lies between half terms need not be listed.
    pub closures: Vec<Period>,
}

/// A named stretch of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// Its name, such as *Autumn 1* or *Christmas holiday*.
    pub label: String,
    /// The first day that belongs to it.
    pub first: NaiveDate,
    /// The last day that belongs to it.
    pub last: NaiveDate,
}

/// A concern that was raised, or something overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attention {
    /// Which of the two.
    pub kind: AttentionKind,
    /// The day it was raised, or fell due.
    pub date: NaiveDate,
    /// The school it is about, if it is about one.
    pub school: Option<SchoolIndex>,
    /// The need it is about, if it is about one.
    pub need: Option<NeedIndex>,
    /// One plain sentence.
    pub text: String,
    /// The day it was resolved or done; `None` while it is open.
    pub resolved: Option<NaiveDate>,
}

/// What sort of attention something asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// A concern about engagement or progress.
    Concern,
    /// Something that should have happened by its date.
    Overdue,
}

impl AttentionKind {
    /// The word on the page.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Concern => "Concern",
            Self::Overdue => "Overdue",
        }
    }
}
