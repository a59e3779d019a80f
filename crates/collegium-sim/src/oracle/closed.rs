//! Schools that come into need and out of it again: a network that nobody joins or leaves.

use super::{
    Asked, Compared, Oracle, Parameter, Unanswered,
    reduced::{MOST_DAYS, Rates, by_rates, each, first_come, kind, scaled, scenario},
};
use crate::{
    scenario::{
        Capacity, Choosing, Dynamics, Noticing, Parameter as Number, Reading, Scenario, Unit, Watching,
    },
    theory::{EndogenousCapacity, FiniteSource, MonitoringDelay, TwoStateSchool},
};

const SCHOOLS: Parameter = Parameter {
    name: "schools",
    default: &[20.0],
    says: "schools",
};
const RELAPSE: Parameter = Parameter {
    name: "relapse",
    default: &[0.25],
    says: "how often a school in good order comes into need, a unit of time",
};
const SERVICE: Parameter = Parameter {
    name: "service",
    default: &[1.0],
    says: "how often one with help recovers, a unit of time: the rate μ",
};

pub(super) const FINITE_SOURCE: Oracle = Oracle {
    name: "finite-source",
    says: "Machine repair: so many schools, so many teams",
    parameters: &[
        SCHOOLS,
        Parameter {
            name: "teams",
            default: &[4.0],
            says: "teams, each of which helps one school at a time",
        },
        RELAPSE,
        SERVICE,
    ],
    reckon: finite_source,
};

pub(super) const ENDOGENOUS: Oracle = Oracle {
    name: "endogenous",
    says: "Capacity that follows need: so many schools in good order carry one that is not",
    parameters: &[
        SCHOOLS,
        Parameter {
            name: "ratio",
            default: &[3.0],
            says: "schools in good order for each that is helped",
        },
        Parameter {
            default: &[0.2],
            ..RELAPSE
        },
        SERVICE,
        Parameter {
            name: "alone",
            default: &[0.1],
            says: "how often one without help recovers, a unit of time",
        },
    ],
    reckon: endogenous,
};

pub(super) const TWO_STATE: Oracle = Oracle {
    name: "two-state",
    says: "A school nobody helps: the share of steps in which it is in good order",
    parameters: &[
        Parameter {
            name: "decline",
            default: &[0.1],
            says: "chance of coming into need, in a step",
        },
        Parameter {
            name: "recovery",
            default: &[0.3],
            says: "chance of coming out of it, in a step",
        },
    ],
    reckon: two_state,
};

pub(super) const DELAY: Oracle = Oracle {
    name: "monitoring-delay",
    says: "From a school's decline to the review that shows it",
    parameters: &[
        Parameter {
            name: "decline",
            default: &[0.25],
            says: "declines a unit of time",
        },
        Parameter {
            name: "interval",
            default: &[1.0 / 3.0],
            says: "from one review to the next",
        },
        Parameter {
            name: "detection",
            default: &[1.0],
            says: "chance that a review shows a decline",
        },
    ],
    reckon: delay,
};

/// A network whose schools recover once a day with help, run from a stretch that is forgotten.
fn network(schools: u32, rates: Rates, capacity: Capacity) -> Scenario {
    Scenario {
        capacity,
        ..scenario(1_200.0, 200.0, vec![by_rates(schools, rates, 1)], 0.0)
    }
}

fn finite_source(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (schools, teams) = (asked.count("schools"), asked.count("teams"));
    let (relapse, service) = (asked.one("relapse"), asked.one("service"));
    let exact = FiniteSource::new(schools, teams, relapse, service)?;
    let rates = Rates {
        relapse: relapse / service,
        alone: 0.0,
        helped: asked.effort.tampered,
    };
    let at_once = Number::assumed(f64::from(teams), Unit::Deployments);
    let found = first_come(&network(schools, rates, Capacity::CentralTeam { at_once }), asked)?;
    Ok(vec![
        Compared::new(
            "mean number in need L",
            exact.mean_in_need(),
            &each(&found, "in_need"),
        )?,
        Compared::new(
            "mean number without help Lq",
            exact.mean_unsupported(),
            &each(&found, "waiting"),
        )?,
    ])
}

fn endogenous(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (schools, ratio) = (asked.count("schools"), asked.count("ratio"));
    let (relapse, service, alone) = (asked.one("relapse"), asked.one("service"), asked.one("alone"));
    let exact = EndogenousCapacity::new(schools, ratio, relapse, service, alone)?;
    let rates = Rates {
        relapse: relapse / service,
        alone: alone / service,
        helped: asked.effort.tampered,
    };
    let capacity = Capacity::Schools {
        reading: Reading::Pooled,
        ratio: Number::assumed(f64::from(ratio), Unit::Ratio),
        called_home: true,
    };
    let found = first_come(&network(schools, rates, capacity), asked)?;
    Ok(vec![
        Compared::new(
            "mean number in need",
            exact.mean_in_need(),
            &each(&found, "in_need"),
        )?,
        Compared::new(
            "mean number without help",
            exact.mean_unsupported(),
            &each(&found, "waiting"),
        )?,
        Compared::new(
            "chance of a shortage",
            exact.shortage_chance(),
            &each(&found, "shortage"),
        )?,
    ])
}

fn two_state(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (decline, recovery) = (asked.one("decline"), asked.one("recovery"));
    let exact = TwoStateSchool::new(decline, recovery)?;
    let share = |value: f64| Number::assumed(value.clamp(0.0, 1.0), Unit::Share);
    let recovery = recovery * asked.effort.tampered;
    let dynamics = Dynamics::Steps {
        every: Number::assumed(1.0, Unit::Days),
        need_alone: share(recovery),
        need_helped: share(recovery),
        good_alone: share(1.0 - decline),
        good_helped: share(1.0 - decline),
    };
    let forgets = (1.0 / (decline + recovery).clamp(1e-3, 1.0)) * 20.0;
    let scenario = Scenario {
        choosing: Choosing::EachStep,
        ..scenario(
            (forgets * 50.0).clamp(1_000.0, 6_000.0),
            forgets,
            vec![kind(1, dynamics)],
            0.0,
        )
    };
    let found = first_come(&scenario, asked)?;
    Ok(vec![Compared::new(
        "share in good order",
        exact.share_good(),
        &each(&found, "good"),
    )?])
}

fn delay(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (decline, interval, detection) = (
        asked.one("decline"),
        asked.one("interval"),
        asked.one("detection"),
    );
    let exact = MonitoringDelay::new(decline, interval, detection)?;
    // A unit of time is as many days as let all schools decline, and be found out, within one run.
    let lasts = 12.0 / decline + 40.0 * interval / detection;
    let unit = MOST_DAYS / lasts;
    let rates = Rates {
        relapse: decline / unit,
        alone: 0.0,
        helped: 0.0,
    };
    let review = Watching {
        every: Number::assumed(interval * unit / asked.effort.tampered, Unit::Days),
        sees: Number::assumed(detection, Unit::Share),
        false_alarm: Number::assumed(0.0, Unit::Share),
        delay: None,
        staggered: false,
    };
    let scenario = Scenario {
        noticing: Noticing::Channels {
            data_check: None,
            informal_visit: None,
            formal_review: Some(review),
            greens_to_close: 1,
        },
        ..scenario(MOST_DAYS, 0.0, vec![by_rates(400, rates, 1)], 0.0)
    };
    let found = first_come(&scenario, asked)?;
    Ok(vec![Compared::new(
        "mean delay",
        exact.mean(),
        &scaled(each(&found, "delay"), 1.0 / unit),
    )?])
}
