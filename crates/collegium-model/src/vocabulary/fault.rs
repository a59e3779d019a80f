//! What can be wrong with a vocabulary.

use super::VocabularyTerm;
use crate::code::TermCode;
use std::collections::BTreeMap;

/// What is wrong with a vocabulary. [`InvalidVocabulary`] carries all of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VocabularyFault {
    /// There is no term.
    #[error("a vocabulary needs at least one term")]
    NoTerm,
    /// A code stands for more than one term, so that its place in the order is unclear.
    #[error("{code} is listed {times} times")]
    DoubleCode {
        /// The code.
        code: TermCode,
        /// How often it is listed.
        times: usize,
    },
    /// People could not read the term.
    #[error("the label of {code} is blank")]
    BlankLabel {
        /// The term.
        code: TermCode,
    },
}

/// A vocabulary that cannot be: all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the vocabulary does not hold: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidVocabulary {
    /// Every fault: those of single terms in the order given, then codes that are listed twice.
    pub faults: Vec<VocabularyFault>,
}

/// All that is wrong with `terms`.
pub(super) fn faults(terms: &[VocabularyTerm]) -> Vec<VocabularyFault> {
    let mut faults = Vec::new();
    let mut listed: BTreeMap<&TermCode, usize> = BTreeMap::new();
    for VocabularyTerm { code, label } in terms {
        *listed.entry(code).or_default() += 1;
        if label.trim().is_empty() {
            faults.push(VocabularyFault::BlankLabel { code: code.clone() });
        }
    }
    let double = listed.into_iter().filter(|(_, times)| *times > 1);
    faults.extend(double.map(|(code, times)| VocabularyFault::DoubleCode {
        code: code.clone(),
        times,
    }));
    if terms.is_empty() {
        faults.push(VocabularyFault::NoTerm);
    }
    faults
}
