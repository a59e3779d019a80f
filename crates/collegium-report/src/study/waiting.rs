//! How long needs wait: the share that still waits after so many weeks, a line a policy.

use askama::Template;

use super::axis::{Axis, Mark};
use super::line::{Line, Meaning, look};
use super::reading::Reading;
use super::view::Point;
use crate::page::{Section, html};
use crate::wording;

/// The field in which lines are drawn, and what lies around it.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 280;
const LEFT: i64 = 52;
const TOP: i64 = 14;

/// Weeks for which the table gives shares.
const WEEKS: [u32; 9] = [1, 2, 4, 8, 13, 26, 39, 52, 104];

#[derive(Template)]
#[template(path = "study_waiting.html")]
struct Waiting {
    legend: Vec<Meaning>,
    drawings: Vec<Drawing>,
    left: i64,
    top: i64,
    right: i64,
    bottom: i64,
}

struct Drawing {
    id: String,
    name: String,
    weeks: Vec<Mark>,
    shares: Vec<Mark>,
    lines: Vec<Line>,
    heads: Vec<u64>,
    rows: Vec<Row>,
}

struct Row {
    policy: String,
    needs: u64,
    shares: Vec<String>,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let policies = reading.study.policies.iter().enumerate();
    let points = reading.points.iter().enumerate();
    let body = html(&Waiting {
        legend: policies
            .map(|(index, policy)| Meaning {
                look: look(index),
                says: Reading::full_name(policy),
            })
            .collect(),
        drawings: points
            .map(|(index, point)| drawing(reading, index, point))
            .collect(),
        left: LEFT,
        top: TOP,
        right: LEFT + WIDTH,
        bottom: TOP + HEIGHT,
    });
    Section {
        id: "waiting",
        heading: "How long needs wait",
        after_the_plan: false,
        body,
    }
}

fn drawing(reading: &Reading<'_>, index: usize, point: &Point) -> Drawing {
    let curves: Vec<_> = point
        .curves
        .iter()
        .map(|it| StillWaiting::of(&it.waits))
        .collect();
    // Where fewer than one in a hundred wait, lines cannot be told from the bottom.
    let last = curves
        .iter()
        .map(|it| it.first_week_below(1))
        .max()
        .unwrap_or(0)
        .max(4);
    let across = Axis::over([f64::from(last)].into_iter(), WIDTH);
    let weeks = across
        .marks()
        .map(|mark| Mark {
            at: LEFT + mark.at,
            ..mark
        })
        .collect();
    let shares = (0..=4_i64)
        .map(|quarter| Mark {
            at: TOP + HEIGHT - HEIGHT * quarter / 4,
            label: format!("{} %", 25 * quarter),
        })
        .collect();
    let place = |curve: &StillWaiting, week: u32| {
        let down = i64::try_from(curve.per_ten_thousand(week)).unwrap_or(0);
        (
            LEFT + across.at(f64::from(week)),
            TOP + HEIGHT - HEIGHT * down / 10_000,
        )
    };
    let every = last as usize / 8;
    let lines = (0..)
        .zip(&curves)
        .filter(|(_, curve)| curve.total > 0)
        .map(|(policy, curve)| {
            let ends: Vec<_> = (0..=last).map(|week| place(curve, week)).collect();
            Line::through(&ends, look(policy), every)
        })
        .collect();
    let heads: Vec<_> = WEEKS.into_iter().filter(|week| *week <= last.max(4)).collect();
    let rows = reading
        .study
        .policies
        .iter()
        .zip(&curves)
        .map(|(policy, curve)| Row {
            policy: Reading::full_name(policy),
            needs: curve.total,
            shares: heads.iter().map(|week| percent(curve, *week)).collect(),
        })
        .collect();
    Drawing {
        id: format!("waiting-{index}"),
        name: Reading::point_name(point),
        weeks,
        shares,
        lines,
        heads: heads.into_iter().map(u64::from).collect(),
        rows,
    }
}

fn percent(curve: &StillWaiting, week: u32) -> String {
    if curve.total == 0 {
        return "–".to_owned();
    }
    match curve.per_ten_thousand(week) {
        0 => "0 %".to_owned(),
        share if share < 50 => "under 1 %".to_owned(),
        share => format!("{} %", (share + 50) / 100),
    }
}

/// Of needs that were helped, how many still waited after so many weeks.
struct StillWaiting {
    /// Weeks in rising order, each with the needs that waited at least so long.
    at_least: Vec<(u32, u64)>,
    total: u64,
}

impl StillWaiting {
    fn of(waits: &[(u32, u64)]) -> Self {
        let mut at_least = Vec::with_capacity(waits.len());
        let mut sum = 0_u64;
        for (week, needs) in waits.iter().rev() {
            sum = sum.saturating_add(*needs);
            at_least.push((*week, sum));
        }
        at_least.reverse();
        Self { at_least, total: sum }
    }

    /// The share that waited at least so many whole weeks.
    fn per_ten_thousand(&self, week: u32) -> u64 {
        let from = self.at_least.partition_point(|(it, _)| *it < week);
        let waited = self.at_least.get(from).map_or(0, |(_, needs)| *needs);
        let share = u128::from(waited) * 10_000 / u128::from(self.total.max(1));
        u64::try_from(share).unwrap_or(10_000)
    }

    /// The first week after which less than so many in a hundred still wait, no later than a thousand.
    fn first_week_below(&self, percent: u64) -> u32 {
        (0..1_000)
            .find(|week| self.per_ten_thousand(*week) < percent * 100)
            .unwrap_or(1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::StillWaiting;

    #[test]
    fn who_waited_three_whole_weeks_still_waited_after_three_and_not_after_four() {
        let curve = StillWaiting::of(&[(0, 5), (3, 4), (10, 1)]);
        let shares = [0, 1, 3, 4, 10, 11].map(|week| curve.per_ten_thousand(week));
        assert_eq!(shares, [10_000, 5_000, 5_000, 1_000, 1_000, 0]);
        assert_eq!(curve.first_week_below(20), 4);
    }

    #[test]
    fn nobody_is_no_share() {
        let curve = StillWaiting::of(&[]);
        assert_eq!((curve.per_ten_thousand(0), curve.first_week_below(1)), (0, 0));
    }
}
