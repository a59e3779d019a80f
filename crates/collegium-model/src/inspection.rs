//! Overall inspection grades, as given in England until September 2024.

use serde::{Deserialize, Serialize};

/// An overall grade. There is none for a school that was never graded, or not since grades ended:
/// that is an `Option` at `None`, and it does not mean a good school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum InspectionGrade {
    /// Grade 1.
    #[serde(rename = "outstanding")]
    Outstanding,
    /// Grade 2.
    #[serde(rename = "good")]
    Good,
    /// Grade 3.
    #[serde(rename = "requires_improvement")]
    RequiresImprovement,
    /// Grade 4, without saying which kind.
    #[serde(rename = "inadequate")]
    Inadequate,
    /// Grade 4 with serious weaknesses.
    #[serde(rename = "serious_weaknesses")]
    SeriousWeaknesses,
    /// Grade 4 under special measures.
    #[serde(rename = "special_measures")]
    SpecialMeasures,
}

impl InspectionGrade {
    /// The grade as registers print it; letter case and surrounding space do not matter.
    pub fn from_register(text: &str) -> Option<Self> {
        const PRINTED: [(&str, InspectionGrade); 6] = [
            ("outstanding", InspectionGrade::Outstanding),
            ("good", InspectionGrade::Good),
            ("requires improvement", InspectionGrade::RequiresImprovement),
            ("inadequate", InspectionGrade::Inadequate),
            ("serious weaknesses", InspectionGrade::SeriousWeaknesses),
            ("special measures", InspectionGrade::SpecialMeasures),
        ];
        PRINTED
            .into_iter()
            .find(|(printed, _)| printed.eq_ignore_ascii_case(text.trim()))
            .map(|(_, grade)| grade)
    }

    /// The grade as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Outstanding => "Outstanding",
            Self::Good => "Good",
            Self::RequiresImprovement => "Requires improvement",
            Self::Inadequate => "Inadequate",
            Self::SeriousWeaknesses => "Serious weaknesses",
            Self::SpecialMeasures => "Special measures",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_one_grade() {
        for text in [
            "Requires improvement",
            "Requires Improvement",
            " requires improvement ",
        ] {
            assert_eq!(
                InspectionGrade::from_register(text),
                Some(InspectionGrade::RequiresImprovement)
            );
        }
        assert_eq!(InspectionGrade::from_register(""), None);
        assert_eq!(InspectionGrade::from_register("Fine"), None);
    }
}
