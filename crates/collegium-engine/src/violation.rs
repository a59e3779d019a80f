//! What is wrong in a network beside its cycles and stays so until somebody sets it right; recording goes on
//! meanwhile. All of it is raised by facts, or by wishes that a charter flags.

use crate::network::Network;
use collegium_model::{
    calendar::{SchoolTerm, Term},
    id::{CycleId, PartnershipId, PersonId, SchoolId},
};
use serde::Serialize;

/// Something that is wrong and stays so until somebody sets it right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", content = "params")]
#[non_exhaustive]
pub enum StandingViolation {
    /// A giver's capacity fell below what is held, or help goes on past the last term of its agreement.
    #[serde(rename = "capacity_below_commitments")]
    #[error("school {giver} declares less than deployments hold{}", term.map(|it| format!(" in the {it}")).unwrap_or_default())]
    CapacityBelowCommitments {
        /// The giver.
        giver: SchoolId,
        /// The first term in which it is so; none beyond the calendar.
        #[serde(skip_serializing_if = "Option::is_none")]
        term: Option<SchoolTerm>,
    },
    /// A person is at work, or promised, although they can be lent no longer, or not so much.
    #[serde(rename = "person_overdrawn")]
    #[error("person {person} of school {giver} is lent beyond what they can give")]
    PersonOverdrawn {
        /// Who lends them.
        giver: SchoolId,
        /// The person.
        person: PersonId,
    },
    /// A reviewer is booked for more visits in a term than they can be asked for.
    #[serde(rename = "reviewer_overbooked")]
    #[error(
        "reviewer {person} of school {giver} is booked for more visits in a term than they can be asked for"
    )]
    ReviewerOverbooked {
        /// The school they work for.
        giver: SchoolId,
        /// The reviewer.
        person: PersonId,
    },
    /// A school that is gone still lends: somebody has to take its help over.
    #[serde(rename = "gone_school_lends")]
    #[error("school {giver} is gone, and help from it goes on or is promised")]
    GoneSchoolLends {
        /// The school.
        giver: SchoolId,
    },
    /// A school that is gone has a cycle open.
    #[serde(rename = "gone_school_in_cycle")]
    #[error("school {school} is gone, and its cycle {cycle} is open")]
    GoneSchoolInCycle {
        /// The school.
        school: SchoolId,
        /// Its cycle.
        cycle: CycleId,
    },
    /// A partnership has fewer givers for its takers than its charter says.
    #[serde(rename = "below_ratio")]
    #[error(
        "partnership {partnership} has {givers} givers for {takers} that need support: {deficit} too few"
    )]
    BelowRatio {
        /// The partnership.
        partnership: PartnershipId,
        /// Members that can give.
        givers: u32,
        /// Schools with open needs.
        takers: u32,
        /// Givers it lacks.
        deficit: u32,
    },
}

impl StandingViolation {
    /// What those who settle it can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::CapacityBelowCommitments { .. } => "end deployments of the giver, or find them another one",
            Self::PersonOverdrawn { .. } => "let somebody else take over, or end the deployment",
            Self::ReviewerOverbooked { .. } => "let somebody else take a visit over, or cancel one",
            Self::GoneSchoolLends { .. } => "end its help, or let another giver take it over",
            Self::GoneSchoolInCycle { .. } => {
                "close the cycle; what goes on does so in the school that goes on"
            }
            Self::BelowRatio { .. } => "find givers, or adopt a charter with another ratio",
        }
    }
}

impl Network {
    /// What is wrong and stays so until somebody sets it right.
    ///
    /// Complexity: ledgers and what holds them, and for each partnership its members.
    pub fn violations(&self) -> Vec<StandingViolation> {
        let now = self.from_now_on().now;
        let ledgers = self.ledgers.iter().flat_map(|(giver, ledger)| {
            let giver = *giver;
            let whole = ledger.overdrawn_in(now).map(|term| {
                let terms = self.opened.as_ref().map(|opened| opened.calendar.terms());
                let term = terms.and_then(|terms| terms.get(term)).map(Term::named);
                StandingViolation::CapacityBelowCommitments { giver, term }
            });
            let people = ledger.overdrawn_people(now);
            let people = people.map(move |person| StandingViolation::PersonOverdrawn { giver, person });
            let reviewers = ledger
                .reviewers
                .iter()
                .filter(move |(_, it)| it.is_overbooked(now));
            let reviewers = reviewers.map(move |(person, _)| {
                let person = *person;
                StandingViolation::ReviewerOverbooked { giver, person }
            });
            whole.into_iter().chain(people).chain(reviewers)
        });
        let below = self.partnerships.iter().filter_map(|(partnership, it)| {
            let rule = it.charter.as_ref()?.ratio?;
            let (partnership, standing) = (*partnership, self.standing_of(*partnership));
            let deficit = standing.deficit(rule);
            (deficit > 0).then_some(StandingViolation::BelowRatio {
                partnership,
                givers: standing.givers,
                takers: standing.takers,
                deficit,
            })
        });
        let gone = self.left_behind().flat_map(|(school, lends, open)| {
            let giver = school;
            let lends = lends.then_some(StandingViolation::GoneSchoolLends { giver });
            let open = open.map(|cycle| StandingViolation::GoneSchoolInCycle { school, cycle });
            lends.into_iter().chain(open)
        });
        ledgers.chain(gone).chain(below).collect()
    }
}
