//! The map of a round that is small enough to show every school.

use std::collections::BTreeMap;

use askama::Template;

use super::arc::Arc;
use super::labels::{self, Label, Numbered};
use super::projection::{Frame, Point, Projection};
use crate::page::html;
use crate::reading::{Reading, SchoolLink};
use crate::view::{Role, School, SchoolIndex};
use crate::wording;

/// Clear space between an arc and a shape, in tenths of a unit.
const GAP: i64 = 15;
/// Half the size of a shape, and of the ring around one that has an unmet need.
const SHAPE_SIZE: i64 = 80;
const RING_SIZE: i64 = 125;
/// Schools closer than this on the drawing stand side by side.
const SIDE_BY_SIDE: i64 = 120;

#[derive(Template)]
#[template(path = "map_points.html")]
struct Points {
    frame: Frame,
    description: String,
    /// Shapes and what they mean.
    legend: [(&'static str, &'static str); 4],
    shapes: Vec<Shape>,
    ways: Vec<Way>,
    labels: Vec<Label>,
    notes: Vec<String>,
    rows: Vec<Row>,
}

struct Shape {
    point: Point,
    role: &'static str,
    unmet: bool,
    title: String,
}

struct Way {
    arc: Arc,
    stands: bool,
    title: String,
}

/// A school in the table that says the same as the map.
struct Row {
    number: u32,
    link: SchoolLink,
    school: School,
    needs: usize,
    unmet: bool,
    gives_to: Vec<String>,
    gets_from: Vec<String>,
}

/// The map with its legend and table; none if no school has a place.
pub(super) fn draw(reading: &Reading<'_>) -> Option<String> {
    let places = reading.round.schools.iter().filter_map(|school| school.place);
    let projection = Projection::around(places)?;
    let (points, moved) = spread(reading, &projection);
    let shapes: Vec<_> = points
        .iter()
        .filter_map(|(&index, &point)| {
            let school = reading.round.school(index)?;
            let unmet = has_unmet_need(reading, index);
            let title = format!(
                "{}. {}: {}{}",
                index.0.saturating_add(1),
                reading.school_name(index),
                school.role.label().to_lowercase(),
                if unmet {
                    ", with a need not met in full"
                } else {
                    ""
                },
            );
            Some(Shape {
                point,
                role: shape(school.role),
                unmet,
                title,
            })
        })
        .collect();
    let size = |index| {
        if has_unmet_need(reading, index) {
            RING_SIZE
        } else {
            SHAPE_SIZE
        }
    };
    let ways: Vec<_> = reading
        .round
        .deployments
        .iter()
        .filter_map(|deployment| {
            let (from, to) = (
                *points.get(&deployment.offering)?,
                *points.get(&deployment.receiving)?,
            );
            Some(Way {
                arc: Arc::between(
                    from,
                    size(deployment.offering) + GAP,
                    to,
                    size(deployment.receiving) + GAP,
                ),
                stands: deployment.state.stands(),
                title: format!(
                    "{} to {}: {}, {}",
                    reading.school_name(deployment.offering),
                    reading.school_name(deployment.receiving),
                    deployment.area,
                    deployment.state.label().to_lowercase(),
                ),
            })
        })
        .collect();

    let numbered: Vec<_> = points
        .iter()
        .map(|(&index, &point)| Numbered {
            number: index.0.saturating_add(1),
            point,
            half: size(index),
        })
        .collect();
    let labels = labels::place(&numbered, ways.iter().map(|way| way.arc.end));

    let notes = notes(
        moved,
        shapes.len() - labels.len(),
        reading.round.deployments.len() - ways.len(),
    );
    let description = format!(
        "A map, north up, of {}. {} drawn as arrows from the school offering support to the school receiving it. \
         The table below says the same in words.",
        wording::several(shapes.len(), "school", "schools"),
        wording::several(ways.len(), "deployment is", "deployments are"),
    );
    let legend = Role::ALL.map(|role| (shape(role), role.label()));
    let rows = rows(reading);
    Some(html(&Points {
        frame: Frame::of(&projection),
        description,
        legend,
        shapes,
        ways,
        labels,
        notes,
        rows,
    }))
}

