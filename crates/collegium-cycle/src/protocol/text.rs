//! A protocol as text: read whole, with every fault of its form told at once and where it stands.

use super::Protocol;
use crate::{acts::Act, child::Machine, monitoring::Channel};
use collegium_model::{calendar::Span, code::Roles, quantity::HalfDays, support::SupportKind};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Text that is no protocol: every fault of its form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a protocol: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct NotAProtocol {
    /// Every fault.
    pub faults: Vec<TextFault>,
}

/// Something in a text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFault {
    /// Where: the path of a field, such as `steps.agree_report.roles[1]`; empty for the whole text.
    pub place: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.what)
    }
}

/// No text has more faults than are worth telling.
const MOST_FAULTS: usize = 100;

impl Protocol {
    /// Reads a protocol from TOML.
    ///
    /// # Errors
    /// [`NotAProtocol`] with every fault of its form and the line of each. Whether it can run is asked by
    /// [`Rules::compile`](crate::rules::Rules::compile).
    pub fn from_toml(text: &str) -> Result<Self, NotAProtocol> {
        let table: toml::Table = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| line_at(text, span.start));
            let (place, what) = (String::new(), error.message().to_owned());
            NotAProtocol {
                faults: vec![TextFault { place, line, what }],
            }
        })?;
        let value = serde_json::to_value(table).map_err(|error| NotAProtocol {
            faults: vec![TextFault {
                place: String::new(),
                line: None,
                what: error.to_string(),
            }],
        })?;
        read(value, |place| line_of(text, place))
    }

    /// Reads a protocol from JSON.
    ///
    /// # Errors
    /// As [`Protocol::from_toml`]; lines are told only where the text is no JSON at all.
    pub fn from_json(text: &str) -> Result<Self, NotAProtocol> {
        let value = serde_json::from_str(text).map_err(|error| NotAProtocol {
            faults: vec![TextFault {
                place: String::new(),
                line: Some(error.line()),
                what: error.to_string(),
            }],
        })?;
        read(value, |_| None)
    }

    /// The protocol as TOML, without what is default.
    ///
    /// # Errors
    /// Where a value cannot be written; no protocol that was read has one.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}

/// Reads as much as can be read, takes out what cannot, and goes on until all faults are known.
fn read(value: Value, line: impl Fn(&str) -> Option<usize>) -> Result<Protocol, NotAProtocol> {
    let mut reading = Reading {
        value,
        remaining: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    let mut faults: Vec<TextFault> = Vec::new();
    for (place, what) in reading.take_out_entries() {
        let line = line(&place);
        faults.push(TextFault { place, line, what });
    }
    let mut read = None;
    for _ in 0..MOST_FAULTS {
        let mut track = serde_path_to_error::Track::new();
        let tracked = serde_path_to_error::Deserializer::new(&reading.value, &mut track);
        match Protocol::deserialize(tracked) {
            Ok(protocol) => {
                read = Some(protocol);
                break;
            }
            Err(error) => {
                let mut steps = steps_of(&track.path());
                let what = shortened(&error.to_string());
                if let Some(field) = quoted(&what, "unknown field `") {
                    let known = matches!(steps.last(), Some(Step::Key(key)) if key == field);
                    if !known {
                        steps.push(Step::Key(field.to_owned()));
                    }
                }
                let place = reading.place(&steps);
                let missing = quoted(&what, "missing field `").map(|field| joined(&place, field));
                if !missing.as_ref().is_some_and(|it| reading.taken.contains(it)) {
                    let line = line(&place);
                    faults.push(TextFault { place, line, what });
                }
                let stands_in = missing.is_some_and(|it| reading.put_instead(&it));
                if !stands_in && !reading.take_out(&steps) {
                    break;
                }
            }
        }
    }
    match read {
        Some(protocol) if faults.is_empty() => Ok(protocol),
        _ => {
            faults.sort_by_key(|fault| (fault.line, fault.place.clone()));
            Err(NotAProtocol { faults })
        }
    }
}

fn quoted<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.strip_prefix(before)?.split('`').next()
}

fn joined(place: &str, key: &str) -> String {
    if place.is_empty() {
        key.to_owned()
    } else {
        format!("{place}.{key}")
    }
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Index(usize),
}

fn steps_of(path: &serde_path_to_error::Path) -> Vec<Step> {
    use serde_path_to_error::Segment;
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { variant } => Some(Step::Key(variant.clone())),
        Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}

/// A text that is being read, less what was found faulty in it.
struct Reading {
    value: Value,
    /// Of lists from which something was taken: which entries of the text are left.
    remaining: BTreeMap<String, Vec<usize>>,
    /// Places that were taken out.
    taken: BTreeSet<String>,
}

