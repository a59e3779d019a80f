//! The problem of a round as it was made last. As long as nothing happens it stays the same, so whoever solves
//! it and whoever judges the plan need not make it twice.

use super::Candidates;
use crate::round::Round;
use collegium_matching::problem::ProblemFaults;
use collegium_model::id::RoundId;
use std::{
    fmt,
    sync::{Arc, OnceLock},
};

/// At most one problem, kept until something happens. It is no part of the state: whether one is at hand is not
/// told.
#[derive(Clone, Default)]
pub(crate) struct Made(OnceLock<(RoundId, Arc<Candidates>)>);

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Made")
    }
}

impl Made {
    /// The problem of a round, made where it is not at hand.
    pub(super) fn of(
        &self,
        round: &Round,
        make: impl FnOnce() -> Result<Candidates, ProblemFaults>,
    ) -> Result<Arc<Candidates>, ProblemFaults> {
        if let Some((_, made)) = self.0.get().filter(|(of, _)| *of == round.opened.round) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        // Where another was kept, it stays: of two rounds in turn one is made anew.
        let _ = self.0.set((round.opened.round, Arc::clone(&made)));
        Ok(made)
    }

    /// Something happened.
    pub(crate) fn forget(&mut self) {
        self.0.take();
    }
}
