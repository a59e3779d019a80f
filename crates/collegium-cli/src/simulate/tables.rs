//! Tables of a study: one row an observation, every column with its unit.

use super::file_of;
use crate::failure::{Failure, read};
use collegium::sim::{
    rows::{AllocationRow, EventRow, PanelRow, Rows, SchoolRow, TermRow},
    run::{MEASURES, Summary},
    study::{Checked, Job, Known, Replications, Setting, Study},
    tick::Tick,
};
use std::{collections::BTreeMap, fmt::Write, path::Path};

/// Rows of one run as they come: terms always, the others where they are asked for.
pub(super) struct Kept {
    job: Job,
    keeps_all: bool,
    terms: String,
    schools: String,
    events: String,
    allocations: String,
    panel: String,
}

/// A column: name, unit, what it says.
type Column = (&'static str, &'static str, &'static str);

/// The columns of each table that is kept row by row.
pub(super) const COLUMNS: &[(&str, &[Column])] = &[
    (
        "terms",
        &[
            ("run", "", "The run, as in the summary"),
            ("term", "", "By number, from 0"),
            ("day", "days", "On which it begins, since the beginning"),
            ("in_need", "areas", "Truly in need"),
            ("waiting", "needs", "Known, and lacking help"),
            ("helped", "needs", "With help at work"),
            ("capacity", "deployments", "That givers can have at once"),
            ("held", "deployments", "At work"),
        ],
    ),
    (
        "waits",
        &[
            ("run", "", "The run, as in the summary"),
            ("severity", "rank", "1 low to 4 urgent"),
            (
                "weeks",
                "weeks",
                "Whole weeks from a need's being known to its first help",
            ),
            ("needs", "needs", "That waited so long"),
        ],
    ),
    (
        "schools",
        &[
            ("run", "", "The run, as in the summary"),
            ("school", "", "By number, from 0"),
            ("kind", "", "By number, as in the scenario, from 0"),
            (
                "easting",
                "metres",
                "On a grid; empty where distance does not matter",
            ),
            (
                "northing",
                "metres",
                "On a grid; empty where distance does not matter",
            ),
            ("pupils", "pupils", "At the school"),
            ("in_need", "days", "In need since measuring began, over all areas"),
            ("helped", "deployments", "That it was helped with"),
            ("lent", "deployments", "That it lent"),
        ],
    ),
    (
        "events",
        &[
            ("run", "", "The run, as in the summary"),
            ("day", "days", "Since the beginning"),
            ("school", "", "By number, from 0"),
            ("area", "", "By number, from 0"),
            ("what", "", "noticed, broken_off, met, gave_up, joined or left"),
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

/// Tables that are kept whether all rows are asked for or not.
const ALWAYS: [&str; 2] = ["terms", "schools"];

impl Kept {
    pub(super) const fn begin(job: Job, keeps_all: bool) -> Self {
        Self {
            job,
            keeps_all,
            terms: String::new(),
            schools: String::new(),
            events: String::new(),
            allocations: String::new(),
            panel: String::new(),
        }
    }

    /// The tables, by name, without their headers.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("terms", self.terms.as_str()),
            ("schools", self.schools.as_str()),
            ("events", self.events.as_str()),
            ("allocations", self.allocations.as_str()),
            ("panel", self.panel.as_str()),
        ];
        all.into_iter()
            .filter(|(name, _)| self.keeps_all || ALWAYS.contains(name))
    }
}

impl Rows for Kept {
    fn term(&mut self, row: &TermRow) {
        let _ = writeln!(
            self.terms,
            "{},{},{},{},{},{},{},{}",
            self.job.index,
            row.term,
            row.at.days(),
            row.in_need,
            row.waiting,
            row.helped,
            row.capacity,
            row.held,
        );
    }

    fn school(&mut self, row: &SchoolRow) {
        let place = row.place.map_or_else(
            || ",".to_owned(),
            |place| format!("{},{}", place.easting().0, place.northing().0),
        );
        let _ = writeln!(
            self.schools,
            "{},{},{},{place},{},{},{},{}",
            self.job.index,
            row.school,
            row.kind,
            row.pupils,
            Tick(row.in_need).days(),
            row.helped,
            row.lent,
        );
    }

    fn event(&mut self, row: &EventRow) {
        if self.keeps_all {
            let (run, day, what) = (self.job.index, row.at.days(), row.what.code());
            let _ = writeln!(self.events, "{run},{day},{},{},{what}", row.school, row.area);
        }
    }

    fn allocation(&mut self, row: &AllocationRow) {
        if self.keeps_all {
            let (run, day) = (self.job.index, row.at.days());
            let waited = Tick(row.waited).days();
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
        if self.keeps_all {
            let _ = writeln!(
                self.panel,
                "{},{},{},{},{},{},{}",
                self.job.index, row.term, row.school, row.in_need, row.known, row.helped, row.lends,
            );
        }
    }
}

/// The columns of what says how well means are known, where that is when a study stops.
pub(super) const STOPPING: &[Column] = &[
    ("point", "", "By number, from 0"),
    ("policy", "", "Its name"),
    ("measure", "", "What must be known"),
    ("replications", "", "How often the point was repeated"),
    ("mean", "as the measure", "Over replications"),
    (
        "half_width",
        "as the measure",
        "How far its interval reaches to each side",
    ),
    ("wanted", "as the measure", "How far it may reach"),
    ("is_precise", "", "Whether it reaches no farther"),
];

/// How well each mean is known that must be.
pub(super) fn stopping(replications: &Replications<'_>, study: &Study) -> String {
    let known = replications.known();
    let line = |it: &Known<'_>| {
        let policy = study.policies.get(it.policy as usize);
        let (mean, half_width) = it.interval.map_or((f64::NAN, f64::NAN), |interval| {
            (interval.mean(), interval.half_width())
        });
        let wanted = it.until.half_width * if it.until.of_the_mean { mean.abs() } else { 1.0 };
        let policy = cell(policy.map_or("", |it| it.name()));
        let (measure, count) = (&it.until.measure, it.replications);
        format!(
            "{},{policy},{measure},{count},{mean},{half_width},{wanted},{}\n",
            it.point, it.is_precise
        )
    };
    header(STOPPING) + &known.iter().map(line).collect::<String>()
}

/// The first line of a table.
pub(super) fn header(columns: &[Column]) -> String {
    let names: Vec<_> = columns.iter().map(|(column, ..)| *column).collect();
    names.join(",") + "\n"
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

/// The measures of one run, read back from its row; none where it is not done yet.
pub(super) fn values(directory: &Path, job: Job) -> Result<Option<Vec<f64>>, Failure> {
    let path = file_of(directory, job.index, "summary");
    if !path.exists() {
        return Ok(None);
    }
    let told = || {
        let what = format!("{}: this is no row of a summary", path.display());
        Failure::new(
            what,
            "take the file away, and do its run again with `collegium simulate run`",
        )
    };
    let bytes = read(&path)?;
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes.as_slice());
    let row = rows.records().next().and_then(Result::ok).ok_or_else(told)?;
    // Measures come last, before the count of events.
    let first = row.len().checked_sub(MEASURES.len() + 1).ok_or_else(told)?;
    let cells = row.iter().skip(first).take(MEASURES.len());
    let values = cells.map(|cell| cell.parse().map_err(|_| told()));
    values.collect::<Result<_, _>>().map(Some)
}

/// How long needs of one run waited, by severity and whole week.
pub(super) fn waits(job: Job, summary: &Summary) -> String {
    let mut counts = BTreeMap::<(u8, i64), u32>::new();
    for wait in &summary.waits {
        let key = (wait.severity.rank(), wait.ticks / (7 * Tick::DAY));
        *counts.entry(key).or_default() += 1;
    }
    let line = |((severity, weeks), needs)| format!("{},{severity},{weeks},{needs}\n", job.index);
    counts.into_iter().map(line).collect()
}

/// Text as a cell: in quotes where it must be.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
