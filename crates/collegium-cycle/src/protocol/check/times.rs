//! Deadlines, cadences and thresholds that can be kept.

use super::{FaultKind, Faults};
use crate::{
    acts::Act,
    child::Machine,
    monitoring::Channel,
    protocol::{Protocol, check::people::wire},
    rules::Rules,
    table::RowView,
};
use collegium_model::calendar::Span;
use std::cmp::Ordering;

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    deadlines(protocol, faults);
    for (index, task) in protocol.tasks.iter().enumerate() {
        let place = format!("tasks[{index}]");
        let Some(due) = task.due else {
            if task.grace.is_some() || !task.remind.is_empty() {
                faults.add(format!("{place}.due"), FaultKind::EmptySpan);
            }
            continue;
        };
        positive(&format!("{place}.due"), due, faults);
        reminders(&place, due, &task.remind, faults);
    }
    cadences(protocol, faults);
    if let Some(rule) = protocol.mid_term {
        positive("mid_term.within", rule.within, faults);
    }
    if let Some(span) = protocol.categorised_every {
        positive("categorised_every", span, faults);
        if !protocol.allows(Act::CategoriseSchool) {
            let name = Act::CategoriseSchool.code().to_owned();
            faults.add("categorised_every", FaultKind::Unknown { what: "step", name });
        }
    }
    reallocation(protocol, faults);
}

fn positive(place: &str, span: Span, faults: &mut Faults) {
    if span.count() == 0 {
        faults.add(place, FaultKind::EmptySpan);
    }
}

/// Whether `later` is sure to end before `sooner` does, on every calendar.
fn surely_before(later: Span, sooner: Span) -> bool {
    later.compare(sooner).is_some_and(Ordering::is_lt)
}

fn reminders(place: &str, due: Span, remind: &[Span], faults: &mut Faults) {
    for (index, remind) in remind.iter().enumerate() {
        if surely_before(due, *remind) {
            let fault = FaultKind::Contradiction {
                sooner_what: "the reminder",
                sooner: *remind,
                later_what: "the due date",
                later: due,
            };
            faults.add(format!("{place}.remind[{index}]"), fault);
        }
    }
}

fn deadlines(protocol: &Protocol, faults: &mut Faults) {
    for (index, deadline) in protocol.deadlines.iter().enumerate() {
        let place = format!("deadlines[{index}]");
        let (machine, act) = (deadline.machine(), deadline.awaits);
        let phase = deadline.in_phase.as_str();
        let rows = || Rules::table(machine).iter();
        if !rows().any(|row| row.to == Some(phase)) {
            let phase = phase.to_owned();
            faults.add(
                format!("{place}.in_phase"),
                FaultKind::UnknownPhase { machine, phase },
            );
        } else if !(rows().any(|row| row.act == act && begins_in(row, phase))
            || machine == Machine::Need && act == Act::ProposeDeployment)
        {
            let phase = phase.to_owned();
            faults.add(
                format!("{place}.in_phase"),
                FaultKind::AwaitsElsewhere { act, phase },
            );
        }
        if !protocol.allows(act) {
            let name = act.code().to_owned();
            faults.add(
                format!("{place}.awaits"),
                FaultKind::Unknown { what: "step", name },
            );
        }
        positive(&format!("{place}.due"), deadline.due, faults);
        reminders(&place, deadline.due, &deadline.remind, faults);
        if let Some(close) = deadline.close.map(|close| close.0)
            && surely_before(close, deadline.due)
        {
            let fault = FaultKind::Contradiction {
                sooner_what: "the due date",
                sooner: deadline.due,
                later_what: "the close",
                later: close,
            };
            faults.add(format!("{place}.close"), fault);
        }
    }
}

fn begins_in(row: &RowView, phase: &str) -> bool {
    row.from.contains(&phase) || row.from.contains(&"*")
}

fn cadences(protocol: &Protocol, faults: &mut Faults) {
    for (channel, span) in &protocol.cadences {
        positive(&format!("cadences.{}", wire(channel)), *span, faults);
    }
    for (index, category) in protocol.categories.iter().enumerate() {
        for (channel, span) in &category.cadences {
            positive(
                &format!("categories[{index}].cadences.{}", wire(channel)),
                *span,
                faults,
            );
        }
        let Some(weaker) = protocol.categories.get(index + 1) else {
            continue;
        };
        for channel in Channel::ALL {
            let more_often = match (category.cadences.get(&channel), weaker.cadences.get(&channel)) {
                (Some(_), None) => true,
                (Some(stronger), Some(weaker)) => surely_before(*stronger, *weaker),
                (None, _) => false,
            };
            if more_often {
                let (channel, weaker) = (channel.label(), weaker.label.clone());
                faults.add(
                    format!("categories[{index}].cadences"),
                    FaultKind::Disproportionate { channel, weaker },
                );
            }
        }
    }
}

fn reallocation(protocol: &Protocol, faults: &mut Faults) {
    let Some(rule) = protocol.reallocation else { return };
    let thresholds = [
        ("window", rule.window, u16::MAX),
        ("least_channels", rule.least_channels.max(1), 3),
        ("greens_to_taper", rule.greens_to_taper, rule.window),
        ("greens_to_close", rule.greens_to_close, rule.window),
        ("reds_to_switch", rule.reds_to_switch, rule.window),
    ];
    for (what, asked, most) in thresholds {
        let place = format!("reallocation.{what}");
        if asked == 0 {
            faults.add(place, FaultKind::AtLeastOne);
        } else if asked > most {
            faults.add(place, FaultKind::NeverReached { asked, most });
        }
    }
}
