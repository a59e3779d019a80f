//! Vocabularies: lists of terms that are renamed and replaced, each under a version of its own.
//!
//! Two inspection systems do not say the same in other words: overall grades ended, and report cards
//! grade several areas. A term therefore travels with its vocabulary ([`TermRef`]), and reading it with
//! another is an error: a rule that reads one must say what it does with the other.

mod england;
mod fault;

pub use fault::{InvalidVocabulary, VocabularyFault};

use crate::code::{TermCode, VocabularyCode};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A version of a vocabulary, checked: terms in order, the worst first, no code twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "VocabularyTerms", into = "VocabularyTerms")]
pub struct Vocabulary(VocabularyTerms);

/// A vocabulary as it travels: what was given, before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VocabularyTerms {
    /// Which vocabulary.
    pub id: VocabularyCode,
    /// Which version of it.
    pub version: u32,
    /// Its terms, the worst first.
    pub terms: Vec<VocabularyTerm>,
}

/// One term of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VocabularyTerm {
    /// Its code; stays when the label changes.
    pub code: TermCode,
    /// The term as people read it.
    pub label: String,
}

/// A term with the vocabulary that gives it its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermRef {
    /// Which vocabulary.
    pub vocabulary: VocabularyCode,
    /// Which version of it.
    pub version: u32,
    /// Which of its terms.
    pub term: TermCode,
}

/// A term that a vocabulary cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnreadTerm {
    /// The term belongs to another vocabulary, or to another version of this one.
    #[error("{term} belongs to {of} version {of_version}, and was read with {with} version {with_version}")]
    OtherVocabulary {
        /// The term.
        term: TermCode,
        /// The vocabulary that it belongs to.
        of: VocabularyCode,
        /// The version that it belongs to.
        of_version: u32,
        /// The vocabulary that it was read with.
        with: VocabularyCode,
        /// The version that it was read with.
        with_version: u32,
    },
    /// The vocabulary has no such term.
    #[error("{with} version {with_version} has no term {term}")]
    Unknown {
        /// The term.
        term: TermCode,
        /// The vocabulary.
        with: VocabularyCode,
        /// Its version.
        with_version: u32,
    },
}

impl UnreadTerm {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::OtherVocabulary { .. } => "say what the rule does with terms of that vocabulary",
            Self::Unknown { .. } => "use a term of the vocabulary, or name the version that has it",
        }
    }
}

impl Vocabulary {
    /// Checks the terms given; reports every fault at once.
    pub fn new(given: VocabularyTerms) -> Result<Self, InvalidVocabulary> {
        let faults = fault::faults(&given.terms);
        if faults.is_empty() {
            Ok(Self(given))
        } else {
            Err(InvalidVocabulary { faults })
        }
    }

    /// Which vocabulary.
    pub fn id(&self) -> &VocabularyCode {
        &self.0.id
    }

    /// Which version of it.
    pub fn version(&self) -> u32 {
        self.0.version
    }

    /// Its terms, the worst first.
    pub fn terms(&self) -> &[VocabularyTerm] {
        &self.0.terms
    }

    /// The term of that code.
    ///
    /// # Errors
    /// [`UnreadTerm::Unknown`] where the vocabulary has none.
    pub fn term(&self, code: &TermCode) -> Result<&VocabularyTerm, UnreadTerm> {
        let found = self.terms().iter().find(|term| term.code == *code);
        found.ok_or_else(|| UnreadTerm::Unknown {
            term: code.clone(),
            with: self.id().clone(),
            with_version: self.version(),
        })
    }

    /// The term of that code, bound to this vocabulary.
    ///
    /// # Errors
    /// [`UnreadTerm::Unknown`] where the vocabulary has none.
    pub fn refer(&self, code: &TermCode) -> Result<TermRef, UnreadTerm> {
        let term = self.term(code)?;
        Ok(TermRef {
            vocabulary: self.id().clone(),
            version: self.version(),
            term: term.code.clone(),
        })
    }

    /// What a term that travelled with its vocabulary means in this one.
    ///
    /// # Errors
    /// [`UnreadTerm::OtherVocabulary`] where it belongs elsewhere, even if a term here bears the same
    /// code; [`UnreadTerm::Unknown`] where it claims to belong here and does not.
    pub fn read(&self, term: &TermRef) -> Result<&VocabularyTerm, UnreadTerm> {
        if term.vocabulary != *self.id() || term.version != self.version() {
            return Err(UnreadTerm::OtherVocabulary {
                term: term.term.clone(),
                of: term.vocabulary.clone(),
                of_version: term.version,
                with: self.id().clone(),
                with_version: self.version(),
            });
        }
        self.term(&term.term)
    }

