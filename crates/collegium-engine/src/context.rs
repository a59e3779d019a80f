//! Who acts, as what, when, and why. The calendar is the network's own.

use crate::stream::Stream;
use chrono::NaiveDateTime;
use collegium_cycle::{context::Context as CycleContext, rules::Rules};
use collegium_model::{
    calendar::SchoolCalendar,
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
};
use std::collections::BTreeMap;

/// The circumstances of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The command's own id, so that sending it twice is harmless.
    pub command: CommandId,
    /// Who acts.
    pub actor: PersonId,
    /// Every role in which they may act here.
    pub roles: Vec<Role>,
    /// For whom they act, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// When it takes effect, in civil time at the network's place.
    pub at: NaiveDateTime,
    /// When it is recorded; not before it takes effect.
    pub recorded: NaiveDateTime,
    /// Why, from the protocol's vocabulary.
    pub reason: Option<ReasonCode>,
    /// Where text about it is kept.
    pub note: Option<NoteRef>,
    /// The school to which the actor belongs, as far as the host says so.
    pub school: Option<SchoolId>,
    /// Facts of the embedder's own rules that hold.
    pub facts: Vec<FactName>,
    /// Whether this is an urgent override of what the protocol lets be overridden.
    pub urgent: bool,
    /// The entries that streams have, as far as the sender has seen them; another number is a refusal.
    pub expected: BTreeMap<Stream, u64>,
}

impl Context {
    /// A context at one moment, without reason or note.
    pub fn new(command: CommandId, actor: PersonId, role: Role, now: NaiveDateTime) -> Self {
        let roles = vec![role];
        Self {
            command,
            actor,
            roles,
            on_behalf_of: None,
            at: now,
            recorded: now,
            reason: None,
            note: None,
            school: None,
            facts: Vec::new(),
            urgent: false,
            expected: BTreeMap::new(),
        }
    }

    /// The same with a reason.
    #[must_use]
    pub fn with_reason(self, reason: ReasonCode) -> Self {
        Self {
            reason: Some(reason),
            ..self
        }
    }

    /// The same as a cycle sees it.
    pub fn in_cycle<'a>(
        &'a self,
        calendar: &'a SchoolCalendar,
        moving_to: Option<&'a Rules>,
    ) -> CycleContext<'a> {
        CycleContext {
            actor: self.actor,
            roles: &self.roles,
            on_behalf_of: self.on_behalf_of,
            at: self.at,
            calendar,
            command: self.command,
            reason: self.reason.as_ref(),
            note: self.note,
            school: self.school,
            facts: &self.facts,
            urgent: self.urgent,
            moving_to,
        }
    }
}
