//! What was reallocated and why, and what was late.

use super::{Index, Material};
use crate::view::{Act, Attention, AttentionKind, Outcome, Reallocation};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_engine::{
    acts::Event,
    cycle::{
        acts::{Act as CycleAct, Event as CycleEvent},
        clock::{Awaits, Clock},
        cycle::Cycle,
        decision::{Decision, Outcome as CycleOutcome},
    },
    entry::Entry,
    model::id::{DecisionId, NeedId},
};
use std::collections::BTreeMap;

pub(super) fn reallocations(material: &Material<'_>, index: &Index) -> Vec<Reallocation> {
    let roles = roles(material.entries);
    let mut reallocations = Vec::new();
    for cycle in material.network.cycles.values() {
        for (id, decision) in &cycle.decisions {
            let role = |what| {
                roles
                    .get(&(*id, what))
                    .cloned()
                    .unwrap_or_else(|| "not recorded".to_owned())
            };
            let recommended = &decision.recommended;
            let decided = decision.decided.as_ref();
            let settled = decided.map_or(recommended.outcome, |verdict| verdict.outcome);
            let mut reasons: Vec<_> = recommended
                .reasons
                .iter()
                .map(|reason| sentence(&reason.to_string()))
                .collect();
            if settled != recommended.outcome {
                let before = recommended.outcome.label().to_lowercase();
                reasons.push(format!(
                    "The recommendation was to {before}; the decision departs from it."
                ));
            }
            let (difference, displaced) = difference(cycle, decision, settled, index);
            reallocations.push(Reallocation {
                need: index.need(recommended.need),
                outcome: outcome(settled),
                reasons,
                recommended: Act {
                    role: role(false),
                    date: decision.recommended_at.date(),
                },
                decided: decided.map(|verdict| Act {
                    role: role(true),
                    date: verdict.at.date(),
                }),
                difference,
                displaced,
            });
        }
    }
    reallocations.sort_by_key(|it| (it.recommended.date, it.need));
    reallocations
}

/// In which role each decision was recommended (`false`) and decided (`true`).
fn roles(entries: &[Entry]) -> BTreeMap<(DecisionId, bool), String> {
    let mut roles = BTreeMap::new();
    for entry in entries {
        let Event::InCycle(_, event) = &entry.event else {
            continue;
        };
        let key = match event {
            CycleEvent::ReallocationRecommended(it) => (it.decision, false),
            CycleEvent::ReallocationDecided(it) => (it.decision, true),
            _ => continue,
        };
        roles.extend(entry.role.as_ref().map(|role| (key, role.label().to_lowercase())));
    }
    roles
}

fn difference(
    cycle: &Cycle,
    decision: &Decision,
    settled: CycleOutcome,
    index: &Index,
) -> (Vec<String>, Vec<String>) {
    let Some(at) = decision.decided.as_ref().map(|verdict| verdict.at) else {
        return (
            vec!["Nothing yet: a person has to decide.".to_owned()],
            Vec::new(),
        );
    };
    let ended = ended_at(cycle, decision.recommended.need, at, index);
    let before = ended.join(" and ");
    match settled {
        CycleOutcome::Continue => (vec!["Nothing: support goes on as agreed.".to_owned()], Vec::new()),
        CycleOutcome::Intensify => (
            vec!["One more deployment is looked for; the present one goes on.".to_owned()],
            Vec::new(),
        ),
        CycleOutcome::Taper => (vec!["Support is reduced step by step.".to_owned()], Vec::new()),
        CycleOutcome::Switch => {
            let displaced = ended
                .iter()
                .map(|giver| format!("{giver} no longer supports this school."))
                .collect();
            (
                vec![format!(
                    "Support from {before} ended; another school is looked for."
                )],
                displaced,
            )
        }
        CycleOutcome::Close if ended.is_empty() => (vec!["The need is closed.".to_owned()], Vec::new()),
        CycleOutcome::Close => (
            vec![format!(
                "The need is closed; {before} is free to support another school."
            )],
            Vec::new(),
        ),
        CycleOutcome::Escalate => (
            vec!["The responsible body takes it further; support goes on.".to_owned()],
            Vec::new(),
        ),
        _ => (
            vec!["The level of pressure is lowered; support goes on.".to_owned()],
            Vec::new(),
        ),
    }
}

