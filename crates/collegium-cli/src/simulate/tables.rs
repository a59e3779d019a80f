//! Tables of a study: one row an observation, every column with its unit.

use collegium::sim::{
    rows::{AllocationRow, EventRow, PanelRow, Rows},
    run::{MEASURES, Summary},
    study::{Checked, Job, Setting},
};
use std::fmt::Write;

/// Rows of one run as they come.
pub(super) struct Kept {
    job: Job,
    is_kept: bool,
    events: String,
    allocations: String,
    panel: String,
}

/// The columns of each table that is kept row by row: name, unit, what it says.
pub(super) const COLUMNS: &[(&str, &[(&str, &str, &str)])] = &[
    (
        "events",
        &[
            ("run", "", "The run, as in the summary"),
            ("day", "days", "Since the beginning"),
            ("school", "", "By number, from 0"),
            ("area", "", "By number, from 0"),
            ("what", "", "noticed, broken_off, met, joined or left"),
        ],
    ),
    (
        "allocations",
        &[
            ("run", "", "The run, as in the summary"),
            ("day", "days", "Since the beginning"),
            ("taker", "", "The school that is helped, by number"),
            ("area", "", "By number, from 0"),
            ("giver", "", "The giver, by number among givers"),
            ("severity", "rank", "1 low to 4 urgent"),
            ("waited", "days", "Since the need became known"),
            (
                "distance",
                "metres",
                "Between giver and taker; empty where it does not matter",
            ),
        ],
    ),
    (
        "panel",
        &[
            ("run", "", "The run, as in the summary"),
            ("term", "", "By number, from 0"),
            ("school", "", "By number, from 0"),
            ("in_need", "areas", "Truly in need"),
            ("known", "areas", "Known to be in need"),
            ("helped", "areas", "With help at work"),
            ("lends", "deployments", "That it lends"),
        ],
    ),
];

impl Kept {
    pub(super) const fn begin(job: Job, is_kept: bool) -> Self {
        Self {
            job,
            is_kept,
            events: String::new(),
            allocations: String::new(),
            panel: String::new(),
        }
    }

    /// The tables, by name, without their headers.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("events", self.events.as_str()),
            ("allocations", self.allocations.as_str()),
            ("panel", self.panel.as_str()),
        ];
        all.into_iter().filter(|_| self.is_kept)
    }
}

impl Rows for Kept {
    fn event(&mut self, row: &EventRow) {
        if self.is_kept {
            let (run, day, what) = (self.job.index, row.at.days(), row.what.code());
            let _ = writeln!(self.events, "{run},{day},{},{},{what}", row.school, row.area);
        }
    }

    fn allocation(&mut self, row: &AllocationRow) {
        if self.is_kept {
            let (run, day) = (self.job.index, row.at.days());
            let waited = collegium::sim::tick::Tick(row.waited).days();
            let distance = row.distance.map_or_else(String::new, |it| it.0.to_string());
            let _ = writeln!(
                self.allocations,
                "{run},{day},{},{},{},{},{waited},{distance}",
                row.taker,
                row.area,
                row.giver,
                row.severity.rank(),
            );
        }
    }

    fn panel(&mut self, row: &PanelRow) {
        if self.is_kept {
            let _ = writeln!(
                self.panel,
                "{},{},{},{},{},{},{}",
                self.job.index, row.term, row.school, row.in_need, row.known, row.helped, row.lends,
            );
        }
    }
}

/// The header of the summary.
pub(super) fn summary_header(checked: &Checked<'_>) -> String {
    let fixed = ["run", "point", "policy", "clairvoyant", "replication"];
    let fields = checked.study.design.fields.iter().map(|field| cell(field));
    let names = fixed.into_iter().map(str::to_owned).chain(fields);
    let measures = MEASURES.iter().map(|measure| measure.name.to_owned());
    names
        .chain(measures)
        .chain(["applied".to_owned()])
        .collect::<Vec<_>>()
        .join(",")
        + "\n"
}

/// The row of one run in the summary.
pub(super) fn summary_row(checked: &Checked<'_>, job: Job, summary: &Summary) -> String {
    let policy = checked.study.policies.get(job.policy as usize);
    let (name, clairvoyant) = policy.map_or((String::new(), false), |it| {
        (cell(it.name()), it.is_clairvoyant())
    });
    let mut row = format!(
        "{},{},{name},{clairvoyant},{}",
        job.index, job.point, job.replication
    );
    let point = checked
        .study
        .design
        .points()
        .nth(job.point as usize)
        .unwrap_or_default();
    for Setting { value, .. } in &point {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let _ = write!(row, ",{}", cell(&text));
    }
    for value in &summary.values {
        let _ = write!(row, ",{value}");
    }
    let _ = writeln!(row, ",{}", summary.applied);
    row
}

/// Text as a cell: in quotes where it must be.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
