//! Who of a giver's people can be lent.

use crate::{
    network::{Network, Opened},
    refusal::Blocker,
    supply::{AccreditedPerson, IdentifiedPerson, OfPerson, Person, Stage},
};
use collegium_model::{
    id::{PersonId, SchoolId},
    quantity::{HalfDays, Units},
};

impl Network {
    pub(super) fn judge_identification(
        &self,
        it: &IdentifiedPerson,
        opened: &Opened,
        blockers: &mut Vec<Blocker>,
    ) {
        if !opened.members.contains_key(&it.giver) {
            blockers.push(Blocker::NotAMember { school: it.giver });
        }
        self.judge_presence(it.giver, blockers);
        if it.areas.is_empty() || it.limit.room(Units(0), HalfDays(0), HalfDays(0)) == Units(0) {
            blockers.push(Blocker::EmptyOffer);
        }
        let known = self.person(it.giver, it.person);
        if known.is_some_and(|person| person.stage != Stage::StoodDown) {
            blockers.push(Blocker::PersonKnownAlready { person: it.person });
        }
    }

    pub(super) fn judge_development(&self, it: &OfPerson, blockers: &mut Vec<Blocker>) {
        self.judge_stage(it.giver, it.person, &[Stage::Identified], blockers);
    }

    pub(super) fn judge_accreditation(&self, it: &AccreditedPerson, blockers: &mut Vec<Blocker>) {
        const STAGES: &[Stage] = &[Stage::Identified, Stage::Developed, Stage::Deployable];
        self.judge_stage(it.giver, it.person, STAGES, blockers);
        let asked = &self.rules().protocol().accreditations;
        if !asked.is_empty() && !asked.contains_key(&it.accreditation) {
            let accreditation = it.accreditation;
            blockers.push(Blocker::UnknownAccreditation { accreditation });
        }
    }

    pub(super) fn judge_offering(&self, it: &OfPerson, blockers: &mut Vec<Blocker>) {
        let Some(person) = self.judge_stage(it.giver, it.person, &[Stage::Developed], blockers) else {
            return;
        };
        let asked = self.rules().protocol().accreditations.keys();
        let missing: Vec<_> = asked
            .filter(|it| !person.accreditations.contains(it))
            .copied()
            .collect();
        if !missing.is_empty() {
            let person = it.person;
            blockers.push(Blocker::NotAccredited { person, missing });
        }
    }

    /// A report about somebody nobody has named is malformed.
    pub(super) fn judge_standing_down(&self, it: &OfPerson, blockers: &mut Vec<Blocker>) {
        if self.person(it.giver, it.person).is_none() {
            blockers.push(Blocker::UnknownPerson { person: it.person });
        }
    }

    fn judge_stage(
        &self,
        giver: SchoolId,
        id: PersonId,
        needed: &'static [Stage],
        blockers: &mut Vec<Blocker>,
    ) -> Option<&Person> {
        let found = self.person(giver, id);
        match found {
            None => blockers.push(Blocker::UnknownPerson { person: id }),
            Some(person) if !needed.contains(&person.stage) => {
                let (person, now) = (id, person.stage);
                blockers.push(Blocker::WrongPersonStage { person, now, needed });
            }
            Some(_) => {}
        }
        found
    }

    fn person(&self, giver: SchoolId, person: PersonId) -> Option<&Person> {
        self.ledgers.get(&giver)?.people.get(&person)
    }
}