/// A message without a list of names that is too long to help.
fn shortened(what: &str) -> String {
    match what.split_once(", expected one of ") {
        Some((before, names)) if names.split(',').count() > 12 => before.to_owned(),
        _ => what.to_owned(),
    }
}

/// What is wrong with one entry of a map, with the path inside the entry; none where it can be read.
fn entry_fault<K: DeserializeOwned, V: DeserializeOwned>(
    key: &str,
    value: &Value,
) -> Option<(String, String)> {
    let named = K::deserialize(Value::from(key)).err();
    if let Some(error) = named {
        return Some((String::new(), shortened(&error.to_string())));
    }
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let error = V::deserialize(tracked).err()?;
    let mut inside = String::new();
    for step in steps_of(&track.path()) {
        match step {
            Step::Key(key) => inside.extend([".", &key]),
            Step::Index(index) => inside.extend(["[", &index.to_string(), "]"]),
        }
    }
    Some((inside, shortened(&error.to_string())))
}

/// What judges one entry of a map by its key and value.
type Judge = fn(&str, &Value) -> Option<(String, String)>;

/// Maps whose keys are words of the language. The reader cannot tell which entry of such a map is at fault,
/// so each entry is looked at by itself.
const MAPS: &[(&str, Judge)] = &[
    ("steps", entry_fault::<Act, super::Step>),
    ("sizes", entry_fault::<SupportKind, HalfDays>),
    ("cadences", entry_fault::<Channel, Span>),
    ("visibility", entry_fault::<Machine, Roles>),
    ("moving_on", entry_fault::<Act, BTreeMap<Machine, super::Leaving>>),
];

impl Reading {
    /// Takes every entry out of the maps above that cannot be read; tells the place and what is wrong.
    fn take_out_entries(&mut self) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        for (field, judge) in MAPS {
            let Some(Value::Object(map)) = self.value.get_mut(*field) else {
                continue;
            };
            map.retain(|key, value| match judge(key, value) {
                Some((inside, what)) => {
                    faults.push((format!("{field}.{key}{inside}"), what));
                    false
                }
                None => true,
            });
        }
        faults
    }

    /// The place in the text as it was written.
    fn place(&self, steps: &[Step]) -> String {
        let mut place = String::new();
        for step in steps {
            place = match step {
                Step::Key(key) => joined(&place, key),
                Step::Index(index) => {
                    let written = self.remaining.get(&place).and_then(|left| left.get(*index));
                    format!("{place}[{}]", written.unwrap_or(index))
                }
            };
        }
        place
    }

    /// Takes out the value at a path, or the innermost value around it that is there; whether there was one.
    fn take_out(&mut self, steps: &[Step]) -> bool {
        let Some((last, before)) = steps.split_last() else {
            return false;
        };
        if steps.iter().try_fold(&mut self.value, at).is_none() {
            return self.take_out(before);
        }
        let (place, list) = (self.place(steps), self.place(before));
        match (last, before.iter().try_fold(&mut self.value, at)) {
            (Step::Key(key), Some(Value::Object(map))) => drop(map.remove(key)),
            (Step::Index(index), Some(Value::Array(entries))) => {
                let every = || (0..entries.len()).collect();
                self.remaining.entry(list).or_insert_with(every).remove(*index);
                entries.remove(*index);
            }
            _ => {}
        }
        self.taken.insert(place);
        true
    }

    /// Puts something where a field is missing without which no other missing field is told; whether it did.
    /// The last of them, `roles`, hides none.
    fn put_instead(&mut self, place: &str) -> bool {
        let value = match place {
            "id" => Value::from("unreadable"),
            "version" => Value::from(1),
            _ => return false,
        };
        let Value::Object(fields) = &mut self.value else {
            return false;
        };
        fields.insert(place.to_owned(), value);
        true
    }
}

/// The value at one step of a path, if there is one.
fn at<'a>(value: &'a mut Value, step: &Step) -> Option<&'a mut Value> {
    match step {
        Step::Key(key) => value.get_mut(key.as_str()),
        Step::Index(index) => value.get_mut(*index),
    }
}

/// The line, from 1, of a byte of a text.
fn line_at(text: &str, byte: usize) -> usize {
    let before = text.as_bytes().get(..byte).unwrap_or(text.as_bytes());
    1 + before.split(|byte| *byte == b'\n').count().saturating_sub(1)
}

