//! Quantities with their unit in the type.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A length in whole metres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Metres(pub u32);

impl fmt::Display for Metres {
    /// Kilometres with one decimal from a kilometre on, metres below.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 1000 {
            write!(f, "{} m", self.0)
        } else {
            let tenths = (u64::from(self.0) + 50) / 100;
            write!(f, "{}.{} km", tenths / 10, tenths % 10)
        }
    }
}

/// Working time in half-days: the unit in which help is lent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct HalfDays(pub u32);

impl HalfDays {
    /// The sum, or the largest number where it would not fit.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, or none of them where it would be negative.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} half-day{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

/// Whole deployments: how many a need asks for, how many a giver can have at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Units(pub u16);

impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A share in tenths of a percent, 0 to 1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u16", into = "u16")]
pub struct PerMille(u16);

/// A share above the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a share lies between 0 and 1000 per mille; found {0}")]
pub struct AboveWhole(pub u16);

impl PerMille {
    /// Checks that the share is at most the whole.
    pub const fn new(per_mille: u16) -> Result<Self, AboveWhole> {
        if per_mille <= 1000 {
            Ok(Self(per_mille))
        } else {
            Err(AboveWhole(per_mille))
        }
    }

    /// The share in tenths of a percent.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for PerMille {
    type Error = AboveWhole;

    fn try_from(per_mille: u16) -> Result<Self, AboveWhole> {
        Self::new(per_mille)
    }
}

impl From<PerMille> for u16 {
    fn from(share: PerMille) -> Self {
        share.0
    }
}

impl fmt::Display for PerMille {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} %", self.0 / 10, self.0 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_read_as_people_say_them() {
        assert_eq!(Metres(999).to_string(), "999 m");
        assert_eq!(Metres(1000).to_string(), "1.0 km");
        assert_eq!(Metres(12_349).to_string(), "12.3 km");
        assert_eq!(Metres(u32::MAX).to_string(), "4294967.3 km");
    }

    #[test]
    fn half_days_never_wrap() {
        assert_eq!(HalfDays(1).minus(HalfDays(2)), HalfDays(0));
        assert_eq!(HalfDays(u32::MAX).plus(HalfDays(1)), HalfDays(u32::MAX));
    }

    #[test]
    fn a_share_is_at_most_the_whole() {
        assert!(PerMille::new(1000).is_ok() && PerMille::new(1001).is_err());
        assert!(serde_json::from_str::<PerMille>("1001").is_err());
    }
}
