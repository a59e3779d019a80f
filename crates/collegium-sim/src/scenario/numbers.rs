//! Every number of a scenario, with its place and what it must be.

use super::{
    Capacity, Dynamics, Noticing, Parameter, Scenario, SchoolKind, Severities, Watching,
    parameter::Dimension as D,
};

/// A number of a scenario where it stands.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// Where: the path of a field, such as `schools[0].dynamics.relapse`.
    pub place: String,
    /// The number.
    pub parameter: &'a Parameter,
    pub(crate) dimension: D,
}

impl Placed<'_> {
    /// Whether none at all makes sense here.
    pub(crate) fn may_be_nothing(&self) -> bool {
        ["warm_up", "set_up", "delay", "unsettled"]
            .iter()
            .any(|it| self.place.ends_with(it))
    }
}

impl Scenario {
    /// Every number, in the order in which a scenario is written.
    pub fn numbers(&self) -> Vec<Placed<'_>> {
        let mut all = Numbers(Vec::new());
        all.put("time.length", D::Duration, &self.time.length);
        all.may("time.warm_up", D::Duration, self.time.warm_up.as_ref());
        all.may("time.discount", D::Share, self.time.discount.as_ref());
        for (index, kind) in self.schools.iter().enumerate() {
            all.kind(&format!("schools[{index}]"), kind);
        }
        if let Some(joining) = &self.joining {
            all.put("joining.rate", D::Rate, &joining.rate);
            for (index, it) in joining.also.iter().enumerate() {
                all.put(&format!("joining.also[{index}].share"), D::Share, &it.share);
            }
            all.may("joining.gives_up", D::Rate, joining.gives_up.as_ref());
        }
        for (name, share) in self.severities.iter().flat_map(Severities::all) {
            all.put(&format!("severities.{name}"), D::Share, share);
        }
        for (name, watching) in self.noticing.channels() {
            all.watching(&format!("noticing.{name}"), watching);
        }
        match &self.capacity {
            Capacity::CentralTeam { at_once } => all.put("capacity.at_once", D::Deployments, at_once),
            Capacity::Schools { ratio, .. } => all.put("capacity.ratio", D::Ratio, ratio),
            Capacity::Pairs {
                compatible, between, ..
            } => {
                all.put("capacity.compatible", D::Share, compatible);
                for (index, it) in between.iter().enumerate() {
                    let place = format!("capacity.between[{index}].compatible");
                    all.put(&place, D::Share, &it.compatible);
                }
            }
        }
        all.may("support.set_up", D::Duration, self.support.set_up.as_ref());
        all.may("support.at_most", D::Duration, self.support.at_most.as_ref());
        if let Some(land) = &self.land {
            all.put("land.side", D::Length, &land.side);
            all.put("land.farthest", D::Length, &land.farthest);
        }
        all.0
    }
}

impl Noticing {
    /// The channels that there are, by name.
    pub(crate) fn channels(&self) -> impl Iterator<Item = (&'static str, &Watching)> {
        let all = match self {
            Self::AtOnce {} => [None, None, None],
            Self::Channels {
                data_check,
                informal_visit,
                formal_review,
                ..
            } => [
                data_check.as_ref().map(|it| ("data_check", it)),
                informal_visit.as_ref().map(|it| ("informal_visit", it)),
                formal_review.as_ref().map(|it| ("formal_review", it)),
            ],
        };
        all.into_iter().flatten()
    }
}

struct Numbers<'a>(Vec<Placed<'a>>);

impl<'a> Numbers<'a> {
    fn put(&mut self, place: &str, dimension: D, parameter: &'a Parameter) {
        let place = place.to_owned();
        self.0.push(Placed {
            place,
            parameter,
            dimension,
        });
    }

    fn may(&mut self, place: &str, dimension: D, parameter: Option<&'a Parameter>) {
        if let Some(parameter) = parameter {
            self.put(place, dimension, parameter);
        }
    }

    fn kind(&mut self, place: &str, kind: &'a SchoolKind) {
        self.may(&format!("{place}.pupils"), D::Pupils, kind.pupils.as_ref());
        self.may(
            &format!("{place}.in_need_at_start"),
            D::Share,
            kind.in_need_at_start.as_ref(),
        );
        let of = |name: &str| format!("{place}.dynamics.{name}");
        match &kind.dynamics {
            Dynamics::Rates {
                relapse,
                alone,
                helped,
                relapse_varies,
                recovery_varies,
                strain,
                ..
            } => {
                self.put(&of("relapse"), D::Rate, relapse);
                self.put(&of("alone"), D::Rate, alone);
                self.put(&of("helped"), D::Rate, helped);
                self.may(&of("relapse_varies"), D::Times, relapse_varies.as_ref());
                self.may(&of("recovery_varies"), D::Times, recovery_varies.as_ref());
                self.may(&of("strain"), D::Times, strain.as_ref());
            }
            Dynamics::Steps {
                every,
                need_alone,
                need_helped,
                good_alone,
                good_helped,
            } => {
                self.put(&of("every"), D::Duration, every);
                self.put(&of("need_alone"), D::Share, need_alone);
                self.put(&of("need_helped"), D::Share, need_helped);
                self.put(&of("good_alone"), D::Share, good_alone);
                self.put(&of("good_helped"), D::Share, good_helped);
            }
        }
        if let Some(turnover) = &kind.turnover {
            self.put(&format!("{place}.turnover.rate"), D::Rate, &turnover.rate);
            self.put(
                &format!("{place}.turnover.unsettled"),
                D::Duration,
                &turnover.unsettled,
            );
            self.put(&format!("{place}.turnover.relapse"), D::Times, &turnover.relapse);
        }
    }

    fn watching(&mut self, place: &str, it: &'a Watching) {
        self.put(&format!("{place}.every"), D::Duration, &it.every);
        self.put(&format!("{place}.sees"), D::Share, &it.sees);
        self.put(&format!("{place}.false_alarm"), D::Share, &it.false_alarm);
        self.may(&format!("{place}.delay"), D::Duration, it.delay.as_ref());
    }
}
