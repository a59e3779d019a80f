//! The figures of a round: `summary.json`, and the same in words.

use crate::{
    playing::{Nature, Prepared},
    report::file_name,
    wording::{counted, rounded},
};
use collegium::{
    cycle::decision::Outcome,
    engine::network::Network,
    matching::{objective::Objective, plan::file::PlanFile, score::Total},
    model::chrono::NaiveDate,
    register::derivation::Derived,
    sim::standin::Played,
};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write};

/// What came of a round, in figures. `schools` and the rows skipped add up to the register's data rows.
#[derive(Debug, Serialize)]
pub(crate) struct Summary {
    nature: Nature,
    register: String,
    /// None under pseudonyms: with the register it would undo them.
    seed: Option<u64>,
    start: NaiveDate,
    schools: usize,
    skipped: BTreeMap<String, usize>,
    rows: usize,
    without_place: WithoutPlace,
    #[serde(skip_serializing_if = "Option::is_none")]
    signals_carried: Option<SignalsCarried>,
    givers: usize,
    takers: usize,
    needs: usize,
    offers: usize,
    /// Schools that give for each that takes; none where nobody takes.
    capacity_ratio: Option<f64>,
    by_rule: BTreeMap<String, usize>,
    objective: Objective,
    units: u64,
    unmet: u64,
    score: Total,
    optimal: bool,
    problem_hash: String,
    rounds: usize,
    deployments: usize,
    deployments_by_phase: BTreeMap<&'static str, usize>,
    reallocations: BTreeMap<Outcome, usize>,
    standing_violations: usize,
    events: usize,
    protocol: String,
    rules: String,
    software: &'static str,
    /// Rules that no school could meet, for want of columns; the report says which.
    #[serde(skip)]
    idle_rules: usize,
}

/// Places the register does not give.
#[derive(Debug, Serialize)]
struct WithoutPlace {
    /// Schools that are kept and paired with nobody where distance matters.
    kept: usize,
    /// Rows that were skipped for another reason.
    skipped: usize,
}

/// Rows of signals under a URN that no school of the register has.
#[derive(Debug, Serialize)]
struct SignalsCarried {
    /// They went to the school that took the old one's place.
    carried: usize,
    /// They went nowhere, by reason.
    not: BTreeMap<String, usize>,
}

impl Summary {
    pub(crate) fn of(prepared: &Prepared, start: NaiveDate, played: &Played, plan: &PlanFile) -> Self {
        let Prepared {
            nature,
            register,
            derivation,
            derived,
            seed,
        } = prepared;
        let network = &played.network;
        let pin = network.rules().pin();
        let deployments = deployments_by_phase(network);
        Self {
            nature: *nature,
            register: file_name(register.label()),
            seed: (*nature != Nature::Invented).then_some(*seed),
            start,
            schools: register.records().len(),
            skipped: register
                .skipped()
                .iter()
                .map(|(reason, rows)| (code(reason), *rows))
                .collect(),
            rows: register.rows(),
            without_place: WithoutPlace {
                kept: register.kept_without_place(),
                skipped: register.skipped_without_place(),
            },
            signals_carried: register.carried().map(|it| SignalsCarried {
                carried: it.to.len(),
                not: it.not.iter().map(|(why, rows)| (code(why), rows.len())).collect(),
            }),
            givers: derived.givers,
            takers: derived.takers,
            needs: derived.needs.len(),
            offers: derived.offers.len(),
            capacity_ratio: capacity_ratio(derived),
            by_rule: derived
                .by_rule
                .iter()
                .map(|(rule, count)| (rule.to_string(), *count))
                .collect(),
            objective: plan.objective,
            units: plan.units,
            unmet: plan.unmet.iter().map(|unmet| u64::from(unmet.units)).sum(),
            score: plan.score,
            optimal: plan.optimal,
            problem_hash: plan.problem_hash.to_string(),
            rounds: played.rounds.len(),
            deployments: deployments.values().sum(),
            deployments_by_phase: deployments,
            reallocations: reallocations(network),
            standing_violations: network.violations().len(),
            events: played.entries.len(),
            protocol: format!("{} {} {}", pin.id, pin.version, pin.hash),
            rules: format!("{} {}", derivation.name(), derivation.version()),
            software: concat!("collegium ", env!("CARGO_PKG_VERSION")),
            idle_rules: derived.idle.len(),
        }
    }

