//! What was reallocated: the reasons, who recommended it and who decided, the difference and who lost help.

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading, SchoolLink};
use crate::view::{Outcome, Reallocation};
use crate::wording;

#[derive(Template)]
#[template(path = "reallocation.html")]
struct Reallocations<'a> {
    outcomes: Vec<(Outcome, usize)>,
    /// What changed, a card each.
    cards: Vec<Card<'a>>,
    cut: Option<String>,
    /// What goes on as it is, a row each.
    rows: Vec<Card<'a>>,
    rows_cut: Option<String>,
}

struct Card<'a> {
    number: usize,
    link: SchoolLink,
    area: String,
    reallocation: &'a Reallocation,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let reallocations = &reading.round.reallocations;
    let mut order: Vec<_> = reallocations.iter().collect();
    if reading.aggregated {
        order.sort_by_key(|reallocation| {
            let severity = reading.round.need(reallocation.need).map(|need| need.severity);
            (reallocation.displaced.is_empty(), std::cmp::Reverse(severity))
        });
    }
    let (mut goes_on, mut changed): (Vec<_>, Vec<_>) = order
        .into_iter()
        .partition(|reallocation| reallocation.outcome == Outcome::Continue);
    let cut = Cut::at(reading.row_limit(), changed.len());
    changed.truncate(cut.shown);
    let rows_cut = Cut::at(reading.row_limit(), goes_on.len());
    goes_on.truncate(rows_cut.shown);
    let body = html(&Reallocations {
        outcomes: outcomes(reallocations),
        cards: cards(reading, changed),
        cut: cut.statement(
            "change",
            "changes",
            "those that moved help from another school, then the most pressing",
        ),
        rows: cards(reading, goes_on),
        rows_cut: rows_cut.statement("decision", "decisions", "those about the most pressing needs"),
    });
    Section {
        id: "changes",
        heading: "What changed and why",
        after_the_plan: true,
        body,
    }
}

fn cards<'a>(reading: &Reading<'a>, reallocations: Vec<&'a Reallocation>) -> Vec<Card<'a>> {
    let card = |(position, reallocation): (usize, &'a Reallocation)| {
        let need = reading.round.need(reallocation.need);
        let outside = || SchoolLink {
            name: "A need outside this round".to_owned(),
            anchor: None,
        };
        Card {
            number: position + 1,
            link: need.map_or_else(outside, |need| reading.school_link(need.school)),
            area: need.map_or_else(String::new, |need| need.area.clone()),
            reallocation,
        }
    };
    reallocations.into_iter().enumerate().map(card).collect()
}

/// How many changes had each outcome, leaving out outcomes that none had.
fn outcomes(reallocations: &[Reallocation]) -> Vec<(Outcome, usize)> {
    Outcome::ALL
        .into_iter()
        .map(|outcome| {
            (
                outcome,
                reallocations
                    .iter()
                    .filter(|reallocation| reallocation.outcome == outcome)
                    .count(),
            )
        })
        .filter(|&(_, count)| count > 0)
        .collect()
}
