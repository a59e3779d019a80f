//! What closing something does to what is still open in it.

use crate::{acts::Act, child::Machine};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What becomes of open children, by the act that closes what they belong to and by kind.
///
/// The acts are `close_cycle`, `stop_cycle` and `close_need`. Where nothing is said, closing refuses over
/// whatever asks something of somebody and ends drafts and unfinished tasks; stopping keeps everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct MovingOn(pub BTreeMap<Act, BTreeMap<Machine, Leaving>>);

/// What becomes of something open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Leaving {
    /// Closing is refused as long as it is open.
    #[serde(rename = "refuse")]
    Refuse,
    /// It ends.
    #[serde(rename = "end")]
    End,
    /// It stays open.
    #[serde(rename = "keep")]
    Keep,
}

impl MovingOn {
    /// The acts that close something over what is open in it.
    pub const ACTS: [Act; 3] = [Act::CloseCycle, Act::StopCycle, Act::CloseNeed];

    /// What becomes of an open machine of a kind.
    #[allow(clippy::match_same_arms, reason = "each act has a default of its own")]
    pub fn leaving(&self, act: Act, machine: Machine) -> Leaving {
        let said = self.0.get(&act).and_then(|kinds| kinds.get(&machine));
        said.copied().unwrap_or(match (act, machine) {
            (Act::StopCycle, _) => Leaving::Keep,
            (
                _,
                Machine::SelfEvaluation
                | Machine::Enquiry
                | Machine::Task
                | Machine::Coaching
                | Machine::ProgressReview,
            ) => Leaving::End,
            (Act::CloseNeed, Machine::Concern | Machine::Request) => Leaving::Keep,
            (Act::CloseNeed, Machine::Objective) => Leaving::End,
            _ => Leaving::Refuse,
        })
    }
}
