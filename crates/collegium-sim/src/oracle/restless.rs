//! Three schools and one team: what policies are worth, against the exact dynamic programme.

use super::{
    Asked, Compared, Oracle, Parameter, Unanswered,
    reduced::{each, kind, replicate, scenario},
};
use crate::{
    policy::{Figures, Spec},
    scenario::{Choosing, Dynamics, Parameter as Number, Scenario, SchoolKind, Unit},
    theory::{OneTeam, RestlessSchool, TeamPolicy},
};

/// Chances of good order from need and from good order, without help and with it.
const SCHOOLS: [[f64; 4]; 3] = [
    [0.10, 0.85, 0.50, 0.95],
    [0.25, 0.75, 0.75, 0.95],
    [0.05, 0.70, 0.30, 0.90],
];

pub(super) const WHITTLE: Oracle = Oracle {
    name: "whittle",
    says: "Three schools, one team, a step at a time: what four policies are worth",
    parameters: &[Parameter {
        name: "discount",
        default: &[0.9],
        says: "what good order is worth a step later",
    }],
    reckon: whittle,
};

fn whittle(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let discount = asked.one("discount");
    let schools = SCHOOLS.map(|[p0, p1, a0, a1]| RestlessSchool::new([p0, p1], [a0, a1]));
    let schools = schools.into_iter().collect::<Result<Vec<_>, _>>()?;
    let exact = OneTeam::new(schools, discount)?;
    // Steps after which nothing more is worth a millionth.
    let steps = (libm::log(1e-6) / libm::log(discount))
        .ceil()
        .clamp(10.0, 2_000.0);
    let kinds = SCHOOLS
        .iter()
        .zip(["first", "second", "third"])
        .map(|([p0, p1, a0, a1], name)| {
            let share = |value: f64| Number::assumed(value, Unit::Share);
            let dynamics = Dynamics::Steps {
                every: Number::assumed(1.0, Unit::Days),
                need_alone: share(*p0),
                need_helped: share((a0 * asked.effort.tampered).min(1.0)),
                good_alone: share(*p1),
                good_helped: share(*a1),
            };
            SchoolKind {
                name: name.to_owned(),
                in_need_at_start: Some(share(1.0)),
                ..kind(1, dynamics)
            }
        });
    let mut scenario = Scenario {
        choosing: Choosing::EachStep,
        ..scenario(steps, 0.0, kinds.collect(), 1.0)
    };
    scenario.time.discount = Some(Number::assumed(discount, Unit::Share));
    let mut effort = asked.effort;
    effort.replications *= 20;
    let policies = [
        (Spec::Figures(Figures::Whittle), TeamPolicy::Whittle),
        (Spec::Figures(Figures::Myopic), TeamPolicy::Myopic),
        (Spec::Figures(Figures::WorstFirst), TeamPolicy::WorstFirst),
        (Spec::Random, TeamPolicy::Random),
    ];
    policies
        .into_iter()
        .map(|(spec, of)| {
            let make = |key| {
                spec.make(&scenario, key)
                    .unwrap_or_else(|_| Box::new(crate::policy::FirstCome))
            };
            let found = replicate(&scenario, effort, &make)?;
            let worth = exact.value(of, &[false; 3])?;
            Ok(Compared::new(
                format!("worth of {spec}"),
                worth,
                &each(&found, "discounted"),
            )?)
        })
        .collect()
}
