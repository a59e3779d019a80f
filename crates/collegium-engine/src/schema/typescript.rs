//! TypeScript: an interface for an object, a union for alternatives, and nothing that runs.

use super::language::{alternatives, fields, held, items, kinds, pascal, pointed};
use serde_json::Value;
use std::fmt::Write;

pub(super) fn source(schema: &Value, made_by: &str) -> String {
    let mut text = format!("// Made by `{made_by}`. Do not edit it.\n");
    let root = schema["title"].as_str().unwrap_or("Root");
    declare(&mut text, root, schema);
    for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
        declare(&mut text, name, schema);
    }
    text
}

fn declare(text: &mut String, name: &str, schema: &Value) {
    text.push('\n');
    comment(text, schema, "");
    let name = pascal(name);
    let told = told(schema, "");
    let is_object = alternatives(schema).is_empty()
        && schema.get("properties").is_some()
        && schema.get("allOf").is_none();
    let _ = if is_object {
        writeln!(text, "export interface {name} {told}")
    } else {
        let told = told
            .strip_prefix('\n')
            .map_or(format!(" {told}"), |lines| format!("\n{lines}"));
        writeln!(text, "export type {name} ={told};")
    };
}

fn comment(text: &mut String, schema: &Value, indent: &str) {
    let Some(told) = schema["description"].as_str() else {
        return;
    };
    let told = told.replace("*/", "*\\/");
    if told.contains('\n') {
        let lines = told
            .lines()
            .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
        let _ = writeln!(text, "{indent}/**\n{}{indent} */", lines.collect::<String>());
    } else {
        let _ = writeln!(text, "{indent}/** {told} */");
    }
}

/// The type of a schema.
fn told(schema: &Value, indent: &str) -> String {
    if let Some(name) = pointed(schema) {
        return pascal(name);
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    let mut all: Vec<String> = Vec::new();
    if schema.get("properties").is_some() {
        all.push(object(schema, indent));
    }
    let one_of: Vec<_> = alternatives(schema).iter().map(|it| told(it, indent)).collect();
    if !one_of.is_empty() {
        all.push(union(one_of, !all.is_empty()));
    }
    all.extend(items(&schema["allOf"]).iter().map(|it| told(it, indent)));
    if all.is_empty() {
        let kinds = kinds(schema)
            .into_iter()
            .map(|kind| of_kind(kind, schema, indent));
        let kinds: Vec<_> = kinds.collect();
        return if kinds.is_empty() {
            "unknown".to_owned()
        } else {
            union(kinds, false)
        };
    }
    all.join(" & ")
}

fn of_kind(kind: &str, schema: &Value, indent: &str) -> String {
    match kind {
        "string" => "string".to_owned(),
        "integer" | "number" => "number".to_owned(),
        "boolean" => "boolean".to_owned(),
        "null" => "null".to_owned(),
        "array" => match items(&schema["prefixItems"]) {
            [] => format!("Array<{}>", told(&schema["items"], indent)),
            each => {
                let each: Vec<_> = each.iter().map(|it| told(it, indent)).collect();
                format!("[{}]", each.join(", "))
            }
        },
        "object" => held(schema).map_or("Record<string, unknown>".to_owned(), |held| {
            format!("Record<string, {}>", told(held, indent))
        }),
        _ => "unknown".to_owned(),
    }
}

fn union(mut one_of: Vec<String>, within: bool) -> String {
    one_of.dedup();
    let is_one = one_of.len() == 1;
    let union = if one_of.len() > 4 {
        let lines = one_of.into_iter().map(|it| format!("\n  | {it}"));
        lines.collect()
    } else {
        one_of.join(" | ")
    };
    if within && !is_one {
        format!("({union})")
    } else {
        union
    }
}

fn object(schema: &Value, indent: &str) -> String {
    let within = format!("{indent}  ");
    let mut text = String::from("{\n");
    for (name, field, is_required) in fields(schema) {
        comment(&mut text, field, &within);
        let optional = if is_required { "" } else { "?" };
        let _ = writeln!(text, "{within}{name}{optional}: {};", told(field, &within));
    }
    text + indent + "}"
}
