//! Each need: what was found for it and why, and what happened to it.

use super::{Index, Material};
use crate::view::{Alternative, Channel, Check, Direction, Moment, MomentKind, Need, Rating, Severity};
use chrono::NaiveDate;
use collegium_engine::{
    acts::Event,
    candidates::{Candidates, RuledOut, ScoreParts},
    cycle::{
        acts::Event as CycleEvent,
        cycle::Cycle,
        monitoring::{Channel as CycleChannel, Direction as CycleDirection, Rating as CycleRating},
        need::{NeedPhase, NeedState},
    },
    matching::{
        explain::{Alternative as Other, Explainer, UnmetExplanation},
        plan::{Plan, Price, UnmetReason},
        problem::TakerIndex,
        score::{Score, Total},
        what_if::{Choice, what_if},
    },
    model::{
        code::ReasonCode,
        id::{NeedId, SchoolId},
    },
};
use std::collections::BTreeMap;

pub(super) fn needs(material: &Material<'_>, index: &Index) -> Vec<Need> {
    let first = material.rounds.first().map(|(candidates, plan)| Solved {
        exact: material.schools.len() <= crate::WHOLE_ROUND_LIMIT,
        plan,
        candidates,
        explainer: Explainer::new(&candidates.problem, plan),
        takers: candidates
            .needs
            .iter()
            .map(|(taker, it)| (it.need, taker.as_str()))
            .collect(),
    });
    let mut happened = happened(material, index);
    let mut needs: Vec<_> = material
        .network
        .cycles
        .values()
        .flat_map(|cycle| cycle.needs.values().map(move |state| (cycle, state)))
        .map(|(cycle, state)| {
            let story = happened.remove(&state.need.id).unwrap_or_default();
            (
                index.need(state.need.id),
                need(material, index, cycle, state, first.as_ref(), story),
            )
        })
        .collect();
    needs.sort_by_key(|(at, _)| *at);
    needs.into_iter().map(|(_, need)| need).collect()
}

/// The first round: the one whose plan the page explains.
struct Solved<'a> {
    candidates: &'a Candidates,
    plan: &'a Plan,
    /// Whether the round is small enough to solve it again for each alternative that is shown.
    exact: bool,
    explainer: Explainer<'a>,
    takers: BTreeMap<NeedId, &'a str>,
}

/// What happened to one need.
#[derive(Default)]
struct Happened {
    moments: Vec<Moment>,
    checks: Vec<Check>,
}

fn need(
    material: &Material<'_>,
    index: &Index,
    cycle: &Cycle,
    state: &NeedState,
    solved: Option<&Solved<'_>>,
    happened: Happened,
) -> Need {
    let id = state.need.id;
    let mut need = Need {
        key: format!("N-{:03}", u64::from(index.need(id).0) + 1),
        school: index.school(state.need.school),
        area: state.need.area.label(),
        severity: Severity::from_rank(state.need.severity.rank()).unwrap_or(Severity::Low),
        derived_by: material.derived_by.get(&id).cloned(),
        units_asked: u32::from(state.need.units.0),
        units_met: 0,
        phase_at_end: phase_at_end(cycle, state).to_owned(),
        explanation: Vec::new(),
        alternatives: Vec::new(),
        why_nobody: None,
        moments: happened.moments,
        checks: happened.checks,
    };
    let taker = solved.and_then(|solved| Some((solved, *solved.takers.get(&id)?)));
    let Some((solved, taker)) = taker else {
        need.explanation
            .push("This need did not take part in the first round of matching.".to_owned());
        return need;
    };
    explain(material, index, state, solved, taker, &mut need);
    need
}

/// Where a need stands; help that has ended says so.
fn phase_at_end(cycle: &Cycle, state: &NeedState) -> &'static str {
    let helped = cycle.live_deployments(state.need.id).next().is_some();
    match state.phase {
        NeedPhase::Monitoring if !helped => "Support ended, still watched",
        phase => phase.label(),
    }
}

