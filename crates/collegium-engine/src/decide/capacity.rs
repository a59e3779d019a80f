//! What a school says it can lend.

use crate::{
    context::Context,
    ledger::{DeclaredCapacity, FallenCapacity},
    network::{Network, Opened},
    refusal::Blocker,
};
use collegium_model::{
    calendar::Term,
    quantity::{HalfDays, Units},
};
use std::collections::BTreeSet;

impl Network {
    pub(super) fn judge_declaration(
        &self,
        it: &DeclaredCapacity,
        opened: &Opened,
        context: &Context,
        blockers: &mut Vec<Blocker>,
    ) {
        let offer = &it.offer;
        if !opened.members.contains_key(&offer.school) {
            blockers.push(Blocker::NotAMember { school: offer.school });
        }
        self.judge_presence(offer.school, blockers);
        if offer.areas.is_empty() || offer.at_once == Units(0) || offer.per_term == HalfDays(0) {
            blockers.push(Blocker::EmptyOffer);
        }
        let mut named = BTreeSet::new();
        for in_term in &it.in_terms {
            let term = in_term.term;
            if opened.calendar.term_index(term).is_none() {
                blockers.push(Blocker::UnknownTerm { term });
            } else if !named.insert(term) {
                blockers.push(Blocker::TermTwice { term });
            }
        }
        let Some(ledger) = self.ledgers.get(&offer.school) else {
            return;
        };
        let now = opened.term_of(context.recorded.date());
        let mut declared = ledger.clone();
        declared.declare(it, opened);
        if let Some(term) = declared.overdrawn_in(now) {
            let taken = declared.taken_in(term, now);
            blockers.push(Blocker::DeclaredBelowHeld {
                school: offer.school,
                running: taken.units,
                lent: taken.half_days,
                term: opened.calendar.terms().get(term).map(Term::named),
            });
        }
    }

    pub(super) fn judge_fall(&self, it: &FallenCapacity, opened: &Opened, blockers: &mut Vec<Blocker>) {
        let school = it.school;
        if !opened.members.contains_key(&school) {
            blockers.push(Blocker::NotAMember { school });
            return;
        }
        let index = it.term.map(|term| (term, opened.calendar.term_index(term)));
        if let Some((term, None)) = index {
            blockers.push(Blocker::UnknownTerm { term });
        }
        let ledger = self.ledgers.get(&school);
        let Some((ledger, offer)) = ledger.and_then(|it| Some((it, it.offer.as_ref()?))) else {
            blockers.push(Blocker::NothingDeclared { school });
            return;
        };
        let index = index.and_then(|(_, index)| index);
        let before = index.map_or_else(|| offer.limit(), |index| ledger.limit_in(index));
        if it.at_once > before.at_once || it.per_term > before.per_term {
            blockers.push(Blocker::NotAFall { school });
        }
    }
}
