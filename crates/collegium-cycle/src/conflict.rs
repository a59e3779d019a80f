//! Conflicts of interest, looked up before anybody is asked.

use crate::cycle::Cycle;
use collegium_model::id::{PersonId, SchoolId};

impl Cycle {
    /// The schools of this cycle in which a person has a declared interest: its own school, and givers of
    /// help that is live. Ask it before a person is asked for anything.
    pub fn conflicts_of(&self, person: PersonId) -> Vec<(PersonId, SchoolId)> {
        let declared = self
            .school_record
            .interests
            .iter()
            .filter(|it| it.person == person);
        let givers = |school| {
            let mut live = self.deployments.values().filter(|it| it.is_live());
            live.any(|it| it.proposal.giver == school)
        };
        declared
            .filter(|it| self.school() == Some(it.school) || givers(it.school))
            .map(|it| (person, it.school))
            .collect()
    }
}
