//! Pairs on their way into a problem: scored where they come into question, remembered with their facts
//! whether they do or not.

use super::{PairFacts, ScoreModel, Scored, TooFar};
use crate::{problem::ProblemBuilder, score::Score};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Puts pairs into a [`ProblemBuilder`] by a model, and can tell afterwards why each has its score and who was
/// too far away. Keeps facts, not parts: explanations are made on demand.
///
/// # Example
/// ```
/// # use collegium_matching::problem::Problem;
/// # use collegium_matching::score_model::{Metres, PairFacts, ScoreModel, ScoredPairs};
/// let mut builder = Problem::builder();
/// builder.giver("901234", 1).giver("901240", 1).taker("900017", 1);
/// let mut pairs = ScoredPairs::new(ScoreModel::default());
/// let facts = |metres| PairFacts { distance: Some(Metres(metres)), ..PairFacts::default() };
/// assert!(pairs.put(&mut builder, "901234", "900017", facts(25_000)).is_ok());
/// assert!(pairs.put(&mut builder, "901240", "900017", facts(50_001)).is_err());
///
/// assert_eq!(builder.build()?.pair_count(), 1);
/// let told = pairs.of_taker("900017");
/// assert_eq!(told.scored["901234"].total().to_string(), "20");
/// assert!(told.to_string().ends_with("901240 is no candidate: 50.001 km apart, farther than 50 km."));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScoredPairs {
    model: ScoreModel,
    /// By taker, then giver.
    facts: BTreeMap<String, BTreeMap<String, PairFacts>>,
}

/// Who comes into question for a taker, with the parts of each score, and who is too far away.
///
/// # Shape
/// Both by the giver's id, never by score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TakerScores {
    /// The taker's id.
    pub taker: String,
    /// What speaks for each giver.
    pub scored: BTreeMap<String, Scored>,
    /// Who is no candidate, and why.
    pub too_far: BTreeMap<String, TooFar>,
}

impl ScoredPairs {
    /// No pairs yet.
    pub fn new(model: ScoreModel) -> Self {
        Self {
            model,
            facts: BTreeMap::new(),
        }
    }

    /// By what the pairs are scored.
    pub fn model(&self) -> &ScoreModel {
        &self.model
    }

    /// Adds a pair to `builder` if it comes into question. Of a pair that is put twice the last facts are kept
    /// here, while the builder tells of both.
    ///
    /// # Errors
    /// [`TooFar`] where it does not; that is no fault, only to be told.
    pub fn put(
        &mut self,
        builder: &mut ProblemBuilder,
        giver: &str,
        taker: &str,
        facts: PairFacts,
    ) -> Result<Score, TooFar> {
        let row = self.facts.entry(taker.to_owned()).or_default();
        row.insert(giver.to_owned(), facts);
        let score = self.model.candidate(&facts)?.total();
        builder.pair(giver, taker, score);
        Ok(score)
    }

    /// What speaks for a pair, if it was put and comes into question.
    pub fn scored(&self, giver: &str, taker: &str) -> Option<Scored> {
        let facts = self.facts.get(taker)?.get(giver)?;
        self.model.candidate(facts).ok()
    }

    /// Everything that was put for a taker.
    pub fn of_taker(&self, taker: &str) -> TakerScores {
        let mut told = TakerScores {
            taker: taker.to_owned(),
            scored: BTreeMap::new(),
            too_far: BTreeMap::new(),
        };
        for (giver, facts) in self.facts.get(taker).into_iter().flatten() {
            let giver = giver.clone();
            match self.model.candidate(facts) {
                Ok(scored) => drop(told.scored.insert(giver, scored)),
                Err(too_far) => drop(told.too_far.insert(giver, too_far)),
            }
        }
        told
    }
}
