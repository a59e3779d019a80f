//! Nothing that the programmes do is missing from the presets: the page that says where it stands is held
//! against the files and the stories.

use collegium_cycle::{
    protocol::{Preset, Protocol},
    serde_json,
};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../../../../../docs/presets.md");

/// Where the stories are.
const STORIES: &[&str] = &[
    include_str!("cluster.rs"),
    include_str!("default.rs"),
    include_str!("joiner.rs"),
    include_str!("quality_assurance.rs"),
    include_str!("targeted.rs"),
    include_str!("../rows/help.rs"),
    include_str!("../rows/watching.rs"),
    include_str!("../../cycle/stories.rs"),
];

/// The rows of a preset's table: codes of the preset, and stories.
fn rows(preset: &str) -> Vec<(Vec<&'static str>, Vec<&'static str>)> {
    let section = PAGE
        .split("\n## ")
        .find(|it| it.starts_with(&format!("`{preset}`")));
    let lines = section
        .unwrap_or_default()
        .lines()
        .filter(|line| line.starts_with('|'));
    lines
        .skip(2)
        .map(|line| {
            let mut columns = line.split('|').skip(2).map(quoted);
            (
                columns.next().unwrap_or_default(),
                columns.next().unwrap_or_default(),
            )
        })
        .collect()
}

/// What stands between backticks.
fn quoted(text: &'static str) -> Vec<&'static str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Every code under which a protocol says something of its own.
fn own_codes(protocol: &Protocol) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for task in &protocol.tasks {
        codes.insert(task.code.to_string());
        codes.extend(task.outcomes.keys().map(ToString::to_string));
    }
    for (kind, rule) in &protocol.approvals {
        codes.insert(kind.to_string());
        codes.extend(rule.outcomes.keys().map(ToString::to_string));
    }
    codes.extend(protocol.milestones.iter().map(|it| it.code.to_string()));
    codes.extend(protocol.deadlines.iter().map(|it| it.id.to_string()));
    codes.extend(protocol.categories.iter().map(|it| it.code.to_string()));
    codes.extend(protocol.parts.keys().map(ToString::to_string));
    codes.extend(protocol.areas.keys().map(ToString::to_string));
    codes.extend(protocol.facts.keys().map(ToString::to_string));
    let outcomes = [&protocol.progress, &protocol.exits, &protocol.powers];
    codes.extend(outcomes.iter().flat_map(|it| it.keys()).map(ToString::to_string));
    codes
}

#[test]
fn the_page_names_only_what_is_there() {
    for preset in Preset::ALL {
        let text = serde_json::to_string(&preset.protocol()).unwrap();
        let rows = rows(preset.name);
        assert!(!rows.is_empty(), "{} has no table", preset.name);
        for (codes, stories) in rows {
            assert!(!codes.is_empty() && !stories.is_empty(), "{codes:?}, {stories:?}");
            for code in codes {
                assert!(
                    text.contains(&format!("\"{code}\"")),
                    "{} has no {code}",
                    preset.name
                );
            }
            for story in stories {
                let told = STORIES.iter().any(|file| file.contains(&format!("fn {story}(")));
                assert!(told, "there is no story {story}");
            }
        }
    }
}

#[test]
fn the_page_names_everything_that_a_preset_says_of_its_own() {
    for preset in Preset::ALL {
        let named: BTreeSet<_> = rows(preset.name)
            .into_iter()
            .flat_map(|(codes, _)| codes)
            .collect();
        let own = own_codes(&preset.protocol());
        let missing: Vec<_> = own.iter().filter(|code| !named.contains(code.as_str())).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", preset.name);
    }
}
