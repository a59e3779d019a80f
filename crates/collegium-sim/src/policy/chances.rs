//! What is believed of a kind of school: its chances of being in good order at the next choice.

use super::{Index, index::KindPoints};
use crate::{
    scenario::{Choosing, Dynamics, Scenario, SchoolKind},
    theory::RestlessSchool,
};

/// Chances of being in good order at the next choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances {
    /// From need and from good order, without help.
    pub alone: [f64; 2],
    /// From need and from good order, with help.
    pub helped: [f64; 2],
}

impl Chances {
    /// Those of a kind of school, from one choice to the next. Where schools change by rates it is the two-state
    /// chain with the kind's mean rates; help has no effect on schools in good order there.
    pub fn of(kind: &SchoolKind, choosing: Choosing) -> Self {
        match &kind.dynamics {
            Dynamics::Steps {
                need_alone,
                need_helped,
                good_alone,
                good_helped,
                ..
            } => Self {
                alone: [need_alone.value, good_alone.value],
                helped: [need_helped.value, good_helped.value],
            },
            Dynamics::Rates {
                relapse,
                alone,
                helped,
                ..
            } => {
                let days = choosing.days();
                let after = |recovery: f64| two_states(relapse.per_day(), recovery, days);
                let (without, with) = (after(alone.per_day()), after(helped.per_day()));
                Self {
                    alone: without,
                    helped: [with[0], without[1]],
                }
            }
        }
    }

    /// The same as theory has it; none where a chance is no chance.
    fn school(&self) -> Option<RestlessSchool> {
        RestlessSchool::new(self.alone, self.helped).ok()
    }
}

/// Chances of good order after so many days, from need and from good order, at constant rates a day.
fn two_states(relapse: f64, recovery: f64, days: f64) -> [f64; 2] {
    let sum = relapse + recovery;
    if sum == 0.0 {
        return [0.0, 1.0];
    }
    let moved = -libm::expm1(-sum * days);
    [recovery / sum * moved, 1.0 - relapse / sum * moved]
}

impl Choosing {
    /// Days from one choice to the next; where they are made at once, one.
    fn days(self) -> f64 {
        match self {
            Self::AtOnce | Self::EachStep => 1.0,
            Self::EachMonth => crate::scenario::DAYS_IN_YEAR / 12.0,
            Self::EachTerm => crate::scenario::DAYS_IN_YEAR / 3.0,
        }
    }
}

impl Index {
    /// Helps first where help gains most at once: by how much it raises the chance of good order.
    pub fn myopic(scenario: &Scenario) -> Self {
        Self::by_kind("myopic", scenario, |school| {
            Some([school.effect(false), school.effect(true)])
        })
    }

    /// Helps first where the Whittle index is highest.
    pub fn whittle(scenario: &Scenario) -> Self {
        let discount = scenario.discount_a_choice();
        Self::by_kind("whittle", scenario, |school| {
            let index = school.whittle(discount).ok()?;
            Some([index.in_need, index.good])
        })
    }

    fn by_kind(
        name: &str,
        scenario: &Scenario,
        figures: impl Fn(RestlessSchool) -> Option<[f64; 2]>,
    ) -> Self {
        let points = |kind: &SchoolKind| {
            let school = Chances::of(kind, scenario.choosing).school();
            let [in_need, good] = school.and_then(&figures).unwrap_or_default();
            KindPoints { in_need, good }
        };
        Self {
            name: name.to_owned(),
            kinds: scenario.schools.iter().map(points).collect(),
            ..Self::default()
        }
    }
}

impl Scenario {
    /// What good is worth at the next choice that is worth 1 now: the scenario's own discount where schools change
    /// by steps, else 0.95 a year, an assumption.
    fn discount_a_choice(&self) -> f64 {
        const A_YEAR: f64 = 0.95;
        match (&self.time.discount, self.choosing) {
            (Some(discount), _) => discount.value.min(0.999_999),
            (None, Choosing::EachStep) => A_YEAR,
            (None, choosing) => libm::pow(A_YEAR, choosing.days() / crate::scenario::DAYS_IN_YEAR),
        }
    }
}
