//! Why a figure is not there. A withheld figure is never a zero.

use serde::{Deserialize, Serialize};

/// Why a published table has no figure in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Withheld {
    /// The cell is blank.
    #[serde(rename = "blank")]
    Blank,
    /// `SUPP`, `c`: suppressed, because so few pupils could be recognised.
    #[serde(rename = "suppressed")]
    Suppressed,
    /// `NE`: no pupils entered, or none counted.
    #[serde(rename = "no_entries")]
    NoEntries,
    /// `NP`: not published.
    #[serde(rename = "not_published")]
    NotPublished,
    /// `LOWCOV`: too few pupils are covered.
    #[serde(rename = "low_coverage")]
    LowCoverage,
    /// `NA`, `z`: does not apply to this school.
    #[serde(rename = "not_applicable")]
    NotApplicable,
    /// `u`: too unreliable to publish.
    #[serde(rename = "unreliable")]
    Unreliable,
}

impl Withheld {
    /// The code as tables print it; letter case does not matter.
    pub fn from_register(text: &str) -> Option<Self> {
        const PRINTED: [(&str, Withheld); 9] = [
            ("", Withheld::Blank),
            ("SUPP", Withheld::Suppressed),
            ("c", Withheld::Suppressed),
            ("NE", Withheld::NoEntries),
            ("NP", Withheld::NotPublished),
            ("LOWCOV", Withheld::LowCoverage),
            ("NA", Withheld::NotApplicable),
            ("z", Withheld::NotApplicable),
            ("u", Withheld::Unreliable),
        ];
        let text = text.trim();
        PRINTED
            .into_iter()
            .find(|(code, _)| code.eq_ignore_ascii_case(text))
            .map(|(_, withheld)| withheld)
    }
}
