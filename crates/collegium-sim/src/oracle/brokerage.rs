//! A broker with so many givers, and schools that come with a need and leave once it is met: queues.

use super::{
    Asked, Compared, Oracle, Parameter, Unanswered,
    reduced::{
        MOST_DAYS, Rates, by_rates, each, first_come, joining, never_helped, replicate, scaled, scenario,
    },
};
use crate::{
    counts::float,
    policy::{Index, IndexPolicy},
    run::Summary,
    scenario::{Parameter as Number, Scenario, Severities, Unit},
    theory::{Cobham, ErlangA, ErlangC, PollaczekKhinchine},
    tick::Tick,
};
use collegium_model::need::Severity;

const SERVERS: Parameter = Parameter {
    name: "servers",
    default: &[3.0],
    says: "givers",
};
const ARRIVAL: Parameter = Parameter {
    name: "arrival",
    default: &[2.4],
    says: "needs a unit of time",
};
const SERVICE: Parameter = Parameter {
    name: "service",
    default: &[1.0],
    says: "needs that one giver meets in a unit of time: the rate μ",
};

pub(super) const ERLANG_C: Oracle = Oracle {
    name: "erlang-c",
    says: "M/M/c: needs come, wait in order, are met",
    parameters: &[SERVERS, ARRIVAL, SERVICE],
    reckon: erlang_c,
};

pub(super) const ERLANG_A: Oracle = Oracle {
    name: "erlang-a",
    says: "M/M/c with abandonment: who waits may recover alone",
    parameters: &[
        SERVERS,
        ARRIVAL,
        SERVICE,
        Parameter {
            name: "abandonment",
            default: &[0.5],
            says: "recoveries of one that waits, a unit of time",
        },
    ],
    reckon: erlang_a,
};

pub(super) const POLLACZEK_KHINCHINE: Oracle = Oracle {
    name: "pollaczek-khinchine",
    says: "M/G/1: help in stages, so that its length varies less",
    parameters: &[
        Parameter {
            default: &[0.7],
            ..ARRIVAL
        },
        SERVICE,
        Parameter {
            name: "stages",
            default: &[4.0],
            says: "stages of a recovery, one after another",
        },
    ],
    reckon: pollaczek_khinchine,
};

pub(super) const COBHAM: Oracle = Oracle {
    name: "cobham",
    says: "M/M/c with priorities: the most severe first, nobody is interrupted",
    parameters: &[
        SERVERS,
        Parameter {
            name: "arrivals",
            default: &[0.6, 0.9, 0.9],
            says: "needs a unit of time of each class, the most urgent first; up to four",
        },
        SERVICE,
    ],
    reckon: cobham,
};

/// A queue in which a giver meets one need a day, run long enough for what it forgets in so many days.
fn queue(servers: u32, load: f64, alone: f64, stages: u8, forgets: f64, asked: &Asked) -> Scenario {
    let days = (400.0 * forgets).clamp(3_000.0, MOST_DAYS);
    let rates = Rates {
        relapse: 0.0,
        alone,
        helped: asked.effort.tampered,
    };
    let kind = by_rates(0, rates, stages);
    Scenario {
        joining: Some(joining(load)),
        ..scenario(days, days / 5.0, vec![kind], f64::from(servers))
    }
}

/// Days after which a queue has forgotten how it began: its relaxation time.
fn forgets(servers: f64, load: f64) -> f64 {
    let gap = libm::sqrt(servers) - libm::sqrt(load);
    1.0 / (gap * gap).max(1e-3)
}

