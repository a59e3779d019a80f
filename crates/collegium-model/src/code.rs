//! Codes whose vocabulary is data: the sector renames its roles and areas every few years, so they are
//! checked for form here and for meaning by the protocol that lists them.

use crate::inline::Inline;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{borrow::Cow, cmp::Ordering, fmt, ops::Deref, str::FromStr, sync::Arc};

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

/// Text that is looked at where it stands, without a copy where the format allows it.
#[derive(Deserialize)]
pub(crate) struct Text<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

/// How many letters of a code are kept in place: most codes have fewer.
const IN_PLACE: usize = 22;

/// The text of a code: where it is short in place, otherwise shared. Equal texts are kept in the same way.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Kept {
    InPlace(Inline<IN_PLACE>),
    Shared(Arc<str>),
}

impl Kept {
    fn new(text: &str) -> Result<Self, NotACode> {
        check(text)?;
        Ok(Inline::new(text).map_or_else(|| Self::Shared(text.into()), Self::InPlace))
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::InPlace(text) => text.bytes(),
            Self::Shared(text) => text.as_bytes(),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Self::InPlace(text) => text.as_str(),
            Self::Shared(text) => text,
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = PATTERN)))]
        pub struct $name(Kept);

        impl $name {
            /// Checks the form of `text`.
            pub fn new(text: &str) -> Result<Self, NotACode> { Kept::new(text).map(Self) }

            /// The code as text.
            pub fn as_str(&self) -> &str { self.0.as_str() }

            /// The code as a label: its words apart, the first with a capital.
            pub fn label(&self) -> String { label(self.as_str()) }
        }

        impl FromStr for $name {
            type Err = NotACode;

            fn from_str(text: &str) -> Result<Self, NotACode> { Self::new(text) }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering { self.0.bytes().cmp(other.0.bytes()) }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> { Some(self.cmp(other)) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Text::deserialize(deserializer)?;
                Self::new(&text.0).map_err(serde::de::Error::custom)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.as_str().fmt(f) }
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
    /// A kind of partnership, such as `trust`, `alliance` or `local_authority`.
    PartnershipKind;
    /// A rule of a derivation or protocol, named so that reports can point to it.
    RuleId;
}

/// Roles in the order in which they are written. A copy shares the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "Vec<Role>"))]
pub struct Roles(Arc<[Role]>);

impl Deref for Roles {
    type Target = [Role];

    fn deref(&self) -> &[Role] {
        &self.0
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().collect())
    }
}

impl Extend<Role> for Roles {
    fn extend<I: IntoIterator<Item = Role>>(&mut self, roles: I) {
        *self = self.iter().cloned().chain(roles).collect();
    }
}

impl From<Vec<Role>> for Roles {
    fn from(roles: Vec<Role>) -> Self {
        Self(roles.into())
    }
}

impl<const N: usize> From<[Role; N]> for Roles {
    fn from(roles: [Role; N]) -> Self {
        Self(roles.into())
    }
}

impl From<&[Role]> for Roles {
    fn from(roles: &[Role]) -> Self {
        Self(roles.into())
    }
}

impl<'a> IntoIterator for &'a Roles {
    type Item = &'a Role;
    type IntoIter = std::slice::Iter<'a, Role>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Serialize for Roles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de> Deserialize<'de> for Roles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
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
    fn short_and_long_ones_are_in_the_order_of_their_texts() {
        let mut codes = [64, 23, 22, 21, 1].map(|length| Area::new(&"a".repeat(length)).unwrap());
        codes.sort();
        assert_eq!(
            codes.each_ref().map(|code| code.as_str().len()),
            [1, 21, 22, 23, 64]
        );
        assert!(
            codes
                .iter()
                .all(|code| *code == Area::new(code.as_str()).unwrap())
        );
        assert!(Area::new("b").unwrap() > codes[4], "not by length");
    }

    #[test]
    fn label_reads_as_words() {
        assert_eq!(
            Area::new("quality_of_education").unwrap().label(),
            "Quality of education"
        );
    }
}
