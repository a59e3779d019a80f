//! What stands although it should not: raised by facts that nobody could refuse, shown until somebody sets
//! it right; and what must never be, whatever happened.

use crate::{
    acts::Act,
    child::Child,
    cycle::{Cycle, CyclePhase},
    deployment::DeploymentPhase,
    facts::Post,
    guard::covers,
    review::ReviewPhase,
    rules::Rules,
};
use chrono::NaiveDate;
use collegium_model::{
    code::Roles,
    id::{DeploymentId, ReviewId, SchoolId},
    quantity::Units,
};
use serde::Serialize;

/// Something that stands although it should not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", content = "params")]
#[non_exhaustive]
pub enum Violation {
    /// A post of leadership is vacant, and nobody at work fills in for it.
    #[serde(rename = "leadership_gap")]
    #[error("the post of {} has been vacant since {since} and is uncovered", .post.label().to_lowercase())]
    LeadershipGap {
        /// The post.
        post: Post,
        /// Since when.
        since: NaiveDate,
    },
    /// The school converted, and consents to help that goes on were given before.
    #[serde(rename = "consents_to_renew")]
    #[error("deployment {deployment} goes on with consents from before the school converted")]
    ConsentsToRenew {
        /// The deployment.
        deployment: DeploymentId,
        /// Roles that are asked again.
        roles: Roles,
    },
    /// A giver can lend less than is live here.
    #[serde(rename = "capacity_below_commitments")]
    #[error("school {giver} can lend {still} deployments here, and {live} are live")]
    CapacityBelowCommitments {
        /// The giver.
        giver: SchoolId,
        /// What it can still lend.
        still: Units,
        /// What is live.
        live: usize,
    },
    /// A visit is fixed for a day on which the school is on strike.
    #[serde(rename = "visit_on_strike")]
    #[error("the visit of review {review} is fixed for {day}, a day of strike")]
    VisitOnStrike {
        /// The review.
        review: ReviewId,
        /// The day.
        day: NaiveDate,
    },
    /// The school is closed or merged, and its cycle goes on.
    #[serde(rename = "school_gone")]
    #[error("the school has been closed or merged since {since}, and its cycle goes on")]
    SchoolGone {
        /// Since when.
        since: NaiveDate,
    },
    /// A closed cycle has something open: no history that the engine made is like that.
    #[serde(rename = "closed_but_open")]
    #[error("the cycle is closed and {} things in it are open", .children.len())]
    ClosedButOpen {
        /// What is open.
        children: Vec<Child>,
    },
    /// Help was agreed without a consent that the protocol names: no history that the engine made is like
    /// that.
    #[serde(rename = "agreed_without_consent")]
    #[error("deployment {deployment} was agreed without every consent")]
    AgreedWithoutConsent {
        /// The deployment.
        deployment: DeploymentId,
        /// Roles that never consented.
        roles: Roles,
    },
}

impl Violation {
    /// The report of fact that raises it; none where nothing should ever raise it.
    pub const fn raised_by(&self) -> Option<Act> {
        match self {
            Self::LeadershipGap { .. } => Some(Act::ReportVacancy),
            Self::ConsentsToRenew { .. } => Some(Act::ReportConversion),
            Self::CapacityBelowCommitments { .. } => Some(Act::ReportCapacityFall),
            Self::VisitOnStrike { .. } => Some(Act::ReportStrike),
            Self::SchoolGone { .. } => Some(Act::ReportClosure),
            Self::ClosedButOpen { .. } | Self::AgreedWithoutConsent { .. } => None,
        }
    }

    /// What those who are asked to settle it can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::LeadershipGap { .. } => "appoint somebody, or deploy somebody who leads",
            Self::ConsentsToRenew { .. } => "ask these roles for their consent again",
            Self::CapacityBelowCommitments { .. } => "end or move a deployment of this giver",
            Self::VisitOnStrike { .. } => "cancel the visit and plan another",
            Self::SchoolGone { .. } => "end what is open and close the cycle",
            Self::ClosedButOpen { .. } | Self::AgreedWithoutConsent { .. } => {
                "check the log: it holds what could not have happened"
            }
        }
    }

    /// Whether a fact raised it and somebody can set it right; the others must never be.
    pub const fn is_standing(&self) -> bool {
        self.raised_by().is_some()
    }
}

