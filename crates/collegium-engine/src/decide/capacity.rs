//! What a school says it can lend.

use crate::{
    ledger::{DeclaredCapacity, FallenCapacity, Ledger},
    network::{Network, Opened},
    refusal::Blocker,
};
use collegium_model::quantity::{HalfDays, Units};

impl Network {
    pub(super) fn judge_declaration(
        &self,
        it: &DeclaredCapacity,
        opened: &Opened,
        blockers: &mut Vec<Blocker>,
    ) {
        let offer = &it.offer;
        if !opened.members.contains_key(&offer.school) {
            blockers.push(Blocker::NotAMember { school: offer.school });
        }
        if offer.areas.is_empty() || offer.at_once == Units(0) || offer.per_term == HalfDays(0) {
            blockers.push(Blocker::EmptyOffer);
        }
        let held = self
            .ledgers
            .get(&offer.school)
            .map(Ledger::taken)
            .map(|taken| (taken.units, taken.half_days));
        if let Some((running, lent)) =
            held.filter(|(running, lent)| *running > offer.at_once || *lent > offer.per_term)
        {
            blockers.push(Blocker::DeclaredBelowHeld {
                school: offer.school,
                running,
                lent,
            });
        }
    }

    pub(super) fn judge_fall(&self, it: &FallenCapacity, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let school = it.school;
        if !opened.members.contains_key(&school) {
            blockers.push(Blocker::NotAMember { school });
            return;
        }
        match self.ledgers.get(&school).and_then(|ledger| ledger.offer.as_ref()) {
            None => blockers.push(Blocker::NothingDeclared { school }),
            Some(offer) if it.at_once > offer.at_once || it.per_term > offer.per_term => {
                blockers.push(Blocker::NotAFall { school });
            }
            Some(_) => {}
        }
    }
}
