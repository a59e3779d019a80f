//! Support for each school: what it needed, what it got and why, what else could have been done, and what happened.

use askama::Template;

use crate::page::{Section, html};
use crate::reading::{Reading, school_anchor};
use crate::timeline::{check_title, moments_by_date, rating_class, sorted};
use crate::view::{Attention, Check, Deployment, Moment, Need, NeedIndex, School, SchoolIndex};
use crate::wording;

#[derive(Template)]
#[template(path = "explanation.html")]
struct Explanations<'a> {
    schools: Vec<ExplainedSchool<'a>>,
    cut: Option<String>,
}

struct ExplainedSchool<'a> {
    anchor: String,
    name: String,
    /// Absent where a need points at a school outside the round.
    school: Option<&'a School>,
    needs: Vec<ExplainedNeed<'a>>,
}

struct ExplainedNeed<'a> {
    anchor: String,
    need: &'a Need,
    support: Vec<String>,
    moments: Vec<&'a Moment>,
    checks: Vec<ExplainedCheck<'a>>,
    attention: Vec<&'a Attention>,
}

struct ExplainedCheck<'a> {
    check: &'a Check,
    rating: &'static str,
    in_words: String,
}

pub(crate) fn section(reading: &Reading<'_>) -> Section {
    let mut schools: Vec<ExplainedSchool<'_>> = vec![];
    let mut current: Option<SchoolIndex> = None;
    for (index, need) in reading.detailed_needs() {
        if current != Some(need.school) {
            current = Some(need.school);
            schools.push(ExplainedSchool {
                anchor: school_anchor(need.school),
                name: reading.school_name(need.school),
                school: reading.round.school(need.school),
                needs: vec![],
            });
        }
        if let Some(school) = schools.last_mut() {
            school.needs.push(explained(reading, index, need));
        }
    }
    let cut =
        reading
            .detail_cut()
            .statement("need", "needs", "the most pressing, those not met in full first");
    let body = html(&Explanations { schools, cut });
    Section {
        id: "support",
        heading: "Support for each school",
        after_the_plan: true,
        body,
    }
}

fn explained<'a>(reading: &Reading<'a>, index: NeedIndex, need: &'a Need) -> ExplainedNeed<'a> {
    let checks = sorted(&need.checks, |check| check.date)
        .into_iter()
        .map(|check| ExplainedCheck {
            check,
            rating: rating_class(check.rating),
            in_words: check_title(check),
        })
        .collect();
    ExplainedNeed {
        anchor: format!("need-{}", index.0),
        need,
        support: reading
            .deployments_for(index)
            .iter()
            .filter(|deployment| deployment.state.stands())
            .map(|deployment| support(reading, deployment))
            .collect(),
        moments: moments_by_date(need),
        checks,
        attention: reading
            .round
            .attention
            .iter()
            .filter(|attention| attention.need == Some(index))
            .collect(),
    }
}

/// A deployment as one line: who, what, how long, how far.
fn support(reading: &Reading<'_>, deployment: &Deployment) -> String {
    let mut parts = vec![format!(
        "{}: {}, {}",
        reading.school_name(deployment.offering),
        deployment.kind.to_lowercase(),
        wording::some(u64::from(deployment.half_days), "half-day", "half-days"),
    )];
    match (deployment.first, deployment.last) {
        (Some(first), Some(last)) => {
            parts.push(format!("{} to {}", wording::day(first), wording::day(last)));
        }
        (Some(first), None) => parts.push(format!("from {}", wording::day(first))),
        _ => {}
    }
    if let Some(metres) = deployment.distance_metres {
        parts.push(format!("{} away", wording::distance(metres)));
    }
    parts.push(deployment.state.label().to_lowercase());
    parts.join("; ")
}
