//! Which rows of a register to keep, by column and value.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Keeps rows whose cell in `column` reads `value`. Filters on one column are alternatives; filters on
/// different columns must all hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The column, by its name in the header.
    pub column: String,
    /// What its cell must read, letter case included; space around it does not matter.
    pub value: String,
}

impl Filter {
    /// Keeps rows whose cell in `column` reads `value`.
    pub fn new(column: &str, value: &str) -> Self {
        Self {
            column: column.trim().to_owned(),
            value: value.trim().to_owned(),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.column, self.value)
    }
}

/// Text that is no filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is no filter: it has no column before an `=`")]
pub struct NotAFilter {
    /// The text as it was found.
    pub found: String,
}

impl NotAFilter {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "write a column, `=` and a value, such as \"LA (name)=Lincolnshire\""
    }
}

impl FromStr for Filter {
    type Err = NotAFilter;

    fn from_str(text: &str) -> Result<Self, NotAFilter> {
        match text.split_once('=') {
            Some((column, value)) if !column.trim().is_empty() => Ok(Self::new(column, value)),
            _ => Err(NotAFilter {
                found: text.to_owned(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_equals_sign_divides() {
        assert_eq!("LA (name) = A=B".parse(), Ok(Filter::new("LA (name)", "A=B")));
        assert_eq!("Town=".parse(), Ok(Filter::new("Town", "")));
        assert!("Town".parse::<Filter>().is_err() && "=x".parse::<Filter>().is_err());
    }
}
