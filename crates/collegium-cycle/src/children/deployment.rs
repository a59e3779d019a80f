//! A time-boxed placement for a named need: one matched unit is one deployment.

use crate::{
    acts::{Act, Event},
    child::{Kept, addressed, bare_payload},
    context::Recorded,
    monitoring::Rating,
    protocol::FirstWeeksRule,
    table::{Transition, phases},
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    code::{ReasonCode, Role, Roles},
    id::{DeploymentId, NeedId, PersonId, RoundId, SchoolId},
    quantity::HalfDays,
    short_code::{ActivityCode, ExpectationCode, OutcomeCode},
    support::SupportKind,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

phases! {
    /// Where a deployment stands.
    DeploymentPhase {
        /// Proposed; nobody has agreed.
        Proposed "proposed" "Proposed",
        /// No conflict of interest stands in the way.
        ConflictCleared "conflict_cleared" "Conflicts cleared",
        /// Everybody who must has agreed.
        Agreed "agreed" "Agreed",
        /// The work is on.
        Active "active" "Active",
        /// The help fades.
        Tapering "tapering" "Tapering",
        /// The work ended as agreed.
        Completed "completed" "Completed",
        /// What it brought was looked at.
        ImpactReviewed "impact_reviewed" "Impact reviewed",
        /// Turned down.
        Declined "declined" "Declined",
        /// Taken back before it was agreed.
        Withdrawn "withdrawn" "Withdrawn",
        /// Broken off.
        Cancelled "cancelled" "Cancelled",
    }
}

use DeploymentPhase as P;

/// The deployment machine.
pub const TABLE: &[Transition<DeploymentPhase>] = &[
    Transition::makes(Act::ProposeDeployment, P::Proposed),
    Transition::moves(Act::ClearConflict, &[P::Proposed], P::ConflictCleared),
    // A consent is asked for again where the school has converted since.
    Transition::stays(
        Act::GiveConsent,
        &[P::ConflictCleared, P::Agreed, P::Active, P::Tapering],
    ),
    Transition::moves(Act::AgreeDeployment, &[P::ConflictCleared], P::Agreed),
    Transition::moves(Act::StartDeployment, &[P::Agreed], P::Active),
    Transition::moves(Act::TaperDeployment, &[P::Active], P::Tapering),
    Transition::moves(Act::CompleteDeployment, &[P::Active, P::Tapering], P::Completed),
    Transition::moves(Act::ReviewImpact, &[P::Completed], P::ImpactReviewed),
    Transition::moves(
        Act::DeclineDeployment,
        &[P::Proposed, P::ConflictCleared],
        P::Declined,
    ),
    Transition::moves(
        Act::WithdrawDeployment,
        &[P::Proposed, P::ConflictCleared],
        P::Withdrawn,
    ),
    Transition::moves(
        Act::CancelDeployment,
        &[P::Agreed, P::Active, P::Tapering],
        P::Cancelled,
    ),
    Transition::anywhere(Act::RecordContact),
    Transition::anywhere(Act::CheckExpectation),
    Transition::anywhere(Act::LogTime),
];

/// A deployment within its cycle.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deployment {
    /// What was proposed.
    pub proposal: Proposal,
    /// Where it stands, with what belongs to that phase.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDateTime,
    /// Consents given, in order.
    pub consents: Vec<GivenConsent>,
    /// What is known of the first weeks.
    pub first_weeks: FirstWeeks,
    /// Working time delivered, by activity.
    pub delivered: BTreeMap<ActivityCode, HalfDays>,
}

/// A consent as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GivenConsent {
    /// In which role.
    pub by: Role,
    /// By whom.
    pub person: PersonId,
    /// When.
    pub at: NaiveDateTime,
}

/// What the first weeks of support are watched for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FirstWeeks {
    /// With whom there was contact, and when first.
    pub contacts: BTreeMap<Stakeholder, NaiveDate>,
    /// Which baseline expectations were looked at, and whether they were met when last looked at.
    pub expectations: BTreeMap<ExpectationCode, bool>,
}

/// With whom a leader builds relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Stakeholder {
    /// Those who work at the school.
    #[serde(rename = "staff")]
    Staff,
    /// Parents and carers.
    #[serde(rename = "parents")]
    Parents,
    /// Pupils.
    #[serde(rename = "pupils")]
    Pupils,
}

