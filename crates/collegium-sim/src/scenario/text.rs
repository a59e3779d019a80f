//! A scenario as text.

use super::Scenario;

/// Text that is no scenario, study or table of figures.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{what}", .line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct NotAScenario {
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl NotAScenario {
    /// What TOML says, with the line.
    pub(crate) fn of(text: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| text.get(..span.start));
        Self {
            line: before.map(|before| before.matches('\n').count() + 1),
            what: error.message().to_owned(),
        }
    }
}

impl Scenario {
    /// Reads a scenario from TOML. Whether it can be run is asked by [`Scenario::check`].
    ///
    /// # Errors
    /// [`NotAScenario`] with the line and the first fault of form.
    pub fn from_toml(text: &str) -> Result<Self, NotAScenario> {
        toml::from_str(text).map_err(|error| NotAScenario::of(text, &error))
    }

    /// The shape of a scenario as JSON Schema, with the break at its end. What it says of a file holds for its
    /// TOML as for the same in JSON.
    #[cfg(feature = "schema")]
    pub fn json_schema() -> String {
        let mut schema = schemars::schema_for!(Self);
        schema.insert("$id".to_owned(), "urn:collegium:schema:scenario".into());
        format!("{:#}\n", schema.to_value())
    }

    /// The scenario as TOML.
    ///
    /// # Errors
    /// Where a value cannot be written; no scenario that was read has one.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }
}
