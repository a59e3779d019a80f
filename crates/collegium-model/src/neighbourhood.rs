//! Who is near a place: points in cells as wide as is asked for, so that all within reach lie in nine of them.

use crate::{place::Place, quantity::Metres};

/// Points that can be asked which of them lie within a fixed reach of a place.
///
/// Complexity: making it, points and cells; asking, the points in nine cells. At most a million cells are
/// made, whatever the reach.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    reach: Metres,
    /// The side of a cell, in metres.
    width: u32,
    across: usize,
    /// Points by cell: their numbers as they were given, in order, with their places.
    cells: Vec<Vec<(u32, Place)>>,
}

/// No finer grid than this across the longer side of the land is made.
const FINEST: u32 = 1_000;

impl Neighbourhood {
    /// Puts points into cells, each under the number it is given.
    pub fn new(reach: Metres, points: impl IntoIterator<Item = (u32, Place)>) -> Self {
        let longest = Place::NORTH_EDGE.max(Place::EAST_EDGE);
        let width = reach.0.max(longest / FINEST);
        let across = (longest / width + 1) as usize;
        let mut made = Self {
            reach,
            width,
            across,
            cells: vec![Vec::new(); across * across],
        };
        for (number, place) in points {
            let (east, north) = made.cell(place);
            if let Some(cell) = made.cells.get_mut(north * across + east) {
                cell.push((number, place));
            }
        }
        made
    }

    /// Points within reach of a place, with their distance: those of one cell in the order in which they were
    /// given, cell by cell.
    pub fn near(&self, place: Place) -> impl Iterator<Item = (u32, Metres)> {
        let (east, north) = self.cell(place);
        let around = |at: usize| at.saturating_sub(1)..=(at + 1).min(self.across - 1);
        let cells = around(north).flat_map(move |north| around(east).map(move |east| (north, east)));
        let points = cells
            .filter_map(|(north, east)| self.cells.get(north * self.across + east))
            .flatten();
        let near = points.filter(move |(_, other)| place.is_within(*other, self.reach));
        near.map(move |(number, other)| (*number, place.distance(*other)))
    }

    fn cell(&self, place: Place) -> (usize, usize) {
        let at = |metres: Metres| (metres.0 / self.width) as usize;
        (at(place.easting()), at(place.northing()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_looking_at_every_point_finds(
            points in prop::collection::vec((0..=700_000_u32, 0..=1_300_000_u32), 0..40),
            close in prop::collection::vec((300_000..=300_900_u32, 200_000..=200_900_u32), 0..20),
            from in (0..=700_000_u32, 0..=1_300_000_u32),
            from_close in (300_000..=300_900_u32, 200_000..=200_900_u32),
            reach in prop_oneof![Just(0), 1..2_000_u32, 1..1_500_000_u32, Just(u32::MAX)],
        ) {
            let place = |(east, north)| Place::new(Metres(east), Metres(north)).unwrap();
            let points: Vec<_> = points.into_iter().chain(close).map(place).collect();
            let made = Neighbourhood::new(Metres(reach), (0..).zip(points.iter().copied()));
            for from in [place(from), place(from_close)] {
                let mut found: Vec<_> = made.near(from).collect();
                found.sort_unstable();
                let all = (0..).zip(&points).map(|(number, point)| (number, from.distance(*point)));
                let expected: Vec<_> = all.filter(|(_, distance)| distance.0 <= reach).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
