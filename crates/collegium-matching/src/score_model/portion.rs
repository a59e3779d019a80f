//! A part of a whole in plain counts, and what it is worth.

use crate::score::Score;
use serde::{Deserialize, Serialize};
use std::fmt;

/// So many of so many: never more than all, never of nothing.
///
/// Two portions that are the same share are worth the same, whatever they count: 40 of 40 pupils as much as
/// 1,400 of 1,400.
///
/// # Example
/// ```
/// # use collegium_matching::score_model::Portion;
/// assert_eq!(Portion::new(3, 4)?.to_string(), "3 of 4");
/// assert!(Portion::new(5, 4).is_err() && Portion::new(0, 0).is_err());
/// # Ok::<_, collegium_matching::score_model::NotAPortion>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(description = "So many of so many: never more than all, never of nothing.")
)]
#[serde(try_from = "Counts", into = "Counts")]
pub struct Portion {
    part: u32,
    of: u32,
}

/// A portion as it is written.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Counts {
    part: u32,
    of: u32,
}

/// Why two counts are no part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAPortion {
    /// The whole is nothing.
    #[error("{part} of 0 is no share")]
    OfNothing {
        /// The part.
        part: u32,
    },
    /// The part is more than the whole.
    #[error("{part} of {of} is more than all")]
    MoreThanAll {
        /// The part.
        part: u32,
        /// The whole.
        of: u32,
    },
}

impl NotAPortion {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::OfNothing { .. } => "leave the fact out where the whole is not known",
            Self::MoreThanAll { .. } => "count the part among the whole",
        }
    }
}

impl Portion {
    /// Checks that `part` is at most `of`, and `of` not zero.
    pub const fn new(part: u32, of: u32) -> Result<Self, NotAPortion> {
        if of == 0 {
            Err(NotAPortion::OfNothing { part })
        } else if part > of {
            Err(NotAPortion::MoreThanAll { part, of })
        } else {
            Ok(Self { part, of })
        }
    }

    /// How many.
    pub const fn part(self) -> u32 {
        self.part
    }

    /// Of how many.
    pub const fn of(self) -> u32 {
        self.of
    }
}

impl TryFrom<Counts> for Portion {
    type Error = NotAPortion;

    fn try_from(counts: Counts) -> Result<Self, NotAPortion> {
        Self::new(counts.part, counts.of)
    }
}

impl From<Portion> for Counts {
    fn from(portion: Portion) -> Self {
        let Portion { part, of } = portion;
        Self { part, of }
    }
}

impl fmt::Display for Portion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.part, self.of)
    }
}

/// `points` × `part` / `of`, cut to whole millionths towards zero; nothing of nothing is nothing.
///
/// The one place where the model rounds. `part` is at most `of` in magnitude, so the amount never exceeds the
/// points, and the product has 50 + 63 bits at most.
pub(super) fn share_of(points: Score, part: i64, of: i64) -> Score {
    let amount = (i128::from(points.micros()) * i128::from(part)).checked_div(i128::from(of));
    let micros = amount.and_then(|micros| i64::try_from(micros).ok());
    micros
        .and_then(|micros| Score::from_micros(micros).ok())
        .unwrap_or(Score::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(points: &str, part: i64, of: i64) -> String {
        share_of(points.parse().expect("a score"), part, of).to_string()
    }

    #[test]
    fn a_share_is_cut_towards_zero() {
        assert_eq!(share("1", 2, 3), "0.666666");
        assert_eq!(share("1", -2, 3), "-0.666666");
        assert_eq!(share("0.000001", 1, 2), "0");
        assert_eq!(share("40", 0, 0), "0");
    }

    #[test]
    fn a_share_keeps_to_the_largest_numbers() {
        let most = i64::from(u32::MAX) * i64::from(i16::MAX);
        assert_eq!(share("1000000000", most, most), "1000000000");
        assert_eq!(share("1000000000", -most, most), "-1000000000");
    }

    #[test]
    fn a_portion_is_read_as_it_is_checked() {
        let read = serde_json::from_str::<Portion>;
        assert_eq!(
            read(r#"{"part":1,"of":2}"#).expect("a portion"),
            Portion { part: 1, of: 2 }
        );
        for (text, why) in [
            (r#"{"part":3,"of":2}"#, "3 of 2 is more than all"),
            (r#"{"part":0,"of":0}"#, "0 of 0 is no share"),
        ] {
            assert!(read(text).expect_err(why).to_string().contains(why));
        }
    }
}
