//! Policies and settings held against each other replication by replication, under the same luck.

use super::{
    interval::{half_width, mean},
    told,
};
use collegium::{
    report::study::view::{Compared, Comparison, Effect, Estimate, Policy},
    sim::study::Setting,
};

/// What every run came to: by point, policy, replication and measure.
pub(super) struct Values<'a> {
    summaries: &'a [Vec<Vec<Vec<f64>>>],
    /// Which policies could be at work.
    real: Vec<usize>,
}

impl<'a> Values<'a> {
    pub(super) fn new(summaries: &'a [Vec<Vec<Vec<f64>>>], policies: &[Policy]) -> Self {
        let real = policies.iter().enumerate().filter(|(_, it)| !it.clairvoyant);
        Self {
            summaries,
            real: real.map(|(index, _)| index).collect(),
        }
    }

    fn policies(&self) -> usize {
        self.summaries.first().map_or(0, Vec::len)
    }

    /// A measure of a policy in each replication that some points have in common, in the mean over these.
    fn of(&self, points: &[usize], policy: usize, measure: usize) -> Vec<f64> {
        let at = |point: &usize| {
            let replications = self.summaries.get(*point)?.get(policy)?;
            Some(
                replications
                    .iter()
                    .map(move |it| it.get(measure).copied().unwrap_or(0.0)),
            )
        };
        let each: Vec<Vec<f64>> = points.iter().filter_map(at).map(Iterator::collect).collect();
        mean_by_place(&each)
    }
}

/// The mean of lists, place by place, as far as all of them go.
fn mean_by_place(lists: &[Vec<f64>]) -> Vec<f64> {
    let length = lists.iter().map(Vec::len).min().unwrap_or(0);
    let at =
        |place: usize| -> Vec<f64> { lists.iter().filter_map(|list| list.get(place)).copied().collect() };
    (0..length).map(|place| mean(&at(place))).collect()
}

fn estimate(observations: &[f64]) -> Estimate {
    Estimate {
        mean: mean(observations),
        half_width: Some(half_width(observations)).filter(|it| it.is_finite()),
    }
}

fn differences(more: &[f64], less: &[f64]) -> Vec<f64> {
    more.iter().zip(less).map(|(more, less)| more - less).collect()
}

/// One measure of all policies over some points together.
///
/// They are held against the policy for real use that has the least, the first of those alike; where less is no
/// better, against the first.
pub(super) fn comparison(
    values: &Values<'_>,
    points: &[usize],
    measure: usize,
    less_is_better: bool,
) -> Comparison {
    let all: Vec<_> = (0..values.policies())
        .map(|policy| values.of(points, policy, measure))
        .collect();
    let real = values
        .real
        .iter()
        .filter_map(|index| Some((*index, all.get(*index)?)));
    let least = real.reduce(|best, it| {
        let is_less = less_is_better && mean(it.1) < mean(best.1);
        if is_less { it } else { best }
    });
    let policies = all.iter().enumerate().map(|(index, observed)| Compared {
        value: estimate(observed),
        difference: least
            .filter(|(against, _)| *against != index)
            .map(|(_, least)| estimate(&differences(observed, least))),
    });
    Comparison {
        policies: policies.collect(),
        against: least.map(|(index, _)| index),
    }
}

/// What it does to change each field to its next value, over all pairs of points that differ in nothing else.
pub(super) fn effects(values: &Values<'_>, points: &[Vec<Setting>], measures: usize) -> Vec<Effect> {
    let fields = points.first().map_or(0, Vec::len);
    let mut found = Vec::new();
    for field in 0..fields {
        for (from, to) in steps(points, field) {
            let pairs: Vec<_> = pairs(points, field, from, to).collect();
            if pairs.is_empty() {
                continue;
            }
            let by = |measure: usize| {
                let each: Vec<_> = pairs
                    .iter()
                    .flat_map(|pair| values.real.iter().map(move |policy| (pair, *policy)))
                    .map(|((from, to), policy)| {
                        differences(
                            &values.of(&[*to], policy, measure),
                            &values.of(&[*from], policy, measure),
                        )
                    })
                    .collect();
                estimate(&mean_by_place(&each))
            };
            let (before, after) = (told::setting(from), told::setting(to));
            found.push(Effect {
                field: before.field,
                from: before.value,
                to: after.value,
                measures: (0..measures).map(by).collect(),
            });
        }
    }
    found
}

