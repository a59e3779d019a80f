//! Whether the parameters of a law or of an oracle make sense: every fault at once.

use crate::counts::length;
use std::{borrow::Cow, fmt};

/// One parameter that cannot be.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Its name, as in the constructor; an entry of a list has its place, from 0: `weights[2]`.
    pub parameter: Cow<'static, str>,
    /// What was given.
    pub value: f64,
    /// What it must be, as in "must be above 0".
    pub must: Cow<'static, str>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {} and must {}", self.parameter, self.value, self.must)
    }
}

/// Every parameter that cannot be, in the order in which the constructor takes them.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.told())]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// One by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "change each of these parameters to what it must be"
    }

    fn told(&self) -> String {
        let faults: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        faults.join("; ")
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Looks at parameters one after another and keeps what is wrong.
#[derive(Default)]
pub(crate) struct Check(Vec<Fault>);

impl Check {
    pub(crate) fn that(
        mut self,
        holds: bool,
        parameter: impl Into<Cow<'static, str>>,
        value: f64,
        must: impl Into<Cow<'static, str>>,
    ) -> Self {
        if !holds {
            self.0.push(Fault {
                parameter: parameter.into(),
                value,
                must: must.into(),
            });
        }
        self
    }

    pub(crate) fn finite(self, parameter: impl Into<Cow<'static, str>>, value: f64) -> Self {
        self.that(value.is_finite(), parameter, value, "be a finite number")
    }

    pub(crate) fn positive(self, parameter: impl Into<Cow<'static, str>>, value: f64) -> Self {
        let holds = value.is_finite() && value > 0.0;
        self.that(holds, parameter, value, "be above 0 and finite")
    }

    pub(crate) fn not_negative(self, parameter: impl Into<Cow<'static, str>>, value: f64) -> Self {
        let holds = value.is_finite() && value >= 0.0;
        self.that(holds, parameter, value, "be 0 or above and finite")
    }

    pub(crate) fn chance(self, parameter: impl Into<Cow<'static, str>>, value: f64) -> Self {
        let holds = (0.0..=1.0).contains(&value);
        self.that(holds, parameter, value, "be from 0 to 1")
    }

    /// A share of which neither nothing nor all makes sense.
    pub(crate) fn inner_chance(self, parameter: impl Into<Cow<'static, str>>, value: f64) -> Self {
        let holds = value > 0.0 && value < 1.0;
        self.that(holds, parameter, value, "be above 0 and below 1")
    }

    pub(crate) fn at_least(self, least: u32, parameter: impl Into<Cow<'static, str>>, value: u32) -> Self {
        let must = format!("be {least} or more");
        self.that(value >= least, parameter, f64::from(value), must)
    }

    pub(crate) fn at_most(self, most: u32, parameter: impl Into<Cow<'static, str>>, value: u32) -> Self {
        let must = format!("be {most} or less");
        self.that(value <= most, parameter, f64::from(value), must)
    }

    /// A list of at least `least` finite values.
    pub(crate) fn values(self, least: u32, values: &[f64]) -> Self {
        let count = length(values);
        let must = format!("be {least} or more");
        let check = self.that(count >= f64::from(least), "the number of values", count, must);
        values.iter().enumerate().fold(check, |check, (place, &value)| {
            check.finite(format!("values[{place}]"), value)
        })
    }

    pub(crate) fn done(self) -> Result<(), Faults> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Faults(self.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_told_at_once() {
        let faults = Check::default()
            .positive("rate", 0.0)
            .positive("mean", 1.0)
            .chance("share", f64::NAN)
            .at_least(1, "servers", 0)
            .done()
            .unwrap_err();
        assert_eq!(
            faults.to_string(),
            "rate is 0 and must be above 0 and finite; share is NaN and must be from 0 to 1; \
             servers is 0 and must be 1 or more"
        );
        assert_eq!(faults.iter().count(), 3);
    }
}
