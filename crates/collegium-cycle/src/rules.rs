//! A protocol, checked and compiled.

use crate::monitoring::Channel;
use crate::{
    acts::{Act, Kind},
    child::Machine,
    protocol::{Deadline, Guard, Protocol, ReallocationRule, Step},
    table::{self, RowView},
};
use collegium_model::{
    calendar::Span,
    code::{Role, RuleId},
    quantity::HalfDays,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write};

/// Which protocol a cycle runs under; pinned when the network is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The protocol's name.
    pub id: RuleId,
    /// Its version.
    pub version: u32,
    /// Its hash: SHA-256 over `collegium-protocol-1` and its JSON with sorted keys, in hex.
    pub hash: String,
}

/// A compiled protocol: dense tables that every judgement reads.
#[derive(Clone, Debug)]
pub struct Rules {
    pin: Pin,
    steps: Vec<Step>,
    protocol: Protocol,
}

/// What is wrong with a protocol. [`InvalidProtocol`] carries all of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolFault {
    /// A step that nobody may do.
    #[error("steps.{act}: no role may do it; leave the step out or name one")]
    NobodyMay {
        /// The step.
        act: Act,
    },
    /// A deadline that starts in a phase which its machine does not have.
    #[error("deadlines.{deadline}: {machine:?} has no phase {phase:?}")]
    UnknownPhase {
        /// The deadline.
        deadline: RuleId,
        /// The machine of the act it awaits.
        machine: Machine,
        /// The phase it names.
        phase: String,
    },
    /// Two deadlines of one name.
    #[error("deadlines.{deadline}: the name is used twice")]
    DeadlineTwice {
        /// The name.
        deadline: RuleId,
    },
    /// A consent that nobody may give.
    #[error("consents: {role} is asked for but may not give consent in steps.give_consent")]
    ConsentImpossible {
        /// The role.
        role: Role,
    },
    /// A deployment without working time.
    #[error("deployment_size: a deployment takes at least one half-day")]
    NoSize,
    /// Help would never fade or never end.
    #[error("reallocation: {what} must be at least 1")]
    Threshold {
        /// The threshold.
        what: &'static str,
    },
}

/// A protocol that cannot run: everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the protocol does not hold: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidProtocol {
    /// Every fault.
    pub faults: Vec<ProtocolFault>,
}

impl Rules {
    /// Checks a protocol whole and compiles it.
    ///
    /// # Panics
    /// Never: a protocol always has a JSON form.
    pub fn compile(protocol: Protocol) -> Result<Self, InvalidProtocol> {
        let faults = faults(&protocol);
        if !faults.is_empty() {
            return Err(InvalidProtocol { faults });
        }
        let steps = Act::ALL
            .iter()
            .map(|act| protocol.steps.get(act).cloned().unwrap_or_default())
            .collect();
        Ok(Self {
            pin: pin(&protocol),
            steps,
            protocol,
        })
    }

    /// Which protocol this is.
    pub fn pin(&self) -> &Pin {
        &self.pin
    }

    /// Roles that may do `act`.
    pub fn roles(&self, act: Act) -> &[Role] {
        self.steps.get(act as usize).map_or(&[], |step| &step.roles)
    }

    /// Conditions of `act`.
    pub fn guards(&self, act: Act) -> &[Guard] {
        self.steps.get(act as usize).map_or(&[], |step| &step.guards)
    }

    /// Roles whose consent a deployment needs.
    pub fn consents(&self) -> &[Role] {
        &self.protocol.consents
    }

    /// Peers beside the lead, at least.
    pub fn least_peers(&self) -> u16 {
        self.protocol.least_peers
    }

    /// The size of one deployment in a term.
    pub fn deployment_size(&self) -> HalfDays {
        self.protocol.deployment_size
    }

    /// What is due after what.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.protocol.deadlines
    }

    /// How often each channel watches.
    pub fn cadences(&self) -> &BTreeMap<Channel, Span> {
        &self.protocol.cadences
    }

    /// When a recommendation follows.
    pub fn reallocation(&self) -> ReallocationRule {
        self.protocol.reallocation
    }

    /// The table of every machine, in words.
    pub fn tables() -> Vec<(Machine, Vec<RowView>)> {
        vec![
            (Machine::Cycle, table::view(crate::cycle::TABLE)),
            (Machine::Need, table::view(crate::need::TABLE)),
            (
                Machine::SelfEvaluation,
                table::view(crate::self_evaluation::TABLE),
            ),
            (Machine::Review, table::view(crate::review::TABLE)),
            (Machine::Request, table::view(crate::request::TABLE)),
            (Machine::Deployment, table::view(crate::deployment::TABLE)),
            (Machine::Objective, table::view(crate::objective::TABLE)),
            (Machine::Decision, table::view(crate::decision::TABLE)),
        ]
    }
}

