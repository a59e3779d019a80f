//! Evidence that can matter, and pressure that comes with support.

use super::{FaultKind, Faults};
use crate::{
    acts::Act,
    protocol::{EvidenceUse, Protocol, Side},
};

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    let rule = &protocol.evidence;
    for (kind, of) in &rule.kinds {
        if of.counts_for.is_empty() {
            faults.add(
                format!("evidence.kinds.{kind}.counts_for"),
                FaultKind::NeverMatters,
            );
        }
    }
    let counting = |purpose| {
        let kinds = rule
            .kinds
            .values()
            .filter(|it| it.counts_for.contains(&purpose))
            .count();
        u16::try_from(kinds).unwrap_or(u16::MAX)
    };
    let asked = [
        ("to_answer", rule.to_answer, counting(EvidenceUse::Answer)),
        (
            "to_triangulate",
            rule.to_triangulate,
            counting(EvidenceUse::Triangulation),
        ),
    ];
    for (what, asked, most) in asked {
        if asked > most {
            faults.add(
                format!("evidence.{what}"),
                FaultKind::NeverReached { asked, most },
            );
        }
    }
    for (side, word) in [(Side::What, "what happened"), (Side::Why, "why")] {
        let told = rule
            .kinds
            .values()
            .any(|it| it.says == side && it.counts_for.contains(&EvidenceUse::Answer));
        if rule.both_sides && !told {
            faults.add("evidence.both_sides", FaultKind::OneSided { side: word });
        }
    }
    if protocol.steps.contains_key(&Act::AnswerEnquiry) && rule.kinds.is_empty() {
        faults.add("evidence.kinds", FaultKind::AtLeastOne);
    }
    pressure(protocol, faults);
}

fn pressure(protocol: &Protocol, faults: &mut Faults) {
    for (index, level) in protocol.pressure.iter().enumerate() {
        let place = format!("pressure[{index}].entitles_to");
        if level.entitles_to.is_empty() {
            faults.add(place.clone(), FaultKind::PressureWithoutSupport);
        }
        for (at, kind) in level.entitles_to.iter().enumerate() {
            if !protocol.sizes.contains_key(kind) {
                let kind = kind.label();
                faults.add(format!("{place}[{at}]"), FaultKind::SupportNotDeployed { kind });
            }
        }
    }
}
