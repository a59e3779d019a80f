//! The map of a round that is small enough to show every school.

use std::collections::BTreeMap;

use askama::Template;

use super::crowd::{Land, crowded};
use super::projection::Tenths;
use super::sheet::{Sheet, has_unmet_need, shape};
use crate::page::html;
use crate::reading::{Reading, SchoolLink};
use crate::view::{Role, School, SchoolIndex};
use crate::wording;

#[derive(Template)]
#[template(path = "map_points.html")]
struct Points {
    /// Shapes and what they mean.
    legend: [(&'static str, &'static str); 4],
    whole: Sheet,
    description: String,
    /// The part of the map where schools crowd together, drawn again and larger.
    enlarged: Option<Enlarged>,
    notes: Vec<String>,
    rows: Vec<Row>,
}

struct Enlarged {
    sheet: Sheet,
    description: String,
    /// Where it lies on the whole map: left, top, width, height.
    outline: [Tenths; 4],
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
    let whole = Sheet::of(reading, Land::EVERYWHERE)?;
    let enlarged = enlarged(reading, &whole);
    let description = format!(
        "A map, north up, of {}. {} drawn as arrows from the school offering support to the school receiving it. \
         The table below says the same in words.",
        wording::several(whole.shapes.len(), "school", "schools"),
        wording::several(whole.ways.len(), "deployment is", "deployments are"),
    );
    Some(html(&Points {
        legend: Role::ALL.map(|role| (shape(role), role.label())),
        notes: notes(reading, &whole, enlarged.as_ref()),
        description,
        whole,
        enlarged,
        rows: rows(reading),
    }))
}

fn enlarged(reading: &Reading<'_>, whole: &Sheet) -> Option<Enlarged> {
    let places: Vec<_> = reading
        .round
        .schools
        .iter()
        .filter_map(|school| school.place)
        .collect();
    let land = crowded(&places, &whole.projection)?;
    let sheet = Sheet::of(reading, land)?;
    let (low, high) = (
        whole.projection.point(land.south_west),
        whole.projection.point(land.north_east),
    );
    let outline = [
        low.x,
        high.y,
        Tenths(high.x.0 - low.x.0),
        Tenths(low.y.0 - high.y.0),
    ];
    let description = format!(
        "The framed part of the map above, larger: {} and the {} between them.",
        wording::several(sheet.shapes.len(), "school", "schools"),
        wording::several(sheet.ways.len(), "deployment", "deployments"),
    );
    Some(Enlarged {
        sheet,
        description,
        outline,
    })
}

/// What the map could not show as it is.
fn notes(reading: &Reading<'_>, whole: &Sheet, enlarged: Option<&Enlarged>) -> Vec<String> {
    let mut notes = vec![];
    if let Some(Enlarged { sheet, .. }) = enlarged {
        notes.push(format!(
            "The second map shows the framed part of the first again, larger: {} of {}. Deployments from or to \
             schools outside the frame are on the first map only.",
            wording::count(sheet.shapes.len()),
            wording::several(whole.shapes.len(), "school", "schools"),
        ));
    }
    let clearest = enlarged.map_or(whole, |enlarged| &enlarged.sheet);
    if clearest.moved > 0 {
        notes.push(format!(
            "{} drawn beside another at the same spot, or very near.",
            wording::several(clearest.moved, "school is", "schools are"),
        ));
    }
    let unnumbered = clearest.shapes.len() - clearest.labels.len();
    if unnumbered > 0 {
        notes.push(format!(
            "{} without a number on the map, for want of room; the table has them all.",
            wording::several(unnumbered, "shape is", "shapes are"),
        ));
    }
    let undrawn = reading.round.deployments.len() - whole.ways.len();
    if undrawn > 0 {
        notes.push(format!(
            "{} not drawn, because a school has no place on the map.",
            wording::several(undrawn, "deployment is", "deployments are"),
        ));
    }
    notes
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
