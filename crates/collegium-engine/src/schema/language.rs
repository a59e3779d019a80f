//! Types of other languages, made from the schemas, so that they cannot say anything else than those do.

use super::{Shape, csharp, typescript};
use serde_json::Value;

/// A language for which types can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Language {
    /// TypeScript: interfaces and unions, nothing that runs.
    TypeScript,
    /// C#: classes that look at the fields of a JSON object, over the `View` of `examples/csharp`.
    CSharp,
}

impl Language {
    /// Every language.
    pub const ALL: &[Self] = &[Self::TypeScript, Self::CSharp];

    /// Its name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TypeScript => "typescript",
            Self::CSharp => "csharp",
        }
    }

    /// The language of that name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl Shape {
    /// The source text of its types in another language. The same shape gives the same bytes.
    pub fn types(self, language: Language) -> String {
        let (schema, source) = (
            self.json(),
            format!("collegium schema {} --language {}", self.code(), language.code()),
        );
        match language {
            Language::TypeScript => typescript::source(&schema, &source),
            Language::CSharp => csharp::source(&schema, &source, self.code()),
        }
    }
}

/// A name with a capital at the beginning of each word, and nothing between them.
pub(super) fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|it| it.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split(|it: char| !it.is_ascii_alphanumeric())
        .map(capital)
        .collect()
}

/// The name to which a schema points.
pub(super) fn pointed(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The items of an array; none where it is no array.
pub(super) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What a schema may be one of.
pub(super) fn alternatives(schema: &Value) -> &[Value] {
    match items(&schema["oneOf"]) {
        [] => items(&schema["anyOf"]),
        one_of => one_of,
    }
}

/// The fields of an object, each with whether it must be there.
pub(super) fn fields(schema: &Value) -> Vec<(&str, &Value, bool)> {
    let required = items(&schema["required"]);
    let properties = schema["properties"].as_object();
    let fields = properties.into_iter().flatten();
    fields
        .map(|(name, field)| {
            (
                name.as_str(),
                field,
                required.iter().any(|it| it == name.as_str()),
            )
        })
        .collect()
}

/// The kinds of JSON value that a schema names.
pub(super) fn kinds(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(kind) => vec![kind],
        kinds => items(kinds).iter().filter_map(Value::as_str).collect(),
    }
}

/// The schema of what a map holds.
pub(super) fn held(schema: &Value) -> Option<&Value> {
    let by_pattern = schema["patternProperties"].as_object();
    let by_pattern = by_pattern.and_then(|it| it.values().next());
    by_pattern.or_else(|| schema.get("additionalProperties").filter(|it| !it.is_boolean()))
}