impl Stakeholder {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Parents, Self::Pupils];

    /// Those people, in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Staff => "Staff",
            Self::Parents => "Parents",
            Self::Pupils => "Pupils",
        }
    }
}

/// What a deployment holds in each phase.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Stage {
    /// Proposed.
    Proposed,
    /// Cleared of conflicts.
    ConflictCleared,
    /// Agreed.
    Agreed(Agreement),
    /// At work.
    Active {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
    },
    /// Fading.
    Tapering {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
    },
    /// Ended as agreed.
    Completed {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
        /// When it ended.
        ended: NaiveDateTime,
    },
    /// Ended, and looked back upon.
    ImpactReviewed {
        /// What was agreed.
        agreement: Agreement,
        /// When the work started.
        started: NaiveDateTime,
        /// When it ended.
        ended: NaiveDateTime,
        /// What it brought.
        rating: Rating,
    },
    /// Turned down.
    Declined {
        /// By whom.
        by: Role,
        /// Why.
        reason: Option<ReasonCode>,
    },
    /// Taken back.
    Withdrawn,
    /// Broken off.
    Cancelled {
        /// When the work had started, if it had.
        started: Option<NaiveDateTime>,
        /// When it was broken off.
        ended: NaiveDateTime,
    },
}

/// Working time of one activity, as it was agreed and as it was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reconciled {
    /// The activity.
    pub activity: ActivityCode,
    /// What was agreed.
    pub agreed: HalfDays,
    /// What was delivered so far.
    pub delivered: HalfDays,
}

impl Deployment {
    /// Roles of `asked` that never consented.
    pub fn never_consented(&self, asked: &[Role]) -> Roles {
        let given = |role: &Role| self.consents.iter().any(|consent| consent.by == *role);
        asked.iter().filter(|role| !given(role)).cloned().collect()
    }

    /// Working time by activity, agreed against delivered; every activity of either.
    pub fn reconciled(&self) -> Vec<Reconciled> {
        let none = BTreeMap::new();
        let agreed = self.agreement().map_or(&none, |agreement| &agreement.activities);
        let activities: BTreeSet<_> = agreed.keys().chain(self.delivered.keys()).copied().collect();
        let of = |times: &BTreeMap<ActivityCode, HalfDays>, activity| {
            times.get(&activity).copied().unwrap_or_default()
        };
        let reconciled = |activity| Reconciled {
            activity,
            agreed: of(agreed, activity),
            delivered: of(&self.delivered, activity),
        };
        activities.into_iter().map(reconciled).collect()
    }

    /// What is not recorded of the first weeks: baseline expectations nobody looked at, and those with whom
    /// there was no contact.
    pub fn first_weeks_lacking(&self, rule: &FirstWeeksRule) -> (Vec<ExpectationCode>, Vec<Stakeholder>) {
        let seen = &self.first_weeks;
        let unchecked = rule
            .expectations
            .keys()
            .filter(|it| !seen.expectations.contains_key(it));
        let missing = rule.contacts.iter().filter(|it| !seen.contacts.contains_key(it));
        (unchecked.copied().collect(), missing.copied().collect())
    }

    /// Where it stands.
    pub fn phase(&self) -> DeploymentPhase {
        match self.stage {
            Stage::Proposed => P::Proposed,
            Stage::ConflictCleared => P::ConflictCleared,
            Stage::Agreed(_) => P::Agreed,
            Stage::Active { .. } => P::Active,
            Stage::Tapering { .. } => P::Tapering,
            Stage::Completed { .. } => P::Completed,
            Stage::ImpactReviewed { .. } => P::ImpactReviewed,
            Stage::Declined { .. } => P::Declined,
            Stage::Withdrawn => P::Withdrawn,
            Stage::Cancelled { .. } => P::Cancelled,
        }
    }

    /// Whether it holds a giver's capacity: from proposal to its end.
    pub fn is_live(&self) -> bool {
        Self::is_open_in(self.phase())
    }

    /// Whether somebody is at work.
    pub fn is_running(&self) -> bool {
        matches!(self.phase(), P::Active | P::Tapering)
    }

    /// What was agreed, once it was, for as long as it holds.
    pub fn agreement(&self) -> Option<&Agreement> {
        match &self.stage {
            Stage::Agreed(agreement)
            | Stage::Active { agreement, .. }
            | Stage::Tapering { agreement, .. }
            | Stage::Completed { agreement, .. }
            | Stage::ImpactReviewed { agreement, .. } => Some(agreement),
            _ => None,
        }
    }

