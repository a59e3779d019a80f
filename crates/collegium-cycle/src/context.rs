//! What a judgement needs to know beside the state and the command: all of it is handed in.

use crate::{acts::Event, rules::Rules};
use chrono::NaiveDateTime;
use collegium_model::{
    calendar::SchoolCalendar,
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
    uuid::Uuid,
};

/// Who acts, as what, when, and why.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Who acts.
    pub actor: PersonId,
    /// Every role in which they may act here.
    pub roles: &'a [Role],
    /// For whom they act, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// When it takes effect, in civil time at the network's place.
    pub at: NaiveDateTime,
    /// The calendar by which deadlines count.
    pub calendar: &'a SchoolCalendar,
    /// The command's own id, so that sending it twice is harmless.
    pub command: CommandId,
    /// Why, from the protocol's vocabulary.
    pub reason: Option<&'a ReasonCode>,
    /// Where text about it is kept.
    pub note: Option<NoteRef>,
    /// The school to which the actor belongs, as far as the host says so.
    pub school: Option<SchoolId>,
    /// Facts of the embedder's own rules that hold.
    pub facts: &'a [FactName],
    /// Whether this is an urgent override of what the protocol lets be overridden.
    pub urgent: bool,
    /// The protocol to which a cycle would be moved.
    pub moving_to: Option<&'a Rules>,
}

impl<'a> Context<'a> {
    /// A context without reason, note or command id.
    pub fn new(actor: PersonId, roles: &'a [Role], at: NaiveDateTime, calendar: &'a SchoolCalendar) -> Self {
        let command = CommandId::new(Uuid::nil());
        Self {
            actor,
            roles,
            on_behalf_of: None,
            at,
            calendar,
            command,
            reason: None,
            note: None,
            school: None,
            facts: &[],
            urgent: false,
            moving_to: None,
        }
    }

    /// Whether this is that person, or somebody who acts for them.
    pub fn stands_for(&self, person: PersonId) -> bool {
        self.actor == person || self.on_behalf_of == Some(person)
    }

    /// The same with the command's id.
    #[must_use]
    pub fn with_command(self, command: CommandId) -> Self {
        Self { command, ..self }
    }

    /// The same for a person of that school.
    #[must_use]
    pub fn with_school(self, school: SchoolId) -> Self {
        let school = Some(school);
        Self { school, ..self }
    }

    /// The same with facts that hold.
    #[must_use]
    pub fn with_facts(self, facts: &'a [FactName]) -> Self {
        Self { facts, ..self }
    }

    /// The same as an urgent override, for which a reason is needed.
    #[must_use]
    pub fn as_urgent(self) -> Self {
        let urgent = true;
        Self { urgent, ..self }
    }

    /// The same with the protocol to which a cycle would be moved.
    #[must_use]
    pub fn with_moving_to(self, rules: &'a Rules) -> Self {
        let moving_to = Some(rules);
        Self { moving_to, ..self }
    }

    /// The same with a reason.
    #[must_use]
    pub fn with_reason(self, reason: &'a ReasonCode) -> Self {
        Self {
            reason: Some(reason),
            ..self
        }
    }
}

/// An event with what its envelope says and the state keeps.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// The event.
    pub event: &'a Event,
    /// When it took effect.
    pub at: NaiveDateTime,
    /// Who acted.
    pub actor: PersonId,
    /// For whom they acted, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// Why.
    pub reason: Option<&'a ReasonCode>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Protocol;

    #[test]
    fn what_is_said_about_who_acts_is_kept_whole() {
        let person = PersonId::new(Uuid::from_u128(1));
        let calendar = SchoolCalendar::typical_england(2026, 1).unwrap();
        let rules = Rules::compile(Protocol::standard()).unwrap();
        let (reason, facts) = (
            ReasonCode::new("illness").unwrap(),
            [FactName::new("trained").unwrap()],
        );
        let command = CommandId::new(Uuid::from_u128(2));
        let school = SchoolId::new(Uuid::from_u128(3));
        let bare = Context::new(
            person,
            &[],
            calendar.first_day().and_time(chrono::NaiveTime::MIN),
            &calendar,
        );
        let said = bare
            .with_command(command)
            .with_school(school)
            .with_facts(&facts)
            .with_reason(&reason)
            .with_moving_to(&rules)
            .as_urgent();
        assert_eq!(
            (said.command, said.school, said.facts),
            (command, Some(school), &facts[..])
        );
        assert_eq!(
            (said.reason, said.urgent, said.actor),
            (Some(&reason), true, person)
        );
        assert_eq!(said.moving_to.map(Rules::pin), Some(rules.pin()));
        let unsaid = (bare.school, bare.reason, bare.urgent, bare.moving_to.is_some());
        assert_eq!(unsaid, (None, None, false, false));
    }
}
