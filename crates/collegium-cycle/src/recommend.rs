//! What should become of the help for a need, by rule and with reasons. A machine recommends; a person
//! recommends in their own name with it or against it; another person decides.

use crate::{
    cycle::Cycle,
    decision::Outcome,
    enquiry::Finding,
    monitoring::{Channel, Observation, Rating},
    protocol::EvidenceUse,
    rules::Rules,
};
use chrono::NaiveDate;
use collegium_model::id::NeedId;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// What the rule recommends for a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recommendation {
    /// What should become of the help.
    pub outcome: Outcome,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// A reason for a recommendation: a code with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// How the latest observations were rated.
    #[serde(rename = "recent")]
    Recent {
        /// How many were red.
        red: u16,
        /// How many were amber.
        amber: u16,
        /// How many were green.
        green: u16,
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
    /// The last formal review points the other way than the other observations.
    #[serde(rename = "contradicted")]
    Contradicted,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FormalReview { on, rating } => {
                let on = on.format("%-d %B %Y");
                write!(
                    f,
                    "the formal review of {on} was {}",
                    rating.label().to_lowercase()
                )
            }
            Self::Recent { red, amber, green } => {
                let ratings = [(red, "red"), (amber, "amber"), (green, "green")];
                let told = ratings.iter().filter(|(count, _)| **count > 0);
                let told: Vec<_> = told.map(|(count, word)| format!("{count} {word}")).collect();
                // A log can hold numbers whose sum is larger than each of them may be.
                let all = u32::from(*red) + u32::from(*amber) + u32::from(*green);
                write!(f, "of the latest {all} observations: {}", told.join(", "))
            }
            Self::Untriangulated { channels, least } => {
                write!(
                    f,
                    "only {channels} of the {least} kinds of evidence needed have been recorded"
                )
            }
            Self::TriedBefore { outcome } => write!(f, "{} was tried before", outcome.label().to_lowercase()),
            Self::Contradicted => {
                f.write_str("the formal review points the other way than the other observations")
            }
        }
    }
}

impl Cycle {
    /// What the protocol's rule recommends for a need that is monitored; none where nothing was observed
    /// since its help began.
    ///
    /// It looks at the latest observations, as many as the protocol says. Too few channels among them, or a
    /// formal review that points the other way: *continue*. Most of them green and none red: *taper*, and
    /// *close* once enough are green. Most of them red: *intensify*; *switch* once enough are red; and
    /// *escalate* where a change was tried before. Anything else: *continue*.
    pub fn recommend(&self, need: NeedId, rules: &Rules) -> Option<Recommendation> {
        self.recommend_on(need, &self.needs.get(&need)?.observations, rules)
    }

