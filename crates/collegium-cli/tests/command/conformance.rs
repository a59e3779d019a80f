//! The conformance pack as its manifest tells it.

use serde::Deserialize;
use serde_json::Value;
use std::{fs, path::PathBuf};

/// A story of the pack: commands in one file, what must come of them in another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Story {
    pub(crate) name: String,
    #[serde(rename = "about")]
    _about: String,
    protocol: String,
    #[serde(default)]
    also: Vec<String>,
}

fn file(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/conformance", name]
        .iter()
        .collect()
}

/// Every story, in the order of the manifest.
pub(crate) fn stories() -> Vec<Story> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Pack {
        stories: Vec<Story>,
    }
    let text = fs::read_to_string(file("pack.json")).expect("the manifest");
    let pack: Pack = serde_json::from_str(&text).expect("a manifest");
    pack.stories
}

impl Story {
    pub(crate) fn named(name: &str) -> Self {
        let mut stories = stories().into_iter();
        stories.find(|it| it.name == name).expect("a story of the pack")
    }

    pub(crate) fn commands_file(&self) -> String {
        file(&format!("{}.jsonl", self.name)).display().to_string()
    }

    /// What must come out, byte for byte.
    pub(crate) fn expected(&self) -> String {
        fs::read_to_string(file(&format!("{}.expected.jsonl", self.name))).expect("what is expected")
    }

    pub(crate) fn commands(&self) -> Vec<Value> {
        lines(&fs::read_to_string(self.commands_file()).expect("commands"))
    }

    pub(crate) fn answers(&self) -> Vec<Value> {
        lines(&self.expected())
    }

    /// The options that hand in its protocols.
    pub(crate) fn protocols(&self) -> Vec<String> {
        let also = self.also.iter().flat_map(|name| {
            let beside = file(name);
            let given = if beside.exists() {
                beside.display().to_string()
            } else {
                name.clone()
            };
            ["--also".to_owned(), given]
        });
        ["--protocol".to_owned(), self.protocol.clone()]
            .into_iter()
            .chain(also)
            .collect()
    }
}

pub(crate) fn lines(text: &str) -> Vec<Value> {
    let read = |line| serde_json::from_str(line).expect("a line of JSON");
    text.lines().map(read).collect()
}
