//! Numbers as registers print them: exact, in thousandths, never a float.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A decimal number in whole thousandths, so that comparing it with a threshold is exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thousandths(pub i64);

/// Text that is no decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number of at most nine digits before the point")]
pub struct NotADecimal;

impl FromStr for Thousandths {
    type Err = NotADecimal;

    /// Digits with an optional sign and an optional decimal point; beyond three places it rounds half
    /// away from zero.
    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + places.len() == 0 || whole.len() > 9 || !numeric(whole) || !numeric(places) {
            return Err(NotADecimal);
        }
        let mut thousandths = 0_i64;
        for byte in whole.bytes().chain(places.bytes().chain(*b"000").take(3)) {
            thousandths = thousandths * 10 + i64::from(byte - b'0');
        }
        if places.as_bytes().get(3).is_some_and(|&next| next >= b'5') {
            thousandths += 1;
        }
        Ok(Self(if negative { -thousandths } else { thousandths }))
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        match format!("{places:03}").trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{places}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        for (text, thousandths) in [
            ("0", 0),
            ("-0.06", -60),
            ("43.5", 43_500),
            (".5", 500),
            ("+7.", 7000),
            ("1.0005", 1001),
            ("-1.0005", -1001),
            ("1.00049999", 1000),
            ("999999999", 999_999_999_000),
        ] {
            assert_eq!(text.parse(), Ok(Thousandths(thousandths)), "{text}");
        }
        for text in [
            "",
            ".",
            "-",
            "1,5",
            "1e3",
            "NaN",
            "1.2.3",
            "٣",
            "12345678901",
            "--1",
            " 1",
        ] {
            assert_eq!(text.parse::<Thousandths>(), Err(NotADecimal), "{text}");
        }
    }

    #[test]
    fn they_print_as_people_write_them() {
        for text in ["0", "-0.06", "43.5", "100", "-12.125"] {
            assert_eq!(text.parse::<Thousandths>().unwrap().to_string(), text);
        }
    }
}
