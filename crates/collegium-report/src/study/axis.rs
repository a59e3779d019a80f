//! From figures to places on a drawing: an axis from nothing upwards, with a few round marks.

use super::figures::with_commas;

/// How many stretches between marks an axis has at most.
const MOST_STRETCHES: f64 = 5.0;

/// An axis that begins at 0.
pub(super) struct Axis {
    /// The figure at its end.
    end: f64,
    /// Its length in units of the drawing.
    length: i64,
    step: f64,
}

/// A round figure on an axis.
pub(super) struct Mark {
    /// Its distance from the beginning, in units of the drawing.
    pub(super) at: i64,
    pub(super) label: String,
}

impl Axis {
    /// An axis that reaches the largest of these figures.
    pub(super) fn over(values: impl Iterator<Item = f64>, length: i64) -> Self {
        let largest = values.filter(|it| it.is_finite()).fold(0.0, f64::max);
        let largest = if largest > 0.0 { largest.min(1e15) } else { 1.0 };
        let step = step(largest);
        Self {
            end: (largest / step).ceil() * step,
            length,
            step,
        }
    }

    /// Where a figure lies, held within the axis.
    #[expect(clippy::cast_precision_loss, reason = "a drawing is small")]
    #[expect(clippy::cast_possible_truncation, reason = "a share of the length, rounded")]
    pub(super) fn at(&self, value: f64) -> i64 {
        ((value / self.end * self.length as f64).round() as i64).clamp(0, self.length)
    }

    /// The round figures, from 0 on.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> {
        let decimals = if self.step >= 1.0 {
            0
        } else if self.step >= 0.1 {
            1
        } else {
            2
        };
        (0..=10_u32)
            .map(|number| f64::from(number) * self.step)
            .take_while(|value| *value <= self.end * 1.000_001)
            .map(move |value| Mark {
                at: self.at(value),
                label: with_commas(&format!("{value:.decimals$}")),
            })
    }
}

/// The least of 1, 2, 5, 10, 20, 50 … of hundredths that makes few enough stretches.
fn step(largest: f64) -> f64 {
    let mut step = 0.01;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(60) {
        if largest / step <= MOST_STRETCHES {
            break;
        }
        step *= factor;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::Axis;

    fn labels(largest: f64) -> Vec<String> {
        Axis::over([largest].into_iter(), 100)
            .marks()
            .map(|it| it.label)
            .collect()
    }

    #[test]
    fn marks_are_round_and_reach_the_largest() {
        assert_eq!(labels(43.0), ["0", "10", "20", "30", "40", "50"]);
        assert_eq!(labels(1.0), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(labels(1_204.0), ["0", "500", "1,000", "1,500"]);
    }

    #[test]
    fn what_is_no_figure_lies_at_the_beginning() {
        for odd in [f64::NAN, f64::INFINITY, -3.0, 0.0] {
            let axis = Axis::over([odd].into_iter(), 100);
            assert!(axis.marks().count() > 1);
        }
        let axis = Axis::over([10.0].into_iter(), 100);
        assert_eq!([f64::NAN, -1.0, 5.0, 99.0].map(|it| axis.at(it)), [0, 0, 50, 100]);
    }
}
