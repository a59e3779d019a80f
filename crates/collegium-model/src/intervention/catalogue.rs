//! Interventions that hold together, under one version.

use super::{EvidenceStrength, Intervention};
use crate::code::{CatalogueCode, InterventionCode};
use serde::{Deserialize, Serialize};

/// A version of a catalogue, checked: no code twice, no effect without evidence.
///
/// A decision names the version that it was made with, so that it can be replayed when a later one
/// knows better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "CatalogueInterventions", into = "CatalogueInterventions")]
pub struct Catalogue(CatalogueInterventions);

/// A catalogue as it travels: what was given, before it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogueInterventions {
    /// Which catalogue.
    pub id: CatalogueCode,
    /// Which version of it.
    pub version: u32,
    /// Its interventions, in any order.
    pub interventions: Vec<Intervention>,
}

/// What is wrong with a catalogue. [`InvalidCatalogue`] carries all of them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueFault {
    /// A code stands for more than one intervention.
    #[error("{code} is listed {times} times")]
    DoubleCode {
        /// The code.
        code: InterventionCode,
        /// How often it is listed.
        times: usize,
    },
    /// An effect is claimed that nothing supports.
    #[error("{code} has an effect but no evidence for it")]
    EffectWithoutEvidence {
        /// The intervention.
        code: InterventionCode,
    },
    /// The evidence is rated, but what it is evidence for is not said.
    #[error("{code} has evidence but no effect")]
    EvidenceWithoutEffect {
        /// The intervention.
        code: InterventionCode,
    },
    /// Evidence is claimed that nobody can look up.
    #[error("{code} has evidence but no source")]
    NoSource {
        /// The intervention.
        code: InterventionCode,
    },
    /// A label is there but empty.
    #[error("the label of {code} is blank")]
    BlankLabel {
        /// The intervention.
        code: InterventionCode,
    },
}

impl CatalogueFault {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::DoubleCode { .. } => "keep one intervention under the code, or give the other its own",
            Self::EffectWithoutEvidence { .. } => "leave the effect out, or rate the evidence for it",
            Self::EvidenceWithoutEffect { .. } => "state the effect, 0 if none was found, or rate it `none`",
            Self::NoSource { .. } => "say where the effect was read, such as a DOI",
            Self::BlankLabel { .. } => "write a label, or leave it out",
        }
    }
}

/// A catalogue that cannot be: all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the catalogue does not hold: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidCatalogue {
    /// Every fault, in the order of the codes.
    pub faults: Vec<CatalogueFault>,
}

impl Catalogue {
    /// Checks the interventions given; reports every fault at once.
    pub fn new(mut given: CatalogueInterventions) -> Result<Self, InvalidCatalogue> {
        given
            .interventions
            .sort_by(|one, other| one.code.cmp(&other.code));
        let alike = given.interventions.chunk_by(|one, other| one.code == other.code);
        let faults: Vec<_> = alike.flat_map(faults).collect();
        if faults.is_empty() {
            Ok(Self(given))
        } else {
            Err(InvalidCatalogue { faults })
        }
    }

    /// Which catalogue.
    pub fn id(&self) -> &CatalogueCode {
        &self.0.id
    }

    /// Which version of it.
    pub fn version(&self) -> u32 {
        self.0.version
    }

    /// Its interventions, in the order of their codes.
    pub fn interventions(&self) -> &[Intervention] {
        &self.0.interventions
    }

    /// The intervention of that code, if the catalogue has it.
    pub fn intervention(&self, code: &InterventionCode) -> Option<&Intervention> {
        let interventions = self.interventions();
        let at = interventions
            .binary_search_by(|other| other.code.cmp(code))
            .ok()?;
        interventions.get(at)
    }
}

/// All that is wrong with interventions of one code.
fn faults(alike: &[Intervention]) -> Vec<CatalogueFault> {
    let mut faults = Vec::new();
    if let [one, _, ..] = alike {
        let (code, times) = (one.code.clone(), alike.len());
        faults.push(CatalogueFault::DoubleCode { code, times });
    }
    for one in alike {
        let code = || one.code.clone();
        if one.evidence == EvidenceStrength::None {
            if one.effect.is_some() {
                faults.push(CatalogueFault::EffectWithoutEvidence { code: code() });
            }
        } else {
            if one.effect.is_none() {
                faults.push(CatalogueFault::EvidenceWithoutEffect { code: code() });
            }
            if one.source.trim().is_empty() {
                faults.push(CatalogueFault::NoSource { code: code() });
            }
        }
        if one.label.as_ref().is_some_and(|label| label.trim().is_empty()) {
            faults.push(CatalogueFault::BlankLabel { code: code() });
        }
    }
    faults
}

