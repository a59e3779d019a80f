//! Codes whose vocabulary is data: the sector renames its roles and areas every few years, so they are
//! checked for form here and for meaning by the protocol that lists them.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, sync::Arc};

/// Text that is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code is 1 to 64 small letters, digits, `_` or `-`, and begins with a letter; found {found:?}")]
pub struct NotACode {
    /// The text as it was found.
    pub found: String,
}

/// The form of a code, as a regular expression.
#[cfg(feature = "schema")]
pub(crate) const PATTERN: &str = "^[a-z][a-z0-9_-]{0,63}$";

/// Checks the form of a code.
pub(crate) fn check(text: &str) -> Result<(), NotACode> {
    if is_code(text) {
        Ok(())
    } else {
        Err(NotACode {
            found: text.to_owned(),
        })
    }
}

fn is_code(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .next()
            .is_some_and(|first| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = PATTERN)))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks the form of `text`.
            pub fn new(text: &str) -> Result<Self, NotACode> { text.parse() }

            /// The code as text.
            pub fn as_str(&self) -> &str { &self.0 }

            /// The code as a label: its words apart, the first with a capital.
            pub fn label(&self) -> String { label(&self.0) }
        }

        impl FromStr for $name {
            type Err = NotACode;

            fn from_str(text: &str) -> Result<Self, NotACode> {
                check(text).map(|()| Self(text.into()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotACode;

            fn try_from(text: String) -> Result<Self, NotACode> { text.parse() }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self { code.0.as_ref().to_owned() }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )*};
}

codes! {
    /// What a need or an offer is about, such as `leadership` or `attendance`.
    Area;
    /// In what capacity a person acts, such as `host_head` or `commissioner`.
    Role;
    /// Why something was done, from the protocol's vocabulary; free text lives behind a `NoteRef`.
    ReasonCode;
    /// An intervention of a catalogue, such as `one_to_one_tuition`.
    InterventionCode;
    /// A catalogue of interventions.
    CatalogueCode;
    /// A vocabulary, such as a country's inspection grades.
    VocabularyCode;
    /// A term of a vocabulary, such as `good`.
    TermCode;
    /// Why days are protected from visits and requests, such as `exams` or `tests`.
    WindowCode;
    /// A rule of a derivation or protocol, named so that reports can point to it.
    RuleId;
}

pub(crate) fn label(code: &str) -> String {
    let mut label = code.replace(['_', '-'], " ");
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_is_checked() {
        assert!(Area::new("leadership").is_ok() && Role::new("host_head").is_ok());
        for text in ["", "Head", "1st", "a b", "é", &"a".repeat(65)] {
            assert!(Role::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn label_reads_as_words() {
        assert_eq!(
            Area::new("quality_of_education").unwrap().label(),
            "Quality of education"
        );
    }
}