fn explain(
    material: &Material<'_>,
    index: &Index,
    state: &NeedState,
    solved: &Solved<'_>,
    taker: &str,
    need: &mut Need,
) {
    let Some(number) = solved.candidates.problem.find_taker(taker) else {
        return;
    };
    let explanation = solved.explainer.taker(number);
    let name = |giver: &str| {
        let supply = solved.candidates.givers.get(giver);
        supply.map_or_else(|| giver.to_owned(), |supply| index.title(supply.school))
    };
    need.units_asked = explanation.demand;
    need.units_met = u32::try_from(explanation.chosen.len()).unwrap_or(u32::MAX);
    for chosen in &explanation.chosen {
        let parts = solved
            .candidates
            .givers
            .get(&chosen.giver)
            .and_then(|giver| parts(material, state, giver.school));
        let made_of = parts.map_or_else(String::new, |parts| {
            let apart = parts.distance.map_or_else(String::new, |distance| format!(", {distance} away"));
            let year = if parts.key_year == Score::ZERO {
                String::new()
            } else {
                format!(", {} for its year group", parts.key_year)
            };
            format!(
                "{apart}: {} for how serious the need is, {} for teaching the same age group, {} for being near{year}",
                parts.severity, parts.same_phase, parts.nearness
            )
        });
        let title = name(&chosen.giver);
        need.explanation.push(format!(
            "{title} was chosen, with a score of {}{made_of}.",
            chosen.score
        ));
        need.explanation.push(worth_of_one_more(&title, chosen.price));
        if chosen.alternatives.is_empty() {
            need.explanation
                .push("No other school within reach offers help in this area.".to_owned());
        }
        need.alternatives.extend(
            chosen
                .alternatives
                .iter()
                .map(|other| alternative(&name, other, solved.cost(number, other))),
        );
    }
    if let Some(unmet) = &explanation.unmet {
        let ruled_out = solved
            .candidates
            .needs
            .get(taker)
            .map_or_else(RuledOut::default, |it| it.ruled_out);
        need.why_nobody = Some(why_nobody(material, unmet, ruled_out));
        need.alternatives.extend(
            unmet
                .candidates
                .iter()
                .map(|other| alternative(&name, other, solved.cost(number, other))),
        );
    }
}

fn parts(material: &Material<'_>, state: &NeedState, giver: SchoolId) -> Option<ScoreParts> {
    let network = material.network;
    let (taker, giver) = (network.member(state.need.school)?, network.member(giver)?);
    let (candidates, _) = material.rounds.first()?;
    ScoreParts::of(&candidates.rules, taker, giver, &state.need).ok()
}

fn worth_of_one_more(title: &str, price: Price) -> String {
    if price == Price::default() {
        format!("{title} has room to spare: nobody goes without because of this choice.")
    } else if price.units > 0 {
        format!("{title} is in demand: with room for one more deployment it might meet one more need.")
    } else {
        format!(
            "{title} is in demand: room for one more deployment there would add up to {} to the total score.",
            price.score
        )
    }
}

fn alternative(name: &impl Fn(&str) -> String, other: &Other, cost: String) -> Alternative {
    Alternative {
        label: name(&other.giver),
        score: Some(other.score.to_string()),
        cost,
    }
}

impl Solved<'_> {
    /// What choosing another giver would cost everybody: exact where the round is solved again with that
    /// choice made, at least so much where it is too large for that.
    fn cost(&self, taker: TakerIndex, other: &Other) -> String {
        let problem = &self.candidates.problem;
        let giver = problem.find_giver(&other.giver).filter(|_| self.exact);
        let again = giver.and_then(|giver| what_if(problem, self.plan, giver, taker, Choice::With).ok());
        match again {
            Some(difference) if difference.units_lost > 0 => match difference.units_lost {
                1 => "One need fewer would be met.".to_owned(),
                units => format!("{units} needs fewer would be met."),
            },
            Some(difference) if difference.score_lost == Total::ZERO => {
                "Nothing: another plan, just as good, makes this choice.".to_owned()
            }
            Some(difference) => format!("The total score would be {} lower.", difference.score_lost),
            None if other.loss.units > 0 => "At least one need fewer would be met.".to_owned(),
            None if other.loss == Price::default() => {
                "All together might do as well, but no better.".to_owned()
            }
            None => format!("The total score would be at least {} lower.", other.loss.score),
        }
    }
}

