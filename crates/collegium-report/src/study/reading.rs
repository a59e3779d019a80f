//! What the page asks of a study again and again: names, and how much of it is shown.

use super::view::{Comparison, Point, Policy, StudyView};
use crate::reading::Cut;

/// How many points the page shows.
const POINTS_SHOWN: usize = 12;

/// What is said of a policy that sees what nobody at work could see, wherever it appears.
pub(super) const SEES_THE_TRUTH: &str = "sees the truth: no policy for real use";

/// A study as its page reads it.
pub(super) struct Reading<'a> {
    pub(super) study: &'a StudyView,
    /// The points that the page shows.
    pub(super) points: &'a [Point],
}

impl<'a> Reading<'a> {
    pub(super) fn of(study: &'a StudyView) -> Self {
        let shown = study.points.len().min(POINTS_SHOWN);
        Self {
            study,
            points: study.points.get(..shown).unwrap_or_default(),
        }
    }

    /// What the page leaves out.
    pub(super) fn cut(&self) -> Option<String> {
        let cut = Cut::at(POINTS_SHOWN, self.study.points.len());
        cut.statement("setting", "settings", "the first as they were laid out")
    }

    /// Policies with what a comparison says of each.
    pub(super) fn compared<T: Copy>(&self, of: &[T]) -> impl Iterator<Item = (usize, &'a Policy, T)> {
        let policies = self.study.policies.iter();
        policies
            .zip(of.to_vec())
            .enumerate()
            .map(|(index, (policy, it))| (index, policy, it))
    }

    /// The comparison of a measure at a point.
    pub(super) fn comparison(point: &'a Point, measure: usize) -> Option<&'a Comparison> {
        point.measures.get(measure)
    }

    /// A policy's name, with what must be said of it.
    pub(super) fn full_name(policy: &Policy) -> String {
        if policy.clairvoyant {
            format!("{} ({SEES_THE_TRUTH})", policy.name)
        } else {
            policy.name.clone()
        }
    }

    /// What a point is called; the study as it is where nothing is varied.
    pub(super) fn point_name(point: &Point) -> String {
        let label = point.label();
        if label.is_empty() {
            "As the scenario has it".to_owned()
        } else {
            sentence(&label)
        }
    }

    /// Whether each policy was run so often that something can be told of chance.
    pub(super) fn tells_of_chance(&self) -> bool {
        self.study.origin.replications > 1
    }
}

/// The text with its first letter large.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
