//! One line of a log, typed: an event with its circumstances and its place.

use crate::{
    acts::{Event, EventFault, Payload},
    stream::{NotAStream, Stream},
};
use chrono::NaiveDateTime;
use collegium_cycle::{
    envelope::{Envelope, EnvelopeRef},
    rules::Pin,
};
use collegium_model::{
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
};
use serde_json::value::{RawValue, to_raw_value};
use std::{borrow::Cow, sync::Arc};

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

/// A line that holds no entry.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LineFault {
    /// It is not an envelope, or is cut short.
    #[error(transparent)]
    Envelope(#[from] serde_json::Error),
    /// Its envelope holds no entry.
    #[error(transparent)]
    Entry(#[from] EntryFault),
}

impl Entry {
    /// The entry in its envelope, as it is stored.
    ///
    /// # Errors
    /// Where a payload cannot be written as JSON; no value that the engine makes is such.
    pub fn envelope(&self) -> Result<Envelope, serde_json::Error> {
        let (stream, protocol) = (self.event.stream().to_string(), Arc::clone(&self.protocol));
        Ok(self.enveloped(stream, protocol, self.event.payload()?))
    }

    /// The line in which it is stored, without the break at its end.
    ///
    /// # Errors
    /// As [`Entry::envelope`].
    pub fn line(&self) -> Result<String, serde_json::Error> {
        let (stream, data) = (self.event.stream(), Payload(&self.event));
        self.enveloped(stream, &*self.protocol, data).line()
    }

    /// Reads an entry from its envelope.
    ///
    /// # Errors
    /// [`EntryFault`] where the stream or the event is unknown, or the payload has not its shape.
    pub fn read(envelope: Envelope) -> Result<Self, EntryFault> {
        let event = event(&envelope.stream, &envelope.kind, envelope.version, &envelope.data)?;
        let protocol = Arc::clone(&envelope.protocol);
        Ok(Self::of(envelope, event, protocol))
    }

    fn enveloped<Stream, Protocol, Data>(
        &self,
        stream: Stream,
        protocol: Protocol,
        data: Data,
    ) -> Envelope<Stream, Cow<'static, str>, Protocol, Data> {
        Envelope {
            position: self.position,
            stream,
            seq: self.seq,
            kind: self.event.code().into(),
            version: self.event.version(),
            effective: self.at,
            recorded: self.recorded,
            actor: self.actor,
            role: self.role.clone(),
            on_behalf_of: self.on_behalf_of,
            command: self.command,
            protocol,
            reason: self.reason.clone(),
            note: self.note,
            school: self.school,
            facts: self.facts.clone(),
            urgent: self.urgent,
            data,
        }
    }

    fn of<Stream, Kind, Protocol, Data>(
        envelope: Envelope<Stream, Kind, Protocol, Data>,
        event: Event,
        protocol: Arc<Pin>,
    ) -> Self {
        Self {
            position: envelope.position,
            seq: envelope.seq,
            event,
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
            protocol,
        }
    }
}

fn event(stream: &str, kind: &str, version: u16, data: &RawValue) -> Result<Event, EntryFault> {
    let stream: Stream = stream.parse()?;
    Ok(Event::read(stream, kind, version, data)?)
}

/// Reads a log line by line. Entries of one protocol, as most logs have, share its pin.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The last pin, and the text in which it was written.
    pin: Option<(Box<str>, Arc<Pin>)>,
}

impl Reader {
    /// Reads the entry of a line, without the break at its end.
    ///
    /// # Errors
    /// [`LineFault`] where the line is no envelope, or its envelope holds no entry.
    pub fn line(&mut self, text: &str) -> Result<Entry, LineFault> {
        let read = serde_json::from_str(text).and_then(|envelope: EnvelopeRef<'_>| {
            let protocol = self.pin(envelope.protocol)?;
            Ok((envelope, protocol))
        });
        let Ok((envelope, protocol)) = read else {
            // Read as a whole, the line tells where in it the fault is.
            return Ok(Entry::read(serde_json::from_str(text)?)?);
        };
        let event = event(&envelope.stream, &envelope.kind, envelope.version, envelope.data)?;
        Ok(Entry::of(envelope, event, protocol))
    }

    fn pin(&mut self, text: &RawValue) -> Result<Arc<Pin>, serde_json::Error> {
        match &self.pin {
            Some((last, pin)) if **last == *text.get() => Ok(Arc::clone(pin)),
            _ => {
                let pin: Arc<Pin> = serde_json::from_str(text.get())?;
                self.pin = Some((text.get().into(), Arc::clone(&pin)));
                Ok(pin)
            }
        }
    }
}

/// Writes a log line by line. The pin of a protocol is put in words once for all entries that share it.
#[derive(Clone, Debug, Default)]
pub struct Writer {
    /// The last pin, and the text in which it is written.
    pin: Option<(Arc<Pin>, Box<RawValue>)>,
}

impl Writer {
    /// The line of an entry, without the break at its end: the same as [`Entry::line`].
    ///
    /// # Errors
    /// As [`Entry::line`].
    pub fn line(&mut self, entry: &Entry) -> Result<String, serde_json::Error> {
        let (stream, data) = (entry.event.stream(), Payload(&entry.event));
        entry.enveloped(stream, self.pin(&entry.protocol)?, data).line()
    }

    fn pin(&mut self, pin: &Arc<Pin>) -> Result<&RawValue, serde_json::Error> {
        let known = self.pin.take().filter(|(last, _)| Arc::ptr_eq(last, pin));
        let known = match known {
            Some(known) => known,
            None => (Arc::clone(pin), to_raw_value(pin)?),
        };
        Ok(&self.pin.insert(known).1)
    }
}
