//! A school, and who answers for it.

use crate::{id::SchoolId, place::Place, quantity::PerMille, urn::Urn};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A school as the engine knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct School {
    /// The id that survives conversions.
    pub id: SchoolId,
    /// What people call it by in files and reports: its URN, or a pseudonym.
    pub reference: SchoolReference,
    /// Its name; empty under a pseudonym. Names are not keys: dozens of schools can bear one.
    pub name: String,
    /// The stage of education it serves.
    pub education_phase: EducationPhase,
    /// Where it stands, if the register says so.
    pub place: Option<Place>,
    /// The local authority in whose area it stands.
    pub local_authority: String,
    /// Who answers for it in law, where the register says so.
    pub responsible_body: ResponsibleBody,
    /// Pupils on roll, where known.
    pub pupils: Option<u32>,
    /// Share of pupils eligible for free school meals, where known.
    pub free_school_meals: Option<PerMille>,
}

impl School {
    /// The name where there is one, the reference otherwise.
    pub fn title(&self) -> String {
        if self.name.is_empty() {
            self.reference.to_string()
        } else {
            self.name.clone()
        }
    }
}

/// What a school is called by where its id would say nothing to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "number", deny_unknown_fields)]
pub enum SchoolReference {
    /// Its number in the public register.
    #[serde(rename = "urn")]
    Urn(Urn),
    /// A number that says nothing about which school it is.
    #[serde(rename = "pseudonym")]
    Pseudonym(u32),
}

impl fmt::Display for SchoolReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Urn(urn) => urn.fmt(f),
            Self::Pseudonym(number) => write!(f, "S{number:05}"),
        }
    }
}

/// Text that is no school's reference.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{found:?} is no reference of a school: one is a URN of six digits, or S and a number of five digits or more"
)]
pub struct NotAReference {
    /// The text as it was found.
    pub found: String,
}

impl FromStr for SchoolReference {
    type Err = NotAReference;

    /// Reads what is displayed, and no other way to write it.
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let in_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let read = match text.strip_prefix('S') {
            Some(digits) if in_digits(digits) && (digits.len() == 5 || !digits.starts_with('0')) => digits
                .parse()
                .ok()
                .filter(|_| digits.len() >= 5)
                .map(Self::Pseudonym),
            None if text.len() == 6 => text.parse().ok().map(Self::Urn),
            _ => None,
        };
        read.ok_or_else(|| NotAReference {
            found: text.to_owned(),
        })
    }
}

/// The stage of education a school serves. (A *need* has a phase of its own; see the cycle.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum EducationPhase {
    /// Before compulsory school age.
    #[serde(rename = "nursery")]
    Nursery,
    /// Ages 4 to 11, middle schools deemed primary included.
    #[serde(rename = "primary")]
    Primary,
    /// Ages 11 to 16 or 18, middle schools deemed secondary included.
    #[serde(rename = "secondary")]
    Secondary,
    /// Both.
    #[serde(rename = "all_through")]
    AllThrough,
    /// After 16.
    #[serde(rename = "sixteen_plus")]
    SixteenPlus,
    /// The register gives none: special schools, pupil referral units, independent schools.
    #[serde(rename = "not_applicable")]
    NotApplicable,
}

impl EducationPhase {
    /// Every phase, in order of age.
    pub const ALL: [Self; 6] = [
        Self::Nursery,
        Self::Primary,
        Self::Secondary,
        Self::AllThrough,
        Self::SixteenPlus,
        Self::NotApplicable,
    ];

    /// The phase as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nursery => "Nursery",
            Self::Primary => "Primary",
            Self::Secondary => "Secondary",
            Self::AllThrough => "All-through",
            Self::SixteenPlus => "16 plus",
            Self::NotApplicable => "Special or other",
        }
    }
}

/// Who answers for a school in law.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", deny_unknown_fields)]
#[non_exhaustive]
pub enum ResponsibleBody {
    /// An academy trust.
    #[serde(rename = "trust")]
    Trust {
        /// Its code in the register.
        code: String,
        /// Its name; empty under a pseudonym.
        name: String,
    },
    /// A local authority.
    #[serde(rename = "local_authority")]
    LocalAuthority {
        /// Its name.
        name: String,
    },
    /// The register does not say. A blank trust does not mean a maintained school.
    #[serde(rename = "unknown")]
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_read_and_travel() {
        let urn = SchoolReference::Urn(Urn::new(900_017).unwrap());
        assert_eq!(urn.to_string(), "900017");
        assert_eq!(SchoolReference::Pseudonym(7).to_string(), "S00007");
        let json = serde_json::to_string(&urn).unwrap();
        assert_eq!(json, r#"{"kind":"urn","number":900017}"#);
        assert_eq!(serde_json::from_str::<SchoolReference>(&json).unwrap(), urn);
        assert!(serde_json::from_str::<SchoolReference>(r#"{"kind":"urn","number":7}"#).is_err());
    }

    #[test]
    fn only_what_is_displayed_reads_back() {
        let urns = [100_000, 999_999].map(|number| SchoolReference::Urn(Urn::new(number).unwrap()));
        let pseudonyms = [0, 7, 99_999, 100_000, u32::MAX].map(SchoolReference::Pseudonym);
        for reference in urns.into_iter().chain(pseudonyms) {
            assert_eq!(reference.to_string().parse(), Ok(reference));
        }
        for text in [
            "",
            "S",
            "S7",
            "S000007",
            "S4294967296",
            "s00007",
            "S+0007",
            "099999",
            "0100000",
            "+10000",
            "1000000",
            "10000é",
        ] {
            assert!(text.parse::<SchoolReference>().is_err(), "{text}");
        }
    }
}
