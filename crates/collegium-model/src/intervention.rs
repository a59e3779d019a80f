//! A catalogue of interventions: what evidence there is for what a kind of help does for pupils.
//!
//! It weighs options against each other; it promises nothing to a school. An effect is what studies found
//! elsewhere on average, and no evidence carries no weight.

mod catalogue;
mod effect;

pub use catalogue::{Catalogue, CatalogueFault, CatalogueInterventions, InvalidCatalogue};
pub use effect::{EffectSize, Months, OffTable};

use crate::code::InterventionCode;
use serde::{Deserialize, Serialize};

/// One kind of help for pupils, with what is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// Its code; stays when the label changes.
    pub code: InterventionCode,
    /// What people call it, where the code's words will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The additional progress found; none where there is no evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Months>,
    /// What it costs.
    pub cost: CostBand,
    /// How much the effect can be relied on.
    pub evidence: EvidenceStrength,
    /// Where the effect was read, such as a DOI or an address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Which edition of the source.
    pub version: u32,
}

impl Intervention {
    /// The label where there is one, the code's words otherwise.
    pub fn title(&self) -> String {
        self.label.clone().unwrap_or_else(|| self.code.label())
    }

    /// How much it counts for in an optimiser: months of progress times strength of evidence, 0 to 60.
    ///
    /// No evidence, no weight; nor has an effect of none or less any, as nothing is gained by it. That
    /// the weight grows with both alike is an assumption: no study tells how many months on limited
    /// evidence one month on extensive evidence is worth.
    pub fn weight(&self) -> u32 {
        let months = self.effect.map_or(0, Months::get);
        u32::try_from(months).unwrap_or(0) * u32::from(self.evidence.rank())
    }
}

/// What an intervention costs, against others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CostBand {
    /// Next to nothing.
    #[serde(rename = "very_low")]
    VeryLow,
    /// Less than most.
    #[serde(rename = "low")]
    Low,
    /// As most.
    #[serde(rename = "moderate")]
    Moderate,
    /// More than most.
    #[serde(rename = "high")]
    High,
    /// Far more than most.
    #[serde(rename = "very_high")]
    VeryHigh,
}

impl CostBand {
    /// Every band, the cheapest first.
    pub const ALL: [Self; 5] = [
        Self::VeryLow,
        Self::Low,
        Self::Moderate,
        Self::High,
        Self::VeryHigh,
    ];

    /// Its rank from 1, very low, to 5, very high.
    pub const fn rank(self) -> u8 {
        match self {
            Self::VeryLow => 1,
            Self::Low => 2,
            Self::Moderate => 3,
            Self::High => 4,
            Self::VeryHigh => 5,
        }
    }

    /// The band as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::VeryLow => "Very low",
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        }
    }
}

/// How much an effect can be relied on: the number and the quality of the studies behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EvidenceStrength {
    /// No study, or none that says anything about an effect.
    #[serde(rename = "none")]
    None,
    /// A few studies, or weak ones.
    #[serde(rename = "very_limited")]
    VeryLimited,
    /// Some studies; the effect may well turn out different.
    #[serde(rename = "limited")]
    Limited,
    /// A fair number of studies.
    #[serde(rename = "moderate")]
    Moderate,
    /// Many sound studies.
    #[serde(rename = "considerable")]
    Considerable,
    /// Many sound studies that agree.
    #[serde(rename = "extensive")]
    Extensive,
}

impl EvidenceStrength {
    /// Every strength, the weakest first.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::VeryLimited,
        Self::Limited,
        Self::Moderate,
        Self::Considerable,
        Self::Extensive,
    ];

    /// Its rank from 0, none, to 5, extensive.
    pub const fn rank(self) -> u8 {
        match self {
            Self::None => 0,
            Self::VeryLimited => 1,
            Self::Limited => 2,
            Self::Moderate => 3,
            Self::Considerable => 4,
            Self::Extensive => 5,
        }
    }

    /// The strength as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "No evidence",
            Self::VeryLimited => "Very limited",
            Self::Limited => "Limited",
            Self::Moderate => "Moderate",
            Self::Considerable => "Considerable",
            Self::Extensive => "Extensive",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intervention(months: Option<i8>, evidence: EvidenceStrength) -> Intervention {
        Intervention {
            code: InterventionCode::new("small_group_tuition").unwrap(),
            label: None,
            effect: months.map(|months| Months::new(months).unwrap()),
            cost: CostBand::Low,
            evidence,
            source: "doi:10.0000/made-up".to_owned(),
            version: 1,
        }
    }

    #[test]
    fn h1_no_evidence_no_weight() {
        assert_eq!(intervention(Some(12), EvidenceStrength::None).weight(), 0);
        assert_eq!(intervention(None, EvidenceStrength::Extensive).weight(), 0);
        assert_eq!(intervention(Some(0), EvidenceStrength::Extensive).weight(), 0);
        assert_eq!(intervention(Some(-2), EvidenceStrength::Extensive).weight(), 0);
    }

    #[test]
    fn h1_weight_grows_with_months_and_with_strength() {
        assert_eq!(intervention(Some(4), EvidenceStrength::VeryLimited).weight(), 4);
        assert_eq!(intervention(Some(4), EvidenceStrength::Moderate).weight(), 12);
        assert_eq!(intervention(Some(5), EvidenceStrength::Moderate).weight(), 15);
        assert_eq!(intervention(Some(12), EvidenceStrength::Extensive).weight(), 60);
    }

    #[test]
    fn scales_are_in_order_and_their_codes_are_stable() {
        assert!(CostBand::ALL.is_sorted_by_key(|band| band.rank()) && CostBand::ALL.is_sorted());
        assert!(EvidenceStrength::ALL.is_sorted_by_key(|strength| strength.rank()));
        assert!(EvidenceStrength::ALL.is_sorted());
        assert_eq!(
            serde_json::to_string(&CostBand::ALL).unwrap(),
            r#"["very_low","low","moderate","high","very_high"]"#
        );
        assert_eq!(
            serde_json::to_string(&EvidenceStrength::ALL).unwrap(),
            r#"["none","very_limited","limited","moderate","considerable","extensive"]"#
        );
    }

    #[test]
    fn an_intervention_travels() {
        let one = intervention(Some(4), EvidenceStrength::Moderate);
        let json = serde_json::to_string(&one).unwrap();
        assert_eq!(
            json,
            r#"{"code":"small_group_tuition","effect":4,"cost":"low","evidence":"moderate","source":"doi:10.0000/made-up","version":1}"#
        );
        assert_eq!(serde_json::from_str::<Intervention>(&json).unwrap(), one);
        assert!(
            serde_json::from_str::<Intervention>(&json.replace(r#""effect":4"#, r#""effect":13"#)).is_err()
        );
        assert!(serde_json::from_str::<Intervention>(&json.replace('{', r#"{"price":1,"#)).is_err());
        assert_eq!(one.title(), "Small group tuition");
    }
}
