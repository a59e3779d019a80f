//! Places on the British national grid.

use crate::quantity::Metres;
use serde::{Deserialize, Serialize};

/// A point on the national grid (OSGB36), in metres from its false origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "GridReference", into = "GridReference")]
pub struct Place {
    easting: u32,
    northing: u32,
}

/// A place as it travels: plain numbers, in metres, not yet checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GridReference {
    /// Metres east of the false origin.
    pub easting: u32,
    /// Metres north of the false origin.
    pub northing: u32,
}

/// A point outside the national grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the national grid reaches from 0 to {} m east and 0 to {} m north; found {easting}, {northing}",
    Place::EAST_EDGE,
    Place::NORTH_EDGE
)]
pub struct OffTheGrid {
    /// The easting that was found, in metres.
    pub easting: u32,
    /// The northing that was found, in metres.
    pub northing: u32,
}

impl Place {
    /// The eastern edge of the grid, in metres.
    pub const EAST_EDGE: u32 = 700_000;
    /// The northern edge of the grid, in metres.
    pub const NORTH_EDGE: u32 = 1_300_000;

    /// Checks that the point lies on the grid.
    pub const fn new(easting: Metres, northing: Metres) -> Result<Self, OffTheGrid> {
        let (easting, northing) = (easting.0, northing.0);
        if easting <= Self::EAST_EDGE && northing <= Self::NORTH_EDGE {
            Ok(Self { easting, northing })
        } else {
            Err(OffTheGrid { easting, northing })
        }
    }

    /// Distance east of the grid's false origin.
    pub const fn easting(self) -> Metres {
        Metres(self.easting)
    }

    /// Distance north of the grid's false origin.
    pub const fn northing(self) -> Metres {
        Metres(self.northing)
    }

    /// The straight line between two places, rounded down to a metre; exact in integers.
    pub fn distance(self, other: Self) -> Metres {
        let line = self.squared_distance(other).isqrt();
        Metres(u32::try_from(line).unwrap_or(u32::MAX))
    }

    /// Whether their distance is at most so much; a little faster than to ask for the distance.
    pub const fn is_within(self, other: Self, reach: Metres) -> bool {
        let beyond = reach.0 as u64 + 1;
        self.squared_distance(other) < beyond.saturating_mul(beyond)
    }

    /// The square of the straight line, in square metres.
    const fn squared_distance(self, other: Self) -> u64 {
        let east = self.easting.abs_diff(other.easting) as u64;
        let north = self.northing.abs_diff(other.northing) as u64;
        east * east + north * north
    }

    /// The nearest point whose coordinates are multiples of `grain`, so that a place no longer tells
    /// which school stands there. A grain of zero leaves the place as it is.
    #[must_use]
    pub fn snapped(self, grain: Metres) -> Self {
        let snap = |metres: u32, edge: u32| match grain.0 {
            0 => metres,
            grain => {
                let nearest =
                    (u64::from(metres) + u64::from(grain) / 2) / u64::from(grain) * u64::from(grain);
                let below = edge - edge % grain;
                u32::try_from(nearest).map_or(below, |nearest| nearest.min(below))
            }
        };
        Self {
            easting: snap(self.easting, Self::EAST_EDGE),
            northing: snap(self.northing, Self::NORTH_EDGE),
        }
    }
}

impl TryFrom<GridReference> for Place {
    type Error = OffTheGrid;

    fn try_from(point: GridReference) -> Result<Self, OffTheGrid> {
        Self::new(Metres(point.easting), Metres(point.northing))
    }
}

impl From<Place> for GridReference {
    fn from(place: Place) -> Self {
        Self {
            easting: place.easting,
            northing: place.northing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(easting: u32, northing: u32) -> Place {
        Place::new(Metres(easting), Metres(northing)).unwrap()
    }

    #[test]
    fn distance_is_pythagoras() {
        assert_eq!(place(0, 0).distance(place(3000, 4000)), Metres(5000));
        assert_eq!(place(5, 5).distance(place(5, 5)), Metres(0));
    }

    #[test]
    fn off_the_grid_is_refused() {
        assert!(Place::new(Metres(700_001), Metres(0)).is_err());
        assert!(serde_json::from_str::<Place>(r#"{"easting":1,"northing":1300001}"#).is_err());
    }

    proptest! {
        #[test]
        fn snapping_moves_by_half_a_grain_at_most_and_stays_on_the_grid(
            easting in 0..=700_000_u32, northing in 0..=1_300_000_u32, grain in 0..10_000_u32,
        ) {
            let before = place(easting, northing);
            let after = before.snapped(Metres(grain));
            prop_assert!(Place::new(after.easting(), after.northing()).is_ok());
            prop_assert!(after.easting().0.abs_diff(easting) <= grain);
            if grain > 0 { prop_assert_eq!(after.easting().0 % grain, 0); }
            prop_assert_eq!(after.snapped(Metres(grain)), after);
        }

        #[test]
        fn distance_is_symmetric(a in 0..=700_000_u32, b in 0..=700_000_u32, c in 0..=1_300_000_u32) {
            let (one, two) = (place(a, c), place(b, a));
            prop_assert_eq!(one.distance(two), two.distance(one));
        }
    }
}
