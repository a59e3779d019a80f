//! The conformance pack, as the engine's own tests read it.

use collegium_engine::{
    apply::Sent,
    face::{GivenProtocol, Handle, Opening, request::AskedCommand},
};
use serde_json::Value;
use std::fs;

/// A story of the pack.
pub(crate) struct Story {
    pub(crate) name: String,
    pub(crate) opening: Opening,
    pub(crate) commands: Vec<Sent>,
    pub(crate) expected: Vec<String>,
}

fn text(name: &str) -> String {
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../collegium-cli/tests/conformance");
    fs::read_to_string(format!("{pack}/{name}")).unwrap()
}

fn given(name: &Value) -> GivenProtocol {
    let name = name.as_str().unwrap();
    if std::path::Path::new(name).extension().is_some() {
        GivenProtocol::Toml(text(name))
    } else {
        GivenProtocol::Preset(name.to_owned())
    }
}

/// Every story.
pub(crate) fn stories() -> Vec<Story> {
    let manifest: Value = serde_json::from_str(&text("pack.json")).unwrap();
    let story = |story: &Value| {
        let name = story["name"].as_str().unwrap().to_owned();
        let also = story["also"].as_array().into_iter().flatten();
        Story {
            opening: Opening {
                protocol: given(&story["protocol"]),
                also: also.map(given).collect(),
            },
            commands: text(&format!("{name}.jsonl"))
                .lines()
                .map(|line| Sent::read(line).unwrap())
                .collect(),
            expected: text(&format!("{name}.expected.jsonl"))
                .lines()
                .map(str::to_owned)
                .collect(),
            name,
        }
    };
    manifest["stories"]
        .as_array()
        .unwrap()
        .iter()
        .map(story)
        .collect()
}

impl Story {
    pub(crate) fn named(name: &str) -> Self {
        stories().into_iter().find(|it| it.name == name).unwrap()
    }

    pub(crate) fn open(&self) -> Handle {
        Handle::open(&self.opening).unwrap()
    }

    /// The network at its end.
    pub(crate) fn told(&self) -> Handle {
        self.told_until(self.commands.len())
    }

    /// The network after so many commands.
    pub(crate) fn told_until(&self, commands: usize) -> Handle {
        let mut handle = self.open();
        for sent in self.commands.iter().take(commands) {
            handle.apply(&asked(sent));
        }
        handle
    }
}

/// A command that the host itself asks about.
pub(crate) fn asked(sent: &Sent) -> AskedCommand {
    AskedCommand {
        sent: sent.clone(),
        shown_to: None,
    }
}

#[test]
fn every_story_comes_out_as_expected() {
    for story in stories() {
        let mut handle = story.open();
        let mut lines = Vec::new();
        for (sent, expected) in story.commands.iter().zip(&story.expected) {
            let applied = handle.apply(&asked(sent));
            assert_eq!(
                serde_json::to_string(&applied.answer).unwrap(),
                *expected,
                "{}",
                story.name
            );
            lines.extend(applied.log);
        }
        assert_eq!(u64::try_from(lines.len()).unwrap(), handle.placed().position);
    }
}
