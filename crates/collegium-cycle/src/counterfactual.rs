//! Counterfactuals: what the rule would recommend had something not been observed, or rated otherwise.
//!
//! Nothing is guessed. Each is found by running [the rule](crate::recommend) again over the same state with
//! other observations, and only those runs that come to another outcome are told.

use crate::{
    cycle::Cycle,
    monitoring::{Observation, Rating},
    recommend::Recommendation,
    rules::Rules,
};
use collegium_model::id::NeedId;
use serde::{Deserialize, Serialize};

/// How many observations are left out together at most. Assumption: more than three at once explain nothing.
const LARGEST_SET: usize = 3;

/// How often the rule runs at most for sets of one size. Assumption: enough for windows of 28 observations.
const MOST_RUNS: usize = 4096;

/// What is supposed of a need's observations, which are told by their place among those recorded, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of", deny_unknown_fields)]
pub enum Supposition {
    /// They had not been made.
    #[serde(rename = "without")]
    Without(Vec<usize>),
    /// One had been rated otherwise.
    #[serde(rename = "rated")]
    Rated(Rerated),
}

/// An observation with another rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rerated {
    /// Its place.
    pub observation: usize,
    /// The rating that is supposed.
    pub rating: Rating,
}

/// A supposition about what was never observed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the need has {observed} observations, counted from 0, and none at {places:?}")]
pub struct NotObserved {
    /// Every place at which there is nothing.
    pub places: Vec<usize>,
    /// How many observations the need has.
    pub observed: usize,
}

impl NotObserved {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        "name places among the need's observations, in the order in which they were recorded"
    }
}

/// A supposition under which the outcome is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counterfactual {
    /// What is supposed.
    pub supposed: Supposition,
    /// What was really observed there.
    pub observed: Vec<Observation>,
    /// What the rule then recommends; nothing where no observation would be left.
    pub recommended: Option<Recommendation>,
}

/// What would have to be otherwise for another outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counterfactuals {
    /// Observations without which the outcome is another: every set of the smallest size that has one.
    pub without: Vec<Counterfactual>,
    /// Up to which size sets were searched: that of the sets found, or of the last search in vain.
    pub searched: usize,
    /// Single observations that lead to another outcome if rated otherwise.
    pub rated: Vec<Counterfactual>,
}

impl Supposition {
    fn places(&self) -> &[usize] {
        match self {
            Self::Without(places) => places,
            Self::Rated(it) => std::slice::from_ref(&it.observation),
        }
    }

    fn of(&self, observed: &[Observation]) -> Vec<Observation> {
        match self {
            Self::Without(places) => {
                let kept = observed.iter().enumerate();
                let kept = kept.filter(|(place, _)| !places.contains(place));
                kept.map(|(_, it)| *it).collect()
            }
            Self::Rated(it) => {
                let mut supposed = observed.to_vec();
                if let Some(found) = supposed.get_mut(it.observation) {
                    found.rating = it.rating;
                }
                supposed
            }
        }
    }
}

impl Cycle {
    /// What the rule recommends for a need under a supposition: the rule as [`Cycle::recommend`] runs it, over
    /// the same state with other observations. Without nothing, it is the recommendation itself.
    ///
    /// # Errors
    /// [`NotObserved`] with every place at which nothing was observed.
    pub fn recommend_supposing(
        &self,
        need: NeedId,
        supposed: &Supposition,
        rules: &Rules,
    ) -> Result<Option<Recommendation>, NotObserved> {
        let observed = self.observed(need);
        let beyond = supposed.places().iter().filter(|place| **place >= observed.len());
        let places: Vec<_> = beyond.copied().collect();
        if places.is_empty() {
            return Ok(self.recommend_on(need, &supposed.of(observed), rules));
        }
        let observed = observed.len();
        Err(NotObserved { places, observed })
    }

    /// The smallest sets of observations without which the rule comes to another outcome, and single ones
    /// which would change it if rated otherwise. None where nothing is recommended.
    ///
    /// Only what the window of the rule can come to hold is left out: the latest observations, as many as it
    /// counts and as many more as are left out beside. Sets hold at most three, and fewer where a window is so wide
    /// that there would be more than 4,096 sets of one size.
    ///
    /// # Complexity
    /// One run of the rule for each set and each other rating.
    ///
    /// # Determinism
    /// Sets in the order of their observations, the oldest first; ratings the worst first.
    pub fn counterfactuals(&self, need: NeedId, rules: &Rules) -> Option<Counterfactuals> {
        let outcome = self.recommend(need, rules)?.outcome;
        let window = usize::from(rules.reallocation()?.window);
        let observed = self.observed(need);
        let since_help = self.since_help(need, observed);
        let latest = |count: usize| &since_help[since_help.len().saturating_sub(count)..];
        let other_under = |supposed: Supposition| {
            let recommended = self.recommend_on(need, &supposed.of(observed), rules);
            let is_other = recommended.as_ref().map(|it| it.outcome) != Some(outcome);
            is_other.then(|| Counterfactual {
                observed: supposed.places().iter().map(|place| observed[*place]).collect(),
                supposed,
                recommended,
            })
        };
        let mut found = Counterfactuals::default();
        for size in 1..=LARGEST_SET.min(since_help.len()) {
            let among = latest(window.saturating_add(size - 1));
            if sets(among.len(), size) > MOST_RUNS {
                break;
            }
            found.searched = size;
            each_set(among, size, |places| {
                found.without.extend(other_under(Supposition::Without(places)));
            });
            if !found.without.is_empty() {
                break;
            }
        }
        for place in latest(window.min(MOST_RUNS)) {
            for rating in Rating::ALL {
                if rating != observed[*place].rating {
                    let observation = *place;
                    let supposed = Supposition::Rated(Rerated { observation, rating });
                    found.rated.extend(other_under(supposed));
                }
            }
        }
        Some(found)
    }

    fn observed(&self, need: NeedId) -> &[Observation] {
        self.needs.get(&need).map_or(&[], |state| &state.observations)
    }
}

/// How many sets of `size` there are among `of`.
fn sets(of: usize, size: usize) -> usize {
    (0..size).fold(1, |sets: usize, taken| {
        sets.saturating_mul(of.saturating_sub(taken)) / (taken + 1)
    })
}

/// Every set of `size` places, in order.
fn each_set(among: &[usize], size: usize, mut each: impl FnMut(Vec<usize>)) {
    let mut chosen: Vec<_> = (0..size).collect();
    loop {
        each(chosen.iter().map(|place| among[*place]).collect());
        let can_move = |at: &usize| chosen[*at] < among.len() - size + at;
        let Some(moves) = (0..size).rev().find(can_move) else {
            return;
        };
        chosen[moves] += 1;
        for at in moves + 1..size {
            chosen[at] = chosen[at - 1] + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_comes_once_and_in_order() {
        let (mut told, among) = (Vec::new(), [7, 3, 5, 1]);
        each_set(&among, 2, |set| told.push(set));
        assert_eq!(
            told,
            [[7, 3], [7, 5], [7, 1], [3, 5], [3, 1], [5, 1]].map(Vec::from)
        );
        for size in 1..=4 {
            let mut count = 0;
            each_set(&among, size, |_| count += 1);
            assert_eq!(count, sets(4, size));
        }
        assert_eq!((sets(28, 3), sets(usize::MAX, 3)), (3276, usize::MAX / 3));
    }
}
