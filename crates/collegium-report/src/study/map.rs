//! Where made-up schools lie, and what became of each in one run.

use askama::Template;

use super::reading::Reading;
use super::view::{MappedSchool, SchoolMap};
use crate::map::projection::{Frame, Point, Projection};
use crate::page::{Section, html};
use crate::reading::Cut;
use crate::wording;

/// How many schools the map shows.
const SCHOOLS_SHOWN: usize = 2_000;

/// What a school did, as a shape and in words.
const PARTS: [(&str, &str); 4] = [
    ("lent", "helped others"),
    ("helped", "was helped"),
    ("both", "helped others and was helped"),
    ("neither", "neither"),
];

#[derive(Template)]
#[template(path = "study_map.html")]
struct Map {
    run: String,
    parts: [(&'static str, &'static str); 4],
    bands: [Band; 4],
    drawing: Option<Drawing>,
    cut: Option<String>,
}

/// Schools that were in need for about as long.
struct Band {
    label: String,
    /// How many there are, by part.
    schools: [usize; 4],
}

struct Drawing {
    frame: Frame,
    description: String,
    schools: Vec<Mark>,
}

struct Mark {
    point: Point,
    part: &'static str,
    band: usize,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let body = reading.study.map.as_ref().map_or_else(
        || "<p>Distance does not matter in this scenario, so schools have no places.</p>".to_owned(),
        |map| html(&drawn(reading, map)),
    );
    Section {
        id: "map",
        heading: "A map of one run: made-up places",
        after_the_plan: false,
        body,
    }
}

fn drawn(reading: &Reading<'_>, map: &SchoolMap) -> Map {
    let study = reading.study;
    let ends = ends(study.origin.days.saturating_sub(study.origin.warm_up_days));
    let mut bands = labels(ends).map(|label| Band {
        label,
        schools: [0; 4],
    });
    for school in &map.schools {
        bands[band(ends, school)].schools[part(school)] += 1;
    }
    let cut = Cut::at(SCHOOLS_SHOWN, map.schools.len());
    let shown = map.schools.get(..cut.shown).unwrap_or_default();
    let drawing = Projection::around(shown.iter().map(|it| it.place)).map(|projection| Drawing {
        description: format!(
            "A map, north up, of {} in made-up places. The table below counts them by what became of them.",
            wording::several(shown.len(), "school", "schools"),
        ),
        schools: shown
            .iter()
            .map(|school| Mark {
                point: projection.point(school.place),
                part: PARTS[part(school)].0,
                band: band(ends, school),
            })
            .collect(),
        frame: Frame::of(&projection),
    });
    let policy = study.policies.get(map.policy).map(Reading::full_name);
    let point = study.points.get(map.point).map(Reading::point_name);
    Map {
        run: format!(
            "Run {} of the policy {}; setting: {}.",
            u64::from(map.replication) + 1,
            policy.unwrap_or_else(|| "not known".to_owned()),
            point.unwrap_or_else(|| "not known".to_owned()),
        ),
        parts: PARTS,
        bands,
        drawing,
        cut: cut.statement("school", "schools", "the first by number"),
    }
}

/// Days up to which a school was in need seldom, and up to which some of the time: a tenth, and a third.
const fn ends(measured: u32) -> [u32; 2] {
    [measured / 10, measured / 3]
}

fn labels([seldom, some]: [u32; 2]) -> [String; 4] {
    let days = |number: u32| wording::number(u64::from(number));
    [
        "never in need".to_owned(),
        format!("in need for up to {} days", days(seldom)),
        format!("for up to {} days", days(some)),
        format!("for more than {} days", days(some)),
    ]
}

const fn band([seldom, some]: [u32; 2], school: &MappedSchool) -> usize {
    match school.days_in_need {
        0 => 0,
        days if days <= seldom => 1,
        days if days <= some => 2,
        _ => 3,
    }
}

const fn part(school: &MappedSchool) -> usize {
    match (school.lent > 0, school.helped > 0) {
        (true, false) => 0,
        (false, true) => 1,
        (true, true) => 2,
        (false, false) => 3,
    }
}