/// A field's values, each with the next: numbers by size, all else as it came.
fn steps(points: &[Vec<Setting>], field: usize) -> Vec<(&Setting, &Setting)> {
    let mut all: Vec<&Setting> = Vec::new();
    for setting in points.iter().filter_map(|point| point.get(field)) {
        if !all.iter().any(|it| it.value == setting.value) {
            all.push(setting);
        }
    }
    if all.iter().all(|it| told::number(it).is_some()) {
        let size = |it: &&Setting| told::number(it).unwrap_or_default();
        all.sort_by(|one, other| size(one).total_cmp(&size(other)));
    }
    all.iter().copied().zip(all.iter().copied().skip(1)).collect()
}

/// Points that differ in this field alone, from the one value to the other.
fn pairs<'a>(
    points: &'a [Vec<Setting>],
    field: usize,
    from: &'a Setting,
    to: &'a Setting,
) -> impl Iterator<Item = (usize, usize)> {
    let has = move |point: &[Setting], setting: &Setting| {
        point.get(field).is_some_and(|it| it.value == setting.value)
    };
    let alike = move |one: &[Setting], other: &[Setting]| {
        let both = one.iter().zip(other).enumerate();
        both.filter(|(place, _)| *place != field)
            .all(|(_, (one, other))| one == other)
    };
    let before = points
        .iter()
        .enumerate()
        .filter(move |(_, point)| has(point, from));
    before.filter_map(move |(first, before)| {
        let after = |point: &&Vec<Setting>| has(point, to) && alike(before, point);
        let second = points.iter().position(|point| after(&point))?;
        Some((first, second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use collegium::sim::study::value;

    fn policy(name: &str, clairvoyant: bool) -> Policy {
        Policy {
            name: name.to_owned(),
            says: String::new(),
            clairvoyant,
        }
    }

    /// Two points, three policies, two replications, one measure.
    fn summaries() -> Vec<Vec<Vec<Vec<f64>>>> {
        let runs = |values: [f64; 2]| values.map(|it| vec![it]).to_vec();
        vec![
            vec![runs([10.0, 30.0]), runs([9.0, 29.0]), runs([1.0, 2.0])],
            vec![runs([14.0, 34.0]), runs([13.0, 33.0]), runs([1.0, 2.0])],
        ]
    }

    fn settings() -> Vec<Vec<Setting>> {
        let point = |text: &str| {
            vec![Setting {
                field: "capacity.ratio".to_owned(),
                value: value(text),
            }]
        };
        vec![point("3"), point("4")]
    }

    #[test]
    fn a_difference_is_taken_run_by_run_and_never_from_who_sees_the_truth() {
        let summaries = summaries();
        let policies = [policy("a", false), policy("b", false), policy("c", true)];
        let values = Values::new(&summaries, &policies);
        let found = comparison(&values, &[0], 0, true);
        assert_eq!(
            found.against,
            Some(1),
            "the clairvoyant is not what others are held against"
        );
        let by: Vec<_> = found.policies.iter().map(|it| it.difference).collect();
        // The means lie 20 apart between replications, and yet the difference is 1 in each.
        let one = Estimate {
            mean: 1.0,
            half_width: Some(0.0),
        };
        assert_eq!((by[0], by[1]), (Some(one), None));
        assert!(found.policies[0].value.half_width > Some(100.0));
    }

    #[test]
    fn a_field_is_told_by_points_that_differ_in_nothing_else() {
        let summaries = summaries();
        let policies = [policy("a", false), policy("b", false), policy("c", true)];
        let values = Values::new(&summaries, &policies);
        let found = effects(&values, &settings(), 1);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].from.as_str(), found[0].to.as_str()), ("3", "4"));
        assert!((found[0].measures[0].mean - 4.0).abs() < 1e-12);
        let mut apart = settings();
        for (point, other) in apart.iter_mut().zip(["1", "2"]) {
            point.push(Setting {
                field: "land.side".to_owned(),
                value: value(other),
            });
        }
        assert_eq!(effects(&values, &apart, 1), []);
    }
}
