//! Timelines: what happened to each need, on the school calendar.

mod lanes;
mod span;

use askama::Template;
use chrono::NaiveDate;

use self::lanes::Lanes;
use self::span::Span;
use crate::page::{Section, html};
use crate::reading::{Reading, SchoolLink};
use crate::view::{
    Calendar, Channel, Check, Deployment, Moment, MomentKind, Need, NeedIndex, Rating, Severity,
};
use crate::wording;

/// Width of a timeline, in units of its drawing.
const WIDTH: i64 = 900;
/// Room for a shape, across and down.
const SHAPE: i64 = 20;
/// Room for the bar of a deployment, down.
const BAR: i64 = 20;

#[derive(Template)]
#[template(path = "timeline.html")]
struct Timelines<'a> {
    calendar: &'a Calendar,
    width: i64,
    half_terms: Vec<Band>,
    /// The calendar as the background of every row: a gradient of the style sheet.
    shading: String,
    months: Vec<Tick>,
    rows: Vec<Row>,
    moments: [(&'static str, &'static str); 7],
    channels: [(&'static str, &'static str); 4],
    cut: Option<String>,
}

/// A half term on the calendar.
struct Band {
    x: i64,
    width: i64,
    /// Its name, where there is room for it.
    label: Option<String>,
}

/// The beginning of a month.
struct Tick {
    x: i64,
    label: String,
}

struct Row {
    link: SchoolLink,
    area: String,
    severity: Severity,
    height: i64,
    bars: Vec<Bar>,
    moments: Vec<Mark>,
    checks: Vec<CheckMark>,
    summary: String,
}

struct Bar {
    x: i64,
    y: i64,
    width: i64,
    stands: bool,
    title: String,
}

struct Mark {
    x: i64,
    y: i64,
    shape: &'static str,
    title: String,
}

struct CheckMark {
    mark: Mark,
    rating: &'static str,
    letter: &'static str,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let span = Span::of(reading, WIDTH);
    let calendar = &reading.round.calendar;
    let rows = reading
        .detailed_needs()
        .filter(|&(index, need)| happened(reading, index, need))
        .map(|(index, need)| row(reading, index, need, &span))
        .collect();
    let body = html(&Timelines {
        calendar,
        width: WIDTH,
        half_terms: calendar
            .half_terms
            .iter()
            .map(|period| span.band(period))
            .collect(),
        shading: span.shading(calendar),
        months: span.months(),
        rows,
        moments: MomentKind::ALL.map(|kind| (moment_shape(kind), kind.label())),
        channels: Channel::ALL.map(|channel| (channel_shape(channel), channel.label())),
        cut: reading.detail_cut().statement(
            "need",
            "needs",
            "the most pressing, those not met in full first",
        ),
    });
    Section {
        id: "timelines",
        heading: "Timelines",
        after_the_plan: true,
        body,
    }
}

fn happened(reading: &Reading<'_>, index: NeedIndex, need: &Need) -> bool {
    !(need.moments.is_empty() && need.checks.is_empty() && reading.deployments_for(index).is_empty())
}

