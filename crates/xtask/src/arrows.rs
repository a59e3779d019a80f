//! Who may import whom. The architecture is this table; a manifest that departs from it is a fault.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};

/// Each crate with the crates it may import; arrows are transitive.
const ARROWS: &[(&str, &[&str])] = &[
    ("collegium-model", &[]),
    ("collegium-cycle", &["collegium-model"]),
    ("collegium-matching", &["collegium-model"]),
    ("collegium-register", &["collegium-model"]),
    ("collegium-engine", &["collegium-cycle", "collegium-matching"]),
    ("collegium-sim", &["collegium-engine"]),
    ("collegium-report", &["collegium-engine"]),
    (
        "collegium",
        &["collegium-register", "collegium-sim", "collegium-report"],
    ),
    ("collegium-cli", &["collegium"]),
    ("collegium-examples", &["collegium"]),
    ("collegium-benches", &["collegium"]),
    ("collegium-fuzz", &["collegium-engine"]),
    ("xtask", &[]),
];

/// Crates that no other crate imports.
const LEAVES: &[&str] = &[
    "collegium-cli",
    "collegium-examples",
    "collegium-benches",
    "collegium-fuzz",
    "xtask",
];

/// What the pure crates must not bring in: a clock, the network, threads, the terminal.
const IMPURE: &[&str] = &[
    "clap",
    "getrandom",
    "indicatif",
    "rand",
    "rayon",
    "reqwest",
    "tempfile",
    "tokio",
];

/// Every departure of the manifests from the table.
pub(crate) fn faults() -> Vec<String> {
    match MetadataCommand::new().no_deps().exec() {
        Ok(metadata) => departures(&metadata),
        Err(error) => vec![format!("cargo metadata: {error}")],
    }
}

fn departures(metadata: &Metadata) -> Vec<String> {
    let table: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut faults = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        if !table.contains_key(name) {
            faults.push(format!(
                "{name} is not in the table of arrows: say what it may import"
            ));
            continue;
        }
        let allowed = reach(name, &table);
        let is_pure = !LEAVES.contains(&name);
        for dependency in package
            .dependencies
            .iter()
            .filter(|it| it.kind == DependencyKind::Normal)
        {
            let to = dependency.name.as_str();
            if table.contains_key(to) && !allowed.contains(to) {
                faults.push(format!("{name} imports {to}, which it must not know"));
            }
            if is_pure && IMPURE.contains(&to) {
                faults.push(format!("{name} is pure and must not import {to}"));
            }
        }
    }
    for name in table
        .keys()
        .filter(|name| !metadata.packages.iter().any(|it| it.name.as_str() == **name))
    {
        faults.push(format!(
            "{name} is in the table of arrows and not in the workspace"
        ));
    }
    faults
}

/// Everything a crate may import, arrows followed.
fn reach<'a>(name: &'a str, table: &BTreeMap<&'a str, &[&'a str]>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        for next in table.get(name).copied().unwrap_or_default() {
            if reached.insert(*next) {
                open.push(next);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_keep_to_the_arrows() {
        assert_eq!(faults(), Vec::<String>::new());
    }

    #[test]
    fn cycle_and_matching_never_know_each_other_and_nobody_imports_a_leaf() {
        let table: BTreeMap<_, _> = ARROWS.iter().copied().collect();
        assert!(!reach("collegium-cycle", &table).contains("collegium-matching"));
        assert!(!reach("collegium-matching", &table).contains("collegium-cycle"));
        for name in table.keys() {
            assert!(
                LEAVES.iter().all(|leaf| !reach(name, &table).contains(leaf)),
                "{name}"
            );
        }
    }
}
