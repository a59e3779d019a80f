//! The map: schools as shapes, deployments as arcs; of a large round, cells with counts and the flows between them.
//!
//! All geometry is in integers: one unit of the drawing is divided into tenths, so the same schools give the same
//! bytes on every machine.

mod arc;
mod cells;
mod crowd;
mod labels;
mod points;
pub(crate) mod projection;
mod sheet;

use askama::Template;

use crate::page::{Section, html};
use crate::reading::Reading;
use crate::wording;

#[derive(Template)]
#[template(path = "map.html")]
struct Map {
    drawing: Option<String>,
    unplaced: Unplaced,
}

/// Schools that the register gives no place.
struct Unplaced {
    count: usize,
    /// Their names, unless there are too many to list.
    names: Vec<String>,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let drawing = if reading.aggregated {
        cells::draw(reading)
    } else {
        points::draw(reading)
    };
    let unplaced: Vec<_> = reading
        .schools()
        .filter(|(_, school)| school.place.is_none())
        .collect();
    let names = if unplaced.len() <= reading.row_limit() {
        unplaced
            .iter()
            .map(|&(index, _)| reading.school_name(index))
            .collect()
    } else {
        vec![]
    };
    let body = html(&Map {
        drawing,
        unplaced: Unplaced {
            count: unplaced.len(),
            names,
        },
    });
    Section {
        id: "map",
        heading: "Map of the schools",
        after_the_plan: true,
        body,
    }
}
