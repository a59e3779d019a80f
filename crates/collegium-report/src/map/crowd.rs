//! Where most schools stand, if they crowd together on a map that a few far ones make too small.

use super::projection::Projection;
use crate::view::Place;

/// Below this many schools a map is never crowded.
const CROWD: usize = 10;

/// A stretch of land, edges included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Land {
    pub(super) south_west: Place,
    pub(super) north_east: Place,
}

impl Land {
    /// All the land there is.
    pub(super) const EVERYWHERE: Self = Self {
        south_west: Place {
            easting: 0,
            northing: 0,
        },
        north_east: Place {
            easting: u32::MAX,
            northing: u32::MAX,
        },
    };

    pub(super) const fn holds(self, place: Place) -> bool {
        self.south_west.easting <= place.easting
            && place.easting <= self.north_east.easting
            && self.south_west.northing <= place.northing
            && place.northing <= self.north_east.northing
    }
}

/// The land of nine tenths of the schools, counted each way, with a little around it, or else of four fifths, if a
/// map of it shows things at least twice as large as the map of all.
pub(super) fn crowded(places: &[Place], whole: &Projection) -> Option<Land> {
    if places.len() < CROWD {
        return None;
    }
    [20, 10].into_iter().find_map(|part| {
        let (west, east) = middle(places.iter().map(|place| place.easting), part);
        let (south, north) = middle(places.iter().map(|place| place.northing), part);
        let land = Land {
            south_west: Place {
                easting: west,
                northing: south,
            },
            north_east: Place {
                easting: east,
                northing: north,
            },
        };
        let crowd = Projection::around(places.iter().copied().filter(|&place| land.holds(place)))?;
        crowd.is_twice_as_large_as(whole).then_some(land)
    })
}

/// The values that stay when this part of them is left out at either end, widened by a fifth of their distance.
fn middle(values: impl Iterator<Item = u32>, part: usize) -> (u32, u32) {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    let left_out = values.len().div_ceil(part).min((values.len() - 1) / 2);
    let (low, high) = (values[left_out], values[values.len() - 1 - left_out]);
    let around = (high - low) / 5;
    (low.saturating_sub(around), high.saturating_add(around))
}

#[cfg(test)]
mod tests {
    use super::{Place, Projection, crowded};

    fn town(schools: u32) -> impl Iterator<Item = Place> {
        (0..schools).map(|n| Place {
            easting: 400_000 + n * 300,
            northing: 300_000 + n * 200,
        })
    }

    #[test]
    fn a_few_far_schools_make_a_crowd_of_the_rest() {
        let mut places: Vec<_> = town(30).collect();
        places.push(Place {
            easting: 600_000,
            northing: 500_000,
        });
        let whole = Projection::around(places.iter().copied()).expect("places");
        let land = crowded(&places, &whole).expect("a crowd");
        assert!(town(30).all(|place| land.holds(place)));
        assert!(!land.holds(places[30]));
    }

    #[test]
    fn evenly_spread_schools_are_no_crowd() {
        let places: Vec<_> = town(30).collect();
        let whole = Projection::around(places.iter().copied()).expect("places");
        assert!(crowded(&places, &whole).is_none());
    }
}
