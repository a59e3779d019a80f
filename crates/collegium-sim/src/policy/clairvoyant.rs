//! A policy that knows what nobody can: what could be gained at best by knowing more.

use super::{Choice, Policy, PolicyFailed, nearest_in_order};
use crate::view::View;

/// Helps first whoever will be well soonest with help, and nobody who is not truly in need.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clairvoyant;

impl Policy for Clairvoyant {
    fn name(&self) -> &'static str {
        "clairvoyant"
    }

    fn is_clairvoyant(&self) -> bool {
        true
    }

    fn may_idle(&self) -> bool {
        true
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let waiting = view.waiting().iter();
        let foreseen = waiting.map(|it| view.foreseen(it)).zip(0..);
        let mut order: Vec<_> = foreseen
            .filter_map(|(left, index)| Some((left?, index)))
            .collect();
        order.sort_by(|one, other| one.0.total_cmp(&other.0));
        Ok(nearest_in_order(view, order.into_iter().map(|(_, index)| index)))
    }
}
