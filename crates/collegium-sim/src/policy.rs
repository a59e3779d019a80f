//! How givers are chosen: one interface, for policies that are tried and for those at work.

mod asked;
mod batch;
mod chances;
mod clairvoyant;
mod index;
mod least_change;
mod recorded;
mod simple;
mod spec;

pub use asked::OnlyWhoAsks;
pub use batch::OptimalBatch;
pub use chances::Chances;
pub use clairvoyant::Clairvoyant;
pub use index::{Index, IndexPolicy, KindPoints};
pub use least_change::LeastChange;
pub use recorded::{Chosen, Keep, Recorded};
pub use simple::{FirstCome, Nearest, Random};
pub use spec::{Bounded, Figures, NAMED, Priced, Process, Spec, UnknownPolicy};

use crate::view::{Asking, GiverHandle, NeedHandle, View};
use collegium_engine::matching::{objective::Objective, score::Score};
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
    /// All is planned anew, help that is at work included; what the plan leaves out ends, and what is new begins.
    #[serde(rename = "anew")]
    Anew {
        /// Which givers come into question, and what speaks for each.
        candidates: CandidateRules,
        /// What help that stays counts more.
        price: Score,
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

    /// Whether it moves help that is at work. It is then asked where nobody waits, or nobody has room, too.
    fn moves_help(&self) -> bool {
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

/// Needs in an order, each given the nearest giver that has room. Where schools swap help, each is paired with the
/// first of that order with which it can be. What most policies come to.
pub(crate) fn nearest_in_order(view: &View<'_>, order: impl Iterator<Item = usize>) -> Choice {
    if view.is_swapped() {
        return paired_in_order(view, order);
    }
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

fn paired_in_order(view: &View<'_>, order: impl Iterator<Item = usize>) -> Choice {
    let waiting = view.waiting();
    let mut left: Vec<_> = order
        .filter_map(|index| Some((index, waiting.get(index)?)))
        .collect();
    left.reverse();
    let mut chosen = Vec::new();
    while let Some((_, one)) = left.pop() {
        let Some((_, first)) = left.iter().rfind(|(_, other)| view.can_swap(one, other)) else {
            continue;
        };
        // A placement names the school: of its needs that could be swapped, the one that waits longest is.
        let giver = first.school;
        let of_school = left.iter().enumerate().filter(|(_, (_, other))| {
            other.school == giver && view.asking(Asking::Anybody).can_swap(one, other)
        });
        if let Some((place, _)) = of_school.min_by_key(|(_, (index, _))| *index) {
            left.remove(place);
        }
        chosen.push(Placement {
            need: one.need,
            giver: GiverHandle(giver),
        });
    }
    Choice::Placements(chosen)
}
