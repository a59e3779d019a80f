//! The answer in short: sentences drawn from the figures, and none that they do not bear.

use askama::Template;

use super::figures::Figures;
use super::reading::{Reading, sentence};
use super::view::{Comparison, Effect, Estimate, Measure, Policy, StudyView};
use crate::page::{Section, html};
use crate::wording;

/// What is said where chance explains a difference.
const NO_DIFFERENCE: &str = "no difference that these runs can tell";

#[derive(Template)]
#[template(path = "study_short.html")]
struct Short<'a> {
    question: &'a str,
    compared: String,
    policies: &'a [Policy],
    varied: &'a [String],
    chance: &'static str,
    answers: Vec<Answer>,
    points: Vec<(String, Vec<Answer>)>,
    effects: Vec<String>,
    effects_unknown: bool,
    assumed: Option<String>,
}

/// What one measure says.
struct Answer {
    about: String,
    says: String,
    /// The other policies, one by one.
    others: Vec<String>,
    /// How much policies matter beside settings.
    for_scale: Option<String>,
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let study = reading.study;
    let measures: Vec<_> = [study.waiting, study.need]
        .into_iter()
        .filter_map(|index| Some((index, study.measures.get(index)?)))
        .collect();
    let answers = |of: &[Comparison]| -> Vec<_> {
        let each = measures.iter();
        each.filter_map(|(index, measure)| Some(answer(reading, *index, measure, of.get(*index)?)))
            .collect()
    };
    let points = match reading.points {
        [_] => vec![],
        points => points
            .iter()
            .map(|point| (Reading::point_name(point), answers(&point.measures)))
            .collect(),
    };
    let body = html(&Short {
        question: study.question.trim(),
        compared: compared(reading),
        policies: &study.policies,
        varied: &study.varied,
        chance: if reading.tells_of_chance() {
            "The range behind each figure allows for luck: of a hundred such ranges, about 95 hold the true mean of \
             this model. All policies see the same luck in the same run, so differences are taken run by run, and \
             a difference whose range holds 0 is one that chance explains."
        } else {
            "Each policy was run only once at each setting. One run cannot tell a difference from chance, so \
             nothing here says that one policy is better than another."
        },
        answers: answers(&study.overall),
        points,
        effects: study
            .effects
            .iter()
            .map(|it| effect(study, it, &measures))
            .collect(),
        effects_unknown: study.points.len() > 1 && study.effects.is_empty(),
        assumed: assumed(reading),
    });
    Section {
        id: "short",
        heading: "In short",
        after_the_plan: false,
        body,
    }
}

fn compared(reading: &Reading<'_>) -> String {
    let study = reading.study;
    format!(
        "{} compared at {}, each run {} of luck.",
        wording::several(study.policies.len(), "policy was", "policies were"),
        wording::several(study.points.len(), "setting", "settings"),
        match study.origin.most_replications {
            1 => "with one course".to_owned(),
            _ => format!("with the same {} courses", study.origin.repeated()),
        },
    )
}

/// Which policy is best by one measure, and how far behind the others are.
fn answer(reading: &Reading<'_>, index: usize, measure: &Measure, comparison: &Comparison) -> Answer {
    let figures = figures(measure, comparison);
    let others = reading
        .compared(&comparison.policies)
        .filter(|(index, ..)| Some(*index) != comparison.against)
        .map(|(_, policy, it)| {
            let behind = it
                .difference
                .map_or_else(|| amount(figures, it.value), |by| more_or_fewer(figures, by));
            format!("{}: {behind}", Reading::full_name(policy))
        })
        .collect();
    Answer {
        about: measure.label.clone(),
        says: best(reading, figures, comparison),
        others,
        for_scale: for_scale(reading, index, figures, comparison),
    }
}

fn figures<'a>(measure: &'a Measure, comparison: &Comparison) -> Figures<'a> {
    Figures::of(&measure.unit, comparison.policies.iter().map(|it| it.value.mean))
}

