//! How givers are chosen: one interface, for policies that are tried and for those at work.

mod batch;
mod chances;
mod clairvoyant;
mod index;
mod recorded;
mod simple;
mod spec;

pub use batch::OptimalBatch;
pub use chances::Chances;
pub use clairvoyant::Clairvoyant;
pub use index::{Index, IndexPolicy, KindPoints};
pub use recorded::{Chosen, Keep, Recorded};
pub use simple::{FirstCome, Nearest, Random};
pub use spec::{Bounded, Figures, NAMED, Process, Spec, UnknownPolicy};

use crate::view::{GiverHandle, NeedHandle, View};
use collegium_engine::matching::objective::Objective;
use collegium_model::candidate::CandidateRules;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt::Debug};

/// Who is to help with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The need.
    pub need: NeedHandle,
    /// The giver.
    pub giver: GiverHandle,
}

/// What a policy comes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "choice", content = "of", deny_unknown_fields)]
pub enum Choice {
    /// These are to help, each proposed by itself.
    #[serde(rename = "placements")]
    Placements(Vec<Placement>),
    /// A round of matching is held: the engine makes the problem, its best plan is confirmed and proposed.
    #[serde(rename = "round")]
    Round {
        /// Which givers come into question, and what speaks for each.
        candidates: CandidateRules,
        /// What makes one plan better than another.
        objective: Objective,
    },
}

/// A way to choose givers for needs that wait.
pub trait Policy: Debug {
    /// What people call it.
    fn name(&self) -> &str;

    /// Whether it sees how schools truly fare: none that could be at work does. Every output says so.
    fn is_clairvoyant(&self) -> bool {
        false
    }

    /// Who is to help with what now.
    ///
    /// # Errors
    /// Where it cannot say, such as a process that has ended.
    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed>;

    /// Is told what it chose here before the run was broken off, instead of being asked again. A policy that
    /// keeps anything from one choice to the next takes it up; others have nothing to do.
    ///
    /// # Errors
    /// Where it cannot be told, such as a process that has ended.
    fn recall(&mut self, _view: &View<'_>, _choice: &Choice) -> Result<(), PolicyFailed> {
        Ok(())
    }
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
pub(crate) fn nearest_in_order(view: &View<'_>, order: impl Iterator<Item = usize>) -> Choice {
    let mut chosen = Vec::new();
    let mut taken = BTreeMap::<GiverHandle, u16>::new();
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
    Choice::Placements(chosen)
}
