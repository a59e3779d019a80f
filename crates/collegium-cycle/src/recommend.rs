//! What should become of the help for a need, by rule and with reasons. A machine recommends; a person
//! recommends in their own name with it or against it; another person decides.

use crate::{
    cycle::Cycle,
    decision::Outcome,
    monitoring::{Channel, Observation, Rating},
    rules::Rules,
};
use chrono::NaiveDate;
use collegium_model::id::NeedId;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// What the rule recommends for a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recommendation {
    /// What should become of the help.
    pub outcome: Outcome,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// A reason for a recommendation: a code with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "params")]
#[non_exhaustive]
pub enum Reason {
    /// The last formal review since help began.
    #[serde(rename = "formal_review")]
    FormalReview {
        /// Its day.
        on: NaiveDate,
        /// What it saw.
        rating: Rating,
    },
    /// The latest observations all have this rating.
    #[serde(rename = "in_a_row")]
    InARow {
        /// How many.
        count: u16,
        /// Their rating.
        rating: Rating,
    },
    /// Fewer kinds of evidence than the protocol asks for.
    #[serde(rename = "untriangulated")]
    Untriangulated {
        /// Channels that have spoken.
        channels: u16,
        /// Channels that must.
        least: u16,
    },
    /// A change was tried before.
    #[serde(rename = "tried_before")]
    TriedBefore {
        /// What was decided then.
        outcome: Outcome,
    },
    /// The observations point in different ways.
    #[serde(rename = "mixed")]
    Mixed,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FormalReview { on, rating } => {
                write!(
                    f,
                    "the formal review of {on} was {}",
                    rating.label().to_lowercase()
                )
            }
            Self::InARow { count, rating } => {
                let word = rating.label().to_lowercase();
                match count {
                    1 => write!(f, "the latest observation was {word}"),
                    count => write!(f, "the latest {count} observations were {word}"),
                }
            }
            Self::Untriangulated { channels, least } => {
                write!(
                    f,
                    "only {channels} of the {least} kinds of evidence needed have been recorded"
                )
            }
            Self::TriedBefore { outcome } => write!(f, "{} was tried before", outcome.label().to_lowercase()),
            Self::Mixed => f.write_str("the observations point in different ways"),
        }
    }
}

impl Cycle {
    /// What the protocol's rule recommends for a need that is monitored; none where nothing was observed
    /// since its help began or was last decided upon.
    ///
    /// Fewer channels than the protocol asks for: *continue*. A row of greens: *taper*, and *close* once it
    /// is long enough. Reds: *intensify*; a longer row of them *switch*; and *escalate* where a change was
    /// tried before. Anything else: *continue*.
    pub fn recommend(&self, need: NeedId, rules: &Rules) -> Option<Recommendation> {
        let observations = self.observations_since_help(need);
        let last = observations.last()?.rating;
        let rule = rules.reallocation();

        let channels: BTreeSet<_> = observations.iter().map(|it| it.channel).collect();
        let channels = u16::try_from(channels.len()).unwrap_or(u16::MAX);
        let row = observations
            .iter()
            .rev()
            .take_while(|it| it.rating == last)
            .count();
        let row = u16::try_from(row).unwrap_or(u16::MAX);
        let tried = self.tried_before(need);

        let mut reasons = Vec::new();
        if channels < rule.least_channels {
            reasons.push(Reason::Untriangulated {
                channels,
                least: rule.least_channels,
            });
        }
        reasons.push(if row == 1 && observations.len() > 1 {
            Reason::Mixed
        } else {
            Reason::InARow {
                count: row,
                rating: last,
            }
        });
        let formal = observations
            .iter()
            .rev()
            .find(|it| it.channel == Channel::FormalReview);
        reasons.extend(formal.map(|it| Reason::FormalReview {
            on: it.on,
            rating: it.rating,
        }));

        let outcome = match last {
            _ if channels < rule.least_channels => Outcome::Continue,
            Rating::Green if row >= rule.greens_to_close => Outcome::Close,
            Rating::Green if row >= rule.greens_to_taper => Outcome::Taper,
            Rating::Red => match tried {
                Some(outcome) => {
                    reasons.push(Reason::TriedBefore { outcome });
                    Outcome::Escalate
                }
                None if row >= rule.reds_to_switch => Outcome::Switch,
                None => Outcome::Intensify,
            },
            Rating::Green | Rating::Amber => Outcome::Continue,
        };
        Some(Recommendation { outcome, reasons })
    }

    /// Observations since the work that is now live started, the oldest first.
    fn observations_since_help(&self, need: NeedId) -> Vec<Observation> {
        let started = self
            .live_deployments(need)
            .filter_map(|(_, it)| it.worked().0)
            .min();
        let Some((started, state)) = started.zip(self.needs.get(&need)) else {
            return Vec::new();
        };
        let mut since: Vec<_> = state
            .observations
            .iter()
            .copied()
            .filter(|it| it.on >= started.date())
            .collect();
        since.sort_by_key(|it| (it.on, it.channel));
        since
    }

    fn tried_before(&self, need: NeedId) -> Option<Outcome> {
        let of_need = self
            .decisions
            .values()
            .filter(|decision| decision.recommended.need == need);
        let changes = of_need.filter_map(|decision| decision.decided.as_ref());
        changes
            .filter(|verdict| matches!(verdict.outcome, Outcome::Switch | Outcome::Intensify))
            .max_by_key(|verdict| verdict.at)
            .map(|verdict| verdict.outcome)
    }
}
