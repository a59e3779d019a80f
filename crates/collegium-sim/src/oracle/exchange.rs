//! Schools that come with a need, swap help in pairs, and give up where they wait too long: dynamic matching.

use super::{
    Asked, Compared, Oracle, Parameter, Unanswered,
    reduced::{Rates, by_rates, each, joining, never_helped, replicate, scenario},
};
use crate::{
    policy::{FirstCome, OnlyWhoAsks, Policy, Random},
    run::{Key, Summary},
    scenario::{AlsoJoins, Between, Capacity, Joining, Parameter as Number, Scenario, SchoolKind, Unit},
    theory::{DynamicMatching, EasyAndHard, OneSideAsks, PairMarket},
};

const ARRIVALS: Parameter = Parameter {
    name: "arrivals",
    default: &[100.0],
    says: "schools that come while one would wait, in the mean: the size m of the market",
};
const DEGREE: Parameter = Parameter {
    name: "degree",
    default: &[4.0],
    says: "of these, how many could swap with one, in the mean: any two can with chance degree / arrivals",
};

pub(super) const GREEDY: Oracle = Oracle {
    name: "exchange-greedy",
    says: "Swaps: two schools are paired as soon as they can be, and give up where they wait too long",
    parameters: &[ARRIVALS, DEGREE],
    reckon: greedy,
};

pub(super) const PATIENT: Oracle = Oracle {
    name: "exchange-patient",
    says: "Swaps: a school is paired only as it is about to give up",
    parameters: &[ARRIVALS, DEGREE],
    reckon: patient,
};

pub(super) const ONE_SIDE: Oracle = Oracle {
    name: "exchange-one-side",
    says: "Swaps between two sides of which one asks: as it comes, or as it gives up, as many are lost",
    parameters: &[
        Parameter {
            default: &[50.0],
            says: "schools of each side that come while one would wait, in the mean",
            ..ARRIVALS
        },
        DEGREE,
    ],
    reckon: one_side,
};

pub(super) const EASY_AND_HARD: Oracle = Oracle {
    name: "exchange-easy-and-hard",
    says: "Swaps where two schools of the hard kind never can: at these numbers waiting loses more",
    parameters: &[
        Parameter {
            name: "hard",
            default: &[20.0],
            says: "schools of the hard kind that come while one would wait, in the mean",
        },
        Parameter {
            name: "easy",
            default: &[10.0],
            says: "schools of the easy kind that do",
        },
        Parameter {
            name: "compatible",
            default: &[0.5],
            says: "chance that two can swap of which one is easy",
        },
    ],
    reckon: easy_and_hard,
};

/// A network that schools join, `arrivals` in a day, and leave after a day in the mean where nobody helps them.
fn market(arrivals: f64, compatible: f64, asked: &Asked) -> Scenario {
    // Of how it began less than a thousandth is left by then.
    let forgets = 8.0;
    let days = forgets + (5_000.0 / arrivals).clamp(40.0, 4_000.0);
    // How long help goes on plays no part: who is helped waits no longer.
    let rates = Rates {
        relapse: 0.0,
        alone: 0.0,
        helped: 20.0,
    };
    Scenario {
        joining: Some(Joining {
            gives_up: Some(Number::assumed(asked.effort.tampered, Unit::PerDay)),
            ..joining(arrivals)
        }),
        capacity: Capacity::Pairs {
            compatible: share(compatible),
            between: Vec::new(),
            asked_by: None,
        },
        ..scenario(days, forgets, vec![by_rates(0, rates, 1)], 0.0)
    }
}

/// The same with another kind beside the first; two of one kind can swap with the chances of `within`.
fn of_two_kinds(mut of: Scenario, other: f64, within: [f64; 2]) -> Scenario {
    let kinds = of.schools.clone();
    of.schools.extend(kinds.into_iter().map(|kind| SchoolKind {
        name: OTHER.to_owned(),
        ..kind
    }));
    if let Some(joining) = &mut of.joining {
        joining.also = vec![AlsoJoins {
            kind: OTHER.to_owned(),
            share: share(other),
        }];
    }
    if let Capacity::Pairs { between, .. } = &mut of.capacity {
        let names = of.schools.iter().map(|kind| &kind.name);
        *between = names
            .zip(within)
            .map(|(name, chance)| Between {
                one: name.clone(),
                other: name.clone(),
                compatible: share(chance),
            })
            .collect();
    }
    of
}

