//! The envelope in which an event is kept: one line of a log.

use crate::rules::Pin;
use chrono::NaiveDateTime;
use collegium_model::{
    code::{ReasonCode, Role},
    id::{CommandId, NoteRef, PersonId, SchoolId},
    short_code::FactName,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// An event with its circumstances. The payload stays raw: it is read under its type and version.
///
/// People are ids, reasons are codes; text lives behind `note` and can be erased without touching the log.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Its place in the log, from 1, without gaps.
    pub position: u64,
    /// The stream it belongs to, such as `cycle/…`.
    pub stream: String,
    /// Its place in the stream, from 1, without gaps.
    pub seq: u64,
    /// The event's stable wire code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The version of the payload's shape.
    pub version: u16,
    /// When it took effect.
    #[cfg_attr(feature = "schema", schemars(with = "NaiveDateTime"))]
    #[serde(with = "milliseconds")]
    pub effective: NaiveDateTime,
    /// When it was recorded.
    #[cfg_attr(feature = "schema", schemars(with = "NaiveDateTime"))]
    #[serde(with = "milliseconds")]
    pub recorded: NaiveDateTime,
    /// Who acted.
    pub actor: PersonId,
    /// In which role, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// For whom, if not for themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PersonId>,
    /// The command that caused it.
    pub command: CommandId,
    /// The protocol under which it was judged.
    pub protocol: Pin,
    /// Why, from the protocol's vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReasonCode>,
    /// Where text about it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteRef>,
    /// The school to which the actor belongs, as far as the host said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolId>,
    /// Facts of the embedder's own rules that held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactName>,
    /// Whether it was an urgent override.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
    /// The payload.
    #[cfg_attr(feature = "schema", schemars(with = "serde_json::Value"))]
    pub data: Box<RawValue>,
}

/// Civil time in milliseconds, always written the same way: `2026-09-07T09:00:00.000`.
mod milliseconds {
    use chrono::NaiveDateTime;
    use serde::{Deserialize, Deserializer, Serializer};

    const FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3f";

    pub(super) fn serialize<S: Serializer>(at: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&at.format(FORMAT))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        NaiveDateTime::parse_from_str(&text, FORMAT).map_err(serde::de::Error::custom)
    }
}
