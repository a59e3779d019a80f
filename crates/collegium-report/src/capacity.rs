//! Capacity used against declared, school by school.

use std::cmp::Reverse;

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Cut, Reading, SchoolLink};
use crate::view::Capacity;
use crate::wording;

/// Width of the bar of the largest capacity, in units of the drawing.
const BAR_WIDTH: u64 = 200;

#[derive(Template)]
#[template(path = "capacity.html")]
struct Capacities {
    rows: Vec<Row>,
    bands: Vec<Band>,
    over: usize,
    cut: Option<String>,
}

struct Row {
    link: SchoolLink,
    capacity: Capacity,
    at_once: Gauge,
    half_days: Gauge,
}

/// A bar of what was used, inside the outline of what was declared.
struct Gauge {
    declared: u64,
    used: u64,
    /// How much of the bar lies beyond the outline.
    over: u64,
    /// By how much more was used than declared.
    excess: u32,
}

impl Gauge {
    fn new(used: u32, declared: u32, largest: u32) -> Self {
        let length = |amount: u32| u64::from(amount) * BAR_WIDTH / u64::from(largest.max(1));
        let excess = used.saturating_sub(declared);
        Self {
            declared: length(declared).max(1),
            used: length(used.min(declared)),
            over: length(excess),
            excess,
        }
    }
}

/// How many schools used how much of what they declared.
struct Band {
    label: &'static str,
    schools: usize,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let capacities = &reading.round.capacity;
    let mut order: Vec<_> = capacities.iter().collect();
    if reading.aggregated {
        order.sort_by_key(|capacity| {
            (
                !is_over(capacity),
                Reverse(capacity.half_days_committed),
                capacity.school,
            )
        });
    }
    let cut = Cut::at(reading.row_limit(), order.len());
    order.truncate(cut.shown);
    let at_once = order
        .iter()
        .map(|each| each.at_once_declared.max(each.at_once_peak))
        .max()
        .unwrap_or(0);
    let half_days = order
        .iter()
        .map(|each| each.half_days_declared.max(each.half_days_committed))
        .max()
        .unwrap_or(0);
    let rows = order
        .into_iter()
        .map(|capacity| Row {
            link: reading.school_link(capacity.school),
            at_once: Gauge::new(capacity.at_once_peak, capacity.at_once_declared, at_once),
            half_days: Gauge::new(
                capacity.half_days_committed,
                capacity.half_days_declared,
                half_days,
            ),
            capacity: capacity.clone(),
        })
        .collect();
    let body = html(&Capacities {
        rows,
        bands: bands(capacities),
        over: capacities.iter().filter(|capacity| is_over(capacity)).count(),
        cut: cut.statement("school", "schools", "those that committed most"),
    });
    Section {
        id: "capacity",
        heading: "Capacity used against declared",
        after_the_plan: true,
        body,
    }
}

/// Whether more was committed, or held at once, than was declared. The rules of the engine make this impossible;
/// the page says so if it happens all the same, for a fall of capacity is a fact that cannot be refused.
const fn is_over(capacity: &Capacity) -> bool {
    capacity.half_days_committed > capacity.half_days_declared
        || capacity.at_once_peak > capacity.at_once_declared
}

fn bands(capacities: &[Capacity]) -> Vec<Band> {
    const LABELS: [&str; 5] = [
        "Nothing used",
        "Up to half",
        "More than half",
        "All of it",
        "More than declared",
    ];
    let mut schools = [0; LABELS.len()];
    for capacity in capacities {
        let (used, declared) = (
            u64::from(capacity.half_days_committed),
            u64::from(capacity.half_days_declared),
        );
        let band = match used {
            0 => 0,
            _ if used > declared => 4,
            _ if used == declared => 3,
            _ if used * 2 > declared => 2,
            _ => 1,
        };
        schools[band] += 1;
    }
    LABELS
        .into_iter()
        .zip(schools)
        .map(|(label, schools)| Band { label, schools })
        .collect()
}
