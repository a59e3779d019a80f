//! Where everything stands at the end of a log.

use crate::wording::counted;
use collegium::{cycle::need::NeedPhase, engine::network::Network};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write};

/// Where everything stands at the end of a log.
#[derive(Default, Serialize)]
pub(super) struct Standing {
    entries: u64,
    schools: usize,
    cycles: BTreeMap<&'static str, usize>,
    needs: BTreeMap<&'static str, usize>,
    deployments: BTreeMap<&'static str, usize>,
    decisions: BTreeMap<&'static str, usize>,
    rounds: BTreeMap<&'static str, usize>,
    givers: usize,
    capacity_held: usize,
    #[serde(rename = "standing_violations")]
    violations: usize,
}

impl Standing {
    pub(super) fn of(network: &Network) -> Self {
        let mut standing = Self {
            entries: network.position(),
            schools: network.opened().map_or(0, |opened| opened.members.len()),
            givers: network.ledgers.len(),
            capacity_held: network.ledgers.values().map(|ledger| ledger.holds.len()).sum(),
            violations: network.violations().len(),
            ..Self::default()
        };
        for cycle in network.cycles.values() {
            let phase = cycle
                .opened
                .as_ref()
                .map_or("Not opened", |opened| opened.phase.label());
            *standing.cycles.entry(phase).or_default() += 1;
            for state in cycle.needs.values() {
                *standing.needs.entry(NeedPhase::label(state.phase)).or_default() += 1;
            }
            for deployment in cycle.deployments.values() {
                *standing
                    .deployments
                    .entry(deployment.phase().label())
                    .or_default() += 1;
            }
            for decision in cycle.decisions.values() {
                let outcome = decision
                    .decided
                    .as_ref()
                    .map_or("Not decided", |it| it.outcome.label());
                *standing.decisions.entry(outcome).or_default() += 1;
            }
        }
        for round in network.rounds.values() {
            *standing.rounds.entry(round.code()).or_default() += 1;
        }
        standing
    }

    pub(super) fn told(&self) -> String {
        let mut text = format!(
            "after {}: {}, {} of them offering support\n",
            counted(self.entries, "entry", "entries"),
            counted(self.schools, "school", "schools"),
            self.givers
        );
        let groups = [
            ("cycles", &self.cycles),
            ("needs", &self.needs),
            ("deployments", &self.deployments),
            ("decisions", &self.decisions),
            ("rounds", &self.rounds),
        ];
        for (name, counts) in groups {
            let counts: Vec<_> = counts
                .iter()
                .map(|(phase, count)| format!("{} {count}", phase.to_lowercase()))
                .collect();
            let counts = if counts.is_empty() {
                "none".to_owned()
            } else {
                counts.join(", ")
            };
            let _ = writeln!(text, "{name:<22} {counts}");
        }
        let _ = writeln!(
            text,
            "{:<22} by {}",
            "capacity held",
            counted(self.capacity_held, "deployment", "deployments")
        );
        let _ = writeln!(text, "{:<22} {}", "standing violations", self.violations);
        text
    }
}
