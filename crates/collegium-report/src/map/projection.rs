//! From metres on the national grid to places on the drawing, north up.

use std::fmt;

use crate::view::Place;

/// Width and greatest height of the drawing, in tenths of a unit.
const WIDTH: i64 = 9_600;
const MAX_HEIGHT: i64 = 11_000;
const MIN_HEIGHT: i64 = 4_800;
/// Room around the outermost schools, and for the scale bar below.
const MARGIN: i64 = 500;
const FOOT: i64 = 600;
/// The least stretch of land that a map shows, so that one school alone still has one.
const LEAST_EXTENT_METRES: i64 = 2_000;

/// A length on the drawing, in tenths of a unit; written with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tenths(pub(super) i64);

impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenth == 0 {
            write!(formatter, "{sign}{whole}")
        } else {
            write!(formatter, "{sign}{whole}.{tenth}")
        }
    }
}

/// A point on the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) x: Tenths,
    pub(crate) y: Tenths,
}

impl Point {
    pub(crate) const fn new(x: i64, y: i64) -> Self {
        Self {
            x: Tenths(x),
            y: Tenths(y),
        }
    }

    pub(crate) const fn moved(self, x: i64, y: i64) -> Self {
        Self::new(self.x.0 + x, self.y.0 + y)
    }
}

/// How a stretch of land lies on the drawing.
pub(crate) struct Projection {
    west: i64,
    north: i64,
    /// Tenths of a unit for each `per_metres`.
    tenths: i64,
    per_metres: i64,
    pub(crate) height: Tenths,
}

impl Projection {
    /// The projection that shows all places, with room around them; none without places.
    pub(crate) fn around(places: impl Iterator<Item = Place> + Clone) -> Option<Self> {
        let eastings = places.clone().map(|place| i64::from(place.easting));
        let northings = places.map(|place| i64::from(place.northing));
        let (west, east) = (eastings.clone().min()?, eastings.max()?);
        let (south, north) = (northings.clone().min()?, northings.max()?);
        let (wide, tall) = (
            (east - west).max(LEAST_EXTENT_METRES),
            (north - south).max(LEAST_EXTENT_METRES),
        );

        let room_across = WIDTH - 2 * MARGIN;
        let room_down = MAX_HEIGHT - 2 * MARGIN - FOOT;
        let (tenths, per_metres) = if wide * room_down >= tall * room_across {
            (room_across, wide)
        } else {
            (room_down, tall)
        };
        let drawn_tall = tall * tenths / per_metres;
        let height = (drawn_tall + 2 * MARGIN + FOOT).max(MIN_HEIGHT);
        // Centre what is smaller than the drawing.
        let spare_across = (WIDTH - 2 * MARGIN) * per_metres / tenths - (east - west);
        let spare_down = (height - 2 * MARGIN - FOOT) * per_metres / tenths - (north - south);
        Some(Self {
            west: west - spare_across / 2,
            north: north + spare_down / 2,
            tenths,
            per_metres,
            height: Tenths(height),
        })
    }

    pub(crate) const fn width() -> Tenths {
        Tenths(WIDTH)
    }

    pub(crate) fn point(&self, place: Place) -> Point {
        Point::new(
            MARGIN + self.length(i64::from(place.easting) - self.west),
            MARGIN + self.length(self.north - i64::from(place.northing)),
        )
    }

    /// A stretch of metres on the drawing.
    pub(crate) fn length(&self, metres: i64) -> i64 {
        metres * self.tenths / self.per_metres
    }

    /// Whether a metre is drawn at least twice as long as on another drawing.
    pub(crate) fn is_twice_as_large_as(&self, other: &Self) -> bool {
        self.tenths * other.per_metres >= 2 * other.tenths * self.per_metres
    }

    /// A round number of kilometres that takes a fifth of the width or a little less, at least one.
    pub(crate) fn scale_kilometres(&self) -> i64 {
        let fifth_in_metres = WIDTH / 5 * self.per_metres / self.tenths;
        [200, 100, 50, 20, 10, 5, 2]
            .into_iter()
            .find(|kilometres| kilometres * 1_000 <= fifth_in_metres)
            .unwrap_or(1)
    }

    /// Lines of the grid at multiples of the scale bar: their x, then their y.
    pub(crate) fn grid(&self) -> (Vec<Tenths>, Vec<Tenths>) {
        let step = self.scale_kilometres() * 1_000;
        let land = |tenths: i64| tenths * self.per_metres / self.tenths;
        let (first_east, last_east) = (self.west - land(MARGIN), self.west + land(WIDTH - MARGIN));
        let (first_north, last_north) = (
            self.north - land(self.height.0 - MARGIN - FOOT),
            self.north + land(MARGIN),
        );
        let multiples = |first: i64, last: i64| {
            (first.div_euclid(step) + 1..=last.div_euclid(step)).map(move |n| n * step)
        };
        let across = multiples(first_east, last_east)
            .map(|easting| Tenths(MARGIN + self.length(easting - self.west)))
            .collect();
        let down = multiples(first_north, last_north)
            .map(|northing| Tenths(MARGIN + self.length(self.north - northing)))
            .collect();
        (across, down)
    }
}

/// The frame that both maps share: size, grid and scale bar.
pub(crate) struct Frame {
    pub(crate) width: Tenths,
    pub(crate) height: Tenths,
    /// The height of the land, above the scale bar.
    pub(crate) land: Tenths,
    pub(crate) vertical: Vec<Tenths>,
    pub(crate) horizontal: Vec<Tenths>,
    pub(crate) scale_kilometres: i64,
    pub(crate) scale_length: Tenths,
    /// Where the scale bar lies.
    pub(crate) scale_y: Tenths,
}

impl Frame {
    pub(crate) fn of(projection: &Projection) -> Self {
        let (vertical, horizontal) = projection.grid();
        let scale_kilometres = projection.scale_kilometres();
        Self {
            width: Projection::width(),
            height: projection.height,
            land: Tenths(projection.height.0 - FOOT),
            vertical,
            horizontal,
            scale_kilometres,
            scale_length: Tenths(projection.length(scale_kilometres * 1_000)),
            scale_y: Tenths(projection.height.0 - 180),
        }
    }
}

impl Frame {
    /// The length of the scale bar on the ground.
    pub(crate) fn scale_metres(&self) -> u32 {
        u32::try_from(self.scale_kilometres * 1_000).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::{Projection, Tenths};
    use crate::view::Place;

    #[test]
    fn tenths_are_written_with_at_most_one_decimal() {
        assert_eq!(Tenths(-5).to_string(), "-0.5");
        assert_eq!(Tenths(0).to_string(), "0");
        assert_eq!(Tenths(123).to_string(), "12.3");
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let south_west = Place {
            easting: 400_000,
            northing: 300_000,
        };
        let north_east = Place {
            easting: 420_000,
            northing: 310_000,
        };
        let projection = Projection::around([south_west, north_east].into_iter()).expect("two places");
        let (low, high) = (projection.point(south_west), projection.point(north_east));
        assert!(low.x < high.x);
        assert!(low.y > high.y);
    }

    #[test]
    fn a_school_alone_stands_in_the_middle() {
        let place = Place {
            easting: 400_000,
            northing: 300_000,
        };
        let projection = Projection::around([place].into_iter()).expect("a place");
        assert_eq!(projection.point(place).x, Tenths(Projection::width().0 / 2));
        assert_eq!(projection.scale_kilometres(), 1);
    }
}
