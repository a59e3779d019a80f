//! How far apart two schools are: a limit beyond which a pair is no candidate, and points that fall to none
//! there.

use super::portion::share_of;
use crate::score::Score;
pub use collegium_model::quantity::Metres;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A travel time in whole minutes, one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Minutes(pub u32);

/// A distance to the metre, so that none looks like a limit that it is beyond.
pub(crate) struct Exactly(pub(crate) Metres);

impl fmt::Display for Exactly {
    /// Kilometres from a kilometre on, metres below.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Metres(metres) = self.0;
        match (metres / 1000, metres % 1000) {
            (0, metres) => write!(f, "{metres} m"),
            (whole, 0) => write!(f, "{whole} km"),
            (whole, metres) => {
                let decimals = format!("{metres:03}");
                write!(f, "{whole}.{} km", decimals.trim_end_matches('0'))
            }
        }
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} minute{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

/// Points that fall in a straight line, from all of them next door to none at the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Falling<Q> {
    /// Beyond it a pair is no candidate; just there it still is one.
    pub limit: Q,
    /// Points for no way at all.
    pub points: Score,
}

/// Of `points`, what is left of them on a way that long, where none are left at the limit.
pub(super) fn falling(points: Score, found: u32, limit: u32) -> Score {
    share_of(points, limit.saturating_sub(found).into(), limit.into())
}

/// How far apart two schools are, as far as that is known; or how far apart they may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Apart {
    /// By distance.
    pub distance: Option<Metres>,
    /// By travel time.
    pub travel_time: Option<Minutes>,
}

impl Apart {
    /// Whether it keeps `limit`: whatever is known must, and where there is a limit something must be known.
    ///
    /// # Errors
    /// [`TooFar`] with every limit that it does not keep.
    pub fn within(self, limit: Self) -> Result<(), TooFar> {
        let mut reasons = Vec::new();
        let distance = self.distance.zip(limit.distance);
        if let Some((found, limit)) = distance.filter(|(found, limit)| found > limit) {
            reasons.push(Beyond::Distance { found, limit });
        }
        let travel_time = self.travel_time.zip(limit.travel_time);
        if let Some((found, limit)) = travel_time.filter(|(found, limit)| found > limit) {
            reasons.push(Beyond::TravelTime { found, limit });
        }
        if limit != Self::default() && distance.is_none() && travel_time.is_none() {
            reasons.push(Beyond::NotKnown);
        }
        if reasons.is_empty() {
            Ok(())
        } else {
            Err(TooFar { reasons })
        }
    }
}

/// Why a pair is no candidate: every limit that it is beyond, or none that it is known to be within.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{}", reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
#[serde(deny_unknown_fields)]
pub struct TooFar {
    /// Never empty where the model made it.
    pub reasons: Vec<Beyond>,
}

/// One limit that a pair does not keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", deny_unknown_fields)]
#[non_exhaustive]
pub enum Beyond {
    /// The two are too far apart.
    #[error("{} apart, farther than {}", Exactly(*found), Exactly(*limit))]
    #[serde(rename = "distance")]
    Distance {
        /// How far.
        found: Metres,
        /// How far is allowed.
        limit: Metres,
    },
    /// The way takes too long.
    #[error("{found} away, longer than {limit}")]
    #[serde(rename = "travel_time")]
    TravelTime {
        /// How long.
        found: Minutes,
        /// How long is allowed.
        limit: Minutes,
    },
    /// There is a limit, and nothing is known of the way.
    #[error("how far apart the two are is not known, and there is a limit")]
    #[serde(rename = "not_known")]
    NotKnown,
}

impl TooFar {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        if self.reasons.contains(&Beyond::NotKnown) {
            "find out how far apart the two are, or weigh them without a limit"
        } else {
            "choose a giver that is nearer, or agree on a wider limit"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_told_exactly() {
        let told =
            [0, 999, 1_000, 12_500, 50_001, u32::MAX].map(|metres| Exactly(Metres(metres)).to_string());
        assert_eq!(
            told,
            ["0 m", "999 m", "1 km", "12.5 km", "50.001 km", "4294967.295 km"]
        );
        assert_eq!(Minutes(1).to_string(), "1 minute");
        assert_eq!(Minutes(40).to_string(), "40 minutes");
    }
}