/// What the map could not show as it is.
fn notes(moved: usize, unnumbered: usize, undrawn: usize) -> Vec<String> {
    let mut notes = vec![];
    if moved > 0 {
        notes.push(format!(
            "{} drawn beside another at the same spot, or very near.",
            wording::several(moved, "school is", "schools are"),
        ));
    }
    if unnumbered > 0 {
        notes.push(format!(
            "{} without a number on the map, for want of room; the table has them all.",
            wording::several(unnumbered, "shape is", "shapes are"),
        ));
    }
    if undrawn > 0 {
        notes.push(format!(
            "{} not drawn, because a school has no place on the map.",
            wording::several(undrawn, "deployment is", "deployments are"),
        ));
    }
    notes
}

/// Where each school is drawn. Schools at one spot stand side by side, in rings around the first; the second value
/// is how many were moved.
fn spread(reading: &Reading<'_>, projection: &Projection) -> (BTreeMap<SchoolIndex, Point>, usize) {
    const RING: [(i64, i64); 8] = [
        (180, 0),
        (-180, 0),
        (0, 180),
        (0, -180),
        (130, 130),
        (-130, -130),
        (130, -130),
        (-130, 130),
    ];
    let mut standing: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    let mut points = BTreeMap::new();
    let mut moved = 0;
    for (index, school) in reading.schools() {
        let Some(place) = school.place else { continue };
        let point = projection.point(place);
        let spot = (
            point.x.0.div_euclid(SIDE_BY_SIDE),
            point.y.0.div_euclid(SIDE_BY_SIDE),
        );
        let turn = standing.entry(spot).or_default();
        let point = match usize::try_from(*turn - 1) {
            Err(_) => point,
            Ok(position) => {
                moved += 1;
                let (x, y) = RING[position % RING.len()];
                let ring = (*turn - 1) / 8 + 1;
                point.moved(x * ring, y * ring)
            }
        };
        *turn += 1;
        points.insert(index, point);
    }
    (points, moved)
}

const fn shape(role: Role) -> &'static str {
    match role {
        Role::Offering => "offering",
        Role::Receiving => "receiving",
        Role::Both => "both",
        Role::Neither => "neither",
    }
}

fn has_unmet_need(reading: &Reading<'_>, school: SchoolIndex) -> bool {
    reading
        .needs_of(school)
        .iter()
        .filter_map(|&need| reading.round.need(need))
        .any(|need| need.units_met < need.units_asked)
}

fn rows(reading: &Reading<'_>) -> Vec<Row> {
    let mut gives_to: BTreeMap<SchoolIndex, Vec<String>> = BTreeMap::new();
    let mut gets_from: BTreeMap<SchoolIndex, Vec<String>> = BTreeMap::new();
    for deployment in reading
        .round
        .deployments
        .iter()
        .filter(|deployment| deployment.state.stands())
    {
        let name = |index| format!("{} {}", number(index), reading.school_name(index));
        add(
            gives_to.entry(deployment.offering).or_default(),
            name(deployment.receiving),
        );
        add(
            gets_from.entry(deployment.receiving).or_default(),
            name(deployment.offering),
        );
    }
    reading
        .schools()
        .map(|(index, school)| Row {
            number: index.0.saturating_add(1),
            link: reading.school_link(index),
            school: school.clone(),
            needs: reading.needs_of(index).len(),
            unmet: has_unmet_need(reading, index),
            gives_to: gives_to.remove(&index).unwrap_or_default(),
            gets_from: gets_from.remove(&index).unwrap_or_default(),
        })
        .collect()
}

/// Adds a name unless it is there.
fn add(names: &mut Vec<String>, name: String) {
    if !names.contains(&name) {
        names.push(name);
    }
}

/// The number of a school on the map.
fn number(index: SchoolIndex) -> String {
    format!("({})", u64::from(index.0) + 1)
}
