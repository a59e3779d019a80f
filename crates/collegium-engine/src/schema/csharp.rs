//! C#: a class that looks at the fields of a JSON object, constants for codes. What is text, a number, a list
//! or a map stays one. Of alternatives that are told apart by a code, `Of…` makes one and `As…` looks at it.

use super::language::{alternatives, fields, held, items, kinds, pascal, pointed};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

pub(super) fn source(schema: &Value, made_by: &str, code: &str) -> String {
    let source = Source {
        defs: &schema["$defs"],
    };
    let mut text = format!(
        "// Made by `{made_by}`. Do not edit it.\n\nusing System.Collections.Generic;\n\nnamespace Collegium.{}Types\n{{",
        pascal(code)
    );
    let root = schema["title"].as_str().unwrap_or("Root");
    source.declare(&mut text, root, schema);
    for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
        source.declare(&mut text, name, schema);
    }
    text + "}\n"
}

/// A type of C#.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Type {
    Text,
    Whole,
    Number,
    Flag,
    Any,
    List(Box<Self>),
    Map(Box<Self>),
    View(String),
}

impl Type {
    fn name(&self) -> String {
        match self {
            Self::Text => "string".to_owned(),
            Self::Whole => "long?".to_owned(),
            Self::Number => "decimal?".to_owned(),
            Self::Flag => "bool?".to_owned(),
            Self::Any => "object".to_owned(),
            Self::List(of) => format!("List<{}>", of.name()),
            Self::Map(of) => format!("Dictionary<string, {}>", of.name()),
            Self::View(name) => name.clone(),
        }
    }

    /// The function that reads it.
    fn read(&self) -> String {
        match self {
            Self::Text => "Json.Text".to_owned(),
            Self::Whole => "Json.Whole".to_owned(),
            Self::Number => "Json.Number".to_owned(),
            Self::Flag => "Json.Flag".to_owned(),
            Self::Any => "Json.Any".to_owned(),
            Self::List(of) => format!("Json.ListOf({})", of.read()),
            Self::Map(of) => format!("Json.MapOf({})", of.read()),
            Self::View(name) => format!("Json.ViewOf(fields => new {name}(fields))"),
        }
    }
}

/// An alternative with the code that tells it apart.
struct Variant<'a> {
    tag: &'a str,
    code: &'a str,
    content: Option<(&'a str, &'a Value)>,
    schema: &'a Value,
}

struct Source<'a> {
    defs: &'a Value,
}

impl<'a> Source<'a> {
    fn declare(&self, text: &mut String, name: &str, schema: &'a Value) {
        let class = pascal(name);
        let codes = codes(schema);
        if !codes.is_empty() {
            text.push('\n');
            comment(text, schema, "    ");
            let _ = writeln!(text, "    public static class {class}\n    {{");
            for (code, schema) in codes {
                comment(text, schema, "        ");
                let _ = writeln!(
                    text,
                    "        public const string {} = \"{code}\";",
                    apart(&pascal(code), &class)
                );
            }
            *text += "    }\n";
            return;
        }
        if !self.is_view(schema) {
            return;
        }
        text.push('\n');
        comment(text, schema, "    ");
        let _ = writeln!(text, "    public sealed class {class} : View\n    {{");
        let _ = writeln!(text, "        public {class}() {{ }}\n");
        let _ = writeln!(
            text,
            "        public {class}(Dictionary<string, object> fields) : base(fields) {{ }}"
        );
        for (field, (schema, kind)) in self.gathered(schema) {
            text.push('\n');
            comment(text, schema, "        ");
            let (property, kind, read) = (apart(&pascal(field), &class), kind.name(), kind.read());
            let _ = writeln!(
                text,
                "        public {kind} {property}\n        {{\n            get {{ return Get(\"{field}\", {read}); }}\n            \
                 set {{ Set(\"{field}\", value); }}\n        }}"
            );
        }
        let mut told = BTreeSet::new();
        for variant in self.variants(schema) {
            // One code in two shapes, as network and cycle have some, is looked at by its fields.
            if told.insert(variant.code) {
                self.variant(text, &class, &variant);
            }
        }
        *text += "    }\n";
    }

    fn variant(&self, text: &mut String, class: &str, variant: &Variant<'_>) {
        let Variant { tag, code, .. } = variant;
        let name = pascal(code);
        text.push('\n');
        comment(text, variant.schema, "        ");
        let Some((field, content)) = variant.content else {
            let _ = writeln!(
                text,
                "        public static {class} Of{name}()\n        {{\n            var it = new {class}();\n            \
                 it.Set(\"{tag}\", \"{code}\");\n            return it;\n        }}"
            );
            return;
        };
        let kind = self.kind(content);
        let (named, read) = (kind.name(), kind.read());
        let _ = writeln!(
            text,
            "        public static {class} Of{name}({named} content)\n        {{\n            var it = new {class}();\n            \
             it.Set(\"{tag}\", \"{code}\");\n            it.Set(\"{field}\", content);\n            return it;\n        }}\n\n        \
             /// <summary>What it holds where it is `{code}`; null where it is not.</summary>\n        \
             public {named} As{name}\n        {{\n            get {{ return Is(\"{tag}\", \"{code}\") ? Get(\"{field}\", {read}) : \
             default({named}); }}\n        }}"
        );
    }

