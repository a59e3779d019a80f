//! The catalogue of events, for people: what is recorded, by which command, and what each entry holds. Made
//! from the schema and the list of acts, so that it cannot say anything else than the code.

use crate::{acts as network, schema::Shape};
use collegium_cycle::{
    acts::{Act, Kind},
    child::Machine,
    upcast,
};
use serde_json::{Map, Value};
use std::fmt::{self, Write};

/// The whole catalogue as Markdown, in the order in which the types list it.
pub fn markdown() -> String {
    let schema = Shape::Events.json();
    let mut text = String::from(
        "# Events\n\nEvery event of a log, generated from the code: `collegium schema events --table`. An event that \
         records a command holds the same payload as the command. The envelope around it is told by \
         `collegium schema envelope`.\n",
    );
    let defs = &schema["$defs"];
    // Writing to a string cannot fail.
    let _ = network(&mut text, &schema["anyOf"], defs);
    let _ = cycle(&mut text, &defs["Event"]["oneOf"], defs);
    text
}

fn network(text: &mut String, events: &Value, defs: &Value) -> fmt::Result {
    text.push_str("\n## The network\n");
    for event in array(events) {
        let Some(code) = code(event) else { continue };
        writeln!(text, "\n### `{code}`\n\n{}{}", told(event), caused_by(code))?;
        fields(text, event, defs)?;
    }
    Ok(())
}

/// Which command an event of the network records, and who may ask it; nothing where it only follows.
fn caused_by(event: &str) -> String {
    let mut acts = network::Act::ALL.iter();
    let Some(act) = acts.find(|act| act.event_code() == event) else {
        return String::new();
    };
    match act.kind() {
        Kind::Fact => format!(" It records the report of fact `{act}`, which anybody may make."),
        Kind::Wish => {
            let roles: Vec<_> = act.roles().iter().map(|role| format!("`{role}`")).collect();
            format!(
                " It records the command `{act}`, which takes {}.",
                roles.join(" or ")
            )
        }
    }
}

fn cycle(text: &mut String, events: &Value, defs: &Value) -> fmt::Result {
    let of_machine = |machine: Machine| {
        array(events).filter(move |event| act(event).is_some_and(|act| act.machine() == machine))
    };
    for machine in Machine::ALL {
        let mut words = machine.words().to_owned();
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        writeln!(text, "\n## {words}")?;
        for event in of_machine(*machine) {
            let (Some(code), Some(act)) = (code(event), act(event)) else {
                continue;
            };
            let version = upcast::newest(code);
            let kind = match act.kind() {
                Kind::Wish => "records the command",
                Kind::Fact => "records the report of fact",
            };
            writeln!(
                text,
                "\n### `{code}`, version {version}\n\n{} It {kind} `{act}`.",
                told(event)
            )?;
            fields(text, event, defs)?;
        }
    }
    text.push_str("\n## Consequences\n\nThese only ever follow from the event before them.\n");
    for event in array(events).filter(|event| act(event).is_none()) {
        if let Some(code) = code(event) {
            let version = upcast::newest(code);
            writeln!(text, "\n### `{code}`, version {version}\n\n{}", told(event))?;
            fields(text, event, defs)?;
        }
    }
    Ok(())
}

fn fields(text: &mut String, event: &Value, defs: &Value) -> fmt::Result {
    let payload = resolved(&event["properties"]["data"], defs);
    let nothing = Map::new();
    let properties = payload["properties"].as_object().unwrap_or(&nothing);
    if properties.is_empty() {
        return text.write_str("\nNo field.\n");
    }
    text.push_str("\n| field | what it holds | type |\n|---|---|---|\n");
    let required: Vec<_> = array(&payload["required"]).filter_map(Value::as_str).collect();
    for (name, field) in properties {
        let optional = if required.contains(&name.as_str()) {
            ""
        } else {
            ", may be absent"
        };
        let holds = told(field).replace('|', "\\|");
        writeln!(text, "| `{name}` | {holds} | {}{optional} |", type_of(field))?;
    }
    Ok(())
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn code(event: &Value) -> Option<&str> {
    event["properties"]["type"]["const"].as_str()
}

fn act(event: &Value) -> Option<Act> {
    let code = code(event)?;
    Act::ALL.iter().copied().find(|act| act.event_code() == code)
}

fn told(of: &Value) -> String {
    let told = of["description"].as_str().unwrap_or_default();
    told.replace('\n', " ")
}

fn resolved<'a>(schema: &'a Value, defs: &'a Value) -> &'a Value {
    match name(schema) {
        Some(name) => &defs[name],
        None => schema,
    }
}

fn name(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The type of a field in a word or two.
fn type_of(field: &Value) -> String {
    if let Some(name) = name(field) {
        return format!("`{name}`");
    }
    if let Some(alternative) = array(&field["anyOf"]).find_map(name) {
        return format!("`{alternative}`");
    }
    let kind = match &field["type"] {
        Value::String(kind) => kind.as_str(),
        Value::Array(kinds) => kinds.first().and_then(Value::as_str).unwrap_or("any"),
        _ => "any",
    };
    match (kind, field.get("items")) {
        ("array", Some(items)) => format!("list of {}", type_of(items)),
        _ => field["format"].as_str().unwrap_or(kind).to_owned(),
    }
}
