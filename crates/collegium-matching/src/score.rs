//! Scores and their sums: decimals with up to six places, held as whole millionths, so that no plan
//! depends on how a float was rounded.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, iter::Sum, str::FromStr};

const PLACES: usize = 6;
const MICROS: i128 = 1_000_000;
const MICROS_PER_UNIT: i64 = 1_000_000;

/// Decimal digits that an `i64` holds whatever they are.
const SMALL_DIGITS: usize = 18;

/// Decimal digits that a double holds whatever the value.
const EXACT_DIGITS: usize = 15;
const EXACT_MICROS: u64 = 1_000_000_000_000_000;

/// How good a pair is, exact to six decimal places.
///
/// # Units
/// The input's own, whatever they are; inside, millionths of it. Between −10⁹ and 10⁹ of the input's
/// unit ([`Score::LIMIT`]), which leaves room for every sum that a problem of 2³² pairs can ask for.
///
/// # Example
/// ```
/// # use collegium_matching::score::Score;
/// let score: Score = "0.750".parse()?;
/// assert_eq!(score.micros(), 750_000);
/// assert_eq!(score.to_string(), "0.75");
/// # Ok::<_, collegium_matching::score::ScoreError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(i64);

/// A sum of scores, or a price made of them; exact to six decimal places.
///
/// # Units
/// As [`Score`]; inside, millionths in 128 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Total(i128);

/// Why something is no score.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScoreError {
    /// Not a decimal such as `0.75`, `-2` or `13`.
    #[error("{found:?} is not a decimal number")]
    NotADecimal {
        /// The text as it was found.
        found: String,
    },
    /// More than six places after the point.
    #[error("{found} has more than six decimal places")]
    TooManyPlaces {
        /// The text as it was found.
        found: String,
    },
    /// Too large to be kept exact.
    #[error("{found} is beyond what is kept exact")]
    OutOfRange {
        /// The text as it was found.
        found: String,
    },
}

impl ScoreError {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotADecimal { .. } => {
                "write digits with at most one point, without exponent or thousands separator"
            }
            Self::TooManyPlaces { .. } => "round it to six places; scores are kept exact",
            Self::OutOfRange { .. } => "use a larger unit: a score lies between -1000000000 and 1000000000",
        }
    }
}

impl Score {
    /// The score of nothing.
    pub const ZERO: Self = Self(0);

    /// The largest score and, negated, the smallest: 10⁹ in the input's unit.
    pub const LIMIT: Self = Self(1_000_000_000_000_000);

    /// A score of so many millionths.
    pub fn from_micros(micros: i64) -> Result<Self, ScoreError> {
        if (-Self::LIMIT.0..=Self::LIMIT.0).contains(&micros) {
            Ok(Self(micros))
        } else {
            Err(ScoreError::OutOfRange {
                found: Total(i128::from(micros)).to_string(),
            })
        }
    }

    /// The score in millionths.
    pub const fn micros(self) -> i64 {
        self.0
    }
}

impl Total {
    /// The sum of nothing.
    pub const ZERO: Self = Self(0);

    /// A total of so many millionths.
    pub const fn from_micros(micros: i128) -> Self {
        Self(micros)
    }

    /// The total in millionths.
    pub const fn micros(self) -> i128 {
        self.0
    }
}

impl From<Score> for Total {
    fn from(score: Score) -> Self {
        Self(score.0.into())
    }
}

impl Sum<Score> for Total {
    fn sum<I: Iterator<Item = Score>>(scores: I) -> Self {
        Self(scores.map(|score| i128::from(score.0)).sum())
    }
}

impl FromStr for Total {
    type Err = ScoreError;

    fn from_str(text: &str) -> Result<Self, ScoreError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let found = || text.to_owned();
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(ScoreError::NotADecimal { found: found() });
        }
        // Zeros beyond the last place say nothing that would be lost.
        let (fraction, beyond) = fraction.split_at(fraction.len().min(PLACES));
        if beyond.bytes().any(|digit| digit != b'0') {
            return Err(ScoreError::TooManyPlaces { found: found() });
        }
        let zeros = PLACES - fraction.len();
        let digits = whole.bytes().chain(fraction.bytes());
        if whole.len() + PLACES <= SMALL_DIGITS {
            // Nearly every score of nearly every table: there is no need to look for an overflow.
            let digits = digits.chain(std::iter::repeat_n(b'0', zeros));
            let micros = digits.fold(0, |micros, digit| micros * 10 + i64::from(digit - b'0'));
            return Ok(Self(i128::from(if negative { -micros } else { micros })));
        }
        digits
            .chain(std::iter::repeat_n(b'0', zeros))
            .try_fold(0i128, |micros, digit| {
                micros.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
            })
            .map(|micros| Self(if negative { -micros } else { micros }))
            .ok_or_else(|| ScoreError::OutOfRange { found: found() })
    }
}

impl FromStr for Score {
    type Err = ScoreError;

    fn from_str(text: &str) -> Result<Self, ScoreError> {
        Self::try_from(text.parse::<Total>()?)
    }
}

impl TryFrom<Total> for Score {
    type Error = ScoreError;

    fn try_from(total: Total) -> Result<Self, ScoreError> {
        i64::try_from(total.0)
            .ok()
            .and_then(|micros| Self::from_micros(micros).ok())
            .ok_or_else(|| ScoreError::OutOfRange {
                found: total.to_string(),
            })
    }
}

impl fmt::Display for Total {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (whole, fraction) = (
            magnitude / MICROS.unsigned_abs(),
            magnitude % MICROS.unsigned_abs(),
        );
        let mut text = whole.to_string();
        if fraction != 0 {
            text.push('.');
            text.push_str(format!("{fraction:06}").trim_end_matches('0'));
        }
        f.pad_integral(self.0 >= 0, "", &text)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Total::from(*self).fmt(f)
    }
}