    /// When the work started and ended, as far as it has.
    pub fn worked(&self) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        match self.stage {
            Stage::Active { started, .. } | Stage::Tapering { started, .. } => (Some(started), None),
            Stage::Completed { started, ended, .. } | Stage::ImpactReviewed { started, ended, .. } => {
                (Some(started), Some(ended))
            }
            Stage::Cancelled { started, ended } => (started, Some(ended)),
            Stage::Proposed
            | Stage::ConflictCleared
            | Stage::Agreed(_)
            | Stage::Declined { .. }
            | Stage::Withdrawn => (None, None),
        }
    }
}

impl Stage {
    /// The stage that follows an event; none where the event does not fit.
    fn after(&self, recorded: &Recorded<'_>) -> Option<Self> {
        let at = recorded.at;
        let next = match (recorded.event, self) {
            (Event::ConflictCleared(_), Self::Proposed) => Self::ConflictCleared,
            (Event::DeploymentAgreed(it), Self::ConflictCleared) => Self::Agreed(it.agreement.clone()),
            (Event::DeploymentStarted(_), Self::Agreed(agreement)) => Self::Active {
                agreement: agreement.clone(),
                started: at,
            },
            (Event::DeploymentTapered(_), Self::Active { agreement, started }) => Self::Tapering {
                agreement: agreement.clone(),
                started: *started,
            },
            (
                Event::DeploymentCompleted(_),
                Self::Active { agreement, started } | Self::Tapering { agreement, started },
            ) => Self::Completed {
                agreement: agreement.clone(),
                started: *started,
                ended: at,
            },
            (
                Event::ImpactReviewed(it),
                Self::Completed {
                    agreement,
                    started,
                    ended,
                },
            ) => Self::ImpactReviewed {
                agreement: agreement.clone(),
                started: *started,
                ended: *ended,
                rating: it.rating,
            },
            (Event::DeploymentDeclined(it), _) => Self::Declined {
                by: it.by.clone(),
                reason: recorded.reason.cloned(),
            },
            (Event::DeploymentWithdrawn(_), _) => Self::Withdrawn,
            (
                Event::DeploymentCancelled(_),
                Self::Active { started, .. } | Self::Tapering { started, .. },
            ) => Self::Cancelled {
                started: Some(*started),
                ended: at,
            },
            (Event::DeploymentCancelled(_), _) => Self::Cancelled {
                started: None,
                ended: at,
            },
            _ => return None,
        };
        Some(next)
    }
}

impl Kept for Deployment {
    type Phase = DeploymentPhase;
    const TABLE: &'static [Transition<DeploymentPhase>] = TABLE;

    fn made(_phase: DeploymentPhase, recorded: &Recorded<'_>) -> Option<Self> {
        let Event::DeploymentProposed(proposal) = recorded.event else {
            return None;
        };
        Some(Self {
            proposal: proposal.clone(),
            stage: Stage::Proposed,
            since: recorded.at,
            consents: Vec::new(),
            first_weeks: FirstWeeks::default(),
            delivered: BTreeMap::new(),
        })
    }

    fn phase(&self) -> DeploymentPhase {
        Self::phase(self)
    }

    fn since(&self) -> NaiveDateTime {
        self.since
    }

    /// Where it leads stands in the table; what belongs to that phase is made here.
    fn enter(&mut self, _phase: DeploymentPhase, recorded: &Recorded<'_>) {
        if let Some(stage) = self.stage.after(recorded) {
            (self.stage, self.since) = (stage, recorded.at);
        }
    }

    fn is_open_in(phase: DeploymentPhase) -> bool {
        matches!(
            phase,
            P::Proposed | P::ConflictCleared | P::Agreed | P::Active | P::Tapering
        )
    }

    fn need(&self) -> Option<NeedId> {
        Some(self.proposal.need)
    }

    fn note(&mut self, recorded: &Recorded<'_>) {
        match recorded.event {
            Event::ConsentGiven(it) => self.consents.push(GivenConsent {
                by: it.by.clone(),
                person: recorded.actor,
                at: recorded.at,
            }),
            Event::ContactRecorded(it) => {
                let first = self.first_weeks.contacts.entry(it.with).or_insert(it.on);
                *first = it.on.min(*first);
            }
            Event::ExpectationChecked(it) => {
                self.first_weeks.expectations.insert(it.expectation, it.met);
            }
            Event::TimeLogged(it) => {
                let sum = self.delivered.entry(it.activity).or_default();
                *sum = sum.plus(it.half_days);
            }
            // Consequences of a decision move it too, and name no act.
            _ => {}
        }
    }
}