/// Schools whose support for a need ended at that moment.
fn ended_at(cycle: &Cycle, need: NeedId, at: NaiveDateTime, index: &Index) -> Vec<String> {
    let ended = cycle
        .deployments
        .values()
        .filter(|it| it.proposal.need == need && it.worked().1 == Some(at));
    ended.map(|it| index.title(it.proposal.giver)).collect()
}

const fn outcome(outcome: CycleOutcome) -> Outcome {
    match outcome {
        CycleOutcome::Intensify => Outcome::Intensify,
        CycleOutcome::Taper => Outcome::Taper,
        CycleOutcome::Switch => Outcome::Switch,
        CycleOutcome::StepDown => Outcome::StepDown,
        CycleOutcome::Escalate => Outcome::Escalate,
        CycleOutcome::Close => Outcome::Close,
        _ => Outcome::Continue,
    }
}

fn sentence(text: &str) -> String {
    let mut sentence = text.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence + "."
}

/// What came late, and what is overdue at the end.
pub(super) fn attention(material: &Material<'_>, index: &Index) -> Vec<Attention> {
    let mut attention = late_answers(material, index);
    attention.extend(overdue(material, index));
    attention.sort_by(|one, other| {
        (one.date, one.school, &one.text).cmp(&(other.date, other.school, &other.text))
    });
    attention
}

/// Answers that came after their due date and its grace.
fn late_answers(material: &Material<'_>, index: &Index) -> Vec<Attention> {
    let rules = material.network.rules();
    let deadline = rules
        .deadlines()
        .iter()
        .find(|deadline| deadline.awaits == CycleAct::RecordReceipt);
    let Some((deadline, opened)) = deadline.zip(material.network.opened()) else {
        return Vec::new();
    };
    let mut due: BTreeMap<_, NaiveDate> = BTreeMap::new();
    let mut late = Vec::new();
    for entry in material.entries {
        let Event::InCycle(cycle, event) = &entry.event else {
            continue;
        };
        let day = entry.at.date();
        match event {
            CycleEvent::RequestSent(it) => {
                let calendar = &opened.calendar;
                let day = calendar
                    .after(day, deadline.due)
                    .ok()
                    .and_then(|due| match deadline.grace {
                        Some(grace) => calendar.after(due, grace).ok(),
                        None => Some(due),
                    });
                due.extend(day.map(|last| (it.request, last)));
            }
            CycleEvent::RequestReceived(it) => {
                let Some(due) = due.remove(&it.request).filter(|due| day > *due) else {
                    continue;
                };
                let cycle = material.network.cycles.get(cycle);
                let need = cycle.and_then(|cycle| {
                    let request = cycle.requests.get(&it.request)?;
                    Some(cycle.deployments.get(&request.deployment?)?.proposal.need)
                });
                late.push(Attention {
                    kind: AttentionKind::Overdue,
                    date: due,
                    school: cycle.and_then(Cycle::school).map(|school| index.school(school)),
                    need: need.map(|need| index.need(need)),
                    text: "The answer to a request came after its due date and the days of grace.".to_owned(),
                    resolved: Some(day),
                });
            }
            _ => {}
        }
    }
    late
}

/// Clocks that have run out by the last day.
fn overdue(material: &Material<'_>, index: &Index) -> Vec<Attention> {
    let Some((opened, last)) = material.network.opened().zip(material.entries.last()) else {
        return Vec::new();
    };
    let mut attention = Vec::new();
    for cycle in material.network.cycles.values() {
        let clocks = cycle.clocks(last.recorded, &opened.calendar, material.network.rules());
        for clock in clocks.iter().filter(|clock| clock.is_overdue()) {
            attention.extend(clock.due.map(|date| Attention {
                kind: AttentionKind::Overdue,
                date,
                school: cycle.school().map(|school| index.school(school)),
                need: match clock.child {
                    collegium_engine::cycle::child::Child::Need(need) => Some(index.need(need)),
                    _ => None,
                },
                text: awaited(clock),
                resolved: None,
            }));
        }
    }
    attention
}

fn awaited(clock: &Clock) -> String {
    match &clock.awaits {
        Awaits::Observation { channel } => format!("{} not recorded by its date.", channel.label()),
        Awaits::Step { deadline, .. } => format!("{} not done by its date.", deadline.label()),
        Awaits::FirstWeeks => {
            "First contacts and baseline expectations not recorded by their date.".to_owned()
        }
        Awaits::ProgressReview => "Progress not reviewed on its day.".to_owned(),
        Awaits::ActionReview => "A planned action not looked at on its day.".to_owned(),
    }
}
