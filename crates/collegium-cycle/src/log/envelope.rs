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
    #[serde(with = "milliseconds")]
    pub effective: NaiveDateTime,
    /// When it was recorded.
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
    pub data: Box<RawValue>,
}

/// Civil time in milliseconds, always written the same way: `2026-09-07T09:00:00.000`.
mod milliseconds {
    use chrono::{Datelike, NaiveDateTime, Timelike};
    use serde::{Deserialize, Deserializer, Serializer};
    use std::fmt;

    const FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3f";

    pub(super) fn serialize<S: Serializer>(at: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Written(*at))
    }

    /// What `FORMAT` writes; the format itself is read only for years and seconds beyond four and two digits.
    pub(super) struct Written(pub(super) NaiveDateTime);

    impl fmt::Display for Written {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let at = self.0;
            let (year, month, day) = (at.year(), at.month(), at.day());
            let (hour, minute, second) = (at.hour(), at.minute(), at.second());
            let milli = at.nanosecond() / 1_000_000;
            if !(0..=9999).contains(&year) || milli > 999 {
                return at.format(FORMAT).fmt(f);
            }
            write!(
                f,
                "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}"
            )
        }
    }

    #[cfg(test)]
    mod tests {
        use super::{FORMAT, NaiveDateTime, Written};
        use chrono::NaiveDate;

        #[test]
        fn it_is_what_the_format_writes() {
            let at = |year, month, day, hour, milli| -> NaiveDateTime {
                let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
                day.and_hms_milli_opt(hour, 7, 59, milli).unwrap()
            };
            for at in [
                at(2026, 9, 7, 9, 0),
                at(2026, 12, 31, 23, 999),
                at(7, 1, 1, 0, 5),
                at(-1, 1, 1, 0, 50),
                at(12_026, 1, 1, 0, 500),
                at(2016, 12, 31, 23, 1500),
            ] {
                assert_eq!(Written(at).to_string(), at.format(FORMAT).to_string());
            }
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        NaiveDateTime::parse_from_str(&text, FORMAT).map_err(serde::de::Error::custom)
    }
}