    /// How one term stands to another: less is worse.
    ///
    /// # Errors
    /// As for [`read`](Self::read): terms of two vocabularies have no order.
    pub fn compare(&self, one: &TermRef, other: &TermRef) -> Result<Ordering, UnreadTerm> {
        let (one, other) = (self.read(one)?, self.read(other)?);
        let place = |of: &VocabularyTerm| self.terms().iter().position(|term| term.code == of.code);
        Ok(place(one).cmp(&place(other)))
    }
}

impl TryFrom<VocabularyTerms> for Vocabulary {
    type Error = InvalidVocabulary;

    fn try_from(given: VocabularyTerms) -> Result<Self, InvalidVocabulary> {
        Self::new(given)
    }
}

impl From<Vocabulary> for VocabularyTerms {
    fn from(vocabulary: Vocabulary) -> Self {
        vocabulary.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(code: &str, label: &str) -> VocabularyTerm {
        VocabularyTerm {
            code: TermCode::new(code).unwrap(),
            label: label.to_owned(),
        }
    }

    fn vocabulary(version: u32, terms: Vec<VocabularyTerm>) -> Result<Vocabulary, InvalidVocabulary> {
        let id = VocabularyCode::new("made_up").unwrap();
        Vocabulary::new(VocabularyTerms { id, version, terms })
    }

    fn grades(version: u32) -> Vocabulary {
        vocabulary(
            version,
            vec![term("poor", "Poor"), term("fair", "Fair"), term("fine", "Fine")],
        )
        .unwrap()
    }

    #[test]
    fn terms_stand_in_their_order_and_not_in_that_of_their_codes() {
        let grades = grades(1);
        let refer = |code| grades.refer(&TermCode::new(code).unwrap()).unwrap();
        assert_eq!(grades.compare(&refer("poor"), &refer("fair")), Ok(Ordering::Less));
        assert_eq!(
            grades.compare(&refer("fine"), &refer("fair")),
            Ok(Ordering::Greater)
        );
        assert_eq!(
            grades.compare(&refer("fine"), &refer("fine")),
            Ok(Ordering::Equal)
        );
        assert_eq!(grades.read(&refer("fair")).unwrap().label, "Fair");
    }

    #[test]
    fn a_term_of_another_version_is_not_read() {
        let (old, new) = (grades(1), grades(2));
        let fair = old.refer(&TermCode::new("fair").unwrap()).unwrap();
        let error = new.read(&fair).unwrap_err();
        assert!(matches!(
            error,
            UnreadTerm::OtherVocabulary {
                of_version: 1,
                with_version: 2,
                ..
            }
        ));
        assert_eq!(
            error.to_string(),
            "fair belongs to made_up version 1, and was read with made_up version 2"
        );
        assert!(new.compare(&fair, &fair).is_err());
        let splendid = TermRef {
            term: TermCode::new("splendid").unwrap(),
            ..fair
        };
        assert!(matches!(old.read(&splendid), Err(UnreadTerm::Unknown { .. })));
    }

    #[test]
    fn every_fault_of_a_vocabulary_is_told_at_once() {
        let error = vocabulary(
            1,
            vec![term("poor", " "), term("fine", "Fine"), term("fine", "Good")],
        )
        .unwrap_err();
        assert_eq!(error.faults.len(), 2, "{error}");
        assert_eq!(
            vocabulary(1, vec![]).unwrap_err().faults,
            [VocabularyFault::NoTerm]
        );
    }

    #[test]
    fn a_vocabulary_is_checked_on_its_way_in() {
        let json = serde_json::to_string(&grades(1)).unwrap();
        assert_eq!(
            json,
            r#"{"id":"made_up","version":1,"terms":[{"code":"poor","label":"Poor"},{"code":"fair","label":"Fair"},{"code":"fine","label":"Fine"}]}"#
        );
        assert_eq!(serde_json::from_str::<Vocabulary>(&json).unwrap(), grades(1));
        assert!(serde_json::from_str::<Vocabulary>(&json.replace("poor", "fine")).is_err());
        assert!(serde_json::from_str::<Vocabulary>(&json.replacen('{', r#"{"year":1,"#, 1)).is_err());
    }
}