/// The policy that is best, as far as that can be told.
fn best(reading: &Reading<'_>, figures: Figures<'_>, comparison: &Comparison) -> String {
    let found = comparison.against.and_then(|best| {
        let policy = reading.study.policies.get(best)?;
        Some((policy, comparison.policies.get(best)?.value))
    });
    let Some((policy, value)) = found else {
        return "No policy for real use was tried.".to_owned();
    };
    let (name, value) = (&policy.name, amount(figures, value));
    let rivals = || real(reading, comparison);
    let near: Vec<_> = rivals()
        .filter(|(_, by)| !by.is_beyond_chance())
        .map(|(policy, _)| policy.name.as_str())
        .collect();
    if rivals().next().is_none() {
        format!("{name}, the only policy for real use that was tried, comes to {value}.")
    } else if !reading.tells_of_chance() {
        format!("{name} came out lowest, at {value}; one run cannot tell whether by chance.")
    } else if near.is_empty() {
        format!(
            "{name} is best, at {value}; every other policy for real use lies behind by more than chance explains."
        )
    } else {
        let near = near.join(" or ");
        format!("{name} came out lowest, at {value}, but between it and {near} there is {NO_DIFFERENCE}.")
    }
}

/// Policies for real use that are held against the best, with how much more they come to.
fn real<'a>(reading: &Reading<'a>, comparison: &Comparison) -> impl Iterator<Item = (&'a Policy, Estimate)> {
    let all = reading.compared(&comparison.policies);
    all.filter(|(_, policy, _)| !policy.clairvoyant)
        .filter_map(|(_, policy, it)| Some((policy, it.difference?)))
}

/// The greatest step of a setting beside the distance between policies, where both are more than chance.
fn for_scale(
    reading: &Reading<'_>,
    index: usize,
    figures: Figures<'_>,
    comparison: &Comparison,
) -> Option<String> {
    let size = |by: &Estimate| by.mean.abs();
    let apart = real(reading, comparison)
        .map(|(_, by)| by)
        .filter(|by| by.is_beyond_chance())
        .max_by(|one, other| size(one).total_cmp(&size(other)))?;
    let effects = reading.study.effects.iter();
    let (effect, by) = effects
        .filter_map(|effect| Some((effect, *effect.measures.get(index)?)))
        .filter(|(_, by)| by.is_beyond_chance())
        .max_by(|one, other| size(&one.1).total_cmp(&size(&other.1)))?;
    Some(format!(
        "For scale: policies for real use lie up to {} apart; changing “{}” from {} to {} makes {}.",
        figures.with_unit(size(&apart)),
        effect.field,
        effect.from,
        effect.to,
        more_or_fewer(figures, by),
    ))
}

/// A figure with its unit and range.
fn amount(figures: Figures<'_>, value: Estimate) -> String {
    let mean = figures.with_unit(value.mean);
    figures
        .range(value)
        .map_or_else(|| mean.clone(), |range| format!("{mean} ({range})"))
}

/// A difference in words: so much more or fewer, or none that can be told.
fn more_or_fewer(figures: Figures<'_>, difference: Estimate) -> String {
    let figures = figures.fine_enough(difference);
    let amount = figures.with_unit(difference.mean.abs());
    let word = if difference.mean < 0.0 { "fewer" } else { "more" };
    let size = Estimate {
        mean: difference.mean.abs(),
        ..difference
    };
    match (figures.interval(difference), figures.interval(size)) {
        (Some(_), _) if difference.is_none_in_every_run() => "the same in every run".to_owned(),
        (_, Some(interval)) if difference.is_beyond_chance() => format!("{amount} {word} ({interval})"),
        (Some(interval), _) => format!("{NO_DIFFERENCE} ({})", figures.in_unit(&interval)),
        (None, _) => format!("{amount} {word} in the one run, which cannot tell whether by chance"),
    }
}

/// What changing a field does to what the answer rests on.
fn effect(study: &StudyView, effect: &Effect, measures: &[(usize, &Measure)]) -> String {
    let each: Vec<_> = measures
        .iter()
        .filter_map(|(index, measure)| {
            let figures = figures(measure, study.overall.get(*index)?);
            let by = more_or_fewer(figures, *effect.measures.get(*index)?);
            Some(format!("{}, {by}", measure.label.to_lowercase()))
        })
        .collect();
    let Effect { field, from, to, .. } = effect;
    sentence(&format!("{field} from {from} to {to}: {}.", each.join("; ")))
}

fn assumed(reading: &Reading<'_>) -> Option<String> {
    let numbers = &reading.study.numbers;
    let assumed = numbers.iter().filter(|it| it.is_assumption).count();
    (!numbers.is_empty()).then(|| {
        format!(
            "{} of the {} behind this {} assumed. The figures tell what follows from them, not what will happen in \
             any place there is.",
            wording::count(assumed),
            wording::several(numbers.len(), "number", "numbers"),
            if assumed == 1 { "is" } else { "are" },
        )
    })
}
