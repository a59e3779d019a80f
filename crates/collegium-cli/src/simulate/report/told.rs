//! A study in words for people who have not read its files.

use crate::wording::counted;
use collegium::{
    report::study::view::{self, Measure},
    sim::{
        policy::Spec,
        scenario::{Capacity, Choosing, Noticing, Parameter, Reading, Scenario},
        study::{Setting, Study},
        tick::Tick,
    },
};

/// The measures that the page shows, of those that there are.
pub(super) fn measures(scenario: &Scenario) -> Vec<Measure> {
    let schools_have_one_area = scenario.schools.iter().all(|kind| kind.areas == 1);
    let (in_need, unit) = if schools_have_one_area {
        ("Schools in need", "schools")
    } else {
        ("Areas of schools in need", "areas")
    };
    let measure = |key: &str, label: &str, unit: &str, says: &str, less_is_better| Measure {
        key: key.to_owned(),
        label: label.to_owned(),
        unit: unit.to_owned(),
        says: says.to_owned(),
        less_is_better,
    };
    let mut measures = vec![
        measure(
            "in_need",
            in_need,
            unit,
            "How many are truly in need, known or not, in the mean over time. Lower is better.",
            true,
        ),
        measure(
            "wait_mean",
            "Mean wait for help",
            "days",
            "From a need’s being known to its first help, of those helped. Lower is better.",
            true,
        ),
        measure(
            "wait_p90",
            "Wait of nine in ten",
            "days",
            "Nine of ten of those helped waited no longer. Lower is better.",
            true,
        ),
        measure(
            "wait_longest",
            "Longest wait",
            "days",
            "The longest wait of all, needs that still wait at the end counted. Lower is better.",
            true,
        ),
        measure(
            "waiting",
            "Needs that wait",
            "needs",
            "Known needs that lack help, in the mean over time, those never helped counted. Lower is better.",
            true,
        ),
        measure(
            "worst_off",
            "The school worst off",
            "days",
            "The most days that one school was in need, over all its areas. Lower is better.",
            true,
        ),
    ];
    if scenario.land.is_some() {
        measures.push(measure(
            "distance",
            "Distance of help",
            "km",
            "Mean distance between the school that helps and the school that is helped. Lower is better.",
            true,
        ));
    }
    measures.push(measure(
        "used",
        "Capacity used",
        "share",
        "Share of what could be lent that is at work, from 0 to 1. Neither more nor less is better by itself.",
        false,
    ));
    measures
}

/// A policy's name as it is read: *First come*.
pub(super) fn name(spec: &Spec) -> String {
    let name = spec.name().replace('_', " ");
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A field and its value as they are read: *ratio 3*, *choosing each term*.
pub(super) fn setting(setting: &Setting) -> view::Setting {
    let value = &setting.value;
    let text = value.as_str().map(|it| it.replace('_', " "));
    view::Setting {
        field: field(&setting.field),
        value: text.unwrap_or_else(|| value.to_string()),
    }
}

/// What people call a field.
fn field(path: &str) -> String {
    match path {
        "capacity.ratio" => "ratio".to_owned(),
        "capacity.at_once" => "deployments at once".to_owned(),
        "capacity.reading" => "reading of the ratio".to_owned(),
        other => other.to_owned(),
    }
}

/// The number that a setting is; none where it is something else.
pub(super) fn number(setting: &Setting) -> Option<f64> {
    let whole = || setting.value.as_integer().and_then(|it| i32::try_from(it).ok());
    setting.value.as_float().or_else(|| whole().map(f64::from))
}

/// A place with the name of the kind of schools that it speaks of: *schools\[0\].count (primary)*.
pub(super) fn place(scenario: &Scenario, path: &str) -> String {
    let kinds = scenario.schools.iter().enumerate();
    let found = kinds
        .filter(|(index, _)| path.starts_with(&format!("schools[{index}]")))
        .map(|(_, kind)| &kind.name)
        .next();
    found.map_or_else(|| path.to_owned(), |kind| format!("{path} ({kind})"))
}

/// A duration in whole days.
pub(super) fn days(duration: &Parameter) -> u32 {
    u32::try_from(duration.ticks() / Tick::DAY).unwrap_or(0)
}

/// What the fields that are varied mean.
pub(super) fn varied(study: &Study) -> Vec<String> {
    let scenario = &study.scenario;
    let mut told = Vec::new();
    if is_varied(study, "capacity.ratio") && !is_varied(study, "capacity.reading") {
        told.extend(ratio(scenario));
    }
    if is_varied(study, "choosing") {
        told.push(
            "Choosing says when it is decided who helps whom: at once, or each month, term or step."
                .to_owned(),
        );
    }
    told
}

fn is_varied(study: &Study, path: &str) -> bool {
    study.design.fields.iter().any(|field| field == path)
}

/// What the ratio is taken to mean.
fn ratio(scenario: &Scenario) -> Option<String> {
    let Capacity::Schools { reading, .. } = &scenario.capacity else {
        return None;
    };
    let means = match reading {
        Reading::Pooled => {
            "as many needs are helped at once as there are schools in good order, divided by the ratio"
        }
        Reading::Membership => {
            "as many needs are helped at once as there are schools in all, divided by one more than the ratio"
        }
        Reading::Team => "each need asks for as many schools as the ratio says, and each school helps one",
        Reading::OneIn => {
            "one school in so many can help, with one deployment at a time, while it is in good order itself"
        }
    };
    Some(format!(
        "The ratio is taken to mean: {means}. The rule of thumb of 3 or 4 to 1 does not say; this reading is an \
         assumption."
    ))
}

/// What the scenario says beside its numbers.
pub(super) fn readings(study: &Study) -> Vec<String> {
    let scenario = &study.scenario;
    let kinds = scenario.schools.iter();
    let kinds: Vec<_> = kinds
        .map(|kind| format!("{} of the kind {}", kind.count, kind.name))
        .collect();
    let mut told = vec![format!("Schools at the start: {}.", kinds.join(", "))];
    if !is_varied(study, "choosing") {
        let choosing = match &scenario.choosing {
            Choosing::AtOnce => "Who helps is chosen as soon as somebody waits and somebody is free.",
            Choosing::EachMonth => "Who helps is chosen on the first day of each month.",
            Choosing::EachTerm => "Who helps is chosen on the first day of each term.",
            Choosing::EachStep => "Who helps is chosen in each step of the schools.",
        };
        told.push(choosing.to_owned());
    }
    told.push(match &scenario.noticing {
        Noticing::AtOnce {} => "Everything is known when it happens.".to_owned(),
        Noticing::Channels { greens_to_close, .. } => format!(
            "Only what data checks, visits and reviews show is known; a need that was helped is closed once it is \
             seen in good order {} in turn.",
            counted(*greens_to_close, "time", "times")
        ),
    });
    told.extend(ratio(scenario));
    let who_helps = match &scenario.capacity {
        Capacity::CentralTeam { .. } => "A central team helps, whatever becomes of schools.",
        Capacity::Schools {
            called_home: true, ..
        } => "Help is called home where the school that lends it comes into need itself.",
        Capacity::Schools { .. } => "Help that was begun is not called home.",
        Capacity::Pairs { .. } => {
            "Two schools that wait swap help where each can help the other; nobody else lends any."
        }
    };
    told.push(who_helps.to_owned());
    if scenario.land.is_some() {
        told.push("Schools lie evenly over a square; distance is a straight line.".to_owned());
    }
    told
}
