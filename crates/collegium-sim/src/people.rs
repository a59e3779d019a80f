//! Who plays whom: one pseudonym for each role at each school, and a few who serve the whole network.

use crate::random::RandomStream;
use collegium_model::{
    code::Role,
    id::{PersonId, SchoolId},
    uuid::Uuid,
};

/// The people of a network, under pseudonyms that follow from a seed.
#[derive(Clone, Copy, Debug)]
pub struct People {
    seed: u64,
}

/// Somebody who acts, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// The person.
    pub person: PersonId,
    /// The role in which they act.
    pub role: Role,
}

impl People {
    /// The people that follow from `seed`.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Who holds `role` for the whole network.
    pub fn serving(self, role: &Role) -> Player {
        self.player(role, Uuid::nil())
    }

    /// Who holds `role` at a school.
    pub fn at(self, school: SchoolId, role: &Role) -> Player {
        self.player(role, school.uuid())
    }

    fn player(self, role: &Role, entity: Uuid) -> Player {
        let person = RandomStream::new(self.seed, role.as_str(), entity).uuid();
        Player {
            person: PersonId::new(person),
            role: role.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_at_a_school_is_always_the_same_person() {
        let people = People::new(1);
        let head = Role::new("host_head").unwrap();
        let school = SchoolId::new(Uuid::from_u128(5));
        assert_eq!(people.at(school, &head), people.at(school, &head));
        assert_ne!(people.at(school, &head).person, people.serving(&head).person);
        assert_ne!(
            people.at(school, &head).person,
            People::new(2).at(school, &head).person
        );
    }
}
