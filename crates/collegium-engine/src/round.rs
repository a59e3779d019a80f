//! One pass of matching over the network: opened, planned, confirmed by a person, closed.

use crate::{
    acts::{EMPLOYER, HOST_HEAD},
    ledger::Promise,
    reviewers::OfReview,
    stream::{InStream, Stream},
};
use chrono::NaiveDate;
use collegium_matching::{objective::Objective, plan::file::PlanFile, score::Score};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, NeedId, PersonId, ReviewId, RoundId, SchoolId},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// A round as the network keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// How it was opened.
    pub opened: OpenedRound,
    /// The first day for which capacity is asked: the one that was named, or that on which it was opened.
    pub from: NaiveDate,
    /// How far it has come.
    pub stage: Stage,
    /// Placements that were declined: no later plan of the round holds them.
    pub declined: BTreeSet<Placement>,
}

/// Who would help with what, or review whom: one unit of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "WirePlacement", rename = "Placement")
)]
#[serde(try_from = "WirePlacement", into = "WirePlacement")]
pub struct Placement {
    /// The giver.
    pub giver: SchoolId,
    /// Who would be lent, where the plan says so.
    pub person: Option<PersonId>,
    /// For what.
    pub taker: Taker,
}

/// For what a unit of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Taker {
    /// Help with a need.
    Need(NeedId),
    /// A place in the team of a review.
    Review(OfReview),
}

/// A placement as it travels: with a need, or with a review and its cycle.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Placement")
)]
struct WirePlacement {
    /// The giver.
    giver: SchoolId,
    /// Who would be lent, where the plan says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<PersonId>,
    /// The need, where it is help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    need: Option<NeedId>,
    /// The cycle of the review, where it is a place in a team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cycle: Option<CycleId>,
    /// The review, where it is a place in a team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<ReviewId>,
}

/// A placement that is neither for a need nor for a review, or for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a placement names a need, or a cycle and a review of it")]
pub struct NotAPlacement;

impl TryFrom<WirePlacement> for Placement {
    type Error = NotAPlacement;

    fn try_from(wire: WirePlacement) -> Result<Self, NotAPlacement> {
        let taker = match (wire.need, wire.cycle, wire.review) {
            (Some(need), None, None) => Taker::Need(need),
            (None, Some(cycle), Some(review)) => Taker::Review(OfReview { cycle, review }),
            _ => return Err(NotAPlacement),
        };
        Ok(Self {
            giver: wire.giver,
            person: wire.person,
            taker,
        })
    }
}

impl From<Placement> for WirePlacement {
    fn from(placement: Placement) -> Self {
        let Placement { giver, person, taker } = placement;
        let (need, of) = match taker {
            Taker::Need(need) => (Some(need), None),
            Taker::Review(of) => (None, Some(of)),
        };
        Self {
            giver,
            person,
            need,
            cycle: of.map(|of| of.cycle),
            review: of.map(|of| of.review),
        }
    }
}

impl fmt::Display for Taker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Need(need) => write!(f, "need {need}"),
            Self::Review(of) => write!(f, "review {}", of.review),
        }
    }
}

impl Placement {
    /// Help with a need.
    pub const fn with(giver: SchoolId, person: Option<PersonId>, need: NeedId) -> Self {
        let taker = Taker::Need(need);
        Self { giver, person, taker }
    }

    /// The need, where it is help.
    pub const fn need(&self) -> Option<NeedId> {
        match self.taker {
            Taker::Need(need) => Some(need),
            Taker::Review(_) => None,
        }
    }

    /// It as a promise of a confirmed plan, where it is help.
    pub fn promise(&self, round: RoundId) -> Option<Promise> {
        let person = self.person;
        self.need().map(|need| Promise { round, need, person })
    }
}

/// The sides of a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Side {
    /// The school, or central team, that would help.
    #[serde(rename = "giver")]
    Giver,
    /// The school that would be helped.
    #[serde(rename = "taker")]
    Taker,
}

impl Side {
    /// Who may answer for it.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Self::Giver => &[EMPLOYER],
            Self::Taker => &[HOST_HEAD],
        }
    }
}

/// A plan that was put forward, with what became of it since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// The plan.
    pub proposed: ProposedPlan,
    /// Its units, with what each side has answered.
    #[serde(with = "collegium_cycle::pairs")]
    pub placements: BTreeMap<Placement, BTreeMap<Side, bool>>,
}

impl Planned {
    /// How many answers of these sides are still to come.
    pub fn awaited(&self, sides: &[Side]) -> usize {
        let of =
            |answers: &BTreeMap<Side, bool>| sides.iter().filter(|side| !answers.contains_key(side)).count();
        self.placements.values().map(of).sum()
    }

    /// Placements that a side has declined.
    pub fn declined(&self) -> impl Iterator<Item = Placement> {
        let declined = self.placements.iter();
        declined
            .filter(|(_, answers)| answers.values().any(|accepts| !accepts))
            .map(|(placement, _)| *placement)
    }
}

