//! Numbers beside the shapes of the map, where there is room for them.

use super::projection::{Point, Tenths};

/// Height of a number, in tenths of a unit.
const HEIGHT: i64 = 120;
/// Half the size of an arrowhead.
const ARROWHEAD: i64 = 45;
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
    const fn around(point: Point, half: i64) -> Self {
        Self([
            point.x.0 - half,
            point.y.0 - half,
            point.x.0 + half,
            point.y.0 + half,
        ])
    }

    const fn overlaps(self, other: Self) -> bool {
        let ([left, top, right, bottom], [west, north, east, south]) = (self.0, other.0);
        left < east && west < right && top < south && north < bottom
    }
}

/// A shape that wants a number.
pub(super) struct Numbered {
    pub(super) number: u32,
    pub(super) point: Point,
    /// Half its size, in tenths of a unit.
    pub(super) half: i64,
}

/// Numbers for the shapes, in their order, each at the first side of its shape that is free of other shapes,
/// arrowheads and numbers; a number without a free side is left out.
///
/// # Complexity
/// Quadratic in shapes and arrowheads, which are few on a map that has numbers.
pub(super) fn place(shapes: &[Numbered], arrowheads: impl Iterator<Item = Point>) -> Vec<Label> {
    let mut taken: Vec<Area> = shapes
        .iter()
        .map(|shape| Area::around(shape.point, shape.half))
        .collect();
    taken.extend(arrowheads.map(|point| Area::around(point, ARROWHEAD)));
    let mut labels = vec![];
    for &Numbered { number, point, half } in shapes {
        let (Tenths(x), Tenths(y)) = (point.x, point.y);
        let width = i64::try_from(number.to_string().len()).unwrap_or(1) * DIGIT;
        let (right, left) = (x + half + 30, x - half - 30 - width);
        let (below, above) = (y + half + 20, y - half - 20 - HEIGHT);
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

#[cfg(test)]
mod tests {
    use super::{Numbered, Point, place};

    #[test]
    fn a_number_goes_where_there_is_room() {
        let shape = |number, x| Numbered {
            number,
            point: Point::new(x, 1_000),
            half: 80,
        };
        let labels = place(&[shape(1, 1_000), shape(2, 1_200)], std::iter::empty());
        assert!(labels[0].x.0 < 1_000, "the right side of 1 is taken by 2");
        assert!(labels[1].x.0 > 1_200);
    }

    #[test]
    fn a_number_without_room_is_left_out() {
        let crowd: Vec<_> = (0..9)
            .map(|n| Numbered {
                number: 1,
                point: Point::new(n % 3 * 100, n / 3 * 100),
                half: 80,
            })
            .collect();
        assert!(place(&crowd, std::iter::empty()).len() < crowd.len());
    }
}