const OTHER: &str = "other";

fn share(value: f64) -> Number {
    Number::assumed(value, Unit::Share)
}

/// A way to choose who is paired as it is about to leave, or as it comes.
type Way = fn(Box<dyn Policy>) -> OnlyWhoAsks;

fn first_come(scenario: &Scenario, asked: &Asked, way: Way) -> Result<Vec<Summary>, Unanswered> {
    let make = |_: Key| Box::new(way(Box::new(FirstCome))) as Box<dyn Policy>;
    replicate(scenario, asked.effort, &make)
}

fn compared(of: &str, found: &[Summary], waiting: f64, loss: f64) -> Result<[Compared; 2], Unanswered> {
    Ok([
        Compared::new(
            format!("mean number waiting{of}"),
            waiting,
            &each(found, "waiting"),
        )?,
        Compared::new(format!("share that give up{of}"), loss, &never_helped(found))?,
    ])
}

fn greedy(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (arrivals, degree) = (asked.one("arrivals"), asked.one("degree"));
    let exact = PairMarket::new(arrivals, degree)?;
    let scenario = market(arrivals, degree / arrivals, asked);
    let found = first_come(&scenario, asked, OnlyWhoAsks::on_arrival)?;
    let [waiting, loss] = compared("", &found, exact.greedy_waiting(), exact.greedy_loss())?;
    let limit = DynamicMatching::new(degree)?.greedy_loss();
    Ok(vec![waiting, loss.tending_to(limit)])
}

fn patient(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (arrivals, degree) = (asked.one("arrivals"), asked.one("degree"));
    let exact = PairMarket::new(arrivals, degree)?;
    let scenario = market(arrivals, degree / arrivals, asked);
    let found = first_come(&scenario, asked, OnlyWhoAsks::on_leaving)?;
    let [waiting, loss] = compared("", &found, exact.patient_waiting(), exact.patient_loss())?;
    let limit = DynamicMatching::new(degree)?.patient_loss();
    Ok(vec![waiting, loss.tending_to(limit)])
}

fn one_side(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (arrivals, degree) = (asked.one("arrivals"), asked.one("degree"));
    let exact = OneSideAsks::new(arrivals, degree)?;
    let mut scenario = of_two_kinds(market(2.0 * arrivals, degree / arrivals, asked), 0.5, [0.0, 0.0]);
    if let Capacity::Pairs { asked_by, .. } = &mut scenario.capacity {
        *asked_by = Some(OTHER.to_owned());
    }
    let comes = first_come(&scenario, asked, OnlyWhoAsks::on_arrival)?;
    let leaves = first_come(&scenario, asked, OnlyWhoAsks::on_leaving)?;
    let comes = compared(
        ", on arrival",
        &comes,
        exact.waiting_if_on_arrival(),
        exact.loss(),
    )?;
    let leaves = compared(
        ", on leaving",
        &leaves,
        exact.waiting_if_on_leaving(),
        exact.loss(),
    )?;
    Ok(comes.into_iter().chain(leaves).collect())
}

fn easy_and_hard(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (hard, easy, chance) = (asked.one("hard"), asked.one("easy"), asked.one("compatible"));
    let exact = EasyAndHard::new(hard, easy, chance)?;
    let all = hard + easy;
    let scenario = of_two_kinds(market(all, chance, asked), hard / all, [chance, 0.0]);
    let random = |way: Way| {
        let make = move |key: Key| Box::new(way(Box::new(Random::new(key)))) as Box<dyn Policy>;
        replicate(&scenario, asked.effort, &make)
    };
    let (greedy, patient) = (exact.greedy(), exact.patient());
    let comes = random(OnlyWhoAsks::on_arrival)?;
    let leaves = random(OnlyWhoAsks::on_leaving)?;
    let comes = compared(", on arrival", &comes, greedy.waiting, greedy.loss)?;
    let leaves = compared(", on leaving", &leaves, patient.waiting, patient.loss)?;
    Ok(comes.into_iter().chain(leaves).collect())
}
