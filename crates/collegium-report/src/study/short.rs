//! The answer in short: sentences drawn from the figures, and none that they do not bear.

use askama::Template;

use super::figures::Figures;
use super::reading::{Reading, SEES_THE_TRUTH};
use super::view::{Comparison, Effect, Estimate, Measure};
use crate::page::{Section, html};
use crate::wording;

/// What is said where chance explains a difference.
pub(super) const NO_DIFFERENCE: &str = "no difference that these runs can tell";

#[derive(Template)]
#[template(path = "study_short.html")]
struct Short<'a> {
    question: &'a str,
    compared: String,
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
}

pub(super) fn section(reading: &Reading<'_>) -> Section {
    let study = reading.study;
    let measures: Vec<_> = [study.waiting, study.need]
        .into_iter()
        .filter_map(|index| Some((index, study.measures.get(index)?)))
        .collect();
    let answers = |of: &[Comparison]| -> Vec<_> {
        let each = measures.iter();
        each.filter_map(|(index, measure)| Some(answer(reading, measure, of.get(*index)?)))
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
        effects: study.effects.iter().map(|it| effect(it, &measures)).collect(),
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
        match study.origin.replications {
            1 => "with one course".to_owned(),
            replications => format!(
                "with the same {} courses",
                wording::number(u64::from(replications))
            ),
        },
    )
}

/// Which policy is best by one measure, and how far behind the others are.
fn answer(reading: &Reading<'_>, measure: &Measure, comparison: &Comparison) -> Answer {
    let means = comparison.policies.iter().map(|it| it.value.mean);
    let figures = Figures::of(&measure.unit, means);
    let best = comparison.against;
    let rivals: Vec<_> = reading
        .compared(&comparison.policies)
        .filter(|(index, policy, _)| !policy.clairvoyant && Some(*index) != best)
        .collect();
    let is_beyond =
        |(_, _, it): &(_, _, super::view::Compared)| it.difference.is_some_and(Estimate::is_beyond_chance);
    let beaten = rivals.iter().filter(|it| is_beyond(it)).count();
    let found = best.and_then(|best| {
        Some((
            reading.study.policies.get(best)?,
            comparison.policies.get(best)?.value,
        ))
    });
    let says = match found {
        None => "No policy for real use was tried.".to_owned(),
        Some((policy, value)) => {
            let name = &policy.name;
            let value = told(figures, value);
            if rivals.is_empty() {
                format!("{name}, the only policy for real use that was tried, comes to {value}.")
            } else if !reading.tells_of_chance() {
                format!("{name} came out lowest, at {value}; one run cannot tell whether by chance.")
            } else if beaten == rivals.len() {
                format!("{name} is best, at {value}; the others lie behind by more than chance explains.")
            } else if beaten == 0 {
                format!(
                    "{name} came out lowest, at {value}, but between it and every other policy there is \
                     {NO_DIFFERENCE}."
                )
            } else {
                format!(
                    "{name} came out lowest, at {value}, but not alone: see which lie within chance of it."
                )
            }
        }
    };
    let others = reading
        .compared(&comparison.policies)
        .filter(|(index, ..)| Some(*index) != best)
        .map(|(_, policy, it)| {
            let mark = if policy.clairvoyant {
                format!(" ({SEES_THE_TRUTH})")
            } else {
                String::new()
            };
            let behind = it
                .difference
                .map_or_else(|| told(figures, it.value), |by| more_or_fewer(figures, by));
            format!("{}{mark}: {behind}", policy.name)
        })
        .collect();
    Answer {
        about: measure.label.clone(),
        says,
        others,
    }
}

/// A figure with its unit and interval.
fn told(figures: Figures<'_>, estimate: Estimate) -> String {
    let mean = figures.with_unit(estimate.mean);
    figures
        .interval(estimate)
        .map_or_else(|| mean.clone(), |interval| format!("{mean} ({interval})"))
}

/// A difference in words: so much more or fewer, or none that can be told.
pub(super) fn more_or_fewer(figures: Figures<'_>, difference: Estimate) -> String {
    let amount = figures.with_unit(difference.mean.abs());
    let word = if difference.mean < 0.0 { "fewer" } else { "more" };
    let Some(interval) = figures.interval(difference) else {
        return format!("{amount} {word} in the one run, which cannot tell whether by chance");
    };
    if difference.mean == 0.0 && difference.half_width == Some(0.0) {
        "the same in every run".to_owned()
    } else if difference.is_beyond_chance() {
        let size = Estimate {
            mean: difference.mean.abs(),
            ..difference
        };
        let interval = figures.interval(size).unwrap_or(interval);
        format!("{amount} {word} ({interval})")
    } else {
        format!("{NO_DIFFERENCE} ({})", figures.in_unit(&interval))
    }
}

/// What changing a field does to what the answer rests on.
fn effect(effect: &Effect, measures: &[(usize, &Measure)]) -> String {
    let each: Vec<_> = measures
        .iter()
        .filter_map(|(index, measure)| {
            let by = *effect.measures.get(*index)?;
            let figures = Figures::of(&measure.unit, [by.mean, by.half_width.unwrap_or(0.0)].into_iter());
            Some(format!(
                "{}: {}",
                measure.label.to_lowercase(),
                more_or_fewer(figures, by)
            ))
        })
        .collect();
    format!(
        "{} from {} to {}. {}.",
        effect.field,
        effect.from,
        effect.to,
        sentence(&each.join("; "))
    )
}

/// The text with its first letter large.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
