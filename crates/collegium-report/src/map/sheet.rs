//! One sheet of the map: the schools on a stretch of land, and the deployments between them.

use std::collections::BTreeMap;

use super::arc::Arc;
use super::crowd::Land;
use super::labels::{self, Label, Numbered};
use super::projection::{Frame, Point, Projection};
use crate::reading::Reading;
use crate::view::{Role, SchoolIndex};

/// Clear space between an arc and a shape, in tenths of a unit.
const GAP: i64 = 15;
/// Half the size of a shape, and of the ring around one that has an unmet need.
const SHAPE_SIZE: i64 = 80;
const RING_SIZE: i64 = 125;
/// Schools closer than this on the drawing stand side by side.
const SIDE_BY_SIDE: i64 = 120;

/// A drawing of the schools on a stretch of land.
pub(super) struct Sheet {
    pub(super) projection: Projection,
    pub(super) frame: Frame,
    pub(super) shapes: Vec<Shape>,
    pub(super) ways: Vec<Way>,
    pub(super) labels: Vec<Label>,
    /// How many schools are drawn beside another at the same spot.
    pub(super) moved: usize,
}

/// A school on the map.
pub(super) struct Shape {
    pub(super) point: Point,
    pub(super) role: &'static str,
    pub(super) unmet: bool,
    pub(super) title: String,
}

/// A deployment on the map.
pub(super) struct Way {
    pub(super) arc: Arc,
    pub(super) stands: bool,
    pub(super) title: String,
}

impl Sheet {
    /// The sheet of a stretch of land; none if no school stands there.
    pub(super) fn of(reading: &Reading<'_>, land: Land) -> Option<Self> {
        let places = reading.round.schools.iter().filter_map(|school| school.place);
        let projection = Projection::around(places.filter(|&place| land.holds(place)))?;
        let (points, moved) = spread(reading, land, &projection);
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

        let frame = Frame::of(&projection);
        Some(Self {
            projection,
            frame,
            shapes,
            ways,
            labels,
            moved,
        })
    }
}

/// Where each school is drawn. Schools at one spot stand side by side, in rings around the first; the second value
/// is how many were moved.
fn spread(
    reading: &Reading<'_>,
    land: Land,
    projection: &Projection,
) -> (BTreeMap<SchoolIndex, Point>, usize) {
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
        let Some(place) = school.place.filter(|&place| land.holds(place)) else {
            continue;
        };
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

/// The shape of a role.
pub(super) const fn shape(role: Role) -> &'static str {
    match role {
        Role::Offering => "offering",
        Role::Receiving => "receiving",
        Role::Both => "both",
        Role::Neither => "neither",
    }
}

/// Whether a school has a need that was not met in full.
pub(super) fn has_unmet_need(reading: &Reading<'_>, school: SchoolIndex) -> bool {
    reading
        .needs_of(school)
        .iter()
        .filter_map(|&need| reading.round.need(need))
        .any(|need| need.units_met < need.units_asked)
}
