//! One line of a log, typed: an event with its circumstances and its place.

use crate::{
    event::{Event, EventFault},
    stream::{NotAStream, Stream},
};
use chrono::NaiveDateTime;
use collegium_cycle::{envelope::Envelope, rules::Pin};
use collegium_model::{
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
};
use std::sync::Arc;

/// An event with its circumstances and its place in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place in the log, from 1.
    pub position: u64,
    /// Its place in its stream, from 1.
    pub seq: u64,
    /// What happened.
    pub event: Event,
    /// When it took effect.
    pub at: NaiveDateTime,
    /// When it was recorded.
    pub recorded: NaiveDateTime,
    /// Who acted.
    pub actor: PersonId,
    /// In which role, where one was needed.
    pub role: Option<Role>,
    /// For whom, if not for themselves.
    pub on_behalf_of: Option<PersonId>,
    /// The command that caused it.
    pub command: CommandId,
    /// Why.
    pub reason: Option<ReasonCode>,
    /// Where text about it is kept.
    pub note: Option<NoteRef>,
    /// The school to which the actor belongs, as far as the host said so.
    pub school: Option<SchoolId>,
    /// Facts of the embedder's own rules that held.
    pub facts: Vec<FactName>,
    /// Whether it was an urgent override.
    pub urgent: bool,
    /// The protocol under which it was judged.
    pub protocol: Arc<Pin>,
}

/// An envelope that holds no entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EntryFault {
    /// The stream has no such name.
    #[error(transparent)]
    Stream(#[from] NotAStream),
    /// The event is unknown or its payload is not of its shape.
    #[error(transparent)]
    Event(#[from] EventFault),
}

impl Entry {
    /// The entry in its envelope, as it is stored.
    ///
    /// # Errors
    /// Where a payload cannot be written as JSON; no value that the engine makes is such.
    pub fn envelope(&self) -> Result<Envelope, serde_json::Error> {
        Ok(Envelope {
            position: self.position,
            stream: self.event.stream().to_string(),
            seq: self.seq,
            kind: self.event.code().into(),
            version: self.event.version(),
            effective: self.at,
            recorded: self.recorded,
            actor: self.actor,
            role: self.role.clone(),
            on_behalf_of: self.on_behalf_of,
            command: self.command,
            protocol: Arc::clone(&self.protocol),
            reason: self.reason.clone(),
            note: self.note,
            school: self.school,
            facts: self.facts.clone(),
            urgent: self.urgent,
            data: self.event.payload()?,
        })
    }

    /// The line in which it is stored, without the break at its end.
    ///
    /// # Errors
    /// As [`Entry::envelope`].
    pub fn line(&self) -> Result<String, serde_json::Error> {
        self.envelope()?.line()
    }

    /// Reads an entry from its envelope.
    ///
    /// # Errors
    /// [`EntryFault`] where the stream or the event is unknown, or the payload has not its shape.
    pub fn read(envelope: Envelope) -> Result<Self, EntryFault> {
        let stream: Stream = envelope.stream.parse()?;
        Ok(Self {
            position: envelope.position,
            seq: envelope.seq,
            event: Event::read(stream, &envelope.kind, envelope.version, &envelope.data)?,
            at: envelope.effective,
            recorded: envelope.recorded,
            actor: envelope.actor,
            role: envelope.role,
            on_behalf_of: envelope.on_behalf_of,
            command: envelope.command,
            reason: envelope.reason,
            note: envelope.note,
            school: envelope.school,
            facts: envelope.facts,
            urgent: envelope.urgent,
            protocol: envelope.protocol,
        })
    }
}