/// The line of a TOML text on which the value at a path stands, or the innermost value that holds it.
pub fn line_of(text: &str, place: &str) -> Option<usize> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let mut at = table.span().start;
    let mut value: Option<&toml::de::DeValue<'_>> = None;
    for part in place.split(['.', '[']).filter(|part| !part.is_empty()) {
        let next = match part.strip_suffix(']') {
            Some(index) => index.parse::<usize>().ok().and_then(|index| match value {
                Some(toml::de::DeValue::Array(array)) => array.get(index),
                _ => None,
            }),
            None => match value {
                None => table.get_ref().get(part),
                Some(toml::de::DeValue::Table(inner)) => inner.get(part),
                Some(_) => None,
            },
        };
        let Some(next) = next else { break };
        at = next.span().start;
        value = Some(next.get_ref());
    }
    value.map(|_| line_at(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAD: &str = r#"id = "Bad Id"
version = 1
typo = 3
[roles]
head = "Head"
[steps]
open_cycle = { roles = ["head"] }
close_cycle = { roles = ["head"], guards = ["no_such_guard"] }
dance = { roles = ["head"] }
[sizes]
coach = "many"
[[deadlines]]
id = "x"
awaits = "agree_report"
in_phase = "right_of_reply"
due = { unit = "weeks", count = 1 }
[[deadlines]]
id = "y"
awaits = "agree_report"
in_phase = "right_of_reply"
due = { unit = "days", count = -1 }
"#;

    #[test]
    fn every_fault_of_a_text_is_told_with_its_line() {
        let faults = Protocol::from_toml(BAD).unwrap_err().faults;
        let places: Vec<_> = faults
            .iter()
            .map(|fault| (fault.line, fault.place.as_str()))
            .collect();
        assert_eq!(
            places,
            [
                (Some(1), "id"),
                (Some(3), "typo"),
                (Some(8), "steps.close_cycle.guards[0]"),
                (Some(9), "steps.dance"),
                (Some(11), "sizes.coach"),
                (Some(16), "deadlines[0].due.unit"),
                (Some(21), "deadlines[1].due"),
            ]
        );
    }

    #[test]
    fn a_fault_reads_with_its_line_and_its_place_as_far_as_they_are_known() {
        let told = |line, place: &str| {
            let (place, what) = (place.to_owned(), "it is wrong".to_owned());
            TextFault { place, line, what }.to_string()
        };
        assert_eq!(told(Some(3), "steps"), "line 3: steps: it is wrong");
        assert_eq!(told(None, "steps"), "steps: it is wrong");
        assert_eq!(told(Some(3), ""), "line 3: it is wrong");
    }

    #[test]
    fn names_that_could_stand_there_are_listed_while_they_are_few() {
        let of = |count| format!("unknown word, expected one of {}", vec!["`a`"; count].join(", "));
        assert_eq!(shortened(&of(12)), of(12));
        assert_eq!(shortened(&of(13)), "unknown word");
        assert_eq!(shortened("wrong type"), "wrong type");
    }

    #[test]
    fn what_a_protocol_cannot_do_without_hides_no_other_fault() {
        let text = "id = 3\nversion = \"one\"\nroles = 4\ntitle = 5\n";
        let faults = Protocol::from_toml(text).unwrap_err().faults;
        let mut places: Vec<_> = faults.iter().map(|it| (it.place.as_str(), it.line)).collect();
        places.sort_unstable();
        let expected = [
            ("id", Some(1)),
            ("roles", Some(3)),
            ("title", Some(4)),
            ("version", Some(2)),
        ];
        assert_eq!(places, expected);
    }

    #[test]
    fn every_field_that_is_missing_is_told_beside_those_that_cannot_be_read() {
        let told = |text: &str| {
            let faults = Protocol::from_toml(text).unwrap_err().faults;
            faults.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let missing = |field: &str| format!("missing field `{field}`");
        assert_eq!(told(""), ["id", "version", "roles"].map(missing));
        assert_eq!(told("version = 1"), ["id", "roles"].map(missing));
        assert_eq!(told("id = \"a\""), ["version", "roles"].map(missing));
        assert_eq!(told("id = \"a\"\nversion = 1"), [missing("roles")]);
        let beside = told("id = 3\nversion = \"one\"\ntasks = [{}]");
        assert_eq!(beside.len(), 4, "{beside:#?}");
        assert_eq!(beside[0], missing("roles"));
        assert!(beside[1].starts_with("line 1: id: ") && beside[2].starts_with("line 2: version: "));
        assert_eq!(beside[3], "line 3: tasks[0]: missing field `code`");
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        let faults = Protocol::from_toml("id = \"a\"\nversion = = 1\n")
            .unwrap_err()
            .faults;
        assert_eq!((faults.len(), faults[0].line), (1, Some(2)));
        assert!(Protocol::from_json("{").is_err() && Protocol::from_json("[]").is_err());
    }
}
