//! Numbers beside the shapes of the map, where there is room for them.

use super::projection::{Point, Tenths};

/// Height of a number, and half the size of a shape, in tenths of a unit.
const HEIGHT: i64 = 120;
const SHAPE: i64 = 80;
/// Width of one digit.
const DIGIT: i64 = 72;

/// A number on the map.
pub(super) struct Label {
    pub(super) number: u32,
    pub(super) x: Tenths,
    pub(super) y: Tenths,
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy)]
struct Area([i64; 4]);

impl Area {
    const fn overlaps(self, other: Self) -> bool {
        let ([left, top, right, bottom], [west, north, east, south]) = (self.0, other.0);
        left < east && west < right && top < south && north < bottom
    }
}

/// Numbers for the points, in their order, each at the first free side of its shape; a number without a free side
/// is left out.
///
/// # Complexity
/// Quadratic in the points, which are few on a map that has numbers.
pub(super) fn place(points: &[(u32, Point)]) -> Vec<Label> {
    let mut taken: Vec<Area> = points
        .iter()
        .map(|(_, Point { x, y })| Area([x.0 - SHAPE, y.0 - SHAPE, x.0 + SHAPE, y.0 + SHAPE]))
        .collect();
    let mut labels = vec![];
    for &(
        number,
        Point {
            x: Tenths(x),
            y: Tenths(y),
        },
    ) in points
    {
        let digits = i64::try_from(number.to_string().len()).unwrap_or(1);
        let width = digits * DIGIT;
        let right = x + SHAPE + 30;
        let left = x - SHAPE - 30 - width;
        let below = y + SHAPE + 20;
        let above = y - SHAPE - 20 - HEIGHT;
        let corners = [
            (right, y - HEIGHT / 2),
            (left, y - HEIGHT / 2),
            (x - width / 2, above),
            (x - width / 2, below),
            (right, above),
            (left, above),
            (right, below),
            (left, below),
        ];
        let free = corners.into_iter().find_map(|(left, top)| {
            let area = Area([left, top, left + width, top + HEIGHT]);
            taken
                .iter()
                .all(|other| !area.overlaps(*other))
                .then_some((left, top, area))
        });
        if let Some((left, top, area)) = free {
            taken.push(area);
            labels.push(Label {
                number,
                x: Tenths(left),
                y: Tenths(top + HEIGHT - 20),
            });
        }
    }
    labels
}
