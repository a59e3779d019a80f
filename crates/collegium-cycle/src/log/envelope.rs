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
use std::{borrow::Cow, ops::Deref, sync::Arc};

/// An event with its circumstances. The payload stays raw: it is read under its type and version.
///
/// People are ids, reasons are codes; text lives behind `note` and can be erased without touching the log.
// The parameters are how the parts that cost most to own are held. Whoever says `Envelope` alone owns all.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(bound = "", rename = "Envelope")
)]
pub struct Envelope<Stream = String, Kind = Cow<'static, str>, Protocol = Arc<Pin>, Data = Box<RawValue>> {
    /// Its place in the log, from 1, without gaps.
    pub position: u64,
    /// The stream it belongs to, such as `cycle/…`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub stream: Stream,
    /// Its place in the stream, from 1, without gaps.
    pub seq: u64,
    /// The event's stable wire code.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    #[serde(rename = "type")]
    pub kind: Kind,
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
    #[cfg_attr(feature = "schema", schemars(with = "Pin"))]
    pub protocol: Protocol,
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
    pub data: Data,
}

/// An envelope as it stands in the text of its line: nothing is copied that can be looked at there.
pub type EnvelopeRef<'a> = Envelope<Text<'a>, Text<'a>, &'a RawValue, &'a RawValue>;

/// Text that is looked at where it stands, and copied only where it is written with escapes.
#[derive(Clone, Debug, Deserialize)]
pub struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<Stream: Serialize, Kind: Serialize, Protocol: Serialize, Data: Serialize>
    Envelope<Stream, Kind, Protocol, Data>
{
    /// The line in which it is kept, without the break at its end.
    ///
    /// # Errors
    /// Where the JSON cannot be written; no envelope that the engine makes is such.
    pub fn line(&self) -> Result<String, serde_json::Error> {
        // Room for most lines at once, so that the text need not move while it grows.
        let mut line = Vec::with_capacity(640);
        serde_json::to_writer(&mut line, self)?;
        String::from_utf8(line).map_err(serde::ser::Error::custom)
    }
}

/// Civil time in milliseconds, always written the same way: `2026-09-07T09:00:00.000`.
mod milliseconds {
    use super::Text;
    use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
    use serde::{Deserialize, Deserializer, Serializer, ser::Error};

    const FORMAT: &str = "%Y-%m-%dT%H:%M:%S%.3f";

    pub(super) fn serialize<S: Serializer>(at: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
        match written(*at) {
            Some(text) => serializer.serialize_str(str::from_utf8(&text).map_err(S::Error::custom)?),
            None => serializer.collect_str(&at.format(FORMAT)),
        }
    }

    /// What `FORMAT` writes, without reading the format each time; none where a field has more digits than
    /// usual: a year beyond 9999, or a leap second.
    fn written(at: NaiveDateTime) -> Option<[u8; 23]> {
        let (year, milli) = (u32::try_from(at.year()).ok()?, at.nanosecond() / 1_000_000);
        if year > 9999 || milli > 999 {
            return None;
        }
        let [y4, y3, y2, y1] = digits(year);
        let [_, f3, f2, f1] = digits(milli);
        let [_, _, m2, m1] = digits(at.month());
        let [_, _, d2, d1] = digits(at.day());
        let [_, _, h2, h1] = digits(at.hour());
        let [_, _, i2, i1] = digits(at.minute());
        let [_, _, s2, s1] = digits(at.second());
        Some([
            y4, y3, y2, y1, b'-', m2, m1, b'-', d2, d1, b'T', h2, h1, b':', i2, i1, b':', s2, s1, b'.', f3,
            f2, f1,
        ])
    }

    /// The last four digits of a number.
    fn digits(number: u32) -> [u8; 4] {
        [1000, 100, 10, 1].map(|power| b"0123456789"[(number / power % 10) as usize])
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
        let text = Text::deserialize(deserializer)?;
        match read(text.as_bytes()) {
            Some(at) => Ok(at),
            None => NaiveDateTime::parse_from_str(&text, FORMAT).map_err(serde::de::Error::custom),
        }
    }

    /// What [`written`] wrote; none for every other text, which may still be of the format.
    fn read(text: &[u8]) -> Option<NaiveDateTime> {
        let &[
            y1,
            y2,
            y3,
            y4,
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
            b'T',
            h1,
            h2,
            b':',
            i1,
            i2,
            b':',
            s1,
            s2,
            b'.',
            f1,
            f2,
            f3,
        ] = text
        else {
            return None;
        };
        let date = NaiveDate::from_ymd_opt(
            i32::try_from(number([y1, y2, y3, y4])?).ok()?,
            number([m1, m2])?,
            number([d1, d2])?,
        )?;
        date.and_hms_milli_opt(
            number([h1, h2])?,
            number([i1, i2])?,
            number([s1, s2])?,
            number([f1, f2, f3])?,
        )
    }

    fn number<const N: usize>(digits: [u8; N]) -> Option<u32> {
        let digit = |digit: u8| digit.is_ascii_digit().then(|| u32::from(digit - b'0'));
        digits
            .into_iter()
            .try_fold(0, |number, next| Some(number * 10 + digit(next)?))
    }

    #[cfg(test)]
    mod tests {
        use super::{FORMAT, NaiveDate, NaiveDateTime, deserialize, serialize};

        #[test]
        fn a_time_is_written_as_the_format_says() {
            let at = |year, month, day, hour, milli| -> NaiveDateTime {
                let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
                day.and_hms_milli_opt(hour, 7, 59, milli).unwrap()
            };
            for at in [
                at(2026, 9, 7, 9, 0),
                at(2026, 12, 31, 23, 999),
                at(7, 1, 1, 0, 5),
                at(0, 1, 10, 20, 100),
                at(9999, 10, 30, 10, 10),
                at(-1, 1, 1, 0, 50),
                at(12_026, 1, 1, 0, 500),
                at(2016, 12, 31, 23, 1500),
            ] {
                let text = serialize(&at, serde_json::value::Serializer).unwrap();
                assert_eq!(text, at.format(FORMAT).to_string());
                assert_eq!(deserialize(text).unwrap(), at);
            }
        }

        #[test]
        fn a_text_is_read_as_the_format_says() {
            for text in [
                "2026-09-07T09:00:00.000",
                "2026-09-07T09:00:00.0",
                "2026-09-07T09:00:00",
                "2026-09-07 09:00:00.000",
                "2026-9-7T09:00:00.000000",
                "2026-02-29T09:00:00.000",
                "2026-09-07T24:00:00.000",
                "2026-09-07T23:59:60.000",
                "20260-09-07T09:00:00.00",
                "+2026-09-07T09:00:00.00",
                "2026-09-07T09:00:00.00a",
                "",
            ] {
                let read = deserialize(serde_json::Value::from(text)).ok();
                let format = NaiveDateTime::parse_from_str(text, FORMAT).ok();
                assert_eq!(read, format, "{text}");
            }
        }
    }
}
