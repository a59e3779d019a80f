//! Scenarios with everything left out that a textbook leaves out.

use super::{Asked, Effort, Unanswered};
use crate::{
    policy::{FirstCome, Policy},
    run::{Key, MEASURES, Summary, run},
    scenario::{
        Capacity, Choosing, Dynamics, Joining, Noticing, Parameter, Scenario, SchoolKind, Support, Time, Unit,
    },
};
use chrono::NaiveDate;

/// Rates a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub(super) relapse: f64,
    pub(super) alone: f64,
    pub(super) helped: f64,
}

/// A scenario of so many days in which all is known at once and nothing is far.
pub(super) fn scenario(days: f64, warm_up: f64, schools: Vec<SchoolKind>, teams: f64) -> Scenario {
    Scenario {
        name: "reduced".to_owned(),
        question: String::new(),
        time: Time {
            start: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default(),
            length: Parameter::assumed(days, Unit::Days),
            warm_up: (warm_up > 0.0).then(|| Parameter::assumed(warm_up, Unit::Days)),
            discount: None,
        },
        schools,
        joining: None,
        severities: None,
        noticing: Noticing::AtOnce {},
        capacity: Capacity::CentralTeam {
            at_once: Parameter::assumed(teams, Unit::Deployments),
        },
        support: Support::default(),
        land: None,
        choosing: Choosing::AtOnce,
    }
}

/// Schools that change by rates.
pub(super) fn by_rates(count: u32, rates: Rates, stages: u8) -> SchoolKind {
    kind(
        count,
        Dynamics::Rates {
            relapse: Parameter::assumed(rates.relapse, Unit::PerDay),
            alone: Parameter::assumed(rates.alone, Unit::PerDay),
            helped: Parameter::assumed(rates.helped, Unit::PerDay),
            relapse_varies: None,
            recovery_varies: None,
            recovery_stages: stages,
            strain: None,
        },
    )
}

/// Schools of one area.
pub(super) fn kind(count: u32, dynamics: Dynamics) -> SchoolKind {
    SchoolKind {
        name: "school".to_owned(),
        count,
        areas: 1,
        pupils: None,
        in_need_at_start: None,
        dynamics,
        turnover: None,
    }
}

/// Schools that come with a need at a rate, and leave once they are well.
pub(super) fn joining(arrivals: f64) -> Joining {
    Joining {
        rate: Parameter::assumed(arrivals, Unit::PerDay),
        kind: "school".to_owned(),
        also: Vec::new(),
        leaves_once_helped: true,
        gives_up: None,
    }
}

/// The longest run that a calendar allows, in days.
pub(super) const MOST_DAYS: f64 = 14_000.0;

/// Runs every replication.
pub(super) fn replicate(
    scenario: &Scenario,
    effort: Effort,
    policy: &dyn Fn(Key) -> Box<dyn Policy>,
) -> Result<Vec<Summary>, Unanswered> {
    (0..effort.replications)
        .map(|replication| {
            let key = Key {
                seed: effort.seed,
                replication,
            };
            Ok(run(scenario, policy(key), key, &mut ())?)
        })
        .collect()
}

/// The same under the policy that helps whoever has waited longest.
pub(super) fn first_come(scenario: &Scenario, asked: &Asked) -> Result<Vec<Summary>, Unanswered> {
    replicate(scenario, asked.effort, &|_| Box::new(FirstCome))
}

/// One measure of every replication.
pub(super) fn each(summaries: &[Summary], measure: &str) -> Vec<f64> {
    let place = MEASURES.iter().position(|it| it.name == measure);
    let of = |summary: &Summary| place.and_then(|place| summary.values.get(place).copied());
    summaries.iter().filter_map(of).collect()
}

/// The same, times a factor.
pub(super) fn scaled(numbers: Vec<f64>, by: f64) -> Vec<f64> {
    numbers.into_iter().map(|number| number * by).collect()
}

/// The share of needs that were never helped, in every replication, where each asks for one deployment and none is
/// broken off.
pub(super) fn never_helped(summaries: &[Summary]) -> Vec<f64> {
    let (begun, noticed) = (each(summaries, "begun"), each(summaries, "noticed"));
    let pairs = begun.into_iter().zip(noticed);
    pairs
        .map(|(begun, noticed)| 1.0 - begun / noticed.max(1.0))
        .collect()
}