impl Cycle {
    /// Everything that stands although it should not, on that day.
    ///
    /// Complexity: linear in the machines of the cycle.
    pub fn check(&self, today: NaiveDate, rules: &Rules) -> Vec<Violation> {
        let mut violations = self.leadership_gaps(today);
        violations.extend(self.consents_to_renew(rules));
        violations.extend(self.overdrawn());
        violations.extend(self.visits_on_strike());
        let record = &self.school_record;
        let gone = record.closed.or(record.merged.as_ref().map(|(_, on)| *on));
        if let Some(since) = gone.filter(|since| self.is_open() && *since <= today) {
            violations.push(Violation::SchoolGone { since });
        }
        violations.extend(self.broken(rules));
        violations
    }

    /// Posts that are vacant and that nobody at work fills in for.
    pub fn leadership_gaps(&self, today: NaiveDate) -> Vec<Violation> {
        let vacancies = self.school_record.vacancies.iter();
        let uncovered = vacancies.filter(|(post, since)| {
            **since <= today && !self.deployments.values().any(|it| covers(it, **post))
        });
        uncovered
            .map(|(post, since)| Violation::LeadershipGap {
                post: *post,
                since: *since,
            })
            .collect()
    }

    fn consents_to_renew(&self, rules: &Rules) -> Vec<Violation> {
        let agreed = |phase| {
            matches!(
                phase,
                DeploymentPhase::Agreed | DeploymentPhase::Active | DeploymentPhase::Tapering
            )
        };
        let live = self.deployments.iter().filter(|(_, it)| agreed(it.phase()));
        live.filter_map(|(id, it)| {
            let roles = self.missing_consents(it, rules.consents());
            let converted = self.school_record.converted.is_some();
            (converted && !roles.is_empty()).then_some(Violation::ConsentsToRenew {
                deployment: *id,
                roles,
            })
        })
        .collect()
    }

    fn overdrawn(&self) -> Vec<Violation> {
        let falls = self.school_record.falls.iter();
        falls
            .filter_map(|(giver, still)| {
                let of_giver = self
                    .deployments
                    .values()
                    .filter(|it| it.is_live() && it.proposal.giver == *giver);
                let live = of_giver.count();
                (live > usize::from(still.0)).then_some(Violation::CapacityBelowCommitments {
                    giver: *giver,
                    still: *still,
                    live,
                })
            })
            .collect()
    }

    fn visits_on_strike(&self) -> Vec<Violation> {
        let fixed = self
            .reviews
            .iter()
            .filter(|(_, it)| it.phase == ReviewPhase::Scheduled);
        let visits = fixed.filter_map(|(id, it)| Some((*id, it.visit?)));
        let strikes = &self.school_record.strikes;
        visits
            .filter(|(_, day)| strikes.iter().any(|it| it.from <= *day && *day <= it.to))
            .map(|(review, day)| Violation::VisitOnStrike { review, day })
            .collect()
    }

    /// What no history that the engine made shows.
    fn broken(&self, rules: &Rules) -> Vec<Violation> {
        let mut violations = Vec::new();
        let closed = self
            .opened
            .as_ref()
            .is_some_and(|it| it.phase == CyclePhase::Closed);
        let children: Vec<_> = self.open_children().collect();
        if closed && !children.is_empty() {
            violations.push(Violation::ClosedButOpen { children });
        }
        // Help that has ended may have been agreed under another protocol.
        let live = self.deployments.iter().filter(|(_, it)| it.is_live());
        for (id, deployment) in live.filter(|(_, it)| it.agreement().is_some()) {
            let roles = deployment.never_consented(rules.consents());
            if !roles.is_empty() {
                violations.push(Violation::AgreedWithoutConsent {
                    deployment: *id,
                    roles,
                });
            }
        }
        violations
    }
}
