//! Policies without a figure: first come, nearest, random.

use super::{Choice, Placement, Policy, PolicyFailed, nearest_in_order};
use crate::{
    chance::Stream,
    run::Key,
    view::{GiverHandle, View},
};
use std::collections::BTreeMap;

/// Who has waited longest is first.
#[derive(Clone, Copy, Debug, Default)]
pub struct FirstCome;

impl Policy for FirstCome {
    fn name(&self) -> &'static str {
        "first_come"
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        Ok(nearest_in_order(view, 0..view.waiting().len()))
    }
}

/// The two that are nearest to one another are first, then the next nearest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nearest;

impl Policy for Nearest {
    fn name(&self) -> &'static str {
        "nearest"
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        if view.is_swapped() {
            // No two are nearer than others.
            return Ok(nearest_in_order(view, 0..view.waiting().len()));
        }
        let mut pairs = Vec::new();
        for (index, waiting) in view.waiting().iter().enumerate() {
            pairs.extend(view.givers_for(waiting).map(|free| (free.distance, index, free)));
        }
        pairs.sort_unstable_by_key(|(distance, index, free)| (*distance, *index, free.giver));
        let mut chosen = Vec::new();
        let mut lacks: Vec<_> = view.waiting().iter().map(|it| it.lacks).collect();
        let mut taken = BTreeMap::<GiverHandle, u16>::new();
        for (_, index, free) in pairs {
            let taken = taken.entry(free.giver).or_default();
            let (Some(lacks), Some(waiting)) = (lacks.get_mut(index), view.waiting().get(index)) else {
                continue;
            };
            if *lacks > 0 && *taken < free.room {
                (*lacks, *taken) = (*lacks - 1, *taken + 1);
                let (need, giver) = (waiting.need, free.giver);
                chosen.push(Placement { need, giver });
            }
        }
        Ok(Choice::Placements(chosen))
    }
}

/// An order that is drawn anew at each choice.
#[derive(Clone, Debug)]
pub struct Random {
    luck: Stream,
}

impl Random {
    /// One whose draws are fixed by the key of its run.
    pub fn new(key: Key) -> Self {
        Self {
            luck: key.stream("random policy", 0),
        }
    }
}

impl Policy for Random {
    fn name(&self) -> &'static str {
        "random"
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let mut order: Vec<_> = (0..view.waiting().len())
            .map(|index| (self.luck.uniform(), index))
            .collect();
        order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        Ok(nearest_in_order(view, order.into_iter().map(|(_, index)| index)))
    }

    /// Its luck is used up as far as it was when it was asked.
    fn recall(&mut self, view: &View<'_>, _: &Choice) -> Result<(), PolicyFailed> {
        self.choose(view).map(|_| ())
    }
}
