//! How givers are chosen: one interface, for policies that are tried and for those at work.

mod index;
mod simple;

pub use index::{Index, IndexPolicy};
pub use simple::{FirstCome, Nearest, Random};

use crate::view::{GiverHandle, NeedHandle, View};
use std::fmt::Debug;

/// Who is to help with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The need.
    pub need: NeedHandle,
    /// The giver.
    pub giver: GiverHandle,
}

/// A way to choose givers for needs that wait.
pub trait Policy: Debug {
    /// What people call it.
    fn name(&self) -> &str;

    /// Whether it sees how schools truly fare: none that could be at work does. Every output says so.
    fn is_clairvoyant(&self) -> bool {
        false
    }

    /// Whether a giver may be left idle although it could help a need that waits.
    fn may_idle(&self) -> bool {
        false
    }

    /// Who is to help with what now.
    ///
    /// # Errors
    /// Where it cannot say, such as a process that has ended.
    fn choose(&mut self, view: &View<'_>) -> Result<Vec<Placement>, PolicyFailed>;
}

/// A policy could not choose.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the policy {policy} could not choose: {why}")]
pub struct PolicyFailed {
    /// Which.
    pub policy: String,
    /// Why.
    pub why: String,
}

/// Needs in an order, each given the nearest giver that has room. What most policies come to.
pub(crate) fn nearest_in_order(view: &View<'_>, order: impl Iterator<Item = usize>) -> Vec<Placement> {
    let mut chosen = Vec::new();
    let mut taken = std::collections::BTreeMap::<GiverHandle, u16>::new();
    let mut room = view.room();
    for index in order {
        if room == 0 {
            break;
        }
        let Some(waiting) = view.waiting().get(index) else {
            continue;
        };
        let mut lacks = waiting.lacks;
        for free in view.givers_for(waiting) {
            if lacks == 0 {
                break;
            }
            let taken = taken.entry(free.giver).or_default();
            if *taken < free.room {
                *taken += 1;
                lacks -= 1;
                room -= 1;
                chosen.push(Placement {
                    need: waiting.need,
                    giver: free.giver,
                });
            }
        }
    }
    chosen
}
