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
    cards: Vec<Card<'a>>,
    cut: Option<String>,
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
    let cut = Cut::at(reading.row_limit(), order.len());
    order.truncate(cut.shown);
    let cards = order
        .into_iter()
        .enumerate()
        .map(|(position, reallocation)| {
            let need = reading.round.need(reallocation.need);
            Card {
                number: position + 1,
                link: need.map_or_else(
                    || SchoolLink {
                        name: "A need outside this round".to_owned(),
                        anchor: None,
                    },
                    |need| reading.school_link(need.school),
                ),
                area: need.map_or_else(String::new, |need| need.area.clone()),
                reallocation,
            }
        })
        .collect();
    let body = html(&Reallocations {
        outcomes: outcomes(reallocations),
        cards,
        cut: cut.statement(
            "change",
            "changes",
            "those that moved help from another school, then the most pressing",
        ),
    });
    Section {
        id: "changes",
        heading: "What changed and why",
        after_the_plan: true,
        body,
    }
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
