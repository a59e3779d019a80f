//! A view with its cross-references looked up once, and the decision how much of it the page shows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::view::{Deployment, Need, NeedIndex, RoundView, School, SchoolIndex};
use crate::wording;

/// Up to this many schools, and up to this many needs, a page shows everything; above, it aggregates.
pub const WHOLE_ROUND_LIMIT: usize = 500;

/// How many entries of a kind an aggregated page shows in detail.
const DETAIL_LIMIT: usize = 60;

/// A round as the sections read it.
pub(crate) struct Reading<'a> {
    pub(crate) round: &'a RoundView,
    /// Whether the page aggregates, because the round is large.
    pub(crate) aggregated: bool,
    needs_of: BTreeMap<SchoolIndex, Vec<NeedIndex>>,
    deployments_for: BTreeMap<NeedIndex, Vec<&'a Deployment>>,
    detailed_needs: Vec<NeedIndex>,
    detailed_schools: BTreeSet<SchoolIndex>,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(round: &'a RoundView) -> Self {
        let aggregated = round.schools.len().max(round.needs.len()) > WHOLE_ROUND_LIMIT
            || round.deployments.len() > 2 * WHOLE_ROUND_LIMIT;
        let mut needs_of: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, need) in numbered(&round.needs) {
            needs_of.entry(need.school).or_default().push(NeedIndex(index));
        }
        let mut deployments_for: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for deployment in &round.deployments {
            deployments_for
                .entry(deployment.need)
                .or_default()
                .push(deployment);
        }

        let mut detailed_needs: Vec<_> = numbered(&round.needs)
            .map(|(index, _)| NeedIndex(index))
            .collect();
        if aggregated {
            detailed_needs.sort_by_key(|&index| (round.need(index).map(urgency), index));
            detailed_needs.truncate(DETAIL_LIMIT);
        }
        detailed_needs.sort_by_key(|&index| {
            (
                round.need(index).map(|need| need.school),
                round.need(index).map(urgency),
                index,
            )
        });
        let detailed_schools = detailed_needs
            .iter()
            .filter_map(|&index| round.need(index))
            .map(|need| need.school)
            .collect();

        Self {
            round,
            aggregated,
            needs_of,
            deployments_for,
            detailed_needs,
            detailed_schools,
        }
    }

    /// Schools with their places in the round.
    pub(crate) fn schools(&self) -> impl Iterator<Item = (SchoolIndex, &'a School)> + use<'a> {
        numbered(&self.round.schools).map(|(index, school)| (SchoolIndex(index), school))
    }

    /// Needs of a school, in their order in the round.
    pub(crate) fn needs_of(&self, school: SchoolIndex) -> &[NeedIndex] {
        self.needs_of.get(&school).map_or(&[], Vec::as_slice)
    }

    /// Deployments for a need, in their order in the round.
    pub(crate) fn deployments_for(&self, need: NeedIndex) -> &[&'a Deployment] {
        self.deployments_for.get(&need).map_or(&[], Vec::as_slice)
    }

    /// Needs that the page explains one by one, school by school: all of them, or the most pressing.
    pub(crate) fn detailed_needs(&self) -> impl Iterator<Item = (NeedIndex, &'a Need)> {
        self.detailed_needs
            .iter()
            .filter_map(|&index| Some((index, self.round.need(index)?)))
    }

    /// Which of the needs the page explains, in words.
    pub(crate) fn detail_cut(&self) -> Cut {
        Cut {
            shown: self.detailed_needs.len(),
            total: self.round.needs.len(),
        }
    }

    /// How many rows a table may have.
    pub(crate) const fn row_limit(&self) -> usize {
        if self.aggregated {
            DETAIL_LIMIT
        } else {
            2 * WHOLE_ROUND_LIMIT
        }
    }

    /// What a school is called on the page.
    pub(crate) fn school_name(&self, index: SchoolIndex) -> String {
        match self.round.school(index) {
            Some(School { name: Some(name), .. }) if !name.trim().is_empty() => name.clone(),
            Some(School { key, .. }) => format!("School {key}"),
            None => "a school outside this round".to_owned(),
        }
    }

    /// A school's name, and where on the page its support is explained.
    pub(crate) fn school_link(&self, index: SchoolIndex) -> SchoolLink {
        SchoolLink {
            name: self.school_name(index),
            anchor: self
                .detailed_schools
                .contains(&index)
                .then(|| school_anchor(index)),
        }
    }
}

/// A school's name, with the id of its explanation if the page has one.
pub(crate) struct SchoolLink {
    pub(crate) name: String,
    pub(crate) anchor: Option<String>,
}

/// The id of a school's explanation.
pub(crate) fn school_anchor(index: SchoolIndex) -> String {
    format!("school-{}", index.0)
}

/// Items with their positions as the view's indices count them.
pub(crate) fn numbered<T>(items: &[T]) -> impl Iterator<Item = (u32, &T)> + use<'_, T> {
    (0..=u32::MAX).zip(items)
}

/// The most pressing needs first, and among them those that were not met.
fn urgency(need: &Need) -> (Reverse<u8>, bool) {
    (Reverse(need.severity.rank()), need.units_met >= need.units_asked)
}

/// How much of a list the page shows.
#[derive(Clone, Copy)]
pub(crate) struct Cut {
    pub(crate) shown: usize,
    pub(crate) total: usize,
}

impl Cut {
    /// The cut that a limit makes in a list.
    pub(crate) fn at(limit: usize, total: usize) -> Self {
        Self {
            shown: total.min(limit),
            total,
        }
    }

    /// What is left out, in a sentence; nothing where nothing is.
    pub(crate) fn statement(self, one: &str, many: &str, chosen: &str) -> Option<String> {
        (self.shown < self.total).then(|| {
            format!(
                "To keep the page light, this shows {} of {}: {chosen}. The other {} are counted in the totals.",
                wording::count(self.shown),
                wording::several(self.total, one, many),
                wording::count(self.total - self.shown),
            )
        })
    }
}
