//! Lines that can be told apart without colour: each with strokes and signs of its own.

use std::fmt::Write;

/// How many looks a line can have; what comes after begins anew.
const LOOKS: usize = 7;

/// A line of a drawing.
pub(super) struct Line {
    /// Which strokes and signs it has.
    pub(super) look: usize,
    pub(super) path: String,
    /// Where its signs stand.
    pub(super) signs: Vec<(i64, i64)>,
}

/// What a line stands for.
pub(super) struct Meaning {
    pub(super) look: usize,
    pub(super) says: String,
}

/// The look of the so-manieth line.
pub(super) const fn look(number: usize) -> usize {
    number % LOOKS
}

impl Line {
    /// The line through these points, with a sign on every so-manieth, lines of other looks on others.
    pub(super) fn through(ends: &[(i64, i64)], look: usize, every: usize) -> Self {
        let every = every.max(1);
        let mut path = String::new();
        for (number, (x, y)) in ends.iter().enumerate() {
            let begins = if number == 0 { 'M' } else { 'L' };
            // Writing to a string cannot fail.
            let _ = write!(path, "{begins}{x} {y}");
        }
        Self {
            look,
            path,
            signs: ends.iter().copied().skip(look % every).step_by(every).collect(),
        }
    }
}
