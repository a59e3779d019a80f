//! How figures of a study are written: as many decimals as their size bears, and their interval with them.

use super::view::Estimate;

/// Writes the figures of one measure, all with as many decimals.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    unit: &'a str,
    decimals: usize,
}

impl<'a> Figures<'a> {
    /// For figures as large as these.
    pub(super) fn of(unit: &'a str, values: impl Iterator<Item = f64>) -> Self {
        let largest = values
            .map(f64::abs)
            .filter(|it| it.is_finite())
            .fold(0.0, f64::max);
        let decimals = match largest {
            _ if largest >= 100.0 => 0,
            _ if largest >= 10.0 => 1,
            _ => 2,
        };
        Self { unit, decimals }
    }

    /// The same with as many decimals as it takes to show that a difference is one.
    pub(super) fn fine_enough(mut self, difference: Estimate) -> Self {
        const MOST_DECIMALS: usize = 4;
        let nearest = difference.mean.abs() - difference.half_width.unwrap_or(0.0);
        while difference.is_beyond_chance()
            && self.decimals < MOST_DECIMALS
            && !is_something(&self.bare(nearest))
        {
            self.decimals += 1;
        }
        self
    }

    /// A figure: *1,204*, *12.3*, *−0.4*.
    pub(super) fn bare(self, value: f64) -> String {
        if !value.is_finite() {
            return "not known".to_owned();
        }
        let digits = format!("{:.*}", self.decimals, value.abs());
        let sign = if value < 0.0 && is_something(&digits) {
            "−"
        } else {
            ""
        };
        format!("{sign}{}", with_commas(&digits))
    }

    /// A figure with its unit: *12.3 days*, *82.1 %*.
    pub(super) fn with_unit(self, value: f64) -> String {
        self.in_unit(&self.bare(value))
    }

    /// What is written of a figure, with the unit.
    pub(super) fn in_unit(self, written: &str) -> String {
        match self.unit {
            "" => written.to_owned(),
            unit => format!("{written}\u{a0}{unit}"),
        }
    }

    /// The ends of an interval: *11.0 to 13.6*; none where nothing is known of chance.
    pub(super) fn interval(self, estimate: Estimate) -> Option<String> {
        let half_width = estimate.half_width?;
        Some(self.between(estimate.mean - half_width, estimate.mean + half_width))
    }

    /// The same of what cannot be below nothing.
    pub(super) fn range(self, amount: Estimate) -> Option<String> {
        let half_width = amount.half_width?;
        Some(self.between((amount.mean - half_width).max(0.0), amount.mean + half_width))
    }

    fn between(self, from: f64, to: f64) -> String {
        let (from, to) = (self.bare(from), self.bare(to));
        if from == to {
            from
        } else {
            format!("{from} to {to}")
        }
    }

    /// A difference with its sign: *+1.2*, *−0.4*, *0.0*.
    pub(super) fn signed(self, difference: f64) -> String {
        let written = self.bare(difference);
        if difference > 0.0 && is_something(&written) {
            format!("+{written}")
        } else {
            written
        }
    }
}

/// Digits with commas between thousands: *1,204.5*.
pub(super) fn with_commas(digits: &str) -> String {
    let whole = digits.split('.').next().map_or(0, str::len);
    let mut written = String::with_capacity(digits.len() + whole / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && position < whole && (whole - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Whether what is written is more than noughts.
fn is_something(written: &str) -> bool {
    written.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::Figures;
    use crate::study::view::Estimate;

    #[test]
    fn decimals_follow_the_size() {
        let written = |value: f64| Figures::of("days", [value].into_iter()).with_unit(value);
        assert_eq!(written(1_204.6), "1,205\u{a0}days");
        assert_eq!(written(12.34), "12.3\u{a0}days");
        assert_eq!(written(-0.456), "−0.46\u{a0}days");
        assert_eq!(written(f64::NAN), "not known\u{a0}days");
    }

    #[test]
    fn nothing_has_no_sign() {
        let figures = Figures::of("days", [100.0].into_iter());
        assert_eq!(
            [-0.2, 0.2, -7.0, 7.0].map(|it| figures.signed(it)),
            ["0", "0", "−7", "+7"]
        );
    }

    #[test]
    fn a_difference_beyond_chance_never_reads_as_none() {
        let small = Estimate {
            mean: 0.12,
            half_width: Some(0.09),
        };
        let figures = Figures::of("days", [12.0].into_iter());
        assert_eq!(figures.interval(small).as_deref(), Some("0.0 to 0.2"));
        assert_eq!(
            figures.fine_enough(small).interval(small).as_deref(),
            Some("0.03 to 0.21")
        );
    }

    #[test]
    fn an_interval_is_its_ends_and_none_where_chance_is_not_known() {
        let figures = Figures::of("days", [12.0].into_iter());
        let estimate = |half_width| Estimate {
            mean: 12.0,
            half_width,
        };
        assert_eq!(
            figures.interval(estimate(Some(1.5))).as_deref(),
            Some("10.5 to 13.5")
        );
        assert_eq!(figures.interval(estimate(Some(0.0))).as_deref(), Some("12.0"));
        assert_eq!(figures.interval(estimate(None)), None);
    }
}
