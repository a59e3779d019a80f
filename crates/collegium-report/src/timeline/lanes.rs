//! Lanes, one below the other, so that what happens at the same time does not overlap.

/// Lanes filled from left to right.
#[derive(Default)]
pub(super) struct Lanes {
    /// Where the last item of each lane ends.
    ends: Vec<i64>,
}

impl Lanes {
    /// The highest lane that is free from `start` on; it is then taken until `end`.
    pub(super) fn take(&mut self, start: i64, end: i64) -> i64 {
        let lane = self
            .ends
            .iter()
            .position(|&taken| taken <= start)
            .unwrap_or_else(|| {
                self.ends.push(end);
                self.ends.len() - 1
            });
        self.ends[lane] = end;
        i64::try_from(lane).unwrap_or(i64::MAX)
    }

    /// The lane for a shape of this width around `x`, and the nearest x at which it stays inside the drawing.
    pub(super) fn take_around(&mut self, x: i64, width: i64, drawing: i64) -> (i64, i64) {
        let x = x.clamp(width / 2 + 1, drawing - width / 2 - 1);
        (x, self.take(x - width / 2, x + width / 2))
    }

    /// How many lanes there are.
    pub(super) fn count(&self) -> i64 {
        i64::try_from(self.ends.len()).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Lanes;

    #[test]
    fn what_overlaps_goes_below() {
        let mut lanes = Lanes::default();
        assert_eq!(lanes.take(0, 10), 0);
        assert_eq!(lanes.take(5, 15), 1);
        assert_eq!(lanes.take(10, 20), 0);
        assert_eq!(lanes.count(), 2);
    }

    #[test]
    fn a_shape_at_the_edge_is_moved_inside() {
        assert_eq!(Lanes::default().take_around(0, 20, 900), (11, 0));
        assert_eq!(Lanes::default().take_around(900, 20, 900), (889, 0));
    }
}
