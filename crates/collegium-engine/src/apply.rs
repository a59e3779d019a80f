//! The engine driven with no Rust: a line of JSON for each command, a line of JSON for what came of it.

use crate::{
    acts::{Command, Event},
    context::Context,
    entry::Entry,
    journal::{Handled, Journal},
    network::Network,
    refusal::Refusal,
    stream::Stream,
};
use chrono::NaiveDateTime;
use collegium_cycle::{decide::Effect, serde_json};
use collegium_model::{
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, value::RawValue};
use std::collections::BTreeMap;

/// A command as it travels, with its circumstances.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Wire", rename = "SentCommand")
)]
#[serde(try_from = "Wire")]
pub struct Sent {
    /// What is asked.
    pub command: Command,
    /// By whom, as what, when and why.
    pub context: Context,
}

/// A line that is no command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why}")]
pub struct NotSent {
    /// What is wrong with it.
    pub why: String,
}

impl NotSent {
    /// What the sender can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        "write {\"id\",\"at\",\"actor\",\"roles\",\"command\":{\"type\",\"data\"}}; `collegium apply --help` tells all fields"
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "SentCommand"))]
pub(crate) struct Wire {
    /// The command's id: sent twice under one id, it is done once.
    id: CommandId,
    /// When it takes effect, in civil time.
    at: NaiveDateTime,
    /// When it was recorded; where absent, as it takes effect.
    recorded: Option<NaiveDateTime>,
    /// Who acts.
    actor: PersonId,
    /// The roles in which they act.
    roles: Vec<Role>,
    /// For whom, if not for themselves.
    on_behalf_of: Option<PersonId>,
    /// The school to which the actor belongs.
    school: Option<SchoolId>,
    /// Why, from the protocol's vocabulary.
    reason: Option<ReasonCode>,
    /// Where text about it is kept.
    note: Option<NoteRef>,
    /// Facts of the embedder's own rules that hold.
    #[serde(default)]
    facts: Vec<FactName>,
    /// Whether it is an urgent override.
    #[serde(default)]
    urgent: bool,
    /// The last place that the sender saw in each of these streams.
    #[serde(default)]
    expected: BTreeMap<String, u64>,
    /// What is asked.
    #[cfg_attr(feature = "schema", schemars(with = "Command"))]
    command: WireCommand,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireCommand {
    #[serde(rename = "type")]
    code: String,
    #[serde(default = "nothing")]
    data: Value,
}

fn nothing() -> Value {
    Value::Object(serde_json::Map::new())
}

impl TryFrom<Wire> for Sent {
    type Error = NotSent;

    fn try_from(wire: Wire) -> Result<Self, NotSent> {
        let not_sent = |why: String| NotSent { why };
        let command = Command::read(&wire.command.code, &wire.command.data)
            .map_err(|error| not_sent(error.to_string()))?;
        let mut expected = BTreeMap::new();
        for (name, seq) in wire.expected {
            let stream: Stream = name
                .parse()
                .map_err(|error| not_sent(format!("expected: {error}")))?;
            expected.insert(stream, seq);
        }
        let context = Context {
            command: wire.id,
            actor: wire.actor,
            roles: wire.roles,
            on_behalf_of: wire.on_behalf_of,
            at: wire.at,
            recorded: wire.recorded.unwrap_or(wire.at),
            reason: wire.reason,
            note: wire.note,
            school: wire.school,
            facts: wire.facts,
            urgent: wire.urgent,
            expected,
        };
        Ok(Self { command, context })
    }
}

impl Sent {
    /// Reads one line.
    ///
    /// # Errors
    /// [`NotSent`] with what is wrong; fields that nobody knows are refused, so that nothing written is lost.
    pub fn read(line: &str) -> Result<Self, NotSent> {
        let wire: Wire = serde_json::from_str(line).map_err(|error| NotSent {
            why: error.to_string().replace(" at line 1 column", " at column"),
        })?;
        wire.try_into()
    }

    /// Judges the command as [`Sent::apply`] would, and changes nothing.
    pub fn judge(&self, network: &Network) -> Answer {
        let mut answer = Answer::to(self);
        if let Some(range) = network.repeated(self.context.command) {
            answer.repeated = Some([*range.start(), *range.end()]);
            return answer;
        }
        match network.decide(&self.command, &self.context) {
            Ok(accepted) => {
                let mut seqs = BTreeMap::new();
                let told = accepted.events.iter().filter_map(|event| {
                    let stream = event.stream();
                    let seq = seqs.entry(stream).or_insert_with(|| network.seq(stream));
                    *seq += 1;
                    told(event, *seq)
                });
                answer.events = Some(told.collect());
                answer.effects = accepted.effects;
            }
            Err(refused) => answer.refused = Some(refused),
        }
        answer
    }

    /// Puts the command to a journal; tells what came of it, and the entries that go to the log.
    pub fn apply(&self, journal: &mut Journal) -> (Answer, Vec<Entry>) {
        let mut answer = Answer::to(self);
        let mut written = Vec::new();
        match journal.handle(&self.command, &self.context) {
            Ok(Handled::Accepted { entries, effects }) => {
                answer.events = Some(entries.iter().filter_map(|it| told(&it.event, it.seq)).collect());
                (answer.effects, written) = (effects, entries);
            }
            Ok(Handled::Repeated(range)) => answer.repeated = Some([*range.start(), *range.end()]),
            Err(refused) => answer.refused = Some(refused),
        }
        (answer, written)
    }
}

/// What came of a command: `{"id","events":[…]}`, `{"id","refused":[…]}` or `{"id","repeated":[first,last]}`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The command.
    pub id: CommandId,
    /// What happened, in order, where it was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<ToldEvent>>,
    /// What is to be done outside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// Every reason, where it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refusal>,
    /// The places of its entries in the log, first and last, where it was accepted before under the same id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeated: Option<[u64; 2]>,
}

/// An event as an answer tells it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToldEvent {
    /// The stream it belongs to.
    pub stream: String,
    /// Its place in the stream.
    pub seq: u64,
    /// Its wire code.
    #[serde(rename = "type")]
    pub code: &'static str,
    /// The version of its payload's shape.
    pub version: u16,
    /// The payload.
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    pub data: Box<RawValue>,
}

impl Answer {
    fn to(sent: &Sent) -> Self {
        Self {
            id: sent.context.command,
            events: None,
            effects: Vec::new(),
            refused: None,
            repeated: None,
        }
    }
}

fn told(event: &Event, seq: u64) -> Option<ToldEvent> {
    Some(ToldEvent {
        stream: event.stream().to_string(),
        seq,
        code: event.code(),
        version: event.version(),
        data: event.payload().ok()?,
    })
}
