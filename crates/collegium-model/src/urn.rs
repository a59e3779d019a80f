//! The number under which a school stands in England's register.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A Unique Reference Number: six digits, the first not zero. It changes when a school converts.
///
/// Numbers from 900000 on are not issued; [`Urn::is_fictional`] is true of them, and every school that
/// Collegium makes up bears one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "u32", into = "u32")]
pub struct Urn(u32);

/// A number or text that is no URN.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a URN has six digits and does not begin with 0; found {found:?}")]
pub struct NotAUrn {
    /// The text or number as it was found.
    pub found: String,
}

impl Urn {
    /// The first number that is fictional.
    pub const FIRST_FICTIONAL: u32 = 900_000;

    /// Checks that `number` has six digits.
    pub fn new(number: u32) -> Result<Self, NotAUrn> {
        if (100_000..=999_999).contains(&number) {
            Ok(Self(number))
        } else {
            Err(NotAUrn {
                found: number.to_string(),
            })
        }
    }

    /// The number.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Whether the number lies in the range that is never issued.
    pub const fn is_fictional(self) -> bool {
        self.0 >= Self::FIRST_FICTIONAL
    }

    /// Whether the number lies in the range of schools in Wales (4xxxxx).
    pub const fn is_welsh(self) -> bool {
        self.0 / 100_000 == 4
    }
}

impl FromStr for Urn {
    type Err = NotAUrn;

    fn from_str(text: &str) -> Result<Self, NotAUrn> {
        let fault = || NotAUrn {
            found: text.to_owned(),
        };
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(fault());
        }
        text.parse().map_err(|_| fault()).and_then(Self::new)
    }
}

impl TryFrom<u32> for Urn {
    type Error = NotAUrn;

    fn try_from(number: u32) -> Result<Self, NotAUrn> {
        Self::new(number)
    }
}

impl From<Urn> for u32 {
    fn from(urn: Urn) -> Self {
        urn.0
    }
}

impl fmt::Display for Urn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_and_nothing_else() {
        assert_eq!("100000".parse::<Urn>().map(Urn::number), Ok(100_000));
        for text in [
            "",
            "99999",
            "1000000",
            "012345",
            "+12345",
            "12 345",
            "NAT",
            "१२३४५६",
        ] {
            assert!(text.parse::<Urn>().is_err(), "{text}");
        }
        assert!(serde_json::from_str::<Urn>("99").is_err());
    }

    #[test]
    fn ranges_tell_fiction_and_wales() {
        let urn = |number| Urn::new(number).unwrap();
        assert!(urn(900_000).is_fictional() && !urn(899_999).is_fictional());
        assert!(urn(401_234).is_welsh() && !urn(140_123).is_welsh());
    }
}