fn row(reading: &Reading<'_>, index: NeedIndex, need: &Need, span: &Span) -> Row {
    let deployments = reading.deployments_for(index);
    let mut lanes = Lanes::default();
    let bars: Vec<_> = deployments
        .iter()
        .filter_map(|deployment| {
            let (first, last) = (
                deployment.first?,
                deployment.last.unwrap_or(reading.round.origin.end),
            );
            let (start, end) = (span.x(first.min(last)), span.x(last.max(first)));
            let width = (end - start).max(4);
            Some(Bar {
                x: start,
                y: 4 + BAR * lanes.take(start, start + width + 2),
                width,
                stands: deployment.state.stands(),
                title: bar_title(reading, deployment),
            })
        })
        .collect();
    let top = 4 + BAR * lanes.count();

    let mut lanes = Lanes::default();
    let moments: Vec<_> = sorted(&need.moments, |moment| moment.date)
        .into_iter()
        .map(|moment| {
            let (x, lane) = lanes.take_around(span.x(moment.date), SHAPE - 4, WIDTH);
            let title = format!("{}: {}", wording::day(moment.date), moment.text);
            Mark {
                x,
                y: top + SHAPE / 2 + SHAPE * lane,
                shape: moment_shape(moment.kind),
                title,
            }
        })
        .collect();
    let top = top + SHAPE * lanes.count();

    let mut lanes = Lanes::default();
    let checks: Vec<_> = sorted(&need.checks, |check| check.date)
        .into_iter()
        .map(|check| {
            let (x, lane) = lanes.take_around(span.x(check.date), SHAPE + 2, WIDTH);
            let mark = Mark {
                x,
                y: top + SHAPE / 2 + 3 + (SHAPE + 3) * lane,
                shape: channel_shape(check.channel),
                title: check_title(check),
            };
            CheckMark {
                mark,
                rating: rating_class(check.rating),
                letter: rating_letter(check.rating),
            }
        })
        .collect();
    let height = top + (SHAPE + 3) * lanes.count() + 6;

    Row {
        link: reading.school_link(need.school),
        area: need.area.clone(),
        severity: need.severity,
        height: height.max(SHAPE + 8),
        summary: format!(
            "{}, {}, {}. {} Listed in words under the school’s own heading.",
            wording::several(bars.len(), "deployment with dates", "deployments with dates"),
            wording::several(moments.len(), "moment", "moments"),
            wording::several(checks.len(), "check", "checks"),
            latest_rating(need),
        ),
        bars,
        moments,
        checks,
    }
}

fn bar_title(reading: &Reading<'_>, deployment: &Deployment) -> String {
    let dates = match (deployment.first, deployment.last) {
        (Some(first), Some(last)) => format!("{} to {}", wording::day(first), wording::day(last)),
        (Some(first), None) => format!("from {}", wording::day(first)),
        _ => String::new(),
    };
    format!(
        "{}, {}, {dates}",
        reading.school_name(deployment.offering),
        deployment.state.label().to_lowercase()
    )
}

/// A check in words: *9 February 2026: data check, amber, no change*.
pub(crate) fn check_title(check: &Check) -> String {
    let direction = check.direction.label();
    format!(
        "{}: {}, {}{}{direction}",
        wording::day(check.date),
        check.channel.label().to_lowercase(),
        check.rating.label().to_lowercase(),
        if direction.is_empty() { "" } else { ", " },
    )
}

fn latest_rating(need: &Need) -> String {
    need.checks.iter().max_by_key(|check| check.date).map_or_else(
        || "No checks yet.".to_owned(),
        |check| format!("Latest check: {}.", check.rating.label().to_lowercase()),
    )
}

/// Items by date; those of one day stay in their order.
pub(crate) fn sorted<T>(items: &[T], date: impl Fn(&T) -> NaiveDate) -> Vec<&T> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by_key(|item| date(item));
    items
}

/// Moments of a need by date.
pub(crate) fn moments_by_date(need: &Need) -> Vec<&Moment> {
    sorted(&need.moments, |moment| moment.date)
}

const fn moment_shape(kind: MomentKind) -> &'static str {
    match kind {
        MomentKind::Diagnosis => "moment-diagnosis",
        MomentKind::Matching => "moment-matching",
        MomentKind::Agreement => "moment-agreement",
        MomentKind::Support => "moment-support",
        MomentKind::Concern => "moment-concern",
        MomentKind::Decision => "moment-decision",
        MomentKind::Closed => "moment-closed",
    }
}

const fn channel_shape(channel: Channel) -> &'static str {
    match channel {
        Channel::DataCheck => "check-data-check",
        Channel::InformalVisit => "check-informal-visit",
        Channel::FormalReview => "check-formal-review",
        Channel::ProgressNote => "check-progress-note",
    }
}

/// The class of a rating in the style sheet.
pub(crate) const fn rating_class(rating: Rating) -> &'static str {
    match rating {
        Rating::Red => "red",
        Rating::Amber => "amber",
        Rating::Green => "green",
        Rating::Unrated => "unrated",
    }
}

const fn rating_letter(rating: Rating) -> &'static str {
    match rating {
        Rating::Red => "R",
        Rating::Amber => "A",
        Rating::Green => "G",
        Rating::Unrated => "–",
    }
}
