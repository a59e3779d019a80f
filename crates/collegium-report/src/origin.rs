//! How the figures came about: rules, skipped rows, assumptions, proof, seed and versions.

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading};
use crate::view::{DerivationRule, Figure, RoundView, SkippedRows};
use crate::wording;

#[derive(Template)]
#[template(path = "origin.html")]
struct HowFiguresCameAbout<'a> {
    round: &'a RoundView,
    figures: &'a [Figure],
    figures_cut: Option<String>,
    derivation: &'a [DerivationRule],
    derivation_cut: Option<String>,
    skipped: &'a [SkippedRows],
    skipped_cut: Option<String>,
    skipped_rows: u64,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let round = reading.round;
    let (figures, figures_cut) = first(&round.figures, reading, "figure", "figures");
    let (derivation, derivation_cut) = first(&round.derivation, reading, "rule", "rules");
    let (skipped, skipped_cut) = first(&round.skipped, reading, "reason", "reasons");
    let body = html(&HowFiguresCameAbout {
        round,
        figures,
        figures_cut,
        derivation,
        derivation_cut,
        skipped,
        skipped_cut,
        skipped_rows: round
            .skipped
            .iter()
            .fold(0, |sum, skipped| sum.saturating_add(skipped.rows)),
    });
    Section {
        id: "figures",
        heading: "How the figures came about",
        after_the_plan: true,
        body,
    }
}

fn first<'a, T>(items: &'a [T], reading: &Reading<'_>, one: &str, many: &str) -> (&'a [T], Option<String>) {
    let cut = Cut::at(reading.row_limit(), items.len());
    (
        &items[..cut.shown],
        cut.statement(one, many, "the first in the list"),
    )
}
