//! Cells read as values. Each tells withheld from wrong.

use crate::{fault::FaultKind, number::Thousandths, withheld::Withheld};
use collegium_model::{chrono::NaiveDate, quantity::PerMille};

/// A whole number, or none where it is withheld.
pub(crate) fn whole(text: &str) -> Result<Option<u32>, FaultKind> {
    if Withheld::from_register(text).is_some() {
        return Ok(None);
    }
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits => Ok(Some(number)),
        _ => Err(FaultKind::NotANumber {
            found: text.to_owned(),
        }),
    }
}

/// A percentage with or without its sign, or why it is withheld.
pub(crate) fn percentage(text: &str) -> Result<Result<PerMille, Withheld>, FaultKind> {
    if let Some(withheld) = Withheld::from_register(text) {
        return Ok(Err(withheld));
    }
    let digits = text.strip_suffix('%').unwrap_or(text).trim_end();
    // Thousandths of a percent, rounded to the tenth of a percent that a share is told in.
    digits
        .parse::<Thousandths>()
        .ok()
        .filter(|Thousandths(thousandths)| (0..=100_000).contains(thousandths))
        .and_then(|Thousandths(thousandths)| u16::try_from((thousandths + 50) / 100).ok())
        .and_then(|per_mille| PerMille::new(per_mille).ok())
        .map(Ok)
        .ok_or_else(|| FaultKind::NotAPercentage {
            found: text.to_owned(),
        })
}

/// A decimal number, or why it is withheld.
pub(crate) fn decimal(text: &str) -> Result<Result<Thousandths, Withheld>, FaultKind> {
    match Withheld::from_register(text) {
        Some(withheld) => Ok(Err(withheld)),
        None => text.parse().map(Ok).map_err(|_| FaultKind::NotANumber {
            found: text.to_owned(),
        }),
    }
}

/// A date as registers write it, or none where the cell is blank.
pub(crate) fn date(text: &str) -> Result<Option<NaiveDate>, FaultKind> {
    if text.is_empty() {
        return Ok(None);
    }
    let numeric = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        [date] if date.len() == 8 && numeric(date) => (&date[..4], &date[4..6], &date[6..]),
        _ => ("", "", ""),
    };
    let known = [year, month, day].iter().all(|part| numeric(part));
    let date = year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok());
    date.filter(|_| known)
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day))
        .map(Some)
        .ok_or_else(|| FaultKind::NotADate {
            found: text.to_owned(),
        })
}

/// A word of a closed vocabulary; letter case does not matter.
pub(crate) fn word<T: Copy>(text: &str, vocabulary: &[(&'static str, T)]) -> Result<T, FaultKind> {
    vocabulary
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(text))
        .map(|&(_, meaning)| meaning)
        .ok_or_else(|| FaultKind::UnknownWord {
            found: text.to_owned(),
            known: vocabulary
                .iter()
                .map(|&(word, _)| word)
                .filter(|word| !word.is_empty())
                .collect(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_spelling() {
        let day = NaiveDate::from_ymd_opt(2021, 8, 31);
        for text in ["31-08-2021", "31/08/2021", "20210831", "2021-08-31", "31-8-2021"] {
            assert_eq!(date(text), Ok(day), "{text}");
        }
        assert_eq!(date(""), Ok(None));
        for text in [
            "31-02-2021",
            "2021",
            "31-08-21",
            "+1-08-2021",
            "x",
            "--",
            "20211301",
            "1-2-3-2021",
            "ééée",
        ] {
            assert!(date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn percentages_with_and_without_their_sign() {
        let share = |text| percentage(text).unwrap().unwrap().get();
        assert_eq!(share("33.30%"), 333);
        assert_eq!(share("33.3"), 333);
        assert_eq!(share("100"), 1000);
        assert_eq!(share("0.05 %"), 1);
        assert_eq!(percentage("SUPP"), Ok(Err(Withheld::Suppressed)));
        for text in ["100.1", "-1", "%", "12,5", "half"] {
            assert!(percentage(text).is_err(), "{text}");
        }
    }

    #[test]
    fn withheld_is_not_zero() {
        for text in ["", "SUPP", "NE", "NP", "LOWCOV", "NA", "z", "c", "u"] {
            assert_eq!(whole(text), Ok(None), "{text}");
            assert!(matches!(decimal(text), Ok(Err(_))), "{text}");
        }
        assert_eq!(whole("0"), Ok(Some(0)));
        assert!(whole("1O1").is_err() && whole("+1").is_err() && whole("99999999999").is_err());
    }
}