bare_payload! {
    /// Names a deployment.
    OfDeployment {
        /// The deployment.
        deployment: DeploymentId
    } => Deployment
}

/// Who should help with what.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposal {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The need it is for.
    pub need: NeedId,
    /// The school that would help.
    pub giver: SchoolId,
    /// How much working time it takes in a term: the protocol's size.
    pub half_days: HalfDays,
    /// The round whose confirmed plan it comes from.
    pub round: Option<RoundId>,
    /// In what form the help comes.
    pub kind: SupportKind,
    /// Who would be deployed, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// For an executive leader: how many schools they would then lead, this one included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leads: Option<u16>,
    /// For somebody who leads a school of their own and would leave it: whether that post is covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_covered: Option<bool>,
    /// The first day of work, where it is known; otherwise capacity is held from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day of work, where it is known; otherwise capacity is held until the help is agreed, or ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}
addressed!(Proposal.deployment => Deployment);

impl Proposal {
    /// A proposal in which nothing but what it must say is said.
    pub const fn new(
        deployment: DeploymentId,
        need: NeedId,
        giver: SchoolId,
        kind: SupportKind,
        half_days: HalfDays,
    ) -> Self {
        Self {
            deployment,
            need,
            giver,
            half_days,
            round: None,
            kind,
            person: None,
            leads: None,
            post_covered: None,
            from: None,
            to: None,
        }
    }
}

/// A consent, in the role of whoever consents.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Consent {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The role in which consent is given.
    pub by: Role,
}
addressed!(Consent.deployment => Deployment);

/// A deployment with its agreement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreed {
    /// The deployment.
    pub deployment: DeploymentId,
    /// What was agreed.
    pub agreement: Agreement,
}
addressed!(Agreed.deployment => Deployment);

/// What giver and taker agree on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// The first day of work.
    pub from: NaiveDate,
    /// The last day of work.
    pub to: NaiveDate,
    /// How it comes to its end, from the protocol's exits, where it was agreed so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit: Option<OutcomeCode>,
    /// The leader of the receiving school who coordinates the help there. One deployment can do without;
    /// a second cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<PersonId>,
    /// What covering for the person lent costs the giving school, in pence.
    pub cover_cost_pence: u64,
    /// What the work costs, in pence.
    #[serde(default)]
    pub fee_pence: u64,
    /// Working time by activity, where it was agreed so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub activities: BTreeMap<ActivityCode, HalfDays>,
}

impl Agreement {
    /// An agreement on the days of work, without a coordinator, costs or activities.
    pub const fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self {
            from,
            to,
            exit: None,
            coordinator: None,
            cover_cost_pence: 0,
            fee_pence: 0,
            activities: BTreeMap::new(),
        }
    }

    /// The day half-way between the first and the last.
    pub fn half_way(&self) -> NaiveDate {
        self.from + self.to.signed_duration_since(self.from) / 2
    }
}

/// A refusal of a proposal by one who was asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Declined {
    /// The deployment.
    pub deployment: DeploymentId,
    /// The role of whoever declines; why stands in the envelope.
    pub by: Role,
}
addressed!(Declined.deployment => Deployment);

/// What a deployment brought.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Impact {
    /// The deployment.
    pub deployment: DeploymentId,
    /// What it brought.
    pub rating: Rating,
}
addressed!(Impact.deployment => Deployment);

/// A first contact with those whom the school is for and those who work there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordedContact {
    /// The deployment.
    pub deployment: DeploymentId,
    /// With whom.
    pub with: Stakeholder,
    /// When.
    pub on: NaiveDate,
}
addressed!(RecordedContact.deployment => Deployment);

/// A baseline expectation that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckedExpectation {
    /// The deployment.
    pub deployment: DeploymentId,
    /// Which expectation of the protocol.
    pub expectation: ExpectationCode,
    /// Whether it was met.
    pub met: bool,
}
addressed!(CheckedExpectation.deployment => Deployment);

/// Working time that was delivered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoggedTime {
    /// The deployment.
    pub deployment: DeploymentId,
    /// What was done.
    pub activity: ActivityCode,
    /// For how long.
    pub half_days: HalfDays,
    /// The day, or the last day, of it.
    pub on: NaiveDate,
}
addressed!(LoggedTime.deployment => Deployment);
