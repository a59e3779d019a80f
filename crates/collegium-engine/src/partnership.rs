//! Groups of schools that run reviews. They nest and overlap; givers, and their ledgers, belong to the network.

use crate::{
    network::Network,
    opening::MemberKind,
    stream::{InStream, Stream},
};
use collegium_cycle::need::NeedPhase;
use collegium_model::{
    code::PartnershipKind,
    id::{PartnershipId, SchoolId},
    quantity::Units,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A partnership as the network keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partnership {
    /// What it is, such as a trust or an alliance.
    pub kind: PartnershipKind,
    /// The partnership of which it is part, if any.
    pub within: Option<PartnershipId>,
    /// Who belongs to it; those of partnerships within it are not named again.
    pub members: BTreeSet<SchoolId>,
    /// The charter that holds; none before one is adopted.
    pub charter: Option<AdoptedCharter>,
}

/// A partnership as it is formed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FormedPartnership {
    /// The partnership.
    pub partnership: PartnershipId,
    /// What it is, such as a trust or an alliance.
    pub kind: PartnershipKind,
    /// The partnership of which it is part, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<PartnershipId>,
    /// Who belongs to it.
    pub members: Vec<SchoolId>,
}

/// A charter that the partnership has adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdoptedCharter {
    /// The partnership.
    pub partnership: PartnershipId,
    /// Its version, from 1, each one more than the last.
    pub version: u32,
    /// How many givers there are to be for those that need support, where that is agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioRule>,
    /// Whether nobody is admitted before due diligence has ended with *onboarded*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_due_diligence: bool,
}

/// How many givers there are to be for so many takers, as in 3 : 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioRule {
    /// So many givers …
    pub givers: u16,
    /// … for so many takers; at least one.
    pub takers: u16,
    /// What becomes of a wish that would take the partnership below.
    pub below: BelowRatio,
}

/// What becomes of a wish that would take a partnership below its ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BelowRatio {
    /// It is accepted, and the deficit is flagged for as long as it lasts.
    #[serde(rename = "flag")]
    Flag,
    /// It is refused.
    #[serde(rename = "refuse")]
    Refuse,
}

/// Names a partnership and a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfMembership {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The school, or central team.
    pub school: SchoolId,
}

impl InStream for FormedPartnership {
    fn stream(&self) -> Stream {
        Stream::Charter(self.partnership)
    }
}

impl InStream for AdoptedCharter {
    fn stream(&self) -> Stream {
        Stream::Charter(self.partnership)
    }
}

impl InStream for OfMembership {
    fn stream(&self) -> Stream {
        Stream::Charter(self.partnership)
    }
}

/// How a partnership stands between giving and needing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// Members that declare capacity for at least one deployment, central teams included.
    pub givers: u32,
    /// Schools with an open need.
    pub takers: u32,
}

impl Standing {
    /// How many givers are missing for the ratio to hold.
    ///
    /// A member that gives in one area and needs help in another counts on both sides. That is Collegium's
    /// reading of the rule of thumb, which does not say (an assumption).
    ///
    /// ```
    /// use collegium_engine::partnership::{BelowRatio, RatioRule, Standing};
    ///
    /// let rule = RatioRule { givers: 3, takers: 1, below: BelowRatio::Flag };
    /// assert_eq!(Standing { givers: 7, takers: 3 }.deficit(rule), 2);
    /// assert_eq!(Standing { givers: 9, takers: 3 }.deficit(rule), 0);
    /// ```
    pub fn deficit(self, rule: RatioRule) -> u32 {
        let asked = u64::from(self.takers) * u64::from(rule.givers);
        let asked = asked.div_ceil(u64::from(rule.takers.max(1)));
        u32::try_from(asked)
            .unwrap_or(u32::MAX)
            .saturating_sub(self.givers)
    }
}

impl Network {
    /// Everybody who belongs to a partnership, or to one within it.
    pub fn members_of(&self, partnership: PartnershipId) -> BTreeSet<SchoolId> {
        let all = self.partnerships.iter();
        let part = all.filter(|(id, _)| self.with_outer(**id).any(|outer| outer == partnership));
        part.flat_map(|(_, it)| it.members.iter().copied()).collect()
    }

    /// How a partnership stands between giving and needing.
    pub fn standing_of(&self, partnership: PartnershipId) -> Standing {
        self.standing_among(&self.members_of(partnership))
    }

    /// How these members stand between giving and needing.
    pub(crate) fn standing_among(&self, members: &BTreeSet<SchoolId>) -> Standing {
        let mut standing = Standing::default();
        for school in members {
            standing.givers += u32::from(self.gives(*school));
            standing.takers += u32::from(self.needs_help(*school));
        }
        standing
    }

    /// A partnership and those it is part of, from the inside outwards.
    pub(crate) fn with_outer(&self, partnership: PartnershipId) -> impl Iterator<Item = PartnershipId> {
        std::iter::successors(Some(partnership), |inner| self.partnerships.get(inner)?.within)
    }

    /// Whether a member declares capacity for at least one deployment.
    fn gives(&self, school: SchoolId) -> bool {
        let offer = self.ledgers.get(&school).and_then(|ledger| ledger.offer.as_ref());
        !self.is_gone(school) && offer.is_some_and(|offer| offer.at_once > Units(0))
    }

    fn needs_help(&self, school: SchoolId) -> bool {
        let is_open = |phase| phase != NeedPhase::Closed;
        !self.is_gone(school)
            && self
                .open_cycle(school)
                .is_some_and(|(_, cycle)| cycle.needs.values().any(|need| is_open(need.phase)))
    }

    /// Whether a member is a central team.
    pub(crate) fn is_central_team(&self, school: SchoolId) -> bool {
        self.member(school)
            .is_some_and(|member| member.kind == MemberKind::CentralTeam)
    }
}
