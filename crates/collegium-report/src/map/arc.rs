//! The curved arrow of a deployment.

use std::fmt;

use super::projection::Point;

/// A curve from one point to another, bent to its left; a loop where both are one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    start: Point,
    bend: Bend,
    /// Where the arrowhead is.
    pub(super) end: Point,
}

#[derive(Clone, Copy, Debug)]
enum Bend {
    Curve(Point),
    Loop(Point, Point),
}

impl Arc {
    /// The arc between two points; it begins `leave` tenths from the one and ends `gap` tenths before the other,
    /// clear of the shapes there.
    pub(super) fn between(from: Point, leave: i64, to: Point, gap: i64) -> Self {
        let (across, down) = (to.x.0 - from.x.0, to.y.0 - from.y.0);
        let length = (across * across + down * down).isqrt();
        if length == 0 {
            let (left, right) = (to.moved(-3 * gap, -4 * gap), to.moved(3 * gap, -4 * gap));
            return Self {
                start: to.moved(-gap / 2, -gap),
                bend: Bend::Loop(left, right),
                end: to.moved(gap / 2, -gap),
            };
        }
        // A short arc is bent more, so that it leaves room for its own head.
        let depth = (length / 5).max(5 * gap / 2 - length / 4);
        let bend = Point::new(
            i64::midpoint(from.x.0, to.x.0) + down * depth / length,
            i64::midpoint(from.y.0, to.y.0) - across * depth / length,
        );
        Self {
            start: towards(from, bend, leave),
            bend: Bend::Curve(bend),
            end: towards(to, bend, gap),
        }
    }
}

/// The data of an SVG path.
impl fmt::Display for Arc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "M{} {}", self.start.x, self.start.y)?;
        match self.bend {
            Bend::Curve(bend) => write!(formatter, "Q{} {}", bend.x, bend.y)?,
            Bend::Loop(left, right) => write!(formatter, "C{} {} {} {}", left.x, left.y, right.x, right.y)?,
        }
        write!(formatter, " {} {}", self.end.x, self.end.y)
    }
}

/// The point that lies `distance` tenths from one point on the way to another.
fn towards(point: Point, other: Point, distance: i64) -> Point {
    let (across, down) = (other.x.0 - point.x.0, other.y.0 - point.y.0);
    let length = (across * across + down * down).isqrt().max(1);
    point.moved(across * distance / length, down * distance / length)
}

#[cfg(test)]
mod tests {
    use super::{Arc, Point};

    #[test]
    fn a_way_from_a_place_to_itself_is_a_loop() {
        let point = Point::new(1_000, 1_000);
        assert_eq!(
            Arc::between(point, 100, point, 100).to_string(),
            "M95 90C70 60 130 60 105 90"
        );
    }

    #[test]
    fn a_way_is_bent_to_its_left() {
        let arc = Arc::between(Point::new(0, 0), 0, Point::new(5_000, 0), 0);
        assert_eq!(arc.to_string(), "M0 0Q250 -100 500 0");
    }
}
