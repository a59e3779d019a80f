//! Who belongs to a partnership, and what its charter says of that.

use crate::{
    network::{Network, Opened},
    opening::EnrolledMember,
    partnership::{AdoptedCharter, BelowRatio, FormedPartnership, OfMembership},
    refusal::Blocker,
};
use collegium_cycle::due_diligence::DueDiligencePhase;
use collegium_model::{
    id::{PartnershipId, SchoolId},
    school::SchoolReference,
};
use std::collections::BTreeSet;

/// A member is new, and called as no other is.
pub(super) fn judge_enrolment(it: &EnrolledMember, opened: &Opened, blockers: &mut Vec<Blocker>) {
    let school = it.member.school;
    if opened.members.contains_key(&school) {
        blockers.push(Blocker::MemberTwice { school });
    }
    opened.judge_reference(it.member.reference, blockers);
}

impl Opened {
    /// No two schools are called alike.
    pub(crate) fn judge_reference(&self, reference: SchoolReference, blockers: &mut Vec<Blocker>) {
        if self.called(reference).is_some() {
            let reference = reference.to_string();
            blockers.push(Blocker::ReferenceTwice { reference });
        }
    }
}

impl Network {
    pub(super) fn judge_forming(&self, it: &FormedPartnership, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let partnership = it.partnership;
        if self.partnerships.contains_key(&partnership) {
            blockers.push(Blocker::PartnershipExistsAlready { partnership });
        }
        if let Some(outer) = it.within {
            self.partnership(outer, blockers);
        }
        let mut named = BTreeSet::new();
        for school in it.members.iter().copied() {
            if !named.insert(school) {
                blockers.push(Blocker::MemberTwice { school });
            } else if !opened.members.contains_key(&school) {
                blockers.push(Blocker::NotAMember { school });
            }
        }
    }

    pub(super) fn judge_charter(&self, it: &AdoptedCharter, blockers: &mut Vec<Blocker>) {
        let partnership = it.partnership;
        let Some(found) = self.partnership(partnership, blockers) else {
            return;
        };
        let next = found.charter.as_ref().map_or(1, |charter| charter.version + 1);
        if it.version != next {
            let found = it.version;
            blockers.push(Blocker::NotTheNextCharter {
                partnership,
                next,
                found,
            });
        }
        if it.ratio.is_some_and(|ratio| ratio.takers == 0) {
            blockers.push(Blocker::RatioOfNobody);
        }
    }

    pub(super) fn judge_admission(&self, it: &OfMembership, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let OfMembership { partnership, school } = *it;
        if !opened.members.contains_key(&school) {
            blockers.push(Blocker::NotAMember { school });
            return;
        }
        let Some(found) = self.partnership(partnership, blockers) else {
            return;
        };
        if found.members.contains(&school) {
            blockers.push(Blocker::AdmittedAlready { partnership, school });
            return;
        }
        let asks = |outer| {
            let charter = self.partnerships.get(&outer).and_then(|it| it.charter.as_ref());
            charter.is_some_and(|charter| charter.after_due_diligence)
        };
        if self.with_outer(partnership).any(asks) && !self.is_onboarded(school) {
            blockers.push(Blocker::NotOnboarded { school });
        }
        self.judge_ratio(partnership, blockers, |members| {
            members.insert(school);
        });
    }

    pub(super) fn judge_release(&self, it: &OfMembership, blockers: &mut Vec<Blocker>) {
        let OfMembership { partnership, school } = *it;
        if self.is_in(it, blockers) {
            self.judge_ratio(partnership, blockers, |members| {
                members.remove(&school);
            });
        }
    }

    /// Whether the school belongs to the partnership itself; a blocker where it does not.
    pub(super) fn is_in(&self, it: &OfMembership, blockers: &mut Vec<Blocker>) -> bool {
        let OfMembership { partnership, school } = *it;
        let Some(found) = self.partnership(partnership, blockers) else {
            return false;
        };
        let is_in = found.members.contains(&school);
        if !is_in {
            blockers.push(Blocker::NotInPartnership { partnership, school });
        }
        is_in
    }

    /// A wish that makes a deficit, or a greater one, is refused where the charter says so. Help that is
    /// needed already is not asked for here: a need is a fact.
    fn judge_ratio(
        &self,
        partnership: PartnershipId,
        blockers: &mut Vec<Blocker>,
        change: impl Fn(&mut BTreeSet<SchoolId>),
    ) {
        for partnership in self.with_outer(partnership) {
            let charter = self
                .partnerships
                .get(&partnership)
                .and_then(|it| it.charter.as_ref());
            let Some(rule) = charter.and_then(|charter| charter.ratio) else {
                continue;
            };
            let mut members = self.members_of(partnership);
            let before = self.standing_among(&members).deficit(rule);
            change(&mut members);
            let after = self.standing_among(&members);
            let deficit = after.deficit(rule);
            if deficit > before && rule.below == BelowRatio::Refuse {
                blockers.push(Blocker::BelowRatio {
                    partnership,
                    givers: after.givers,
                    takers: after.takers,
                    deficit,
                });
            }
        }
    }

    /// Whether due diligence on a school has ended with *onboarded*, in any of its cycles.
    fn is_onboarded(&self, school: SchoolId) -> bool {
        let mut cycles = self.cycles_of(school).filter_map(|id| self.cycles.get(&id));
        cycles.any(|cycle| {
            let mut all = cycle.due_diligences.values();
            all.any(|it| it.phase == DueDiligencePhase::Onboarded)
        })
    }

    fn partnership(
        &self,
        id: PartnershipId,
        blockers: &mut Vec<Blocker>,
    ) -> Option<&crate::partnership::Partnership> {
        let found = self.partnerships.get(&id);
        if found.is_none() {
            blockers.push(Blocker::UnknownPartnership { partnership: id });
        }
        found
    }
}
