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
    use crate::rules::Rules;

    #[test]
    fn every_preset_is_read_and_compiles_under_its_own_name() {
        for preset in Preset::ALL {
            let protocol = Protocol::from_toml(preset.text).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(protocol.id.as_str(), preset.name);
            Rules::compile(protocol).unwrap_or_else(|fault| panic!("{}: {fault}", preset.name));
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