/// A JSON number where a double holds the decimal exactly, text where it does not.
#[cfg(feature = "schema")]
mod schema {
    use super::{Score, Total};
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for Total {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Total".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A score or a sum of scores, exact to six places; text where a number would not be exact.",
                "anyOf": [{ "type": "number" }, { "type": "string" }],
            })
        }
    }

    impl JsonSchema for Score {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Score".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Total::json_schema(generator)
        }
    }
}

/// The double nearest to so many millionths: below [`EXACT_MICROS`] both numbers are exact.
#[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact")]
fn quotient(micros: i64) -> f64 {
    micros as f64 / MICROS_PER_UNIT as f64
}

impl Serialize for Total {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Nearly all are so small: no digit need be looked at.
        if let Ok(micros) = i64::try_from(self.0)
            && micros.unsigned_abs() < EXACT_MICROS
        {
            return match (micros / MICROS_PER_UNIT, micros % MICROS_PER_UNIT) {
                (whole, 0) => serializer.serialize_i64(whole),
                _ => serializer.serialize_f64(quotient(micros)),
            };
        }
        let text = self.to_string();
        if significant_digits(&text) > EXACT_DIGITS {
            return serializer.serialize_str(&text);
        }
        match (i64::try_from(self.0 / MICROS), text.parse::<f64>()) {
            (Ok(whole), _) if self.0 % MICROS == 0 => serializer.serialize_i64(whole),
            (_, Ok(number)) => serializer.serialize_f64(number),
            (_, Err(_)) => serializer.serialize_str(&text),
        }
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Total::from(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Total {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DecimalVisitor)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Total::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

pub(crate) struct DecimalVisitor;

impl de::Visitor<'_> for DecimalVisitor {
    type Value = Total;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal with up to six places, as a number or as text")
    }

    fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Total, E> {
        Ok(Total(i128::from(whole) * MICROS))
    }

    fn visit_u64<E: de::Error>(self, whole: u64) -> Result<Total, E> {
        Ok(Total(i128::from(whole) * MICROS))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Total, E> {
        // A double's shortest decimal is the one that was written, as long as it has few digits.
        let text = number.to_string();
        if significant_digits(&text) > EXACT_DIGITS {
            return Err(E::custom(format_args!(
                "{text} has more digits than a JSON number keeps exactly; write it as text"
            )));
        }
        self.visit_str(&text)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Total, E> {
        text.parse().map_err(E::custom)
    }
}

fn significant_digits(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn micros(text: &str) -> Result<i64, ScoreError> {
        text.parse::<Score>().map(Score::micros)
    }

    #[test]
    fn decimals_are_read_exactly() {
        assert_eq!(micros("0.1"), Ok(100_000));
        assert_eq!(micros("-0.000001"), Ok(-1));
        assert_eq!(micros("007"), Ok(7_000_000));
        assert_eq!(micros("1000000000"), Ok(Score::LIMIT.micros()));
        assert_eq!(micros("-1000000000"), Ok(-Score::LIMIT.micros()));
    }

    #[test]
    fn what_is_no_score_says_why() {
        for text in [
            "", "-", ".", "1.", ".5", "+1", "1e3", "1,5", "0x1", "NaN", "1.2.3", " 1", "--1", "١",
        ] {
            assert!(
                matches!(micros(text), Err(ScoreError::NotADecimal { .. })),
                "{text:?}"
            );
        }
        assert!(matches!(
            micros("0.0000001"),
            Err(ScoreError::TooManyPlaces { .. })
        ));
        for text in [
            "1000000000.000001",
            "-1000000000.000001",
            "340282366920938463463374607431768211456",
        ] {
            assert!(
                matches!(micros(text), Err(ScoreError::OutOfRange { .. })),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_total_that_a_double_would_round_is_written_as_text() {
        let json = |micros| serde_json::to_string(&Total(micros)).unwrap();
        assert_eq!(json(750_000), "0.75");
        assert_eq!(json(-3_000_000), "-3");
        assert_eq!(json(12_345_678_901_500_000), "12345678901.5");
        assert_eq!(json(9_007_199_254_740_993), "\"9007199254.740993\"");
        assert_eq!(json(999_999_999_999_999), "999999999.999999");
    }

    #[test]
    fn a_json_number_that_lost_digits_is_refused() {
        assert!(serde_json::from_str::<Total>("9007199254.740993").is_err());
        assert!(serde_json::from_str::<Total>("0.1234567").is_err());
        assert!(serde_json::from_str::<Total>("true").is_err());
        assert_eq!(serde_json::from_str::<Total>("1e-6").unwrap(), Total(1));
        assert!(serde_json::from_str::<Score>("1000000001").is_err());
    }

    proptest! {
        #[test]
        fn text_and_json_keep_every_score(micros in -Score::LIMIT.0..=Score::LIMIT.0) {
            let score = Score(micros);
            prop_assert_eq!(score.to_string().parse::<Score>(), Ok(score));
            let json = serde_json::to_string(&score).unwrap();
            prop_assert!(!json.contains('"'));
            prop_assert_eq!(serde_json::from_str::<Score>(&json).unwrap(), score);
        }

        #[test]
        fn text_and_json_keep_every_total(micros in any::<i128>()) {
            let total = Total(micros / 10);
            prop_assert_eq!(total.to_string().parse::<Total>(), Ok(total));
            let json = serde_json::to_string(&total).unwrap();
            prop_assert_eq!(serde_json::from_str::<Total>(&json).unwrap(), total);
        }
    }
}
