//! A policy whose choices are kept, so that a run that was broken off does not ask for them again.
//!
//! All else in a run follows from scenario, policy and key at little cost: replay is its snapshot.

use super::{Choice, Policy, PolicyFailed};
use crate::{tick::Tick, view::View};
use serde::{Deserialize, Serialize};
use std::{fmt, vec};

/// One choice of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// When it was made.
    pub at: Tick,
    /// How many needs waited then.
    pub waiting: u64,
    /// What was chosen.
    pub choice: Choice,
}

/// Takes each new choice of a run as it is made.
pub type Keep<'a> = dyn FnMut(Chosen) + 'a;

/// A policy that first chooses again what it chose before, and then goes on.
///
/// Determinism: with the choices of the same scenario, policy and key, as many as there are, a run has the same
/// rows to the last bit as one that was not broken off. That holds for every policy whose choice follows from
/// what it sees, and for one with a memory that takes part in [`Policy::recall`].
pub struct Recorded<'a> {
    policy: Box<dyn Policy + 'a>,
    again: vec::IntoIter<Chosen>,
    keep: Box<Keep<'a>>,
}

impl<'a> Recorded<'a> {
    /// A policy that chose these before, in this order; each further choice goes to `keep`.
    pub fn new(policy: Box<dyn Policy + 'a>, again: Vec<Chosen>, keep: Box<Keep<'a>>) -> Self {
        let again = again.into_iter();
        Self { policy, again, keep }
    }
}

impl Policy for Recorded<'_> {
    fn name(&self) -> &str {
        self.policy.name()
    }

    fn is_clairvoyant(&self) -> bool {
        self.policy.is_clairvoyant()
    }

    fn moves_help(&self) -> bool {
        self.policy.moves_help()
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let (at, waiting) = (view.now(), view.waiting().len() as u64);
        if let Some(before) = self.again.next() {
            if (before.at, before.waiting) != (at, waiting) {
                return Err(PolicyFailed {
                    policy: self.name().to_owned(),
                    why: format!(
                        "what was kept is of another run: it chose for {} needs at {}, and now {waiting} wait at {at}",
                        before.waiting, before.at
                    ),
                });
            }
            self.policy.recall(view, &before.choice)?;
            return Ok(before.choice);
        }
        let choice = self.policy.choose(view)?;
        (self.keep)(Chosen {
            at,
            waiting,
            choice: choice.clone(),
        });
        Ok(choice)
    }
}

impl fmt::Debug for Recorded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = f.debug_struct("Recorded");
        told.field("policy", &self.policy).field("again", &self.again);
        told.finish_non_exhaustive()
    }
}