    /// The same rule for a need of which something else may have been observed.
    pub(crate) fn recommend_on(
        &self,
        need: NeedId,
        observed: &[Observation],
        rules: &Rules,
    ) -> Option<Recommendation> {
        let rule = rules.reallocation()?;
        let since_help = self.since_help(need, observed);
        let since_help: Vec<_> = since_help.into_iter().map(|place| observed[place]).collect();
        let recent = &since_help[since_help.len().saturating_sub(usize::from(rule.window))..];
        let count = |rating| {
            u16::try_from(recent.iter().filter(|it| it.rating == rating).count()).unwrap_or(u16::MAX)
        };
        let (red, amber, green) = (count(Rating::Red), count(Rating::Amber), count(Rating::Green));
        let all = u32::from(red) + u32::from(amber) + u32::from(green);
        let formal = recent.iter().rev().find(|it| it.channel == Channel::FormalReview);
        let channels: BTreeSet<_> = recent
            .last()
            .map(|_| recent.iter().map(|it| it.channel).collect())?;
        let channels = u16::try_from(channels.len()).unwrap_or(u16::MAX);

        let leaning = match () {
            () if u32::from(red) * 2 > all => Some(Rating::Red),
            () if u32::from(green) * 2 > all && red == 0 => Some(Rating::Green),
            () => None,
        };
        // Green help has no red in the window, its formal review included; only red can be contradicted.
        let contradicted =
            leaning == Some(Rating::Red) && formal.is_some_and(|it| it.rating == Rating::Green);
        let mut reasons = Vec::new();
        if channels < rule.least_channels {
            reasons.push(Reason::Untriangulated {
                channels,
                least: rule.least_channels,
            });
        }
        if contradicted {
            reasons.push(Reason::Contradicted);
        }
        reasons.push(Reason::Recent { red, amber, green });
        reasons.extend(formal.map(|it| Reason::FormalReview {
            on: it.on,
            rating: it.rating,
        }));

        let outcome = match leaning {
            _ if channels < rule.least_channels || contradicted => Outcome::Continue,
            Some(Rating::Green) if green >= rule.greens_to_close => Outcome::Close,
            Some(Rating::Green) if green >= rule.greens_to_taper => Outcome::Taper,
            Some(Rating::Red) => match self.tried_before(need) {
                Some(outcome) => {
                    reasons.push(Reason::TriedBefore { outcome });
                    Outcome::Escalate
                }
                None if red >= rule.reds_to_switch => Outcome::Switch,
                None => Outcome::Intensify,
            },
            _ => Outcome::Continue,
        };
        Some(Recommendation { outcome, reasons })
    }

    /// How many kinds of evidence there are on a need: channels that watched it since help began, and kinds
    /// on which findings about it rest, as far as the protocol lets them count.
    pub fn kinds_of_evidence(&self, need: NeedId, rules: &Rules) -> usize {
        let observed = self.observations_since_help(need);
        let channels: BTreeSet<_> = observed.iter().map(|it| it.channel).collect();
        let kinds = &rules.protocol().evidence.kinds;
        let counts = |kind| {
            let rule = kinds.get(kind);
            rule.is_some_and(|it| it.counts_for.contains(&EvidenceUse::Triangulation))
        };
        let about = self.enquiries.values().filter(|it| it.need == Some(need));
        let findings = about.filter_map(|it| it.finding.as_ref());
        let found: BTreeSet<_> = findings
            .flat_map(|it| &it.kinds)
            .filter(|kind| counts(kind))
            .collect();
        channels.len() + found.len()
    }

    /// Whether a finding rests on too few kinds of evidence to stand by itself.
    pub fn is_untriangulated(&self, finding: &Finding, rules: &Rules) -> bool {
        let rule = &rules.protocol().evidence;
        let counting = finding.kinds.iter().filter(|kind| {
            let of = rule.kinds.get(kind);
            of.is_some_and(|it| it.counts_for.contains(&EvidenceUse::Triangulation))
        });
        counting.count() < usize::from(rule.to_triangulate.max(2))
    }

    /// Observations since the work that is now live started, the oldest first.
    fn observations_since_help(&self, need: NeedId) -> Vec<Observation> {
        let observed = self.needs.get(&need).map_or(&[][..], |state| &state.observations);
        let places = self.since_help(need, observed).into_iter();
        places.map(|place| observed[place]).collect()
    }

    /// The same of what may have been observed, as places in it.
    pub(crate) fn since_help(&self, need: NeedId, observed: &[Observation]) -> Vec<usize> {
        let live = self.live_deployments(need);
        let Some(started) = live.filter_map(|(_, it)| it.worked().0).min() else {
            return Vec::new();
        };
        let mut since: Vec<_> = (0..observed.len())
            .filter(|place| observed[*place].on >= started.date())
            .collect();
        since.sort_by_key(|place| (observed[*place].on, observed[*place].channel));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_only_a_log_can_hold_are_told_all_the_same() {
        let (red, amber, green) = (u16::MAX, u16::MAX, 1);
        let reason = Reason::Recent { red, amber, green };
        assert_eq!(
            reason.to_string(),
            "of the latest 131071 observations: 65535 red, 65535 amber, 1 green"
        );
    }
}