fn why_nobody(material: &Material<'_>, unmet: &UnmetExplanation, ruled_out: RuledOut) -> String {
    let farthest = material
        .rounds
        .first()
        .and_then(|(candidates, _)| candidates.rules.farthest);
    match unmet.reason {
        UnmetReason::NoCandidate | UnmetReason::Forbidden => {
            let mut why = Vec::new();
            if let (Some(nearest), Some(farthest)) = (ruled_out.nearest_too_far, farthest) {
                why.push(format!(
                    "the nearest school that offers help in this area is {nearest} away, and {farthest} is the \
                     farthest allowed"
                ));
            }
            if ruled_out.no_place > 0 {
                why.push(
                    "the place of this school, or of those that could help, is not in the register"
                        .to_owned(),
                );
            }
            if ruled_out.tried > 0 {
                why.push("those who could help were asked before".to_owned());
            }
            if why.is_empty() && ruled_out.other_area > 0 {
                why.push("schools with room offer help in other areas only".to_owned());
            }
            if why.is_empty() {
                why.push("no school has room".to_owned());
            }
            format!("Nobody could be found: {}.", why.join("; "))
        }
        UnmetReason::TooFewCandidates => {
            "Every school that could help does so already, each with one deployment.".to_owned()
        }
        UnmetReason::NoCapacity => "The schools that could help have no room.".to_owned(),
        UnmetReason::NoGain => "The matches left would lower the total score.".to_owned(),
        _ => "The schools that could help are fully taken up by needs that gain more from them.".to_owned(),
    }
}

/// What the log tells of each need.
fn happened(material: &Material<'_>, index: &Index) -> BTreeMap<NeedId, Happened> {
    let mut happened: BTreeMap<NeedId, Happened> = BTreeMap::new();
    for entry in material.entries {
        let Event::InCycle(id, event) = &entry.event else {
            continue;
        };
        let Some(cycle) = material.network.cycles.get(id) else {
            continue;
        };
        let date = entry.at.date();
        for (need, kind, text) in told(cycle, index, event, entry.reason.as_ref().map(ReasonCode::label)) {
            happened
                .entry(need)
                .or_default()
                .moments
                .push(Moment { date, kind, text });
        }
        if let Some((need, check)) = checked(cycle, event, date) {
            happened.entry(need).or_default().checks.push(check);
        }
    }
    happened
}

