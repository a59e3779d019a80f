//! `collegium simulate report`: what came of a study, as one HTML page.

mod contrast;
mod interval;
mod merged;
mod told;

use self::{
    contrast::{Values, comparison, effects},
    merged::Merged,
};
use super::{STUDY, checked, merge::sealed, study};
use crate::{
    arguments::ReportStudy,
    failure::{Failure, read},
    files::write_whole,
    printing::to_stdout,
};
use collegium::{
    report::study::{
        render_study,
        view::{Curves, Number, Point, Policy, StudyOrigin, StudyView},
    },
    sim::{scenario::Scenario, study::Checked},
};

/// The page, in the directory of the study.
const PAGE: &str = "report.html";

pub(super) fn run(arguments: &ReportStudy) -> Result<(), Failure> {
    let directory = &arguments.study;
    let study = study(directory)?;
    let checked = checked(&study)?;
    let sha256 = sealed(&read(&directory.join(STUDY))?);
    let measures = told::measures(&study.scenario);
    let keys: Vec<_> = measures.iter().map(|it| it.key.as_str()).collect();
    let merged = Merged::read(directory, &checked, &sha256, &keys)?;
    let view = view(&checked, measures, merged, sha256);
    let page = directory.join(PAGE);
    write_whole(&page, &render_study(&view))?;
    to_stdout(&format!("{}\n", page.display()))
}

fn view(
    checked: &Checked<'_>,
    measures: Vec<collegium::report::study::view::Measure>,
    merged: Merged,
    study_sha256: String,
) -> StudyView {
    let study = checked.study;
    let scenario = &study.scenario;
    let policies: Vec<_> = study
        .policies
        .iter()
        .map(|spec| Policy {
            name: told::name(spec),
            says: spec.says(),
            clairvoyant: spec.is_clairvoyant(),
        })
        .collect();
    let place = |key: &str| measures.iter().position(|it| it.key == key).unwrap_or(usize::MAX);
    let values = Values::new(&merged.summaries, &policies);
    let at = |points: &[usize]| {
        let each = measures.iter().enumerate();
        each.map(|(measure, it)| comparison(&values, points, measure, it.less_is_better))
            .collect()
    };
    let settings: Vec<_> = study.design.points().collect();
    let mut curves = merged.curves.into_iter();
    let points = (0..checked.points.len())
        .zip(&settings)
        .map(|(index, settings)| Point {
            settings: settings.iter().map(told::setting).collect(),
            measures: at(&[index]),
            curves: curves
                .next()
                .unwrap_or_else(|| vec![Curves::default(); policies.len()]),
        })
        .collect();
    let everywhere: Vec<_> = (0..checked.points.len()).collect();
    StudyView {
        name: scenario.name.clone(),
        question: scenario.question.clone(),
        origin: StudyOrigin {
            seed: study.seed,
            replications: merged.replications.iter().min().copied().unwrap_or(0),
            most_replications: merged.replications.iter().max().copied().unwrap_or(0),
            runs: merged.runs,
            days: told::days(&scenario.time.length),
            warm_up_days: scenario.time.warm_up.as_ref().map_or(0, told::days),
            software: concat!("Collegium ", env!("CARGO_PKG_VERSION")).to_owned(),
            study_sha256,
            commands: ["run", "merge", "report"]
                .map(|it| format!("collegium simulate {it} STUDY"))
                .into(),
        },
        waiting: place("wait_mean"),
        need: place("in_need"),
        overall: at(&everywhere),
        points,
        effects: effects(&values, &settings, measures.len()),
        map: merged.map,
        varied: told::varied(study),
        numbers: numbers(scenario, &study.design.fields),
        readings: told::readings(study),
        policies,
        measures,
    }
}

fn numbers(scenario: &Scenario, varied: &[String]) -> Vec<Number> {
    let number = |it: &collegium::sim::scenario::Placed<'_>| {
        let is_varied = varied.contains(&it.place);
        Number {
            place: told::place(scenario, &it.place),
            value: if is_varied {
                "varied".to_owned()
            } else {
                it.parameter.value.to_string()
            },
            unit: it.parameter.unit.code().replace('_', " "),
            source: it.parameter.source.clone(),
            is_assumption: it.parameter.is_assumption(),
        }
    };
    scenario.numbers().iter().map(number).collect()
}