    fn resolved(&self, schema: &'a Value) -> &'a Value {
        pointed(schema).map_or(schema, |name| &self.defs[name])
    }

    /// Whether it is an object with fields that are known.
    fn is_view(&self, schema: &'a Value) -> bool {
        let parts = alternatives(schema).iter().chain(items(&schema["allOf"]));
        let parts: Vec<_> = parts.map(|it| self.resolved(it)).collect();
        let is_empty = kinds(schema) == ["object"] && held(schema).is_none();
        is_empty
            || schema.get("properties").is_some()
            || (codes(schema).is_empty() && !parts.is_empty() && parts.iter().all(|it| self.is_view(it)))
    }

    /// Every field of an object, of whichever alternative. What they do not agree on may be anything.
    fn gathered(&self, schema: &'a Value) -> BTreeMap<&'a str, (&'a Value, Type)> {
        let mut gathered: BTreeMap<&str, (&Value, Type)> = BTreeMap::new();
        let mut add = |name: &'a str, schema: &'a Value, kind: Type| {
            let known = gathered.entry(name).or_insert((schema, kind.clone()));
            if known.1 != kind {
                known.1 = Type::Any;
            }
        };
        for (name, field, _) in fields(schema) {
            add(name, field, self.kind(field));
        }
        for part in alternatives(schema).iter().chain(items(&schema["allOf"])) {
            for (name, (field, kind)) in self.gathered(self.resolved(part)) {
                add(name, field, kind);
            }
        }
        gathered
    }

    /// Alternatives that a code tells apart, each with the one other field that it has.
    fn variants(&self, schema: &'a Value) -> Vec<Variant<'a>> {
        let mut variants = Vec::new();
        for part in alternatives(schema).iter().map(|it| self.resolved(it)) {
            let fields = fields(part);
            let tag = fields
                .iter()
                .find_map(|(name, field, _)| Some((*name, field["const"].as_str()?)));
            match tag {
                Some((tag, code)) if fields.len() <= 2 => variants.push(Variant {
                    tag,
                    code,
                    content: fields.iter().find(|it| it.0 != tag).map(|it| (it.0, it.1)),
                    schema: part,
                }),
                _ => variants.extend(self.variants(part)),
            }
        }
        variants
    }

    fn kind(&self, schema: &'a Value) -> Type {
        if let Some(name) = pointed(schema) {
            let schema = &self.defs[name];
            return if self.is_view(schema) {
                Type::View(pascal(name))
            } else {
                self.kind(schema)
            };
        }
        if schema.get("const").is_some_and(Value::is_string) || !codes(schema).is_empty() {
            return Type::Text;
        }
        let is_null = |it: &&Value| kinds(it) == ["null"];
        let mut others = alternatives(schema).iter().filter(|it| !is_null(it));
        if let (Some(one), None) = (others.next(), others.next()) {
            return self.kind(one);
        }
        let mut kinds = kinds(schema).into_iter().filter(|it| *it != "null");
        match (kinds.next(), kinds.next()) {
            (Some("string"), None) => Type::Text,
            (Some("integer"), None) => Type::Whole,
            (Some("number"), None) => Type::Number,
            (Some("boolean"), None) => Type::Flag,
            (Some("array"), None) => match schema.get("items") {
                Some(items) => Type::List(Box::new(self.kind(items))),
                None => Type::List(Box::new(Type::Any)),
            },
            (Some("object"), None) => match held(schema) {
                Some(held) => Type::Map(Box::new(self.kind(held))),
                None => Type::Any,
            },
            _ => Type::Any,
        }
    }
}

/// The codes of a schema that is one of several constant texts.
fn codes(schema: &Value) -> Vec<(&str, &Value)> {
    let all = alternatives(schema);
    let codes: Vec<_> = all
        .iter()
        .filter_map(|it| Some((it["const"].as_str()?, it)))
        .collect();
    if codes.len() == all.len() {
        codes
    } else {
        Vec::new()
    }
}

/// A member cannot bear the name of its class, nor one that every view has.
fn apart(name: &str, class: &str) -> String {
    if name == class || ["Get", "Set", "Is", "Fields"].contains(&name) {
        format!("{name}Value")
    } else {
        name.to_owned()
    }
}

fn comment(text: &mut String, schema: &Value, indent: &str) {
    let Some(told) = schema["description"].as_str() else {
        return;
    };
    let told = told
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let mut lines = told.lines();
    let first = lines.next().unwrap_or_default();
    let _ = write!(text, "{indent}/// <summary>{first}");
    for line in lines {
        *text += format!("\n{indent}/// {line}").trim_end();
    }
    *text += "</summary>\n";
}
