//! Steps as a table in plain words.

use super::graph::lines;
use std::fmt::Write;

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// What it is called.
    pub(super) label: String,
    /// Who may do it.
    pub(super) who: String,
    /// Where it begins.
    pub(super) from: String,
    /// Where it leads.
    pub(super) to: String,
    /// What must hold.
    pub(super) conditions: String,
}

const HEAD: [&str; 5] = ["Step", "Who may", "From", "To", "Conditions"];

/// Columns line up to this width; one long cell does not push all the others off a terminal.
const WIDEST: usize = 28;

/// A Markdown table with one line a step.
pub(super) fn table(steps: &[Step]) -> String {
    let lines: Vec<[String; 5]> = std::iter::once(HEAD.map(cell))
        .chain(steps.iter().map(|step| {
            [&step.label, &step.who, &step.from, &step.to, &step.conditions].map(|text| cell(text))
        }))
        .collect();
    let length = |cell: &String| cell.chars().count();
    let widths: [usize; 5] = std::array::from_fn(|column| {
        let lengths = lines
            .iter()
            .filter_map(|line| line.get(column).map(length))
            .filter(|length| *length <= WIDEST);
        lengths.max().unwrap_or_default()
    });
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        // What a long cell takes, the padding of the cells behind it gives back.
        let mut beyond = 0;
        for (cell, width) in line.iter().zip(widths) {
            let room = width.saturating_sub(beyond);
            let _ = write!(text, "| {cell:room$} ");
            beyond = (beyond + length(cell).max(room)).saturating_sub(width);
        }
        text.push_str("|\n");
        if number == 0 {
            for width in widths {
                let _ = write!(text, "|{}", "-".repeat(width + 2));
            }
            text.push_str("|\n");
        }
    }
    text
}

/// Text on one line that Markdown takes as it stands.
pub(super) fn cell(text: &str) -> String {
    let mut cell = String::new();
    for c in lines(text).join(" ").chars() {
        if "\\|`*_<>[]&#~".contains(c) {
            cell.push('\\');
        }
        cell.push(c);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::{Step, table};

    fn step(texts: [&str; 5]) -> Step {
        let [label, who, from, to, conditions] = texts.map(str::to_owned);
        Step {
            label,
            who,
            from,
            to,
            conditions,
        }
    }

    #[test]
    fn letters_are_told_as_ever() {
        let found = table(&[
            step(["Write letter", "Broker", "Not there yet", "Written", "None"]),
            step([
                "Read letter",
                "Host head, Releasing employer, Commissioner",
                "Written",
                "Read",
                "None",
            ]),
            step(["A | B", "`x` <b>\n*all*", "Größe", "\\", "None"]),
        ]);
        let golden = include_str!("../../tests/diagrams/letter.md");
        assert!(found == golden, "tests/diagrams/letter.md should be:\n{found}");
    }
}
