//! Who is beyond the limit of the way.

use super::Explainer;
use crate::{
    problem::TakerIndex,
    score_model::{Beyond, Exactly, TooFar},
};
use serde::{Deserialize, Serialize};

/// A giver that is too far away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Far {
    /// Its id.
    pub giver: String,
    /// By how much.
    pub too_far: TooFar,
}

impl Explainer<'_> {
    /// Of those too far from `taker`, the nearest: by distance, then by travel time, then by id.
    pub(super) fn nearest_too_far(&self, taker: TakerIndex) -> Option<Far> {
        let pairs = self.problem.too_far_pairs_of(taker);
        let nearest = pairs.min_by_key(|pair| (self.problem.apart(pair.giver, taker), pair.giver))?;
        Some(Far {
            giver: self.problem.giver(nearest.giver).id.to_owned(),
            too_far: self.problem.too_far(nearest.giver, taker)?,
        })
    }
}

impl Far {
    /// The limits that it is beyond: "30 km".
    pub(super) fn limits(&self) -> String {
        self.words(|beyond| match beyond {
            Beyond::Distance { limit, .. } => Some(Exactly(*limit).to_string()),
            Beyond::TravelTime { limit, .. } => Some(limit.to_string()),
            Beyond::NotKnown => None,
        })
    }

    /// How far it is: "42 km".
    pub(super) fn found(&self) -> String {
        self.words(|beyond| match beyond {
            Beyond::Distance { found, .. } => Some(Exactly(*found).to_string()),
            Beyond::TravelTime { found, .. } => Some(found.to_string()),
            Beyond::NotKnown => None,
        })
    }

    fn words(&self, word: impl Fn(&Beyond) -> Option<String>) -> String {
        let words: Vec<String> = self.too_far.reasons.iter().filter_map(word).collect();
        words.join(" and ")
    }
}
