//! A policy that knows what nobody can: what could be gained at best by knowing more.

use super::{Choice, Policy, PolicyFailed, nearest_in_order};
use crate::view::View;

/// Helps first whoever will be well soonest with help; last, where somebody is still free, who is not truly in
/// need, until that is seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clairvoyant;

impl Policy for Clairvoyant {
    fn name(&self) -> &'static str {
        "clairvoyant"
    }

    fn is_clairvoyant(&self) -> bool {
        true
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let left = |it| view.foreseen(it).unwrap_or(f64::INFINITY);
        let mut order: Vec<_> = view.waiting().iter().map(left).zip(0..).collect();
        order.sort_by(|one, other| one.0.total_cmp(&other.0));
        Ok(nearest_in_order(view, order.into_iter().map(|(_, index)| index)))
    }
}
