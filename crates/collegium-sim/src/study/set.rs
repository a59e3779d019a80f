//! Setting one field of a scenario to another value.

use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use toml::Value;

/// A field and what it is set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// The path of the field, such as `capacity.ratio` or `schools[0].count`.
    pub field: String,
    /// The value: of a number with a unit, the number alone.
    pub value: Value,
}

/// A setting that a scenario cannot take.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SetFault {
    /// There is no such field.
    #[error("the scenario has no field {field:?}")]
    NoField {
        /// The path as it was found.
        field: String,
    },
    /// The field cannot have that value.
    #[error("{field} cannot be {value}: {why}")]
    NoValue {
        /// The path.
        field: String,
        /// The value.
        value: String,
        /// Why.
        why: String,
    },
}

impl Scenario {
    /// The scenario with some fields set to other values.
    ///
    /// # Errors
    /// Every [`SetFault`].
    pub fn with(&self, settings: &[Setting]) -> Result<Self, Vec<SetFault>> {
        let mut faults = Vec::new();
        let mut made = self.clone();
        for Setting { field, value } in settings {
            match made.with_one(field, value) {
                Ok(changed) => made = changed,
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(made) } else { Err(faults) }
    }

    fn with_one(&self, field: &str, value: &Value) -> Result<Self, SetFault> {
        let no_value = |why: String| SetFault::NoValue {
            field: field.to_owned(),
            value: value.to_string(),
            why,
        };
        let mut whole = Value::try_from(self).map_err(|error| no_value(error.to_string()))?;
        let found = field
            .split(['.', '['])
            .try_fold(&mut whole, |at, step| inside(at, step));
        let Some(found) = found else {
            return Err(SetFault::NoField {
                field: field.to_owned(),
            });
        };
        let found = match found {
            Value::Table(table) if table.contains_key("value") => table.get_mut("value"),
            other => Some(other),
        };
        if let Some(found) = found {
            *found = match (&*found, value) {
                #[expect(clippy::cast_precision_loss, reason = "as TOML itself would write it")]
                (Value::Float(_), Value::Integer(number)) => Value::Float(*number as f64),
                _ => value.clone(),
            };
        }
        whole
            .try_into()
            .map_err(|error: toml::de::Error| no_value(error.message().to_owned()))
    }
}

/// The value inside a table or list that a step of a path names.
fn inside<'a>(at: &'a mut Value, step: &str) -> Option<&'a mut Value> {
    match at {
        Value::Table(table) => table.get_mut(step),
        Value::Array(list) => list.get_mut(step.trim_end_matches(']').parse::<usize>().ok()?),
        _ => None,
    }
}
