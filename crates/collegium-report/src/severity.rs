//! Needs by severity, and by area.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading};
use crate::summary::Coverage;
use crate::view::{Need, Severity};
use crate::wording;

/// Width of the longest bar, in units of the drawing.
const BAR_WIDTH: usize = 320;

#[derive(Template)]
#[template(path = "severity.html")]
struct Severities {
    bars: Vec<Bar>,
    total: Coverage,
    areas: Vec<AreaRow>,
    cut: Option<String>,
}

struct Bar {
    severity: Severity,
    coverage: Coverage,
    /// Widths of the parts that are met, met in part and not met, one after the other.
    met: usize,
    partly: usize,
    unmet: usize,
}

struct AreaRow {
    area: String,
    /// Needs by severity, the most pressing first.
    by_severity: [usize; 4],
    coverage: Coverage,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let needs = &reading.round.needs;
    let coverages =
        Severity::ALL.map(|severity| Coverage::of(needs.iter().filter(|need| need.severity == severity)));
    let longest = coverages
        .iter()
        .map(|coverage| coverage.total())
        .max()
        .unwrap_or(0)
        .max(1);
    let width = |needs: usize| needs * BAR_WIDTH / longest;
    let bars = Severity::ALL
        .into_iter()
        .zip(coverages)
        .map(|(severity, coverage)| Bar {
            severity,
            coverage,
            met: width(coverage.met),
            partly: width(coverage.partly),
            unmet: width(coverage.unmet),
        })
        .collect();

    let mut areas = areas(needs);
    let cut = Cut::at(reading.row_limit(), areas.len());
    areas.truncate(cut.shown);
    let body = html(&Severities {
        bars,
        total: Coverage::of(needs),
        areas,
        cut: cut.statement("area", "areas", "those with most needs"),
    });
    Section {
        id: "needs",
        heading: "Needs by severity",
        after_the_plan: false,
        body,
    }
}

/// Areas with their needs, those with most needs first.
fn areas(needs: &[Need]) -> Vec<AreaRow> {
    let mut by_area: BTreeMap<&str, Vec<&Need>> = BTreeMap::new();
    for need in needs {
        by_area.entry(&need.area).or_default().push(need);
    }
    let mut rows: Vec<_> = by_area
        .into_iter()
        .map(|(area, needs)| AreaRow {
            area: area.to_owned(),
            by_severity: Severity::ALL
                .map(|severity| needs.iter().filter(|need| need.severity == severity).count()),
            coverage: Coverage::of(needs),
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.coverage.total()));
    rows
}
