//! The shape of everything that crosses the boundary, as JSON Schema (draft 2020-12), made from the types
//! themselves, so that it cannot say anything else than they do.

mod csharp;
mod language;
mod typescript;

pub use language::Language;

use crate::{
    acts::{self, Event},
    apply, face,
    refusal::Blocker,
};
use collegium_cycle::{acts::Act, envelope::Envelope, protocol::Protocol, refusal::Refusal};
use collegium_matching::{plan::file::PlanFile, problem::ProblemFile};
use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, transform::transform_subschemas,
};
use serde_json::Value;

/// Something whose shape is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// A line that is sent: a command with its circumstances.
    Commands,
    /// What has happened: the type and the payload of every event, in its newest version.
    Events,
    /// A line of a log: an event with its circumstances and its place.
    Envelope,
    /// What came of a command.
    Answer,
    /// Every reason why a command was turned down.
    Refusal,
    /// A line that is sent to `collegium serve`: a request with its id and its network.
    Request,
    /// What is answered to it.
    Response,
    /// A protocol, as JSON; in TOML it has the same fields.
    Protocol,
    /// A problem of matching.
    Problem,
    /// A plan with its certificate.
    Plan,
}

impl Shape {
    /// Every shape.
    pub const ALL: &[Self] = &[
        Self::Commands,
        Self::Events,
        Self::Envelope,
        Self::Answer,
        Self::Refusal,
        Self::Request,
        Self::Response,
        Self::Protocol,
        Self::Problem,
        Self::Plan,
    ];

    /// Its name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Commands => "commands",
            Self::Events => "events",
            Self::Envelope => "envelope",
            Self::Answer => "answer",
            Self::Refusal => "refusal",
            Self::Request => "request",
            Self::Response => "response",
            Self::Protocol => "protocol",
            Self::Problem => "problem",
            Self::Plan => "plan",
        }
    }

    /// The shape of that name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.code() == code)
    }

    /// What it is the shape of, in a few words.
    pub const fn says(self) -> &'static str {
        match self {
            Self::Commands => "a line that is sent: a command with its circumstances",
            Self::Events => "what has happened: type and payload of every event",
            Self::Envelope => "a line of a log: an event with its circumstances and its place",
            Self::Answer => "what came of a command: events, refusal or repetition",
            Self::Refusal => "every reason why a command was turned down",
            Self::Request => "a line that is sent to `collegium serve`",
            Self::Response => "what is answered to it: a response, or a fault",
            Self::Protocol => "a protocol, in JSON or TOML",
            Self::Problem => "a problem of matching",
            Self::Plan => "a plan with its certificate",
        }
    }

    /// The schema.
    ///
    /// Where fields that are not known are refused, it says so (`additionalProperties`): in what is sent.
    /// What is read back may grow.
    pub fn json(self) -> Value {
        let mut schema = match self {
            Self::Commands => strict(root::<apply::Wire>(true)),
            Self::Events => root::<Event>(false),
            Self::Envelope => envelope(),
            Self::Answer => root::<apply::Answer>(false),
            Self::Refusal => root::<Refusal<Blocker>>(false),
            Self::Request => strict(root::<face::Line>(true)),
            Self::Response => root::<face::Answered>(false),
            Self::Protocol => root::<Protocol>(true),
            Self::Problem => root::<ProblemFile>(true),
            Self::Plan => root::<PlanFile>(false),
        };
        tell_civil_time(&mut schema);
        tell_what_happened(&mut schema);
        tell_plainly(&mut schema);
        schema.insert(
            "$id".to_owned(),
            format!("urn:collegium:schema:{}", self.code()).into(),
        );
        schema.to_value()
    }
}

fn generator(read: bool) -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12();
    let settings = if read {
        settings.for_deserialize()
    } else {
        settings.for_serialize()
    };
    settings.into_generator()
}

fn root<T: JsonSchema>(read: bool) -> Schema {
    generator(read).into_root_schema_for::<T>()
}

/// A line of a log whose payload has the shape of its type.
///
/// Lines of an older version are brought to the newest on reading; only the newest is described.
fn envelope() -> Schema {
    let mut generator = generator(false);
    let event = generator.subschema_for::<Event>();
    let mut schema = generator.into_root_schema_for::<Envelope>();
    schema.insert("allOf".to_owned(), Value::Array(vec![event.to_value()]));
    schema
}

/// An event that records a command is described by what the command does.
fn tell_what_happened(schema: &mut Schema) {
    let code = schema
        .get("properties")
        .and_then(|it| it["type"]["const"].as_str());
    if let Some(says) = code.and_then(says) {
        schema.insert("description".to_owned(), says.into());
    }
    transform_subschemas(&mut tell_what_happened, schema);
}

/// What the command does that an event records; none where it records none.
fn says(event: &str) -> Option<&'static str> {
    let of_cycle = Act::ALL
        .iter()
        .find(|act| act.event_code() == event)
        .map(|act| act.says());
    let mut of_network = acts::Act::ALL.iter();
    of_cycle.or_else(|| {
        of_network
            .find(|act| act.event_code() == event)
            .map(|act| act.says())
    })
}

/// Civil time has no format that a validator knows; a pattern says it.
fn tell_civil_time(schema: &mut Schema) {
    if schema.get("format").is_some_and(|it| it == "partial-date-time") {
        schema.remove("format");
        let pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?$";
        schema.insert("pattern".to_owned(), pattern.into());
    }
    transform_subschemas(&mut tell_civil_time, schema);
}

/// Links between pages of Rust's documentation lead nowhere here; their words stay.
fn tell_plainly(schema: &mut Schema) {
    if let Some(told) = schema.get("description").and_then(Value::as_str) {
        let told = without_links(told);
        schema.insert("description".to_owned(), told.into());
    }
    transform_subschemas(&mut tell_plainly, schema);
}

fn without_links(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, from)) = rest.split_once("[`") {
        let Some((word, after)) = from.split_once("`]") else {
            break;
        };
        plain.extend([before, "`", word, "`"]);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

/// Closes every object that lists its fields.
fn strict(mut schema: Schema) -> Schema {
    fn close(schema: &mut Schema) {
        if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        transform_subschemas(&mut close, schema);
    }
    close(&mut schema);
    schema
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn the_words_of_a_link_stay() {
        let told = without_links("see [`A`](b::A), [`C`] (c) and [0, 1]; `[`");
        assert_eq!(told, "see `A`, `C` (c) and [0, 1]; `[`");
    }
}
