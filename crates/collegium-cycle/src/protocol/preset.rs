//! The protocols that ship with the library: each a file that one can copy and adapt.

use super::Protocol;

/// A protocol that ships with the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name, which is the protocol's id.
    pub name: &'static str,
    /// The file, in TOML.
    pub text: &'static str,
}

impl Preset {
    /// The default.
    pub const DEFAULT: Self = Self {
        name: "default",
        text: include_str!("../../presets/default.toml"),
    };

    /// Every preset, the default first.
    pub const ALL: &[Self] = &[
        Self::DEFAULT,
        Self {
            name: "cluster-peer-review",
            text: include_str!("../../presets/cluster-peer-review.toml"),
        },
        Self {
            name: "quality-assurance-review",
            text: include_str!("../../presets/quality-assurance-review.toml"),
        },
        Self {
            name: "targeted-intervention",
            text: include_str!("../../presets/targeted-intervention.toml"),
        },
        Self {
            name: "joiner-due-diligence",
            text: include_str!("../../presets/joiner-due-diligence.toml"),
        },
    ];

    /// The preset of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|preset| preset.name == name)
    }

    /// The protocol in it.
    ///
    /// # Panics
    /// Never: every preset is read and compiled by a test.
    pub fn protocol(self) -> Protocol {
        Protocol::from_toml(self.text).expect("every preset is read by a test")
    }
}

impl Protocol {
    /// The default protocol.
    ///
    /// # Panics
    /// Never: a test reads it.
    pub fn standard() -> Self {
        Preset::DEFAULT.protocol()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{protocol::hash::hash, rules::Rules};

    #[test]
    fn every_preset_is_read_and_compiles_under_its_own_name() {
        for preset in Preset::ALL {
            let protocol = Protocol::from_toml(preset.text).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(protocol.id.as_str(), preset.name);
            Rules::compile(protocol).unwrap_or_else(|fault| panic!("{}: {fault}", preset.name));
        }
    }

    /// The hash of each preset, as logs pin it.
    const HASHES: [(&str, &str); 5] = [
        (
            "default",
            "8255addccb346cc5cbae7ec87f1f5a971f369a55c0280ec4fb02222f145bb2ff",
        ),
        (
            "cluster-peer-review",
            "0af3a25593ff06a3d654371be01c98800def27ae91c3256ae97cb6c738782e21",
        ),
        (
            "quality-assurance-review",
            "73b60d0aa882f8787d17004e1bfc2f2c682f72b829585a3b4f4d58c738aa1f6d",
        ),
        (
            "targeted-intervention",
            "973a3850b1abacedb29e1d8596bd0fbad7e6875ef9e5bba1ae901dcf2d659891",
        ),
        (
            "joiner-due-diligence",
            "443bc4a410354aad4af002db9717f5df17ebce104f28511aee2987c1ff2448d9",
        ),
    ];

    #[test]
    fn the_hash_of_every_preset_is_the_one_that_logs_pin() {
        let hashes: Vec<_> = Preset::ALL
            .iter()
            .map(|it| (it.name, hash(&it.protocol())))
            .collect();
        let pinned = HASHES.map(|(name, hash)| (name, hash.to_owned()));
        assert_eq!(
            hashes, pinned,
            "the rules of a preset are others now: a log that pins the hash on the right cannot go on under \
             those on the left. If a file was changed on purpose, raise its version where a release had the \
             old rules, tell the change in docs/CHANGELOG.md, and write the hash on the left here. If no file \
             was changed, what is hashed is another (protocol/hash.rs): give it a new version line, or undo it"
        );
    }

    #[test]
    fn what_is_no_rule_does_not_change_the_hash() {
        for preset in Preset::ALL {
            let text = format!("# Another comment.\n{}", preset.text);
            let protocol = Protocol::from_toml(&text).unwrap();
            assert_eq!(hash(&protocol), hash(&preset.protocol()), "{}", preset.name);
        }
    }

    #[test]
    fn toml_and_json_agree_on_every_preset() {
        for preset in Preset::ALL {
            let protocol = preset.protocol();
            let json = serde_json::to_string(&protocol).unwrap();
            assert_eq!(Protocol::from_json(&json).unwrap(), protocol, "{}", preset.name);
            assert_eq!(
                Protocol::from_toml(&protocol.to_toml().unwrap()).unwrap(),
                protocol
            );
        }
    }
}
