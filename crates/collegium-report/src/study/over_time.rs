//! How the network stands term by term: what could be lent, what was, who waits, and what is in need.

use askama::Template;

use super::axis::{Axis, Mark};
use super::figures::Figures;
use super::line::{Line, Meaning};
use super::reading::Reading;
use super::view::{Curves, Point, Policy, Term};
use crate::page::{Section, html};

/// The field in which lines are drawn, and what lies around it.
const WIDTH: i64 = 400;
const HEIGHT: i64 = 170;
const LEFT: i64 = 44;
const TOP: i64 = 10;
const DAYS_IN_YEAR: f64 = 365.25;

/// The look of a line, what it stands for, and its amount in a term.
type Series = (usize, &'static str, fn(&Term) -> f64);

const SERIES: [Series; 4] = [
    (5, "could be lent at once", |term| term.capacity),
    (0, "at work", |term| term.at_work),
    (1, "needs waiting", |term| term.waiting),
    (3, "in need, known or not", |term| term.in_need),
];

#[derive(Template)]
#[template(path = "study_over_time.html")]
struct OverTime {
    legend: [Meaning; 4],
    has_warm_up: bool,
    points: Vec<Shown>,
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

struct Shown {
    name: String,
    first: Option<Drawing>,
    others: Vec<Drawing>,
}

struct Drawing {
    id: String,
    policy: String,
    years: Vec<Mark>,
    amounts: Vec<Mark>,
    /// How far the time that is not measured reaches.
    warm_up: Option<i64>,
    lines: [Line; 4],
    rows: [Row; 4],
}

/// A line in figures.
struct Row {
    what: &'static str,
    start: String,
    lowest: String,
    highest: String,
    end: String,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let points = reading.points.iter().enumerate();
    let body = html(&OverTime {
        legend: SERIES.map(|(look, what, _)| Meaning {
            look,
            says: what.to_owned(),
        }),
        has_warm_up: reading.study.origin.warm_up_days > 0,
        points: points
            .map(|(index, point)| shown(reading, index, point))
            .collect(),
        left: LEFT,
        top: TOP,
        right: LEFT + WIDTH,
        bottom: TOP + HEIGHT,
    });
    Section {
        id: "over-time",
        heading: "Capacity and need over time",
        after_the_plan: false,
        body,
    }
}

fn shown(reading: &Reading<'_>, index: usize, point: &Point) -> Shown {
    // One scale for all policies of a point: so that they can be held against each other.
    let terms = || point.curves.iter().flat_map(|it| &it.terms);
    let amounts = terms().flat_map(|term| SERIES.map(|(.., of)| of(term)));
    let up = Axis::over(amounts, HEIGHT);
    let years = f64::from(reading.study.origin.days) / DAYS_IN_YEAR;
    let last = terms().map(|term| f64::from(term.day) / DAYS_IN_YEAR);
    let across = Axis::over(last.chain([years]), WIDTH);
    let mut drawings = reading
        .study
        .policies
        .iter()
        .zip(&point.curves)
        .zip(0..)
        .filter(|((_, curves), _)| !curves.terms.is_empty())
        .map(|((policy, curves), number): (_, u32)| {
            let id = format!("terms-{index}-{number}");
            drawing(reading, id, policy, curves, (&across, &up))
        });
    Shown {
        name: Reading::point_name(point),
        first: drawings.next(),
        others: drawings.collect(),
    }
}

fn drawing(
    reading: &Reading<'_>,
    id: String,
    policy: &Policy,
    curves: &Curves,
    (across, up): (&Axis, &Axis),
) -> Drawing {
    let at_day = |day: u32| LEFT + across.at(f64::from(day) / DAYS_IN_YEAR);
    let height = |amount: f64| TOP + HEIGHT - up.at(amount);
    let every = curves.terms.len() / 6;
    let lines = SERIES.map(|(look, _, of)| {
        let ends: Vec<_> = curves
            .terms
            .iter()
            .map(|it| (at_day(it.day), height(of(it))))
            .collect();
        Line::through(&ends, look, every)
    });
    let warm_up = reading.study.origin.warm_up_days;
    Drawing {
        id,
        policy: Reading::full_name(policy),
        years: across
            .marks()
            .map(|mark| Mark {
                at: LEFT + mark.at,
                ..mark
            })
            .collect(),
        amounts: up
            .marks()
            .map(|mark| Mark {
                at: TOP + HEIGHT - mark.at,
                ..mark
            })
            .collect(),
        warm_up: (warm_up > 0).then(|| at_day(warm_up) - LEFT),
        lines,
        rows: SERIES.map(|(_, what, of)| row(what, curves.terms.iter().map(of))),
    }
}

fn row(what: &'static str, amounts: impl Iterator<Item = f64> + Clone) -> Row {
    // One decimal at most: these are means of counts.
    let figures = Figures::of("", amounts.clone().chain([10.0]));
    let written = |amount: Option<f64>| amount.map_or_else(|| "–".to_owned(), |it| figures.bare(it));
    Row {
        what,
        start: written(amounts.clone().next()),
        lowest: written(amounts.clone().min_by(f64::total_cmp)),
        highest: written(amounts.clone().max_by(f64::total_cmp)),
        end: written(amounts.last()),
    }
}
