//! The best plan over all that waits, by a round of matching in the engine.

use super::{Choice, Policy, PolicyFailed};
use crate::{scenario::Scenario, view::View};
use collegium_engine::matching::objective::Objective;
use collegium_model::{candidate::CandidateRules, quantity::Metres};

/// Holds a round whenever it is asked: as at work.
#[derive(Clone, Copy, Debug)]
pub struct OptimalBatch {
    candidates: CandidateRules,
    objective: Objective,
}

impl OptimalBatch {
    /// Rounds under the engine's own rules for candidates, as far as help goes in a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let land = scenario.land.as_ref().filter(|_| !scenario.is_pooled());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast of a float saturates"
        )]
        let farthest = land.map(|land| Metres((land.farthest.value * 1_000.0) as u32));
        Self {
            candidates: CandidateRules {
                farthest,
                ..CandidateRules::default()
            },
            objective: Objective::Coverage,
        }
    }
}

impl OptimalBatch {
    /// Which givers come into question, and what speaks for each.
    pub(super) const fn candidates(&self) -> CandidateRules {
        self.candidates
    }
}

impl Policy for OptimalBatch {
    fn name(&self) -> &'static str {
        "optimal"
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        if view.is_swapped() {
            return Err(PolicyFailed {
                policy: self.name().to_owned(),
                why: "a round of matching lends one way, and here schools swap help; choose another policy"
                    .to_owned(),
            });
        }
        let anybody = view
            .waiting()
            .iter()
            .any(|it| view.givers_for(it).next().is_some());
        Ok(if anybody {
            Choice::Round {
                candidates: self.candidates,
                objective: self.objective,
            }
        } else {
            Choice::Placements(Vec::new())
        })
    }
}
