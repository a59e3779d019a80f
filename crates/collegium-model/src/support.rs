//! The kinds of help that one school can lend another.

use serde::{Deserialize, Serialize};
use std::fmt;

/// In what form support comes to a school: the kind of a deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SupportKind {
    /// A leader above a head of school, usually over several schools.
    #[serde(rename = "executive_leader")]
    ExecutiveLeader,
    /// An experienced leader in the head's own post.
    #[serde(rename = "substantive_head")]
    SubstantiveHead,
    /// A specialist or middle leader, who teaches, models and coaches.
    #[serde(rename = "specialist_leader")]
    SpecialistLeader,
    /// A coach, of whose sessions only dates and counts are known.
    #[serde(rename = "coach")]
    Coach,
    /// A programme of collaborative professional development and learning.
    #[serde(rename = "cpdl_programme")]
    CpdlProgramme,
    /// An intervention for the pupils who need it.
    #[serde(rename = "pupil_intervention")]
    PupilIntervention,
}

impl SupportKind {
    /// Every kind, those that lead the school first.
    pub const ALL: [Self; 6] = [
        Self::ExecutiveLeader,
        Self::SubstantiveHead,
        Self::SpecialistLeader,
        Self::Coach,
        Self::CpdlProgramme,
        Self::PupilIntervention,
    ];

    /// The kind in words, for screens and reports; the wire form stays when these change.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ExecutiveLeader => "Executive leader",
            Self::SubstantiveHead => "Substantive head",
            Self::SpecialistLeader => "Specialist or middle leader",
            Self::Coach => "Coach",
            Self::CpdlProgramme => "CPDL programme",
            Self::PupilIntervention => "Targeted pupil intervention",
        }
    }

    /// Whether who is deployed leads the school, so that appointing them is for its responsible body and
    /// their leaving opens a gap in its leadership.
    pub const fn leads_school(self) -> bool {
        matches!(self, Self::ExecutiveLeader | Self::SubstantiveHead)
    }
}

impl fmt::Display for SupportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn wire_codes_are_stable_and_apart_from_labels() {
        let codes = SupportKind::ALL.map(|kind| serde_json::to_string(&kind).unwrap());
        assert_eq!(
            codes.each_ref().map(String::as_str),
            [
                r#""executive_leader""#,
                r#""substantive_head""#,
                r#""specialist_leader""#,
                r#""coach""#,
                r#""cpdl_programme""#,
                r#""pupil_intervention""#,
            ]
        );
        for (kind, code) in SupportKind::ALL.iter().zip(&codes) {
            assert_eq!(serde_json::from_str::<SupportKind>(code).unwrap(), *kind);
        }
        assert!(serde_json::from_str::<SupportKind>(r#""head""#).is_err());
    }

    #[test]
    fn each_kind_has_its_own_label() {
        let labels: BTreeSet<_> = SupportKind::ALL.map(SupportKind::label).into_iter().collect();
        assert_eq!(labels.len(), SupportKind::ALL.len());
    }

    #[test]
    fn only_executive_leaders_and_heads_lead_a_school() {
        let leading: Vec<_> = SupportKind::ALL
            .into_iter()
            .filter(|kind| kind.leads_school())
            .collect();
        assert_eq!(
            leading,
            [SupportKind::ExecutiveLeader, SupportKind::SubstantiveHead]
        );
    }
}
