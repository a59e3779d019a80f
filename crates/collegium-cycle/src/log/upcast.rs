//! Old payloads are brought to the newest shape, one version at a time, wherever an event is read.
//!
//! Three laws hold, and are tested: a step never fails (what it cannot understand it leaves alone, and the
//! shape tells), the versions of a type have no gap, and the newest version is read as it stands.

use serde::de::DeserializeOwned;
use serde_json::{Value, json, value::RawValue};

/// An event whose payload does not have the shape of its type and version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code} (version {version}) cannot be read: {why}")]
pub struct Unreadable {
    /// The event's type.
    pub code: String,
    /// Its version.
    pub version: u16,
    /// What is wrong with it.
    pub why: String,
}

/// A step from one version of a type's payload to the next.
struct Step {
    code: &'static str,
    from: u16,
    up: fn(&mut Value),
}

/// Every step there ever was. A type that is not listed has had one shape only.
const STEPS: &[Step] = &[
    // Until version 2 a feedback conversation was two-way by definition.
    Step {
        code: "feedback_given",
        from: 1,
        up: |data| put(data, "ways", json!(["to_school", "to_team"])),
    },
    // Until version 2 only specialist and middle leaders were deployed.
    Step {
        code: "deployment_proposed",
        from: 1,
        up: |data| put(data, "kind", json!("specialist_leader")),
    },
];

fn put(data: &mut Value, field: &str, value: Value) {
    if let Value::Object(fields) = data {
        fields.entry(field).or_insert(value);
    }
}

/// The newest version of a type's payload, from 1.
pub fn newest(code: &str) -> u16 {
    STEPS
        .iter()
        .filter(|step| step.code == code)
        .map(|step| step.from.saturating_add(1))
        .max()
        .unwrap_or(1)
}

/// Reads a payload of any version up to the newest.
///
/// # Errors
/// [`Unreadable`] where the version is unknown or the payload has not its shape.
pub fn read<T: DeserializeOwned>(code: &str, version: u16, data: &RawValue) -> Result<T, Unreadable> {
    let unreadable = |why: String| Unreadable {
        code: code.to_owned(),
        version,
        why,
    };
    let newest = newest(code);
    if version == newest {
        return serde_json::from_str(data.get()).map_err(|error| unreadable(error.to_string()));
    }
    if version == 0 || version > newest {
        let known = match newest {
            1 => "this software knows version 1 of it".to_owned(),
            newest => format!("this software knows versions 1 to {newest} of it"),
        };
        return Err(unreadable(known));
    }
    let mut value: Value = serde_json::from_str(data.get()).map_err(|error| unreadable(error.to_string()))?;
    upcast(code, version, &mut value);
    serde_json::from_value(value).map_err(|error| unreadable(error.to_string()))
}

/// Brings a payload from `version` to the newest shape. Never fails; the newest stays as it is.
pub fn upcast(code: &str, version: u16, data: &mut Value) {
    for from in version..newest(code) {
        let steps = STEPS.iter().filter(|step| step.code == code && step.from == from);
        for step in steps {
            (step.up)(data);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::Event;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn raw(text: &str) -> Box<RawValue> {
        RawValue::from_string(text.to_owned()).unwrap()
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a-z_]{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("(kind|ways|review|[a-z]{1,5})", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn versions_have_no_gap_and_belong_to_known_types() {
        for code in Event::CODES {
            let from: BTreeSet<_> = STEPS
                .iter()
                .filter(|step| step.code == *code)
                .map(|step| step.from)
                .collect();
            let steps = STEPS.iter().filter(|step| step.code == *code).count();
            assert_eq!(from, (1..newest(code)).collect(), "{code}");
            assert_eq!(steps, from.len(), "{code}: two steps from one version");
        }
        assert!(STEPS.iter().all(|step| Event::CODES.contains(&step.code)));
    }

    #[test]
    fn an_old_payload_is_read_in_its_new_shape() {
        let review = "00000000-0000-0000-0000-000000000001";
        let old = raw(&format!(r#"{{"review":"{review}"}}"#));
        let new = raw(&format!(
            r#"{{"review":"{review}","ways":["to_school","to_team"]}}"#
        ));
        let read = |version, data| Event::read("feedback_given", version, data).unwrap();
        assert_eq!(read(1, &old).unwrap(), read(2, &new).unwrap());
        assert!(read(2, &old).is_err() && read(3, &new).is_err() && read(0, &old).is_err());
    }

    proptest! {
        #[test]
        fn steps_are_total_and_leave_the_newest_alone(value in any_json(), version in 0_u16..5) {
            for code in Event::CODES {
                let mut upcasted = value.clone();
                upcast(code, version, &mut upcasted);
                let mut newest_stays = value.clone();
                upcast(code, newest(code), &mut newest_stays);
                prop_assert_eq!(&newest_stays, &value);
                let _ = Event::read(code, version, &raw(&value.to_string()));
            }
        }
    }
}