fn erlang_c(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (servers, arrival, service) = (asked.count("servers"), asked.one("arrival"), asked.one("service"));
    let exact = ErlangC::new(servers, arrival, service)?;
    let load = arrival / service;
    let scenario = queue(servers, load, 0.0, 1, forgets(f64::from(servers), load), asked);
    let found = first_come(&scenario, asked)?;
    let day = 1.0 / service;
    let waited = |beyond: i64| {
        let share = |summary: &Summary| {
            let long = summary.waits.iter().filter(|wait| wait.ticks > beyond).count();
            float(long as u64) / float(summary.waits.len().max(1) as u64)
        };
        found.iter().map(share).collect::<Vec<_>>()
    };
    Ok(vec![
        Compared::new("chance to wait (Erlang C)", exact.wait_chance(), &waited(0))?,
        Compared::new(
            "mean wait Wq",
            exact.mean_wait(),
            &scaled(each(&found, "wait_mean"), day),
        )?,
        Compared::new(
            "mean number present L",
            exact.mean_present(),
            &each(&found, "in_need"),
        )?,
        Compared::new(
            "mean number waiting Lq",
            exact.mean_queue(),
            &each(&found, "waiting"),
        )?,
        Compared::new(
            "chance to wait beyond 1/μ",
            exact.wait_beyond(day),
            &waited(Tick::DAY),
        )?,
    ])
}

fn erlang_a(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (servers, arrival, service) = (asked.count("servers"), asked.one("arrival"), asked.one("service"));
    let abandonment = asked.one("abandonment");
    let exact = ErlangA::new(servers, arrival, service, abandonment)?;
    let scenario = queue(servers, arrival / service, abandonment / service, 1, 20.0, asked);
    let found = first_come(&scenario, asked)?;
    Ok(vec![
        Compared::new(
            "mean number waiting Lq",
            exact.mean_queue(),
            &each(&found, "waiting"),
        )?,
        Compared::new(
            "chance to recover before help",
            exact.abandonment_chance(),
            &never_helped(&found),
        )?,
    ])
}

fn pollaczek_khinchine(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (arrival, service, stages) = (asked.one("arrival"), asked.one("service"), asked.count("stages"));
    let mean = 1.0 / service;
    let exact = PollaczekKhinchine::new(arrival, mean, mean * mean / f64::from(stages.max(1)))?;
    let load = arrival / service;
    let stages = u8::try_from(stages.clamp(1, 100)).unwrap_or(100);
    let scenario = queue(1, load, 0.0, stages, forgets(1.0, load), asked);
    let found = first_come(&scenario, asked)?;
    Ok(vec![
        Compared::new(
            "mean wait Wq",
            exact.mean_wait(),
            &scaled(each(&found, "wait_mean"), mean),
        )?,
        Compared::new(
            "mean number present L",
            exact.mean_present(),
            &each(&found, "in_need"),
        )?,
    ])
}

fn cobham(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (servers, arrivals, service) = (
        asked.count("servers"),
        asked.all("arrivals"),
        asked.one("service"),
    );
    if arrivals.len() > Severity::ALL.len() {
        return Err(Unanswered::Count {
            name: "arrivals",
            found: arrivals.len(),
            must: "at most four",
        });
    }
    let exact = Cobham::new(servers, arrivals, service)?;
    let total: f64 = arrivals.iter().sum();
    let load = total / service;
    let share = |class: usize| {
        let value = arrivals.get(class).copied().unwrap_or(0.0) / total;
        Number::assumed(value, Unit::Share)
    };
    let scenario = Scenario {
        severities: Some(Severities {
            urgent: share(0),
            high: share(1),
            moderate: share(2),
            low: share(3),
        }),
        ..queue(servers, load, 0.0, 1, forgets(f64::from(servers), load), asked)
    };
    let found = replicate(&scenario, asked.effort, &|_| {
        Box::new(IndexPolicy(Index::worst_first()))
    })?;
    let classes = exact.waits().iter().zip(Severity::ALL.into_iter().rev()).zip(1..);
    let mut all: Vec<_> = classes
        .map(|((wait, severity), class)| {
            let mean = |summary: &Summary| {
                let of_class = summary
                    .waits
                    .iter()
                    .filter(|it| it.severity == severity)
                    .map(|it| Tick(it.ticks).days());
                let count = float(of_class.clone().count().max(1) as u64);
                of_class.sum::<f64>() / count / service
            };
            let found: Vec<_> = found.iter().map(mean).collect();
            Compared::new(format!("mean wait of class {class}"), *wait, &found)
        })
        .collect::<Result<_, _>>()?;
    let waits = scaled(each(&found, "wait_mean"), 1.0 / service);
    all.push(Compared::new(
        "mean wait of all: as first come",
        exact.mean_wait(),
        &waits,
    )?);
    Ok(all)
}