/// What an event says about which needs, in words.
fn told(
    cycle: &Cycle,
    index: &Index,
    event: &CycleEvent,
    reason: Option<String>,
) -> Vec<(NeedId, MomentKind, String)> {
    let every_need = |kind, text: &str| {
        cycle
            .needs
            .keys()
            .map(|need| (*need, kind, text.to_owned()))
            .collect::<Vec<_>>()
    };
    let about = |deployment, kind, text: &dyn Fn(String) -> String| {
        let found = cycle.deployments.get(&deployment).map(|it| &it.proposal);
        found.map_or_else(Vec::new, |it| vec![(it.need, kind, text(index.title(it.giver)))])
    };
    let because = reason.map_or_else(String::new, |reason| format!(": {}", reason.to_lowercase()));
    match event {
        CycleEvent::NeedReported(it) => {
            vec![(it.need.id, MomentKind::Diagnosis, "Need reported".to_owned())]
        }
        CycleEvent::ReviewBegun(_) => every_need(MomentKind::Diagnosis, "Review visit by peers"),
        CycleEvent::DiagnosisAgreed(it) => {
            let found = it.severity.label().to_lowercase();
            vec![(
                it.need,
                MomentKind::Diagnosis,
                format!("Diagnosis agreed: severity {found}"),
            )]
        }
        CycleEvent::DeploymentProposed(it) => {
            let giver = index.title(it.giver);
            vec![(
                it.need,
                MomentKind::Matching,
                format!("Support proposed from {giver}"),
            )]
        }
        CycleEvent::DeploymentAgreed(it) => about(it.deployment, MomentKind::Agreement, &|giver| {
            format!("Support from {giver} agreed by everybody who must")
        }),
        CycleEvent::DeploymentDeclined(it) => about(it.deployment, MomentKind::Agreement, &|giver| {
            format!(
                "Support from {giver} declined by the {}{because}",
                it.by.label().to_lowercase()
            )
        }),
        CycleEvent::DeploymentWithdrawn(it) => about(it.deployment, MomentKind::Agreement, &|giver| {
            format!("Proposal of support from {giver} withdrawn{because}")
        }),
        CycleEvent::DeploymentStarted(it) => about(it.deployment, MomentKind::Support, &|giver| {
            format!("Support from {giver} began")
        }),
        CycleEvent::DeploymentTapered(it) => about(it.deployment, MomentKind::Support, &|giver| {
            format!("Support from {giver} is being reduced")
        }),
        CycleEvent::DeploymentCompleted(it) => about(it.deployment, MomentKind::Support, &|giver| {
            format!("Support from {giver} ended")
        }),
        CycleEvent::DeploymentCancelled(it) => about(it.deployment, MomentKind::Support, &|giver| {
            format!("Support from {giver} called off{because}")
        }),
        CycleEvent::ReallocationRecommended(it) => {
            let outcome = it.outcome.label().to_lowercase();
            vec![(it.need, MomentKind::Decision, format!("Recommended: {outcome}"))]
        }
        CycleEvent::ReallocationDecided(it) => {
            let need = cycle
                .decisions
                .get(&it.decision)
                .map(|decision| decision.recommended.need);
            let outcome = it.outcome.label().to_lowercase();
            need.map_or_else(Vec::new, |need| {
                vec![(need, MomentKind::Decision, format!("Decided: {outcome}"))]
            })
        }
        CycleEvent::NeedMoved(it) if it.to == NeedPhase::Closed => {
            vec![(it.need, MomentKind::Closed, "Need closed".to_owned())]
        }
        CycleEvent::NeedClosed(it) => vec![(it.need, MomentKind::Closed, format!("Need closed{because}"))],
        _ => Vec::new(),
    }
}

fn checked(cycle: &Cycle, event: &CycleEvent, date: NaiveDate) -> Option<(NeedId, Check)> {
    match event {
        CycleEvent::MonitoringRecorded(it) => {
            let channel = match it.channel {
                CycleChannel::DataCheck => Channel::DataCheck,
                CycleChannel::InformalVisit => Channel::InformalVisit,
                CycleChannel::FormalReview => Channel::FormalReview,
            };
            let direction = Direction::Unknown;
            Some((
                it.need,
                Check {
                    date: it.on,
                    channel,
                    rating: rating(it.rating),
                    direction,
                },
            ))
        }
        CycleEvent::ProgressNoted(it) => {
            let need = cycle.objectives.get(&it.objective)?.need;
            let direction = match it.direction {
                CycleDirection::Improving => Direction::Up,
                CycleDirection::Steady => Direction::Level,
                CycleDirection::Declining => Direction::Down,
            };
            let channel = Channel::ProgressNote;
            Some((
                need,
                Check {
                    date,
                    channel,
                    rating: rating(it.rating),
                    direction,
                },
            ))
        }
        _ => None,
    }
}

const fn rating(rating: CycleRating) -> Rating {
    match rating {
        CycleRating::Red => Rating::Red,
        CycleRating::Amber => Rating::Amber,
        CycleRating::Green => Rating::Green,
    }
}
