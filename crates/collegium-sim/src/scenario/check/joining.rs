//! What is wrong with schools that join, and with those that swap help.

use super::Faults;
use crate::scenario::{Capacity, Scenario};
use std::collections::BTreeSet;

impl Faults {
    /// A name that a kind of schools must have.
    fn kind(&mut self, scenario: &Scenario, place: impl Into<String>, name: &str) {
        if !scenario.schools.iter().any(|kind| kind.name == name) {
            let what = format!("is {name:?}, and no kind of schools is named so");
            self.put(place, what, "name one of the kinds under `schools`");
        }
    }

    pub(super) fn joining(&mut self, scenario: &Scenario) {
        let Some(joining) = &scenario.joining else { return };
        self.kind(scenario, "joining.kind", &joining.kind);
        let mut named = BTreeSet::from([joining.kind.as_str()]);
        for (index, it) in joining.also.iter().enumerate() {
            let place = format!("joining.also[{index}].kind");
            self.kind(scenario, &place, &it.kind);
            if !named.insert(&it.kind) {
                let what = format!("is {:?}, which is named before", it.kind);
                self.put(place, what, "name each kind once");
            }
        }
        let sum: f64 = joining.also.iter().map(|it| it.share.value).sum();
        if sum > 1.0 + 1e-9 {
            self.put(
                "joining.also",
                format!("has shares that add up to {sum}, more than 1"),
                "leave something for `joining.kind`, or nothing",
            );
        }
    }

    pub(super) fn pairs(&mut self, scenario: &Scenario) {
        let Capacity::Pairs {
            between, asked_by, ..
        } = &scenario.capacity
        else {
            return;
        };
        let mut named = BTreeSet::new();
        for (index, it) in between.iter().enumerate() {
            let place = format!("capacity.between[{index}]");
            self.kind(scenario, format!("{place}.one"), &it.one);
            self.kind(scenario, format!("{place}.other"), &it.other);
            if !named.insert((it.one.as_str().min(&it.other), it.one.as_str().max(&it.other))) {
                let what = format!("speaks of {:?} and {:?}, as another does", it.one, it.other);
                self.put(place, what, "say each chance once");
            }
        }
        if let Some(kind) = asked_by {
            self.kind(scenario, "capacity.asked_by", kind);
        }
        if scenario.land.is_some() {
            self.put(
                "land",
                "is given, and schools swap help whatever the distance",
                "leave it out, or let others than pairs help",
            );
        }
        if scenario.schools.iter().any(|kind| kind.dynamics.step().is_some()) {
            self.put(
                "capacity",
                "is held by pairs, and schools change by steps",
                "let them change by rates",
            );
        }
    }
}
