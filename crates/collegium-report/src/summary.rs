//! The round at a glance: a handful of figures, each with how it was counted.

use askama::Template;

use crate::page::html;
use crate::reading::Reading;
use crate::view::{Need, Proof, RoundView};
use crate::wording;

#[derive(Template)]
#[template(path = "summary.html")]
struct Summary<'a> {
    cards: Vec<Card>,
    proof: Option<&'a Proof>,
}

struct Card {
    label: &'static str,
    value: String,
    note: String,
}

/// How many needs a round met wholly, in part, and not at all.
#[derive(Clone, Copy, Default)]
pub(crate) struct Coverage {
    pub(crate) met: usize,
    pub(crate) partly: usize,
    pub(crate) unmet: usize,
}

impl Coverage {
    pub(crate) fn of<'a>(needs: impl IntoIterator<Item = &'a Need>) -> Self {
        let mut coverage = Self::default();
        for need in needs {
            *match (need.units_met, need.units_asked) {
                (met, asked) if met >= asked => &mut coverage.met,
                (0, _) => &mut coverage.unmet,
                _ => &mut coverage.partly,
            } += 1;
        }
        coverage
    }

    pub(crate) const fn total(self) -> usize {
        self.met + self.partly + self.unmet
    }
}

/// The summary cards.
pub(crate) fn render(reading: &Reading<'_>) -> String {
    let round = reading.round;
    let offering = round.schools.iter().filter(|school| school.role.offers()).count();
    let receiving = round
        .schools
        .iter()
        .filter(|school| school.role.receives())
        .count();
    let coverage = Coverage::of(&round.needs);
    let asked: u64 = round.needs.iter().map(|need| u64::from(need.units_asked)).sum();
    let met: u64 = round.needs.iter().map(|need| u64::from(need.units_met)).sum();
    let cards = vec![
        Card {
            label: "Schools",
            value: wording::count(round.schools.len()),
            note: "in this round".to_owned(),
        },
        Card {
            label: "Offering support",
            value: wording::count(offering),
            note: "schools, those that also receive support included".to_owned(),
        },
        Card {
            label: "Receiving support",
            value: wording::count(receiving),
            note: "schools, those that still wait for it included".to_owned(),
        },
        ratio(offering, receiving),
        Card {
            label: "Needs met",
            value: wording::count(coverage.met),
            note: format!(
                "of {}, in full",
                wording::several(coverage.total(), "need", "needs")
            ),
        },
        Card {
            label: "Needs not met",
            value: wording::count(coverage.unmet),
            note: format!("and {} met in part", wording::count(coverage.partly)),
        },
        Card {
            label: "Deployments planned",
            value: wording::number(met),
            note: format!("of {} asked for", wording::number(asked)),
        },
        half_days(round),
    ];
    html(&Summary {
        cards,
        proof: round.proof.as_ref(),
    })
}

/// Schools that offer support for each that receives it.
fn ratio(offering: usize, receiving: usize) -> Card {
    let value = match (offering * 10 + receiving / 2).checked_div(receiving) {
        Some(tenths) => format!("{}.{} to 1", wording::count(tenths / 10), tenths % 10),
        None => "No ratio".to_owned(),
    };
    Card {
        label: "Capacity ratio",
        value,
        note: "offering to receiving; a rule of thumb is 3 or 4 to 1".to_owned(),
    }
}

fn half_days(round: &RoundView) -> Card {
    let committed: u64 = round
        .capacity
        .iter()
        .map(|capacity| u64::from(capacity.half_days_committed))
        .sum();
    let declared: u64 = round
        .capacity
        .iter()
        .map(|capacity| u64::from(capacity.half_days_declared))
        .sum();
    Card {
        label: "Half-days committed",
        value: wording::number(committed),
        note: format!("of {} declared", wording::number(declared)),
    }
}
