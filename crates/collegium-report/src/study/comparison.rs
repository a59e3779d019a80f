//! Policies side by side: for each measure a table whose rows draw the mean as a dot and its interval as a whisker.

use askama::Template;

use super::axis::{Axis, Mark};
use super::figures::Figures;
use super::reading::{Reading, SEES_THE_TRUTH};
use super::view::{Compared, Estimate, Measure};
use crate::page::{Section, html};

/// The room of a drawing, and what is left free on both of its sides for half a mark.
const LENGTH: i64 = 300;
const SIDE: i64 = 22;

#[derive(Template)]
#[template(path = "study_comparison.html")]
struct Comparisons {
    measures: Vec<Drawn>,
    width: i64,
}

/// One measure with its table.
struct Drawn {
    id: String,
    label: String,
    unit: String,
    says: String,
    held_against: &'static str,
    marks: Vec<Mark>,
    /// Whether it stands open: what the answer rests on does.
    open: bool,
    groups: Vec<Group>,
}

/// The policies at one point.
struct Group {
    /// What the point is called; none where there is but one.
    name: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    policy: String,
    sees: Option<&'static str>,
    mean: String,
    interval: String,
    difference: String,
    /// Where the dot lies, and the ends of its whisker.
    dot: i64,
    whisker: Option<(i64, i64)>,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let measures = reading.study.measures.iter().enumerate();
    let body = html(&Comparisons {
        measures: measures
            .map(|(index, measure)| drawn(reading, index, measure))
            .collect(),
        width: LENGTH + 2 * SIDE,
    });
    Section {
        id: "comparison",
        heading: "Policies side by side",
        after_the_plan: false,
        body,
    }
}

fn drawn(reading: &Reading<'_>, index: usize, measure: &Measure) -> Drawn {
    let comparisons = || {
        let points = reading.points.iter();
        points.filter_map(move |point| Some((point, Reading::comparison(point, index)?)))
    };
    let values = || comparisons().flat_map(|(_, comparison)| comparison.policies.iter().map(|it| it.value));
    let figures = Figures::of(&measure.unit, values().map(|it| it.mean));
    let axis = Axis::over(values().map(|it| it.mean + it.half_width.unwrap_or(0.0)), LENGTH);
    let row = |(place, policy, it): (usize, &super::view::Policy, Compared), against: Option<usize>| {
        let half_width = it.value.half_width;
        Row {
            policy: policy.name.clone(),
            sees: policy.clairvoyant.then_some(SEES_THE_TRUTH),
            mean: figures.bare(it.value.mean),
            interval: figures
                .range(it.value)
                .unwrap_or_else(|| "one run: not known".to_owned()),
            difference: match it.difference {
                _ if against == Some(place) => "–".to_owned(),
                None => "not known".to_owned(),
                Some(difference) => differs(figures, difference),
            },
            dot: SIDE + axis.at(it.value.mean),
            whisker: half_width.map(|half_width| {
                let end = |value| SIDE + axis.at(value);
                (end(it.value.mean - half_width), end(it.value.mean + half_width))
            }),
        }
    };
    let groups = comparisons()
        .map(|(point, comparison)| Group {
            name: (reading.points.len() > 1).then(|| Reading::point_name(point)),
            rows: reading
                .compared(&comparison.policies)
                .map(|it| row(it, comparison.against))
                .collect(),
        })
        .collect();
    Drawn {
        id: format!("measure-{index}"),
        label: measure.label.clone(),
        unit: measure.unit.clone(),
        open: [reading.study.waiting, reading.study.need].contains(&index),
        says: measure.says.clone(),
        held_against: if measure.less_is_better {
            "Difference from the lowest"
        } else {
            "Difference from the first"
        },
        marks: axis
            .marks()
            .map(|mark| Mark {
                at: SIDE + mark.at,
                ..mark
            })
            .collect(),
        groups,
    }
}

/// How a policy differs from the one that it is held against.
fn differs(figures: Figures<'_>, difference: Estimate) -> String {
    let figures = figures.fine_enough(difference);
    let by = figures.signed(difference.mean);
    let Some(interval) = figures.interval(difference) else {
        return format!("{by}; one run cannot tell");
    };
    if difference.is_none_in_every_run() {
        "the same in every run".to_owned()
    } else if difference.is_beyond_chance() {
        format!("{by} ({interval})")
    } else {
        format!("none that can be told ({interval})")
    }
}
