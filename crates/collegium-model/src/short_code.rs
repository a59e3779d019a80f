//! Short codes that a protocol makes up for its own tasks, approvals and outcomes. They are kept in place,
//! so that they can name a machine of a cycle without an allocation.

use crate::{
    code::{NotACode, Text},
    inline::Inline,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{cmp::Ordering, fmt, str::FromStr};

/// The most letters of a short code.
pub const MOST: usize = 47;

/// Text that is no short code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAShortCode {
    /// It has not the form of a code.
    #[error(transparent)]
    Form(#[from] NotACode),
    /// It is too long.
    #[error("a short code has at most {MOST} letters; {found:?} has {}", found.len())]
    TooLong {
        /// The text as it was found.
        found: String,
    },
}

fn short(text: &str) -> Result<Inline<MOST>, NotAShortCode> {
    crate::code::check(text)?;
    Inline::new(text).ok_or_else(|| NotAShortCode::TooLong {
        found: text.to_owned(),
    })
}

macro_rules! short_codes {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(Inline<MOST>);

        impl $name {
            /// Checks the form of `text`: a code of at most [`MOST`] letters.
            pub fn new(text: &str) -> Result<Self, NotAShortCode> { short(text).map(Self) }

            /// The code as text.
            pub fn as_str(&self) -> &str { self.0.as_str() }

            /// The code as a label: its words apart, the first with a capital.
            pub fn label(&self) -> String { crate::code::label(self.as_str()) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.as_str().fmt(f) }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering { self.0.bytes().cmp(other.0.bytes()) }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> { Some(self.cmp(other)) }
        }

        impl FromStr for $name {
            type Err = NotAShortCode;

            fn from_str(text: &str) -> Result<Self, NotAShortCode> { Self::new(text) }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": concat!($($doc),*).trim(),
                    "type": "string",
                    "pattern": crate::code::PATTERN,
                    "maxLength": MOST,
                })
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
    )*};
}

short_codes! {
    /// A task that a protocol asks for, such as `confirm_eligibility`.
    TaskCode;
    /// A milestone of a protocol, such as `matching_complete`.
    MilestoneCode;
    /// A kind of approval: a decision that a protocol asks for, such as `initial_diagnosis`.
    ApprovalKind;
    /// What a task or an approval came to, such as `match`.
    OutcomeCode;
    /// A fact that the embedder's own rules establish, such as `grant_signed`.
    FactName;
    /// A kind of evidence, such as `assessment_data`.
    EvidenceKind;
    /// A part of due diligence, such as `school_improvement`.
    PartCode;
    /// A level of pressure on a school, such as `monitored`.
    PressureCode;
    /// A category of monitoring, such as `causing_concern`.
    CategoryCode;
    /// A baseline expectation of the first weeks of support.
    ExpectationCode;
    /// A kind of work within a deployment, such as `teaching`.
    ActivityCode;
    /// What a person holds that shows they can be deployed.
    AccreditationCode;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_and_length_are_checked() {
        assert_eq!(TaskCode::new("arrange_visit").unwrap().as_str(), "arrange_visit");
        assert!(TaskCode::new(&"a".repeat(MOST)).is_ok());
        for text in ["", "Visit", "é", &"a".repeat(MOST + 1), &"a".repeat(300)] {
            assert!(TaskCode::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn order_is_that_of_the_text() {
        let codes = ["b", "a", "ab", "a_b"].map(|text| TaskCode::new(text).unwrap());
        let mut sorted = codes.to_vec();
        sorted.sort();
        let sorted: Vec<_> = sorted.iter().map(TaskCode::as_str).collect();
        assert_eq!(sorted, ["a", "a_b", "ab", "b"]);
    }

    #[test]
    fn travels_as_text() {
        let json = serde_json::to_string(&OutcomeCode::new("match").unwrap()).unwrap();
        assert_eq!(json, "\"match\"");
        assert!(serde_json::from_str::<OutcomeCode>("\"No Match\"").is_err());
    }
}
