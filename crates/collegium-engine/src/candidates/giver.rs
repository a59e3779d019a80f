//! Who can be lent, and for which needs they come into question.

use super::{OutOfReach, RuledOut, ScoreParts, Supply};
use crate::{
    ledger::{Ledger, When},
    opening::Member,
};
use collegium_matching::score::Score;
use collegium_model::{
    candidate::CandidateRules,
    code::Area,
    id::SchoolId,
    need::Need,
    quantity::{HalfDays, Units},
};

/// A giver, or one of its people, with the room that they have by themselves.
pub(crate) struct Giver<'a> {
    pub(super) id: String,
    pub(super) member: &'a Member,
    pub(super) supply: Supply,
    pub(super) areas: &'a [Area],
    pub(crate) units: Units,
}

impl<'a> Giver<'a> {
    /// Whoever could be lent by a school: itself, or each of its people that can be lent, where they are known.
    pub(crate) fn of(member: &'a Member, ledger: &'a Ledger, size: HalfDays, when: When) -> Vec<Self> {
        let Some(offer) = &ledger.offer else {
            return Vec::new();
        };
        let (school, id) = (member.school, member.reference.to_string());
        let giver = |id, person, areas, units| Self {
            id,
            member,
            supply: Supply { school, person },
            areas,
            units,
        };
        if ledger.people.is_empty() {
            return vec![giver(id, None, &offer.areas, ledger.free(size, when))];
        }
        let people = ledger.people.iter().filter(|(_, it)| it.lendable().is_some());
        let people = people.map(|(person, known)| {
            let (id, units) = (format!("{id}/{person}"), ledger.free_of(*person, size, when));
            giver(id, Some(*person), &known.areas, units)
        });
        people.collect()
    }

    /// What speaks for it; none where it does not come into question, which is counted. For one pair: for a whole
    /// round see [`super::reach::Reach`], whose tests hold it against this.
    pub(crate) fn score(
        &self,
        taker: &Member,
        need: &Need,
        tried: &[SchoolId],
        rules: &CandidateRules,
        ruled_out: &mut RuledOut,
    ) -> Option<Score> {
        if self.member.school == taker.school {
            return None;
        }
        if !self.areas.contains(&need.area) {
            ruled_out.other_area += 1;
            return None;
        }
        if tried.contains(&self.member.school) {
            ruled_out.tried += 1;
            return None;
        }
        match ScoreParts::of(rules, taker, self.member, need) {
            Ok(parts) => parts.total(),
            Err(OutOfReach::NoPlace) => {
                ruled_out.no_place += 1;
                None
            }
            Err(OutOfReach::TooFar(distance)) => {
                ruled_out.too_far += 1;
                let nearest = ruled_out
                    .nearest_too_far
                    .map_or(distance, |nearest| nearest.min(distance));
                ruled_out.nearest_too_far = Some(nearest);
                None
            }
        }
    }
}
