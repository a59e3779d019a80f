//! The last line of a finished log file: how many entries stand above it, and their hash. Without it nobody
//! could tell a log from one whose end was cut off.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The line that closes a log file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealLine {
    /// The seal.
    pub seal: Seal,
}

/// What stands above the seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// How many entries.
    pub events: u64,
    /// SHA-256 over their lines, each with its line feed, in hex.
    pub sha256: String,
}

/// Makes a seal line by line.
#[derive(Clone, Debug, Default)]
pub struct Sealer {
    events: u64,
    hash: Sha256,
}

impl Sealer {
    /// Takes in a line, without its line feed.
    pub fn line(&mut self, line: &str) {
        self.events += 1;
        self.hash.update(line);
        self.hash.update(b"\n");
    }

    /// The seal over all lines so far.
    pub fn seal(&self) -> SealLine {
        SealLine {
            seal: Seal {
                events: self.events,
                sha256: hex(&self.hash.clone().finalize()),
            },
        }
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