impl TryFrom<CatalogueInterventions> for Catalogue {
    type Error = InvalidCatalogue;

    fn try_from(given: CatalogueInterventions) -> Result<Self, InvalidCatalogue> {
        Self::new(given)
    }
}

impl From<Catalogue> for CatalogueInterventions {
    fn from(catalogue: Catalogue) -> Self {
        catalogue.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intervention::{CostBand, Months};

    fn code(text: &str) -> InterventionCode {
        InterventionCode::new(text).unwrap()
    }

    fn intervention(text: &str) -> Intervention {
        Intervention {
            code: code(text),
            label: None,
            effect: Some(Months::new(4).unwrap()),
            cost: CostBand::Moderate,
            evidence: EvidenceStrength::Limited,
            source: "doi:10.0000/made-up".to_owned(),
            version: 2,
        }
    }

    fn unknown(text: &str) -> Intervention {
        Intervention {
            effect: None,
            evidence: EvidenceStrength::None,
            source: String::new(),
            ..intervention(text)
        }
    }

    fn catalogue(interventions: Vec<Intervention>) -> Result<Catalogue, InvalidCatalogue> {
        Catalogue::new(CatalogueInterventions {
            id: CatalogueCode::new("made_up").unwrap(),
            version: 3,
            interventions,
        })
    }

    #[test]
    fn h1_a_catalogue_finds_what_it_holds_in_whatever_order() {
        let one = catalogue(vec![
            intervention("tuition"),
            unknown("uniform"),
            intervention("feedback"),
        ])
        .unwrap();
        assert_eq!(one.intervention(&code("tuition")), Some(&intervention("tuition")));
        assert_eq!(
            one.intervention(&code("uniform")).map(Intervention::weight),
            Some(0)
        );
        assert_eq!(one.intervention(&code("tablets")), None);
        let other = catalogue(vec![
            unknown("uniform"),
            intervention("feedback"),
            intervention("tuition"),
        ]);
        assert_eq!(Ok(&one), other.as_ref());
        assert_eq!((one.id().as_str(), one.version()), ("made_up", 3));
        assert!(catalogue(vec![]).is_ok());
    }

    #[test]
    fn h1_every_fault_of_a_catalogue_is_told_at_once() {
        let claimed = Intervention {
            evidence: EvidenceStrength::None,
            ..intervention("claimed")
        };
        let unsaid = Intervention {
            effect: None,
            source: " ".to_owned(),
            label: Some(String::new()),
            ..intervention("unsaid")
        };
        let twice = intervention("twice");
        let error = catalogue(vec![unsaid, twice.clone(), claimed, twice.clone(), twice]).unwrap_err();
        assert_eq!(
            error.faults,
            [
                CatalogueFault::EffectWithoutEvidence {
                    code: code("claimed")
                },
                CatalogueFault::DoubleCode {
                    code: code("twice"),
                    times: 3
                },
                CatalogueFault::EvidenceWithoutEffect { code: code("unsaid") },
                CatalogueFault::NoSource { code: code("unsaid") },
                CatalogueFault::BlankLabel { code: code("unsaid") },
            ]
        );
        assert!(error.to_string().contains("twice is listed 3 times"), "{error}");
        assert!(error.faults.iter().all(|fault| !fault.help().is_empty()));
    }

    #[test]
    fn h1_a_catalogue_is_checked_on_its_way_in() {
        let one = catalogue(vec![intervention("tuition"), unknown("uniform")]).unwrap();
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!(serde_json::from_str::<Catalogue>(&json).unwrap(), one);
        assert!(serde_json::from_str::<Catalogue>(&json.replace("uniform", "tuition")).is_err());
        assert!(serde_json::from_str::<Catalogue>(&json.replace("limited", "none")).is_err());
        assert!(serde_json::from_str::<Catalogue>(&json.replacen('{', r#"{"year":2026,"#, 1)).is_err());
    }
}
