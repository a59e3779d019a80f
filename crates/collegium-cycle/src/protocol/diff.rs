//! What differs between two protocols, and whether a running cycle fits the other.

use super::Protocol;
use crate::{
    child::{Child, Machine},
    cycle::Cycle,
    rules::Rules,
};
use serde::Serialize;
use serde_json::Value;
use std::{collections::BTreeSet, fmt};

/// One thing that differs between two protocols.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Where: the path of a field.
    pub place: String,
    /// What stood there; none where it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What stands there; none where it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(f, "{}: {before} → {after}", self.place),
            (None, Some(after)) => write!(f, "{}: + {after}", self.place),
            (Some(before), None) => write!(f, "{}: − {before}", self.place),
            (None, None) => f.write_str(&self.place),
        }
    }
}

/// Everything that differs between two protocols, in the order of the places. Lists of things with a code or
/// an id are compared by it, so that one that moves is no change of all behind it.
///
/// # Panics
/// Never: a protocol always has a JSON form.
pub fn diff(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let value =
        |protocol| serde_json::to_value(protocol).expect("a protocol holds only text, numbers and lists");
    let mut changes = Vec::new();
    compare(
        String::new(),
        Some(&value(before)),
        Some(&value(after)),
        &mut changes,
    );
    changes
}

fn compare(place: String, before: Option<&Value>, after: Option<&Value>, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let keyed = |value: Option<&Value>| value.and_then(by_key);
    match (keyed(before), keyed(after)) {
        (Some(before), Some(after)) => {
            let keys: BTreeSet<_> = before.iter().chain(&after).map(|(key, _)| key.clone()).collect();
            for key in keys {
                let find = |entries: &[(String, Value)]| {
                    entries
                        .iter()
                        .find(|(it, _)| *it == key)
                        .map(|(_, value)| value.clone())
                };
                let inner = if place.is_empty() {
                    key.clone()
                } else {
                    format!("{place}.{key}")
                };
                compare(inner, find(&before).as_ref(), find(&after).as_ref(), changes);
            }
        }
        _ => changes.push(Change {
            place,
            before: before.cloned(),
            after: after.cloned(),
        }),
    }
}

/// The entries of a map, or of a list whose entries each bear a code or an id.
fn by_key(value: &Value) -> Option<Vec<(String, Value)>> {
    match value {
        Value::Object(map) => Some(
            map.iter()
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        ),
        Value::Array(entries) => entries
            .iter()
            .map(|entry| {
                let key = entry.get("code").or_else(|| entry.get("id"))?.as_str()?;
                Some((key.to_owned(), entry.clone()))
            })
            .collect(),
        _ => None,
    }
}

/// Something in a running cycle that does not fit another protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", content = "of")]
#[non_exhaustive]
pub enum Unfit {
    /// It is open, and no step of the other protocol leads out of where it stands.
    #[serde(rename = "stuck")]
    Stuck(Child),
    /// It is in a phase that the other protocol leaves out.
    #[serde(rename = "phase_left_out")]
    PhaseLeftOut(Child),
    /// A task or a decision that the other protocol does not have is open.
    #[serde(rename = "not_asked_for")]
    NotAskedFor(Child),
    /// A live deployment is of a kind, or of a size, that the other protocol does not have.
    #[serde(rename = "other_size")]
    OtherSize(Child),
    /// A level of pressure or a category that the other protocol does not have is in use.
    #[serde(rename = "code_unknown")]
    CodeUnknown(String),
    /// Help was agreed, and a consent that the other protocol asks for was not given.
    #[serde(rename = "not_consented")]
    NotConsented(Child),
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stuck(child) => write!(f, "{child} could never go on"),
            Self::PhaseLeftOut(child) => write!(f, "{child} is in a phase that is left out"),
            Self::NotAskedFor(child) => write!(f, "{child} is not asked for"),
            Self::OtherSize(child) => write!(f, "{child} is not of a size that is deployed"),
            Self::CodeUnknown(code) => write!(f, "{code} is unknown"),
            Self::NotConsented(child) => write!(f, "{child} was agreed with fewer consents"),
        }
    }
}

/// What moving a running cycle to another protocol would mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// Everything in the cycle that does not fit; it can be moved where there is nothing.
    pub unfit: Vec<Unfit>,
    /// Everything that differs between the two.
    pub changes: Vec<Change>,
}

impl Verdict {
    /// What moving `cycle` from its rules to others would mean.
    pub fn of(cycle: &Cycle, from: &Rules, to: &Rules) -> Self {
        Self {
            unfit: unfit(cycle, to),
            changes: diff(from.protocol(), to.protocol()),
        }
    }

    /// Whether the cycle can be moved as it stands.
    pub fn fits(&self) -> bool {
        self.unfit.is_empty()
    }
}

/// Everything in a cycle that does not fit a protocol.
pub(crate) fn unfit(cycle: &Cycle, to: &Rules) -> Vec<Unfit> {
    let mut unfit = Vec::new();
    let protocol = to.protocol();
    for child in cycle.open_children() {
        let known = match child {
            Child::Task(code) => to.task(code).is_some(),
            Child::Approval(id) => {
                let kind = cycle.approvals.get(&id).map(|it| it.kind);
                kind.is_some_and(|kind| to.approval(kind).is_some())
            }
            _ => true,
        };
        if !known {
            unfit.push(Unfit::NotAskedFor(child));
        } else if !can_go_on(cycle, child, to) {
            unfit.push(Unfit::Stuck(child));
        }
    }
    for (id, need) in cycle.needs.iter().filter(|(_, need)| need.is_open()) {
        if to.stands_in(need.phase) != need.phase {
            unfit.push(Unfit::PhaseLeftOut(Child::Need(*id)));
        }
        if let Some(level) = need.pressure
            && !protocol.pressure.iter().any(|it| it.code == level)
        {
            unfit.push(Unfit::CodeUnknown(level.to_string()));
        }
    }
    for (id, deployment) in cycle.deployments.iter().filter(|(_, it)| it.is_live()) {
        if to.size(deployment.proposal.kind) != Some(deployment.proposal.half_days) {
            unfit.push(Unfit::OtherSize(Child::Deployment(*id)));
        }
        let agreed = deployment.agreement().is_some();
        if agreed && !deployment.never_consented(&protocol.consents).is_empty() {
            unfit.push(Unfit::NotConsented(Child::Deployment(*id)));
        }
    }
    let category = cycle.opened.as_ref().and_then(|opened| opened.category);
    if let Some(code) = category.filter(|code| !protocol.categories.iter().any(|it| it.code == *code)) {
        unfit.push(Unfit::CodeUnknown(code.to_string()));
    }
    unfit
}

/// Whether some step of the protocol, or something else that happens, leads on from where a machine stands.
fn can_go_on(cycle: &Cycle, child: Child, to: &Rules) -> bool {
    let machine = child.machine();
    if matches!(machine, Machine::Task | Machine::Approval) || crate::cycle::can_end(machine) {
        return true;
    }
    let Some((phase, _)) = cycle.stands(child) else {
        return true;
    };
    let protocol = to.protocol();
    let rows = Rules::table(machine).iter();
    let by_act = rows
        .filter(|row| row.from.contains(&phase) && row.to.is_some_and(|to| to != phase))
        .any(|row| protocol.steps.contains_key(&row.act));
    let otherwise = crate::decide::CONSEQUENT_MOVES
        .iter()
        .any(|(act, of, from, _)| *of == machine && *from == phase && protocol.steps.contains_key(act));
    by_act || otherwise
}
