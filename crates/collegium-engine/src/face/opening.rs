//! The protocols under which a network is held.

use super::fault::{Fault, Found};
use collegium_cycle::{
    protocol::{NotAProtocol, Preset, Protocol, TextFault, check::ProtocolFault},
    rules::Rules,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A network that is to be held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// The protocol under which it runs.
    #[serde(default)]
    pub protocol: GivenProtocol,
    /// Other protocols at hand, to which cycles can be moved.
    #[serde(default)]
    pub also: Vec<GivenProtocol>,
}

/// A protocol as it is handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", content = "data", deny_unknown_fields)]
pub enum GivenProtocol {
    /// One that is built in, by its name.
    #[serde(rename = "preset")]
    Preset(String),
    /// One as JSON.
    #[serde(rename = "json")]
    Json(#[cfg_attr(feature = "schema", schemars(with = "Protocol"))] Value),
    /// The text of one in TOML.
    #[serde(rename = "toml")]
    Toml(String),
}

impl Default for GivenProtocol {
    fn default() -> Self {
        Self::Preset(Preset::DEFAULT.name.to_owned())
    }
}

impl GivenProtocol {
    fn rules(&self, place: &str) -> Result<Rules, Vec<Found>> {
        let found = |within: &str, what: String| Found {
            place: if within.is_empty() {
                place.to_owned()
            } else {
                format!("{place}.{within}")
            },
            what,
        };
        let unread = |unread: NotAProtocol| -> Vec<Found> {
            let told = |it: &TextFault| match it.line {
                Some(line) => found(&it.place, format!("line {line}: {}", it.what)),
                None => found(&it.place, it.what.clone()),
            };
            unread.faults.iter().map(told).collect()
        };
        let protocol = match self {
            Self::Preset(name) => Preset::named(name).map(Preset::protocol).ok_or_else(|| {
                let names: Vec<_> = Preset::ALL.iter().map(|it| it.name).collect();
                let names = names.join(", ");
                vec![found(
                    "",
                    format!("no protocol {name:?} is built in; there are {names}"),
                )]
            })?,
            Self::Json(value) => Protocol::from_json(&value.to_string()).map_err(unread)?,
            Self::Toml(text) => Protocol::from_toml(text).map_err(unread)?,
        };
        Rules::compile(protocol).map_err(|invalid| {
            let told = |it: &ProtocolFault| found(&it.place, it.kind.to_string());
            invalid.faults.iter().map(told).collect()
        })
    }
}

impl Opening {
    /// The compiled rules, its own first.
    ///
    /// # Errors
    /// [`Fault::InvalidProtocol`] with every fault of every protocol.
    pub(super) fn rules(&self) -> Result<(Rules, Vec<Rules>), Fault> {
        let own = self.protocol.rules("protocol");
        let (mut also, mut faults) = (Vec::new(), Vec::new());
        for (index, given) in self.also.iter().enumerate() {
            match given.rules(&format!("also[{index}]")) {
                Ok(rules) => also.push(rules),
                Err(found) => faults.extend(found),
            }
        }
        match own {
            Ok(own) if faults.is_empty() => Ok((own, also)),
            Ok(_) => Err(Fault::InvalidProtocol { faults }),
            Err(mut own) => {
                own.extend(faults);
                Err(Fault::InvalidProtocol { faults: own })
            }
        }
    }
}
