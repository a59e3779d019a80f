//! England's two ways of grading schools.

use super::{Vocabulary, VocabularyTerm, VocabularyTerms};
use crate::code::{TermCode, VocabularyCode};

impl Vocabulary {
    /// The overall grades of inspections in England, given until September 2024.
    pub fn england_overall_grades() -> Self {
        built_in(
            "england_overall_grades",
            &[
                ("inadequate", "Inadequate"),
                ("requires_improvement", "Requires improvement"),
                ("good", "Good"),
                ("outstanding", "Outstanding"),
            ],
        )
    }

    /// The five points on which report cards in England grade each of several areas, from November 2025.
    ///
    /// To be checked against what is published before it is shown as fact. There is no overall grade,
    /// and no point of this scale equals one of
    /// [`england_overall_grades`](Self::england_overall_grades).
    pub fn england_report_card() -> Self {
        built_in(
            "england_report_card",
            &[
                ("urgent_improvement", "Urgent improvement"),
                ("needs_attention", "Needs attention"),
                ("expected_standard", "Expected standard"),
                ("strong_standard", "Strong standard"),
                ("exceptional", "Exceptional"),
            ],
        )
    }
}

/// The first version of a vocabulary written above.
fn built_in(id: &str, terms: &[(&str, &str)]) -> Vocabulary {
    let term = |(code, label): &(&str, &str)| VocabularyTerm {
        code: TermCode::new(code).expect("the codes above are well formed"),
        label: (*label).to_owned(),
    };
    Vocabulary::new(VocabularyTerms {
        id: VocabularyCode::new(id).expect("the ids above are well formed"),
        version: 1,
        terms: terms.iter().map(term).collect(),
    })
    .expect("the terms above are labelled and listed once")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{inspection::InspectionGrade, vocabulary::UnreadTerm};

    fn codes(vocabulary: &Vocabulary) -> Vec<&str> {
        vocabulary.terms().iter().map(|term| term.code.as_str()).collect()
    }

    #[test]
    fn terms_stand_from_the_worst_to_the_best() {
        assert_eq!(
            codes(&Vocabulary::england_overall_grades()),
            ["inadequate", "requires_improvement", "good", "outstanding"]
        );
        assert_eq!(
            codes(&Vocabulary::england_report_card()),
            [
                "urgent_improvement",
                "needs_attention",
                "expected_standard",
                "strong_standard",
                "exceptional"
            ]
        );
    }

    #[test]
    fn one_scale_is_never_read_with_the_other() {
        let scales = [
            Vocabulary::england_overall_grades(),
            Vocabulary::england_report_card(),
        ];
        for (one, other) in [(&scales[0], &scales[1]), (&scales[1], &scales[0])] {
            for term in one.terms() {
                let term = one.refer(&term.code).unwrap();
                assert!(one.read(&term).is_ok());
                assert!(matches!(
                    other.read(&term),
                    Err(UnreadTerm::OtherVocabulary { .. })
                ));
                assert!(matches!(other.term(&term.term), Err(UnreadTerm::Unknown { .. })));
            }
        }
    }

    #[test]
    fn overall_grades_are_written_as_registers_read_them() {
        for term in Vocabulary::england_overall_grades().terms() {
            let grade = InspectionGrade::from_register(&term.label).unwrap();
            assert_eq!(
                serde_json::to_string(&grade).unwrap(),
                format!("\"{}\"", term.code)
            );
        }
    }
}