fn faults(protocol: &Protocol) -> Vec<ProtocolFault> {
    let mut faults = Vec::new();
    for (act, step) in &protocol.steps {
        if step.roles.is_empty() && act.kind() == Kind::Wish {
            faults.push(ProtocolFault::NobodyMay { act: *act });
        }
    }
    let tables = Rules::tables();
    let mut names = std::collections::BTreeSet::new();
    for deadline in &protocol.deadlines {
        let machine = deadline.awaits.machine();
        let mut rows = tables
            .iter()
            .filter(|(of, _)| *of == machine)
            .flat_map(|(_, rows)| rows);
        if !rows.any(|row| row.to == Some(deadline.in_phase.as_str())) {
            let (deadline, phase) = (deadline.id.clone(), deadline.in_phase.clone());
            faults.push(ProtocolFault::UnknownPhase {
                deadline,
                machine,
                phase,
            });
        }
        if !names.insert(&deadline.id) {
            faults.push(ProtocolFault::DeadlineTwice {
                deadline: deadline.id.clone(),
            });
        }
    }
    let may_consent = protocol.steps.get(&Act::GiveConsent);
    for role in &protocol.consents {
        if !may_consent.is_some_and(|step| step.roles.contains(role)) {
            faults.push(ProtocolFault::ConsentImpossible { role: role.clone() });
        }
    }
    if protocol.deployment_size.0 == 0 {
        faults.push(ProtocolFault::NoSize);
    }
    let rule = protocol.reallocation;
    let thresholds = [
        ("window", rule.window),
        ("greens_to_taper", rule.greens_to_taper),
        ("greens_to_close", rule.greens_to_close),
        ("reds_to_switch", rule.reds_to_switch),
    ];
    faults.extend(
        thresholds
            .into_iter()
            .filter(|(_, least)| *least == 0)
            .map(|(what, _)| ProtocolFault::Threshold { what }),
    );
    faults
}

fn pin(protocol: &Protocol) -> Pin {
    let value = serde_json::to_value(protocol).expect("a protocol holds only text, numbers and lists");
    let digest = Sha256::new()
        .chain_update(b"collegium-protocol-1\n")
        .chain_update(canonical(&value))
        .finalize();
    let hash = digest.iter().fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    Pin {
        id: protocol.id.clone(),
        version: protocol.version,
        hash,
    }
}

/// JSON with sorted keys, whatever order somebody else's features give to maps.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            let members: Vec<_> = sorted
                .into_iter()
                .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(values) => {
            format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dense_order_is_that_of_the_catalogue() {
        for (index, act) in Act::ALL.iter().enumerate() {
            assert_eq!(*act as usize, index);
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let mut protocol = Protocol::standard();
        protocol.deployment_size = HalfDays(0);
        protocol.deadlines[0].in_phase = "agreed".to_owned();
        protocol.consents.push(Role::new("observer").unwrap());
        protocol.reallocation.greens_to_close = 0;
        protocol.steps.insert(Act::OpenCycle, Step::default());
        let faults = Rules::compile(protocol).unwrap_err().faults;
        assert_eq!(faults.len(), 5, "{faults:#?}");
    }

    #[test]
    fn a_row_exists_for_every_act_and_only_in_its_machine() {
        for (machine, rows) in Rules::tables() {
            assert!(rows.iter().all(|row| row.act.machine() == machine));
        }
        let acts: Vec<_> = Rules::tables()
            .into_iter()
            .flat_map(|(_, rows)| rows)
            .map(|row| row.act)
            .collect();
        assert!(Act::ALL.iter().all(|act| acts.contains(act)));
    }

    #[test]
    fn the_standard_hash_is_pinned() {
        let standard = Rules::compile(Protocol::standard()).unwrap();
        assert_eq!(
            standard.pin().hash,
            "0249d37196c20341a57e2c3aa7d49a15e7875e87b8eacd763d56cbb8468450cb"
        );
    }

    #[test]
    fn another_rule_is_another_hash() {
        let standard = Rules::compile(Protocol::standard()).unwrap();
        let mut protocol = Protocol::standard();
        protocol.least_peers += 1;
        assert_ne!(Rules::compile(protocol).unwrap().pin().hash, standard.pin().hash);
    }
}