    pub(crate) fn json(&self) -> String {
        serde_json::to_string_pretty(self).map_or_else(|error| error.to_string(), |json| json + "\n")
    }

    pub(crate) fn told(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: String| {
            let _ = writeln!(text, "{name:<22} {value}");
        };
        let skipped: usize = self.skipped.values().sum();
        line(
            "schools",
            format!(
                "{} of {}, {skipped} skipped{}",
                self.schools,
                counted(self.rows, "row", "rows"),
                list(&self.skipped)
            ),
        );
        if let Some(carried) = &self.signals_carried {
            let not: usize = carried.not.values().sum();
            line(
                "signals of old URNs",
                format!(
                    "{} carried over, {not} not{}",
                    carried.carried,
                    list(&carried.not)
                ),
            );
        }
        if self.without_place.kept > 0 {
            line(
                "without a place",
                format!("{}, not paired where distance matters", self.without_place.kept),
            );
        }
        line(
            "receiving support",
            match self.takers {
                0 => "no school".to_owned(),
                takers => format!(
                    "{} with {}",
                    counted(takers, "school", "schools"),
                    counted(self.needs, "need", "needs")
                ),
            },
        );
        if self.idle_rules > 0 {
            line(
                "rules not used",
                format!("{}: their columns are not in the files given", self.idle_rules),
            );
        }
        line("offering support", counted(self.givers, "school", "schools"));
        if let Some(ratio) = self.capacity_ratio {
            line(
                "capacity ratio",
                format!("{} offering for each receiving", rounded(ratio)),
            );
        }
        if self.takers == 0 {
            line(
                "plan",
                "empty: no school here needs support under these rules".to_owned(),
            );
        } else {
            let plan = format!(
                "{}, {} not met, score {}",
                counted(self.units, "place of support", "places of support"),
                self.unmet,
                self.score
            );
            line("plan", plan);
            line(
                "proof",
                "no plan does better: its certificate was verified".to_owned(),
            );
        }
        match self.nature {
            Nature::Public => line(
                "stops here",
                "a real register: people decide what comes next".to_owned(),
            ),
            Nature::Fictional | Nature::Invented => {
                line("rounds of matching", self.rounds.to_string());
                line(
                    "deployments",
                    format!("{}{}", self.deployments, list(&self.deployments_by_phase)),
                );
                let decided: usize = self.reallocations.values().sum();
                let outcomes: BTreeMap<_, _> = self
                    .reallocations
                    .iter()
                    .map(|(outcome, count)| (outcome.label(), *count))
                    .collect();
                line("reallocation", format!("{decided} decided{}", list(&outcomes)));
            }
        }
        line("log", counted(self.events, "entry", "entries"));
        text
    }
}

/// `: a 1, b 2` with the largest first, or nothing.
fn list<K: AsRef<str>>(counts: &BTreeMap<K, usize>) -> String {
    let mut counts: Vec<_> = counts.iter().filter(|(_, count)| **count > 0).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let words: Vec<_> = counts
        .into_iter()
        .map(|(name, count)| format!("{} {count}", name.as_ref().to_lowercase().replace('_', " ")))
        .collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(": {}", words.join(", "))
    }
}

fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => "other".to_owned(),
    }
}

/// Schools that give for each that takes; none where nobody takes.
pub(crate) fn capacity_ratio(derived: &Derived) -> Option<f64> {
    let (givers, takers) = (
        u32::try_from(derived.givers).ok()?,
        u32::try_from(derived.takers).ok()?,
    );
    (takers > 0).then(|| f64::from(givers) / f64::from(takers))
}

fn deployments_by_phase(network: &Network) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for deployment in network
        .cycles
        .values()
        .flat_map(|cycle| cycle.deployments.values())
    {
        *counts.entry(deployment.phase().label()).or_default() += 1;
    }
    counts
}

fn reallocations(network: &Network) -> BTreeMap<Outcome, usize> {
    let mut counts = BTreeMap::new();
    let decisions = network.cycles.values().flat_map(|cycle| cycle.decisions.values());
    for verdict in decisions.filter_map(|decision| decision.decided.as_ref()) {
        *counts.entry(verdict.outcome).or_default() += 1;
    }
    counts
}