/// How far a round has come, with what belongs there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Stage {
    /// Needs and offers are gathered.
    Open,
    /// A plan is proposed, with its certificate; those who are asked answer.
    Proposed {
        /// The plan.
        plan: Planned,
        /// Who put it forward.
        by: PersonId,
    },
    /// A person has confirmed the plan: its placements may be proposed as deployments.
    Confirmed {
        /// The plan.
        plan: Planned,
    },
    /// Nothing more comes of it.
    Closed {
        /// The plan; none where the round was given up before there was one.
        plan: Option<Planned>,
    },
}

impl Round {
    pub(crate) fn new(opened: OpenedRound, today: NaiveDate) -> Self {
        Self {
            from: opened.from.map_or(today, |from| from.max(today)),
            opened,
            stage: Stage::Open,
            declined: BTreeSet::new(),
        }
    }

    /// What became of its plan, once there is one.
    pub const fn planned(&self) -> Option<&Planned> {
        match &self.stage {
            Stage::Open => None,
            Stage::Proposed { plan, .. } | Stage::Confirmed { plan } => Some(plan),
            Stage::Closed { plan } => plan.as_ref(),
        }
    }

    /// Its plan, once there is one.
    pub fn plan(&self) -> Option<&PlanFile> {
        self.planned().map(|planned| &*planned.proposed.plan)
    }

    /// What the next plan is to be best at: once a placement was declined, the least change from the last
    /// plan.
    pub fn objective(&self) -> Objective {
        if self.declined.is_empty() {
            self.opened.objective
        } else {
            Objective::LeastChange
        }
    }

    /// Whether a plan can be put forward: the first, or another once a placement of the last is declined.
    pub(crate) fn awaits_plan(&self) -> bool {
        match &self.stage {
            Stage::Open => true,
            Stage::Proposed { plan, .. } => plan.declined().next().is_some(),
            Stage::Confirmed { .. } | Stage::Closed { .. } => false,
        }
    }

    /// The code of its stage.
    pub const fn code(&self) -> &'static str {
        match self.stage {
            Stage::Open => "open",
            Stage::Proposed { .. } => "proposed",
            Stage::Confirmed { .. } => "confirmed",
            Stage::Closed { .. } => "closed",
        }
    }
}

/// A round as it is opened: by which rules needs and offers are brought together, and what is sought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenedRound {
    /// The round.
    pub round: RoundId,
    /// What makes one plan better than another.
    pub objective: Objective,
    /// Which needs, or reviews, take part.
    pub basis: Basis,
    /// Which offers come into question for which needs.
    pub candidates: CandidateRules,
    /// Who is asked about each placement before the plan can be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consults: Vec<Side>,
    /// What a change must be worth once a placement is declined: points that a placement of the last plan
    /// counts more if it stays.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub change_price: Score,
    /// The first day of the help that it plans, where that is later than the day on which it is opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

#[expect(clippy::trivially_copy_pass_by_ref)] // Serde asks by reference.
fn is_nothing(price: &Score) -> bool {
    *price == Score::ZERO
}

impl OpenedRound {
    /// A round that asks nobody before its plan is confirmed.
    pub const fn new(round: RoundId, objective: Objective, basis: Basis, candidates: CandidateRules) -> Self {
        Self {
            round,
            objective,
            basis,
            candidates,
            consults: Vec::new(),
            change_price: Score::ZERO,
            from: None,
        }
    }
}

/// Which needs, or reviews, take part in a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Basis {
    /// Needs whose diagnosis is agreed and that wait for givers.
    #[default]
    #[serde(rename = "diagnosed")]
    Diagnosed,
    /// Every open need as it was reported. The plan is indicative: it cannot be confirmed.
    #[serde(rename = "reported")]
    Reported,
    /// Reviews that are planned and have neither a team nor a lead in view: who leads them?
    #[serde(rename = "leads")]
    Leads,
    /// Reviews that are planned and have a lead in view: who else belongs to their teams?
    #[serde(rename = "peers")]
    Peers,
}

impl Basis {
    /// Whether it is teams of reviewers that are sought, and not help.
    pub const fn is_of_reviews(self) -> bool {
        matches!(self, Self::Leads | Self::Peers)
    }
}

/// A plan that is put forward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedPlan {
    /// The round.
    pub round: RoundId,
    /// The plan with its certificate, as `plan.json` has it.
    pub plan: Box<PlanFile>,
    /// Which need each taker id of the plan stands for.
    pub needs: BTreeMap<String, NeedId>,
    /// Which review each taker id of the plan stands for, where teams are sought.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reviews: BTreeMap<String, OfReview>,
    /// Which person each giver id of the plan stands for, where givers are people.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<String, PersonId>,
}

/// What one side says of a placement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredPlacement {
    /// The round.
    pub round: RoundId,
    /// The placement.
    pub placement: Placement,
    /// Which side answers.
    pub side: Side,
    /// Whether it accepts; why it does not stands in the envelope.
    pub accepts: bool,
}

/// Names a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfRound {
    /// The round.
    pub round: RoundId,
}

impl InStream for OpenedRound {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}

impl InStream for ProposedPlan {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}

impl InStream for AnsweredPlacement {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}

impl InStream for OfRound {
    fn stream(&self) -> Stream {
        Stream::Round(self.round)
    }
}
