//! A share as an exact fraction, with the count it rests on.

use serde::Serialize;
use std::fmt;

/// So many of so many.
///
/// Shown as a percentage with one place, rounded half up; only nothing at all is shown as `0.0%` and only
/// everything as `100.0%`. A share of nothing is `too few to say`. Where that should be said of other small
/// counts, too, [`Share::of`] tells what the share rests on.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::SupportNetwork;
/// # use collegium_matching::support_network::reciprocity;
/// let mut builder = SupportNetwork::builder();
/// let none = reciprocity(&builder.build()?);
/// assert_eq!(none.to_string(), "too few to say");
///
/// builder.help("north", "hill", 1).help("hill", "north", 1).help("north", "vale", 1);
/// let share = reciprocity(&builder.build()?);
/// assert_eq!((share.part(), share.of(), share.to_string()), (2, 3, "66.7%".to_owned()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    part: u64,
    of: u64,
}

impl Share {
    /// The share of those that `counts`.
    pub(super) fn count<T>(all: impl Iterator<Item = T>, mut counts: impl FnMut(T) -> bool) -> Self {
        all.fold(Self { part: 0, of: 0 }, |share, one| Self {
            part: share.part + u64::from(counts(one)),
            of: share.of + 1,
        })
    }

    /// How many; never more than [`Share::of`].
    pub const fn part(self) -> u64 {
        self.part
    }

    /// Of how many.
    pub const fn of(self) -> u64 {
        self.of
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, of) = (u128::from(self.part), u128::from(self.of));
        if of == 0 {
            return f.pad("too few to say");
        }
        let rounded = (2_000 * part + of) / (2 * of);
        let tenths = match part {
            0 => 0,
            _ if part == of => 1_000,
            _ => rounded.clamp(1, 999),
        };
        f.pad(&format!("{}.{}%", tenths / 10, tenths % 10))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_nothing_is_none_and_only_all_is_everything() {
        let shown = |part, of| Share { part, of }.to_string();
        assert_eq!(shown(0, 7), "0.0%");
        assert_eq!(shown(7, 7), "100.0%");
        assert_eq!(shown(1, 1_000_000), "0.1%");
        assert_eq!(shown(999_999, 1_000_000), "99.9%");
        assert_eq!(shown(u64::MAX - 1, u64::MAX), "99.9%");
    }

    #[test]
    fn half_a_tenth_is_rounded_up() {
        let shown = |part, of| Share { part, of }.to_string();
        assert_eq!(shown(1, 8), "12.5%");
        assert_eq!(shown(1, 80), "1.3%");
        assert_eq!(shown(1, 16), "6.3%");
        assert_eq!(shown(1, 3), "33.3%");
    }
}
