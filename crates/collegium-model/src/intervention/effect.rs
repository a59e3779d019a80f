//! Months of additional progress, and the effect sizes that they stand for.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The largest effect size, in hundredths, that is read as each number of months, from none to twelve.
///
/// Source: the published table of months of progress; it ends at 1.00.
const MOST: [i8; 13] = [1, 9, 18, 26, 35, 44, 52, 61, 69, 78, 87, 95, 100];

/// Additional progress in whole months over a school year, -12 to 12; below none where pupils progress
/// less than others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "i8", into = "i8")]
pub struct Months(i8);

/// A standardised mean difference in hundredths, -100 to 100: 35 is an effect size of 0.35.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "i8", into = "i8")]
pub struct EffectSize(i8);

/// A number that the table of months and effect sizes does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OffTable {
    /// More than a year of months, either way.
    #[error("months of progress lie between -12 and 12; found {0}")]
    Months(i8),
    /// An effect size above 1, either way.
    #[error("an effect size lies between -100 and 100 hundredths; found {0}")]
    EffectSize(i8),
}

impl Months {
    /// Checks that the table holds so many months.
    pub const fn new(months: i8) -> Result<Self, OffTable> {
        match months {
            -12..=12 => Ok(Self(months)),
            _ => Err(OffTable::Months(months)),
        }
    }

    /// The number of months.
    pub const fn get(self) -> i8 {
        self.0
    }

    /// The least and the greatest effect size that are read as so many months.
    ///
    /// The table has no rows below none. That it holds there with its signs turned is an assumption, so
    /// that none is -0.01 to 0.01.
    pub fn effect_sizes(self) -> (EffectSize, EffectSize) {
        let months = usize::from(self.0.unsigned_abs());
        let most = MOST.get(months).copied().unwrap_or(100);
        let least = match months.checked_sub(1).and_then(|fewer| MOST.get(fewer)) {
            Some(below) => below + 1,
            None => -most,
        };
        if self.0 < 0 {
            (EffectSize(-most), EffectSize(-least))
        } else {
            (EffectSize(least), EffectSize(most))
        }
    }
}

impl EffectSize {
    /// Checks that the table holds the effect size, given in hundredths.
    pub const fn new(hundredths: i8) -> Result<Self, OffTable> {
        match hundredths {
            -100..=100 => Ok(Self(hundredths)),
            _ => Err(OffTable::EffectSize(hundredths)),
        }
    }

    /// The effect size in hundredths.
    pub const fn hundredths(self) -> i8 {
        self.0
    }

    /// The months of progress that the table reads it as; below none with its signs turned (see
    /// [`Months::effect_sizes`]).
    pub fn months(self) -> Months {
        let months = (0_i8..).zip(MOST).find(|(_, most)| self.0.abs() <= *most);
        Months(months.map_or(12, |(months, _)| months) * self.0.signum())
    }
}

impl TryFrom<i8> for Months {
    type Error = OffTable;

    fn try_from(months: i8) -> Result<Self, OffTable> {
        Self::new(months)
    }
}

impl From<Months> for i8 {
    fn from(months: Months) -> Self {
        months.0
    }
}

impl TryFrom<i8> for EffectSize {
    type Error = OffTable;

    fn try_from(hundredths: i8) -> Result<Self, OffTable> {
        Self::new(hundredths)
    }
}

impl From<EffectSize> for i8 {
    fn from(effect: EffectSize) -> Self {
        effect.0
    }
}

impl fmt::Display for Months {
    /// The sign is always said, as in "+4 months".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 > 0 { "+" } else { "" };
        write!(
            f,
            "{sign}{} month{}",
            self.0,
            if self.0.abs() == 1 { "" } else { "s" }
        )
    }
}

impl fmt::Display for EffectSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as printed: months, the least and the greatest effect size.
    const PRINTED: [(i8, i8, i8); 13] = [
        (0, 0, 1),
        (1, 2, 9),
        (2, 10, 18),
        (3, 19, 26),
        (4, 27, 35),
        (5, 36, 44),
        (6, 45, 52),
        (7, 53, 61),
        (8, 62, 69),
        (9, 70, 78),
        (10, 79, 87),
        (11, 88, 95),
        (12, 96, 100),
    ];

    fn months(hundredths: i8) -> i8 {
        EffectSize::new(hundredths).unwrap().months().get()
    }

    #[test]
    fn h1_every_effect_size_reads_as_its_months() {
        for (expected, least, most) in PRINTED {
            for hundredths in least..=most {
                assert_eq!(months(hundredths), expected, "{hundredths}");
                assert_eq!(months(-hundredths), -expected, "-{hundredths}");
            }
        }
        let sizes: i32 = PRINTED
            .iter()
            .map(|(_, least, most)| i32::from(most - least) + 1)
            .sum();
        assert_eq!(sizes, 101, "the table leaves no gap");
    }

    #[test]
    fn h1_months_and_effect_sizes_are_each_others_inverse() {
        for months in -12..=12 {
            let months = Months::new(months).unwrap();
            let (least, most) = months.effect_sizes();
            assert!(least <= most);
            assert_eq!((least.months(), most.months()), (months, months));
            for outside in [least.hundredths() - 1, most.hundredths() + 1] {
                let outside = EffectSize::new(outside).map(EffectSize::months);
                assert_ne!(outside, Ok(months), "{months}");
            }
        }
        let (least, most) = Months::new(4).unwrap().effect_sizes();
        assert_eq!(
            (least.to_string(), most.to_string()),
            ("0.27".into(), "0.35".into())
        );
    }

    #[test]
    fn the_table_has_ends() {
        for far in [-128, -101, 101, 127] {
            assert_eq!(EffectSize::new(far), Err(OffTable::EffectSize(far)));
        }
        for far in [-128, -13, 13, 127] {
            assert_eq!(Months::new(far), Err(OffTable::Months(far)));
        }
        assert!(serde_json::from_str::<Months>("13").is_err());
        assert!(serde_json::from_str::<EffectSize>("101").is_err());
        assert!(serde_json::from_str::<Months>("4.5").is_err());
    }

    #[test]
    fn both_read_as_people_say_them() {
        let said = |months| Months::new(months).unwrap().to_string();
        assert_eq!(
            [said(4), said(1), said(0), said(-1)],
            ["+4 months", "+1 month", "0 months", "-1 month"]
        );
        let said = |hundredths| EffectSize::new(hundredths).unwrap().to_string();
        assert_eq!([said(100), said(2), said(-35)], ["1.00", "0.02", "-0.35"]);
    }
}
