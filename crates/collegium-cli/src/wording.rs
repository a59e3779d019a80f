//! Counts in words.

/// `1 school`, `2 schools`.
pub(crate) fn counted(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A number with at most two decimal places, and none that say nothing.
pub(crate) fn rounded(number: f64) -> String {
    let hundredths = format!("{number:.2}");
    hundredths.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_none_are_many() {
        let schools = |count: usize| counted(count, "school", "schools");
        assert_eq!(
            [schools(0), schools(1), schools(2)],
            ["0 schools", "1 school", "2 schools"]
        );
    }

    #[test]
    fn places_that_say_nothing_go() {
        let told = [0.0, 1.0, 1.25, 10.0, 2.0 / 3.0].map(rounded);
        assert_eq!(told, ["0", "1", "1.25", "10", "0.67"]);
    }
}
